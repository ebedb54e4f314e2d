package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp/lexicon"
)

// word reads the word that begins with the letter at l.pos: letters and
// digits with the hyphens, apostrophes, ampersands and dots that join them.
func (l *lexer) word() {
	start := l.pos
	if l.address(start) {
		return
	}
	end := l.run(start)
	apostrophe := -1 // offset of the last apostrophe
	part := start    // begin of the part after the last hyphen
	for end < len(l.text) {
		b := l.text[end]
		switch {
		case b == ' ':
			l.finish(start, end, apostrophe)
			return
		case b == '.':
			if e := l.dotted(start, end); e > end {
				l.compound(start, e) // U.S.-backed
				return
			}
			if part == start+2 && isUpper(l.text[start]) && end == part+1 { // R-S.C.
				if e := l.dotted(part, end); e > end {
					l.emit(start, e)
					return
				}
			}
			if part > start && isDigit(l.byteAt(end-1)) && isDigit(l.byteAt(end+1)) { // magnitude-7.1
				end = l.run(end + 1)
				continue
			}
			l.finish(start, end, apostrophe)
			return
		case b == '&':
			if !isUpper(l.byteAt(end-1)) || !isUpper(l.byteAt(end+1)) { // AT&T
				l.finish(start, end, apostrophe)
				return
			}
			end = l.run(end + 1)
			continue
		}
		if n := l.apostrophe(end); n > 0 && l.is(end+n, letter) {
			apostrophe = end
			end = l.run(end + n)
			continue
		}
		if n := l.hyphen(end); n > 0 && l.isAlnum(end+n) {
			part = end + n
			end = l.run(part)
			continue
		}
		break
	}
	l.finish(start, end, apostrophe)
}

// run is the end of the letters and digits from i on, zero-width characters
// between them included.
func (l *lexer) run(i int) int {
	for {
		for i < len(l.text) && (classes[l.text[i]] == letter || classes[l.text[i]] == digit) {
			i++
		}
		if i >= len(l.text) || l.text[i] < utf8.RuneSelf {
			return i
		}
		r, size := utf8.DecodeRuneInString(l.text[i:])
		switch r {
		case '\u00ad', '\u200c', '\u200d', '\u2060', '\ufeff':
			if !l.isAlnum(i + size) {
				return i
			}
		default:
			if c := runeClass(r); c != letter && c != digit {
				return i
			}
		}
		i += size
	}
}

// finish emits the word [start, end), split at its contractions, and its
// abbreviation stop. apostrophe is the offset of its last one, or -1.
func (l *lexer) finish(start, end, apostrophe int) {
	if apostrophe >= 0 {
		rest := l.lower[apostrophe+l.apostrophe(apostrophe) : end]
		switch {
		case isClitic(rest):
			l.finish(start, apostrophe, l.lastApostrophe(start, apostrophe))
			l.emit(apostrophe, end)
			return
		case rest == "t" && apostrophe-1 > start && l.lower[apostrophe-1] == 'n':
			l.emit(start, apostrophe-1)
			l.emit(apostrophe-1, end)
			return
		}
	}
	if end-start == len("cannot") && l.lower[start:end] == "cannot" {
		l.emit(start, start+3)
		l.emit(start+3, end)
		return
	}
	if l.byteAt(end) == '.' && l.keepsStop(start, end) {
		end++
	}
	l.emit(start, end)
}

// isClitic reports the lower-case letters after the apostrophe of a clitic.
func isClitic(s string) bool {
	switch s {
	case "s", "m", "d", "re", "ve", "ll":
		return true
	}
	return false
}

// lastApostrophe is the offset of the last apostrophe of [start, end), or -1.
// It looks back over the few bytes a double contraction can have.
func (l *lexer) lastApostrophe(start, end int) int {
	for i := end - 1; i > start && i > end-8; i-- {
		if utf8.RuneStart(l.text[i]) && l.apostrophe(i) > 0 {
			return i
		}
	}
	return -1
}

// dotted is the end of the acronym (U.S., a.m., Ph.D.) or bare domain name
// (example.com) that goes on at the dot, or dot if there is neither.
func (l *lexer) dotted(start, dot int) int {
	if dot-start == 1 || dot-start == 2 && l.lower[start:dot] == "ph" {
		end := dot
		for l.byteAt(end) == '.' && l.is(end+1, letter) {
			_, n := l.class(end + 1)
			if l.isAlnum(end + 1 + n) {
				break
			}
			end += 1 + n
		}
		if end > dot {
			if l.byteAt(end) == '.' {
				end++
			}
			return end
		}
	}
	if !l.is(dot+1, letter) {
		return dot
	}
	return l.domain(dot)
}

// domain is the end of the domain name whose first label ends at dot, with a
// path if one follows; dot if it is none.
func (l *lexer) domain(dot int) int {
	end, known := dot, false
	for range 4 { // news.bbc.co.uk has four labels
		if l.byteAt(end) != '.' {
			break
		}
		e := end + 1
		for e < len(l.text) && e-end < 24 && (classes[l.text[e]] == letter || classes[l.text[e]] == digit || l.text[e] == '-') {
			e++
		}
		if e == end+1 {
			break
		}
		known = lexicon.TopLevelDomain(l.text[end+1 : e])
		end = e
	}
	if !known {
		return dot
	}
	if l.byteAt(end) == '/' {
		return l.urlEnd(end)
	}
	return end
}

// keepsStop reports whether the stop after the word [start, end) belongs to
// it: an abbreviation or an initial.
func (l *lexer) keepsStop(start, end int) bool {
	if l.byteAt(end+1) == '.' { // "etc..." ends in an ellipsis
		return false
	}
	if end-start == 1 {
		return l.isInitial(start)
	}
	for k := end - 1; k > start && end-k <= lexicon.LongestAbbreviation; k-- {
		if l.text[k] == '-' { // R-Calif.
			return isUpper(l.byteAt(k+1)) && lexicon.Abbreviation(l.lower[k+1:end]) == lexicon.AbbreviationPlace
		}
	}
	if end-start > lexicon.LongestAbbreviation {
		return false
	}
	next := end + 1
	for next < len(l.text) && classes[l.text[next]] == gap && l.text[next] != '\n' {
		next++
	}
	switch lexicon.Abbreviation(l.lower[start:end]) {
	case lexicon.AbbreviationAny:
		return true
	case lexicon.AbbreviationTitle, lexicon.AbbreviationName:
		return isUpper(l.text[start])
	case lexicon.AbbreviationNumber:
		return l.is(next, digit)
	case lexicon.AbbreviationDate:
		return isUpper(l.text[start]) && (l.is(next, digit) || l.byteAt(next) == ',')
	case lexicon.AbbreviationPlace:
		return isUpper(l.text[start]) && (l.afterComma() || l.byteAt(next) == ',' || isLower(l.byteAt(next)))
	}
	return false
}

// isInitial reports whether the single letter at i, which a stop follows, is
// an initial: "J. Smith", not "Plan B. The".
func (l *lexer) isInitial(i int) bool {
	if !isUpper(l.text[i]) {
		return false
	}
	next := i + 2
	for next < len(l.text) && (l.text[next] == ' ' || l.text[next] == '\t') {
		next++
	}
	if next >= len(l.text) || l.text[next] == '\n' || l.text[next] == '\r' {
		return false
	}
	if c := l.text[next]; c == ',' || isLower(c) {
		return l.text[i] != 'I'
	}
	r, _ := utf8.DecodeRuneInString(l.text[next:])
	if !unicode.IsUpper(r) {
		return false
	}
	if l.text[i] == 'I' || len(l.tokens) > 0 && l.tokens[len(l.tokens)-1].End+1 == i && isLower(l.text[l.tokens[len(l.tokens)-1].Start]) {
		// After a lower-case word it closes a sentence unless no sentence can
		// begin with what follows.
		return !lexicon.Opener(l.lower[next:l.run(next)]) && l.text[i] != 'I'
	}
	return true
}

// afterComma reports whether the last token is a comma.
func (l *lexer) afterComma() bool {
	return len(l.tokens) > 0 && l.tokens[len(l.tokens)-1].Text == ","
}

// address reads the URL or e-mail address at i, if there is one.
func (l *lexer) address(i int) bool {
	switch l.lower[i] {
	case 'h', 'f', 'w':
		rest := l.lower[i:]
		if strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") ||
			strings.HasPrefix(rest, "ftp://") || strings.HasPrefix(rest, "www.") {
			l.emit(i, l.urlEnd(i))
			return true
		}
	}
	if l.at >= 0 && l.at < i {
		if k := strings.IndexByte(l.text[i:], '@'); k >= 0 {
			l.at = i + k
		} else {
			l.at = -1
		}
	}
	if l.at < 0 || l.at-i > maxLocalPart {
		return false
	}
	for k := i; k < l.at; k++ {
		if c := l.text[k]; classes[c] != letter && classes[c] != digit && strings.IndexByte(".%+-", c) < 0 {
			return false
		}
	}
	end, dots := l.at+1, 0
	for end < len(l.text) && (classes[l.text[end]] == letter || classes[l.text[end]] == digit || l.text[end] == '-' || l.text[end] == '.') {
		if l.text[end] == '.' {
			dots++
		}
		end++
	}
	for end > l.at+1 && (l.text[end-1] == '.' || l.text[end-1] == '-') {
		if l.text[end-1] == '.' {
			dots--
		}
		end--
	}
	if dots == 0 {
		return false
	}
	l.emit(i, end)
	return true
}

// maxLocalPart bounds how far before its '@' an e-mail address begins (RFC
// 5321 has 64), which keeps the search linear.
const maxLocalPart = 64

// urlEnd is the end of the URL that runs through i: up to white space or a
// quotation mark, without closing punctuation.
func (l *lexer) urlEnd(i int) int {
	start := i
	for i < len(l.text) && l.text[i] > ' ' && l.text[i] != '"' && l.text[i] != '<' && l.text[i] != '>' && l.text[i] != 0x7f {
		if l.text[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(l.text[i:])
			if c := runeClass(r); c != letter && c != digit {
				break
			}
			i += size
			continue
		}
		i++
	}
	for i > start+1 && strings.IndexByte(".,;:!?)]}'*", l.text[i-1]) >= 0 {
		i--
	}
	return i
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

func isLower(b byte) bool { return b >= 'a' && b <= 'z' }
