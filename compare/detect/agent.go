package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// agentOf is the story entity that the subject of a claim's clause names or
// stands for, -1 if that is not known: a name; a pronoun for the person named
// last in the sentence, or alone in the one before; a title for the one person to whom the report gives it.
func agentOf(s *compare.Story, c *compare.Claim) int {
	cl := clauseOf(s, c)
	if cl == nil || cl.Subject.Empty() || cl.Passive {
		return -1
	}
	doc := s.Document(c)
	if named := entitiesIn(s, c.Source, cl.Subject.First, cl.Subject.Last); len(named) > 0 {
		if person := solePerson(s, named); person >= 0 {
			return person
		}
	}
	head := &doc.Tokens[cl.Subject.Last-1]
	switch head.Norm {
	case "he", "she":
		sent := &doc.Sentences[cl.Sentence]
		if e := personIn(s, c.Source, sent.First, cl.Subject.First); e >= 0 || cl.Sentence == 0 {
			return e
		}
		before := &doc.Sentences[cl.Sentence-1]
		if before.Paragraph != sent.Paragraph {
			return -1
		}
		return solePerson(s, entitiesIn(s, c.Source, before.First, before.Last))
	}
	if head.Tag.IsNoun() && lexicon.PersonNoun(head.Lemma) {
		return holder(s, c, cl.Subject)
	}
	return -1
}

// solePerson is the one person among some entities, -1 if there is none or
// several.
func solePerson(s *compare.Story, entities []int) int {
	found := -1
	for _, e := range entities {
		if s.Entities[e].Type != nlp.Person || e == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// personIn is the last person named in tokens [first, last), -1 if none is.
func personIn(s *compare.Story, source, first, last int) int {
	for _, e := range slices.Backward(entitiesIn(s, source, first, last)) {
		if s.Entities[e].Type == nlp.Person {
			return e
		}
	}
	return -1
}

// holder is the one person whose title in the report comes nearest to a noun
// phrase: "Norvane's Vice President" is the vice president and not the
// president; -1 if there is none, or two come as near.
func holder(s *compare.Story, c *compare.Claim, phrase nlp.Range) int {
	src := &s.Sources[c.Source]
	words := contentLemmas(src.Doc, phrase.First, phrase.Last)
	head := src.Doc.Tokens[phrase.Last-1].Lemma
	best, found := 0, -1
	for i := range src.Doc.Roles {
		r := &src.Doc.Roles[i]
		e := src.Entity[r.Entity]
		if r.Head != head || s.Entities[e].Type != nlp.Person {
			continue
		}
		switch n := met(words, contentLemmas(src.Doc, r.First, r.Last)); {
		case n > best:
			best, found = n, e
		case n == best && e != found:
			found = -1
		}
	}
	return found
}

// rivalAgents reports whether two persons are said to have done what two
// aligned statements tell.
func rivalAgents(s *compare.Story, p compare.Pair) bool {
	a, b := agentOf(s, p.A), agentOf(s, p.B)
	if a < 0 || b < 0 || a == b || slices.Contains(clauseEntities(s, p.A), b) || slices.Contains(clauseEntities(s, p.B), a) {
		return false // one met the other
	}
	x, y := s.Entities[a].Canonical, s.Entities[b].Canonical
	if isTitle(strings.ToLower(x)) || isTitle(strings.ToLower(y)) {
		return false // it may be either's
	}
	rel, _ := value.CompareNames(x, y)
	return rel == value.Conflict && !nameInCommon(value.NameKey(x), value.NameKey(y))
}

// isTitle reports whether what stands as a name, in lower case, is a title:
// "norland governor", but not "vera smith".
func isTitle(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return lexicon.PersonNoun(lastName(name)) && (!lexicon.GivenName(first) || lexicon.KnownName(first) == lexicon.RegionName)
}
