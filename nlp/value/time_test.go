package value

import (
	"testing"
	"time"
)

func clockOn(t Time, year int, month time.Month, day int) Time {
	d := OnDate(year, month, day)
	t.Start, t.End = d.Start, d.End
	return t
}

func namedPart(t *testing.T, name string) Time {
	t.Helper()
	v, ok := PartOfDayNamed(name)
	if !ok {
		t.Fatalf("no part of the day called %s", name)
	}
	return v
}

func with(t Time, m Modifier) Time    { t.Modifier = m; return t }
func inZone(t Time, zone string) Time { t.Zone = zone; return t }
func every(t Time) Time               { t.Recurring = true; return t }
func minuteOf(h, m int) Time          { return ClockTime(h*60+m, Minute) }

func TestTimeString(t *testing.T) {
	tests := []struct {
		in   Time
		want string
	}{
		{Time{}, ""},
		{Time{Granularity: Day, Clock: -1}, ""},
		{OnDate(2017, 12, 27), "2017-12-27"},
		{OnDate(2017, 2, 29), "2017-03-01"},
		{InMonth(2017, 12), "2017-12"},
		{InMonth(2017, 0), "2016-12"},
		{InYear(2017), "2017"},
		{Interval(InYear(2009).Start, InYear(2016).End, Year), "2009/2016"},
		{Months(2017, 10, 3, Quarter), "2017-Q4"},
		{Months(2017, 12, 3, Season), "2017-12/2018-02"},
		{Interval(OnDate(2017, 12, 18).Start, OnDate(2017, 12, 24).End, Week), "2017-12-18/2017-12-24"},
		{OnWeekday(time.Friday), "Friday"},
		{every(OnWeekday(time.Friday)), "every Friday"},
		{Yearless(12, 27), "December 27"},
		{Yearless(12, 0), "December"},
		{minuteOf(21, 0), "21:00"},
		{inZone(minuteOf(9, 34), "ET"), "09:34 ET"},
		{namedPart(t, "noon"), "noon"},
		{clockOn(namedPart(t, "evening"), 2017, 12, 26), "2017-12-26 evening"},
		{with(InYear(2009), Since), "since 2009"},
		{with(InYear(2002), Around), "around 2002"},
	}
	for _, tt := range tests {
		if got := tt.in.String(); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestTimeCompare(t *testing.T) {
	tuesday, wednesday := OnDate(2017, 12, 26), OnDate(2017, 12, 27)
	part := func(name string, day int) Time { return clockOn(namedPart(t, name), 2017, 12, day) }
	at := func(h, m, day int) Time { return clockOn(minuteOf(h, m), 2017, 12, day) }
	twelve := minuteOf(10, 15)
	twelve.TwelveHour = true
	tests := []struct {
		name string
		a, b Time
		want Relation
	}{
		{"nothing fixed", Time{}, Time{}, Unknown},
		{"nothing fixed, a day", Time{}, tuesday, Unknown},
		{"one day", tuesday, tuesday, Equal},
		{"two days", tuesday, wednesday, Conflict},
		{"day in month", wednesday, InMonth(2017, 12), Compatible},
		{"day outside of month", wednesday, InMonth(2017, 11), Conflict},
		{"month in year", InMonth(2017, 12), InYear(2017), Compatible},
		{"two years", InYear(2016), InYear(2017), Conflict},
		{"late day, evening", part("late", 26), part("evening", 26), Compatible},
		{"late day, next day", part("late", 26), wednesday, Conflict},
		{"late day, early next day", part("late", 26), part("early", 27), Conflict},
		{"night, early next day", part("night", 26), part("early", 27), Compatible},
		{"night, early the same day", part("night", 26), part("early", 26), Conflict},
		{"morning, afternoon", part("morning", 26), part("afternoon", 26), Conflict},
		{"morning, early morning", part("morning", 26), with(part("morning", 26), Early), Compatible},
		{"early morning, 5:10", with(part("morning", 26), Early), at(5, 10, 26), Compatible},
		{"evening, 23:00", part("evening", 26), at(23, 0, 26), Compatible},
		{"evening, noon", part("evening", 26), at(12, 0, 26), Conflict},
		{"day, clock that day", tuesday, at(12, 10, 26), Compatible},
		{"day, clock the next day", tuesday, at(12, 10, 27), Conflict},
		{"noon, midday", namedPart(t, "noon"), with(namedPart(t, "noon"), Around), Compatible},
		{"noon, 12:10", namedPart(t, "noon"), minuteOf(12, 10), Compatible},
		{"noon, 13:10", namedPart(t, "noon"), minuteOf(13, 10), Conflict},
		{"11am, 2pm", ClockTime(11*60, Hour), ClockTime(14*60, Hour), Conflict},
		{"about 5am, about 5:10", with(ClockTime(5*60, Hour), Around), with(minuteOf(5, 10), Around), Compatible},
		{"about 12:20, 12:13", with(minuteOf(12, 20), Around), minuteOf(12, 13), Conflict},
		{"12:12, 12:13", minuteOf(12, 12), minuteOf(12, 13), Conflict},
		{"zones named and missing", inZone(minuteOf(4, 18), "local"), inZone(minuteOf(9, 18), "GMT"), Compatible},
		{"zone on one side", at(9, 34, 26), inZone(at(14, 34, 26), "GMT"), Compatible},
		{"zone on one side, other minutes", at(9, 34, 26), inZone(at(14, 50, 26), "GMT"), Conflict},
		{"zone on one side, over midnight", at(23, 30, 26), inZone(at(4, 30, 27), "GMT"), Compatible},
		{"one zone, other hours", inZone(minuteOf(9, 0), "ET"), inZone(minuteOf(11, 0), "ET"), Conflict},
		{"10:15, 22:15", twelve, minuteOf(22, 15), Compatible},
		{"10:15, 21:15", twelve, minuteOf(21, 15), Conflict},
		{"midnight, 23:50", namedPart(t, "midnight"), minuteOf(23, 50), Compatible},
		{"since 2009, 2010", with(InYear(2009), Since), InYear(2010), Compatible},
		{"since 2009, 2008", with(InYear(2009), Since), InYear(2008), Conflict},
		{"since 2009, since 2011", with(InYear(2009), Since), with(InYear(2011), Since), Conflict},
		{"after 2009, after 2011", with(InYear(2009), After), with(InYear(2011), After), Compatible},
		{"before 2020, 2019", with(InYear(2020), Before), InYear(2019), Compatible},
		{"before 2020, 2021", with(InYear(2020), Before), InYear(2021), Conflict},
		{"late 2029, December 2029", with(InYear(2029), Late), InMonth(2029, 12), Compatible},
		{"early March, late March", with(InMonth(2017, 3), Early), with(InMonth(2017, 3), Late), Conflict},
		{"around 2002, 2003", with(InYear(2002), Around), InYear(2003), Compatible},
		{"around 2002, 2005", with(InYear(2002), Around), InYear(2005), Conflict},
		{"weekdays", OnWeekday(time.Friday), OnWeekday(time.Monday), Conflict},
		{"weekday, its date", OnWeekday(time.Tuesday), tuesday, Compatible},
		{"weekday, another's date", OnWeekday(time.Friday), tuesday, Conflict},
		{"weekday, month", OnWeekday(time.Friday), InMonth(2017, 12), Unknown},
		{"day without year, its date", Yearless(12, 26), tuesday, Compatible},
		{"day without year, another date", Yearless(12, 26), wednesday, Conflict},
		{"day without year, its month", Yearless(12, 26), InMonth(2017, 12), Compatible},
		{"day without year, year", Yearless(12, 26), InYear(2017), Unknown},
		{"every Friday, a date", every(OnWeekday(time.Friday)), tuesday, Unknown},
		{"every Friday, every Monday", every(OnWeekday(time.Friday)), every(OnWeekday(time.Monday)), Conflict},
		{"clock, day", minuteOf(21, 0), tuesday, Unknown},
		{"clock, the same with its day", minuteOf(21, 0), at(21, 0, 26), Compatible},
		{"clock, another with its day", minuteOf(20, 0), at(21, 0, 26), Conflict},
	}
	for _, tt := range tests {
		if got, why := tt.a.Compare(tt.b); got != tt.want {
			t.Errorf("%s: %q, %q: got %v (%s), want %v", tt.name, tt.a, tt.b, got, why, tt.want)
		}
		if got, why := tt.b.Compare(tt.a); got != tt.want {
			t.Errorf("%s, turned: got %v (%s), want %v", tt.name, got, why, tt.want)
		}
	}
}

// FuzzTimeCompare holds the laws: Compare is symmetric, every value that fixes
// something is Equal to itself, Equal values have one normal form, and there
// is a reason.
func FuzzTimeCompare(f *testing.F) {
	f.Add(int16(17000), int16(1), uint8(4), uint8(0), int16(-1), int16(0), int8(-1), uint8(0), "", int16(17001), int16(1), uint8(4), uint8(0), int16(-1), int16(0), int8(-1), uint8(0), "")
	f.Add(int16(17000), int16(1), uint8(3), uint8(4), int16(720), int16(360), int8(-1), uint8(0), "ET", int16(0), int16(0), uint8(1), uint8(3), int16(0), int16(1), int8(-1), uint8(2), "GMT")
	f.Add(int16(0), int16(0), uint8(4), uint8(0), int16(-1), int16(0), int8(5), uint8(0), "", int16(17000), int16(31), uint8(7), uint8(6), int16(-1), int16(0), int8(-1), uint8(1), "")
	f.Add(int16(0), int16(0), uint8(7), uint8(0), int16(-1), int16(0), int8(-1), uint8(0xc0), "", int16(17000), int16(1), uint8(4), uint8(7), int16(-1), int16(0), int8(-1), uint8(0), "")
	f.Fuzz(func(t *testing.T,
		day1, days1 int16, g1, m1 uint8, clock1, long1 int16, weekday1 int8, flags1 uint8, zone1 string,
		day2, days2 int16, g2, m2 uint8, clock2, long2 int16, weekday2 int8, flags2 uint8, zone2 string) {
		a := fuzzTime(day1, days1, g1, m1, clock1, long1, weekday1, flags1, zone1)
		b := fuzzTime(day2, days2, g2, m2, clock2, long2, weekday2, flags2, zone2)
		ab, why := a.Compare(b)
		ba, _ := b.Compare(a)
		if ab != ba {
			t.Errorf("Compare(%+v, %+v) is %v, turned %v", a, b, ab, ba)
		}
		if why == "" {
			t.Errorf("Compare(%+v, %+v) gives no reason", a, b)
		}
		if self, _ := a.Compare(a); (self == Equal) != (a.String() != "") {
			t.Errorf("%+v to itself is %v", a, self)
		}
		if ab == Equal && a.String() != b.String() {
			t.Errorf("%q and %q are equal", a, b)
		}
	})
}

func fuzzTime(day, days int16, g, m uint8, clock, long int16, weekday int8, flags uint8, zone string) Time {
	t := Time{
		Granularity: Granularity(g), Modifier: Modifier(m), Clock: int(clock), ClockEnd: int(clock) + int(long),
		TwelveHour: flags&1 != 0, Recurring: flags&2 != 0, Zone: zone,
		Month: time.Month(flags >> 4), Day: int(flags >> 2 & 3),
		Weekday: time.Weekday(weekday), HasWeekday: weekday >= 0,
	}
	if day != 0 {
		t.Start = time.Unix(int64(day)*86400, 0).UTC()
		t.End = t.Start.AddDate(0, 0, int(days))
	}
	return t
}

func TestIsYear(t *testing.T) {
	for text, want := range map[string]bool{"1900": true, "2024": true, "2099": true, "1899": false, "2100": false, "20x4": false, "202": false, "20245": false, "": false} {
		if got := IsYear(text); got != want {
			t.Errorf("IsYear(%q) = %v", text, got)
		}
	}
}
