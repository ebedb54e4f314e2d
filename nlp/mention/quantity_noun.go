package mention

import (
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// longestPhrase bounds the noun phrase after a number, in tokens.
const longestPhrase = 12

// noun finds what the number counts or measures, after it: "people" of "27
// people", "workers" of "1,200 of its workers", "deep" of "40 metres deep",
// "killed" of "12 killed", "charge" of "$5 billion charge", "share" of "$60 a
// share".
func (f *quantityFinder) noun(q *nlp.Quantity, p parsed) {
	j := p.last
	end := min(f.hi, j+longestPhrase)
	if j >= end {
		return
	}
	d := p.value.Dimension
	switch n := f.norm(j); {
	case d == value.Money && (n == "a" || n == "per" || n == "an" || n == "each"):
		if n != "each" && f.tag(j+1).IsNoun() {
			f.setNoun(q, j+1, j+1, j+2)
		}
		return
	case d == value.Money && n == "in", d == value.Money && n == "worth" && f.norm(j+1) == "of":
		j++
		if n == "worth" {
			j++
		}
		if f.inTime(j) || f.inName(j) {
			return
		}
		j = f.skipDeterminers(j, end)
	case d == value.Length && n == "in":
		if f.tag(j+1).IsNoun() && !f.inName(j+1) && !f.inTime(j+1) {
			f.setNoun(q, j+1, j+1, j+2)
		}
		return
	case n == "of":
		j = f.skipDeterminers(j+1, end)
	case measuredAdjective(n) && d != value.Count && d != value.Ordinal:
		f.setNoun(q, j, j, j+1)
		return
	case d == value.Ratio || d == value.Percent && n == "the":
		j = f.skipDeterminers(j, end)
	}
	if p.ownNoun && d == value.Age && f.norm(p.last) == "," {
		return
	}
	f.phrase(q, p, j, end)
}

func (f *quantityFinder) setNoun(q *nlp.Quantity, head, first, last int) {
	q.Noun, q.NounFirst, q.NounLast = head, first, last
}

// skipDeterminers steps over "the", "its", "all", "these", "the 12", and a
// possessor ("the company's").
func (f *quantityFinder) skipDeterminers(j, end int) int {
	for j < end {
		t := f.tag(j)
		if t == "DT" || t == "PRP$" || t == "PDT" || t == "CD" {
			j++
			continue
		}
		if (t.IsNoun() || t == "JJ") && f.tag(j+1) == "POS" {
			j += 2
			continue
		}
		if t.IsProper() && f.tag(j+1).IsProper() && f.tag(j+2) == "POS" {
			j += 3
			continue
		}
		break
	}
	return j
}

// measuredAdjective reports what follows a measure: "40 metres deep", "50
// percent higher".
func measuredAdjective(n string) bool {
	switch n {
	case "deep", "high", "long", "wide", "tall", "thick", "away", "across", "higher", "lower", "more", "less", "faster", "slower", "larger",
		"smaller", "longer", "shorter", "older", "younger", "below", "above", "down", "up", "underground", "offshore", "north", "south", "east",
		"west", "northeast", "northwest", "southeast", "southwest", "inland", "heavier", "lighter", "cheaper", "bigger", "fewer", "broad", "square":
		return true
	}
	return false
}

// phrase reads a noun phrase at j: premodifiers, nouns, and nouns joined to it.
func (f *quantityFinder) phrase(q *nlp.Quantity, p parsed, j, end int) {
	first := j
	head := -1
scan:
	for ; j < end; j++ {
		if f.inTime(j) {
			if head < 0 && p.value.Dimension == value.Ordinal && f.tag(j) == "CD" {
				continue // "the first 2016 candidate"
			}
			break
		}
		t, n := f.tag(j), f.norm(j)
		switch {
		case head >= 0 && f.heading() && titlePreposition(n):
			break scan // "Missiles Toward Japan": capitals make a name of it
		case t.IsNoun():
			if head >= 0 && f.tag(j-1) == "NNS" && t.IsProper() {
				break scan // "12 people Monday"
			}
			head = j
		case head < 0 && (t == "CD" && p.value.Dimension == value.Ordinal), head < 0 && t.IsAdjective():
			if lexicon.CasualtyWord(n) && !f.nounSoon(j+1, end) {
				f.setNoun(q, j, first, j+1)
				return
			}
		case head < 0 && (t == "VBN" || t == "VBG" || t == "VBD"):
			if !f.nounSoon(j+1, end) || t == "VBD" && f.tag(j+1) != "NNS" {
				if lexicon.CasualtyWord(n) || t == "VBN" && p.value.Dimension == value.Count {
					f.setNoun(q, j, first, j+1)
				}
				return
			}
		case head < 0 && t.IsAdverb() && j+1 < end && (f.tag(j+1) == "VBN" || f.tag(j+1).IsAdjective()) && n != "ago" && n != "later":
		case t == "POS" && head >= 0 && j+1 < end && f.tag(j+1).IsNoun():
		case head < 0 && n == "and" && p.value.Dimension == value.Ordinal && f.tag(j+1).IsAdjective(): // "third and last phase"
		case head < 0 && n == "," && j > first && f.tag(j-1).IsAdjective() && f.tag(j+1).IsAdjective():
		case t == "POS" && n == "'" && head >= 0: // "two years' prison"
		case t == "VBZ" && head < 0 && p.value.Dimension == value.Count && p.value.Low > 1 && f.pluralForm(j):
			head = j
		default:
			break scan
		}
	}
	if head < 0 {
		// "one American,": a nationality alone.
		if k := j - 1; k >= first && f.tag(k).IsAdjective() && capitalByte(f.toks[k].Text[0]) && !f.heading() {
			f.setNoun(q, k, first, j)
		}
		return
	}
	if u, ok := lexicon.UnitOf(f.norm(head)); ok && u.Measure == lexicon.MeasureDuration && p.value.Dimension == value.Money && head == p.last {
		return // "sold for $5 million days after"
	}
	head = f.pluralHead(p, first, head)
	if k := f.sharedHead(head, end); k >= 0 {
		head = k
	}
	f.setNoun(q, head, first, head+1)
	f.joined(q, head+1, end)
}

// pluralHead steps back to the last plural in a run of nouns: more than one
// thing is counted in the plural, and what follows it is a verb that the tagger
// took for a noun ("seven ships sank").
func (f *quantityFinder) pluralHead(p parsed, first, head int) int {
	if p.value.Dimension != value.Count || p.value.Unit != "" || p.value.High <= 1 {
		return head
	}
	for k := head; k >= first && f.tag(k).IsNoun(); k-- {
		if t := f.tag(k); t == "NNS" || t == "NNPS" {
			return k
		}
	}
	return head
}

// titlePreposition reports words that end a noun phrase in a headline, where
// the tagger takes them for names.
func titlePreposition(n string) bool {
	switch n {
	case "toward", "towards", "from", "over", "near", "after", "before", "in", "at", "of", "on", "as", "with", "for", "by", "into", "during", "to",
		"amid", "against", "under", "off", "killed", "dead", "injured", "hurt", "wounded", "missing", "die", "dies", "said", "says":
		return true
	}
	return false
}

// pluralForm reports a plural that was taken for a verb: "14 carries for 69
// yards". A verb would be followed by its object.
func (f *quantityFinder) pluralForm(j int) bool {
	switch f.norm(j) {
	case "is", "has", "does", "was", "says", "'s":
		return false
	}
	switch t := f.tag(j + 1); t {
	case "IN", ".", ",", "CC", "":
		return true
	}
	return false
}

// sharedHead finds the noun that "state and local taxes" shares: a plural after
// a singular, "and" and modifiers. It is -1 if there is none.
func (f *quantityFinder) sharedHead(head, end int) int {
	if f.tag(head) != "NN" || f.norm(head+1) != "and" && f.norm(head+1) != "or" || !f.tag(head+2).IsAdjective() && f.tag(head+2) != "NN" {
		return -1
	}
	for k := head + 3; k < end; k++ {
		if f.tag(k) == "NNS" {
			return k
		}
		if f.tag(k) != "NN" && !f.tag(k).IsAdjective() {
			break
		}
	}
	return -1
}

// nounSoon reports whether a noun comes before anything but modifiers.
func (f *quantityFinder) nounSoon(j, end int) bool {
	for k := 0; j < end && k < 4; j, k = j+1, k+1 {
		t := f.tag(j)
		if t.IsNoun() {
			return true
		}
		if !t.IsAdjective() && t != "VBN" && t != "VBG" && !t.IsAdverb() {
			return false
		}
	}
	return false
}

// joined lengthens the phrase by a second plural noun: "companies and vaccine
// researchers".
func (f *quantityFinder) joined(q *nlp.Quantity, j, end int) {
	if q.Value.Dimension != value.Count || f.tag(q.Noun) != "NNS" || j+1 >= end || f.norm(j) != "and" && f.norm(j) != "or" {
		return
	}
	for k := j + 1; k < end; k++ {
		t := f.tag(k)
		switch {
		case t == "NNS":
			switch f.norm(k + 1) {
			case "said", "say", "told", "added", "warned", "believe", "confirmed":
				return // "12 people and officials said"
			}
			if lexicon.Number(f.norm(k)).Kind != lexicon.NumberNone {
				return // "six dogs and dozens of cats"
			}
			q.NounLast = k + 1
			return
		case t == "NN" || t.IsAdjective():
		default:
			return
		}
	}
}
