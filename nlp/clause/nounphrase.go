package clause

// nounPhrase is the noun phrase that begins at token i, or an adjective
// without noun. It always takes at least one token.
func (p *parser) nounPhrase(i, last int) chunk {
	start, head := i, -1
	counted := false // a number or determiner stands for the noun so far
	for i < last {
		end, noun, ok := p.nounPart(i, start, last, head)
		if !ok {
			break
		}
		tag := p.tokens[i].Tag
		if noun >= 0 {
			head = noun
		} else if tag == "POS" {
			head = -1
		}
		if tag == "CD" || tag == "DT" || tag == "PDT" || tag == "PRP$" || tag == "$" {
			counted = true
		}
		i = end
		if tag == "PRP" || tag == "EX" {
			head = start
			break
		}
	}
	if i == start {
		i++
	}
	c := chunk{kind: np, first: start, last: i}
	if head < 0 && !counted && p.tokens[i-1].Tag.IsAdjective() && !standsAlone(p.tokens[i-1].Norm) && !(i < last && p.isOf(i)) {
		c.kind = adj
	}
	return c
}

// nounPart says how far a noun phrase that began at start reaches at token i:
// the end of the part there and its head noun, -1 if it has none; ok is false
// where the phrase ends before i. head is the head so far.
func (p *parser) nounPart(i, start, last, head int) (end, noun int, ok bool) {
	t := &p.tokens[i]
	if i > start {
		if e := min(p.timeAt(i), last); e > i {
			possessive := e < last && p.tokens[e].Tag == "POS"
			if head >= 0 && !possessive {
				return 0, 0, false // "killed 12 people Tuesday"
			}
			return e, e - 1, true
		}
	}
	if e := min(p.nameAt(i), last); e > i {
		if head >= 0 && p.tokens[head].Tag == "NNS" && p.nameEndsAt(head) < 0 {
			return 0, 0, false
		}
		return e, e - 1, true
	}
	if e := min(p.quantityAt(i), last); e > i {
		if head >= 0 && !p.tokens[head].Tag.IsProper() {
			return 0, 0, false
		}
		if p.tokens[e-1].Tag.IsNoun() {
			return e, e - 1, true
		}
		return e, -1, true
	}
	next := i + 1
	switch t.Tag {
	case "DT", "PDT", "PRP$":
		if i > start && !p.determiner(i-1) {
			return 0, 0, false
		}
		return next, -1, true
	case "PRP", "EX":
		return next, -1, i == start
	case "CD":
		return next, -1, head < 0 || p.tokens[head].Tag.IsProper() || p.tokens[head].Tag == "NN"
	case "JJ", "JJR", "JJS":
		if head >= 0 {
			return next, -1, p.tokens[head].Tag.IsProper() && p.beginsNoun(next, last)
		}
		return next, -1, true
	case "VBN", "VBG", "VBD":
		if i == start || head >= 0 {
			return 0, 0, false
		}
		if p.beginsNoun(next, last) && t.Tag != "VBD" {
			return next, -1, true
		}
		return next, i, t.Tag == "VBN" && p.tokens[i-1].Norm == "the" // "the injured"
	case "NN", "NNS", "NNP", "NNPS", "FW":
		return next, i, true
	case "POS":
		return next, -1, head >= 0
	case "$", "#", "%":
		return next, -1, true
	case "RB", "RBR", "RBS":
		if i == start || head >= 0 || next >= last {
			return 0, 0, false
		}
		n := p.tokens[next].Tag
		return next, -1, n.IsAdjective() || n == "CD" || n == "VBN" && p.beginsNoun(next+1, last)
	}
	return next, -1, p.linksNouns(i, start, last, head)
}

// nameEndsAt is the index of the name that ends with the token, or -1. Only
// the name last passed can.
func (p *parser) nameEndsAt(token int) int {
	for i := p.name; i >= 0 && i >= p.name-1; i-- {
		if i < len(p.doc.Names) && p.doc.Names[i].Last == token+1 {
			return i
		}
	}
	return -1
}

func (p *parser) determiner(i int) bool {
	t := &p.tokens[i]
	return t.Tag == "PDT" || t.Norm == "all" || t.Norm == "both" || t.Norm == "half"
}

// linksNouns reports whether a sign or "and" at token i stands inside a noun
// phrase: "old and new buildings", "a tall, dark man", `the "golden" hour`.
func (p *parser) linksNouns(i, start, last, head int) bool {
	if i == start || i+1 >= last {
		return false
	}
	t, before, after := &p.tokens[i], p.tokens[i-1].Tag, p.tokens[i+1].Tag
	switch {
	case t.Tag == "CC" || t.Norm == ",":
		return head < 0 && before.IsAdjective() && after.IsAdjective()
	case t.Tag == "HYPH" || t.Norm == "-" && p.tokens[i-1].End == t.Start:
		return before.IsNoun() && after.IsNoun()
	case sign(t) == quote:
		return head < 0 && after.IsNoun() && before != "CD"
	}
	return false
}

// standsAlone reports whether an adjective often stands for a noun.
func standsAlone(norm string) bool {
	switch norm {
	case "many", "few", "several", "most", "more", "other", "others", "fewer", "less", "least", "much", "such":
		return true
	}
	return false
}
