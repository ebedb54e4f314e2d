package detect

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// statementSide is a statement as evidence; its norm is its words.
func statementSide(s *compare.Story, c *compare.Claim) compare.Side {
	return compare.Side{Evidence: c.Evidence(), Norm: normal(s.Document(c), c.First, c.Last)}
}

// fewestShared is the term weight that two clauses must share to be about one
// thing: two telling words. "This happened" is about anything.
const (
	fewestShared = 8.0
	shortShared  = 5.0 // or somewhat less, where it is most of two short clauses
	shortDice    = 0.65
)

// inQuotation reports whether a claim stands in direct speech: what people say
// they saw is their own, and two witnesses do not contradict each other.
func inQuotation(s *compare.Story, c *compare.Claim) bool {
	quotations := s.Document(c).Quotations
	i, _ := slices.BinarySearchFunc(quotations, c.First+1, func(q nlp.Quotation, at int) int { return cmp.Compare(q.First, at) })
	return i > 0 && c.First < quotations[i-1].Last && !quotations[i-1].Scare
}

// stancesIn are the stances of one sentence of a document, which stand in the
// order of the text.
func stancesIn(doc *nlp.Document, sentence int) []nlp.Stance {
	by := func(t nlp.Stance, at int) int { return cmp.Compare(t.Sentence, at) }
	first, _ := slices.BinarySearchFunc(doc.Stances, sentence, by)
	last, _ := slices.BinarySearchFunc(doc.Stances, sentence+1, by)
	return doc.Stances[first:last]
}

// cueReach is how many tokens before a clause a cue for it may stand.
const cueReach = 2

// ownPlan reports whether the cue of a plan stands in the clause itself or right
// before it, and not in a clause around it.
func ownPlan(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 {
		return false
	}
	doc := s.Document(c)
	// "Plans to sell": the cue stands right before the infinitive.
	from, to := doc.Tokens[max(cl.First-cueReach, doc.Sentences[cl.Sentence].First)].Start, doc.Tokens[cl.VerbLast-1].End
	for _, t := range stancesIn(doc, cl.Sentence) {
		// "She vows to close it": the vow itself is no plan.
		if t.Kind == nlp.Planned && from <= t.Start && t.Start < to && t.Start != doc.Tokens[cl.Verb].Start {
			return true
		}
	}
	return false
}

// statementScore is how sure it is that two statements are about one thing:
// the words of the clauses, the sentences around them, and the event itself.
func statementScore(s *compare.Story, p compare.Pair) float64 {
	shared := compare.Shared(p.A.Terms, p.B.Terms)
	if timesApart(s, p.A, p.B) || shared < fewestShared && (shared < shortShared || p.Dice < shortDice) {
		return 0
	}
	score := 0.6*p.Dice + 0.25*p.Link.Dice
	switch r := related(p.A.Event, p.B.Event); {
	case r == 1:
		score += 0.2
	case r >= sameNoun:
		score += 0.12
	}
	return min(score, 1)
}

// weightyVerb reports whether a claim's event says something by itself: "be",
// "have", "do" and speech do not.
func weightyVerb(c *compare.Claim) bool {
	switch c.Event {
	case "", "be", "have", "do", "say", "get", "make", "take", "go", "come", "tell":
		return false
	}
	return true
}

// verbLemma is the lemma of the claim's main verb, "" if it has none.
func verbLemma(s *compare.Story, c *compare.Claim) string {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 {
		return ""
	}
	return s.Document(c).Tokens[cl.Verb].Lemma
}

// negated reports whether the clause's own verb group is negated.
func negated(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	if cl == nil {
		return false
	}
	doc := s.Document(c)
	for i := cl.VerbFirst; i < cl.VerbLast; i++ {
		switch doc.Tokens[i].Norm {
		case "not", "n't", "never":
			return true
		}
	}
	return cl.Object.First < cl.Object.Last && doc.Tokens[cl.Object.First].Norm == "no" ||
		cl.Subject.First < cl.Subject.Last && doc.Tokens[cl.Subject.First].Norm == "no"
}

// contentLemmas lists the lemmas of content words in tokens [first, last).
func contentLemmas(doc *nlp.Document, first, last int) []string {
	var list []string
	for i := first; i < last; i++ {
		t := &doc.Tokens[i]
		if isWord(t) && !lexicon.Stopword(t.Norm) {
			list = append(list, t.Lemma)
		}
	}
	return list
}
