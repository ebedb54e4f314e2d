package mention

import (
	"unicode"
	"unicode/utf8"
)

// Pairing of quotation marks.
//
// A mark is told apart by what stands beside it: an opening one has nothing,
// white space, a bracket or a dash before it and a word after it, a closing
// one the reverse. Curly marks say themselves which they are, and context only
// overrules them where it is plain that the typist or a machine erred. Quotes
// do not cross paragraphs, with one exception: a quote that is still open at
// the end of a paragraph goes on if the next paragraph opens one again. Where
// paragraphs were run together, that mark stands after a sentence.
//
// A single mark is far more often an apostrophe. It opens a quote only where a
// fitting closing mark follows in its paragraph; inside double marks it is
// never looked at, so that nested quotes stay part of the outer one.

// quotePair is a quote as bytes: marks included, and without them. A quote
// that the next paragraph continues has no closing mark.
type quotePair struct {
	start, innerStart, innerEnd, end int
	continues                        bool
}

// quoteMark classes the mark at text[i:]: size 0 where there is none.
type quoteMark struct {
	size   int
	double bool
	dir    int8 // 1 opens, -1 closes, 0 straight
}

func quoteMarkAt(text string, i int) quoteMark {
	switch c := text[i]; {
	case c == '"':
		return quoteMark{1, true, 0}
	case c == '\'':
		return quoteMark{1, false, 0}
	case c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80:
		switch text[i+2] {
		case 0x98:
			return quoteMark{3, false, 1}
		case 0x99:
			return quoteMark{3, false, -1}
		case 0x9C, 0x9E:
			return quoteMark{3, true, 1}
		case 0x9D:
			return quoteMark{3, true, -1}
		}
	}
	return quoteMark{}
}

// quoteSide is what stands on one side of a mark.
type quoteSide uint8

const (
	sideGap   quoteSide = iota // nothing, white space
	sideOuter                  // bracket, dash: a quote may begin or end here
	sideStop                   // , . ; : ! ? …
	sideDigit
	sideWord
)

func quoteSideOf(r rune, size int) quoteSide {
	switch {
	case size == 0 || unicode.IsSpace(r):
		return sideGap
	case r >= '0' && r <= '9':
		return sideDigit
	case unicode.IsLetter(r):
		return sideWord
	}
	switch r {
	case ',', '.', ';', ':', '!', '?', '…':
		return sideStop
	case '(', '[', '{', ')', ']', '}', '-', '–', '—', '/', '‘', '’', '\'', '"', '“', '”':
		return sideOuter
	}
	return sideWord
}

// quotePairs appends the quotes of the paragraph text[start:end]. next reports
// whether the next paragraph opens with a quotation mark.
func quotePairs(text string, start, end int, next bool, out []quotePair) []quotePair {
	open, openSize := -1, 0
	joined := false // paragraphs of one speech were run together
	through := func(e int, continues bool) {
		for e > open+openSize && isQuoteSpace(text[e-1]) {
			e--
		}
		if e > open+openSize {
			out = append(out, quotePair{open, open + openSize, e, e, continues})
		}
	}
	for i := start; i < end; {
		m := quoteMarkAt(text, i)
		if m.size == 0 {
			i++
			continue
		}
		if !m.double {
			if open < 0 {
				if p, ok := singleQuote(text, start, i, end, m, next); ok {
					out = append(out, p)
					i = p.end
					continue
				}
			}
			i += m.size
			continue
		}
		switch doubleDir(text, start, i, end, m, open >= 0) {
		case 1: // a second opening mark: the speech goes on, or the first was a slip, or nested
			if open >= 0 && afterSentence(text[open+openSize:i]) {
				through(i, true)
				joined = true
			}
			open, openSize = i, m.size
		case -1:
			if open >= 0 && i > open+openSize {
				out = append(out, quotePair{open, open + openSize, i, i + m.size, false})
			}
			open = -1
		}
		i += m.size
	}
	if open >= 0 && (next || joined) {
		through(end, next)
	}
	return out
}

// afterSentence reports whether what was said so far ends with a sentence and
// white space. A mark there that opens again is that of the next paragraph:
// `It was dark. "Then it rained. "We ran."`
func afterSentence(said string) bool {
	n := len(said)
	for n > 0 && isQuoteSpace(said[n-1]) {
		n--
	}
	if n == 0 || n == len(said) {
		return false
	}
	return said[n-1] == '.' || said[n-1] == '?' || said[n-1] == '!'
}

func isQuoteSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func quoteSides(text string, start, i, end int, size int) (before, after quoteSide) {
	r, n := utf8.DecodeLastRuneInString(text[start:i])
	before = quoteSideOf(r, n)
	r, n = utf8.DecodeRuneInString(text[i+size : end])
	return before, quoteSideOf(r, n)
}

// doubleDir decides a double mark: 1 opens, -1 closes, 0 is none (inches).
func doubleDir(text string, start, i, end int, m quoteMark, open bool) int {
	before, after := quoteSides(text, start, i, end, m.size)
	switch m.dir {
	case 1:
		if open && before != sideGap && before != sideOuter && (after == sideGap || after == sideStop) {
			return -1
		}
		return 1
	case -1:
		if !open && before == sideGap && (after == sideWord || after == sideDigit) {
			return 1
		}
		return -1
	}
	if before == sideDigit && (!open || feetBefore(text, start, i)) {
		return 0
	}
	canOpen := (before == sideGap || before == sideOuter) && after != sideGap && after != sideStop
	canClose := before != sideGap
	if canOpen == canClose {
		if open {
			return -1
		}
		if before == sideWord || before == sideGap && i >= start+2 && quoteSideOf(rune(text[i-2]), 1) == sideStop {
			return 0 // a stray mark at the end of a word, or a closing one set apart: won, " she said
		}
		return 1
	}
	if canOpen {
		return 1
	}
	return -1
}

// feetBefore reports feet and inches before the mark at i: 6'2".
func feetBefore(text string, start, i int) bool {
	j := i
	for j > start && i-j < 3 && text[j-1] >= '0' && text[j-1] <= '9' {
		j--
	}
	if j == i || j == start {
		return false
	}
	if text[j-1] == '\'' {
		j--
	} else if j-3 >= start && text[j-3:j] == "’" {
		j -= 3
	} else {
		return false
	}
	return j > start && text[j-1] >= '0' && text[j-1] <= '9'
}

// maxSingleQuote bounds, in bytes, how far a single quote reaches: the longest
// speech printed in one paragraph is well below it.
const maxSingleQuote = 4000

// singleQuote pairs the single mark at i, if it opens a quote.
func singleQuote(text string, start, i, end int, m quoteMark, next bool) (quotePair, bool) {
	from := i + m.size
	if m.dir < 0 || from >= end {
		return quotePair{}, false
	}
	before, after := quoteSides(text, start, i, end, m.size)
	if before != sideGap && before != sideOuter || after == sideGap || after == sideStop || isElision(text[from:end]) {
		return quotePair{}, false
	}
	if i > start && (text[i-1] == '\'' || text[i-1] == '`') {
		return quotePair{}, false
	}
	limit := min(end, from+maxSingleQuote)
	weak, doubles := -1, 0
	for j := from; j < limit; {
		c := quoteMarkAt(text, j)
		if c.size == 0 {
			j++
			continue
		}
		at := j
		j += c.size
		if c.double {
			doubles++
			continue
		}
		b, a := quoteSides(text, start, at, end, c.size)
		if c.dir > 0 || b == sideGap {
			if c.dir < 0 || isElision(text[j:end]) {
				continue
			}
			limit = at // another quote opens: this one must have closed before
			break
		}
		if a == sideWord || a == sideDigit || doubles%2 == 1 || at == from {
			continue
		}
		if maybeApostrophe(text, from, at) && a == sideGap {
			if weak < 0 {
				weak = at
			}
			continue
		}
		return quotePair{i, from, at, at + c.size, false}, true
	}
	if weak >= 0 {
		return quotePair{i, from, weak, weak + quoteMarkAt(text, weak).size, false}, true
	}
	if next && m.dir > 0 && i == start && limit == end {
		for end > from && isQuoteSpace(text[end-1]) {
			end--
		}
		return quotePair{i, from, end, end, true}, end > from
	}
	return quotePair{}, false
}

// maybeApostrophe reports a mark after "s" or "in", which may end a plural
// possessive or a clipped word rather than a quote.
func maybeApostrophe(text string, from, at int) bool {
	if at-1 < from {
		return false
	}
	switch text[at-1] {
	case 's', 'S', 'z':
		return true
	case 'n':
		return at-3 >= from && text[at-2] == 'i'
	}
	return false
}

// isElision reports a word that is written with a leading apostrophe: '90s,
// 'em, 'til.
func isElision(rest string) bool {
	n := 0
	for n < len(rest) && n < 8 {
		c := rest[n] | 0x20
		if (c < 'a' || c > 'z') && (rest[n] < '0' || rest[n] > '9') {
			break
		}
		n++
	}
	w := rest[:n]
	if n >= 2 && w[0] >= '0' && w[0] <= '9' && w[1] >= '0' && w[1] <= '9' && (n == 2 || n == 3 && w[2] == 's') {
		return true
	}
	switch w {
	case "em", "Em", "til", "Til", "till", "tis", "Tis", "twas", "Twas", "cause", "Cause", "cos", "n", "N", "bout", "neath", "gainst", "nuff", "cuz", "ello":
		return true
	}
	return false
}
