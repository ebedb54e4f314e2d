package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// judgeBefore votes by the words before the name.
func (f *nameFinder) judgeBefore(n *foundName) {
	t := f.doc.Tokens
	i := n.First - 1
	lo := f.doc.Sentences[n.Sentence].First
	quoted := i >= lo && isQuote(t[i].Text)
	if quoted {
		i--
	}
	if i < lo || !n.title.Empty() {
		return
	}
	p := t[i]
	switch {
	case p.Norm == "of" && i > lo && t[i-1].Tag.IsNoun() && cuesOf(t[i-1])&lexicon.CuePlaceNoun != 0 && !isLarge(t[i-1].Text):
		n.score[nlp.Place] += voteGood // "the town of X"
	case cuesOf(p)&lexicon.CuePlacePrep != 0:
		n.score[nlp.Place] += voteWeak
	case p.Norm == "at" || p.Norm == "from":
		n.score[nlp.Place] += voteHint
		n.score[nlp.Organisation] += voteHint
	case p.Norm == "the":
		n.score[nlp.Person] -= voteFair
	case p.Norm == "," && i > lo && f.nameEnds(i, n):
		if s := lexicon.KnownName(n.key); s == lexicon.RegionName || s == lexicon.CountryName {
			n.score[nlp.Place] += voteHint
		}
	case p.Tag.IsNoun() && !isLarge(p.Text):
		n.descriptor(p, voteGood)
	case p.Tag.IsVerb() && cuesOf(p)&lexicon.CueSpeechVerb != 0:
		n.score[nlp.Person] += voteHint
	case p.Norm == "called" || p.Norm == "named":
		if i > lo && t[i-1].Tag.IsNoun() && !isLarge(t[i-1].Text) {
			n.descriptor(t[i-1], voteGood)
		}
	case p.Text == "," && i > lo && t[i-1].Tag.IsNoun() && !isLarge(t[i-1].Text):
		n.descriptor(t[i-1], voteHint)
	}
}

// nameEnds reports that a name ends right before token i.
func (f *nameFinder) nameEnds(i int, n *foundName) bool {
	return i > 0 && f.proper[i-1]
}

func isQuote(text string) bool {
	switch text {
	case "“", "”", "\"", "‘", "’", "'", "``", "''", "«", "»", "„":
		return true
	}
	return false
}

// judgeAfter votes by the words after the name.
func (f *nameFinder) judgeAfter(n *foundName) {
	t := f.doc.Tokens
	j := n.Last
	hi := f.doc.Sentences[n.Sentence].Last
	if j < hi && isQuote(t[j].Text) && t[j].Norm != "'" {
		j++
	}
	if j >= hi {
		return
	}
	p := t[j]
	switch {
	case p.Text == "," && j+1 < hi:
		f.judgeApposition(n, j+1, hi)
	case cuesOf(p)&lexicon.CueSpeechVerb != 0:
		// Persons are introduced in full, so a single name that speaks is as
		// often a firm.
		n.score[nlp.Person] += voteWeak
		n.score[nlp.Organisation] += voteHint
		if n.Last-n.First == 1 {
			n.score[nlp.Organisation] += voteHint
		}
	case p.Norm == "who" || p.Norm == "whose":
		n.score[nlp.Person] += voteFair
	case possessivePart(p.Norm) && j+1 < hi:
		f.judgeOwned(n, j+1, hi)
	case (p.Norm == "is" || p.Norm == "was" || p.Norm == "became") && j+2 < hi && (t[j+1].Norm == "a" || t[j+1].Norm == "an" || t[j+1].Norm == "the"):
		if h := f.nounHead(j+1, hi); h >= 0 {
			n.descriptor(t[h], voteGood)
		}
	case p.Text == "(" && j+2 < hi && t[j+2].Text == ")" && isUpper(t[j+1].Text) && t[j+1].Text[0] == t[n.First].Text[0] && n.Last-n.First > 1:
		n.score[nlp.Organisation] += voteFair
	case p.Tag.IsNoun() && !isLarge(p.Text) && p.Tag != "":
		f.judgeModified(n, p)
	}
}

// judgeModified votes by the noun that the name modifies: "Norvane shares",
// "Leeds striker".
func (f *nameFinder) judgeModified(n *foundName, noun nlp.Token) {
	switch noun.Lemma {
	case "share", "stock", "chief", "executive", "spokesman", "spokeswoman", "employee", "engineer", "customer", "shareholder",
		"investor", "product", "store", "plant", "factory", "board":
		n.score[nlp.Organisation] += voteFair
	case "coach", "quarterback", "striker", "midfielder", "defender", "goalkeeper", "fan", "supporter", "player":
		if !lexicon.City(n.key) {
			n.score[nlp.Organisation] += voteFair
		}
	case "resident", "suburb", "area", "street", "mayor", "neighborhood", "neighbourhood", "city":
		n.score[nlp.Place] += voteFair
	case "vaccine", "virus", "rocket", "jet", "app", "phone", "missile", "crash":
		n.score[nlp.Product] += voteHint
	}
}

// judgeOwned votes by what the name owns: "X's shares", "X's capital".
func (f *nameFinder) judgeOwned(n *foundName, i, hi int) {
	h := f.nounHead(i, hi)
	if h < 0 {
		return
	}
	switch f.doc.Tokens[h].Lemma {
	case "president", "executive", "ceo", "founder", "spokesman", "spokeswoman", "share", "stock", "headquarters", "board", "employee",
		"customer", "product", "revenue", "profit", "sale", "coach":
		n.score[nlp.Organisation] += voteFair
	case "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "lawyer", "attorney", "family", "death", "girlfriend",
		"boyfriend", "friend", "tweet", "body", "career":
		n.score[nlp.Person] += voteFair
	case "capital", "government", "economy", "population", "parliament", "north", "south", "east", "west", "border", "coast", "airport", "mayor":
		n.score[nlp.Place] += voteFair
	}
}

// judgeApposition votes by what follows the comma after the name: an age, or
// a noun phrase that describes it.
func (f *nameFinder) judgeApposition(n *foundName, i, hi int) {
	t := f.doc.Tokens
	if isAge(t[i].Text) && i+1 < hi && (t[i+1].Text == "," || t[i+1].Text == ".") {
		n.score[nlp.Person] += voteGood
		return
	}
	if t[i].Norm == "who" || t[i].Norm == "whose" {
		n.score[nlp.Person] += voteFair
		return
	}
	if isLarge(t[i].Text) {
		if s := lexicon.KnownName(lexicon.Fold(t[i].Text)); s == lexicon.RegionName || s == lexicon.CountryName {
			n.score[nlp.Place] += voteWeak
			return
		}
	}
	if h := f.nounHead(i, hi); h >= 0 {
		n.descriptor(t[h], voteFair)
	}
}

func isAge(text string) bool {
	return (len(text) == 1 || len(text) == 2) && strings.Trim(text, "0123456789") == ""
}

// nounHead is the head of the noun phrase that begins at token i, before any
// "of" or clause; -1 if none begins there.
func (f *nameFinder) nounHead(i, hi int) int {
	t := f.doc.Tokens
	head := -1
	for n := 0; i < hi && n < maxPhrase; i, n = i+1, n+1 {
		switch tag := t[i].Tag; {
		case tag.IsNoun():
			head = i
		case possessivePart(t[i].Norm):
			head = -1
		case tag == "DT" || tag == "PRP$" || tag == "CD" || tag.IsAdjective() || tag == "HYPH" || (tag == "VBN" || tag == "VBG" || tag.IsAdverb() || tag == "CC") && head < 0:
		default:
			return head
		}
	}
	return head
}

// maxPhrase bounds the words of a noun phrase that is looked through.
const maxPhrase = 12
