// Package claim extracts the checkable claims of one document: a claim for
// each quantity, time, name, quotation and role, and one for each predicate.
// One sentence gives several. A claim says who or what, event, value, when,
// where and by whose word; what it is compared with is the aligner's business.
package claim

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/mention"
)

// MaxSpan is the longest evidence in bytes, but for a single word that is
// longer: a finding quotes the words that carry the value, not the sentence.
const MaxSpan = 150

// Extract returns the claims of doc, by sort and then in text order. Source is
// 0 and Passage is the sentence's index: the aligner shifts both. Boilerplate
// makes no claims.
func Extract(doc *nlp.Document) []compare.Claim {
	x := extractor{doc: doc, speakerOf: speakerOfToken(doc)}
	claims := make([]compare.Claim, 0, len(doc.Quantities)+len(doc.Times)+len(doc.Names)+len(doc.Quotations)+len(doc.Roles)+len(doc.Clauses))
	for i := range doc.Quantities {
		claims = x.add(claims, x.figure(i))
	}
	for i := range doc.Times {
		claims = x.add(claims, x.moment(i))
	}
	for i := range doc.Names {
		claims = x.add(claims, x.naming(i))
	}
	for i := range doc.Quotations {
		claims = x.add(claims, x.saying(i))
	}
	for i := range doc.Roles {
		claims = x.add(claims, x.part(i))
	}
	for i := range doc.Clauses {
		claims = x.add(claims, x.statement(i))
	}
	return claims
}

// extractor holds what the sorts share while one document is read.
type extractor struct {
	doc       *nlp.Document
	speakerOf []*nlp.Speaker // on whose word each token stands, nil if the document's own
}

// add completes a claim with what its clause says and appends it, unless it
// stands in boilerplate or is empty.
func (x *extractor) add(claims []compare.Claim, c compare.Claim) []compare.Claim {
	if c.Sort == compare.NoSort || c.Last <= c.First || x.doc.Sentences[c.Passage].Boilerplate {
		return claims
	}
	c.When, c.Where = -1, -1
	if c.Clause >= 0 {
		cl := &x.doc.Clauses[c.Clause]
		c.Event = Event(x.doc, cl)
		c.Subject = x.doc.TokenSpan(cl.Subject.First, cl.Subject.Last)
		c.When = x.timeIn(cl)
		c.Where = x.placeIn(cl)
	}
	if c.Span.Empty() {
		c.Span = x.doc.TokenSpan(c.First, c.Last)
	}
	if c.Stance == nlp.Asserted {
		at := c.First // the value; of a predicate, its verb: the subject stands before the cue
		if c.Sort == compare.Statement && x.doc.Clauses[c.Clause].Verb >= 0 {
			at = x.doc.Clauses[c.Clause].Verb
		}
		c.Stance = mention.StanceAt(x.doc, at, at+1)
	}
	if c.Speaker == nil {
		c.Speaker = x.speakerOf[c.First]
	}
	return append(claims, c)
}

// Event is the class of the clause's verb, or its lemma where the lexicon
// knows no class; "" for a verbless clause.
func Event(doc *nlp.Document, cl *nlp.Clause) string {
	if cl.Verb < 0 {
		return ""
	}
	lemma := doc.Tokens[cl.Verb].Lemma
	if class := lexicon.EventClass(lemma); class != "" {
		return class
	}
	return lemma
}

// timeIn is the first time mentioned inside the clause, or -1.
func (x *extractor) timeIn(cl *nlp.Clause) int {
	i, _ := slices.BinarySearchFunc(x.doc.Times, cl.First, func(t nlp.Time, first int) int { return t.First - first })
	if i < len(x.doc.Times) && x.doc.Times[i].First < cl.Last {
		return i
	}
	return -1
}

// placeIn is the first place named in one of the clause's prepositional
// phrases, or -1.
func (x *extractor) placeIn(cl *nlp.Clause) int {
	for _, o := range cl.Obliques {
		i, _ := slices.BinarySearchFunc(x.doc.Names, o.First, func(n nlp.Name, first int) int { return n.First - first })
		for ; i < len(x.doc.Names) && x.doc.Names[i].First < o.Last; i++ {
			if x.doc.Names[i].Type == nlp.Place {
				return i
			}
		}
	}
	return -1
}

// speakerOfToken finds on whose word every token stands: of a quotation that
// holds it, else of indirect speech, else nil.
func speakerOfToken(doc *nlp.Document) []*nlp.Speaker {
	of := make([]*nlp.Speaker, len(doc.Tokens))
	for i := range doc.Attributions {
		a := &doc.Attributions[i]
		for t := a.First; t < a.Last; t++ {
			of[t] = &a.Speaker
		}
	}
	for i := range doc.Quotations {
		q := &doc.Quotations[i]
		if q.Scare || q.Speaker.Empty() {
			continue
		}
		for t := q.First; t < q.Last; t++ {
			of[t] = &q.Speaker
		}
	}
	return of
}
