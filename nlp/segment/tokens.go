package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
)

// Tokens cuts text, which must be valid UTF-8, into tokens in order and sets
// their Span, Text and Norm. Tokens and the white space between them rebuild
// the text.
func Tokens(text string) []nlp.Token {
	l := lexer{text: text, lower: lowerASCII(text), at: strings.IndexByte(text, '@')}
	l.tokens = make([]nlp.Token, 0, len(text)/bytesPerToken+8)
	for l.pos < len(text) {
		l.next()
	}
	return l.tokens
}

// bytesPerToken is less than what English news has (5.0 to 5.5), so that the
// slice hardly ever grows.
const bytesPerToken = 4

// lexer holds the state of one pass over a text.
type lexer struct {
	text   string
	lower  string // text with ASCII letters lower-cased: Norm of most tokens is a slice of it
	pos    int
	at     int // offset of the next '@', -1 if none
	tokens []nlp.Token
}

// Classes of bytes. Bytes from 0x80 on are decoded.
const (
	other = iota
	gap
	letter
	digit
	multi
)

var classes = func() (c [256]uint8) {
	for i := range c {
		switch {
		case i <= ' ' || i == 0x7f:
			c[i] = gap
		case i >= '0' && i <= '9':
			c[i] = digit
		case i >= 'a' && i <= 'z' || i >= 'A' && i <= 'Z' || i == '_':
			c[i] = letter
		case i >= utf8.RuneSelf:
			c[i] = multi
		}
	}
	return c
}()

// next reads one gap or one token at l.pos, which it moves on.
func (l *lexer) next() {
	switch class, size := l.class(l.pos); class {
	case gap:
		l.pos += size
	case letter:
		l.word()
	case digit:
		l.number(l.pos, l.pos)
	default:
		l.sign(size)
	}
}

// class is the class and length of the rune at i; multi never comes out. At
// the end of the text it is gap, 0.
func (l *lexer) class(i int) (class uint8, size int) {
	if i >= len(l.text) {
		return gap, 0
	}
	c := classes[l.text[i]]
	if c != multi {
		return c, 1
	}
	r, size := utf8.DecodeRuneInString(l.text[i:])
	return runeClass(r), size
}

func runeClass(r rune) uint8 {
	switch {
	case r == 'ʼ': // a letter to Unicode, an apostrophe to us
		return other
	case r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x205e: // general punctuation, the commonest
		return other
	case unicode.IsLetter(r), unicode.Is(unicode.Mn, r), unicode.Is(unicode.Mc, r):
		return letter
	case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u200b':
		return gap
	case unicode.IsDigit(r):
		return digit
	case unicode.Is(unicode.No, r) && (r < 0x2460 || r > 0x24ff): // ½ ² but not ①
		return digit
	}
	return other
}

// is reports whether the rune at i has the class.
func (l *lexer) is(i int, class uint8) bool {
	c, _ := l.class(i)
	return c == class
}

// isAlnum reports whether a letter or digit begins at i.
func (l *lexer) isAlnum(i int) bool {
	c, _ := l.class(i)
	return c == letter || c == digit
}

// byteAt is the byte at i, 0 outside the text.
func (l *lexer) byteAt(i int) byte {
	if i < 0 || i >= len(l.text) {
		return 0
	}
	return l.text[i]
}

// apostrophe is the length of the apostrophe at i, 0 if there is none.
func (l *lexer) apostrophe(i int) int {
	switch b := l.byteAt(i); {
	case b == '\'':
		return 1
	case b == 0xe2 && strings.HasPrefix(l.text[i:], "’"):
		return len("’")
	case b == 0xca && strings.HasPrefix(l.text[i:], "ʼ"):
		return len("ʼ")
	}
	return 0
}

// hyphen is the length of the hyphen at i, 0 if there is none.
func (l *lexer) hyphen(i int) int {
	switch b := l.byteAt(i); {
	case b == '-':
		return 1
	case b == 0xe2 && (strings.HasPrefix(l.text[i:], "‐") || strings.HasPrefix(l.text[i:], "‑")):
		return len("‐")
	}
	return 0
}

// emit appends the token [start, end) and moves on to end.
func (l *lexer) emit(start, end int) {
	if end <= start {
		return
	}
	text := l.text[start:end]
	norm := l.lower[start:end]
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			norm = normalise(text)
			break
		}
	}
	l.tokens = append(l.tokens, nlp.Token{Span: nlp.Span{Start: start, End: end}, Text: text, Norm: norm})
	l.pos = end
}

// lowerASCII is s with its ASCII letters lower-cased, byte for byte.
func lowerASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if b[i] >= 'A' && b[i] <= 'Z' {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}

// normalise is the Norm of a token with runes outside ASCII.
func normalise(s string) string {
	switch s {
	case "’", "‘", "ʼ", "‚", "‛":
		return "'"
	case "“", "”", "„", "‟", "«", "»":
		return `"`
	case "–", "−":
		return "-"
	case "—", "―":
		return "--"
	case "…":
		return "..."
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', 'ʼ', '‛':
			return '\''
		case '“', '”', '„', '‟':
			return '"'
		case '‐', '‑', '–', '−', '—', '―':
			return '-'
		}
		if runeClass(r) == gap {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}
