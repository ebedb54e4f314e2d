package tag

import (
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// Lemma is the base form of a lower-case word with the tag. Names keep their
// form: taggers disagree on which of them are plurals.
func Lemma(norm string, tag nlp.Tag) string {
	switch tag {
	case "NNS":
		return lexicon.BaseForm(norm, lexicon.Plural)
	case "VBD", "VBN":
		switch norm {
		case "'d":
			return "have"
		}
		return lexicon.BaseForm(norm, lexicon.Past)
	case "VBG":
		return lexicon.BaseForm(norm, lexicon.Progressive)
	case "VBZ":
		if norm == "'s" {
			return "be"
		}
		return lexicon.BaseForm(norm, lexicon.ThirdPerson)
	case "VBP", "VB":
		switch norm {
		case "are", "am", "'re", "'m", "is":
			return "be"
		case "'ve":
			return "have"
		}
	case "MD":
		switch norm {
		case "'ll", "wo":
			return "will"
		case "'d":
			return "would"
		case "ca":
			return "can"
		case "sha":
			return "shall"
		}
	case "JJR", "RBR":
		return lexicon.BaseForm(norm, lexicon.Comparative)
	case "JJS", "RBS":
		return lexicon.BaseForm(norm, lexicon.Superlative)
	case "RB":
		if norm == "n't" {
			return "not"
		}
	case "DT":
		if norm == "an" {
			return "a"
		}
	}
	return norm
}
