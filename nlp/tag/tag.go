// Package tag assigns Penn tags and lemmas to tokens. The tagger is an averaged
// perceptron with the weights of the prose module (see model.go); what news
// text needs beyond it stands in override.go. Lemmas come from suffix rules
// and lists of irregular forms in lexicon.
package tag

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
)

// Tag sets Tag and Lemma of every token of the document, sentence by sentence,
// the headings last: what the body shows of their words decides on capitals.
func Tag(doc *nlp.Document) {
	var t tagger
	headings := false
	for i := range doc.Sentences {
		if s := &doc.Sentences[i]; s.Heading {
			headings = true
		} else {
			t.sentence(doc.Tokens[s.First:s.Last], sentenceCase)
		}
	}
	if !headings {
		return
	}
	t.body = bodyCases(doc)
	for i := range doc.Sentences {
		if s := &doc.Sentences[i]; s.Heading {
			tokens := doc.Tokens[s.First:s.Last]
			t.sentence(tokens, letteringOf(tokens))
			mendVerb(tokens, t.body)
		}
	}
}

// tagger holds the scratch space of one document.
type tagger struct {
	words   []word
	classes []uint8
	body    map[string]cases // set before the headings
}

// sentence tags the tokens of one sentence.
func (t *tagger) sentence(tokens []nlp.Token, letters lettering) {
	t.words = t.words[:0]
	for i := range tokens {
		text, lower := modelText(tokens, i)
		if (letters != sentenceCase || i == 0 && t.body != nil) && text == tokens[i].Text {
			text = spelling(&tokens[i], letters, t.body)
		}
		t.words = append(t.words, newWord(text, lower))
	}
	if cap(t.classes) < len(t.words) {
		t.classes = make([]uint8, len(t.words)*2)
	}
	out := t.classes[:len(t.words)]
	predict(t.words, out)
	for i := range tokens {
		tok := &tokens[i]
		tok.Tag = override(tokens, i, t.words[i].text, classes[out[i]])
		tok.Lemma = Lemma(tok.Norm, tok.Tag)
	}
}

// modelText is token i as the model is to see it, and that in lower case:
// quotation marks and dashes as the Penn Treebank writes them.
func modelText(tokens []nlp.Token, i int) (text, lower string) {
	tok := &tokens[i]
	switch tok.Norm {
	case `"`, "''", "``":
		if opens(tokens, i) {
			return "``", "``"
		}
		return "''", "''"
	case "'":
		if opens(tokens, i) {
			return "``", "``"
		}
		return "'", "'"
	case "-":
		if tok.Text != "-" || spaced(tokens, i) {
			return "--", "--"
		}
	case "--", "...":
		return tok.Norm, tok.Norm
	}
	if strings.IndexByte(tok.Text, 0xe2) >= 0 { // curly quotes and fancy hyphens
		if len(tok.Norm) <= 3 {
			return tok.Norm, tok.Norm
		}
		return strings.NewReplacer("’", "'", "‘", "'", "‐", "-", "‑", "-").Replace(tok.Text), tok.Norm
	}
	return tok.Text, tok.Norm
}
