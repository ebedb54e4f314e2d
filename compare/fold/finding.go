package fold

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// findings folds discrepancies into questions. Two discrepancies of one kind
// belong to one question if they share a piece of evidence; the pieces with one
// normalised value are one position. The result does not depend on the order
// in which sources are given, but for the order of their indices.
func findings(s *compare.Story, found []compare.Discrepancy) []compare.Finding {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b compare.Discrepancy) int { return order(s, &a, &b) })

	parent := make([]int, len(found))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	type place struct {
		kind compare.Kind
		ev   compare.Evidence
	}
	at := map[place]int{}
	for i := range found {
		for _, side := range []*compare.Side{&found[i].A, &found[i].B} {
			p := place{found[i].Kind, side.Evidence}
			if j, ok := at[p]; ok {
				a, b := find(i), find(j)
				parent[max(a, b)] = min(a, b)
			} else {
				at[p] = i
			}
		}
	}
	var list []compare.Finding
	index := map[int]int{}
	for i := range found {
		root := find(i)
		n, ok := index[root]
		if !ok {
			n = len(list)
			index[root] = n
			d := &found[i] // the best of its question: found is sorted
			list = append(list, compare.Finding{Kind: d.Kind, Verdict: d.Verdict, Subject: d.Subject,
				Question: d.Question, Why: d.Why, Confidence: d.Score})
		}
		f := &list[n]
		addSide(f, &found[i].A)
		addSide(f, &found[i].B)
	}
	for i := range list {
		list[i].Internal = isInternal(&list[i])
		sortPositions(s, &list[i])
	}
	slices.SortStableFunc(list, func(a, b compare.Finding) int { return -cmp.Compare(rank(&a), rank(&b)) })
	return withoutEchoes(list)
}

// order sorts discrepancies best first; ties by what they say.
func order(s *compare.Story, a, b *compare.Discrepancy) int {
	return cmp.Or(
		-cmp.Compare(a.Score, b.Score),
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.Verdict, b.Verdict),
		compareUnordered(a.A.Norm, a.B.Norm, b.A.Norm, b.B.Norm),
		compareUnordered(text(s, a.A), text(s, a.B), text(s, b.A), text(s, b.B)),
		strings.Compare(a.Question, b.Question),
		strings.Compare(a.Why, b.Why))
}

// compareUnordered compares two pairs of strings, each without regard to the
// order inside the pair.
func compareUnordered(a1, a2, b1, b2 string) int {
	return cmp.Or(strings.Compare(min(a1, a2), min(b1, b2)), strings.Compare(max(a1, a2), max(b1, b2)))
}

func text(s *compare.Story, side compare.Side) string {
	return s.Sources[side.Evidence.Source].Doc.Text(side.Evidence.Span)
}

// addSide files one side under the position with its normalised value.
func addSide(f *compare.Finding, side *compare.Side) {
	for i := range f.Positions {
		p := &f.Positions[i]
		if p.Norm == side.Norm {
			if !slices.Contains(p.Evidence, side.Evidence) {
				p.Evidence = append(p.Evidence, side.Evidence)
			}
			return
		}
	}
	f.Positions = append(f.Positions, compare.Position{Value: side.Value, Norm: side.Norm, Evidence: []compare.Evidence{side.Evidence}})
}

// isInternal reports whether every source that takes one position takes
// another as well, so that no two sources stand against each other.
func isInternal(f *compare.Finding) bool {
	holds := map[int]int{}
	for _, p := range f.Positions {
		for _, src := range sources(p.Evidence) {
			holds[src]++
		}
	}
	for _, n := range holds {
		if n < 2 {
			return false
		}
	}
	return true
}

// sources lists the distinct sources of some evidence, ascending.
func sources(evidence []compare.Evidence) []int {
	var list []int
	for _, e := range evidence {
		list = append(list, e.Source)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// sortPositions puts the position with most sources first, and orders evidence
// by source and place. The value shown is the shortest wording.
func sortPositions(s *compare.Story, f *compare.Finding) {
	for i := range f.Positions {
		p := &f.Positions[i]
		slices.SortFunc(p.Evidence, func(a, b compare.Evidence) int {
			return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
		})
		p.Value = shortest(s, p)
	}
	slices.SortFunc(f.Positions, func(a, b compare.Position) int {
		return cmp.Or(-cmp.Compare(len(sources(a.Evidence)), len(sources(b.Evidence))), strings.Compare(a.Norm, b.Norm))
	})
}

func shortest(s *compare.Story, p *compare.Position) string {
	best := ""
	for _, e := range p.Evidence {
		t := strings.Join(strings.Fields(s.Sources[e.Source].Doc.Text(e.Span)), " ")
		if best == "" || len(t) < len(best) || (len(t) == len(best) && t < best) {
			best = t
		}
	}
	return best
}

// verdictWeight orders what a reader should see first.
var verdictWeight = [...]float64{compare.NoVerdict: 0, compare.Conflict: 1.15, compare.Update: 1.05, compare.Tension: 1, compare.Compatible: 0.1}

// rank is the importance of a finding: how sure it is and how grave, with a
// little for each further source that takes part and for the headline.
func rank(f *compare.Finding) float64 {
	var all []compare.Evidence
	for _, p := range f.Positions {
		all = append(all, p.Evidence...)
	}
	more := float64(len(sources(all)) - 2)
	return f.Confidence * verdictWeight[f.Verdict] * (1 + 0.03*min(more, 5))
}

// families of kinds that ask nearly the same question: the scorer's families,
// which are the reader's: who cares whether a word is outcome or certainty.
func family(k compare.Kind) int {
	switch k {
	case compare.Number, compare.Date:
		return 1
	case compare.NameKind, compare.List, compare.Place, compare.RoleKind:
		return 2
	}
	return 3
}

// withoutEchoes drops a finding when a better one of the same family already
// sets two stretches against each other that this one sets against each other
// again.
func withoutEchoes(list []compare.Finding) []compare.Finding {
	var kept []compare.Finding
	for i := range list {
		echo := slices.ContainsFunc(kept, func(k compare.Finding) bool {
			return family(k.Kind) == family(list[i].Kind) && (k.Verdict == compare.Compatible) == (list[i].Verdict == compare.Compatible) && sameStretches(&k, &list[i])
		})
		if !echo {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// sameStretches reports whether two positions of b touch two positions of a.
func sameStretches(a, b *compare.Finding) bool {
	touching := 0
	for i := range b.Positions {
		for j := range a.Positions {
			if touch(b.Positions[i].Evidence, a.Positions[j].Evidence) {
				touching++
				break
			}
		}
	}
	return touching >= 2
}

func touch(a, b []compare.Evidence) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Source == y.Source && overlaps(x.Span, y.Span) {
				return true
			}
		}
	}
	return false
}

func overlaps(a, b nlp.Span) bool { return a.Overlaps(b) }
