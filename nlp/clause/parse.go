package clause

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
)

// sentence adds the clauses of one sentence to the document.
func (p *parser) sentence(i int) {
	s := &p.doc.Sentences[i]
	p.sent, p.heading = i, s.Heading
	p.found, p.stack, p.lazy = p.found[:0], p.stack[:0], p.lazy[:0]
	p.chunk(s.First, s.Last)
	if p.heading {
		p.mendHeading()
	}
	p.open(root, s.First)
	for k := range p.chunks {
		p.step(k)
	}
	p.closeTo(0, s.Last)
	p.finish()
}

// step takes the next chunk.
func (p *parser) step(k int) {
	c := &p.chunks[k]
	switch c.kind {
	case np, when:
		p.nounStep(k)
	case vg:
		p.verbStep(k)
	case prep:
		// A preposition ends the place of the object; its phrase comes with the noun.
		p.top().object = false
	case sub:
		p.subordinate(k)
	case rel:
		p.relate(k)
	case that:
		p.complementize(k)
	case comma:
		p.commaStep(k)
	case stop:
		if k+1 < len(p.chunks) && p.chunks[k+1].kind != comma { // "R-Calif.,"
			p.closeTo(0, c.first)
			p.open(root, c.last)
		}
	case adj:
		f := p.top()
		if f.object || !f.verbed && f.candidate >= 0 && p.clauseOf(f).Object.Empty() {
			p.clauseOf(f).Object = nlp.Range{First: c.first, Last: c.last}
			f.object = false
		}
	}
}

// kindAt is the kind of chunk k, other outside.
func (p *parser) kindAt(k int) kind {
	if k < 0 || k >= len(p.chunks) {
		return other
	}
	return p.chunks[k].kind
}

// before is the chunk before k, quotation marks and adverbs aside, or -1.
func (p *parser) before(k int) int {
	for k--; k >= 0; k-- {
		if n := p.chunks[k].kind; n != quote && n != adv {
			return k
		}
	}
	return -1
}

// governed reports whether a preposition stands right before chunk k, and
// where its phrase begins: "because of", "according to" are one.
func (p *parser) governed(k int) (first int, ok bool) {
	for b := k - 1; b >= 0; b-- {
		switch c := &p.chunks[b]; {
		case c.kind == prep || c.kind == sub && !p.opens(b):
			first, ok = c.first, true
		case ok || c.kind != quote && c.kind != adv:
			return first, ok
		}
	}
	return first, ok
}

func (p *parser) nounStep(k int) {
	c := &p.chunks[k]
	if first, ok := p.governed(k); ok {
		p.oblique(first, c.last)
		return
	}
	if c.kind == when {
		p.oblique(c.first, c.last)
		return
	}
	f := p.top()
	afterComma := p.kindAt(p.before(k)) == comma
	if !f.verbed {
		switch {
		case f.candidate < 0 || !afterComma:
			f.candidate = k
		case c.subjectOf != k+1:
			// an apposition: "Holm, a teacher, ..."
		case reports(&p.tokens[p.chunks[k+1].verb]) && p.kindAt(k+2) == comma:
			p.open(adverbial, c.first).candidate = k // "The ship, police said, ..."
		default:
			f.candidate = k // "Last but not least, Holm said"
		}
		return
	}
	if v := c.subjectOf; v >= 0 && p.newClause(k, v) {
		return
	}
	if p.kindAt(p.before(k)) == cc && p.kindAt(k+1) == rel && c.finites > 1 {
		// "..., but three people who were trapped had ..."
		g := p.sibling(k, p.kindAt(p.before(p.before(k))) == comma)
		g.candidate = k
		return
	}
	if f.object && !afterComma {
		p.clauseOf(f).Object = nlp.Range{First: c.first, Last: c.last}
		f.object = false
		if next := p.kindAt(k + 1); takesClause(&p.tokens[p.clauseOf(f).Verb]) && c.finites > 1 && next == rel {
			// "said the man who fled was armed": the noun may be a subject.
			g := p.open(complement, c.first)
			g.candidate = k
			p.clauseOf(f).Object = nlp.Range{}
		}
	}
}

// newClause opens the clause whose subject is chunk k and whose verb is chunk
// v, if it is one; the top clause has its verb.
func (p *parser) newClause(k, v int) bool {
	c, verb := &p.chunks[k], &p.chunks[v]
	prev := p.kindAt(p.before(k))
	if w := p.waiting(); w >= 0 && p.stack[w].candidate < 0 && prev != cc {
		// "To win the war Holm must ..."
		p.closeTo(w+1, c.first)
		p.top().candidate = k
		return true
	}
	top := p.top()
	clauseVerb := takesClause(&p.tokens[p.clauseOf(top).Verb])
	var f *frame
	switch {
	case prev == cc:
		comma := p.kindAt(p.before(p.before(k))) == comma
		f = p.sibling(k, comma)
	case clauseVerb && (top.object || prev == vg || prev == np || prev == adv || prev == prep || prev == when || prev == quote):
		f = p.open(complement, c.first)
	case verb.weak && prev != comma && prev != quote:
		return false // "identified the man killed in ...": reduced, see finiteStep
	case prev == comma && reports(&p.tokens[verb.verb]):
		p.closeTo(0, c.first)
		f = p.saying(c.first)
	default:
		p.closeTo(0, c.first)
		f = p.open(root, c.first)
	}
	f.candidate = k
	return true
}

// saying opens a clause that tells who said the main clause before it.
func (p *parser) saying(first int) *frame {
	f := p.open(root, first)
	for i := f.clause - 1; i >= 0; i-- {
		if c := &p.found[i]; c.Parent < 0 {
			if c.Verb >= 0 {
				c.Parent = f.clause
			}
			break
		}
	}
	return f
}

// sibling closes the clause that chunk k, after "and", goes on with a clause
// of its own subject, and opens that one.
func (p *parser) sibling(k int, comma bool) *frame {
	depth := 0
	if !comma {
		for i := len(p.stack) - 1; i > 0; i-- {
			if f := &p.stack[i]; f.verbed && f.form == finite {
				depth = i
				break
			}
		}
	}
	f := p.stack[depth]
	parent := p.found[f.clause].Parent
	p.closeTo(depth, p.chunks[k].first)
	return p.openUnder(f.role, p.chunks[k].first, parent)
}

func (p *parser) verbStep(k int) {
	c := &p.chunks[k]
	switch c.form {
	case finite:
		p.finiteStep(k)
	case base:
		f := p.top()
		if !f.verbed && p.kindAt(p.before(k)) != cc {
			p.put(f, k)
		} else {
			p.nonfinite(k)
		}
	default:
		p.nonfinite(k)
	}
}

func (p *parser) finiteStep(k int) {
	c := &p.chunks[k]
	b := p.before(k)
	prev := p.kindAt(b)
	f := p.top()
	switch {
	case !f.verbed && p.reducedRelative(k):
		p.reduce(k)
	case !f.verbed:
		p.put(f, k)
		if p.heading && prev == np {
			p.headlinePassive(f, k)
		}
	case prev == cc:
		p.coordinate(k)
	case (prev == comma || p.kindAt(k-1) == quote) && reports(&p.tokens[c.verb]) && p.kindAt(k+1) == np && c.last == c.verb+1:
		// "..., said Holm."
		p.closeTo(0, c.first)
		g := p.saying(c.first)
		p.put(g, k)
		g.object = false
		n := &p.chunks[k+1]
		p.clauseOf(g).Subject = nlp.Range{First: n.first, Last: n.last}
	case p.waiting() >= 0:
		p.closeTo(p.waiting()+1, c.first)
		p.put(p.top(), k)
	case prev == comma:
		p.coordinate(k)
	default:
		p.reduce(k)
	}
}

// reducedRelative reports whether the past form at chunk k only describes the
// noun before it: "The man killed in the crash was ...". It does where
// another finite verb without subject of its own follows its phrases.
func (p *parser) reducedRelative(k int) bool {
	c := &p.chunks[k]
	b := p.before(k)
	if !c.weak || b < 0 || p.chunks[b].kind != np || takesClause(&p.tokens[c.verb]) || intransitive(&p.tokens[c.verb]) {
		return false
	}
	if p.chunks[b].last == p.chunks[b].first+1 && p.tokens[p.chunks[b].first].Tag == "PRP" {
		return false
	}
	for i := k + 1; i < len(p.chunks); i++ {
		switch n := &p.chunks[i]; n.kind {
		case when, adv:
		case prep:
			if p.kindAt(i+1) == np {
				i++
			}
		case vg:
			return n.form == finite && i > k+1
		default:
			return false
		}
	}
	return false
}

func (p *parser) commaStep(k int) {
	c := &p.chunks[k]
	p.top().object = false
	if p.dateline(k) {
		p.closeTo(0, c.first)
		p.open(root, c.last)
		return
	}
	if len(p.stack) < 2 {
		return
	}
	if w := p.waiting(); w >= 0 && w < len(p.stack)-1 {
		p.closeTo(w+1, c.first) // "After the man died, ...", "The man, who was hurt, ..."
		return
	}
	for len(p.stack) > 1 {
		f := p.top()
		if !f.verbed || f.role != reduced && !(f.role == relative && f.comma) {
			return
		}
		p.close(c.first)
	}
}

// maxDateline is the longest dateline in tokens: "KELM, Norland (AP) -".
const maxDateline = 12

// dateline reports whether the dash of chunk k ends a dateline: a place in
// capitals, or an agency in brackets, at the start of a sentence.
func (p *parser) dateline(k int) bool {
	c := &p.chunks[k]
	start := p.chunks[0].first
	if len(p.stack) != 1 || p.top().verbed || c.first == start || c.first-start > maxDateline {
		return false
	}
	switch p.tokens[c.first].Norm {
	case "-", "--", "---":
	default:
		return false
	}
	first := p.tokens[start].Text
	return p.tokens[c.first-1].Norm == ")" || len(first) > 1 && first == strings.ToUpper(first) && p.tokens[start].Tag.IsNoun()
}
