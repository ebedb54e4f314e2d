package wording

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// show words edits as a line: equal words as they are, others in [-gone-] and
// {+come+}.
func show(a, b []string, edits []Edit) string {
	var parts []string
	for _, e := range edits {
		switch e.Op {
		case Equal:
			parts = append(parts, strings.Join(a[e.A0:e.A1], " "))
		case Delete:
			parts = append(parts, "[-"+strings.Join(a[e.A0:e.A1], " ")+"-]")
		case Insert:
			parts = append(parts, "{+"+strings.Join(b[e.B0:e.B1], " ")+"+}")
		}
	}
	return strings.Join(parts, " ")
}

// check holds edits to what Diff promises: they rebuild both lists in order,
// none is empty, and neighbours differ in Op.
func check(a, b []string, edits []Edit) error {
	i, j := 0, 0
	for n, e := range edits {
		if e.A0 != i || e.B0 != j || e.A1 < e.A0 || e.B1 < e.B0 || e.A1 > len(a) || e.B1 > len(b) {
			return fmt.Errorf("edit %d is %+v after %d, %d", n, e, i, j)
		}
		i, j = e.A1, e.B1
		inA, inB := e.A1 > e.A0, e.B1 > e.B0
		if inA != (e.Op != Insert) || inB != (e.Op != Delete) {
			return fmt.Errorf("edit %d: %+v is empty or on the wrong side", n, e)
		}
		if e.Op == Equal && !slices.Equal(a[e.A0:e.A1], b[e.B0:e.B1]) {
			return fmt.Errorf("edit %d: %q is not %q", n, a[e.A0:e.A1], b[e.B0:e.B1])
		}
		if n > 0 && edits[n-1].Op == e.Op {
			return fmt.Errorf("edits %d and %d have one operation", n-1, n)
		}
	}
	if i != len(a) || j != len(b) {
		return fmt.Errorf("edits end at %d of %d and %d of %d", i, len(a), j, len(b))
	}
	return nil
}

func TestDiff(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"nothing", "", "", ""},
		{"one side empty", "", "a b", "{+a b+}"},
		{"other side empty", "a b", "", "[-a b-]"},
		{"the same", "a b c", "a b c", "a b c"},
		{"nothing in common", "a b", "c d", "[-a b-] {+c d+}"},
		{"a word more", "27 people injured", "27 people badly injured", "27 people {+badly+} injured"},
		{"a number is one word", "127 people were hurt", "129 people were hurt", "[-127-] {+129+} people were hurt"},
		{"a number inside another", "7 people", "27 people", "[-7-] {+27+} people"},
		{"an amount is one word", "$1,200 was paid", "$1,300 was paid", "[-$1,200-] {+$1,300+} was paid"},
		{"a name is one word", "Ida Holm of Kelm", "Ida Holmes of Kelm", "Ida [-Holm-] {+Holmes+} of Kelm"},
		{"a name beginning alike", "Holmgren said", "Holm said", "[-Holmgren-] {+Holm+} said"},
		{"letters in common, no word", "death", "health", "[-death-] {+health+}"},
		{"case counts", "The ferry", "the ferry", "[-The-] {+the+} ferry"},
		{"a word moved", "on Tuesday police said", "police said on Tuesday", "[-on Tuesday-] police said {+on Tuesday+}"},
		{"the same word twice", "no no", "no", "no [-no-]"},
		{"other scripts", "é 🚢 城", "é 🚢🚢 城", "é [-🚢-] {+🚢🚢+} 城"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, b := strings.Fields(tt.a), strings.Fields(tt.b)
			edits := Diff(a, b)
			if err := check(a, b, edits); err != nil {
				t.Error(err)
			}
			if got := show(a, b, edits); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestDiffEmptyWords: a word may be any string, the empty one as well.
func TestDiffEmptyWords(t *testing.T) {
	a, b := []string{"", "a", ""}, []string{"a", "", "\xff"}
	if err := check(a, b, Diff(a, b)); err != nil {
		t.Error(err)
	}
}

// TestDiffRandom: random lists over few words, so that they share many.
func TestDiffRandom(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		words := 1 + rnd.IntN(12)
		random := func() []string {
			list := make([]string, rnd.IntN(30))
			for i := range list {
				list[i] = fmt.Sprint("w", rnd.IntN(words))
			}
			return list
		}
		a, b := random(), random()
		edits := Diff(a, b)
		if err := check(a, b, edits); err != nil {
			t.Fatalf("%q, %q: %v", a, b, err)
		}
		if diff := cmp.Diff(edits, Diff(a, b)); diff != "" {
			t.Fatalf("%q, %q: the second time:\n%s", a, b, diff)
		}
	}
}

// TestMaxWords: beyond MaxWords nothing is compared, and nothing is lost.
func TestMaxWords(t *testing.T) {
	many := func(n int) []string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprint("w", i)
		}
		return list
	}
	tests := []struct {
		name string
		a, b []string
		want []Edit
	}{
		{"just as many", many(MaxWords), many(MaxWords), []Edit{{Equal, 0, MaxWords, 0, MaxWords}}},
		{"more on both sides", many(MaxWords + 10), many(MaxWords + 10), []Edit{
			{Equal, 0, MaxWords, 0, MaxWords},
			{Delete, MaxWords, MaxWords + 10, MaxWords, MaxWords},
			{Insert, MaxWords + 10, MaxWords + 10, MaxWords, MaxWords + 10},
		}},
		{"more on one side", many(10), many(MaxWords + 10), []Edit{{Equal, 0, 10, 0, 10}, {Insert, 10, 10, 10, MaxWords + 10}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			edits := Diff(tt.a, tt.b)
			if err := check(tt.a, tt.b, edits); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(tt.want, edits); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FuzzDiff holds Diff to its promises for any two texts, word by word.
func FuzzDiff(f *testing.F) {
	f.Add("27 people were injured", "25 people were hurt")
	f.Add("", "a")
	f.Add("a b a b a", "b a b a b")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := strings.Split(x, " "), strings.Split(y, " ")
		edits := Diff(a, b)
		if err := check(a, b, edits); err != nil {
			t.Error(err)
		}
		if len(a) <= MaxWords && slices.Equal(a, b) != (len(edits) == 1 && edits[0].Op == Equal) {
			t.Errorf("%q, %q: %+v", a, b, edits)
		}
	})
}

func BenchmarkDiff(b *testing.B) {
	x := strings.Fields("Police said on Tuesday that 27 people were injured when a ferry with 140 passengers on board hit a pier in the harbour of Kelm")
	y := strings.Fields("A ferry with 140 passengers on board hit a pier in the port of Kelm on Tuesday and 25 people were injured police said")
	b.ReportAllocs()
	for b.Loop() {
		Diff(x, y)
	}
}
