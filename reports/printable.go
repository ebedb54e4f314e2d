package reports

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// steers reports whether a terminal or a reader's eye can be led astray by the
// character: control characters, bidirectional controls, invisible ones.
func steers(r rune) bool {
	switch r {
	case '\u200c', '\u200d': // joiners: Persian and Indic words and emoji need them, they draw nothing
		return false
	case '\u2028', '\u2029': // line and paragraph separator
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

// Printable is s as it may go to a terminal, on one line: Visible, with all
// white space, line breaks included, as single blanks.
func Printable(s string) string { return strings.Join(strings.Fields(Visible(s)), " ") }

// Visible is s as it may go to a terminal: control characters become pictures
// of themselves (U+2400 ff.) or U+FFFD; bidirectional and other invisible
// controls go. Of white space, line feeds stay and the rest becomes blanks.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r) && r != '\u0085':
			return ' '
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7f:
			return '\u2421'
		case r >= 0x80 && r < 0xa0:
			return '\ufffd'
		case steers(r):
			return -1
		}
		return r
	}, s)
}

// cells is the number of terminal cells a printable string takes.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	switch {
	case r < 0x300: // the quick way for nearly all news text
		return 1
	case r == '\u200c' || r == '\u200d' || unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
