package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// shortWhile is how long after or before an hour "shortly after" may be, in
// minutes.
const shortWhile = 30

// clock reads a clock time that begins with the figure at i: "9:34 a.m.",
// "12.10pm", "11am", "16:40 GMT", "1640 GMT", "at 10:15", "7-8 p.m.".
func (f *timeFinder) clock(i int) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1}
	hour, minute, exact, ok := clockFigure(f.norm(i))
	if !ok {
		return p, false
	}
	half, n := f.halfDay(i + 1)
	if f.before(i-1) == ":" && n > 0 && !exact { // 2: 21 pm, as scrapers leave it
		if before, ok := smallFigure(f.before(i - 2)); ok && len(f.norm(i)) == 2 && hour < 60 && before <= 12 {
			p.first, hour, minute, exact = i-2, before, hour, true
		}
	}
	switch {
	case n > 0:
		if hour < 1 || hour > 12 {
			return p, false
		}
		p.last += n
		hour = hour%12 + half
	case exact && strings.IndexByte(f.norm(i), ':') > 0:
		if !f.clockCue(i) {
			return p, false
		}
	case len(f.norm(i)) == 4 && strings.IndexByte(f.norm(i), '.') < 0:
		// 1640 GMT, 1640 hours
		next := f.norm(i + 1)
		if z := f.zone(i + 1); z == "" || z == "local" {
			if next != "hrs" && !(next == "hours" && (f.norm(i-1) == "at" || f.norm(i-1) == "around")) {
				return p, false
			}
			p.last++
		}
	case exact && f.zone(i+1) != "" && f.zone(i+1) != "local": // 14.30 GMT
	default:
		return p, false
	}
	g := value.Hour
	if exact {
		g = value.Minute
	}
	p.v = value.ClockTime(hour*60+minute, g)
	if p.v.Clock >= 24*60 {
		return p, false
	}
	p.v.TwelveHour = n == 0 && exact && hour >= 1 && hour <= 12 && f.norm(i)[0] != '0' && strings.IndexByte(f.norm(i), ':') > 0
	f.zoneAfter(&p)
	if p.v.Zone != "" && p.v.Zone != "local" && n == 0 {
		p.v.TwelveHour = false
	}
	f.clockBefore(&p)
	return p, true
}

// clockFigure reads 9, 9:34, 12.10 and 1640; exact reports minutes.
func clockFigure(norm string) (hour, minute int, exact, ok bool) {
	if n, ok := smallFigure(norm); ok {
		return n, 0, false, n < 60
	}
	at := strings.IndexAny(norm, ":.")
	if at < 0 {
		n, ok := figures(norm)
		return n / 100, n % 100, true, ok && len(norm) == 4 && n/100 < 24 && n%100 < 60
	}
	hour, hok := smallFigure(norm[:at])
	minute, mok := smallFigure(norm[at+1:])
	return hour, minute, true, hok && mok && len(norm)-at == 3 && hour < 24 && minute < 60
}

// halfDay reads a.m. or p.m. at token i: the minutes... hours to add and how
// many tokens it takes, 0 for none.
func (f *timeFinder) halfDay(i int) (hours, tokens int) {
	switch f.norm(i) {
	case "a.m.", "am", "a.m":
		return 0, 1
	case "p.m.", "pm", "p.m":
		return 12, 1
	}
	return 0, 0
}

// clockCue reports that the words around the figures with a colon at i make
// them a clock time rather than a score, a race time or a verse.
func (f *timeFinder) clockCue(i int) bool {
	if f.zone(i+1) != "" {
		return true
	}
	if f.capital(i+1) && (f.norm(i+2) == "time" || f.norm(i+3) == "time") {
		return true
	}
	switch f.norm(i + 1) {
	case "to", "-", "and", "until":
		if _, n := f.halfDay(i + 3); n > 0 {
			return true
		}
	case "on":
		if f.calendar(i+2).Kind == lexicon.CalendarWeekday {
			return true
		}
	}
	switch f.norm(i - 1) {
	case "at", "around", "until", "till", "by", "@":
		return true
	case "about", "before", "after", "since", "from", "between":
		return !f.isNoun(i + 1)
	}
	// 2017-09-15 21:45
	return len(f.pieces) > 0 && f.pieces[len(f.pieces)-1].last == i && len(f.norm(i)) == 5 && f.pieces[len(f.pieces)-1].v.Granularity == value.Day
}

// zone is the time zone named at token i, "" for none.
func (f *timeFinder) zone(i int) string {
	if i >= f.last {
		return ""
	}
	z := lexicon.TimeZone(f.toks[i].Text)
	if z == "local" || len(f.toks[i].Text) > 5 { // Central, Pacific: only "Pacific time", or at the end of a phrase
		if f.norm(i+1) != "time" && f.norm(i+2) != "time" && (z == "local" || f.capital(i+1)) {
			return ""
		}
	}
	return z
}

// zoneAfter takes in a time zone: "ET", "Eastern time", "local time", "New
// York time".
func (f *timeFinder) zoneAfter(p *timePiece) {
	if z := f.zone(p.last); z != "" {
		p.v.Zone = z
		p.last++
		for n := 0; n < 2; n++ {
			switch f.norm(p.last) {
			case "standard", "daylight", "time":
				p.last++
			}
		}
		return
	}
	for n := 1; n <= 2; n++ { // in Beijing time, New York time
		if f.capital(p.last+n-1) && f.norm(p.last+n) == "time" {
			p.v.Zone = f.doc.Text(f.doc.TokenSpan(p.last, p.last+n))
			p.last += n + 1
			return
		}
		if !f.capital(p.last + n - 1) {
			return
		}
	}
}

// clockBefore takes in what blurs a clock time: "shortly after", "just
// before".
func (f *timeFinder) clockBefore(p *timePiece) {
	direction := f.before(p.first - 1)
	if direction != "after" && direction != "before" {
		return
	}
	switch f.before(p.first - 2) {
	case "shortly", "just", "soon", "right", "moments", "minutes", "immediately":
	default:
		return
	}
	p.first -= 2
	start := p.v.Clock
	if direction == "after" {
		p.v.Modifier, p.v.ClockEnd = value.After, start+shortWhile
		return
	}
	p.v.Modifier, p.v.ClockEnd = value.Before, start
	if p.v.Clock = start - shortWhile; p.v.Clock < 0 {
		p.v.Clock, p.v.ClockEnd = p.v.Clock+24*60, p.v.ClockEnd+24*60
	}
}

// oclock reads "9 o'clock", "ten o'clock".
func (f *timeFinder) oclock(i int) (timePiece, bool) {
	norm := f.before(i - 1)
	hour, ok := smallFigure(norm)
	if !ok {
		hour, ok = lexicon.CalendarNumber(norm)
	}
	if !ok || hour < 1 || hour > 12 || len(norm) == 1 && norm == "a" {
		return timePiece{}, false
	}
	p := timePiece{first: i - 1, last: i + 1, v: value.ClockTime(hour%12*60, value.Hour)}
	p.v.TwelveHour = true
	f.clockBefore(&p)
	return p, true
}

// spelledHour reads "shortly after four", where token i is after or before.
func (f *timeFinder) spelledHour(i int) (timePiece, bool) {
	p := timePiece{first: i + 1, last: i + 2}
	norm := f.norm(i + 1)
	hour, ok := lexicon.CalendarNumber(norm)
	if !ok || hour > 12 || norm == "a" || norm == "an" {
		return p, false
	}
	switch next := f.norm(i + 2); next {
	case "on", "in", "local", ".", ",", "":
	default:
		if k := f.calendar(i + 2).Kind; k != lexicon.CalendarWeekday && k != lexicon.CalendarDay {
			return p, false
		}
	}
	p.v = value.ClockTime(hour%12*60, value.Hour)
	p.v.TwelveHour = true
	f.zoneAfter(&p)
	f.clockBefore(&p)
	return p, p.first < i
}

// part reads a part of the day that no weekday stands before: "this morning",
// "last night", "in the evening", "around noon", "the early hours".
func (f *timeFinder) part(i int, w lexicon.CalendarWord) (timePiece, bool) {
	name := lexicon.DayPart(f.norm(i))
	v, ok := value.PartOfDayNamed(name)
	p := timePiece{first: i, last: i + 1, v: v}
	if !ok || w.Plural {
		return p, false
	}
	prev := f.before(i - 1)
	stage := value.On
	at := i - 1
	if prev == "early" || prev == "late" || prev == "mid" {
		stage = stageModifier(prev)
		p.first, at = i-1, i-2
		prev = f.before(at)
	}
	p.v.Modifier = stage
	switch name {
	case "noon", "midnight", "dawn", "dusk", "lunchtime":
		return f.point(&p, prev, stage)
	case "overnight":
		return p, f.norm(i+1) != "-" && !f.isNoun(i+1) && f.toks[i].Tag != "JJ"
	}
	switch prev {
	case "this":
		p.first = at
		f.date(&p, 0)
	case "last":
		if name != "night" && name != "evening" || f.before(at-1) == "the" {
			return p, false
		}
		p.first = at
		f.date(&p, -1)
	case "every", "each":
		p.first, p.v.Recurring = at, true
	case "that", "same", "next", "following", "previous":
		p.first = at
	case "the":
		switch f.norm(at - 1) {
		case "in", "during", "through", "throughout", "into":
			return p, !f.isNoun(i + 1)
		}
		return p, stage != value.On && f.norm(at-1) == "by"
	default:
		return p, stage != value.On && !f.isNoun(i+1)
	}
	return p, true
}

// point reads noon, midnight, dawn and their like, which need a preposition
// before them or a day after.
func (f *timeFinder) point(p *timePiece, prev string, stage value.Modifier) (timePiece, bool) {
	if stage != value.On && prev != "" && stage == value.Early {
		return *p, false
	}
	switch prev {
	case "at", "around", "about", "by", "before", "after", "until", "till", "since", "from", "just", "past", "to", "toward", "towards", "between", "near", "and":
	default:
		next := f.calendar(p.last).Kind
		if next != lexicon.CalendarWeekday && next != lexicon.CalendarDay && f.norm(p.last) != "on" {
			return *p, false
		}
	}
	if f.isNoun(p.last) || f.capital(p.first) && !f.heading {
		return *p, false
	}
	f.zoneAfter(p)
	f.clockBefore(p)
	return *p, true
}

// date puts the piece on the day n days after publication.
func (f *timeFinder) date(p *timePiece, n int) {
	d := f.day(n)
	p.v.Start, p.v.End = d.Start, d.End
}
