package fold

import (
	"math"

	"github.com/factdiff/factdiff/compare"
)

// signals are what speaks for or against a finding: how sure its detector is,
// and how the two sentences at its root lie in their reports.
type signals struct {
	score    float64 // of the best discrepancy, 0..1
	rivals   float64 // other sentences that are as like one of the two as they are each other, logarithm
	shift    float64 // how far apart the two stand in their reports, 0..1
	lead     float64 // how near to the beginning the later of the two stands, 0..1
	together float64 // share of the sentences of one report that the other tells, too, the greater, 0..1
	repeats  float64 // further evidence of the values, up to mostCarried
	heading  float64 // 1 if one of the two is a heading
}

// sort is a kind with its verdict.
type sort struct {
	kind    compare.Kind
	verdict compare.Verdict
}

// The log-odds that signals and sorts add, fitted by logistic regression with a
// ridge to the findings on annotated stories and to about 350 on other real
// news that were judged by reading, and rounded. TestTrainConfidence fits them
// again:
//
//	FACTDIFF_TRAIN=../shared/gold/dev,testdata/stories FACTDIFF_NEWS=../shared/data/stories.jsonl.gz \
//		go test -v -run TrainConfidence ./compare/fold
var (
	confidenceWeights = signals{score: 1.42, rivals: -0.41, shift: -1.22, lead: 0.63, together: 0.33, repeats: 0.10, heading: -1.10}
	sortWeights       = map[sort]float64{
		{compare.Number, compare.Conflict}:         -0.42,
		{compare.Number, compare.Update}:           -0.07,
		{compare.Number, compare.Tension}:          0.22,
		{compare.Date, compare.Conflict}:           -0.78,
		{compare.Place, compare.Conflict}:          -0.52,
		{compare.Place, compare.Tension}:           0.34,
		{compare.NameKind, compare.Conflict}:       -1.15,
		{compare.NameKind, compare.Tension}:        1.66,
		{compare.List, compare.Conflict}:           -1.56,
		{compare.Outcome, compare.Conflict}:        -0.81,
		{compare.Outcome, compare.Update}:          1.51,
		{compare.Outcome, compare.Tension}:         0.09,
		{compare.Certainty, compare.Tension}:       0.45,
		{compare.AttributionKind, compare.Tension}: -0.34,
		{compare.Quote, compare.Tension}:           0.78,
		{compare.RoleKind, compare.Update}:         0.09,
		{compare.RoleKind, compare.Tension}:        0.49,
		{compare.Description, compare.Conflict}:    0.03,
	}
)

const (
	confidenceBase  = -0.10
	leastConfidence = 0.25 // below it a finding is not shown: three of four are wrong
)

// vector lists the signals in order.
func (v signals) vector() []float64 {
	return []float64{v.score, v.rivals, v.shift, v.lead, v.together, v.repeats, v.heading}
}

// confidence is how likely it is, 0..1, that a fact-checker wants to see a
// finding of the sort with these signals. A sort that was never judged counts
// as the average.
func (v signals) confidence(of sort) float64 {
	return 1 / (1 + math.Exp(-confidenceBase-sortWeights[of]-v.odds()))
}

// odds are the log-odds that the signals add.
func (v signals) odds() float64 {
	z, x := 0.0, v.vector()
	for i, w := range confidenceWeights.vector() {
		z += w * x[i]
	}
	return z
}

// readSignals reads the signals of a question, those of the root that speak most
// for it; told is toldTogether of the story.
func readSignals(s *compare.Story, q *question, told map[[2]int]float64) signals {
	var best signals
	for i, root := range q.roots {
		v := readRoot(s, q, root, told)
		if i == 0 || v.odds() > best.odds() {
			best = v
		}
	}
	return best
}

func readRoot(s *compare.Story, q *question, root *compare.Discrepancy, told map[[2]int]float64) signals {
	a, b := passageOf(s, root.A.Evidence), passageOf(s, root.B.Evidence)
	x, y := &s.Passages[a], &s.Passages[b]
	placeA, placeB := placeIn(s, a), placeIn(s, b)
	v := signals{
		score:    root.Score,
		rivals:   math.Log1p(float64(rivals(s, a, b) + rivals(s, b, a))),
		shift:    math.Abs(placeA - placeB),
		lead:     1 - max(placeA, placeB),
		together: told[[2]int{min(x.Source, y.Source), max(x.Source, y.Source)}],
		repeats:  -2, // the root's own
	}
	for _, p := range q.Positions {
		v.repeats += float64(len(p.Evidence))
	}
	v.repeats = min(v.repeats, mostCarried)
	if s.Sources[x.Source].Doc.Sentences[x.Sentence].Heading || s.Sources[y.Source].Doc.Sentences[y.Sentence].Heading {
		v.heading = 1
	}
	return v
}

// passageOf is the passage that a piece of evidence begins in.
func passageOf(s *compare.Story, e compare.Evidence) int {
	src := &s.Sources[e.Source]
	return src.Passages.First + sentenceAt(src.Doc.Sentences, e.Span.Start)
}

// placeIn is where in its report a passage stands: 0 first, 1 last.
func placeIn(s *compare.Story, i int) float64 {
	r := s.Sources[s.Passages[i].Source].Passages
	return float64(i-r.First) / float64(r.Last-r.First)
}

// rivals counts the passages of b's source, other than b, that are as like a as
// b is.
func rivals(s *compare.Story, a, b int) int {
	p, q := &s.Passages[a], &s.Passages[b]
	likeness := compare.Dice(p.Terms, q.Terms, p.Weight, q.Weight)
	n := 0
	for _, l := range p.Links {
		if s.Passages[l.To].Source == q.Source && l.To != a && l.To != b && l.Dice >= likeness {
			n++
		}
	}
	return n
}

// toldTogether is, for each two sources, lower first, the share of the sentences
// of one that the other tells, too, the greater of the two.
func toldTogether(s *compare.Story) map[[2]int]float64 {
	share := map[[2]int]float64{}
	for i := range s.Sources {
		r := s.Sources[i].Passages
		last := map[int]int{} // source -> one more than the last passage that it tells
		count := map[int]int{}
		for n := r.First; n < r.Last; n++ {
			for _, l := range s.Passages[n].Links {
				if src := s.Passages[l.To].Source; l.Dice >= compare.SameTelling && last[src] != n+1 {
					last[src] = n + 1
					count[src]++
				}
			}
		}
		for src, n := range count {
			key := [2]int{min(i, src), max(i, src)}
			share[key] = max(share[key], float64(n)/float64(r.Last-r.First))
		}
	}
	return share
}

// calibrate sets the confidence of each question that is not explained.
func calibrate(s *compare.Story, list []question) {
	told := toldTogether(s)
	for i := range list {
		if list[i].Verdict == compare.Compatible {
			continue
		}
		list[i].Confidence = readSignals(s, &list[i], told).confidence(sort{list[i].Kind, list[i].Verdict})
	}
}
