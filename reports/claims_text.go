package reports

import (
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/nlp"
)

// WriteClaims writes the claims of a source for people to read, a sentence of
// the source with its claims below it.
func WriteClaims(w io.Writer, c *Claims, opts TextOptions) error {
	p := newPage(opts, nil)
	p.line(c.Source.Title, "", "", strong)
	p.line(strings.Join(facts(&c.Source), " · "), "", "", faint)
	for _, n := range c.Source.Notes {
		p.line("note: "+n, "", "  ", faint)
	}
	if len(c.Claims) == 0 {
		p.blank()
		p.line("No claims found.", "", "", strong)
	}
	last := Context{-1, -1}
	for i := range c.Claims {
		claim := &c.Claims[i]
		if e := claim.Evidence; e.Context != last {
			last = e.Context
			p.blank()
			para := new(paragraph).add(fmt.Sprintf("%d ", e.Line), faint)
			p.print(para.clip(c.Source.Text[last.Start:last.End], ""), "", "  ")
		}
		p.claim(claim)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// claim is one line: its sort, its words, and what is known about them.
func (p *page) claim(c *Claim) {
	para := new(paragraph).add(c.Sort, faint).space()
	para.clip(c.Evidence.Text, "")
	var known []string
	for _, k := range []struct{ what, value string }{
		{"", c.Value}, {"event", c.Event}, {"when", c.When}, {"where", c.Where}, {"says", c.Speaker},
	} {
		if k.value != "" {
			known = append(known, strings.TrimSpace(k.what+" "+k.value))
		}
	}
	if c.Stance != nlp.Asserted.String() {
		known = append(known, c.Stance)
	}
	if len(known) > 0 {
		para.space().add("["+strings.Join(known, "; ")+"]", faint)
	}
	p.print(para, "    ", "        ")
}
