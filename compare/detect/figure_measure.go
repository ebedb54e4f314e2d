package detect

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// commonNoun is the rarity below which a noun counts too many things to bring
// two figures together: people, years, times.
const commonNoun = 3.0

// nounOf is the lemma of what a figure counts, "" if nothing is named.
func nounOf(s *compare.Story, c *compare.Claim) string {
	q := quantity(s, c)
	if q.Noun < 0 {
		return ""
	}
	return s.Document(c).Tokens[q.Noun].Lemma
}

// isDirection reports whether a word after a distance only says which way.
func isDirection(word string) bool {
	_, ok := points[word]
	return ok || word == "away" || word == "off" || word == "inland" || word == "offshore"
}

// isPeople reports whether the noun is one for persons at large: any count of
// persons may use one, or none at all.
func isPeople(noun string) bool {
	switch noun {
	case "", "people", "person", "other", "man", "woman", "victim", "passenger", "resident", "civilian",
		"citizen", "consumer", "customer", "worker", "tourist", "user", "patient", "individual", "american", "americans":
		return true
	}
	return false
}

// measureLikeness is how alike the things counted are: their nouns, and the
// words before the noun.
func measureLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	na, nb := nounOf(s, a), nounOf(s, b)
	dim := quantity(s, a).Value.Dimension
	r := related(na, nb)
	if isDirection(na) && isDirection(nb) && closeness(quantity(s, a).Value.Mid(), quantity(s, b).Value.Mid()) < sameAnchor {
		r = 0.5 // "15 miles north" says where, not what
	}
	if unit := quantity(s, a).Value.Unit; r < sameNoun && dim == value.Count && unit != "" && unit == quantity(s, b).Value.Unit && (na == "" || nb == "") {
		r = 0.7 // "a 6.9 earthquake", "of magnitude 6.7"
	}
	if r < sameNoun && dim == value.Count {
		fa, fb := fate(s, a), fate(s, b)
		switch {
		case fa != "" && fa == fb && samePeople(na, nb):
			r = 0.8
		case isPeople(na) && isPeople(nb) && na != "" && nb != "":
			r = 0.65
		case isPeople(na) && isPeople(nb) && na+nb != "" && quantity(s, a).Value.Low == quantity(s, b).Value.Low:
			r = 0.65 // "51", "more than 51 people"
		case isPeople(na) && isPeople(nb) && na+nb != "" && related(a.Event, b.Event) >= sameNoun:
			r = 0.6
		}
	}
	if dim != value.Count && dim != value.Ratio && r < sameNoun {
		// A measure carries its dimension; the noun may be left out. A price
		// for one thing is no sum.
		switch {
		case perUnit(na) != perUnit(nb):
			return 0
		case na == "" || nb == "":
			r = 0.5
		default:
			r = 0.25
		}
	}
	if r < sameNoun && dim == value.Count {
		return 0
	}
	return r * (0.5 + 0.5*modifierLikeness(s, a, b))
}

// samePeople reports whether two nouns may count the same persons, if these met
// one fate: one is for persons at large. A figure without a noun counts persons
// only beside one that does.
func samePeople(na, nb string) bool {
	if na == "" || nb == "" {
		return isPeople(na) && isPeople(nb)
	}
	return isPeople(na) || isPeople(nb)
}

// perUnit reports whether the noun makes a price of a sum: "$60 a share".
func perUnit(noun string) bool {
	switch noun {
	case "share", "barrel", "tonne", "ton", "ounce", "unit", "ticket", "hour", "head":
		return true
	}
	return false
}

// modifierLikeness compares the words of the counted noun phrase other than
// its head: "pharmaceutical companies" against "insurance companies".
func modifierLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	ma, mb := modifiers(s, a), modifiers(s, b)
	if len(ma) == 0 && len(mb) == 0 {
		return 1
	}
	if len(ma) == 0 || len(mb) == 0 {
		return 0.6
	}
	return float64(min(met(ma, mb), met(mb, ma))) / float64(max(len(ma), len(mb)))
}

// met counts the words of a that have a relative in b.
func met(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return related(x, y) >= sameNoun }) {
			n++
		}
	}
	return n
}

func modifiers(s *compare.Story, c *compare.Claim) []string {
	q := quantity(s, c)
	doc := s.Document(c)
	var list []string
	for i := q.NounFirst; i < q.NounLast; i++ {
		t := &doc.Tokens[i]
		if i != q.Noun && !lexicon.Stopword(t.Norm) && (t.Tag.IsNoun() || t.Tag.IsAdjective() || t.Tag.IsVerb()) {
			list = append(list, t.Lemma)
		}
	}
	return list
}

// fate is the class of event that a count of persons or things is about, when
// mixing it up would be a false alarm: killed, injured, arrested, missing; or
// "hospital", for those who were taken there.
func fate(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	if q.Noun >= 0 {
		if doc.Tokens[q.Noun].Lemma == "case" && outbreak(doc, sent) {
			return "infect"
		}
		if class := lexicon.EventClass(doc.Tokens[q.Noun].Lemma); isFate(class) {
			return class
		}
	}
ahead:
	for i := q.Last; i < min(max(q.NounLast, q.Last)+fateAhead, sent.Last); i++ {
		switch t := &doc.Tokens[i]; {
		case t.Tag == "," && c.Event != "", t.Tag == "." || t.Tag == ":", i >= q.NounLast && (t.Tag == "CC" && !doc.Tokens[i-1].Tag.IsAdjective() || t.Tag == "CD"):
			break ahead // "killed six people, injured fifty"
		case t.Lemma == "hospital" || t.Lemma == "hospitalise" || t.Lemma == "hospitalize":
			return "hospital" // "51 were taken to hospital"
		default:
			if class := lexicon.EventClass(t.Lemma); isFate(class) {
				return class
			}
		}
	}
	if isFate(c.Event) {
		return c.Event
	}
	for i := q.First - 1; q.Noun < 0 && i >= max(q.First-fateBehind, sent.First); i-- { // "the death toll stands at 37"
		if t := &doc.Tokens[i]; t.Tag.IsNoun() {
			if class := lexicon.EventClass(t.Lemma); isFate(class) {
				return class
			}
		}
	}
	return ""
}

// How far from a figure a word may say what became of those it counts.
const (
	fateAhead  = 7 // "11 people are known to have died"
	fateBehind = 6
)

// outbreak reports whether a sentence tells of a disease, so that its cases are
// persons who caught it.
func outbreak(doc *nlp.Document, sent nlp.Sentence) bool {
	for i := sent.First; i < sent.Last; i++ {
		switch lemma := doc.Tokens[i].Lemma; {
		case lemma == "outbreak" || lemma == "epidemic" || lemma == "pandemic" || lemma == "virus" || lemma == "disease" || lexicon.EventClass(lemma) == "infect":
			return true
		}
	}
	return false
}

func isFate(class string) bool {
	switch class {
	case "die", "injure", "arrest", "rescue", "evacuate", "miss", "charge", "convict", "release", "infect", "imprison", "kidnap", "strand":
		return true
	}
	return false
}
