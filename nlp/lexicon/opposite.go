package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed opposite.txt
var oppositeText string

// Opposite reports whether two lower-case lemmas say the contrary of each
// other of the same thing: rise and fall, win and defeat, dead and survivor.
// Any word of the rise class is the opposite of any word of the fall class,
// in every part of speech. It is symmetric. Sources: a hand-made list, and the
// antonym verbs, adjectives and adverbs of WordNet 3.1.
func Opposite(a, b string) bool {
	if a == b {
		return false
	}
	return listedOpposites(a, b) || relation(a, b) == antonymGrade
}

// side is a place of a word in the list: a pair of classes, left or right.
type side struct {
	pair  int32
	right bool
}

func listedOpposites(a, b string) bool {
	m := opposites()
	for _, x := range m[a] {
		for _, y := range m[b] {
			if x.pair == y.pair && x.right != y.right {
				return true
			}
		}
	}
	return false
}

var opposites = sync.OnceValue(readOpposites)

// readOpposites reads lines "word word / word word".
func readOpposites() map[string][]side {
	m := make(map[string][]side, 1024)
	pair := int32(0)
	for line := range strings.Lines(oppositeText) {
		left, right, ok := strings.Cut(line, " / ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(left) {
			m[w] = append(m[w], side{pair, false})
		}
		for w := range strings.FieldsSeq(right) {
			m[w] = append(m[w], side{pair, true})
		}
		pair++
	}
	return m
}
