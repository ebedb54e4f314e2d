package clause

import (
	"slices"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/nlp"
)

// role is what an open clause is to the one around it.
type role uint8

const (
	root       role = iota
	complement      // that he died
	relative        // who died
	adverbial       // after he died
	reduced         // killing 12; named Zinc; to leave
)

// frame is a clause that is still open.
type frame struct {
	clause    int // index into parser.found
	role      role
	form      form
	verbed    bool // its verb was found
	candidate int  // chunk of the subject of a clause that waits for its verb; -1 if none
	object    bool // an object may still come
	comma     bool // it began after a comma
}

// maxOpen bounds the clauses open at one time; news hardly nests five deep.
const maxOpen = 12

// open opens a clause at the token inside the top one.
func (p *parser) open(r role, first int) *frame {
	parent := -1
	if n := len(p.stack); n > 0 {
		if n >= maxOpen {
			p.close(first)
		}
		parent = p.top().clause
	}
	return p.openUnder(r, first, parent)
}

func (p *parser) openUnder(r role, first, parent int) *frame {
	p.found = append(p.found, nlp.Clause{First: first, Last: first, Sentence: p.sent, Parent: parent, Verb: -1, VerbFirst: first, VerbLast: first})
	p.lazy = append(p.lazy, false)
	p.stack = append(p.stack, frame{clause: len(p.found) - 1, role: r, candidate: -1})
	return p.top()
}

func (p *parser) top() *frame { return &p.stack[len(p.stack)-1] }

// clauseOf is the clause of a frame.
func (p *parser) clauseOf(f *frame) *nlp.Clause { return &p.found[f.clause] }

// close closes the top clause before token end.
func (p *parser) close(end int) {
	f := p.top()
	c := p.clauseOf(f)
	first := c.First
	c.Last = end
	for c.Last > first && trails(&p.tokens[c.Last-1]) {
		c.Last--
	}
	for c.First < c.Last && trails(&p.tokens[c.First]) {
		c.First++
	}
	if !f.verbed && f.role == root && !p.hasWord(c.First, c.Last) {
		c.First, c.Last = first, end // a lone "but"
	}
	if !f.verbed && f.candidate >= 0 {
		n := &p.chunks[f.candidate]
		c.Subject = nlp.Range{First: n.first, Last: n.last}
	}
	p.stack = p.stack[:len(p.stack)-1]
}

// closeTo closes clauses until depth are open.
func (p *parser) closeTo(depth, end int) {
	for len(p.stack) > depth {
		p.close(end)
	}
}

// trails reports whether a token is left off at the end of a clause.
func trails(t *nlp.Token) bool {
	if t.Tag == "CC" {
		return true
	}
	k := sign(t)
	return k == comma && t.Norm != ")" || k == stop || k == quote
}

// waiting is the stack index of the innermost clause that has no verb, or -1.
func (p *parser) waiting() int {
	for i := len(p.stack) - 1; i >= 0; i-- {
		if !p.stack[i].verbed {
			return i
		}
	}
	return -1
}

// put gives the top clause its verb group.
func (p *parser) put(f *frame, k int) {
	v := &p.chunks[k]
	c := p.clauseOf(f)
	c.Verb, c.VerbFirst, c.VerbLast, c.Passive = v.verb, v.first, v.last, v.passive
	if f.candidate >= 0 {
		n := &p.chunks[f.candidate]
		c.Subject = nlp.Range{First: n.first, Last: n.last}
	}
	c.Object = nlp.Range{}
	f.verbed, f.form, f.object = true, v.form, true
}

// oblique adds a prepositional phrase to the top clause, unless it belongs to
// the subject that waits for its verb.
func (p *parser) oblique(first, last int) {
	f := p.top()
	if !f.verbed && f.candidate >= 0 {
		return
	}
	p.pending = append(p.pending, oblique{f.clause, nlp.Range{First: first, Last: last}})
}

// finish drops the clauses without a verb inside others, puts the rest in
// order and adds them to the document.
func (p *parser) finish() {
	// Where a dropped clause's dependents go: its own parent, which stands
	// before it unless it is the verb of saying after it.
	p.moved = p.moved[:0]
	p.order = p.order[:0]
	for i := range p.found {
		p.moved = append(p.moved, -1)
		if c := &p.found[i]; c.Last > c.First && (c.Verb >= 0 || c.Parent < 0 && p.hasWord(c.First, c.Last)) {
			p.order = append(p.order, i)
		}
	}
	if len(p.order) == 0 {
		p.pending = p.pending[:0]
		return
	}
	slices.SortFunc(p.order, func(a, b int) int {
		x, y := &p.found[a], &p.found[b]
		if x.First != y.First {
			return x.First - y.First
		}
		if x.Last != y.Last {
			return y.Last - x.Last
		}
		return a - b
	})
	base := len(p.doc.Clauses)
	for n, i := range p.order {
		p.moved[i] = base + n
	}
	for i := range p.found {
		if p.moved[i] >= 0 {
			continue
		}
		for j, n := i, 0; j >= 0 && n < maxOpen; j, n = p.found[j].Parent, n+1 {
			if p.kept(j, base) {
				p.moved[i] = p.moved[j]
				break
			}
		}
	}
	for _, i := range p.order {
		c := p.found[i]
		if c.Parent >= 0 {
			c.Parent = p.moved[c.Parent]
		}
		c.Span = p.doc.TokenSpan(c.First, c.Last)
		p.doc.Clauses = append(p.doc.Clauses, c)
	}
	for _, o := range p.pending {
		if m := p.moved[o.clause]; m >= 0 {
			p.obliques = append(p.obliques, oblique{m, o.phrase})
		}
	}
	p.pending = p.pending[:0]
	p.inherit(base)
}

// kept reports whether clause j of the sentence is in the document.
func (p *parser) kept(j, base int) bool {
	m := p.moved[j]
	if m < base {
		return false
	}
	return p.order[m-base] == j
}

// inherit gives clauses without a subject of their own the subject of their
// parent: "The bomb exploded, killing 12". Parents mostly stand before.
func (p *parser) inherit(base int) {
	for n, i := range p.order {
		if !p.lazy[i] {
			continue
		}
		c := &p.doc.Clauses[base+n]
		if c.Parent >= 0 && c.Subject.Empty() {
			c.Subject = p.doc.Clauses[c.Parent].Subject
		}
	}
}

func (p *parser) hasWord(first, last int) bool {
	for i := first; i < last; i++ {
		if strings.IndexFunc(p.tokens[i].Text, wordRune) >= 0 {
			return true
		}
	}
	return false
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// shareObliques hands the prepositional phrases to their clauses, in order,
// from one slice.
func (p *parser) shareObliques() {
	all := p.doc.Clauses
	ends := make([]int, len(all)+1)
	for _, o := range p.obliques {
		ends[o.clause+1]++
	}
	for i := range all {
		ends[i+1] += ends[i]
	}
	slab := make([]nlp.Range, len(p.obliques))
	at := slices.Clone(ends)
	for _, o := range p.obliques {
		slab[at[o.clause]] = o.phrase
		at[o.clause]++
	}
	for i := range all {
		if s, e := ends[i], ends[i+1]; e > s {
			all[i].Obliques = slab[s:e:e]
		}
	}
}
