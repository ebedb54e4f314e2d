package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestLemmaLists(t *testing.T) {
	for _, list := range []struct{ name, text string }{{"irregular", irregularText}, {"regular", regularText}} {
		forms := map[string]string{}
		last := ""
		for line := range strings.Lines(list.text) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "#") {
				continue
			}
			if line <= last {
				t.Errorf("%s: %q after %q", list.name, line, last)
			}
			last = line
			f := strings.Fields(line)
			if len(f) < 3 || strings.ToLower(line) != line {
				t.Errorf("%s: %q is no lower-case line of inflection, base and forms", list.name, line)
				continue
			}
			if _, ok := lemmaNames[f[0]]; !ok {
				t.Errorf("%s: %q has an unknown inflection", list.name, line)
			}
			if !slices.IsSorted(f[2:]) && list.name == "regular" {
				t.Errorf("%s: forms of %q are not sorted", list.name, line)
			}
			for _, form := range f[2:] {
				key := f[0] + " " + form
				if other, ok := forms[key]; ok && other != f[1] {
					t.Logf("%s: %q is of %q and %q", list.name, key, other, f[1])
				} else if ok {
					t.Errorf("%s: %q stands twice", list.name, key)
				}
				forms[key] = f[1]
			}
		}
		if len(forms) < 500 {
			t.Errorf("%s: only %d forms", list.name, len(forms))
		}
	}
}

func TestRegularBase(t *testing.T) {
	tests := []struct {
		norm string
		kind Inflection
		want string
	}{
		{"walks", ThirdPerson, "walk"}, {"kisses", ThirdPerson, "kiss"}, {"glass", Plural, "glass"}, {"virus", Plural, "virus"},
		{"named", Past, "name"}, {"rained", Past, "rain"}, {"planned", Past, "plan"}, {"red", Past, "red"}, {"shed", Past, "shed"},
		{"string", Progressive, "string"}, {"bring", Progressive, "bring"}, {"naming", Progressive, "name"},
		{"larger", Comparative, "large"}, {"easier", Comparative, "easy"}, {"thinnest", Superlative, "thin"},
		{"ses", Plural, "se"}, {"xes", Plural, "xe"}, {"s", Plural, "s"}, {"", Past, ""}, {"ed", Past, "ed"}, {"hed", Past, "hed"},
	}
	for _, tt := range tests {
		if got := RegularBase(tt.norm, tt.kind); got != tt.want {
			t.Errorf("RegularBase(%q, %d) = %q, want %q", tt.norm, tt.kind, got, tt.want)
		}
	}
}

func FuzzBaseForm(f *testing.F) {
	for _, s := range []string{"planned", "ses", "iest", "é", "\x00ed", "ééing", "s", ""} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(4))
	}
	f.Fuzz(func(t *testing.T, norm string, kind uint8) {
		base := BaseForm(norm, Inflection(kind)%inflections)
		if norm != "" && base == "" {
			t.Errorf("%q has no base form", norm)
		}
	})
}

func TestAbbreviations(t *testing.T) {
	seen := map[string]string{}
	for line := range strings.Lines(abbreviationsText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		kind, words, ok := strings.Cut(line, ": ")
		list := strings.Fields(words)
		if !ok || len(list) == 0 || Abbreviation(list[0]) == NoAbbreviation {
			t.Fatalf("line %q is not read", line)
		}
		if !slices.IsSorted(list) {
			t.Errorf("%s: not sorted", kind)
		}
		for _, w := range list {
			if other, ok := seen[w]; ok {
				t.Errorf("%q is %s and %s", w, other, kind)
			}
			seen[w] = kind
			if len(w) > LongestAbbreviation || strings.ToLower(w) != w {
				t.Errorf("%q is too long or not lower-case", w)
			}
		}
	}
}

func TestNumberSuffix(t *testing.T) {
	for _, s := range []string{"bn", "m", "b", "pm", "km", "million", "mph", "K"} {
		if !NumberSuffix(s) {
			t.Errorf("%q is no suffix", s)
		}
	}
	for _, s := range []string{"th", "st", "nd", "rd", "s", "G", "D", "x", "MAX", "er"} {
		if NumberSuffix(s) {
			t.Errorf("%q is a suffix", s)
		}
	}
}
