package draft

import (
	"bytes"
	"testing"
)

// TestDecodeBounds: of files far beyond any report, no more is decoded than the
// bounds permit, and that is told; files within them are whole.
func TestDecodeBounds(t *testing.T) {
	wide := []byte("\x2d\x4e") // one ideograph in UTF-16, three bytes in UTF-8
	for _, c := range []struct {
		name string
		data []byte
		cut  bool
	}{
		{"a page of 7 MB", bytes.Repeat([]byte("a ferry\n"), 7<<17), false},
		{"a text of 1 MB in UTF-16", append([]byte("\xff\xfe"), bytes.Repeat(wide, 1<<20)...), false},
		{"a page of 9 MB", bytes.Repeat([]byte("a ferry\n"), 9<<17), true},
		{"lines without end", bytes.Repeat([]byte("\n"), 9<<20), true},
		{"a page of 6 MB in UTF-16", append([]byte("\xff\xfe"), bytes.Repeat(wide, 3<<20)...), true},
	} {
		f := Decode(c.data)
		if f.Cut != c.cut {
			t.Errorf("%s: cut is %v, want %v", c.name, f.Cut, c.cut)
		}
		if len(f.Text) > MaxDecoded+len("a ferry\n") || len(f.Anchors) > maxAnchors+4 {
			t.Errorf("%s: %d bytes, %d anchors", c.name, len(f.Text), len(f.Anchors))
		}
	}
}
