package detect

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

const (
	plannedThreshold = 0.58
	frameThreshold   = 0.48 // where subject and object agree as well as the verb
	nominalBonus     = 0.12 // what statementScore gives to related events, for "begin a search" and "search"
	strangersReach   = 2    // sentences before a claim in which what it is about is named
	fewestStrangers  = 2    // one name may be spelled otherwise
)

// carriedOut scores two statements of which one gives as a plan what the other
// tells as done. The plan must stand in the earlier report, or neither be dated,
// but for what already goes on where another has it begin later; order is that of
// laterFirst.
func carriedOut(s *compare.Story, p compare.Pair, order int) float64 {
	plan, deed := p.A, p.B
	if planned(s, p.B) {
		plan, deed, order = p.B, p.A, -order
	}
	score := statementScore(s, p)
	related := related(deedLemma(s, plan), deedLemma(s, deed))
	if related >= sameNoun && related < 1 && light(verbLemma(s, plan)) && score > 0 {
		score += nominalBonus
	}
	bar := plannedThreshold
	if sameFrame(s, plan, deed) {
		bar = frameThreshold
	}
	begins := light(verbLemma(s, plan)) && underWay(s, deed) // "will begin to search", "are searching"
	switch {
	case score < bar || order > 0 && !begins,
		related < sameNoun || related < 1 && !light(verbLemma(s, plan)) || !weightyDeed(s, plan) || planVerb(s, plan),
		!done(s, deed) && !begins,
		awaited(s, deed) || before(s, deed) || phrasal(s, deed) != phrasal(s, plan),
		openQuestion(s, plan) || openQuestion(s, deed) || negated(s, plan) || negated(s, deed),
		temporal(s, deed) && subjectHead(s, deed) != nil && subjectHead(s, deed).Norm == "it",
		strangers(s, plan, deed) || strangers(s, deed, plan),
		otherCount(s, plan, deed),
		otherParties(s, plan, deed) || related == 1 && otherObject(s, plan, deed) || otherNumber(s, plan, deed):
		return 0
	}
	return min(score, 1)
}

// deedLemma is the lemma of what a clause says is done: its verb, or its noun
// where the verb only says that it begins or takes place: "begin a search", "the
// search will begin".
func deedLemma(s *compare.Story, c *compare.Claim) string {
	verb := verbLemma(s, c)
	if !light(verb) {
		return verb
	}
	cl, doc := clauseOf(s, c), s.Document(c)
	np := cl.Object
	if np.Empty() {
		np = cl.Subject
	}
	if np.Empty() {
		return verb
	}
	if t := &doc.Tokens[headOf(doc, np)]; t.Tag.IsNoun() && !t.Tag.IsProper() {
		return t.Lemma
	}
	return verb
}

// light reports a verb that leaves it to its noun to say what is done.
func light(lemma string) bool {
	switch lemma {
	case "begin", "start", "launch", "open", "hold", "conduct", "carry":
		return true
	}
	return false
}

// weightyDeed is weightyVerb for what deedLemma finds.
func weightyDeed(s *compare.Story, c *compare.Claim) bool {
	return light(verbLemma(s, c)) || weightyVerb(c)
}

// underWay reports whether a claim tells what goes on as its report is written:
// "are searching", "are continuing to search".
func underWay(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	if c.Stance != nlp.Asserted {
		return false
	}
	if doc.Tokens[cl.VerbFirst].Tag == "TO" && cl.Parent >= 0 {
		p := &doc.Clauses[cl.Parent]
		if p.Verb < 0 {
			return false
		}
		switch doc.Tokens[p.Verb].Lemma {
		case "continue", "begin", "start":
			return doc.Tokens[p.Verb].Tag != "VB"
		}
		return false
	}
	return doc.Tokens[cl.Verb].Tag == "VBG" && cl.VerbFirst < cl.Verb && !modal(s, c)
}

// sameFrame reports whether the same party does the same to the same thing: the
// heads of subject and object agree.
func sameFrame(s *compare.Story, a, b *compare.Claim) bool {
	x, y := subjectHead(s, a), subjectHead(s, b)
	ca, cb := clauseOf(s, a), clauseOf(s, b)
	if p := verbLemma(s, a); p == "become" || p == "be" {
		return false // "would become the fifth": no plan
	}
	if x == nil || y == nil || !x.Tag.IsNoun() || x.Lemma != y.Lemma || ca.Object.Empty() || cb.Object.Empty() {
		return false
	}
	return met(contentLemmas(s.Document(a), ca.Object.First, ca.Object.Last), contentLemmas(s.Document(b), cb.Object.First, cb.Object.Last)) > 0
}

// otherCount reports whether the objects of two clauses count differently: he
// missed four games, he will miss two.
func otherCount(s *compare.Story, a, b *compare.Claim) bool {
	x, y := countIn(s, a), countIn(s, b)
	return x != "" && y != "" && x != y
}

// countIn is the first number in a clause's object, "" if it has none.
func countIn(s *compare.Story, c *compare.Claim) string {
	doc, np := s.Document(c), clauseOf(s, c).Object
	for i := np.First; i < np.Last; i++ {
		if doc.Tokens[i].Tag == "CD" {
			return doc.Tokens[i].Norm
		}
	}
	return ""
}

// strangers reports whether everything named around a claim is unknown to the
// other claim's report: a report that tells of an older case beside the new one.
func strangers(s *compare.Story, c, other *compare.Claim) bool {
	doc := s.Document(c)
	at := s.Passages[c.Passage].Sentence
	first := max(0, at-strangersReach)
	for first < at && doc.Sentences[first].Heading {
		first++
	}
	named := entitiesIn(s, c.Source, doc.Sentences[first].First, doc.Sentences[at].Last)
	return len(named) >= fewestStrangers && !slices.ContainsFunc(named, func(e int) bool {
		return slices.Contains(s.Entities[e].Sources, other.Source)
	})
}

// planVerb reports whether what is planned is only a plan again: "had been
// expected to".
func planVerb(s *compare.Story, c *compare.Claim) bool {
	return lexicon.Stance(s.Document(c).Tokens[clauseOf(s, c).Verb].Norm) == lexicon.PlanVerb
}

// before reports whether a clause tells what had been earlier: "previously
// hosted", "once served".
func before(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < cl.VerbLast; i++ {
		switch doc.Tokens[i].Norm {
		case "previously", "formerly", "once", "earlier", "long":
			return true
		}
	}
	return false
}

// otherObject reports whether two clauses name, as what is acted upon, things
// without a word in common: the role was announced, the winners will be.
func otherObject(s *compare.Story, a, b *compare.Claim) bool {
	x, y := patient(s, a), patient(s, b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(w string) bool {
		return slices.ContainsFunc(y, func(v string) bool { return related(w, v) >= sameNoun })
	})
}

// patient lists the content words, up to its head noun, of what is acted upon in
// a clause; none if it is a pronoun.
func patient(s *compare.Story, c *compare.Claim) []string {
	cl, doc := clauseOf(s, c), s.Document(c)
	np := cl.Object
	if cl.Passive || np.Empty() {
		np = cl.Subject
	}
	if np.Empty() {
		return nil
	}
	last := headOf(doc, np)
	if !doc.Tokens[last].Tag.IsNoun() {
		return nil
	}
	for last++; last < np.Last && doc.Tokens[last].Tag.IsProper(); last++ {
	}
	return contentLemmas(doc, np.First, last)
}

// otherNumber reports whether one does what is planned and several did it: "she
// will meet", "their husbands met".
func otherNumber(s *compare.Story, a, b *compare.Claim) bool {
	x, y := subjectHead(s, a), subjectHead(s, b)
	return x != nil && y != nil && (single(x) && y.Tag == "NNS" || single(y) && x.Tag == "NNS")
}

func single(t *nlp.Token) bool { return t.Norm == "he" || t.Norm == "she" }

// subjectHead is the last token of a clause's subject, nil if it has none.
func subjectHead(s *compare.Story, c *compare.Claim) *nlp.Token {
	cl := clauseOf(s, c)
	if cl.Subject.Empty() {
		return nil
	}
	return &s.Document(c).Tokens[cl.Subject.Last-1]
}

// planned reports whether the clause itself is put as a plan.
func planned(s *compare.Story, c *compare.Claim) bool {
	return c.Stance == nlp.Planned && ownPlan(s, c)
}

// otherParties reports whether two clauses name, as what is acted upon, other
// things: she met the mayor, she will meet the bishop.
func otherParties(s *compare.Story, a, b *compare.Claim) bool {
	ca, cb := clauseOf(s, a), clauseOf(s, b)
	return disjoint(parties(s, a.Source, ca.VerbLast, min(ca.Last, ca.VerbLast+partyReach)), parties(s, b.Source, cb.VerbLast, min(cb.Last, cb.VerbLast+partyReach)))
}

// partyReach is how many tokens after the verb that which is acted upon stands.
const partyReach = 6

// done reports whether a claim tells what happened: its verb is in the past,
// or it is a headline in the present.
func done(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	switch doc.Tokens[cl.Verb].Tag {
	case "VBD", "VBN":
		return c.Stance == nlp.Asserted && finite(s, c) && !modal(s, c) && doc.Tokens[cl.VerbFirst].Tag != "VB" // "asked that it be closed"
	case "VBZ", "VBP":
		return c.Stance == nlp.Asserted && doc.Sentences[cl.Sentence].Heading
	}
	return false
}
