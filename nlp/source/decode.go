package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// maxControls is the share of control characters (1 in maxControls bytes)
// above which a file is no text: random bytes hold one in ten, machine code
// more, text none or a stray one.
const maxControls = 20

// magics are the first bytes of formats that users take for text files.
var magics = [...]struct{ magic, what, mend string }{
	{"%PDF-", "is a PDF, which is not read yet", "save it as text"},
	{"PK\x03\x04", "is a zip archive or an office document, which is not read", "save it as text"},
	{"\xd0\xcf\x11\xe0", "is an office document, which is not read", "save it as text"},
	{"{\\rtf", "is RTF, which is not read", "save it as text"},
	{"\x89PNG", "is an image", "give the report's text"},
	{"\xff\xd8\xff", "is an image", "give the report's text"},
	{"GIF8", "is an image", "give the report's text"},
	{"\x1f\x8b", "is compressed", "unpack it first"},
}

// refuse says why data is no report at all, or nil.
func refuse(name string, data []byte) error {
	if len(data) > 2*MaxText+2 { // twice: UTF-16 takes two bytes a letter
		return tooLarge(name, len(data))
	}
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.magic)) {
			return &Error{Name: name, What: m.what, Mend: m.mend}
		}
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 512)], []byte("\xef\xbb\xbf"))))
	for _, tag := range []string{"<!doctype html", "<html", "<head>", "<body"} {
		if bytes.HasPrefix(start, []byte(tag)) || (bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte(tag))) {
			return &Error{Name: name, What: "is HTML, which is not read yet", Mend: "save it as text"}
		}
	}
	if byteOrder(data) != nil {
		return nil
	}
	controls := 0
	for _, c := range data {
		if c < 0x80 && isControl(rune(c)) { // above, it is part of a longer rune: “ ends in 0x80 0x9c
			controls++
		}
	}
	if controls*maxControls > len(data) {
		return &Error{Name: name, What: "is binary data, not text", Mend: "give a text or Markdown file in UTF-8"}
	}
	return nil
}

// isControl reports the control characters that are no white space.
func isControl(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x85: // 0x85 is next line
		return false
	}
	return r < ' ' || r >= 0x7f && r < 0xa0
}

// decoded is the text of a whole file.
type decoded struct {
	view
	lines []int    // offset in the file of each line's first byte
	notes []string // what was mended
}

// decode makes valid UTF-8 of a file: byte order marks go, CR LF and CR become
// LF, invalid bytes U+FFFD, and control characters blanks. All but the marks
// and line ends leave a note.
func decode(data []byte) *decoded {
	d := &decoded{}
	var bad, controls int
	next := utf8.DecodeRune
	off := 0
	if order := byteOrder(data); order != nil {
		next = func(b []byte) (rune, int) { return decodeUTF16(b, order) }
		off = 2
		d.notes = append(d.notes, "read as UTF-16 and turned into UTF-8")
	} else if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		off = 3
	}
	wide := off == 2
	d.lines = append(d.lines, off)
	replaced := false // the byte before was invalid: a run of them becomes one U+FFFD
	for off < len(data) {
		r, size := next(data[off:])
		end := off + size
		invalid := r == utf8.RuneError && (wide && size < 4 && !isReplacement(data[off:end]) || size == 1)
		switch {
		case invalid:
			bad++
			if !replaced {
				d.insert("\uFFFD", off)
			}
		case r == '\r':
			if after, _ := next(data[end:]); end >= len(data) || after != '\n' {
				d.insert("\n", off)
				d.lines = append(d.lines, end)
			}
		case r == '\n':
			d.insert("\n", off)
			d.lines = append(d.lines, end)
		case r == '\v' || r == '\f':
			d.insert(" ", off)
		case isControl(r):
			controls++
			d.insert(" ", off)
		case wide:
			d.insert(string(r), off)
		default:
			d.anchor(off)
			d.text = append(d.text, data[off:end]...)
		}
		replaced = invalid
		off = end
	}
	if bad > 0 {
		d.notes = append(d.notes, fmt.Sprintf("bytes that are not UTF-8: %d, replaced by U+FFFD", bad))
	}
	if controls > 0 {
		d.notes = append(d.notes, fmt.Sprintf("control characters: %d, replaced by blanks", controls))
	}
	return d
}

// byteOrder is the byte order of UTF-16 with a byte order mark; nil for any
// other data.
func byteOrder(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return binary.BigEndian
	}
	return nil
}

// decodeUTF16 is the first rune of b and its size in bytes; a lone surrogate
// or byte gives U+FFFD.
func decodeUTF16(b []byte, order binary.ByteOrder) (rune, int) {
	if len(b) == 0 {
		return utf8.RuneError, 0
	}
	if len(b) < 2 {
		return utf8.RuneError, 1
	}
	r := rune(order.Uint16(b))
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(b) >= 4 {
		if both := utf16.DecodeRune(r, rune(order.Uint16(b[2:]))); both != utf8.RuneError {
			return both, 4
		}
	}
	return utf8.RuneError, 2
}

// isReplacement reports whether a UTF-16 unit is U+FFFD itself.
func isReplacement(unit []byte) bool {
	return len(unit) == 2 && (unit[0] == 0xff && unit[1] == 0xfd || unit[0] == 0xfd && unit[1] == 0xff)
}
