package fold

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp"
)

// sample is such a sentence: what it carries and whether readers marked it.
type sample struct {
	story  int
	x      []float64
	marked bool
}

// TestTrain fits the model of importance.go to annotated stories and prints
// it, with what the omissions score by story cross-validated, every story
// with a model fitted to the others, and what they score with the model fitted
// to all. FACTDIFF_TRAIN names their folders, from the root of the repository,
// between commas.
func TestTrain(t *testing.T) {
	dirs := os.Getenv("FACTDIFF_TRAIN")
	if dirs == "" {
		dirs = "testdata/stories" // small, but holds the fitting itself
	}
	var samples []sample
	folders := map[string][]*annotated{}
	stories := 0
	for dir := range strings.SplitSeq(dirs, ",") {
		for _, a := range annotatedIn(t, os.DirFS("../../"+dir)) {
			folders[dir] = append(folders[dir], a)
			samples = append(samples, samplesOf(a, stories)...)
			stories++
		}
	}
	all := fit(samples)
	story := 0
	for dir := range strings.SplitSeq(dirs, ",") {
		var held, known, inUse []*gold.Score
		for _, a := range folders[dir] {
			rest := slices.DeleteFunc(slices.Clone(samples), func(s sample) bool { return s.story == story })
			held = append(held, a.score(fit(rest)))
			known = append(known, a.score(all))
			inUse = append(inUse, a.score(fitted))
			story++
		}
		t.Logf("%s: onlyR and onlyP by story cross-validated %s, fitted %s, in use %s", dir, only(held), only(known), only(inUse))
		if f := gold.Total(held).Figures(); !(f.OnlyPrecision >= 0.4) {
			t.Errorf("%s: the model says little of stories it was not fitted to", dir)
		}
	}
	t.Logf("base %.2f (in use %.2f), %d sentences", all.base, fitted.base, len(samples))
	for i, name := range []string{"terms", "figures", "sums", "events", "newcomers", "attributions", "causes", "denial", "years", "tellers", "heading"} {
		t.Logf("%-12s %6.2f (in use %.2f)", name, all.weights[i], fitted.weights[i])
	}
}

func only(scores []*gold.Score) string {
	f := gold.Total(scores).Figures()
	return fmt.Sprintf("%.3f %.3f", f.OnlyRecall, f.OnlyPrecision)
}

// score scores the omissions of a story, weighed by a model.
func (a *annotated) score(m model) *gold.Score {
	omissions := omit(a.story, untoldIn(a.story, a.findings, m))
	return gold.ScoreResult(a.gold, &compare.Result{Sources: a.story.Sources, Omissions: omissions})
}

// TestFit holds the fitting to a law it cannot know: samples drawn from known
// odds give back their sign and order, and that one story is marked more freely
// than the other is no merit of what it carries.
func TestFit(t *testing.T) {
	var samples []sample
	for i := range 800 {
		x := make([]float64, int(features))
		x[0], x[1] = float64(i%5), float64(i%3)
		story := i % 2
		x[2] = float64(story)
		odds := 1.5*x[0] - 0.5*x[1] - 3 + 2*float64(story)
		samples = append(samples, sample{story: story, x: x, marked: i*7919%100 < int(100/(1+math.Exp(-odds)))})
	}
	m := fit(samples)
	if w := m.weights; w[0] < 1 || w[1] > -0.1 || w[2] > w[0]/2 || m.base > 0 || w[3] != 0 {
		t.Errorf("weights %.2f, base %.2f; want about 1.5, -0.5, 0 and -2", w, m.base)
	}
}

// samplesOf lists what the sentences of a story carry.
func samplesOf(a *annotated, story int) (samples []sample) {
	counts := countMentions(a.story)
	for _, u := range a.untold {
		x := carries(a.story, u.passage, u.missing, counts[u.passage])
		samples = append(samples, sample{story: story, x: x[:], marked: isMarked(a.story, &a.gold, u)})
	}
	return samples
}

// isMarked reports whether a reader marked a detail of the passage as missing
// from a report that misses it.
func isMarked(s *compare.Story, story *gold.Story, u untold) bool {
	p := &s.Passages[u.passage]
	doc := s.Sources[p.Source].Doc
	name := func(i int) string { return "r" + string(rune('1'+i)) }
	for _, only := range story.Only {
		missing := false
		for _, src := range u.missing {
			for _, m := range only.MissingFrom {
				missing = missing || m == name(src)
			}
		}
		for _, m := range only.Mentions {
			at := strings.Index(doc.Article.Text, m.Quote)
			if missing && m.Source == name(p.Source) && at >= 0 && (nlp.Span{Start: at, End: at + len(m.Quote)}).Overlaps(doc.Sentences[p.Sentence].Span) {
				return true
			}
		}
	}
	return false
}

const (
	ridge      = 10  // of the weights
	storyRidge = 0.3 // of what sets the base of one story apart
)

// fit is logistic regression on features scaled to a deviation of one. Every
// story has a base of its own: readers mark about a dozen details of a story,
// however much it leaves out, and what they marked is compared only within a
// story.
func fit(samples []sample) model {
	const k = int(features)
	scale := deviations(samples)
	stories := 0
	for _, s := range samples {
		stories = max(stories, s.story+1)
	}
	penalty := slices.Repeat([]float64{storyRidge}, k+1+stories)
	for i := range k {
		penalty[i] = ridge
	}
	penalty[k] = 1e-6
	var examples []example
	for _, s := range samples {
		x := make([]float64, len(penalty))
		for i := range k {
			x[i] = s.x[i] / scale[i]
		}
		x[k], x[k+1+s.story] = 1, 1
		examples = append(examples, example{x, s.marked})
	}
	beta := logistic(examples, penalty)
	m := model{base: beta[k]}
	for i := range m.weights {
		m.weights[i] = beta[i] / scale[i]
	}
	return m
}

// deviations is the standard deviation of each feature, 1 where it never
// varies.
func deviations(samples []sample) []float64 {
	scale := make([]float64, int(features))
	n := float64(len(samples))
	for i := range scale {
		sum, squares := 0.0, 0.0
		for _, s := range samples {
			sum += s.x[i]
			squares += s.x[i] * s.x[i]
		}
		if scale[i] = math.Sqrt(max(0, squares/n-sum*sum/n/n)); scale[i] < 1e-6 {
			scale[i] = 1
		}
	}
	return scale
}
