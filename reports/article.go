package reports

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// ArticleFormat names the version of the JSON form of Article.
const ArticleFormat = "factdiff-article/1"

// Article is what was read of one source, and what was left out.
type Article struct {
	// Name and version of this format.
	Format string `json:"format" jsonschema:"enum=factdiff-article/1"`
	// The program that wrote it.
	Tool Tool `json:"tool"`
	// What was read.
	Source Source `json:"source"`
	// Parts of the file that are no part of the report and not in its text, in order.
	Dropped []Dropped `json:"dropped"`
}

// Dropped is a part of a file that is no part of the report.
type Dropped struct {
	// What it was taken for.
	Why string `json:"why"`
	// How it begins.
	Text string `json:"text"`
	// Line of the file, or page or paragraph, from 1.
	Line int `json:"line" jsonschema:"minimum=1"`
}

// Aside is a stretch of a source's text that is not the report's own.
type Aside struct {
	// First byte in the source's text.
	Start int `json:"start" jsonschema:"minimum=0"`
	// Byte after the last one.
	End int `json:"end" jsonschema:"minimum=0"`
	// Line of the file, or page or paragraph, from 1.
	Line int `json:"line" jsonschema:"minimum=1"`
}

// NewArticle gives what was read of a source its outward form.
func NewArticle(doc *nlp.Document, tool Tool) *Article {
	b := builder{result: &compare.Result{Sources: []compare.Source{{Doc: doc}}}}
	out := &Article{Format: ArticleFormat, Tool: tool, Source: b.source(0), Dropped: []Dropped{}}
	for _, d := range doc.Article.Dropped {
		out.Dropped = append(out.Dropped, Dropped{Why: d.Why, Text: d.Text, Line: d.Line})
	}
	return out
}

// setAside lists the sentences that scraping left in a text.
func setAside(doc *nlp.Document) []Aside {
	var list []Aside
	for _, s := range doc.Sentences {
		if s.Boilerplate {
			list = append(list, aside(doc.Article, s.Span))
		}
	}
	return list
}

func corrections(doc *nlp.Document) []Aside {
	var list []Aside
	for _, s := range doc.Article.Corrections {
		list = append(list, aside(doc.Article, s))
	}
	return list
}

func aside(a *nlp.Article, s nlp.Span) Aside {
	line, _ := a.Origin.LineColumn(s.Start)
	return Aside{Start: s.Start, End: s.End, Line: line}
}

// Place is a line of the source for people to read: "line 5", "page 2".
func (s *Source) Place(line int) string {
	if s.Unit != "" {
		return fmt.Sprintf("%s %d", s.Unit, line)
	}
	return fmt.Sprintf("line %d", line)
}

// WriteArticle writes what was read for people to read: what is known, the
// text with what is set aside marked, and what was dropped.
func WriteArticle(w io.Writer, a *Article, opts TextOptions) error {
	p := newPage(opts, nil)
	s := &a.Source
	p.line(s.Title, "", "", strong)
	for _, f := range []struct{ name, value string }{
		{"outlet", s.Outlet}, {"author", s.Author}, {"agency", s.Agency}, {"dateline", s.Dateline}, {"published", s.When()}, {"modified", stamp(s.Modified)},
		{"address", s.URL}, {"language", s.Language}, {"format", s.FileFormat}, {"read from", s.Path}, {"words", fmt.Sprint(s.Words)},
	} {
		if f.value != "" {
			p.line(f.name+": "+f.value, "  ", "    ", faint)
		}
	}
	for _, n := range s.Notes {
		p.line("note: "+n, "  ", "    ", faint)
	}
	p.text(s)
	if len(a.Dropped) > 0 {
		p.blank()
		p.line("Left out", "", "", strong)
		for _, d := range a.Dropped {
			p.print(new(paragraph).add(s.Place(d.Line)+", "+d.Why+": ", faint).clip(d.Text, ""), "  ", "    ")
		}
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// text prints the body, paragraph by paragraph.
func (p *page) text(s *Source) {
	at := len(s.Title)
	for _, para := range strings.SplitAfter(s.Text[min(at, len(s.Text)):], "\n") {
		start := at
		at += len(para)
		if strings.TrimSpace(para) == "" {
			continue
		}
		p.blank()
		label := ""
		switch {
		case touches(s.Corrections, start, at):
			label = "correction"
		case covers(s.SetAside, start, at, s.Text):
			label = "set aside"
		case touches(s.SetAside, start, at):
			label = "partly set aside"
		}
		out := new(paragraph)
		if label != "" {
			out.add("["+label+"] ", faint)
		}
		for _, chunk := range strings.Fields(para) {
			out.clip(chunk, "").space()
		}
		p.print(out, "", "")
	}
}

func touches(list []Aside, start, end int) bool {
	for _, a := range list {
		if a.Start < end && start < a.End {
			return true
		}
	}
	return false
}

// covers reports that nothing but white space of [start, end) is outside.
func covers(list []Aside, start, end int, text string) bool {
	for _, a := range list {
		if a.Start < end && start < a.End {
			if strings.TrimSpace(text[start:max(a.Start, start)]) != "" {
				return false
			}
			start = max(start, a.End)
		}
	}
	return start >= end || strings.TrimSpace(text[start:end]) == ""
}

func stamp(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format("2 Jan 2006, 15:04 MST")
}
