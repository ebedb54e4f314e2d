package mention

import (
	"time"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// unit reads what is built on day, week, month, year and so on: "last week",
// "two years ago", "the past few days", "earlier this year", "the end of the
// month". A bare duration ("two years") is none.
func (f *timeFinder) unit(i int, w lexicon.CalendarWord) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1, v: value.Time{Granularity: unitGranularity(w.Value), Clock: -1, ClockEnd: -1}}
	if f.named(i) || f.norm(i+1) == "-" && f.touches(i+1) {
		return p, false
	}
	if w.Value == lexicon.UnitQuarter || w.Value == lexicon.UnitCentury {
		if p, ok := f.ordinalUnit(i, w); ok {
			return p, true
		}
	}
	prev := f.before(i - 1)
	switch prev {
	case "ago":
		return p, false
	case "early", "small":
		if w.Value == lexicon.UnitHour && w.Plural && f.norm(i-2) != "as" {
			p.v, _ = value.PartOfDayNamed("early hours")
			p.first--
			return p, true
		}
	case "recent":
		if w.Plural && !f.isNoun(i+1) {
			return f.trailing(i, i-1, w.Value, 0), true
		}
	case "last", "past", "next", "this", "coming", "current":
		return f.namedUnit(p, w, prev)
	case "every", "each":
		if f.norm(i+1) == "old" || w.Value < lexicon.UnitDay {
			return p, false
		}
		p.first, p.v.Recurring = i-1, true
		return p, true
	case "previous", "following", "same", "preceding":
		p.first = i - 1
		if d := f.before(i - 2); d == "the" || d == "that" {
			return p, w.Value >= lexicon.UnitDay
		}
		return p, false
	case "that":
		// "that day", not "said that year after year"
		if w.Value < lexicon.UnitDay || w.Plural {
			return p, false
		}
		p.first = i - 1
		f.stageUnit(&p)
		return p, true
	case "the", "a", "over", "at":
		if p, ok := f.weekendOrEnd(p, w, prev); ok {
			return p, true
		}
	}
	return f.counting(i, w)
}

// namedUnit reads last, past, next or this with the unit at the piece.
func (f *timeFinder) namedUnit(p timePiece, w lexicon.CalendarWord, prev string) (timePiece, bool) {
	i := p.first
	p.first--
	if prev == "past" && f.before(i-2) == "this" { // this past year
		p.first--
	}
	the := f.before(p.first-1) == "the"
	if w.Value < lexicon.UnitDay || w.Value == lexicon.UnitDay && prev != "past" && prev != "next" || w.Plural {
		return p, false
	}
	switch {
	case the && (prev == "next" || w.Value == lexicon.UnitDay):
		p.first--
		return p, prev == "next" // the next day: of the story, not from today
	case the && (prev == "last" || prev == "past"):
		if w.Value == lexicon.UnitWeekend {
			break
		}
		// "the past year" runs up to today; "the last year of" does not
		if f.norm(p.last) == "of" {
			return p, false
		}
		return f.trailing(i, p.first-1, w.Value, 1), true
	case prev == "past" && w.Value != lexicon.UnitWeekend && f.before(i-2) != "this":
		return p, false
	case w.Value == lexicon.UnitDay:
		return p, false
	}
	step := 0
	switch prev {
	case "last", "past":
		step = -1
	case "next", "coming":
		step = 1
	}
	f.calendarUnit(&p, w.Value, step)
	f.stageUnit(&p)
	return p, true
}

// weekendOrEnd reads "the weekend" and "the end of the year".
func (f *timeFinder) weekendOrEnd(p timePiece, w lexicon.CalendarWord, prev string) (timePiece, bool) {
	if prev != "the" || w.Plural {
		return p, false
	}
	i := p.first
	p.first--
	if w.Value == lexicon.UnitDay {
		return f.storyDay(p)
	}
	if w.Value == lexicon.UnitWeekend {
		switch f.norm(i - 2) {
		case "over", "at", "during", "on", "for", "after", "before", "since", "through", "throughout", "of":
			if f.norm(i-2) == "of" {
				f.stageOf(&p)
			}
			f.calendarUnit(&p, w.Value, 0)
			return p, true
		}
		return p, false
	}
	if f.before(i-2) == "in" && (f.before(i-3) == "earlier" || f.before(i-3) == "later") {
		p.first = i - 3
		f.calendarUnit(&p, w.Value, 0)
		f.clip(&p, f.before(i-3))
		return p, true
	}
	if f.before(i-2) == "of" && w.Value >= lexicon.UnitWeek && f.norm(i+1) != "of" {
		f.stageOf(&p)
		if p.v.Modifier == value.On {
			return p, false
		}
		f.calendarUnit(&p, w.Value, 0)
		return p, true
	}
	return p, false
}

// storyDay reads "the day before", "the day after Christmas": days that only
// the story fixes.
func (f *timeFinder) storyDay(p timePiece) (timePiece, bool) {
	switch f.norm(p.last) {
	case "before", "after", "earlier":
		if w := f.calendar(p.last + 1); w.Kind == lexicon.CalendarDay { // the day before yesterday: read there
			return p, false
		}
		p.last++
		return p, true
	}
	if f.before(p.first-1) == "in" && (f.before(p.first-2) == "later" || f.before(p.first-2) == "earlier") {
		p.first -= 2
		p.v = f.day(0)
		return p, true
	}
	return p, false
}

// stageUnit takes in what stands before "this week" or "last year": earlier,
// later, early, late, "the end of".
func (f *timeFinder) stageUnit(p *timePiece) {
	switch word := f.before(p.first - 1); word {
	case "earlier", "later":
		p.first--
		f.clip(p, word)
	default:
		f.stageOf(p)
	}
}

// clip cuts the interval at publication: earlier this year ends today.
func (f *timeFinder) clip(p *timePiece, word string) {
	if !p.v.Dated() || !f.published {
		return
	}
	tomorrow := f.today.AddDate(0, 0, 1)
	switch {
	case word == "earlier" && p.v.Start.Before(tomorrow) && tomorrow.Before(p.v.End):
		p.v.End = tomorrow
	case word == "later" && f.today.After(p.v.Start) && f.today.Before(p.v.End):
		p.v.Start = f.today
	}
}

// calendarUnit sets the calendar week, month, year... that lies step units
// from publication.
func (f *timeFinder) calendarUnit(p *timePiece, unit, step int) {
	if !f.published {
		return
	}
	y, m := f.today.Year(), f.today.Month()
	modifier := p.v.Modifier
	monday := f.today.AddDate(0, 0, -(int(f.today.Weekday())+6)%7)
	switch unit {
	case lexicon.UnitWeek:
		// A week begins on Monday or, in America, on Sunday: on a Sunday the
		// words may mean either week, and the interval holds both.
		start, end := monday.AddDate(0, 0, 7*step), monday.AddDate(0, 0, 7*step+7)
		if f.today.Weekday() == time.Sunday && step <= 0 {
			end = end.AddDate(0, 0, 6)
		}
		p.v = value.Interval(start, end, value.Week)
	case lexicon.UnitWeekend:
		// On Saturday and Sunday "the weekend" is this one; before, the tense
		// decides, and "last" and "this" do.
		saturday := monday.AddDate(0, 0, 5)
		weekend := !f.today.Before(saturday)
		switch {
		case step < 0 || step == 0 && !weekend && f.before(p.first) != "this" && f.norm(p.first) != "this" && f.tense(p.first, p.last) != future:
			saturday = saturday.AddDate(0, 0, -7)
		case step == 0 && !weekend && f.norm(p.first) == "this" && f.tense(p.first, p.last) == past:
			saturday = saturday.AddDate(0, 0, -7)
		case step > 0 && weekend:
			saturday = saturday.AddDate(0, 0, 7)
		}
		p.v = value.Interval(saturday, saturday.AddDate(0, 0, 2), value.Weekend)
	case lexicon.UnitMonth:
		p.v = value.InMonth(y, m+time.Month(step))
	case lexicon.UnitQuarter:
		p.v = value.Months(y, (m-1)/3*3+1+time.Month(3*step), 3, value.Quarter)
	case lexicon.UnitYear:
		p.v = value.InYear(y + step)
	case lexicon.UnitDecade:
		p.v = value.Months((y/10+step)*10, time.January, 120, value.Decade)
	case lexicon.UnitCentury:
		p.v = century(y/100 + 1 + step)
	}
	p.v.Modifier = modifier
}

func unitGranularity(unit int) value.Granularity {
	switch unit {
	case lexicon.UnitMinute:
		return value.Minute
	case lexicon.UnitHour:
		return value.Hour
	case lexicon.UnitDay:
		return value.Day
	case lexicon.UnitWeekend:
		return value.Weekend
	case lexicon.UnitWeek:
		return value.Week
	case lexicon.UnitMonth:
		return value.Month
	case lexicon.UnitQuarter:
		return value.Quarter
	case lexicon.UnitYear:
		return value.Year
	case lexicon.UnitDecade:
		return value.Decade
	}
	return value.Century
}
