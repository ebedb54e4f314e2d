package mention

import (
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// join makes one piece of neighbours that name one time together: a weekday
// and its date, a day and the hour, a month and "last year".
func (f *timeFinder) join() {
	kept := f.pieces[:1]
	for _, p := range f.pieces[1:] {
		q := &kept[len(kept)-1]
		if f.joins(q.last, p.first) && f.merge(q, p) {
			continue
		}
		kept = append(kept, p)
	}
	f.pieces = kept
}

// joins reports that the tokens [from, to) may stand inside one time phrase.
func (f *timeFinder) joins(from, to int) bool {
	if f.norm(from) == "," && to-from <= 3 {
		from++
	}
	if to-from > 2 {
		return false
	}
	for i := from; i < to; i++ {
		switch f.norm(i) {
		case "on", "at", "of", "in", "the", "about", "around", "from":
		default:
			return false
		}
	}
	return true
}

// merge takes b, which follows a, into a if they complete each other.
func (f *timeFinder) merge(a *timePiece, b timePiece) bool {
	ac, bc := a.v.HasClock(), b.v.HasClock()
	ad, bd := hasDay(a), hasDay(&b)
	adjacent := a.last == b.first
	v, open := a.v, a.open
	switch {
	case a.v.Recurring || b.v.Recurring:
		return false
	case a.open == openWeekday && !a.v.Dated() && b.v.Granularity == value.Week && !bc && b.v.Dated() && !bd: // Tuesday of last week
		if v.Modifier != value.On {
			return false
		}
		d := b.v.Start.AddDate(0, 0, (int(v.Weekday)+6)%7)
		v.Start, v.End = d, d.AddDate(0, 0, 1)
		open = nothingOpen
	case a.open == openYear && a.v.Day >= 0 && b.v.Granularity == value.Year && b.v.Dated() && b.v.Modifier == value.On && !bc: // December last year
		merged := *a
		f.setYear(&merged, b.v.Start.Year())
		v, open = merged.v, nothingOpen
	case ac && !ad && bd && !bc, ac && !ad && bd && bc && v.Granularity != value.PartOfDay && b.v.Granularity == value.PartOfDay:
		v, open = clockOn(a.v, b.v), b.open
	case ad && bc && !bd && (!ac || a.v.Granularity == value.PartOfDay && b.v.Granularity != value.PartOfDay):
		v = clockOn(b.v, a.v)
	case ac && bc && !ad && !bd && a.v.Granularity != value.PartOfDay && b.v.Granularity == value.PartOfDay: // 6 o'clock in the morning
		v = clockOn(a.v, b.v)
	case ac && bc && !ad && !bd && a.v.Granularity == value.PartOfDay && b.v.Granularity != value.PartOfDay && f.norm(a.last) != "of":
		v = clockOn(b.v, a.v)
	case a.open == openWeekday && ad && bd && b.v.Granularity <= value.Day && (b.open == openYear || b.v.Dated()) && b.open != openWeekday: // Tuesday, Dec. 26
		if !adjacent && f.norm(a.last) != "," && f.norm(a.last) != "the" {
			return false
		}
		w := a.v
		v, open = b.v, b.open
		if ac && !bc {
			v = clockOn(a.v, v)
		}
		v.Weekday, v.HasWeekday = w.Weekday, true
	case b.open == openWeekday && a.open == openYear && a.v.Day > 0 && !ac && f.norm(a.last) == ",": // Dec. 26, Tuesday
		v.Weekday, v.HasWeekday = b.v.Weekday, true
		if bc {
			v.Clock, v.ClockEnd, v.Granularity, v.Modifier = b.v.Clock, b.v.ClockEnd, b.v.Granularity, b.v.Modifier
		}
	default:
		return false
	}
	a.v, a.open, a.last = v, open, b.last
	return true
}

// hasDay reports that a piece names one day.
func hasDay(p *timePiece) bool {
	return p.v.HasWeekday || p.v.Day > 0 || p.v.Dated() && p.v.End.Sub(p.v.Start).Hours() <= 24 && p.v.Granularity <= value.Day
}

// clockOn is the clock time on the day, with the half of the day taken from a
// part of the day that stands with it: "at 10:15 on Friday night".
func clockOn(clock, day value.Time) value.Time {
	v := day
	if clock.TwelveHour && day.HasClock() {
		late := clock.Clock + 12*60
		if late >= day.Clock && late < day.ClockEnd && (clock.Clock < day.Clock || day.Clock >= 12*60 && day.ClockEnd <= 24*60) {
			clock.Clock, clock.ClockEnd = late, clock.ClockEnd+12*60
		}
		clock.TwelveHour = false
	}
	v.Clock, v.ClockEnd, v.Granularity, v.Modifier = clock.Clock, clock.ClockEnd, clock.Granularity, clock.Modifier
	v.TwelveHour, v.Zone = clock.TwelveHour, clock.Zone
	return v
}

// ranges makes one piece of "from 2007 to 2014", "between April 2 and July 4",
// "Dec. 27-28", "1:30 to 4 p.m.".
func (f *timeFinder) ranges() {
	kept := f.pieces[:1]
	for _, p := range f.pieces[1:] {
		q := &kept[len(kept)-1]
		if f.rangeJoins(q, &p) && f.span(q, p) {
			continue
		}
		kept = append(kept, p)
	}
	f.pieces = kept
	for i := range f.pieces {
		f.dayRange(&f.pieces[i])
	}
	f.hourBefore()
}

// rangeJoins reports that what stands between a and b makes them a range.
func (f *timeFinder) rangeJoins(a, b *timePiece) bool {
	if b.first != a.last+1 {
		return false
	}
	before := f.norm(a.first - 1)
	switch f.norm(a.last) {
	case "to", "until", "till", "thru":
		return before == "from" || a.v.Granularity == b.v.Granularity && f.norm(a.last) == "to" && before != "to" && a.open != openWeekday
	case "through":
		return true
	case "and":
		return before == "between"
	case "-", "--":
		return a.v.Granularity == b.v.Granularity
	}
	return false
}

// span makes the range from a to b, if both are resolved alike.
func (f *timeFinder) span(a *timePiece, b timePiece) bool {
	first, second := *a, b
	f.resolve(&first)
	f.resolve(&second)
	x, y := first.v, second.v
	switch {
	case x.HasClock() && y.HasClock() && !x.Recurring:
		if x.TwelveHour && !y.TwelveHour && y.Clock >= 12*60 && x.Clock+12*60 < y.Clock {
			x.Clock += 12 * 60
		}
		if y.Clock <= x.Clock {
			return false
		}
		v := x
		if !x.Dated() && !x.HasWeekday {
			v = y
		}
		v.Clock, v.ClockEnd, v.Granularity, v.TwelveHour = x.Clock, y.Clock, y.Granularity, false
		if v.Zone == "" {
			v.Zone = y.Zone
		}
		a.v = v
	case x.HasClock() || y.HasClock() || !x.Dated() || !y.Dated():
		return false
	default:
		if a.open == openYear && b.open == nothingOpen { // June to August 2017
			first = *a
			f.setYear(&first, y.Start.Year())
			if x = first.v; x.Start.After(y.Start) {
				first = *a
				f.setYear(&first, y.Start.Year()-1)
			}
			x = first.v
		}
		for tries := 0; y.Start.Before(x.Start) && (b.open == openYear || b.open == openWeekday) && tries < 2; tries++ {
			if b.open == openYear {
				y = value.Interval(y.Start.AddDate(1, 0, 0), y.End.AddDate(1, 0, 0), y.Granularity)
			} else {
				y = value.Interval(y.Start.AddDate(0, 0, 7), y.End.AddDate(0, 0, 7), y.Granularity)
			}
		}
		if !x.Start.Before(y.End) || x.Start.After(y.Start) {
			return false
		}
		a.v = value.Interval(x.Start, y.End, max(x.Granularity, y.Granularity))
	}
	a.open, a.last = nothingOpen, b.last
	return true
}

// dayRange takes in the second day of "Dec. 27-28" and "July 4 to 6".
func (f *timeFinder) dayRange(p *timePiece) {
	if p.v.HasClock() || p.v.Day == 0 && !(p.v.Dated() && p.v.Granularity == value.Day) {
		return
	}
	switch f.norm(p.last) {
	case "-", "--", "to", "through":
	default:
		return
	}
	if f.calendar(p.last-2).Kind != lexicon.CalendarMonth {
		return
	}
	from, ok, _ := dayFigure(f.norm(p.last - 1))
	n, ok2, _ := dayFigure(f.norm(p.last + 1))
	if !ok || !ok2 || n <= from || f.counted(p.last+1) || f.isNoun(p.last+2) && f.norm(p.last) == "to" {
		return
	}
	f.resolve(p)
	if !p.v.Dated() {
		return
	}
	p.v = value.Interval(p.v.Start, p.v.Start.AddDate(0, 0, n-from+1), value.Day)
	p.last += 2
	at := p.last
	if f.norm(at) == "," {
		at++
	}
	if year, ok := yearFigure(f.norm(at)); ok {
		by := year - p.v.Start.Year()
		p.v = value.Interval(p.v.Start.AddDate(by, 0, 0), p.v.End.AddDate(by, 0, 0), value.Day)
		p.last = at + 1
	}
}

// hourBefore takes in the bare figure that begins a range of hours: "7 to 9
// p.m.", "7-9pm".
func (f *timeFinder) hourBefore() {
	floor := f.first
	for i := range f.pieces {
		p := &f.pieces[i]
		at := p.first - 2
		if p.v.HasClock() && p.v.Granularity <= value.Hour && p.v.Modifier == value.On && at >= floor {
			switch f.norm(at + 1) {
			case "-", "--", "to", "and":
				hour, minute, _, ok := clockFigure(f.norm(at))
				start := hour%12*60 + minute
				if p.v.Clock >= 12*60 && start+12*60 < p.v.Clock {
					start += 12 * 60
				}
				between := f.norm(at+1) != "and" || f.norm(at-1) == "between"
				if ok && between && hour >= 1 && hour <= 12 && start < p.v.Clock {
					p.first = at
					p.v.ClockEnd, p.v.Clock = p.v.Clock, start
				}
			}
		}
		floor = p.last
	}
}
