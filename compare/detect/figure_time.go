package detect

import (
	"sort"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/value"
)

// toldApart is timesApart for clauses that are dated by what stands before
// them: "the May attacks that killed 130 people", "It was hit by a quake in
// May. That quake killed six people."
func toldApart(s *compare.Story, a, b *compare.Claim) bool {
	if quantity(s, a).Value.Dimension != value.Count {
		return false
	}
	ta, borrowedA := toldTime(s, a)
	tb, borrowedB := toldTime(s, b)
	if !borrowedA && !borrowedB {
		return false
	}
	if longBefore(s, a, ta) != longBefore(s, b, tb) {
		return true
	}
	if ta == nil || tb == nil {
		return false
	}
	rel, _ := ta.Value.Compare(tb.Value)
	return rel == value.Conflict || longPast(ta.Value, tb.Value) || longPast(tb.Value, ta.Value)
}

// longBefore reports whether a time lies so far back that it is none of the news.
func longBefore(s *compare.Story, c *compare.Claim, t *nlp.Time) bool {
	published := s.Document(c).Article.Published
	if t == nil || published.IsZero() {
		return false
	}
	return t.Value.Dated() && published.Sub(t.Value.End) > newsAge
}

// toldTime is the time of a claim's clause, or the one that dates what its
// subject takes up (borrowed); nil if neither is given.
func toldTime(s *compare.Story, c *compare.Claim) (t *nlp.Time, borrowed bool) {
	doc := s.Document(c)
	if c.When >= 0 {
		return &doc.Times[c.When], false
	}
	cl := clauseOf(s, c)
	if cl == nil {
		return nil, false
	}
	sent := doc.Sentences[cl.Sentence]
	if cl.First > sent.First {
		switch doc.Tokens[cl.First].Norm {
		case "that", "which", "when":
			return lastTime(doc, max(sent.First, cl.First-antecedentReach), cl.First), true
		}
		return nil, false
	}
	if first := &doc.Tokens[sent.First]; (first.Norm == "that" || first.Norm == "this") && doc.Tokens[min(sent.First+1, len(doc.Tokens)-1)].Tag.IsNoun() && cl.Sentence > 0 {
		before := doc.Sentences[cl.Sentence-1]
		return lastTime(doc, before.First, before.Last), true
	}
	return nil, false
}

// antecedentReach is how many tokens before a relative clause the date of what
// it tells about may stand: "the May 13 attacks in the capital that".
const antecedentReach = 9

// lastTime is the last time told in tokens [first, last), nil if there is none.
func lastTime(doc *nlp.Document, first, last int) *nlp.Time {
	i := sort.Search(len(doc.Times), func(i int) bool { return doc.Times[i].First >= last }) - 1
	if i < 0 || doc.Times[i].First < first {
		return nil
	}
	return &doc.Times[i]
}
