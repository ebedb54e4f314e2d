package source

import (
	"os"
	"path/filepath"
	"sort"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// checkOrigin holds that every letter of the text leads to a place in the
// file, and where the bytes there are the same to nowhere else.
func checkOrigin(t *testing.T, a *nlp.Article, file []byte) {
	t.Helper()
	o := a.Origin
	if !sort.SliceIsSorted(o.Anchors, func(i, j int) bool { return o.Anchors[i].Text < o.Anchors[j].Text }) || !sort.IntsAreSorted(o.Lines) {
		t.Fatalf("anchors or lines not in order: %v %v", o.Anchors, o.Lines)
	}
	for off := range a.Text {
		at := o.FileOffset(off)
		if at < 0 || at >= len(file) {
			t.Fatalf("byte %d of the text leads to byte %d of %d in the file", off, at, len(file))
		}
		if line, column := o.LineColumn(off); line < 1 || line > len(o.Lines) || column < 1 || o.Lines[line-1]+column-1 != at {
			t.Fatalf("byte %d of the text leads to line %d, column %d, not to byte %d", off, line, column, at)
		}
	}
	if at := o.FileOffset(len(a.Text)); at < 0 || at > len(file) {
		t.Fatalf("the end of the text leads to byte %d of %d", at, len(file))
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Head\n\nBody.", "---\ntitle: \"A: b\"\npublished: 2024-01-02\n---\nBody", "\xef\xbb\xbfHead\r\nBody\r", "\xff\xfeH\x00e\x00\n\x00\x3d\xd8\xa2\xde",
		"\xfe\xff\x00H\x00\x0a\x00B", "# Head\n\n*a* [b](c) ![d](e) `f` <!-- g --> <h> &amp; \\* \n- i\n1. j\n> k\n```\nl\n```\n| m |\n", "a\x00b\xff", "---\n", "---\na: b\n...\n",
	} {
		f.Add(true, []byte(seed))
		f.Add(false, []byte(seed))
	}
	f.Fuzz(func(t *testing.T, markdown bool, data []byte) {
		name := "a.txt"
		if markdown {
			name = "a.md"
		}
		holds(t, Input{Name: name, Data: data})
	})
}

// FuzzReadHTML reads pages in any encoding that their senders name.
func FuzzReadHTML(f *testing.F) {
	for _, seed := range []string{
		"<title>Head - Site</title><h1>Head</h1><p>The ferry struck the wall at the harbour on Friday.<p>Nobody was hurt, the guard said.",
		"<!DOCTYPE html><html lang=en><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"H\",\"articleBody\":\"The ferry struck the wall on Friday.\"}</script>",
		"<table><tr><td>A<br><br>The ferry &amp; the wall &#8212; &nbsp; were both hurt &copy here.<a href=x>y</table><pre>\nz</pre><svg><p><![CDATA[q]]>",
		"<div class=comments><p>The ferry struck the wall at the harbour on Friday.</div><footer>Correction: it did not.</footer>",
	} {
		f.Add("utf-8", []byte(seed))
		f.Add("shift_jis", []byte(seed))
	}
	f.Fuzz(func(t *testing.T, charset string, data []byte) {
		holds(t, Input{Name: "a.html", ContentType: "text/html; charset=" + charset, Data: data})
	})
}

// holds reads an input and checks what holds of every article.
func holds(t *testing.T, in Input) {
	a, err := ReadInput(in, Options{AnyLanguage: true})
	if err != nil {
		if _, ok := err.(*Error); !ok {
			t.Fatalf("error %T", err)
		}
		return
	}
	if !utf8.ValidString(a.Text) || a.Text == "" || a.Headline == "" || a.Text[:len(a.Headline)] != a.Headline {
		t.Fatalf("headline %q, text %q", a.Headline, a.Text)
	}
	for _, r := range a.Text {
		if draft.IsControl(r) || r == '\r' {
			t.Fatalf("control character %q in %q", r, a.Text)
		}
	}
	for _, d := range a.Dropped {
		if d.Why == "" || d.Text == "" || d.Line < 1 {
			t.Fatalf("dropped %+v", d)
		}
	}
	checkOrigin(t, a, in.Data)
}

// TestStories reads the reports in testdata and holds that every word stands
// in the file where the map says.
func TestStories(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/stories/*/r*.txt")
	if len(files) == 0 {
		t.Fatal("no stories in testdata")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, variant := range []string{file, "story.md"} {
			a, err := Read(variant, data)
			if err != nil {
				t.Fatal(err)
			}
			if a.Published.IsZero() || len(a.Notes) > 0 {
				t.Errorf("%s: published %v, notes %q", file, a.Published, a.Notes)
			}
			checkOrigin(t, a, data)
			for off, r := range a.Text {
				if at := a.Origin.FileOffset(off); !unicode.IsSpace(r) && string(data[at:at+utf8.RuneLen(r)]) != string(r) {
					t.Fatalf("%s: %q at byte %d of the text, %q at byte %d of the file", file, r, off, data[at], at)
				}
			}
		}
	}
}

// FuzzReadJSON reads articles in JSON, alone and in lists.
func FuzzReadJSON(f *testing.F) {
	for _, seed := range []string{
		`{"headline":"Ferry \"Osprey\"","body":"A\n\nB \u00e9 \ud83d\ude00","author":["Ida Holm"],"published":1700000000}`,
		"{\"title\":\"A\",\"text\":\"B\"}\n{\"title\":\"C\",\"text\":\"D\"}", `{"articles":[{"title":"A","content":"<p>B</p><p>C"},{}]}`, `[{"body":"x"`, `{"body":["a","b"],"source":{"name":"c"}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		in := Input{Name: "a.json", Data: data}
		holds(t, in)
		parts, err := Parts(in)
		if _, ok := err.(*Error); err != nil && !ok {
			t.Fatalf("error %T", err)
		}
		for i, p := range parts {
			if i < 3 && len(data) < 1<<12 {
				p.Data = data // without the blanks for a byte order mark
				holds(t, p.Input)
			}
		}
	})
}
