package detect

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
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
		case "first":
			if i > sent.First && doc.Tokens[i-1].Norm == "at" {
				return true
			}
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

// portion says how a figure counts a part of what was counted before: "of" for
// "31 of them", "more" for "five more people" and "another 40"; "" if it counts
// a whole.
func portion(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	if q.First > sent.First+1 && doc.Tokens[q.First-1].Norm == "of" {
		switch doc.Tokens[q.First-2].Lemma { // "a family of five among the dead"
		case "family", "group", "team", "crew", "party", "pair", "band":
			return "of"
		}
	}
	if q.First > sent.First {
		if w := doc.Tokens[q.First-1].Norm; (w == "which" || w == "whom") && q.First > sent.First+1 && doc.Tokens[q.First-2].Norm == "of" {
			return "of" // "20 people, of whom four are seriously hurt"
		}
		switch doc.Tokens[q.First-1].Norm {
		case "another", "other", "further", "additional":
			return "more"
		}
	}
	if q.Last+1 >= sent.Last {
		return ""
	}
	switch doc.Tokens[q.Last].Norm {
	case "more", "other", "others", "further", "additional":
		return "more"
	case "of":
		switch doc.Tokens[q.Last+1].Norm {
		case "the", "them", "those", "these", "whom", "which", "its", "their", "his", "her":
			return "of"
		}
		if q.Last+2 < sent.Last && doc.Tokens[q.Last+2].Norm == "'s" { // "two of Norland's banks"
			return "of"
		}
	}
	return ""
}

// otherShock reports whether one magnitude is that of an aftershock and the
// other is not: a report of a quake gives both.
func otherShock(s *compare.Story, a, b *compare.Claim) bool {
	return quantity(s, a).Value.Unit == "magnitude" && aftershock(s, a) != aftershock(s, b)
}

func aftershock(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	sent := doc.Sentences[quantity(s, c).Sentence]
	for i := sent.First; i < sent.Last; i++ {
		if doc.Tokens[i].Lemma == "aftershock" {
			return true
		}
	}
	return false
}

// otherPlace reports whether the sentences of two figures name other places, and
// both reports know places of either: they tell of two events, and know it.
func otherPlace(s *compare.Story, a, b *compare.Claim) bool {
	if a.Source == b.Source || quantity(s, a).Value.Dimension != value.Count {
		return false
	}
	pa, pb := places(s, a), places(s, b)
	return disjoint(pa, pb) && anyUsed(s, pa, b.Source) && anyUsed(s, pb, a.Source)
}

// places are the places named in a claim's sentence.
func places(s *compare.Story, c *compare.Claim) []int {
	return slices.DeleteFunc(sentenceEntities(s, c), func(e int) bool { return s.Entities[e].Type != nlp.Place })
}

func anyUsed(s *compare.Story, entities []int, source int) bool {
	return slices.ContainsFunc(entities, func(e int) bool { return uses(s, e, source) })
}

// otherPrice reports whether two sums are two prices: one is told as that of an
// earlier offer, or both are for a unit and their clauses name nobody in common.
func otherPrice(s *compare.Story, a, b *compare.Claim) bool {
	if quantity(s, a).Value.Dimension != value.Money {
		return false
	}
	return generation(s, a) != generation(s, b) || perUnit(nounOf(s, a)) && disjoint(clauseEntities(s, a), clauseEntities(s, b))
}

// required reports whether a figure is what is needed, and not what there is:
// "60 votes are needed".
func required(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	for i := max(sent.First, q.First-requiredReach); i < min(sent.Last, max(q.NounLast, q.Last)+requiredReach); i++ {
		switch doc.Tokens[i].Lemma {
		case "need", "require", "necessary", "threshold", "supermajority", "enough":
			return true
		}
	}
	return false
}

// requiredReach is how many tokens from a figure it may say that it is needed.
const requiredReach = 4

// someOf reports whether a counts people of one sort, and b people at large
// and no fewer of them: ten children may be among sixty people.
func someOf(s *compare.Story, a, b *compare.Claim) bool {
	return sortOfPeople(nounOf(s, a)) && !sortOfPeople(nounOf(s, b)) && isPeople(nounOf(s, b)) &&
		quantity(s, a).Value.Mid() <= quantity(s, b).Value.Mid()
}

// sortOfPeople reports whether a noun picks some people out of all.
func sortOfPeople(noun string) bool {
	switch noun {
	case "child", "woman", "girl", "boy", "baby", "infant", "toddler", "teenager", "teen", "minor", "foreigner":
		return true
	}
	return false
}

// owners are the named things a figure belongs to: in the subject of its
// clause and in the noun phrase itself.
func owners(s *compare.Story, c *compare.Claim) []int {
	q := quantity(s, c)
	return append(subjectEntities(s, c), owned(s, entitiesIn(s, c.Source, q.First, q.NounLast))...)
}

// window reports whether a figure is the length of a stretch of something
// longer: the first five innings, his last three films. Whoever tells chooses it.
func window(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.First == doc.Sentences[q.Sentence].First || q.Value.Dimension != value.Count && q.Value.Dimension != value.Duration {
		return false
	}
	switch doc.Tokens[q.First-1].Norm {
	case "last", "past", "previous", "first", "opening", "final", "closing", "remaining", "next", "coming":
		return true
	}
	return false
}
