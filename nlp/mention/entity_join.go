package mention

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// joinListed joins listed variants (US, America), plurals of nationalities,
// and "the North" where the report speaks of North Korea.
func (t *entityTable) joinListed() {
	for _, side := range [...]string{"north", "south"} {
		if e, ok := t.byKey[side]; ok {
			if o, ok := t.byKey[side+" korea"]; ok {
				t.join(e, o)
			}
		}
	}
	for e := range t.list {
		d := &t.list[e]
		if same := lexicon.SameName(d.key); same != d.key {
			if o, ok := t.byKey[same]; ok {
				t.join(e, o)
			} else {
				t.byKey[same] = e
			}
		}
		if d.known == lexicon.Demonym {
			if o, ok := t.byKey[strings.TrimSuffix(d.key, "s")]; ok {
				t.join(e, o)
			}
		}
	}
}

// joinFullNames joins "Olaf J. Holm" to "Olaf Holm". Where a text has a
// name with and without "Jr.", they are father and son.
func (t *entityTable) joinFullNames() {
	for e := range t.list {
		w := t.list[e].words
		if len(w) < 3 || len(personWords(w)) < len(w) || t.typ(e) != nlp.Person {
			continue
		}
		if o, ok := t.byKey[w[0]+" "+w[len(w)-1]]; ok {
			t.join(e, o)
		}
	}
}

// personWords leaves out "Jr.", "III".
func personWords(w []string) []string {
	for len(w) > 1 && lexicon.NameCues(w[len(w)-1])&lexicon.CueSuffix != 0 {
		w = w[:len(w)-1]
	}
	return w
}

// joinSurnames gives single names to the full name that ends in them, or that
// begins with them. Where several do, each mention goes to the one named last
// before it.
func (t *entityTable) joinSurnames() {
	surnames := map[string][]int{}
	for e := range t.list {
		if t.find(e) != e && t.list[t.find(e)].known != lexicon.NoSort {
			continue
		}
		w := personWords(t.list[e].words)
		typ := t.typ(e)
		if len(w) < 2 || len(w) > 5 || typ != nlp.Person && typ != nlp.UnknownType {
			continue
		}
		if ofPerson(w[len(w)-1]) {
			continue
		}
		r := t.find(e)
		for k := 1; k < len(w); k++ { // "de Blasio", "al-Assad", "Geun-hye"
			if k == len(w)-1 && len(w) == len(t.list[e].words) {
				if t.list[e].last != t.list[e].key { // not "Smith-Schuster" alone
					addCandidate(surnames, t.list[e].last, r)
				}
			} else if k == len(w)-1 || lexicon.NameCues(w[k])&lexicon.CueParticle != 0 {
				addCandidate(surnames, strings.Join(w[k:], " "), r)
			}
		}
		if typ == nlp.Person && (lexicon.GivenName(w[0]) || !lexicon.CommonWord(w[0])) { // also Chinese and Korean surnames: Xi, Park
			addCandidate(surnames, w[0], -1-r)
		}
	}
	if len(surnames) == 0 {
		return
	}
	mentions := t.mentionsOf()
	for e := range mentions { // in order of first mention: deterministic
		d := &t.list[e]
		cands := preferred(surnames[d.key])
		if len(cands) == 0 || len(d.words) > 3 || t.find(e) != e || slices.Contains(cands, e) {
			continue
		}
		s := d.score
		if d.known != lexicon.NoSort && s[nlp.Person] <= max(s[nlp.Place], s[nlp.Nationality], s[nlp.Organisation]) || s[nlp.Place] >= s[nlp.Person]+voteStrong-1 {
			continue
		}
		if len(cands) == 1 {
			if d.known == lexicon.NoSort {
				d.score[nlp.Place] = 0 // a town of that name is another matter
			}
			t.join(e, cands[0])
			continue
		}
		main := t.mainBearer(mentions[e], cands)
		for _, m := range mentions[e] {
			if t.of[m] = main; main < 0 {
				t.of[m] = t.nearest(m, cands)
			}
		}
	}
}

// A name alone is looked up among maxCandidates entities, and within maxReach
// names around it: no report comes near, and the work stays linear.
const (
	maxCandidates = 32
	maxReach      = 2000
)

func addCandidate(m map[string][]int, key string, e int) {
	if len(m[key]) < maxCandidates && !slices.Contains(m[key], e) {
		m[key] = append(m[key], e)
	}
}

// preferred keeps the entities that end in the name; only where none does,
// those that begin with it (kept as -1-e).
func preferred(cands []int) []int {
	var ends, begins []int
	for _, c := range cands {
		if c >= 0 {
			ends = append(ends, c)
		} else {
			begins = append(begins, -1-c)
		}
	}
	if len(ends) > 0 {
		return ends
	}
	return begins
}

// mentionsOf lists the names of each entity before joining.
func (t *entityTable) mentionsOf() [][]int {
	m := make([][]int, len(t.list))
	for i, e := range t.of {
		m[e] = append(m[e], i)
	}
	return m
}

// mainBearer is the one of several bearers of a surname that the surname alone
// means throughout: the only one the headline names in full, else the first
// one, since relatives who come later keep their given names; -1 if two are
// introduced side by side ("Anna and Bert Lund").
func (t *entityTable) mainBearer(bare, cands []int) int {
	headline, first, sentence := -1, -1, -1
	for i := range min(len(t.f.found), maxReach) {
		n := &t.f.found[i]
		r := t.find(t.of[i])
		if n.Last-n.First < 2 || !slices.Contains(cands, r) {
			continue
		}
		if t.f.doc.Sentences[n.Sentence].Paragraph == 0 {
			if headline >= 0 && headline != r {
				return -1
			}
			headline = r
			continue
		}
		if headline >= 0 {
			return headline
		}
		if first < 0 {
			first, sentence = r, n.Sentence
		} else if r != first { // the second bearer is introduced
			if sentence != n.Sentence || bare[0] < i {
				return first
			}
			return -1
		}
	}
	return headline
}

// nearest is the candidate with the last mention before name m, the first
// mention after it if none.
func (t *entityTable) nearest(m int, cands []int) int {
	for i := m - 1; i >= max(0, m-maxReach); i-- {
		if r := t.find(t.of[i]); slices.Contains(cands, r) {
			return r
		}
	}
	for i := m + 1; i < min(len(t.of), m+maxReach); i++ {
		if r := t.find(t.of[i]); slices.Contains(cands, r) {
			return r
		}
	}
	return cands[0]
}

// joinShortForms joins "Lindman" to "Lindman Stern Group Inc.".
func (t *entityTable) joinShortForms() {
	for e := range t.list {
		long := t.list[e].words
		if len(long) < 2 || t.typ(e) == nlp.Person || t.typ(e) == nlp.Place {
			continue
		}
		if k := lexicon.KnownName(long[0]); len(long) > 2 && (k == lexicon.Demonym || k == lexicon.CountryName) {
			if o, ok := t.byKey[strings.Join(long[1:], " ")]; ok { // "Secret Service" for "U.S. Secret Service"
				t.join(e, o)
			}
		}
		for n := len(long) - 1; n > 0; n-- {
			short := strings.Join(long[:n], " ")
			o, ok := t.byKey[short]
			if !ok || n == 1 && ofPerson(long[len(long)-1]) || !t.shortens(o, n, long) {
				continue
			}
			t.join(e, o)
			break
		}
	}
}

// ofPerson reports the last word of a body that bears the name of the person
// who leads it and is not who the name alone means: "Holm Administration".
func ofPerson(word string) bool {
	switch word {
	case "administration", "campaign", "government", "cabinet", "presidency", "foundation", "family":
		return true
	}
	return false
}

// joinHeads joins "the Times" to the paper that was named in full before, and
// teams to their town's team.
func (t *entityTable) joinHeads() {
	heads := map[string][]int{}
	for e := range t.list {
		d := &t.list[e]
		if len(d.words) < 2 {
			continue
		}
		last := d.words[len(d.words)-1]
		if typ := t.typ(e); typ == nlp.Organisation && lexicon.NameCues(last)&lexicon.CueOrgHead != 0 || typ == nlp.Group && lexicon.KnownName(last) == lexicon.GroupName {
			addCandidate(heads, last, t.find(e))
		}
	}
	for i := range t.f.found {
		n := &t.f.found[i]
		if cands := heads[n.key]; len(cands) > 0 && (n.First > 0 && t.f.doc.Tokens[n.First-1].Norm == "the" || lexicon.KnownName(n.key) == lexicon.GroupName) {
			t.of[i] = t.nearest(i, cands)
		}
	}
}

// shortens reports whether entity o, the first n words of long, is a short
// form of it.
func (t *entityTable) shortens(o, n int, long []string) bool {
	suffixes := true
	for _, w := range long[n:] {
		suffixes = suffixes && lexicon.NameCues(w)&lexicon.CueOrgSuffix != 0 || w == "group" || w == "company" || w == "holdings"
	}
	if suffixes {
		return true
	}
	d := &t.list[o]
	typ := t.typ(o)
	whole := t.byKey[strings.Join(long, " ")]
	if n == 1 && d.known == lexicon.NoSort && !lexicon.CommonWord(d.key) && !lexicon.GivenName(d.key) && t.list[t.find(whole)].score[nlp.Organisation] >= voteStrong && (len(long) == 2 || lexicon.NameCues(long[len(long)-1])&lexicon.CueOrgSuffix != 0) {
		return true // "Lindman" for "Lindman Stern"
	}
	if n > 1 && d.known == lexicon.NoSort && (typ == nlp.UnknownType || typ == nlp.Organisation) && !lexicon.City(d.key) {
		return true // "Joint Chiefs" for "Joint Chiefs of Staff"
	}
	if d.known != lexicon.NoSort || typ == nlp.Person || typ == nlp.Place || typ == nlp.Nationality {
		return false
	}
	if n == 1 && (lexicon.CommonWord(d.key) || lexicon.GivenName(d.key) || lexicon.City(d.key)) {
		return false
	}
	// "Kelmar" for "Kelmar Steel Inc." and "Kelmar Systems", but not for its
	// part "Kelmar Workforce Solutions".
	cues := lexicon.NameCues(long[len(long)-1])
	return cues&lexicon.CueOrgSuffix != 0 || cues&lexicon.CueOrgHead != 0 && len(long)-n == 1
}

// joinAcronyms joins "WHO" to "World Health Organization" where exactly one
// entity has these initials.
func (t *entityTable) joinAcronyms() {
	initials := map[string][]int{}
	for e := range t.list {
		w := t.list[e].words
		if len(w) < 2 || len(w) > maxNameWords {
			continue
		}
		full, main := "", ""
		for _, x := range w {
			full += x[:1]
			if !lexicon.Stopword(x) {
				main += x[:1]
			}
		}
		addCandidate(initials, full, t.find(e))
		if main != full {
			addCandidate(initials, main, t.find(e))
		}
	}
	for e := range t.list {
		d := &t.list[e]
		if c := initials[d.key]; (d.upper || len(d.key) > 3 && len(d.words) == 1) && len(c) == 1 && t.typ(c[0]) != nlp.Person {
			t.join(e, c[0])
		}
	}
}
