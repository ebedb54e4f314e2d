// Package clause finds clauses by shallow parsing: a predicate with subject,
// object and prepositional phrases.
package clause

import "github.com/factdiff/factdiff/nlp"

// Parse sets doc.Clauses.
func Parse(doc *nlp.Document) {}
