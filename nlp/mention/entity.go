package mention

import (
	"slices"

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
