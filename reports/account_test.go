package reports_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
)

func article(t testing.TB, name, text string) *nlp.Article {
	t.Helper()
	a, err := source.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// against is a report with one finding of the kind: the words stand against
// each other, each in its own text, analysed as real ones are.
func against(t testing.TB, kind compare.Kind, textA, wordsA, textB, wordsB string) reports.Finding {
	t.Helper()
	r := &compare.Result{}
	f := compare.Finding{Kind: kind, Verdict: compare.Conflict, Subject: "s", Question: "q"}
	for i, side := range [][2]string{{textA, wordsA}, {textB, wordsB}} {
		doc := english.Analyze(article(t, compare.SourceID(i), "Headline\n\n"+side[0]))
		r.Sources = append(r.Sources, compare.Source{ID: compare.SourceID(i), Doc: doc})
		at := strings.Index(doc.Article.Text, side[1])
		if at < 0 {
			t.Fatalf("%q does not stand in %q", side[1], side[0])
		}
		f.Positions = append(f.Positions, compare.Position{Value: side[1], Norm: side[1],
			Evidence: []compare.Evidence{{Source: i, Span: nlp.Span{Start: at, End: at + len(side[1])}}}})
	}
	r.Findings = []compare.Finding{f}
	return reports.New(r, reports.Options{}).Findings[0]
}

func TestSpeakerAndStance(t *testing.T) {
	for _, c := range []struct{ name, text, words, speaker, stance string }{
		{"plain", "The ferry hit the pier at noon and 27 people were injured.", "27 people", "", ""},
		{"quotation", `"We counted 27 injured people," said Mayor Ida Holm.`, "27 injured people", "Mayor Ida Holm", ""},
		{"indirect speech", "Police said that 27 people were injured.", "27 people", "Police", ""},
		{"hedged", "The ferry may have carried 140 passengers.", "140 passengers", "", "hedged"},
		{"beside a quotation", `The harbour was closed. "We are in shock," said Mayor Ida Holm.`, "closed", "", ""},
	} {
		f := against(t, compare.Number, c.text, c.words, "Nothing else happened in the harbour.", "Nothing")
		e := f.Positions[0].Evidence[0]
		if e.Speaker != c.speaker || e.Stance != c.stance {
			t.Errorf("%s: speaker %q, stance %q; want %q, %q", c.name, e.Speaker, e.Stance, c.speaker, c.stance)
		}
	}
}

func TestAmount(t *testing.T) {
	f := against(t, compare.Number, "The fire burned 2.5 km of fence.", "2.5 km of fence", "The fire burned the fence.", "fence")
	if a := f.Positions[0].Amount; a == nil || *a != 2500 {
		t.Errorf("amount of 2.5 km is %v", a)
	}
	if a := f.Positions[1].Amount; a != nil {
		t.Errorf("a fence amounts to %v", *a)
	}
}

// edits writes a word by word comparison in one line: [-gone-] and {+come+}.
func edits(textA, textB string, w reports.Wording) string {
	var parts []string
	for _, e := range w.Edits {
		switch e.Op {
		case "equal":
			parts = append(parts, textA[e.Start:e.End])
		case "delete":
			parts = append(parts, "[-"+textA[e.Start:e.End]+"-]")
		case "insert":
			parts = append(parts, "{+"+textB[e.Start:e.End]+"+}")
		}
	}
	return strings.Join(parts, " ")
}

func TestWording(t *testing.T) {
	for _, c := range []struct {
		name      string
		kind      compare.Kind
		a, wordsA string
		b, wordsB string
		want      string
	}{
		{"a word of a quotation", compare.Quote,
			`"It was a bad plan," she said.`, "It was a bad plan", `"It was a good plan," she said.`, "It was a good plan",
			"It was a [-bad-] {+good+} plan"},
		{"a negation is one word with its verb", compare.Quote,
			`"We did not know it," he said.`, "We did not know it", `"We did know it," he said.`, "We did know it",
			"We [-did not-] {+did+} know it"},
		{"so is a short one", compare.Quote,
			`"We didn't know it," he said.`, "We didn't know it", `"We did know it," he said.`, "We did know it",
			"We [-didn't-] {+did+} know it"},
		{"a number with its unit", compare.Number,
			"The company paid $2.5 million for the old mill.", "$2.5 million", "The company paid $2.8 million for the old mill.", "$2.8 million",
			"The company paid [-$2.5 million-] {+$2.8 million+} for the old mill ."},
		{"a name of two words", compare.NameKind,
			"The prize went to Tora Lindqvist on Monday evening.", "Tora Lindqvist", "The prize went to Tora Lundgren on Monday evening.", "Tora Lundgren",
			"The prize went to [-Tora Lindqvist-] {+Tora Lundgren+} on Monday evening ."},
		{"other sentences", compare.Number,
			"The company paid $2.5 million for the mill.", "$2.5 million", "For $2.8 million the old place changed hands at last.", "$2.8 million", ""},
		{"other quotations", compare.Quote,
			`"We are glad," she said.`, "We are glad", `"The river took it all," she said.`, "The river took it all", ""},
		{"the same", compare.Quote,
			`"We are glad," she said.`, "We are glad", `"We are glad," he said.`, "We are glad", ""},
	} {
		f := against(t, c.kind, c.a, c.wordsA, c.b, c.wordsB)
		got := ""
		if len(f.Wording) == 1 {
			got = edits("Headline\n\n"+c.a, "Headline\n\n"+c.b, f.Wording[0])
		}
		// White space between two runs is not part of them.
		got = strings.ReplaceAll(got, " .", ".")
		if want := strings.ReplaceAll(c.want, " .", "."); got != want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, want)
		}
	}
}

// TestAlignments: paragraphs that tell the same are brought level, both texts
// keep their order, and nothing of a text is outside its paragraphs.
func TestAlignments(t *testing.T) {
	a := article(t, "a.txt", "Ferry hits pier in Kelm\n\nA ferry with 140 people on board hit a pier in Kelm on Tuesday.\n\nThe weather was calm.\n\nMayor Ida Holm said the harbour would stay closed until Friday.\n")
	b := article(t, "b.txt", "Kelm: ferry accident\n\nDivers searched the muddy water all night long.\n\nThe ferry hit the pier in Kelm on Tuesday with 140 people on board.\n\nThe harbour would stay closed until Friday, Mayor Ida Holm said.\n")
	r := reports.New(engine.Run([]*nlp.Article{a, b}, engine.Options{}), reports.Options{})
	want := []reports.Alignment{{A: "a", B: "b", Paragraphs: [][2]int{{0, 0}, {1, 2}, {3, 3}}}}
	if diff := cmp.Diff(want, r.Alignments); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, s := range r.Sources {
		at := 0
		for _, p := range append(s.Paragraphs, reports.Context{Start: len(s.Text), End: len(s.Text)}) {
			if gap := s.Text[at:p.Start]; strings.TrimSpace(gap) != "" {
				t.Errorf("%s: %q stands in no paragraph", s.ID, gap)
			}
			at = p.End
		}
	}
}
