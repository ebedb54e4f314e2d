package detect

import (
	"cmp"
	"iter"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// doubts yields the words of doubt whose scope covers the verb of a claim.
func doubts(s *compare.Story, c *compare.Claim) iter.Seq[*nlp.Stance] {
	return func(yield func(*nlp.Stance) bool) {
		cl, doc := clauseOf(s, c), s.Document(c)
		start := doc.Tokens[doc.Sentences[cl.Sentence].First].Start
		i, _ := slices.BinarySearchFunc(doc.Stances, start, func(t nlp.Stance, at int) int { return cmp.Compare(t.Start, at) })
		for ; i < len(doc.Stances) && doc.Stances[i].Sentence <= cl.Sentence; i++ {
			if t := &doc.Stances[i]; t.First <= cl.Verb && cl.Verb < t.Last && doubt(t.Kind) && !yield(t) {
				return
			}
		}
	}
}

// cueWithin reports whether a word of doubt over a claim's verb stands at token
// first or later.
func cueWithin(s *compare.Story, c *compare.Claim, first int) bool {
	doc := s.Document(c)
	for t := range doubts(s, c) {
		if t.End > doc.Tokens[first].Start {
			return true
		}
	}
	return false
}

// cueOutside reports whether a claim's clause only describes a noun, and the
// word of doubt stands before that: "is likely to be the line that crosses Orsk",
// "may be held by a band led by Lund", "claimed it was a privilege to meet her".
func cueOutside(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	switch {
	case cl == nil || cl.Verb < 0:
		return false
	case relative(s.Document(c), cl):
		return !cueWithin(s, c, cl.First)
	case infinitive(s.Document(c), cl) && cl.Parent >= 0 && isBe(s.Document(c), cl.Parent):
		return !cueWithin(s, c, max(0, cl.VerbFirst-cueBeforeTo))
	}
	return reduced(s, c) && cl.First >= cl.VerbFirst && !cueWithin(s, c, max(0, cl.VerbFirst-cueReach))
}

// cueBeforeTo is how many tokens before an infinitive its word of doubt may
// stand: "is thought by the police to have fled".
const cueBeforeTo = 5

// isBe reports whether the main verb of a clause is "be".
func isBe(doc *nlp.Document, clause int) bool {
	v := doc.Clauses[clause].Verb
	return v >= 0 && doc.Tokens[v].Lemma == "be"
}

// infinitive reports whether a clause's verb group is an infinitive with "to".
func infinitive(doc *nlp.Document, cl *nlp.Clause) bool {
	return doc.Tokens[cl.VerbFirst].Norm == "to" || cl.VerbFirst > 0 && doc.Tokens[cl.VerbFirst-1].Norm == "to"
}

// relative reports whether a clause is a relative one: it begins with the
// pronoun, and its subject is the noun before that.
func relative(doc *nlp.Document, cl *nlp.Clause) bool {
	if cl.Subject.Empty() || cl.Subject.Last > cl.First {
		return false
	}
	for i := cl.Subject.Last; i < cl.VerbFirst && i <= cl.Subject.Last+1; i++ {
		switch doc.Tokens[i].Norm {
		case "that", "which", "who":
			return true
		}
	}
	return false
}

// gerund reports whether a claim's verb is a bare participle: in "may have broken
// the law by using it" the breach is in doubt and not the use.
func gerund(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	return s.Document(c).Tokens[cl.Verb].Tag == "VBG" && cl.VerbFirst == cl.Verb
}

// reduced reports whether a claim's verb is a participle without a helping
// verb outside a headline: "two trophies allowed per permit".
func reduced(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	if doc.Tokens[cl.Verb].Tag != "VBN" || doc.Sentences[cl.Sentence].Heading {
		return false
	}
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if t := &doc.Tokens[i]; t.Tag.IsVerb() || t.Tag == "MD" {
			return false
		}
	}
	return true
}

// ahead reports whether a claim's verb group says what may come, or what one is
// able to do: "the team could recover and win". "Could have won" speaks of the
// past, and "may be" of now.
func ahead(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	found := false
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		switch doc.Tokens[i].Norm {
		case "could", "may", "might":
			found = true
		case "have":
			return false
		}
	}
	return found && doc.Tokens[cl.Verb].Norm != "be"
}

// foreseen reports whether a claim's verb group says what would be: "few
// believed that they would win".
func foreseen(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if t := &doc.Tokens[i]; t.Norm == "would" {
			return doc.Tokens[cl.Verb].Tag == "VB"
		}
	}
	return false
}

// past reports whether a claim's verb group tells what has happened.
func past(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	switch doc.Tokens[cl.Verb].Tag {
	case "VBD", "VBN": // but in headlines also what is to come
		return !doc.Sentences[cl.Sentence].Heading && !modal(s, c)
	}
	return false
}

// obliged reports whether a claim's verb group says what must, should or can be.
func obliged(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < cl.VerbLast; i++ {
		switch doc.Tokens[i].Norm {
		case "must", "should", "ought", "can":
			return true
		}
	}
	return false
}

// sameState reports whether two clauses with "be" say that somebody or
// something is the same, as far as both say it in a noun or adjective.
func sameState(s *compare.Story, a, b *compare.Claim) bool {
	ca, cb := clauseOf(s, a), clauseOf(s, b)
	x, y := contentLemmas(s.Document(a), ca.Object.First, ca.Object.Last), contentLemmas(s.Document(b), cb.Object.First, cb.Object.Last)
	return len(x)+len(y) == 0 || met(x, y) > 0
}

// openQuestion reports whether a clause, or one that it depends on, is no
// statement at all but the matter of a question or condition: "whether thieves
// had stolen it", "if it fails".
func openQuestion(s *compare.Story, c *compare.Claim) bool {
	return introduced(s, c, "whether", "if", "unless", "what", "how", "why", "?")
}

// conditional reports whether a clause is, or depends on, a condition.
func conditional(s *compare.Story, c *compare.Claim) bool { return introduced(s, c, "if", "unless") }

// introduced reports whether one of the words stands before the verb of a clause, or
// of one that it depends on, or right before that clause.
func introduced(s *compare.Story, c *compare.Claim, words ...string) bool {
	doc := s.Document(c)
	for n := c.Clause; n >= 0; n = doc.Clauses[n].Parent {
		cl := &doc.Clauses[n]
		for i := max(0, cl.First-1); i < max(cl.First+1, cl.VerbFirst) && i < len(doc.Tokens); i++ {
			if slices.Contains(words, doc.Tokens[i].Norm) {
				return true
			}
		}
	}
	return false
}

// finite reports whether a claim's clause states something by itself: "to
// sell it" and "selling it" do not.
func finite(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 {
		return true
	}
	doc := s.Document(c)
	switch doc.Tokens[cl.Verb].Tag {
	case "VBG":
		if cl.VerbFirst == cl.Verb {
			return false
		}
	case "VB":
		if !helped(doc, cl) {
			return false // "could break in and steal": the helping verb is the first one's
		}
	}
	return !infinitive(doc, cl)
}

// helped reports whether a helping verb stands in a clause's verb group.
func helped(doc *nlp.Document, cl *nlp.Clause) bool {
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if t := &doc.Tokens[i]; t.Tag == "MD" || t.Lemma == "do" {
			return true
		}
	}
	return false
}
