package engine_test

import (
	"fmt"

	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

const courier = `Ferry hits pier in Kelm

A ferry hit a pier in Kelm on Tuesday and 27 people were injured, police said.
The captain, Ole Bask, denied that he had been drinking.
`

const herald = `Ferry accident in Kelm

Police said 25 people were injured when a ferry hit a pier in Kelm on Tuesday.
`

// Two reports of one event become findings, where they stand against each
// other, and omissions, where one leaves out what the other tells. All
// evidence is a span of a source's text.
func Example() {
	var articles []*nlp.Article
	for _, file := range []struct{ name, text string }{{"courier.txt", courier}, {"herald.txt", herald}} {
		article, err := source.Read(file.name, []byte(file.text))
		if err != nil {
			fmt.Println(err)
			return
		}
		articles = append(articles, article)
	}
	result := engine.Run(articles, engine.Options{})

	for _, f := range result.Findings {
		fmt.Printf("%s: %s\n", f.Kind, f.Verdict)
		for _, p := range f.Positions {
			for _, e := range p.Evidence {
				src := result.Sources[e.Source]
				fmt.Printf("  %s: %s\n", src.Doc.Article.Name, src.Doc.Text(e.Span))
			}
		}
	}
	for _, o := range result.Omissions {
		for _, missing := range o.MissingFrom {
			fmt.Printf("not in %s: %s\n", result.Sources[missing].Doc.Article.Name, o.Detail)
		}
	}
	// Output:
	// number: conflict
	//   herald.txt: 25 people
	//   courier.txt: 27 people
	// not in herald.txt: The captain, Ole Bask, denied that he had been drinking.
}
