package lexicon

import "strings"

// wordSet is the set of the words of a list separated by white space.
func wordSet(list string) map[string]bool {
	words := strings.Fields(list)
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}
