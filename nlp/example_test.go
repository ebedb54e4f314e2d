package nlp_test

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
)

const ferry = `Ferry hits pier in Kelm

A ferry with 140 people on board hit a pier in Kelm on Tuesday. Mayor Ida Holm said at least 27 passengers were injured.
`

// A report is read into an article and analysed into a document. Everything
// that was found in it points back into the article's text.
func Example() {
	article, err := source.Read("ferry.txt", []byte(ferry))
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := english.Analyze(article)

	last := doc.Sentences[len(doc.Sentences)-1]
	var tagged []string
	for _, t := range doc.Tokens[last.First:last.Last] {
		tagged = append(tagged, t.Text+"/"+string(t.Tag))
	}
	fmt.Println(strings.Join(tagged, " "))

	for _, e := range doc.Entities {
		fmt.Printf("%s: %s, mentions %v\n", e.Type, e.Canonical, e.Mentions)
	}
	for _, r := range doc.Roles {
		fmt.Printf("role of %s: %s\n", doc.Entities[r.Entity].Canonical, doc.Text(r.Span))
	}
	for _, q := range doc.Quantities {
		noun := doc.TokenSpan(q.NounFirst, q.NounLast)
		line, column := article.Origin.LineColumn(q.Start)
		fmt.Printf("%d:%d: %q is %v of %q\n", line, column, doc.Text(q.Span), q.Value, doc.Text(noun))
	}
	for _, t := range doc.Times {
		fmt.Printf("time: %q\n", doc.Text(t.Span))
	}
	for _, a := range doc.Attributions {
		fmt.Printf("on the word of %s: %q\n", doc.Text(a.Speaker.Span), doc.Text(a.Span))
	}
	// Output:
	// Mayor/NNP Ida/NNP Holm/NNP said/VBD at/IN least/JJS 27/CD passengers/NNS were/VBD injured/VBN ./.
	// place: Kelm, mentions [0 1]
	// person: Ida Holm, mentions [2]
	// role of Ida Holm: Mayor
	// 3:14: "140" is 140 of "people"
	// 3:85: "at least 27" is >=27 of "passengers"
	// time: "Tuesday"
	// on the word of Mayor Ida Holm: "at least 27 passengers were injured"
}

// A span is half-open: it holds the byte at Start and not the one at End.
func ExampleSpan() {
	article := &nlp.Article{Headline: "Ferry hits pier", Text: "Ferry hits pier\n\n27 people were hurt."}
	ferry, hits := nlp.Span{Start: 0, End: 5}, nlp.Span{Start: 6, End: 10}
	fmt.Println(article.Slice(ferry), ferry.Len(), ferry.Overlaps(hits))
	fmt.Println(article.Slice(ferry.Cover(hits)), article.HeadlineSpan().Contains(hits))
	// Output:
	// Ferry 5 false
	// Ferry hits true
}
