package value

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/nlp/lexicon"
)

// NameKey is the folded form of a name: lower-case, without accents, full
// stops, apostrophes and a leading "the", with hyphens as blanks. Names with
// the same key are Equal.
func NameKey(name string) string {
	key := lexicon.Fold(name)
	if rest, ok := strings.CutPrefix(key, "the "); ok {
		key = rest
	}
	return joinInitials(key)
}

// joinInitials writes initials in one word: "u s navy" as "us navy".
func joinInitials(key string) string {
	alone := func(i int) bool { // a single letter stands at i
		return i < len(key) && key[i] >= 'a' && key[i] <= 'z' && (i == 0 || key[i-1] == ' ') && (i+1 == len(key) || key[i+1] == ' ')
	}
	var b strings.Builder
	from := 0
	for i := 0; i+2 < len(key); i++ {
		if alone(i) && alone(i+2) {
			b.WriteString(key[from : i+1])
			from = i + 2
		}
	}
	if from == 0 {
		return key
	}
	return b.String() + key[from:]
}

// CompareNames says how two names stand to each other if they fill the same
// role: Equal (same but for case, accents, hyphens or article), Compatible
// (surname to full name, acronym, short form, known transliteration, demonym
// to country), or Conflict (different names, or one name spelled in two ways:
// see SpellingVariant). A name without letters and digits is Unknown.
func CompareNames(a, b string) (Relation, string) {
	if a == b && a != "" {
		if k := NameKey(a); k != "" {
			return Equal, "same name"
		}
		return Unknown, ""
	}
	ka, kb := NameKey(a), NameKey(b)
	if ka == "" || kb == "" {
		return Unknown, ""
	}
	if ka == kb {
		return Equal, "same name"
	}
	if kb < ka { // the answer must not depend on the order
		a, b, ka, kb = b, a, kb, ka
	}
	if reason := sameListed(ka, kb); reason != "" {
		return Compatible, reason
	}
	wa, wb := strings.Fields(ka), strings.Fields(kb)
	wa, wb = plainWords(wa), plainWords(wb)
	if slices.Equal(wa, wb) {
		return Compatible, "same name but for title or suffix"
	}
	if slices.Equal(listedForms(wa), listedForms(wb)) {
		return Compatible, "two forms of one name"
	}
	if strings.Join(wa, "") == strings.Join(wb, "") {
		return Compatible, "same name but for blanks"
	}
	if slices.EqualFunc(wa, wb, sameWord) && (len(wa) > 1 || wordForm(wa[0]) == wordForm(wb[0])) {
		return Compatible, "one word in two forms"
	}
	if reason := shortForm(wa, wb); reason != "" {
		return Compatible, reason
	}
	if shortGivenName(wa, wb) {
		return Compatible, "short given name"
	}
	if spelledAlike(wa, wb) {
		return Conflict, "spelled in two ways"
	}
	return Conflict, "different names"
}

// SpellingVariant reports whether a and b look like one name spelled in two
// ways: Zarik/Sarik, Velt Conductor/Conductors.
func SpellingVariant(a, b string) bool {
	_, reason := CompareNames(a, b)
	return reason == "spelled in two ways"
}

// longestListed is the greatest number of words of a listed name that stands
// inside another: United States.
const longestListed = 3

// listedForms writes the listed names inside a longer one in their common form:
// "united states embassy" as "us embassy".
func listedForms(words []string) []string {
	var out []string
	for i := 0; i < len(words); {
		n := min(longestListed, len(words)-i)
		for ; n > 0; n-- {
			part := strings.Join(words[i:i+n], " ")
			if form := lexicon.SameName(part); form != part {
				out = append(out, strings.Fields(form)...)
				break
			}
		}
		if n == 0 {
			out = append(out, words[i])
			n = 1
		}
		i += n
	}
	return out
}

// sameListed compares by the lists of countries and of known variants.
func sameListed(a, b string) string {
	if lexicon.SameName(a) == lexicon.SameName(b) {
		return "two forms of one name"
	}
	if c := lexicon.CountryOf(a); c != "" && c == lexicon.CountryOf(b) {
		if lexicon.KnownName(a) == lexicon.KnownName(b) {
			return "two forms of one name"
		}
		return "country and its people"
	}
	return ""
}

// plainWords drops titles in front and company suffixes, "Jr." and the like
// behind, as long as a word is left.
func plainWords(w []string) []string {
	if len(w) > 1 && (w[0] == "ex" || w[0] == "former") {
		w = w[1:]
	}
	for len(w) > 1 && lexicon.NameCues(w[0])&(lexicon.CueCourtesy|lexicon.CueTitle) != 0 &&
		lexicon.NameCues(w[len(w)-1])&(lexicon.CueOrgHead|lexicon.CuePlaceHead|lexicon.CueEventHead|lexicon.CueOrgSuffix) == 0 {
		w = w[1:]
	}
	for len(w) > 1 && (lexicon.NameCues(w[len(w)-1])&lexicon.CueOrgSuffix != 0 || w[len(w)-1] == "jr" || w[len(w)-1] == "sr") {
		w = w[:len(w)-1]
	}
	return w
}

// sameWord reports two words of names that are one but for the plural, British
// spelling or an abbreviation: committees, centre, Ft.
func sameWord(x, y string) bool {
	x, y = wordForm(x), wordForm(y)
	return x == y || lexicon.CommonWord(x) && x+"s" == y || lexicon.CommonWord(y) && y+"s" == x
}

// wordForm is the form of a word of a name that stands for all its spellings.
func wordForm(w string) string {
	switch w {
	case "ft":
		return "fort"
	case "mt":
		return "mount"
	case "st":
		return "saint"
	}
	return umlauts.Replace(lexicon.American(w))
}

// umlauts writes the letters that stand for umlauts without them, as folding
// does with the umlauts themselves: Zürich, Zuerich, Zurich.
var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// shortForm says how one of two names is a short form of the other, "" if it
// is not. Lists of words are folded and plain.
func shortForm(a, b []string) string {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 && len(b) > 1 && isInitials(a[0], b) {
		return "initials of the longer name"
	}
	if len(a) == len(b) {
		if len(a) > 1 && initialForms(a, b) {
			return "initial and full name"
		}
		if len(a) == 1 && (a[0]+"s" == b[0] || b[0]+"s" == a[0]) && lexicon.KnownName(a[0]) == lexicon.Demonym {
			return "two forms of one name"
		}
		return ""
	}
	if !distinctive(a, b) {
		return ""
	}
	if len(a) == 1 && containsWord(b, a[0]) {
		return "short form"
	}
	if len(a) > 1 && subsequence(a, b) {
		return "short form"
	}
	return ""
}

// distinctive reports whether the short form a can stand for the longer name b
// at all: "York" is no New York, "Korea" no North Korea, "Bank" no Bank of
// England, "Paris" no Paris Peace Forum.
func distinctive(a, b []string) bool {
	if len(a) == 1 && len(a[0]) == 1 {
		return false
	}
	long := strings.Join(b, " ")
	short := strings.Join(a, " ")
	ks, kl := lexicon.KnownName(short), lexicon.KnownName(long)
	if kl == lexicon.CountryName || kl == lexicon.Demonym || kl == lexicon.RegionName {
		return false
	}
	switch ks {
	case lexicon.CountryName, lexicon.Demonym:
		return false
	case lexicon.RegionName: // a place does not stand for what is named after it, but for the place in full
		return lexicon.NameCues(b[len(b)-1])&lexicon.CuePlaceHead != 0 && startsWith(b, a)
	}
	if len(a) == 1 {
		c := lexicon.NameCues(a[0])
		if lexicon.City(a[0]) && lexicon.NameCues(b[len(b)-1])&(lexicon.CueOrgHead|lexicon.CueEventHead) != 0 {
			return false
		}
		if c&(lexicon.CueOrgHead|lexicon.CuePlaceHead|lexicon.CuePlaceFirst|lexicon.CueEventHead|lexicon.CueOrgSuffix|lexicon.CueParticle|lexicon.CueCalendar) != 0 && a[0] != b[len(b)-1] {
			return false
		}
		return !lexicon.Stopword(a[0]) && !(len(b) > 2 && lexicon.CommonWord(a[0]) && a[0] != b[0])
	}
	return true
}

func startsWith(long, short []string) bool {
	return len(short) <= len(long) && slices.Equal(long[:len(short)], short)
}

func containsWord(words []string, w string) bool { return slices.Contains(words, w) }

// subsequence reports whether the words of a stand in b in order; an initial
// stands for a word.
func subsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && (a[i] == w || len(a[i]) == 1 && a[i][0] == w[0]) {
			i++
		}
	}
	return i == len(a)
}

// initialForms reports whether two names of equal length differ only by
// initials: "J. Smith", "John Smith". The last word must be the same.
func initialForms(a, b []string) bool {
	n := len(a)
	if a[n-1] != b[n-1] {
		return false
	}
	for i := range n - 1 {
		if a[i] != b[i] && !(min(len(a[i]), len(b[i])) == 1 && a[i][0] == b[i][0]) {
			return false
		}
	}
	return true
}

// shortGivenName reports two names that differ only in a given name cut short
// or changed into its short form, and middle names that one leaves out: Lou
// Holm, Louis Holm; Bob Stern, Robert Erik Stern.
func shortGivenName(a, b []string) bool {
	x, y := a[0], b[0]
	if len(a) == 1 && len(b) == 1 || len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1] && (len(a) == 2 || len(b) == 2) {
		if x != y && lexicon.ShortName(x, y) {
			return true
		}
	}
	if len(a) != len(b) || len(a) < 2 || !slices.Equal(a[1:], b[1:]) {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) >= shortestGiven && strings.HasPrefix(y, x) && lexicon.GivenName(x) && lexicon.GivenName(y)
}

// shortestGiven is the length from which the beginning of a given name may
// stand for it.
const shortestGiven = 3

// isInitials reports whether a word is made of the initials of others, with or
// without the small ones: "who", "doj".
func isInitials(w string, words []string) bool {
	if len(w) < 2 || len(w) > len(words) {
		return false
	}
	full := len(w) == len(words)
	i := 0
	for k, x := range words {
		full = full && x[0] == w[k]
		if lexicon.Stopword(x) {
			continue
		}
		if i < len(w) && w[i] == x[0] {
			i++
		} else {
			i = len(w) + 1
		}
	}
	return full || i == len(w)
}

// Two names are spelled alike when they have as many words and one word of variantLength letters or more is
// spelled with one letter changed, left out or put in, or two in a word of
// longVariant letters or more. Short words differ by a letter too often to
// mean the same name (Hall, Hull).
const (
	variantLength = 5
	longVariant   = 8
)

// spelledAlike compares folded words.
func spelledAlike(a, b []string) bool {
	if len(a) != len(b) || len(a) == 1 && derived(a[0], b[0]) {
		return false
	}
	at := -1
	for i := range a {
		if a[i] != b[i] {
			if at >= 0 {
				return false
			}
			at = i
		}
	}
	x, y := a[at], b[at]
	short := min(len(x), len(y))
	if short < variantLength || listedApart(x, y) || strings.ContainsAny(x+y, "0123456789") {
		return false
	}
	limit := 1
	if short >= longVariant {
		limit = 2
	}
	return within(x, y, limit)
}

// derived reports two words made of one by endings: Antarctic, Antarctica;
// Korean, Koreas; Frostville, Frostvillians.
func derived(x, y string) bool {
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n >= fewestStem && ending(x[n:]) && ending(y[n:])
}

// fewestStem is the length of the shortest word that others are made of.
const fewestStem = 4

// ending reports whether a word may end so that names a place, its people, or
// several of them.
func ending(rest string) bool {
	switch strings.TrimSuffix(rest, "s") {
	case "", "n", "a", "an", "ian", "e", "r", "er":
		return true
	}
	return false
}

// listedApart reports two words that are each a known word of their own:
// given names (Maria, Marta), places (Austria, Australia), everyday words.
func listedApart(x, y string) bool {
	known := func(w string) bool {
		return lexicon.KnownName(w) != lexicon.NoSort || lexicon.GivenName(w) || lexicon.City(w) || lexicon.CommonWord(w)
	}
	if x+"s" == y || y+"s" == x {
		return false
	}
	return known(x) && known(y)
}

// within reports whether x becomes y by at most limit (1 or 2) changes of a
// letter, a swap of two neighbours counting as one.
func within(x, y string, limit int) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > limit {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	x, y = x[i:], y[i:]
	for len(x) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(x) == 0 {
		return len(y) <= limit
	}
	if limit == 0 {
		return false
	}
	if len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0] {
		return true
	}
	return within(x[1:], y[1:], limit-1) || within(x, y[1:], limit-1) || within(x[1:], y, limit-1)
}
