package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// Quantities finds the numbers of the document with what they count or
// measure: counts, money, percent, ages, durations, measures, ordinals,
// scores and ratios, in figures and in words.
//
// It stays silent about tokens inside a Time or a Name, and about figures that
// name rather than count: labels ("No. 10", "Flight 93"), years, phone numbers,
// model names, "one" as a pronoun. It misses numbers that only grammar gives
// ("a missile", "both", "the majority").
func Quantities(doc *nlp.Document) {
	f := quantityFinder{doc: doc, toks: doc.Tokens, sterling: strings.Contains(doc.Article.Text, "£")}
	doc.Quantities = nil
	for s := range doc.Sentences {
		f.sentence(s)
	}
	doc.Quantities = f.found
}

// quantityFinder walks over the tokens once. All its readers take the token
// where they begin and look neither before lo nor beyond hi.
type quantityFinder struct {
	doc    *nlp.Document
	toks   []nlp.Token
	found  []nlp.Quantity
	sent   int // the sentence at hand
	lo, hi int // its tokens
	free   int // first token that no found quantity covers
	time   int // first of doc.Times that ends after the token at hand
	name   int // first of doc.Names that ends after the token at hand

	sterling bool // the document writes "£", so its pounds are money
}

func (f *quantityFinder) sentence(s int) {
	sent := &f.doc.Sentences[s]
	f.sent, f.lo, f.hi, f.free = s, sent.First, sent.Last, sent.First
	for i := f.lo; i < f.hi; {
		i = max(f.at(i), i+1)
	}
}

// norm is the token's Norm, or "" beyond the sentence.
func (f *quantityFinder) norm(i int) string {
	if i < f.lo || i >= f.hi {
		return ""
	}
	return f.toks[i].Norm
}

// tag is the token's Tag, or "" beyond the sentence.
func (f *quantityFinder) tag(i int) nlp.Tag {
	if i < f.lo || i >= f.hi {
		return ""
	}
	return f.toks[i].Tag
}

// glued reports whether nothing stands between tokens i and i+1.
func (f *quantityFinder) glued(i int) bool {
	return i >= f.lo && i+1 < f.hi && f.toks[i].End == f.toks[i+1].Start
}

// figures reports whether the token begins with a digit.
func (f *quantityFinder) figures(i int) bool {
	n := f.norm(i)
	return n != "" && n[0] >= '0' && n[0] <= '9'
}

// at looks for a quantity that begins at token i, its comparator apart, and
// returns the token to go on with.
func (f *quantityFinder) at(i int) int {
	if end := f.covered(i); end > i {
		return end
	}
	n := f.toks[i].Norm
	if n == "" {
		return i + 1
	}
	c := n[0]
	switch {
	case c >= '0' && c <= '9', c == '$', c >= 0x80, c == '.' && len(n) > 1:
	case c < 'a' || c > 'z':
		return i + 1
	case !startsNumber(n):
		return i + 1
	}
	if end := f.ordinal(i); end > i {
		return end
	}
	p, ok := f.measured(i)
	if !ok {
		return i + 1
	}
	return f.finish(p)
}

// startsNumber reports words that a quantity can begin with.
func startsNumber(n string) bool {
	if lexicon.Number(n).Kind != lexicon.NumberNone {
		return true
	}
	switch n {
	case "a", "an", "rs", "rs.", "us", "hk", "nz", "usd", "eur", "gbp", "aud", "cad", "inr", "us$", "a$", "c$", "s$", "hk$", "nz$", "r$",
		"twice", "double", "triple", "mid", "rmb", "chf", "zar", "jpy", "cny":
		return true
	}
	if strings.HasPrefix(n, "mid-") {
		return true
	}
	// Compounds: "twenty-seven", "five-year-old", "half-hour".
	for i := 3; i < len(n) && i < 12; i++ {
		if n[i] == '-' {
			return lexicon.Number(n[:i]).Kind != lexicon.NumberNone
		}
	}
	return n == "twofold" || n == "threefold" || n == "fourfold" || n == "fivefold" || n == "tenfold"
}

// covered returns the end of the time or name that covers token i, else i.
func (f *quantityFinder) covered(i int) int {
	times, names := f.doc.Times, f.doc.Names
	for f.time < len(times) && times[f.time].Last <= i {
		f.time++
	}
	if f.time < len(times) && times[f.time].First <= i {
		return times[f.time].Last
	}
	for f.name < len(names) && names[f.name].Last <= i {
		f.name++
	}
	if f.name < len(names) && names[f.name].First <= i {
		n := &names[f.name]
		if !f.moneyName(n, i) {
			return n.Last
		}
	}
	return i
}

// moneyName reports the "US" of "US$5" and the "Rs" of "Rs 500", which are no
// names.
func (f *quantityFinder) moneyName(n *nlp.Name, i int) bool {
	if n.Last-n.First != 1 {
		return false
	}
	if f.norm(n.Last) == "$" {
		return f.glued(i)
	}
	_, ok := lexicon.Currency(f.norm(i))
	return ok && f.figures(n.Last)
}

// inName reports whether the token is part of a name. It looks only at the
// name at hand and the one after, which is enough near the walk.
func (f *quantityFinder) inName(i int) bool {
	for k := max(f.name-1, 0); k < len(f.doc.Names) && k < f.name+2; k++ {
		if n := &f.doc.Names[k]; n.First <= i && i < n.Last {
			return true
		}
	}
	return false
}

// inTime is inName for times.
func (f *quantityFinder) inTime(i int) bool {
	for k := max(f.time-1, 0); k < len(f.doc.Times) && k < f.time+3; k++ {
		if t := &f.doc.Times[k]; t.First <= i && i < t.Last {
			return true
		}
	}
	return false
}

// finish gives the measured number its comparator, looks for what it counts,
// and records it. It returns the token to go on with.
func (f *quantityFinder) finish(p parsed) int {
	if f.label(p) {
		return p.last
	}
	if p.num.figures && !p.unit && p.num.n < 11 && (f.norm(p.first-1) == "magnitude" || f.norm(p.first-1) == "of" && f.norm(p.first-2) == "magnitude") {
		p.value.Unit = "magnitude"
	}
	if p.num.figures && !p.unit && p.num.n < 11 && (p.num.decimals > 0 || f.norm(p.first-1) == "a") && quake(f.norm(p.last)) {
		p.value.Unit = "magnitude" // "a 6.1 quake"
	}
	f.compare(&p)
	f.ageByPlace(&p)
	q := nlp.Quantity{First: p.first, Last: p.last, Sentence: f.sent, Value: p.value, Noun: -1, NounFirst: p.last, NounLast: p.last}
	q.Span = f.doc.TokenSpan(p.first, p.last)
	f.noun(&q, p)
	if p.pronoun && q.Noun < 0 {
		return p.last
	}
	f.found = append(f.found, q)
	f.free = p.last
	return p.last
}

func quake(norm string) bool {
	switch norm {
	case "quake", "earthquake", "temblor", "tremor", "aftershock":
		return true
	}
	return false
}

// parsed is a quantity on its way: the number with its unit.
type parsed struct {
	first, last int // tokens, half-open
	num         number
	value       value.Quantity
	unit        bool // has a unit, a currency or a percent sign
	pronoun     bool // "one": counts only with a noun
	ownNoun     bool // what it counts is in the number already ("five-year-old")
}
