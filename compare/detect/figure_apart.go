package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/value"
)

// converted reports whether a figure only repeats in brackets what stands
// before them in another unit: "$US1 million ($1.52 million)", "620 miles (1,000 km)".
func converted(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.Value.Dimension == value.Count || q.First < 2 || doc.Tokens[q.First-1].Norm != "(" {
		return false
	}
	if doc.Tokens[q.First-2].Tag == "CD" {
		return q.Value.Dimension == value.Money
	}
	if c.Mention == 0 {
		return false
	}
	before := &doc.Quantities[c.Mention-1]
	return before.Sentence == q.Sentence && before.Value.Dimension == q.Value.Dimension && max(before.NounLast, before.Last) >= q.First-1
}

// oneMore reports whether a counts others beside one, and b all of them: "22
// other defendants", "23 of the defendants".
func oneMore(s *compare.Story, a, b *compare.Claim) bool {
	doc := s.Document(a)
	q := quantity(s, a)
	if q.Last >= len(doc.Tokens) || q.Value.Dimension != value.Count {
		return false
	}
	switch doc.Tokens[q.Last].Norm {
	case "other", "others", "more":
		return quantity(s, b).Value.Mid() == q.Value.Mid()+1
	}
	return false
}

// tallied reports whether two figures are results that players and teams pile
// up, of which a report of sport is full: they are of one only if their
// sentences name the same one.
func tallied(s *compare.Story, a, b *compare.Claim) bool {
	return (tally(nounOf(s, a)) || tally(nounOf(s, b))) && !sharedEntity(sentenceEntities(s, a), sentenceEntities(s, b))
}

func tally(noun string) bool {
	switch noun {
	case "point", "yard", "touchdown", "goal", "homer", "inning", "season", "game", "match", "assist", "rebound", "rbi", "carry", "lap", "wicket", "try", "title", "pass", "catch":
		return true
	}
	return false
}

// standing reports whether a score is one on the way and not the result: "a
// 5-1 lead", "3-1 down", "tied at 6-6", "to make it 8-6".
func standing(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.Last < len(doc.Tokens) {
		switch doc.Tokens[q.Last].Lemma {
		case "lead", "down", "up", "ahead", "behind", "advantage", "deficit":
			return true
		}
	}
	for i := max(0, q.First-2); i < q.First; i++ {
		switch doc.Tokens[i].Lemma {
		case "tie", "level", "make", "lead", "trail":
			return true
		}
	}
	return false
}
