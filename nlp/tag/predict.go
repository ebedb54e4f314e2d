package tag

import (
	"strings"

	"github.com/factdiff/factdiff/nlp/tag/internal/feature"
)

// word is what the features of a word and of its neighbours are made of.
type word struct {
	text       string // as the model is to see it
	raw        uint64 // hash of text
	norm       uint64 // hash of its normal form
	normSuffix uint64 // hash of the normal form's last 3 bytes
	suffix     uint64 // hash of the last 3 bytes of text
}

// The model's normal forms of words that are not spelled out, and its pads.
const (
	hyphenForm = "!HYPHEN"
	yearForm   = "!YEAR"
	digitsForm = "!DIGITS"
)

// piece is a normal form with its hashes.
type piece struct{ norm, suffix uint64 }

func newPiece(s string) piece { return piece{feature.Hash(s), feature.Hash(last3(s))} }

var (
	hyphenPiece = newPiece(hyphenForm)
	yearPiece   = newPiece(yearForm)
	digitsPiece = newPiece(digitsForm)
	pads        = [4]piece{newPiece("-START-"), newPiece("-START2-"), newPiece("-END-"), newPiece("-END2-")}
)

// last3 is the last three bytes of s, which may begin inside a rune.
func last3(s string) string { return s[max(0, len(s)-3):] }

// newWord prepares a word for the model. lower is text in lower case.
func newWord(text, lower string) word {
	w := word{text: text, raw: feature.Hash(text)}
	w.suffix = feature.Hash(last3(text))
	p := piece{}
	switch {
	case text[0] != '-' && strings.IndexByte(text, '-') >= 0:
		p = hyphenPiece
	case len(text) == 4 && isYear(text):
		p = yearPiece
	case text[0] >= '0' && text[0] <= '9':
		p = digitsPiece
	case lower == text:
		p = piece{w.raw, w.suffix}
	default:
		p = newPiece(lower)
	}
	w.norm, w.normSuffix = p.norm, p.suffix
	return w
}

// isYear reports four bytes that read as a whole number, sign allowed.
func isYear(s string) bool {
	if s[0] != '+' && s[0] != '-' && (s[0] < '0' || s[0] > '9') {
		return false
	}
	return digitsOnly(s[1:])
}

func digitsOnly(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// predict sets the class of every word of a sentence, as prose does: from left
// to right, each with the two classes before it as features. out has the
// length of words.
func predict(words []word, out []uint8) {
	at := func(i int) piece {
		switch {
		case i == -2:
			return pads[0]
		case i == -1:
			return pads[1]
		case i < len(words):
			return piece{words[i].norm, words[i].normSuffix}
		}
		return pads[2+i-len(words)]
	}
	before, last := at(-2), at(-1)
	own, next, after := at(0), at(1), piece{}
	p1, p2 := uint8(classStart), uint8(classStart2)
	for i := range words {
		after = at(i + 2)
		class, ok := shortcut(&words[i])
		if !ok {
			class = score(&words[i], classHash[p1], classHash[p2], before, last, own, next, after)
		}
		out[i] = class
		p1, p2 = class, p1
		before, last, own, next = last, own, next, after
	}
}

// score is the class that the weights give the word.
func score(w *word, p1, p2 uint64, before, last, own, next, after piece) uint8 {
	var s scores
	s.add(biasKey)
	s.add(feature.Key(feature.OwnSuffix, w.suffix, 0))
	s.add(firstKeys[w.text[0]])
	s.add(feature.Key(feature.LastTag, p1, 0))
	s.add(feature.Key(feature.TagBefore, p2, 0))
	s.add(feature.Key(feature.LastTags, p1, p2))
	s.add(feature.Key(feature.OwnWord, own.norm, 0))
	s.add(feature.Key(feature.LastTagOwnWord, p1, own.norm))
	s.add(feature.Key(feature.LastWord, last.norm, 0))
	s.add(feature.Key(feature.LastSuffix, last.suffix, 0))
	s.add(feature.Key(feature.WordBefore, before.norm, 0))
	s.add(feature.Key(feature.NextWord, next.norm, 0))
	s.add(feature.Key(feature.NextSuffix, next.suffix, 0))
	s.add(feature.Key(feature.WordAfter, after.norm, 0))
	return s.best()
}

var biasKey = feature.Key(feature.Bias, 0, 0)

// firstKeys are the features of first bytes. prose turns the byte into the rune
// of that number, which for letters outside ASCII is another letter.
var firstKeys = func() (k [256]uint64) {
	for i := range k {
		k[i] = feature.Key(feature.OwnFirst, feature.Hash(string(rune(i))), 0)
	}
	return k
}()

// shortcut is the class of words that the model does not weigh: dashes,
// addresses, and the words it knows to have one tag.
func shortcut(w *word) (class uint8, ok bool) {
	if w.text == "-" {
		return classDash, true
	}
	if w.text[0] == '@' || isAddress(w.text) {
		return classNN, true
	}
	return fixed(w.raw)
}

// isAddress reports words that look like a web or mail address: a dot after a
// lower-case letter, with two bytes or more behind it. Numbers, which prose
// takes for addresses when they have two decimals, are none.
func isAddress(s string) bool {
	if len(s) < 4 {
		return false
	}
	if s[0] >= '0' && s[0] <= '9' {
		return false
	}
	if i := strings.IndexByte(s, '@'); i > 0 && strings.IndexByte(s[i:], '.') > 1 {
		return true
	}
	if strings.IndexByte("!()[]{};:'\".,<>?", s[len(s)-1]) >= 0 {
		return false
	}
	i := strings.IndexByte(s[1:], '.') + 1
	for i > 0 && i+2 < len(s) {
		if c := s[i-1]; c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' {
			return true
		}
		k := strings.IndexByte(s[i+1:], '.')
		if k < 0 {
			break
		}
		i += k + 1
	}
	return false
}
