package value

import (
	"math"
	"time"
)

// Comparing times: each side is turned into the minutes that it allows, widened
// by what its wording leaves open, and two sides conflict when they share no
// minute. "late Tuesday" allows 16:00 to 24:00 of that day, "around 12:20" five
// minutes either way, "since 2009" everything from then on, "last week" a day
// more at either end, since weeks begin on Sundays or Mondays. Where a side
// fixes no date, weekdays, days of a month and clock times are compared one by
// one, and what only one side has decides nothing.

const (
	minutesPerDay = 24 * 60
	// A clock time given to the hour stands for the quarters around it:
	// "at 5am" and "5:10 a.m.".
	hourSlack = 15
	// "around" a full hour, a half or quarter hour, and any other minute: the
	// rounder the figure, the more it may hide.
	aroundHour, aroundQuarter, aroundMinute = 20, 15, 5
	// noon and midnight are used for the half hour either side.
	noonSlack = 30
	// Against a clock time, the borders of morning, evening and so on are soft.
	partSlack = 60
	// No two zones in use in one report lie further apart than this, in hours.
	zoneHours = 14
	// "the weekend" begins on Friday afternoon.
	weekendLead = 8 * 60
)

// minutes is a half-open range of minutes; the origin is the Unix epoch for
// dated times and midnight for undated ones.
type minutes struct{ lo, hi int }

func (m minutes) overlaps(o minutes) bool { return m.lo < o.hi && o.lo < m.hi }
func (m minutes) contains(o minutes) bool { return m.lo <= o.lo && o.hi <= m.hi }
func (m minutes) shift(by int) minutes {
	if m.lo > math.MinInt/2 {
		m.lo += by
	}
	if m.hi < math.MaxInt/2 {
		m.hi += by
	}
	return m
}

// Compare says how a and b stand to each other if they date the same event,
// with the reason in a few words. Zones that differ, or are named on one side
// only, never make a conflict by themselves. Values with the same non-empty
// String are Equal; a value that fixes nothing is Unknown to every other.
func (a Time) Compare(b Time) (Relation, string) {
	sa, sb := a.String(), b.String()
	switch {
	case sa == "" || sb == "":
		return Unknown, "no date or time is fixed"
	case sa == sb:
		return Equal, "both are " + sa
	case a.Recurring && b.Recurring:
		if a.HasWeekday && b.HasWeekday && a.Weekday != b.Weekday {
			return Conflict, "different weekdays"
		}
		return Unknown, "recurring times"
	case a.Recurring || b.Recurring:
		return Unknown, "one recurs"
	case a.Dated() && b.Dated():
		return a.compareDated(b)
	}
	day, why := a.compareDay(b)
	if day == Conflict {
		return day, why
	}
	if a.HasClock() && b.HasClock() {
		return a.compareClock(b)
	}
	return day, why
}

// compareDated compares two times whose days are known.
func (a Time) compareDated(b Time) (Relation, string) {
	if a.Modifier == Since && b.Modifier == Since {
		if a.days().overlaps(b.days()) {
			return Compatible, "the beginnings overlap"
		}
		return Conflict, "they begin at different times"
	}
	as, bs := a.allowed(b.soft()), b.allowed(a.soft())
	if ok, why := overlap(as, bs); ok {
		return Compatible, why
	}
	if a.HasClock() && b.HasClock() && zonesMayDiffer(a, b) && overlapShifted(as, bs) {
		return Compatible, "time zones may differ"
	}
	if a.HasClock() && b.HasClock() && a.Start.Equal(b.Start) {
		return Conflict, "different times of one day"
	}
	return Conflict, a.String() + " and " + b.String() + " share no day"
}

// compareDay compares what is known of the days when at least one is undated.
func (a Time) compareDay(b Time) (Relation, string) {
	am, ad := a.monthDay()
	bm, bd := b.monthDay()
	if am != 0 && bm != 0 {
		open := a.open() || b.open()
		switch {
		case open || a.Modifier == Around || b.Modifier == Around:
			return Unknown, "the year is unknown"
		case am != bm || ad != 0 && bd != 0 && ad != bd:
			return Conflict, "different days of the year"
		case ad != bd:
			return Compatible, "the day lies in the month"
		}
		return Compatible, "the same day of the year"
	}
	aw, aok := a.weekday()
	bw, bok := b.weekday()
	if !aok || !bok || a.open() || b.open() {
		return Unknown, "no common date"
	}
	if aw == bw {
		return Compatible, "the same weekday"
	}
	next := func(t Time, from, to time.Weekday) bool {
		return t.HasClock() && t.ClockEnd > minutesPerDay && (from+1)%7 == to
	}
	if next(a, aw, bw) || next(b, bw, aw) {
		return Compatible, "the night runs into the next day"
	}
	return Conflict, "different weekdays"
}

// compareClock compares clock times when at least one has no date; a day
// wraps around.
func (a Time) compareClock(b Time) (Relation, string) {
	as, bs := a.clockRanges(b.soft()), b.clockRanges(a.soft())
	for _, day := range [...]int{0, -minutesPerDay, minutesPerDay} {
		shifted := make([]minutes, len(as))
		for i, s := range as {
			shifted[i] = s.shift(day)
		}
		if ok, _ := overlap(shifted, bs); ok {
			return Compatible, "the clock times overlap"
		}
	}
	if zonesMayDiffer(a, b) && overlapShifted(as, bs) {
		return Compatible, "time zones may differ"
	}
	return Conflict, "different clock times"
}

func zonesMayDiffer(a, b Time) bool { return a.Zone != b.Zone }

// soft reports that the time is a clock time, against which parts of the day
// have soft borders.
func (t Time) soft() bool { return t.HasClock() && t.Granularity != PartOfDay }

// open reports a modifier that leaves one end of the interval open.
func (t Time) open() bool { return t.Modifier == Before || t.Modifier == After || t.Modifier == Since }

func overlap(as, bs []minutes) (bool, string) {
	for _, x := range as {
		for _, y := range bs {
			if x.overlaps(y) {
				if x.contains(y) || y.contains(x) {
					return true, "one lies within the other"
				}
				return true, "they overlap"
			}
		}
	}
	return false, ""
}

// overlapShifted reports whether as and bs overlap in some pair of time zones.
func overlapShifted(as, bs []minutes) bool {
	for h := -zoneHours; h <= zoneHours; h++ {
		for _, x := range as {
			for _, y := range bs {
				if x.shift(h * 60).overlaps(y) {
					return true
				}
			}
		}
	}
	return false
}

// days is the interval of Start and End in minutes.
func (t Time) days() minutes {
	return minutes{int(t.Start.Unix() / 60), int(t.End.Unix() / 60)}
}

// singleDay reports a dated time that is one day.
func (t Time) singleDay() bool {
	d := t.days()
	return t.Dated() && d.hi-d.lo <= minutesPerDay
}

// weekday is the weekday that the time falls on, if it is one.
func (t Time) weekday() (time.Weekday, bool) {
	if t.singleDay() {
		return t.Start.UTC().Weekday(), true
	}
	return time.Weekday(uint(t.Weekday) % 7), t.HasWeekday && !t.Dated()
}

// monthDay is the month and day that the time falls on; the day is 0 when it
// is a month, the month 0 when it is something else.
func (t Time) monthDay() (time.Month, int) {
	switch {
	case t.singleDay():
		return t.Start.UTC().Month(), t.Start.UTC().Day()
	case t.Dated() && t.Granularity == Month && t.End.Equal(t.Start.AddDate(0, 1, 0)):
		return t.Start.UTC().Month(), 0
	case t.Dated() || t.HasWeekday && t.Day <= 0:
		return 0, 0
	}
	return t.Month, t.Day
}

// allowed is the minutes that a dated time allows; soft says that it is
// compared with a clock time.
func (t Time) allowed(soft bool) []minutes {
	if t.HasClock() && t.singleDay() {
		ranges := t.clockRanges(soft)
		for i := range ranges {
			ranges[i] = ranges[i].shift(t.days().lo)
		}
		return ranges
	}
	m := t.days()
	switch t.Granularity {
	case Week:
		m.lo, m.hi = m.lo-minutesPerDay, m.hi+minutesPerDay
	case Weekend:
		m.lo -= weekendLead
	}
	length := m.hi - m.lo
	switch t.Modifier {
	case Before:
		m.lo = math.MinInt
	case After, Since:
		m.hi = math.MaxInt
	case Around:
		slack := max(length/2, minutesPerDay)
		m.lo, m.hi = m.lo-slack, m.hi+slack
	case Early:
		m.hi = m.lo + (length+1)/2
	case Mid:
		m.lo, m.hi = m.lo+length/4, m.hi-length/4
	case Late:
		m.lo = m.hi - (length+1)/2
	}
	return []minutes{m}
}

// clockRanges is the minutes after midnight that a clock time allows, once for
// each of its readings.
func (t Time) clockRanges(soft bool) []minutes {
	m := t.clockRange(soft)
	ranges := []minutes{m}
	if t.TwelveHour {
		ranges = append(ranges, m.shift(minutesPerDay/2))
	}
	if t.Clock == 0 && t.ClockEnd == 1 { // midnight ends the day or begins it
		ranges = append(ranges, m.shift(minutesPerDay))
	}
	return ranges
}

func (t Time) clockRange(soft bool) minutes {
	m := minutes{t.Clock, t.ClockEnd}
	stated := m.hi == m.lo+1
	switch {
	case stated && t.Granularity == PartOfDay:
		m.lo, m.hi = m.lo-noonSlack, m.hi+noonSlack
	case stated && t.Granularity == Hour:
		m.lo, m.hi = m.lo-hourSlack, m.hi+hourSlack
	case t.Granularity == PartOfDay && soft:
		if m.lo > 0 {
			m.lo -= partSlack
		}
		m.hi += partSlack
	}
	length := m.hi - m.lo
	switch t.Modifier {
	case Before:
		if stated {
			m.lo, m.hi = min(0, t.Clock), t.Clock+1
		}
	case After, Since:
		if stated {
			m.lo, m.hi = t.Clock, max(minutesPerDay, t.Clock+1)
		}
	case Around:
		slack := aroundMinute
		switch {
		case t.Clock%60 == 0:
			slack = aroundHour
		case t.Clock%15 == 0:
			slack = aroundQuarter
		}
		m.lo, m.hi = min(m.lo, t.Clock-slack), max(m.hi, t.ClockEnd+slack)
	case Early: // two thirds: "early morning" may be 7 o'clock
		m.hi = m.lo + (2*length+2)/3
	case Mid:
		m.lo, m.hi = m.lo+length/4, m.hi-length/4
	case Late:
		m.lo = m.hi - (2*length+2)/3
	}
	return m
}
