// Package segment cuts a text into tokens and sentences with byte offsets.
package segment

import "github.com/factdiff/factdiff/nlp"

// Tokens cuts text, which must be valid UTF-8, into tokens in order. Tokens
// and the white space between them rebuild the text.
func Tokens(text string) []nlp.Token { return nil }

// Sentences groups the tokens of an article into sentences. headline is the
// length in bytes of the headline at the start of text.
func Sentences(text string, headline int, tokens []nlp.Token) []nlp.Sentence { return nil }
