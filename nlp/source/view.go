package source

import (
	"sort"

	"github.com/factdiff/factdiff/nlp"
)

// view is text with the way back to the file it came from: between two anchors
// the bytes of text and file run in step.
type view struct {
	text    []byte
	anchors []nlp.Anchor // sorted by Text, strictly ascending
}

// anchor says that the next byte of text was byte file of the file.
func (v *view) anchor(file int) {
	at := len(v.text)
	if n := len(v.anchors); n > 0 {
		last := v.anchors[n-1]
		if last.File+at-last.Text == file {
			return
		}
		if last.Text == at {
			v.anchors[n-1].File = file
			return
		}
	}
	v.anchors = append(v.anchors, nlp.Anchor{Text: at, File: file})
}

// insert appends bytes that stand for something else at offset file: each maps
// to that offset.
func (v *view) insert(s string, file int) {
	for i := range len(s) {
		v.anchor(file)
		v.text = append(v.text, s[i])
	}
}

// add appends bytes [from, to) of src with their anchors.
func (v *view) add(src *view, from, to int) {
	if from >= to {
		return
	}
	v.anchor(src.fileOffset(from))
	at := len(v.text) - from
	i := sort.Search(len(src.anchors), func(i int) bool { return src.anchors[i].Text > from })
	for ; i < len(src.anchors) && src.anchors[i].Text < to; i++ {
		a := src.anchors[i]
		v.anchors = append(v.anchors, nlp.Anchor{Text: a.Text + at, File: a.File})
	}
	v.text = append(v.text, src.text[from:to]...)
}

// part is a copy of bytes [from, to).
func (v *view) part(from, to int) *view {
	p := &view{}
	p.add(v, from, to)
	return p
}

// fileOffset is the offset in the file of byte off of text.
func (v *view) fileOffset(off int) int {
	return nlp.Origin{Anchors: v.anchors}.FileOffset(off)
}
