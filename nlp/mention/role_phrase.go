package mention

import "github.com/factdiff/factdiff/nlp"

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
	if i >= hi || t[i].Text != "," && t[i].Text != "(" || t[i].Text == "(" && i+1 < hi && t[i+1].Tag.IsProper() {
		return // "(Labour)", "(The Last Millionaire)": a party, a film
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
	if head < 0 || t[head].Tag == "NNS" && typ == nlp.Person || !fits(t[head], typ) || r.nameOver(head) || vagueRole(t[head].Norm) && !(t[head].Norm == "member" && head > first && t[head-1].Norm == "cabinet") ||
		first == i && head == i && (head+1 >= hi || t[head+1].Norm != "of" && t[head+1].Norm != "for") && isKin(t[head].Norm) {
		return
	}
	for k := first; k < head; k++ {
		switch t[k].Norm {
		case "first", "second", "third", "fourth", "fifth", "sixth", "last", "only", "next", "latest", "youngest", "oldest":
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

// ownedHead is the head after possessives: "Norvane's vice president".
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

// workplace finds the job that a clause on an organisation gives the one person
// named before it in the sentence: "a letter to Lund at Norvane, where she works
// as an engineer". The role begins with the organisation.
func (r *roleFinder) workplace(n int) {
	doc, t := r.doc, r.doc.Tokens
	name := &doc.Names[n]
	hi := doc.Sentences[name.Sentence].Last
	i := name.Last
	if i+5 >= hi || t[i].Text != "," || t[i+1].Norm != "where" || t[i+2].Norm != "he" && t[i+2].Norm != "she" || t[i+4].Norm != "as" {
		return
	}
	switch t[i+3].Norm {
	case "works", "worked", "serves", "served":
	default:
		return
	}
	person := -1
	for k := n - 1; k >= 0 && doc.Names[k].Sentence == name.Sentence; k-- {
		if doc.Names[k].Type != nlp.Person {
			continue
		}
		if person >= 0 && doc.Names[k].Entity != doc.Names[person].Entity {
			return
		}
		person = k
	}
	first := i + 5
	if t[first].Tag == "DT" {
		first++
	}
	if head := r.f.nounHead(first, hi); person >= 0 && head >= 0 && fits(t[head], nlp.Person) {
		r.add(person, name.First, head+1, head)
	}
}
