package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// The model learned from running text, where a capital inside a sentence means
// a name. Headlines In Title Case and IN CAPITALS would be all names to it. So
// the body is tagged first, and the model sees those words of such a headline
// in lower case that the body writes so: the same form, or another form of the
// same word. What the body does not know stays as it is.

// lettering is how a heading writes its words.
type lettering uint8

const (
	sentenceCase lettering = iota
	titleCase
	capitals
)

const (
	// minLongWords is how many long words a heading must have to judge it by.
	minLongWords = 3
	// longWord is the length in bytes from which all words of a title are
	// capitalised by every style; shorter ones may be prepositions.
	longWord = 5
)

// letteringOf looks at the long words of a heading; one in five may be
// lower-case in a title ("iPhone", "al-Shabab", a stray word).
func letteringOf(tokens []nlp.Token) lettering {
	long, capital, all, words := 0, 0, 0, 0
	for i := range tokens {
		text := tokens[i].Text
		r, _ := utf8.DecodeRuneInString(text)
		if !unicode.IsLetter(r) {
			continue
		}
		if len(text) > 1 {
			words++
			if isCapitals(text) {
				all++
			}
		}
		if len(text) < longWord || i == 0 {
			continue
		}
		long++
		if unicode.IsUpper(r) {
			capital++
		}
	}
	switch {
	case words >= minLongWords && all*10 >= words*9:
		return capitals
	case long >= minLongWords && capital*5 >= long*4:
		return titleCase
	}
	return sentenceCase
}

// isCapitals reports words without lower-case letters.
func isCapitals(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// cases counts how the body writes a word where no sentence begins, and what
// its lower-case forms are.
type cases struct{ lower, upper, capitals, verb, noun int32 }

// bodyCases counts the words of the sentences that are no headings, which must
// have been tagged. Lower-case words count for their lemmas too.
func bodyCases(doc *nlp.Document) map[string]cases {
	m := make(map[string]cases, len(doc.Tokens)/2)
	for _, s := range doc.Sentences {
		if s.Heading || s.Boilerplate {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			tok := &doc.Tokens[i]
			r, _ := utf8.DecodeRuneInString(tok.Text)
			switch {
			case unicode.IsLower(r):
				c := m[tok.Lemma]
				c.lower++
				if tok.Tag.IsVerb() {
					c.verb++
				} else if tok.Tag.IsNoun() {
					c.noun++
				}
				m[tok.Lemma] = c
				if tok.Lemma != tok.Norm {
					c = m[tok.Norm]
					c.lower++
					m[tok.Norm] = c
				}
			case i > s.First && unicode.IsUpper(r) && doc.Tokens[i-1].Tag != "``":
				c := m[tok.Norm]
				if len(tok.Text) > 1 && isCapitals(tok.Text) {
					c.capitals++
				} else {
					c.upper++
				}
				m[tok.Norm] = c
			}
		}
	}
	return m
}

// spelling is how the model is to see a word of a heading.
func spelling(tok *nlp.Token, letters lettering, body map[string]cases) string {
	r, size := utf8.DecodeRuneInString(tok.Text)
	if !unicode.IsUpper(r) || letters == titleCase && len(tok.Text) > 1 && isCapitals(tok.Text) {
		return tok.Text
	}
	c := body[tok.Norm]
	if c.lower == 0 && c.upper == 0 && c.capitals == 0 {
		for _, kind := range [...]lexicon.Inflection{lexicon.ThirdPerson, lexicon.Past, lexicon.Progressive, lexicon.Plural} {
			if base := lexicon.BaseForm(tok.Norm, kind); base != tok.Norm && body[base].lower > body[base].upper {
				return tok.Norm
			}
		}
	}
	switch {
	case c.lower > c.upper+c.capitals:
		return tok.Norm
	case c.lower+c.upper+c.capitals == 0 && (lexicon.Stopword(tok.Norm) || isCommon(tok.Norm)):
		return tok.Norm
	case letters == capitals && c.upper >= c.capitals && (c.upper > 0 || size < len(tok.Text)):
		return tok.Text[:size] + tok.Norm[min(size, len(tok.Norm)):]
	}
	return tok.Text
}

// isCommon reports words that the model always gives one tag that is no noun's.
func isCommon(norm string) bool {
	if strings.IndexByte(norm, '.') >= 0 {
		return false
	}
	class, ok := fixed(newWord(norm, norm).raw)
	return ok && !classes[class].IsNoun() && classes[class] != "CD"
}

// mendVerb gives a heading the verb that the model took for a noun: the first
// -s form after a noun whose base the body uses as a verb rather than as a noun
// (never as a noun if the heading has a finite verb already) ("Vehicle overturns in tunnel"), or the base
// form after a plural ("Officers warn drivers").
func mendVerb(tokens []nlp.Token, body map[string]cases) {
	finite := false
	for i := range tokens {
		finite = finite || tokens[i].Tag.IsFinite()
	}
	verbal := func(c cases) bool { return c.verb > c.noun && c.lower > c.upper && (!finite || c.noun == 0) }
	for i := 1; i < len(tokens); i++ {
		tok := &tokens[i]
		if !tok.Tag.IsNoun() || !tokens[i-1].Tag.IsNoun() {
			continue
		}
		if tok.Tag == "NN" && verbal(body[tok.Norm]) && (tokens[i-1].Tag == "NNS" || tokens[i-1].Norm == "police") {
			tok.Tag = "VBP"
			return
		}
		if !strings.HasSuffix(tok.Norm, "s") {
			continue
		}
		base := lexicon.BaseForm(tok.Norm, lexicon.ThirdPerson)
		if base != tok.Norm && verbal(body[base]) {
			tok.Tag, tok.Lemma = "VBZ", base
			return
		}
	}
}
