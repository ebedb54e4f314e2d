package gold

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// TestReference scores the reports in testdata, which were made for the
// stories of the project with hits, near misses, duplicates and broken
// evidence among them, and holds the table to scores.txt: the output of the
// reference scorer (score.py -v) for the same reports.
func TestReference(t *testing.T) {
	stories, err := Load(os.DirFS("../../testdata/stories"))
	if err != nil {
		t.Fatal(err)
	}
	var scores []*Score
	for _, story := range stories {
		var report *Report
		if data, err := os.ReadFile(filepath.Join("testdata", "reports", story.ID+".json")); err == nil {
			if report, err = ReadReport(bytes.NewReader(data)); err != nil {
				t.Fatal(err)
			}
		}
		scores = append(scores, ScoreReport(story, report))
	}
	var got bytes.Buffer
	if err := Write(&got, scores, true); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/scores.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Error(diff)
	}
}

func TestLoad(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	stories, err := Load(fstest.MapFS{
		"b/story.json": file(`{"story": "other", "facts": [{"id": "f1", "verdict": "tension"}], "only": [{"missing_from": ["r2"]}]}`),
		"b/r10.txt":    file(""), "b/r9.txt": file(""), "b/r1.md": file(""), "b/r.txt": file(""), "b/xr1.txt": file(""),
		"a/r1.txt": file(""), "README.md": file(""), "c/story.json": file(`{}`),
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []Story{
		{ID: "b", Reports: []string{"b/r9.txt", "b/r10.txt"}, Facts: []Fact{{ID: "f1", Verdict: "tension"}}, Only: []Detail{{MissingFrom: []string{"r2"}}}},
		{ID: "c", Reports: []string{}},
	}
	if diff := cmp.Diff(want, stories); diff != "" {
		t.Error(diff)
	}
	if _, err := Load(fstest.MapFS{"b/story.json": file("{")}); err == nil || !strings.Contains(err.Error(), "b/story.json") {
		t.Errorf("broken story: %v", err)
	}
}

func TestScoreResult(t *testing.T) {
	source := func(id, name, text string) compare.Source {
		return compare.Source{ID: id, Doc: &nlp.Document{Article: &nlp.Article{Name: name, Text: text}}}
	}
	result := &compare.Result{
		Sources: []compare.Source{source("a", "x/r1.txt", "Head\n\nSix men\nsaid no."), source("b", "x/r2.txt", "Head\n\nÉlan: nine men; rain.")},
	}
	at := func(s int, words string) compare.Evidence {
		i := strings.Index(result.Sources[s].Doc.Article.Text, words)
		return compare.Evidence{Source: s, Span: nlp.Span{Start: i, End: i + len(words)}}
	}
	position := func(e ...compare.Evidence) compare.Position { return compare.Position{Evidence: e} }
	result.Findings = []compare.Finding{
		{Kind: compare.Number, Verdict: compare.Compatible, Positions: []compare.Position{position(at(0, "Six")), position(at(1, "nine"))}},
		{Kind: compare.Number, Verdict: compare.Conflict, Positions: []compare.Position{position(at(0, "Six")), position(at(0, "Six"))}},
		{Kind: compare.NameKind, Verdict: compare.Conflict, Positions: []compare.Position{position(at(0, "Six")), position(at(1, "nine"))}},
		{Kind: compare.Date, Verdict: compare.Tension, Positions: []compare.Position{position(at(0, "Six")), position(at(1, "nine"))}},
		{Kind: compare.Number, Verdict: compare.Conflict, Positions: []compare.Position{position(at(0, "Six")), position(at(1, "nine"))}},
	}
	result.Omissions = []compare.Omission{{MissingFrom: []int{0}, Evidence: []compare.Evidence{at(1, "rain")}}}
	story := Story{
		ID: "x",
		Facts: []Fact{{ID: "f1", Kind: "number", Verdict: "conflict", Values: []Value{
			{Mentions: []Mention{{"r1", "Six men said"}}}, {Mentions: []Mention{{"r2", "nine men"}}}}}},
		Only: []Detail{{Importance: "major", Mentions: []Mention{{"r2", "rain"}}, MissingFrom: []string{"r1"}}},
	}
	score := ScoreResult(story, result)
	want := Counts{Facts: 1, Hit: 1, Hard: 1, HardHit: 1, Findings: 4, Right: 1, Duplicates: 1, Top: 4, TopRight: 1, Major: 1, MajorFound: 1, Omissions: 1, OmissionsRight: 1,
		Kinds: map[string]KindCounts{"number": {Facts: 1, Hit: 1, Found: 2}, "name": {Found: 1}, "date": {Found: 1, Right: 1}}}
	if diff := cmp.Diff(want, score.Counts); diff != "" || score.Problems != nil {
		t.Error(diff, score.Problems)
	}
	f := score.Counts.Figures()
	if f.Precision != 0.25 || f.Recall != 1 || f.F1 != 0.4 || !math.IsNaN(Counts{}.Figures().Recall) {
		t.Errorf("figures %+v", f)
	}
}
