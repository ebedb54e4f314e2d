package mention

import "github.com/factdiff/factdiff/nlp"

// Quantities fills in what the document mentions.
func Quantities(doc *nlp.Document) {}
