package mention

import (
	"sort"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// Stances sets doc.Stances: the cues of negation, hedge, allegation, hearsay,
// plan and denial, each with the tokens it governs. It reads tags and
// quotations; a cue inside a quotation does not reach out of it.
//
// Which words are cues stands in lexicon.Stance; the rule for each sort is a
// case of stanceFinder.word, its scope one of the functions in
// stance_scope.go.
func Stances(doc *nlp.Document) {
	f := stanceFinder{doc: doc}
	f.quotes()
	for s := range doc.Sentences {
		sent := &doc.Sentences[s]
		f.s, f.first, f.last, f.heading = s, sent.First, sent.Last, sent.Heading
		f.verbSeen = false
		for t := sent.First; t < sent.Last; t++ {
			norm := doc.Tokens[t].Norm
			if sort := lexicon.Stance(norm); sort != lexicon.NoStance {
				f.word(t, sort)
			} else if norm == "to" && f.heading {
				f.headlinePlan(t)
			} else if norm == "going" && f.is(t+1, "to") && f.tag(t+2) == "VB" {
				f.rest(nlp.Planned, t, t+2)
			} else if norm == "to" && f.beBefore(t) >= 0 && (f.tag(t+1) == "VB" || f.is(t+1, "be")) {
				f.rest(nlp.Planned, f.beBefore(t), t+1)
			}
			if doc.Tokens[t].Tag.IsFinite() {
				f.verbSeen = true
			}
		}
	}
	s := doc.Stances
	sort.SliceStable(s, func(i, j int) bool { return s[i].Start < s[j].Start })
}

// stanceFinder is the state of one call of Stances; its methods look at one
// sentence at a time.
type stanceFinder struct {
	doc         *nlp.Document
	quote       []int32 // by token: 1-based index of the quotation of speech it stands in
	s           int     // sentence
	first, last int     // its tokens
	heading     bool
	verbSeen    bool // a finite verb stood before the token
}

func (f *stanceFinder) quotes() {
	f.quote = make([]int32, len(f.doc.Tokens))
	for i, q := range f.doc.Quotations {
		for t := q.First; t < q.Last; t++ {
			f.quote[t] = int32(i + 1)
		}
	}
}

func (f *stanceFinder) tag(t int) nlp.Tag {
	if t < f.first || t >= f.last {
		return ""
	}
	return f.doc.Tokens[t].Tag
}

func (f *stanceFinder) norm(t int) string {
	if t < f.first || t >= f.last {
		return ""
	}
	return f.doc.Tokens[t].Norm
}

func (f *stanceFinder) is(t int, words ...string) bool {
	n := f.norm(t)
	for _, w := range words {
		if n == w && n != "" {
			return true
		}
	}
	return false
}

func isBe(norm string) bool {
	switch norm {
	case "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m", "am":
		return true
	}
	return false
}

// beBefore is the token of a form of be right before t, over adverbs, or -1.
func (f *stanceFinder) beBefore(t int) int {
	for k := t - 1; k >= f.first && k >= t-3; k-- {
		if n := f.norm(k); isBe(n) && (n != "'s" || f.tag(k).IsVerb()) {
			return k
		}
		if !f.tag(k).IsAdverb() {
			return -1
		}
	}
	return -1
}

// add records a stance: cue [c, e), scope [first, last).
func (f *stanceFinder) add(kind nlp.StanceKind, c, e, first, last int) {
	if q := f.quote[c]; q != 0 {
		r := &f.doc.Quotations[q-1]
		first, last = max(first, r.First), min(last, r.Last)
	}
	first, last = min(first, c), max(last, min(e, f.last))
	f.doc.Stances = append(f.doc.Stances, nlp.Stance{
		Span:     f.doc.TokenSpan(c, min(e, f.last)),
		Kind:     kind,
		Sentence: f.s,
		First:    first,
		Last:     last,
	})
}

// rest records a stance that reaches from the cue to the end of its clause.
func (f *stanceFinder) rest(kind nlp.StanceKind, c, e int) {
	f.add(kind, c, e, c, f.clauseEnd(e, false))
}

// belief records a stance that takes a that-clause in.
func (f *stanceFinder) belief(kind nlp.StanceKind, c, e int) {
	f.add(kind, c, e, c, f.clauseEnd(e, true))
}

// around records a stance over the whole clause the cue stands in.
func (f *stanceFinder) around(kind nlp.StanceKind, c, e int) {
	last := f.clauseEnd(e, false)
	if f.is(e, ",") && (c == f.first || f.is(c-1, ",")) { // "Reportedly, he", ", reportedly,": an aside
		last = f.clauseEnd(e+1, false)
	}
	start := c
	if f.is(c-1, ",") {
		start--
	}
	f.add(kind, c, e, f.clauseStart(start), last)
}

// phrase records a stance over the noun phrase that begins at the cue.
func (f *stanceFinder) phrase(kind nlp.StanceKind, c int) {
	f.add(kind, c, c+1, c, f.phraseEnd(c+1))
}

// beforeNoun reports whether the word at t stands before a noun it describes.
func (f *stanceFinder) beforeNoun(t int) bool {
	for k := t + 1; k < t+4; k++ {
		tag := f.tag(k)
		if tag.IsNoun() {
			return true
		}
		if !tag.IsAdjective() && tag != "CD" && tag != "VBG" && tag != "VBN" && tag != "$" {
			return false
		}
	}
	return false
}

// word applies the rule of the word's sort.
func (f *stanceFinder) word(t int, sort lexicon.StanceSort) {
	switch sort {
	case lexicon.NotWord, lexicon.NeverWord, lexicon.NoWord, lexicon.WithoutWord, lexicon.CannotWord, lexicon.FailVerb, lexicon.UnableWord:
		f.negation(t, sort)
	case lexicon.MayModal, lexicon.WillModal, lexicon.WouldModal:
		f.modal(t, sort)
	case lexicon.HedgeAdverb, lexicon.HedgeAdjective, lexicon.HedgeBelief, lexicon.HedgeSeem, lexicon.HedgeClause, lexicon.HedgeNoun, lexicon.UnclearWord:
		f.hedge(t, sort)
	case lexicon.PlanVerb, lexicon.PlanReady:
		f.plan(t, sort)
	default:
		f.allegation(t, sort)
	}
}

func (f *stanceFinder) negation(t int, sort lexicon.StanceSort) {
	next := f.norm(t + 1)
	switch sort {
	case lexicon.NotWord:
		switch next {
		case "only", "just", "merely", "simply", "least", "to", "until", "till", "solely", "necessarily", "even", "surprisingly", "unlike":
			if next == "to" && !f.is(t+2, "mention") {
				f.rest(nlp.Negated, t, t+1)
			}
			if next == "even" || next == "necessarily" {
				f.rest(nlp.Negated, t, t+1)
			}
			return
		}
		if f.is(t-1, "if", "whether") || f.is(t-1, "or") && f.is(t-2, "whether") || f.is(t+1, "but") && f.is(t-1, "can") {
			return
		}
		if f.untilAhead(t) {
			return
		}
		if f.is(t+1, "more", "less", "fewer") && f.is(t+2, "than") {
			return
		}
		f.rest(nlp.Negated, t, t+1)
	case lexicon.NeverWord:
		if f.is(t, "nothing") && f.is(t+1, "but", "short") || f.is(t, "never") && f.is(t+1, "mind") || f.is(t, "none") && f.is(t+1, "other") || f.is(t, "nowhere") && f.is(t+1, "near") {
			return
		}
		if f.untilAhead(t) {
			return
		}
		f.object(t)
	case lexicon.NoWord:
		switch next {
		case "doubt", "matter", "wonder", "less", "fewer", "more", "later", "earlier", "sooner", "question", "surprise", "stranger", "secret", ".", "'s", ",", "longer":
			if next == "longer" || next == "more" && !f.is(t+2, "than") {
				f.rest(nlp.Negated, t, t+2)
			}
			return
		}
		if f.tag(t+1) == "CD" && f.doc.Tokens[t].Text == "No" || f.is(t-1, "or", "said", "say", "says") && f.isStop(t+1) {
			return
		}
		f.object(t)
	case lexicon.WithoutWord:
		if f.is(t+1, "doubt", "question") || f.is(t+1, "a") && f.is(t+2, "doubt") {
			return
		}
		f.rest(nlp.Negated, t, t+1)
	case lexicon.CannotWord:
		if !f.is(t+1, "but", "only") {
			f.rest(nlp.Negated, t, t+1)
		}
	case lexicon.FailVerb:
		if f.is(t+1, "to") && !f.notBefore(t) {
			f.rest(nlp.Negated, t, t+2)
		}
	case lexicon.UnableWord:
		if f.is(t+1, "to") {
			f.rest(nlp.Negated, t, t+2)
		}
	}
}

// object records a negation that may stand in the object: then the verb
// before it is negated as well ("found no trace", "listened to nobody").
func (f *stanceFinder) object(t int) {
	end := f.clauseEnd(t+1, false)
	first := t
	for k := t - 1; k >= f.first && k >= t-3; k-- {
		tag := f.tag(k)
		if tag.IsVerb() {
			first = k
			break
		}
		if tag != "IN" && tag != "TO" && tag != "RP" {
			break
		}
	}
	for k := t + 1; k < end && first < t; k++ {
		switch tag := f.tag(k); {
		case tag.IsFinite():
			first = t // a subject: "said no one was hurt"
		case tag == "IN" || tag == "WDT" || tag == "WP":
			k = end
		}
	}
	f.add(nlp.Negated, t, t+1, first, end)
}

// untilAhead reports "until" later in the clause: "did not arrive until
// Monday" says that it arrived.
func (f *stanceFinder) untilAhead(t int) bool {
	for k := t + 1; k < f.last && k < t+maxUntil; k++ {
		switch f.norm(k) {
		case "until", "till", "unless":
			return f.norm(k) != "unless"
		case ",", ";", ":":
			return false
		}
	}
	return false
}

// maxUntil bounds the words between "not" and "until".
const maxUntil = 12

func (f *stanceFinder) notBefore(t int) bool {
	for k := t - 1; k >= f.first && k >= t-3; k-- {
		if f.is(k, "not", "n't", "never", "cannot") {
			return true
		}
		if !f.tag(k).IsVerb() && !f.tag(k).IsAdverb() && f.tag(k) != "MD" {
			return false
		}
	}
	return false
}

func (f *stanceFinder) isStop(t int) bool { return t >= f.last || f.is(t, ".", "!", "?", ",") }

func (f *stanceFinder) modal(t int, sort lexicon.StanceSort) {
	negated := f.is(t+1, "not", "n't", "never")
	switch sort {
	case lexicon.MayModal:
		if f.is(t, "may") && !f.modalMay(t) || f.is(t, "might") && !f.tag(t+1).IsVerb() && !f.tag(t+1).IsAdverb() && f.tag(t) != "MD" {
			return
		}
		if f.is(t, "could") && (negated || isPerception(f.norm(t+1)) || f.is(t+1, "be") && isPerception(f.norm(t+2))) {
			return
		}
		if f.is(t+1, "be") && f.is(t+2, "best", "better") && f.tag(t+3) == "VBN" {
			return // "may be best known for"
		}
		f.rest(nlp.Hedged, t, t+1)
	case lexicon.WillModal:
		if f.is(t, "will") && (f.tag(t).IsNoun() || f.tag(t-1) == "DT" || f.tag(t-1) == "PRP$") || f.is(t, "wo") && !negated || f.doc.Tokens[t].Text == "Will" && f.tag(t) != "MD" {
			return
		}
		f.rest(nlp.Planned, t, t+1)
	case lexicon.WouldModal:
		if f.is(t, "'d") && (f.tag(t) != "MD" || f.tag(t+1) == "VBN") {
			return // "they'd lost" is "they had lost"
		}
		if f.is(t+1, "have") || f.is(t+2, "have") && f.tag(t+1).IsAdverb() {
			f.rest(nlp.Hedged, t, t+1)
			return
		}
		f.rest(nlp.Planned, t, t+1)
	}
}

// modalMay tells the modal from the month and the name.
func (f *stanceFinder) modalMay(t int) bool {
	next := f.tag(t + 1)
	if f.doc.Tokens[t].Text == "may" {
		return true
	}
	if f.doc.Tokens[t].Text != "May" || next == "CD" || f.is(t-1, "in", "last", "this", "since", "of", "until", "by", "mid", "early", "late", "ms", "mrs", "ms.", "mrs.", "theresa", "and", "on", "next") {
		return false
	}
	return f.tag(t) == "MD" && (next == "VB" || f.is(t+1, "not", "be", "have"))
}

func isPerception(norm string) bool {
	switch norm {
	case "see", "hear", "feel", "smell", "seen", "heard", "felt", "hardly", "barely", "afford":
		return true
	}
	return false
}

func (f *stanceFinder) plan(t int, sort lexicon.StanceSort) {
	if sort == lexicon.PlanReady {
		be := f.beBefore(t)
		if f.is(t+1, "to") && f.tag(t+2) == "VB" && (be >= 0 || f.heading || f.is(t, "about", "due", "scheduled", "slated", "poised")) && !(f.is(t, "due") && f.is(t+3, "of")) {
			if be < 0 {
				be = t
			}
			f.rest(nlp.Planned, be, t+2)
		} else if f.is(t, "scheduled", "slated", "due") && (f.is(t+1, "for", "on", "in") || f.is(t, "due") && f.is(t+1, "back", "out")) {
			f.rest(nlp.Planned, t, t+1)
		}
		return
	}
	if f.is(t, "planned", "proposed", "threatened", "intended", "expected") && f.beforeNoun(t) && !f.is(t+1, "to") && f.beBefore(t) < 0 {
		f.phrase(nlp.Planned, t)
		return
	}
	if !f.is(t+1, "to") {
		return
	}
	if f.tag(t+2) != "VB" && !f.is(t+2, "be", "have") {
		return
	}
	c := t
	if be := f.beBefore(t); be >= 0 {
		c = be
	}
	f.rest(nlp.Planned, c, t+2)
}

// headlinePlan reads "Firm to cut jobs": in a headline an infinitive after
// the subject is a plan.
func (f *stanceFinder) headlinePlan(t int) {
	if f.verbSeen || t == f.first || f.tag(t+1) != "VB" {
		return
	}
	if prev := f.tag(t - 1); !prev.IsNoun() && prev != "CD" {
		return
	}
	if k := t - 1; f.is(k, "plan", "plans", "bid", "move", "effort", "efforts", "deal", "way", "ways", "right", "attempt", "attempts", "time", "ability", "chance", "decision", "vote", "call", "calls", "how", "threat", "offer") {
		return
	}
	f.rest(nlp.Planned, t, t+1)
}
