package source

import (
	"github.com/factdiff/factdiff/nlp/source/internal/draft"

	"strings"
	"testing"
	"time"
)

func TestStripMarkdown(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"headings", "# One #\nText\n### Two\n#hash", "One / Text / Two / #hash"},
		{"headings underlined", "One\n===\nTwo\n---\nText", "One / Two / Text"},
		{"emphasis", "a *b* **c** ***d*** _e_ __f__ ~~g~~ h", "a b c d e f g h"},
		{"marks that are none", "2 * 3 * 4, snake_case_name, 5*, ~20, it's _so", "2 * 3 * 4, snake_case_name, 5*, ~20, it's _so"},
		{"emphasis over lines, not over blocks", "a *b\nc* d\n\n*e\n\nf*", "a b c d / *e / f*"},
		{"links", `see [the *harbour* office](https://x.example/a_(b) "title") and [this][1] and [that][].`, "see the harbour office and this and that."},
		{"brackets that are none", "he [the mayor] said [sic] (twice)", "he [the mayor] said [sic] (twice)"},
		{"definitions", "[1]: https://x.example\nText [a]: b", "Text [a]: b"},
		{"images", "![A ferry](f.jpg)\nText ![x][y] end [![in](a)](b)", "Text end"},
		{"lists", "Text\n- one\n- two\n* three\n1. four\n2. five\n\nend", "Text / one / two / three / four / five / end"},
		{"numbers that are none", "It was in\n2018. Then\n12. more", "It was in 2018. Then 12. more"},
		{"quotations", "> one\n> two\n\nText", "one two / Text"},
		{"rules", "one\n\n***\n\ntwo\n\n- - -\nthree", "one / two / three"},
		{"fences", "one\n```go\nx := 1\n```\ntwo", "one / two"},
		{"a fence that never ends", "one\n```\ntwo", "one ``` two"},
		{"code", "call `f(*x)` now", "call f(*x) now"},
		{"comments", "one <!-- no --> two <!-- \n\n no\n --> three\n<!-- four", "one two three <!-- four"},
		{"tags", "<p class=\"x\">one<br/>two</p> <https://x.example> a < b > c <5>", "onetwo https://x.example a < b > c <5>"},
		{"entities", "R&amp;D &quot;x&quot; &#8217; AT&T; &nope;", "R&D \"x\" ’ AT&T; &nope;"},
		{"escapes", `\*not\* 5\. a\b`, `*not* 5. a\b`},
		{"tables", "| a | b |\n|---|---|\n| 1 | 2 |", "a b / 1 2"},
		{"footnotes", "Text[^1] more", "Text more"},
		{"indented", "One.\n\n    Two.", "One. / Two."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, block := range strings.Split(string(stripMarkdown(whole(tt.in)).Text), "\n\n") {
				if block = fold([]byte(block)); block != "" {
					got = append(got, block)
				}
			}
			if s := strings.Join(got, " / "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
		})
	}
}

// whole is a view of a text that is its own file.
func whole(s string) *draft.View {
	v := &draft.View{}
	v.Add(&draft.View{Text: []byte(s)}, 0, len(s))
	return v
}

// TestHostile holds reading to linear time. Four times the input takes sixteen
// times as long where time is quadratic; less than ten times is taken for the
// noise of a machine that does other things as well, and so is a slow run that
// two more do not repeat.
func TestHostile(t *testing.T) {
	for _, piece := range []string{"[", "![", "*a ", "_a*", "`a", "<!--", "<a", "[a](", "[a](b\"", "> ", "- ", "\\", "&", "&a;", "[a]: x\n", "a\n", "\n", "# ", "#", "```\n", "~~~\n```\n", "![a](b)", "]", "<b>", "|", "1. ", "\xff", "é", "🚢", "\u202e", "!", "\r"} {
		for _, name := range []string{"a.md", "a.txt"} {
			var small, large time.Duration
			for range 3 {
				small, large = hostileTime(name, piece, MaxText/8), hostileTime(name, piece, MaxText/2)
				if large <= 200*time.Millisecond || large <= 10*small {
					break
				}
			}
			if large > 200*time.Millisecond && large > 10*small {
				t.Errorf("%s, %q: %v for %d bytes, %v for %d", name, piece, small, MaxText/8, large, MaxText/2)
			}
		}
	}
}

// hostileTime is the shortest of three.
func hostileTime(name, piece string, size int) time.Duration {
	data := []byte("Head\n\n" + strings.Repeat(piece, (size-6)/len(piece)))
	best := time.Hour
	for range 3 {
		start := time.Now()
		Read(name, data)
		best = min(best, time.Since(start))
	}
	return best
}
