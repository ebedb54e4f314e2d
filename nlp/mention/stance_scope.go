package mention

import (
	"sort"

	"github.com/factdiff/factdiff/nlp"
)

// maxStanceReach bounds a scope, in tokens to either side of its cue. Clauses
// in news text are shorter; the bound keeps the search linear.
const maxStanceReach = 64

// clauseEnd is the token after the clause that goes on at t: it ends at a
// stop, semicolon, colon or dash, at a comma that does not just join a list,
// at a conjunction that begins another predicate, and at a subordinate clause.
// With that, a clause of what is said or believed belongs to it.
func (f *stanceFinder) clauseEnd(t int, that bool) int {
	end := min(f.last, t+maxStanceReach)
	for k := t; k < end; k++ {
		tok := &f.doc.Tokens[k]
		switch tok.Norm {
		case ".", "!", "?", ";", ":", "-", "--", "...", "(", ")":
			return k
		case ",":
			if !f.listComma(k, end) {
				return k
			}
		case "and", "or", "but", "nor", "yet":
			if k > t && (tok.Norm == "but" && f.tag(k) == "CC" || f.newPredicate(k, end)) && !f.subjectGoesOn(t, k) {
				return k
			}
		case "that", "whether":
			if k > t && !that && f.tag(k) == "IN" && !f.tag(k-1).IsNoun() && f.tag(k-1) != "RB" && !f.tag(k-1).IsVerb() && !f.tag(k-1).IsAdjective() {
				return k
			}
		case "because", "although", "though", "while", "whereas", "unless", "who", "which":
			if k > t {
				return k
			}
		case "after", "before", "when", "since", "as", "until", "if", "where":
			if k > t && f.subordinate(k, end) {
				return k
			}
		}
		if f.quote[k] != 0 && k > t && f.quote[k] != f.quote[k-1] {
			if q := &f.doc.Quotations[f.quote[k]-1]; !q.Scare && f.is(k-2, ",") {
				return k
			}
		}
	}
	return end
}

// subjectGoesOn reports that the conjunction at k joins two nouns of a negated
// subject: "no link between the cheese and the illnesses has been shown".
func (f *stanceFinder) subjectGoesOn(t, k int) bool {
	if !f.is(t-1, "no", "neither", "none", "not") || f.is(k, "but") || f.tag(k+1).IsVerb() || f.tag(k+1) == "MD" {
		return false
	}
	if f.is(t-1, "not") && !f.is(t, "one", "a", "all") {
		return false
	}
	for j := t; j < k; j++ {
		if f.tag(j).IsVerb() || f.tag(j) == "MD" {
			return false
		}
	}
	return true
}

// listComma reports a comma between the members of a list: a short stretch
// without a verb up to another comma or a conjunction.
func (f *stanceFinder) listComma(c, end int) bool {
	if c+1 >= end || f.is(c+1, "and", "or", "but", "so", "who", "which", "while", "where") {
		return f.is(c+1, "and", "or") && !f.newPredicate(c+1, end) && f.listBefore(c)
	}
	for k := c + 1; k < end && k <= c+maxListMember; k++ {
		tag := f.tag(k)
		switch {
		case f.is(k, "and", "or"):
			return !f.newPredicate(k, end)
		case f.is(k, ","):
			return k > c+1 && k+1 < end && (f.is(k+1, "and", "or") && !f.newPredicate(k+1, end) || f.listComma1(k, end))
		case tag.IsFinite() || tag == "IN" || tag == "WP" || tag == "WDT" || tag == "PRP" || tag == "RB" || tag == "VBG":
			return false
		}
	}
	return false
}

// maxListMember bounds the words of a member of a list.
const maxListMember = 5

// listComma1 looks one member further.
func (f *stanceFinder) listComma1(c, end int) bool {
	for k := c + 1; k < end && k <= c+maxListMember; k++ {
		if f.is(k, "and", "or") {
			return !f.newPredicate(k, end)
		}
		tag := f.tag(k)
		if f.is(k, ",") || tag == "IN" || tag == "MD" || tag == "PRP" || tag == "RB" || tag.IsVerb() {
			return f.is(k, ",") && f.is(k+1, "and", "or")
		}
	}
	return false
}

// listBefore reports a comma shortly before the comma at c.
func (f *stanceFinder) listBefore(c int) bool {
	for k := c - 1; k > f.first && k >= c-maxListMember; k-- {
		if f.is(k, ",") {
			return true
		}
	}
	return false
}

// newPredicate reports that the conjunction at k joins a finite predicate, with
// or without its subject, rather than nouns or infinitives.
func (f *stanceFinder) newPredicate(k, end int) bool {
	for j := k + 1; j < end && j <= k+maxSubject; j++ {
		switch tag := f.tag(j); {
		case tag.IsFinite():
			return true
		case tag == "VB" || tag == "TO" || tag == "IN" || tag == "VBN" || tag == "VBG" || f.is(j, ",", ";", "."):
			return false
		}
	}
	return false
}

// subordinate reports that a finite clause follows the word at k.
func (f *stanceFinder) subordinate(k, end int) bool {
	for j := k + 1; j < end && j <= k+maxSubject; j++ {
		if tag := f.tag(j); tag.IsFinite() || tag == "VBG" {
			return true
		}
		if f.is(j, ",", ";", ".") {
			return false
		}
	}
	return false
}

// maxSubject bounds the words of a subject looked over for its verb.
const maxSubject = 7

// clauseStart is the first token of the clause that ends before t.
func (f *stanceFinder) clauseStart(t int) int {
	return f.clauseStartFrom(t, max(f.first, t-maxStanceReach))
}

func (f *stanceFinder) clauseStartFrom(t, limit int) int {
	for k := t - 1; k >= limit; k-- {
		switch f.norm(k) {
		case ";", ":", "-", "--", "(", "\"":
			return k + 1
		case ",":
			if !f.listComma(k, min(f.last, t+1)) {
				return f.overPlace(k, limit)
			}
		case "that", "because", "although", "while", "but":
			if k < t-1 {
				return k + 1
			}
		case "and":
			if f.newPredicate(k, min(f.last, t+2)) {
				return k + 1
			}
		case "who", "which", "whose", "whom":
			return k
		case "where", "when", "after", "before", "if", "until", "since":
			if k < t-1 && f.subordinate(k, min(f.last, t+2)) {
				return k
			}
		}
	}
	return limit
}

// overPlace is the start of a clause after the comma at c. A comma right
// before a verb or after a name closes an aside, and the clause goes on before it.
func (f *stanceFinder) overPlace(c, limit int) int {
	if f.tag(c+1).IsFinite() && c > limit {
		for k := c - 1; k >= limit; k-- {
			if f.is(k, ",") {
				return f.clauseStartFrom(k, limit)
			}
		}
	}
	return c + 1
}

// phraseEnd is the token after the noun phrase that goes on at t.
func (f *stanceFinder) phraseEnd(t int) int {
	end := min(f.last, t+maxStanceReach)
	noun := false
	for k := t; k < end; k++ {
		tag := f.tag(k)
		switch {
		case tag.IsNoun():
			noun = true
		case tag.IsAdjective() || tag == "CD" || tag == "VBN" && !noun || tag == "VBG" && !noun || tag == "POS" || tag == "$" || f.is(k, "of") && noun:
		case tag == "DT" && f.is(k-1, "of"):
		default:
			return k
		}
	}
	return end
}

// stanceStrength orders the kinds: where scopes overlap, the strongest counts.
var stanceStrength = [...]int8{
	nlp.Asserted: 0, nlp.Planned: 1, nlp.Hedged: 2, nlp.Reported: 3, nlp.Alleged: 4, nlp.Negated: 5, nlp.Denied: 6,
}

// StanceAt is the strongest stance whose scope covers all tokens of
// [first, last): Denied before Negated, Alleged, Reported, Hedged, Planned;
// Asserted where none does.
func StanceAt(doc *nlp.Document, first, last int) nlp.StanceKind {
	best := nlp.Asserted
	if first < 0 || first >= last || last > len(doc.Tokens) {
		return best
	}
	// A scope reaches at most maxStanceReach tokens and an aside to either
	// side of its cue, so only cues near the range can cover it.
	from := doc.Tokens[max(0, first-2*maxStanceReach)].Start
	to := doc.Tokens[min(len(doc.Tokens), last+2*maxStanceReach)-1].End
	s := doc.Stances
	for i := sort.Search(len(s), func(i int) bool { return s[i].Start >= from }); i < len(s) && s[i].Start < to; i++ {
		if s[i].First <= first && last <= s[i].Last && stanceStrength[s[i].Kind] > stanceStrength[best] {
			best = s[i].Kind
		}
	}
	return best
}
