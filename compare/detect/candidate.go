package detect

import (
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// candidate is a pair of claims that may answer one question differently.
type candidate struct {
	a, b  *compare.Claim
	score float64
	why   string
}

// nearBest is how close to the best counterpart a pair must come to be kept: a
// claim said twice in a source may have two counterparts, a rival has none.
const nearBest = 0.88

// assign keeps the candidates that are the best, or nearly, of both claims
// for the other's source: one to one, but for repeats of a claim.
func assign(list []candidate) []candidate {
	type side struct {
		claim  *compare.Claim
		source int
	}
	best := map[side]float64{}
	for _, c := range list {
		x, y := side{c.a, c.b.Source}, side{c.b, c.a.Source}
		best[x] = max(best[x], c.score)
		best[y] = max(best[y], c.score)
	}
	kept := list[:0]
	for _, c := range list {
		if c.score >= nearBest*best[side{c.a, c.b.Source}] && c.score >= nearBest*best[side{c.b, c.a.Source}] {
			kept = append(kept, c)
		}
	}
	return kept
}

// bestOfSentence keeps for each sentence and other source the best candidate:
// a sentence has several clauses, one inside the other, and each finds its
// counterpart. Of equals, the widest clause speaks for the sentence.
func bestOfSentence(list []candidate) []candidate {
	type side struct{ passage, source int }
	type rank struct {
		score float64
		width int
	}
	of := func(c *candidate) rank { return rank{c.score, c.a.Last - c.a.First + c.b.Last - c.b.First} }
	best := map[side]rank{}
	for i := range list {
		c := &list[i]
		for _, k := range [2]side{{c.a.Passage, c.b.Source}, {c.b.Passage, c.a.Source}} {
			if r, b := of(c), best[k]; r.score > b.score || r.score == b.score && r.width > b.width {
				best[k] = r
			}
		}
	}
	kept := list[:0]
	for _, c := range list {
		if r := of(&c); r == best[side{c.a.Passage, c.b.Source}] || r == best[side{c.b.Passage, c.a.Source}] {
			kept = append(kept, c)
		}
	}
	return kept
}

// clauseOf is the clause of a claim, nil if it has none.
func clauseOf(s *compare.Story, c *compare.Claim) *nlp.Clause {
	if c.Clause < 0 {
		return nil
	}
	return &s.Document(c).Clauses[c.Clause]
}

// entitiesIn lists the story entities named in tokens [first, last).
func entitiesIn(s *compare.Story, source, first, last int) []int {
	src := &s.Sources[source]
	names := src.Doc.Names
	lo, hi := 0, len(names)
	for lo < hi {
		mid := (lo + hi) / 2
		if names[mid].First < first {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	var list []int
	for ; lo < len(names) && names[lo].First < last; lo++ {
		list = append(list, src.Entity[names[lo].Entity])
	}
	return list
}

// disjoint reports whether both lists are non-empty and share nothing.
func disjoint(a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return false
			}
		}
	}
	return true
}

// subjectEntities are the entities named in the subject of a claim's clause,
// or with it before the verb: "shares in Nordwind fell".
func subjectEntities(s *compare.Story, c *compare.Claim) []int {
	cl := clauseOf(s, c)
	if cl == nil || cl.Subject.Empty() {
		return nil
	}
	return owned(s, entitiesIn(s, c.Source, cl.Subject.First, max(cl.Subject.Last, cl.VerbFirst)))
}

// timesApart reports whether the two clauses are dated so that they cannot
// speak of one event: last year's toll is no rival of today's.
func timesApart(s *compare.Story, a, b *compare.Claim) bool {
	if a.When < 0 || b.When < 0 {
		return false
	}
	x, y := s.Document(a).Times[a.When].Value, s.Document(b).Times[b.When].Value
	if x.Dated() && y.Dated() && x.Start.Format(time.DateOnly) == y.Start.Format(time.DateOnly) {
		return false // two hours of one day are two stages of one event
	}
	if rel, _ := x.Compare(y); rel == value.Conflict {
		return true
	}
	ta, tb := s.Document(a).Text(s.Document(a).Times[a.When].Span), s.Document(b).Text(s.Document(b).Times[b.When].Span)
	return otherTurn(ta, tb) || longPast(x, y) || longPast(y, x)
}

// otherTurn reports whether two phrases name neighbouring years, months or
// weeks: "this year", "last year". Without a publication date they fix nothing,
// but they tell two times apart.
func otherTurn(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) != 2 || len(y) != 2 || x[1] != y[1] || x[0] == y[0] {
		return false
	}
	turn := func(w string) bool { return w == "this" || w == "last" || w == "next" || w == "previous" }
	return turn(x[0]) && turn(y[0])
}

// longPast reports whether one time is a month or year by the calendar and the
// other a bare weekday, which only means this week's.
func longPast(a, b value.Time) bool {
	return (a.Dated() || a.Month != 0) && a.Granularity >= value.Month && !b.Dated() && b.HasWeekday
}

// longAgo reports whether a clause is dated so long before its report was
// written that it tells of the past and not of the news.
func longAgo(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	if c.When < 0 || doc.Article.Published.IsZero() {
		return false
	}
	v := doc.Times[c.When].Value
	return v.Dated() && doc.Article.Published.Sub(v.End) > newsAge
}

// newsAge is how far back what a report tells as news may lie.
const newsAge = 90 * day

// owned leaves out nationalities: "European regulators" and "the European
// Union" are no two parties.
func owned(s *compare.Story, entities []int) []int {
	return slices.DeleteFunc(entities, func(e int) bool { return s.Entities[e].Type == nlp.Nationality })
}

// clauseEntities are the entities named anywhere in a claim's clause.
func clauseEntities(s *compare.Story, c *compare.Claim) []int {
	if cl := clauseOf(s, c); cl != nil {
		return owned(s, entitiesIn(s, c.Source, cl.First, cl.Last))
	}
	return nil
}

// sentenceEntities are the entities named in a claim's sentence.
func sentenceEntities(s *compare.Story, c *compare.Claim) []int {
	sent := s.Document(c).Sentences[s.Passages[c.Passage].Sentence]
	return entitiesIn(s, c.Source, sent.First, sent.Last)
}

// related is lexicon.Related over lemmas or event classes.
func related(a, b string) float64 {
	if a == "" || b == "" {
		return 0
	}
	if a == b {
		return 1
	}
	return lexicon.Related(a, b)
}

// laterFirst reports how the two sources stand in time: -1 if a's was written
// before b's, 1 after, 0 if that is not known. A day alone is compared as a day.
func laterFirst(s *compare.Story, a, b *compare.Claim) int {
	x, y := s.Document(a).Article, s.Document(b).Article
	if x.Published.IsZero() || y.Published.IsZero() {
		return 0
	}
	if x.DateOnly || y.DateOnly {
		dx, dy := x.Published.UTC().Truncate(day), y.Published.UTC().Truncate(day)
		return dx.Compare(dy)
	}
	return x.Published.Compare(y.Published)
}

// maxEvidence is the longest evidence in bytes: the value with just enough
// around it, not the sentence.
const maxEvidence = 150
