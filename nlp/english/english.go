// Package english names the steps that turn an English article into a
// document, in their order. Everything that knows the language stands in the
// packages it calls and in lexicon; a second language is a second file like
// this one.
package english

import (
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/clause"
	"github.com/factdiff/factdiff/nlp/mention"
	"github.com/factdiff/factdiff/nlp/segment"
	"github.com/factdiff/factdiff/nlp/tag"
)

// Analyze turns an article into a document. It does not change the article,
// holds no state, and gives the same document for the same article.
func Analyze(article *nlp.Article) *nlp.Document {
	doc := &nlp.Document{Article: article}
	doc.Tokens = segment.Tokens(article.Text)
	doc.Sentences = segment.Sentences(article.Text, len(article.Headline), doc.Tokens)
	tag.Tag(doc)
	mention.Names(doc)      // names, entities, roles
	mention.Times(doc)      // before quantities: "Dec. 27" is no number
	mention.Quantities(doc) // never inside a time
	mention.Quotations(doc) // direct and indirect speech, with speakers among the names
	clause.Parse(doc)
	mention.Stances(doc) // last: its scopes are clauses
	return doc
}
