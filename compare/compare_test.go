package compare

import (
	"slices"
	"testing"
)

// TestWords: every kind and verdict has a word of its own that leads back to
// it, and no other word does.
func TestWords(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Kinds() {
		got, ok := ParseKind(k.String())
		if !ok || got != k || k.String() == "" || seen[k.String()] {
			t.Errorf("%q: got %v, %v", k, got, ok)
		}
		seen[k.String()] = true
	}
	if len(seen) != len(kinds)-1 || seen[NoKind.String()] {
		t.Errorf("%d kinds of %d: %v", len(seen), len(kinds)-1, seen)
	}
	for v := Conflict; int(v) < len(verdicts); v++ {
		got, ok := ParseVerdict(v.String())
		if !ok || got != v || v.String() == "" || seen[v.String()] {
			t.Errorf("%q: got %v, %v", v, got, ok)
		}
		seen[v.String()] = true
	}
	for _, word := range []string{"", " ", "Number", "numbers", "conflict ", "none"} {
		if k, ok := ParseKind(word); ok || k != NoKind {
			t.Errorf("kind %q: got %v, %v", word, k, ok)
		}
		if v, ok := ParseVerdict(word); ok || v != NoVerdict {
			t.Errorf("verdict %q: got %v, %v", word, v, ok)
		}
	}
}

func TestKindsAreTheCallers(t *testing.T) {
	all := Kinds()
	if !slices.IsSorted(all) || all[0] != Number {
		t.Errorf("not in report order: %v", all)
	}
	all[0] = NoKind
	if Kinds()[0] != Number {
		t.Error("a caller can change the list of kinds")
	}
}
