package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:generate go run related_gen.go package/dict

//go:embed relations.txt
var relationsText string

// The degrees of Related.
const (
	SameWord    = 1.0 // one lemma
	Synonym     = 0.8 // one meaning, the first of both words
	NearSynonym = 0.7 // one meaning, a lesser one of either word
	Derived     = 0.6 // collide and collision; or one class of events or nouns
	OneLevel    = 0.5 // kind and sort of: purchase and buy
)

// Related says how near in meaning two lower-case lemmas are, whatever their
// part of speech: one of the degrees above, or 0 for words that have nothing to
// do with one another, that are opposites, or that state different classes of
// events. It is symmetric. Synonyms, derivations and levels are taken from
// WordNet 3.1 (see WORDNET-LICENSE), usual senses only; classes are those of
// EventClass and NounClass.
func Related(a, b string) float64 {
	if a == b {
		return SameWord
	}
	if ca, cb := EventClass(a), EventClass(b); ca != "" && cb != "" {
		if ca != cb {
			return 0
		}
		return max(Derived, degree(relation(a, b)))
	}
	if c := NounClass(a); c != "" && c == NounClass(b) {
		return max(Derived, degree(relation(a, b)))
	}
	d := degree(relation(a, b))
	if d > 0 && listedOpposites(a, b) {
		return 0
	}
	return d
}

// degree is what a grade of relations.txt is worth.
func degree(grade byte) float64 {
	switch grade {
	case '8':
		return Synonym
	case '7':
		return NearSynonym
	case '6':
		return Derived
	case '5':
		return OneLevel
	}
	return 0
}

// antonymGrade marks antonyms in relations.txt.
const antonymGrade = '0'

// relation is the grade of the relation of two lemmas, 0 for none.
func relation(a, b string) byte {
	if a > b {
		a, b = b, a
	}
	line := relations()[a]
	if b == "" {
		return 0
	}
	// Each neighbour stands as " lemma7".
	for from := 0; ; {
		i := strings.Index(line[from:], b)
		if i < 0 {
			return 0
		}
		start := from + i
		end := start + len(b)
		if line[start-1] == ' ' && end < len(line) && line[end] <= '9' && line[end] >= '0' {
			return line[end]
		}
		from = end
	}
}

// relations maps a lemma to its neighbours later in the alphabet, each with a
// space before it and its grade after it.
var relations = sync.OnceValue(readRelations)

func readRelations() map[string]string {
	m := make(map[string]string, 12_000)
	for line := range strings.Lines(relationsText) {
		if i := strings.IndexByte(line, ' '); i > 0 && line[0] != '#' {
			m[line[:i]] = strings.TrimSuffix(line[i:], "\n")
		}
	}
	return m
}
