package detect

import (
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

// maxParts is how many figures of a sentence may add up to another one.
const maxParts = 3

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

// parts words the figures of the part's sentence, the part first, that add up
// to the whole.
func parts(s *compare.Story, whole, part *compare.Claim) string {
	total := quantity(s, whole).Value
	if total.Dimension != value.Count && total.Dimension != value.Money || total.Low != total.High {
		return ""
	}
	left := total.Mid() - quantity(s, part).Value.Mid()
	words := figureText(s, part)
	n := 1
	for _, i := range s.Passages[part.Passage].Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Figure || c == part || n == maxParts {
			continue
		}
		v := quantity(s, c).Value
		if v.Dimension != total.Dimension || v.Low != v.High || v.Mid() <= 0 || v.Mid() > left {
			continue
		}
		left -= v.Mid()
		words += " and " + figureText(s, c)
		n++
	}
	if n > 1 && left == 0 {
		return words
	}
	return ""
}
