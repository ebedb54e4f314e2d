package reports_test

import (
	"os"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

// A result, here made by hand, becomes a report, and the report text.
func ExampleWriteText() {
	source := func(id, outlet, text string, headline int) compare.Source {
		return compare.Source{ID: id, Doc: &nlp.Document{Article: &nlp.Article{Name: outlet + ".txt", Outlet: outlet, Headline: text[:headline], Text: text}}}
	}
	result := &compare.Result{
		Sources: []compare.Source{
			source("a", "Courier", "Ferry hits pier\n\n27 people were injured.", 15),
			source("b", "Herald", "Ferry accident\n\nThe crash injured 25 people.", 14),
		},
		Findings: []compare.Finding{{
			Kind: compare.Number, Verdict: compare.Conflict, Subject: "people injured",
			Question: "How many people were injured?", Why: "Both figures are exact.", Confidence: 0.9,
			Positions: []compare.Position{
				{Value: "27 people", Norm: "27", Evidence: []compare.Evidence{{Source: 0, Span: nlp.Span{Start: 17, End: 26}}}},
				{Value: "25 people", Norm: "25", Evidence: []compare.Evidence{{Source: 1, Span: nlp.Span{Start: 34, End: 43}}}},
			},
		}},
	}
	report := reports.New(result, reports.Options{Tool: reports.Tool{Name: "example", Version: "1"}})
	if err := reports.WriteText(os.Stdout, report, reports.TextOptions{Width: 60}); err != nil {
		panic(err)
	}
	// Output:
	// 2 reports: 1 conflict
	//
	//   a Ferry hits pier
	//     Courier · 7 words · Courier.txt
	//   b Ferry accident
	//     Herald · 7 words · Herald.txt
	//
	// CONFLICT · number · How many people were injured?
	//   27 people
	//     a Courier, line 1: «27 people» were injured.
	//   25 people
	//     b Herald, line 1: The crash injured «25 people».
	//   Why: Both figures are exact.
}
