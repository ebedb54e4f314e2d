package check_test

import (
	"strings"
	"testing"

	"github.com/factdiff/factdiff/reports/check"
)

func TestComments(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		kinds       string // "" means that it is wrong
		reason      string
		wrong       string
		first, last int
	}{
		{"one kind", "A\n\n<!-- factdiff:ignore number reason=\"wire\" -->\nB\nC\n\nD", "number", "wire", "", 4, 5},
		{"kinds by commas and blanks", "<!--factdiff:ignore number,date name reason='x y'-->\n\nB", "number date name", "x y", "", 3, 3},
		{"reason first", "<!-- factdiff:ignore reason=\"a\" all -->\nB", "all", "a", "", 2, 2},
		{"over lines", "<!-- factdiff:ignore number\n reason=\"a\n b\" -->\nB", "number", "a b", "", 4, 4},
		{"in front of the text", "A\n\n<!-- factdiff:ignore all reason=\"a\" --> B\nC", "all", "a", "", 3, 4},
		{"CRLF", "A\r\n<!-- factdiff:ignore all reason=\"a\" -->\r\nB\r\n\r\nC", "all", "a", "", 3, 3},
		{"HTML", "<!-- factdiff:ignore all reason=\"a\" -->\n<p>B\nC</p>\n<p>D</p>", "all", "a", "", 2, 3},
		{"no kind", "<!-- factdiff:ignore reason=\"a\" -->\nB", "", "", "names no kind", 2, 2},
		{"no reason", "<!-- factdiff:ignore number -->\nB", "", "", "gives no reason", 2, 2},
		{"empty reason", "<!-- factdiff:ignore number reason=\" \" -->\nB", "", "", "gives no reason", 2, 2},
		{"no quotation marks", "<!-- factdiff:ignore number reason=wire -->\nB", "", "", "has a reason without quotation marks", 2, 2},
		{"never closed", "<!-- factdiff:ignore number reason=\"wire -->\nB", "", "", "has a reason whose quotation mark", 2, 2},
		{"unknown kind", "<!-- factdiff:ignore numbers reason=\"a\" -->\nB", "", "", `names "numbers", which is no kind`, 2, 2},
		{"unknown verb", "<!-- factdiff:skip number reason=\"a\" -->\nB", "", "", `says "skip"`, 2, 2},
		{"before nothing", "A\n<!-- factdiff:ignore all reason=\"a\" -->\n\n", "", "", "stands before no paragraph", 1, 0},
	} {
		list, rest := check.Comments([]byte(c.text))
		if len(list) != 1 {
			t.Errorf("%s: %d comments", c.name, len(list))
			continue
		}
		got := list[0]
		if c.wrong == "" && (strings.Join(got.Kinds, " ") != c.kinds || got.Reason != c.reason || got.Wrong != "") || !strings.HasPrefix(got.Wrong, c.wrong) {
			t.Errorf("%s: got %+v", c.name, got)
		}
		if got.First != c.first || got.Last != c.last {
			t.Errorf("%s: lines %d to %d, want %d to %d", c.name, got.First, got.Last, c.first, c.last)
		}
		if len(rest) != len(c.text) || strings.Contains(string(rest), "factdiff") || strings.Count(string(rest), "\n") != strings.Count(c.text, "\n") {
			t.Errorf("%s: the rest is %q", c.name, rest)
		}
	}
	for _, text := range []string{"", "A <!-- a comment --> B", "<!-- see factdiff:ignore -->", "<!-- factdiff:ignore never ends", "factdiff:ignore number", "<!-->", "<!--->"} {
		if list, rest := check.Comments([]byte(text)); len(list) > 0 || string(rest) != text {
			t.Errorf("%q: got %+v, %q", text, list, rest)
		}
	}
}

// FuzzComments: nothing panics, bytes keep their places, and what is left is
// what was there or a blank.
func FuzzComments(f *testing.F) {
	f.Add("A\n\n<!-- factdiff:ignore number reason=\"wire\" -->\nB")
	f.Add("<!--factdiff:ignore reason='-->'<p></P>")
	f.Add("<!-->factdiff:-->")
	f.Fuzz(func(t *testing.T, text string) {
		list, rest := check.Comments([]byte(text))
		if len(rest) != len(text) {
			t.Fatalf("%d bytes of %d", len(rest), len(text))
		}
		for i := range rest {
			if rest[i] != text[i] && rest[i] != ' ' {
				t.Fatalf("byte %d became %q", i, rest[i])
			}
		}
		for _, c := range list {
			if c.Place.Line < 1 || c.Place.Column < 1 || c.Place.EndLine < c.Place.Line {
				t.Fatalf("place %+v", c.Place)
			}
		}
	})
}
