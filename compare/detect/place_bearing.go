package detect

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// points are the points of the compass in eighths of a turn, from the north.
var points = map[string]int{
	"north": 0, "northeast": 1, "north-east": 1, "east": 2, "southeast": 3, "south-east": 3,
	"south": 4, "southwest": 5, "south-west": 5, "west": 6, "northwest": 7, "north-west": 7,
}

const (
	bearingThreshold = 0.33 // the place is the same, so it takes less
	sameDistance     = 0.25 // more likely, if both give the distance, and the same
)

// bearing is the point of the compass in which something lies of a place, and
// the token that names it: "31 km northeast of Santa Clarisa"; -1 if the words
// before the place give none.
func bearing(s *compare.Story, c *compare.Claim) (point, token int) {
	doc := s.Document(c)
	if c.First < 2 || doc.Tokens[c.First-1].Norm != "of" {
		return -1, 0
	}
	if p, ok := points[doc.Tokens[c.First-2].Norm]; ok {
		return p, c.First - 2
	}
	return -1, 0
}

// turned reports whether two points of the compass cannot both be meant: north
// and northeast can, northwest and northeast cannot.
func turned(a, b int) bool {
	d := (a - b + 8) % 8
	return min(d, 8-d) > 1
}

// bearings finds places from which one thing lies in two directions.
func bearings(s *compare.Story) []candidate {
	var list []candidate
	s.Pairs(compare.Naming, func(p compare.Pair) {
		if p.A.Source == p.B.Source || entityOf(s, p.A) != entityOf(s, p.B) || timesApart(s, p.A, p.B) || s.Sources[p.A.Source].Event != s.Sources[p.B.Source].Event {
			return
		}
		a, i := bearing(s, p.A)
		b, j := bearing(s, p.B)
		if a < 0 || b < 0 || !turned(a, b) {
			return
		}
		score := 0.5*p.Dice + 0.3*p.Link.Dice + 0.15
		if x, y := distanceTo(s, p.A, i), distanceTo(s, p.B, j); x != nil && y != nil {
			if rel, _ := x.Value.Compare(y.Value); rel == value.Conflict {
				return
			}
			score += sameDistance
		}
		if score >= bearingThreshold {
			list = append(list, candidate{p.A, p.B, min(1, score), "in two directions from the same place"})
		}
	})
	return list
}

// distanceTo is the distance right before token i in the sentence of a claim, nil
// if none is given.
func distanceTo(s *compare.Story, c *compare.Claim, i int) *nlp.Quantity {
	doc := s.Document(c)
	sent := s.Passages[c.Passage].Sentence
	n, _ := slices.BinarySearchFunc(doc.Quantities, sent, func(q nlp.Quantity, at int) int { return cmp.Compare(q.Sentence, at) })
	for ; n < len(doc.Quantities) && doc.Quantities[n].Sentence == sent; n++ {
		if q := &doc.Quantities[n]; q.First < i && max(q.Last, q.NounLast) >= i-1 && q.Last <= i {
			return q
		}
	}
	return nil
}

// reference is what a place is the reference of: so far from it, in that
// direction: "2,000 km east of Cape Arn", "2,000 km east off the cape of Arn".
func reference(s *compare.Story, c *compare.Claim) (distance *nlp.Quantity, point int) {
	doc := s.Document(c)
	point = -1
	for i := c.First - 1; i >= max(doc.Sentences[s.Passages[c.Passage].Sentence].First, c.First-referenceReach); i-- {
		switch word := doc.Tokens[i].Norm; word {
		case "of", "off", "the", "coast", "cape", "city", "town", "island", "village", "port":
			continue
		default:
			p, ok := points[word]
			if !ok || point >= 0 {
				return nil, -1
			}
			point = p
		}
		if q := distanceTo(s, c, i); q != nil && q.Value.Dimension == value.Length {
			return q, point
		}
	}
	return nil, -1
}

// referenceReach is how many tokens before a place its distance may end.
const referenceReach = 7

// references finds one distance in one direction from two places: the place is
// named wrongly in one of the reports.
func references(s *compare.Story) []candidate {
	var list []candidate
	s.Pairs(compare.Naming, func(p compare.Pair) {
		a, b := entityOf(s, p.A), entityOf(s, p.B)
		if p.A.Source == p.B.Source || a == b || uses(s, a, p.B.Source) || uses(s, b, p.A.Source) || timesApart(s, p.A, p.B) {
			return
		}
		x, i := reference(s, p.A)
		if x == nil {
			return
		}
		if y, j := reference(s, p.B); y != nil && i == j && closeness(x.Value.Mid(), y.Value.Mid()) > sameAnchor {
			list = append(list, candidate{p.A, p.B, referenceScore, "as far, in the same direction, from two places"})
		}
	})
	return list
}

// referenceScore is how sure one distance in one direction is that of one thing.
const referenceScore = 0.65

// bearingSide quotes a place with the point of the compass.
func bearingSide(s *compare.Story, c *compare.Claim) compare.Side {
	point, token := bearing(s, c)
	side := stretchSide(s, c, token, c.Last)
	side.Norm = fmt.Sprintf("%d/8 of %s", point, s.Entities[entityOf(s, c)].Canonical)
	return side
}

// thoroughfares finds streets of one name and two sorts: Alder Street, Alder
// Avenue. Numbered ones cross each other and are two.
func thoroughfares(s *compare.Story) []compare.Discrepancy {
	byName := map[string][]int{}
	var names []string
	for i := range s.Entities {
		name := streetName(s.Entities[i].Canonical)
		if name == "" {
			continue
		}
		if byName[name] == nil {
			names = append(names, name)
		}
		byName[name] = append(byName[name], i)
	}
	var out []compare.Discrepancy
	mentions := mentionsOf(s)
	for _, name := range names {
		streets := byName[name]
		if len(streets) != 2 || !disjoint(s.Entities[streets[0]].Sources, s.Entities[streets[1]].Sources) {
			continue // a town has both
		}
		for _, ca := range showing(s, mentions[streets[0]], nil) {
			for _, cb := range showing(s, mentions[streets[1]], nil) {
				if s.Sources[ca.Source].Event != s.Sources[cb.Source].Event {
					continue
				}
				a, b := s.Ordered(ca, cb)
				out = append(out, compare.Discrepancy{
					Kind: compare.Place, Verdict: compare.Conflict, Score: thoroughfareScore, Why: "one name of a street, and two sorts of street",
					Subject: name, Question: s.Entities[entityOf(s, a)].Canonical + " or " + s.Entities[entityOf(s, b)].Canonical + "?",
					A: nameSide(s, a), B: nameSide(s, b),
				})
			}
		}
	}
	return out
}

// streetName is the name of a street without its sort: "alder" of Alder Street;
// "" if it is none or has only a number.
func streetName(canonical string) string {
	words := strings.Fields(value.NameKey(canonical))
	if len(words) < 2 || !thoroughfare(words[len(words)-1]) || strings.ContainsAny(words[0], "0123456789") || lexicon.Number(words[0]).Kind == lexicon.NumberOrdinal {
		return ""
	}
	return strings.Join(words[:len(words)-1], " ")
}

// thoroughfareScore is how sure two sorts of street with one name are one
// street: towns have both, but a report seldom needs both.
const thoroughfareScore = 0.6

func thoroughfare(word string) bool {
	switch word {
	case "street", "avenue", "road", "lane", "drive", "boulevard", "parkway", "square", "terrace", "crescent":
		return true
	}
	return false
}
