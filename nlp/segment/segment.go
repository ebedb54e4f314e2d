// Package segment cuts a text into tokens and sentences with byte offsets.
//
// Tokens follow the Penn Treebank where news text allows it: contractions and
// possessives are split, punctuation stands alone, hyphenated words stay
// whole. Unlike Penn, numbers are split from currency signs, per cent signs
// and scale letters ("$2.5bn" is $, 2.5, bn), and ranges are three tokens.
//
// Both functions take any valid UTF-8, need time linear in its length, and
// lose nothing: between two tokens stand white space, control characters and
// zero-width characters only.
package segment
