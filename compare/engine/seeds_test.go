package engine_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// shared is where the annotated and the first reports lie on machines that
// have them. They belong to publishers and are not part of this repository.
const shared = "../../../shared"

// needShared skips a test on machines without the shared reports, and fails it
// in CI that has them.
func needShared(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(shared, dir)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("FACTDIFF_CI_SHARED") != "" {
			t.Fatalf("%s is missing: %v", path, err)
		}
		t.Skipf("%s is not here", path)
	}
	return path
}

// TestSeeds holds what the two reports that the project began with must show
// and must not.
func TestSeeds(t *testing.T) {
	dir := needShared(t, "seeds")
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) != 2 {
		t.Fatalf("%v: %d seeds", err, len(files))
	}
	texts := make([]string, len(files))
	for i, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(data)
	}
	result := engine.Run(articles(texts...), engine.Options{})
	words := func(evidence []compare.Evidence) string {
		var list []string
		for _, e := range evidence {
			list = append(list, result.Sources[e.Source].Doc.Text(e.Span))
		}
		return strings.Join(list, " | ")
	}
	shows := func(kind compare.Kind, a, b string) bool {
		for _, f := range result.Findings {
			if f.Kind != kind {
				continue
			}
			x, y := false, false
			for _, p := range f.Positions {
				w := words(p.Evidence)
				x = x || strings.Contains(w, a) && !strings.Contains(w, b)
				y = y || strings.Contains(w, b)
			}
			if x && y {
				return true
			}
		}
		return false
	}
	for _, want := range []struct {
		kind compare.Kind
		a, b string
	}{
		{compare.NameKind, "Lazarus", "Zinc"},
		{compare.NameKind, "MERS", "COVID-19"},
		{compare.AttributionKind, "Vice President called", "he would call"},
		{compare.Number, "seven", "nearly seven"},
	} {
		if !shows(want.kind, want.a, want.b) {
			t.Errorf("no %v finding sets %q against %q", want.kind, want.a, want.b)
		}
	}
	for _, f := range result.Findings {
		if f.Verdict == compare.Compatible {
			continue // explained, not reported
		}
		for _, p := range f.Positions {
			switch w := words(p.Evidence); {
			case strings.Contains(w, "half a dozen"), strings.Contains(w, "three"), strings.Contains(w, "a pair"),
				strings.Contains(w, "Fancy Bear"), strings.Contains(w, "Strontium"), strings.Contains(w, "Canada"),
				f.Kind == compare.RoleKind:
				t.Errorf("%v/%v %q is a false alarm: %s", f.Kind, f.Verdict, f.Question, w)
			}
		}
	}
	omitted := ""
	for _, o := range result.Omissions {
		omitted += words(o.Evidence) + "\n"
	}
	for _, want := range []string{"embassy", "brute force", "provided assistance"} {
		if !strings.Contains(omitted, want) {
			t.Errorf("no omission tells of %q", want)
		}
	}
}

// TestGold holds the accuracy on the annotated real stories: the bars of the
// first release. A change that lowers a figure below its bar fails here.
func TestGold(t *testing.T) {
	files := os.DirFS(needShared(t, "gold/dev"))
	stories, err := gold.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	var scores []*gold.Score
	for _, story := range stories {
		var read []*nlp.Article
		for _, path := range story.Reports {
			data, err := fs.ReadFile(files, path)
			if err != nil {
				t.Fatal(err)
			}
			article, err := source.Read(path, data)
			if err != nil {
				t.Fatal(err)
			}
			read = append(read, article)
		}
		scores = append(scores, gold.ScoreResult(story, engine.Run(read, engine.Options{})))
	}
	f := gold.Total(scores).Figures()
	for _, bar := range []struct {
		name        string
		figure, bar float64
	}{
		{"precision", f.Precision, 0.35}, {"recall", f.Recall, 0.20}, {"hard", f.Hard, 0.30},
		{"omissions, recall", f.OnlyRecall, 0.35}, {"omissions, precision", f.OnlyPrecision, 0.35},
		{"findings that are no traps", 1 - f.Traps, 0.75},
	} {
		t.Logf("%s %.3f", bar.name, bar.figure)
		if bar.figure < bar.bar {
			t.Errorf("%s is %.3f, below %.2f", bar.name, bar.figure, bar.bar)
		}
	}
}
