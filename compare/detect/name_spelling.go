package detect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// spellings finds entities whose names look like one name spelled in two ways.
func spellings(s *compare.Story) []compare.Discrepancy {
	var out []compare.Discrepancy
	mentions := mentionsOf(s)
	for _, pair := range likePairs(s) {
		a, b := pair[0], pair[1]
		x, y := &s.Entities[a], &s.Entities[b]
		if !spelledAlike(x, y) {
			continue
		}
		score := spellingScore
		if len(x.Sources) == 1 && len(y.Sources) == 1 && x.Sources[0] == y.Sources[0] {
			score = innerSpelling
		}
		wa, wb := respelled(x.Canonical, y.Canonical)
		for _, ca := range showing(s, mentions[a], wa) {
			for _, cb := range showing(s, mentions[b], wb) {
				name := min(s.Text(ca), s.Text(cb))
				out = append(out, compare.Discrepancy{
					Kind: compare.NameKind, Verdict: compare.Tension, Score: score,
					Why:     "one name spelled in two ways",
					Subject: name, Question: "How is the name spelled: " + name + "?",
					A: nameSide(s, ca), B: nameSide(s, cb),
				})
			}
		}
	}
	return out
}

const (
	spellingEnds = 3  // letters at an end of a name that two spellings have in common
	maxAlike     = 12 // neighbours in the order of the alphabet that a name is compared with
)

// likePairs lists the pairs of entities whose names begin or end alike: two
// spellings of a name do not differ at both ends, so they stand near each other
// in the order of the alphabet, of the names, the surnames, or the surnames read
// backwards (sorted neighbourhoods, Hernández and Stolfo 1995). Each pair once,
// in order.
func likePairs(s *compare.Story) [][2]int {
	type key struct {
		text   string
		entity int
	}
	var orders [3][]key
	for i := range s.Entities {
		e := &s.Entities[i]
		name := value.NameKey(e.Canonical)
		if len(name) < fewestNameBytes || e.Type == nlp.Nationality {
			continue
		}
		last := lastName(name)
		for n, text := range [3]string{name, last + " " + name, backwards(last)} {
			orders[n] = append(orders[n], key{text, i})
		}
	}
	var pairs [][2]int
	for _, keys := range orders {
		slices.SortFunc(keys, func(a, b key) int { return cmp.Or(strings.Compare(a.text, b.text), a.entity-b.entity) })
		for i, a := range keys {
			end := a.text[:min(spellingEnds, len(a.text))]
			for _, b := range keys[i+1 : min(i+1+maxAlike, len(keys))] {
				if !strings.HasPrefix(b.text, end) {
					break
				}
				pairs = append(pairs, [2]int{min(a.entity, b.entity), max(a.entity, b.entity)})
			}
		}
	}
	slices.SortFunc(pairs, func(x, y [2]int) int { return cmp.Or(x[0]-y[0], x[1]-y[1]) })
	return slices.Compact(pairs)
}

func backwards(word string) string {
	b := []byte(word)
	slices.Reverse(b)
	return string(b)
}

// spelledAlike reports whether two entities look like one name in two
// spellings. The plural of a family or a product is no other spelling, nor is
// a word of the dictionary; a person may go by the surname on one side.
func spelledAlike(x, y *compare.Entity) bool {
	a, b := value.NameKey(x.Canonical), value.NameKey(y.Canonical)
	if strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") && !strings.Contains(a, " ") {
		return false
	}
	if lexicon.CommonWord(a) || lexicon.CommonWord(b) {
		return false
	}
	if value.SpellingVariant(x.Canonical, y.Canonical) {
		return true
	}
	if a, b := withoutHead(a, b), withoutHead(b, a); value.SpellingVariant(a, b) {
		return strings.TrimSuffix(a, "s") != strings.TrimSuffix(b, "s") && !lexicon.CommonWord(a) && !lexicon.CommonWord(b)
	}
	if x.Type != nlp.Person && y.Type != nlp.Person {
		return false
	}
	la, lb := lastName(a), lastName(b)
	if la == lb && x.Type == nlp.Person && y.Type == nlp.Person && disjoint(x.Sources, y.Sources) {
		given, other := strings.TrimSuffix(a, " "+la), strings.TrimSuffix(b, " "+lb)
		return lexicon.SameName(given) != lexicon.SameName(other) && oneLetterApart(given, other)
	}
	if strings.TrimSuffix(la, "s") == strings.TrimSuffix(lb, "s") {
		return false
	}
	return (la == a) != (lb == b) && min(len(la), len(lb)) > fewestNameBytes && beginAlike(la, lb) && value.SpellingVariant(la, lb) && !lexicon.CommonWord(la) && !lexicon.CommonWord(lb)
}

// withoutHead is a name without the word that says what it names, if the other
// has a word less: an airport goes by the name of its town, too.
func withoutHead(name, other string) string {
	head := lastName(name)
	if strings.Count(name, " ") == strings.Count(other, " ")+1 && lexicon.NameCues(head)&(lexicon.CueOrgHead|lexicon.CuePlaceHead) != 0 {
		return strings.TrimSuffix(name, " "+head)
	}
	return name
}

// beginAlike reports whether two surnames have their first letter in common, or
// one lacks only that: a slip seldom hits the first letter.
func beginAlike(a, b string) bool {
	return a[0] == b[0] || strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// fewestGiven is the length below which two given names are two names: Jan, Jon.
const fewestGiven = 4

// oneLetterApart reports whether two given names differ by one letter exchanged,
// put in or left out: Euan, Ewan.
func oneLetterApart(a, b string) bool {
	if min(len(a), len(b)) < fewestGiven {
		return false
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch {
	case len(a) == len(b):
		return len(a) > 0 && a[1:] == b[1:]
	case len(a) == len(b)+1:
		return a[1:] == b
	case len(b) == len(a)+1:
		return a == b[1:]
	}
	return false
}

func lastName(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// mentionsOf lists for each entity the claims that name it, source by source, in
// text order.
func mentionsOf(s *compare.Story) [][]*compare.Claim {
	list := make([][]*compare.Claim, len(s.Entities))
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Naming {
			e := entityOf(s, c)
			list[e] = append(list[e], c)
		}
	}
	return list
}

// showing is the first mention in each source that holds all the words: of a
// name spelled in two ways a surname alone may show nothing.
func showing(s *compare.Story, mentions []*compare.Claim, words []string) []*compare.Claim {
	var first []*compare.Claim
	for _, c := range mentions {
		if n := len(first); n > 0 && first[n-1].Source == c.Source {
			continue
		}
		if len(without(words, strings.Fields(value.NameKey(s.Text(c))))) == 0 {
			first = append(first, c)
		}
	}
	return first
}

// respelled are the words of two names, folded, that begin or end alike and
// differ, or all words that the other lacks where no two are alike.
func respelled(a, b string) (ofA, ofB []string) {
	wa, wb := strings.Fields(value.NameKey(a)), strings.Fields(value.NameKey(b))
	wa, wb = without(wa, wb), without(wb, wa)
	for _, x := range wa {
		for _, y := range wb {
			if n := min(len(x), len(y), spellingEnds); n == spellingEnds && (x[:n] == y[:n] || x[len(x)-n:] == y[len(y)-n:]) {
				return []string{x}, []string{y}
			}
		}
	}
	return wa, wb
}

// without are the words that others lack.
func without(words, others []string) []string {
	var list []string
	for _, w := range words {
		if !slices.Contains(others, w) {
			list = append(list, w)
		}
	}
	return list
}
