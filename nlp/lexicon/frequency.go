package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:generate go run frequency_gen.go ../../../shared/data/stories.jsonl.gz

//go:embed frequency.txt
var frequencyText string

// MaxIDF is the weight of a lemma that was not seen in two events of the
// collection: ln 245, the weight of a lemma seen in one event of 245.
const MaxIDF = 5.5

// IDF says how much a lemma tells about a news report: 0 for a word that every
// report has, up to MaxIDF for one that hardly any has. It is ln(events /
// events that hold the lemma), counted over 1,518 English reports of 245
// events (Giveme5W1H, ECB+, BASIL, NewsWCL50), rounded to tenths. Function
// words weigh 0. The lemma is lower-case.
func IDF(lemma string) float64 {
	if Stopword(lemma) {
		return 0
	}
	if k, ok := frequencies()[lemma]; ok {
		return float64(k) / 10
	}
	return MaxIDF
}

var frequencies = sync.OnceValue(readFrequencies)

func readFrequencies() map[string]uint8 {
	m := make(map[string]uint8, 8192)
	for line := range strings.Lines(frequencyText) {
		line = strings.TrimSuffix(line, "\n")
		number, words, _ := strings.Cut(line, " ")
		if number == "#" {
			continue
		}
		k := uint8(0)
		for i := range len(number) {
			k = k*10 + number[i] - '0'
		}
		for len(words) > 0 {
			var w string
			w, words, _ = strings.Cut(words, " ")
			m[w] = k
		}
	}
	return m
}
