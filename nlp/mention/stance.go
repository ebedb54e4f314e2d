package mention

import "github.com/factdiff/factdiff/nlp"

// Stances fills in what the document mentions.
func Stances(doc *nlp.Document) {}
