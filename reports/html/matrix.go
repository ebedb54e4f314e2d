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
	var ids []string
	for i, s := range b.sources {
		r.Cells[i].Source = s
		for n := range f.Positions {
			for _, group := range reports.BySource(f.Positions[n].Evidence) {
				if group[0].Source == s.ID {
					r.Cells[i].Answers = append(r.Cells[i].Answers, answer{min(n+1, marks), short(group[0].Text, maxValue)})
				}
			}
		}
		if len(r.Cells[i].Answers) > 0 {
			ids = append(ids, s.ID)
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

// short is text on one line, cut at a word's end to about max bytes.
func short(text string, max int) string {
	text = reports.Printable(clipBytes(text, 4*max))
	if len(text) <= max {
		return text
	}
	cut := strings.LastIndexByte(text[:max], ' ')
	if cut < max/2 {
		cut = max
		for cut > 0 && !startsRune(text[cut]) {
			cut--
		}
	}
	return text[:cut] + "…"
}

// clipBytes is the first max bytes of text, whole characters only: a bound on
// the work that a text without blanks makes.
func clipBytes(text string, max int) string {
	if len(text) <= max {
		return text
	}
	for max > 0 && !startsRune(text[max]) {
		max--
	}
	return text[:max]
}

func startsRune(b byte) bool { return b&0xc0 != 0x80 }
