package lexicon

import (
	"strings"
	"testing"
)

func TestCalendar(t *testing.T) {
	tests := []struct {
		in   string
		want CalendarWord
	}{
		{"tuesday", CalendarWord{Kind: CalendarWeekday, Value: 2}},
		{"dec.", CalendarWord{Kind: CalendarMonth, Value: 12, Short: true}},
		{"years", CalendarWord{Kind: CalendarUnit, Value: UnitYear, Plural: true}},
		{"yesterday", CalendarWord{Kind: CalendarDay, Value: -1}},
		{"Tuesday", CalendarWord{}}, // words come in lower case
		{"tuesdayish", CalendarWord{}},
		{"decade.", CalendarWord{}},
		{"mo", CalendarWord{}},
		{"", CalendarWord{}},
	}
	for _, tt := range tests {
		if got := Calendar(tt.in); got != tt.want {
			t.Errorf("Calendar(%q) = %+v, want %+v", tt.in, got, tt.want)
		}
	}
}

func TestCalendarWords(t *testing.T) {
	most := map[CalendarKind][2]int{CalendarWeekday: {0, 6}, CalendarMonth: {1, 12}, CalendarSeason: {3, 12}, CalendarUnit: {UnitMinute, UnitCentury}, CalendarDay: {-1, 1}}
	for word, w := range calendarWords {
		if word != strings.ToLower(word) || Calendar(word) != w {
			t.Errorf("%q cannot be looked up", word)
		}
		if r, ok := most[w.Kind]; ok && (w.Value < r[0] || w.Value > r[1]) {
			t.Errorf("%q: value %d", word, w.Value)
		}
		if got := DayPart(word) != ""; got != (w.Kind == CalendarPart) {
			t.Errorf("DayPart(%q) = %q", word, DayPart(word))
		}
		if stop, ok := calendarWords[word+"."]; ok && (stop.Kind != w.Kind || stop.Value != w.Value) {
			t.Errorf("%q and its stop differ", word)
		}
	}
	for word, zone := range timeZones {
		if len(word) > 6 && word != "Eastern" && word != "Central" && word != "Mountain" && word != "Pacific" || zone == "" {
			t.Errorf("zone %q is %q", word, zone)
		}
	}
	for word, want := range map[string]int{"a": 1, "an": 1, "one": 1, "twelve": 12, "ninety": 90, "zero": 0, "hundred": 0, "dozens": 0, "fourth": 0, "few": 0} {
		if n, ok := CalendarNumber(word); ok != (want > 0) || ok && n != want {
			t.Errorf("number %q is %d, %v", word, n, ok)
		}
	}
	for i, word := range []string{"first", "second", "third", "fourth"} {
		if QuarterOrdinal(word) != i+1 || QuarterOrdinal(word+"-quarter") != i+1 {
			t.Errorf("%s quarter", word)
		}
	}
	if QuarterOrdinal("fifth") != 0 {
		t.Error("a year has four quarters")
	}
}
