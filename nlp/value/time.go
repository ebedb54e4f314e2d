package value

import "time"

// Time is a date or time as a report states it, as the interval it may mean.
type Time struct {
	Start, End  time.Time // half-open; zero when the phrase fixes no date ("at 9pm" with no day, "recently")
	Granularity Granularity
	Modifier    Modifier
	Clock       int          // minutes after midnight of a clock time, -1 if none
	ClockEnd    int          // minutes after midnight, exclusive: "afternoon" is 720..1080; equals Clock+1 for a stated minute
	Weekday     time.Weekday // valid when HasWeekday
	HasWeekday  bool
	Zone        string // "ET", "GMT", "local", "" if none is named
	Recurring   bool   // "every Friday", "on Sundays", "annually"
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
	On Modifier = iota
	Before
	After // also "since"
	Around
	Early // the first third of the interval
	Mid
	Late
)

// Compare says how a and b stand to each other if they date the same event,
// with the reason in a few words. Zones that differ, or are named on one side
// only, never make a conflict by themselves.
func (a Time) Compare(b Time) (Relation, string) { return Unknown, "" }

// String is the normal form used in keys and messages: "2017-12-27", "2017-12", "Friday", "21:00".
func (a Time) String() string { return "" }
