package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold is the form of a word or name that the name lists are keyed by:
// lower-case, Latin letters without accents, "&" as "and", hyphens and
// slashes as blanks, other punctuation dropped, one blank between words.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	put := func(t string) {
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteString(t)
	}
	for i, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			put(s[i : i+1])
		case r == '&':
			gap = true
			put("and")
			gap = true
		case r == '-' || r == '/' || r >= 0x2010 && r <= 0x2015 || unicode.IsSpace(r):
			gap = true
		case r == utf8.RuneError:
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			r = unicode.ToLower(r)
			if t, ok := plainLetters[r]; ok {
				put(t)
			} else {
				put(string(r))
			}
		}
	}
	return b.String()
}

// folded reports whether Fold would change nothing; it may say false wrongly.
func folded(s string) bool {
	blank := true
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			blank = false
		case c == ' ' && !blank:
			blank = true
		default:
			return false
		}
	}
	return s == "" || !blank
}

// plainLetters maps accented lower-case Latin letters to plain ones.
var plainLetters = letterTable(
	"a àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "ae æǽ", "c çćĉċč", "d ďđð", "e èéêëēĕėęěẹẻẽếềểễệ", "g ĝğġģǧ", "h ĥħ",
	"i ìíîïĩīĭįıỉị", "j ĵ", "k ķ", "l ĺļľŀł", "n ñńņňŉ", "o òóôõöøōŏőọỏốồổỗộớờởỡợơ", "oe œ", "r ŕŗř",
	"s śŝşšș", "ss ß", "t ţťŧțþ", "u ùúûüũūŭůűųụủứừửữựư", "w ŵ", "y ýÿŷỳỵỷỹ", "z źżž")

func letterTable(rows ...string) map[rune]string {
	m := make(map[rune]string, 160)
	for _, row := range rows {
		plain, accented, _ := strings.Cut(row, " ")
		for _, r := range accented {
			m[r] = plain
		}
	}
	return m
}
