package lexicon

import (
	"sort"
	"strings"
	"testing"
)

func TestRelated(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"arrest", "arrest", SameWord},
		{"buy", "purchase", Synonym},
		{"injure", "wound", Synonym},
		{"collide", "collision", Derived},
		{"injure", "injury", Derived},
		{"charge", "indict", Derived},
		{"die", "death", Derived},
		{"dead", "kill", Derived},
		{"detain", "custody", Derived},
		{"car", "vehicle", Derived},
		{"officer", "policeman", Derived},
		{"explosion", "blast", Derived},
		{"resign", "quit", Derived},
		{"investigation", "probe", Derived},
		// near misses
		{"party", "company", 0},
		{"rise", "fall", 0},
		{"kill", "injure", 0},
		{"charge", "attack", 0},
		{"shoot", "injure", 0},
		{"bank", "river", 0},
		{"woman", "man", 0},
		{"passenger", "people", 0},
		{"win", "lose", 0},
		{"day", "night", 0},
		{"", "arrest", 0},
		{"zzz", "arrest", 0},
		{"arres", "arrest", 0},
		{"arrest", "arrest ", 0},
	} {
		got, back := Related(c.a, c.b), Related(c.b, c.a)
		if got != back {
			t.Errorf("Related(%q, %q) = %v, the other way %v", c.a, c.b, got, back)
		}
		if c.want == Derived && got >= Derived && got < SameWord {
			continue // a class, or better
		}
		if got != c.want {
			t.Errorf("Related(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestOpposite(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"rise", "fall", true},
		{"soar", "decline", true},
		{"increase", "drop", true},
		{"win", "lose", true},
		{"victory", "loss", true},
		{"open", "close", true},
		{"reopen", "shutdown", true},
		{"accept", "reject", true},
		{"confirm", "deny", true},
		{"arrest", "release", true},
		{"dead", "alive", true},
		{"survive", "die", true},
		{"succeed", "fail", true},
		{"buy", "sell", true},
		{"approve", "veto", true},
		{"join", "leave", true},
		{"begin", "end", true},
		{"allow", "ban", true},
		{"remove", "reinstate", true},
		{"acquit", "convict", true},
		{"guilty", "innocent", true},
		{"legal", "illegal", true},
		{"tighten", "loosen", true},
		// near misses
		{"rise", "rise", false},
		{"rise", "climb", false},
		{"fall", "decline", false},
		{"kill", "injure", false},
		{"empty", "trapped", false},
		{"husband", "wife", false},
		{"employer", "employee", false},
		{"day", "night", false},
		{"win", "fall", false},
		{"", "", false},
		{"", "rise", false},
	} {
		if got := Opposite(c.a, c.b); got != c.want {
			t.Errorf("Opposite(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
		if Opposite(c.a, c.b) != Opposite(c.b, c.a) {
			t.Errorf("Opposite(%q, %q) is not symmetric", c.a, c.b)
		}
	}
}

// TestOpposites holds the list to its form: lines and words sorted, no word on
// both sides, no opposites within one class of events.
func TestOpposites(t *testing.T) {
	last := ""
	for line := range strings.Lines(oppositeText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if line <= last {
			t.Errorf("line %q after %q", line, last)
		}
		last = line
		left, right, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " / ")
		if !ok {
			t.Errorf("line %q has no two sides", line)
		}
		for _, part := range []string{left, right} {
			words := strings.Fields(part)
			checkWords(t, line, words)
			if len(words) == 0 || !sort.StringsAreSorted(words) {
				t.Errorf("line %q: words are not sorted", line)
			}
		}
		for _, a := range strings.Fields(left) {
			for _, b := range strings.Fields(right) {
				if a == b {
					t.Errorf("line %q: %q is its own opposite", line, a)
				}
				if c := EventClass(a); c != "" && c == EventClass(b) {
					t.Errorf("line %q: %q and %q are both of class %q", line, a, b, c)
				}
			}
		}
	}
}

func checkWords(t *testing.T, where string, words []string) {
	t.Helper()
	for _, w := range words {
		if strings.Trim(w, "abcdefghijklmnopqrstuvwxyz_") != "" {
			t.Errorf("%s: %q is not lower-case letters", where, w)
		}
	}
}

func TestClasses(t *testing.T) {
	for name, text := range map[string]string{"events": eventClassText, "nouns": nounClassText} {
		seen, last := map[string]string{}, ""
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			class, members, _ := strings.Cut(line, ":")
			words := strings.Fields(members)
			checkWords(t, class, words)
			if class <= last {
				t.Errorf("%s: class %q after %q", name, class, last)
			}
			last = class
			if len(words) < 2 || !sort.StringsAreSorted(words) {
				t.Errorf("%s: class %q is not a sorted list of two or more words", name, class)
			}
			for _, w := range words {
				if seen[w] != "" {
					t.Errorf("%s: %q stands in %q and in %q", name, w, seen[w], class)
				}
				seen[w] = class
			}
		}
	}
	for w, want := range map[string]string{
		"kill": "die", "toll": "die", "fatality": "die", "lose life": "die", "casualty": "injure", "indict": "charge",
		"takeover": "buy", "step down": "resign", "derail": "crash", "suit": "sue", "state": "", "party": "", "": "",
	} {
		if got := EventClass(w); got != want {
			t.Errorf("EventClass(%q) = %q, want %q", w, got, want)
		}
	}
	if NounClass("lorry") != NounClass("truck") || NounClass("passenger") != "" {
		t.Error("NounClass: lorry and truck are one class, passenger none")
	}
}

func TestIDF(t *testing.T) {
	for _, c := range []struct {
		lemma    string
		min, max float64
	}{
		{"the", 0, 0}, {"not", 0, 0}, {"n't", 0, 0},
		{"say", 0.1, 1}, {"person", 0.1, 2}, {"police", 1, 3},
		{"capsize", 3.5, MaxIDF}, {"xylophonist", MaxIDF, MaxIDF}, {"", MaxIDF, MaxIDF},
	} {
		if got := IDF(c.lemma); got < c.min || got > c.max {
			t.Errorf("IDF(%q) = %v, want %v to %v", c.lemma, got, c.min, c.max)
		}
	}
	seen := map[string]bool{}
	for line := range strings.Lines(frequencyText) {
		if line[0] == '#' {
			continue
		}
		words := strings.Fields(line)[1:]
		if !sort.StringsAreSorted(words) {
			t.Errorf("line %.20q is not sorted", line)
		}
		for _, w := range words {
			if seen[w] || w != strings.ToLower(w) {
				t.Errorf("%q stands twice or is not lower-case", w)
			}
			seen[w] = true
		}
	}
}

// TestRelations holds the generated list to what relation needs of it.
func TestRelations(t *testing.T) {
	last := ""
	for line := range strings.Lines(relationsText) {
		if line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		if f[0] <= last {
			t.Errorf("%q after %q", f[0], last)
		}
		last = f[0]
		for _, w := range f[1:] {
			w, grade := w[:len(w)-1], w[len(w)-1]
			if w <= f[0] || relation(w, f[0]) != grade {
				t.Errorf("%q, %q: grade %c, relation %c", f[0], w, grade, relation(w, f[0]))
			}
		}
	}
}

func BenchmarkRelated(b *testing.B) {
	words := []string{"arrest", "police", "custody", "fall", "crash", "company", "people", "vehicle"}
	Related("a", "b")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Related(words[i&7], words[i>>3&7])
	}
}

func BenchmarkIDF(b *testing.B) {
	words := []string{"arrest", "police", "the", "fall", "crash", "zzz", "people", "of"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		IDF(words[i&7])
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readRelations()
		readFrequencies()
		readOpposites()
		readClasses(eventClassText)
		readClasses(nounClassText)
	}
}
