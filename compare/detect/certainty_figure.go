package detect

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// figureCertainty compares the stance of equal figures: an amount that two
// sources give for one thing anchors the clauses around it, whatever their
// verbs ("could book a $3 billion charge", "will take a $3 billion charge").
func figureCertainty(s *compare.Story) []compare.Discrepancy {
	var list []candidate
	figurePairs(s, func(p compare.Pair) {
		qa, qb := quantity(s, p.A), quantity(s, p.B)
		if doubt(p.A.Stance) == doubt(p.B.Stance) || p.A.Stance == nlp.Negated || p.B.Stance == nlp.Negated || p.A.Source == p.B.Source || !telling(qa.Value) || !telling(qb.Value) || closeness(qa.Value.Mid(), qb.Value.Mid()) < sameFigure {
			return
		}
		if rel, _ := qa.Value.Compare(qb.Value); rel != value.Equal && rel != value.Compatible {
			return
		}
		score := figureScore(s, p)
		if score == 0 && !vetoed(s, p.A, p.B) {
			score = 0.3*p.Dice + 0.25*p.Link.Dice
		}
		if score += anchorage(qa.Value); score < figureAnchor {
			return
		}
		if openQuestion(s, p.A) || openQuestion(s, p.B) {
			return
		}
		plain, hedged := p.A, p.B
		if doubt(p.A.Stance) {
			plain, hedged = p.B, p.A
		}
		if accusation(s, p.A) && accusation(s, p.B) || !finite(s, plain) || clauseOf(s, plain) != nil && modal(s, plain) && obliged(s, plain) ||
			known(s, hedged) || cueOutside(s, hedged) || disjoint(people(s, plain), people(s, hedged)) {
			return
		}
		list = append(list, candidate{p.A, p.B, score, doubtWord(p.A, p.B)})
	})
	var out []compare.Discrepancy
	for _, c := range assign(list) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Certainty, Verdict: compare.Tension, Score: 0.9 * c.score, Why: c.why,
			Subject: measured(s, c.a), Question: about("How certain", clauseWords(s, c.a)),
			A: stanceSide(governedSide(s, c.a), c.a), B: stanceSide(governedSide(s, c.b), c.b),
		})
	}
	return out
}

// known reports whether a figure is told as known to the reader, so that no word
// of doubt concerns it: "some of the 200 girls", "less than the $6 million".
func known(s *compare.Story, c *compare.Claim) bool {
	doc, q := s.Document(c), quantity(s, c)
	for i := q.First - 1; i >= max(0, q.First-knownBefore); i-- {
		switch doc.Tokens[i].Norm {
		case "the", "these", "those":
			return true
		case "more", "than", "about", "some", "nearly", "almost", "over", "around", "least", "at":
			continue
		}
		return doc.Tokens[i+1].Norm == "the"
	}
	return q.First < len(doc.Tokens) && doc.Tokens[q.First].Norm == "the"
}

// knownBefore is how many words of its comparator stand between an article and
// a figure: "the more than 200 girls".
const knownBefore = 3

// people are the persons and bodies named in the subject of a claim's clause.
func people(s *compare.Story, c *compare.Claim) []int {
	return slices.DeleteFunc(subjectEntities(s, c), func(e int) bool {
		return s.Entities[e].Type != nlp.Person && s.Entities[e].Type != nlp.Organisation
	})
}

// anchorage is how much the equality of a figure alone says: nothing for a
// small count, much for a sum of money or a count in the thousands.
func anchorage(q value.Quantity) float64 {
	switch {
	case q.Dimension == value.Money, q.Dimension == value.Count && q.Mid() >= 1000:
		return 0.25
	case q.Mid() >= 100:
		return 0.10
	}
	return 0
}

const (
	figureAnchor = 0.50 // figureScore from which two equal figures anchor their clauses
	sameFigure   = 0.95
)

// accusation reports whether a sentence is about a charge: then what it says
// somebody did is what he is charged with, cue or no cue.
func accusation(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	sent := &doc.Sentences[s.Passages[c.Passage].Sentence]
	for i := sent.First; i < sent.Last; i++ {
		t := &doc.Tokens[i]
		if t.Norm == "charge" && (i+1 == sent.Last || doc.Tokens[i+1].Norm != "of" && doc.Tokens[i+1].Norm != "against") {
			continue // a bank takes a charge
		}
		switch lexicon.EventClass(t.Lemma) {
		case "charge", "accuse", "convict", "arrest":
			return true
		}
		switch t.Norm {
		case "guilty", "counts", "charges", "allegation", "allegations":
			return true
		}
	}
	return c.Stance == nlp.Alleged
}

// telling reports whether a figure is big or odd enough to anchor a clause:
// two small counts are equal by chance.
func telling(q value.Quantity) bool {
	return q.Dimension != value.Ordinal && q.Dimension != value.Duration && q.Dimension != value.Age && q.Comparator != value.Indefinite && (q.Mid() > 12 || q.Dimension != value.Count)
}

// governedSide is a figure with the verb group that governs it, as far as
// evidence may reach.
func governedSide(s *compare.Story, c *compare.Claim) compare.Side {
	first := c.First
	if cl := clauseOf(s, c); cl != nil && cl.Verb >= 0 && cl.VerbFirst < first {
		first = cl.VerbFirst
	}
	if doc := s.Document(c); doc.Tokens[c.Last-1].End-doc.Tokens[first].Start > maxEvidence {
		first = c.First
	}
	return stretchSide(s, c, first, c.Last)
}
