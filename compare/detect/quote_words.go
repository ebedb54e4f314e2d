package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// Marks that stand for words in a quotation: a cut, and what the reporter put in.
const (
	cutMark    = "..."
	insertMark = "[]"
)

// words lists the words of a quotation that count, with their tokens; a cut and
// an insertion in brackets are one mark each.
func words(doc *nlp.Document, q *nlp.Quotation) ([]string, []int) {
	var list []string
	var at []int
	bracket := false
	for i := q.First; i < q.Last; i++ {
		t := &doc.Tokens[i]
		switch t.Norm {
		case "[":
			bracket = true
		case "]":
			bracket = false
		case "...":
			list = append(list, cutMark)
			at = append(at, i)
			continue
		}
		if t.Norm == "percent" || t.Norm == "cent" || t.Norm == "per" && i+1 < q.Last && doc.Tokens[i+1].Norm == "cent" {
			continue // as a sign is no word
		}
		if isWord(t) && bracket {
			if len(list) == 0 || list[len(list)-1] != insertMark {
				list = append(list, insertMark)
				at = append(at, i)
			}
		} else if isWord(t) && !masked(doc, i, q.First, q.Last) {
			list = append(list, wordKey(t))
			at = append(at, i)
		}
	}
	return list, at
}

func isWord(t *nlp.Token) bool {
	c := t.Norm[0]
	return c == '&' || c == '@' && len(t.Norm) > 1 || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 || c == '\'' && len(t.Norm) > 1
}

// wordKey folds what is no change of wording: contractions, abbreviated titles,
// British spelling.
func wordKey(t *nlp.Token) string {
	switch t.Norm {
	case "n't":
		return "not"
	case "'ve", "’ve":
		return "have"
	case "'ll":
		return "will"
	case "'re":
		return "are"
	case "'m":
		return "am"
	case "&", "&amp;":
		return "and"
	}
	if len(t.Norm) == 1 && t.Norm >= "1" && t.Norm <= "9" {
		return digitWords[t.Norm[0]-'1']
	}
	return lexicon.American(lexicon.TitleInFull(withoutMarks.Replace(t.Norm)))
}

// digitWords are the numbers that style books write in words.
var digitWords = [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// masked reports whether token i is a part of a word made unreadable: "f***ing".
func masked(doc *nlp.Document, i, first, last int) bool {
	return i > first && doc.Tokens[i-1].Text[0] == '*' && doc.Tokens[i-1].End == doc.Tokens[i].Start ||
		i+1 < last && doc.Tokens[i+1].Text[0] == '*' && doc.Tokens[i].End == doc.Tokens[i+1].Start
}

// withoutMarks drops the marks inside words: "U.S.", "co-operate", "@janeroe".
var withoutMarks = strings.NewReplacer("-", "", ".", "", "@", "")

// marked reports whether the reporter himself shows that words were changed.
func marked(words []string) bool {
	return slices.Contains(words, cutMark) || slices.Contains(words, insertMark)
}

// sameSpelling reports whether two stretches are one but for spelling and
// inflection: traveling/travelling, paedophile/pedophile, death/deaths, asking/askin'.
func sameSpelling(a, b string) bool {
	if a == b {
		return true
	}
	a, b = ligatures.Replace(lexicon.American(a)), ligatures.Replace(lexicon.American(b))
	return a == b || strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") || a+"g" == b && strings.HasSuffix(a, "in") || b+"g" == a && strings.HasSuffix(b, "in")
}

// ligatures are written in one letter in America: paediatric, pediatric.
var ligatures = strings.NewReplacer("ae", "e", "oe", "e")

// matters reports whether leaving out, putting in or replacing these words
// changes a quotation: any word does but those that editors drop and add without
// a thought.
func matters(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return !trifles[w] })
}

var trifles = map[string]bool{"a": true, "an": true, "the": true, "that": true, "of": true, "and": true, "but": true, "so": true, "well": true, "is": true, "'s": true}

// meaningful reports whether one of the words has a meaning of its own, or a part
// in the meaning: a negation, a pronoun, a modal.
func meaningful(words []string) bool {
	for _, w := range words {
		switch w {
		case "not", "no", "never", "none", "nor", "i", "we", "he", "she", "they", "everyone", "everything", "all", "must", "should", "could", "may", "might":
			return true
		}
		if !lexicon.Stopword(w) {
			return true
		}
	}
	return false
}
