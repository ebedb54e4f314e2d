// Package feed reads RSS, RDF and Atom: what items a feed has, and what it holds
// of each.
package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"html"
	"io"
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// Item is one report that a feed names.
type Item struct {
	Title     string
	URL       string
	Author    string
	Published draft.Time
	Content   string // HTML; "" where the feed gives no more than a summary
}

// maxFeedItems bounds the items of a feed that are read.
const maxFeedItems = 1000

// entry is an item of RSS or an entry of Atom.
type entry struct {
	Title   string `xml:"title"`
	Links   []link `xml:"link"`
	GUID    string `xml:"guid"`
	PubDate string `xml:"pubDate"`
	Date    string `xml:"date"` // Dublin Core
	Pub     string `xml:"published"`
	Updated string `xml:"updated"`
	Creator string `xml:"creator"`
	Author  author `xml:"author"`
	Encoded string `xml:"encoded"`
	Content inner  `xml:"content"`
}

type link struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Text string `xml:",chardata"`
}

type author struct {
	Name string `xml:"name"`
	Text string `xml:",chardata"`
}

type inner struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
	XML  string `xml:",innerxml"`
}

// Looks reports the beginning of a feed, in lower case: its first element,
// behind an XML declaration, comments and a document type.
func Looks(start []byte) bool {
	for bytes.HasPrefix(start, []byte("<?")) || bytes.HasPrefix(start, []byte("<!")) {
		i := bytes.IndexByte(start, '>')
		if i < 0 {
			return false
		}
		start = bytes.TrimSpace(start[i+1:])
	}
	for _, name := range []string{"<rss", "<feed", "<rdf:rdf"} {
		if rest, ok := bytes.CutPrefix(start, []byte(name)); ok && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '>' || rest[0] == '\n' || rest[0] == '\r' || rest[0] == '\t') {
			return true
		}
	}
	return false
}

// Read lists the items of a feed and its name. The error is a *draft.Problem.
func Read(data []byte, charset string) (name string, items []Item, err error) {
	file := draft.Decode(data, charset)
	dec := xml.NewDecoder(bytes.NewReader(file.Text))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for len(items) < maxFeedItems {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", nil, &draft.Problem{What: "is a damaged feed", Mend: "give the addresses of its reports"}
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "item", "entry":
			var e entry
			if dec.DecodeElement(&e, &start) != nil {
				return "", nil, &draft.Problem{What: "is a damaged feed", Mend: "give the addresses of its reports"}
			}
			items = append(items, e.item())
		case "title":
			var s string
			if dec.DecodeElement(&s, &start) == nil && name == "" {
				name = plain(s)
			}
		}
	}
	if len(items) == 0 {
		return "", nil, &draft.Problem{What: "is a feed without items", Mend: "give the addresses of its reports"}
	}
	return name, items, nil
}

func (e *entry) item() Item {
	it := Item{Title: plain(e.Title), URL: e.address(), Author: draft.Byline(plain(cmp.Or(e.Creator, e.Author.Name, e.Author.Text)))}
	for _, s := range []string{e.PubDate, e.Pub, e.Date, e.Updated} {
		if t, ok := draft.ParseTime(strings.TrimSpace(s)); ok {
			it.Published = t
			break
		}
	}
	it.Content = strings.TrimSpace(e.Encoded)
	if it.Content == "" {
		it.Content = strings.TrimSpace(e.Content.Text)
		if e.Content.Type == "xhtml" {
			it.Content = e.Content.XML
		}
	}
	return it
}

func (e *entry) address() string {
	best := ""
	for _, l := range e.Links {
		s := strings.TrimSpace(cmp.Or(l.Href, l.Text))
		if s != "" && (best == "" || l.Rel == "" || l.Rel == "alternate") && l.Rel != "self" {
			best = s
		}
	}
	if best == "" && (strings.HasPrefix(e.GUID, "http://") || strings.HasPrefix(e.GUID, "https://")) {
		best = strings.TrimSpace(e.GUID)
	}
	return best
}

// plain is a title on one line: feeds escape it once or twice.
func plain(s string) string {
	s = html.UnescapeString(s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || draft.IsControl(r) || r == '\n' || r == '\t' || r == '\r' }), " ")
}
