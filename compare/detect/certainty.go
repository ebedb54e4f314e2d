package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

var certainty = &compare.Detector{
	Kind: compare.Certainty,
	Doc: `fact in one report, allegation or possibility in another

Fires when two aligned clauses state the same event and one stands behind it
while the other gives it as possible, alleged, reported, believed or denied;
when both give the same sum, count or measure for one thing, whatever their
verbs, and one of them with such a word of doubt; and when one always names a
thing with a word of doubt ("likely pipe bombs") and the other never.
Silent when the plain source hedges it elsewhere, when both hedge, when the plain
one is a heading of a body that hedges in the same report, when only the
speaker differs, when the doubt concerns another clause or what is still to
come, and for a figure told as known ("some of the 240 girls").
Misses hedges that stand in another sentence than what they hedge.`,
	Run: runCertainty,
}

const (
	certaintyThreshold = 0.55
	sameStatement      = 0.45 // score from which a second clause of the source tells the same
	sameStateDice      = 0.50 // Dice from which two clauses with "be" or "have" tell the same
)

func runCertainty(s *compare.Story) []compare.Discrepancy {
	out := append(figureCertainty(s), nounCertainty(s)...)
	return append(out, statementCertainty(s)...)
}

// statementCertainty compares the stance of two clauses that state one event.
func statementCertainty(s *compare.Story) []compare.Discrepancy {
	type key struct {
		claim  *compare.Claim
		source int
	}
	var list []candidate
	hedgedIn := map[key]bool{} // the source has a hedged counterpart of the claim
	s.Pairs(compare.Statement, func(p compare.Pair) {
		if verbLemma(s, p.A) == "" || verbLemma(s, p.B) == "" {
			return
		}
		score := statementScore(s, p)
		if score < sameStatement {
			return
		}
		sa, sb := doubt(p.A.Stance), doubt(p.B.Stance)
		if sa {
			hedgedIn[key{p.B, p.A.Source}] = true
		}
		if sb {
			hedgedIn[key{p.A, p.B.Source}] = true
		}
		if sa == sb || p.A.Source == p.B.Source || score < certaintyThreshold {
			return
		}
		plain, hedged := p.A, p.B
		if sa {
			plain, hedged = p.B, p.A
		}
		if otherMatter(s, p, plain, hedged) || noFact(s, plain) || doubtElsewhere(s, plain, hedged) {
			return
		}
		list = append(list, candidate{p.A, p.B, score, doubtWord(p.A, p.B)})
	})
	var out []compare.Discrepancy
	for _, c := range bestOfSentence(assign(list)) {
		plain, hedged := c.a, c.b
		if doubt(c.a.Stance) {
			plain, hedged = c.b, c.a
		}
		if hedgedIn[key{hedged, plain.Source}] {
			continue
		}
		out = append(out, compare.Discrepancy{
			Kind: compare.Certainty, Verdict: compare.Tension, Score: c.score, Why: c.why,
			Subject: clauseWords(s, plain), Question: about("How certain", clauseWords(s, plain)),
			A: stanceSide(statementSide(s, c.a), c.a), B: stanceSide(statementSide(s, c.b), c.b),
		})
	}
	return out
}

// otherMatter reports whether two clauses of like words state different things,
// or one of them nothing that could be sure or not.
func otherMatter(s *compare.Story, p compare.Pair, plain, hedged *compare.Claim) bool {
	switch {
	case related(p.A.Event, p.B.Event) < sameNoun, p.A.Event == "say", p.B.Event == "say",
		disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)),
		!weightyVerb(p.A) && p.Dice < sameStateDice,
		p.A.Event == "be" && !sameState(s, p.A, p.B),
		inQuotation(s, p.A), inQuotation(s, p.B), openQuestion(s, p.A), openQuestion(s, p.B),
		accusation(s, p.A) && accusation(s, p.B):
		return true
	case plain.Speaker != nil && hedged.Stance == nlp.Alleged:
		return true // somebody says it in one, and claims it in the other
	}
	ca, cb := clauseOf(s, p.A), clauseOf(s, p.B)
	if ca.Passive != cb.Passive && sharedEntity(subjectEntities(s, p.A), subjectEntities(s, p.B)) {
		return true // who holds is not who is held
	}
	return obliged(s, hedged) != obliged(s, plain) || !sameDeed(s, p.A, p.B)
}

// noFact reports whether a clause without a word of doubt states no fact all
// the same.
func noFact(s *compare.Story, plain *compare.Claim) bool {
	switch verbLemma(s, plain) {
	case "look", "seem", "appear", "sound", "suspect", "believe", "think", "fear", "allege", "claim", "report":
		return true // what it looks like, or who thinks so
	}
	switch s.Document(plain).Tokens[clauseOf(s, plain).First].Norm {
	case "before", "until":
		return true // it has not come about
	}
	return !finite(s, plain) || plain.Stance == nlp.Negated || foreseen(s, plain)
}

// doubtElsewhere reports whether the word of doubt does not concern what both
// clauses state: it is about what may come where the other tells what has come,
// or about another clause of its sentence.
func doubtElsewhere(s *compare.Story, plain, hedged *compare.Claim) bool {
	switch {
	case plain.Stance == nlp.Planned && verbLemma(s, plain) != verbLemma(s, hedged),
		(ahead(s, hedged) || foreseen(s, hedged)) && past(s, plain),
		gerund(s, hedged), temporal(s, hedged),
		reduced(s, plain) && !reduced(s, hedged):
		return true
	}
	// "Projects that might harm birds" are a sort of projects.
	return relative(s.Document(hedged), clauseOf(s, hedged)) && ahead(s, hedged) || cueOutside(s, hedged)
}

func doubt(k nlp.StanceKind) bool {
	switch k {
	case nlp.Hedged, nlp.Alleged, nlp.Reported, nlp.Denied:
		return true
	}
	return false
}

// stanceSide makes the stance the value of a side: the question is how certain
// it is, whatever the words.
func stanceSide(side compare.Side, c *compare.Claim) compare.Side {
	side.Norm = "stated as fact"
	if doubt(c.Stance) {
		side.Norm = c.Stance.String()
	}
	return side
}

func doubtWord(a, b *compare.Claim) string {
	if doubt(a.Stance) {
		return "stated as fact in one, " + a.Stance.String() + " in the other"
	}
	return "stated as fact in one, " + b.Stance.String() + " in the other"
}
