package mention

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// roles finds the roles that the document gives its entities: titles and
// descriptions before a name, appositions beside it, what it is said to be,
// and nationalities of persons.
func (f *nameFinder) roles() {
	r := roleFinder{f: f, doc: f.doc}
	r.nameEnd = make(map[int]int, len(f.doc.Names))
	r.nameAt = make(map[int]int, len(f.doc.Names))
	for i, n := range f.doc.Names {
		r.nameAt[n.First] = i
		r.nameEnd[n.Last] = i
	}
	for i := range f.doc.Names {
		if f.doc.Names[i].Type == nlp.Nationality {
			continue
		}
		r.before(i)
		r.apposition(i)
		r.copula(i)
		r.inverted(i)
	}
	slices.SortStableFunc(f.doc.Roles, func(a, b nlp.Role) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
}

type roleFinder struct {
	f       *nameFinder
	doc     *nlp.Document
	nameAt  map[int]int // first token of a name -> name
	nameEnd map[int]int // token after a name -> name
}

// add reports tokens [first, last) with the head noun as a role of name n.
func (r *roleFinder) add(n, first, last, head int) {
	if first >= last {
		return
	}
	doc := r.doc
	lemma := lexicon.TitleInFull(strings.TrimSuffix(doc.Tokens[head].Norm, "."))
	if l := doc.Tokens[head].Lemma; l != "" && l != doc.Tokens[head].Norm {
		lemma = l
	}
	doc.Roles = append(doc.Roles, nlp.Role{
		Span: doc.TokenSpan(first, last), First: first, Last: last,
		Sentence: doc.Names[n].Sentence, Entity: doc.Names[n].Entity, Name: n, Head: lemma,
	})
}

// fits reports whether a noun can describe a thing of this type.
func fits(noun nlp.Token, typ nlp.EntityType) bool {
	w := noun.Lemma
	if w == "" {
		w = noun.Norm
	}
	c := lexicon.NameCues(w)
	switch typ {
	case nlp.Person:
		return lexicon.PersonNoun(w) || c&(lexicon.CueOrgNoun|lexicon.CuePlaceNoun|lexicon.CueProductNoun) == 0 && personEnding(w)
	case nlp.Organisation, nlp.Group:
		return c&(lexicon.CueOrgNoun|lexicon.CueGroupNoun) != 0
	case nlp.Product:
		return c&lexicon.CueProductNoun != 0
	case nlp.UnknownType:
		return lexicon.PersonNoun(w) || c&(lexicon.CueOrgNoun|lexicon.CueGroupNoun) != 0
	}
	return false
}

// personEnding reports endings that hardly anything but persons has.
func personEnding(w string) bool {
	if !isWord(w) {
		return false
	}
	for _, end := range [...]string{"ist", "iler", "maker", "man", "woman", "person", "keeper", "holder", "leader", "owner", "fighter", "ologer", "grapher", "hunter", "rapper"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+1 {
			return true
		}
	}
	return false
}

// before finds titles and nouns before the name: "Microsoft President", "former
// Costa Rican president", "the 42-year-old driver", and the nationality.
func (r *roleFinder) before(n int) {
	doc, t := r.doc, r.doc.Tokens
	name := &doc.Names[n]
	lo := doc.Sentences[name.Sentence].First
	end := name.First
	if end > lo && isQuote(t[end-1].Text) {
		end--
	}
	title := r.f.found[n].title
	head := end - 1
	if head < lo || t[head].Text == "," {
		return
	}
	if title.Empty() && r.nameOver(head) {
		if h := r.office(head, lo); h >= 0 && fits(t[h], name.Type) { // "former CEO of Norvane Marit Ellison"
			first := h
			for first > lo && h-first < maxTitle && r.modifies(first-1) {
				first--
			}
			r.add(n, first, end, h)
			return
		}
	}
	if title.Empty() {
		if !(t[head].Tag == "NN" || t[head].Tag == "NNP" || t[head].Norm == "executive") || !fits(t[head], name.Type) || r.nameOver(head) {
			r.nationality(n, end, end, lo)
			return
		}
	} else if cuesOf(t[title.Last-1])&lexicon.CueCourtesy != 0 && title.Last-title.First == 1 {
		return
	}
	first := head
	if !title.Empty() {
		first = title.First
	}
	for first > lo && head-first < maxTitle && r.modifies(first-1) {
		first--
	}
	if first > lo && t[first-1].Tag == "CD" && head > first { // "42-year-old" in three tokens
		first--
	}
	for first < head && (t[first].Text == "," || possessivePart(t[first].Norm) || t[first].Tag == "CC" || t[first].Tag == "DT") {
		first++
	}
	for k := title.First; k < title.Last; k++ { // "Secretary of State": the head is before "of"
		if t[k].Norm == "of" {
			head = k - 1
		}
	}
	r.add(n, first, end, head)
	r.nationality(n, end, first, lo)
}

// office is the noun of an office whose organisation, named up to token i, stands
// right before the holder's name: "CEO" in "CEO of Norvane Marit Ellison"; -1 if
// there is none.
func (r *roleFinder) office(i, lo int) int {
	first := r.doc.Names[r.nameEnd[i+1]].First
	if first-2 < lo || r.doc.Tokens[first-1].Norm != "of" || !r.doc.Tokens[first-2].Tag.IsNoun() {
		return -1
	}
	return first - 2
}

// maxTitle bounds the words before a name that describe it.
const maxTitle = 8

// nameOver reports that a name covers the token.
func (r *roleFinder) nameOver(i int) bool {
	k, ok := r.nameEnd[i+1]
	return ok && r.doc.Names[k].First <= i
}

// modifies reports that token i can stand inside a description before a name.
func (r *roleFinder) modifies(i int) bool {
	t := r.doc.Tokens
	if cuesOf(t[i])&lexicon.CueCalendar != 0 && isLarge(t[i].Text) {
		return false
	}
	switch tag := t[i].Tag; {
	case tag.IsNoun(), tag.IsAdjective(), tag == "HYPH":
		return true
	case tag == "VBN", tag == "VBG":
		return i > 0 && (t[i-1].Tag == "DT" || t[i-1].Tag == "PRP$")
	case possessivePart(t[i].Norm):
		return i > 0 && t[i-1].Tag.IsNoun()
	case tag == "CD":
		return i+1 < len(t) && (t[i+1].Norm == "-" || t[i+1].Tag == "HYPH")
	}
	return t[i].Norm == "then" || t[i].Norm == "-"
}

// nationality gives a person the nationality that stands in its description
// or right before its name.
func (r *roleFinder) nationality(n, end, first, lo int) {
	doc := r.doc
	if doc.Names[n].Type != nlp.Person {
		return
	}
	for e := end; e >= first && e > lo; e-- {
		k, ok := r.nameEnd[e]
		if !ok || doc.Names[k].Type != nlp.Nationality || e < end && !r.describes(e, end) {
			continue
		}
		doc.Roles = append(doc.Roles, nlp.Role{
			Span: doc.Names[k].Span, First: doc.Names[k].First, Last: doc.Names[k].Last,
			Sentence: doc.Names[n].Sentence, Entity: doc.Names[n].Entity, Name: n,
			Head: lexicon.Fold(doc.Text(doc.Names[k].Span)),
		})
		return
	}
}

// describes reports that only nouns and adjectives stand in [i, end).
func (r *roleFinder) describes(i, end int) bool {
	for ; i < end; i++ {
		if tag := r.doc.Tokens[i].Tag; !tag.IsNoun() && !tag.IsAdjective() {
			return false
		}
	}
	return true
}

// apposition finds the noun phrase after the name and a comma: "Mara Lund,
// Norvane's head of press, wrote".
func (r *roleFinder) apposition(n int) {
	doc, t := r.doc, r.doc.Tokens
	name := &doc.Names[n]
	hi := doc.Sentences[name.Sentence].Last
	i := name.Last
	for i < hi && isQuote(t[i].Text) {
		i++
	}
	if i >= hi || t[i].Text != "," && t[i].Text != "(" {
		return
	}
	i++
	if i+1 < hi && isAge(t[i].Text) && t[i+1].Text == "," {
		i += 2
	}
	if i+1 < hi && (t[i].Norm == "who" || t[i].Norm == "which") {
		if v := t[i+1]; v.Lemma == "be" || v.Norm == "is" || v.Norm == "was" {
			i += 2
		} else if v.Norm == "works" || v.Norm == "worked" || v.Norm == "serves" || v.Norm == "served" {
			if i+2 >= hi || t[i+2].Norm != "as" {
				return
			}
			i += 3
		}
	}
	r.phrase(n, i, hi)
}

// copula finds what the name is said to be: "X is the chairman of Y".
func (r *roleFinder) copula(n int) {
	doc, t := r.doc, r.doc.Tokens
	name := &doc.Names[n]
	hi := doc.Sentences[name.Sentence].Last
	i := name.Last
	if i+1 >= hi {
		return
	}
	switch t[i].Norm {
	case "is", "was", "became", "remains", "remained", "becomes":
		i++
	case "has", "had":
		if t[i+1].Norm != "been" {
			return
		}
		i += 2
	case "works", "worked", "serves", "served", "acted":
		if t[i+1].Norm != "as" {
			return
		}
		i += 2
	default:
		return
	}
	for i < hi && t[i].Tag == "RB" {
		if t[i].Norm == "not" || t[i].Norm == "n't" || t[i].Norm == "never" {
			return
		}
		i++
	}
	r.phrase(n, i, hi)
}

// phrase adds the noun phrase that begins at token i, with its "of" part, as a
// role of name n if its head can describe it.
func (r *roleFinder) phrase(n, i, hi int) {
	t := r.doc.Tokens
	typ := r.doc.Names[n].Type
	if typ == nlp.Place || typ == nlp.Event {
		return
	}
	first := i
	if i < hi && t[i].Tag == "CC" {
		return
	}
	for first < hi && (t[first].Tag == "DT" || t[first].Tag == "RB") {
		first++
	}
	head := r.f.nounHead(first, hi)
	if r.ownedHead(first, hi) > head {
		head = r.ownedHead(first, hi)
	}
	if head < 0 || t[head].Tag == "NNS" && typ == nlp.Person || !fits(t[head], typ) || r.nameOver(head) || vagueRole(t[head].Norm) ||
		first == i && head == i && (head+1 >= hi || t[head+1].Norm != "of" && t[head+1].Norm != "for") && isKin(t[head].Norm) {
		return
	}
	for k := first; k < head; k++ {
		switch t[k].Norm {
		case "first", "second", "third", "last", "only", "next", "latest", "youngest", "oldest":
			return // "the first player to score" is a feat, no role
		}
	}
	last := head + 1
	for last < hi && last-first < maxRole {
		tag := t[last].Tag
		if !(tag.IsNoun() || tag.IsAdjective() || tag == "DT" || tag == "CD" || tag == "PRP$" || possessivePart(t[last].Norm) ||
			t[last].Norm == "of" || t[last].Norm == "for" || t[last].Norm == "at" || t[last].Text == "&" || t[last].Norm == "-" ||
			t[last].Norm == "and" && last+1 < hi && t[last+1].Tag.IsNoun() || t[last].Norm == "in" && last+1 < hi && t[last+1].Tag == "NN") {
			break
		}
		last++
	}
	for last > head+1 && !t[last-1].Tag.IsNoun() {
		last--
	}
	if isKin(t[head].Norm) && last < hi && t[last].Norm == "and" {
		return // "X, his mother and his sister" are three persons
	}
	for k := head + 1; k <= last && k < hi; k++ { // "X, former minister Y": the words are Y's
		if m, ok := r.nameAt[k]; ok && r.doc.Names[m].Type == nlp.Person && t[k-1].Norm != "of" && t[k-1].Norm != "for" {
			return
		}
	}
	r.add(n, first, last, head)
}

// maxRole bounds the words of a role.
const maxRole = 14

// ownedHead is the head after possessives: "Microsoft's vice president".
func (r *roleFinder) ownedHead(i, hi int) int {
	t := r.doc.Tokens
	for k := i; k < min(hi, i+maxTitle); k++ {
		if possessivePart(t[k].Norm) && k > i && t[k-1].Tag.IsNoun() {
			return r.f.nounHead(k+1, hi)
		}
		if !t[k].Tag.IsNoun() && !t[k].Tag.IsAdjective() && t[k].Tag != "DT" {
			break
		}
	}
	return -1
}

// isKin reports nouns that mean nothing without saying whose.
func isKin(norm string) bool {
	switch norm {
	case "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "friend", "partner", "girlfriend", "boyfriend":
		return true
	}
	return false
}

// vagueRole reports nouns that say nothing of a part or job.
func vagueRole(norm string) bool {
	switch norm {
	case "person", "one", "member", "human", "people", "name", "first", "second", "kind", "fan", "favorite", "favourite", "winner", "loser", "no":
		return true
	}
	return false
}

// inverted finds the noun phrase before a comma and the name: "the driver,
// Petra Lund, 42, said".
func (r *roleFinder) inverted(n int) {
	doc, t := r.doc, r.doc.Tokens
	name := &doc.Names[n]
	sent := doc.Sentences[name.Sentence]
	if name.Type != nlp.Person || name.First-2 < sent.First || t[name.First-1].Text != "," {
		return
	}
	if name.Last >= sent.Last || t[name.Last].Text != "," && t[name.Last].Text != "." && t[name.Last].Text != "(" {
		return
	}
	end := name.First - 1
	first := end
	for first > sent.First && end-first < maxRole {
		p := t[first-1]
		if p.Tag == "DT" || p.Tag == "PRP$" {
			first--
			break
		}
		if !(p.Tag.IsNoun() || p.Tag.IsAdjective() || possessivePart(p.Norm) || p.Norm == "of" || p.Norm == "for" || p.Norm == "-" || p.Tag == "CD") {
			break
		}
		first--
	}
	if first >= end || t[first].Tag != "DT" && t[first].Tag != "PRP$" && !possessivePart(t[min(first+1, end-1)].Norm) && !t[first].Tag.IsProper() {
		return
	}
	if t[first].Tag == "DT" {
		first++
	}
	head := r.f.nounHead(first, end)
	if h := r.ownedHead(first, end); h > head {
		head = h
	}
	if head < 0 || t[head].Tag != "NN" || !fits(t[head], nlp.Person) || r.nameOver(head) {
		return
	}
	r.add(n, first, end, head)
}
