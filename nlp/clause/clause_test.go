package clause

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
)

// read builds a document from lines of tagged tokens, "word/TAG/lemma", with
// the lemma left out where it is the word in lower case. A fourth field T, N or
// Q begins a time, name or quantity; t, n or q goes on with it. A line is a
// sentence; "# " before it makes it a heading.
func read(t testing.TB, lines ...string) *nlp.Document {
	t.Helper()
	doc := &nlp.Document{Article: &nlp.Article{}}
	var text strings.Builder
	for si, line := range lines {
		s := nlp.Sentence{First: len(doc.Tokens), Paragraph: si}
		line, s.Heading = strings.CutPrefix(line, "# ")
		for field := range strings.FieldsSeq(line) {
			f := strings.Split(field, "/")
			if len(f) < 2 {
				t.Fatalf("%q is not word/TAG", field)
			}
			k := nlp.Token{Text: f[0], Norm: strings.ToLower(f[0]), Tag: nlp.Tag(f[1]), Lemma: strings.ToLower(f[0])}
			if len(f) > 2 && f[2] != "" {
				k.Lemma = f[2]
			}
			k.Start = text.Len()
			text.WriteString(f[0])
			k.End = text.Len()
			text.WriteByte(' ')
			at := len(doc.Tokens)
			doc.Tokens = append(doc.Tokens, k)
			if len(f) > 3 {
				mark(doc, f[3], at, si)
			}
		}
		s.Last = len(doc.Tokens)
		s.Span = doc.TokenSpan(s.First, s.Last)
		doc.Sentences = append(doc.Sentences, s)
	}
	doc.Article.Text = text.String()
	return doc
}

// mark adds a mention at a token or lengthens the last one.
func mark(doc *nlp.Document, how string, at, sentence int) {
	switch how {
	case "T":
		doc.Times = append(doc.Times, nlp.Time{First: at, Last: at + 1, Sentence: sentence})
	case "N":
		doc.Names = append(doc.Names, nlp.Name{First: at, Last: at + 1, Sentence: sentence})
	case "Q":
		doc.Quantities = append(doc.Quantities, nlp.Quantity{First: at, Last: at + 1, Sentence: sentence, Noun: -1})
	case "t":
		if n := len(doc.Times); n > 0 && doc.Times[n-1].Last == at {
			doc.Times[n-1].Last++
		}
	case "n":
		if n := len(doc.Names); n > 0 && doc.Names[n-1].Last == at {
			doc.Names[n-1].Last++
		}
	case "q":
		if n := len(doc.Quantities); n > 0 && doc.Quantities[n-1].Last == at {
			doc.Quantities[n-1].Last++
		}
	}
	if len(doc.Entities) == 0 {
		doc.Entities = []nlp.Entity{{}}
	}
}

func words(doc *nlp.Document, r nlp.Range) string {
	if r.Empty() {
		return "-"
	}
	return doc.Text(doc.TokenSpan(r.First, r.Last))
}

// show writes a clause as "subject | verb | object | obliques", with < before
// it and the number of its parent.
func show(doc *nlp.Document, i int) string {
	c := &doc.Clauses[i]
	verb := "-"
	if c.Verb >= 0 {
		verb = words(doc, nlp.Range{First: c.VerbFirst, Last: c.VerbLast})
	}
	if c.Passive {
		verb += " (passive)"
	}
	var obliques []string
	for _, o := range c.Obliques {
		obliques = append(obliques, words(doc, o))
	}
	s := fmt.Sprintf("%d: %s | %s | %s | %s", i, words(doc, c.Subject), verb, words(doc, c.Object), strings.Join(obliques, "; "))
	if c.Parent >= 0 {
		s += fmt.Sprintf(" < %d", c.Parent)
	}
	return strings.TrimRight(s, " ")
}

// TestParse reads testdata/clauses.txt: a tagged sentence, then its clauses,
// then a blank line. UPDATE=1 writes what Parse gives today.
func TestParse(t *testing.T) {
	const file = "testdata/clauses.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var now strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n\n") {
		line, want, _ := strings.Cut(block, "\n")
		if strings.HasPrefix(line, "//") {
			now.WriteString(block + "\n\n")
			continue
		}
		doc := read(t, line)
		Parse(doc)
		if err := check(doc); err != nil {
			t.Errorf("%s\n%v", line, err)
		}
		var got []string
		for i := range doc.Clauses {
			got = append(got, show(doc, i))
		}
		all := strings.Join(got, "\n")
		fmt.Fprintf(&now, "%s\n%s\n\n", line, all)
		if os.Getenv("UPDATE") == "" && all != strings.TrimSpace(want) {
			t.Errorf("%s\ngot\n%s\nwant\n%s", line, all, want)
		}
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(strings.TrimSpace(now.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// check holds a document to the laws of clauses beside those of Validate: in
// order, nested or disjoint, parts in range, no circle of parents.
func check(doc *nlp.Document) error {
	if err := doc.Validate(); err != nil {
		return err
	}
	for i := range doc.Clauses {
		c := &doc.Clauses[i]
		s := &doc.Sentences[c.Sentence]
		if c.First < s.First || c.Last > s.Last || c.First >= c.Last {
			return fmt.Errorf("clause %d: tokens [%d, %d) outside its sentence", i, c.First, c.Last)
		}
		if c.Verb >= 0 && (c.Verb < c.VerbFirst || c.Verb >= c.VerbLast || c.VerbFirst < c.First || c.VerbLast > c.Last) {
			return fmt.Errorf("clause %d: verb %d, group [%d, %d) outside [%d, %d)", i, c.Verb, c.VerbFirst, c.VerbLast, c.First, c.Last)
		}
		for _, r := range append([]nlp.Range{c.Subject, c.Object}, c.Obliques...) {
			if r != (nlp.Range{}) && (r.First < s.First || r.Last > s.Last || r.Empty()) {
				return fmt.Errorf("clause %d: range %v outside its sentence", i, r)
			}
		}
		steps := 0
		for p := c.Parent; p >= 0 && steps < 1000; p = doc.Clauses[p].Parent {
			if p >= len(doc.Clauses) || doc.Clauses[p].Sentence != c.Sentence {
				return fmt.Errorf("clause %d: parent %d", i, p)
			}
			if steps++; steps > len(doc.Clauses) {
				return fmt.Errorf("clause %d: parents run in a circle", i)
			}
		}
		if i > 0 {
			b := &doc.Clauses[i-1]
			if b.First > c.First || b.First == c.First && b.Last < c.Last {
				return fmt.Errorf("clause %d begins before clause %d", i, i-1)
			}
			if c.First < b.Last && c.Last > b.Last {
				return fmt.Errorf("clauses %d and %d cross", i-1, i)
			}
		}
	}
	return nil
}

func TestAt(t *testing.T) {
	doc := read(t,
		"The/DT man/NN ,/, who/WP was/VBD/be hurt/VBN/hurt in/IN the/DT crash/NN ,/, died/VBD/die ./.",
		"!/. ",
		"Police/NNS said/VBD/say the/DT bank/NN closed/VBD/close ./.")
	Parse(doc)
	// Token -> verb of its innermost clause.
	for token, want := range map[int]string{
		0: "died", 1: "died", 3: "hurt", 5: "hurt", 8: "hurt", 9: "died", 10: "died", 11: "-", 12: "-",
		13: "said", 14: "said", 15: "closed", 17: "closed", 18: "-", 99: "-", -1: "-",
	} {
		got := "-"
		if i := At(doc, token); i >= 0 {
			got = doc.Tokens[doc.Clauses[i].Verb].Text
		}
		if got != want {
			t.Errorf("At(%d) is in the clause of %q, want %q", token, got, want)
		}
	}
}

// TestChunk: the noun phrases of a sentence, lists as one.
func TestChunk(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Three/CD of/IN the/DT victims/NNS left/VBD/leave the/DT old/JJ town/NN", "Three of the victims; the old town"},
		{"Ana/NNP/ana/N Costa/NNP/costa/n ,/, Rui/NNP/rui/N and/CC Eva/NNP/eva/N met/VBD/meet", "Ana Costa , Rui and Eva"},
		{"Police/NNS shot/VBD/shoot Rui/NNP/rui/N and/CC Eva/NNP/eva/N fled/VBD/flee", "Police; Rui; Eva"},
		{"It/PRP killed/VBD/kill 12/CD/12/Q people/NNS/people/q Tuesday/NNP/tuesday/T", "It; 12 people"},
		{"the/DT city/NN 's/POS old/JJ and/CC new/JJ bridges/NNS/bridge", "the city 's old and new bridges"},
		{"President/NNP Costa/NNP/costa/N left/VBD/leave", "President Costa"},
	} {
		doc := read(t, c.in)
		var got []string
		p := newParser(doc)
		p.chunk(0, len(doc.Tokens))
		for _, c := range p.chunks {
			if c.kind == np {
				got = append(got, words(doc, nlp.Range{First: c.first, Last: c.last}))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.in, s, c.want)
		}
	}
}
