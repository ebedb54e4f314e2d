package lexicon

// CalendarKind says what a word of the calendar names.
type CalendarKind uint8

// The kinds. NoCalendar is the zero value: no calendar word.
const (
	NoCalendar      CalendarKind = iota
	CalendarWeekday              // Value: time.Weekday
	CalendarMonth                // Value: time.Month
	CalendarSeason               // Value: first month: 3, 6, 9, 12
	CalendarPart                 // part of the day; see DayPart
	CalendarUnit                 // day, week, year; Value: a CalendarUnit constant
	CalendarDay                  // Value: days from today: yesterday -1, tonight 0
	CalendarClock                // o'clock
)

// The units of CalendarUnit words.
const (
	UnitMinute = iota + 1
	UnitHour
	UnitDay
	UnitWeekend
	UnitWeek
	UnitMonth
	UnitQuarter
	UnitYear
	UnitDecade
	UnitCentury
)

// CalendarWord is what a word means in dates and times.
type CalendarWord struct {
	Kind   CalendarKind
	Value  int
	Short  bool // an abbreviation: Dec., Tue
	Plural bool // Sundays, weeks
	Double bool // also another word or a person: May, March, August, Sun, fall
}

// Calendar looks up a lower-case word, abbreviation stop included or not. Kind
// is NoCalendar for a word that is none.
func Calendar(norm string) CalendarWord {
	if len(norm) < 3 || len(norm) > 10 {
		return CalendarWord{}
	}
	return calendarWords[norm]
}

var calendarWords = map[string]CalendarWord{
	"sunday": {Kind: CalendarWeekday, Value: 0}, "sundays": {Kind: CalendarWeekday, Value: 0, Plural: true},
	"monday": {Kind: CalendarWeekday, Value: 1}, "mondays": {Kind: CalendarWeekday, Value: 1, Plural: true},
	"tuesday": {Kind: CalendarWeekday, Value: 2}, "tuesdays": {Kind: CalendarWeekday, Value: 2, Plural: true},
	"wednesday": {Kind: CalendarWeekday, Value: 3}, "wednesdays": {Kind: CalendarWeekday, Value: 3, Plural: true},
	"thursday": {Kind: CalendarWeekday, Value: 4}, "thursdays": {Kind: CalendarWeekday, Value: 4, Plural: true},
	"friday": {Kind: CalendarWeekday, Value: 5}, "fridays": {Kind: CalendarWeekday, Value: 5, Plural: true},
	"saturday": {Kind: CalendarWeekday, Value: 6}, "saturdays": {Kind: CalendarWeekday, Value: 6, Plural: true},
	"sun": {Kind: CalendarWeekday, Value: 0, Short: true, Double: true}, "sun.": {Kind: CalendarWeekday, Value: 0, Short: true, Double: true},
	"mon": {Kind: CalendarWeekday, Value: 1, Short: true, Double: true}, "mon.": {Kind: CalendarWeekday, Value: 1, Short: true},
	"tue": {Kind: CalendarWeekday, Value: 2, Short: true}, "tue.": {Kind: CalendarWeekday, Value: 2, Short: true},
	"tues": {Kind: CalendarWeekday, Value: 2, Short: true}, "tues.": {Kind: CalendarWeekday, Value: 2, Short: true},
	"wed": {Kind: CalendarWeekday, Value: 3, Short: true, Double: true}, "wed.": {Kind: CalendarWeekday, Value: 3, Short: true, Double: true},
	"thu": {Kind: CalendarWeekday, Value: 4, Short: true}, "thu.": {Kind: CalendarWeekday, Value: 4, Short: true},
	"thur": {Kind: CalendarWeekday, Value: 4, Short: true}, "thur.": {Kind: CalendarWeekday, Value: 4, Short: true},
	"thurs": {Kind: CalendarWeekday, Value: 4, Short: true}, "thurs.": {Kind: CalendarWeekday, Value: 4, Short: true},
	"fri": {Kind: CalendarWeekday, Value: 5, Short: true}, "fri.": {Kind: CalendarWeekday, Value: 5, Short: true},
	"sat": {Kind: CalendarWeekday, Value: 6, Short: true, Double: true}, "sat.": {Kind: CalendarWeekday, Value: 6, Short: true, Double: true},

	"january": {Kind: CalendarMonth, Value: 1}, "jan": {Kind: CalendarMonth, Value: 1, Short: true, Double: true}, "jan.": {Kind: CalendarMonth, Value: 1, Short: true},
	"february": {Kind: CalendarMonth, Value: 2}, "feb": {Kind: CalendarMonth, Value: 2, Short: true}, "feb.": {Kind: CalendarMonth, Value: 2, Short: true},
	"march": {Kind: CalendarMonth, Value: 3, Double: true}, "mar": {Kind: CalendarMonth, Value: 3, Short: true, Double: true}, "mar.": {Kind: CalendarMonth, Value: 3, Short: true, Double: true},
	"april": {Kind: CalendarMonth, Value: 4, Double: true}, "apr": {Kind: CalendarMonth, Value: 4, Short: true, Double: true}, "apr.": {Kind: CalendarMonth, Value: 4, Short: true},
	"may":  {Kind: CalendarMonth, Value: 5, Double: true},
	"june": {Kind: CalendarMonth, Value: 6, Double: true}, "jun": {Kind: CalendarMonth, Value: 6, Short: true, Double: true}, "jun.": {Kind: CalendarMonth, Value: 6, Short: true, Double: true},
	"july": {Kind: CalendarMonth, Value: 7}, "jul": {Kind: CalendarMonth, Value: 7, Short: true, Double: true}, "jul.": {Kind: CalendarMonth, Value: 7, Short: true},
	"august": {Kind: CalendarMonth, Value: 8, Double: true}, "aug": {Kind: CalendarMonth, Value: 8, Short: true}, "aug.": {Kind: CalendarMonth, Value: 8, Short: true},
	"september": {Kind: CalendarMonth, Value: 9}, "sep": {Kind: CalendarMonth, Value: 9, Short: true}, "sep.": {Kind: CalendarMonth, Value: 9, Short: true},
	"sept": {Kind: CalendarMonth, Value: 9, Short: true}, "sept.": {Kind: CalendarMonth, Value: 9, Short: true},
	"october": {Kind: CalendarMonth, Value: 10}, "oct": {Kind: CalendarMonth, Value: 10, Short: true}, "oct.": {Kind: CalendarMonth, Value: 10, Short: true},
	"november": {Kind: CalendarMonth, Value: 11}, "nov": {Kind: CalendarMonth, Value: 11, Short: true}, "nov.": {Kind: CalendarMonth, Value: 11, Short: true},
	"december": {Kind: CalendarMonth, Value: 12}, "dec": {Kind: CalendarMonth, Value: 12, Short: true}, "dec.": {Kind: CalendarMonth, Value: 12, Short: true},

	"spring": {Kind: CalendarSeason, Value: 3, Double: true}, "summer": {Kind: CalendarSeason, Value: 6},
	"autumn": {Kind: CalendarSeason, Value: 9}, "fall": {Kind: CalendarSeason, Value: 9, Double: true}, "winter": {Kind: CalendarSeason, Value: 12},

	"morning": {Kind: CalendarPart}, "afternoon": {Kind: CalendarPart}, "evening": {Kind: CalendarPart}, "night": {Kind: CalendarPart},
	"noon": {Kind: CalendarPart}, "midday": {Kind: CalendarPart}, "mid-day": {Kind: CalendarPart}, "noontime": {Kind: CalendarPart}, "midnight": {Kind: CalendarPart},
	"dawn": {Kind: CalendarPart, Double: true}, "daybreak": {Kind: CalendarPart}, "sunrise": {Kind: CalendarPart}, "dusk": {Kind: CalendarPart},
	"sunset": {Kind: CalendarPart}, "nightfall": {Kind: CalendarPart}, "lunchtime": {Kind: CalendarPart}, "overnight": {Kind: CalendarPart},
	"mornings": {Kind: CalendarPart, Plural: true}, "afternoons": {Kind: CalendarPart, Plural: true}, "evenings": {Kind: CalendarPart, Plural: true}, "nights": {Kind: CalendarPart, Plural: true},

	"minute": {Kind: CalendarUnit, Value: UnitMinute}, "minutes": {Kind: CalendarUnit, Value: UnitMinute, Plural: true},
	"hour": {Kind: CalendarUnit, Value: UnitHour}, "hours": {Kind: CalendarUnit, Value: UnitHour, Plural: true},
	"day": {Kind: CalendarUnit, Value: UnitDay}, "days": {Kind: CalendarUnit, Value: UnitDay, Plural: true},
	"weekend": {Kind: CalendarUnit, Value: UnitWeekend}, "weekends": {Kind: CalendarUnit, Value: UnitWeekend, Plural: true},
	"week": {Kind: CalendarUnit, Value: UnitWeek}, "weeks": {Kind: CalendarUnit, Value: UnitWeek, Plural: true},
	"month": {Kind: CalendarUnit, Value: UnitMonth}, "months": {Kind: CalendarUnit, Value: UnitMonth, Plural: true},
	"quarter": {Kind: CalendarUnit, Value: UnitQuarter}, "quarters": {Kind: CalendarUnit, Value: UnitQuarter, Plural: true},
	"year": {Kind: CalendarUnit, Value: UnitYear}, "years": {Kind: CalendarUnit, Value: UnitYear, Plural: true},
	"decade": {Kind: CalendarUnit, Value: UnitDecade}, "decades": {Kind: CalendarUnit, Value: UnitDecade, Plural: true},
	"century": {Kind: CalendarUnit, Value: UnitCentury}, "centuries": {Kind: CalendarUnit, Value: UnitCentury, Plural: true},

	"today": {Kind: CalendarDay, Value: 0}, "tonight": {Kind: CalendarDay, Value: 0}, "yesterday": {Kind: CalendarDay, Value: -1}, "tomorrow": {Kind: CalendarDay, Value: 1},
	"o'clock": {Kind: CalendarClock},
}

// DayPart is the name that value.PartOfDayNamed knows for a word of the kind
// CalendarPart, "" for other words.
func DayPart(norm string) string {
	switch norm {
	case "morning", "afternoon", "evening", "night", "overnight", "noon", "midnight", "dawn", "dusk", "lunchtime":
		return norm
	case "mornings", "afternoons", "evenings", "nights":
		return norm[:len(norm)-1]
	case "midday", "mid-day", "noontime":
		return "noon"
	case "daybreak", "sunrise":
		return "dawn"
	case "sunset", "nightfall":
		return "dusk"
	}
	return ""
}

// TimeZone is the normal form of a time zone's abbreviation or name as it
// stands after a clock time, upper or lower case as written: "ET" for EST, EDT
// and Eastern. It is "" for a word that names none.
func TimeZone(text string) string { return timeZones[text] }

var timeZones = map[string]string{
	"ET": "ET", "EST": "ET", "EDT": "ET", "Eastern": "ET", "CT": "CT", "CST": "CT", "CDT": "CT", "Central": "CT",
	"MT": "MT", "MST": "MT", "MDT": "MT", "Mountain": "MT", "PT": "PT", "PST": "PT", "PDT": "PT", "Pacific": "PT",
	"AKST": "AKT", "AKDT": "AKT", "HST": "HST", "AST": "AT", "ADT": "AT", "E.T.": "ET", "P.T.": "PT", "E.S.T.": "ET", "E.D.T.": "ET",
	"GMT": "GMT", "UTC": "GMT", "BST": "BST", "CET": "CET", "CEST": "CET", "EET": "EET", "EEST": "EET", "MSK": "MSK", "IST": "IST", "G.M.T.": "GMT",
	"JST": "JST", "KST": "KST", "HKT": "HKT", "SGT": "SGT", "AEST": "AET", "AEDT": "AET", "AWST": "AWT", "NZST": "NZT", "NZDT": "NZT",
	"local": "local",
}

// CalendarNumber is the value of a number word below 100 that counts units or
// hours: "two", "a", "twenty". ok is false for others.
func CalendarNumber(norm string) (n int, ok bool) {
	if norm == "a" || norm == "an" {
		return 1, true
	}
	w := Number(norm)
	return int(w.Value), w.Kind == NumberTens || w.Kind == NumberOnes && w.Value > 0
}

// QuarterOrdinal is 1 to 4 for the ordinals that name a quarter of the year,
// 0 for other words.
func QuarterOrdinal(norm string) int {
	switch norm {
	case "first", "1st", "first-quarter":
		return 1
	case "second", "2nd", "second-quarter":
		return 2
	case "third", "3rd", "third-quarter":
		return 3
	case "fourth", "4th", "final", "fourth-quarter":
		return 4
	}
	return 0
}
