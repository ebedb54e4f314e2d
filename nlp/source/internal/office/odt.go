package office

import (
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// ODT reads a text of OpenDocument.
func ODT(data []byte) (*draft.Report, error) {
	const what = "ODT file"
	z, err := open(data, what)
	if err != nil {
		return nil, err
	}
	body, ok, err := part(z, "content.xml", what)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, damaged(what)
	}
	d := &document{}
	if meta, ok, err := part(z, "meta.xml", what); ok && err == nil {
		d.author = person(property(meta, "creator"))
	}
	if err := d.readText(body, what); err != nil {
		return nil, err
	}
	return d.report("ODT")
}

// readText reads the content of an OpenDocument text.
func (d *document) readText(data []byte, what string) error {
	type paragraph struct {
		text  strings.Builder
		style string
	}
	var open []*paragraph
	parents := map[string]string{} // automatic styles are derived from those with names
	start := func(name string, attr func(string) string) bool {
		switch name {
		case "style":
			parents[attr("name")] = attr("parent-style-name")
		case "p", "h":
			style := attr("style-name")
			if parent := parents[style]; parent != "" {
				style = parent
			}
			open = append(open, &paragraph{style: style})
		case "s":
			write(open, func(p *paragraph) { p.text.WriteByte(' ') }) // one for any number of them
		case "tab":
			write(open, func(p *paragraph) { p.text.WriteByte(' ') })
		case "line-break":
			write(open, func(p *paragraph) { p.text.WriteByte('\n') })
		case "tracked-changes", "annotation", "note", "table-of-content", "alphabetical-index", "variable-decls", "sequence-decls":
			return false
		}
		return true
	}
	end := func(name string) {
		if n := len(open); n > 0 && (name == "p" || name == "h") {
			d.add(open[n-1].text.String(), open[n-1].style)
			open = open[:n-1]
		}
	}
	return walk(data, what, start, end, func(s string) {
		write(open, func(p *paragraph) { p.text.WriteString(s) })
	})
}
