// Package compare holds the types that documents become on their way to
// findings: Story, Claim, Pair, Discrepancy, Finding, Omission, Agreement. The
// steps stand in the packages below it: claim extracts, align brings together,
// detect holds a detector for each kind, fold makes findings of what they
// report, and engine runs them all.
package compare

import (
	"github.com/factdiff/factdiff/nlp"
)

// Kind is a kind of difference, in the words of the annotation guidelines.
type Kind uint8

// The kinds, in report order.
const (
	NoKind Kind = iota
	Number
	Date
	Place
	NameKind
	List
	Outcome
	Certainty
	AttributionKind
	Quote
	RoleKind
	Description
)

var kinds = [...]string{"", "number", "date", "place", "name", "list", "outcome", "certainty", "attribution", "quote", "role", "description"}

// String is the kind's word in JSON, flags and messages.
func (k Kind) String() string { return kinds[k] }

// Kinds lists all kinds in report order.
func Kinds() []Kind {
	all := make([]Kind, 0, len(kinds)-1)
	for k := Number; int(k) < len(kinds); k++ {
		all = append(all, k)
	}
	return all
}

// ParseKind is the inverse of Kind.String; ok is false for an unknown word.
func ParseKind(s string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.String() == s {
			return k, true
		}
	}
	return NoKind, false
}

// Verdict says what a difference means.
type Verdict uint8

// The verdicts, worst first. NoVerdict is the zero value.
const (
	NoVerdict Verdict = iota
	Conflict
	Update
	Tension
	Compatible
)

var verdicts = [...]string{"", "conflict", "update", "tension", "compatible"}

// String is the verdict's word in JSON, flags and messages.
func (v Verdict) String() string { return verdicts[v] }

// ParseVerdict is the inverse of Verdict.String; ok is false for an unknown word.
func ParseVerdict(s string) (Verdict, bool) {
	for v := Conflict; int(v) < len(verdicts); v++ {
		if v.String() == s {
			return v, true
		}
	}
	return NoVerdict, false
}

// Evidence is a stretch of one source's text.
type Evidence struct {
	Source int // index into Story.Sources
	Span   nlp.Span
}

// Position is one answer to a finding's question, with everything that
// carries it in every source that gives it.
type Position struct {
	Value    string // the shortest wording among the evidence: "27 people"
	Norm     string // normalised value: part of the finding's id, equal for equal values
	Evidence []Evidence
}

// Finding is one question with two or more positions, those with most sources
// first.
type Finding struct {
	Kind       Kind
	Verdict    Verdict
	Subject    string  // what the question is about: "people injured"
	Question   string  // "How many people were injured?"
	Why        string  // the reason for the verdict, in one line
	Internal   bool    // the difference stands inside one report: no two reports stand against each other
	Confidence float64 // 0..1, how sure the tool is that this is a difference worth a look
	Positions  []Position
}

// Omission is a detail that some sources give and others leave out.
type Omission struct {
	Detail      string  // as the first evidence words it, in one line
	Why         string  // where nothing like it stands, or not all of it, in one line
	Importance  float64 // 0..1, what a reader misses
	MissingFrom []int   // indices into Story.Sources, ascending
	Evidence    []Evidence
}

// Agreement is a fact that two or more sources share.
type Agreement struct {
	Detail   string // the shortest of the sentences, in one line
	Sources  []int  // ascending
	Origins  int    // independent origins among them: near-copies count once
	Evidence []Evidence
}

// Result is everything that comparing a story brings to light, each list in
// order of importance.
type Result struct {
	Sources    []Source
	Passages   []Passage // the sentences of all sources with their counterparts, source by source
	Origins    [][]int   // sources that are near-copies of one another, each list ascending
	Findings   []Finding
	Omissions  []Omission
	Agreements []Agreement
}

// Discrepancy is what a detector reports: two pieces of evidence that take
// different positions on one question. Folding makes findings of them; two
// sides with one Norm are no difference.
type Discrepancy struct {
	Kind     Kind
	Verdict  Verdict
	Subject  string
	Question string
	Why      string
	Score    float64 // 0..1 confidence
	A, B     Side
}

// Side is one side of a discrepancy.
type Side struct {
	Evidence Evidence
	Norm     string // normalised value: equal for equal values
}
