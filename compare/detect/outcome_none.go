package detect

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// "No charges have been filed", "nobody was hurt": news says in stock phrases
// that a deed which one would expect was not done. They name the deed by a noun
// and share hardly a word with the sentence of a report that tells it, so they are
// looked up by the class of the deed.

const (
	noneScore   = 0.58
	mostNothing = 4 // statements of each class and source that are compared
)

// nothings finds deeds that one report says nobody did and another tells.
func nothings(s *compare.Story) []compare.Discrepancy {
	var out []compare.Discrepancy
	for i := range s.Claims {
		c := &s.Claims[i]
		class := nothing(s, c)
		if class == "" || inQuotation(s, c) || longAgo(s, c) {
			continue
		}
		if len(deedsOf(s, c.Source, class)) > 0 {
			continue // it tells another case of it
		}
		for b := range s.Sources {
			if b == c.Source || s.Apart(b, c.Source) {
				continue
			}
			for _, d := range deedsOf(s, b, class) {
				if timesApart(s, c, d) || strangers(s, c, d) || strangers(s, d, c) {
					continue
				}
				x, y := s.Ordered(c, d)
				verdict := compare.Conflict
				if laterFirst(s, c, d) != 0 || yet(s, c) {
					verdict = compare.Update
				}
				out = append(out, compare.Discrepancy{
					Kind: compare.Outcome, Verdict: verdict, Score: noneScore + stateShared*likeness(s, c, d), Why: "nobody in one, somebody in the other",
					Subject: clauseWords(s, d), Question: about("Did it happen", clauseWords(s, d)),
					A: statementSide(s, x), B: statementSide(s, y),
				})
			}
		}
	}
	return out
}

// nothing is the class of the deed that a clause says was not done, "" if it says
// no such thing.
func nothing(s *compare.Story, c *compare.Claim) string {
	cl := clauseOf(s, c)
	if c.Sort != compare.Statement || cl == nil || cl.Verb < 0 || cl.Subject.Empty() || !finite(s, c) || modal(s, c) || openQuestion(s, c) || conditional(s, c) || doubt(c.Stance) || pluperfect(s, c) && !yet(s, c) {
		return ""
	}
	doc := s.Document(c)
	first, head := doc.Tokens[cl.Subject.First].Norm, &doc.Tokens[headOf(doc, cl.Subject)]
	for i := cl.Subject.First; i < cl.Subject.Last; i++ {
		switch doc.Tokens[i].Norm {
		case "other", "more", "else", "further", "new", "major", "serious":
			return ""
		}
	}
	if first == "no" && cl.Passive && head.Tag.IsNoun() {
		switch doc.Tokens[cl.Verb].Lemma {
		case "file", "bring", "make", "report", "announce", "press", "lay":
			return newsDeed(lexicon.EventClass(head.Lemma))
		}
	}
	if cl.Passive && nobody(doc, cl.Subject) {
		for i := cl.VerbFirst; i < cl.VerbLast; i++ {
			switch doc.Tokens[i].Norm {
			case "seriously", "badly", "else", "critically":
				return ""
			}
		}
		return newsDeed(c.Event)
	}
	return ""
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
	return slices.ContainsFunc(doc.Tokens[cl.First:cl.Last], func(t nlp.Token) bool { return t.Norm == "yet" || t.Norm == "immediately" })
}

// deedsOf lists the first statements of a source that tell a deed of a class as
// done, of somebody: passives, and verbs with an object.
func deedsOf(s *compare.Story, source int, class string) []*compare.Claim {
	var list []*compare.Claim
	r, src := s.Sources[source].Claims, s.Sources[source].Doc
	for i := r.First; i < r.Last && len(list) < mostNothing; i++ {
		c := &s.Claims[i]
		cl := clauseOf(s, c)
		if c.Sort == compare.Statement && c.Event == class && cl != nil && cl.Verb >= 0 && (cl.Passive || !cl.Object.Empty()) &&
			(c.Stance == nlp.Asserted || class == "charge" && c.Stance == nlp.Alleged) && past(s, c) && !negated(s, c) && !nobody(src, cl.Subject) && !pluperfect(s, c) && !openQuestion(s, c) && !conditional(s, c) && !longAgo(s, c) && !inQuotation(s, c) {
			list = append(list, c)
		}
	}
	return list
}
