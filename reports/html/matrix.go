package html

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// row is a finding in the matrix, with its panel.
type row struct {
	ID       string
	Verdict  string
	Kind     string
	Question string
	Internal bool
	Sources  string // ids of the sources that take part
	Cells    []cell // one for each source of the report
	Decision *reports.Decision
	Decided  string // the decision in words
	Panel    panel
}

// cell is what one source answers; without answers the source is silent.
type cell struct {
	Source  *source
	Answers []answer
}

// answer is a value in a cell.
type answer struct {
	Position int // from 1
	Value    string
}

// marks is how many positions have a colour and sign of their own; further
// ones share the last.
const marks = 8

// verdictOrder is worst first, as everywhere in the report.
var verdictOrder = [...]string{"conflict", "update", "tension", "compatible"}

// rows is the findings, those that were dismissed last.
func (b *builder) rows() []row {
	var open, dismissed []row
	for i := range b.report.Findings {
		f := &b.report.Findings[i]
		if r := b.row(f); f.Dismissed() {
			dismissed = append(dismissed, r)
		} else {
			open = append(open, r)
		}
	}
	return append(open, dismissed...)
}

func (b *builder) row(f *reports.Finding) row {
	r := row{
		ID: f.ID, Verdict: f.Verdict, Kind: f.Kind, Question: short(f.Asks(), maxQuestion), Internal: f.Internal,
		Cells: make([]cell, len(b.sources)), Decision: f.Decision, Panel: b.panel(f),
	}
	if f.Decision != nil {
		r.Decided = reports.Printable(f.Decision.String())
	}
	at := make(map[string]*cell, len(b.sources))
	for i, s := range b.sources {
		r.Cells[i].Source = s
		at[s.ID] = &r.Cells[i]
	}
	for n := range f.Positions {
		for _, group := range reports.BySource(f.Positions[n].Evidence) {
			if c := at[group[0].Source]; c != nil {
				c.Answers = append(c.Answers, answer{min(n+1, marks), short(group[0].Text, maxValue)})
			}
		}
	}
	var ids []string
	for _, c := range r.Cells {
		if len(c.Answers) > 0 {
			ids = append(ids, c.Source.ID)
		}
	}
	r.Sources = strings.Join(ids, " ")
	return r
}

// filter is a group of buttons that choose rows.
type filter struct {
	Key, Name string // "verdict", "Verdict"
	Choices   []choice
}

type choice struct {
	Value, Name string
	Title       string
	Count       int
}

// filters is the choices that the findings offer.
func (b *builder) filters() []filter {
	verdict, kind, decision := filter{Key: "verdict", Name: "Verdict"}, filter{Key: "kind", Name: "Kind"}, filter{Key: "decision", Name: "Decision"}
	from := filter{Key: "source", Name: "Source"}
	verdicts, kinds := map[string]int{}, map[string]int{}
	var kindOrder []string
	for i := range b.report.Findings {
		f := &b.report.Findings[i]
		if kinds[f.Kind] == 0 {
			kindOrder = append(kindOrder, f.Kind)
		}
		verdicts[f.Verdict]++
		kinds[f.Kind]++
	}
	for _, v := range verdictOrder {
		if verdicts[v] > 0 {
			verdict.Choices = append(verdict.Choices, choice{Value: v, Name: v, Count: verdicts[v]})
		}
	}
	slices.SortStableFunc(kindOrder, func(x, y string) int { return kinds[y] - kinds[x] })
	for _, k := range kindOrder {
		kind.Choices = append(kind.Choices, choice{Value: k, Name: k, Count: kinds[k]})
	}
	for _, s := range b.sources {
		from.Choices = append(from.Choices, choice{Value: s.ID, Name: s.ID, Title: s.Label})
	}
	for _, d := range [...]choice{{Value: "open", Name: "undecided"}, {Value: reports.Confirm, Name: "confirmed"}, {Value: reports.Later, Name: "to check"}, {Value: reports.Dismiss, Name: "dismissed"}} {
		decision.Choices = append(decision.Choices, d)
	}
	return []filter{verdict, kind, from, decision}
}

// How many bytes of a text are shown where it stands in for something longer.
const (
	maxQuestion = 200
	maxValue    = 90
)

// short is text on one line, cut at a word's end to about limit bytes.
func short(text string, limit int) string {
	// Four times the limit is enough even where white space takes most of it.
	text = reports.Printable(text[:runeEdge(text, min(len(text), 4*limit))])
	if len(text) <= limit {
		return text
	}
	cut := strings.LastIndexByte(text[:limit], ' ')
	if cut < limit/2 {
		cut = runeEdge(text, limit)
	}
	return text[:cut] + "…"
}
