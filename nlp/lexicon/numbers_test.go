package lexicon

import (
	"strings"
	"testing"
)

func TestNumberWords(t *testing.T) {
	for w, n := range numberWords {
		if w != strings.ToLower(w) || strings.ContainsAny(w, " -") {
			t.Errorf("%q: not one lower-case word", w)
		}
		if n.Kind == NumberNone {
			t.Errorf("%q: no kind", w)
		}
		vague := n.Kind == NumberPlural || n.Kind == NumberVague
		if vague != (n.High != 0) || vague && n.High < n.Value {
			t.Errorf("%q: %v: only vague words have an upper end, and it is not below the lower", w, n)
		}
	}
	for _, c := range []struct {
		word string
		want NumberWord
	}{
		{"seven", NumberWord{NumberOnes, 7, 0}},
		{"ninety", NumberWord{NumberTens, 90, 0}},
		{"billion", NumberWord{NumberScale, 1e9, 0}},
		{"bn", NumberWord{NumberShort, 1e9, 0}},
		{"dozens", NumberWord{NumberPlural, 12, 500}},
		{"twelfth", NumberWord{NumberOrdinal, 12, 0}},
		{"people", NumberWord{}},
		{"Seven", NumberWord{}},
		{"", NumberWord{}},
	} {
		if got := Number(c.word); got != c.want {
			t.Errorf("Number(%q) = %v, want %v", c.word, got, c.want)
		}
	}
}

func TestNumberWordSets(t *testing.T) {
	for name, set := range map[string]map[string]bool{"label": labelWords, "sport": sportWords, "casualty": casualtyWords, "people": peopleWords} {
		for w := range set {
			if w != strings.ToLower(w) {
				t.Errorf("%s word %q: not in lower case", name, w)
			}
		}
		for _, w := range []string{"the", "of", "and", "", "fewer"} {
			if set[w] {
				t.Errorf("%q is a %s word", w, name)
			}
		}
	}
	for _, c := range []struct {
		name string
		got  bool
		want bool
	}{
		{"flight", LabelWord("flight"), true}, {"people", LabelWord("people"), false},
		{"halftime", SportWord("halftime"), true}, {"flood", SportWord("flood"), false},
		{"wounded", CasualtyWord("wounded"), true}, {"red", CasualtyWord("red"), false},
		{"villagers", PeopleWord("villagers"), true}, {"elections", PeopleWord("elections"), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestUnits(t *testing.T) {
	for w, u := range units {
		if w != strings.ToLower(w) || u.Name == "" || u.Measure == NoMeasure || u.Factor <= 0 {
			t.Errorf("%q: %+v is incomplete", w, u)
		}
		if u.Offset != 0 && u.Measure != MeasureTemperature {
			t.Errorf("%q: only temperatures are offset", w)
		}
	}
	for _, c := range []struct {
		word string
		n    float64
		want float64 // in the base unit
	}{
		{"feet", 10, 3.048}, {"miles", 1, 1609.344}, {"km", 2, 2000}, {"hours", 2, 7200}, {"lbs", 1, 0.45359237},
		{"fahrenheit", 212, 100}, {"mph", 3.6, 1.609344}, {"acres", 1, 4046.8564224}, {"gb", 1, 1e9}, {"bps", 50, 0.5},
	} {
		u, ok := UnitOf(c.word)
		got := (c.n + u.Offset) * u.Factor
		if !ok || got < c.want*(1-1e-12) || got > c.want*(1+1e-12) {
			t.Errorf("%v %s = %v, %v; want %v", c.n, c.word, got, ok, c.want)
		}
	}
	month, _ := UnitOf("month")
	year, _ := UnitOf("years")
	if 12*month.Factor != year.Factor {
		t.Error("12 months are no year")
	}
	for _, w := range []string{"people", "stone", "may", "point", ""} {
		if u, ok := UnitOf(w); ok {
			t.Errorf("%q is the unit %v", w, u)
		}
	}
}

func TestCurrencies(t *testing.T) {
	check := func(w, code string) {
		if w != strings.ToLower(w) || len(code) != 3 || code != strings.ToUpper(code) {
			t.Errorf("%q: %q", w, code)
		}
	}
	for w, code := range currencySymbols {
		check(w, code)
	}
	for w, c := range currencyWords {
		check(w, c.code)
		if c.worth != 1 && c.worth != 0.01 {
			t.Errorf("%q is worth %v", w, c.worth)
		}
		if _, unit := units[w]; unit {
			t.Errorf("%q is a unit as well", w)
		}
	}
	for w, code := range dollars {
		check(w, code)
	}
	if code, ok := Currency("us$"); !ok || code != "USD" {
		t.Errorf("us$ = %q", code)
	}
	if _, ok := Currency("us"); ok {
		t.Error("us is a currency")
	}
	if _, _, ok := CurrencyWord("pounds"); ok {
		t.Error("pounds are money only")
	}
}
