// Package fold makes a result of what the detectors report: discrepancies
// become findings with one question and a position for each value, details
// that some sources leave out become omissions, and what several sources share
// becomes agreements, each list in order of importance.
package fold

import "github.com/factdiff/factdiff/compare"

// Result folds the discrepancies of a story.
func Result(s *compare.Story, found []compare.Discrepancy) *compare.Result {
	r := &compare.Result{Sources: s.Sources, Passages: s.Passages, Origins: origins(s)}
	r.Findings = findings(s, found)
	r.Omissions = omissions(s, r.Findings)
	r.Agreements = agreements(s, r.Findings)
	return r
}

// origins lists the families of sources that nearly copy one another.
func origins(s *compare.Story) [][]int {
	family := make([][]int, len(s.Sources))
	for i := range s.Sources {
		o := s.Sources[i].Origin
		family[o] = append(family[o], i)
	}
	var all [][]int
	for _, f := range family {
		if len(f) > 1 {
			all = append(all, f)
		}
	}
	return all
}
