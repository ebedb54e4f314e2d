package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kinds of tokens that may end a sentence.
const (
	none = iota
	stop
	mark
	dots
	abbreviation
)

// terminator is the kind of a token.
func terminator(text string) int {
	switch c := text[0]; c {
	case '.':
		if len(text) == 1 {
			return stop
		}
		if text[1] == '.' {
			return dots
		}
	case '!', '?':
		return mark
	case 0xe2:
		if strings.HasPrefix(text, "…") {
			return dots
		}
	case 0xe3:
		if text == "。" {
			return stop
		}
	default:
		if text[len(text)-1] == '.' {
			return abbreviation
		}
	}
	return none
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func isQuoteMark(text string) bool {
	switch text {
	case `"`, "“", "‘", "'", "``":
		return true
	}
	return false
}

func runeClassAt(text string) uint8 {
	if c := classes[text[0]]; c != multi {
		return c
	}
	r, _ := utf8.DecodeRuneInString(text)
	return runeClass(r)
}

func startsUpper(text string) bool {
	if c := text[0]; c < utf8.RuneSelf {
		return isUpper(c)
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func startsLower(text string) bool {
	if c := text[0]; c < utf8.RuneSelf {
		return isLower(c)
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}
