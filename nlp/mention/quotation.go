package mention

import "github.com/factdiff/factdiff/nlp"

// Quotations fills in what the document mentions.
func Quotations(doc *nlp.Document) {}
