package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

var certainty = &compare.Detector{
	Kind: compare.Certainty,
	Doc: `fact in one report, allegation or possibility in another

Fires when two aligned clauses state the same event and one stands behind it
while the other gives it as possible, alleged, reported, believed or denied.
Silent when the plain source hedges it elsewhere, when both hedge, when the plain
one is a heading of a body that hedges in the same report, and when only the
speaker differs.
Misses hedges that stand in another sentence than what they hedge.`,
	Run: runCertainty,
}

const (
	certaintyThreshold = 0.60
	sameStatement      = 0.55 // score from which a second clause of the source tells the same
)

func runCertainty(s *compare.Story) []compare.Discrepancy {
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
		if related(p.A.Event, p.B.Event) < sameNoun || disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)) {
			return
		}
		plain := p.A
		if sa {
			plain = p.B
		}
		if plain.Stance == nlp.Negated || plain.Stance == nlp.Planned {
			return
		}
		list = append(list, candidate{p.A, p.B, score, doubtWord(p.A, p.B)})
	})
	var out []compare.Discrepancy
	for _, c := range assign(list) {
		plain, hedged := c.a, c.b
		if doubt(c.a.Stance) {
			plain, hedged = c.b, c.a
		}
		if hedgedIn[key{hedged, plain.Source}] {
			continue
		}
		out = append(out, compare.Discrepancy{
			Kind: compare.Certainty, Verdict: compare.Tension, Score: c.score, Why: c.why,
			Subject: clauseWords(s, plain), Question: "How certain: " + clauseWords(s, plain) + "?",
			A: statementSide(s, c.a), B: statementSide(s, c.b),
		})
	}
	return out
}

func doubt(k nlp.StanceKind) bool {
	switch k {
	case nlp.Hedged, nlp.Alleged, nlp.Reported, nlp.Denied:
		return true
	}
	return false
}

func doubtWord(a, b *compare.Claim) string {
	if doubt(a.Stance) {
		return "stated as fact in one, " + a.Stance.String() + " in the other"
	}
	return "stated as fact in one, " + b.Stance.String() + " in the other"
}
