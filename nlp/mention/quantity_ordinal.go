package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// ordinal reads and records "third", "27th", "twenty-first", "third-largest"
// at token i, and "in his 50s" as an age; it returns i if there is none.
func (f *quantityFinder) ordinal(i int) int {
	n := f.norm(i)
	rank := 0.0
	switch {
	case f.figures(i) || strings.HasPrefix(n, "mid-"):
		if end := f.ageDecade(i); end > i {
			return end
		}
		rank = figureOrdinal(n)
	default:
		rank = wordOrdinal(n)
	}
	if rank <= 0 || !f.ordinalFits(i, n) {
		return i
	}
	q := nlp.Quantity{First: i, Last: i + 1, Sentence: f.sent, Noun: -1, NounFirst: i + 1, NounLast: i + 1}
	q.Span = f.toks[i].Span
	q.Value = value.Quantity{Dimension: value.Ordinal, Low: rank, High: rank}
	f.noun(&q, parsed{first: i, last: i + 1, unit: true, value: q.Value, ownNoun: strings.IndexByte(n, '-') > 0 && strings.HasSuffix(n, "-place")})
	if q.Noun < 0 && f.toks[i].Tag.IsAdverb() {
		return i + 1 // "who first reported it"
	}
	f.found = append(f.found, q)
	f.free = i + 1
	return i + 1
}

// figureOrdinal is 27 for "27th", 3 for "3rd-largest", else 0.
func figureOrdinal(n string) float64 {
	head, rest, hyphen := strings.Cut(n, "-")
	if hyphen && !rankTail(rest) || len(head) < 3 {
		return 0
	}
	switch head[len(head)-2:] {
	case "st", "nd", "rd", "th":
		if d, ok := value.ParseDigits(head[:len(head)-2]); ok && d.Decimals == 0 {
			return d.Value
		}
	}
	return 0
}

// wordOrdinal is 3 for "third" and "third-largest", 21 for "twenty-first".
func wordOrdinal(n string) float64 {
	if w := lexicon.Number(n); w.Kind == lexicon.NumberOrdinal {
		return w.Value
	}
	head, rest, hyphen := strings.Cut(n, "-")
	if !hyphen {
		return 0
	}
	w := lexicon.Number(head)
	if w.Kind == lexicon.NumberOrdinal && rankTail(rest) {
		return w.Value
	}
	if o := lexicon.Number(rest); w.Kind == lexicon.NumberTens && o.Kind == lexicon.NumberOrdinal && o.Value < 10 {
		return w.Value + o.Value
	}
	return 0
}

// rankTail reports what makes a compound a rank: "largest", "place".
func rankTail(s string) bool {
	return strings.HasSuffix(s, "est") || s == "place" || s == "placed" || s == "ranked" || s == "seeded" || s == "round" || s == "floor" ||
		s == "most" || s == "straight"
}

// ordinalFits rules out "at first", "the second" as a unit of time, names.
func (f *quantityFinder) ordinalFits(i int, n string) bool {
	prev, next := f.norm(i-1), f.norm(i+1)
	t := &f.toks[i]
	if capitalByte(t.Text[0]) && i > f.lo && !f.heading() {
		return false // "the First Amendment", "Second Avenue"
	}
	if f.figures(i) && namedAfterOrdinal(next) {
		return false // "53rd Street", "82nd Airborne"
	}
	switch n {
	case "first":
		return prev != "at" && next != "of" && next != "lady" && next != "aid" && next != "class" && next != "name" && next != "-"
	case "second":
		if prev == "a" || prev == "per" || prev == "split" || prev == "each" || prev == "every" || lexicon.Number(prev).Kind != lexicon.NumberNone || f.figures(i-1) {
			return f.tag(i+1).IsNoun() || f.tag(i+1).IsAdjective()
		}
	case "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth":
		if lexicon.Number(prev).Kind == lexicon.NumberOnes || next == "of" && (prev == "a" || prev == "one") {
			return false
		}
	case "hundredth", "thousandth":
		return prev != "a"
	}
	return true
}

// namedAfterOrdinal reports what an ordinal in figures names.
func namedAfterOrdinal(n string) bool {
	switch n {
	case "street", "st", "st.", "avenue", "ave", "ave.", "airborne", "infantry", "division", "battalion", "brigade", "regiment", "fleet", "district",
		"circuit", "precinct", "congress", "amendment", "century", "ward", "battalions", "parallel":
		return true
	}
	return false
}

// ageDecade reads "in his 50s", "a woman in her mid-30s".
func (f *quantityFinder) ageDecade(i int) int {
	n := strings.TrimPrefix(f.norm(i), "mid-")
	if len(n) != 3 && !(len(n) == 4 && n[2] == '\'') || n[1] != '0' || n[0] < '1' || n[0] > '9' || n[len(n)-1] != 's' {
		return i
	}
	first := i
	switch f.norm(i - 1) {
	case "early", "mid", "late":
		first = i - 1
	}
	switch f.norm(first - 1) {
	case "his", "her", "their", "its", "my":
	default:
		return i
	}
	low := float64(n[0]-'0') * 10
	q := nlp.Quantity{First: first, Last: i + 1, Sentence: f.sent, Noun: -1, NounFirst: i + 1, NounLast: i + 1}
	q.Span = f.doc.TokenSpan(first, i+1)
	q.Value = value.Quantity{Dimension: value.Age, Unit: "year", Low: low, High: low + 9, Comparator: value.Between}
	f.found = append(f.found, q)
	f.free = i + 1
	return i + 1
}

// recentWord reports what makes "few" a number without an article.
func recentWord(n string) bool {
	switch n {
	case "last", "past", "next", "first", "previous", "recent", "these":
		return true
	}
	return false
}
