package detect

import (
	"math"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/lexicon"
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

// generation tells an earlier figure from the current one by the words before
// it: "up from a previous offer of $70", "the original $105 billion approach",
// "earlier reports had put it at 40m".
func generation(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	for i := sent.First; i < min(max(q.NounLast, q.Last), sent.Last); i++ {
		near := i >= q.First-4
		switch doc.Tokens[i].Norm {
		case "previously", "initially", "originally", "preliminary":
			return true
		case "previous", "original", "initial", "prior":
			if near {
				return true
			}
		case "earlier":
			if near || i+1 < sent.Last && lexicon.ReportNoun(doc.Tokens[i+1].Norm) {
				return true
			}
		}
	}
	return false
}

// ledger reports a sum to the cent: an item of an account, of which there are
// many, and each is its own.
func ledger(q value.Quantity) bool {
	return q.Dimension == value.Money && q.Low == q.High && math.Abs(q.Low*100-math.Round(q.Low)*100) > 0.5
}

// partitive reports whether a figure counts a part of what was counted before:
// "31 of them", "five more people", "20 others".
func partitive(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	if q.First > sent.First+1 && doc.Tokens[q.First-1].Norm == "of" {
		switch doc.Tokens[q.First-2].Lemma { // "a family of five among the dead"
		case "family", "group", "team", "crew", "party", "pair", "band":
			return true
		}
	}
	if q.First > sent.First {
		switch doc.Tokens[q.First-1].Norm {
		case "another", "other", "further", "additional":
			return true
		}
	}
	if q.Last+1 >= sent.Last {
		return false
	}
	switch doc.Tokens[q.Last].Norm {
	case "more", "other", "others", "further", "additional":
		return true
	case "of":
		switch doc.Tokens[q.Last+1].Norm {
		case "the", "them", "those", "these", "whom", "which", "its", "their":
			return true
		}
	}
	return false
}

// bearers are the persons of an age: named in its noun phrase, or right before
// it ("Holm, 42,").
func bearers(s *compare.Story, c *compare.Claim) []int {
	q := quantity(s, c)
	if doc := s.Document(c); q.Value.Dimension == value.Percent && q.First > 1 && doc.Tokens[q.First-1].Norm == "(" {
		return entitiesIn(s, c.Source, q.First-2, q.First-1) // "Brask (17 percent)"
	}
	if q.Value.Dimension == value.Percent {
		if cl := clauseOf(s, c); cl != nil && cl.Verb >= 0 {
			return subjectEntities(s, c)
		}
	}
	if q.Value.Dimension != value.Age {
		return nil
	}
	if list := entitiesIn(s, c.Source, q.First, max(q.NounLast, q.Last+1)); len(list) > 0 {
		return list
	}
	return entitiesIn(s, c.Source, max(0, q.First-maxSurname), q.First)
}

// maxSurname is how many tokens before an age the name of its bearer begins:
// given name, surname, comma.
const maxSurname = 3

// someOf reports whether a counts people of one sort, and b people at large
// and no fewer of them: ten children may be among sixty people.
func someOf(s *compare.Story, a, b *compare.Claim) bool {
	switch nounOf(s, a) {
	case "child", "woman", "girl", "boy", "baby", "infant", "toddler", "teenager", "teen", "minor", "foreigner":
	default:
		return false
	}
	switch nounOf(s, b) {
	case "child", "woman", "girl", "boy", "baby", "infant", "toddler", "teenager", "teen", "minor", "foreigner":
		return false
	}
	return isPeople(nounOf(s, b)) && quantity(s, a).Value.Mid() <= quantity(s, b).Value.Mid()
}

// owners are the named things a figure belongs to: in the subject of its
// clause and in the noun phrase itself.
func owners(s *compare.Story, c *compare.Claim) []int {
	q := quantity(s, c)
	return append(subjectEntities(s, c), owned(s, entitiesIn(s, c.Source, q.First, q.NounLast))...)
}

// window is the word that makes a figure one of a stretch of something longer:
// the first five innings, his last three films; "" if there is none.
func window(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.First == doc.Sentences[q.Sentence].First || q.Value.Dimension != value.Count && q.Value.Dimension != value.Duration {
		return ""
	}
	switch word := doc.Tokens[q.First-1].Norm; word {
	case "last", "past", "previous":
		return "last"
	case "first", "opening":
		return "first"
	case "final", "closing", "remaining":
		return "final"
	case "next", "coming":
		return "next"
	}
	return ""
}
