package value

import (
	"fmt"
	"strings"
	"time"
)

// Time is a date or time as a report states it, as the interval it may mean.
//
// Start and End are the days that the words name, in whole days and in UTC,
// whatever zone the report is written in: "9pm on Tuesday" has the Tuesday
// there and 21:00 in Clock. Modifier, Clock and Zone come on top and do not
// move them. A phrase that fixes no day has a zero Start and keeps what it
// says in Month, Day, Weekday and Clock.
type Time struct {
	Start, End  time.Time // half-open; zero when the phrase fixes no date ("at 9pm" with no day, "the day before")
	Granularity Granularity
	Modifier    Modifier
	Clock       int          // minutes after midnight of a clock time, -1 if none
	ClockEnd    int          // minutes after midnight, exclusive, past 1440 for the next day: "afternoon" is 720..1080; equals Clock+1 for a stated minute
	TwelveHour  bool         // Clock may as well be twelve hours later: "at 10:15"
	Weekday     time.Weekday // valid when HasWeekday
	HasWeekday  bool
	Month       time.Month // of a date without a year whose year is unknown; else 0
	Day         int        // day of Month, 1..31; 0 if only the month is named
	Zone        string     // "ET", "GMT", "local", "" if none is named
	Recurring   bool       // "every Friday", "on Sundays", "annually"
}

// Granularity is how finely a time phrase cuts.
type Granularity uint8

// The granularities. NoGranularity is the zero value: nothing is fixed.
const (
	NoGranularity Granularity = iota
	Minute
	Hour
	PartOfDay // morning, noon, late Tuesday
	Day
	Weekend
	Week
	Month
	Season
	Quarter
	Year
	Decade
	Century
)

// Modifier moves or blurs the interval.
type Modifier uint8

// The modifiers. On is the zero value: the interval itself.
const (
	On     Modifier = iota
	Before          // before, until, by; with a ClockEnd past Clock+1: shortly before
	After           // after; with a ClockEnd past Clock+1: shortly after
	Around
	Early // the first part of the interval
	Mid
	Late
	Since // what lasts began then: "since 2009", "over the past four months"
)

var modifierWords = [...]string{"", "before ", "after ", "around ", "early ", "mid ", "late ", "since "}

// part is a part of the day with its minutes after midnight.
type part struct {
	name       string
	start, end int
}

// parts are wide on purpose, since reports mean different hours by one word:
// "morning" begins at midnight ("3 o'clock in the morning"), "night" ends
// where the next morning is bright. No two have the same minutes.
var parts = [...]part{
	{"early", 0, 600},
	{"early hours", 0, 360},
	{"morning", 0, 720},
	{"dawn", 240, 480},
	{"noon", 720, 721},
	{"lunchtime", 690, 870},
	{"afternoon", 720, 1080},
	{"dusk", 960, 1290},
	{"late", 960, 1440},
	{"evening", 1020, 1380},
	{"night", 1080, 1800},
	{"overnight", 1200, 1920},
	{"midnight", 0, 1},
}

// PartOfDayNamed is the undated part of a day called morning, noon, lunchtime,
// afternoon, evening, night, overnight, dawn, dusk, midnight, "early hours",
// or early or late for what "early Tuesday" means. ok is false for other names.
func PartOfDayNamed(name string) (t Time, ok bool) {
	for _, p := range parts {
		if p.name == name {
			return Time{Granularity: PartOfDay, Clock: p.start, ClockEnd: p.end}, true
		}
	}
	return Time{Clock: -1, ClockEnd: -1}, false
}

// ClockTime is an undated clock time, minutes after midnight; g is Minute, or
// Hour when only the hour was said.
func ClockTime(minutes int, g Granularity) Time {
	return Time{Granularity: g, Clock: minutes, ClockEnd: minutes + 1}
}

// Interval is the time over the days [start, end).
func Interval(start, end time.Time, g Granularity) Time {
	return Time{Start: start, End: end, Granularity: g, Clock: -1, ClockEnd: -1}
}

// OnDate is one calendar day; a day that the month does not have moves into
// the next one, as in time.Date.
func OnDate(year int, month time.Month, day int) Time {
	s := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Interval(s, s.AddDate(0, 0, 1), Day)
}

// InMonth is one calendar month.
func InMonth(year int, month time.Month) Time { return Months(year, month, 1, Month) }

// InYear is one calendar year.
func InYear(year int) Time { return Months(year, time.January, 12, Year) }

// Months is n calendar months from the first of month: a quarter, a season, a
// decade.
func Months(year int, month time.Month, n int, g Granularity) Time {
	s := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return Interval(s, s.AddDate(0, n, 0), g)
}

// OnWeekday is a weekday whose date is unknown.
func OnWeekday(w time.Weekday) Time {
	return Time{Granularity: Day, Clock: -1, ClockEnd: -1, Weekday: w, HasWeekday: true}
}

// Yearless is a day of a month whose year is unknown; day is 0 for the month.
func Yearless(month time.Month, day int) Time {
	g := Day
	if day == 0 {
		g = Month
	}
	return Time{Granularity: g, Clock: -1, ClockEnd: -1, Month: month, Day: day}
}

// Dated reports whether the days are known.
func (t Time) Dated() bool { return !t.Start.IsZero() && t.End.After(t.Start) }

// HasClock reports whether a clock time or part of the day is known.
func (t Time) HasClock() bool {
	return t.Clock >= 0 && t.ClockEnd > t.Clock && t.Granularity >= Minute && t.Granularity <= PartOfDay
}

// String is the normal form used in keys and messages: "2017-12-27", "2017-12",
// "Friday", "21:00", "since 2009", "2017-12-26 evening". It depends on what is
// meant, not on the wording, and is "" when nothing is fixed.
func (t Time) String() string {
	date, clock := t.dateString(), t.clockString()
	if date == "" && clock == "" {
		return ""
	}
	var b strings.Builder
	if t.Recurring {
		b.WriteString("every ")
	}
	if int(t.Modifier) < len(modifierWords) {
		b.WriteString(modifierWords[t.Modifier])
	}
	b.WriteString(date)
	if date != "" && clock != "" {
		b.WriteByte(' ')
	}
	b.WriteString(clock)
	return b.String()
}

func (t Time) dateString() string {
	if t.Dated() && !t.Recurring {
		return intervalString(t.Start, t.End)
	}
	switch {
	case t.Month >= time.January && t.Month <= time.December && t.Day > 0:
		return fmt.Sprintf("%s %d", t.Month, t.Day)
	case t.HasWeekday:
		return time.Weekday(uint(t.Weekday) % 7).String()
	case t.Month >= time.January && t.Month <= time.December:
		return t.Month.String()
	case t.Recurring && t.Granularity >= Day:
		return granularityWords[min(t.Granularity, Century)]
	}
	return ""
}

var granularityWords = [...]string{"", "minute", "hour", "part of the day", "day", "weekend", "week", "month", "season", "quarter", "year", "decade", "century"}

// intervalString names [start, end) by the coarsest calendar unit that fits:
// "2017", "2009/2016", "2017-Q4", "2017-12", "2017-12/2018-02", "2017-12-27",
// "2017-12-18/2017-12-24". Both ends of a slash are included.
func intervalString(start, end time.Time) string {
	start, end = start.UTC(), end.UTC()
	last := end.AddDate(0, 0, -1)
	if last.Before(start) {
		last = start
	}
	switch {
	case start.YearDay() == 1 && end.YearDay() == 1:
		return pair(start, last, "2006")
	case start.Day() == 1 && end.Day() == 1:
		if months := (end.Year()-start.Year())*12 + int(end.Month()-start.Month()); months == 3 && start.Month()%3 == 1 {
			return fmt.Sprintf("%04d-Q%d", start.Year(), start.Month()/3+1)
		}
		return pair(start, last, "2006-01")
	}
	return pair(start, last, "2006-01-02")
}

func pair(first, last time.Time, layout string) string {
	a, b := first.Format(layout), last.Format(layout)
	if a == b {
		return a
	}
	return a + "/" + b
}

func (t Time) clockString() string {
	if !t.HasClock() {
		return ""
	}
	s := ""
	for _, p := range parts {
		if t.Granularity == PartOfDay && p.start == t.Clock && p.end == t.ClockEnd {
			s = p.name
		}
	}
	if s == "" {
		s = minuteString(t.Clock)
		if t.ClockEnd > t.Clock+1 {
			s += "-" + minuteString(t.ClockEnd)
		}
	}
	if t.TwelveHour {
		s += " am/pm"
	}
	if t.Zone != "" {
		s += " " + t.Zone
	}
	return s
}

func minuteString(m int) string { return fmt.Sprintf("%02d:%02d", m/60, m%60) }

// IsYear reports a year from 1900 to 2099 in figures.
func IsYear(text string) bool {
	if len(text) != 4 || text[:2] != "19" && text[:2] != "20" {
		return false
	}
	return text[2] >= '0' && text[2] <= '9' && text[3] >= '0' && text[3] <= '9'
}
