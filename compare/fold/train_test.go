package fold

import (
	"io/fs"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
)

// sample is a passage with what it carries and whether readers marked it.
type sample struct {
	story  string
	x      []float64
	marked bool
}

// TestTrain fits the weights of importance.go to annotated stories and prints
// them, with the log-loss by story cross-validated. FACTDIFF_TRAIN names their
// folders, from the root of the repository, between commas.
func TestTrain(t *testing.T) {
	dirs := os.Getenv("FACTDIFF_TRAIN")
	if dirs == "" {
		dirs = "testdata/stories" // small, but holds the fitting itself
	}
	var samples []sample
	for dir := range strings.SplitSeq(dirs, ",") {
		samples = append(samples, samplesOf(t, os.DirFS("../../"+dir))...)
	}
	w, b := fit(samples)
	held, zero := 0.0, 0.0
	marked := 0.0
	for _, s := range samples {
		if s.marked {
			marked++
		}
	}
	rate := marked / float64(len(samples))
	for story := range storiesOf(samples) {
		var rest []sample
		for _, s := range samples {
			if s.story != story {
				rest = append(rest, s)
			}
		}
		w, b := fit(rest)
		for _, s := range samples {
			if s.story == story {
				held += loss(odds(w, b, s.x), s.marked)
				zero += loss(math.Log(rate/(1-rate)), s.marked)
			}
		}
	}
	n := float64(len(samples))
	t.Logf("%d passages, %.0f marked; log-loss by story cross-validated %.3f, without weights %.3f", len(samples), marked, held/n, zero/n)
	t.Logf("base %.2f", b)
	for i, name := range []string{"figures", "persons", "events", "negations", "tellers", "weight", "quoted", "place", "heading"} {
		t.Logf("%-10s %6.2f (in use %.2f)", name, w[i], weights.vector()[i])
	}
	if os.Getenv("FACTDIFF_TRAIN") != "" && held >= zero {
		t.Errorf("the weights say nothing of stories they were not fitted to")
	}
}

// TestFit holds the fitting to a law it cannot know: samples drawn from known
// odds give back their sign and order.
func TestFit(t *testing.T) {
	var samples []sample
	for i := range 400 {
		x := []float64{float64(i % 5), float64(i % 3)}
		samples = append(samples, sample{story: "s", x: x, marked: i*7919%100 < int(100/(1+math.Exp(2-1.5*x[0]+0.5*x[1])))})
	}
	w, b := fit(samples)
	if w[0] < 1 || w[1] > 0 || b > 0 {
		t.Errorf("weights %.2f, base %.2f; want about 1.5, -0.5 and -2", w, b)
	}
}

func storiesOf(samples []sample) map[string]bool {
	names := map[string]bool{}
	for _, s := range samples {
		names[s.story] = true
	}
	return names
}

// samplesOf reads every passage that some source leaves out.
func samplesOf(t *testing.T, files fs.FS) []sample {
	t.Helper()
	stories, err := gold.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	var samples []sample
	for _, story := range stories {
		var docs []*nlp.Document
		var claims [][]compare.Claim
		for _, path := range story.Reports {
			data, err := fs.ReadFile(files, path)
			if err != nil {
				t.Fatal(err)
			}
			article, err := source.Read(path, data)
			if err != nil {
				t.Fatal(err)
			}
			doc := english.Analyze(article)
			docs, claims = append(docs, doc), append(claims, claim.Extract(doc))
		}
		s := align.Story(docs, claims, nil)
		bags := bags(s)
		for i := range s.Passages {
			p := &s.Passages[i]
			if p.Mute || p.Weight < minDetail || s.Sources[p.Source].Doc.Sentences[p.Sentence].Paragraph == 0 {
				continue
			}
			if d, ok := missingFrom(s, i, bags, nil); ok {
				samples = append(samples, sample{
					story: story.ID, marked: isMarked(s, &story, d),
					x: carries(s, i, len(s.Sources)-1-len(d.missing)).vector(),
				})
			}
		}
	}
	return samples
}

// isMarked reports whether a reader marked a detail of the passage as missing
// from a report that misses it.
func isMarked(s *compare.Story, story *gold.Story, d detail) bool {
	p := &s.Passages[d.passage]
	doc := s.Sources[p.Source].Doc
	name := func(i int) string { return "r" + string(rune('1'+i)) }
	for _, only := range story.Only {
		missing := false
		for _, src := range d.missing {
			for _, m := range only.MissingFrom {
				missing = missing || m == name(src)
			}
		}
		for _, m := range only.Mentions {
			at := strings.Index(doc.Article.Text, m.Quote)
			if missing && m.Source == name(p.Source) && at >= 0 && (nlp.Span{Start: at, End: at + len(m.Quote)}).Overlaps(detailSpan(s, d.passage)) {
				return true
			}
		}
	}
	return false
}

// ridge keeps weights small that few samples speak for.
const ridge = 0.1

// fit is logistic regression with a ridge, by Newton's method: the weights of
// the features and the base.
func fit(samples []sample) (w []float64, b float64) {
	n := len(samples[0].x) + 1
	beta := make([]float64, n)
	row := func(s sample) []float64 { return append(append(make([]float64, 0, n), s.x...), 1) }
	for range 30 {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			penalty := ridge
			if i == n-1 {
				penalty = 1e-6
			}
			hessian[i][i] = penalty
			gradient[i] = penalty * beta[i]
		}
		for _, s := range samples {
			x := row(s)
			p := 1 / (1 + math.Exp(-dot(beta, x)))
			y := 0.0
			if s.marked {
				y = 1
			}
			for i := range x {
				gradient[i] += (p - y) * x[i]
				for j := range x {
					hessian[i][j] += p * (1 - p) * x[i] * x[j]
				}
			}
		}
		step := solve(hessian, gradient)
		for i := range beta {
			beta[i] -= step[i]
		}
	}
	return beta[:n-1], beta[n-1]
}

// solve is Gaussian elimination with pivoting; it destroys its arguments.
func solve(a [][]float64, y []float64) []float64 {
	n := len(y)
	for i := range n {
		best := i
		for k := i + 1; k < n; k++ {
			if math.Abs(a[k][i]) > math.Abs(a[best][i]) {
				best = k
			}
		}
		a[i], a[best], y[i], y[best] = a[best], a[i], y[best], y[i]
		for k := i + 1; k < n; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= f * a[i][j]
			}
			y[k] -= f * y[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = y[i]
		for j := i + 1; j < n; j++ {
			x[i] -= a[i][j] * x[j]
		}
		x[i] /= a[i][i]
	}
	return x
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func odds(w []float64, b float64, x []float64) float64 { return b + dot(w, x) }

func loss(z float64, marked bool) float64 {
	if marked {
		z = -z
	}
	return math.Log1p(math.Exp(z))
}
