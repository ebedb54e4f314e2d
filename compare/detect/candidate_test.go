package detect

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// pairing is a candidate in short: claims by number, their passages and
// sources, and the score.
type pairing struct {
	a, b  int
	score float64
}

// sixClaims are two claims of each of three sources; claims 0 and 1 stand in
// one passage, and claim 1 is the wider one.
func sixClaims() []compare.Claim {
	claims := make([]compare.Claim, 6)
	for i := range claims {
		claims[i] = compare.Claim{Source: i / 2, Passage: i, First: 0, Last: 1 + i}
	}
	claims[1].Passage = 0
	return claims
}

func kept(in []pairing, choose func([]candidate) []candidate) (got []string) {
	claims := sixClaims()
	number := map[*compare.Claim]int{}
	for i := range claims {
		number[&claims[i]] = i
	}
	var list []candidate
	for _, p := range in {
		list = append(list, candidate{a: &claims[p.a], b: &claims[p.b], score: p.score})
	}
	for _, c := range choose(list) {
		got = append(got, fmt.Sprintf("%d-%d", number[c.a], number[c.b]))
	}
	return got
}

func TestAssign(t *testing.T) {
	tests := []struct {
		name string
		in   []pairing
		want []string
	}{
		{"nothing", nil, nil},
		{"one pair", []pairing{{0, 2, 0.5}}, []string{"0-2"}},
		{"a rival is dropped", []pairing{{0, 2, 0.5}, {0, 3, 0.3}}, []string{"0-2"}},
		{"a rival is dropped, whichever side", []pairing{{0, 2, 0.3}, {1, 2, 0.5}}, []string{"1-2"}},
		{"nearly as good: said twice", []pairing{{0, 2, 0.5}, {0, 3, 0.48}}, []string{"0-2", "0-3"}},
		{"each with its own", []pairing{{0, 2, 0.5}, {1, 3, 0.3}}, []string{"0-2", "1-3"}},
		{"another source is no rival", []pairing{{0, 2, 0.5}, {0, 4, 0.3}}, []string{"0-2", "0-4"}},
		{"the best of one, not of the other", []pairing{{0, 2, 0.4}, {1, 2, 0.6}, {1, 3, 0.8}}, []string{"1-3"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, kept(tt.in, assign)); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}

func TestBestOfSentence(t *testing.T) {
	tests := []struct {
		name string
		in   []pairing
		want []string
	}{
		{"nothing", nil, nil},
		{"two clauses of a sentence", []pairing{{0, 2, 0.5}, {1, 2, 0.4}}, []string{"0-2"}},
		{"equals: the wider one", []pairing{{0, 2, 0.5}, {1, 2, 0.5}}, []string{"1-2"}},
		{"two sources", []pairing{{0, 2, 0.5}, {0, 4, 0.4}}, []string{"0-2", "0-4"}},
		{"two sentences", []pairing{{0, 2, 0.5}, {4, 3, 0.2}}, []string{"0-2", "4-3"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, kept(tt.in, bestOfSentence)); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}

func TestDisjoint(t *testing.T) {
	tests := []struct {
		name             string
		a, b             []int
		disjoint, shared bool
	}{
		{"nothing known", nil, nil, false, false},
		{"one side not known", []int{1}, nil, false, false},
		{"nothing in common", []int{1, 2}, []int{3}, true, false},
		{"one in common", []int{1, 2}, []int{3, 2}, false, true},
	}
	for _, tt := range tests {
		for range 2 {
			if disjoint(tt.a, tt.b) != tt.disjoint || sharedEntity(tt.a, tt.b) != tt.shared {
				t.Errorf("%s: disjoint %v, shared %v", tt.name, disjoint(tt.a, tt.b), sharedEntity(tt.a, tt.b))
			}
			tt.a, tt.b = tt.b, tt.a
		}
	}
}

func TestRelated(t *testing.T) {
	tests := []struct {
		a, b string
		same bool // enough to name one thing
	}{
		{"ferry", "ferry", true},
		{"unheard-of", "unheard-of", true},
		{"", "", false},
		{"ferry", "", false},
		{"ferry", "budget", false},
		{"injured", "wounded", true},
	}
	for _, tt := range tests {
		r := related(tt.a, tt.b)
		if r < 0 || r > 1 || r != related(tt.b, tt.a) || (r >= sameNoun) != tt.same {
			t.Errorf("%q, %q: got %v, turned %v", tt.a, tt.b, r, related(tt.b, tt.a))
		}
	}
}

// TestStances: what is in doubt is soft, and what is stated or denied outright
// is not in doubt.
func TestStances(t *testing.T) {
	tests := []struct {
		kind        nlp.StanceKind
		doubt, soft bool
	}{
		{nlp.Asserted, false, false},
		{nlp.Negated, false, false},
		{nlp.Hedged, true, true},
		{nlp.Alleged, true, true},
		{nlp.Reported, true, true},
		{nlp.Planned, false, true},
	}
	for _, tt := range tests {
		if doubt(tt.kind) != tt.doubt || soft(tt.kind) != tt.soft {
			t.Errorf("%v: doubt %v, soft %v", tt.kind, doubt(tt.kind), soft(tt.kind))
		}
		if doubt(tt.kind) && !soft(tt.kind) {
			t.Errorf("%v is in doubt and firm", tt.kind)
		}
	}
}
