package html

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/reports"
)

// chart is the findings by kind and verdict, as bars. Lengths are in units of
// the drawing.
type chart struct {
	Width, Height int
	Bars          []bar
	Legend        []choice
	Label         string // the same in words
}

type bar struct {
	Kind  string
	Y     int
	TextY int
	Count int
	EndX  int
	Parts []part
}

type part struct {
	Verdict  string
	X, Width int
}

// The drawing: names of kinds at the left, bars from barLeft to barRight.
const (
	barLeft   = 92
	barRight  = 300
	barHeight = 12
	barStep   = 20
)

func newChart(findings []reports.Finding) chart {
	counts := map[string]map[string]int{}
	totals, verdicts := map[string]int{}, map[string]int{}
	var kinds []string
	for i := range findings {
		f := &findings[i]
		if counts[f.Kind] == nil {
			counts[f.Kind] = map[string]int{}
			kinds = append(kinds, f.Kind)
		}
		counts[f.Kind][f.Verdict]++
		totals[f.Kind]++
		verdicts[f.Verdict]++
	}
	slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(totals[b]-totals[a], cmp.Compare(a, b)) })
	c := chart{Width: barRight + 40, Height: barStep*len(kinds) + 4}
	most := 1
	if len(kinds) > 0 {
		most = totals[kinds[0]]
	}
	for i, k := range kinds {
		b := bar{Kind: k, Y: i*barStep + 4, TextY: i*barStep + 14, Count: totals[k]}
		done := 0
		for _, v := range verdictOrder {
			if n := counts[k][v]; n > 0 {
				// From the sum, so that rounding leaves no gaps.
				from, to := done*(barRight-barLeft)/most, (done+n)*(barRight-barLeft)/most
				b.Parts = append(b.Parts, part{v, barLeft + from, max(1, to-from-1)})
				done += n
			}
		}
		b.EndX = barLeft + done*(barRight-barLeft)/most + 5
		c.Bars = append(c.Bars, b)
		c.Label += count(totals[k], k+" finding") + ", "
	}
	for _, v := range verdictOrder {
		if verdicts[v] > 0 {
			c.Legend = append(c.Legend, choice{Value: v, Name: v, Count: verdicts[v]})
		}
	}
	c.Label = "Findings by kind: " + c.Label[:max(0, len(c.Label)-2)]
	return c
}
