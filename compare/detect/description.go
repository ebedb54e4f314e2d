package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

var description = &compare.Detector{
	Kind: compare.Description,
	Doc: `another weapon, vehicle, colour, material, part of the body in the same place

Fires when two aligned clauses tell the same deed and name, in the same
place of it, two sorts of one thing that exclude one another: a knife and a
pistol, a van and a bus, copper and lead; and when what somebody held is a weapon
in one report and a copy of one in the other.
Silent for synonyms, for the broader word, for words that only add detail, and
when either report has the other's word anywhere.
Misses what the list of such things does not hold, and descriptions in
sentences of other words.`,
	Run: runDescription,
}

const (
	descriptionDice  = 0.40 // share of the clauses' weight from which they tell one deed
	descriptionScore = 0.45 // statementScore, likewise
	nearPreposition  = 3    // tokens before a word within which its preposition stands
)

func runDescription(s *compare.Story) []compare.Discrepancy {
	var list []candidate
	known := wordsOf(s)
	word := map[[2]*compare.Claim][2]int{}
	s.Pairs(compare.Statement, func(p compare.Pair) {
		if p.A.Source == p.B.Source || p.Dice < descriptionDice || p.Dice == 1 {
			return
		}
		a, b := contrasted(s, p, known)
		if a < 0 || statementScore(s, p) < descriptionScore || disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)) || inQuotation(s, p.A) != inQuotation(s, p.B) {
			return
		}
		list = append(list, candidate{p.A, p.B, 0.4 + 0.4*p.Dice, ""})
		word[[2]*compare.Claim{p.A, p.B}] = [2]int{a, b}
	})
	var out []compare.Discrepancy
	for _, c := range bestOfSentence(assign(list)) {
		at := word[[2]*compare.Claim{c.a, c.b}]
		out = append(out, compare.Discrepancy{
			Kind: compare.Description, Verdict: compare.Tension, Score: c.score,
			Why:     "two sorts of one thing that exclude one another",
			Subject: clauseWords(s, c.a), Question: about("Which is it", clauseWords(s, c.a)),
			A: stretchSide(s, c.a, at[0], at[0]+1), B: stretchSide(s, c.b, at[1], at[1]+1),
		})
	}
	return append(out, copies(s)...)
}

// contrasted finds the first two words of a pair of clauses that exclude one
// another in the same place; -1 if there are none.
func contrasted(s *compare.Story, p compare.Pair, known []map[string]bool) (a, b int) {
	la, lb := contrastable(s, p.A), contrastable(s, p.B)
	if len(la) == 0 || len(lb) == 0 {
		return -1, -1
	}
	da, db := s.Document(p.A), s.Document(p.B)
	for _, x := range la {
		for _, y := range lb {
			wx, wy := da.Tokens[x].Lemma, db.Tokens[y].Lemma
			if lexicon.Contrasts(wx, wy) && slotOf(s, p.A, x) == slotOf(s, p.B, y) && sameThing(da, db, x, y) && !known[p.A.Source][wy] && !known[p.B.Source][wx] {
				return x, y
			}
		}
	}
	return -1, -1
}

// contrastable lists the tokens of a claim's clause that may exclude others:
// no names, and none that is denied.
func contrastable(s *compare.Story, c *compare.Claim) []int {
	cl, doc := clauseOf(s, c), s.Document(c)
	var list []int
	for i := cl.First; i < cl.Last; i++ {
		t := &doc.Tokens[i]
		if (t.Tag.IsNoun() && !t.Tag.IsProper() || t.Tag.IsAdjective()) && lexicon.Contrastable(t.Lemma) && len(entitiesIn(s, c.Source, i, i+1)) == 0 {
			list = append(list, i)
		}
	}
	return list
}

// slot is where in a clause a word stands.
type slot struct {
	after       bool   // behind the verb
	preposition string // that governs it
}

func slotOf(s *compare.Story, c *compare.Claim, token int) slot {
	cl, doc := clauseOf(s, c), s.Document(c)
	sl := slot{after: token > cl.Verb}
	for i := token - 1; i >= max(cl.First, token-nearPreposition) && i != cl.Verb; i-- {
		if doc.Tokens[i].Tag == "IN" {
			sl.preposition = doc.Tokens[i].Norm
			break
		}
	}
	return sl
}

// sameThing reports whether two words stand for one thing, as far as the words
// behind them say: a red car and a blue car, but not "police dog" and "cat food".
func sameThing(da, db *nlp.Document, x, y int) bool {
	next := func(d *nlp.Document, i int) string {
		if i+1 < len(d.Tokens) && d.Tokens[i+1].Tag.IsNoun() {
			return d.Tokens[i+1].Lemma
		}
		return ""
	}
	return next(da, x) == next(db, y)
}

// wordsOf is the set of contrastable lemmas that each source uses anywhere.
func wordsOf(s *compare.Story) []map[string]bool {
	sets := make([]map[string]bool, len(s.Sources))
	for i := range s.Sources {
		sets[i] = map[string]bool{}
		for _, t := range s.Sources[i].Doc.Tokens {
			if lexicon.Contrastable(t.Lemma) {
				sets[i][t.Lemma] = true
			}
		}
	}
	return sets
}
