package mention

import (
	"time"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// weekday reads "Tuesday", "last Friday", "late on Tuesday", "Monday night",
// "every Friday".
func (f *timeFinder) weekday(i int, w lexicon.CalendarWord) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1, v: value.OnWeekday(time.Weekday(w.Value)), open: openWeekday}
	if !f.weekdayStands(i, w) {
		return p, false
	}
	if w.Short && f.norm(p.last) == "." && f.touches(p.last) && p.last+1 < f.last {
		p.last++
	}
	prev := f.before(i - 1)
	switch prev {
	case "last", "past", "next", "this", "coming":
		p.first = i - 1
		if prev == "past" && f.before(i-2) == "this" {
			p.first = i - 2
		}
		if prev == "last" && f.before(i-2) == "the" || prev == "next" && f.before(i-2) == "the" {
			p.open = nothingOpen // the last Friday of the month
		} else {
			f.relativeWeekday(&p, prev)
		}
	case "following", "previous", "that", "same":
		p.first, p.open = i-1, nothingOpen
	case "every", "each":
		p.first, p.open, p.v.Recurring = i-1, nothingOpen, true
	case "one": // one Sunday: any
		p.open = nothingOpen
	}
	if w.Plural {
		p.open, p.v.Recurring = nothingOpen, true
	}
	f.partAfter(&p)
	f.stageBefore(&p)
	return p, true
}

// weekdayStands tells weekdays from the names and words that only look so.
func (f *timeFinder) weekdayStands(i int, w lexicon.CalendarWord) bool {
	if !f.capital(i) {
		return false
	}
	if w.Short {
		next := i + 1
		for next < f.last && (f.norm(next) == "." || f.norm(next) == ",") {
			next++
		}
		month := f.calendar(next).Kind == lexicon.CalendarMonth
		_, day, _ := dayFigure(f.norm(next))
		return month || day && !w.Double || f.norm(i-1) == "on" && !w.Double
	}
	switch f.norm(i - 1) {
	case "black", "good", "ash", "holy", "cyber", "super", "palm", "easter", "bloody", "man", "shrove", "fat", "whit", "maundy", "giving", "boxing":
		return !f.capital(i - 1)
	case "bowl":
		return false
	}
	if f.capital(i + 1) {
		switch f.norm(i + 1) {
		case "times", "telegraph", "mirror", "mail", "express", "herald", "post", "world", "school", "best":
			return false
		case "night", "afternoon", "morning", "evening":
			return !f.capital(i+2) || f.allCapitals(i+2)
		}
	}
	return true
}

// allCapitals reports a headline in which every word has a capital.
func (f *timeFinder) allCapitals(i int) bool { return f.heading && f.capital(i) }

// partAfter takes in a part of the day: "Tuesday night".
func (f *timeFinder) partAfter(p *timePiece) {
	w := f.calendar(p.last)
	if w.Kind != lexicon.CalendarPart {
		return
	}
	part, ok := value.PartOfDayNamed(lexicon.DayPart(f.norm(p.last)))
	if !ok || w.Double {
		return
	}
	p.v.Clock, p.v.ClockEnd, p.v.Granularity = part.Clock, part.ClockEnd, value.PartOfDay
	p.last++
}

// stageBefore takes in early or late before a day or a part of it: "early
// Tuesday", "late on Tuesday", "early Sunday afternoon".
func (f *timeFinder) stageBefore(p *timePiece) {
	at := p.first - 1
	if f.before(at) == "on" {
		at--
	}
	word := f.before(at)
	if word != "early" && word != "late" && word != "mid" {
		return
	}
	if word == "early" && f.before(at-1) == "as" { // as early as: a bound
		return
	}
	p.first = at
	if p.v.HasClock() || word == "mid" || p.v.Recurring {
		p.v.Modifier = stageModifier(word)
		return
	}
	part, _ := value.PartOfDayNamed(word)
	p.v.Clock, p.v.ClockEnd, p.v.Granularity = part.Clock, part.ClockEnd, value.PartOfDay
}

// deictic reads today, tonight, yesterday and tomorrow.
func (f *timeFinder) deictic(i int, w lexicon.CalendarWord) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1}
	if f.capital(i) && i > f.first && f.capital(i-1) && !f.heading { // USA Today
		return p, false
	}
	if f.norm(i) != "tonight" && f.touches(i) && f.norm(i-1) == "-" {
		return p, false
	}
	p.v = f.day(w.Value)
	if f.norm(i) == "tonight" {
		night, _ := value.PartOfDayNamed("night")
		p.v.Clock, p.v.ClockEnd, p.v.Granularity = night.Clock, night.ClockEnd, value.PartOfDay
	} else {
		f.partAfter(&p)
	}
	f.stageBefore(&p)
	switch before := f.before(i - 1); {
	case (before == "before" || before == "after") && f.before(i-2) == "day" && f.before(i-3) == "the":
		p.first = i - 3
		p.v = f.day(2 * w.Value)
	case before == "later" || before == "earlier":
		p.first = i - 1
	}
	return p, true
}

// day is the day n days after publication, undated when that is unknown.
func (f *timeFinder) day(n int) value.Time {
	if !f.published {
		return value.Time{Granularity: value.Day, Clock: -1, ClockEnd: -1}
	}
	d := f.today.AddDate(0, 0, n)
	return value.OnDate(d.Year(), d.Month(), d.Day())
}

// month reads "September", "27 December 2017", "Dec. 27-28", "the 27th of
// December", "early March", "last August".
func (f *timeFinder) month(i int, w lexicon.CalendarWord) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1, open: openYear}
	if !f.capital(i) {
		return p, false
	}
	if w.Short && f.norm(p.last) == "." && f.touches(p.last) && p.last+1 < f.last {
		if _, ok, _ := dayFigure(f.norm(p.last + 1)); ok {
			p.last++
		}
	}
	day, strong := f.dayOfMonth(&p)
	p.v = value.Yearless(time.Month(w.Value), day)
	// Long March 9, Theresa May
	if w.Double && !f.heading && f.capital(i-1) && i-1 > f.first && f.calendar(i-1).Kind == lexicon.NoCalendar && f.toks[i-1].Tag.IsProper() && p.first == i {
		strong = false
	}
	if f.yearAfter(&p) {
		strong = true
	}
	if !strong && !f.monthStands(i, w) {
		return p, false
	}
	if day == 0 {
		f.monthBefore(&p)
	} else {
		f.stageBefore(&p)
	}
	return p, true
}

// dayOfMonth takes in the day before or after the month at the piece.
func (f *timeFinder) dayOfMonth(p *timePiece) (day int, ok bool) {
	if n, ok, _ := dayFigure(f.norm(p.last)); ok && !f.counted(p.last) {
		p.last++
		if f.dash(p.last) { // Dec. 27-28
			if end, ok, _ := dayFigure(f.norm(p.last + 1)); ok && end > n && f.touches(p.last+1) {
				return n, true // the range is read later
			}
		}
		return n, true
	}
	at := p.first - 1
	if f.before(at) == "of" {
		n, ok, suffix := dayFigure(f.before(at - 1))
		if !ok || !suffix {
			return 0, false
		}
		p.first = at - 1
		if f.before(p.first-1) == "the" {
			p.first--
		}
		return n, true
	}
	if n, ok, _ := dayFigure(f.before(at)); ok {
		p.first = at
		return n, true
	}
	return 0, false
}

// counted reports that the figure at token i goes on into something that is
// counted or timed: "May 5 million", "June 9:30".
func (f *timeFinder) counted(i int) bool {
	switch f.norm(i + 1) {
	case "million", "billion", "percent", "per", "%", "a.m.", "p.m.", "am", "pm":
		return true
	}
	return false
}

// yearAfter takes in a year: "December 27, 2017", "June 2017".
func (f *timeFinder) yearAfter(p *timePiece) bool {
	at := p.last
	if f.norm(at) == "," || f.norm(at) == "of" && p.v.Day == 0 {
		at++
	}
	year, ok := yearFigure(f.norm(at))
	if !ok || at > p.last && f.isNoun(at+1) && f.toks[at+1].Tag == "NNS" {
		return false
	}
	p.last = at + 1
	f.setYear(p, year)
	return true
}

// setYear resolves a month, with or without its day, to the year.
func (f *timeFinder) setYear(p *timePiece, year int) {
	old := p.v
	if old.Day > 0 {
		p.v = value.OnDate(year, old.Month, old.Day)
	} else {
		p.v = value.InMonth(year, old.Month)
	}
	p.v.Modifier, p.v.Zone, p.v.TwelveHour = old.Modifier, old.Zone, old.TwelveHour
	if old.HasClock() {
		p.v.Clock, p.v.ClockEnd, p.v.Granularity = old.Clock, old.ClockEnd, old.Granularity
	}
	p.open = nothingOpen
}

// monthStands reports that the bare month at i is one: unambiguous words stand
// alone, May and April need a word before them that goes with a month.
func (f *timeFinder) monthStands(i int, w lexicon.CalendarWord) bool {
	if !w.Double && !w.Short {
		return true
	}
	switch f.norm(i - 1) {
	case "in", "last", "next", "this", "since", "until", "till", "early", "late", "mid", "through", "during", "every", "each", "previous", "following":
		return !f.goesOnAsName(i)
	case "before", "after", "for", "of", "to", "by", "from", "between":
		// "attacked by May": a person; "from March": a month
		if stageModifier(f.norm(i-2)) != value.On || f.calendar(i-2).Kind == lexicon.CalendarMonth {
			return true
		}
		return f.norm(i) != "may" && !f.goesOnAsName(i)
	case "the", "its", "their", "'s":
		return f.norm(i) != "may" && f.isNoun(i+1) // the April meeting; but the May government
	case "and", "or", "-", "and/or":
		return lexicon.Calendar(f.norm(i-2)).Kind == lexicon.CalendarMonth
	}
	switch f.norm(i + 1) {
	case "and", "or", "through", "to", "-":
		return f.capital(i+2) && f.calendar(i+2).Kind == lexicon.CalendarMonth
	}
	return false
}

// goesOnAsName reports that the word at i is followed by a capital that makes
// it a first name.
func (f *timeFinder) goesOnAsName(i int) bool {
	return !f.heading && f.capital(i+1) && f.calendar(i+1).Kind == lexicon.NoCalendar
}

// monthBefore takes in what stands before a bare month: early, late, "the end
// of", last, next, this.
func (f *timeFinder) monthBefore(p *timePiece) {
	switch prev := f.before(p.first - 1); prev {
	case "last", "next", "this":
		if f.before(p.first-2) == "the" {
			return
		}
		p.first--
		if p.open == openYear && f.published {
			f.setYear(p, f.relativeYear(p.v.Month, prev))
		}
	case "every", "each":
		p.first--
		p.open, p.v.Recurring = nothingOpen, true
	}
	f.stageOf(p)
}

// stageOf takes in early, mid, late and "the end of" before a month, season or
// year.
func (f *timeFinder) stageOf(p *timePiece) {
	at := p.first - 1
	word := f.before(at)
	switch word {
	case "early", "late", "mid":
		if f.before(at-1) == "as" {
			return
		}
	case "of":
		at--
		word = f.before(at)
		if m := stageModifier(word); m == value.On || word == "early" || word == "late" {
			return
		}
		if f.before(at-1) == "the" {
			at--
		}
	default:
		return
	}
	p.v.Modifier = stageModifier(word)
	p.first = at
}

// holiday reads the feasts of a fixed date that end in day or eve, which are
// dates even where they were taken for names: "Christmas Eve".
func (f *timeFinder) holiday(i int) (timePiece, bool) {
	p := timePiece{first: i - 1, last: i + 1, open: openYear}
	if !f.capital(i) {
		return p, false
	}
	eve := f.norm(i) == "eve"
	prev := f.before(i - 1)
	switch {
	case prev == "christmas" && eve:
		p.v = value.Yearless(time.December, 24)
	case prev == "christmas":
		p.v = value.Yearless(time.December, 25)
	case prev == "boxing" && !eve:
		p.v = value.Yearless(time.December, 26)
	case (prev == "'s" || prev == "years") && (f.before(i-2) == "year" || f.before(i-2) == "new"):
		p.first = i - 2
		if f.before(i-2) == "year" {
			p.first = i - 3
		}
		if f.before(p.first) != "new" {
			return p, false
		}
		if p.v = value.Yearless(time.January, 1); eve {
			p.v = value.Yearless(time.December, 31)
		}
	default:
		return p, false
	}
	f.yearAfter(&p)
	return p, true
}
