package claim_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
)

func analyse(t testing.TB, text string) *nlp.Document {
	t.Helper()
	article, err := source.Read("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return english.Analyze(article)
}

// line words a claim: its sort and words, then what it says of itself, each
// only where it says something.
func line(doc *nlp.Document, c *compare.Claim) string {
	text := func(s nlp.Span) string { return strings.Join(strings.Fields(doc.Text(s)), " ") }
	var b strings.Builder
	fmt.Fprintf(&b, "%v %q", c.Sort, text(c.Span))
	if c.Event != "" {
		fmt.Fprintf(&b, " event=%s", c.Event)
	}
	if !c.Subject.Empty() {
		fmt.Fprintf(&b, " subject=%q", text(c.Subject))
	}
	if c.When >= 0 {
		fmt.Fprintf(&b, " when=%q", text(doc.Times[c.When].Span))
	}
	if c.Where >= 0 {
		fmt.Fprintf(&b, " where=%q", text(doc.Names[c.Where].Span))
	}
	if c.Stance != nlp.Asserted {
		fmt.Fprintf(&b, " %v", c.Stance)
	}
	if c.Speaker != nil {
		fmt.Fprintf(&b, " by=%q", text(c.Speaker.Span))
	}
	return b.String()
}

// TestExtract: a sentence below a headline of one word, and the claims of the
// sort that its case is about.
func TestExtract(t *testing.T) {
	tests := []struct {
		name, text string
		sort       compare.Sort
		want       []string
	}{
		{"a count with what it counts", "A ferry hit a pier and 27 people were injured.", compare.Figure, []string{`figure "27 people" event=injure subject="27 people"`}},
		{"a count with its comparator", "At least 27 elderly passengers were hurt in Kelm on Tuesday.", compare.Figure, []string{`figure "At least 27 elderly passengers" event=injure subject="At least 27 elderly passengers" when="Tuesday" where="Kelm"`}},
		{"a sum", "The yard paid $2.5 million for the hull.", compare.Figure, []string{`figure "$2.5 million" event=pay subject="The yard"`}},
		{"a number inside a time is none", "The ferry sailed on March 27, 2018.", compare.Figure, nil},
		{"a figure that is planned", "The yard will hire 40 welders.", compare.Figure, []string{`figure "40 welders" event=appoint subject="The yard" planned`}},
		{"a figure on somebody's word", "Police said 27 people were injured.", compare.Figure, []string{`figure "27 people" event=injure subject="27 people" by="Police"`}},
		{"a figure on nobody's word", "Police questioned 27 people.", compare.Figure, []string{`figure "27 people" event=question subject="Police"`}},
		{"a time", "The ferry arrived late on Tuesday in Kelm.", compare.Moment, []string{`moment "late on Tuesday" event=arrive subject="The ferry" when="late on Tuesday" where="Kelm"`}},
		{"a name", "Ida Holm, the mayor of Kelm, praised Ole Bask.", compare.Naming, []string{
			`naming "Ida Holm" event=praise subject="Ida Holm"`,
			`naming "Kelm" event=praise subject="Ida Holm"`,
			`naming "Ole Bask" event=praise subject="Ida Holm"`,
		}},
		{"direct speech", "“The sea was calm that night,” Ida Holm said.", compare.Saying, []string{`saying "The sea was calm that night" event=be subject="The sea" when="that night" by="Ida Holm"`}},
		{"direct speech of nobody", "“The sea was calm that night.”", compare.Saying, []string{`saying "The sea was calm that night" event=be subject="The sea" when="that night"`}},
		{"a word in quotation marks", "The so-called “ghost ferry” arrived in Kelm.", compare.Saying, []string{`saying "ghost ferry" event=arrive subject="The so-called “ghost ferry" where="Kelm"`}},
		{"a title", "Mayor Ida Holm praised the crew.", compare.Part, []string{`part "Mayor" event=praise subject="Mayor Ida Holm"`}},
		{"a title in apposition", "Ida Holm, the harbour master, praised the crew.", compare.Part, []string{`part "harbour master" event=praise subject="Ida Holm"`}},
		{"no title", "Ida Holm praised the crew.", compare.Part, nil},
		{"a statement", "Police arrested the captain in Kelm on Tuesday.", compare.Statement, []string{`statement "Police arrested the captain in Kelm on Tuesday" event=arrest subject="Police" when="Tuesday" where="Kelm"`}},
		{"a denial", "The captain denied drinking.", compare.Statement, []string{`statement "The captain denied drinking" event=deny subject="The captain" denied`}},
		{"a negation", "The ferry did not sink.", compare.Statement, []string{`statement "The ferry did not sink" event=fall subject="The ferry" negated`}},
		{"an allegation", "The captain allegedly drank.", compare.Statement, []string{`statement "The captain allegedly drank" event=drink subject="The captain" alleged`}},
		{"a hedge", "The ferry may have hit a rock.", compare.Statement, []string{`statement "The ferry may have hit a rock" event=hit subject="The ferry" hedged`}},
		{"two clauses", "The ferry stopped after it hit a rock.", compare.Statement, []string{
			`statement "The ferry stopped after it hit a rock" event=stop subject="The ferry"`,
			`statement "it hit a rock" event=hit subject="it"`,
		}},
		{"events of one class", "Nine sailors died.", compare.Statement, []string{`statement "Nine sailors died" event=die subject="Nine sailors"`}},
		{"events of one class, other word", "The storm killed nine sailors.", compare.Statement, []string{`statement "The storm killed nine sailors" event=die subject="The storm"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := analyse(t, "Kelm\n\n"+tt.text)
			var got []string
			claims := claim.Extract(doc)
			for i := range claims {
				if c := &claims[i]; c.Sort == tt.sort && c.Passage > 0 {
					got = append(got, line(doc, c))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestBoilerplate: what a scraper left behind makes no claims, the report
// around it does.
func TestBoilerplate(t *testing.T) {
	doc := analyse(t, "Ferry hits pier\n\nIn Kelm 27 people were hurt, police said.\n\nRead more: 12 pictures of Kelm in 1998\n\nTwo of them were children.")
	residue := 0
	for _, s := range doc.Sentences {
		if s.Boilerplate {
			residue++
		}
	}
	if residue == 0 {
		t.Fatal("no boilerplate in the sample")
	}
	figures := 0
	claims := claim.Extract(doc)
	for i := range claims {
		c := &claims[i]
		if doc.Sentences[c.Passage].Boilerplate {
			t.Errorf("claim in boilerplate: %s", line(doc, c))
		}
		if c.Sort == compare.Figure {
			figures++
		}
	}
	if figures != 2 {
		t.Errorf("%d figures, want 27 and two", figures)
	}
}

// TestEvent: words for one event have one class.
func TestEvent(t *testing.T) {
	event := func(text string) string {
		doc := analyse(t, "Kelm\n\n"+text)
		for i := range doc.Clauses {
			if cl := &doc.Clauses[i]; cl.Sentence == 1 {
				return claim.Event(doc, cl)
			}
		}
		return "no clause"
	}
	tests := []struct {
		name, a, b string
		same       bool
	}{
		{"tense", "Police arrest the captain.", "Police arrested the captain.", true},
		{"voice", "The storm killed nine sailors.", "Nine sailors were killed.", true},
		{"one class", "The storm killed nine sailors.", "Nine sailors died.", true},
		{"one class, hurt", "The crash injured nine sailors.", "The crash hurt nine sailors.", true},
		{"two events", "Nine sailors were killed.", "Nine sailors were injured.", false},
		{"no class, one lemma", "The mayor praised the crew.", "The mayor praises the crew.", true},
		{"no class, two lemmas", "The mayor praised the crew.", "The mayor ignored the crew.", false},
	}
	for _, tt := range tests {
		if a, b := event(tt.a), event(tt.b); (a == b) != tt.same || a == "" || b == "" {
			t.Errorf("%s: got %q and %q", tt.name, a, b)
		}
	}
}

// TestLaws holds the claims of every report in testdata, and of long
// sentences, to what Extract promises.
func TestLaws(t *testing.T) {
	texts := map[string]string{
		"long sentence":  "Head\n\n" + strings.Repeat("27 people of Kelm were badly hurt on Tuesday and ", 60),
		"long quotation": "Head\n\n“" + strings.Repeat("We saw 27 boats off Kelm ", 60) + "”, Ida Holm said.",
		"long word":      "Head\n\n27 " + strings.Repeat("people", 60) + " died.",
		"headline only":  "27 people hurt in Kelm",
	}
	paths, err := filepath.Glob("../../testdata/stories/*/r*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no stories in testdata", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[path] = string(data)
	}
	for name, text := range texts {
		doc := analyse(t, text)
		before := compare.NoSort
		claims := claim.Extract(doc)
		if len(claims) == 0 {
			t.Errorf("%s: no claims", name)
		}
		for i := range claims {
			c := &claims[i]
			at := fmt.Sprintf("%s: %s", name, line(doc, c))
			if c.Span.Len() > claim.MaxSpan && c.Last-c.First > 1 {
				t.Errorf("%s: %d bytes of evidence", at, c.Span.Len())
			}
			if c.Sort < before {
				t.Errorf("%s: after a %v", at, before)
			}
			before = c.Sort
			if c.Span.Empty() || c.Span != doc.TokenSpan(c.First, c.Last) || c.Source != 0 {
				t.Errorf("%s: span %v, tokens [%d, %d), source %d", at, c.Span, c.First, c.Last, c.Source)
			}
			if !doc.Sentences[c.Passage].Contains(doc.Tokens[c.First].Span) {
				t.Errorf("%s: begins outside of sentence %d", at, c.Passage)
			}
		}
		if diff := cmp.Diff(claims, claim.Extract(doc)); diff != "" {
			t.Errorf("%s: the second time:\n%s", name, diff)
		}
	}
}
