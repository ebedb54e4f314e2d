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
			t.list = append(t.list, entityDraft{key: n.key, words: n.words, known: lexicon.KnownName(n.key)})
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

// joinListed joins listed variants (US, America) and plurals of nationalities.
func (t *entityTable) joinListed() {
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

// joinFullNames joins "Donald J. Trump" to "Donald Trump", and "Robert Downey
// Jr." to "Robert Downey".
func (t *entityTable) joinFullNames() {
	for e := range t.list {
		w := personWords(t.list[e].words)
		if len(w) < 2 || len(t.list[e].words) < 3 || t.typ(e) != nlp.Person {
			continue
		}
		if o, ok := t.byKey[w[0]+" "+w[len(w)-1]]; ok && o != e {
			t.join(e, o)
		} else if o, ok := t.byKey[strings.Join(w, " ")]; ok && o != e {
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
			if k == len(w)-1 || lexicon.NameCues(w[k])&lexicon.CueParticle != 0 {
				addCandidate(surnames, strings.Join(w[k:], " "), r)
			}
		}
		if typ == nlp.Person && (lexicon.GivenName(w[0]) || len(w) == 3) { // also Chinese and Korean surnames: Xi, Park
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
			t.join(e, cands[0])
			continue
		}
		for _, m := range mentions[e] {
			t.of[m] = t.nearest(m, cands)
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
	if d.known != lexicon.NoSort || typ == nlp.Person || typ == nlp.Place || typ == nlp.Nationality {
		return false
	}
	if n == 1 && (lexicon.CommonWord(d.key) || lexicon.GivenName(d.key) || lexicon.City(d.key)) {
		return false
	}
	return lexicon.NameCues(long[len(long)-1])&(lexicon.CueOrgHead|lexicon.CueOrgSuffix) != 0
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
		if c := initials[d.key]; d.upper && len(c) == 1 && t.typ(c[0]) != nlp.Person {
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
			if len(text) > len(ent.Canonical) {
				ent.Canonical = text
			}
		}
	}
	for e := range doc.Entities {
		slices.Sort(doc.Entities[e].Aliases)
	}
}
