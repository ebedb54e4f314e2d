package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// parted is a hyphenated token that begins with a number: "five-year-old".
type parted struct {
	num  number
	rest string // what follows the number and its hyphen: "year-old"; may be empty
}

// longestCompound is how many bytes a hyphenated number has at most.
const longestCompound = 60

// parts splits a hyphenated token into its number and the rest: "48-page",
// "30cm-diameter", "twenty-five-year-old", "2.5-million", "half-hour".
func (f *quantityFinder) parts(i int) (parted, bool) {
	s := f.norm(i)
	if len(s) > longestCompound {
		return parted{}, false
	}
	k := strings.IndexByte(s, '-')
	if k <= 0 || k == len(s)-1 {
		return parted{}, false
	}
	head, rest := s[:k], s[k+1:]
	var c parted
	if head[0] >= '0' && head[0] <= '9' {
		end := len(head)
		for end > 0 && head[end-1] >= 'a' && head[end-1] <= 'z' {
			end--
		}
		d, ok := value.ParseDigits(head[:end])
		if !ok || rest[0] >= '0' && rest[0] <= '9' {
			return parted{}, false
		}
		c.num = plain(d.Value)
		c.num.decimals, c.num.grouped, c.num.figures = d.Decimals, d.Grouped, true
		if end < len(head) { // "30cm-diameter"
			rest = head[end:] + "-" + rest
		}
	} else {
		w := lexicon.Number(head)
		switch w.Kind {
		case lexicon.NumberOnes:
			c.num = plain(w.Value)
		case lexicon.NumberTens:
			c.num = plain(w.Value)
			second, more, _ := strings.Cut(rest, "-")
			if o := lexicon.Number(second); o.Kind == lexicon.NumberOnes && o.Value < 10 {
				c.num, rest = plain(w.Value+o.Value), more
			}
		case lexicon.NumberFraction:
			c.num = plain(w.Value)
			c.num.decimals = 1
		case lexicon.NumberHundred, lexicon.NumberScale:
			c.num = plain(1)
			c.num.times(w.Value)
		default:
			return parted{}, false
		}
		if strings.HasPrefix(rest, "and-a-half-") {
			c.num, rest = plain(c.num.low+0.5), rest[len("and-a-half-"):]
			c.num.decimals = 1
		}
	}
	word, more, _ := strings.Cut(rest, "-")
	if w := lexicon.Number(word); w.Kind == lexicon.NumberHundred || w.Kind == lexicon.NumberScale || w.Kind == lexicon.NumberDozen {
		c.num.times(w.Value)
		rest = more
	}
	c.num.last = i + 1
	c.rest = rest
	return c, true
}

// compound reads a hyphenated token with its unit or what it counts. A number
// alone ("twenty-seven") is left to number.
func (f *quantityFinder) compound(i int) (parsed, bool) {
	c, ok := f.parts(i)
	if !ok {
		return parsed{}, false
	}
	p := parsed{first: i, last: i + 1, num: c.num, unit: true}
	word, more, _ := strings.Cut(c.rest, "-")
	if word == "" {
		p.unit = false
		if c.num.wordScaled && !strings.Contains(f.norm(i), "hundred") || c.num.low < 1 {
			// "2.5-million", "half-dozen": nothing more can be part of it.
			p.value = f.count(c.num)
			f.unit(&p)
			return p, true
		}
		return parsed{}, false
	}
	if w := lexicon.Number(word); w.Kind == lexicon.NumberFraction && word != "half" || w.Kind == lexicon.NumberOrdinal && c.num.low == 1 && w.Value >= 3 {
		part := w.Value
		if w.Kind == lexicon.NumberOrdinal {
			part = 1 / w.Value
		}
		if more != "" || c.num.low*part >= 1 {
			return parsed{}, false
		}
		p.num.fraction = true
		p.value = value.Quantity{Dimension: value.Ratio, Low: c.num.low * part, High: c.num.low * part}
		return p, true
	}
	if word == "in" { // "one-in-three"
		v, _, ok := small(more)
		if d, figures := value.ParseDigits(more); figures {
			v, ok = d.Value, true
		}
		if ok && v > c.num.low {
			p.num.fraction = true
			p.value = value.Quantity{Dimension: value.Ratio, Low: c.num.low / v, High: c.num.low / v}
			return p, true
		}
		if !c.num.figures {
			return parsed{}, false
		}
	}
	if word == "fold" {
		p.value = value.Quantity{Dimension: value.Ratio, Low: c.num.low, High: c.num.high}
		return p, true
	}
	if code, worth, ok := lexicon.CurrencyWord(word); ok {
		p.value = c.num.of(lexicon.Unit{Name: code, Measure: lexicon.MeasureMoney, Factor: worth})
		return p, true
	}
	if u, ok := f.compoundUnit(&p, word, &more); ok {
		p.value = c.num.of(u)
		if p.num.inches > 0 { // "6-foot-7"
			in, _ := lexicon.UnitOf("inch")
			p.value.Low += p.num.inches * in.Factor
			p.value.High, p.value.Precision = p.value.Low, in.Factor/2
		}
		if u.Measure == lexicon.MeasureDuration && (more == "old" || more == "olds" || more == "" && f.norm(p.last) == "old") {
			if more == "" {
				p.last++
			}
			p.value = aged(p.value)
			p.ownNoun = true
		}
		return p, true
	}
	if more != "" || !countedPart(word, c.num.low) {
		return parsed{}, false
	}
	p.value = f.count(c.num)
	p.value.Unit = word
	return p, true
}

// compoundUnit reads the unit of a compound: "metre", "square" with the next
// token, "mile-per-hour", "magnitude".
func (f *quantityFinder) compoundUnit(p *parsed, word string, more *string) (lexicon.Unit, bool) {
	switch word {
	case "square", "sq", "cubic":
		unit, rest, _ := strings.Cut(*more, "-")
		if unit == "" {
			unit = f.norm(p.last)
			p.last++
		}
		*more = rest
		u, ok := lexicon.UnitOf(unit)
		return power(u, word == "cubic"), ok && u.Measure == lexicon.MeasureLength
	case "percentage":
		if *more == "point" || f.norm(p.last) == "point" || f.norm(p.last) == "points" {
			if *more == "" {
				p.last++
			}
			*more = ""
			return lexicon.Unit{Name: "percentage point", Measure: lexicon.MeasurePoint, Factor: 1}, true
		}
		return lexicon.Unit{}, false
	case "per":
		if *more == "cent" {
			return lexicon.UnitOf("percent")
		}
		return lexicon.Unit{}, false
	case "pound":
		if p.num.scale >= 1e6 || f.sterling && *more == "" && p.num.low >= 100 {
			return lexicon.Unit{Name: "GBP", Measure: lexicon.MeasureMoney, Factor: 1}, true
		}
	case "degree", "basis":
		if word == "basis" {
			return lexicon.Unit{}, false
		}
	}
	u, ok := lexicon.UnitOf(word)
	if !ok || u.Glued && !p.num.figures {
		return u, false
	}
	if u.Name == "foot" && *more != "" {
		inches, _, _ := strings.Cut(*more, "-")
		if v, _, ok := small(inches); ok {
			p.num.inches = v
		} else if d, ok := value.ParseDigits(inches); ok && d.Value < 12 {
			p.num.inches = d.Value
		}
	}
	if *more == "per-hour" || *more == "an-hour" {
		*more = ""
		t, _ := lexicon.UnitOf("hour")
		return lexicon.Unit{Name: u.Name + " per hour", Measure: lexicon.MeasureSpeed, Factor: u.Factor / t.Factor}, true
	}
	return u, true
}

// countedPart reports what a compound may count: "48-page", "12-member", not
// the idioms in which the number counts nothing.
func countedPart(word string, n float64) bool {
	if len(word) < 3 || word[0] < 'a' || word[0] > 'z' || lexicon.Number(word).Kind != lexicon.NumberNone {
		return false
	}
	switch word {
	case "way", "off", "sided", "something", "handed", "eyed", "time", "like", "liner", "self", "piece", "plus", "odd", "and", "fifths",
		"size", "fits", "party", "pronged", "ply", "dimensional", "wheel", "wheeler", "step", "game", "for":
		return false
	}
	return n > 1
}

// multiple reads words that multiply: "twice the number", "double the price",
// "tenfold".
func (f *quantityFinder) multiple(i int) (parsed, bool) {
	var n float64
	next := f.norm(i + 1)
	switch f.norm(i) {
	case "twice", "double":
		n = 2
	case "triple":
		n = 3
	case "twofold":
		return f.ratio(i, i+1, 2), true
	case "threefold":
		return f.ratio(i, i+1, 3), true
	case "fourfold":
		return f.ratio(i, i+1, 4), true
	case "fivefold":
		return f.ratio(i, i+1, 5), true
	case "tenfold":
		return f.ratio(i, i+1, 10), true
	default:
		return parsed{}, false
	}
	switch next {
	case "the", "that", "its", "their", "his", "her":
	case "as":
		if f.norm(i) != "twice" {
			return parsed{}, false
		}
	default:
		return parsed{}, false
	}
	return f.ratio(i, i+1, n), true
}

func (f *quantityFinder) ratio(first, last int, v float64) parsed {
	p := parsed{first: first, last: last, num: plain(v), unit: true}
	p.num.last = last
	p.value = value.Quantity{Dimension: value.Ratio, Low: v, High: v}
	return p
}

// share reads "one in five", "nine out of 10", "one third", "three quarters of".
func (f *quantityFinder) share(p *parsed) bool {
	n := p.num
	if n.low != n.high || n.low < 1 || n.low > 9 || n.wordScaled || n.decimals > 0 || n.article {
		return false
	}
	j := p.last
	w := lexicon.Number(f.norm(j))
	part := 0.0
	switch {
	case w.Kind == lexicon.NumberFraction && f.norm(j) != "half" && (f.norm(j) != "quarters" || f.norm(j+1) == "of"):
		part = w.Value
	case w.Kind == lexicon.NumberOrdinal && n.low == 1 && w.Value >= 3 && w.Value <= 10 && !n.figures:
		part = 1 / w.Value
	}
	if part > 0 && part*n.low < 1 {
		p.num.fraction, p.unit, p.last = true, true, j+1
		p.value = value.Quantity{Dimension: value.Ratio, Low: n.low * part, High: n.low * part}
		return true
	}
	switch f.norm(j) {
	case "in":
		j++
	case "out":
		if f.norm(j+1) != "of" {
			return false
		}
		j += 2
	default:
		return false
	}
	if f.norm(j) == "every" {
		j++
	}
	if j >= f.hi || f.inTime(j) || f.norm(j) == "a" || f.norm(j) == "half" {
		return false
	}
	whole, ok := f.number(j, false)
	if !ok || whole.vague || whole.low <= n.low || whole.decimals > 0 || whole.figures && isYear(whole) {
		return false
	}
	if _, _, unit := f.unitAt(whole.last, whole); unit {
		return false // "two in three days"
	}
	if n.low != 1 && whole.low > 10 && whole.low != 100 && whole.low != 20 && whole.low != 1000 {
		return false // "five in 32 matches"
	}
	p.num.fraction, p.unit, p.last = true, true, whole.last
	p.value = value.Quantity{Dimension: value.Ratio, Low: n.low / whole.low, High: n.low / whole.low}
	return true
}
