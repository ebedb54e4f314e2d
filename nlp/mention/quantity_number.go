package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// number is a number without its unit.
type number struct {
	last       int     // token after it
	n          float64 // before its scale word: 1.5 of "1.5 million"
	decimals   int
	scale      float64 // 1e6 of "1.5 million", 1 if none
	low, high  float64 // what it is worth; high > low for "dozens"
	vague      bool
	fraction   bool    // "two thirds": low is the part of the whole
	figures    bool    // written in figures
	grouped    bool    // with thousands separators
	article    bool    // the number is "a": only with a unit ("more than a year")
	width      float64 // half-width of "a dozen"
	inches     float64 // 7 of "6-foot-7"
	wordScaled bool    // has a scale word of any kind
}

func plain(v float64) number { return number{n: v, scale: 1, low: v, high: v} }

func (n *number) times(scale float64) {
	n.scale *= scale
	n.low *= scale
	n.high *= scale
	n.wordScaled = true
}

// number reads a number at token i. money says that a currency stands before
// it, which settles "m".
func (f *quantityFinder) number(i int, money bool) (number, bool) {
	if f.figures(i) || f.norm(i) != "" && f.norm(i)[0] == '.' {
		return f.figureNumber(i, money)
	}
	return f.wordNumber(i)
}

func (f *quantityFinder) figureNumber(i int, money bool) (number, bool) {
	d, ok := value.ParseDigits(f.toks[i].Norm)
	if !ok {
		return number{}, false
	}
	n := plain(d.Value)
	n.decimals, n.grouped, n.figures, n.last = d.Decimals, d.Grouped, true, i+1
	if d.Decimals == 0 && d.Value < 1000 && f.norm(i+1) == "000" && f.toks[i].End+1 >= f.toks[i+1].Start-2 {
		n.n, n.low, n.high = d.Value*1000, d.Value*1000, d.Value*1000 // "11 000"
		n.grouped, n.last = true, i+2
	}
	f.scraped(&n, money)
	f.scaled(&n, money, f.glued(n.last-1))
	return n, true
}

// scraped mends figures that a scraper cut after the comma or the point: "9,
// 000 seats", "£1. 7m". Only what cannot be two numbers is joined: a group
// that begins with 0, or any group of a sum of money.
func (f *quantityFinder) scraped(n *number, money bool) {
	for f.norm(n.last) == "," && f.glued(n.last-1) && n.decimals == 0 {
		group := f.norm(n.last + 1)
		d, ok := value.ParseDigits(group)
		if !ok || len(group) != 3 || f.glued(n.last) || !money && group[0] != '0' && !f.countsOn(n.last) || n.n >= 1e9 {
			return
		}
		v := n.n*1000 + d.Value
		n.n, n.low, n.high, n.grouped, n.last = v, v, v, true, n.last+2
	}
	if money && n.decimals == 0 && f.norm(n.last) == "." && f.glued(n.last-1) && f.figures(n.last+1) {
		fraction := f.norm(n.last + 1)
		if d, ok := value.ParseDigits("." + fraction); ok && len(fraction) <= 2 {
			v := n.n + d.Value
			n.n, n.low, n.high, n.decimals, n.last = v, v, v, len(fraction), n.last+2
		}
	}
}

// countsOn reports that the group after the comma at c is counted right behind,
// and that what stands before the comma is no label: "some 1, 600 officers", but
// not "in group 2, 117 people".
func (f *quantityFinder) countsOn(c int) bool {
	before := c - 2
	if f.tag(c+2) != "NNS" || before < f.lo || lexicon.LabelWord(f.norm(before)) || f.inTime(c-1) {
		return false
	}
	switch f.tag(before) {
	case "IN", "DT", "RB", "VBD", "VBN", "JJR", "JJ", "PRP$":
		return f.norm(before) != "on" && f.norm(before) != "in" && f.norm(before) != "at"
	}
	return false
}

// scaled multiplies by the scale words that follow: "million", "bn", "dozen".
func (f *quantityFinder) scaled(n *number, money, glued bool) {
	for {
		if n.last >= f.hi || f.inTime(n.last) {
			return
		}
		w := lexicon.Number(f.norm(n.last))
		switch w.Kind {
		case lexicon.NumberHundred, lexicon.NumberScale, lexicon.NumberDozen:
			if n.wordScaled && w.Value <= n.scale {
				return
			}
		case lexicon.NumberShort:
			if n.wordScaled || !f.shortScale(n.last, money, glued) {
				return
			}
		default:
			return
		}
		n.times(w.Value)
		n.last++
	}
}

// shortScale decides whether a letter after figures is a scale: "2bn" always,
// "40m" is metres unless money stands before or people after, "5t" is tonnes.
func (f *quantityFinder) shortScale(i int, money, glued bool) bool {
	switch n := f.norm(i); n {
	case "bn", "tn", "mn", "mln", "bln", "trn":
		return glued || money || f.figures(i-1)
	case "k":
		return glued
	case "m":
		if money {
			return true
		}
		return glued && f.peopleAfter(i+1)
	default:
		return money && (glued || n != "t")
	}
}

// peopleAfter reports a plural noun, perhaps after adjectives, that a number of
// millions can count: "40m users", "11m diesel cars", not "40m waves".
func (f *quantityFinder) peopleAfter(j int) bool {
	for n := 0; n < 2 && f.tag(j).IsAdjective(); n++ {
		if measuredAdjective(f.norm(j)) {
			return false
		}
		j++
	}
	if f.tag(j) == "NN" && lexicon.PeopleWord(f.norm(j+1)) {
		j++ // "11m diesel vehicles"
	}
	switch f.norm(j) {
	case "hurdles", "waves", "heats", "finals", "races", "runners", "swimmers":
		return false
	}
	return f.tag(j) == "NNS" || f.tag(j) == "NNPS" || lexicon.PeopleWord(f.norm(j))
}

// wordNumber reads a number in words, mixed ones ("2 hundred") excluded.
func (f *quantityFinder) wordNumber(i int) (number, bool) {
	switch f.norm(i) {
	case "a", "an":
		return f.articleNumber(i)
	case "half":
		return f.halfNumber(i)
	}
	w := lexicon.Number(f.norm(i))
	switch w.Kind {
	case lexicon.NumberVague, lexicon.NumberPlural:
		return f.vagueNumber(i, i)
	case lexicon.NumberOnes, lexicon.NumberTens:
		return f.cardinal(i)
	case lexicon.NumberHundred, lexicon.NumberScale:
		if f.tag(i).IsProper() {
			return number{}, false
		}
		return f.cardinal(i) // "hundred people", a headline's short form
	case lexicon.NumberDozen:
		n := plain(w.Value)
		n.last, n.width = i+1, dozenWidth
		return n, true
	}
	if strings.IndexByte(f.norm(i), '-') > 0 {
		return f.cardinal(i)
	}
	return number{}, false
}

// dozenWidth is what "a dozen" leaves open: 11 to 13.
const dozenWidth = 1

// small is the worth of a token below hundred: "five", "twenty", "twenty-seven".
func small(n string) (v float64, tens, ok bool) {
	w := lexicon.Number(n)
	switch w.Kind {
	case lexicon.NumberOnes:
		return w.Value, false, true
	case lexicon.NumberTens:
		return w.Value, true, true
	}
	if k := strings.IndexByte(n, '-'); k > 0 {
		a, b := lexicon.Number(n[:k]), lexicon.Number(n[k+1:])
		if a.Kind == lexicon.NumberTens && b.Kind == lexicon.NumberOnes && b.Value > 0 && b.Value < 10 {
			return a.Value + b.Value, false, true
		}
	}
	return 0, false, false
}

// cardinal reads "seven", "twenty seven", "two hundred and five", "three
// million". Its rounding is that of the last scale word.
func (f *quantityFinder) cardinal(i int) (number, bool) {
	total, group, last := 0.0, 0.0, -1
	tens, any, scale := false, false, 1.0
	for j := i; j < f.hi; j++ {
		if j > i && (f.inTime(j) || f.inName(j)) {
			break
		}
		v, isTens, ok := small(f.norm(j))
		w := lexicon.Number(f.norm(j))
		switch {
		case ok && (last < 0 || tens && v < 10 || f.afterScale(j-1)):
			group += v
			tens, any = isTens, true
			scale = 1
		case w.Kind == lexicon.NumberHundred && (group < 100 || !any):
			group = max(group, 1) * 100
			tens, any, scale = false, true, 100
		case w.Kind == lexicon.NumberDozen && any:
			group *= w.Value
			scale = w.Value
		case w.Kind == lexicon.NumberScale && (total == 0 || w.Value < total):
			total += max(group, 1) * w.Value
			group, tens, any, scale = 0, false, true, w.Value
		case f.norm(j) == "and" && j > i && f.afterScale(j) && f.smallAfter(j):
			continue
		case f.norm(j) == "and" && f.norm(j+1) == "a" && f.norm(j+2) == "half" && total == 0 && any:
			n := plain(group + 0.5)
			n.decimals, n.last = 1, j+3
			f.scaled(&n, false, false)
			return n, true
		default:
			return f.cardinalDone(total+group, scale, last, any)
		}
		last = j
	}
	return f.cardinalDone(total+group, scale, last, any)
}

func (f *quantityFinder) cardinalDone(v, scale float64, last int, any bool) (number, bool) {
	if !any || last < 0 {
		return number{}, false
	}
	n := plain(v)
	n.last = last + 1
	if scale >= 1000 {
		n.n, n.scale, n.wordScaled = v/scale, scale, true
	}
	if scale == 12 {
		n.width = dozenWidth * v / 12
	}
	return n, true
}

// afterScale reports whether the token at j, or the one before an "and" at j,
// is "hundred", "thousand", ... within a number.
func (f *quantityFinder) afterScale(j int) bool {
	if f.norm(j) == "and" {
		j--
	}
	k := lexicon.Number(f.norm(j)).Kind
	return k == lexicon.NumberHundred || k == lexicon.NumberScale
}

// smallAfter reports whether "and" at j joins the rest of a number: "two
// hundred and five people", not "a million and two others" after a full one.
func (f *quantityFinder) smallAfter(j int) bool {
	_, _, ok := small(f.norm(j + 1))
	return ok && lexicon.Number(f.norm(j-1)).Kind == lexicon.NumberHundred || ok && lexicon.Number(f.norm(j-1)).Value == 1000
}

// articleNumber reads what "a" or "an" begins: "a dozen", "a hundred", "a few",
// "a couple of", "a third of", "a quarter of a mile", and the bare "a" that only
// a comparator and a unit make a number of.
func (f *quantityFinder) articleNumber(i int) (number, bool) {
	next := f.norm(i + 1)
	w := lexicon.Number(next)
	switch w.Kind {
	case lexicon.NumberHundred, lexicon.NumberScale:
		n, ok := f.cardinal(i + 1)
		return n, ok
	case lexicon.NumberDozen:
		n := plain(w.Value)
		n.last, n.width = i+2, dozenWidth
		return n, true
	case lexicon.NumberVague:
		return f.vagueNumber(i, i+1)
	case lexicon.NumberFraction, lexicon.NumberOrdinal:
		if f.norm(i+2) == "of" && (w.Kind == lexicon.NumberFraction || w.Value >= 3 && w.Value <= 10) {
			n := plain(w.Value)
			if w.Kind == lexicon.NumberOrdinal {
				n = plain(1 / w.Value)
			}
			n.last, n.fraction = i+2, true
			return n, true
		}
	}
	if next == "half" && f.norm(i+2) != "of" {
		return number{}, false
	}
	n := plain(1)
	n.last, n.article = i+1, true
	return n, true
}

// halfNumber reads "half a dozen", "half a million", "half an hour", "half of
// the seats", "half the seats".
func (f *quantityFinder) halfNumber(i int) (number, bool) {
	switch f.norm(i - 1) {
	case "first", "second", "other", "latter", "better", "time", "1st", "2nd", "final", "opening":
		return number{}, false
	}
	n := plain(0.5)
	n.last, n.decimals = i+1, 1
	switch next := f.norm(i + 1); next {
	case "a", "an":
		if f.inTime(i+1) || f.inTime(i+2) {
			return number{}, false
		}
		w := lexicon.Number(f.norm(i + 2))
		switch w.Kind {
		case lexicon.NumberDozen:
			n = plain(w.Value / 2)
			n.last, n.width = i+3, dozenWidth
			return n, true
		case lexicon.NumberScale, lexicon.NumberHundred:
			n.times(w.Value)
			n.last = i + 3
			return n, true
		}
		if _, ok := lexicon.UnitOf(f.norm(i + 2)); ok {
			n.last = i + 2
			return n, true
		}
		return number{}, false
	case "of", "the", "its", "their", "his", "her", "our", "all":
		n.fraction, n.decimals = true, 0
		return n, true
	case "dozen", "million", "billion":
		n.times(lexicon.Number(next).Value)
		n.last = i + 2
		return n, true
	}
	return number{}, false
}

// vagueNumber reads "several", "a few hundred", "dozens", "hundreds of
// thousands", "a couple of". first is the token it begins with, i the vague word.
func (f *quantityFinder) vagueNumber(first, i int) (number, bool) {
	w := lexicon.Number(f.norm(i))
	n := number{n: w.Value, scale: 1, low: w.Value, high: w.High, vague: true, last: i + 1}
	switch word := f.norm(i); word {
	case "few":
		if first == i && !recentWord(f.norm(i-1)) && f.norm(i-1) != "the" {
			return number{}, false
		}
	case "couple", "handful", "pair":
		k := lexicon.Number(f.norm(i + 1)).Kind
		if first == i && !recentWord(f.norm(i-1)) && k != lexicon.NumberHundred {
			return number{}, false
		}
		if f.norm(i+1) != "of" && k != lexicon.NumberHundred && k != lexicon.NumberScale && k != lexicon.NumberDozen {
			return number{}, false
		}
		if word == "pair" {
			n.vague = false
		}
	case "scores", "tens":
		if f.norm(i+1) != "of" {
			return number{}, false
		}
	}
	if w.Kind == lexicon.NumberPlural {
		n.low = w.Value * 2 // "dozens" is two dozen at least
		if w.Value >= 100 || w.Value == 10 {
			n.low = w.Value
		}
		if f.norm(i+1) == "of" {
			if p := lexicon.Number(f.norm(i + 2)); p.Kind == lexicon.NumberPlural {
				n.high = w.Value * 10 * p.Value
				n.low *= p.Value
				n.last = i + 3
			}
		}
		return n, true
	}
	j := n.last
	if f.norm(j) == "of" {
		j++
	}
	if k := lexicon.Number(f.norm(j)); k.Kind == lexicon.NumberHundred || k.Kind == lexicon.NumberScale || k.Kind == lexicon.NumberDozen {
		n.low *= k.Value
		n.high *= k.Value
		n.last = j + 1
	}
	return n, true
}
