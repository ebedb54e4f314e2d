// Package tag assigns Penn tags and lemmas to tokens.
package tag

import "github.com/factdiff/factdiff/nlp"

// Tag sets Tag and Lemma of every token of the document, sentence by sentence.
func Tag(doc *nlp.Document) {}
