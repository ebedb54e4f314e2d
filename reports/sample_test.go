package reports_test

import (
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

var tool = reports.Tool{Name: "factdiff", Version: "0.0.0"}

const (
	courier = "Ferry hits pier at Oldmouth, 27 hurt\n\nTwenty-seven people were injured when a ferry struck a pier in the port of Oldmouth on Friday. " +
		"Rescuers said 27 people were taken to hospital, four of them seriously hurt.\n\nThe operator, Blue Line, denied that the captain had been drinking."
	evening = "Dozens injured as ferry rams pier\n\nAt least 25 people were injured when the ferry Aurora rammed a pier on Friday evening, police said. " +
		"The captain, 51, lost control after the engine failed."
	herald = "Ferry accident: number of injured rises to 29\n\nThe number of people injured in the ferry accident has risen to 29, the hospital said on Saturday. " +
		"Twenty-seven people were injured when a ferry struck a pier in the port of Oldmouth."
)

// document makes a document of text without any analysis but a break after
// each full stop and line.
func document(name, text string) *nlp.Document {
	headline, _, _ := strings.Cut(text, "\n")
	a := &nlp.Article{Name: name, Headline: headline, Text: text, Origin: nlp.Origin{Anchors: []nlp.Anchor{{}}, Lines: []int{0}}}
	doc := &nlp.Document{Article: a}
	start := 0
	for i := range text {
		if text[i] == '\n' {
			a.Origin.Lines = append(a.Origin.Lines, i+1)
		}
		if text[i] == '.' || text[i] == '\n' || i == len(text)-1 {
			end := i + 1
			if text[i] == '\n' {
				end = i
			}
			if strings.TrimSpace(text[start:end]) != "" {
				lead := len(text[start:end]) - len(strings.TrimLeft(text[start:end], " \n"))
				doc.Sentences = append(doc.Sentences, nlp.Sentence{Span: nlp.Span{Start: start + lead, End: end}})
			}
			start = i + 1
		}
	}
	return doc
}

// sample is a result over three reports of an accident that never was.
func sample(t testing.TB) *compare.Result {
	docs := []*nlp.Document{document("news/courier.txt", courier), document("evening.txt", evening), document("herald.md", herald)}
	docs[0].Article.Outlet = "The Courier"
	docs[0].Article.Published = time.Date(2024, 5, 3, 20, 15, 0, 0, time.UTC)
	docs[1].Article.Outlet = "Evening Telegraph"
	docs[2].Article.Author = "Ann Reed"
	docs[2].Article.Published, docs[2].Article.DateOnly = time.Date(2024, 5, 4, 0, 0, 0, 0, time.UTC), true
	docs[2].Article.Notes = []string{"read as Windows-1252"}
	at := func(source int, words string) compare.Evidence {
		t.Helper()
		i := strings.Index(docs[source].Article.Text, words)
		if i < 0 {
			t.Fatalf("source %d does not say %q", source, words)
		}
		return compare.Evidence{Source: source, Span: nlp.Span{Start: i, End: i + len(words)}}
	}
	r := &compare.Result{Origins: [][]int{{0, 2}}}
	for i, d := range docs {
		r.Sources = append(r.Sources, compare.Source{ID: compare.SourceID(i), Doc: d})
	}
	r.Findings = []compare.Finding{
		{
			Kind: compare.Number, Verdict: compare.Conflict, Subject: "people injured", Question: "How many people were injured?",
			Why: "The figures are exact and reported for the same evening.", Confidence: 0.912,
			Positions: []compare.Position{
				{Value: "27 people", Norm: "27", Evidence: []compare.Evidence{at(0, "Twenty-seven people were injured"), at(0, "27 hurt"), at(0, "27 people"), at(2, "Twenty-seven people were injured")}},
				{Value: "at least 25 people", Norm: ">=25", Evidence: []compare.Evidence{at(1, "At least 25 people were injured")}},
			},
		},
		{
			Kind: compare.Number, Verdict: compare.Update, Subject: "people injured", Question: "How many people were injured?", Confidence: 0.8,
			Why: "Herald was published a day later and says that the number has risen.", Internal: true,
			Positions: []compare.Position{
				{Value: "29", Norm: "29", Evidence: []compare.Evidence{at(2, "risen to 29")}},
				{Value: "27 people", Norm: "27", Evidence: []compare.Evidence{at(2, "Twenty-seven people")}},
			},
		},
		{
			Kind: compare.Description, Verdict: compare.Tension, Subject: "collision", Question: "What did the ferry do?", Confidence: 0.4,
			Positions: []compare.Position{
				{Value: "struck a pier", Norm: "strike", Evidence: []compare.Evidence{at(0, "struck a pier"), at(2, "struck a pier")}},
				{Value: "rammed a pier", Norm: "ram", Evidence: []compare.Evidence{at(1, "rammed a pier")}},
			},
		},
		{
			Kind: compare.Date, Verdict: compare.Compatible, Subject: "accident", Question: "When was the accident?", Confidence: 0.3,
			Why: "Friday evening is a part of Friday.",
			Positions: []compare.Position{
				{Value: "Friday", Norm: "friday", Evidence: []compare.Evidence{at(0, "on Friday")}},
				{Value: "Friday evening", Norm: "friday evening", Evidence: []compare.Evidence{at(1, "on Friday evening")}},
			},
		},
	}
	r.Omissions = []compare.Omission{
		{Detail: "denied that the captain had been drinking", Why: "a denial", Importance: 0.9, MissingFrom: []int{1, 2}, Evidence: []compare.Evidence{at(0, "denied that the captain had been drinking")}},
		{Detail: "cause: the engine failed", Importance: 0.7, MissingFrom: []int{0, 2}, Evidence: []compare.Evidence{at(1, "the engine failed")}},
	}
	r.Agreements = []compare.Agreement{
		{Detail: "a ferry struck a pier on Friday", Sources: []int{0, 1}, Origins: 2, Evidence: []compare.Evidence{at(0, "on Friday"), at(1, "on Friday")}},
		{Detail: "in the port of Oldmouth", Sources: []int{0, 2}, Origins: 1, Evidence: []compare.Evidence{at(0, "port of Oldmouth"), at(2, "port of Oldmouth")}},
	}
	return r
}
