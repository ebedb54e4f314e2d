package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestContrasts(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"knife", "pistol", true},
		{"pistol", "rifle", true},
		{"van", "bus", true},
		{"copper", "lead", true},
		{"chest", "leg", true},
		{"email", "letter", true},
		// near misses
		{"gun", "rifle", false},
		{"gun", "pistol", false},
		{"truck", "lorry", false},
		{"aluminium", "aluminum", false},
		{"knife", "knife", false},
		{"knife", "van", false},
		{"knife", "meeting", false},
		{"leader", "dictator", false},
		{"leg", "knee", false},
		{"", "", false},
	} {
		if got := Contrasts(c.a, c.b); got != c.want {
			t.Errorf("Contrasts(%q, %q) = %v", c.a, c.b, got)
		}
		if got := Contrasts(c.b, c.a); got != c.want {
			t.Errorf("Contrasts(%q, %q) = %v", c.b, c.a, got)
		}
	}
}

func TestContrastList(t *testing.T) {
	var classes []string
	for line := range strings.Lines(contrastText) {
		if line[0] == '#' {
			continue
		}
		class, groups, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.ToLower(line) != line || strings.Count(groups, " / ") == 0 {
			t.Errorf("no class of groups in lower case: %q", line)
		}
		classes = append(classes, class)
		for g := range strings.SplitSeq(groups, " / ") {
			words := strings.Fields(g)
			slices.Sort(words)
			if len(slices.Compact(words)) != len(strings.Fields(g)) {
				t.Errorf("%s: a word twice in %q", class, g)
			}
		}
	}
	if !slices.IsSorted(classes) || len(slices.Compact(classes)) < 15 {
		t.Errorf("classes %q are not sorted, or lost", classes)
	}
}
