package reports

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/wording"
	"github.com/factdiff/factdiff/nlp"
)

// How much of two stretches must be the same for a word by word comparison:
// with less, deletions and insertions are harder to read than both texts.
const (
	quoteShare    = 0.3 // quotations: every word counts
	sentenceShare = 0.6 // sentences around other evidence
)

// maxUnits is the length of a stretch, in words, from which on it is not
// compared: no sentence of news is nearly as long, and the work grows with its
// square.
const maxUnits = 250

// shownWordings bounds the comparisons of a finding, and wordingPieces the
// pieces of evidence of a position that are tried for the closest pair.
const (
	shownWordings = 6
	wordingPieces = 4
)

// wordings compares the first position of a finding with each other one, by
// the two pieces of evidence that are most alike.
func (b *builder) wordings(f *compare.Finding) []Wording {
	share, quote := sentenceShare, f.Kind == compare.Quote
	if quote {
		share = quoteShare
	}
	var list []Wording
	for i := 1; i < len(f.Positions) && len(list) < shownWordings; i++ {
		var best *Wording
		bestShare := share
		for _, x := range firstPieces(f.Positions[0].Evidence) {
			for _, y := range firstPieces(f.Positions[i].Evidence) {
				if w, s := b.wording(x, y, quote); s >= bestShare && w != nil {
					best, bestShare = w, s
				}
			}
		}
		if best != nil {
			list = append(list, *best)
		}
	}
	return list
}

func firstPieces(list []compare.Evidence) []compare.Evidence {
	return list[:min(len(list), wordingPieces)]
}

// wording compares two pieces of evidence, or the sentences around them. The
// share is that of equal words; the result is nil if nothing differs.
func (b *builder) wording(x, y compare.Evidence, quote bool) (*Wording, float64) {
	ua, ub := b.units(x, quote), b.units(y, quote)
	if len(ua) == 0 || len(ub) == 0 {
		return nil, 0
	}
	edits := wording.Diff(norms(ua), norms(ub))
	w := &Wording{
		A: Stretch{b.id(x.Source), ua[0].Start, ua[len(ua)-1].End},
		B: Stretch{b.id(y.Source), ub[0].Start, ub[len(ub)-1].End},
	}
	equal := 0
	for _, e := range edits {
		switch e.Op {
		case wording.Equal:
			equal += e.A1 - e.A0
			w.Edits = append(w.Edits, Edit{"equal", ua[e.A0].Start, ua[e.A1-1].End})
		case wording.Delete:
			w.Edits = append(w.Edits, Edit{"delete", ua[e.A0].Start, ua[e.A1-1].End})
		case wording.Insert:
			w.Edits = append(w.Edits, Edit{"insert", ub[e.B0].Start, ub[e.B1-1].End})
		}
	}
	if len(w.Edits) < 2 {
		return nil, 0
	}
	return w, 2 * float64(equal) / float64(len(ua)+len(ub))
}

// unit is what a word by word comparison never cuts.
type unit struct {
	nlp.Span
	norm string
}

func norms(units []unit) []string {
	list := make([]string, len(units))
	for i, u := range units {
		list[i] = u.norm
	}
	return list
}

// units cuts a piece of evidence, or the sentences around it, into words; of
// more than maxUnits it gives none. The tokens of a name, of a number with its
// unit, and of a verb with the n't or not behind it stay together.
func (b *builder) units(e compare.Evidence, quote bool) []unit {
	doc := b.result.Sources[e.Source].Doc
	span := e.Span
	if !quote {
		c := context(doc, e.Span)
		span = nlp.Span{Start: c.Start, End: c.End}
	}
	first, _ := slices.BinarySearchFunc(doc.Tokens, span.Start, func(t nlp.Token, at int) int { return cmp.Compare(t.Start, at) })
	last, _ := slices.BinarySearchFunc(doc.Tokens, span.End, func(t nlp.Token, at int) int { return cmp.Compare(t.Start, at) })
	if last-first > maxUnits {
		return nil
	}
	ends := wholes(doc, span)
	var list []unit
	for i := first; i < last; {
		end := i + 1
		if n := ends[i]; n > end && n <= last {
			end = n
		}
		if end < last && negates(doc.Tokens[end].Norm) {
			end++
		}
		u := unit{Span: doc.TokenSpan(i, end)}
		for _, t := range doc.Tokens[i:end] {
			u.norm += t.Norm + " "
		}
		list = append(list, u)
		i = end
	}
	return list
}

func negates(norm string) bool { return norm == "n't" || norm == "not" }

// wholes gives, for the first token of each name and quantity in the span, the
// token after its last.
func wholes(doc *nlp.Document, span nlp.Span) map[int]int {
	ends := map[int]int{}
	first, _ := slices.BinarySearchFunc(doc.Names, span.Start, func(n nlp.Name, at int) int { return cmp.Compare(n.Start, at) })
	for _, n := range doc.Names[first:] {
		if n.Start >= span.End {
			break
		}
		ends[n.First] = max(ends[n.First], n.Last)
	}
	first, _ = slices.BinarySearchFunc(doc.Quantities, span.Start, func(q nlp.Quantity, at int) int { return cmp.Compare(q.Start, at) })
	for _, q := range doc.Quantities[first:] {
		if q.Start >= span.End {
			break
		}
		ends[q.First] = max(ends[q.First], q.Last)
	}
	return ends
}
