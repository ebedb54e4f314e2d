package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source/pdf"
)

// minF1 is the share of words that a reader must get right of each file of the
// corpus: the harmonic mean of precision and recall.
const minF1 = 0.95

// TestCorpus reads the files of testdata/inputs. Beside each stands a text file
// that holds what must be found: headline, outlet, author, times, address and
// body.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("../../testdata/inputs/*/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	for _, file := range files {
		if filepath.Ext(file) == ".txt" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			want := readFile(t, strings.TrimSuffix(file, filepath.Ext(file))+".txt") // crawl.warc.gz: crawl.warc.txt
			got := readFile(t, file)
			if f1 := wordF1(got.Text, want.Text); f1 < minF1 {
				t.Errorf("F1 of words %.3f\ngot:\n%s\n\nwant:\n%s", f1, got.Text, want.Text)
			}
			for _, c := range []struct{ name, got, want string }{
				{"headline", got.Headline, want.Headline}, {"outlet", got.Outlet, want.Outlet}, {"author", got.Author, want.Author}, {"URL", got.URL, want.URL},
				{"published", stamp(got.Published.UTC().String(), got.DateOnly), stamp(want.Published.UTC().String(), want.DateOnly)}, {"modified", got.Modified.UTC().String(), want.Modified.UTC().String()},
				{"language", got.Language, "en"},
			} {
				if c.got != c.want {
					t.Errorf("%s: got %q, want %q", c.name, c.got, c.want)
				}
			}
			for _, d := range got.Dropped {
				if d.Why == "" || d.Text == "" || d.Line < 1 || d.Line > len(got.Origin.Lines) {
					t.Errorf("dropped: %+v", d)
				}
			}
		})
	}
}

func stamp(s string, dateOnly bool) string { return fmt.Sprint(s, dateOnly) }

func readFile(t *testing.T, name string) *nlp.Article {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := ReadInput(Input{Name: name, Data: data}, Options{PDF: pdf.Extract})
	if err != nil {
		t.Fatal(err)
	}
	switch a.Format { // lines of others are those of a part
	case "text", "Markdown", "HTML", "JSON":
		checkOrigin(t, a, data)
	}
	return a
}

// wordF1 compares texts as bags of words.
func wordF1(got, want string) float64 {
	count := map[string]int{}
	words := strings.Fields(want)
	for _, w := range words {
		count[w]++
	}
	found := strings.Fields(got)
	both := 0
	for _, w := range found {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(words)+len(found))
}
