package clause

import "github.com/factdiff/factdiff/nlp"

// reduce opens a clause without subject word for the verb of chunk k: its
// subject is the noun before it, else that of the clause around it.
func (p *parser) reduce(k int) {
	c := &p.chunks[k]
	b := p.before(k)
	prev := p.kindAt(b)
	f := p.open(reduced, c.first)
	parent := p.found[f.clause].Parent
	f.comma = prev == comma
	p.put(f, k)
	cl := p.clauseOf(f)
	past := p.tokens[c.verb].Tag == "VBN" || p.tokens[c.verb].Tag == "VBD"
	if past && c.form != infinitive && c.verb == c.first || past && c.form == participle {
		cl.Passive = true
		f.object = intransitive(&p.tokens[c.verb]) || givesName(&p.tokens[c.verb])
	}
	p.lazy[f.clause] = true
	switch {
	case c.form == infinitive || c.form == base:
		if parent < 0 {
			break
		}
		if pc := &p.found[parent]; pc.Verb >= 0 && !pc.Object.Empty() && handsOver(&p.tokens[pc.Verb]) {
			cl.Subject = pc.Object
		}
	case prev == np && !p.pronoun(p.chunks[b]):
		cl.Subject = nlp.Range{First: p.chunks[b].first, Last: p.chunks[b].last}
	case prev == comma && past && parent >= 0:
		// ", aimed at small firms" describes the object, before the verb the subject.
		pc := &p.found[parent]
		if pc.Verb >= 0 {
			cl.Subject = pc.Object
		} else if p.kindAt(b-1) == np {
			cl.Subject = nlp.Range{First: p.chunks[b-1].first, Last: p.chunks[b-1].last}
		}
	}
}

// nonfinite takes an infinitive, -ing form or participle.
func (p *parser) nonfinite(k int) {
	c := &p.chunks[k]
	b := p.before(k)
	prev := p.kindAt(b)
	f := p.top()
	switch {
	case p.heading && !f.verbed && f.candidate >= 0 && c.finites == 0 && prev != cc && prev != prep:
		p.put(f, k) // "10 killed in crash", "Holm to meet Jones"
		p.headlinePassive(f, k)
	case prev == cc:
		p.coordinate(k)
	case !f.verbed && f.role == root && f.candidate < 0 && k > p.lastFinite && b < 0 && c.form != infinitive:
		p.put(f, k) // "Posted by the ministry"
		p.clauseOf(f).Passive = c.form == participle
	case p.pastForParticiple(k, prev):
		w := p.waiting()
		p.closeTo(w+1, c.first)
		p.put(p.top(), k)
	case c.form == gerund && !f.verbed && f.candidate < 0 && p.kindAt(k+1) == vg && p.chunks[k+1].form == finite:
		f.candidate = k // "Fighting broke out"
	default:
		p.reduce(k)
	}
}

// pastForParticiple reports whether the participle at chunk k is rather the
// past tense of a clause that waits for its verb: "police arrested three men".
func (p *parser) pastForParticiple(k int, prev kind) bool {
	c := &p.chunks[k]
	w := p.waiting()
	if c.form != participle || !c.weak || w < 0 || p.stack[w].candidate < 0 {
		return false
	}
	if intransitive(&p.tokens[c.verb]) {
		return true
	}
	return w == len(p.stack)-1 && c.finites == 0 && prev == np && p.kindAt(k+1) == np
}

// headlinePassive makes a past form of a headline a passive where no object
// follows it: headlines narrate in the present.
func (p *parser) headlinePassive(f *frame, k int) {
	c := &p.chunks[k]
	if c.weak && p.kindAt(k+1) != np && p.kindAt(k+1) != that && !intransitive(&p.tokens[c.verb]) {
		p.clauseOf(f).Passive = true
		f.object = false
	}
}

// coordinate gives the verb of chunk k, after "and" or in a list, a clause of
// its own with the subject of the clause that it goes on.
func (p *parser) coordinate(k int) {
	c := &p.chunks[k]
	depth := -1
	for i := len(p.stack) - 1; i >= 0; i-- {
		f := &p.stack[i]
		if f.verbed && (f.form == c.form || c.form == base && (f.form == infinitive || f.form == finite) ||
			c.form == participle && (f.form == finite || p.found[f.clause].Passive)) {
			depth = i
			break
		}
	}
	if depth < 0 {
		if f := p.top(); !f.verbed && (c.form == finite || c.form == base) {
			p.put(f, k)
			return
		}
		p.reduce(k)
		return
	}
	f := p.stack[depth]
	old := p.found[f.clause]
	p.closeTo(depth, c.first)
	g := p.openUnder(f.role, c.first, old.Parent)
	g.comma = f.comma
	p.put(g, k)
	cl := p.clauseOf(g)
	cl.Subject = old.Subject
	p.lazy[g.clause] = p.lazy[f.clause]
	if next := p.kindAt(k + 1); old.Passive && c.weak && next != np {
		cl.Passive = true // "was arrested and charged with"
	}
}
