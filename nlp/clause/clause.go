// Package clause finds clauses by shallow parsing: a predicate with subject,
// object and prepositional phrases.
//
// It works in two passes over a sentence, both from left to right and linear.
// The first cuts the tokens into chunks: noun phrases, verb groups,
// prepositions, subordinators, commas (chunk.go, verb.go). The second gives
// each verb group a clause, with a short stack of the clauses that are still
// open (parse.go, open.go): in
//
//	The man, who was hurt in the crash, died on Monday.
//
// "The man" opens a clause that waits for its verb, "who" opens a relative
// clause inside it, the second comma closes that, and "died" finds the clause
// that waits. Where tags leave a choice the parser leaves an argument out
// rather than guess: a wrong subject is worse than none.
package clause

import (
	"github.com/factdiff/factdiff/nlp"
)

// Parse sets doc.Clauses: at least one for each sentence that holds a word,
// with Verb -1 where no verb was found. The clauses of a sentence are nested
// or disjoint. A bare time ("Tuesday", "last week") is an oblique too, without
// a preposition. A direct quotation or reported clause before its verb of
// saying ("the man died, police said") has that verb's clause as Parent.
func Parse(doc *nlp.Document) {
	p := newParser(doc)
	doc.Clauses = make([]nlp.Clause, 0, len(doc.Tokens)/8+1)
	for i := range doc.Sentences {
		p.sentence(i)
	}
	p.shareObliques()
}

// At is the index of the innermost clause that holds the token, or -1.
func At(doc *nlp.Document, token int) int {
	lo, hi := 0, len(doc.Clauses)
	for lo < hi {
		mid := (lo + hi) / 2
		if doc.Clauses[mid].First <= token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	// The clauses are in order of their first token and nested or disjoint, so
	// that the innermost is the last that begins before the token, or what that
	// one hangs on.
	for i, n := lo-1, 0; i >= 0 && n <= maxOpen; i, n = doc.Clauses[i].Parent, n+1 {
		if c := &doc.Clauses[i]; c.First <= token && token < c.Last {
			return i
		}
	}
	return -1
}
