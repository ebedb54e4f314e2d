package gold_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/compare/gold"
)

// TestScores holds the score of the tool on the stories of the project to
// testdata/golden/scores.txt: a change of score is a line in the diff of the
// change that made it. UPDATE=1 rewrites the file.
func TestScores(t *testing.T) {
	dir := filepath.FromSlash("../../testdata/stories")
	stories, err := gold.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	var scores []*gold.Score
	for _, story := range stories {
		result := engine.Run(read(t, dir, story), engine.Options{})
		scores = append(scores, gold.ScoreResult(story, result))
	}
	var got bytes.Buffer
	if err := gold.Write(&got, scores, false); err != nil {
		t.Fatal(err)
	}
	path := filepath.FromSlash("../../testdata/golden/scores.txt")
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("the score has changed, run UPDATE=1 go test ./compare/gold/ and read the difference\n%s", diff)
	}
}
