package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp/lexicon"
)

// sign reads the token that begins with the punctuation mark or symbol at
// l.pos, which is size bytes long.
func (l *lexer) sign(size int) {
	i := l.pos
	b := l.text[i]
	if n := l.apostrophe(i); n > 0 || strings.HasPrefix(l.text[i:], "‘") {
		l.emit(i, l.quote(i, size))
		return
	}
	switch b {
	case '.':
		if isDigit(l.byteAt(i+1)) && !l.glued(i) { // .38-calibre
			l.number(i, i)
			return
		}
		l.emit(i, l.same(i, "."))
	case '-':
		if isDigit(l.byteAt(i+1)) && !l.glued(i) || l.byteAt(i+1) == '.' && isDigit(l.byteAt(i+2)) && !l.glued(i) {
			l.number(i, i+1) // -5
			return
		}
		l.emit(i, l.same(i, "-"))
	case '!', '?':
		l.emit(i, l.same(i, "!?"))
	case '`', '=', '~', '*', '+', '\\', '|', '<', '>', '^':
		l.emit(i, l.same(i, l.text[i:i+1]))
	case '@', '#':
		if (l.is(i+1, letter) || b == '#' && l.is(i+1, digit)) && !l.glued(i) {
			end := l.run(i + 1)
			if b == '#' && allDigits(l.text[i+1:end]) { // #1 is a number
				end = i + 1
			}
			l.emit(i, end)
			return
		}
		l.emit(i, l.same(i, l.text[i:i+1]))
	default:
		l.emit(i, l.symbol(i, size))
	}
}

// symbol is the end of the token of the symbol at i: a run of one dash or
// ellipsis, a degree sign with its scale, else the symbol with the marks that
// modify it.
func (l *lexer) symbol(i, size int) int {
	end := i + size
	switch s := l.text[i:end]; s {
	case "—", "–", "…", "―":
		return l.same(i, s)
	case "°", "º", "˚":
		if c := l.byteAt(end); (c == 'C' || c == 'F') && !l.isAlnum(end+1) {
			return end + 1
		}
	}
	for end < len(l.text) && l.text[end] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(l.text[end:])
		if !unicode.Is(unicode.M, r) {
			break
		}
		end += n
	}
	return end
}

// quote is the end of the token of the apostrophe or single quotation mark at
// i: a clitic glued to what stands before ("’s"), a clipped word ("'em",
// "'90s"), a double ”, or the mark alone.
func (l *lexer) quote(i, size int) int {
	end := i + size
	if l.byteAt(i) == '\'' && l.byteAt(end) == '\'' && l.byteAt(end+1) != '\'' {
		return end + 1
	}
	c, _ := l.class(end)
	if c != letter && c != digit {
		return end
	}
	tail := l.run(end)
	word := l.lower[end:tail]
	if l.glued(i) {
		if isClitic(word) && l.apostrophe(i) > 0 {
			return tail
		}
		return end
	}
	if n := l.apostrophe(tail); word == "n" && n > 0 { // rock 'n' roll
		return tail + n
	}
	if c == digit && len(word) == 3 && isDigit(word[0]) && isDigit(word[1]) && word[2] == 's' { // '90s
		return tail
	}
	if lexicon.Clipped(word) && l.apostrophe(tail) == 0 {
		return tail
	}
	return end
}

// glued reports whether a token ends right before i.
func (l *lexer) glued(i int) bool {
	if len(l.tokens) == 0 {
		return false
	}
	last := l.tokens[len(l.tokens)-1]
	if last.End != i {
		return false
	}
	switch last.Norm {
	case "(", "[", "{", `"`, "'", "--", "/", "$", "£", "€":
		return last.Text == "”" || last.Text == "’" || last.Text == `"` && l.closes()
	}
	return true
}

// closes reports whether the straight quotation mark that is the last token
// closes: a token ends right before it.
func (l *lexer) closes() bool {
	n := len(l.tokens)
	return n >= 2 && l.tokens[n-2].End == l.tokens[n-1].Start
}

// same is the end of the run of set's characters that begins at i.
func (l *lexer) same(i int, set string) int {
	if len(set) > 1 && set[0] >= utf8.RuneSelf {
		for strings.HasPrefix(l.text[i:], set) {
			i += len(set)
		}
		return i
	}
	for i < len(l.text) && strings.IndexByte(set, l.text[i]) >= 0 {
		i++
	}
	return i
}

// allDigits reports whether s has ASCII digits only.
func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
