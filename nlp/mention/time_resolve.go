package mention

import (
	"time"

	"github.com/factdiff/factdiff/nlp/value"
)

// tense is what the words around a time say of its direction.
type tense uint8

const (
	noTense tense = iota
	past
	future
)

// verbReach is how many tokens from a time its verb is looked for: news puts
// the day next to the verb, and further away stand other verbs' words.
const verbReach = 14

// tense looks for the verb of the time at tokens [first, last): the nearest
// before it, else the nearest after it in the sentence.
func (f *timeFinder) tense(first, last int) tense {
	for i := first - 1; i >= f.first && i >= first-verbReach; i-- {
		if t, ok := f.verbTense(i); ok {
			return t
		}
	}
	for i := last; i < f.last && i < last+verbReach; i++ {
		if t, ok := f.verbTense(i); ok {
			return t
		}
	}
	return noTense
}

// verbTense is the direction that the verb at token i gives; ok is false where
// no verb or cue stands.
func (f *timeFinder) verbTense(i int) (tense, bool) {
	t := &f.toks[i]
	switch t.Norm {
	case "scheduled", "slated", "due", "expected", "planned", "upcoming", "forthcoming", "deadline", "will", "'ll", "shall", "wo", "would":
		return future, true
	case "set": // set for Monday; not: set off on Monday
		if next := f.norm(i + 1); next == "for" || next == "to" {
			return future, true
		}
	}
	if !t.Tag.IsVerb() {
		return noTense, false
	}
	// The verb group before it: will be held, is expected to open, was to.
	for k := i - 1; k >= f.first && k >= i-5; k-- {
		switch g := &f.toks[k]; g.Norm {
		case "will", "'ll", "shall", "wo", "would", "scheduled", "slated", "due", "expected", "planned", "going", "plans", "plan", "expect", "expects", "hope", "hopes", "want", "wants", "aims", "intends":
			return future, true
		case "is", "are", "'s", "'re", "am":
			if next := f.norm(k + 1); next == "to" || t.Tag == "VBG" { // is to open, is opening
				return future, true
			}
		case "had":
			return past, true
		default:
			if !g.Tag.IsVerb() && g.Tag != "TO" && g.Tag != "RB" && g.Tag != "MD" && g.Norm != "to" {
				k = f.first
			}
		}
	}
	switch t.Tag {
	case "VBD", "VBN":
		return past, true
	case "VBZ", "VBP":
		if f.heading {
			return past, true
		}
		switch t.Norm {
		case "is", "are", "'s", "'re", "am", "has", "have", "'ve", "says", "say", "do", "does":
			return noTense, true
		}
		return future, true
	case "VB":
		return noTense, true
	}
	return noTense, false
}

// resolve fixes the weekday or the year that a piece leaves open.
func (f *timeFinder) resolve(p *timePiece) {
	open := p.open
	p.open = nothingOpen
	if !f.published {
		return
	}
	switch open {
	case openWeekday:
		f.resolveWeekday(p)
	case openYear:
		f.resolveYear(p)
	}
}

// resolveWeekday finds the day: the latest on or before publication, the next
// one from there if the verb looks ahead. A past weekday that would be
// tomorrow's is left open: the report may be dated in another zone.
func (f *timeFinder) resolveWeekday(p *timePiece) {
	ahead := (int(p.v.Weekday) - int(f.today.Weekday()) + 7) % 7
	t := f.direction(p)
	if ahead != 0 && t != future {
		if ahead == 1 {
			return
		}
		ahead -= 7
	}
	f.onDay(p, ahead)
}

// direction is the tense of a piece, which "for" and, without a verb, "by" and
// "until" turn ahead: "set the hearing for Monday"; but "blamed for Monday's
// crash".
func (f *timeFinder) direction(p *timePiece) tense {
	t := f.tense(p.first, p.last)
	switch f.norm(p.first - 1) {
	case "for":
		if next := f.norm(p.last); next != "'s" && next != "'" && !f.isNoun(p.last) {
			return future
		}
	case "by", "until":
		if t == noTense {
			return future
		}
	}
	return t
}

// relativeWeekday resolves "last Friday", "next Wednesday", "this Thursday".
func (f *timeFinder) relativeWeekday(p *timePiece, word string) {
	p.open = nothingOpen
	if !f.published {
		return
	}
	ahead := (int(p.v.Weekday) - int(f.today.Weekday()) + 7) % 7
	switch word {
	case "last", "past":
		ahead -= 7
	case "next", "coming":
		if ahead == 0 {
			ahead = 7
		}
	case "this":
		if ahead > 0 && f.tense(p.first, p.last) == past {
			ahead -= 7
		}
	}
	f.onDay(p, ahead)
}

// onDay puts the piece on the day n days after publication.
func (f *timeFinder) onDay(p *timePiece, n int) {
	d := f.today.AddDate(0, 0, n)
	p.v.Start, p.v.End = d, d.AddDate(0, 0, 1)
}

// soonDays is how far ahead a date without a year that a verb puts into the
// past makes one doubt the verb, in days: a date ten months back would have its
// year with it. Such a date is left without one.
const soonDays = 60

// yearDays is how far ahead a date without a year may lie when no verb tells,
// in days: half a year, so that the nearest is taken.
const yearDays = 183

// resolveYear finds the year of a month or day of a month: the one whose
// weekday fits if one is named, else by the verb, else the nearest; a bare
// month lies behind unless the verb looks ahead.
func (f *timeFinder) resolveYear(p *timePiece) {
	month, day := p.v.Month, p.v.Day
	t := f.direction(p)
	y := f.today.Year()
	if day == 0 {
		switch {
		case t == future && month < f.today.Month():
			y++
		case t != future && month > f.today.Month():
			y--
		}
		f.setYear(p, y)
		return
	}
	if p.v.HasWeekday {
		for _, by := range [...]int{0, -1, 1} {
			if d := time.Date(y+by, month, day, 0, 0, 0, 0, time.UTC); d.Weekday() == p.v.Weekday && d.Month() == month {
				f.setYear(p, y+by)
				return
			}
		}
	}
	d := time.Date(y, month, day, 0, 0, 0, 0, time.UTC)
	ahead := int(d.Sub(f.today).Hours() / 24)
	coming := ahead
	if coming < 0 {
		coming = int(d.AddDate(1, 0, 0).Sub(f.today).Hours() / 24)
	}
	switch {
	case t == past && coming > 1 && coming <= soonDays:
		return
	case t == past && ahead > 1:
		y--
	case t == future && ahead < 0:
		y++
	case t == noTense && ahead > yearDays:
		y--
	case t == noTense && ahead < -yearDays:
		y++
	}
	f.setYear(p, y)
}

// relativeYear is the year of "last August", "next May", "this September".
func (f *timeFinder) relativeYear(month time.Month, word string) int {
	y := f.today.Year()
	switch {
	case word == "last" && month >= f.today.Month():
		y--
	case word == "next" && month <= f.today.Month():
		y++
	}
	return y
}

// modify takes in the words before a piece that bound or blur it: since,
// before, after, until, by, around, "as early as".
func (f *timeFinder) modify(p *timePiece) {
	floor := f.first
	if n := len(f.doc.Times); n > 0 {
		floor = max(floor, f.doc.Times[n-1].Last)
	}
	at := p.first - 1
	if at < floor || p.v.Modifier == value.Since {
		return
	}
	clock := p.v.HasClock() && p.v.Granularity != value.PartOfDay
	possessive := f.norm(p.last) == "'s" || f.norm(p.last) == "'"
	switch f.norm(at) {
	case "since":
		f.bound(p, at, value.Since)
	case "after":
		if !possessive && !describes(f, p.last) {
			f.bound(p, at, value.After)
		}
	case "before", "until", "till", "by", "through":
		if !possessive && !describes(f, p.last) {
			f.bound(p, at, value.Before)
		}
	case "around", "circa", "approximately", "roughly":
		f.bound(p, at, value.Around)
	case "about":
		if clock || p.v.Granularity == value.PartOfDay && p.v.ClockEnd == p.v.Clock+1 {
			f.bound(p, at, value.Around)
		}
	case "to":
		if f.norm(at-1) == "back" && p.v.Granularity >= value.Day && f.datesBack(at-2) {
			f.bound(p, at, value.Since)
			p.first = at + 1
		}
		if f.norm(at-1) == "prior" && at > floor {
			f.bound(p, at-1, value.Before)
		}
	case "as":
		if f.norm(at-1) == "far" && (f.norm(at-2) == "as" && f.norm(at-3) == "back" || f.norm(at-2) == "back") {
			f.bound(p, at, value.Since)
			p.first = at + 1
		}
		if (f.norm(at-1) == "early" || f.norm(at-1) == "late" || f.norm(at-1) == "soon") && f.norm(at-2) == "as" && at-2 >= floor {
			p.first = at - 2
		}
	}
}

// datesBack reports the verb of "dating back to 1977" at token i.
func (f *timeFinder) datesBack(i int) bool {
	switch f.norm(i) {
	case "date", "dates", "dated", "dating", "go", "goes", "going", "went", "stretch", "stretching", "stretches", "reaching", "extending":
		return true
	}
	return false
}

// describes reports that the time stands before a noun that it only describes:
// "after Tuesday night violence".
func describes(f *timeFinder, i int) bool { return f.isNoun(i) }

// bound sets the modifier if the piece has none yet and takes in its word; a
// piece that has one keeps it.
func (f *timeFinder) bound(p *timePiece, at int, m value.Modifier) {
	if p.v.Modifier == value.On && (!p.v.HasClock() || p.v.ClockEnd == p.v.Clock+1 || m == value.Around || !p.v.Dated()) {
		p.v.Modifier = m
	}
	p.first = at
}
