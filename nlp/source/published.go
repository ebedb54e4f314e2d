package source

import "time"

// withZone and withoutZone are the forms of a publication time; a time without
// zone is taken as UTC.
var (
	withZone = [...]string{
		time.RFC3339, "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02T15:04Z07:00", "2006-01-02 15:04 Z07:00",
		"2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05 Z0700", time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 GMT", "2006-01-02 15:04:05 UTC",
	}
	withoutZone = [...]string{
		"2006-01-02", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006/01/02", "2006/01/02 15:04",
		"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "Monday, 2 January 2006", "Monday, January 2, 2006",
		"Mon, 2 Jan 2006", "2 January 2006 15:04", "January 2, 2006 15:04", "January 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM",
	}
)

// parsePublished reads a publication time in one of the usual forms. dateOnly:
// only the day is known, because no clock time is given or, without a zone, it
// is midnight, which is how feeds write "unknown".
func parsePublished(s string) (t time.Time, dateOnly, ok bool) {
	for _, layout := range withZone {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			_, offset := t.Zone() // not time.Local, whatever the zone of this machine
			return t.In(time.FixedZone("", offset)), false, true
		}
	}
	for _, layout := range withoutZone {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return t, t.Equal(t.Truncate(24 * time.Hour)), true
		}
	}
	return time.Time{}, false, false
}
