package reports_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

func text(t testing.TB, r *reports.Report, opts reports.TextOptions) string {
	t.Helper()
	var b strings.Builder
	if err := reports.WriteText(&b, r, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares got with a file of testdata; UPDATE=1 rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s needs updating: run UPDATE=1 go test ./reports/ and read the difference. got:\n%s", name, got)
	}
}

func TestTextGolden(t *testing.T) {
	r := reports.New(sample(t), reports.Options{Tool: tool, Title: "Ferry at Oldmouth", ShowCompatible: true})
	golden(t, "testdata/sample.txt", text(t, r, reports.TextOptions{Width: 80}))
	golden(t, "testdata/sample-color.txt", strings.ReplaceAll(text(t, r, reports.TextOptions{Width: 60, Color: true}), "\x1b", "^["))
}

// plainCells counts cells for text whose wide characters the test knows.
func plainCells(line string) int {
	n := 0
	for _, r := range line {
		n++
		if r >= 0x4e00 && r <= 0x9fff {
			n++
		}
	}
	return n
}

func TestTextKeepsWidth(t *testing.T) {
	result := sample(t)
	result.Findings[0].Question = strings.Repeat("無理な長い質問", 20)
	result.Findings[1].Why = strings.Repeat("x", 300)
	r := reports.New(result, reports.Options{Tool: tool, ShowCompatible: true})
	for _, width := range []int{1, 40, 41, 60, 80, 99, 120, 5000} {
		limit := min(max(width, reports.MinWidth), reports.MaxWidth)
		for line := range strings.Lines(text(t, r, reports.TextOptions{Width: width})) {
			line = strings.TrimSuffix(line, "\n")
			if n := plainCells(line); n > limit {
				t.Errorf("width %d: line of %d cells: %q", width, n, line)
			}
			if line != strings.TrimRight(line, " ") {
				t.Errorf("width %d: line ends in a blank: %q", width, line)
			}
		}
	}
}

// hostile is a result whose every string tries to steer the terminal.
func hostile(t testing.TB, evil string) *compare.Result {
	r := sample(t)
	doc := document("evil"+evil+".txt", "Head"+evil+"line\n\nOne "+evil+" two "+evil+evil+"three.")
	doc.Article.Outlet, doc.Article.Author, doc.Article.URL, doc.Article.Notes = "Out"+evil, "By"+evil, evil, []string{"note" + evil}
	r.Sources[1].Doc = doc
	all := []compare.Evidence{{Source: 1, Span: nlp.Span{Start: 0, End: len(doc.Article.Text)}}}
	r.Findings = []compare.Finding{{
		Kind: compare.Quote, Verdict: compare.Tension, Subject: evil, Question: "Q" + evil, Why: "W" + evil,
		Positions: []compare.Position{{Value: evil, Norm: evil, Evidence: all}, {Value: "b", Norm: "b", Evidence: all}},
	}}
	r.Omissions = []compare.Omission{{Detail: "D" + evil, Why: evil, MissingFrom: []int{0}, Evidence: all}}
	r.Agreements = []compare.Agreement{{Detail: "A" + evil, Sources: []int{0, 1}, Origins: 1, Evidence: all}}
	return r
}

func TestControlsNeverReachTheTerminal(t *testing.T) {
	for _, evil := range []string{
		"\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x00\x01\x08\x7f", "\u009b31m", "\u202egnp.exe", "\u2066\u2069\u200f\u061c",
		"\r\n\rover", "\u2028\u2029\u0085", "\u200b\ufeff\u00ad", "\U000e0041\U000e007f", "a\tb\vc\fd",
	} {
		r := reports.New(hostile(t, evil), reports.Options{Tool: tool})
		var j strings.Builder
		if err := reports.WriteJSON(&j, r); err != nil {
			t.Fatal(err)
		}
		for name, out := range map[string]string{"text": text(t, r, reports.TextOptions{}), "json": j.String()} {
			for _, c := range out {
				switch {
				case c == '\n':
				case c < 0x20, c >= 0x7f && c < 0xa0, c == 0xad, c == 0x61c, c >= 0x200b && c <= 0x200f && c != 0x200c && c != 0x200d,
					c >= 0x2028 && c <= 0x202e, c >= 0x2066 && c <= 0x2069, c == 0xfeff, c >= 0xe0000:
					t.Errorf("%q: %s holds %U", evil, name, c)
				}
			}
		}
	}
}

func TestPrintable(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "27 people", "27 people"},
		{"spaces fold", " a \t\n b\u00a0c ", "a b c"},
		{"escape shows", "a\x1b[1mb", "a␛[1mb"},
		{"delete shows", "a\x7fb", "a␡b"},
		{"C1 is replaced", "a\u009bb", "a\ufffdb"},
		{"next line is a control", "a\u0085b", "a\ufffdb"},
		{"bidi goes", "a\u202eb", "ab"},
		{"joiner stays", "👩\u200d🚒", "👩\u200d🚒"},
		{"accents stay", "café, naïve", "café, naïve"},
		{"invalid UTF-8", "a\xffb", "a\ufffdb"},
		{"empty", "", ""},
	} {
		if got := reports.Printable(c.in); got != c.want {
			t.Errorf("%s: Printable(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// TestTextBounded: a text without stops must neither flood the output nor take
// long.
func TestTextBounded(t *testing.T) {
	for name, fill := range map[string]string{"marks": "!", "words": "word ", "wide": "界", "emoji": "👩\u200d🚒", "accents": "e\u0301"} {
		start := time.Now()
		out := text(t, reports.New(hostile(t, strings.Repeat(fill, 1<<20/len(fill))), reports.Options{Tool: tool}), reports.TextOptions{Color: true})
		if len(out) > 1<<16 {
			t.Errorf("%s: %d bytes of output for 1 MB of it", name, len(out))
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: took %v", name, d)
		}
	}
}

func TestTextSaysWhenThereIsNothing(t *testing.T) {
	result := sample(t)
	filtered := text(t, reports.New(result, reports.Options{Kinds: []compare.Kind{compare.Place}}), reports.TextOptions{})
	if !strings.Contains(filtered, "No finding passes the filters.") {
		t.Errorf("filtered out: %s", filtered)
	}
	result.Findings = nil
	if none := text(t, reports.New(result, reports.Options{}), reports.TextOptions{}); !strings.Contains(none, "No differences found.") {
		t.Errorf("nothing found: %s", none)
	}
}

// TestDetailOnce: a detail is not printed beside the quotation that says the
// same, even where the quotation runs over paragraphs.
func TestDetailOnce(t *testing.T) {
	r := sample(t)
	doc := r.Sources[0].Doc
	const over = "hurt\n\nTwenty-seven people"
	at := strings.Index(doc.Article.Text, over)
	if at < 0 {
		t.Fatalf("source 0 does not say %q", over)
	}
	r.Findings, r.Agreements = nil, nil
	e := compare.Evidence{Source: 0, Span: nlp.Span{Start: at, End: at + len(over)}}
	for detail, want := range map[string]int{
		"hurt Twenty-seven people": 1,
		"Twenty-seven people":      1,
		"27 were Twenty-seven":     2,
	} {
		r.Omissions = []compare.Omission{{Detail: detail, MissingFrom: []int{1}, Evidence: []compare.Evidence{e}}}
		out := text(t, reports.New(r, reports.Options{}), reports.TextOptions{Width: 400})
		if got := strings.Count(out, "Twenty-seven"); got != want {
			t.Errorf("%q: said %d times, want %d:\n%s", detail, got, want, out)
		}
	}
}

func TestLabel(t *testing.T) {
	for outlet, want := range map[string]string{
		"Courier":                              "Courier, line 1:",
		"Courier (regional paper)":             "Courier, line 1:",
		"(unnamed)":                            "(unnamed), line 1:",
		"The Oldmouth and Newmouth Daily Post": "The Oldmouth and Newmouth Daily…, line 1:",
	} {
		r := sample(t)
		r.Sources[0].Doc.Article.Outlet = outlet
		e := compare.Evidence{Source: 0, Span: nlp.Span{Start: 0, End: 5}}
		r.Findings, r.Agreements = nil, nil
		r.Omissions = []compare.Omission{{Detail: "Ferry", MissingFrom: []int{1}, Evidence: []compare.Evidence{e}}}
		if got := text(t, reports.New(r, reports.Options{}), reports.TextOptions{Width: 120}); !strings.Contains(got, "a "+want) {
			t.Errorf("outlet %q: want %q in\n%s", outlet, want, got)
		}
	}
}
