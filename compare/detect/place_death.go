package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// deathPlace is where one person is told to have died: at the scene, in
// hospital or at home, told in tokens [first, last).
type deathPlace struct {
	claim       *compare.Claim
	where       string
	first, last int
}

// deathScore is how sure two places of death are those of one person, if each
// report tells of one only.
const deathScore = 0.6

// deathPlaces finds reports that have a person die in two places. A report that
// tells of two such places tells of two persons.
func deathPlaces(s *compare.Story) []compare.Discrepancy {
	bySource := make([][]deathPlace, len(s.Sources))
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Statement {
			continue
		}
		if d, ok := deathAt(s, c); ok {
			bySource[c.Source] = append(bySource[c.Source], d)
		}
	}
	var out []compare.Discrepancy
	for i := range bySource {
		for j := i + 1; j < len(bySource); j++ {
			if len(bySource[i]) == 0 || len(bySource[j]) == 0 || s.Apart(i, j) || !onePlace(bySource[i]) || !onePlace(bySource[j]) {
				continue
			}
			a, b := bySource[i][0], bySource[j][0]
			if a.where == b.where || disjoint(subjectEntities(s, a.claim), subjectEntities(s, b.claim)) {
				continue
			}
			if x, _ := s.Ordered(a.claim, b.claim); x != a.claim {
				a, b = b, a
			}
			out = append(out, compare.Discrepancy{
				Kind: compare.Place, Verdict: compare.Conflict, Score: deathScore, Why: "died in two places",
				Subject: "place of death", Question: about("Where", clauseWords(s, a.claim)),
				A: deathSide(s, a), B: deathSide(s, b),
			})
		}
	}
	return out
}

func onePlace(list []deathPlace) bool {
	for _, d := range list {
		if d.where != list[0].where {
			return false
		}
	}
	return true
}

func deathSide(s *compare.Story, d deathPlace) compare.Side {
	side := stretchSide(s, d.claim, d.first, d.last)
	side.Norm = d.where
	return side
}

// deathAt reads a place of death from a clause: "died at the scene", "was
// pronounced dead in hospital", "the hospital, where he died". The dead must be
// one person: of several, some may die here and some there.
func deathAt(s *compare.Story, c *compare.Claim) (deathPlace, bool) {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 {
		return deathPlace{}, false
	}
	doc := s.Document(c)
	switch verb := doc.Tokens[cl.Verb].Lemma; {
	case verb == "die":
	case (verb == "pronounce" || verb == "declare") && holdsWord(doc, cl.VerbFirst, min(cl.Last, cl.VerbLast+2), "dead"):
	default:
		return deathPlace{}, false
	}
	if negated(s, c) || c.Stance != nlp.Asserted || many(doc, cl.Subject) {
		return deathPlace{}, false
	}
	if cl.First > 1 && doc.Tokens[cl.First].Norm == "where" {
		for i := cl.First - 1; i >= max(doc.Sentences[cl.Sentence].First, cl.First-2); i-- {
			if where := deathWord(&doc.Tokens[i]); where != "" {
				return deathPlace{c, where, i, cl.VerbLast}, true
			}
		}
	}
	for i := cl.VerbLast; i < min(cl.Last, cl.VerbLast+deathReach); i++ {
		t := &doc.Tokens[i]
		if where := deathWord(t); where != "" && i > cl.VerbLast && t.Tag.IsNoun() {
			return deathPlace{c, where, cl.VerbFirst, i + 1}, true
		}
		if t.Tag == "," || t.Tag.IsVerb() || t.Norm == "after" || t.Norm == "to" || t.Norm == "near" || t.Norm == "from" {
			break
		}
	}
	return deathPlace{}, false
}

// deathReach is how many tokens after the verb the place may stand: "at the
// regional hospital".
const deathReach = 7

// deathWord is the sort of place of death a noun names, "" for all others.
func deathWord(t *nlp.Token) string {
	switch {
	case t.Lemma == "scene" || t.Lemma == "spot":
		return "at the scene"
	case t.Norm == "hospital" || lexicon.NounClass(t.Lemma) == "hospital":
		return "in hospital"
	case t.Lemma == "home":
		return "at home"
	}
	return ""
}

// holdsWord reports whether one of the tokens [first, last) is the word.
func holdsWord(doc *nlp.Document, first, last int, word string) bool {
	for i := first; i < last; i++ {
		if doc.Tokens[i].Norm == word {
			return true
		}
	}
	return false
}

// many reports whether a subject is more than one person.
func many(doc *nlp.Document, subject nlp.Range) bool {
	for i := subject.First; i < subject.Last; i++ {
		switch t := &doc.Tokens[i]; {
		case t.Tag == "CD" && t.Norm != "one" || t.Tag == "NNS" || t.Tag == "NNPS" || t.Norm == "they" || t.Norm == "and" || t.Norm == "others" || t.Norm == "another" || t.Norm == "both":
			return true
		}
	}
	return subject.Empty()
}
