package detect

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// example reports whether a name stands in a list of examples: "stars like Ann
// Holm and Tom Brask". Each report picks its own.
func example(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	names := doc.Names
	i := c.Mention
	for i > 0 && joined(doc, names[i-1].Last, names[i].First) {
		i--
	}
	first := names[i].First
	if i == c.Mention && (i+1 == len(names) || !joined(doc, names[i].Last, names[i+1].First)) || first == doc.Sentences[names[i].Sentence].First {
		return false
	}
	switch doc.Tokens[first-1].Norm {
	case "like", "including", "among":
		return true
	case "as":
		return doc.Tokens[max(0, first-2)].Norm == "such"
	}
	return false
}

// modifier reports whether a name is only part of a hyphenated word before a
// noun: "the Tarn-Wexmere line", "Norland-flagged ships". A number after the hyphen, as
// in Covid-19, belongs to the name.
func modifier(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	_, after, hyphen := strings.Cut(doc.Text(c.Span), "-")
	return hyphen && after != "" && !('0' <= after[0] && after[0] <= '9') && c.Last < len(doc.Tokens) && doc.Tokens[c.Last].Tag.IsNoun() && !doc.Tokens[c.Last].Tag.IsProper()
}

// opener reports whether a name is a word of the dictionary that owes its
// capital to its place: first of its sentence, or after an agency in brackets.
func opener(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	first := doc.Sentences[s.Passages[c.Passage].Sentence].First
	return c.Last == c.First+1 && (c.First == first || doc.Tokens[c.First-1].Norm == ")") && lexicon.CommonWord(value.NameKey(doc.Text(c.Span)))
}

// sameButFor reports whether two names differ only by an abbreviation of some of
// their words or by British and American spelling: UN Council and United Nations
// Council, Oak Centre and Oak Center.
func sameButFor(a, b string) bool {
	x, y := strings.Fields(value.NameKey(a)), strings.Fields(value.NameKey(b))
	for len(x) > 0 && len(y) > 0 && lexicon.American(x[0]) == lexicon.American(y[0]) {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && lexicon.American(x[len(x)-1]) == lexicon.American(y[len(y)-1]) {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(x) == 0 && len(y) == 0 || initials(x, y) || initials(y, x)
}

// initials reports whether one word is made of the first letters of the others.
func initials(word, of []string) bool {
	if len(word) != 1 || len(of) < 2 {
		return false
	}
	letters := strings.ReplaceAll(word[0], ".", "")
	if len(letters) != len(of) {
		return false
	}
	for i, w := range of {
		if w[0] != letters[i] {
			return false
		}
	}
	return true
}
