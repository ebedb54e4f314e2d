package detect

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// maxSameNoun bounds how many figures with one noun are paired with each other:
// a noun that counts more than this in one story tells nothing.
const maxSameNoun = 40

// figurePairs yields the figures of linked sentences, and those of any two
// sources that count with the same noun: such a pair needs no likeness of the
// sentences around it.
func figurePairs(s *compare.Story, yield func(compare.Pair)) {
	type pair struct{ a, b *compare.Claim } // in the order of Story.Ordered
	seen := map[pair]bool{}
	s.Pairs(compare.Figure, func(p compare.Pair) {
		seen[pair{p.A, p.B}] = true
		yield(p)
	})
	byNoun := map[string][]*compare.Claim{}
	var nouns []string
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Figure {
			continue
		}
		noun := pairingNoun(s, c)
		if noun == "" {
			continue
		}
		if byNoun[noun] == nil {
			nouns = append(nouns, noun)
		}
		byNoun[noun] = append(byNoun[noun], c)
	}
	for _, noun := range nouns {
		group := byNoun[noun]
		if len(group) > maxSameNoun {
			continue
		}
		for i, a := range group {
			for _, b := range group[i+1:] {
				if a.Source != b.Source && !s.Apart(a.Source, b.Source) && !seen[pair{a, b}] && quantity(s, a).Value.Dimension == quantity(s, b).Value.Dimension {
					yield(compare.Pair{A: a, B: b, Dice: compare.Dice(a.Terms, b.Terms, a.Weight, b.Weight)})
				}
			}
		}
	}
}

// pairingNoun is what brings a figure together with others whatever their
// sentences: its noun or the class of that, if it is telling, and people where
// there are thousands of them; "" for the rest.
func pairingNoun(s *compare.Story, c *compare.Claim) string {
	noun := nounOf(s, c)
	q := quantity(s, c).Value
	switch {
	case noun != "" && isPeople(noun) && q.Dimension == value.Count && q.Mid() >= manyPeople:
		return "#people"
	case noun == "" || lexicon.IDF(noun) < tellingClass || perUnit(noun):
		return ""
	}
	if class := lexicon.NounClass(noun); class != "" {
		return "#" + class
	}
	if lexicon.IDF(noun) < tellingNoun {
		return ""
	}
	return noun
}

// manyPeople is the count from which a figure of people stands for itself.
const manyPeople = 1000

// The rarity from which a noun alone, or one that has a class, brings two
// figures together.
const (
	tellingNoun  = 2.0
	tellingClass = 1.5
)

func quantity(s *compare.Story, c *compare.Claim) *nlp.Quantity {
	return &s.Document(c).Quantities[c.Mention]
}

// comparableFigures rules out what no reader would compare.
func comparableFigures(a, b *nlp.Quantity) bool {
	if a.Value.Dimension == value.Ordinal || b.Value.Dimension == value.Ordinal {
		return false
	}
	vague := a.Value.Comparator == value.Indefinite && b.Value.Comparator == value.Indefinite
	return !vague
}

// figureScore is how sure it is that two figures measure one thing.
func figureScore(s *compare.Story, p compare.Pair) float64 {
	a, b := p.A, p.B
	noun := measureLikeness(s, a, b)
	if noun == 0 || vetoed(s, a, b) {
		return 0
	}
	qa, qb := quantity(s, a).Value, quantity(s, b).Value
	near := closeness(qa.Mid(), qb.Mid())
	if noun < sameNoun && (qa.Comparator == value.Indefinite || qb.Comparator == value.Indefinite || ledger(qa) && ledger(qb) && near < nearLedger) {
		return 0
	}
	if near == 0 && qa.Dimension != value.Count || min(qa.Mid(), qb.Mid()) < farthest*max(qa.Mid(), qb.Mid()) {
		return 0
	}
	if qa.Dimension == value.Count && fate(s, a) == "" && fate(s, b) == "" {
		noun *= 0.6 + 0.4*min(1, max(lexicon.IDF(nounOf(s, a)), lexicon.IDF(nounOf(s, b)))/commonNoun)
	}
	score := 0.36*noun + 0.15*p.Dice + 0.20*p.Link.Dice + 0.12*near + 0.30*contextLikeness(s, a, b)
	if a.Event != "" && a.Event == b.Event && !lexicon.Stopword(a.Event) {
		score += 0.10
	}
	switch ga, gb := generation(s, a), generation(s, b); {
	case ga != gb:
		score -= 0.15
	case ga:
		score += 0.10
	}
	return min(score, 1)
}

// generation tells an earlier figure from the current one by the words before
// it: "up from a previous offer of $70", "the original $105 billion approach",
// "earlier reports had put it at 40m".
func generation(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	for i := sent.First; i < min(max(q.NounLast, q.Last), sent.Last); i++ {
		near := i >= q.First-4
		switch doc.Tokens[i].Norm {
		case "previously", "initially", "originally", "preliminary":
			return true
		case "previous", "original", "initial", "prior":
			if near {
				return true
			}
		case "earlier":
			if near || i+1 < sent.Last && lexicon.ReportNoun(doc.Tokens[i+1].Norm) {
				return true
			}
		}
	}
	return false
}

// contextWords is how many words on either side of a figure say what it measures.
const contextWords = 7

// contextLikeness compares the content words near two figures, by weight.
func contextLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	ka, wa := context(s, a)
	kb, wb := context(s, b)
	shared := 0.0
	for k, w := range ka {
		shared += min(w, kb[k])
	}
	if wa+wb == 0 {
		return 0
	}
	return 2 * shared / (wa + wb)
}

// context lists the content words near a figure, events by their class, with
// their weights, and the sum of these.
func context(s *compare.Story, c *compare.Claim) (map[string]float64, float64) {
	doc := s.Document(c)
	sent := doc.Sentences[s.Passages[c.Passage].Sentence]
	q := quantity(s, c)
	words, sum := map[string]float64{}, 0.0
	for i := max(sent.First, q.First-contextWords); i < min(sent.Last, q.Last+contextWords); i++ {
		t := &doc.Tokens[i]
		if i >= q.First && i < q.Last || !isWord(t) || lexicon.Stopword(t.Norm) || t.Tag == "CD" {
			continue
		}
		key := t.Lemma
		if class := lexicon.EventClass(key); class != "" {
			key = "@" + class
		}
		if _, ok := words[key]; !ok {
			w := math.Round(lexicon.IDF(t.Lemma)*16) / 16 // exact sums: see align
			words[key] = w
			sum += w
		}
	}
	return words, sum
}

// farthest is the share of the greater of two figures below which the smaller
// cannot be its rival, dozens against hundreds included.
const farthest = 0.02

// nearLedger is how close two items of an account must be to be one of them.
const nearLedger = 0.9

// ledger reports a sum to the cent: an item of an account, of which there are
// many, and each is its own.
func ledger(q value.Quantity) bool {
	return q.Dimension == value.Money && q.Low == q.High && math.Abs(q.Low*100-math.Round(q.Low)*100) > 0.5
}

// ability reports whether a figure is what something can do: a range of 620
// miles is no flight of 1,700.
func ability(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	if cl == nil || cl.Verb < 0 {
		return false
	}
	for i := cl.VerbFirst; i < cl.VerbLast; i++ {
		if doc.Tokens[i].Norm == "can" {
			return true
		}
	}
	return doc.Tokens[cl.Verb].Lemma == "be" && !cl.Object.Empty() && doc.Tokens[cl.Object.First].Norm == "capable"
}

// partitive reports whether a figure counts a part of what was counted before:
// "31 of them", "five more people", "20 others".
func partitive(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	if q.First > sent.First+1 && doc.Tokens[q.First-1].Norm == "of" {
		switch doc.Tokens[q.First-2].Lemma { // "a family of five among the dead"
		case "family", "group", "team", "crew", "party", "pair", "band":
			return true
		}
	}
	if q.First > sent.First {
		switch doc.Tokens[q.First-1].Norm {
		case "another", "other", "further", "additional":
			return true
		}
	}
	if q.Last+1 >= sent.Last {
		return false
	}
	switch doc.Tokens[q.Last].Norm {
	case "more", "other", "others", "further", "additional":
		return true
	case "of":
		switch doc.Tokens[q.Last+1].Norm {
		case "the", "them", "those", "these", "whom", "which", "its", "their":
			return true
		}
	}
	return false
}

// commonNoun is the rarity below which a noun counts too many things to bring
// two figures together: people, years, times.
const commonNoun = 3.0

// closeness is 1 for equal magnitudes and falls to 0 at a factor of ten: two
// versions of one figure seldom lie further apart.
func closeness(a, b float64) float64 {
	if a <= 0 || b <= 0 {
		return 0
	}
	r := min(a, b) / max(a, b)
	return max(0, (r-0.1)/0.9)
}

// nounOf is the lemma of what a figure counts, "" if nothing is named.
func nounOf(s *compare.Story, c *compare.Claim) string {
	q := quantity(s, c)
	if q.Noun < 0 {
		return ""
	}
	return s.Document(c).Tokens[q.Noun].Lemma
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
	if r < sameNoun && dim == value.Count {
		fa, fb := fate(s, a), fate(s, b)
		switch {
		case fa != "" && fa == fb && (isPeople(na) || isPeople(nb)):
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
// mixing it up would be a false alarm: killed, injured, arrested, missing.
func fate(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.Noun >= 0 {
		if class := lexicon.EventClass(doc.Tokens[q.Noun].Lemma); isFate(class) {
			return class
		}
	}
	sent := doc.Sentences[q.Sentence]
ahead:
	for i := q.Last; i < min(max(q.NounLast, q.Last)+fateAhead, sent.Last); i++ {
		switch t := &doc.Tokens[i]; {
		case t.Tag == "," && c.Event != "", t.Tag == "." || t.Tag == ":", i >= q.NounLast && (t.Tag == "CC" || t.Tag == "CD"):
			break ahead // "killed six people, injured fifty"
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

func isFate(class string) bool {
	switch class {
	case "die", "injure", "arrest", "rescue", "evacuate", "miss", "charge", "convict", "release", "infect", "imprison", "kidnap", "strand":
		return true
	}
	return false
}

// bearers are the persons of an age: named in its noun phrase, or right before
// it ("Holm, 42,").
func bearers(s *compare.Story, c *compare.Claim) []int {
	q := quantity(s, c)
	if doc := s.Document(c); q.Value.Dimension == value.Percent && q.First > 1 && doc.Tokens[q.First-1].Norm == "(" {
		return entitiesIn(s, c.Source, q.First-2, q.First-1) // "Brask (17 percent)"
	}
	if q.Value.Dimension == value.Percent {
		if cl := clauseOf(s, c); cl != nil && cl.Verb >= 0 {
			return subjectEntities(s, c)
		}
	}
	if q.Value.Dimension != value.Age {
		return nil
	}
	if list := entitiesIn(s, c.Source, q.First, max(q.NounLast, q.Last+1)); len(list) > 0 {
		return list
	}
	return entitiesIn(s, c.Source, max(0, q.First-maxSurname), q.First)
}

// maxSurname is how many tokens before an age the name of its bearer begins:
// given name, surname, comma.
const maxSurname = 3

// someOf reports whether a counts people of one sort, and b people at large
// and no fewer of them: ten children may be among sixty people.
func someOf(s *compare.Story, a, b *compare.Claim) bool {
	switch nounOf(s, a) {
	case "child", "woman", "girl", "boy", "baby", "infant", "toddler", "teenager", "teen", "minor", "foreigner":
	default:
		return false
	}
	switch nounOf(s, b) {
	case "child", "woman", "girl", "boy", "baby", "infant", "toddler", "teenager", "teen", "minor", "foreigner":
		return false
	}
	return isPeople(nounOf(s, b)) && quantity(s, a).Value.Mid() <= quantity(s, b).Value.Mid()
}

// owners are the named things a figure belongs to: in the subject of its
// clause and in the noun phrase itself.
func owners(s *compare.Story, c *compare.Claim) []int {
	q := quantity(s, c)
	return append(subjectEntities(s, c), owned(s, entitiesIn(s, c.Source, q.First, q.NounLast))...)
}

// window is the word that makes a figure one of a stretch of something longer:
// the first five innings, his last three films; "" if there is none.
func window(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.First == doc.Sentences[q.Sentence].First || q.Value.Dimension != value.Count && q.Value.Dimension != value.Duration {
		return ""
	}
	switch word := doc.Tokens[q.First-1].Norm; word {
	case "last", "past", "previous":
		return "last"
	case "first", "opening":
		return "first"
	case "final", "closing", "remaining":
		return "final"
	case "next", "coming":
		return "next"
	}
	return ""
}

// sameScore is how alike the words around two scores are, at least, if they are
// of one match: a report of a series is full of scores.
const sameScore = 0.40
