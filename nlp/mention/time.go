package mention

import (
	"sort"
	"strings"
	"time"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// Times fills doc.Times with the dates and times that the document mentions,
// resolved against its publication day. It runs after Names, since a date
// inside a name ("Black Friday", "August Wilson") is none, and before
// Quantities, which stay out of the spans it finds.
//
// Each sentence is read once. A calendar word or number makes a timePiece,
// taking in the words around it that belong to it; pieces that stand together
// ("Tuesday evening at 9pm", "Friday, Dec. 29") are joined, then ranges ("from
// 2007 to 2014"), then what is left open (which Tuesday?) is resolved by the
// tense of the nearest verb.
func Times(doc *nlp.Document) {
	f := timeFinder{doc: doc, toks: doc.Tokens}
	if p := doc.Article.Published; !p.IsZero() {
		f.published = true
		f.today = time.Date(p.Year(), p.Month(), p.Day(), 0, 0, 0, 0, time.UTC)
	}
	doc.Times = doc.Times[:0]
	for s := range doc.Sentences {
		f.sentence(s)
	}
}

// timeOpen says what of a piece is still to be resolved.
type timeOpen uint8

const (
	nothingOpen timeOpen = iota
	openWeekday          // a weekday: which week?
	openYear             // a month, with or without a day: which year?
)

// timePiece is a mention in the making: tokens [first, last) and their value.
type timePiece struct {
	first, last int
	v           value.Time
	open        timeOpen
}

// timeFinder reads one document.
type timeFinder struct {
	doc       *nlp.Document
	toks      []nlp.Token
	today     time.Time // publication day, UTC
	published bool      // today is known
	first     int       // tokens of the sentence
	last      int
	floor     int // end of the last piece: nothing before belongs to the next one
	heading   bool
	pieces    []timePiece
}

func (f *timeFinder) sentence(s int) {
	sent := f.doc.Sentences[s]
	f.first, f.last, f.floor, f.heading = sent.First, sent.Last, sent.First, sent.Heading
	f.pieces = f.pieces[:0]
	for i := f.first; i < f.last; {
		p, ok := f.piece(i)
		if !ok || p.first < f.floor || p.last <= i {
			i++
			continue
		}
		f.pieces = append(f.pieces, p)
		i, f.floor = p.last, p.last
	}
	if len(f.pieces) == 0 {
		return
	}
	f.join()
	f.ranges()
	for _, p := range f.pieces {
		f.resolve(&p)
		f.modify(&p)
		f.doc.Times = append(f.doc.Times, nlp.Time{
			Span: f.doc.TokenSpan(p.first, p.last), First: p.first, Last: p.last, Sentence: s, Value: p.v,
		})
	}
}

// piece reads the piece whose core word is token i.
func (f *timeFinder) piece(i int) (timePiece, bool) {
	norm := f.toks[i].Norm
	if norm == "" {
		return timePiece{}, false
	}
	if c := norm[0]; c >= '0' && c <= '9' {
		if f.named(i) {
			return timePiece{}, false
		}
		return f.number(i)
	}
	w := lexicon.Calendar(norm)
	if norm == "eve" || w.Value == lexicon.UnitDay && norm == "day" {
		if p, ok := f.holiday(i); ok {
			return p, true
		}
	}
	if w.Kind == lexicon.NoCalendar {
		return f.glued(i)
	}
	if f.named(i) {
		return timePiece{}, false
	}
	switch w.Kind {
	case lexicon.CalendarWeekday:
		return f.weekday(i, w)
	case lexicon.CalendarMonth:
		return f.month(i, w)
	case lexicon.CalendarSeason:
		return f.season(i, w)
	case lexicon.CalendarPart:
		return f.part(i, w)
	case lexicon.CalendarUnit:
		return f.unit(i, w)
	case lexicon.CalendarDay:
		return f.deictic(i, w)
	case lexicon.CalendarClock:
		return f.oclock(i)
	}
	return timePiece{}, false
}

// glued reads a core word that holds more than a calendar word: "mid-October",
// "Q4", "mid-2015", "mid-afternoon".
func (f *timeFinder) glued(i int) (timePiece, bool) {
	norm := f.toks[i].Norm
	switch {
	case norm == "after" || norm == "before":
		switch f.before(i - 1) {
		case "shortly", "just", "soon":
			return f.spelledHour(i)
		}
	case len(norm) == 2 && norm[0] == 'q' && norm[1] >= '1' && norm[1] <= '4' && f.toks[i].Text[0] == 'Q':
		return f.quarter(i, i+1, int(norm[1]-'0'))
	case strings.HasSuffix(norm, "-quarter"):
		if q := lexicon.QuarterOrdinal(norm); q > 0 {
			return f.quarter(i, i+1, q)
		}
	case strings.HasSuffix(norm, "-century"):
		if n, ok := ordinalFigure(norm[:len(norm)-len("-century")]); ok && !f.named(i) {
			return timePiece{first: i, last: i + 1, v: century(n)}, true
		}
	case len(norm) > 6 && (norm[:4] == "mid-" || strings.HasPrefix(norm, "early-") || strings.HasPrefix(norm, "late-")):
		return f.prefixed(i)
	}
	return timePiece{}, false
}

// prefixed reads "mid-October", "late-2015", "early-morning", with what follows.
func (f *timeFinder) prefixed(i int) (timePiece, bool) {
	modifierWord, rest, _ := strings.Cut(f.toks[i].Norm, "-")
	modifier := stageModifier(modifierWord)
	if year, ok := yearFigure(rest); ok {
		v := value.InYear(year)
		v.Modifier = modifier
		return timePiece{first: i, last: i + 1, v: v}, true
	}
	if v, ok := decadeFigure(rest); ok {
		v.Modifier = modifier
		return timePiece{first: i, last: i + 1, v: v}, true
	}
	w := lexicon.Calendar(rest)
	switch w.Kind {
	case lexicon.CalendarMonth:
		p := timePiece{first: i, last: i + 1, v: value.Yearless(time.Month(w.Value), 0), open: openYear}
		p.v.Modifier = modifier
		f.yearAfter(&p)
		return p, true
	case lexicon.CalendarPart:
		if f.isNoun(i+1) || w.Plural { // a late-night raid
			return timePiece{}, false
		}
		v, _ := value.PartOfDayNamed(lexicon.DayPart(rest))
		v.Modifier = modifier
		return timePiece{first: i, last: i + 1, v: v}, true
	}
	return timePiece{}, false
}

// named reports that token i stands in a name that holds more than calendar
// words and figures.
func (f *timeFinder) named(i int) bool {
	names := f.doc.Names
	from := sort.Search(len(names), func(n int) bool { return names[n].Last > i })
	for n := from; n < len(names) && names[n].First <= i; n++ {
		for k := names[n].First; k < names[n].Last && k < len(f.toks); k++ {
			norm := f.toks[k].Norm
			if norm != "" && (norm[0] < '0' || norm[0] > '9') && lexicon.Calendar(norm).Kind == lexicon.NoCalendar {
				return true
			}
		}
	}
	return false
}

// norm is the lower-case form of token i, "" outside of the sentence.
func (f *timeFinder) norm(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.toks[i].Norm
}

// before is like norm, but "" where token i belongs to an earlier piece.
func (f *timeFinder) before(i int) string {
	if i < f.floor {
		return ""
	}
	return f.norm(i)
}

// calendar looks token i up.
func (f *timeFinder) calendar(i int) lexicon.CalendarWord { return lexicon.Calendar(f.norm(i)) }

// capital reports that token i begins with a capital letter.
func (f *timeFinder) capital(i int) bool {
	return i >= f.first && i < f.last && f.toks[i].Text[0] >= 'A' && f.toks[i].Text[0] <= 'Z'
}

// isNoun reports that token i is tagged as a common noun and is no calendar
// word, so that a calendar word before it may only describe it.
func (f *timeFinder) isNoun(i int) bool {
	if i >= f.last {
		return false
	}
	tag := f.toks[i].Tag
	return (tag == "NN" || tag == "NNS") && f.calendar(i).Kind == lexicon.NoCalendar
}

// touches reports that no white space stands before token i.
func (f *timeFinder) touches(i int) bool {
	return i > f.first && i < f.last && f.toks[i].Start == f.toks[i-1].End
}

// stageModifier is the modifier that early, mid and late and their like make.
func stageModifier(norm string) value.Modifier {
	switch norm {
	case "early", "beginning", "start":
		return value.Early
	case "mid", "middle", "mid-":
		return value.Mid
	case "late", "end":
		return value.Late
	}
	return value.On
}
