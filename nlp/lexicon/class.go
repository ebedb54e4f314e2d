package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed eventclass.txt
var eventClassText string

//go:embed nounclass.txt
var nounClassText string

// EventClass is the name of the class of news events that the lemma, verb or
// noun, states: "die" for kill, death, fatality and toll, "arrest" for detain
// and custody. It is "" for a lemma in no class. The words of a phrase are
// joined by a space: "step down". The list is hand-made.
func EventClass(lemma string) string { return eventClasses()[lemma] }

// NounClass is the name of the class of nouns by which news reports name the
// same people or things: "car" for automobile and vehicle. It is "" for a
// lemma in no class. The list is hand-made.
func NounClass(lemma string) string { return nounClasses()[lemma] }

var (
	eventClasses = sync.OnceValue(func() map[string]string { return readClasses(eventClassText) })
	nounClasses  = sync.OnceValue(func() map[string]string { return readClasses(nounClassText) })
)

// readClasses reads lines "class: member member", where an underscore joins
// the words of a phrase and # begins a comment, into member -> class.
func readClasses(text string) map[string]string {
	m := make(map[string]string, 1024)
	for line := range strings.Lines(text) {
		class, members, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		class = strings.ReplaceAll(class, "_", " ")
		for w := range strings.FieldsSeq(members) {
			m[strings.ReplaceAll(w, "_", " ")] = class
		}
	}
	return m
}
