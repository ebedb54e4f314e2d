package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// Inflection is the ending a word carries.
type Inflection uint8

// The inflections.
const (
	ThirdPerson Inflection = iota // says
	Past                          // said, spoken
	Progressive                   // saying
	Plural                        // houses
	Comparative                   // larger
	Superlative                   // largest
	inflections
)

// lemma_irregular.txt is written by hand; lemma_regular.txt holds the regular
// forms that the rules below get wrong, found by lemma_gen.go with the verbs,
// nouns and adjectives of WordNet 3.1 (WORDNET-LICENSE).
var (
	//go:embed lemma_irregular.txt
	irregularText string
	//go:embed lemma_regular.txt
	regularText string
)

var lemmaNames = map[string]Inflection{
	"third": ThirdPerson, "past": Past, "progressive": Progressive,
	"plural": Plural, "comparative": Comparative, "superlative": Superlative,
}

// exceptions are the base forms of inflected ones that the rules miss.
var exceptions = sync.OnceValue(func() *[inflections]map[string]string {
	var m [inflections]map[string]string
	for i := range m {
		m[i] = make(map[string]string, 1024)
	}
	// The hand-written list comes last: it wins.
	for _, text := range [2]string{regularText, irregularText} {
		for line := range strings.Lines(text) {
			name, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
			kind, known := lemmaNames[name]
			if !ok || !known {
				continue
			}
			base, forms, _ := strings.Cut(rest, " ")
			for len(forms) > 0 {
				var form string
				form, forms, _ = strings.Cut(forms, " ")
				m[kind][form] = base
			}
		}
	}
	return &m
})

// BaseForm is the base form of a lower-case word that carries the inflection.
func BaseForm(norm string, kind Inflection) string {
	if base, ok := exceptions()[kind][norm]; ok {
		return base
	}
	return RegularBase(norm, kind)
}

// RegularBase is BaseForm by the spelling rules alone. It returns the word
// itself where no rule applies, else a part of it or a part with a letter put
// back.
func RegularBase(norm string, kind Inflection) string {
	switch kind {
	case ThirdPerson, Plural:
		return withoutS(norm)
	case Past:
		if n := len(norm); n > 3 && strings.HasSuffix(norm, "ied") {
			return norm[:n-3] + "y"
		}
		return stripped(norm, "ed")
	case Progressive:
		return stripped(norm, "ing")
	case Comparative:
		if n := len(norm); n > 4 && strings.HasSuffix(norm, "ier") {
			return norm[:n-3] + "y"
		}
		return stripped(norm, "er")
	case Superlative:
		if n := len(norm); n > 5 && strings.HasSuffix(norm, "iest") {
			return norm[:n-4] + "y"
		}
		return stripped(norm, "est")
	}
	return norm
}

// withoutS undoes the ending -s.
func withoutS(w string) string {
	n := len(w)
	if n < 3 || w[n-1] != 's' || w[n-2] == 's' || w[n-2] == '\'' {
		return w
	}
	if w[n-2] != 'e' {
		if w[n-2] == 'u' || w[n-2] == 'i' { // virus, crisis
			return w
		}
		return w[:n-1]
	}
	if n < 5 {
		return w[:n-1] // yes, ices
	}
	if w[n-3] == 'i' {
		return w[:n-3] + "y"
	}
	switch w[n-3] {
	case 'x', 'o':
		return w[:n-2]
	case 's', 'z':
		if w[n-4] == w[n-3] { // classes
			return w[:n-2]
		}
	case 'h':
		if w[n-4] == 'c' || w[n-4] == 's' {
			return w[:n-2]
		}
	}
	return w[:n-1]
}

// stripped undoes an ending that begins with a vowel: it undoubles the last
// consonant (planned) or puts the silent e back (named).
func stripped(w, ending string) string {
	stem, ok := strings.CutSuffix(w, ending)
	n := len(stem)
	if !ok || n < 2 || !hasVowel(stem) {
		return w
	}
	last, second := stem[n-1], stem[n-2]
	if last == second {
		if strings.IndexByte("bdgmnprt", last) >= 0 && n > 3 {
			return stem[:n-1]
		}
		if last == 'e' && ending != "ing" { // agreed: the ending is -d
			return stem + "e"
		}
		return stem
	}
	if !silentE(stem, last, second) {
		return stem
	}
	if end := n + 1; ending[0] == 'e' {
		return w[:end]
	}
	return stem + "e"
}

// silentE reports whether the stem, bare of its ending, is spelled with an e.
func silentE(stem string, last, second byte) bool {
	n := len(stem)
	vowelBefore := isVowel(second)
	switch last {
	case 'c', 'v', 'u', 'z', 's':
		return true
	case 'e':
		return second != 'e' && second != 'y' && second != 'o'
	case 'g':
		return true
	case 'w', 'x', 'y', 'o', 'i', 'a', 'h', 'q', 'j', 'f':
		return false
	case 'l':
		if !vowelBefore {
			return second != 'r' && second != 'w'
		}
	}
	if !vowelBefore || n >= 3 && isVowel(stem[n-3]) && !(stem[n-3] == 'u' && n >= 4 && stem[n-4] == 'q') {
		return false // worked, treated; but required
	}
	if !hasVowel(stem[:n-2]) {
		return true // named: a short vowel would have doubled the consonant
	}
	switch string([]byte{second, last}) {
	case "at", "ut", "ot", "id", "ud", "ad", "od", "ed", "ir", "ar", "ur", "in", "ib", "ob", "ap", "ak", "ik", "ok", "uk", "um", "ul", "ol", "un":
		return true
	}
	return false
}

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// hasVowel reports a vowel letter, y after the first letter included.
func hasVowel(s string) bool {
	for i := range len(s) {
		if isVowel(s[i]) || s[i] == 'y' && i > 0 {
			return true
		}
	}
	return false
}
