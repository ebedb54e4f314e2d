package draft

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/transform"
)

// noRune is what stands for bytes that mean no letter, such as a shift.
const noRune rune = -1

// coding reads runes of one encoding.
type coding struct {
	name  string
	mark  int  // bytes of the byte order mark
	ascii bool // bytes of ASCII where a rune begins are ASCII
	next  func([]byte) (r rune, size int, invalid bool)
}

// plain is how many bytes at the start of b are printable ASCII.
func (c *coding) plain(b []byte) int {
	n := 0
	for c.ascii && n < len(b) && b[n] >= ' ' && b[n] < 0x7f {
		n++
	}
	return n
}

// chooseEncoding finds out how a file is written and notes what is worth
// telling. The bytes are asked first: text in several bytes a letter that is
// valid UTF-8 is UTF-8, whatever its sender says, because no other encoding
// yields that by chance.
func chooseEncoding(data []byte, declared []string) (coding, string) {
	if order := wideOrder(data); order != nil {
		mark := 0
		if order.Uint16(data) == 0xfeff {
			mark = 2
		}
		return coding{"UTF-16", mark, false, func(b []byte) (rune, int, bool) { return nextUTF16(b, order) }}, "read as UTF-16 and turned into UTF-8"
	}
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		return coding{"UTF-8", 3, true, nextUTF8}, ""
	}
	name, enc := lookup(declared)
	shifts := name == "iso-2022-jp" && bytes.IndexByte(data, 0x1b) >= 0
	multi, bad := countUTF8(data)
	if bad == 0 && !shifts {
		if multi > 0 && enc != nil {
			return coding{"UTF-8", 0, true, nextUTF8}, fmt.Sprintf("says that it is %s, but is UTF-8", name)
		}
		return coding{"UTF-8", 0, true, nextUTF8}, ""
	}
	if bad <= multi && !shifts { // UTF-8 with a few broken bytes
		return coding{"UTF-8", 0, true, nextUTF8}, ""
	}
	if c, ok := enc.(*charmap.Charmap); ok {
		return coding{name, 0, true, nextByte(c)}, "read as " + name + " and turned into UTF-8"
	}
	if enc != nil {
		if shifts || plausible(data, nextOf(enc)) {
			return coding{name, 0, !shifts, nextOf(enc)}, "read as " + name + " and turned into UTF-8"
		}
		return western(), fmt.Sprintf("says that it is %s, but is windows-1252; turned into UTF-8", name)
	}
	return western(), "read as windows-1252 and turned into UTF-8"
}

// western is what English is written in where it is not UTF-8.
func western() coding { return coding{"windows-1252", 0, true, nextByte(charmap.Windows1252)} }

// lookup is the first declared encoding that is known and is not UTF-8 or
// UTF-16, of which the bytes themselves tell; nil if there is none.
func lookup(declared []string) (string, encoding.Encoding) {
	for _, label := range declared {
		enc, err := htmlindex.Get(label)
		if err != nil {
			continue
		}
		name, err := htmlindex.Name(enc)
		if err != nil || strings.HasPrefix(name, "utf-") || name == "replacement" || name == "x-user-defined" {
			continue
		}
		return name, enc
	}
	return "", nil
}

// countUTF8 counts runes of several bytes and invalid bytes.
func countUTF8(data []byte) (multi, bad int) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			multi++
		}
		i += size
	}
	return multi, bad
}

// maxSample bounds the bytes that are read to test a declared encoding.
const maxSample = 1 << 16

// plausible reports whether data reads sensibly in an encoding of several bytes
// a letter. Quotation marks and dashes of windows-1252 read as lone ideographs
// between Latin letters; real ones stand in words of two and more, or among
// others.
func plausible(data []byte, next func([]byte) (rune, int, bool)) bool {
	data = data[:min(len(data), maxSample)]
	var alone, joined, run int
	flush := func() {
		if run == 1 {
			alone++
		} else if run > 1 {
			joined++
		}
		run = 0
	}
	for off := 0; off < len(data); {
		r, size, invalid := next(data[off:])
		if invalid && off+4 < len(data) {
			return false
		}
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			run++
		} else {
			flush()
		}
		off += size
	}
	flush()
	return joined >= alone
}

func nextUTF8(b []byte) (rune, int, bool) {
	r, size := utf8.DecodeRune(b)
	return r, size, r == utf8.RuneError && size == 1
}

func nextByte(c *charmap.Charmap) func([]byte) (rune, int, bool) {
	return func(b []byte) (rune, int, bool) {
		if len(b) == 0 {
			return utf8.RuneError, 0, false
		}
		r := c.DecodeByte(b[0])
		return r, 1, r == utf8.RuneError
	}
}

// maxShift is how many bytes a letter takes at most, with the shift before it.
const maxShift = 8

// nextOf reads an encoding of several bytes a letter by giving its decoder a
// byte more until a letter comes.
func nextOf(enc encoding.Encoding) func([]byte) (rune, int, bool) {
	dec := enc.NewDecoder()
	var dst [utf8.UTFMax * 2]byte
	return func(b []byte) (rune, int, bool) {
		for n := 1; n <= min(len(b), maxShift); n++ {
			nDst, nSrc, err := dec.Transform(dst[:], b[:n], n == len(b))
			if nDst == 0 && nSrc == 0 && err == transform.ErrShortSrc {
				continue
			}
			if nSrc == 0 {
				break
			}
			if nDst == 0 {
				return noRune, nSrc, false
			}
			r, size := utf8.DecodeRune(dst[:nDst])
			if size < nDst { // two runes for one letter: the second is a mark
				return r, nSrc, false
			}
			return r, nSrc, r == utf8.RuneError
		}
		return utf8.RuneError, min(len(b), 1), len(b) > 0
	}
}

// wideOrder is the byte order of UTF-16, told by its byte order mark or by the
// zeros between Latin letters; nil for any other data.
func wideOrder(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return binary.BigEndian
	}
	sample := data[:min(len(data), 1024)&^1]
	if len(sample) < 8 {
		return nil
	}
	var zeros [2]int
	for i, c := range sample {
		if c == 0 {
			zeros[i&1]++
		}
	}
	// Nine letters in ten of English are below U+0100.
	switch most := len(sample) / 2 * 9 / 10; {
	case zeros[1] >= most && zeros[0]*10 < most:
		return binary.LittleEndian
	case zeros[0] >= most && zeros[1]*10 < most:
		return binary.BigEndian
	}
	return nil
}

// nextUTF16 is the first rune of b and its size in bytes; a lone surrogate or
// byte is invalid.
func nextUTF16(b []byte, order binary.ByteOrder) (r rune, size int, invalid bool) {
	if len(b) == 0 {
		return utf8.RuneError, 0, false
	}
	if len(b) < 2 {
		return utf8.RuneError, 1, true
	}
	r = rune(order.Uint16(b))
	if !utf16.IsSurrogate(r) {
		return r, 2, false
	}
	if len(b) >= 4 {
		if both := utf16.DecodeRune(r, rune(order.Uint16(b[2:]))); both != utf8.RuneError {
			return both, 4, false
		}
	}
	return utf8.RuneError, 2, true
}
