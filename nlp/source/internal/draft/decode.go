package draft

import (
	"fmt"
	"unicode/utf8"
)

// maxControls is the share of control characters (1 in maxControls bytes)
// above which a file is no text: random bytes hold one in ten, machine code
// more, text none or a stray one.
const maxControls = 20

// Bounds on a decoded file, far above every report that is read.
const (
	MaxDecoded = 8 << 20 // bytes of UTF-8: the largest news pages have 3 MB
	maxAnchors = 7 << 19 // places where text and file part, 56 MB: two for a letter of some encodings, none for most
)

// IsBinary reports data that is no text in any encoding Decode knows.
func IsBinary(data []byte) bool {
	if wideOrder(data) != nil {
		return false
	}
	controls := 0
	for _, c := range data {
		if c < 0x80 && IsControl(rune(c)) && c != 0x1b { // above, it is part of a longer rune: “ ends in 0x80 0x9c; ESC shifts in ISO-2022-JP
			controls++
		}
	}
	return controls*maxControls > len(data)
}

// IsControl reports the control characters that are no white space.
func IsControl(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x85: // 0x85 is next line
		return false
	}
	return r < ' ' || r >= 0x7f && r < 0xa0
}

// File is the text of a whole file.
type File struct {
	View
	Lines []int    // offset in the file of each line's first byte
	Notes []string // what was mended
	Cut   bool     // there is more than the bounds permit, and it was not decoded
}

// Decode makes valid UTF-8 of a file: byte order marks go, CR LF and CR become
// LF, invalid bytes U+FFFD, and control characters blanks. All but the marks
// and line ends leave a note. declared are the names of encodings that the file
// or its sender give, the most trusted first; where the bytes say otherwise,
// the bytes are believed.
func Decode(data []byte, declared ...string) *File {
	d := &File{}
	enc, note := chooseEncoding(data, declared)
	if note != "" {
		d.Notes = append(d.Notes, note)
	}
	off := enc.mark
	d.Lines = append(d.Lines, off)
	var bad, controls int
	replaced := false // the byte before was invalid: a run of them becomes one U+FFFD
	for off < len(data) {
		if len(d.Text) > MaxDecoded || len(d.Anchors) > maxAnchors {
			d.Cut = true
			break
		}
		if n := enc.plain(data[off:]); n > 0 {
			d.anchor(off)
			d.Text = append(d.Text, data[off:off+n]...)
			off += n
			replaced = false
			continue
		}
		r, size, invalid := enc.next(data[off:])
		end := off + size
		switch {
		case invalid:
			bad++
			if !replaced {
				d.Insert("\uFFFD", off)
			}
		case r == '\r':
			if after, _, _ := enc.next(data[end:]); end >= len(data) || after != '\n' {
				d.Insert("\n", off)
				d.Lines = append(d.Lines, end)
			}
		case r == '\n':
			d.Insert("\n", off)
			d.Lines = append(d.Lines, end)
		case r == '\v' || r == '\f':
			d.Insert(" ", off)
		case r == noRune:
		case IsControl(r):
			controls++
			d.Insert(" ", off)
		case size == utf8.RuneLen(r): // the same bytes, or as many
			d.anchor(off)
			d.Text = utf8.AppendRune(d.Text, r)
		default:
			d.Insert(string(r), off)
		}
		replaced = invalid
		off = end
	}
	if bad > 0 {
		d.Notes = append(d.Notes, fmt.Sprintf("bytes that are not %s: %d, replaced by U+FFFD", enc.name, bad))
	}
	if controls > 0 {
		d.Notes = append(d.Notes, fmt.Sprintf("control characters: %d, replaced by blanks", controls))
	}
	return d
}
