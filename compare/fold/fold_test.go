package fold_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/compare/fold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
)

// story aligns reports.
func story(t *testing.T, texts ...string) *compare.Story {
	t.Helper()
	var docs []*nlp.Document
	var claims [][]compare.Claim
	for i, text := range texts {
		article, err := source.Read(compare.SourceID(i)+".txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, english.Analyze(article))
		claims = append(claims, claim.Extract(docs[i]))
	}
	return align.Story(docs, claims, nil)
}

// side is the side that stands at "a: the words", once in source a.
func side(t *testing.T, s *compare.Story, at, norm string) compare.Side {
	t.Helper()
	id, words, _ := strings.Cut(at, ": ")
	for i, src := range s.Sources {
		if src.ID != id {
			continue
		}
		text := src.Doc.Article.Text
		start := strings.Index(text, words)
		if start < 0 || start != strings.LastIndex(text, words) {
			t.Fatalf("%q stands in %s not once", words, id)
		}
		return compare.Side{Evidence: compare.Evidence{Source: i, Span: nlp.Span{Start: start, End: start + len(words)}}, Norm: norm}
	}
	t.Fatalf("no source %q", id)
	return compare.Side{}
}

// found is a discrepancy in short: kind, score, and two sides, each as
// "a: the words = norm".
type found struct {
	kind    compare.Kind
	verdict compare.Verdict
	score   float64
	a, b    string
}

func discrepancies(t *testing.T, s *compare.Story, list []found) (all []compare.Discrepancy) {
	t.Helper()
	for _, f := range list {
		d := compare.Discrepancy{Kind: f.kind, Verdict: f.verdict, Score: f.score, Question: "How many?"}
		for i, text := range []string{f.a, f.b} {
			at, norm, ok := strings.Cut(text, " = ")
			if !ok {
				t.Fatalf("%q has no norm", text)
			}
			*[]*compare.Side{&d.A, &d.B}[i] = side(t, s, at, norm)
		}
		all = append(all, d)
	}
	return all
}

// show words a finding in a line: kind, whether it is internal, and for each
// position its norm and evidence.
func show(s *compare.Story, f *compare.Finding) string {
	line := f.Kind.String()
	if f.Internal {
		line += " internal"
	}
	for _, p := range f.Positions {
		line += " | " + p.Norm + ":"
		for _, e := range p.Evidence {
			line += fmt.Sprintf(" %s %q", s.Sources[e.Source].ID, s.Sources[e.Source].Doc.Text(e.Span))
		}
	}
	return line
}

var reports = []string{
	"Ferry hits pier, 27 hurt\n\nA ferry with 140 aboard hit a pier on Tuesday and 27 people were injured. Nine men were treated at once. The captain was arrested in Kelm.",
	"Ferry accident\n\nPolice said 25 people were injured when a ferry carrying 150 hit a pier on Monday. Eleven women were treated later. The captain was released in Kelm.",
	"Many hurt in Kelm\n\nAt the pier of Kelm 25 persons were hurt, later 30 persons.",
}

func TestFindings(t *testing.T) {
	const number, date, place, outcome = compare.Number, compare.Date, compare.Place, compare.Outcome
	const certainty, quote = compare.Certainty, compare.Quote
	const conflict, tension, compatible = compare.Conflict, compare.Tension, compare.Compatible
	tests := []struct {
		name  string
		found []found
		want  []string
	}{
		{"nothing", nil, nil},
		{"two values", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`}},
		{"one value is no difference", []found{
			{number, conflict, 0.8, "b: 25 people = 25", "c: 25 persons = 25"},
		}, nil},
		{"what is hardly ever right is not shown", []found{
			{compare.List, conflict, 0.2, "a: Nine men = 9", "c: 30 persons = 30"},
		}, nil},
		{"what is explained is, however unsure", []found{
			{compare.List, compatible, 0.2, "a: Nine men = 9", "c: 30 persons = 30"},
		}, []string{`list | 30: c "30 persons" | 9: a "Nine men"`}},
		{"the same words of two parties are no difference", []found{
			{compare.AttributionKind, tension, 0.8, "a: arrested in Kelm = Holm", "c: At the pier of Kelm = Venn"},
			{compare.AttributionKind, tension, 0.8, "a: hit a pier = Holm", "b: hit a pier = Venn"},
		}, []string{`attribution | Holm: a "arrested in Kelm" | Venn: c "At the pier of Kelm"`}},
		{"the same words of two days are one", []found{
			{date, conflict, 0.8, "a: hit a pier = Monday", "b: hit a pier = Tuesday"},
		}, []string{`date | Monday: a "hit a pier" | Tuesday: b "hit a pier"`}},
		{"a value's evidence in two sources comes first", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.8, "a: 27 people = 27", "c: 25 persons = 25"},
		}, []string{`number | 25: b "25 people" c "25 persons" | 27: a "27 people"`}},
		{"headline and body give one value", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.4, "a: 27 hurt = 27", "b: 25 people = 25"},
		}, []string{`number | 25: b "25 people" | 27: a "27 hurt" a "27 people"`}},
		{"a third value that is nearly as sure", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.7, "a: 27 people = 27", "c: 30 persons = 30"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people" | 30: c "30 persons"`}},
		{"a weak chain does not run into another question", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.5, "b: 25 people = 25", "a: 140 = 140"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`}},
		{"a second figure of one source is another question", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.78, "a: 140 = 140", "b: 25 people = 25"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`}},
		{"two questions", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.6, "a: 140 = 140", "b: 150 = 150"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`, `number | 140: a "140" | 150: b "150"`}},
		{"the surer question first, whatever the order", []found{
			{number, conflict, 0.6, "a: 140 = 140", "b: 150 = 150"},
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`, `number | 140: a "140" | 150: b "150"`}},
		{"a conflict before a tension that is as sure", []found{
			{number, tension, 0.6, "a: 140 = 140", "b: 150 = 150"},
			{place, conflict, 0.6, "a: arrested in Kelm = kelm", "b: released in Kelm = lund"},
		}, []string{`place | kelm: a "arrested in Kelm" | lund: b "released in Kelm"`, `number | 140: a "140" | 150: b "150"`}},
		{"inside one report", []found{
			{number, conflict, 0.8, "c: 25 persons = 25", "c: 30 persons = 30"},
		}, []string{`number internal | 25: c "25 persons" | 30: c "30 persons"`}},
		{"inside one report and against another", []found{
			{number, conflict, 0.8, "c: 25 persons = 25", "c: 30 persons = 30"},
			{number, conflict, 0.8, "c: 25 persons = 25", "a: 27 people = 27"},
		}, []string{`number | 25: c "25 persons" | 27: a "27 people" | 30: c "30 persons"`}},
		{"another kind of the same family echoes it", []found{
			{outcome, conflict, 0.8, "a: The captain was arrested = arrest", "b: The captain was released = release"},
			{certainty, tension, 0.6, "a: was arrested in Kelm = fact", "b: was released in Kelm = alleged"},
		}, []string{`outcome | arrest: a "The captain was arrested" | release: b "The captain was released"`}},
		{"another family asks something else", []found{
			{outcome, conflict, 0.8, "a: The captain was arrested = arrest", "b: The captain was released = release"},
			{number, conflict, 0.6, "a: 27 people = 27", "b: 25 people = 25"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`, `outcome | arrest: a "The captain was arrested" | release: b "The captain was released"`}},
		{"a figure and a time of the same sentences differ together", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{date, conflict, 0.6, "a: on Tuesday = Tuesday", "b: Monday = Monday"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`}},
		{"a figure and a time of other sentences", []found{
			{number, conflict, 0.8, "a: Nine men = 9", "b: Eleven women = 11"},
			{date, conflict, 0.6, "a: on Tuesday = Tuesday", "b: Monday = Monday"},
		}, []string{`number | 11: b "Eleven women" | 9: a "Nine men"`, `date | Monday: b "Monday" | Tuesday: a "on Tuesday"`}},
		{"one shared stretch is no echo", []found{
			{outcome, conflict, 0.8, "a: The captain was arrested = arrest", "b: The captain was released = release"},
			{certainty, tension, 0.6, "a: was arrested in Kelm = fact", "b: Eleven women were treated = alleged"},
		}, []string{`outcome | arrest: a "The captain was arrested" | release: b "The captain was released"`,
			`certainty | alleged: b "Eleven women were treated" | fact: a "was arrested in Kelm"`}},
		{"the word inside a quotation", []found{
			{quote, tension, 0.5, "a: was arrested in Kelm = arrested", "b: was released in Kelm = released"},
			{outcome, conflict, 0.9, "a: arrested = arrest", "b: released = release"},
		}, []string{`quote | arrested: a "was arrested in Kelm" | released: b "was released in Kelm"`}},
		{"what is explained is no rival of a difference", []found{
			{number, compatible, 0.9, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.5, "a: 27 people = 27", "c: 30 persons = 30"},
		}, []string{`number | 27: a "27 people" | 30: c "30 persons"`, `number | 25: b "25 people" | 27: a "27 people"`}},
		{"what is explained comes last", []found{
			{number, compatible, 0.9, "a: 140 = 140", "b: 150 = 150"},
			{number, conflict, 0.5, "a: 27 people = 27", "b: 25 people = 25"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`, `number | 140: a "140" | 150: b "150"`}},
		{"evidence is in order and stands once", []found{
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
			{number, conflict, 0.8, "a: 27 people = 27", "b: 25 people = 25"},
		}, []string{`number | 25: b "25 people" | 27: a "27 people"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := story(t, reports...)
			all := discrepancies(t, s, tt.found)
			before := slices.Clone(all)
			var got []string
			result := fold.Result(s, all)
			for i := range result.Findings {
				got = append(got, show(s, &result.Findings[i]))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(before, all); diff != "" {
				t.Errorf("the discrepancies were changed:\n%s", diff)
			}
			slices.Reverse(all)
			if diff := cmp.Diff(result.Findings, fold.Result(s, all).Findings); diff != "" {
				t.Errorf("found in another order:\n%s", diff)
			}
		})
	}
}

const (
	told = `Ferry hits pier in Kelm

A ferry with 140 passengers on board hit a pier in the harbour of Kelm on Tuesday.
Mayor Ida Holm thanked the rescuers and promised a new lighthouse for the northern entrance.
`
	denial = `The captain, Ole Bask, denied that he had been drinking before the ferry left the island.
`
	colour = `Gulls circled over the empty terrace of a bakery near the old customs house.
`
	alsoTold = `Ferry accident in Kelm

A ferry with 140 passengers on board hit a pier in the harbour of Kelm on Tuesday, police said.
Ida Holm, the mayor, thanked rescuers and promised a new lighthouse for the northern entrance.
`
)

// TestOmissions: what is missing where, the most important first.
func TestOmissions(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string // the first words of the detail, and where it is missing
	}{
		{"told in both", []string{told, alsoTold}, nil},
		{"one report", []string{told + denial}, nil},
		{"left out", []string{told + denial, alsoTold}, []string{"The captain [1]"}},
		{"left out by the first", []string{alsoTold, told + denial}, []string{"The captain [0]"}},
		{"left out by two", []string{told + denial, alsoTold, told}, []string{"The captain [1 2]"}},
		{"told by two, left out by one", []string{told + denial, alsoTold + denial, told}, []string{"The captain [2]"}},
		{"a denial before colour", []string{colour + "\n" + told + colour + "\n" + told[25:] + denial, alsoTold}, []string{"The captain [1]", "Gulls circled [1]"}},
		{"each leaves something out", []string{told + denial, alsoTold + colour}, []string{"The captain [1]", "Gulls circled [0]"}},
		{"covered by one sentence", []string{told + denial, alsoTold + "Captain Ole Bask denied that he had been drinking."}, nil},
		{"covered, spread over the report", []string{told + denial, alsoTold +
			"Ole Bask is new. It was denied. Drinking is common. A captain left the island."}, nil},
		{"half of it, spread over the report", []string{told + denial, alsoTold +
			"It was denied. Drinking is common."}, []string{"The captain [1]"}},
		{"a headline is no detail", []string{"Gulls circle over the empty terrace of a bakery near the old customs house\n\n" + told[25:], alsoTold}, nil},
		{"boilerplate is no detail", []string{told + "\nRead more: 12 pictures of the ferries of Kelm, Bergen and Lindhavn in winter\n", alsoTold}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := story(t, tt.texts...)
			var got []string
			importance := 1.0
			for _, o := range fold.Result(s, nil).Omissions {
				words := strings.FieldsFunc(o.Detail, func(r rune) bool { return r == ' ' || r == ',' })
				got = append(got, fmt.Sprint(strings.Join(words[:2], " "), " ", o.MissingFrom))
				if o.Importance > importance || o.Importance <= 0 {
					t.Errorf("%q: importance %v after %v", o.Detail, o.Importance, importance)
				}
				importance = o.Importance
				for _, e := range o.Evidence {
					if slices.Contains(o.MissingFrom, e.Source) {
						t.Errorf("%q: missing from %v, and there", o.Detail, o.MissingFrom)
					}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAgreements: what is told in how many sources of how many origins.
func TestAgreements(t *testing.T) {
	ferry := func(words string) string { return "Accident in Kelm\n\n" + words + "\n" }
	a := ferry("A ferry with 140 passengers on board hit a pier in the harbour of Kelm on Tuesday.")
	b := ferry("In the harbour of Kelm a ferry carrying 140 passengers crashed into a pier on Tuesday morning.")
	other := ferry("A ferry with 150 passengers on board hit a pier in the harbour of Kelm on Tuesday.")
	elsewhere := "Budget\n\nParliament in Lund adopted the budget for schools and hospitals after a long debate.\n"
	copied := told + denial
	tests := []struct {
		name  string
		texts []string
		want  []string // sources and origins of the agreement on the ferry
	}{
		{"two origins", []string{a, b}, []string{"[0 1] 2"}},
		{"word for word", []string{a, a}, []string{"[0 1] 1"}},
		{"a copy and another", []string{a, a, b}, []string{"[0 1 2] 2"}},
		{"other figures do not agree", []string{a, other}, nil},
		{"two agree, a third has other figures", []string{a, other, b}, []string{"[0 2] 2"}},
		{"nothing in common", []string{a, elsewhere}, nil},
		{"one report", []string{a}, nil},
		{"copied as a whole", []string{copied, copied}, []string{"[0 1] 1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := story(t, tt.texts...)
			var got []string
			for _, agreed := range fold.Result(s, nil).Agreements {
				if strings.Contains(agreed.Detail, "passengers") {
					got = append(got, fmt.Sprint(agreed.Sources, " ", agreed.Origins))
				}
				if len(agreed.Evidence) != len(agreed.Sources) {
					t.Errorf("%q: %d pieces of evidence for sources %v", agreed.Detail, len(agreed.Evidence), agreed.Sources)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAgreedOrFound: what a finding sets apart is not agreed; what it explains
// may be.
func TestAgreedOrFound(t *testing.T) {
	s := story(t, told, alsoTold)
	ferry := func(found []compare.Discrepancy) bool {
		return slices.ContainsFunc(fold.Result(s, found).Agreements, func(a compare.Agreement) bool { return strings.Contains(a.Detail, "passengers") })
	}
	d := []compare.Discrepancy{{Kind: compare.Place, Verdict: compare.Conflict, Score: 0.9,
		A: side(t, s, "a: in the harbour of Kelm", "kelm"), B: side(t, s, "b: the harbour", "harbour")}}
	if !ferry(nil) {
		t.Error("no agreement without a finding")
	}
	if ferry(d) {
		t.Error("an agreement about what a finding sets apart")
	}
	d[0].Verdict = compare.Compatible
	if !ferry(d) {
		t.Error("no agreement about what a finding explains")
	}
}

// TestOmittedOrFound: what a finding shows another account of is not left out,
// unless the accounts have little else in common.
func TestOmittedOrFound(t *testing.T) {
	s := story(t, told+"The harbour master Lars Lunde told the council of Kelm in March that eleven mooring posts were rotten.\n",
		alsoTold+"Nine mooring posts were rotten, a report of the council of Kelm said, and two cranes that no sailor used had no brakes.\n",
		alsoTold+"Nine sailors of another island were treated in hospital.\n")
	missing := func(found []compare.Discrepancy) (in []int) {
		for _, o := range fold.Result(s, found).Omissions {
			if strings.Contains(o.Detail, "Lars Lunde") {
				in = o.MissingFrom
			}
		}
		return in
	}
	d := func(b string) []compare.Discrepancy {
		return []compare.Discrepancy{{Kind: compare.Number, Verdict: compare.Conflict, Score: 0.9,
			A: side(t, s, "a: eleven", "11"), B: side(t, s, b, "9")}}
	}
	for _, tt := range []struct {
		name  string
		found []compare.Discrepancy
		want  []int
	}{
		{"no finding", nil, []int{1, 2}},
		{"another account", d("b: Nine"), []int{2}},
		{"nothing else in common", d("c: Nine"), []int{1, 2}},
	} {
		if got := missing(tt.found); !slices.Equal(got, tt.want) {
			t.Errorf("%s: missing from %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestOrigins: only families of two or more are listed.
func TestOrigins(t *testing.T) {
	long := told + denial
	s := story(t, alsoTold+colour, long, long)
	if diff := cmp.Diff([][]int{{1, 2}}, fold.Result(s, nil).Origins); diff != "" {
		t.Error(diff)
	}
	if got := fold.Result(story(t, told, "Budget\n\nParliament adopted it."), nil).Origins; got != nil {
		t.Errorf("got %v, want none", got)
	}
}
