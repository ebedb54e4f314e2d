package align

import "github.com/factdiff/factdiff/compare"

const (
	sameSentence = 0.85 // Dice from which two sentences are one text, lightly edited
	sameReport   = 0.6  // share of a report's sentences that stand in another one: one origin
)

// setOrigins finds reports that were made from one text, as from one news
// agency: most sentences of the shorter stand nearly word for word in the
// longer. Origin is the lowest source of such a family.
func setOrigins(s *compare.Story) {
	n := len(s.Sources)
	origins, total := newGroups(n), make([]int, n)
	copied := make([]map[int]int, n)
	for i := range copied {
		copied[i] = map[int]int{}
	}
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute || len(p.Terms) < 3 {
			continue
		}
		total[p.Source]++
		seen := map[int]bool{}
		for _, l := range p.Links {
			to := s.Passages[l.To].Source
			if l.Dice >= sameSentence && to != p.Source && !seen[to] {
				seen[to] = true
				copied[p.Source][to]++
			}
		}
	}
	for a := range n {
		for b := range n {
			if a != b && total[a] >= 3 && float64(copied[a][b]) >= sameReport*float64(total[a]) {
				origins.join(a, b)
			}
		}
	}
	for i := range s.Sources {
		s.Sources[i].Origin = origins.find(i)
	}
}
