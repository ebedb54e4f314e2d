// Package draft holds what every reader of reports works on and makes: text with the way
// back to the file, the decoding of files into it, and how a reader says what
// is wrong.
package draft

import (
	"bytes"
	"sort"
	"unicode"

	"github.com/factdiff/factdiff/nlp"
)

// View is text with the way back to the file it came from: between two anchors
// the bytes of text and file run in step.
type View struct {
	Text    []byte
	Anchors []nlp.Anchor // sorted by Text, strictly ascending
}

// anchor says that the next byte of text was byte file of the file.
func (v *View) anchor(file int) {
	at := len(v.Text)
	if n := len(v.Anchors); n > 0 {
		last := v.Anchors[n-1]
		if last.File+at-last.Text == file {
			return
		}
		if last.Text == at {
			v.Anchors[n-1].File = file
			return
		}
	}
	v.Anchors = append(v.Anchors, nlp.Anchor{Text: at, File: file})
}

// Insert appends bytes that stand for something else at offset file: each maps
// to that offset.
func (v *View) Insert(s string, file int) {
	for i := range len(s) {
		v.anchor(file)
		v.Text = append(v.Text, s[i])
	}
}

// Add appends bytes [from, to) of src with their anchors.
func (v *View) Add(src *View, from, to int) {
	if from >= to {
		return
	}
	v.anchor(src.FileOffset(from))
	at := len(v.Text) - from
	i := sort.Search(len(src.Anchors), func(i int) bool { return src.Anchors[i].Text > from })
	for ; i < len(src.Anchors) && src.Anchors[i].Text < to; i++ {
		a := src.Anchors[i]
		v.Anchors = append(v.Anchors, nlp.Anchor{Text: a.Text + at, File: a.File})
	}
	v.Text = append(v.Text, src.Text[from:to]...)
}

// Part is a copy of bytes [from, to).
func (v *View) Part(from, to int) *View {
	p := &View{}
	p.Add(v, from, to)
	return p
}

// FileOffset is the offset in the file of byte off of text.
func (v *View) FileOffset(off int) int {
	return nlp.Origin{Anchors: v.Anchors}.FileOffset(off)
}

// TrimRight takes the white space at the end away.
func (v *View) TrimRight() {
	v.Text = bytes.TrimRightFunc(v.Text, unicode.IsSpace)
	n := len(v.Anchors)
	for n > 0 && v.Anchors[n-1].Text >= len(v.Text) {
		n--
	}
	v.Anchors = v.Anchors[:n]
}
