// Package align brings together what the sources of a story say about the
// same thing.
//
// # How sentences are aligned
//
// Reports of one event tell it in different words, but in the words that
// matter they meet: of two sentences about one thing, the other one is nearly
// always among the best few by weighted word overlap. So candidates come from
// overlap, and what a difference means is left to the detectors.
//
// A sentence becomes a set of terms. A term is the lemma of a content word; the
// words of a name's longest form anywhere in the story ("Lund" brings "ada"
// and "lund", "WHO" brings "world health organization"); or, for a word that
// states an event, its class ("killed", "died" and "toll" are one term). A
// term weighs the more the rarer it is in news and in this story: what stands
// in every sentence of the story tells none of them apart.
//
//	a  Police say 27 people are injured after the bus crashed in Athens
//	b  The bus, carrying 40, crashed in Athens and 25 people were hurt
//
//	a  27 people @injure bus @crash athens police
//	b  25 40 people @injure bus @crash athens carry
//
// Dice is twice the shared weight over the sum of both, Cover the shared
// weight over the smaller: a short sentence inside a long one has a high Cover
// and a low Dice. An inverted index finds all sentences that share a term;
// very common terms start no search. Each sentence keeps its best few
// counterparts, so that the work grows with the text and not with its square.
//
// Weights are multiples of 1/64, so that their sums are exact and do not
// depend on the order in which sources are given.
package align

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// Story aligns the documents of one event. aliases lists names that mean the
// same thing, beyond what the documents themselves say; it may be nil.
func Story(docs []*nlp.Document, claims [][]compare.Claim, aliases [][]string) *compare.Story {
	s := &compare.Story{}
	passages, all := 0, 0
	for i, doc := range docs {
		passages += len(doc.Sentences)
		all += len(claims[i])
	}
	s.Passages, s.Claims = make([]compare.Passage, 0, passages), make([]compare.Claim, 0, all)
	for i, doc := range docs {
		src := compare.Source{ID: compare.SourceID(i), Doc: doc}
		src.Passages = compare.Range{First: len(s.Passages), Last: len(s.Passages) + len(doc.Sentences)}
		for j, sent := range doc.Sentences {
			s.Passages = append(s.Passages, compare.Passage{Source: i, Sentence: j, Mute: sent.Boilerplate || sent.Last-sent.First > maxSentence})
		}
		src.Claims = compare.Range{First: len(s.Claims), Last: len(s.Claims) + len(claims[i])}
		for _, c := range claims[i] {
			c.Source = i
			c.Passage += src.Passages.First
			if p := &s.Passages[c.Passage]; !p.Mute && !full(s, p, c.Sort) {
				p.Claims = append(p.Claims, len(s.Claims))
			}
			s.Claims = append(s.Claims, c)
		}
		s.Sources = append(s.Sources, src)
	}
	resolve(s, aliases)
	setTerms(s)
	setLinks(s)
	setOrigins(s)
	setEvents(s)
	s.SetPairs()
	return s
}

const (
	maxSentence = 250 // tokens: what is longer is a table or a broken scrape, and no sentence
	maxClaims   = 24  // claims of one sort that a sentence brings into pairs
)

// full reports whether a passage has its fill of claims of a sort.
func full(s *compare.Story, p *compare.Passage, sort compare.Sort) bool {
	n := len(p.Claims)
	return n >= maxClaims && s.Claims[p.Claims[n-maxClaims]].Sort == sort
}
