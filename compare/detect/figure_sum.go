package detect

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/value"
)

// variance says why two different figures of two sources can both be true, ""
// if they are equal or cannot: rounding, a bound, a vaguer word, a sum cut off.
func variance(s *compare.Story, p compare.Pair) string {
	a, b := quantity(s, p.A).Value, quantity(s, p.B).Value
	if p.A.Source == p.B.Source || !comparableFigures(quantity(s, p.A), quantity(s, p.B)) || vetoed(s, p.A, p.B) {
		return ""
	}
	switch rel, why := a.Compare(b); {
	case rel == value.Compatible:
		return why
	case rel == value.Conflict && truncated(a, b):
		return "one is the other, cut off"
	}
	return ""
}

// maxParts is how many figures of a sentence are tried as parts of a sum.
const maxParts = 8

// sum says which figures of one sentence add up to the other figure, "" if none
// do: "103 passengers and 26 crew" are "129 on board".
func sum(s *compare.Story, a, b *compare.Claim) string {
	if words := parts(s, a, b); words != "" {
		return words + " make " + figureText(s, a)
	}
	if words := parts(s, b, a); words != "" {
		return words + " make " + figureText(s, b)
	}
	return ""
}

// within reports whether a figure stands in a prepositional phrase: "nineteen
// people in three provinces" is no sum.
func within(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.First == doc.Sentences[q.Sentence].First {
		return false
	}
	t := &doc.Tokens[q.First-1]
	return t.Tag == "IN" && t.Norm != "with" && t.Norm != "plus" && t.Norm != "besides" && t.Norm != "than"
}

// parts words the figures of the part's sentence, the part first, that add up
// to the whole: the part with one other, else with two.
func parts(s *compare.Story, whole, part *compare.Claim) string {
	total := quantity(s, whole).Value
	if total.Dimension != value.Count && total.Dimension != value.Money || total.Low != total.High {
		return ""
	}
	var others []*compare.Claim
	for _, i := range s.Passages[part.Passage].Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Figure || c == part || len(others) == maxParts || within(s, c) {
			continue
		}
		if v := quantity(s, c).Value; v.Dimension == total.Dimension && v.Unit == total.Unit && v.Low == v.High && v.Mid() > 0 {
			others = append(others, c)
		}
	}
	rest := total.Mid() - quantity(s, part).Value.Mid()
	adds := func(of ...*compare.Claim) bool {
		left := rest
		for _, c := range of {
			left -= quantity(s, c).Value.Mid()
		}
		return math.Abs(left) < 1e-6*total.Mid()
	}
	for i, x := range others {
		if adds(x) {
			return figureText(s, part) + " and " + figureText(s, x)
		}
		for _, y := range others[:i] {
			if adds(x, y) {
				return figureText(s, part) + ", " + figureText(s, y) + " and " + figureText(s, x)
			}
		}
	}
	return ""
}
