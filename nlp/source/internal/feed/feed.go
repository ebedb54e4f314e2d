// Package feed reads RSS, RDF and Atom: what items a feed has, and what it holds
// of each.
package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
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

// Bounds on a feed.
const (
	maxFeed      = 4 << 20 // bytes
	maxFeedItems = 1000
	maxDepth     = 64 // elements around one another
)

// entry is what an item of RSS or an entry of Atom holds, by the names of its
// elements; the first of a name counts.
type entry struct {
	text  map[string]string
	links []link
}

type link struct{ rel, address string }

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
	file := draft.Decode(data[:min(len(data), maxFeed+1)], charset)
	if file.Cut || len(data) > maxFeed {
		return "", nil, &draft.Problem{What: fmt.Sprintf("is a feed of more than %d bytes", maxFeed), Mend: "give the addresses of its reports"}
	}
	r := &reader{}
	if err := r.read(file.Text); err != nil {
		return "", nil, err
	}
	if len(r.items) == 0 {
		return "", nil, &draft.Problem{What: "is a feed without items", Mend: "give the addresses of its reports"}
	}
	return r.name, r.items, nil
}

// reader goes through a feed.
type reader struct {
	name  string
	items []Item
	path  []string // names of the open elements
	item  int      // how many are open at the item; 0 outside of items
	entry entry
	text  strings.Builder // of the element within the item
}

func (r *reader) read(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for len(r.items) < maxFeedItems {
		token, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return &draft.Problem{What: "is a damaged feed", Mend: "give the addresses of its reports"}
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(r.path) >= maxDepth {
				return &draft.Problem{What: fmt.Sprintf("is a feed nested deeper than %d elements", maxDepth), Mend: "give the addresses of its reports"}
			}
			r.start(token)
		case xml.EndElement:
			r.end(token.Name.Local)
		case xml.CharData:
			r.text.Write(token)
		}
	}
	return nil
}

func (r *reader) start(e xml.StartElement) {
	name := e.Name.Local
	r.path = append(r.path, name)
	switch {
	case r.item == 0 && (name == "item" || name == "entry"):
		r.item, r.entry = len(r.path), entry{text: map[string]string{}}
	case r.item > 0 && len(r.path) > r.item+1 && r.path[r.item] != "author": // tags within XHTML
		r.text.WriteString("<" + name + ">")
		return
	}
	r.text.Reset()
	if r.item > 0 && name == "link" {
		var l link
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "href":
				l.address = strings.TrimSpace(a.Value)
			case "rel":
				l.rel = a.Value
			}
		}
		if l.address != "" {
			r.entry.links = append(r.entry.links, l)
		}
	}
}

func (r *reader) end(name string) {
	depth := len(r.path)
	if depth == 0 {
		return
	}
	r.path = r.path[:depth-1]
	text := strings.TrimSpace(r.text.String())
	switch {
	case r.item == 0:
		if name == "title" && r.name == "" {
			r.name = plain(text)
		}
	case depth == r.item:
		r.items = append(r.items, r.entry.item())
		r.item = 0
	case depth == r.item+1 || depth == r.item+2 && r.path[r.item] == "author":
		if depth == r.item+1 && name == "link" && text != "" {
			r.entry.links = append(r.entry.links, link{"", text})
		}
		if r.entry.text[name] == "" {
			r.entry.text[name] = text
		}
	default:
		r.text.WriteString("</" + name + ">")
		return
	}
	r.text.Reset()
}

func (e *entry) item() Item {
	it := Item{
		Title: plain(e.text["title"]), URL: e.address(), Author: draft.Byline(plain(cmp.Or(e.text["creator"], e.text["name"], e.text["author"]))),
		Content: cmp.Or(e.text["encoded"], e.text["content"]),
	}
	for _, key := range []string{"pubDate", "published", "date", "updated"} {
		if t, ok := draft.ParseTime(e.text[key]); ok {
			it.Published = t
			break
		}
	}
	return it
}

func (e *entry) address() string {
	best := ""
	for _, l := range e.links {
		if l.rel != "self" && (best == "" || l.rel == "" || l.rel == "alternate") {
			best = l.address
		}
	}
	if guid := e.text["guid"]; best == "" && (strings.HasPrefix(guid, "http://") || strings.HasPrefix(guid, "https://")) {
		best = guid
	}
	return best
}

// plain is a title on one line: feeds escape it once or twice.
func plain(s string) string {
	s = html.UnescapeString(s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || draft.IsControl(r) || r == '\n' || r == '\t' || r == '\r' }), " ")
}
