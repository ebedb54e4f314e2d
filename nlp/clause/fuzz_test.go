package clause

import (
	"math/rand"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
)

// alphabet is what the fuzzer makes sentences of: every tag the parser knows.
var alphabet = strings.Fields(`The/DT man/NN men/NNS/man Smith/NNP he/PRP his/PRP$ 12/CD dead/JJ said/VBD/say killed/VBD/kill
	killed/VBN/kill was/VBD/be is/VBZ/be been/VBN/be has/VBZ/have will/MD arrest/VB arresting/VBG/arrest to/TO not/RB also/RB
	who/WP which/WDT that/IN that/WDT whose/WP$ when/WRB where/WRB after/IN as/IN because/IN if/IN of/IN in/IN by/IN and/CC but/CC
	,/, (/( )/) ;/: --/: ./. "/'' 's/POS up/RP there/EX all/PDT Tuesday/NNP/tuesday/T at/IN/at/Q least/JJS/least/q $/$ x/FW 's/VBZ/be
	died/VBN/die according/VBG going/VBG/go oh/UH what/WP did/VBD/do got/VBD/get hits/NNS/hit`)

func document(t testing.TB, data []byte) *nlp.Document {
	var b strings.Builder
	var lines []string
	for _, c := range data {
		if c >= 250 {
			if b.Len() > 0 {
				lines = append(lines, b.String())
				b.Reset()
			}
			if c >= 253 {
				b.WriteString("# ")
			}
			continue
		}
		b.WriteString(alphabet[int(c)%len(alphabet)])
		b.WriteByte(' ')
	}
	if s := b.String(); strings.Contains(s, "/") {
		lines = append(lines, s)
	}
	for i, l := range lines {
		if !strings.Contains(l, "/") {
			lines[i] = "x/FW"
		}
	}
	return read(t, lines...)
}

func lawful(t *testing.T, data []byte) {
	doc := document(t, data)
	if len(doc.Tokens) == 0 {
		return
	}
	Parse(doc)
	if err := check(doc); err != nil {
		t.Fatalf("%v\n%s", err, doc.Article.Text)
	}
	has := make([]bool, len(doc.Sentences))
	for i := range doc.Clauses {
		has[doc.Clauses[i].Sentence] = true
	}
	for i, s := range doc.Sentences {
		word := strings.ContainsAny(doc.Text(s.Span), "abcdefghijklmnopqrstuvwxyz0123456789")
		if word && !has[i] {
			t.Fatalf("sentence without a clause: %s", doc.Text(s.Span))
		}
	}
	for i := range doc.Tokens {
		if c := At(doc, i); c >= 0 && (doc.Clauses[c].First > i || doc.Clauses[c].Last <= i) {
			t.Fatalf("At(%d) = %d, which does not hold it", i, c)
		} else if want := innermost(doc, i); c != want {
			t.Fatalf("At(%d) = %d, the innermost is %d\n%s", i, c, want, doc.Article.Text)
		}
	}
}

// innermost is At by looking at every clause.
func innermost(doc *nlp.Document, token int) int {
	best := -1
	for i := range doc.Clauses {
		if c := &doc.Clauses[i]; c.First <= token && token < c.Last {
			best = i // nested or disjoint, in order: the last is the innermost
		}
	}
	return best
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("The man, who"))
	f.Add([]byte{0, 1, 8, 3, 9, 6, 2, 43, 250, 4, 8, 253, 3, 60})
	f.Fuzz(lawful)
}

// TestRandom runs the fuzzer's law over random sentences, long ones too.
func TestRandom(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for n := range 6_000 {
		data := make([]byte, 1+r.Intn(20+n%60))
		for i := range data {
			data[i] = byte(r.Intn(256))
		}
		lawful(t, data)
	}
}

// TestLinear parses endless sentences of one or two tokens: they must take
// time in proportion to their length, or the test runs for minutes.
func TestLinear(t *testing.T) {
	for _, pattern := range []string{
		"men/NNS ,/,", "killed/VBD/kill in/IN men/NNS", "who/WP was/VBD/be", "after/IN men/NNS", "\"/''", "of/IN men/NNS", "after/IN",
		"to/TO", "also/RB", "that/IN he/PRP said/VBD/say", "men/NNS and/CC", "and/CC killed/VBD/kill", "dead/JJ", "said/VBD/say he/PRP", ";/:",
		"after/IN also/RB", "\"/'' in/IN \"/''", "he/PRP was/VBD/be", ",/, said/VBD/say he/PRP",
	} {
		doc := read(t, strings.Repeat(pattern+" ", 30_000))
		Parse(doc)
		if err := check(doc); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	doc := read(b,
		"The/DT man/NN ,/, who/WP was/VBD/be hurt/VBN/hurt in/IN the/DT crash/NN ,/, died/VBD/die on/IN Monday/NNP/monday/T ,/, officials/NNS said/VBD/say ./.",
		"Police/NNS arrested/VBD/arrest a/DT suspect/NN in/IN Lisbon/NNP/lisbon/N after/IN a/DT bomb/NN exploded/VBD/explode near/IN a/DT market/NN ,/, killing/VBG/kill 12/CD/12/Q people/NNS ./.")
	b.ReportAllocs()
	for b.Loop() {
		Parse(doc)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
