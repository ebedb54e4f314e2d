package gold_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// TestScorer compares the tool's own reports on annotated stories and scores
// them twice: here and with the reference scorer, which stands beside the
// repository in shared/gold and needs Python. Without them the test is
// skipped, unless FACTDIFF_CI_SHARED=1 says that they must be there.
func TestScorer(t *testing.T) {
	shared, err := filepath.Abs("../../../shared/gold")
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(shared, "score.py")
	python, err := exec.LookPath("python3")
	if err == nil {
		_, err = os.Stat(script)
	}
	if err != nil {
		if os.Getenv("FACTDIFF_CI_SHARED") == "1" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	for _, dir := range []string{filepath.Join(shared, "dev"), filepath.Join(shared, "invented")} {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			reports := t.TempDir()
			stories, err := gold.Load(os.DirFS(dir))
			if err != nil {
				t.Fatal(err)
			}
			var scores []*gold.Score
			for _, story := range stories {
				report := gold.FromResult(engine.Run(read(t, dir, story), engine.Options{}))
				writeReport(t, filepath.Join(reports, story.ID+".json"), report)
				scores = append(scores, gold.ScoreReport(story, report))
			}
			var got bytes.Buffer
			if err := gold.Write(&got, scores, true); err != nil {
				t.Fatal(err)
			}
			want, err := exec.Command(python, "-B", script, "--stories", dir, "--reports", reports, "-v").Output()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Error(diff)
			}
			if bytes.Contains(want, []byte("PROBLEM")) {
				t.Errorf("the scorer has problems:\n%s", want)
			}
		})
	}
}

func read(t *testing.T, dir string, story gold.Story) (articles []*nlp.Article) {
	t.Helper()
	for _, path := range story.Reports {
		data, err := os.ReadFile(filepath.Join(dir, path))
		if err != nil {
			t.Fatal(err)
		}
		article, err := source.Read(path, data)
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, article)
	}
	return articles
}

// writeReport writes as much of factdiff-report/1 as is scored.
func writeReport(t *testing.T, path string, report *gold.Report) {
	t.Helper()
	type object = map[string]any
	evidence := func(from []gold.Evidence) []object {
		to := []object{}
		for _, e := range from {
			to = append(to, object{"source": e.Source, "start": e.Start, "end": e.End})
		}
		return to
	}
	sources, findings, omissions := []object{}, []object{}, []object{}
	for _, s := range report.Sources {
		sources = append(sources, object{"id": s.ID, "path": s.Path, "text": s.Text})
	}
	for _, f := range report.Findings {
		positions := []object{}
		for _, p := range f.Positions {
			positions = append(positions, object{"value": p.Value, "evidence": evidence(p.Evidence)})
		}
		findings = append(findings, object{"kind": f.Kind, "verdict": f.Verdict, "subject": f.Subject, "positions": positions})
	}
	for _, o := range report.Omissions {
		omissions = append(omissions, object{"missing_from": append([]string{}, o.MissingFrom...), "evidence": evidence(o.Evidence)})
	}
	data, err := json.Marshal(object{"sources": sources, "findings": findings, "omissions": omissions})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
