package html_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/html"
)

var tool = reports.Tool{Name: "factdiff", Version: "0.0.0"}

func article(t testing.TB, name, text string) *nlp.Article {
	t.Helper()
	a, err := source.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// compared is the report over texts, through the whole flow.
func compared(t testing.TB, opts reports.Options, texts ...string) *reports.Report {
	t.Helper()
	articles := make([]*nlp.Article, len(texts))
	for i, text := range texts {
		articles[i] = article(t, fmt.Sprintf("report-%d.txt", i+1), text)
	}
	opts.Tool = tool
	return reports.New(engine.Run(articles, engine.Options{}), opts)
}

func page(t testing.TB, r *reports.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, r, html.Options{Command: "factdiff compare --format html a b"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// pier is a story with an update, a conflict and details that one report lacks.
var pier = []string{
	"---\noutlet: Harbour Courier\npublished: 2025-03-01T10:00:00Z\nurl: https://courier.example/ferry\n---\nFerry hits pier in Kelm\n\nA ferry with 140 people on board hit a pier in Kelm on Tuesday morning.\n\nAt least 11 people were injured, Mayor Ida Holm said.\n\n\"It was the right decision for all of us in Kelm,\" she said.\n",
	"---\noutlet: Evening Post\npublished: 2025-03-02T10:00:00Z\nurl: javascript:alert(1)\n---\nMore injured in Kelm ferry crash\n\nA ferry with 160 people on board hit a pier in Kelm on Tuesday morning.\n\nAt least 27 people were injured, Mayor Ida Holm said.\n\n\"It was the wrong decision for all of us in Kelm,\" she said.\n\nDivers searched the harbour with lamps until midnight.\n",
}

func TestPage(t *testing.T) {
	r := compared(t, reports.Options{Title: "The ferry"}, pier...)
	got := page(t, r)
	for _, want := range []string{
		"<h1>The ferry</h1>", "factdiff-report/1 · factdiff 0.0.0", "factdiff compare --format html a b",
		`href="https://courier.example/ferry"`, "<mark>At least 27 people</mark>", "<del>right</del>", "<ins>wrong</ins>",
		`<polyline points=`, "Published 1 March 2025 to 2 March 2025.", "missing from",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, bad := range []string{"ZgotmplZ", "javascript:", " style=", " onclick=", "<no value>"} {
		if strings.Contains(got, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, f := range r.Findings {
		for _, id := range []string{"r-" + f.ID, "f-" + f.ID} {
			if n := strings.Count(got, ` id="`+id+`"`); n != 1 {
				t.Errorf("id %s stands %d times", id, n)
			}
		}
	}
}

// TestNotes: what is not the report's own, and where an outlet corrects itself,
// shows in the text.
func TestNotes(t *testing.T) {
	const more = "\nCorrection: An earlier version of this report misstated the name of the pier.\n\nRead more: Ferries of the north\n"
	got := page(t, compared(t, reports.Options{}, pier[0]+more, pier[1]))
	for _, want := range []string{
		`only correction" data-missing="b">Correction: An earlier version`, `aside">Read more: Ferries of the north<`, ">Correction: An earlier version of this report misstated the name of the pier.</a>",
		"set aside: not the report's own",
	} {
		if !strings.Contains(strings.ReplaceAll(got, "&#39;", "'"), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if plain := page(t, compared(t, reports.Options{}, pier...)); strings.Contains(plain, `class="aside"`) || strings.Contains(plain, "correction\"") {
		t.Error("a report without such parts shows some")
	}
}

// TestSameBytes: the page hangs on the report only.
func TestSameBytes(t *testing.T) {
	first := page(t, compared(t, reports.Options{}, pier...))
	if again := page(t, compared(t, reports.Options{}, pier...)); again != first {
		t.Error("two pages of one report differ")
	}
}

func TestEmpty(t *testing.T) {
	got := page(t, reports.New(&compare.Result{}, reports.Options{}))
	if !strings.Contains(got, "No differences found") {
		t.Error("an empty report does not say that it is")
	}
	same := page(t, compared(t, reports.Options{}, pier[0], pier[0]))
	if !strings.Contains(same, "No differences found") || !strings.Contains(same, "same origin as a") {
		t.Error("a report against its copy differs, or is not of one origin with it")
	}
}

func TestDecisions(t *testing.T) {
	r := compared(t, reports.Options{}, pier...)
	decisions := &reports.Decisions{Format: reports.DecisionsFormat, Decisions: []reports.Decision{
		{Finding: r.Findings[0].ID, Decision: reports.Dismiss, Author: "Ann <b>Reed", Reason: "\u202ecorrected"},
		{Finding: "00000000ffff", Decision: reports.Later, Question: "<img src=x>"},
	}}
	got := page(t, compared(t, reports.Options{Decisions: decisions}, pier...))
	for _, want := range []string{
		`data-decision="dismiss"`, "Dismissed by Ann &lt;b&gt;Reed: corrected", "no such finding: 00000000ffff &lt;img src=x&gt;",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	first, last := strings.Index(got, `id="r-`+r.Findings[0].ID), strings.LastIndex(got, `id="r-`)
	if first != last {
		t.Error("the dismissed finding does not come last")
	}
}

// TestManyFindings: 40 reports with 1,000 findings make a page of at most 6 MB.
func TestManyFindings(t *testing.T) {
	if n := len(page(t, reports.New(many(40, 1000), reports.Options{Tool: tool}))); n > 6<<20 {
		t.Errorf("the page has %d bytes", n)
	}
}

// many is a result over n sources with findings in which every eighth source
// takes part, as large as news comes.
func many(n, findings int) *compare.Result {
	r := &compare.Result{}
	docs := make([]*nlp.Document, n)
	for i := range n {
		var text strings.Builder
		fmt.Fprintf(&text, "Report %d of the flood on the river Kell\n\n", i)
		doc := &nlp.Document{Article: &nlp.Article{
			Name: fmt.Sprintf("report-%d.txt", i), Outlet: fmt.Sprintf("The Daily Kell %d", i),
			Headline:  fmt.Sprintf("Report %d of the flood on the river Kell", i),
			Published: time.Date(2025, 3, 1, i%24, 0, 0, 0, time.UTC),
		}}
		doc.Sentences = []nlp.Sentence{{Span: nlp.Span{End: text.Len() - 2}}}
		for f := range findings {
			if (f+i)%8 != 0 {
				continue
			}
			start := text.Len()
			fmt.Fprintf(&text, "Officials in district %d said that %d people had to leave their houses when the water rose again.", f, 100*f+i%3)
			doc.Sentences = append(doc.Sentences, nlp.Sentence{Span: nlp.Span{Start: start, End: text.Len()}, Paragraph: f/24 + 1})
			text.WriteString("\n\n"[:1+f%24/23])
		}
		doc.Article.Text = text.String()
		docs[i] = doc
		r.Sources = append(r.Sources, compare.Source{ID: compare.SourceID(i), Doc: doc})
	}
	for f := range findings {
		finding := compare.Finding{Kind: compare.Number, Verdict: compare.Verdict(1 + f%3), Subject: fmt.Sprintf("people in district %d", f),
			Question: fmt.Sprintf("How many people had to leave their houses in district %d?", f), Why: "the figures exclude each other", Confidence: 0.9,
			Positions: make([]compare.Position, 3)}
		for i := range n {
			if (f+i)%8 != 0 {
				continue
			}
			words := fmt.Sprintf("%d people", 100*f+i%3)
			at := strings.Index(docs[i].Article.Text, fmt.Sprintf("district %d said that %s", f, words))
			at += strings.Index(docs[i].Article.Text[at:], words)
			p := &finding.Positions[i%3]
			p.Value, p.Norm = words, words
			p.Evidence = append(p.Evidence, compare.Evidence{Source: i, Span: nlp.Span{Start: at, End: at + len(words)}})
		}
		r.Findings = append(r.Findings, finding)
	}
	return r
}
