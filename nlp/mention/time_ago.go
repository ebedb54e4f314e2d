package mention

import (
	"time"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// counting reads a number of units with ago, earlier or later after it, or
// last, past or next before it.
func (f *timeFinder) counting(i int, w lexicon.CalendarWord) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1, v: value.Time{Granularity: unitGranularity(w.Value), Clock: -1, ClockEnd: -1}}
	at, n, ok := f.count(i)
	if !ok {
		p.last++
		return p, w.Plural && f.norm(i+1) == "ago" // decades ago
	}
	p.first = at
	switch f.norm(i + 1) {
	case "ago":
		p.last++
		f.ago(&p, w.Value, n)
		f.approximate(&p)
		return p, true
	case "earlier", "later":
		p.last++
		f.approximate(&p)
		return p, f.norm(i+2) != "than"
	case "from":
		if f.norm(i+2) == "now" {
			p.last += 2
			f.ago(&p, w.Value, -n)
			return p, true
		}
	}
	switch prev := f.before(at - 1); prev {
	case "last", "past", "previous", "next", "coming":
		if f.before(at-2) != "the" || prev == "previous" || w.Value < lexicon.UnitDay {
			return p, false
		}
		switch f.norm(at - 3) {
		case "in", "over", "during", "for", "within", "of", "throughout", "through":
		default:
			return p, false
		}
		if prev == "last" || prev == "past" {
			return f.trailing(i, at-2, w.Value, n), true
		}
		if !f.published {
			return p, false
		}
		p.first = at - 2
		p.v = value.Interval(f.today, shift(f.today, w.Value, max(n, 1)).AddDate(0, 0, 1), p.v.Granularity)
		return p, true
	}
	return p, false
}

// count reads the number before the unit at i: "two", "10", "a few", "two and
// a half"; at is its first token. n is 0 for an indefinite number.
func (f *timeFinder) count(i int) (at, n int, ok bool) {
	at = i - 1
	word := f.before(at)
	switch word {
	case "few", "couple", "of":
		if word == "of" {
			if f.before(at-1) != "couple" {
				return at, 0, false
			}
			at--
		}
		if d := f.before(at - 1); d == "a" || d == "the" {
			at--
			if d == "the" {
				at++
			}
		}
		if word != "few" {
			return at, 2, true
		}
		return at, 0, true
	case "several", "some", "many":
		return at, 0, true
	case "half":
		if f.before(at-1) == "a" && f.before(at-2) == "and" {
			if n, ok := f.cardinal(at - 3); ok {
				return at - 3, n, true
			}
		}
		return at, 0, false
	}
	n, ok = f.cardinal(at)
	return at, n, ok
}

func (f *timeFinder) cardinal(i int) (int, bool) {
	norm := f.before(i)
	if n, ok := figures(norm); ok {
		return n, n < 10000
	}
	return lexicon.CalendarNumber(norm)
}

// ago sets the time n units before publication, blurred by half a unit either
// way. It stays undated for an indefinite number.
func (f *timeFinder) ago(p *timePiece, unit, n int) {
	if !f.published || n == 0 || n > 3000 || n < -3000 {
		return
	}
	d := shift(f.today, unit, -n)
	switch unit {
	case lexicon.UnitMinute, lexicon.UnitHour:
		if n < 0 || n > 24 {
			return
		}
		p.v = value.Interval(f.today.AddDate(0, 0, -1), f.today.AddDate(0, 0, 1), value.Day)
		return
	case lexicon.UnitDay:
		p.v = value.OnDate(d.Year(), d.Month(), d.Day())
	case lexicon.UnitWeek, lexicon.UnitWeekend:
		p.v = value.Interval(d.AddDate(0, 0, -3), d.AddDate(0, 0, 4), value.Week)
	case lexicon.UnitMonth:
		p.v = value.InMonth(d.Year(), d.Month())
	case lexicon.UnitYear:
		p.v = value.InYear(d.Year())
	case lexicon.UnitDecade:
		p.v = value.Interval(d.AddDate(-2, 0, 0), d.AddDate(2, 0, 0), value.Decade)
	default:
		return
	}
	p.v.Modifier = value.Around
}

// shift moves a day by n units; months and years keep to the month's length.
func shift(d time.Time, unit, n int) time.Time {
	months := 0
	switch unit {
	case lexicon.UnitDay:
		return d.AddDate(0, 0, n)
	case lexicon.UnitWeek, lexicon.UnitWeekend:
		return d.AddDate(0, 0, 7*n)
	case lexicon.UnitMonth:
		months = n
	case lexicon.UnitQuarter:
		months = 3 * n
	case lexicon.UnitYear:
		months = 12 * n
	case lexicon.UnitDecade:
		months = 120 * n
	default:
		return d
	}
	first := time.Date(d.Year(), d.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day(), last)-1)
}

// trailing is the stretch of n units up to publication: "the past four months"
// as what began then, "recent weeks" and "the past few days" (n 0) as a vague
// stretch. It begins at token first.
func (f *timeFinder) trailing(i, first, unit, n int) timePiece {
	p := timePiece{first: first, last: i + 1, v: value.Time{Granularity: unitGranularity(unit), Clock: -1, ClockEnd: -1}}
	if !f.published || n > 3000 || unit < lexicon.UnitDay {
		return p
	}
	tomorrow := f.today.AddDate(0, 0, 1)
	const vague = 11 // "recent months" may be most of a year, "a few days" ten
	if n <= 1 {
		k := vague
		if n == 1 {
			k = 1
		}
		p.v = value.Interval(shift(f.today, unit, -k), tomorrow, p.v.Granularity)
		return p
	}
	d := shift(f.today, unit, -n)
	slack := tomorrow.Sub(d) / time.Duration(2*n)
	slack -= slack % (24 * time.Hour)
	p.v = value.Interval(d.Add(-slack), d.Add(slack).AddDate(0, 0, 1), p.v.Granularity)
	p.v.Modifier = value.Since
	return p
}

// approximate takes in the words before "two years ago" that blur it.
func (f *timeFinder) approximate(p *timePiece) {
	switch f.before(p.first - 1) {
	case "about", "around", "some", "roughly", "approximately", "nearly", "almost", "over", "just", "only", "barely":
		p.first--
	case "than":
		switch f.before(p.first - 2) {
		case "more", "less", "fewer":
			p.first -= 2
		}
	}
}
