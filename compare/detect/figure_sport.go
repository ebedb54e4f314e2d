package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/value"
)

// tallied reports whether two figures are results that players and teams pile
// up, of which a report of sport is full: they are of one only if their
// sentences name the same one and their clauses tell the same.
func tallied(s *compare.Story, a, b *compare.Claim) bool {
	if !tally(s, a) && !tally(s, b) {
		return false
	}
	if closeness(quantity(s, a).Value.Mid(), quantity(s, b).Value.Mid()) < nearFigure {
		return true // of a match and of a career
	}
	return !sharedEntity(sentenceEntities(s, a), sentenceEntities(s, b)) || related(a.Event, b.Event) < sameNoun ||
		min(compare.Dice(a.Terms, b.Terms, a.Weight, b.Weight), contextLikeness(s, a, b)) < sameFeat
}

// sameFeat is how alike the clauses of two results, and the words around them,
// are at least: a player scores in every match.
const sameFeat = 0.35

// tally reports whether a figure is a result: it counts what is counted in
// sport, or is a distance in yards.
func tally(s *compare.Story, c *compare.Claim) bool {
	if q := quantity(s, c).Value; q.Dimension == value.Length {
		return q.Unit == "yard"
	}
	switch nounOf(s, c) {
	case "point", "yard", "touchdown", "goal", "homer", "inning", "season", "game", "match", "assist", "rebound", "rbi", "rbis", "carry", "lap", "wicket", "try", "title", "pass", "catch",
		"race", "turnover", "interception", "sack", "fumble", "punch", "ko", "kos", "round", "win", "victory", "loss", "defeat", "set", "innings", "strikeout", "birdie", "bogey", "penalty", "medal":
		return true
	}
	return false
}

// standing reports whether a score is one on the way or a tally of results, and
// not the result of a match: "a 5-1 lead", "3-1 down", "tied at 6-6", "to make
// it 8-6", "a 9-5 season", "they stand at 10-5".
func standing(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.Last < len(doc.Tokens) {
		switch doc.Tokens[q.Last].Lemma {
		case "lead", "down", "up", "ahead", "behind", "advantage", "deficit", "season", "record", "start":
			return true
		}
	}
	for i := max(0, q.First-2); i < q.First; i++ {
		switch doc.Tokens[i].Lemma {
		case "tie", "level", "make", "lead", "trail", "stand", "record":
			return true
		}
	}
	return false
}
