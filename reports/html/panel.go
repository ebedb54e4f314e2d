package html

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/reports"
)

// panel is the evidence of a finding.
type panel struct {
	Message   string
	Settles   string
	Positions []position
	Diffs     []diff
	Timeline  *timeline
}

type position struct {
	N      int // from 1
	Value  string
	Quotes []quote
}

// quote is what one source says, in its context.
type quote struct {
	Source  *source
	Line    int
	Place   string // id of the place in the text
	Pieces  []piece
	Speaker string
	Stance  string
	Also    []place // further places of the same source
}

type place struct {
	Line int
	ID   string
}

// piece is a run of text that is marked or not.
type piece struct {
	Text string
	Mark bool
}

func (b *builder) panel(f *reports.Finding) panel {
	p := panel{Message: reports.Printable(strings.TrimSuffix(f.Message, ".")), Settles: f.Settles()}
	for i := range f.Positions {
		pos := position{N: min(i+1, marks), Value: short(f.Positions[i].Value, maxQuestion)}
		for _, group := range reports.BySource(f.Positions[i].Evidence) {
			if b.byID[group[0].Source] != nil {
				pos.Quotes = append(pos.Quotes, b.quote(group))
			}
		}
		p.Positions = append(p.Positions, pos)
	}
	for _, w := range f.Wording {
		p.Diffs = append(p.Diffs, b.diff(w))
	}
	if f.Verdict == "update" {
		p.Timeline = b.timeline(f)
	}
	return p
}

// quote is the first piece of evidence in its context, with others that stand
// in the same context marked, too.
func (b *builder) quote(group []reports.Evidence) quote {
	first := group[0]
	q := quote{
		Source: b.byID[first.Source], Line: first.Line, Place: placeID(first.Source, first.Start),
		Speaker: short(first.Speaker, maxValue), Stance: first.Stance,
	}
	spans := []reports.Context{{Start: first.Start, End: first.End}}
	for _, e := range group[1:] {
		if e.Start >= spans[len(spans)-1].End && e.End <= first.Context.End {
			spans = append(spans, reports.Context{Start: e.Start, End: e.End})
		} else if e.Line != first.Line && !slices.ContainsFunc(q.Also, func(p place) bool { return p.Line == e.Line }) {
			q.Also = append(q.Also, place{e.Line, placeID(e.Source, e.Start)})
		}
	}
	q.Pieces = pieces(b.text[first.Source], first.Context, spans)
	return q
}

// around is how many bytes of context are shown before and after evidence:
// enough for nearly every sentence of news, and a bound on what a text without
// stops can do to the page.
const around = 320

// pieces cuts a context into what is marked and what is not. The spans are in
// order and do not overlap.
func pieces(text string, context reports.Context, spans []reports.Context) []piece {
	from := max(context.Start, spans[0].Start-around)
	to := min(context.End, spans[0].End+around)
	from, to = runeEdge(text, from), runeEdge(text, to)
	var list []piece
	add := func(s string, mark bool) {
		if s != "" {
			list = append(list, piece{reports.Visible(clipMiddle(s)), mark})
		}
	}
	if from > context.Start {
		list = append(list, piece{Text: "… "})
	}
	at := from
	for _, s := range spans {
		if s.Start < at || s.End > to {
			continue
		}
		add(text[at:s.Start], false)
		add(text[s.Start:s.End], true)
		at = s.End
	}
	add(text[at:to], false)
	if to < context.End {
		list = append(list, piece{Text: " …"})
	}
	return list
}

// clipMiddle leaves out the middle of a stretch that is far longer than a sentence.
func clipMiddle(s string) string {
	if len(s) <= 4*around {
		return s
	}
	return s[:runeEdge(s, 2*around)] + " … " + s[runeEdge(s, len(s)-2*around):]
}

// runeEdge is the last place at or before i at which a character begins.
func runeEdge(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// diff is a word by word comparison of two sources' words.
type diff struct {
	A, B  *source
	Edits []edit
}

type edit struct {
	Op   string // "equal", "delete", "insert"
	Text string
}

func (b *builder) diff(w reports.Wording) diff {
	d := diff{A: b.byID[w.A.Source], B: b.byID[w.B.Source]}
	for _, e := range w.Edits {
		text := b.text[w.A.Source]
		if e.Op == "insert" {
			text = b.text[w.B.Source]
		}
		d.Edits = append(d.Edits, edit{e.Op, reports.Printable(text[e.Start:e.End])})
	}
	return d
}
