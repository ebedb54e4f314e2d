package detect

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/value"
)

// figures tells which values each source gives: by source and dimension,
// ascending by magnitude.
type figures map[figureKey][]*compare.Claim

type figureKey struct {
	source    int
	dimension value.Dimension
}

func knownFigures(s *compare.Story) figures {
	f := figures{}
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Figure {
			k := figureKey{c.Source, quantity(s, c).Value.Dimension}
			f[k] = append(f[k], c)
		}
	}
	for _, list := range f {
		slices.SortStableFunc(list, func(a, b *compare.Claim) int {
			return cmp.Compare(quantity(s, a).Value.Mid(), quantity(s, b).Value.Mid())
		})
	}
	return f
}

// has reports whether the source gives the claim's value for the same sort of
// thing: then the two agree on it, and the other number is another matter. An
// older figure that it mentions beside its own does not count.
func (f figures) has(s *compare.Story, c *compare.Claim, source int) bool {
	q := quantity(s, c)
	mid := q.Value.Mid()
	list := f[figureKey{source, q.Value.Dimension}]
	i, _ := slices.BinarySearchFunc(list, mid*sameFigure*sameFigure, func(o *compare.Claim, at float64) int {
		return cmp.Compare(quantity(s, o).Value.Mid(), at)
	})
	for ; i < len(list) && quantity(s, list[i]).Value.Mid() <= mid/sameFigure/sameFigure; i++ {
		o := list[i]
		v := quantity(s, o).Value
		if generation(s, o) && !generation(s, c) {
			continue
		}
		rel, _ := q.Value.Compare(v)
		if rel != value.Equal && (rel != value.Compatible || closeness(mid, v.Mid()) < sameFigure) {
			continue
		}
		if v.Dimension == value.Money || v.Dimension == value.Percent || measureLikeness(s, c, o) >= 0.45 {
			return true
		}
	}
	return false
}

// crowd raises the bar where both sources are full of figures of the sort: the
// more there are, the more pairs look alike by chance.
func (f figures) crowd(s *compare.Story, p compare.Pair) float64 {
	n := func(c *compare.Claim) int { return len(f[figureKey{c.Source, quantity(s, c).Value.Dimension}]) }
	return crowdStep * float64(min(10, max(0, min(n(p.A), n(p.B))-4)))
}

const crowdStep = 0.01
