package align

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
)

const (
	maxLinks    = 12   // counterparts kept for each passage: more are rivals
	maxPostings = 600  // a term in more passages than this starts no search: it tells nothing apart, and the work stays linear
	minDice     = 0.10 // below this two sentences share a chance word
	minCover    = 0.25 // or a headline stands inside a long sentence
)

// setLinks finds the counterparts of every passage through an inverted index.
func setLinks(s *compare.Story) {
	postings := make([][]int32, s.Terms)
	for i := range s.Passages {
		if s.Passages[i].Mute {
			continue
		}
		for _, t := range s.Passages[i].Terms {
			postings[t.ID] = append(postings[t.ID], int32(i))
		}
	}
	shared := make([]float64, len(s.Passages))
	var touched []int32
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute || p.Weight == 0 {
			continue
		}
		touched = touched[:0]
		for _, t := range p.Terms {
			if len(postings[t.ID]) > maxPostings || t.Weight <= 0 {
				continue
			}
			for _, j := range postings[t.ID] {
				if shared[j] == 0 {
					touched = append(touched, j)
				}
				shared[j] += float64(t.Weight)
			}
		}
		for _, j := range touched {
			q := &s.Passages[j]
			dice := 2 * shared[j] / (p.Weight + q.Weight)
			cover := shared[j] / min(p.Weight, q.Weight)
			shared[j] = 0
			if int(j) != i && (dice >= minDice || cover >= minCover) {
				p.Links = append(p.Links, compare.Link{To: int(j), Dice: dice, Cover: min(1, cover)})
			}
		}
		p.Links = best(s, p.Links)
	}
	mirror(s)
}

// mirror makes links mutual: what is among the best of one passage is a
// counterpart of the other as well. Their number at most doubles.
func mirror(s *compare.Story) {
	n := make([]int, len(s.Passages))
	for i := range s.Passages {
		n[i] = len(s.Passages[i].Links)
	}
	has := func(i, to int) bool {
		return slices.ContainsFunc(s.Passages[i].Links[:n[i]], func(l compare.Link) bool { return l.To == to })
	}
	for i := range s.Passages {
		for _, l := range s.Passages[i].Links[:n[i]] {
			if !has(l.To, i) {
				s.Passages[l.To].Links = append(s.Passages[l.To].Links, compare.Link{To: i, Dice: l.Dice, Cover: l.Cover})
			}
		}
	}
	for i := range s.Passages {
		if len(s.Passages[i].Links) > n[i] {
			sortLinks(s, s.Passages[i].Links)
		}
	}
}

// best sorts links by score and keeps the first maxLinks, and any that tie
// with the last of them. Ties are ordered by what the sentences say, not by
// where they stand, so that the order of the sources does not matter.
func best(s *compare.Story, links []compare.Link) []compare.Link {
	if len(links) > 2*maxLinks {
		// Only what can be among the best is worth an order.
		dice := make([]float64, len(links))
		for i, l := range links {
			dice[i] = l.Dice
		}
		slices.Sort(dice)
		bar := dice[len(dice)-maxLinks]
		links = slices.DeleteFunc(links, func(l compare.Link) bool { return l.Dice < bar })
	}
	sortLinks(s, links)
	n := min(len(links), maxLinks)
	for n > 0 && n < len(links) && n < 2*maxLinks && links[n].Dice == links[n-1].Dice {
		n++
	}
	return slices.Clip(links[:n])
}

func sortLinks(s *compare.Story, links []compare.Link) {
	slices.SortFunc(links, func(a, b compare.Link) int {
		if c := cmp.Or(-cmp.Compare(a.Dice, b.Dice), -cmp.Compare(a.Cover, b.Cover)); c != 0 {
			return c // texts are compared only where they decide
		}
		return cmp.Or(strings.Compare(s.PassageText(a.To), s.PassageText(b.To)), cmp.Compare(a.To, b.To))
	})
}
