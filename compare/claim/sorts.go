package claim

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/clause"
)

// figure is the quantity with the noun phrase it counts: "27 people",
// "$5 billion charge".
func (x *extractor) figure(i int) compare.Claim {
	q := &x.doc.Quantities[i]
	last := q.Last
	if q.NounLast > last && q.NounFirst <= q.Last+2 {
		last = q.NounLast
	}
	return compare.Claim{Sort: compare.Figure, Passage: q.Sentence, Clause: clause.At(x.doc, q.First), Mention: i,
		First: q.First, Last: x.within(q.First, last)}
}

// moment is a date or time.
func (x *extractor) moment(i int) compare.Claim {
	t := &x.doc.Times[i]
	return compare.Claim{Sort: compare.Moment, Passage: t.Sentence, Clause: clause.At(x.doc, t.First), Mention: i, First: t.First, Last: t.Last}
}

// naming is a name.
func (x *extractor) naming(i int) compare.Claim {
	n := &x.doc.Names[i]
	return compare.Claim{Sort: compare.Naming, Passage: n.Sentence, Clause: clause.At(x.doc, n.First), Mention: i, First: n.First, Last: n.Last}
}

// saying is what stands between quotation marks, without them. A word in scare
// quotes is one as well, but on nobody's word.
func (x *extractor) saying(i int) compare.Claim {
	q := &x.doc.Quotations[i]
	if q.Last <= q.First {
		return compare.Claim{}
	}
	c := compare.Claim{Sort: compare.Saying, Passage: q.Sentence, Clause: clause.At(x.doc, q.First), Mention: i, First: q.First, Last: x.within(q.First, q.Last)}
	if !q.Scare && !q.Speaker.Empty() {
		c.Speaker = &q.Speaker
	}
	return c
}

// part is a role that the document gives an entity.
func (x *extractor) part(i int) compare.Claim {
	r := &x.doc.Roles[i]
	return compare.Claim{Sort: compare.Part, Passage: r.Sentence, Clause: clause.At(x.doc, r.First), Mention: i, First: r.First, Last: x.within(r.First, r.Last)}
}

// statement is a predicate: the verb group with as much of subject and object
// as MaxSpan allows.
func (x *extractor) statement(i int) compare.Claim {
	cl := &x.doc.Clauses[i]
	c := compare.Claim{Sort: compare.Statement, Passage: cl.Sentence, Clause: i, Mention: i}
	c.First, c.Last = cl.First, x.within(cl.First, cl.Last)
	if cl.Verb < 0 {
		return c
	}
	first := cl.VerbFirst
	if s := cl.Subject; !s.Empty() && s.Last <= cl.VerbFirst && x.doc.Tokens[cl.VerbFirst].Start-x.doc.Tokens[s.First].Start <= MaxSpan/2 {
		first = s.First
	}
	c.First, c.Last = first, x.within(first, max(cl.Last, cl.VerbLast))
	return c
}

// within is the end of [first, last) shortened so that it spans at most MaxSpan
// bytes and does not end in punctuation; one token is kept whatever it is.
func (x *extractor) within(first, last int) int {
	toks := x.doc.Tokens
	for last > first+1 && (toks[last-1].End-toks[first].Start > MaxSpan || isPunctuation(toks[last-1].Tag)) {
		last--
	}
	for i := last - 1; i > first; i-- {
		switch toks[i].Tag {
		case ")", "-RRB-":
			return last
		case "(", "-LRB-":
			return x.within(first, i)
		}
	}
	return last
}

func isPunctuation(t nlp.Tag) bool {
	switch t {
	case ",", ".", ":", "``", "''", "(", ")", "-LRB-", "-RRB-":
		return true
	}
	return false
}
