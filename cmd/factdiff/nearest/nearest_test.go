package nearest

import (
	"strings"
	"testing"
)

func TestSuggestion(t *testing.T) {
	all := []string{"number", "date", "place", "name", "list", "outcome", "certainty"}
	for _, c := range []struct{ name, in, want string }{
		{"letter left out", "numbr", "number"},
		{"letter too many", "datee", "date"},
		{"other case", "PLACE", "place"},
		{"beginning", "cert", "certainty"},
		{"two letters swapped", "outcoem", "outcome"},
		{"another word", "weather", ""},
		{"empty", "", ""},
		{"one letter", "q", ""},
		{"endless", strings.Repeat("number", 1000), ""},
	} {
		want := ""
		if c.want != "" {
			want = `; did you mean "` + c.want + `"?`
		}
		if got := Suggestion(c.in, all); got != want {
			t.Errorf("%s: Suggestion(%q) = %q, want %q", c.name, c.in, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"abc", "abc", 0}, {"abc", "", 3}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"abc", "acb", 2}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
