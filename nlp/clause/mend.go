package clause

import "github.com/factdiff/factdiff/nlp"

// mendParticiples makes a past tense of participles between two noun phrases,
// "police arrested three men", and of verbs that have no passive. Verbs that
// give a name or thing keep the participle: "a man named Holm".
func (p *parser) mendParticiples() {
	for k := 1; k < len(p.chunks); k++ {
		c := &p.chunks[k]
		if c.kind != vg || c.form != participle || !c.weak || p.heading {
			continue
		}
		b, n := k-1, k+1
		for b > 0 && (p.chunks[b].kind == quote || p.chunks[b].kind == adv) {
			b--
		}
		if n < len(p.chunks) && p.chunks[n].kind == quote {
			n++
		}
		t := &p.tokens[c.verb]
		if p.kindAt(b) != np {
			continue
		}
		if p.kindAt(n) == np && !givesName(t) || intransitive(t) && t.Lemma != "end" || ofItself(t) && p.soleVerb(k) {
			c.form = finite
		}
	}
}

// ofItself reports whether a verb tells what a thing does of itself, so that it
// is the verb of a sentence without another: "the road to the coast reopened on
// Tuesday".
func ofItself(t *nlp.Token) bool {
	switch t.Lemma {
	case "open", "reopen", "close", "start", "restart", "resume", "stop", "continue", "spread":
		return true
	}
	return false
}

// soleVerb reports whether no other verb stands in the main clause of chunk k:
// none before it in the sentence, and none behind it up to ", and".
func (p *parser) soleVerb(k int) bool {
	for i, c := range p.chunks {
		switch {
		case i > k && (c.kind == stop || c.kind == cc && p.kindAt(i-1) == comma):
			return true
		case i != k && c.kind == vg && (i < k || c.form == finite):
			return false
		}
	}
	return true
}

// mendThere makes an adverb of "there" between a noun phrase and a passive: "the
// only road there was cut".
func (p *parser) mendThere() {
	for k := 1; k+1 < len(p.chunks); k++ {
		c, next := &p.chunks[k], &p.chunks[k+1]
		if c.last == c.first+1 && p.tokens[c.first].Norm == "there" && p.chunks[k-1].kind == np && next.kind == vg && next.passive {
			c.kind = adv
		}
	}
}

// joinLists makes one noun phrase of "A and B" and "A, B and C".
func (p *parser) joinLists() {
	out := p.chunks[:0]
	in := p.chunks
	tried := 0 // up to here no list begins
	for j := 0; j < len(in); {
		c := in[j]
		if c.kind != np || j < tried {
			out = append(out, c)
			j++
			continue
		}
		k := j
		for k+2 < len(in) && in[k+1].kind == comma && in[k+2].kind == np && p.tokens[in[k+1].first].Norm == "," {
			k += 2
		}
		long := k > j
		end := k + 1
		if end < len(in) && in[end].kind == comma && long {
			end++
		}
		if end+1 < len(in) && p.isAnd(in[end]) && in[end+1].kind == np && p.joins(in, out, j, end+1, long) {
			c.last = in[end+1].last
			j = end + 1
			in[j] = c // "A and B and C" goes on
			tried = j
			continue
		}
		tried = k
		out = append(out, c)
		j++
	}
	p.chunks = out
}

func (p *parser) isAnd(c chunk) bool {
	if c.kind != cc {
		return false
	}
	n := p.tokens[c.first].Norm
	return n == "and" || n == "or" || n == "&"
}

// joins decides whether the phrases in[j..k] are one list. "Holm and police"
// in "shot Holm and police said" are none: a verb before the list and a
// finite one right after it speak for two clauses.
func (p *parser) joins(in, before []chunk, j, k int, long bool) bool {
	verbBefore := len(before) > 0 && (before[len(before)-1].kind == vg || before[len(before)-1].kind == prep)
	verbAfter := k+1 < len(in) && in[k+1].kind == vg && in[k+1].form == finite && (!in[k+1].weak || intransitive(&p.tokens[in[k+1].verb]))
	if long {
		// "Holm, a teacher and poet, said" and "on Monday, Holm and Jones said"
		// are rare enough to let a true list win.
		return !verbBefore || !verbAfter
	}
	if verbBefore && verbAfter {
		return false
	}
	if a, b := p.pronoun(in[j]), p.pronoun(in[k]); b && !a && verbAfter {
		return false // "... the bomb and he died"
	}
	return true
}

func (p *parser) pronoun(c chunk) bool {
	return c.last == c.first+1 && p.tokens[c.first].Tag == "PRP"
}

// lookAhead fills subjectOf and finites from right to left.
func (p *parser) lookAhead() {
	ahead := 0
	p.lastFinite = -1
	for i := len(p.chunks) - 1; i >= 0; i-- {
		c := &p.chunks[i]
		c.finites = ahead
		c.subjectOf = -1
		switch c.kind {
		case vg:
			if c.form == finite {
				ahead++
				p.lastFinite = max(p.lastFinite, i)
			}
		case comma, stop:
			ahead = 0
		}
		if i+1 >= len(p.chunks) {
			continue
		}
		// Each chunk carries the verb group that a noun phrase before it meets.
		n := &p.chunks[i+1]
		switch {
		case n.kind == vg && n.form == finite:
			c.subjectOf = i + 1
		case n.kind == adv || n.kind == when || n.kind == quote:
			c.subjectOf = n.subjectOf
		case n.kind == prep:
			j := i + 2 // "men with more serious injuries"
			if p.kindAt(j) == adv {
				j++
			}
			if after := p.kindAt(j); after == np || after == when {
				c.subjectOf = p.chunks[j].subjectOf
			}
		}
	}
}
