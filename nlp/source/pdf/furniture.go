package pdf

import (
	"slices"
	"strings"
	"unicode"
)

// Reasons for which a line is no part of the report.
const (
	whyHeader = "page header or footer"
	whyNumber = "page number"
)

// edgeLines is how many lines at the top and the bottom of a page may be its
// header and footer.
const edgeLines = 3

// furniture finds lines that belong to the pages and not to the text: those
// that return at the top or bottom of half of the pages, whatever their
// numbers, and lone page numbers. The keys are page and line.
func furniture(pages [][]line) map[[2]int]string {
	seen := map[string]int{}
	for _, page := range pages {
		done := map[string]bool{}
		top, bottom := edges(page)
		for _, l := range page {
			if k := key(l.text); (l.y >= top || l.y <= bottom) && !done[k] {
				done[k] = true
				seen[k]++
			}
		}
	}
	found := map[[2]int]string{}
	for p, page := range pages {
		top, bottom := edges(page)
		for i, l := range page {
			if l.y < top && l.y > bottom {
				continue
			}
			if isPageNumber(l.text) && len(page) > 1 {
				found[[2]int{p, i}] = whyNumber
			} else if n := seen[key(l.text)]; n > 1 && n*2 >= len(pages) {
				found[[2]int{p, i}] = whyHeader
			}
		}
	}
	return found
}

// edges is how far down the top lines of a page reach and how far up the bottom
// ones do.
func edges(page []line) (top, bottom float64) {
	ys := make([]float64, len(page))
	for i, l := range page {
		ys[i] = l.y
	}
	slices.Sort(ys)
	if len(ys) == 0 {
		return 0, 0
	}
	return ys[max(len(ys)-edgeLines, 0)], ys[min(edgeLines, len(ys))-1]
}

// key is a line without its numbers.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return unicode.ToLower(r)
	}, s)
}

// isPageNumber reports "3", "- 3 -", "Page 3 of 7", "3/7".
func isPageNumber(s string) bool {
	digits := false
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—/|.", r) }) {
		switch {
		case w == "page" || w == "of" || w == "p":
		case len(w) <= 3 && strings.Trim(w, "0123456789") == "":
			digits = true
		default:
			return false
		}
	}
	return digits
}
