package lexicon

import "testing"

func TestAmerican(t *testing.T) {
	for _, c := range [][2]string{
		{"colour", "color"}, {"labour", "labor"}, {"neighbours", "neighbors"}, {"organisation", "organization"}, {"realise", "realize"},
		{"destabilising", "destabilizing"}, {"analysed", "analyzed"}, {"centre", "center"}, {"theatre", "theater"}, {"metres", "meters"},
		{"defence", "defense"}, {"travelled", "traveled"}, {"modelling", "modeling"}, {"dialogue", "dialog"}, {"jewellery", "jewelry"}, {"programme", "program"},
		// near misses
		{"four", "four"}, {"hours", "hours"}, {"court", "court"}, {"tourist", "tourist"}, {"wise", "wise"}, {"filled", "filled"}, {"calling", "calling"}, {"since", "since"}, {"", ""},
	} {
		if got := American(c[0]); got != c[1] {
			t.Errorf("American(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	for british, american := range spellings {
		if american == british || American(american) != american {
			t.Errorf("%s, %s: two words, and the second stays", british, american)
		}
	}
}
