package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// label reports numbers that name instead of count: "No. 10", "Flight 93",
// "Windows 10", years, phone numbers, parts of ids, "one" as a pronoun. It
// sets p.pronoun where only a noun can save the number.
func (f *quantityFinder) label(p parsed) bool {
	if p.value.Dimension == value.Score || p.value.Dimension == value.Ratio {
		return p.num.figures && f.partOfID(p)
	}
	if p.num.figures {
		if f.partOfID(p) {
			return true
		}
		if p.unit && !p.num.grouped {
			return false
		}
		return f.figureLabel(p)
	}
	if p.unit {
		if p.first == f.lo && f.norm(p.first) == "one" && p.value.Unit == "day" && f.norm(p.last) != "after" && f.norm(p.last) != "before" {
			return true // "One day he will return."
		}
		return p.num.article && f.bareArticle(p)
	}
	return f.wordLabel(p)
}

// bareArticle reports "a" with a unit but without a comparator: "a year".
func (f *quantityFinder) bareArticle(p parsed) bool {
	_, means := f.before(&p)
	return means == value.Exactly
}

// partOfID reports figures glued to what makes them part of something longer:
// "555-01-42", "#10", "10:30", "3/4", "v1.2", "208B".
func (f *quantityFinder) partOfID(p parsed) bool {
	if p.first > f.lo && f.glued(p.first-1) {
		switch prev := f.norm(p.first - 1); prev {
		case "#", "@", "/", "_", ":", ".", "'", "^", "=", "&", "*", "\\", "\u2116":
			return true
		case "+":
			return true
		case "-":
			before := f.norm(p.first - 2)
			if before != "" && f.glued(p.first-2) && (before[0] >= '0' && before[0] <= '9' || letterByte(before[len(before)-1])) {
				return true
			}
		default:
			if letterByte(prev[len(prev)-1]) && currencyCode(prev) == "" {
				return true
			}
		}
	}
	if !f.glued(p.last - 1) {
		return false
	}
	if f.norm(p.last) == ":" && len(f.norm(p.last+1)) == 2 && f.figures(p.last+1) && !p.unit {
		return true // "4: 08"
	}
	next := f.norm(p.last)
	switch next {
	case "/", ":", "_", "@", "\\", "=", "*":
		return f.glued(p.last)
	case "-", ".":
		return f.glued(p.last) && f.figures(p.last+1) && (p.value.Dimension == value.Score || p.value.Comparator == value.Between || f.figures(p.last+1))
	case "'":
		return f.norm(p.last+1) != "" && f.glued(p.last) && f.figures(p.last+1)
	}
	return !p.unit && letterByte(next[0]) && next != "'s"
}

func currencyCode(n string) string {
	code, _ := lexicon.Currency(n)
	return code
}

func letterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// figureLabel reports bare figures that are a label, a year or a list mark.
func (f *quantityFinder) figureLabel(p parsed) bool {
	prev, next := f.norm(p.first-1), f.norm(p.last)
	if lexicon.LabelWord(prev) && !p.num.wordScaled && !f.labelCounts(p) {
		return true
	}
	if (prev == "and" || prev == "," || prev == "to" || prev == "or") && f.figures(p.first-2) && lexicon.LabelWord(f.norm(p.first-3)) && !f.countedNext(p.last) {
		return true // "lines 1 and 2"
	}
	if p.value.Comparator == value.Between && (prev == "weeks" || prev == "rounds" || prev == "grades" || prev == "games" || prev == "pages" || prev == "verses") {
		return true // "in weeks 14-16"
	}
	if f.emergencyNumber(p, prev, next) {
		return true
	}
	if p.num.n > longestFigure {
		return true
	}
	if p.first == f.lo && (next == "." || next == ")" || next == ":") && p.num.n < 100 && p.last < f.hi-1 {
		return true // "1. The plan"
	}
	if isYear(p.num) && !f.yearCounts(p) {
		return true
	}
	if s := f.toks[p.first].Text; len(s) > 1 && s[0] == '0' && p.num.decimals == 0 {
		return true // "007", "0141"
	}
	if prev == ":" && len(f.norm(p.first)) == 2 && f.figures(p.first-2) && f.glued(p.first-2) {
		return true // the minutes of "4: 43"
	}
	if next == "," && p.num.decimals == 0 && p.num.n >= 1 && p.num.n <= 31 && f.figures(p.last+1) && len(f.norm(p.last+1)) == 4 && f.norm(p.last+1) >= "1900" && f.norm(p.last+1) < "2100" &&
		p.first > f.lo && capitalByte(f.toks[p.first-1].Text[0]) {
		return true // a date whose month is misspelt: "Setpember 19, 2013"
	}
	if (next == "p" || next == "a") && f.norm(p.last+1) == "." && p.num.n <= 12 {
		return true // "8 p. m."
	}
	if (prev == "a" || prev == "an") && !f.tag(p.last).IsNoun() && !f.tag(p.last).IsAdjective() {
		return true // "a 737"
	}
	if prev == "(" && next == ")" && p.num.decimals == 0 && f.ageAfterName(p) && f.sport() {
		return true // a player's shirt
	}
	if p.first == f.lo || f.heading() || p.num.wordScaled || p.num.grouped {
		return false
	}
	// "Boeing 737", "Apollo 11": a name that goes on with figures.
	before := &f.toks[p.first-1]
	if before.Tag.IsProper() && capitalByte(before.Text[0]) && p.num.decimals == 0 && !f.countedNext(p.last) && !f.ageAfterName(p) {
		return true
	}
	return false
}

// emergencyNumber reports "911" and "999" as a number to call.
func (f *quantityFinder) emergencyNumber(p parsed, prev, next string) bool {
	if n := p.num.n; n != 911 && n != 999 && n != 112 || p.num.grouped {
		return false
	}
	switch next {
	case "call", "calls", "caller", "callers", "dispatcher", "dispatchers", "dispatch", "operator", "operators", "emergency", "tape", "tapes":
		return true
	}
	switch prev {
	case "call", "called", "calling", "dial", "dialed", "dialled", "dialing", "phoned", "rang", "ring", "calls":
		return !f.countedNext(p.last)
	}
	return false
}

// longestFigure is the greatest bare number that is read as a count: beyond
// ten digits it is an id or a phone number.
const longestFigure = 1e11

// labelCounts reports words that are label and verb or noun at once, before a
// number that does count: "the room seats 40 people" is none of them, "the
// group 12 people founded" is too rare; so only a counted noun saves "no" and
// the like in a heading.
func (f *quantityFinder) labelCounts(p parsed) bool {
	switch f.norm(p.first - 1) {
	case "no", "act", "car", "bus", "camp", "order", "building", "schedule", "figure", "group", "line", "rule", "step", "table":
		return f.countedNext(p.last) && f.norm(p.first-1) != "no"
	case "week", "season", "page", "pages", "class", "level":
		return lexicon.PeopleWord(f.norm(p.last))
	}
	return false
}

// countedNext reports whether what follows is counted: a plural noun, perhaps
// after adjectives, or a participle like "killed".
func (f *quantityFinder) countedNext(j int) bool {
	for n := 0; n < 3 && f.tag(j).IsAdjective(); n++ {
		if lexicon.CasualtyWord(f.norm(j)) {
			return true
		}
		j++
	}
	t := f.tag(j)
	return t == "NNS" || lexicon.CasualtyWord(f.norm(j)) || lexicon.PeopleWord(f.norm(j))
}

// isYear reports bare figures that look like a year.
func isYear(n number) bool {
	return n.figures && !n.grouped && !n.wordScaled && n.decimals == 0 && n.n >= firstYear && n.n <= lastYear
}

// The years of which news speaks without saying so.
const firstYear, lastYear = 1500, 2100

// yearCounts reports what makes a number like 2000 a count.
func (f *quantityFinder) yearCounts(p parsed) bool {
	if lexicon.PeopleWord(f.norm(p.last)) {
		return true
	}
	if _, means := f.before(&p); means != value.Exactly && f.norm(p.first-1) != "about" && f.norm(p.first-1) != "around" && f.norm(p.first-1) != "circa" && f.norm(p.first-1) != "over" && f.norm(p.first-1) != "to" {
		return true
	}
	return false
}

// wordLabel reports number words that count nothing: "one another", "Air
// Force One", "zero" in names.
func (f *quantityFinder) wordLabel(p parsed) bool {
	prev, next := f.norm(p.first-1), f.norm(p.last)
	t := &f.toks[p.first]
	if capitalByte(t.Text[0]) && !f.heading() && p.first > f.lo {
		b := f.toks[p.first-1]
		if b.Tag.IsProper() || lexicon.LabelWord(b.Norm) {
			return true // "World War Two", "Terminal Two"
		}
	}
	if lexicon.LabelWord(prev) && prev != "no" && prev != "number" && prev != "numbers" && !f.countedNext(p.last) && p.last-p.first == 1 {
		return true
	}
	if next == "past" || prev == "past" && lexicon.Number(f.norm(p.first-2)).Kind != lexicon.NumberNone || f.startsAt(p, prev) {
		return true // clock times
	}
	if t.Norm != "one" || p.last-p.first != 1 {
		return false
	}
	return f.onePronoun(prev, next, p)
}

// startsAt reports an hour of the day: "starts at five".
func (f *quantityFinder) startsAt(p parsed, prev string) bool {
	if prev != "at" || p.num.low > 12 || f.tag(p.last).IsNoun() {
		return false
	}
	switch f.norm(p.first - 2) {
	case "start", "starts", "started", "begin", "begins", "began", "open", "opens", "opened", "close", "closes", "closed", "end", "ends", "ended",
		"arrive", "arrives", "arrived", "leave", "leaves", "left":
		return true
	}
	return false
}

// onePronoun reports "one" that stands for a thing instead of counting: only
// before its noun or a participle it counts.
func (f *quantityFinder) onePronoun(prev, next string, p parsed) bool {
	switch prev {
	case "no", "this", "that", "the", "each", "every", "any", "which", "another", "some", "by", "'s", "only-one":
		if prev != "the" && prev != "by" || !f.countedNext(p.last) {
			return true
		}
	}
	switch next {
	case "another", "of", "who", "that", "which", "day", "thing", "way", "side", "hand", "reason", "time", "point", "or", "by", "such", "another's",
		"'s", "can", "could", "would", "should", "is", "was", "has", "must", "may", "might", "to", "and", "in", "for", "on", "at", "from", "with",
		",", ".", "more", "morning", "night", "evening", "afternoon", "example":
		return true
	}
	t := f.tag(p.last)
	return !t.IsNoun() && !t.IsAdjective() && !lexicon.CasualtyWord(next) && t != "VBN" && t != "VBG"
}

func capitalByte(c byte) bool { return c >= 'A' && c <= 'Z' }

// oldest is the greatest number that is read as an age in years.
const oldest = 120

// ageByPlace makes an age of a bare number: "aged 42", "Smith, 42,", "at the
// age of 30", "in his 50s" is decade.
func (f *quantityFinder) ageByPlace(p *parsed) {
	if p.unit && p.value.Comparator != value.Between || p.value.Dimension != value.Count || p.value.Unit != "" || p.num.wordScaled || p.value.High > oldest || p.num.vague {
		return
	}
	i := p.first - 1
	prev := f.norm(i)
	aged := false
	switch prev {
	case "aged", "age", "ages":
		aged = prev != "age" || f.norm(i-1) != "of"
	case "of":
		aged = f.norm(i-1) == "age" || f.norm(i-1) == "ages"
	case "was", "is", "'s":
		who := f.norm(i - 1)
		after := f.norm(p.last)
		aged = (who == "he" || who == "she") && p.num.low > 1 && (after == "." || after == "," || after == "when" || after == "and" || after == ";")
	case "turned", "turns", "turning":
		aged = !f.countedNext(p.last) && p.num.low > 1
	case "at":
		aged = false
	case ",", "(":
		aged = f.ageAfterName(*p)
	}
	if !aged {
		return
	}
	p.value.Dimension, p.value.Unit, p.value.Precision = value.Age, "year", 0
	p.ownNoun = true
	p.unit = true
}

// ageAfterName reports ", 42," and "(42)" right after a person.
func (f *quantityFinder) ageAfterName(p parsed) bool {
	if p.num.low < 0 || p.num.low > oldest || p.num.decimals > 0 || p.first-2 < f.lo || p.last-p.first != 1 {
		return false
	}
	prev, next := f.norm(p.first-1), f.norm(p.last)
	if prev != "," && prev != "(" {
		return false
	}
	if prev == "(" {
		if next != ")" {
			return false
		}
	} else {
		switch next {
		case ",", ".", ";", "and", "of", "who", "from", "was", "were", "is", "has", "had", ")", "", "-", "on", "in", "said", "with", "as", "at", "told", "died":
		default:
			if !f.tag(p.last).IsVerb() {
				return false
			}
		}
	}
	before := p.first - 2
	for k := max(f.name-2, 0); k < len(f.doc.Names) && k < f.name+2; k++ {
		if n := &f.doc.Names[k]; n.First <= before && before < n.Last {
			return n.Type == nlp.Person || n.Type == nlp.UnknownType && n.Last-n.First > 1
		}
	}
	switch f.norm(before) {
	case "man", "woman", "boy", "girl", "son", "daughter", "wife", "husband", "brother", "sister", "mother", "father", "driver", "victim", "student", "jr.", "sr.", "jr":
		return true
	}
	t := f.toks[before]
	return t.Tag.IsProper() && capitalByte(t.Text[0]) && !strings.Contains(t.Text, ".") && before > f.lo && f.toks[before-1].Tag.IsProper()
}
