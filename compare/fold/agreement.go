package fold

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
)

const (
	agreeDice     = 0.45 // from here two sentences tell the same
	sameWords     = 0.85 // from here they are one text: one origin
	maxAgreements = 40
)

// agreements finds passages that two or more sources share, by the number of
// independent origins that give them. Passages copied nearly word for word, as
// from one news agency, count as one origin. What a finding sets apart is not
// agreed.
func agreements(s *compare.Story, found []compare.Finding) []compare.Agreement {
	group := make([]int, len(s.Passages)) // number of the group of each passage, 0 if none
	members := [][]int{nil}
	for _, e := range agreeing(s) {
		a, b := group[e.a], group[e.b]
		switch {
		case a == 0 && b == 0:
			group[e.a], group[e.b] = len(members), len(members)
			members = append(members, []int{e.a, e.b})
		case a == 0 && fits(s, members[b], e.a):
			group[e.a] = b
			members[b] = append(members[b], e.a)
		case b == 0 && fits(s, members[a], e.b):
			group[e.b] = a
			members[a] = append(members[a], e.b)
		}
	}
	var list []compare.Agreement
	for _, m := range members[1:] {
		a := agreement(s, m)
		apart := slices.ContainsFunc(found, func(f compare.Finding) bool {
			n := 0
			if f.Verdict == compare.Compatible {
				return false
			}
			for _, p := range f.Positions {
				if touch(s, p.Evidence, a.Evidence, false) {
					n++
				}
			}
			return n > 1
		})
		if !apart {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b compare.Agreement) int {
		return cmp.Or(-cmp.Compare(a.Origins, b.Origins), -cmp.Compare(len(a.Sources), len(b.Sources)), strings.Compare(a.Detail, b.Detail))
	})
	return list[:min(len(list), maxAgreements)]
}

// edge is two passages of different sources that tell the same.
type edge struct {
	a, b int
	dice float64
}

// agreeing lists the pairs of passages that tell the same, most alike first;
// ties by what they say, so that the order of the sources does not matter.
func agreeing(s *compare.Story) []edge {
	var edges []edge
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute || p.Weight < minDetail {
			continue
		}
		for _, l := range p.Links {
			q := &s.Passages[l.To]
			if l.To > i && l.Dice >= agreeDice && q.Source != p.Source && q.Weight >= minDetail && sameFigures(s, p, q) {
				edges = append(edges, edge{i, l.To, l.Dice})
			}
		}
	}
	slices.SortStableFunc(edges, func(x, y edge) int {
		if c := -cmp.Compare(x.dice, y.dice); c != 0 {
			return c
		}
		return compareUnordered(s.PassageText(x.a), s.PassageText(x.b), s.PassageText(y.a), s.PassageText(y.b))
	})
	return edges
}

// fits reports whether a passage may join a group: one passage of each source.
func fits(s *compare.Story, group []int, passage int) bool {
	return !slices.ContainsFunc(group, func(m int) bool { return s.Passages[m].Source == s.Passages[passage].Source })
}

// sameFigures reports whether two passages give no differing quantities: what
// is agreed must not be what a finding sets apart.
func sameFigures(s *compare.Story, p, q *compare.Passage) bool {
	a, b := figures(s, p), figures(s, q)
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func figures(s *compare.Story, p *compare.Passage) []string {
	var list []string
	for _, c := range p.Claims {
		if claim := &s.Claims[c]; claim.Sort == compare.Figure {
			list = append(list, s.Sources[claim.Source].Doc.Quantities[claim.Mention].Value.String())
		}
	}
	return list
}

// agreement makes one of a group of passages, one for each source.
func agreement(s *compare.Story, group []int) compare.Agreement {
	slices.Sort(group)
	a := compare.Agreement{}
	origin := make([]int, len(group))
	for n, i := range group {
		p := &s.Passages[i]
		a.Sources = append(a.Sources, p.Source)
		a.Evidence = append(a.Evidence, compare.Evidence{Source: p.Source, Span: s.Sources[p.Source].Doc.Sentences[p.Sentence].Span})
		t := s.PassageText(i)
		if a.Detail == "" || len(t) < len(a.Detail) || (len(t) == len(a.Detail) && t < a.Detail) {
			a.Detail = t
		}
		origin[n] = n
		for m := range n {
			if s.Sources[s.Passages[group[m]].Source].Origin == s.Sources[p.Source].Origin || linkDice(s, group[m], i) >= sameWords {
				origin[n] = origin[m]
				break
			}
		}
		if origin[n] == n {
			a.Origins++
		}
	}
	a.Detail = strings.Join(strings.Fields(a.Detail), " ")
	return a
}

func linkDice(s *compare.Story, a, b int) float64 {
	for _, l := range s.Passages[a].Links {
		if l.To == b {
			return l.Dice
		}
	}
	return 0
}
