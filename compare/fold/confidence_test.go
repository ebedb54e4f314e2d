package fold

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// judged is a question with whether a reader called it right.
type judged struct {
	story, set string
	x          []float64
	right      bool
}

// TestTrainConfidence fits the model of confidence.go to the findings on
// annotated stories (FACTDIFF_TRAIN, see TestTrain) and to findings on other
// real news that were judged by reading: testdata/judged.tsv says how, and
// FACTDIFF_NEWS names the file with their texts. It prints the model, and what
// a model fitted to the other stories does to the findings of each.
func TestTrainConfidence(t *testing.T) {
	dirs := cmp.Or(os.Getenv("FACTDIFF_TRAIN"), "testdata/stories")
	var all []judged
	known := map[string]bool{}
	for dir := range strings.SplitSeq(dirs, ",") {
		all = append(all, judgedByGold(t, os.DirFS("../../"+dir), known)...)
	}
	if news := os.Getenv("FACTDIFF_NEWS"); news != "" {
		all = append(all, judgedByReading(t, "../../"+news, known)...)
	}
	byStory := map[string][]judged{}
	for _, j := range all {
		byStory[j.story] = append(byStory[j.story], j)
	}
	held := make([]float64, len(all))
	for story := range byStory {
		beta := fitJudged(slices.DeleteFunc(slices.Clone(all), func(j judged) bool { return j.story == story }))
		for i, j := range all {
			if j.story == story {
				held[i] = chance(beta, withoutSet(j.x))
			}
		}
	}
	beta := fitJudged(all)
	fitted := make([]float64, len(all))
	for i, j := range all {
		fitted[i] = chance(beta, withoutSet(j.x))
	}
	t.Logf("%d findings; share of pairs of a right and a wrong one in good order: cross-validated %.3f, fitted %.3f", len(all), area(all, held), area(all, fitted))
	for _, set := range []string{"annotated", "basil", "news_cluster", "ecbplus"} {
		for _, bar := range []float64{0, leastConfidence, 0.4} {
			shown, good, right := 0, 0, 0
			for i, j := range all {
				if j.set != set {
					continue
				}
				right += int(indicator(j.right))
				if held[i] >= bar {
					shown++
					good += int(indicator(j.right))
				}
			}
			t.Logf("%-12s from %.2f on: %3d shown, %.2f right, %.2f of the right kept", set, bar, shown, share(good, shown), share(good, right))
		}
	}
	t.Logf("base %.2f (in use %.2f)", beta[len(beta)-1], float64(confidenceBase))
	for i, name := range []string{"score", "rivals", "shift", "lead", "together", "repeats", "heading"} {
		t.Logf("%-22s %5.2f (in use %5.2f)", name, beta[i], confidenceWeights.vector()[i])
	}
	for i, of := range sorts {
		n := 0.0
		for _, j := range all {
			n += j.x[signalCount+i]
		}
		if n > 0 {
			t.Logf("%-22s %5.2f (in use %5.2f) of %.0f", of.kind.String()+"/"+of.verdict.String(), beta[signalCount+i], sortWeights[of], n)
		}
	}
	if os.Getenv("FACTDIFF_NEWS") != "" && area(all, held) < 0.65 {
		t.Errorf("the model says little of stories it was not fitted to")
	}
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

// sorts are the sorts of finding that there are.
var sorts = func() []sort {
	var list []sort
	for _, k := range compare.Kinds() {
		for _, v := range []compare.Verdict{compare.Conflict, compare.Update, compare.Tension} {
			list = append(list, sort{k, v})
		}
	}
	return list
}()

// sets are stories that have something of their own, which is fitted, too, and
// then left out: the rules know the annotated ones, and a corpus whose words
// stand in pieces ("p. m.") has errors of its own.
var sets = []string{"annotated", "ecbplus"}

var signalCount = len(signals{}.vector())

// fitJudged fits the model to some findings.
func fitJudged(all []judged) []float64 {
	var examples []example
	for _, j := range all {
		examples = append(examples, example{j.x, j.right})
	}
	penalty := slices.Repeat([]float64{1}, len(all[0].x))
	penalty[len(penalty)-1] = 1e-6
	return logistic(examples, penalty)
}

// featuresOf are the signals, the sort and the set of a finding, and a 1 for
// the base.
func featuresOf(v signals, of sort, set string) []float64 {
	x := v.vector()
	for _, s := range sorts {
		x = append(x, indicator(s == of))
	}
	for _, s := range sets {
		x = append(x, indicator(s == set))
	}
	return append(x, 1)
}

// withoutSet are features of a set that has nothing of its own.
func withoutSet(x []float64) []float64 {
	x = slices.Clone(x)
	clear(x[len(x)-1-len(sets) : len(x)-1])
	return x
}

// area is the share of pairs of a right and a wrong finding that chances order
// well: the area under the curve of hits over false alarms.
func area(all []judged, chances []float64) float64 {
	good, pairs := 0.0, 0.0
	for i := range all {
		for j := range all {
			if all[i].right && !all[j].right {
				pairs++
				good += indicator(chances[i] > chances[j]) + indicator(chances[i] == chances[j])/2
			}
		}
	}
	return good / max(1, pairs)
}

// TestSignals reads the signals of one question in two short reports.
func TestSignals(t *testing.T) {
	var articles []*nlp.Article
	for i, text := range []string{
		"Ferry hits pier\n\nA ferry hit a pier in Kelm and 27 people were hurt. The captain Otto Venn was questioned by the police of Kelm. It rained in Kelm all day.",
		"Accident in Kelm\n\nA ferry hit a pier in Kelm and 25 people were hurt. It rained in Kelm all day. Nobody saw the captain.",
	} {
		a, err := source.Read(fmt.Sprintf("%d.txt", i), []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
	}
	_, list, v := asked(articles)
	if len(list) != 1 || list[0].Kind != compare.Number {
		t.Fatalf("%d questions", len(list))
	}
	got := v[0]
	if got.shift != 0 || got.lead != 0.75 || got.together != 0.75 || got.repeats != 0 || got.heading != 0 || got.rivals != 0 {
		t.Errorf("signals %+v", got)
	}
	of := sort{compare.Number, compare.Conflict}
	for name, worse := range map[string]signals{
		"less sure":       {score: got.score - 0.3, lead: got.lead, together: got.together},
		"far apart":       {score: got.score, shift: 0.9, lead: got.lead, together: got.together},
		"one of many":     {score: got.score, rivals: 2, lead: got.lead, together: got.together},
		"only a headline": {score: got.score, heading: 1, lead: got.lead, together: got.together},
	} {
		if worse.confidence(of) >= got.confidence(of) {
			t.Errorf("%s: %.2f, not below %.2f", name, worse.confidence(of), got.confidence(of))
		}
	}
}

// asked runs the flow up to the questions, with their signals.
func asked(articles []*nlp.Article) (*compare.Story, []question, []signals) {
	s, found := detected(articles)
	list, v := questioned(s, found)
	return s, list, v
}

func questioned(s *compare.Story, found []compare.Discrepancy) ([]question, []signals) {
	list := questions(s, found)
	told := toldTogether(s)
	v := make([]signals, len(list))
	for i := range list {
		v[i] = readSignals(s, &list[i], told)
	}
	return list, v
}

// judgedByGold are the questions on the annotated stories of a folder; the
// beginnings of their reports become known.
func judgedByGold(t *testing.T, files fs.FS, known map[string]bool) []judged {
	t.Helper()
	var out []judged
	for _, a := range annotatedIn(t, files) {
		for _, src := range a.story.Sources {
			known[beginning(src.Doc.Article.Text)] = true
		}
		list, v := questioned(a.story, a.found)
		result := &compare.Result{Sources: a.story.Sources}
		for i := range list {
			result.Findings = append(result.Findings, list[i].Finding)
		}
		n := 0
		outcomes := gold.ScoreResult(a.gold, result).Outcomes
		for i, q := range list {
			if q.Verdict == compare.Compatible {
				continue
			}
			if how := outcomes[n].How; how != "dup" {
				out = append(out, judged{a.gold.ID, "annotated", featuresOf(v[i], sort{q.Kind, q.Verdict}, "annotated"), how == "right"})
			}
			n++
		}
	}
	return out
}

// beginning is how a report begins: two with one beginning are one.
func beginning(text string) string {
	f := strings.Fields(text)
	return strings.ToLower(strings.Join(f[:min(12, len(f))], " "))
}
