// Package nearest guesses which word of a list a misspelt one was meant to be.
package nearest

import (
	"fmt"
	"strings"
)

// Suggestion is `; did you mean "x"?` for the nearest word, or nothing if none
// is near: at most a third of the shorter one's letters differ, or s is its
// beginning.
func Suggestion(s string, all []string) string {
	s = strings.ToLower(s)
	best, bestDistance := "", maxWord
	for _, w := range all {
		d := distance(s, w)
		if len(s) >= 3 && strings.HasPrefix(w, s) {
			d = 1
		}
		if d < bestDistance && d <= max(1, min(len(s), len(w))/3) {
			best, bestDistance = w, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// maxWord bounds the words whose distance is taken: no command, key or kind is
// nearly as long.
const maxWord = 40

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	if len(a) > maxWord || len(b) > maxWord {
		return maxWord
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
