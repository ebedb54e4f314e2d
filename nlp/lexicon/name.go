package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed name_country.txt
	countryText string
	//go:embed name_place.txt
	placeText string
	//go:embed name_known.txt
	knownText string
)

// NameSort is what a reader takes a name for without being told.
type NameSort uint8

// The sorts. NoSort is the zero value: the name is not listed.
const (
	NoSort NameSort = iota
	CountryName
	RegionName // state, province, continent, sea, capital, other place of the news
	Demonym    // nationality, religion or party adjective
	OrgName
	GroupName
	ProductName
	EventName
)

type knownName struct {
	sort    NameSort
	country string // folded country for CountryName and Demonym
	same    string // folded first form of a "same" row
}

// KnownName says what sort of name a folded form is.
func KnownName(folded string) NameSort { return knownNames()[folded].sort }

// CountryOf is the folded usual name of the country that a folded form names
// or whose people it names; "" if it is neither.
func CountryOf(folded string) string { return knownNames()[folded].country }

// SameName is a folded form that stands for all forms of one name that
// newspapers write differently: "kiev" for Kyiv; the form itself if none.
func SameName(folded string) string {
	if k := knownNames()[folded].same; k != "" {
		return k
	}
	return folded
}

// KnownStart reports whether a folded word begins a listed name of several words.
func KnownStart(folded string) bool { return knownStarts()[folded] }

var knownNames = sync.OnceValue(func() map[string]knownName {
	m := make(map[string]knownName, 4096)
	readCountries(m)
	for line := range listLines(placeText) {
		for name := range strings.SplitSeq(line, ";") {
			setSort(m, Fold(name), RegionName)
		}
	}
	sorts := map[string]NameSort{"organisation": OrgName, "group": GroupName, "product": ProductName, "event": EventName}
	for line := range listLines(knownText) {
		kind, list, _ := strings.Cut(line, ": ")
		switch kind {
		case "nationality":
			for _, name := range strings.Fields(list) {
				setSort(m, Fold(name), Demonym)
			}
		case "same":
			forms := strings.Split(list, "=")
			for _, form := range forms {
				k := m[Fold(form)]
				k.same = Fold(forms[0])
				m[Fold(form)] = k
			}
		default:
			for name := range strings.SplitSeq(list, ";") {
				setSort(m, Fold(name), sorts[kind])
			}
		}
	}
	return m
})

// readCountries adds the countries: names first, so that a demonym that is
// also a name ("Dominican Republic") never hides it.
func readCountries(m map[string]knownName) {
	for line := range listLines(countryText) {
		f := strings.SplitN(line, "|", 4)
		country := Fold(f[0])
		for name := range strings.SplitSeq(f[0]+";"+f[1], ";") {
			if name != "" {
				m[Fold(name)] = knownName{sort: CountryName, country: country}
			}
		}
		for _, name := range strings.Fields(f[2]) {
			if k := Fold(name); m[k].sort == NoSort {
				m[k] = knownName{sort: Demonym, country: country}
			}
		}
		if len(f) > 3 && f[3] != "" {
			setSort(m, Fold(f[3]), RegionName)
		}
	}
}

func setSort(m map[string]knownName, key string, sort NameSort) {
	if k := m[key]; k.sort == NoSort && key != "" {
		k.sort = sort
		m[key] = k
	}
}

var knownStarts = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 512)
	for name := range knownNames() {
		if first, _, more := strings.Cut(name, " "); more {
			m[first] = true
		}
	}
	return m
})

// listLines yields the lines of an embedded list that are no comments.
func listLines(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
