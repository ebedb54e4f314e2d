package fold

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// findings folds discrepancies into findings, and keeps those that are likely
// enough, the most important first.
func findings(s *compare.Story, found []compare.Discrepancy) []compare.Finding {
	list := questions(s, found)
	calibrate(s, list)
	byRank(list)
	var out []compare.Finding
	for i := range list {
		if list[i].Confidence >= leastConfidence || list[i].Verdict == compare.Compatible {
			out = append(out, list[i].Finding)
		}
	}
	return out
}

// question is a finding with the discrepancies that it rests on: its best, and
// those that say just the same of other places, lest the order of the sources
// decide which is the best.
type question struct {
	compare.Finding
	roots []*compare.Discrepancy
}

// questions folds discrepancies into questions, best first: see joins. The
// pieces with one normalised value are one position. Neither the order of the
// discrepancies nor that of the sources matters.
func questions(s *compare.Story, found []compare.Discrepancy) []question {
	best := make([]*compare.Discrepancy, len(found))
	for i := range found {
		best[i] = &found[i]
	}
	slices.SortStableFunc(best, func(a, b *compare.Discrepancy) int { return order(s, a, b) })

	var list []question
	at := map[place][]int{}    // findings that a piece of evidence stands in
	with := map[answer][]int{} // findings that a value is a position of
	for _, d := range best {
		if d.A.Norm == d.B.Norm || sayTheSame(s, d) {
			continue // one value is no difference
		}
		n, rival := joins(list, at, with, d)
		switch {
		case n >= 0:
			if order(s, d, list[n].roots[0]) == 0 {
				list[n].roots = append(list[n].roots, d)
			}
		case rival || len(list) == maxFindings:
			continue
		default:
			n = len(list)
			list = append(list, question{roots: []*compare.Discrepancy{d}, Finding: compare.Finding{Kind: d.Kind, Verdict: d.Verdict, Subject: d.Subject,
				Question: d.Question, Why: d.Why, Confidence: d.Score}})
		}
		for _, side := range []*compare.Side{&d.A, &d.B} {
			addSide(&list[n].Finding, side)
			if p := placeOf(d, side); !slices.Contains(at[p], n) {
				at[p] = append(at[p], n)
			}
			if a := answerOf(d, side); !slices.Contains(with[a], n) {
				with[a] = append(with[a], n)
			}
		}
	}
	for i := range list {
		list[i].Internal = isInternal(&list[i].Finding)
		sortPositions(s, &list[i].Finding)
	}
	byRank(list)
	return withoutEchoes(s, list)
}

// sayTheSame reports whether both sides name the same: no reader sees a
// difference between "Holm told" and "Holm told", whoever Holm may be.
func sayTheSame(s *compare.Story, d *compare.Discrepancy) bool {
	return (family(d.Kind) == nameFamily || d.Kind == compare.AttributionKind) && lexicon.Fold(text(s, d.A)) == lexicon.Fold(text(s, d.B))
}

func byRank(list []question) {
	slices.SortStableFunc(list, func(a, b question) int { return -cmp.Compare(rank(&a.Finding), rank(&b.Finding)) })
}

// maxFindings bounds the questions of a story: no reader goes through the best
// thousand, and each is compared with each.
const maxFindings = 1000

// place is a piece of evidence as one kind of finding uses it.
type place struct {
	kind      compare.Kind
	explained bool // verdict compatible: folded apart from real differences
	ev        compare.Evidence
}

func placeOf(d *compare.Discrepancy, side *compare.Side) place {
	return place{d.Kind, d.Verdict == compare.Compatible, side.Evidence}
}

// answer is a value as one kind of finding gives it.
type answer struct {
	kind      compare.Kind
	explained bool
	norm      string
}

func answerOf(d *compare.Discrepancy, side *compare.Side) answer {
	return answer{d.Kind, d.Verdict == compare.Compatible, side.Norm}
}

// sameQuestion is the share of a finding's score that a further discrepancy
// needs to bring it a new position: a chain of weak pairs must not run
// from one question into the next.
const sameQuestion = 0.8

// joins finds the finding that a discrepancy belongs to: one that holds one of
// its pieces of evidence, and either its other value or a score that is nearly
// as good. It is a rival, and of no use, if its evidence already answers a
// better question and it belongs to none.
func joins(list []question, at map[place][]int, with map[answer][]int, d *compare.Discrepancy) (n int, rival bool) {
	for _, side := range [2]*compare.Side{&d.A, &d.B} {
		other := &d.B
		if side == other {
			other = &d.A
		}
		for _, n := range at[placeOf(d, side)] {
			rival = true
			f := &list[n].Finding
			if hasNorm(f, other.Norm) || d.Score >= sameQuestion*f.Confidence && !answersTwice(f, d, other) {
				return n, true
			}
		}
	}
	if d.Kind == compare.Number || d.Kind == compare.NameKind || d.Kind == compare.Place {
		// The same two values against each other again, headline and body say:
		// the same question.
		for _, n := range with[answerOf(d, &d.A)] {
			if hasNorm(&list[n].Finding, d.B.Norm) {
				return n, true
			}
		}
	}
	return -1, rival
}

// answersTwice reports whether a side would bring a second answer of its source
// to a question about a figure: a report that votes 34 on one thing and 33 on
// another gives no two answers to one question, unless it contradicts itself.
func answersTwice(f *compare.Finding, d *compare.Discrepancy, side *compare.Side) bool {
	if d.Kind != compare.Number || d.A.Evidence.Source == d.B.Evidence.Source {
		return false
	}
	return slices.ContainsFunc(f.Positions, func(p compare.Position) bool {
		return p.Norm != side.Norm && slices.ContainsFunc(p.Evidence, func(e compare.Evidence) bool { return e.Source == side.Evidence.Source })
	})
}

func hasNorm(f *compare.Finding, norm string) bool {
	return slices.ContainsFunc(f.Positions, func(p compare.Position) bool { return p.Norm == norm })
}

// order sorts discrepancies best first; ties by what they say.
func order(s *compare.Story, a, b *compare.Discrepancy) int {
	if c := cmp.Or(-cmp.Compare(a.Score, b.Score), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Verdict, b.Verdict)); c != 0 {
		return c // texts are compared only where they decide
	}
	return cmp.Or(
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

// What a finding holds at most: a value of each of the reports of the largest
// story, and a few places in each report for it.
const (
	maxPositions = 100
	maxEvidence  = 500
)

// addSide files one side under the position with its normalised value.
func addSide(f *compare.Finding, side *compare.Side) {
	i := slices.IndexFunc(f.Positions, func(p compare.Position) bool { return p.Norm == side.Norm })
	if i < 0 {
		if len(f.Positions) < maxPositions {
			f.Positions = append(f.Positions, compare.Position{Norm: side.Norm, Evidence: []compare.Evidence{side.Evidence}})
		}
		return
	}
	if p := &f.Positions[i]; len(p.Evidence) < maxEvidence && !slices.Contains(p.Evidence, side.Evidence) {
		p.Evidence = append(p.Evidence, side.Evidence)
	}
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
var verdictWeight = [...]float64{compare.NoVerdict: 0, compare.Conflict: 1.5, compare.Update: 1.25, compare.Tension: 1, compare.Compatible: 0.1}

// rank is the importance of a finding: how sure it is and how grave, with a
// little for each further source that takes part, up to five.
func rank(f *compare.Finding) float64 {
	var all []compare.Evidence
	for _, p := range f.Positions {
		all = append(all, p.Evidence...)
	}
	more := float64(len(sources(all)) - 2)
	return f.Confidence * verdictWeight[f.Verdict] * (1 + 0.03*min(more, 5))
}

// Families of kinds that ask nearly the same question, each kind in one: no
// reader cares whether a word is outcome or certainty. The scorer's are wider,
// and put role and attribution in two.
const (
	valueFamily = iota
	nameFamily
	clauseFamily
)

func family(k compare.Kind) int {
	switch k {
	case compare.Number, compare.Date:
		return valueFamily
	case compare.NameKind, compare.List, compare.Place, compare.RoleKind:
		return nameFamily
	}
	return clauseFamily
}
