package office

import (
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// DOCX reads a file of Word since 2007.
func DOCX(data []byte) (*draft.Report, error) {
	const what = "DOCX file"
	z, err := open(data, what)
	if err != nil {
		return nil, err
	}
	body, ok, err := part(z, "word/document.xml", what)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, damaged(what)
	}
	d := &document{}
	if core, ok, err := part(z, "docProps/core.xml", what); ok && err == nil {
		d.author = person(property(core, "creator"))
	}
	if err := d.readWord(body, what); err != nil {
		return nil, err
	}
	return d.report("DOCX")
}

// readWord reads WordprocessingML. Paragraphs nest: a text box stands within
// the paragraph it is anchored in.
func (d *document) readWord(data []byte, what string) error {
	type paragraph struct {
		text  strings.Builder
		style string
	}
	var open []*paragraph
	inText := false
	start := func(name string, attr func(string) string) bool {
		switch name {
		case "p":
			open = append(open, &paragraph{})
		case "pStyle":
			if n := len(open); n > 0 {
				open[n-1].style = attr("val")
			}
		case "t":
			inText = true
		case "tab", "ptab":
			write(open, func(p *paragraph) { p.text.WriteByte(' ') })
		case "br", "cr":
			write(open, func(p *paragraph) { p.text.WriteByte('\n') })
		case "noBreakHyphen":
			write(open, func(p *paragraph) { p.text.WriteByte('-') })
		case "Fallback", "del", "moveFrom", "instrText", "delText", "footnoteReference", "endnoteReference", "rPr", "sectPr", "tblPr":
			return false
		}
		return true
	}
	end := func(name string) {
		switch name {
		case "t":
			inText = false
		case "p":
			if n := len(open); n > 0 {
				d.add(open[n-1].text.String(), open[n-1].style)
				open = open[:n-1]
			}
		}
	}
	return walk(data, what, start, end, func(s string) {
		if inText {
			write(open, func(p *paragraph) { p.text.WriteString(s) })
		}
	})
}

// write calls f with the innermost of what is open.
func write[T any](open []T, f func(T)) {
	if n := len(open); n > 0 {
		f(open[n-1])
	}
}
