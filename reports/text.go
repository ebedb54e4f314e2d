package reports

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/nlp"
)

// TextOptions say how text for people is laid out.
type TextOptions struct {
	Width int  // cells of a line; 0 is DefaultWidth, less than MinWidth is MinWidth
	Color bool // mark by colour and weight instead of by signs
	All   bool // every omission and agreement of the report, not only the first
}

// Bounds of the width: below MinWidth indented text falls into single words,
// and above MaxWidth lines are too long to read.
const (
	DefaultWidth = 80
	MinWidth     = 40
	MaxWidth     = 120
)

// How many omissions and agreements are printed unless All is set: what a
// reader can take in; JSON has them all.
const (
	shownOmissions  = 12
	shownAgreements = 8
)

// SGR parameters. Evidence is marked by weight and underline, which every
// colour scheme leaves readable.
const (
	strong   = "1"
	faint    = "2"
	evidence = "1;4"
)

var verdictStyle = map[string]string{"conflict": "1;31", "update": "1;36", "tension": "1;35", "compatible": "1;32"}

// WriteText writes the report for people to read: the sources, a block for
// each finding, then what only some sources say, then what they agree on. All
// that comes from an article is made Printable.
func WriteText(w io.Writer, r *Report, opts TextOptions) error {
	p := newPage(opts, r.Sources)
	p.head(r)
	for i := range r.Findings {
		if f := &r.Findings[i]; !f.Dismissed() {
			p.finding(f)
		}
	}
	if n := r.Counts.Findings + r.Counts.Compatible; n == 0 {
		p.blank()
		p.line("No differences found.", "", "", strong)
	} else if len(r.Findings) == 0 {
		p.blank()
		p.line("No finding passes the filters.", "", "", strong)
	}
	p.dismissed(r.Findings)
	p.stale(r.Stale)
	p.omissions(r.Omissions)
	p.agreements(r.Agreements)
	_, err := io.WriteString(w, p.out.String())
	return err
}

// page is the text as far as it is laid out.
type page struct {
	out     strings.Builder
	opts    TextOptions
	sources map[string]*Source
}

func newPage(opts TextOptions, sources []Source) *page {
	if opts.Width == 0 {
		opts.Width = DefaultWidth
	}
	opts.Width = min(max(opts.Width, MinWidth), MaxWidth)
	p := &page{opts: opts, sources: make(map[string]*Source, len(sources))}
	for i := range sources {
		p.sources[sources[i].ID] = &sources[i]
	}
	return p
}

func (p *page) blank() { p.out.WriteByte('\n') }

// print lays out a paragraph.
func (p *page) print(para *paragraph, first, rest string) {
	for _, l := range para.lines(first, rest, p.opts.Width, p.opts.Color) {
		p.out.WriteString(l)
		p.out.WriteByte('\n')
	}
}

// line lays out text in one style.
func (p *page) line(text, first, rest, style string) {
	p.print(new(paragraph).clip(text, style), first, rest)
}

// head is the title, the sum and the list of sources.
func (p *page) head(r *Report) {
	if r.Title != "" {
		p.line(r.Title, "", "", strong)
	}
	p.line(Summary(r), "", "", "")
	p.blank()
	for i := range r.Sources {
		s := &r.Sources[i]
		para := new(paragraph).add(s.ID, strong).space().clip(s.Title, "")
		indent := strings.Repeat(" ", 3+len(s.ID))
		p.print(para, "  ", indent)
		p.line(strings.Join(facts(s), " · "), indent, indent, faint)
		for _, n := range s.Notes {
			p.line("note: "+n, indent, indent+"  ", faint)
		}
		p.asides("correction", s, s.Corrections, indent)
		p.asides("set aside", s, s.SetAside, indent)
	}
}

// maxAsides is how many parts of a text are named in its head; the command
// article shows all.
const maxAsides = 3

// asides prints what in a text is not the report's own.
func (p *page) asides(what string, s *Source, list []Aside, indent string) {
	for i, a := range list {
		if i == maxAsides {
			p.line(fmt.Sprintf("%s: %d more", what, len(list)-i), indent, indent+"  ", faint)
			return
		}
		p.line(fmt.Sprintf("%s: %s: %s", what, s.Place(a.Line), clipLine(s.Text[a.Start:a.End])), indent, indent+"  ", faint)
	}
}

// number is n with its noun: "1 word", "2 words".
func number(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

// Summary says in one line how much a comparison found.
func Summary(r *Report) string {
	c := r.Counts
	text := number(len(r.Sources), "report")
	if c.Origins < len(r.Sources) {
		text += " of " + number(c.Origins, "independent origin")
	}
	var parts []string
	for _, n := range []struct {
		n    int
		noun string
	}{
		{c.Conflict, "conflict"}, {c.Update, "update"}, {c.Tension, "tension"},
		{c.Omissions, "omission"}, {c.Agreements, "agreement"},
	} {
		if n.n > 0 {
			parts = append(parts, number(n.n, n.noun))
		}
	}
	if len(parts) == 0 {
		return text
	}
	if c.Dismissed > 0 {
		parts = append(parts, strconv.Itoa(c.Dismissed)+" dismissed")
	}
	if n := len(r.Findings); n > 0 && n < c.Findings {
		parts = append(parts, fmt.Sprintf("%d of %d findings shown", n, c.Findings))
	}
	return text + ": " + strings.Join(parts, ", ")
}

// finding is one block: the question, each position with its sources and their
// words, the reason.
func (p *page) finding(f *Finding) {
	p.blank()
	para := new(paragraph).add(strings.ToUpper(f.Verdict), verdictStyle[f.Verdict]).add(" · "+f.Kind+" · ", faint)
	if f.Internal {
		para.add(" inside one report · ", faint)
	}
	p.print(para.space().clip(f.Asks(), strong), "", "  ")
	for i := range f.Positions {
		p.line(f.Positions[i].Value, "  ", "    ", strong)
		p.quotes(f.Positions[i].Evidence, "    ")
	}
	if f.Message != "" {
		p.why(f.Message)
	}
	if f.Decision != nil {
		p.line(f.Decision.String(), "  ", "       ", strong)
	}
}

// dismissed folds the findings that were dismissed into a line each.
func (p *page) dismissed(list []Finding) {
	head := false
	for i := range list {
		f := &list[i]
		if !f.Dismissed() {
			continue
		}
		if !head {
			p.blank()
			p.line("Dismissed", "", "", strong)
			head = true
		}
		p.print(new(paragraph).clip(f.Asks(), "").space().clip(f.Decision.String(), faint), "  ", "    ")
	}
}

// stale lists the decisions that do not hold.
func (p *page) stale(list []StaleDecision) {
	if len(list) == 0 {
		return
	}
	p.blank()
	p.line("Decisions that do not hold", "", "", strong)
	for i := range list {
		s := &list[i]
		para := new(paragraph).add(s.Why+": ", faint).add(s.Decision.Finding+" ", "").clip(s.Decision.Question, "")
		p.print(para.space().clip(s.Decision.String(), faint), "  ", "    ")
	}
}

func (p *page) why(reason string) {
	p.print(new(paragraph).add("Why:", faint).space().clip(reason, ""), "  ", "       ")
}

// quotes prints the first piece of evidence of each source in its context, and
// where the others stand.
func (p *page) quotes(list []Evidence, indent string) {
	for _, group := range BySource(list) {
		s := p.sources[group[0].Source]
		if s == nil {
			continue
		}
		first := group[0]
		context := nlp.Span{Start: first.Context.Start, End: first.Context.End}
		marks := []nlp.Span{{Start: first.Start, End: first.End}}
		where := s.Place(first.Line)
		var also []string
		for _, e := range group[1:] {
			span := nlp.Span{Start: e.Start, End: e.End}
			if span.Start >= marks[len(marks)-1].End && span.End <= marks[0].Start+window && context.Contains(span) {
				marks = append(marks, span)
			} else if line := strconv.Itoa(e.Line); e.Line != first.Line && !slices.Contains(also, line) {
				also = append(also, line)
			}
		}
		if len(also) > 0 {
			where += " (also " + strings.Join(also, ", ") + ")"
		}
		para := new(paragraph).add(s.ID, strong).space().add(s.Label(), faint).add(", "+where+": ", faint)
		para.quote(s.Text, context, marks, evidence, p.opts.Color)
		p.print(para, indent, indent+strings.Repeat(" ", 1+len(s.ID)))
	}
}

// BySource groups evidence by source, both in the order of the list.
func BySource(list []Evidence) [][]Evidence {
	var groups [][]Evidence
	at := make(map[string]int)
	for _, e := range list {
		i, ok := at[e.Source]
		if !ok {
			i = len(groups)
			at[e.Source] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], e)
	}
	return groups
}

// omissions is what only some sources say, those that the same sources give
// and lack together.
func (p *page) omissions(list []Omission) {
	shown := list
	if !p.opts.All {
		shown = list[:min(len(list), shownOmissions)]
	}
	var heads []string
	groups := make(map[string][]*Omission)
	for i := range shown {
		head := fmt.Sprintf("Only in %s, missing from %s", and(evidenceSources(shown[i].Evidence)), and(shown[i].MissingFrom))
		if groups[head] == nil {
			heads = append(heads, head)
		}
		groups[head] = append(groups[head], &shown[i])
	}
	for _, head := range heads {
		p.blank()
		p.line(head, "", "  ", strong)
		for i, o := range groups[head] {
			if o.Detail != "" && !isQuoted(o) {
				p.line(o.Detail, "  ", "    ", "")
			}
			p.quotes(o.Evidence, "  ")
			if last := i == len(groups[head])-1; o.Why != "" && (last || groups[head][i+1].Why != o.Why) {
				p.why(o.Why)
			}
		}
	}
	if n := len(list) - len(shown); n > 0 {
		p.blank()
		p.line(fmt.Sprintf("%d more omissions; --limit or --format json shows them.", n), "", "", faint)
	}
}

// isQuoted reports whether the first quotation says all that the detail says;
// the detail is one line, the quotation may run over paragraphs.
func isQuoted(o *Omission) bool {
	return len(o.Evidence) > 0 && strings.Contains(strings.Join(strings.Fields(o.Evidence[0].Text), " "), o.Detail)
}

// evidenceSources is the ids of the sources of the evidence, each once, in the
// order a, b, ... z, aa.
func evidenceSources(list []Evidence) []string {
	var ids []string
	for _, g := range BySource(list) {
		ids = append(ids, g[0].Source)
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	return ids
}

// and joins names: "a", "a and b", "a, b and c".
func and(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// agreements is what two or more sources share, a line each.
func (p *page) agreements(list []Agreement) {
	if len(list) == 0 {
		return
	}
	p.blank()
	p.line("Agreed by two or more reports", "", "", strong)
	for i := range list {
		if i == shownAgreements && !p.opts.All {
			p.line(fmt.Sprintf("and %d more", len(list)-i), "  ", "    ", faint)
			return
		}
		a := &list[i]
		who := " (" + and(a.Sources)
		if a.Origins > 0 && a.Origins < len(a.Sources) {
			who += "; " + number(a.Origins, "origin")
		}
		p.print(new(paragraph).clip(a.Detail, "").add(who+")", faint), "  ", "    ")
	}
}
