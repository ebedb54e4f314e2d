package lexicon

import (
	"strings"
	"testing"
)

// TestNameLists checks that the lists that are searched where they stand are
// sorted, folded and without duplicates.
func TestNameLists(t *testing.T) {
	for name, text := range map[string]string{"city": cityText, "given": givenText, "person": personText, "common": commonText} {
		if !strings.HasSuffix(text, "\n") {
			t.Errorf("%s: no line end at the end", name)
		}
		last, n := "", 0
		for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
			if line <= last {
				t.Errorf("%s: %q after %q", name, line, last)
			}
			last = line
			if line[0] == '#' {
				continue
			}
			n++
			if Fold(line) != line {
				t.Errorf("%s: %q is not folded", name, line)
			}
			if !lineList(text).has(line) {
				t.Errorf("%s: %q is listed but not found", name, line)
			}
		}
		if n < 4000 {
			t.Errorf("%s: only %d entries", name, n)
		}
	}
}

// TestMoreNames holds the lists that add to a generated list, or take out of it,
// to words that do.
func TestMoreNames(t *testing.T) {
	for _, c := range []struct {
		name string
		more map[string]bool
		base lineList
		has  bool
	}{
		{"moreGivenNames", moreGivenNames, lineList(givenText), false},
		{"morePersons", morePersons, lineList(personText), false},
		{"moreCommon", moreCommon, lineList(commonText), false},
		{"notPersons", notPersons, lineList(personText), true},
	} {
		for w := range c.more {
			if c.base.has(w) != c.has {
				t.Errorf("%s: %q changes nothing", c.name, w)
			}
		}
	}
}

func TestNameLookups(t *testing.T) {
	tests := []struct {
		name string
		got  bool
		want bool
	}{
		{"city", City("duisburg"), true},
		{"city, two words", City("los angeles"), true},
		{"no city", City("duisburgh"), false},
		{"comment is no entry", City("#"), false},
		{"empty", City(""), false},
		{"first entry", City("a coruna"), true},
		{"given name", GivenName("petra"), true},
		{"given name of the news", GivenName("volodymyr"), true},
		{"no given name", GivenName("ministry"), false},
		{"person", PersonNoun("driver"), true},
		{"chief", PersonNoun("chief"), true},
		{"no person", PersonNoun("river"), false},
		{"computer", PersonNoun("computer"), false},
		{"common", CommonWord("bridge"), true},
		{"function word", CommonWord("the"), true},
		{"not common", CommonWord("duisburg"), false},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}

func TestKnownName(t *testing.T) {
	for folded, want := range map[string]NameSort{
		"germany": CountryName, "us": CountryName, "ivory coast": CountryName, "cote divoire": CountryName,
		"german": Demonym, "north koreans": Demonym, "republican": Demonym, "dominican republic": CountryName, "dominican": Demonym,
		"bavaria": RegionName, "new york": RegionName, "va": RegionName, "tehran": RegionName,
		"microsoft": OrgName, "mcdonalds": OrgName, "fbi": OrgName, "taliban": GroupName, "sputnik v": ProductName, "world war ii": EventName,
		"": NoSort, "norvane": NoSort, "the": NoSort, "a": NoSort,
	} {
		if got := KnownName(folded); got != want {
			t.Errorf("KnownName(%q) = %d, want %d", folded, got, want)
		}
	}
	for folded, want := range map[string]string{"german": "germany", "britain": "united kingdom", "americans": "united states", "republican": "", "kyiv": ""} {
		if got := CountryOf(folded); got != want {
			t.Errorf("CountryOf(%q) = %q, want %q", folded, got, want)
		}
	}
	for folded, want := range map[string]string{"kyiv": "kiev", "kiev": "kiev", "oslo": "oslo"} {
		if got := SameName(folded); got != want {
			t.Errorf("SameName(%q) = %q, want %q", folded, got, want)
		}
	}
}

// TestSameRows: a form stands in one row only: of two the later would win.
func TestSameRows(t *testing.T) {
	row := map[string]string{}
	for line := range listLines(knownText) {
		list, ok := strings.CutPrefix(line, "same: ")
		if !ok {
			continue
		}
		for form := range strings.SplitSeq(list, "=") {
			if other := row[Fold(form)]; other != "" && other != list {
				t.Errorf("%q stands in %q and in %q", form, other, list)
			}
			row[Fold(form)] = list
		}
	}
	for _, form := range []string{"washington", "washington dc", Fold("Washington D.C.")} {
		if SameName(form) != SameName("washington") {
			t.Errorf("%q is another name than Washington", form)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Berlin": "berlin", "São Paulo": "sao paulo", "Jean-Claude": "jean claude", "O’Neill": "oneill", "U.S.": "us",
		"AT&T": "at and t", "Łódź": "lodz", "  a  b ": "a b", "日本": "日本", "\xff": "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if got := Fold(Fold(in)); got != want {
			t.Errorf("Fold(Fold(%q)) = %q, want %q", in, got, want)
		}
	}
}

// TestNameCues checks that no cue lists a word twice.
func TestNameCues(t *testing.T) {
	for _, row := range cueWords {
		seen := map[string]bool{}
		for _, w := range strings.Fields(row.words) {
			if seen[w] {
				t.Errorf("cue %d lists %q twice", row.cue, w)
			}
			seen[w] = true
			if w != strings.ToLower(w) {
				t.Errorf("cue %d: %q is not small", row.cue, w)
			}
		}
	}
}

func BenchmarkNameLists(b *testing.B) {
	for b.Loop() {
		City("duisburg")
		GivenName("petra")
		CommonWord("bridge")
	}
}
