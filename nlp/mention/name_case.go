package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// caseStyle says how a sentence uses capitals.
type caseStyle uint8

const (
	plainCase caseStyle = iota // capitals mark names
	titleCase                  // every main word begins large
	upperCase                  // every letter is large
)

// isLarge reports a word that begins with a capital, or holds one after a
// small prefix: "Berlin", "iPhone", "al-Assad".
func isLarge(text string) bool {
	c := text[0]
	if c >= 'A' && c <= 'Z' {
		return true
	}
	if c >= utf8.RuneSelf {
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.IsUpper(r)
	}
	if c >= 'a' && c <= 'z' {
		for i := 1; i < len(text); i++ {
			if text[i] >= 'A' && text[i] <= 'Z' {
				return true
			}
		}
	}
	return false
}

// isUpper reports a word of two letters or more, all large: "WHO", "U.S.", "G20".
func isUpper(text string) bool {
	letters := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'A' && c <= 'Z':
			letters++
		case c == '.' || c == '&' || c == '-' || c >= '0' && c <= '9':
		default:
			return false
		}
	}
	return letters >= 2
}

// isCamel reports a capital inside a word, as firms write themselves:
// "TechCrunch"; but not "McDonald", "O'Neill", "LeBron".
func isCamel(text string) bool {
	for i := 3; i < len(text); i++ {
		if text[i] >= 'A' && text[i] <= 'Z' && text[i-1] >= 'a' && text[i-1] <= 'z' {
			return !strings.HasPrefix(text, "Mac") && !strings.HasPrefix(text, "Fitz")
		}
	}
	return false
}

func hasDigit(text string) bool { return strings.ContainsAny(text, "0123456789") }

func isWord(text string) bool {
	c := text[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && startsWithLetter(text)
}

func startsWithLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}

func cuesOf(t nlp.Token) lexicon.NameCue {
	return lexicon.NameCues(strings.TrimSuffix(strings.TrimSuffix(t.Norm, "."), "-elect"))
}

// countWords counts how each word of the document is written where small
// letters are due.
func (f *nameFinder) countWords() {
	t := f.doc.Tokens
	f.small = make(map[string]int, len(t)/4)
	f.large = make(map[string]int, len(t)/16)
	for s, sent := range f.doc.Sentences {
		style := f.caseStyle(s)
		for i := sent.First; i < sent.Last; i++ {
			switch {
			case !isWord(t[i].Text):
			case !isLarge(t[i].Text):
				f.small[t[i].Norm]++
			case style == plainCase && !f.initial(i, sent):
				f.large[t[i].Norm]++
			}
		}
	}
}

// A sentence of at least titleMinWords main words of which titleShare per cent
// begin large is in title case; headlines need fewer words than prose, where a
// short list of names looks the same.
const (
	titleMinWords        = 3
	titleMinWordsInProse = 7
	titleShare           = 75
)

// caseStyle tells the style of a sentence from its main words.
func (f *nameFinder) caseStyle(s int) caseStyle {
	sent := f.doc.Sentences[s]
	t := f.doc.Tokens
	words, large, upper, long := 0, 0, 0, 0
	for i := sent.First; i < sent.Last; i++ {
		if !isWord(t[i].Text) || len(t[i].Text) < 2 {
			continue
		}
		if !isUpper(t[i].Text) {
			if lexicon.Stopword(t[i].Norm) {
				continue
			}
		} else {
			upper++
			if len(t[i].Text) > 4 {
				long++
			}
		}
		words++
		if isLarge(t[i].Text) {
			large++
		}
	}
	need := titleMinWordsInProse
	if sent.Heading || sent.Paragraph == 0 {
		need = titleMinWords
	}
	switch {
	case words >= titleMinWords && upper*100 >= words*titleShare && long > 0:
		return upperCase
	case words >= need && large*100 >= words*titleShare:
		return titleCase
	}
	return plainCase
}

// maxDatelineTokens bounds the tokens before the dash of a dateline.
const maxDatelineTokens = 8

// initial reports a place where any word begins large: the start of a
// sentence, of speech, of what a colon announces.
func (f *nameFinder) initial(i int, sent nlp.Sentence) bool {
	for i--; i >= sent.First; i-- {
		switch text := f.doc.Tokens[i].Text; text {
		case ":", ".", "...", "…", "!", "?", "•", "*", "|", "·":
			return true
		case "“", "\"", "‘", "'", "``", "(", "[", "-", "–", "—", "«", "„":
			if text != "(" && text != "[" && text[0] != '-' && text != "–" && text != "—" {
				return true
			}
			dateline := text != "(" && text != "[" && i-sent.First <= maxDatelineTokens && isUpper(f.doc.Tokens[sent.First].Text)
			return i == sent.First || dateline
		default:
			return hasDigit(text) && i == sent.First && !isWord(text) && len(text) <= 2
		}
	}
	return true
}
