package detect

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/wording"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

var description = &compare.Detector{
	Kind: compare.Description,
	Doc: `another word in the same place of nearly the same sentence

Fires when two aligned clauses run nearly word for word and a noun or adjective
is exchanged for an unrelated one, with equal words on both sides.
Silent for synonyms, for words that only add detail, for names, numbers and
times (their own kinds), and for clauses that are merely alike.
Misses causes, weapons and objects that are told in different sentences.`,
	Run: runDescription,
}

const (
	descriptionDice = 0.65 // share of the clauses' weight without which a changed word is just another clause
	parallelDice    = 0.50 // the sentences around the clauses, likewise
	maxExtra        = 8    // words by which one clause may be longer
	endRun          = 3    // equal words before an exchange at the end of both clauses
	sameRun         = 2    // equal words on each side of an exchange
)

func runDescription(s *compare.Story) []compare.Discrepancy {
	var out []compare.Discrepancy
	s.Pairs(compare.Statement, func(p compare.Pair) {
		if p.A.Source == p.B.Source || p.Dice < descriptionDice || p.Dice == 1 || p.Link.Dice < parallelDice {
			return
		}
		ca, cb := clauseOf(s, p.A), clauseOf(s, p.B)
		if longer := (ca.Last - ca.First) - (cb.Last - cb.First); longer > 2*maxExtra || longer < -2*maxExtra {
			return
		}
		da, db := s.Document(p.A), s.Document(p.B)
		wa, wb := clauseTokens(s, p.A), clauseTokens(s, p.B)
		if len(wa)-len(wb) > maxExtra || len(wb)-len(wa) > maxExtra {
			return
		}
		edits := wording.Diff(norms(da, wa), norms(db, wb))
		for i := 1; i+1 < len(edits); i++ {
			x, y := edits[i], edits[i+1]
			if x.Op == wording.Equal || y.Op == wording.Equal || length(edits[i-1]) < sameRun {
				continue
			}
			if i+2 < len(edits) && length(edits[i+2]) < sameRun || i+2 == len(edits) && length(edits[i-1]) < endRun {
				continue
			}
			if x.Op == wording.Insert {
				x, y = y, x
			}
			a0, a1, b0, b1 := wa[x.A0], wa[x.A1-1]+1, wb[y.B0], wb[y.B1-1]+1
			long := 3
			if i+2 == len(edits) {
				long = 2
			}
			if a1-a0 > long || b1-b0 > long || !exchanged(s, p, a0, a1, b0, b1) {
				continue
			}
			out = append(out, compare.Discrepancy{
				Kind: compare.Description, Verdict: compare.Tension, Score: 0.4 + 0.4*p.Dice,
				Why:     "the sentences are alike but for these words",
				Subject: clauseWords(s, p.A), Question: about("Which is it", clauseWords(s, p.A)),
				A: stretchSide(s, p.A, a0, a1), B: stretchSide(s, p.B, b0, b1),
			})
		}
	})
	return out
}

func length(e wording.Edit) int { return e.A1 - e.A0 }

// clauseTokens lists the word tokens of a claim's clause.
func clauseTokens(s *compare.Story, c *compare.Claim) []int {
	doc := s.Document(c)
	cl := clauseOf(s, c)
	var list []int
	for i := cl.First; i < cl.Last; i++ {
		if isWord(&doc.Tokens[i]) {
			list = append(list, i)
		}
	}
	return list
}

func norms(doc *nlp.Document, tokens []int) []string {
	list := make([]string, len(tokens))
	for i, t := range tokens {
		list[i] = doc.Tokens[t].Norm
	}
	return list
}

// exchanged reports whether tokens [a0, a1) and [b0, b1) are nouns or
// adjectives that mean different things, and no name, number or time.
func exchanged(s *compare.Story, p compare.Pair, a0, a1, b0, b1 int) bool {
	da, db := s.Document(p.A), s.Document(p.B)
	ha, hb := &da.Tokens[a1-1], &db.Tokens[b1-1]
	if !plainWord(ha) || !plainWord(hb) || ha.Tag.IsNoun() != hb.Tag.IsNoun() {
		return false
	}
	if points(&da.Tokens[a0]) || points(&db.Tokens[b0]) || lexicon.ReportNoun(ha.Norm) && lexicon.ReportNoun(hb.Norm) {
		return false // "this country"; a statement or a release
	}
	if len(entitiesIn(s, p.A.Source, a0, a1)) > 0 || len(entitiesIn(s, p.B.Source, b0, b1)) > 0 {
		return false
	}
	for _, x := range contentLemmas(da, a0, a1) {
		for _, y := range contentLemmas(db, b0, b1) {
			if sameSpelling(x, y) || related(x, y) > 0 || strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
				return false
			}
		}
	}
	return true
}

// points reports a word that points back to what was named before.
func points(t *nlp.Token) bool {
	switch t.Norm {
	case "this", "that", "these", "those", "such", "its", "their", "his", "her":
		return true
	}
	return false
}

func plainWord(t *nlp.Token) bool {
	return (t.Tag.IsNoun() && !t.Tag.IsProper() || t.Tag.IsAdjective()) && len(t.Norm) > 2
}
