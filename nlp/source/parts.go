package source

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source/internal/archive"
	"github.com/factdiff/factdiff/nlp/source/internal/draft"
	"github.com/factdiff/factdiff/nlp/source/internal/feed"
	"github.com/factdiff/factdiff/nlp/source/internal/page"
)

// Part is one report of a file that may hold several.
type Part struct {
	Input
	Title string // as the file that holds it says; "" if it does not
	Link  string // where the report is to be fetched, if the file itself holds no more than that
}

// minContent is how many bytes a feed gives of a report at least to be taken
// for the whole of it; summaries are shorter.
const minContent = 1200

// Parts lists the reports of a file: the items of a feed, the articles of a JSON
// file, the pages of a web archive; for all other files the file itself. Parts
// of several are named NAME#1, NAME#2 and so on. The error is an *Error.
func Parts(in Input) ([]Part, error) {
	parts, err := split(in)
	if err != nil {
		return nil, named(in.Name, err)
	}
	if len(parts) > 1 {
		for i := range parts {
			parts[i].Name = fmt.Sprintf("%s#%d", in.Name, i+1)
		}
	}
	return parts, nil
}

func split(in Input) ([]Part, error) {
	whole := []Part{{Input: in}}
	if in.part != nil || in.item != nil || len(in.Data) > MaxFile {
		return whole, nil
	}
	switch detect(in) {
	case formatJSON:
		if mark := []byte("\xef\xbb\xbf"); bytes.HasPrefix(in.Data, mark) {
			in.Data = append([]byte("   "), in.Data[len(mark):]...)
		}
		spans := splitJSON(in.Data)
		if len(spans) == 0 {
			spans = []nlp.Span{{End: len(in.Data)}} // damaged; the reader says where
		}
		parts := make([]Part, len(spans))
		for i, s := range spans {
			parts[i].Input = in
			parts[i].part = &nlp.Span{Start: s.Start, End: s.End}
		}
		return parts, nil
	case formatFeed:
		name, items, err := feed.Read(in.Data, charsetOf(in.ContentType))
		if err != nil {
			return nil, err
		}
		parts := make([]Part, len(items))
		for i := range items {
			it := &items[i]
			parts[i] = Part{Input: in, Title: it.Title}
			parts[i].item, parts[i].feed = it, name
			if len(it.Content) < minContent && it.URL != "" {
				parts[i].Link = it.URL
			}
		}
		return parts, nil
	case formatWARC:
		pages, err := archive.WARC(in.Data)
		if err != nil {
			return nil, err
		}
		parts := make([]Part, len(pages))
		for i, p := range pages {
			parts[i].Input = Input{Name: in.Name, URL: p.URL, ContentType: p.ContentType, Data: p.Body, warc: true}
			parts[i].Title = p.URL
		}
		return parts, nil
	}
	return whole, nil
}

// one reads a file that holds several reports as one, if it has one only.
func one(in Input, opt Options) (*draft.Report, error) {
	parts, err := split(in)
	if err != nil {
		return nil, err
	}
	if len(parts) > 1 {
		return nil, &draft.Problem{What: fmt.Sprintf("holds %d reports", len(parts)), Mend: fmt.Sprintf("name one of them: %s#1 to %s#%d", in.Name, in.Name, len(parts))}
	}
	return read(parts[0].Input, opt)
}

// readItem reads what a feed holds of a report.
func readItem(it *feed.Item, outlet string) (*draft.Report, error) {
	if it.Content == "" {
		return nil, &draft.Problem{What: "holds no more than the address of the report", Mend: "fetch " + cmp.Or(it.URL, "it")}
	}
	file := draft.Decode([]byte(it.Content), "utf-8")
	r, err := page.ReadView(file, it.Title)
	if err != nil {
		return nil, err
	}
	r.Title.Insert(it.Title, 0)
	r.Format, r.Outlet, r.Author, r.URL, r.Published = "feed", outlet, it.Author, it.URL, it.Published
	r.Notes = append(r.Notes, "read from a feed; lines are those of its item")
	return r, nil
}

// readMail reads a message or a page saved with its pictures.
func readMail(in Input, opt Options) (*draft.Report, error) {
	m, err := archive.Mail(in.Data)
	if err != nil {
		return nil, err
	}
	inner := Input{Name: in.Name, URL: m.URL, ContentType: m.ContentType, Data: m.Body}
	if f := detect(inner); f == formatMail || f == formatPDF || f == formatZip {
		return nil, &draft.Problem{What: "is a message without a text", Mend: "save what is attached to it as a file"}
	}
	r, err := read(inner, opt)
	if err != nil {
		return nil, err
	}
	r.URL = cmp.Or(r.URL, m.URL)
	if m.Subject != "" && r.Format != formatHTML.String() {
		r.Title = draft.View{}
		r.Title.Insert(m.Subject, 0)
	}
	if r.Author == "" {
		r.Author = draft.Byline(m.From)
	}
	if t, ok := draft.ParseTime(m.Date); ok && r.Published.IsZero() {
		r.Published = t
	}
	r.Format = formatMail.String()
	if bytes.Contains(in.Data[:min(len(in.Data), maxStart)], []byte("multipart/related")) {
		r.Format = "MHTML"
	}
	r.Notes = append(r.Notes, "lines are those of the text within the message")
	return r, nil
}
