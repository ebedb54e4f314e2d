package detect

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/value"
)

// money is a sum as a report words it: n in units of scale dollars, which is
// as exact as its last digit.
func money(n float64, decimals int, scale float64) value.Quantity {
	return value.Quantity{Dimension: value.Money, Unit: "USD", Low: n * scale, High: n * scale,
		Precision: value.Rounding(n, decimals, scale, false)}
}

func count(n float64) value.Quantity { return value.Quantity{Low: n, High: n} }

func TestCloseness(t *testing.T) {
	tests := []struct{ a, b, low, high float64 }{
		{27, 27, 1, 1},
		{0.5, 0.5, 1, 1},
		{27, 25, 0.9, 0.99},
		{100, 10, 0, 0},
		{1000, 10, 0, 0},
		{27, 0, 0, 0},
		{0, 0, 0, 0},
		{-5, 5, 0, 0},
		{-5, -5, 0, 0},
		{math.Inf(1), 5, 0, 0},
	}
	for _, tt := range tests {
		if got := closeness(tt.a, tt.b); got < tt.low || got > tt.high {
			t.Errorf("%v, %v: got %v, want %v to %v", tt.a, tt.b, got, tt.low, tt.high)
		}
	}
	// It lies in 0..1, does not depend on the order or the unit, and falls with
	// distance.
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 1000 {
		a := rnd.Float64()*1000 + 0.1
		near := a * (1 + rnd.Float64())
		far := near * (1 + rnd.Float64())
		x, y := closeness(a, near), closeness(a, far)
		if x < 0 || x > 1 || y > x || closeness(near, a) != x || math.Abs(closeness(a*8, near*8)-x) > 1e-9 {
			t.Fatalf("%v, %v, %v: got %v, %v", a, near, far, x, y)
		}
	}
}

func TestTruncated(t *testing.T) {
	tests := []struct {
		name string
		a, b value.Quantity
		want bool
	}{
		{"millions cut off", money(43, 0, 1e6), money(43_885_310, 0, 1), true},
		{"millions rounded up", money(44, 0, 1e6), money(43_885_310, 0, 1), false},
		{"the next million", money(43, 0, 1e6), money(44_100_000, 0, 1), false},
		{"a tenth cut off", money(1.2, 1, 1e9), money(1.29, 2, 1e9), true},
		{"the same", money(43, 0, 1e6), money(43, 0, 1e6), false},
		{"small sums", money(43, 0, 1), money(43.9, 1, 1), false},
		{"counts", count(43), count(43.9), false},
	}
	for _, tt := range tests {
		if got := truncated(tt.a, tt.b); got != tt.want || truncated(tt.b, tt.a) != got {
			t.Errorf("%s: got %v, turned %v", tt.name, got, truncated(tt.b, tt.a))
		}
	}
}

// TestFigureWords: words that decide what a count is a count of.
func TestFigureWords(t *testing.T) {
	tests := []struct {
		word                  string
		people, unit, anyFate bool
	}{
		{"people", true, false, false},
		{"passenger", true, false, false},
		{"", true, false, false},
		{"ferry", false, false, false},
		{"share", false, true, false},
		{"barrel", false, true, false},
		{"dollar", false, false, false},
		{"die", false, false, true},
		{"injure", false, false, true},
		{"say", false, false, false},
		{"rise", false, false, false},
	}
	for _, tt := range tests {
		if got := [3]bool{isPeople(tt.word), perUnit(tt.word), isFate(tt.word)}; got != [3]bool{tt.people, tt.unit, tt.anyFate} {
			t.Errorf("%q: people, price for one and fate are %v", tt.word, got)
		}
	}
}

func TestMet(t *testing.T) {
	tests := []struct {
		a, b []string
		want int
	}{
		{nil, nil, 0},
		{[]string{"old"}, nil, 0},
		{[]string{"old", "grey"}, []string{"grey", "stone"}, 1},
		{[]string{"old", "grey"}, []string{"grey", "old"}, 2},
		{[]string{"wooden"}, []string{"yearly"}, 0},
	}
	for _, tt := range tests {
		if got := met(tt.a, tt.b); got != tt.want {
			t.Errorf("%v, %v: got %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestComparableFigures(t *testing.T) {
	ordinal := &nlp.Quantity{Value: value.Quantity{Dimension: value.Ordinal, Low: 3, High: 3}}
	exact := &nlp.Quantity{Value: count(27)}
	dozens := &nlp.Quantity{Value: value.Quantity{Low: 24, High: 99, Comparator: value.Indefinite}}
	tests := []struct {
		name string
		a, b *nlp.Quantity
		want bool
	}{
		{"two counts", exact, exact, true},
		{"a rank", exact, ordinal, false},
		{"a vague word and a count", dozens, exact, true},
		{"two vague words", dozens, dozens, false},
	}
	for _, tt := range tests {
		if got := comparableFigures(tt.a, tt.b); got != tt.want || comparableFigures(tt.b, tt.a) != got {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

func TestTelling(t *testing.T) {
	tests := []struct {
		name string
		in   value.Quantity
		want bool
	}{
		{"a small count", count(3), false},
		{"a large count", count(314), true},
		{"a small sum", money(3, 0, 1), true},
		{"a rank", value.Quantity{Dimension: value.Ordinal, Low: 314, High: 314}, false},
		{"a duration", value.Quantity{Dimension: value.Duration, Low: 86400, High: 86400}, false},
		{"a vague word", value.Quantity{Low: 100, High: 999, Comparator: value.Indefinite}, false},
	}
	for _, tt := range tests {
		if got := telling(tt.in); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
	if anchorage(count(3)) > anchorage(count(314)) || anchorage(count(314)) > anchorage(count(31_400)) {
		t.Error("a larger count says less")
	}
}

// TestKnown: whether a source gives a figure for the same sort of thing.
func TestKnown(t *testing.T) {
	s := told(t, "Police said 27 people were hurt and 3 ferries were damaged.", "Some 25 people were hurt. Earlier reports had put it at 27 people hurt.", "The yard lost 27 ferries. It cost $27 million.")
	known := knownFigures(s)
	people, ferries := at(t, s, 0, compare.Figure, "27"), at(t, s, 2, compare.Figure, "27")
	tests := []struct {
		name   string
		claim  *compare.Claim
		source int
		want   bool
	}{
		{"itself", people, 0, true},
		{"only as an older figure", people, 1, false},
		{"only for another thing", people, 2, false},
		{"another thing, turned", ferries, 0, false},
		{"a sum is no count", at(t, s, 2, compare.Figure, "$27"), 0, false},
	}
	for _, tt := range tests {
		if got := known.has(s, tt.claim, tt.source); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}
