package page

import (
	"runtime"
	"strings"
	"testing"
)

// TestLinear: pages made to be slow take memory, and so time, in proportion to
// their size. What is counted is allocated bytes, which no other work on the
// machine changes.
func TestLinear(t *testing.T) {
	const ending = "<p>The ferry struck the wall at the harbour on Friday, the guard said in the evening."
	for _, c := range []struct{ name, open, each, end string }{
		{"one block of many pieces", "<p>", "<b>x</b>", ""},
		{"many scraps with digits", "", "<p>7 x", ""},
		{"many times", "", "<time>7 x</time>", ""},
		{"times in times", strings.Repeat("<time>", 400), "<i>x</i>", strings.Repeat("</time>", 400)},
		{"many lines", "<p>", "7<br>", ""},
		{"bylines", "", "<p class=byline>x 7</p>", ""},
	} {
		allocated := func(n int) float64 {
			page := []byte("<html><body>" + c.open + strings.Repeat(c.each, n) + c.end + ending)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if _, err := Read(page, ""); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			runtime.ReadMemStats(&after)
			return float64(after.TotalAlloc - before.TotalAlloc)
		}
		allocated(1) // what is loaded once
		once, twice := allocated(10_000), allocated(20_000)
		if twice > 2.8*once {
			t.Errorf("%s: %.0f MB, and %.0f MB for twice as much", c.name, once/1e6, twice/1e6)
		}
		if once > 100e6 {
			t.Errorf("%s: %.0f MB", c.name, once/1e6)
		}
	}
}
