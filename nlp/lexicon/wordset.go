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

// wordPairs maps each word of a list of pairs, separated by white space, to the
// word after it.
func wordPairs(list string) map[string]string {
	words := strings.Fields(list)
	pairs := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		pairs[words[i]] = words[i+1]
	}
	return pairs
}
