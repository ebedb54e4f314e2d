package detect

import (
	"slices"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// TestSpelledAlike: names that look like one name in two spellings.
func TestSpelledAlike(t *testing.T) {
	tests := []struct {
		name string
		a, b compare.Entity
		want bool
	}{
		{"another letter", compare.Entity{Type: nlp.Person, Canonical: "Ida Bjergesen"}, compare.Entity{Type: nlp.Person, Canonical: "Ida Bjergeson"}, true},
		{"a surname against the full name", compare.Entity{Type: nlp.Person, Canonical: "Ida Steinbergh"}, compare.Entity{Type: nlp.Person, Canonical: "Steinberg"}, true},
		{"one name", compare.Entity{Type: nlp.Person, Canonical: "Ida Holm"}, compare.Entity{Type: nlp.Person, Canonical: "Ida Holm"}, false},
		{"short and full", compare.Entity{Type: nlp.Person, Canonical: "Ida Steinberg"}, compare.Entity{Type: nlp.Person, Canonical: "Steinberg"}, false},
		{"a family", compare.Entity{Type: nlp.Person, Canonical: "Steinbergs"}, compare.Entity{Type: nlp.Person, Canonical: "Steinberg"}, false},
		{"two names", compare.Entity{Type: nlp.Person, Canonical: "Ida Holm"}, compare.Entity{Type: nlp.Person, Canonical: "Ole Bask"}, false},
		{"one surname, two persons", compare.Entity{Type: nlp.Person, Canonical: "Ida Holm"}, compare.Entity{Type: nlp.Person, Canonical: "Jonas Holm"}, false},
	}
	for _, tt := range tests {
		if got := spelledAlike(&tt.a, &tt.b); got != tt.want || spelledAlike(&tt.b, &tt.a) != got {
			t.Errorf("%s: got %v, turned %v", tt.name, got, spelledAlike(&tt.b, &tt.a))
		}
	}
}

// TestLikePairs: every pair that is spelled alike begins or ends alike, and
// comes once, in order.
func TestLikePairs(t *testing.T) {
	s := &compare.Story{Entities: []compare.Entity{
		{Type: nlp.Person, Canonical: "Ida Bjergesen"},
		{Type: nlp.Person, Canonical: "Ida Holmgren"},
		{Type: nlp.Person, Canonical: "Ida Bjergeson"},
		{Type: nlp.Nationality, Canonical: "Bjergesian"},
		{Type: nlp.Person, Canonical: "Bo"},
		{Type: nlp.Person, Canonical: ""},
		{Type: nlp.Organisation, Canonical: "Nordbank"},
	}}
	pairs := likePairs(s)
	if !slices.Contains(pairs, [2]int{0, 2}) {
		t.Errorf("no pair of two spellings among %v", pairs)
	}
	for i, p := range pairs {
		if p[0] >= p[1] || slices.Contains(pairs[:i], p) || p[1] == 3 || p[1] == 4 || p[1] == 5 {
			t.Errorf("pair %v among %v", p, pairs)
		}
	}
}

func TestLastName(t *testing.T) {
	for key, want := range map[string]string{"ida holm": "holm", "holm": "holm", "": "", "ole van der bask": "bask"} {
		if got := lastName(key); got != want {
			t.Errorf("%q: got %q, want %q", key, got, want)
		}
	}
}

func TestSameNeighbour(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"group", "group", true},
		{"group", "budget", false},
		{"", "", false},
		{"say", "say", false}, // who says it is a matter of attribution
		{"tell", "tell", false},
	}
	for _, tt := range tests {
		if got := sameNeighbour(tt.a, tt.b); got != tt.want {
			t.Errorf("%q, %q: got %v", tt.a, tt.b, got)
		}
	}
}

// TestSameSortOfName: names that can fill one slot and do not mean one thing.
func TestSameSortOfName(t *testing.T) {
	entity := func(kind nlp.EntityType, name string) compare.Entity {
		return compare.Entity{Type: kind, Canonical: name}
	}
	tests := []struct {
		name string
		a, b compare.Entity
		want bool
	}{
		{"two persons", entity(nlp.Person, "Ida Holm"), entity(nlp.Person, "Ole Bask"), true},
		{"a person and a place", entity(nlp.Person, "Ida Holm"), entity(nlp.Place, "Bergen"), false},
		{"a company and a group", entity(nlp.Organisation, "Nordbank"), entity(nlp.Group, "Velvet Heron"), true},
		{"of unknown type", entity(nlp.UnknownType, "Zinc"), entity(nlp.Group, "Velvet Heron"), true},
		{"one person", entity(nlp.Person, "Ida Holm"), entity(nlp.Person, "Holm"), false},
		{"two nationalities", entity(nlp.Nationality, "Danish"), entity(nlp.Nationality, "Norwegian"), false},
	}
	for _, tt := range tests {
		s := &compare.Story{Entities: []compare.Entity{tt.a, tt.b}}
		if got := sameSortOfName(s, 0, 1); got != tt.want || sameSortOfName(s, 1, 0) != got {
			t.Errorf("%s: got %v", tt.name, got)
		}
	}
}

// TestJoined: whether tokens only join the members of a list.
func TestJoined(t *testing.T) {
	tests := []struct {
		norms []string
		want  bool
	}{
		{nil, false},
		{[]string{","}, true},
		{[]string{",", "and"}, true},
		{[]string{"and", "the"}, true},
		{[]string{"of"}, false},
		{[]string{",", "a", "mayor", ","}, false},
		{[]string{",", ",", ",", ",", ",", ","}, false},
	}
	for _, tt := range tests {
		doc := &nlp.Document{}
		for _, norm := range tt.norms {
			doc.Tokens = append(doc.Tokens, nlp.Token{Norm: norm})
		}
		if got := joined(doc, 0, len(doc.Tokens)); got != tt.want {
			t.Errorf("%q: got %v", tt.norms, got)
		}
	}
}
