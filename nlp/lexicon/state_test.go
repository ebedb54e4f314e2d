package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestStates(t *testing.T) {
	opposite := func(a, b, thing string) bool {
		for _, x := range States(a, thing) {
			if slices.Contains(States(b, thing), State{x.Pair, !x.Other}) {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		a, b, thing string
		want        bool
	}{
		{"closed", "open", "shop", false}, // a complement is read by its lemma too
		{"close", "reopen", "shop", true},
		{"cut", "reopen", "road", true},
		{"switch_on", "off", "camera", true},
		{"take_hospital", "release_hospital", "child", true},
		{"arrest", "release", "captain", true},
		{"abstain", "oppose", "party", true},
		// near misses
		{"back", "oppose", "party", false}, // not in this list
		{"cut", "reopen", "shop", false},
		{"close", "shut", "shop", false},
		{"close", "switch_on", "shop", false},
		{"remove", "restore", "tumour", false},
		{"", "", "road", false},
	} {
		if got := opposite(c.a, c.b, c.thing); got != c.want {
			t.Errorf("%q and %q of %q opposite: %v", c.a, c.b, c.thing, got)
		}
		if got := opposite(c.b, c.a, c.thing); got != c.want {
			t.Errorf("%q and %q of %q opposite: %v", c.b, c.a, c.thing, got)
		}
	}
}

func TestStateList(t *testing.T) {
	pairs := 0
	for line := range strings.Lines(stateText) {
		if line[0] == '#' {
			continue
		}
		pairs++
		things, poles, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "| ")
		one, other, two := strings.Cut(poles, " / ")
		if !ok || !two || strings.ToLower(line) != line || !slices.IsSorted(strings.Fields(things)) {
			t.Errorf("not sorted things and two states in lower case: %q", line)
		}
		for _, words := range [2]string{one, other} {
			if f := strings.Fields(words); len(f) == 0 || !slices.IsSorted(f) || len(slices.Compact(f)) != len(strings.Fields(words)) {
				t.Errorf("not sorted, or a word twice: %q", words)
			}
		}
	}
	if pairs < 8 {
		t.Errorf("only %d pairs of states", pairs)
	}
}
