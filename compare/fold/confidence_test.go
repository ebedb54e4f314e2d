package fold

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/compare/detect"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
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
		beta := logistic(slices.DeleteFunc(slices.Clone(all), func(j judged) bool { return j.story == story }))
		for i, j := range all {
			if j.story == story {
				held[i] = chance(beta, withoutSet(j.x))
			}
		}
	}
	beta := logistic(all)
	fitted := make([]float64, len(all))
	for i, j := range all {
		fitted[i] = chance(beta, withoutSet(j.x))
	}
	t.Logf("%d findings; share of pairs of a right and a wrong one in good order: cross-validated %.3f, fitted %.3f", len(all), area(all, held), area(all, fitted))
	for _, set := range []string{"annotated", "basil", "news_cluster", "ecbplus"} {
		for _, bar := range []float64{0, leastConfidence, 0.3, 0.4} {
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
	for i, name := range []string{"score", "rivals", "shift", "lead", "together", "repeats", "heading", "wording"} {
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

// features are the signals, the sort and the set of a finding.
func featuresOf(v signals, of sort, set string) []float64 {
	x := v.vector()
	for _, s := range sorts {
		x = append(x, indicator(s == of))
	}
	for _, s := range sets {
		x = append(x, indicator(s == set))
	}
	return x
}

func withoutSet(x []float64) []float64 {
	return append(slices.Clone(x[:len(x)-len(sets)]), make([]float64, len(sets))...)
}

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
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

// chance is the logistic model's probability; the base is the last weight.
func chance(beta, x []float64) float64 {
	z := beta[len(x)]
	for i := range x {
		z += beta[i] * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// logistic is logistic regression with a ridge of 1 on all weights but the
// base, by Newton's method.
func logistic(all []judged) []float64 {
	n := len(all[0].x) + 1
	beta := make([]float64, n)
	for range 25 {
		gradient, hessian := make([]float64, n), make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			hessian[i][i] = 1
			gradient[i] = beta[i]
		}
		hessian[n-1][n-1], gradient[n-1] = 1e-6, 0
		for _, j := range all {
			x := append(slices.Clone(j.x), 1)
			p := chance(beta, j.x)
			for a, xa := range x {
				if xa == 0 {
					continue
				}
				gradient[a] += (p - indicator(j.right)) * xa
				for b, xb := range x {
					hessian[a][b] += p * (1 - p) * xa * xb
				}
			}
		}
		for i, d := range solve(hessian, gradient) {
			beta[i] -= d
		}
	}
	return beta
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
	_, list, v := asked(t, articles)
	if len(list) != 1 || list[0].Kind != compare.Number {
		t.Fatalf("%d questions", len(list))
	}
	got := v[0]
	if got.shift != 0 || got.lead != 0.75 || got.together != 0.75 || got.repeats != 0 || got.heading != 0 || got.rivals != 0 || got.wording != 1 {
		t.Errorf("signals %+v", got)
	}
	of := sort{compare.Number, compare.Conflict}
	for name, worse := range map[string]signals{
		"less sure":       {score: got.score - 0.3, lead: got.lead, together: got.together, wording: got.wording},
		"far apart":       {score: got.score, shift: 0.9, lead: got.lead, together: got.together, wording: got.wording},
		"one of many":     {score: got.score, rivals: 2, lead: got.lead, together: got.together, wording: got.wording},
		"only a headline": {score: got.score, heading: 1, lead: got.lead, together: got.together, wording: got.wording},
	} {
		if worse.confidence(of) >= got.confidence(of) {
			t.Errorf("%s: %.2f, not below %.2f", name, worse.confidence(of), got.confidence(of))
		}
	}
}

// TestLogistic: samples drawn from known odds give back their sign and size.
func TestLogistic(t *testing.T) {
	var all []judged
	for i := range 600 {
		x := []float64{float64(i % 5), float64(i % 3)}
		all = append(all, judged{x: x, right: i*7919%100 < int(100/(1+math.Exp(2-1.5*x[0]+0.5*x[1])))})
	}
	if beta := logistic(all); beta[0] < 1 || beta[0] > 2 || beta[1] > -0.2 || beta[2] > -1 {
		t.Errorf("%.2f; want about 1.5, -0.5 and -2", beta)
	}
}

// asked runs the flow up to the questions.
func asked(t *testing.T, articles []*nlp.Article) (*compare.Story, []question, []signals) {
	t.Helper()
	var docs []*nlp.Document
	var claims [][]compare.Claim
	for _, a := range articles {
		doc := english.Analyze(a)
		docs, claims = append(docs, doc), append(claims, claim.Extract(doc))
	}
	s := align.Story(docs, claims, nil)
	var found []compare.Discrepancy
	for _, d := range detect.All {
		found = append(found, d.Run(s)...)
	}
	list := questions(s, found)
	told := toldTogether(s)
	v := make([]signals, len(list))
	for i := range list {
		v[i] = readSignals(s, &list[i], told)
	}
	return s, list, v
}

// judgedByGold are the questions on the annotated stories of a folder; the
// beginnings of their reports become known.
func judgedByGold(t *testing.T, files fs.FS, known map[string]bool) []judged {
	t.Helper()
	stories, err := gold.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	var out []judged
	for _, story := range stories {
		var articles []*nlp.Article
		for _, path := range story.Reports {
			data, err := fs.ReadFile(files, path)
			if err != nil {
				t.Fatal(err)
			}
			a, err := source.Read(path, data)
			if err != nil {
				t.Fatal(err)
			}
			articles = append(articles, a)
			known[beginning(a.Text)] = true
		}
		s, list, v := asked(t, articles)
		result := &compare.Result{Sources: s.Sources}
		for i := range list {
			result.Findings = append(result.Findings, list[i].Finding)
		}
		n := 0
		outcomes := gold.ScoreResult(story, result).Outcomes
		for i, q := range list {
			if q.Verdict == compare.Compatible {
				continue
			}
			if how := outcomes[n].How; how != "dup" {
				out = append(out, judged{story.ID, "annotated", featuresOf(v[i], sort{q.Kind, q.Verdict}, "annotated"), how == "right"})
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

// judgement is a line of testdata/judged.tsv.
type judgement struct {
	right bool
	kind  string
	sides [2]struct {
		report     string
		start, end int
	}
}

// isOf reports whether a question sets the two stretches against each other;
// reports names the report of each source.
func (j *judgement) isOf(q *question, reports []string) bool {
	touches := func(p *compare.Position, side int) bool {
		s := &j.sides[side]
		return slices.ContainsFunc(p.Evidence, func(e compare.Evidence) bool {
			return reports[e.Source] == s.report && e.Span.Overlaps(nlp.Span{Start: s.start, End: s.end})
		})
	}
	for a := range q.Positions {
		for b := range q.Positions {
			if a != b && j.kind == q.Kind.String() && touches(&q.Positions[a], 0) && touches(&q.Positions[b], 1) {
				return true
			}
		}
	}
	return false
}

// judgements reads testdata/judged.tsv, by set and event.
func judgements(t *testing.T) map[string][]judgement {
	t.Helper()
	data, err := os.ReadFile("testdata/judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]judgement{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 10 || f[0] != "right" && f[0] != "wrong" {
			t.Fatalf("testdata/judged.tsv: %q", line)
		}
		j := judgement{right: f[0] == "right", kind: f[1]}
		for i := range j.sides {
			s := &j.sides[i]
			s.report = f[4+3*i]
			s.start, err = strconv.Atoi(f[5+3*i])
			if err == nil {
				s.end, err = strconv.Atoi(f[6+3*i])
			}
			if err != nil || s.start >= s.end {
				t.Fatalf("testdata/judged.tsv: %q: %v", line, err)
			}
		}
		all[f[2]+"/"+f[3]] = append(all[f[2]+"/"+f[3]], j)
	}
	return all
}

// TestJudgements: every line can be read.
func TestJudgements(t *testing.T) {
	if n := len(judgements(t)); n < 100 {
		t.Errorf("judgements on %d stories", n)
	}
}

// judgedByReading are the questions on the stories of a file that testdata/judged.tsv
// judges, without stories that hold a known report.
func judgedByReading(t *testing.T, file string, known map[string]bool) []judged {
	t.Helper()
	byStory := judgements(t)
	packed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	type record struct {
		Set         string
		Event       string `json:"event_id"`
		Doc         string `json:"doc_id"`
		Title, Text string
	}
	stories := map[string][]record{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		if key := r.Set + "/" + r.Event; byStory[key] != nil && len(stories[key]) < 30 {
			stories[key] = append(stories[key], r)
		}
	}
	var out []judged
	for key, list := range stories {
		var articles []*nlp.Article
		var reports []string
		twice := false
		for i, r := range list {
			a, err := source.Read(fmt.Sprintf("%d.txt", i), []byte(cmp.Or(r.Title, "x")+"\n\n"+r.Text))
			if err != nil {
				t.Fatal(err)
			}
			articles, reports = append(articles, a), append(reports, r.Doc)
			twice = twice || known[beginning(a.Text)]
		}
		if twice {
			continue
		}
		_, questions, v := asked(t, articles)
		for i := range questions {
			q := &questions[i]
			if n := slices.IndexFunc(byStory[key], func(j judgement) bool { return j.isOf(q, reports) }); n >= 0 && q.Verdict != compare.Compatible {
				out = append(out, judged{key, list[0].Set, featuresOf(v[i], sort{q.Kind, q.Verdict}, list[0].Set), byStory[key][n].right})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b judged) int { return strings.Compare(a.story, b.story) })
	return out
}
