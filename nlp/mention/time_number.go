package mention

import (
	"strings"
	"time"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// number reads a piece that begins with a figure: a clock time, a year, a
// decade, a date in figures, "the 27th", "the 20th century".
func (f *timeFinder) number(i int) (timePiece, bool) {
	if p, ok := f.clock(i); ok {
		return p, true
	}
	norm := f.norm(i)
	if p, ok := f.figureDate(i); ok {
		return p, true
	}
	if v, ok := decadeFigure(norm); ok {
		p := timePiece{first: i, last: i + 1, v: v}
		f.stageOf(&p)
		return p, true
	}
	if rest, ok := strings.CutSuffix(norm, "-century"); ok {
		if n, ok := ordinalFigure(rest); ok {
			return timePiece{first: i, last: i + 1, v: century(n)}, true
		}
	}
	if year, ok := yearFigure(norm); ok && f.yearStands(i) {
		p := timePiece{first: i, last: i + 1, v: value.InYear(year)}
		if year%10 == 0 && f.norm(i+1) == "'s" && !f.isNoun(i+2) { // the 1990's
			p.v, _ = decadeFigure(norm + "s")
			p.last++
		}
		f.shortRange(&p, year)
		if f.before(i-1) == "year" {
			p.first--
		}
		f.stageOf(&p)
		return p, true
	}
	if n, ok, suffix := dayFigure(norm); ok && suffix {
		return f.ordinalDay(i, n)
	}
	return timePiece{}, false
}

// ordinalDay reads "the 27th" where a preposition shows that it is a day.
func (f *timeFinder) ordinalDay(i, n int) (timePiece, bool) {
	p := timePiece{first: i - 1, last: i + 1}
	if f.norm(i+1) == "century" {
		return timePiece{first: i, last: i + 2, v: century(n)}, true
	}
	if f.before(i-1) != "the" || f.isNoun(i+1) || f.capital(i+1) || f.norm(i+1) == "-" || f.norm(i+1) == "of" {
		return p, false
	}
	switch f.norm(i - 2) {
	case "on", "until", "till", "since":
	default:
		return p, false
	}
	if w := f.calendar(i + 1); w.Kind == lexicon.CalendarUnit {
		return p, false
	}
	p.v = value.Time{Granularity: value.Day, Clock: -1, ClockEnd: -1}
	if f.published {
		// The nearest day of that number, the past one first.
		for _, m := range [...]int{0, -1, 1} {
			first := time.Date(f.today.Year(), f.today.Month()+time.Month(m), 1, 0, 0, 0, 0, time.UTC)
			d := first.AddDate(0, 0, n-1)
			if d.Month() == first.Month() && (m != 0 || !d.After(f.today.AddDate(0, 0, 1))) {
				p.v = value.OnDate(d.Year(), d.Month(), d.Day())
				break
			}
		}
	}
	return p, true
}

// figureDate reads 2017-12-27 and, where the day shows itself by being over
// 12, 12/27/2017 and 27/12/2017.
func (f *timeFinder) figureDate(i int) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1}
	norm := f.norm(i)
	if year, ok := yearFigure(norm); ok && f.dash(i+1) && f.dash(i+3) && f.touches(i+1) && f.touches(i+2) && f.touches(i+3) && f.touches(i+4) {
		month, mok := smallFigure(f.norm(i + 2))
		day, dok := smallFigure(f.norm(i + 4))
		if mok && dok && month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			p.last, p.v = i+5, value.OnDate(year, time.Month(month), day)
			return p, true
		}
	}
	a, rest, ok := strings.Cut(norm, "/")
	if !ok {
		return p, false
	}
	if year, ok := yearFigure(a); ok { // 2015/16
		n, ok := smallFigure(rest)
		p.v = value.Interval(value.InYear(year).Start, value.InYear(year+1).End, value.Year)
		return p, ok && n == (year+1)%100 && len(rest) == 2
	}
	b, c, ok := strings.Cut(rest, "/")
	if !ok {
		return p, false
	}
	x, xok := smallFigure(a)
	y, yok := smallFigure(b)
	year, cok := yearFigure(c)
	if short, ok := smallFigure(c); ok && len(c) == 2 {
		year, cok = 2000+short, true
	}
	switch {
	case !xok || !yok || !cok || x < 1 || y < 1:
		return p, false
	case x <= 12 && y > 12 && y <= 31:
		p.v = value.OnDate(year, time.Month(x), y)
	case y <= 12 && (x > 12 && x <= 31 || x == y):
		p.v = value.OnDate(year, time.Month(y), x)
	default:
		return p, false
	}
	return p, true
}

// shortRange takes in the short end of a range of years: 2009-10.
func (f *timeFinder) shortRange(p *timePiece, year int) {
	if !f.dash(p.last) || !f.touches(p.last) || !f.touches(p.last+1) {
		return
	}
	n, ok := smallFigure(f.norm(p.last + 1))
	if !ok || len(f.norm(p.last+1)) != 2 || n <= year%100 {
		return
	}
	p.v = value.Interval(p.v.Start, value.InYear(year/100*100+n).End, value.Year)
	p.last += 2
}

// yearStands reports that the four figures at i are a year rather than a
// count: a word before them that goes with years, and nothing counted after.
func (f *timeFinder) yearStands(i int) bool {
	if f.touches(i) && f.norm(i-1) != "(" && !f.dash(i-1) && f.toks[i-1].Norm != "\"" && f.norm(i-1) != "/" && f.norm(i-1) != "[" {
		return false // $2000, #2016
	}
	if f.touches(i+1) && strings.IndexByte(":%/°", f.toks[i+1].Norm[0]) >= 0 {
		return false
	}
	if f.norm(i-1) == "(" {
		return f.norm(i+1) == ")" && f.norm(i)[:2] != "10"
	}
	counts := i+1 < f.last && f.toks[i+1].Tag == "NNS" && f.calendar(i+1).Kind == lexicon.NoCalendar
	switch f.norm(i - 1) {
	case "in", "since", "until", "till", "during", "year", "years", "fiscal", "circa", "early", "late", "mid", "of", "through", "throughout", "around":
		return !counts || f.norm(i-1) == "since" || f.norm(i-1) == "early" || f.norm(i-1) == "late"
	case "from", "to", "by", "before", "after", "for", "between", "and", "or", "-", ",", "about", "on", "than", "back", "with", "as", "at":
		if counts || f.unitFollows(i) {
			return false
		}
		if f.norm(i-1) == "as" && (f.norm(i-2) == "far" || f.norm(i-2) == "early" || f.norm(i-2) == "late" || f.norm(i-2) == "recently") {
			return true
		}
		switch f.norm(i - 1) {
		case "and", "or", "-", ",", "to", "with", "as", "at", "on", "about", "than":
			return f.yearNearby(i) || f.norm(i-1) == "-" && f.touches(i) && f.touches(i-1) && f.yearAt(i-2) || f.norm(i-1) == "to" && (f.norm(i-2) == "back" || f.norm(i-2) == "prior")
		}
		return true
	case "the", "a", "an", "his", "her", "its", "their", "our", "my", "'s", "that", "this":
		// the 2016 election, its 2015 results: a noun or adjective follows
		if f.norm(i+1) == "'s" && f.norm(i)[3] == '0' {
			return !f.isNoun(i + 2)
		}
		if f.dash(i+1) && f.touches(i+1) && f.touches(i+2) { // the 2009-10 season, the 2009-2010 season
			_, short := smallFigure(f.norm(i + 2))
			_, long := yearFigure(f.norm(i + 2))
			return short || long
		}
		return i+1 < f.last && (f.toks[i+1].Tag.IsNoun() || f.toks[i+1].Tag.IsAdjective()) && !f.unitFollows(i) && !(counts && f.norm(i-1) == "the" && f.norm(i+1) == "people")
	}
	return i == f.first && f.norm(i+1) != "" && !counts && !f.isNoun(i+1) && f.norm(i+1) == ":"
}

// unitFollows reports a unit of measure after the figure at i.
func (f *timeFinder) unitFollows(i int) bool {
	switch f.norm(i + 1) {
	case "percent", "%", "million", "billion", "people", "miles", "mile", "feet", "foot", "metres", "meters", "km", "kilometers", "kilometres", "hours", "days", "pounds", "euros", "dollars", "degrees", "points", "votes", "m", "kg", "tonnes", "tons", "mph", "hp":
		return true
	}
	return false
}

// yearNearby reports another year a few tokens before i, in a list or range.
func (f *timeFinder) yearNearby(i int) bool {
	for k := i - 2; k >= i-4 && k >= f.first; k-- {
		if f.yearAt(k) {
			return true
		}
	}
	return false
}

// yearAt reports that token k is the year of the last piece found.
func (f *timeFinder) yearAt(k int) bool {
	if len(f.pieces) == 0 {
		return false
	}
	p := f.pieces[len(f.pieces)-1]
	_, ok := yearFigure(f.norm(k))
	return ok && p.first <= k && k < p.last
}

// dash reports that token i is a dash or hyphen.
func (f *timeFinder) dash(i int) bool { return f.norm(i) == "-" || f.norm(i) == "--" }

// yearFigure reads a year from 1000 to 2099 in figures.
func yearFigure(norm string) (int, bool) {
	if len(norm) != 4 || norm[0] != '1' && norm[0] != '2' || norm[0] == '2' && norm[1] != '0' {
		return 0, false
	}
	return figures(norm)
}

// smallFigure reads one or two digits.
func smallFigure(norm string) (int, bool) {
	if len(norm) != 1 && len(norm) != 2 {
		return 0, false
	}
	return figures(norm)
}

func figures(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0 && len(s) < 9
}

// dayFigure reads a day of the month, 1 to 31; suffix reports 1st, 2nd, 27th.
func dayFigure(norm string) (n int, ok, suffix bool) {
	if n, ok := ordinalFigure(norm); ok {
		return n, n >= 1 && n <= 31, true
	}
	n, ok = smallFigure(norm)
	return n, ok && n >= 1 && n <= 31, false
}

// ordinalFigure reads 1st, 22nd, 27th.
func ordinalFigure(norm string) (int, bool) {
	if len(norm) < 3 || len(norm) > 4 {
		return 0, false
	}
	switch norm[len(norm)-2:] {
	case "st", "nd", "rd", "th":
		return smallFigure(norm[:len(norm)-2])
	}
	return 0, false
}

// decadeFigure reads 1950s.
func decadeFigure(norm string) (value.Time, bool) {
	rest, ok := strings.CutSuffix(norm, "s")
	if !ok {
		return value.Time{}, false
	}
	year, ok := yearFigure(rest)
	if !ok || year%10 != 0 {
		return value.Time{}, false
	}
	if year%100 == 0 && year < 2000 { // the 1900s
		return value.Months(year, time.January, 1200, value.Century), true
	}
	return value.Months(year, time.January, 120, value.Decade), true
}

// century is the nth century, counted as people do, from 1900 for the 20th.
func century(n int) value.Time {
	return value.Months((n-1)*100, time.January, 1200, value.Century)
}
