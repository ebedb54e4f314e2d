package mention

import "github.com/factdiff/factdiff/nlp"

// Times fills in what the document mentions.
func Times(doc *nlp.Document) {}
