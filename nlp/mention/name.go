package mention

import "github.com/factdiff/factdiff/nlp"

// Names fills in what the document mentions.
func Names(doc *nlp.Document) {}
