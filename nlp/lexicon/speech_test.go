package lexicon

import (
	"sort"
	"strings"
	"testing"
)

func TestSpeechVerbs(t *testing.T) {
	last := ""
	for _, v := range speechVerbs {
		f := strings.Fields(v.forms)
		if len(f) != 4 || v.forms != strings.ToLower(v.forms) {
			t.Errorf("%q: want four lower-case forms", v.forms)
			continue
		}
		if f[0] <= last {
			t.Errorf("%q stands after %q", f[0], last)
		}
		last = f[0]
		if !strings.HasSuffix(f[1], "s") || !strings.HasSuffix(f[3], "ing") {
			t.Errorf("%q: forms out of order", v.forms)
		}
		if v.class == SpeechNone {
			t.Errorf("%q has no class", v.forms)
		}
	}
	tests := []struct {
		form  string
		lemma string
		shape Form
	}{
		{"said", "say", FormPast}, {"says", "say", FormThird}, {"denied", "deny", FormPast}, {"telling", "tell", FormIng},
		{"admitted", "admit", FormPast}, {"read", "read", FormPast}, {"forecast", "forecast", FormPast}, {"bridge", "", FormBase},
	}
	for _, test := range tests {
		v, ok := SpeechVerb(test.form)
		if ok != (test.lemma != "") || v.Lemma != test.lemma || v.Form != test.shape {
			t.Errorf("SpeechVerb(%q) = %+v, %v", test.form, v, ok)
		}
	}
}

func TestSpeechLists(t *testing.T) {
	lists := map[string]string{"speaker": speakerNouns, "report": reportNouns, "occasion": occasionNouns, "media": mediaNouns, "platform": platforms}
	for name, list := range lists {
		words := strings.Fields(list)
		if !sort.StringsAreSorted(words) {
			t.Errorf("%s nouns are not sorted", name)
		}
		for i, w := range words {
			if w != strings.ToLower(w) || i > 0 && w == words[i-1] {
				t.Errorf("%s nouns: %q is not lower-case or stands twice", name, w)
			}
		}
	}
}

func TestStanceWords(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range stanceWords {
		words := strings.Fields(l.words)
		if !sort.StringsAreSorted(words) {
			t.Errorf("sort %d: %q is not sorted", l.sort, l.words)
		}
		for _, w := range words {
			if seen[w] || w != strings.ToLower(w) {
				t.Errorf("sort %d: %q stands twice or is not lower-case", l.sort, w)
			}
			seen[w] = true
		}
	}
	if Stance("not") != NotWord || Stance("bridge") != NoStance {
		t.Error("Stance does not look its words up")
	}
}
