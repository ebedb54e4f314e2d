package clause

import (
	"github.com/factdiff/factdiff/nlp"
)

// kind is the kind of a chunk.
type kind uint8

const (
	other kind = iota
	np         // noun phrase, with its "of" phrases
	when       // bare time: "Tuesday", "last week"
	prep       // preposition
	sub        // subordinator: because, while; and after, before, as, ... in doubt
	rel        // who, which, whose, where
	that
	cc
	comma // comma, dash, bracket
	stop  // semicolon, colon, full stop inside a sentence
	quote
	vg  // verb group
	adj // adjective without noun
	adv
)

// form is the form of a verb group.
type form uint8

const (
	finite form = iota
	infinitive
	base // infinitive without "to", or imperative
	gerund
	participle
)

// chunk is a stretch of tokens [first, last).
type chunk struct {
	kind        kind
	first, last int
	form        form // of a verb group
	verb        int  // token of the main verb
	passive     bool
	weak        bool // a single past form that may be a participle: "killed"
	subjectOf   int  // noun phrase: chunk of the finite verb group it is the subject of; -1 if none
	finites     int  // finite verb groups that follow before the next comma or stop
}

// parser holds the buffers that sentences share.
type parser struct {
	doc    *nlp.Document
	tokens []nlp.Token
	chunks []chunk
	stack  []frame
	found  []nlp.Clause // of the sentence at hand
	lazy   []bool       // clause takes its parent's subject
	order  []int
	moved  []int
	// prepositional phrases in the order found, each with its clause
	obliques []oblique
	pending  []oblique // of the sentence at hand, with indices into found

	name, time, quantity int // next mention that may begin at a token
	lastFinite           int // last chunk that is a finite verb group; -1 if none
	heading              bool
	sent                 int
}

type oblique struct {
	clause int
	phrase nlp.Range
}

func newParser(doc *nlp.Document) *parser {
	return &parser{doc: doc, tokens: doc.Tokens}
}

// nameAt is the end of the name that begins at token i, or i.
func (p *parser) nameAt(i int) int {
	all := p.doc.Names
	for p.name < len(all) && all[p.name].First < i {
		p.name++
	}
	if p.name < len(all) && all[p.name].First == i {
		return all[p.name].Last
	}
	return i
}

// timeAt is the end of the time that begins at token i, or i.
func (p *parser) timeAt(i int) int {
	all := p.doc.Times
	for p.time < len(all) && all[p.time].First < i {
		p.time++
	}
	if p.time < len(all) && all[p.time].First == i {
		return all[p.time].Last
	}
	return i
}

// quantityAt is the end of the quantity that begins at token i, or i.
func (p *parser) quantityAt(i int) int {
	all := p.doc.Quantities
	for p.quantity < len(all) && all[p.quantity].First < i {
		p.quantity++
	}
	if p.quantity < len(all) && all[p.quantity].First == i {
		return all[p.quantity].Last
	}
	return i
}

// chunk cuts the tokens [first, last) of a sentence into p.chunks.
func (p *parser) chunk(first, last int) {
	p.chunks = p.chunks[:0]
	for i := first; i < last; {
		c := p.next(i, last)
		i = c.last
		p.push(c)
	}
	p.joinLists()
	p.mendParticiples()
	p.mendThere()
	p.lookAhead()
}

// push appends a chunk; "of" and a noun phrase join the noun phrase before.
func (p *parser) push(c chunk) {
	n := len(p.chunks)
	if (c.kind == np || c.kind == when) && n >= 2 && p.chunks[n-2].kind == np && p.chunks[n-1].kind == prep && p.isOf(p.chunks[n-1].first) {
		p.chunks[n-2].last = c.last
		p.chunks = p.chunks[:n-1]
		return
	}
	p.chunks = append(p.chunks, c)
}

func (p *parser) isOf(i int) bool { return p.tokens[i].Norm == "of" }

// next is the chunk that begins at token i.
func (p *parser) next(i, last int) chunk {
	if end := min(p.timeAt(i), last); end > i && !(end < last && p.tokens[end].Tag == "POS") {
		return chunk{kind: when, first: i, last: end}
	}
	if p.nameAt(i) > i || p.quantityAt(i) > i {
		return p.nounPhrase(i, last)
	}
	t := &p.tokens[i]
	one := chunk{first: i, last: i + 1}
	switch t.Tag {
	case "DT", "PDT", "PRP", "PRP$", "EX", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "$", "#", "FW":
		if t.Norm == "that" && t.Tag == "DT" && !p.beginsNoun(i+1, last) {
			one.kind = np
			return one
		}
		return p.nounPhrase(i, last)
	case "MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ":
		if t.Tag == "VB" && house(t.Norm) {
			return p.nounPhrase(i, last)
		}
		if t.Tag == "VBG" && p.verbalPreposition(i, last) {
			one.kind = prep
			return one
		}
		return p.verbGroup(i, last)
	case "TO":
		if p.verbAfter(i+1, last) && !house(p.tokens[i+1].Norm) {
			return p.verbGroup(i, last)
		}
		one.kind = prep
	case "RB", "RBR", "RBS":
		// After a verb an adverb belongs to that: "swam ashore were rescued".
		n := len(p.chunks)
		afterVerb := n > 0 && p.chunks[n-1].kind == vg && !p.negates(i)
		if !afterVerb && p.verbAfter(i, last) {
			return p.verbGroup(i, last)
		}
		one.kind = adv
	case "IN":
		one.kind = preposition(t.Norm)
	case "WDT", "WP", "WP$", "WRB":
		one.kind = rel
		switch t.Norm {
		case "that":
			one.kind = that
		case "when", "how", "why", "whenever", "wherever":
			one.kind = sub
		}
	case "CC":
		one.kind = cc
	case "RP":
		one.kind = adv
	default:
		one.kind = sign(t)
	}
	return one
}

// house reports a noun that stands after "to" without an article and that taggers
// take for a verb there: "taken to hospital".
func house(norm string) bool {
	switch norm {
	case "hospital", "prison", "jail", "church", "university", "college":
		return true
	}
	return false
}

// sign is the kind of a punctuation mark.
func sign(t *nlp.Token) kind {
	switch t.Norm {
	case ",", "(", ")", "[", "]", "-", "--", "---":
		return comma
	case ";", ":", ".", "!", "?", "...", "|":
		return stop
	case "\"", "''", "``", "'", "`":
		return quote
	}
	return other
}

// preposition is the kind of a word tagged IN.
func preposition(norm string) kind {
	switch norm {
	case "that":
		return that
	case "so":
		return cc // "So we left"
	case "because", "while", "if", "although", "though", "unless", "whereas", "whether", "once", "lest",
		"after", "before", "since", "until", "till", "as", "than", "like", "when":
		return sub
	}
	return prep
}

// verbalPreposition reports whether an -ing form is a preposition at token i:
// "according to", "including 12 children".
func (p *parser) verbalPreposition(i, last int) bool {
	if i+1 >= last {
		return false
	}
	switch p.tokens[i].Norm {
	case "according":
		return p.tokens[i+1].Norm == "to"
	case "including", "following", "regarding", "concerning", "excluding", "pending":
		n := p.tokens[i+1].Tag
		return n != "IN" && n != "TO" && n != ","
	}
	return false
}

// pure reports whether a subordinator is never a preposition.
func pure(norm string) bool {
	switch norm {
	case "after", "before", "since", "until", "till", "as", "than", "like":
		return false
	}
	return true
}

// beginsNoun reports whether a noun phrase can go on at token i.
func (p *parser) beginsNoun(i, last int) bool {
	if i >= last {
		return false
	}
	t := p.tokens[i].Tag
	return t.IsNoun() || t.IsAdjective() || t == "CD"
}

// maxAdverbs is how many adverbs may stand before or inside a verb group.
const maxAdverbs = 3

// verbAfter reports whether a verb follows at i, adverbs aside.
func (p *parser) verbAfter(i, last int) bool {
	for n := 0; i < last && n <= maxAdverbs; i, n = i+1, n+1 {
		t := p.tokens[i].Tag
		if t.IsVerb() || t == "MD" {
			return true
		}
		if !t.IsAdverb() {
			return false
		}
	}
	return false
}
