package lexicon

import (
	_ "embed"
	"strings"
)

//go:generate go run name_gen.go ../../../shared/names

// A lineList is a sorted list, an entry a line, that is searched where it
// stands: nothing is parsed or allocated. Comment lines begin with "#", which
// sorts before every entry.
type lineList string

// has reports whether the list holds the entry.
func (l lineList) has(entry string) bool {
	lo, hi := 0, len(l) // lo is the start of a line, hi the end of the list or the start of a line
	for lo < hi {
		mid := (lo + hi) / 2
		start := strings.LastIndexByte(string(l[lo:mid]), '\n') + 1 + lo
		end := strings.IndexByte(string(l[start:]), '\n')
		if end < 0 {
			end = len(l) - start
		}
		end += start
		switch line := string(l[start:end]); {
		case line == entry:
			return true
		case line < entry:
			lo = end + 1
		default:
			hi = start
		}
	}
	return false
}

var (
	//go:embed name_city.txt
	cityText string
	//go:embed name_given.txt
	givenText string
	//go:embed name_person.txt
	personText string
	//go:embed name_common.txt
	commonText string
)

// City reports whether a folded name is that of a town of 100,000 people or
// more (30,000 in the United States, 50,000 in Britain, Ireland, Canada,
// Australia and New Zealand), or a capital.
func City(folded string) bool { return lineList(cityText).has(folded) }

// GivenName reports whether a folded word is a common given name in the
// English-speaking world, western Europe, or the news.
func GivenName(folded string) bool {
	return lineList(givenText).has(folded) || moreGivenNames[folded]
}

// PersonNoun reports whether a lower-case noun means above all a person:
// "driver", "president", "woman".
func PersonNoun(lemma string) bool {
	return !notPersons[lemma] && (lineList(personText).has(lemma) || morePersons[lemma])
}

// CommonWord reports whether a lower-case word is an everyday English word
// that is written small.
func CommonWord(norm string) bool {
	return lineList(commonText).has(norm) || moreCommon[norm] || Stopword(norm)
}
