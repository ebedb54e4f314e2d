package value

import (
	"math"
	"strings"
	"testing"
)

// Shorthands for the tables.
func count(n float64) Quantity { return Quantity{Low: n, High: n, Precision: Rounding(n, 0, 1, false)} }

func counted(c Comparator, n float64) Quantity {
	q := count(n)
	q.Comparator = c
	return q
}

func between(low, high float64) Quantity {
	return Quantity{Low: low, High: high, Comparator: Between}
}

func vague(low, high float64) Quantity {
	return Quantity{Low: low, High: high, Comparator: Indefinite}
}

func scaled(c Comparator, n float64, decimals int, scale float64) Quantity {
	return Quantity{Low: n * scale, High: n * scale, Precision: Rounding(n, decimals, scale, false), Comparator: c}
}

func money(q Quantity, unit string) Quantity {
	q.Dimension, q.Unit, q.Scale = Money, unit, 1
	return q
}

func length(c Comparator, n float64, unit string, scale float64) Quantity {
	return Quantity{Dimension: Length, Low: n * scale, High: n * scale, Precision: Rounding(n, 0, 1, true) * scale, Comparator: c, Unit: unit, Scale: scale}
}

func duration(c Comparator, n float64, unit string, scale float64) Quantity {
	q := length(c, n, unit, scale)
	q.Dimension = Duration
	return q
}

func percent(c Comparator, n float64, decimals int) Quantity {
	return Quantity{Dimension: Percent, Low: n, High: n, Precision: Rounding(n, decimals, 1, true), Comparator: c, Unit: "percent"}
}

func of(d Dimension, low, high float64, unit string) Quantity {
	return Quantity{Dimension: d, Low: low, High: high, Unit: unit}
}

const (
	footInMetres = 0.3048
	hourSeconds  = 3600
	daySeconds   = 24 * hourSeconds
	yearSeconds  = 365.25 * daySeconds
)

var compareCases = []struct {
	name   string
	a, b   Quantity
	want   Relation
	reason string // a part of it, "" for any
}{
	{"same count", count(27), count(27), Equal, ""},
	{"one apart", count(48), count(47), Conflict, "47 is not 48"},
	{"25 and 27 hurt", count(27), count(25), Conflict, ""},
	{"nearly 30 is 28", counted(Nearly, 30), count(28), Compatible, "28 is nearly 30"},
	{"nearly 30 is not 24", counted(Nearly, 30), count(24), Conflict, ""},
	{"nearly seven is not seven", counted(Nearly, 7), count(7), Conflict, "7 is not nearly 7"},
	{"almost 44 million, to the dollar", money(scaled(Nearly, 44, 0, 1e6), "USD"), money(count(43885310), "USD"), Compatible, ""},
	{"about 40 is 38", counted(About, 40), count(38), Compatible, "38 is about 40"},
	{"about 40 is not 31", counted(About, 40), count(31), Conflict, ""},
	{"about 12 is not 14", counted(About, 12), count(14), Conflict, ""},
	{"roughly 145 million is not 143 million", scaled(About, 145, 0, 1e6), scaled(Exactly, 143, 0, 1e6), Conflict, ""},
	{"1.5 million rounds 1,487,000", scaled(Exactly, 1.5, 1, 1e6), count(1487000), Compatible, "after rounding"},
	{"1.5 million is not 1.6 million", scaled(Exactly, 1.5, 1, 1e6), scaled(Exactly, 1.6, 1, 1e6), Conflict, ""},
	{"1.5 million does not round 1,400,000", scaled(Exactly, 1.5, 1, 1e6), count(1400000), Conflict, ""},
	{"2,000 rounds 2,013", count(2000), count(2013), Compatible, ""},
	{"2,000 does not round 2,100", count(2000), count(2100), Conflict, ""},
	{"round hundreds below a thousand are exact", count(100), count(98), Conflict, ""},
	{"in words and figures", scaled(Exactly, 2, 0, 1e6), count(2000000), Equal, ""},
	{"at least 12 takes 14", counted(AtLeast, 12), count(14), Compatible, "14 is at least 12"},
	{"at least 12 takes 12", counted(AtLeast, 12), count(12), Compatible, "12 is at least 12"},
	{"at least 4 excludes 3", counted(AtLeast, 4), count(3), Conflict, "3 is not at least 4"},
	{"more than 51 excludes 51", counted(MoreThan, 51), count(51), Conflict, "51 is not more than 51"},
	{"more than 51 takes 52", counted(MoreThan, 51), count(52), Compatible, ""},
	{"more than a rounded sum takes the sum", money(scaled(MoreThan, 250000, 0, 1), "USD"), money(scaled(Exactly, 250000, 0, 1), "USD"), Compatible, ""},
	{"more than half a dozen takes 7", counted(MoreThan, 6), count(7), Compatible, ""},
	{"up to 44 takes 40", counted(AtMost, 44), count(40), Compatible, "40 is at most 44"},
	{"up to 44 excludes 45", counted(AtMost, 44), count(45), Conflict, ""},
	{"fewer than 40 excludes 40", counted(LessThan, 40), count(40), Conflict, ""},
	{"just over 20 takes 21", counted(JustOver, 20), count(21), Compatible, ""},
	{"just over 20 excludes 20", counted(JustOver, 20), count(20), Conflict, ""},
	{"at least 12 and more than 20 overlap", counted(AtLeast, 12), counted(MoreThan, 20), Compatible, "overlap"},
	{"at least 12 and fewer than 10 do not", counted(AtLeast, 12), counted(LessThan, 10), Conflict, ""},
	{"about 80 and more than 80", counted(About, 80), counted(MoreThan, 80), Compatible, ""},
	{"5 to 7 takes 6", between(5, 7), count(6), Compatible, "6 is between 5 and 7"},
	{"5 to 7 excludes 8", between(5, 7), count(8), Conflict, ""},
	{"several takes 7", vague(3, 10), count(7), Compatible, ""},
	{"several excludes 40", vague(3, 10), count(40), Conflict, ""},
	{"dozens and several", vague(24, 200), vague(3, 10), Conflict, ""},
	{"dozens and more than 50", vague(24, 200), counted(MoreThan, 50), Compatible, ""},
	{"dozens twice", vague(24, 200), vague(24, 200), Equal, ""},

	{"$141 million rounds the exact sum", money(scaled(Exactly, 141, 0, 1e6), "USD"), money(count(140937785), "USD"), Compatible, ""},
	{"$139 million does not", money(scaled(Exactly, 139, 0, 1e6), "USD"), money(count(140937785), "USD"), Conflict, ""},
	{"$43,000 rounds $43,350", money(count(43000), "USD"), money(count(43350), "USD"), Compatible, ""},
	{"cents differ", money(of(Money, 5687.75, 5687.75, ""), "USD"), money(of(Money, 5587.75, 5587.75, ""), "USD"), Conflict, ""},
	{"other currency", money(count(5), "USD"), money(count(5), "EUR"), Unknown, ""},
	{"money and count", money(count(5), "USD"), count(5), Unknown, ""},

	{"40 metres and 131 feet", length(Exactly, 40, "metre", 1), length(Exactly, 131, "foot", footInMetres), Compatible, "converting"},
	{"about 100 metres and 330 feet", length(About, 100, "metre", 1), length(Exactly, 330, "foot", footInMetres), Compatible, ""},
	{"40 metres and 80 metres", length(Exactly, 40, "metre", 1), length(Exactly, 80, "metre", 1), Conflict, ""},
	{"40 metres and 41 metres touch, yet differ", length(Exactly, 40, "metre", 1), length(Exactly, 41, "metre", 1), Conflict, ""},
	{"a kilometre is 1,000 metres", length(Exactly, 1, "kilometre", 1000), length(Exactly, 1000, "metre", 1), Equal, ""},
	{"metres and seconds", length(Exactly, 40, "metre", 1), duration(Exactly, 40, "second", 1), Unknown, ""},
	{"two days and about 50 hours", duration(Exactly, 2, "day", daySeconds), duration(About, 50, "hour", hourSeconds), Compatible, ""},
	{"a year is 12 months", duration(Exactly, 1, "year", yearSeconds), duration(Exactly, 12, "month", yearSeconds/12), Equal, ""},
	{"seven and eight years", duration(Exactly, 7, "year", yearSeconds), duration(Exactly, 8, "year", yearSeconds), Conflict, ""},

	{"35.7 and 36 percent", percent(Exactly, 35.7, 1), percent(Exactly, 36, 0), Compatible, ""},
	{"35.7 and 35.8 percent", percent(Exactly, 35.7, 1), percent(Exactly, 35.8, 1), Conflict, ""},
	{"five and more than five percent", percent(Exactly, 5, 0), percent(MoreThan, 5, 0), Compatible, ""},
	{"percent and percentage points", percent(Exactly, 5, 0), of(PercentagePoint, 5, 5, ""), Unknown, ""},
	{"one in five is 20 percent", of(Ratio, 0.2, 0.2, ""), percent(Exactly, 20, 0), Equal, ""},
	{"a third and 34 percent", of(Ratio, 1.0/3, 1.0/3, ""), percent(Exactly, 34, 0), Compatible, ""},
	{"a third and half", of(Ratio, 1.0/3, 1.0/3, ""), of(Ratio, 0.5, 0.5, ""), Conflict, ""},
	{"twice is no percent", of(Ratio, 2, 2, ""), percent(Exactly, 2, 0), Unknown, ""},

	{"five and six years old", of(Age, 5, 5, "year"), of(Age, 6, 6, "year"), Conflict, ""},
	{"in his 50s and 56", Quantity{Dimension: Age, Low: 50, High: 59, Comparator: Between, Unit: "year"}, of(Age, 56, 56, "year"), Compatible, ""},
	{"second and third", of(Ordinal, 2, 2, ""), of(Ordinal, 3, 3, ""), Conflict, ""},
	{"third and three", of(Ordinal, 3, 3, ""), count(3), Unknown, ""},
	{"score", of(Score, 3, 1, ""), of(Score, 3, 1, ""), Equal, ""},
	{"score from the other side", of(Score, 3, 1, ""), of(Score, 1, 3, ""), Compatible, ""},
	{"other score", of(Score, 3, 1, ""), of(Score, 3, 2, ""), Conflict, ""},
	{"pages and members", of(Count, 48, 48, "page"), of(Count, 48, 48, "member"), Unknown, ""},
	{"pages and a plain count", of(Count, 48, 48, "page"), count(47), Conflict, ""},
	{"degrees without a scale", of(Temperature, 30, 30, "degree"), of(Temperature, 30, 30, "degree Celsius"), Unknown, ""},
}

func TestQuantityCompare(t *testing.T) {
	for _, c := range compareCases {
		t.Run(c.name, func(t *testing.T) {
			got, reason := c.a.Compare(c.b)
			if got != c.want || !strings.Contains(reason, c.reason) {
				t.Errorf("%v with %v = %v (%q), want %v (%q)", c.a, c.b, got, reason, c.want, c.reason)
			}
			if got != Unknown && reason == "" {
				t.Errorf("%v with %v: no reason", c.a, c.b)
			}
			if back, because := c.b.Compare(c.a); back != got || because != reason {
				t.Errorf("%v with %v = %v (%q), the other way %v (%q)", c.a, c.b, got, reason, back, because)
			}
		})
	}
}

func TestQuantityString(t *testing.T) {
	for _, c := range []struct {
		in   Quantity
		want string
	}{
		{count(7), "7"},
		{counted(About, 40), "~40"},
		{counted(AtLeast, 12), ">=12"},
		{counted(MoreThan, 51), ">51"},
		{counted(Nearly, 7), "<~7"},
		{between(5, 7), "5..7"},
		{vague(24, 200), "?24..200"},
		{money(scaled(Exactly, 2.5, 1, 1e9), "USD"), "2500000000 USD"},
		{money(of(Money, 5687.75, 5687.75, ""), "USD"), "5687.75 USD"},
		{length(Exactly, 131, "foot", footInMetres), "39.9288 m"},
		{percent(Exactly, 15.5, 1), "15.5%"},
		{of(Ratio, 0.2, 0.2, ""), "20%"},
		{of(Ratio, 2, 2, ""), "2 times"},
		{of(Age, 42, 42, "year"), "42 years old"},
		{of(Ordinal, 3, 3, ""), "#3"},
		{of(Score, 31, 24, ""), "31-24"},
		{of(Score, 2, 2, ""), "2-2"},
		{of(Count, 48, 48, "page"), "48 page"},
		{Quantity{}, "0"},
	} {
		if got := c.in.String(); got != c.want {
			t.Errorf("%+v = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestQuantityMid(t *testing.T) {
	for _, c := range []struct {
		name string
		in   Quantity
		mid  float64
	}{
		{"count", count(48), 48},
		{"rounded", count(2000), 2000},
		{"about", counted(About, 48), 48},
		{"range", between(5, 7), 6},
		{"score", of(Score, 3, 1, ""), 2},
	} {
		if got := c.in.Mid(); got != c.mid {
			t.Errorf("%s: Mid = %v, want %v", c.name, got, c.mid)
		}
	}
}

func TestParseDigits(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Digits
		ok   bool
	}{
		{"7", Digits{Value: 7}, true},
		{"1,200", Digits{Value: 1200, Grouped: true}, true},
		{"140,937,785", Digits{Value: 140937785, Grouped: true}, true},
		{"2,50,000", Digits{Value: 250000, Grouped: true}, true},
		{"15.5", Digits{Value: 15.5, Decimals: 1}, true},
		{"5,687.75", Digits{Value: 5687.75, Decimals: 2, Grouped: true}, true},
		{".5", Digits{Value: 0.5, Decimals: 1}, true},
		{"", Digits{}, false},
		{"1,20", Digits{}, false},
		{",200", Digits{}, false},
		{"1,,200", Digits{}, false},
		{"12345,678", Digits{}, false},
		{"1.2.3", Digits{}, false},
		{"5.", Digits{}, false},
		{".", Digits{}, false},
		{"-5", Digits{}, false},
		{"1e9", Digits{}, false},
		{"208b", Digits{}, false},
		{strings.Repeat("9", 31), Digits{}, false},
	} {
		got, ok := ParseDigits(c.in)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("ParseDigits(%q) = %+v, %v; want %+v, %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

func TestRounding(t *testing.T) {
	for _, c := range []struct {
		name     string
		n        float64
		decimals int
		scale    float64
		measured bool
		want     float64
	}{
		{"27 people", 27, 0, 1, false, 0},
		{"40 people", 40, 0, 1, false, 0},
		{"600 people", 600, 0, 1, false, 0},
		{"2,000 people", 2000, 0, 1, false, 50},
		{"2,013 people", 2013, 0, 1, false, 0},
		{"43,885,310", 43885310, 0, 1, false, 0},
		{"1.5 million", 1.5, 1, 1e6, false, 50000},
		{"2 billion", 2, 0, 1e9, false, 2e8},
		{"141 million", 141, 0, 1e6, false, 5e5},
		{"400 million", 400, 0, 1e6, false, 1e7},
		{"40 metres", 40, 0, 1, true, 0.5},
		{"2,000 km", 2000, 0, 1, true, 50},
		{"15.5 percent", 15.5, 1, 1, true, 0.05},
		{"$5,687.75", 5687.75, 2, 1, false, 0},
	} {
		if got := Rounding(c.n, c.decimals, c.scale, c.measured); math.Abs(got-c.want) > c.want*1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// FuzzQuantityCompare holds the laws: both ways give one answer, a quantity
// equals itself, and equal quantities have equal strings.
func FuzzQuantityCompare(f *testing.F) {
	for _, c := range compareCases {
		f.Add(uint8(c.a.Dimension), c.a.Low, c.a.High, c.a.Precision, uint8(c.a.Comparator), c.a.Unit, c.a.Scale,
			uint8(c.b.Dimension), c.b.Low, c.b.High, c.b.Precision, uint8(c.b.Comparator), c.b.Unit, c.b.Scale)
	}
	f.Fuzz(func(t *testing.T, da uint8, la, ha, pa float64, ca uint8, ua string, sa float64, db uint8, lb, hb, pb float64, cb uint8, ub string, sb float64) {
		a := Quantity{Dimension(da), la, ha, pa, Comparator(ca), ua, sa}
		b := Quantity{Dimension(db), lb, hb, pb, Comparator(cb), ub, sb}
		ab, why := a.Compare(b)
		if ba, back := b.Compare(a); ba != ab || back != why {
			t.Fatalf("%+v with %+v: %v (%q), the other way %v (%q)", a, b, ab, why, ba, back)
		}
		if ab == Equal && a.String() != b.String() {
			t.Fatalf("%+v equals %+v, but %q is not %q", a, b, a, b)
		}
		for _, q := range [2]Quantity{a, b} {
			if self, _ := q.Compare(q); self != Equal {
				t.Fatalf("%+v with itself: %v", q, self)
			}
		}
	})
}
