package align

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
)

// fewestSentences is the length of a report below which nobody can tell which
// event it tells of.
const fewestSentences = 4

// setEvents finds the reports that tell of one event, directly or by way of a
// third, by a sentence that both have in much the same words, and takes back the links between those that do not: two earthquakes
// have their own numbers of dead.
func setEvents(s *compare.Story) {
	n := len(s.Sources)
	events, told := newGroups(n), make([]int, n)
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute {
			continue
		}
		told[p.Source]++
		for _, l := range p.Links {
			if l.Dice >= compare.SameTelling {
				events.join(p.Source, s.Passages[l.To].Source)
			}
		}
	}
	for i := range s.Sources {
		if told[i] >= fewestSentences {
			s.Sources[i].Event = events.find(i) + 1
		}
	}
	for i := range s.Passages {
		p := &s.Passages[i]
		p.Links = slices.DeleteFunc(p.Links, func(l compare.Link) bool { return s.Apart(p.Source, s.Passages[l.To].Source) })
	}
}
