package detect

import (
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/wording"
	"github.com/factdiff/factdiff/nlp"
)

// TestSameSpelling: words that are one but for spelling and number.
func TestSameSpelling(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"traveling", "travelling", true},
		{"color", "colour", true},
		{"organize", "organise", true},
		{"center", "centre", true},
		{"defense", "defence", true},
		{"dialog", "dialogue", true},
		{"pediatric", "paediatric", true},
		{"death", "deaths", true},
		{"death", "death", true},
		{"", "", true},
		{"death", "dearth", false},
		{"death", "", false},
		{"not", "now", false},
		{"safe", "unsafe", false},
		{"27", "25", false},
		{"boat", "ship", false},
	}
	for _, tt := range tests {
		if got := sameSpelling(tt.a, tt.b); got != tt.want || sameSpelling(tt.b, tt.a) != got {
			t.Errorf("%q, %q: got %v, turned %v", tt.a, tt.b, got, sameSpelling(tt.b, tt.a))
		}
	}
}

func TestMatters(t *testing.T) {
	tests := []struct {
		words string
		want  bool
	}{
		{"", false},
		{"of the", false},
		{"the ferry", true},
		{"not", true},
		{"we", true},
		{"might", true},
		{"27", true},
		{"very", true},
		{"at", true},
		{"that", false},
	}
	for _, tt := range tests {
		if got := matters(strings.Fields(tt.words)); got != tt.want {
			t.Errorf("matters(%q) = %v", tt.words, got)
		}
	}
	for words, want := range map[string]bool{"the ferry": true, "not": true, "might": true, "at the": false, "": false} {
		if got := meaningful(strings.Fields(words)); got != want {
			t.Errorf("meaningful(%q) = %v", words, got)
		}
	}
}

// TestChanged: what a change of wording is called, and which changes are none.
func TestChanged(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"the same", "we saw the boat", "we saw the boat", ""},
		{"another word", "we saw the boat", "we saw the ferry", "boat/ferry"},
		{"a word less", "we saw the small boat", "we saw the boat", "small/"},
		{"a word more", "we saw the boat", "we saw the small boat", "/small"},
		{"a negation", "we did see the boat", "we did not see the boat", "/not"},
		{"another person", "i saw the boat", "we saw the boat", "i/we"},
		{"a figure", "we saw 27 boats", "we saw 25 boats", "27/25"},
		{"function words", "we looked at the boat", "we looked on the boat", ""},
		{"ligature", "a paediatric ward", "a pediatric ward", ""},
		{"the first telling change", "we looked at the boat", "we looked on the ferry", "boat/ferry"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := strings.Fields(tt.a), strings.Fields(tt.b)
			got := ""
			if c, ok := changed(wording.Diff(a, b), a, b, meaningful); ok {
				got = strings.Join(a[c.a0:c.a1], " ") + "/" + strings.Join(b[c.b0:c.b1], " ")
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if share := changeShare(wording.Diff(a, b), a, b); share < 0 || share > 1 || tt.a == tt.b && share != 0 {
				t.Errorf("share of changed words: %v", share)
			}
		})
	}
}

// TestHangsOn: with one run in common, whether other words stand in the place
// of words that are gone.
func TestHangsOn(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"cut at the end", "the sea was calm that night", "the sea was calm", false},
		{"cut at the beginning", "that night the sea was calm", "the sea was calm", false},
		{"cut here and there", "the sea was calm that night", "yes the sea was calm", false},
		{"other words at the end", "the sea was calm", "the sea was rough", true},
		{"other words at the beginning", "the sea was calm", "a lake was calm", true},
		{"too long to tell", "the sea was calm " + strings.Repeat("and calm ", 9), "the sea was rough", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := strings.Fields(tt.a), strings.Fields(tt.b)
			edits := wording.Diff(a, b)
			for i, e := range edits {
				if e.Op == wording.Equal {
					if got := hangsOn(edits, i, a, b); got != tt.want {
						t.Errorf("got %v", got)
					}
					return
				}
			}
			t.Error("nothing in common")
		})
	}
}

func TestWordKey(t *testing.T) {
	for norm, want := range map[string]string{"n't": "not", "'ve": "have", "'ll": "will", "'re": "are", "'m": "am", "co-operate": "cooperate", "ferry": "ferry"} {
		if got := wordKey(&nlp.Token{Norm: norm}); got != want {
			t.Errorf("%q: got %q, want %q", norm, got, want)
		}
	}
	for norm, want := range map[string]bool{"ferry": true, "27": true, "'s": true, "é": true, "'": false, ",": false, "\"": false, "-": false, "$": false} {
		if got := isWord(&nlp.Token{Norm: norm}); got != want {
			t.Errorf("%q is a word: got %v", norm, got)
		}
	}
}

// TestSayingLikeness: the share of words that two quotations have in common.
func TestSayingLikeness(t *testing.T) {
	tests := []struct {
		name, a, b string
		low, high  float64
	}{
		{"the same", "“The sea was calm,” Ida Holm said.", "“The sea was calm,” Ole Bask said.", 1, 1},
		{"cut", "“The sea was calm that night,” Ida Holm said.", "“The sea was calm,” Ole Bask said.", 1, 1},
		{"another word", "“The sea was calm,” Ida Holm said.", "“The sea was rough,” Ole Bask said.", 0.7, 0.8},
		{"nothing in common", "“The sea was calm,” Ida Holm said.", "“Nobody warned them,” Ole Bask said.", 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := told(t, tt.a, tt.b)
			a, b := at(t, s, 0, compare.Saying, ""), at(t, s, 1, compare.Saying, "")
			if got := sayingLikeness(s, a, b); got < tt.low || got > tt.high || sayingLikeness(s, b, a) != got {
				t.Errorf("got %v, turned %v, want %v to %v", got, sayingLikeness(s, b, a), tt.low, tt.high)
			}
		})
	}
}
