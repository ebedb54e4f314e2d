package mention

import (
	"time"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// season reads "last summer", "in the spring", "the fall of 2017", "summer
// 2017". Seasons are those of the northern half of the world.
func (f *timeFinder) season(i int, w lexicon.CalendarWord) (timePiece, bool) {
	p := timePiece{first: i, last: i + 1, v: value.Time{Granularity: value.Season, Clock: -1, ClockEnd: -1}}
	month := time.Month(w.Value)
	if next := f.norm(i + 1); f.isNoun(i+1) || next == "-" || next == "'s" || f.toks[i].Tag.IsVerb() && f.before(i-1) != "this" && f.before(i-1) != "last" {
		return p, false
	}
	at := i + 1
	if f.norm(at) == "of" {
		at++
	}
	if year, ok := yearFigure(f.norm(at)); ok {
		p.last = at + 1
		p.v = value.Months(year, month, 3, value.Season)
		f.stageOf(&p)
		return p, true
	}
	if f.norm(i+1) == "of" || f.capital(i) && f.capital(i+1) {
		return p, false
	}
	prev := f.before(i - 1)
	switch prev {
	case "last", "this", "next", "past":
		p.first--
	case "the", "early", "late", "mid":
		at := i - 1
		if prev != "the" {
			p.first, at = i-1, i-2
			p.v.Modifier = stageModifier(prev)
		}
		if f.norm(at) == "the" {
			at--
		}
		switch f.norm(at) {
		case "in", "since", "over", "during", "by", "until", "of", "through", "throughout":
		default:
			return p, false
		}
		if f.norm(at) == "of" {
			f.stageOf(&p)
		}
	case "in", "since", "by", "until", "during":
	default:
		return p, false
	}
	f.resolveSeason(&p, month, prev)
	return p, true
}

func (f *timeFinder) resolveSeason(p *timePiece, month time.Month, prev string) {
	if !f.published {
		return
	}
	at := func(year int) value.Time { return value.Months(year, month, 3, value.Season) }
	v := at(f.today.Year())
	for v.Start.After(f.today) { // the latest that has begun
		v = at(v.Start.Year() - 1)
	}
	following := at(v.Start.Year() + 1)
	switch {
	case prev == "next":
		v = following
	case prev == "last" && v.End.After(f.today):
		v = at(v.Start.Year() - 1)
	case prev == "last" || prev == "past":
	case f.tense(p.first, p.last) == future && !v.End.After(f.today):
		v = following
	case prev == "this" && !v.End.After(f.today) && v.Start.Year() != f.today.Year() && following.Start.Sub(f.today) < f.today.Sub(v.End):
		v = following
	}
	v.Modifier = p.v.Modifier
	p.v = v
}

// ordinalUnit reads "the fourth quarter of 2017", "the first half"-like
// ordinals and "the 19th century".
func (f *timeFinder) ordinalUnit(i int, w lexicon.CalendarWord) (timePiece, bool) {
	p := timePiece{first: i - 1, last: i + 1}
	prev := f.before(i - 1)
	if w.Value == lexicon.UnitCentury {
		n, ok := ordinalFigure(prev)
		if !ok {
			return p, false
		}
		p.v = century(n)
		f.stageOf(&p)
		return p, true
	}
	q := lexicon.QuarterOrdinal(prev)
	if q == 0 || w.Plural {
		return p, false
	}
	return f.quarter(i-1, i+1, q)
}

// quarter reads the rest of "Q4 2017", "third quarter of 2017". Without a year
// it is one only where the sentence speaks of business: games have quarters.
func (f *timeFinder) quarter(first, last, q int) (timePiece, bool) {
	p := timePiece{first: first, last: last, v: value.Time{Granularity: value.Quarter, Clock: -1, ClockEnd: -1}}
	month := time.Month(3*q - 2)
	at := last
	switch f.norm(at) {
	case "of", ",", "in":
		at++
	}
	if year, ok := yearFigure(f.norm(at)); ok {
		p.last = at + 1
		p.v = value.Months(year, month, 3, value.Quarter)
		return p, true
	}
	if !f.business() {
		return p, false
	}
	if f.published {
		// The latest quarter of that number that has begun, unless the verb
		// looks ahead.
		v := value.Months(f.today.Year(), month, 3, value.Quarter)
		if v.Start.After(f.today) && f.tense(first, last) != future {
			v = value.Months(f.today.Year()-1, month, 3, value.Quarter)
		}
		p.v = v
	}
	return p, true
}

// business reports a word of business reports in the sentence.
func (f *timeFinder) business() bool {
	for i := f.first; i < f.last; i++ {
		switch f.toks[i].Norm {
		case "earnings", "profit", "profits", "revenue", "revenues", "sales", "loss", "losses", "shares", "analysts", "growth", "fiscal", "shipments", "charge", "income", "gdp", "investors", "dividend", "results", "deliveries", "bank", "economy", "financial":
			return true
		}
	}
	return false
}
