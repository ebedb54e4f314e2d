package reports

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// leastParallel is how alike two sentences must be to bring their paragraphs
// level: below it they share a name and little else.
const leastParallel = 0.15

// headlines is the weight of headline beside headline: more than any two
// paragraphs have, so that the texts begin level.
const headlines = 1e6

// paragraphs is the stretches of a text that stand as paragraphs, in order:
// those of its sentences or, where it has none, its lines. Each reaches to the
// next without the white space between them, so that no text is lost.
func paragraphs(doc *nlp.Document) []Context {
	text := doc.Article.Text
	var starts []int
	for i, s := range doc.Sentences {
		if i == 0 || s.Paragraph != doc.Sentences[i-1].Paragraph {
			starts = append(starts, s.Start)
		}
	}
	if len(doc.Sentences) == 0 {
		for at := 0; at < len(text); {
			starts = append(starts, at)
			n := strings.IndexByte(text[at:], '\n')
			if n < 0 {
				break
			}
			at += n + 1
		}
	}
	if len(starts) > 0 {
		starts[0] = 0
	}
	var list []Context
	for i, start := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if c := trim(text, start, end); c.Start < c.End {
			list = append(list, c)
		}
	}
	return list
}

// trim is the stretch without white space at its ends.
func trim(text string, start, end int) Context {
	body := strings.TrimLeft(text[start:end], " \t\r\n")
	start = end - len(body)
	return Context{Start: start, End: start + len(strings.TrimRight(body, " \t\r\n"))}
}

// bond is how much two paragraphs have in common.
type bond struct {
	a, b   int
	weight float64
}

// alignments brings paragraphs of each two sources level, by the links of
// their sentences: the heaviest set of pairs that keeps both texts in order.
func alignments(result *compare.Result, sources []Source) []Alignment {
	paragraph := paragraphOfPassage(result, sources)
	weights := map[[2]int]map[[2]int]float64{}
	for i := range result.Passages {
		p := &result.Passages[i]
		for _, l := range p.Links {
			q := &result.Passages[l.To]
			if l.To <= i || p.Source == q.Source || l.Dice < leastParallel || paragraph[i] < 0 || paragraph[l.To] < 0 {
				continue
			}
			a, b, x, y := p.Source, q.Source, paragraph[i], paragraph[l.To]
			if a > b {
				a, b, x, y = b, a, y, x
			}
			if weights[[2]int{a, b}] == nil {
				weights[[2]int{a, b}] = map[[2]int]float64{{0, 0}: headlines}
			}
			weights[[2]int{a, b}][[2]int{x, y}] += l.Dice
		}
	}
	var list []Alignment
	for a := range sources {
		for b := a + 1; b < len(sources); b++ {
			w := weights[[2]int{a, b}]
			if w == nil {
				continue
			}
			bonds := make([]bond, 0, len(w))
			for at, weight := range w {
				bonds = append(bonds, bond{at[0], at[1], weight})
			}
			list = append(list, Alignment{A: sources[a].ID, B: sources[b].ID, Paragraphs: inOrder(bonds, len(sources[b].Paragraphs))})
		}
	}
	return list
}

// paragraphOfPassage is the paragraph that each passage begins in, -1 if none.
func paragraphOfPassage(result *compare.Result, sources []Source) []int {
	out := make([]int, len(result.Passages))
	for i := range result.Passages {
		p := &result.Passages[i]
		start := result.Sources[p.Source].Doc.Sentences[p.Sentence].Start
		list := sources[p.Source].Paragraphs
		n, found := slices.BinarySearchFunc(list, start, func(c Context, at int) int { return cmp.Compare(c.Start, at) })
		if !found {
			n--
		}
		out[i] = n
	}
	return out
}

// inOrder picks the bonds of the greatest total weight among those in which
// both a and b rise: the heaviest increasing subsequence, by a Fenwick tree
// over b that holds the best chain so far, in O(n log n). b is below width.
func inOrder(bonds []bond, width int) [][2]int {
	// Of one a, the greater b first, so that no chain takes two of them.
	slices.SortFunc(bonds, func(x, y bond) int { return cmp.Or(cmp.Compare(x.a, y.a), -cmp.Compare(x.b, y.b)) })
	total := make([]float64, len(bonds))
	before := make([]int, len(bonds))
	best := make([]int, width+1) // 1-based tree; a bond's index plus one, 0 is none
	heavier := func(x, y int) bool { return y == 0 || x != 0 && total[x-1] > total[y-1] }
	last := 0
	for i, e := range bonds {
		from := 0
		for at := e.b; at > 0; at -= at & -at {
			if heavier(best[at], from) {
				from = best[at]
			}
		}
		total[i], before[i] = e.weight, from
		if from > 0 {
			total[i] += total[from-1]
		}
		for at := e.b + 1; at <= width; at += at & -at {
			if heavier(i+1, best[at]) {
				best[at] = i + 1
			}
		}
		if heavier(i+1, last) {
			last = i + 1
		}
	}
	pairs := [][2]int{}
	for i := last; i > 0; i = before[i-1] {
		pairs = append(pairs, [2]int{bonds[i-1].a, bonds[i-1].b})
	}
	slices.Reverse(pairs)
	return pairs
}
