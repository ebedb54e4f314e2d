package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// "No charges have been filed", "nobody was hurt": news says in stock phrases
// that a deed which one would expect was not done. They name the deed by a noun
// and share hardly a word with the sentence of a report that tells it, so they are
// looked up by the class of the deed.

const (
	noneScore = 0.58
	mostDeeds = 4 // statements of each class and source that are compared
)

// nothings finds deeds that one report says nobody did and another tells.
func nothings(s *compare.Story) []compare.Discrepancy {
	var denials []*compare.Claim
	deeds := make([]map[string][]*compare.Claim, len(s.Sources)) // by class
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Statement {
			continue
		}
		if nothing(s, c) != "" {
			denials = append(denials, c)
		} else if class := newsDeed(c.Event); class != "" && len(deeds[c.Source][class]) < mostDeeds && tellsDeed(s, c) {
			if deeds[c.Source] == nil {
				deeds[c.Source] = map[string][]*compare.Claim{}
			}
			deeds[c.Source][class] = append(deeds[c.Source][class], c)
		}
	}
	var out []compare.Discrepancy
	for i, c := range denials {
		class := nothing(s, c)
		if len(deeds[c.Source][class]) > 0 || i >= mostDeeds && denials[i-mostDeeds].Source == c.Source {
			continue // it tells another case of it, or it repeats itself
		}
		for b := range s.Sources {
			if b == c.Source || s.Apart(b, c.Source) {
				continue
			}
			for _, d := range deeds[b][class] {
				if !timesApart(s, c, d) && !strangers(s, c, d) && !strangers(s, d, c) {
					out = append(out, nothingDiscrepancy(s, c, d))
				}
			}
		}
	}
	return out
}

func nothingDiscrepancy(s *compare.Story, denial, deed *compare.Claim) compare.Discrepancy {
	x, y := s.Ordered(denial, deed)
	verdict := compare.Conflict
	if laterFirst(s, denial, deed) != 0 || yet(s, denial) {
		verdict = compare.Update
	}
	return compare.Discrepancy{
		Kind: compare.Outcome, Verdict: verdict, Score: noneScore + stateShared*likeness(s, denial, deed), Why: "nobody in one, somebody in the other",
		Subject: clauseWords(s, deed), Question: about("Did it happen", clauseWords(s, deed)),
		A: statementSide(s, x), B: statementSide(s, y),
	}
}

// nothing is the class of the deed that a clause says was not done, "" if it says
// no such thing.
func nothing(s *compare.Story, c *compare.Claim) string {
	cl, doc := clauseOf(s, c), s.Document(c)
	if cl == nil || cl.Verb < 0 || !cl.Passive || cl.Subject.Empty() {
		return ""
	}
	class := ""
	if nobody(doc, cl.Subject) {
		class = newsDeed(c.Event)
	} else if doc.Tokens[cl.Subject.First].Norm == "no" {
		switch doc.Tokens[cl.Verb].Lemma {
		case "file", "bring", "make", "report", "announce", "press", "lay":
			class = newsDeed(lexicon.EventClass(doc.Tokens[headOf(doc, cl.Subject)].Lemma))
		}
	}
	if class == "" || restricted(doc, cl) || inQuotation(s, c) || longAgo(s, c) || !finite(s, c) || modal(s, c) || doubt(c.Stance) ||
		pluperfect(s, c) && !yet(s, c) || openQuestion(s, c) || conditional(s, c) {
		return ""
	}
	return class
}

// restricted reports whether only some are meant: no other injuries, nobody was
// seriously hurt.
func restricted(doc *nlp.Document, cl *nlp.Clause) bool {
	for _, r := range [2]nlp.Range{cl.Subject, {First: cl.VerbFirst, Last: cl.VerbLast}} {
		for i := r.First; i < r.Last; i++ {
			switch doc.Tokens[i].Norm {
			case "other", "more", "else", "further", "new", "major", "serious", "seriously", "badly", "critically":
				return true
			}
		}
	}
	return false
}

// nobody reports a subject that is nobody.
func nobody(doc *nlp.Document, np nlp.Range) bool {
	if np.Empty() {
		return false
	}
	switch doc.Tokens[np.First].Norm {
	case "nobody", "none", "no-one", "neither":
		return true
	case "no":
		return np.Last == np.First+2 && doc.Tokens[np.First+1].Norm == "one"
	}
	return false
}

// newsDeed keeps the classes of deeds of which news says that nobody did them.
func newsDeed(class string) string {
	switch class {
	case "charge", "arrest", "injure", "die":
		return class
	}
	return ""
}

// yet reports whether a clause says that it may still come.
func yet(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < min(cl.Last, cl.VerbLast+yetReach); i++ {
		if doc.Tokens[i].Norm == "yet" || doc.Tokens[i].Norm == "immediately" {
			return true
		}
	}
	return false
}

// yetReach is how many tokens after the verb "yet" stands: "charged with any crime yet".
const yetReach = 5

// tellsDeed reports whether a statement tells a deed as done to somebody: a
// passive, or a verb with an object.
func tellsDeed(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 || !cl.Passive && cl.Object.Empty() || c.Stance != nlp.Asserted && !(c.Event == "charge" && c.Stance == nlp.Alleged) {
		return false
	}
	return past(s, c) && !negated(s, c) && !nobody(s.Document(c), cl.Subject) && !pluperfect(s, c) && !longAgo(s, c) && !inQuotation(s, c) &&
		!openQuestion(s, c) && !conditional(s, c)
}
