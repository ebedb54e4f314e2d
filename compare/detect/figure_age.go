package detect

import (
	"sort"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/value"
)

// bearers are the persons of an age: named in its noun phrase, or right before
// it ("Holm, 42,", "Holm, a 42-year-old baker").
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
	doc := s.Document(c)
	first := doc.Sentences[q.Sentence].First
	at := q.First
	if at > first && (doc.Tokens[at-1].Norm == "a" || doc.Tokens[at-1].Norm == "an") { // "Raj Holm, a 59-year-old baker"
		at--
	}
	if at <= first || doc.Tokens[at-1].Norm != "," && doc.Tokens[at-1].Norm != "(" {
		return nil
	}
	i := sort.Search(len(doc.Names), func(i int) bool { return doc.Names[i].First >= at }) - 1
	if i < 0 || doc.Names[i].Last < at-1 || doc.Names[i].First < first {
		return nil
	}
	return []int{s.Sources[c.Source].Entity[doc.Names[i].Entity]}
}

// otherPerson reports whether one age is that of a named person and the other
// that of somebody without a name: the killer's age is no rival of a victim's,
// and whether the two are one takes more than their ages.
func otherPerson(s *compare.Story, a, b *compare.Claim) bool {
	return quantity(s, a).Value.Dimension == value.Age && (len(bearers(s, a)) > 0) != (len(bearers(s, b)) > 0)
}
