package detect

import (
	"math"

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
	if near == 0 && qa.Dimension != value.Count || min(qa.Mid(), qb.Mid()) < farthest*max(qa.Mid(), qb.Mid()) && !grown(s, a, b) {
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

// grown reports whether the later report counts more of one telling thing, in
// much the same words: aftershocks and cases grow tenfold in a day.
func grown(s *compare.Story, a, b *compare.Claim) bool {
	later := float64(laterFirst(s, a, b))
	qa, qb := quantity(s, a).Value, quantity(s, b).Value
	return later != 0 && qa.Dimension == value.Count && (qa.Mid()-qb.Mid())*later > 0 &&
		nounOf(s, a) == nounOf(s, b) && lexicon.IDF(nounOf(s, a)) >= commonNoun && measureLikeness(s, a, b) == 1 && contextLikeness(s, a, b) >= sameScore
}

// nearLedger is how close two items of an account must be to be one of them.
const nearLedger = 0.9

// closeness is 1 for equal magnitudes and falls to 0 at a factor of ten: two
// versions of one figure seldom lie further apart.
func closeness(a, b float64) float64 {
	if a <= 0 || b <= 0 {
		return 0
	}
	r := min(a, b) / max(a, b)
	return max(0, (r-0.1)/0.9)
}

// sameScore is how alike the words around two scores are, at least, if they are
// of one match: a report of a series is full of scores.
const sameScore = 0.40
