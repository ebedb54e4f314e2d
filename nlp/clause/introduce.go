package clause

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
