package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed state.txt
var stateText string

// State is one of the two states that a sort of thing is in by turns.
type State struct {
	Pair  int  // which two: open and closed, on and off
	Other bool // the second of the two
}

// States lists the states that a word puts a thing in, "blocked" a road: the
// word as state.txt writes it, the thing by the lemma of its noun.
func States(word, thing string) []State {
	l := states()
	var list []State
	for _, st := range l.words[word] {
		if things := l.things[st.Pair]; things == nil || things[thing] {
			list = append(list, st)
		}
	}
	return list
}

type stateLists struct {
	words  map[string][]State
	things []map[string]bool // by pair; nil for anything
}

var states = sync.OnceValue(func() stateLists {
	l := stateLists{words: make(map[string][]State, 200)}
	for line := range strings.Lines(stateText) {
		things, poles, ok := strings.Cut(line, "| ")
		if !ok || line[0] == '#' {
			continue
		}
		var set map[string]bool
		if things = strings.TrimSpace(things); things != "" {
			set = wordSet(things)
		}
		one, other, _ := strings.Cut(poles, " / ")
		for w := range strings.FieldsSeq(one) {
			l.words[w] = append(l.words[w], State{len(l.things), false})
		}
		for w := range strings.FieldsSeq(other) {
			l.words[w] = append(l.words[w], State{len(l.things), true})
		}
		l.things = append(l.things, set)
	}
	return l
})

// OfItself reports whether a verb lemma says of its subject, without an object,
// that it came into a state: "the road reopened".
func OfItself(verb string) bool { return ofItselfSet()[verb] }

var ofItselfSet = sync.OnceValue(func() map[string]bool {
	return wordSet("burn close collapse die disappear escape open rage reopen run shut spread vanish")
})

// VoteVerb reports a verb lemma for how somebody votes: the state is that of who
// does it, and not of what is voted on.
func VoteVerb(verb string) bool {
	switch verb {
	case "abstain", "approve", "back", "endorse", "oppose", "reject", "support":
		return true
	}
	return false
}
