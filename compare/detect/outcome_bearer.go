package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// conditions lists the states into which a statement puts its thing: none for
// what is denied, doubted, planned, asked or awaited.
func conditions(s *compare.Story, c *compare.Claim) []condition {
	cl := clauseOf(s, c)
	if c.Sort != compare.Statement || cl == nil || cl.Verb < 0 {
		return nil
	}
	bearer := bearerOf(s, c)
	if bearer.Empty() {
		return nil
	}
	doc := s.Document(c)
	head := headOf(doc, bearer)
	if !doc.Tokens[head].Tag.IsNoun() {
		return nil
	}
	word, static := stateWord(doc, cl)
	for _, w := range word {
		if found := lexicon.States(w, doc.Tokens[head].Lemma); len(found) > 0 {
			base, ok := bearerDetails(s, c, bearer, head)
			if !ok || !holds(s, c) {
				return nil
			}
			base.votes = lexicon.VoteVerb(w)
			base.static = static || base.votes // one votes once
			var list []condition
			for _, st := range found {
				base.state = st
				list = append(list, base)
			}
			return list
		}
	}
	return nil
}

// holds reports whether a claim tells a state that its source stands behind as
// it writes: "is expected to remain closed" is closed, "cleared it to reopen"
// lets it be open.
func holds(s *compare.Story, c *compare.Claim) bool {
	switch {
	case c.Stance == nlp.Planned && (c.Event == "remain" || c.Event == "stay"):
		return true
	case c.Stance != nlp.Asserted || modal(s, c) || negated(s, c) || openQuestion(s, c) || awaited(s, c) || pluperfect(s, c):
		return false
	}
	return finite(s, c) || permitted(s, c)
}

// permitted reports whether a claim is an infinitive that says what somebody was
// let do.
func permitted(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	if cl.Parent < 0 || doc.Tokens[cl.VerbFirst].Tag != "TO" {
		return false
	}
	p := &doc.Clauses[cl.Parent]
	if p.Verb < 0 || p.Object.Empty() && !p.Passive {
		return false
	}
	switch doc.Tokens[p.Verb].Lemma {
	case "allow", "clear", "permit", "authorise", "authorize":
		return doc.Tokens[p.Verb].Tag == "VBD" || doc.Tokens[p.Verb].Tag == "VBN"
	}
	return false
}

// pluperfect reports what had been before: "had been closed since May".
func pluperfect(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if doc.Tokens[i].Norm == "had" {
			return true
		}
	}
	return false
}

// bearerOf is the noun phrase of the thing that a clause puts into a state: the
// object, or the subject of a passive, of a verb that needs no object and of a
// vote. For "it" it is the subject of the clause before.
func bearerOf(s *compare.Story, c *compare.Claim) nlp.Range {
	cl, doc := clauseOf(s, c), s.Document(c)
	np := cl.Subject
	switch verb := doc.Tokens[cl.Verb].Lemma; {
	case permitted(s, c) && !doc.Clauses[cl.Parent].Passive:
		np = doc.Clauses[cl.Parent].Object
	case lexicon.VoteVerb(verb):
		if cl.Passive {
			return nlp.Range{}
		}
	case cl.Passive || copular(verb):
	case !cl.Object.Empty():
		np = cl.Object
	case !lexicon.OfItself(verb):
		return nlp.Range{}
	}
	if !np.Empty() && doc.Tokens[np.Last-1].Norm == "it" {
		np = subjectBefore(doc, c.Clause)
	}
	return np
}

// mostClauses is how many clauses back the noun of "it" is looked for.
const mostClauses = 6

// subjectBefore is the subject of the last main clause before a clause in its
// sentence.
func subjectBefore(doc *nlp.Document, clause int) nlp.Range {
	for i := clause - 1; i >= max(0, clause-mostClauses) && doc.Clauses[i].Sentence == doc.Clauses[clause].Sentence; i-- {
		if cl := &doc.Clauses[i]; cl.Parent < 0 && i != doc.Clauses[clause].Parent {
			return cl.Subject
		}
	}
	return nlp.Range{}
}

func copular(lemma string) bool {
	switch lemma {
	case "be", "remain", "stay", "lie", "become":
		return true
	}
	return false
}

// headOf is the head noun of a noun phrase: what stands before "of", unless that
// only counts what stands behind it, and "app" in "the chat app Plinq".
func headOf(doc *nlp.Document, np nlp.Range) int {
	for i := np.First + 1; i < np.Last-1; i++ {
		if doc.Tokens[i].Norm == "of" && doc.Tokens[i-1].Tag.IsNoun() {
			return i - 1
		}
	}
	head := np.Last - 1
	for i := head; i > np.First && doc.Tokens[i].Tag.IsProper(); i-- {
		if before := doc.Tokens[i-1].Tag; before.IsNoun() && !before.IsProper() {
			return i - 1
		}
	}
	return head
}

// stateWord lists the words for the state a clause tells, most telling first,
// and whether it tells it as a state.
func stateWord(doc *nlp.Document, cl *nlp.Clause) (list []string, static bool) {
	verb := doc.Tokens[cl.Verb].Lemma
	after := cl.VerbLast
	if copular(verb) {
		at := after
		if !cl.Object.Empty() {
			at = cl.Object.First
		}
		for at < cl.Last && doc.Tokens[at].Tag.IsAdverb() && at+1 < cl.Last && doc.Tokens[at].Norm != "off" {
			at++
		}
		if at >= cl.Last {
			return nil, true
		}
		word := doc.Tokens[at].Norm
		if at+1 < cl.Last && (word == "at" || word == "in") {
			return []string{word + "_" + doc.Tokens[at+1].Norm}, true
		}
		if at+1 < cl.Last && doc.Tokens[at+1].Tag.IsNoun() && word != "dead" {
			return nil, true // "was open water"
		}
		return []string{word, doc.Tokens[at].Lemma}, true
	}
	if verb == "find" && !cl.Object.Empty() && cl.Passive {
		list = append(list, "found_"+doc.Tokens[cl.Object.First].Norm)
	}
	if after < cl.Last {
		if verb == "find" && cl.Passive {
			list = append(list, "found_"+doc.Tokens[after].Norm)
		}
		switch doc.Tokens[after].Norm {
		case "on", "off", "down", "out", "up":
			if after+1 == cl.Last || !doc.Tokens[after+1].Tag.IsNoun() && doc.Tokens[after+1].Tag != "DT" && doc.Tokens[after+1].Tag != "CD" {
				list = append(list, verb+"_"+doc.Tokens[after].Norm)
			}
		}
	}
	for _, o := range cl.Obliques {
		list = append(list, verb+"_"+doc.Tokens[o.Last-1].Lemma)
	}
	return append(list, verb), false
}

// bearerDetails says which thing of its sort a noun phrase means; ok is false
// for a thing that is not known as one of its own: a road, schools.
func bearerDetails(s *compare.Story, c *compare.Claim, np nlp.Range, head int) (d condition, ok bool) {
	doc, cl := s.Document(c), clauseOf(s, c)
	d = condition{claim: c, thing: np, head: doc.Tokens[head].Lemma}
	definite := doc.Sentences[cl.Sentence].Heading && doc.Tokens[head].Tag != "NNS"
	for i := np.First; i < np.Last; i++ {
		switch t := &doc.Tokens[i]; {
		case t.Norm == "both" || t.Norm == "all" || t.Norm == "every" || t.Norm == "each":
			d.whole, definite = true, true
		case t.Norm == "the" || t.Norm == "this" || t.Norm == "these" || t.Norm == "that" || t.Tag == "PRP$" || t.Tag == "POS":
			definite = true
		case t.Tag == "CD" && i < head:
			d.count = t.Norm
		}
	}
	named := doc.Tokens[head].Tag.IsProper() || head > doc.Sentences[cl.Sentence].First && unicode.IsUpper(firstRune(doc.Tokens[head].Text))
	if named {
		d.count = "" // "the three Greens" are the Greens
		d.head = strings.TrimSuffix(d.head, "s")
	}
	if d.part = someOfThem(doc, np); d.part {
		d.count = ""
	}
	last := np.Last
	if np.First >= cl.First && np.Last <= cl.VerbFirst {
		last = cl.VerbFirst // "the road to the coast"
	}
	d.entities = entitiesIn(s, c.Source, np.First, last)
	if doc.Tokens[head].Tag.IsProper() && !strings.HasSuffix(doc.Tokens[head].Norm, "s") && len(owned(s, entitiesIn(s, c.Source, head, head+1))) == 0 && len(d.entities) > 0 {
		return d, false // "Somali" for some of them
	}
	for i := np.First; i < last; i++ {
		if t := &doc.Tokens[i]; i != head && isWord(t) && t.Norm != "only" && t.Tag != "CD" && !t.Tag.IsAdverb() && !lexicon.Stopword(t.Norm) {
			d.words = append(d.words, t.Lemma)
		}
	}
	return d, definite || d.count != "" || named
}

// someOfThem reports a noun phrase for some out of many: "some of the schools".
func someOfThem(doc *nlp.Document, np nlp.Range) bool {
	if np.Last-np.First < 3 || doc.Tokens[np.First+1].Norm != "of" {
		return false
	}
	switch t := &doc.Tokens[np.First]; t.Norm {
	case "some", "most", "many", "several", "few", "part", "half", "another", "none":
		return true
	default:
		return t.Tag == "CD"
	}
}

// sameBearer reports whether two conditions are of one thing, as far as their
// words say.
func sameBearer(s *compare.Story, x, y *condition) bool {
	if x.part && !y.whole || y.part && !x.whole {
		return false // some were rescued, some died
	}
	if x.count != y.count && !x.part && !y.part {
		return false
	}
	lists := x.votes && y.votes // "Conservatives and Liberals opposed it": the last one's name may be no entity
	if !lists && disjoint(x.entities, y.entities) || contrast(x.words, y.words) {
		return false
	}
	return !slices.Contains(vagueBearers, x.head) || sharedEntity(x.entities, y.entities) || x.count != ""
}

// vagueBearers are nouns that several in one story go by.
var vagueBearers = []string{"man", "woman", "person", "people", "child", "boy", "girl", "official", "officer", "other", "one", "group", "number", "suspect", "victim", "police"}

// firstRune is the first character of a word.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
