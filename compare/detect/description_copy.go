package detect

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// copyScore is what a real weapon against a copy is worth: which of the two it
// was is the first thing that is asked after a shooting.
const copyScore = 0.65

// arm is a weapon that somebody held, pointed or used.
type arm struct {
	claim *compare.Claim
	token int
	class string
	copy  bool
}

// copies finds weapons that one report always gives as such and another as a
// toy, a replica or a fake.
func copies(s *compare.Story) []compare.Discrepancy {
	arms := make([][]arm, len(s.Sources))
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Statement {
			if a, ok := armIn(s, c); ok {
				arms[c.Source] = append(arms[c.Source], a)
			}
		}
	}
	var fakes, real []arm
	for i, list := range arms {
		fakes = append(fakes, some(list, true)...)
		if plain := some(list, false); len(plain) > 0 && !speaksOfCopies(s, i) {
			real = append(real, plain...)
		}
	}
	var out []compare.Discrepancy
	for _, x := range fakes {
		for _, y := range real {
			if x.class == y.class && x.claim.Source != y.claim.Source && !disjoint(subjectEntities(s, x.claim), subjectEntities(s, y.claim)) {
				out = append(out, copyDiscrepancy(s, x, y))
			}
		}
	}
	return out
}

// mostArms is how many mentions of a weapon a finding cites for each report.
const mostArms = 3

// some are the first of the arms that are copies, or that are none.
func some(list []arm, copied bool) []arm {
	var found []arm
	for _, a := range list {
		if a.copy == copied && len(found) < mostArms {
			found = append(found, a)
		}
	}
	return found
}

func copyDiscrepancy(s *compare.Story, x, y arm) compare.Discrepancy {
	a, b := x, y
	if first, _ := s.Ordered(x.claim, y.claim); first != x.claim {
		a, b = y, x
	}
	side := func(m arm) compare.Side {
		side := stretchSide(s, m.claim, max(clauseOf(s, m.claim).VerbFirst, m.token-nearPreposition), m.token+1)
		side.Norm = m.class
		if m.copy {
			side.Norm = "copy of a " + m.class
		}
		return side
	}
	return compare.Discrepancy{
		Kind: compare.Description, Verdict: compare.Conflict, Score: copyScore, Why: "a weapon in one, a copy of one in the other",
		Subject: clauseWords(s, a.claim), Question: about("Was it real", clauseWords(s, a.claim)),
		A: side(a), B: side(b),
	}
}

// armIn is the weapon that somebody has in hand in a clause, police and soldiers
// aside; ok is false if there is none, or it is denied.
func armIn(s *compare.Story, c *compare.Claim) (a arm, ok bool) {
	cl, doc := clauseOf(s, c), s.Document(c)
	if cl == nil || cl.Verb < 0 || !bears(doc.Tokens[cl.Verb].Lemma) || negated(s, c) || soft(c.Stance) {
		return arm{}, false
	}
	if head := subjectHead(s, c); head != nil && (lexicon.NounClass(head.Lemma) == "cop" || lexicon.NounClass(head.Lemma) == "soldier" || head.Lemma == "police") {
		return arm{}, false
	}
	for i := cl.VerbLast; i < min(cl.Last, cl.VerbLast+armReach); i++ {
		t := &doc.Tokens[i]
		if class := lexicon.NounClass(t.Lemma); t.Tag.IsNoun() && (class == "gun" || class == "explosive") {
			return arm{c, i, class, copied(doc.Tokens[i-1].Norm)}, true
		}
	}
	return arm{}, false
}

// armReach is how many tokens after the verb its weapon stands.
const armReach = 8

// bears reports a verb for having a weapon in hand or using it.
func bears(lemma string) bool {
	switch lemma {
	case "aim", "arm", "brandish", "carry", "draw", "have", "hold", "lift", "point", "produce", "pull", "raise", "wave", "wield":
		return true
	}
	return false
}

// copied reports a word for what only looks like a weapon.
func copied(norm string) bool {
	switch norm {
	case "replica", "toy", "fake", "imitation", "dummy", "mock", "plastic", "pellet", "bb":
		return true
	}
	return false
}

// speaksOfCopies reports whether a source calls anything a copy.
func speaksOfCopies(s *compare.Story, source int) bool {
	return slices.ContainsFunc(s.Sources[source].Doc.Tokens, func(t nlp.Token) bool { return copied(t.Norm) })
}
