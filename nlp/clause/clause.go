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

// NounPhrases lists the noun phrases of a sentence in order, each with the
// "of" phrases that belong to it, lists ("A, B and C") as one.
func NounPhrases(doc *nlp.Document, sentence int) []nlp.Range {
	p := newParser(doc)
	s := &doc.Sentences[sentence]
	p.seek(s.First)
	p.chunk(s.First, s.Last)
	var all []nlp.Range
	for i := range p.chunks {
		if c := &p.chunks[i]; c.kind == np {
			all = append(all, nlp.Range{First: c.first, Last: c.last})
		}
	}
	return all
}

// HeadOf is the head token of a noun phrase: the last noun before a
// preposition, or what is counted in "three of the victims" and "hundreds of
// people". It is -1 for an empty range.
func HeadOf(doc *nlp.Document, r nlp.Range) int {
	if r.Empty() || r.First < 0 || r.Last > len(doc.Tokens) {
		return -1
	}
	head := -1
	for i := r.First; i < r.Last; i++ {
		t := &doc.Tokens[i]
		switch {
		case t.Norm == "of" && head >= 0:
			if !counts(&doc.Tokens[head]) {
				return head
			}
			head = -1
		case t.Tag.IsNoun():
			head = i
		case t.Tag == "POS":
			head = -1
		case t.Tag == "IN" || t.Tag == "TO" || t.Tag == "CC" || t.Tag == "WDT" || t.Tag == "WP" || t.Norm == ",":
			if head >= 0 {
				return head
			}
		case head < 0 && (t.Tag == "CD" || t.Tag == "PRP" || t.Tag == "DT" || t.Tag == "EX" || t.Tag.IsAdjective() || t.Tag.IsVerb()):
			// The last of these stands in only where no noun follows.
			if n := nounAhead(doc, i+1, r.Last); n < 0 {
				head = lastContent(doc, i, r.Last)
				if i = head; !counts(&doc.Tokens[head]) {
					continue
				}
			}
		}
	}
	if head < 0 {
		return r.Last - 1
	}
	return head
}

// nounAhead is the next noun of the same simple phrase, or -1.
func nounAhead(doc *nlp.Document, from, last int) int {
	for i := from; i < last; i++ {
		t := &doc.Tokens[i]
		switch {
		case t.Tag.IsNoun():
			return i
		case t.Norm == "of" || t.Tag == "IN" || t.Norm == ",":
			return -1
		}
	}
	return -1
}

// lastContent is the last token of a nounless phrase: "the [injured]".
func lastContent(doc *nlp.Document, from, last int) int {
	at := from
	for i := from; i < last; i++ {
		t := &doc.Tokens[i]
		if t.Tag == "IN" || t.Tag == "CC" || t.Norm == "," || t.Norm == "of" {
			break
		}
		at = i
	}
	return at
}

// counts reports whether a word before "of" only counts what follows.
func counts(t *nlp.Token) bool {
	switch t.Tag {
	case "CD", "DT", "JJ", "JJR", "JJS", "RB":
		return true
	}
	switch t.Lemma {
	case "number", "hundred", "thousand", "dozen", "million", "billion", "score", "majority", "total", "handful",
		"couple", "lot", "series", "ten", "half", "third", "quarter", "pair", "percent", "most", "rest", "kind", "sort", "type":
		return true
	}
	return false
}
