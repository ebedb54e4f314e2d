package clause

import "github.com/factdiff/factdiff/nlp"

// opens reports whether the subordinator of chunk k has a clause after it and
// is no preposition there.
func (p *parser) opens(k int) bool {
	n := k + 1
	for n < len(p.chunks) && (p.chunks[n].kind == quote || p.chunks[n].kind == adv) {
		n++
	}
	if n >= len(p.chunks) {
		return false
	}
	next := &p.chunks[n]
	switch p.tokens[p.chunks[k].first].Norm {
	case "as", "than", "like":
		return next.kind == np && next.subjectOf == n+1
	}
	switch next.kind {
	case np, when, prep:
		if next.subjectOf >= 0 && !p.chunks[next.subjectOf].weak {
			return true
		}
		return pure(p.tokens[p.chunks[k].first].Norm) && p.chunks[k].finites > 0 || next.subjectOf >= 0 && next.kind == np
	case vg:
		return next.form == finite && pure(p.tokens[p.chunks[k].first].Norm)
	}
	return false
}

// subordinate opens an adverbial clause.
func (p *parser) subordinate(k int) {
	f := p.top()
	if !p.opens(k) {
		f.object = false
		return
	}
	b := p.kindAt(p.before(k))
	comma := b == comma
	r := adverbial
	if norm := p.tokens[p.chunks[k].first].Norm; norm == "whether" || b == vg && (norm == "how" || norm == "why" || norm == "if") {
		r = complement
	}
	if !f.verbed && len(p.stack) > 1 && f.candidate < 0 && f.role != adverbial {
		// "said that when he left, ..." goes on below the clause that waits.
		comma = false
	}
	g := p.open(r, p.chunks[k].first)
	g.comma = comma
}

// relate opens a relative clause, or the complement that a question word
// begins.
func (p *parser) relate(k int) {
	c := &p.chunks[k]
	if c.finites == 0 {
		return
	}
	b := p.before(k)
	first := c.first
	if p.kindAt(b) == prep {
		first = p.chunks[b].first // "in which"
		b = p.before(b)
	}
	comma := p.kindAt(b) == comma
	if comma {
		b = p.before(b)
	}
	switch p.kindAt(b) {
	case np, when:
		f := p.open(relative, first)
		f.comma = comma
		f.candidate = b
		if w := p.tokens[c.first].Tag; w == "WP$" || p.tokens[c.first].Norm == "where" {
			f.candidate = -1
		}
	default:
		if len(p.stack) == 1 && !p.top().verbed && p.top().candidate < 0 {
			p.top().candidate = k // "Who did it?", "What happened is ..."
			return
		}
		f := p.open(complement, first)
		f.candidate = k
	}
}

// complementize opens the clause after "that", a complement or a relative
// clause.
func (p *parser) complementize(k int) {
	c := &p.chunks[k]
	if c.finites == 0 {
		p.top().object = false
		return
	}
	b := p.before(k)
	if p.kindAt(b) == np && (p.kindAt(k+1) == vg || p.tokens[c.first].Tag == "WDT") {
		f := p.open(relative, c.first)
		f.candidate = b
		return
	}
	if p.kindAt(b) == cc {
		for i := len(p.stack) - 1; i > 0; i-- {
			if p.stack[i].role == complement { // "said that ... and that ..."
				parent := p.clauseOf(&p.stack[i]).Parent
				p.closeTo(i, c.first)
				p.openUnder(complement, c.first, parent)
				return
			}
		}
	}
	p.top().object = false
	p.open(complement, c.first)
}

// mendHeading finds the verb of a headline whose tags have none: "Storm hits
// coast" is often tagged as three nouns.
func (p *parser) mendHeading() {
	for k := range p.chunks {
		c := p.chunks[k]
		if c.kind == vg && (c.form == finite || c.form == participle && c.weak) || c.kind == stop {
			return
		}
		if c.kind != np || c.subjectOf == k+1 {
			continue
		}
		from := c.first + 1
		if k >= 2 && p.chunks[k-1].kind == comma {
			from = c.first // "Boy, 6, dies in fall"
		}
		for i := from; i < c.last && !p.isOf(i); i++ {
			if p.headlineVerb(i) && p.headlineObject(i+1, k) {
				p.split(k, i)
				return
			}
		}
	}
}

// headlineVerb reports whether a token tagged as something else is rather the
// verb of a headline: "quits" tagged as plural noun, "arrest" after "police".
func (p *parser) headlineVerb(i int) bool {
	t := &p.tokens[i]
	if t.Norm == t.Lemma {
		if i == 0 || p.tokens[i-1].Norm != "police" && p.tokens[i-1].Tag != "NNS" || i+1 >= len(p.tokens) {
			return false
		}
		switch p.tokens[i+1].Tag {
		case "DT", "CD", "JJ", "NN", "NNS", "NNP", "PRP$":
		default:
			return false
		}
	} else if t.Tag != "NNS" && t.Tag != "NNPS" && t.Tag != "NNP" {
		return false
	}
	return narrates(t)
}

// narrates reports whether a word that may be a noun is a frequent verb of
// headlines.
func narrates(t *nlp.Token) bool {
	switch t.Lemma {
	case "hit", "kill", "strike", "arrest", "attack", "injure", "wound", "charge", "rescue", "save", "accuse", "deny", "reject", "back",
		"sign", "say", "warn", "vow", "urge", "plan", "cut", "raise", "win", "beat", "lead", "face", "seek", "call", "close", "open",
		"approve", "ban", "launch", "release", "name", "fire", "order", "report", "claim", "offer", "buy", "sell", "sue", "quit",
		"resign", "return", "leave", "join", "end", "begin", "start", "rise", "fall", "drop", "crash", "explode", "die", "hurt", "leak",
		"target", "rock", "shake", "destroy", "damage", "find", "reveal", "show", "test", "visit", "meet", "threaten", "blame", "slam", "block":
		return true
	}
	return false
}

// headlineObject reports whether something follows that a verb may govern.
func (p *parser) headlineObject(i, k int) bool {
	if i < p.chunks[k].last {
		return true
	}
	n := p.kindAt(k + 1)
	return n == prep || n == np || n == when || n == sub || n == other && intransitive(&p.tokens[i-1])
}

// split cuts noun phrase k into what stands before token verb, a finite verb
// group, and what stands after.
func (p *parser) split(k, verb int) {
	c := p.chunks[k]
	var parts []chunk
	if verb > c.first {
		parts = append(parts, chunk{kind: np, first: c.first, last: verb, subjectOf: k + 1, finites: 1})
	}
	parts = append(parts, chunk{kind: vg, first: verb, last: verb + 1, verb: verb, subjectOf: -1})
	if verb+1 < c.last {
		parts = append(parts, chunk{kind: np, first: verb + 1, last: c.last, subjectOf: -1})
	}
	rest := append([]chunk(nil), p.chunks[k+1:]...)
	p.chunks = append(append(p.chunks[:k], parts...), rest...)
	p.lookAhead()
}
