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
	var out []compare.Discrepancy
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			a, b := &all[i], &all[j]
			if a.source == b.source {
				continue
			}
			shared := 0
			for _, m := range a.members {
				if slices.Contains(b.members, m) {
					shared++
				}
			}
			onlyA, onlyB := unknownTo(s, a, b.source), unknownTo(s, b, a.source)
			if shared < fewestMembers || onlyA == 0 || onlyB == 0 {
				continue
			}
			score := 0.4 + 0.5*float64(shared)/float64(max(len(a.members), len(b.members)))
			out = append(out, compare.Discrepancy{
				Kind: compare.List, Verdict: compare.Conflict, Score: score,
				Why:     "the lists share " + strconv.Itoa(shared) + " members, and each has one that the other report never names",
				Subject: "list", Question: "Who or what belongs to the list?",
				A: listSide(s, a), B: listSide(s, b),
			})
		}
	}
	return out
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
