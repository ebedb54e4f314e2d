package align

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
)

// Two reports of one event tell at least one thing in much the same words: of
// 380 pairs of reports that belong together all but three do, of 43 pairs that
// only tell of the same kind of event 16.
const (
	sameTelling     = 0.30 // Dice from which two sentences tell the same thing
	fewestSentences = 4    // of a shorter report nobody can tell
)

// setEvents finds the reports that tell of one event, directly or by way of a
// third, and takes back the links between those that do not: two earthquakes
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
			if l.Dice >= sameTelling {
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
