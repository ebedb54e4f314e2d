// Package nlp holds the types that a report becomes on its way from bytes to
// claims: Article (what was received), Document (what was found in it), and
// the tokens, sentences, mentions and clauses of a document. It holds types
// and accessors only; the steps that fill them stand in the packages below it
// (source, segment, tag, mention, clause) and are named in order in english.
//
// Conventions, for every type: a Span is half-open bytes of Article.Text; a
// range of tokens is First, Last, half-open indices into Document.Tokens; an
// index that points nowhere is -1. Document.Validate holds a document to them.
package nlp

import "github.com/factdiff/factdiff/nlp/value"

// Document is an article with everything that was found in it. It is built
// once, by english.Analyze, and read-only after. All slices but Entities are
// ordered by Span.Start.
type Document struct {
	Article *Article

	Tokens    []Token
	Sentences []Sentence

	Names        []Name        // mentions of named things
	Entities     []Entity      // the named things themselves, in order of first mention
	Roles        []Role        // titles, jobs, nationalities and parts given to entities
	Times        []Time        // dates, weekdays, clock times, relative times
	Quantities   []Quantity    // numbers with what they count; never inside a Time
	Quotations   []Quotation   // direct speech
	Attributions []Attribution // indirect speech: what is given on somebody's word
	Clauses      []Clause      // one for each finite or reduced predicate
	Stances      []Stance      // negation, hedge, allegation, plan, denial, each with its scope
}

// Token is a word, number or punctuation mark. Tokens and what
// stands between them, white space and invisible signs, rebuild Article.Text
// exactly.
type Token struct {
	Span
	Text  string // the bytes as they stand in the text
	Norm  string // lower-case, quotes and dashes in ASCII
	Lemma string // lower-case base form; equals Norm where none is known
	Tag   Tag    // Penn tag
}

// Tag is a Penn Treebank part-of-speech tag: "NN", "VBD", "“", ...
type Tag string

// IsNoun reports NN, NNS, NNP and NNPS.
func (t Tag) IsNoun() bool { return len(t) >= 2 && t[:2] == "NN" }

// IsProper reports NNP and NNPS.
func (t Tag) IsProper() bool { return len(t) >= 3 && t[:3] == "NNP" }

// IsVerb reports VB, VBD, VBG, VBN, VBP, VBZ (not MD).
func (t Tag) IsVerb() bool { return len(t) >= 2 && t[:2] == "VB" }

// IsFinite reports a finite verb: MD, VBD, VBP, VBZ.
func (t Tag) IsFinite() bool { return t == "MD" || t == "VBD" || t == "VBP" || t == "VBZ" }

// IsAdjective reports JJ, JJR and JJS.
func (t Tag) IsAdjective() bool { return len(t) >= 2 && t[:2] == "JJ" }

// IsAdverb reports RB, RBR and RBS (not RP).
func (t Tag) IsAdverb() bool { return len(t) >= 2 && t[:2] == "RB" }

// Sentence is a stretch that ends in a stop, or a heading.
type Sentence struct {
	Span
	First, Last int  // tokens
	Paragraph   int  // 0 is the headline
	Heading     bool // headline or a line of its own without a final stop
	Boilerplate bool // scraping residue: "Read more", captions, credits, newsletter notices
}

// EntityType says what sort of thing a name names.
type EntityType uint8

// The types. Unknown is the zero value: a name whose type nothing shows.
const (
	UnknownType  EntityType = iota
	Person                  // Olaf Holm
	Organisation            // Norvane, the FBI, Lund Harbour Group
	Group                   // Velvet Heron, the Taliban, the Orsk Rovers
	Place                   // Germany, Orsk, the Rhine, Kelm Province
	Product                 // Sputnik V, the Tern 300, COVID-19
	Event                   // Paris Peace Forum, World War II
	Nationality             // Russian, North Korean, Republican
)

var entityTypes = [...]string{"unknown", "person", "organisation", "group", "place", "product", "event", "nationality"}

// String is the type's lower-case word.
func (t EntityType) String() string { return entityTypes[t] }

// Name is one mention of a named thing.
type Name struct {
	Span
	First, Last int // tokens, without title ("Mr", "President") and without possessive 's
	Sentence    int
	Type        EntityType
	Entity      int // index into Document.Entities, never -1
}

// Entity is a named thing with all its mentions in one document: resolved by
// surname, acronym, apposition and "called X or Y".
type Entity struct {
	Type      EntityType
	Canonical string   // longest form, without title: "Olaf Holm"
	Aliases   []string // all distinct forms used, canonical included, sorted
	Mentions  []int    // indices into Document.Names, ascending
}

// Role is a description a document gives of an entity: "Norvane's vice
// president of customer security", "the 42-year-old driver", "Russian".
type Role struct {
	Span        // the describing words only
	First, Last int
	Sentence    int
	Entity      int    // index into Document.Entities
	Name        int    // index into Document.Names: the mention it stands at
	Head        string // lemma of the head noun: "president"
}

// Time is a mention of a date or time.
type Time struct {
	Span
	First, Last int
	Sentence    int
	Value       value.Time
}

// Quantity is a mention of a number with its comparator and unit.
type Quantity struct {
	Span        // comparator, number and unit: "nearly seven", "$2.5 billion", "40-metre"
	First, Last int
	Sentence    int
	Value       value.Quantity
	Noun        int // token of the head noun that is counted or measured; -1 if none
	NounFirst   int // first token of that noun phrase after the number; equals NounLast if none
	NounLast    int
}

// Quotation is a stretch of direct speech.
type Quotation struct {
	Span             // with its quotation marks
	Inner       Span // without them
	First, Last int  // tokens of Inner
	Sentence    int  // the sentence it begins in
	Speaker     Speaker
	Scare       bool // a word or name in quotation marks rather than speech
}

// Attribution is indirect speech: the stretch that is given on somebody's word.
type Attribution struct {
	Span        // what is said, without the speaker and cue
	First, Last int
	Sentence    int
	Speaker     Speaker
}

// Speaker says on whose word something is given.
type Speaker struct {
	Span             // the words naming the speaker; empty if unknown
	Entity    int    // index into Document.Entities; -1 for "officials", "police", unknown
	Head      string // lemma of the head noun of a speaker without a name: "official"
	Cue       int    // token of the verb or "according"; -1 if none
	Occasion  Span   // "in a blog post", "at a news conference", "on Twitter"; empty if none
	Inherited bool   // resolved from a pronoun or an earlier sentence
}

// StanceKind says how far the document stands behind a stretch.
type StanceKind uint8

// The kinds of stance. Asserted is the zero value: no mark at all.
const (
	Asserted StanceKind = iota
	Negated             // did not, no, never, without
	Hedged              // may, might, could, likely, believed to, appears, feared
	Alleged             // alleged, accused of, suspected, charged with
	Reported            // reportedly, media outlets report, according to reports
	Planned             // will, is to, plans to, expected to, would
	Denied              // denied, rejected, dismissed
)

var stanceKinds = [...]string{"asserted", "negated", "hedged", "alleged", "reported", "planned", "denied"}

// String is the kind's lower-case word.
func (k StanceKind) String() string { return stanceKinds[k] }

// Stance is a cue with the tokens it governs.
type Stance struct {
	Span        // the cue: "may have", "allegedly", "is expected to"
	Kind        StanceKind
	Sentence    int
	First, Last int // tokens in its scope, the cue itself included
}

// Clause is a predicate with its arguments, from shallow parsing. A noun
// phrase range that is missing is empty (First == Last).
type Clause struct {
	Span
	First, Last int // tokens
	Sentence    int
	Parent      int // clause it depends on (complement, relative, adverbial); -1 for a main clause
	Verb        int // token of the main verb; -1 for a verbless headline or fragment
	VerbFirst   int // verb group with auxiliaries, adverbs and particle: [VerbFirst, VerbLast)
	VerbLast    int
	Passive     bool
	Subject     Range   // surface subject; for a relative clause the noun it modifies
	Object      Range   // direct object or predicate complement
	Obliques    []Range // prepositional phrases, preposition first
}

// Range is a half-open range of tokens.
type Range struct{ First, Last int }

// Empty reports whether the range holds no token.
func (r Range) Empty() bool { return r.Last <= r.First }

// Text returns the bytes of a span.
func (d *Document) Text(s Span) string { return d.Article.Text[s.Start:s.End] }

// TokenSpan is the span from the first to the last token of [first, last); it
// is empty when the range is.
func (d *Document) TokenSpan(first, last int) Span {
	if last <= first {
		return Span{}
	}
	return Span{d.Tokens[first].Start, d.Tokens[last-1].End}
}

// SentenceOf is the index of the sentence that holds the token, or -1.
func (d *Document) SentenceOf(token int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].Last <= token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && d.Sentences[lo].First <= token {
		return lo
	}
	return -1
}
