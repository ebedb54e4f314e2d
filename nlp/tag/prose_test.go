package tag

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/segment"
)

// TestSameAsProse holds predict against prose itself: on the same words it
// gives the same tags. Left out are sentences where prose is known to go
// wrong: it cuts the words anew, lets equal words of a sentence share one tag,
// calls 0 a trace, and takes 1.25 for an address.
func TestSameAsProse(t *testing.T) {
	file := "testdata/news.txt"
	if f := os.Getenv("FACTDIFF_TAG_TEXT"); f != "" { // any other text, for a wider check by hand
		file = f
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	model, err := prose.NewDocument("A start.", prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		t.Fatal(err)
	}
	skip := regexp.MustCompile(`^(?:0|\*.*|-[A-Z]{3}-|\d[\d,.]*\.\d\d+.*)$`)
	compared, left, differ := 0, 0, 0
	text := string(data)
	tokens := segment.Tokens(text)
next:
	for _, s := range segment.Sentences(text, 0, tokens) {
		texts := make([]string, 0, s.Last-s.First)
		words := make([]word, 0, s.Last-s.First)
		seen := map[string]bool{}
		for i := range tokens[s.First:s.Last] {
			w, lower := modelText(tokens[s.First:s.Last], i)
			if seen[w] || skip.MatchString(w) {
				left++
				continue next
			}
			seen[w] = true
			texts = append(texts, w)
			words = append(words, newWord(w, lower))
		}
		want, err := prose.NewDocument(strings.Join(texts, " "), prose.UsingModel(model.Model), prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Tokens()) != len(words) {
			left++
			continue
		}
		for i, tok := range want.Tokens() {
			if tok.Text != texts[i] {
				left++
				continue next
			}
		}
		got := make([]uint8, len(words))
		predict(words, got)
		for i, tok := range want.Tokens() {
			compared++
			if string(classes[got[i]]) != tok.Tag {
				differ++
				t.Errorf("%q in %q: got %s, prose has %s", tok.Text, strings.Join(texts, " "), classes[got[i]], tok.Tag)
			}
		}
	}
	t.Logf("%d words compared, %d differ; %d sentences left out", compared, differ, left)
	if compared < 300 {
		t.Errorf("only %d words compared", compared)
	}
}

func document(text string) *nlp.Document {
	doc := &nlp.Document{Article: &nlp.Article{Text: text}}
	doc.Tokens = segment.Tokens(text)
	doc.Sentences = segment.Sentences(text, 0, doc.Tokens)
	Tag(doc)
	return doc
}

func BenchmarkTag(b *testing.B) {
	data, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	doc := document(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Tag(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
