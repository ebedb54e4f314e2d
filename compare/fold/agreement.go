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
// from one news agency, count as one origin.
func agreements(s *compare.Story) []compare.Agreement {
	used := make([]bool, len(s.Passages))
	var list []compare.Agreement
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute || used[i] || p.Weight < minDetail {
			continue
		}
		group := []int{i}
		seen := map[int]bool{p.Source: true}
		for _, l := range p.Links {
			q := &s.Passages[l.To]
			if l.Dice < agreeDice {
				break
			}
			if !seen[q.Source] && !used[l.To] && sameFigures(s, p, q) {
				seen[q.Source] = true
				group = append(group, l.To)
			}
		}
		if len(group) < 2 {
			continue
		}
		for _, j := range group {
			used[j] = true
		}
		list = append(list, agreement(s, group))
	}
	slices.SortStableFunc(list, func(a, b compare.Agreement) int {
		return cmp.Or(-cmp.Compare(a.Origins, b.Origins), -cmp.Compare(len(a.Sources), len(b.Sources)), strings.Compare(a.Detail, b.Detail))
	})
	return list[:min(len(list), maxAgreements)]
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
		t := passageText(s, i)
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
