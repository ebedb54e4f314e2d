package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

var outcome = &compare.Detector{
	Kind: compare.Outcome,
	Doc: `opposite or reversed accounts of what happened

Fires when two aligned clauses about the same parties state opposite events
(rose/fell, removed/reinstated, closed/reopened), when one negates what the other
asserts, or when one gives as done what an earlier report gives as planned.
Silent when both sources tell both (closed, then reopened), when the clauses
are dated apart, and when the party or thing differs.
Misses opposites that no lexicon knows and states told in other words.`,
	Run: runOutcome,
}

const (
	oppositeThreshold = 0.42
	negationThreshold = 0.62 // a negation elsewhere in a long sentence is common: ask for more
	plannedThreshold  = 0.58
	sameText          = 0.9 // sentences this alike say the same, whatever a parser makes of them
)

func runOutcome(s *compare.Story) []compare.Discrepancy {
	var list []candidate
	verdicts := map[[2]*compare.Claim]compare.Verdict{}
	s.Pairs(compare.Statement, func(p compare.Pair) {
		if p.A.Source == p.B.Source || p.Dice < 0.1 || p.Link.Dice > sameText || inQuotation(s, p.A) || inQuotation(s, p.B) ||
			disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)) {
			return
		}
		score, why, verdict := opposed(s, p)
		if score == 0 || rivalAgents(s, p) { // what two persons do are two acts: see attribution
			return
		}
		list = append(list, candidate{p.A, p.B, score, why})
		verdicts[[2]*compare.Claim{p.A, p.B}] = verdict
	})
	var out []compare.Discrepancy
	for _, c := range bestOfSentence(assign(list)) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Outcome, Verdict: verdicts[[2]*compare.Claim{c.a, c.b}], Score: c.score, Why: c.why,
			Subject: clauseWords(s, c.a), Question: about("What happened", clauseWords(s, c.a)),
			A: statementSide(s, c.a), B: statementSide(s, c.b),
		})
	}
	return out
}

// opposed scores a pair of statements as opposite accounts; 0 if they are not.
func opposed(s *compare.Story, p compare.Pair) (score float64, why string, verdict compare.Verdict) {
	va, vb := verbLemma(s, p.A), verbLemma(s, p.B)
	if va == "" || vb == "" {
		return 0, "", 0
	}
	na, nb := negated(s, p.A), negated(s, p.B)
	base := 0.6*p.Dice + 0.25*p.Link.Dice
	verdict = compare.Conflict
	if t := laterFirst(s, p.A, p.B); t != 0 {
		verdict = compare.Update
	}
	switch {
	case (lexicon.Opposite(va, vb) || direction(s, p.A)*direction(s, p.B) < 0) && na == nb && sharesParty(s, p) && !soft(p.A.Stance) && !soft(p.B.Stance):
		if base+0.2 >= oppositeThreshold && !timesApart(s, p.A, p.B) {
			return min(1, base+0.25), "“" + va + "” is the opposite of “" + vb + "”", verdict
		}
	case na != nb && related(va, vb) >= sameNoun && weightyVerb(p.A) && !soft(p.A.Stance) && !soft(p.B.Stance):
		if sc := statementScore(s, p); sc >= negationThreshold {
			return sc, "one negates what the other states", verdict
		}
	case planned(s, p.A) != planned(s, p.B) && related(va, vb) == 1 && weightyVerb(p.A) && plainOrPlanned(p.A) && plainOrPlanned(p.B):
		// The plan must stand in the earlier report, or neither be dated.
		t := laterFirst(s, p.A, p.B)
		if sc := statementScore(s, p); sc >= plannedThreshold && (planned(s, p.A) && t <= 0 || planned(s, p.B) && t >= 0) {
			return sc, "planned in one, done in the other", compare.Update
		}
	}
	return 0, "", 0
}

// direction is 1 for a clause in which something goes up, -1 for down, 0 for
// neither: by its verb, or by "was up", "were down about 1 percent".
func direction(s *compare.Story, c *compare.Claim) int {
	switch c.Event {
	case "rise":
		return 1
	case "fall":
		return -1
	}
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbLast; c.Event == "be" && i < min(cl.VerbLast+2, cl.Last); i++ {
		switch doc.Tokens[i].Norm {
		case "up", "higher":
			return 1
		case "down", "lower":
			return -1
		}
	}
	return 0
}

// planned reports whether the clause itself is put as a plan.
func planned(s *compare.Story, c *compare.Claim) bool {
	return c.Stance == nlp.Planned && ownStance(s, c, nlp.Planned)
}

func plainOrPlanned(c *compare.Claim) bool {
	return c.Stance == nlp.Planned || c.Stance == nlp.Asserted
}

// soft reports whether the source does not stand behind the claim.
func soft(k nlp.StanceKind) bool {
	switch k {
	case nlp.Hedged, nlp.Alleged, nlp.Reported, nlp.Planned, nlp.Denied:
		return true
	}
	return false
}

// sharesParty reports whether two clauses have a related subject or object:
// opposite verbs about different things are no opposites.
func sharesParty(s *compare.Story, p compare.Pair) bool {
	ca, cb := clauseOf(s, p.A), clauseOf(s, p.B)
	da, db := s.Document(p.A), s.Document(p.B)
	if !ca.Object.Empty() && !cb.Object.Empty() && rangeRelated(da, db, ca.Object, cb.Object) {
		return true
	}
	return !ca.Subject.Empty() && !cb.Subject.Empty() && (rangeRelated(da, db, ca.Subject, cb.Subject) ||
		sharedEntity(subjectEntities(s, p.A), subjectEntities(s, p.B)))
}

func sharedEntity(a, b []int) bool {
	return len(a) > 0 && len(b) > 0 && !disjoint(a, b)
}
