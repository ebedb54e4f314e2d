// Package wording compares two stretches of text word by word. It maps each
// distinct word to a rune and lets go-diff compare the runes, so that a word,
// a number or a name is never cut, and no clock has a say in the result.
package wording

import (
	"github.com/sergi/go-diff/diffmatchpatch"
)

// Op is what happens to a run of words.
type Op int8

// The operations.
const (
	Equal  Op = iota
	Delete    // words of a only
	Insert    // words of b only
)

// Edit is a run of words under one operation: a[A0:A1] and b[B0:B1], one of
// them empty unless Op is Equal.
type Edit struct {
	Op             Op
	A0, A1, B0, B1 int
}

// MaxWords is the longest list Diff compares exactly; of a longer one only the
// first MaxWords words count, the rest is one Delete and one Insert. It bounds
// the quadratic worst case to a few milliseconds.
const MaxWords = 1000

// Diff compares two lists of words. The edits rebuild both lists in order;
// neighbouring edits differ in Op.
func Diff(a, b []string) []Edit {
	ids := make(map[string]rune, len(a)+len(b))
	ra, rb := runes(a, ids), runes(b, ids)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // no clock: the same input gives the same edits
	var edits []Edit
	i, j := 0, 0
	add := func(op Op, n int) {
		if n == 0 {
			return
		}
		e := Edit{Op: op, A0: i, A1: i, B0: j, B1: j}
		if op != Insert {
			i += n
			e.A1 = i
		}
		if op != Delete {
			j += n
			e.B1 = j
		}
		if k := len(edits) - 1; k >= 0 && edits[k].Op == op {
			edits[k].A1, edits[k].B1 = e.A1, e.B1
			return
		}
		edits = append(edits, e)
	}
	for _, d := range dmp.DiffMainRunes(ra, rb, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			add(Equal, n)
		case diffmatchpatch.DiffDelete:
			add(Delete, n)
		case diffmatchpatch.DiffInsert:
			add(Insert, n)
		}
	}
	add(Delete, len(a)-i)
	add(Insert, len(b)-j)
	return edits
}

// runes interns the words. Surrogates are no runes, so their range is left out.
func runes(words []string, ids map[string]rune) []rune {
	words = words[:min(len(words), MaxWords)]
	out := make([]rune, len(words))
	for i, w := range words {
		r, ok := ids[w]
		if !ok {
			r = rune(len(ids) + 1)
			if r >= 0xD800 {
				r += 0x800
			}
			ids[w] = r
		}
		out[i] = r
	}
	return out
}
