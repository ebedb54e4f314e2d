package mention

import (
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/segment"
	"github.com/factdiff/factdiff/nlp/tag"
)

// FuzzQuotations holds the laws of speech and stance for any text: the
// document stays valid, quotations do not overlap and carry their marks, and
// every stance covers its cue.
func FuzzQuotations(f *testing.F) {
	for _, test := range quotationTests {
		f.Add(test.in)
	}
	for _, test := range stanceTests {
		f.Add(test.in)
	}
	f.Add("\"“‘’”\" 'a' ‘b’ ‘c \"d’ e\" \n\n“x\n\n“y")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		doc := &nlp.Document{Article: &nlp.Article{Text: text}}
		doc.Tokens = segment.Tokens(text)
		doc.Sentences = segment.Sentences(text, 0, doc.Tokens)
		tag.Tag(doc)
		Quotations(doc)
		Stances(doc)
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
		end := 0
		for i, q := range doc.Quotations {
			if q.Start < end || !q.Span.Contains(q.Inner) || q.Inner.Empty() || q.First >= q.Last {
				t.Fatalf("quotation %d %+v after %d", i, q, end)
			}
			end = q.End
			if q.Speaker.Cue >= len(doc.Tokens) || q.Speaker.Span.End > len(text) || q.Speaker.Occasion.End > len(text) {
				t.Fatalf("quotation %d: speaker %+v", i, q.Speaker)
			}
		}
		for i, s := range doc.Stances {
			sent := doc.Sentences[s.Sentence]
			if s.First < sent.First || s.Last > sent.Last || s.First >= s.Last || doc.Tokens[s.First].Start > s.Start || doc.Tokens[s.Last-1].End < s.End {
				t.Fatalf("stance %d %+v in sentence [%d, %d)", i, s, sent.First, sent.Last)
			}
			if StanceAt(doc, s.First, s.Last) == nlp.Asserted {
				t.Fatalf("stance %d is not found at its own scope", i)
			}
		}
	})
}

// TestHostileSpeech holds the finders to linear time on a long text of marks,
// cues and names without an end.
func TestHostileSpeech(t *testing.T) {
	const size = 1 << 18 // bytes; a megabyte takes four times as long, not sixteen
	for _, unit := range []string{"\"", "“", "‘a ", "'a ", "' ", "“a” ", "'s ", "he said ", "said, ", "a, ", "\"a\" said ", "may not ", "no and ", "not, ", "according to the ", "Mr Birch, the ", "in a statement ", "denied, allegedly "} {
		text := strings.Repeat(unit, size/len(unit))
		doc := &nlp.Document{Article: &nlp.Article{Text: text}}
		doc.Tokens = segment.Tokens(text)
		doc.Sentences = segment.Sentences(text, 0, doc.Tokens)
		tag.Tag(doc)
		start := time.Now()
		Quotations(doc)
		Stances(doc)
		// linear takes 0.2 s, quadratic minutes
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q: %v", unit, took)
		} else if testing.Verbose() {
			t.Logf("%q: %v", unit, took)
		}
	}
}
