package segment

import "github.com/factdiff/factdiff/nlp/lexicon"

// number reads the number whose first digit, or point before it, is at i; the
// token begins at start, where a minus may stand.
func (l *lexer) number(start, i int) {
	end := l.digits(i)
	for end < len(l.text) {
		e := l.joined(i, end)
		if e == end {
			break
		}
		end = e
	}
	if c, _ := l.class(end); c != letter {
		if n := l.hyphen(end); n > 0 && l.is(end+n, letter) {
			l.compound(start, end)
			return
		}
		l.emit(start, end)
		return
	}
	tail := l.run(end)
	suffix := l.lower[end:tail]
	hyphen := l.hyphen(tail)
	switch {
	case hyphen > 0 && l.is(tail+hyphen, letter): // 40m-high, 20th-century
		l.compound(start, tail)
	case (suffix == "a" || suffix == "p") && len(l.lower) >= tail+3 && l.lower[tail:tail+2] == ".m": // 9p.m.
		l.emit(start, end)
		l.pos = end
	case lexicon.NumberSuffix(l.text[end:tail]):
		l.emit(start, end)
		l.finish(end, tail, -1)
	default: // 3rd, 1950s, 5G, 4x4, and whatever else is glued
		l.finish(start, tail, -1)
	}
}

// digits is the end of the digits from i on, a leading point included.
func (l *lexer) digits(i int) int {
	if l.byteAt(i) == '.' {
		i++
	}
	for {
		c, size := l.class(i)
		if c != digit {
			return i
		}
		i += size
	}
}

// joined is the end of the number [start, end) when the mark at end joins it
// to further digits (1,234 15.5 9:34 9/11), else end.
func (l *lexer) joined(start, end int) int {
	if !isDigit(l.byteAt(end + 1)) {
		return end
	}
	e := l.digits(end + 1)
	switch l.text[end] {
	case ',':
		if e-end == 4 {
			return e
		}
	case '.', '/':
		return e
	case ':':
		if e-end == 3 && end-start <= 8 { // 9:34, 12:10:05
			return e
		}
	}
	return end
}

// compound emits the hyphenated word that begins with the number [start, end).
func (l *lexer) compound(start, end int) {
	apostrophe := -1
	for {
		if n := l.hyphen(end); n > 0 && l.isAlnum(end+n) {
			end = l.run(end + n)
			continue
		}
		if n := l.apostrophe(end); n > 0 && l.is(end+n, letter) {
			apostrophe = end
			end = l.run(end + n)
			continue
		}
		break
	}
	l.finish(start, end, apostrophe)
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
