package compare

import "github.com/factdiff/factdiff/nlp"

// Story is the sources of one event with their claims, aligned across all
// sources. It is built by align.Story and read-only for the detectors.
type Story struct {
	Sources  []Source
	Entities []Entity  // named things of the whole story
	Passages []Passage // the sentences of all sources, source by source
	Claims   []Claim   // source by source, in text order within each sort
	Terms    int       // number of distinct terms: term ids are below it
}

// Source is one report of a story.
type Source struct {
	ID       string // "a", "b", ...: short, stable within the story
	Doc      *nlp.Document
	Passages Range // of Story.Passages: passage of sentence i is Passages.First + i
	Claims   Range // of Story.Claims
	Entity   []int // story entity of each document entity
	Origin   int   // the lowest source that this one nearly copies, itself included
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
	Weight float32 // rarity in news and in this story
}

// Passage is a sentence as alignment sees it.
type Passage struct {
	Source, Sentence int
	Terms            []Term // sorted by ID, distinct
	Weight           float64
	Mute             bool   // boilerplate: takes no part
	Links            []Link // counterparts in this or other sources, best first
}

// Link is a counterpart of a passage.
type Link struct {
	To    int     // index into Story.Passages
	Dice  float64 // 2*shared/(a+b), term weights: 1 for the same words
	Cover float64 // shared/min(a,b): 1 when one is contained in the other
}

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

// Evidence is the claim as a piece of evidence.
func (c *Claim) Evidence() Evidence { return Evidence{Source: c.Source, Span: c.Span} }
