package reports_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/reports"
)

func markdown(t testing.TB, r *reports.Report) string {
	t.Helper()
	var b strings.Builder
	if err := reports.WriteMarkdown(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMarkdownGolden(t *testing.T) {
	r := reports.New(sample(t), reports.Options{Tool: tool, Title: "Ferry at Oldmouth", ShowCompatible: true})
	golden(t, "testdata/sample.md", markdown(t, r))
}

// TestMarkdownEscapes: what a title says is shown as it is.
func TestMarkdownEscapes(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Ferry hits pier, 27 hurt", "Ferry hits pier, 27 hurt"},
		{"signs of prose stay", "Ann's 10:30 report (new): a well-known 50% - or more?", "Ann's 10:30 report (new): a well-known 50% - or more?"},
		{"markup", "*a* _b_ `c` [d](e) ~f~ $g$", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\$g\\$"},
		{"backslash", `a\*b`, `a\\\*b`},
		{"HTML", "<b>&amp;", "&lt;b>&amp;amp;"},
		{"cells", "a | b", `a \| b`},
		{"image", "![x](http://y)", `!\[x\](http://y)`},
		{"heading", "# one", `\# one`},
		{"quotation", "> one", `\> one`},
		{"list", "- one", `\- one`},
		{"numbered list", "1. one", `1\. one`},
		{"a number is no list", "In 1. one", "In 1. one"},
		{"mention", "ask @ann", "ask @<!-- -->ann"},
		{"issue", "see #12", "see #<!-- -->12"},
		{"emoji", "a :smile: b", `a \:smile: b`},
		{"lines", "a\n\n# b", "a # b"},
		{"controls", "a\x1b\u202eb", "a␛b"},
		{"address", "www.example.org", "www<!-- -->.example.org"},
	} {
		r := reports.New(sample(t), reports.Options{Tool: tool, Title: c.in})
		got, _, _ := strings.Cut(strings.TrimPrefix(markdown(t, r), "# "), "\n")
		if got != c.want {
			t.Errorf("%s: %q is written %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestMarkdownDecisions(t *testing.T) {
	all := ids(reports.New(sample(t), reports.Options{}))
	decisions := &reports.Decisions{Format: reports.DecisionsFormat, Decisions: []reports.Decision{
		{Finding: all[0], Decision: reports.Dismiss, Reason: "corrected"},
		{Finding: all[1], Decision: reports.Confirm, Author: "Ann Reed"},
		{Finding: "00000000ffff", Decision: reports.Later},
	}}
	got := markdown(t, reports.New(sample(t), reports.Options{Decisions: decisions}))
	for _, want := range []string{
		"<details><summary>Dismissed</summary>\n\n- How many people were injured? Dismissed: corrected\n",
		"**Confirmed by Ann Reed**", "Decisions that do not hold:\n\n- no such finding: 00000000ffff",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "| conflict | How many people were injured?") {
		t.Error("a dismissed finding stands in the table")
	}
}

var markdownTag = regexp.MustCompile(`<[^>]*>`)

// FuzzMarkdown: no text makes an element that is not ours, and nothing steers
// the eye.
func FuzzMarkdown(f *testing.F) {
	f.Add("<img src=x onerror=alert(1)>")
	f.Add("a`<b>`\\<i>")
	f.Add("\u202e\x00 | x\n> <details>")
	ours := map[string]bool{"<details>": true, "<summary>": true, "</summary>": true, "</details>": true, "<b>": true, "</b>": true,
		"<br>": true, "<sub>": true, "</sub>": true, "<!-- -->": true}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		got := markdown(t, reports.New(hostile(t, text), reports.Options{Tool: tool, Title: text}))
		for _, tag := range markdownTag.FindAllString(got, -1) {
			if !ours[tag] {
				t.Errorf("%q makes %q", text, tag)
			}
		}
		for i, line := range strings.Split(got, "\n") {
			if cells := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); strings.HasPrefix(line, "| ") && cells > 9 {
				t.Errorf("line %d has %d cells: %q", i+1, cells, line)
			}
		}
		if strings.ContainsAny(got, "\x00\x1b\u202e\u2066\u200b") {
			t.Errorf("%q steers the eye", text)
		}
	})
}
