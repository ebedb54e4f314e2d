package compare

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/nlp"
)

// terms makes a list of terms: weight 1 for an odd id, 2 for an even one.
func terms(ids ...int32) (list []Term, weight float64) {
	for _, id := range ids {
		w := 2 - float32(id%2)
		list = append(list, Term{ID: id, Weight: w})
		weight += float64(w)
	}
	return list, weight
}

func TestShared(t *testing.T) {
	tests := []struct {
		name         string
		a, b         []int32
		shared, dice float64
	}{
		{"nothing", nil, nil, 0, 0},
		{"one empty", []int32{1, 2}, nil, 0, 0},
		{"none in common", []int32{1, 3}, []int32{2, 4}, 0, 0},
		{"the same", []int32{1, 2, 3}, []int32{1, 2, 3}, 4, 1},
		{"one inside the other", []int32{2}, []int32{1, 2, 4, 5}, 2, 0.5},
		{"the first in common", []int32{1, 3}, []int32{1, 5}, 1, 0.5},
		{"the last in common", []int32{1, 8}, []int32{2, 3, 4, 5, 6, 7, 8}, 2, 4.0 / 14},
		{"in turn", []int32{1, 3, 5, 7}, []int32{2, 3, 6, 7}, 2, 0.4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, wa := terms(tt.a...)
			b, wb := terms(tt.b...)
			for range 2 {
				if got := Shared(a, b); got != tt.shared {
					t.Errorf("shared: got %v, want %v", got, tt.shared)
				}
				if got := Dice(a, b, wa, wb); got != tt.dice {
					t.Errorf("dice: got %v, want %v", got, tt.dice)
				}
				a, wa, b, wb = b, wb, a, wa
			}
		})
	}
}

// TestSharedLaws: over random lists Dice lies between 0 and 1, and a list
// against itself is 1.
func TestSharedLaws(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	random := func() ([]Term, float64) {
		var ids []int32
		for id := range int32(30) {
			if rnd.IntN(3) == 0 {
				ids = append(ids, id)
			}
		}
		return terms(ids...)
	}
	for range 500 {
		a, wa := random()
		b, wb := random()
		if dice := Dice(a, b, wa, wb); dice < 0 || dice > 1 {
			t.Fatalf("%v, %v: dice %v", a, b, dice)
		}
		if len(a) > 0 && Dice(a, a, wa, wa) != 1 {
			t.Fatalf("%v against itself: dice %v", a, Dice(a, a, wa, wa))
		}
	}
}

// pairStory is three sources with one passage each and a fourth passage in
// the last source; links run as given, claims are two figures and a moment
// in each passage. The text of each claim is one letter, in order.
func pairStory(links ...[2]int) *Story {
	s := &Story{}
	for i, text := range []string{"abc", "def", "ghi jkl"} {
		doc := &nlp.Document{Article: &nlp.Article{Text: text}}
		for at := 0; at < len(text); at += 4 {
			doc.Sentences = append(doc.Sentences, nlp.Sentence{Span: nlp.Span{Start: at, End: at + 3}})
			p := Passage{Source: i, Sentence: at / 4}
			for n, sort := range []Sort{Figure, Figure, Moment} {
				p.Claims = append(p.Claims, len(s.Claims))
				s.Claims = append(s.Claims, Claim{Sort: sort, Source: i, Passage: len(s.Passages), Clause: -1,
					Span: nlp.Span{Start: at + n, End: at + n + 1}})
			}
			s.Passages = append(s.Passages, p)
		}
		s.Sources = append(s.Sources, Source{Doc: doc})
	}
	for _, l := range links {
		p := &s.Passages[l[0]]
		p.Links = append(p.Links, Link{To: l[1], Dice: 0.5, Cover: 0.5})
	}
	return s
}

func TestPairs(t *testing.T) {
	tests := []struct {
		name  string
		links [][2]int
		sort  Sort
		want  []string
	}{
		{"no links", nil, Figure, nil},
		{"one link", [][2]int{{0, 1}, {1, 0}}, Figure, []string{"a-d", "a-e", "b-d", "b-e"}},
		{"other sort", [][2]int{{0, 1}, {1, 0}}, Moment, []string{"c-f"}},
		{"no claims of the sort", [][2]int{{0, 1}, {1, 0}}, Saying, nil},
		{"inside one source", [][2]int{{2, 3}, {3, 2}}, Moment, []string{"i-l"}},
		{"all three", [][2]int{{0, 1}, {0, 2}, {1, 0}, {1, 2}, {2, 1}, {2, 0}}, Moment, []string{"c-f", "c-i", "f-i"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := pairStory(tt.links...)
			var got []string
			s.Pairs(tt.sort, func(p Pair) {
				if p.Link.To != p.B.Passage || p.Link.Dice != 0.5 {
					t.Errorf("pair of passages %d, %d has the link %+v", p.A.Passage, p.B.Passage, p.Link)
				}
				got = append(got, s.Text(p.A)+"-"+s.Text(p.B))
			})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOrdered: the words of two claims decide which comes first, then those
// of their sentences, and not where they stand.
func TestOrdered(t *testing.T) {
	tests := []struct {
		name, a, b string
		turned     bool
	}{
		{"in order", "25", "27", false},
		{"out of order", "27", "25", true},
		{"same words, sentence in order", "27 people", "27 tourists", false},
		{"same words, sentence out of order", "27 tourists", "27 people", true},
		{"the same", "27", "27", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &Story{}
			for i, text := range []string{tt.a, tt.b} {
				doc := &nlp.Document{Article: &nlp.Article{Text: text}, Sentences: []nlp.Sentence{{Span: nlp.Span{End: len(text)}}}}
				s.Sources = append(s.Sources, Source{Doc: doc})
				s.Passages = append(s.Passages, Passage{Source: i})
				s.Claims = append(s.Claims, Claim{Source: i, Passage: i, Span: nlp.Span{End: 2}})
			}
			if first, second := s.Ordered(&s.Claims[0], &s.Claims[1]); (first == &s.Claims[1]) != tt.turned || first == second {
				t.Errorf("got sources %d, %d", first.Source, second.Source)
			}
		})
	}
}

// TestApart: sources tell of different events only if both are long enough to
// tell.
func TestApart(t *testing.T) {
	s := &Story{Sources: []Source{{Event: 0}, {Event: 1}, {Event: 1}, {Event: 2}, {Event: 0}}}
	tests := []struct {
		a, b int
		want bool
	}{{1, 2, false}, {1, 3, true}, {0, 1, false}, {0, 4, false}, {3, 3, false}}
	for _, tt := range tests {
		if s.Apart(tt.a, tt.b) != tt.want || s.Apart(tt.b, tt.a) != tt.want {
			t.Errorf("%d, %d: want %v", tt.a, tt.b, tt.want)
		}
	}
}

func TestSortString(t *testing.T) {
	seen := map[string]bool{}
	for sort := Figure; sort <= Statement; sort++ {
		if w := sort.String(); w == "" || seen[w] {
			t.Errorf("sort %d: %q", sort, w)
		}
		seen[sort.String()] = true
	}
}

func TestSourceID(t *testing.T) {
	for i, want := range map[int]string{0: "a", 1: "b", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba", 701: "zz", 702: "aaa"} {
		if got := SourceID(i); got != want {
			t.Errorf("%d: got %q, want %q", i, got, want)
		}
	}
}
