package tag

import "github.com/factdiff/factdiff/nlp"

// Lemma is the base form of a lower-case word with the tag.
func Lemma(norm string, tag nlp.Tag) string { return norm }
