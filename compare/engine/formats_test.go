package engine_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/nlp/source/pdf"
)

// TestFormats: one report gives the same findings, omissions and agreements
// whatever kind of file it is read from.
func TestFormats(t *testing.T) {
	const dir = "../../testdata/"
	other := filepath.Join(dir, "stories/inv-d3/r3.txt")
	want := told(t, filepath.Join(dir, "stories/inv-d3/r1.txt"), other)
	if len(want) < 10 {
		t.Fatalf("only %q", want)
	}
	for _, name := range []string{"html/blog.html", "office/courier.docx", "pdf/writer.pdf", "web/saved.mhtml"} {
		if diff := cmp.Diff(want, told(t, filepath.Join(dir, "inputs", name), other)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// told lists what comparing two files brings to light, with the words that
// carry it, by the alphabet: where two are nearly as important, a line for the
// date, which one format has and another keeps apart, may turn them round.
func told(t *testing.T, names ...string) (lines []string) {
	t.Helper()
	var articles []*nlp.Article
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		article, err := source.ReadInput(source.Input{Name: name, Data: data}, source.Options{PDF: pdf.Extract})
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, article)
	}
	result := engine.Run(articles, engine.Options{})
	for _, f := range result.Findings {
		line := fmt.Sprintf("%v %v %s:", f.Kind, f.Verdict, f.Question)
		for _, p := range f.Positions {
			for _, e := range p.Evidence {
				line += fmt.Sprintf(" %q", articles[e.Source].Slice(e.Span))
			}
		}
		lines = append(lines, line)
	}
	for _, o := range result.Omissions {
		lines = append(lines, fmt.Sprint("omission ", o.MissingFrom, " ", o.Detail))
	}
	for _, a := range result.Agreements {
		lines = append(lines, fmt.Sprint("agreement ", a.Sources, " ", a.Detail))
	}
	slices.Sort(lines)
	return lines
}
