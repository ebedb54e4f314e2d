package detect

import (
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/value"
)

// clock is a time of day on a day of December 2017; day 0 leaves it undated.
func clock(hour, minute, day int) value.Time {
	t := value.ClockTime(hour*60+minute, value.Minute)
	if day > 0 {
		d := value.OnDate(2017, 12, day)
		t.Start, t.End = d.Start, d.End
	}
	return t
}

// TestRivalTimes: times that may be two versions of one.
func TestRivalTimes(t *testing.T) {
	tests := []struct {
		name string
		a, b value.Time
		want bool
	}{
		{"neighbouring days", value.OnDate(2017, 12, 27), value.OnDate(2017, 12, 28), true},
		{"days a month apart", value.OnDate(2017, 11, 27), value.OnDate(2017, 12, 28), false},
		{"neighbouring months", value.InMonth(2017, 11), value.InMonth(2017, 12), true},
		{"neighbouring years", value.InYear(2016), value.InYear(2017), true},
		{"years far apart", value.InYear(1998), value.InYear(2017), false},
		{"a day and a year", value.OnDate(2016, 12, 27), value.InYear(2017), false},
		{"clock times", clock(12, 13, 0), clock(12, 20, 0), true},
		{"clock times of one day", clock(12, 13, 27), clock(12, 20, 27), true},
		{"weekdays", value.OnWeekday(time.Monday), value.OnWeekday(time.Tuesday), true},
		{"a weekday and a clock time", value.OnWeekday(time.Monday), clock(12, 13, 0), false},
		{"a day and a weekday", value.OnDate(2017, 12, 27), value.OnWeekday(time.Monday), false},
		{"nothing fixed", value.Time{}, value.Time{}, false},
		{"a day and nothing fixed", value.OnDate(2017, 12, 27), value.Time{}, false},
	}
	for _, tt := range tests {
		if got := rivalTimes(tt.a, tt.b); got != tt.want || rivalTimes(tt.b, tt.a) != got {
			t.Errorf("%s: got %v, turned %v", tt.name, got, rivalTimes(tt.b, tt.a))
		}
	}
}

// TestSameDayName: times that only differ by the week or year that was
// guessed.
func TestSameDayName(t *testing.T) {
	tests := []struct {
		name string
		a, b value.Time
		want bool
	}{
		{"one weekday", value.OnWeekday(time.Monday), value.OnWeekday(time.Monday), true},
		{"two weekdays", value.OnWeekday(time.Monday), value.OnWeekday(time.Tuesday), false},
		{"one day of two years", value.OnDate(2016, 12, 27), value.OnDate(2017, 12, 27), true},
		{"one day of two months", value.OnDate(2017, 11, 27), value.OnDate(2017, 12, 27), false},
		{"two days", value.OnDate(2017, 12, 27), value.OnDate(2017, 12, 28), false},
		{"two years", value.InYear(2016), value.InYear(2017), false},
		{"one month of two years", value.InMonth(2016, 12), value.InMonth(2017, 12), false},
		{"nothing fixed", value.Time{}, value.Time{}, false},
	}
	for _, tt := range tests {
		if got := sameDayName(tt.a, tt.b); got != tt.want || sameDayName(tt.b, tt.a) != got {
			t.Errorf("%s: got %v, turned %v", tt.name, got, sameDayName(tt.b, tt.a))
		}
	}
}

// TestLaterFirst: which of two reports was written first, and whether they
// were written on different days.
func TestLaterFirst(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2017, 12, day, hour, 0, 0, 0, time.UTC) }
	tests := []struct {
		name     string
		a, b     time.Time
		dateOnly bool // of b
		want     int
		apart    bool
	}{
		{"hours apart", at(27, 8), at(27, 12), false, -1, false},
		{"days apart", at(27, 8), at(29, 8), false, -1, true},
		{"the same moment", at(27, 8), at(27, 8), false, 0, false},
		{"one without date", at(27, 8), time.Time{}, false, 0, false},
		{"neither with date", time.Time{}, time.Time{}, false, 0, false},
		{"a day and an hour of it", at(27, 8), at(27, 0), true, 0, false},
		{"a day and an hour of another", at(27, 8), at(28, 0), true, -1, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &compare.Story{Claims: []compare.Claim{{Source: 0}, {Source: 1}}}
			for i, published := range []time.Time{tt.a, tt.b} {
				s.Sources = append(s.Sources, compare.Source{Doc: &nlp.Document{Article: &nlp.Article{Published: published, DateOnly: tt.dateOnly && i == 1}}})
			}
			a, b := &s.Claims[0], &s.Claims[1]
			if got := laterFirst(s, a, b); got != tt.want || laterFirst(s, b, a) != -got {
				t.Errorf("got %d, turned %d", got, laterFirst(s, b, a))
			}
			if got := apart(s, a, b); got != tt.apart || apart(s, b, a) != got {
				t.Errorf("apart: got %v", got)
			}
		})
	}
}

// TestTimesApart: clauses that are dated so that they tell of two events.
func TestTimesApart(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"two years", "In 2016 27 people were hurt.", "In 2017 27 people were hurt.", true},
		{"a year and a month of it", "In 2017 27 people were hurt.", "In March 2017 27 people were hurt.", false},
		{"one undated", "In 2016 27 people were hurt.", "In all 27 people were hurt.", false},
		{"two hours of a day", "At 9 a.m. on March 3, 2017, 27 people were hurt.", "At 11 a.m. on March 3, 2017, 27 people were hurt.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := told(t, tt.a, tt.b)
			a, b := at(t, s, 0, compare.Figure, "27"), at(t, s, 1, compare.Figure, "27")
			if got := timesApart(s, a, b); got != tt.want || timesApart(s, b, a) != got {
				t.Errorf("got %v", got)
			}
		})
	}
}
