package tag

import "github.com/factdiff/factdiff/nlp"

// override is the tag of token i, which the model saw as text: the model's
// unless the spelling alone settles it.
func override(tokens []nlp.Token, i int, text string, tag nlp.Tag) nlp.Tag {
	c := text[0]
	if c >= '0' && c <= '9' || len(text) > 1 && (c == '-' || c == '.') && text[1] >= '0' && text[1] <= '9' {
		if isNumber(text) {
			return "CD"
		}
		return tag
	}
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		return tag
	}
	switch text {
	case "``":
		return "``"
	case "''":
		return "''"
	case "'":
		if possessive(tokens, i) {
			return "POS"
		}
		return "''"
	case "%", "°C", "°F", "°":
		return "NN"
	case "$", "£", "€", "¥", "₹", "₽", "₩", "¢":
		return "$"
	case "--", "-", "...", ":", ";", "|":
		return ":"
	case ",":
		return ","
	case ".", "!", "?":
		return "."
	case "(", "[", "{":
		return "("
	case ")", "]", "}":
		return ")"
	case "&":
		return "CC"
	case "/", "*", "+", "=", "~", "<", ">", "^", "\\", "•":
		return "SYM"
	}
	if c == '!' || c == '?' {
		return "."
	}
	return tag
}

// isNumber reports digits with the marks that join them.
func isNumber(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != ',' && c != '.' && c != ':' && c != '/' && (c != '-' || i > 0) {
			return false
		}
	}
	return true
}

// spaced reports whether white space stands on both sides of token i.
func spaced(tokens []nlp.Token, i int) bool {
	return (i == 0 || tokens[i-1].End < tokens[i].Start) && (i+1 == len(tokens) || tokens[i].End < tokens[i+1].Start)
}

// opens reports whether the quotation mark at i opens: by its shape, by the
// white space around it, else by whether one is open already.
func opens(tokens []nlp.Token, i int) bool {
	switch tokens[i].Text {
	case "“", "‘", "``", "«", "„":
		return true
	case "”", "’", "''", "»":
		return false
	}
	left := i > 0 && tokens[i-1].End == tokens[i].Start
	right := i+1 < len(tokens) && tokens[i].End == tokens[i+1].Start
	if left != right {
		return right
	}
	if left {
		switch tokens[i-1].Norm {
		case "(", "[", "--", "-", "/":
			return true
		}
		return false
	}
	// Texts that were cut into words before have blanks on both sides: marks
	// take turns.
	open := false
	for k := max(0, i-maxQuoteTokens); k < i && tokens[i].Norm == `"`; k++ {
		if tokens[k].Norm == `"` {
			open = !open
		}
	}
	return !open && tokens[i].Norm == `"`
}

// possessive reports whether the apostrophe at i is the one of a plural: glued
// to a word in s, z or x (a straight mark may stand apart, in texts that were
// cut into words), and not the mark that closes a quotation in single marks.
func possessive(tokens []nlp.Token, i int) bool {
	if i == 0 || tokens[i-1].End != tokens[i].Start && tokens[i].Text != "'" {
		return false
	}
	if n := tokens[i-1].Norm; n[len(n)-1] != 's' && n[len(n)-1] != 'z' && n[len(n)-1] != 'x' {
		return false
	}
	for k := i - 1; k >= 0 && k > i-maxQuoteTokens; k-- {
		if tokens[k].Norm == "'" && tokens[k].Tag != "POS" {
			if tokens[k].Tag == "''" {
				break
			}
			// A quotation is open. The mark closes it unless a later one does.
			for k = i + 1; k < len(tokens) && k < i+maxQuoteTokens; k++ {
				if tokens[k].Norm == "'" && tokens[k-1].End == tokens[k].Start && !opens(tokens, k) {
					return true
				}
			}
			return false
		}
	}
	return i+1 < len(tokens) && tokens[i].End < tokens[i+1].Start
}

// maxQuoteTokens bounds the look back for the mark that opened a quotation; no
// sentence of news is longer.
const maxQuoteTokens = 100
