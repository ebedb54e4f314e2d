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
		r.workplace(i)
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

// before finds titles and nouns before the name: "Norvane President", "former
// Norlandish president", "the 42-year-old driver", and the nationality.
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
