package mention

import "github.com/factdiff/factdiff/nlp"

// maxAliasGap bounds the tokens between a name and its other name: "listed by
// other security companies as".
const maxAliasGap = 8

// joinAliases joins names that the text itself says are one: "X, also known as
// Y", "X (formerly Y)", "X, which others call Y", "a group called X or Y".
func (t *entityTable) joinAliases() {
	for i := range t.f.found {
		n := &t.f.found[i]
		hi := t.f.doc.Sentences[n.Sentence].Last
		if y := t.aliasAfter(n.Last, hi); y >= 0 {
			t.joinNames(i, y)
		}
		if y := t.calledOr(n, hi); y >= 0 {
			t.joinNames(i, y)
		}
	}
}

// joinNames joins the entities of two names unless their types speak against it.
func (t *entityTable) joinNames(a, b int) {
	x, y := t.typ(t.of[a]), t.typ(t.of[b])
	if x == nlp.Nationality || y == nlp.Nationality || x == nlp.Person && y == nlp.Place || x == nlp.Place && y == nlp.Person {
		return
	}
	t.join(t.of[a], t.of[b])
}

// aliasAfter is the name that the words from token i on give to the name
// before them; -1 if none.
func (t *entityTable) aliasAfter(i, hi int) int {
	tok := t.f.doc.Tokens
	for i < hi && isQuote(tok[i].Text) {
		i++
	}
	if i+2 < hi && tok[i].Text == "(" && tok[i+2].Text == ")" && isUpper(tok[i+1].Text) {
		if y, ok := t.nameAt[i+1]; ok && t.abbreviates(y, i) {
			return y
		}
	}
	open := i < hi && (tok[i].Text == "," || tok[i].Text == "(" || tok[i].Text == "–" || tok[i].Text == "—")
	if open {
		i++
	}
	marked := false // "also", "formerly", "better" stand before the cue
	for end := min(hi, i+4); i < end; i++ {
		switch tok[i].Norm {
		case "also", "better", "formerly", "otherwise", "previously", "sometimes", "or", "once", "commonly", "popularly", "internally":
			marked = true
			if tok[i].Norm == "formerly" && open {
				if y, ok := t.nameAtQuote(i+1, hi); ok {
					return y
				}
			}
			continue
		case "who", "which", "that", "is", "was", "are", "were":
			if i+1 < hi && (open || marked || tok[i+1].Norm == "also" || tok[i+1].Norm == "known") {
				marked = true
				continue
			}
		case "aka", "a.k.a.", "alias":
			if y, ok := t.nameAtQuote(i+1, hi); ok {
				return y
			}
		}
		break
	}
	if !open && !marked || i >= hi {
		return -1
	}
	switch tok[i].Norm {
	case "called", "dubbed", "nicknamed":
		if y, ok := t.nameAtQuote(i+1, hi); ok {
			return y
		}
	case "known", "tracked", "listed", "labelled", "labeled", "referred", "identified", "described":
		for k := i + 1; k < min(hi, i+maxAliasGap); k++ {
			if tok[k].Norm == "as" {
				if y, ok := t.nameAtQuote(k+1, hi); ok {
					return y
				}
				return -1
			}
			if tok[k].Text == "," || tok[k].Text == ";" {
				return -1
			}
		}
	case "which", "that", "who", "whom":
	}
	return -1
}

// abbreviates reports whether the name y in brackets is a ticker or acronym of
// the name that ends before token i: it begins with the same letter, and the
// longer name is no person.
func (t *entityTable) abbreviates(y, i int) bool {
	for x := y - 1; x >= 0 && t.f.found[x].Last >= i-1; x-- {
		if n := &t.f.found[x]; n.Last == i {
			typ := t.typ(t.of[x])
			return n.key[0] == t.f.found[y].key[0] && typ != nlp.Person && typ != nlp.Place && typ != nlp.Nationality
		}
	}
	return false
}

// nameAtQuote is the name that begins at token i, or after a quotation mark or
// article there.
func (t *entityTable) nameAtQuote(i, hi int) (int, bool) {
	tok := t.f.doc.Tokens
	for n := 0; n < 2 && i < hi && (isQuote(tok[i].Text) || tok[i].Norm == "the"); n++ {
		i++
	}
	y, ok := t.nameAt[i]
	return y, ok && i < hi
}

// calledOr finds the second name of "called X or Y", "known as X or Y".
func (t *entityTable) calledOr(n *foundName, hi int) int {
	tok := t.f.doc.Tokens
	i := n.First - 1
	lo := t.f.doc.Sentences[n.Sentence].First
	for i >= lo && isQuote(tok[i].Text) {
		i--
	}
	if i < lo {
		return -1
	}
	switch tok[i].Norm {
	case "called", "dubbed", "nicknamed", "as", "named":
		if tok[i].Norm == "as" && (i == lo || tok[i-1].Norm != "known" && tok[i-1].Norm != "to" && tok[i-1].Norm != "tracked") {
			return -1
		}
	default:
		return -1
	}
	j := n.Last
	for j < hi && (isQuote(tok[j].Text) || tok[j].Text == ",") {
		j++
	}
	if j >= hi || tok[j].Norm != "or" {
		return -1
	}
	for j++; j < hi && (tok[j].Norm == "sometimes" || tok[j].Norm == "also"); j++ {
	}
	if y, ok := t.nameAtQuote(j, hi); ok {
		return y
	}
	return -1
}
