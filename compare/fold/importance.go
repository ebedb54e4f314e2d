package fold

import (
	"cmp"
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// carried is what a passage carries that a reader of another report may miss.
type carried struct {
	figures   float64 // quantities, up to mostCarried
	persons   float64 // persons named, up to mostCarried
	events    float64 // event words, up to mostCarried
	negations float64 // negated predicates, up to mostCarried
	tellers   float64 // other sources that tell it, too
	weight    float64 // logarithm of its terms' weight
	quoted    float64 // share of direct speech, 0..1
	place     float64 // place in the report, 0 first to 1 last
	heading   float64 // 1 for a heading
	denial    float64 // 1 for a denial
}

// mostCarried is where more of a kind adds nothing.
const mostCarried = 4

// weights are the log-odds that each of these adds, fitted by logistic
// regression to the omissions that readers marked in annotated stories, and
// rounded. TestTrain fits them again:
//
//	FACTDIFF_TRAIN=../shared/gold/dev,testdata/stories go test -v -run Train ./compare/fold
//
// By story cross-validated, the major details found on real news rise from 0.35
// (weights set by hand) to 0.45. A denial is given its weight by hand: the
// stories hold too few; a heading more than fitted: it carries nothing.
var weights = carried{
	figures: 0.27, persons: 0.26, events: 0.18, negations: 0.18, tellers: 0.10,
	weight: 0.27, quoted: -0.98, place: -0.15, heading: -3.70, denial: 0.40,
}

// base is the log-odds of a passage that carries nothing.
const base = -2.40

// vector lists the fields that are fitted, in order; a denial is not.
func (c carried) vector() []float64 {
	return []float64{c.figures, c.persons, c.events, c.negations, c.tellers, c.weight, c.quoted, c.place, c.heading}
}

// importance is how likely it is, 0..1, that a reader of another report misses
// what the passage carries.
func (c carried) importance() float64 {
	z := base + weights.denial*c.denial
	for i, w := range weights.vector() {
		z += w * c.vector()[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// carries lists what passage i carries; tellers is how many other sources
// tell it.
func carries(s *compare.Story, i, tellers int) carried {
	p := &s.Passages[i]
	doc := s.Sources[p.Source].Doc
	sent := doc.Sentences[p.Sentence]
	c := carried{
		tellers: float64(tellers),
		weight:  math.Log(p.Weight),
		place:   float64(p.Sentence) / float64(len(doc.Sentences)),
		quoted:  quotedShare(doc, p.Sentence),
	}
	if sent.Heading {
		c.heading = 1
	}
	for _, n := range p.Claims {
		claim := &s.Claims[n]
		switch {
		case claim.Sort == compare.Naming && doc.Names[claim.Mention].Type == nlp.Person:
			c.persons++
		case claim.Sort == compare.Figure:
			c.figures++
		case claim.Sort == compare.Statement && claim.Stance == nlp.Negated:
			c.negations++
		case claim.Sort == compare.Statement && claim.Stance == nlp.Denied:
			c.denial = 1
		}
	}
	for t := sent.First; t < sent.Last; t++ {
		if lexicon.EventClass(doc.Tokens[t].Lemma) != "" {
			c.events++
		}
	}
	for _, n := range []*float64{&c.figures, &c.persons, &c.events, &c.negations} {
		*n = min(*n, mostCarried)
	}
	return c
}

// quotedShare is the share of a sentence's tokens that are direct speech, of
// quotations that begin in it or in the sentence before.
func quotedShare(doc *nlp.Document, sentence int) float64 {
	sent := doc.Sentences[sentence]
	quoted := 0
	i, _ := slices.BinarySearchFunc(doc.Quotations, sentence-1, func(q nlp.Quotation, n int) int { return cmp.Compare(q.Sentence, n) })
	for ; i < len(doc.Quotations) && doc.Quotations[i].Sentence <= sentence; i++ {
		if q := &doc.Quotations[i]; !q.Scare {
			quoted += max(0, min(q.Last, sent.Last)-max(q.First, sent.First))
		}
	}
	return float64(quoted) / float64(sent.Last-sent.First)
}
