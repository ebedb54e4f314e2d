package detect

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
)

var list = &compare.Detector{
	Kind: compare.List,
	Doc: `one enumeration with different members

Fires when two sources list names side by side, share at least two and each has
a member that the other report does not name at all.
Silent for the same members in another order, for a list that only leaves some
out, and for lists that share one member or none.
Misses enumerations of things without names.`,
	Run: runList,
}

const (
	fewestMembers = 2 // one shared member may be chance (see name)
	fewestListed  = 3
)

// enumeration is a run of names with nothing but commas and "and" between.
type enumeration struct {
	source      int
	first, last *compare.Claim
	members     []int // story entities, sorted
}

func runList(s *compare.Story) []compare.Discrepancy {
	all := enumerations(s)
	byMember := map[int][]int{} // enumerations that a story entity stands in
	var out []compare.Discrepancy
	for j := range all {
		b := &all[j]
		shared := map[int]int{} // earlier enumerations, with the members they share with b
		var order []int
		for _, m := range b.members {
			for _, i := range byMember[m] {
				if shared[i] == 0 {
					order = append(order, i)
				}
				shared[i]++
			}
			if len(byMember[m]) < maxLists {
				byMember[m] = append(byMember[m], j)
			}
		}
		slices.Sort(order)
		for _, i := range order {
			if d, ok := rivalLists(s, &all[i], b, shared[i]); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// maxLists is how many lists one name may stand in: more is no news story.
const maxLists = 50

// rivalLists reports two lists that share members, each with one that the
// other's report does not name.
func rivalLists(s *compare.Story, a, b *enumeration, shared int) (compare.Discrepancy, bool) {
	if a.source == b.source || shared < fewestMembers || unknownTo(s, a, b.source) == 0 || unknownTo(s, b, a.source) == 0 {
		return compare.Discrepancy{}, false
	}
	return compare.Discrepancy{
		Kind: compare.List, Verdict: compare.Conflict,
		Score:   0.4 + 0.5*float64(shared)/float64(max(len(a.members), len(b.members))),
		Why:     "the lists share " + strconv.Itoa(shared) + " members, and each has one that the other report never names",
		Subject: "list", Question: "Who or what belongs to the list?",
		A: listSide(s, a), B: listSide(s, b),
	}, true
}

// enumerations finds the lists of names of all sources.
func enumerations(s *compare.Story) []enumeration {
	var all []enumeration
	for si := range s.Sources {
		var run []*compare.Claim
		flush := func() {
			if len(run) >= fewestListed {
				e := enumeration{source: si, first: run[0], last: run[len(run)-1]}
				for _, c := range run {
					e.members = append(e.members, entityOf(s, c))
				}
				slices.Sort(e.members)
				e.members = slices.Compact(e.members)
				all = append(all, e)
			}
			run = run[:0]
		}
		r := s.Sources[si].Claims
		for i := r.First; i < r.Last; i++ {
			c := &s.Claims[i]
			if c.Sort != compare.Naming {
				continue
			}
			if len(run) > 0 && !joined(s.Sources[si].Doc, run[len(run)-1].Last, c.First) {
				flush()
			}
			run = append(run, c)
		}
		flush()
	}
	return all
}

// unknownTo counts the members of a list that the source never names.
func unknownTo(s *compare.Story, e *enumeration, source int) int {
	n := 0
	for _, m := range e.members {
		if !uses(s, m, source) {
			n++
		}
	}
	return n
}

func listSide(s *compare.Story, e *enumeration) compare.Side {
	side := stretchSide(s, e.first, e.first.First, e.last.Last)
	names := make([]string, len(e.members))
	for i, m := range e.members {
		names[i] = s.Entities[m].Canonical
	}
	slices.SortFunc(names, cmp.Compare)
	side.Norm = strings.Join(names, ", ")
	return side
}
