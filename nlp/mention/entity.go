package mention

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// entityTable holds the entities on their way: one for each key at first,
// then joined.
type entityTable struct {
	f      *nameFinder
	of     []int          // by name: the entity it belongs to, before joining
	byKey  map[string]int // key -> entity
	list   []entityDraft
	parent []int // joining: union by smaller index
	nameAt map[int]int
}

type entityDraft struct {
	key   string
	words []string
	last  string // the last token, folded: "smith schuster"
	score typeScore
	known lexicon.NameSort
	upper bool // written as an acronym
}

// resolve makes entities of the names and sets doc.Names and doc.Entities.
//
// Names of one folded form are one entity. Then are joined: surnames to full
// names, full names with and without middle names, short forms of firms to
// full forms, acronyms to what they stand for, listed variants, and what the
// text itself calls the same ("also known as").
func (f *nameFinder) resolve() {
	t := &entityTable{f: f, byKey: make(map[string]int, len(f.found)), nameAt: make(map[int]int, len(f.found))}
	t.of = make([]int, len(f.found))
	for i := range f.found {
		n := &f.found[i]
		e, ok := t.byKey[n.key]
		if !ok {
			e = len(t.list)
			t.byKey[n.key] = e
			d := entityDraft{key: n.key, words: n.words, last: lexicon.Fold(f.doc.Tokens[n.Last-1].Text), known: lexicon.KnownName(n.key)}
			if d.known == lexicon.NoSort && lexicon.City(n.key) {
				d.score[nlp.Place] += voteFair // once: many towns have the names of persons
			}
			t.list = append(t.list, d)
			t.parent = append(t.parent, e)
		}
		d := &t.list[e]
		d.upper = d.upper || n.Last-n.First == 1 && isUpper(f.doc.Tokens[n.First].Text) && f.style[n.Sentence] != upperCase
		for k, v := range n.score {
			d.score[k] += v
		}
		t.of[i] = e
		t.nameAt[n.First] = i
	}
	t.joinListed()
	t.joinFullNames()
	t.joinSurnames()
	t.joinShortForms()
	t.joinHeads()
	t.joinAcronyms()
	t.joinAliases()
	t.finish()
}

func (t *entityTable) find(e int) int {
	for t.parent[e] != e {
		t.parent[e] = t.parent[t.parent[e]]
		e = t.parent[e]
	}
	return e
}

// join makes a and b one entity.
func (t *entityTable) join(a, b int) {
	a, b = t.find(a), t.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	t.parent[b] = a
	for k, v := range t.list[b].score {
		t.list[a].score[k] += v
	}
	if t.list[a].known == lexicon.NoSort {
		t.list[a].known = t.list[b].known
	}
}

func (t *entityTable) typ(e int) nlp.EntityType { return t.list[t.find(e)].score.best() }

// best is the type with the most votes, UnknownType where hardly anything was
// said.
func (s typeScore) best() nlp.EntityType {
	best, votes := nlp.UnknownType, voteWeak-1
	for _, k := range [...]nlp.EntityType{nlp.Nationality, nlp.Place, nlp.Organisation, nlp.Person, nlp.Group, nlp.Event, nlp.Product} {
		if s[k] > votes {
			best, votes = k, s[k]
		}
	}
	return best
}

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

// joinFullNames joins "Donald J. Trump" to "Donald Trump". Where a text has a
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

func addCandidate(m map[string][]int, key string, e int) {
	if !slices.Contains(m[key], e) {
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
// means throughout: the only one the headline names in full, or the first one
// if the surname alone is used before the second is introduced. -1 if neither.
func (t *entityTable) mainBearer(bare, cands []int) int {
	headline, first := -1, -1
	for i := range t.f.found {
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
			first = r
		} else if r != first { // the second bearer is introduced
			if bare[0] < i {
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
	for i := m - 1; i >= 0; i-- {
		if r := t.find(t.of[i]); slices.Contains(cands, r) {
			return r
		}
	}
	for i := m + 1; i < len(t.of); i++ {
		if r := t.find(t.of[i]); slices.Contains(cands, r) {
			return r
		}
	}
	return cands[0]
}

// joinShortForms joins "Goldman" to "Goldman Sachs Group Inc.".
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
			if !ok || !t.shortens(o, n, long) {
				continue
			}
			t.join(e, o)
			break
		}
	}
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
		return true // "Goldman" for "Goldman Sachs"
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

// finish writes doc.Names and doc.Entities.
func (t *entityTable) finish() {
	doc := t.f.doc
	doc.Names = make([]nlp.Name, len(t.f.found))
	index := make(map[int]int, len(t.list))
	for i := range t.f.found {
		r := t.find(t.of[i])
		e, ok := index[r]
		if !ok {
			e = len(doc.Entities)
			index[r] = e
			doc.Entities = append(doc.Entities, nlp.Entity{Type: t.list[r].score.best()})
		}
		n := t.f.found[i].Name
		ent := &doc.Entities[e]
		n.Entity, n.Type = e, ent.Type
		doc.Names[i] = n
		ent.Mentions = append(ent.Mentions, i)
		if text := doc.Text(n.Span); !slices.Contains(ent.Aliases, text) {
			ent.Aliases = append(ent.Aliases, text)
			if len(text) > len(ent.Canonical) || len(text) == len(ent.Canonical) && isUpper(ent.Canonical) {
				ent.Canonical = text
			}
		}
	}
	for e := range doc.Entities {
		slices.Sort(doc.Entities[e].Aliases)
	}
}
