package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/value"
)

var place = &compare.Detector{
	Kind: compare.Place,
	Doc: `one event, two places

Fires when two aligned clauses put the same event in different places by the
same preposition, and neither source names the other's place; when one puts it
in a place and the other near it, or northeast of it and the other northwest; for
one distance in one direction from two places; when one person dies at the scene
in one report and in hospital or at home in the other; and for a street of one
name and two sorts.
Silent when a source names both places (one lies in the other, or two persons
died), and for nationality words.
Misses places told by description ("near the border").`,
	Run: runPlace,
}

const (
	placeThreshold = 0.62
	nearThreshold  = 0.42 // the place is the same, so it takes less
	parallelDice   = 0.50 // likeness of two sentences, from which their places stand side by side
)

func runPlace(s *compare.Story) []compare.Discrepancy {
	var list []candidate
	s.Pairs(compare.Naming, func(p compare.Pair) {
		if p.A.Source == p.B.Source || !isPlace(s, p.A) || !isPlace(s, p.B) || timesApart(s, p.A, p.B) {
			return
		}
		ea, eb := entityOf(s, p.A), entityOf(s, p.B)
		if ea == eb || uses(s, ea, p.B.Source) || uses(s, eb, p.A.Source) {
			return
		}
		if rel, _ := value.CompareNames(s.Entities[ea].Canonical, s.Entities[eb].Canonical); rel != value.Conflict {
			return
		}
		if related(p.A.Event, p.B.Event) < sameNoun || preposition(s, p.A) == "" || preposition(s, p.A) != preposition(s, p.B) {
			return
		}
		if score := 0.6*p.Dice + 0.3*p.Link.Dice + 0.15; score >= placeThreshold {
			list = append(list, candidate{p.A, p.B, min(1, score), "the same event, put in two places"})
		}
	})
	var near []candidate
	s.Pairs(compare.Naming, func(p compare.Pair) {
		if p.A.Source == p.B.Source || !isPlace(s, p.A) || entityOf(s, p.A) != entityOf(s, p.B) || timesApart(s, p.A, p.B) || s.Sources[p.A.Source].Event != s.Sources[p.B.Source].Event {
			return
		}
		x, y := nearness(s, p.A), nearness(s, p.B)
		if x == 0 || y == 0 || x == y || related(p.A.Event, p.B.Event) < sameNoun && p.Link.Dice < parallelDice {
			return
		}
		if score := 0.5*p.Dice + 0.3*p.Link.Dice + 0.15; score >= nearThreshold {
			near = append(near, candidate{p.A, p.B, min(1, score), "in the place in one, near it in the other"})
		}
	})
	var out []compare.Discrepancy
	for _, c := range assign(append(list, references(s)...)) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Place, Verdict: compare.Conflict, Score: c.score, Why: c.why,
			Subject: clauseWords(s, c.a), Question: about("Where", clauseWords(s, c.a)),
			A: nameSide(s, c.a), B: nameSide(s, c.b),
		})
	}
	for _, c := range assign(bearings(s)) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Place, Verdict: compare.Conflict, Score: c.score, Why: c.why,
			Subject: s.Entities[entityOf(s, c.a)].Canonical, Question: about("In which direction of "+s.Entities[entityOf(s, c.a)].Canonical, clauseWords(s, c.a)),
			A: bearingSide(s, c.a), B: bearingSide(s, c.b),
		})
	}
	for _, c := range assign(near) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Place, Verdict: compare.Tension, Score: c.score, Why: c.why,
			Subject: clauseWords(s, c.a), Question: about("Where", clauseWords(s, c.a)),
			A: nearSide(s, c.a), B: nearSide(s, c.b),
		})
	}
	return append(append(out, deathPlaces(s)...), thoroughfares(s)...)
}

// nearness is 1 for a name that something is in, at or over, -1 for one that it
// is only near, 0 where the words before it say neither.
func nearness(s *compare.Story, c *compare.Claim) int {
	doc := s.Document(c)
	if c.Last < len(doc.Tokens) && (doc.Tokens[c.Last].Tag.IsNoun() || doc.Tokens[c.Last].Norm == "'s") {
		return 0 // the name only says of which sort a thing is
	}
	for i := c.First - 1; i >= max(0, c.First-3); i-- {
		switch t := &doc.Tokens[i]; {
		case t.Norm == "near" || t.Norm == "outside":
			return -1
		case t.Norm == "in" || t.Norm == "inside" || t.Norm == "over" || t.Norm == "at":
			return 1
		case t.Tag != "DT" && !t.Tag.IsAdjective() && !t.Tag.IsNoun():
			return 0
		}
	}
	return 0
}

// nearSide quotes a place with the words that say how near.
func nearSide(s *compare.Story, c *compare.Claim) compare.Side {
	doc := s.Document(c)
	first := c.First
	for first > 0 && first > c.First-3 && doc.Tokens[first].Tag != "IN" {
		first--
	}
	side := stretchSide(s, c, first, c.Last)
	side.Norm = "in " + s.Entities[entityOf(s, c)].Canonical
	if nearness(s, c) < 0 {
		side.Norm = "near " + s.Entities[entityOf(s, c)].Canonical
	}
	return side
}

func isPlace(s *compare.Story, c *compare.Claim) bool {
	return s.Document(c).Names[c.Mention].Type == nlp.Place
}

// preposition is the preposition right before a name, articles aside.
func preposition(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	for i := c.First - 1; i >= 0 && i >= c.First-3; i-- {
		switch t := &doc.Tokens[i]; t.Tag {
		case "IN", "TO":
			return t.Norm
		case "DT", "JJ":
		default:
			return ""
		}
	}
	return ""
}
