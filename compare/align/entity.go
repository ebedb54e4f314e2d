package align

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// resolve makes the story's entities of the documents' entities: those with a
// form in common, those that an alias list joins, and short forms whose long
// form is the only one in the story that they can mean.
func resolve(s *compare.Story, aliases [][]string) {
	r := resolver{byKey: map[string]int{}}
	for si := range s.Sources {
		src := &s.Sources[si]
		src.Entity = make([]int, len(src.Doc.Entities))
		for ei := range src.Doc.Entities {
			src.Entity[ei] = r.add(&src.Doc.Entities[ei])
		}
	}
	r.joinAliases(aliases)
	r.joinShortForms()
	setEntities(s, r.groups)
}

// setEntities makes a story entity of each group, in the order of the sources,
// and points the documents' entities to it. It takes the longest form as its
// name, and the type that most mentions have.
func setEntities(s *compare.Story, same groups) {
	number := map[int]int{}              // group -> story entity
	var votes [][nlp.Nationality + 1]int // mentions of each story entity by type
	for si := range s.Sources {
		src := &s.Sources[si]
		for ei := range src.Entity {
			root := same.find(src.Entity[ei])
			n, ok := number[root]
			if !ok {
				n = len(s.Entities)
				number[root] = n
				s.Entities = append(s.Entities, compare.Entity{})
				votes = append(votes, [nlp.Nationality + 1]int{})
			}
			src.Entity[ei] = n
			e := &s.Entities[n]
			d := &src.Doc.Entities[ei]
			votes[n][d.Type] += len(d.Mentions)
			if c := d.Canonical; len(c) > len(e.Canonical) || (len(c) == len(e.Canonical) && c < e.Canonical) {
				e.Canonical = c
			}
			if len(e.Sources) == 0 || e.Sources[len(e.Sources)-1] != si {
				e.Sources = append(e.Sources, si)
			}
		}
	}
	for n := range s.Entities {
		for t := nlp.Person; t <= nlp.Nationality; t++ {
			if votes[n][t] > votes[n][s.Entities[n].Type] || s.Entities[n].Type == nlp.UnknownType && votes[n][t] > 0 {
				s.Entities[n].Type = t
			}
		}
	}
}

// nameKey is the key of a name, one for all the forms that newspapers write for
// one thing: UK, Britain.
func nameKey(form string) string { return lexicon.SameName(value.NameKey(form)) }

// resolver finds out which entities of the documents are one thing.
type resolver struct {
	groups                // over docs
	docs   []*nlp.Entity  // of all documents, one after the other
	byKey  map[string]int // the first entity with a form, by nameKey
}

// add puts an entity in, with those that have a form in common with it.
func (r *resolver) add(e *nlp.Entity) int {
	n := len(r.docs)
	r.docs = append(r.docs, e)
	r.groups = append(r.groups, n)
	for _, form := range e.Aliases {
		key := nameKey(form)
		if key == "" || (form != e.Canonical && e.Type == nlp.Person && !strings.Contains(key, " ")) {
			continue // a bare surname may belong to another person elsewhere
		}
		if first, ok := r.byKey[key]; ok {
			r.join(first, n)
		} else {
			r.byKey[key] = n
		}
	}
	return n
}

// joinAliases joins the entities that a list gives as one thing.
func (r *resolver) joinAliases(aliases [][]string) {
	for _, set := range aliases {
		first := -1
		for _, form := range set {
			n, ok := r.byKey[nameKey(form)]
			if !ok {
				continue
			}
			if first >= 0 {
				r.join(first, n)
			}
			first = n
		}
	}
}

// joinShortForms joins an entity that is only known by a short form ("Lund",
// "Harbour") to the one entity of the story that has it as part of its name.
// Two candidates ("Ada Quillan", "Nils Quillan") leave it alone. "Olaf
// J. Holm" is a short form of "Olaf Jens Holm".
func (r *resolver) joinShortForms() {
	const maxNamesakes = 64 // names with one word in common: of more nobody can tell which a short form means
	byWord := map[string][]int{}
	keys := make([]string, len(r.docs))
	for i, e := range r.docs {
		keys[i] = value.NameKey(e.Canonical)
		for w := range strings.FieldsSeq(keys[i]) {
			if list := byWord[w]; len(list) == 0 || list[len(list)-1] != i {
				byWord[w] = append(byWord[w], i)
			}
		}
	}
	order := make([]int, len(r.docs))
	for i := range order {
		order[i] = i
	}
	// Longer names first, so that "Lund Harbour" has met "Lund Harbour Group"
	// before "Harbour" asks.
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(strings.Count(keys[b], " "), strings.Count(keys[a], " ")), strings.Compare(keys[a], keys[b]))
	})
	for _, i := range order {
		words := strings.Fields(keys[i])
		if len(words) == 0 || len(words) > 3 {
			continue
		}
		namesakes := byWord[words[len(words)-1]]
		if len(namesakes) > maxNamesakes {
			continue
		}
		target := -1
		for _, j := range namesakes {
			if r.find(j) == r.find(i) || strings.Count(keys[j], " ")+1 < max(len(words), 2) || !sameSort(r.docs[i].Type, r.docs[j].Type) {
				continue
			}
			if rel, _ := value.CompareNames(r.docs[i].Canonical, r.docs[j].Canonical); rel != value.Equal && rel != value.Compatible {
				continue
			}
			if target >= 0 && r.find(target) != r.find(j) {
				target = -2
				break
			}
			target = j
		}
		if target >= 0 {
			r.join(i, target)
		}
	}
}

// sameSort reports whether two names may be one thing by their types; a type
// that is not known may be anything.
func sameSort(a, b nlp.EntityType) bool {
	if a == b || a == nlp.UnknownType || b == nlp.UnknownType {
		return true
	}
	body := func(t nlp.EntityType) bool { return t == nlp.Organisation || t == nlp.Group || t == nlp.Product }
	return body(a) && body(b)
}
