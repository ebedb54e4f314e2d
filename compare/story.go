package compare

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
)

// Story is the sources of one event with their claims, aligned across all
// sources. It is built by align.Story and read-only for the detectors.
type Story struct {
	Sources  []Source
	Entities []Entity  // named things of the whole story
	Passages []Passage // the sentences of all sources, source by source
	Claims   []Claim   // source by source, in text order within each sort
	Terms    int       // number of distinct terms: term ids are below it

	statements, namings []Pair // see SetPairs
}

// Source is one report of a story.
type Source struct {
	ID       string // "a", "b", ...: short, stable within the story
	Doc      *nlp.Document
	Passages Range // of Story.Passages: passage of sentence i is Passages.First + i
	Claims   Range // of Story.Claims
	Entity   []int // story entity of each document entity
	Origin   int   // the lowest source that this one nearly copies, itself included
	Event    int   // the event it tells of: one more than the lowest source that tells of it; 0 if it is too short to tell
}

// SourceID is the short name of the source with index i, from 0: a, b, ... z,
// aa, ab, ...
func SourceID(i int) string {
	id := ""
	for i++; i > 0; i = (i - 1) / 26 {
		id = string(rune('a'+(i-1)%26)) + id
	}
	return id
}

// Apart reports whether two sources tell of different events.
func (s *Story) Apart(a, b int) bool {
	x, y := s.Sources[a].Event, s.Sources[b].Event
	return x != y && x != 0 && y != 0
}

// Range is a half-open range of indices.
type Range struct{ First, Last int }

// Entity is one named thing in all sources.
type Entity struct {
	Type      nlp.EntityType
	Canonical string // the longest form any source uses
	Sources   []int  // ascending
}

// Term is a content word of a passage or claim: a lemma, the class of an event
// word, or a word of a resolved name.
type Term struct {
	ID     int32
	Token  int32   // the token it stands at, in its source's document
	Weight float32 // rarity in news and in this story, 0 or more, a multiple of 1/64
}

// Passage is a sentence as alignment sees it.
type Passage struct {
	Source, Sentence int
	Terms            []Term // sorted by ID, distinct
	Weight           float64
	Mute             bool   // boilerplate: takes no part
	Claims           []int  // indices into Story.Claims, by sort and then in text order
	Links            []Link // counterparts in this or other sources, mutual: its own choice best first, then those that chose it
}

// Link is a counterpart of a passage.
type Link struct {
	To    int     // index into Story.Passages
	Dice  float64 // 2*shared/(a+b), term weights, 0..1: 1 for the same words
	Cover float64 // shared/min(a,b), 0..1: 1 when one is contained in the other
}

// SameTelling is the Link.Dice from which two sentences tell the same thing. Two
// reports of one event have such a pair: of 380 pairs of reports that belong
// together all but three, of 43 that only tell of the same kind of event 16.
const SameTelling = 0.30

// Sort says what sort of value a claim carries.
type Sort uint8

// The sorts of claims.
const (
	NoSort    Sort = iota
	Figure         // a quantity: Mention indexes Document.Quantities
	Moment         // a date or time: Document.Times
	Naming         // a name in a slot: Document.Names
	Saying         // direct speech: Document.Quotations
	Part           // a role of an entity: Document.Roles
	Statement      // a predicate with its arguments: Document.Clauses
)

var sorts = [...]string{"", "figure", "moment", "naming", "saying", "part", "statement"}

// String is the sort's word in JSON.
func (s Sort) String() string { return sorts[s] }

// Claim is one checkable statement of one source: who or what, event, value,
// when, where, by whose word, and how certain.
type Claim struct {
	Sort        Sort
	Source      int
	Passage     int      // index into Story.Passages
	Clause      int      // index into Document.Clauses; -1 if none
	Mention     int      // index into the document's slice that Sort names
	Span        nlp.Span // the shortest stretch that carries the value and says what it measures
	First, Last int      // tokens of Span

	Event   string         // class or lemma of the governing verb; "" in a fragment
	Subject nlp.Span       // the clause's subject; empty if none
	When    int            // index into Document.Times of the clause's time; -1 if none
	Where   int            // index into Document.Names of the clause's place; -1 if none
	Stance  nlp.StanceKind // how far the source stands behind it
	Speaker *nlp.Speaker   // by whose word; nil if the source's own
	Terms   []Term         // content words of the clause without the value, sorted by ID, distinct
	Weight  float64        // sum of their weights
}

// Document is the document the claim stands in.
func (s *Story) Document(c *Claim) *nlp.Document { return s.Sources[c.Source].Doc }

// Text is the claim's words.
func (s *Story) Text(c *Claim) string { return s.Document(c).Text(c.Span) }

// PassageText is the words of the passage with index i.
func (s *Story) PassageText(i int) string {
	p := &s.Passages[i]
	doc := s.Sources[p.Source].Doc
	return doc.Text(doc.Sentences[p.Sentence].Span)
}

// Evidence is the claim as a piece of evidence.
func (c *Claim) Evidence() Evidence { return Evidence{Source: c.Source, Span: c.Span} }

// Pair is two claims of one sort in passages that are counterparts of each
// other, in the order of Ordered.
type Pair struct {
	A, B *Claim
	Link Link    // how alike the two sentences are
	Dice float64 // how alike the two clauses are, without the values: 2*shared/(a+b)
}

// Pairs calls yield for every pair of claims of the sort in linked passages,
// of two sources or of two passages of one source, each pair once, in a fixed
// order. Statements that have hardly a word in common are no pair.
func (s *Story) Pairs(sort Sort, yield func(Pair)) {
	switch sort {
	case Statement:
		for _, p := range s.statements {
			yield(p)
		}
	case Naming:
		for _, p := range s.namings {
			yield(p)
		}
	default:
		s.pairs(sort, yield)
	}
}

// fewestCommon is the likeness below which two statements are no pair: clauses
// that share a chance word.
const fewestCommon = 0.10

// SetPairs finds the pairs of the sorts that several detectors look at, once for
// all of them. It is the last step of alignment.
func (s *Story) SetPairs() {
	s.statements = make([]Pair, 0, len(s.Claims))
	s.pairs(Statement, func(p Pair) {
		if p.Dice >= fewestCommon {
			s.statements = append(s.statements, p)
		}
	})
	s.namings = make([]Pair, 0, len(s.Claims))
	s.pairs(Naming, func(p Pair) { s.namings = append(s.namings, p) })
}

func (s *Story) pairs(sort Sort, yield func(Pair)) {
	for i := range s.Passages {
		for _, l := range s.Passages[i].Links {
			if l.To <= i {
				continue
			}
			s.pairsOf(sort, i, l, yield)
		}
	}
}

// pairsOf yields the pairs of passage i with one counterpart.
func (s *Story) pairsOf(sort Sort, i int, l Link, yield func(Pair)) {
	for _, a := range s.Passages[i].Claims {
		if s.Claims[a].Sort != sort {
			continue
		}
		for _, b := range s.Passages[l.To].Claims {
			if s.Claims[b].Sort == sort {
				ca, cb := s.Ordered(&s.Claims[a], &s.Claims[b])
				yield(Pair{A: ca, B: cb, Link: l, Dice: Dice(ca.Terms, cb.Terms, ca.Weight, cb.Weight)})
			}
		}
	}
}

// Ordered returns two claims ordered by their words, then by those of their
// sentences: what a finding says of a pair must not depend on the order in
// which the sources were given.
func (s *Story) Ordered(a, b *Claim) (*Claim, *Claim) {
	if c := strings.Compare(s.Text(a), s.Text(b)); c > 0 || c == 0 && s.PassageText(a.Passage) > s.PassageText(b.Passage) {
		return b, a
	}
	return a, b
}

// Shared is the summed weight of the terms that both lists hold; each is
// sorted by ID and distinct.
func Shared(a, b []Term) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].ID < b[j].ID:
			i++
		case a[i].ID > b[j].ID:
			j++
		default:
			sum += float64(a[i].Weight)
			i++
			j++
		}
	}
	return sum
}

// Dice is 2*shared/(a+b): 1 for the same terms, 0 for none in common.
func Dice(a, b []Term, weightA, weightB float64) float64 {
	if weightA+weightB == 0 {
		return 0
	}
	return 2 * Shared(a, b) / (weightA + weightB)
}
