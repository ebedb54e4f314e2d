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
	for word, n := range calendarNumbers {
		if n < 1 || n > 90 || word != strings.ToLower(word) {
			t.Errorf("number %q is %d", word, n)
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
