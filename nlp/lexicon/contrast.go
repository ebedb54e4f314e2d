package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed contrast.txt
var contrastText string

// sortOf is a group of a class of contrast.txt, both by number.
type sortOf struct{ class, group int16 }

// Contrasts reports whether two lower-case lemmas name sorts of one thing that
// exclude one another: a knife is no pistol, a van no bus. It is symmetric, and
// false for a word and its broader or its other name.
func Contrasts(a, b string) bool {
	m := contrasts()
	one := false
	for _, x := range m[a] {
		for _, y := range m[b] {
			if x == y {
				return false
			}
			one = one || x.class == y.class
		}
	}
	return one
}

// Contrastable reports whether Contrasts knows a lower-case lemma at all.
func Contrastable(lemma string) bool { return len(contrasts()[lemma]) > 0 }

var contrasts = sync.OnceValue(func() map[string][]sortOf {
	m := make(map[string][]sortOf, 400)
	class, group := int16(0), int16(0)
	for line := range strings.Lines(contrastText) {
		_, groups, ok := strings.Cut(line, ": ")
		if !ok || line[0] == '#' {
			continue
		}
		for words := range strings.SplitSeq(groups, " / ") {
			for w := range strings.FieldsSeq(words) {
				m[w] = append(m[w], sortOf{class, group})
			}
			group++
		}
		class++
	}
	return m
})
