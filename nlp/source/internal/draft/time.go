package draft

import (
	"strings"
	"time"
)

// withZone and withoutZone are the forms of a publication time; a time without
// zone is taken as UTC.
var (
	withZone = [...]string{
		time.RFC3339, "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02 15:04 Z07:00",
		"2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 Z0700", time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 GMT", "2006-01-02 15:04:05 UTC",
		"2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon Jan 2 15:04:05 -0700 2006",
	}
	withoutZone = [...]string{
		"2006-01-02", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006/01/02", "2006/01/02 15:04", "2006/01/02 15:04:05", "20060102", "20060102150405",
		"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "Monday, 2 January 2006", "Monday, January 2, 2006", "Monday 2 January 2006",
		"Mon, 2 Jan 2006", "Mon 2 Jan 2006", "2 January 2006 15:04", "2 January 2006, 15:04", "January 2, 2006 15:04", "January 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "January 2, 2006 at 3:04 PM",
		"Jan 2, 2006 3:04 PM", "Jan 2, 2006, 3:04 PM", "2 January 2006 3:04 PM", "2 Jan 2006 15.04", "15:04, 2 January 2006", "15:04, 2 Jan 2006",
		"Mon, 2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006, 15:04",
	}
)

// zones are the abbreviations that news uses and that mean one offset, in
// hours. Those that mean several (IST, CST of China) are left out.
var zones = map[string]int{
	"GMT": 0, "UTC": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "JST": 9, "SGT": 8, "HKT": 8,
}

// ParseTime reads a publication time in one of the usual forms. DateOnly: only
// the day is known, because no clock time is given or, without a zone, it is
// midnight, which is how feeds write "unknown".
func ParseTime(s string) (t Time, ok bool) {
	for _, layout := range withZone {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			_, offset := t.Zone() // not time.Local, whatever the zone of this machine
			return Time{t.In(time.FixedZone("", offset)), false}, true
		}
	}
	for _, layout := range withoutZone {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return Time{t, t.Equal(t.Truncate(24 * time.Hour))}, true
		}
	}
	return Time{}, false
}

// timeLabels stand before a time on a page, in lower case.
var timeLabels = [...]string{"first published", "published", "publication date", "posted", "last updated", "last modified", "updated", "modified", "created", "date", "on", "at"}

// maxTime is how long a time in words is at most.
const maxTime = 80

// ParseShownTime reads a time as pages show it to readers: with a label before
// it, a.m. and p.m. in any spelling, and the abbreviation of a zone.
func ParseShownTime(s string) (Time, bool) {
	if len(s) > maxTime {
		return Time{}, false
	}
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\u00a0' || r == '|' || r == '·' || r == '•' || r == '—' || r == '–'
	}), " ")
	for again := true; again; {
		again = false
		for _, label := range timeLabels {
			if len(s) > len(label) && strings.EqualFold(s[:len(label)], label) && (s[len(label)] == ' ' || s[len(label)] == ':') {
				s, again = strings.TrimLeft(s[len(label):], ": "), true
			}
		}
	}
	if day, rest, ok := strings.Cut(s, " "); ok && isWeekday(strings.Trim(day, ",.")) {
		s = rest
	}
	hours, known := 0, false
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		if hours, known = zones[strings.Trim(s[i+1:], "()")]; known {
			s = strings.TrimRight(s[:i], " ,")
		} else if zone := strings.Trim(s[i+1:], "()"); zone == "ET" || zone == "CT" || zone == "PT" || zone == "IST" {
			s = strings.TrimRight(s[:i], " ,") // the hour is not known for sure
		}
	}
	s = strings.NewReplacer(" a.m.", " AM", " p.m.", " PM", " am", " AM", " pm", " PM", "Sept.", "Sep", "Sept ", "Sep ", "1st ", "1 ", "2nd ", "2 ", "3rd ", "3 ", "th ", " ", "th, ", ", ").Replace(s)
	for _, meridiem := range []string{"am", "pm"} { // 3:04pm
		if n := len(s) - len(meridiem); n > 0 && strings.EqualFold(s[n:], meridiem) && s[n-1] >= '0' && s[n-1] <= '9' {
			s = s[:n] + " " + strings.ToUpper(s[n:])
		}
	}
	t, ok := ParseTime(strings.Join(strings.Fields(s), " "))
	if ok && known && !t.DateOnly {
		zone := time.FixedZone("", hours*3600)
		t.Time = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
	}
	return t, ok
}

// isWeekday reports the name of a day of the week or its first three letters.
func isWeekday(s string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := d.String(); strings.EqualFold(s, name) || strings.EqualFold(s, name[:3]) {
			return true
		}
	}
	return strings.EqualFold(s, "Tues") || strings.EqualFold(s, "Thurs")
}
