package detect

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

var outcome = &compare.Detector{
	Kind: compare.Outcome,
	Doc: `opposite or reversed accounts of what happened

Fires when two aligned clauses about the same parties state opposite events
(rose/fell, removed/reinstated, closed/reopened), when one negates what the other
asserts, when one gives as done what an earlier report gives as planned, or as
under way what the other has begin later, when one thing is in opposite states
(cut off, open; on, off), whatever else is said, and when nobody was charged,
arrested, hurt or killed in one and somebody in another.
Silent when both sources tell both (closed, then reopened), when the clauses
are dated apart, and when the party or thing differs.
Misses opposites that no lexicon knows and states told in other words.`,
	Run: runOutcome,
}

const (
	oppositeThreshold = 0.42
	negationThreshold = 0.62 // a negation elsewhere in a long sentence is common: ask for more
	sameText          = 0.9  // sentences this alike say the same, whatever a parser makes of them
)

func runOutcome(s *compare.Story) []compare.Discrepancy {
	var list []candidate
	verdicts := map[[2]*compare.Claim]compare.Verdict{}
	told := tellings{}
	s.Pairs(compare.Statement, func(p compare.Pair) {
		if p.A.Source == p.B.Source || p.Link.Dice > sameText || inQuotation(s, p.A) || inQuotation(s, p.B) ||
			disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)) {
			return
		}
		score, why, verdict := opposed(s, p, told)
		if score == 0 || rivalAgents(s, p) { // what two persons do are two acts: see attribution
			return
		}
		list = append(list, candidate{p.A, p.B, score, why})
		verdicts[[2]*compare.Claim{p.A, p.B}] = verdict
	})
	var out []compare.Discrepancy
	for _, c := range bestOfSentence(assign(list)) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Outcome, Verdict: verdicts[[2]*compare.Claim{c.a, c.b}], Score: c.score, Why: c.why,
			Subject: clauseWords(s, c.a), Question: about("What happened", clauseWords(s, c.a)),
			A: statementSide(s, c.a), B: statementSide(s, c.b),
		})
	}
	return slices.Concat(out, stateReversals(s), nothings(s))
}

// opposed scores a pair of statements as opposite accounts; 0 if they are not.
func opposed(s *compare.Story, p compare.Pair, told tellings) (score float64, why string, verdict compare.Verdict) {
	va, vb := verbLemma(s, p.A), verbLemma(s, p.B)
	if va == "" || vb == "" || longAgo(s, p.A) != longAgo(s, p.B) {
		return 0, "", 0
	}
	order := laterFirst(s, p.A, p.B)
	verdict = compare.Conflict
	if order != 0 {
		verdict = compare.Update
	}
	if planned(s, p.A) != planned(s, p.B) {
		if score = carriedOut(s, p, order); score > 0 {
			if order > 0 && planned(s, p.A) || order < 0 && planned(s, p.B) {
				return score, "to begin in one, under way in the other", compare.Tension
			}
			return score, "planned in one, done in the other", compare.Update
		}
	}
	if modal(s, p.A) != modal(s, p.B) && !planned(s, p.A) && !planned(s, p.B) {
		return 0, "", 0
	}
	if negated(s, p.A) != negated(s, p.B) {
		return contradicted(s, p), "one negates what the other states", verdict
	}
	return reversed(s, p, told), "“" + va + "” is the opposite of “" + vb + "”", verdict
}

// reversed scores two statements whose verbs are opposites: rose, fell.
func reversed(s *compare.Story, p compare.Pair, told tellings) float64 {
	base := 0.6*p.Dice + 0.25*p.Link.Dice
	switch {
	case base+0.2 < oppositeThreshold,
		direction(s, p.A)*direction(s, p.B) >= 0 && !(lexicon.Opposite(verbLemma(s, p.A), verbLemma(s, p.B)) && weightyVerb(p.A) && weightyVerb(p.B)),
		phrasal(s, p.A) || phrasal(s, p.B),
		soft(p.A.Stance) || soft(p.B.Stance),
		!finite(s, p.A) || !finite(s, p.B),
		outOfMany(s, p.A) || outOfMany(s, p.B),
		!sameParties(s, p.A, p.B) || namedWith(s, p.A, p.B) || timesApart(s, p.A, p.B),
		told.by(s, p.A.Source, p.B) || told.by(s, p.B.Source, p.A):
		return 0
	}
	return min(1, base+0.25)
}

// namedWith reports whether what is acted upon is a name in one clause and a thing
// that goes by that name in the other: he joined Altona, he left his Altona car.
func namedWith(s *compare.Story, a, b *compare.Claim) bool {
	ca, cb := clauseOf(s, a), clauseOf(s, b)
	if ca.Passive || cb.Passive || ca.Object.Empty() || cb.Object.Empty() {
		return false
	}
	x, y := &s.Document(a).Tokens[headOf(s.Document(a), ca.Object)], &s.Document(b).Tokens[headOf(s.Document(b), cb.Object)]
	return x.Tag.IsNoun() && y.Tag.IsNoun() && x.Tag.IsProper() != y.Tag.IsProper() && x.Lemma != y.Lemma
}

// contradicted scores two statements of which one negates what the other says.
func contradicted(s *compare.Story, p compare.Pair) float64 {
	score := statementScore(s, p)
	switch {
	case score < negationThreshold,
		related(verbLemma(s, p.A), verbLemma(s, p.B)) < sameNoun || !weightyVerb(p.A),
		awaited(s, p.A) || awaited(s, p.B),
		conditional(s, p.A) || conditional(s, p.B),
		!finite(s, p.A) || !finite(s, p.B),
		held(s, p.A) || held(s, p.B),
		soft(p.A.Stance) || soft(p.B.Stance),
		!sameParties(s, p.A, p.B) || elsewhere(s, p.A, p.B):
		return 0
	}
	return score
}

// elsewhere reports whether what follows the verbs of two clauses names other
// things or places: never went to Tarn, went to Kelm.
func elsewhere(s *compare.Story, a, b *compare.Claim) bool {
	ca, cb := clauseOf(s, a), clauseOf(s, b)
	return disjoint(entitiesIn(s, a.Source, ca.VerbLast, min(ca.Last, ca.VerbLast+partyReach)), entitiesIn(s, b.Source, cb.VerbLast, min(cb.Last, cb.VerbLast+partyReach)))
}

// outOfMany reports whether a claim is about some out of many: the others may have
// fared otherwise.
func outOfMany(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	return someOfThem(doc, cl.Subject) || someOfThem(doc, cl.Object)
}

// direction is 1 for a clause in which something goes up, -1 for down, 0 for
// neither: by its verb, or by "was up", "were down about 1 percent".
func direction(s *compare.Story, c *compare.Claim) int {
	switch c.Event {
	case "rise":
		return 1
	case "fall":
		return -1
	}
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbLast; c.Event == "be" && i < min(cl.VerbLast+2, cl.Last); i++ {
		switch doc.Tokens[i].Norm {
		case "up", "higher":
			return 1
		case "down", "lower":
			return -1
		}
	}
	return 0
}

// phrasal reports whether a word behind a verb of movement makes another verb of
// it: the team fell behind, the deal fell apart, the bank went under.
func phrasal(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	if cl.VerbLast >= cl.Last {
		return false
	}
	switch doc.Tokens[cl.VerbLast].Norm {
	case "to":
		return doc.Tokens[cl.Verb].Lemma == "decline" // to comment
	case "behind", "apart", "asleep", "ill", "short", "silent", "through", "foul", "victim", "under", "out":
		return true
	}
	return false
}

// awaited reports whether a clause tells what had not happened yet: "until the
// talks were finished".
func awaited(s *compare.Story, c *compare.Claim) bool {
	doc, first := s.Document(c), clauseOf(s, c).First
	for i := max(0, first-1); i <= first; i++ {
		switch doc.Tokens[i].Norm {
		case "until", "till", "before":
			return true
		}
	}
	return false
}

// modal reports whether a claim's verb group says what can, may, should or
// would be: "they would never win".
func modal(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < cl.VerbLast; i++ {
		if doc.Tokens[i].Tag == "MD" {
			return true
		}
	}
	return false
}

// held reports whether a claim is what somebody believes, alleges or denies,
// negated or not: "many doubt that he was born here", "I do not think he won".
func held(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for _, t := range stancesIn(doc, cl.Sentence) {
		if t.First <= cl.Verb && cl.Verb < t.Last && doubt(t.Kind) {
			return true
		}
	}
	for n := cl.Parent; n >= 0; n = doc.Clauses[n].Parent {
		if v := doc.Clauses[n].Verb; v >= 0 && (doc.Tokens[v].Lemma == "think" || doc.Tokens[v].Lemma == "believe") {
			return true
		}
	}
	return false
}

// parties are the named things in tokens [first, last) that are no places.
func parties(s *compare.Story, source, first, last int) []int {
	return slices.DeleteFunc(entitiesIn(s, source, first, last), func(e int) bool {
		return s.Entities[e].Type == nlp.Place || s.Entities[e].Type == nlp.Nationality
	})
}

// soft reports whether the source does not stand behind the claim.
func soft(k nlp.StanceKind) bool {
	switch k {
	case nlp.Hedged, nlp.Alleged, nlp.Reported, nlp.Planned, nlp.Denied:
		return true
	}
	return false
}

// sameParties reports whether two clauses are about the same things: who does
// it, as far as both say so, and to what. Opposites done by others, or to
// something else, are no opposites: nurses accept, doctors reject.
func sameParties(s *compare.Story, a, b *compare.Claim) bool {
	agentA, patientA := partiesOf(s, a)
	agentB, patientB := partiesOf(s, b)
	if converse(verbLemma(s, a), verbLemma(s, b)) && met(agentA, agentB) == 0 {
		return false
	}
	return !contrast(agentA, agentB) && !contrast(patientA, patientB) && (met(patientA, patientB) > 0 || len(patientA)+len(patientB) == 0 && met(agentA, agentB) > 0)
}

// converse reports verbs that tell one deed from two sides: what one sells the
// other buys.
func converse(a, b string) bool {
	switch min(a, b) + " " + max(a, b) {
	case "buy sell", "borrow lend", "give receive", "give take", "receive send", "acquire sell", "pay receive", "learn teach":
		return true
	}
	return false
}

// partiesOf lists the content words of who acts in a clause and of what is acted
// upon: the subject of a passive or of a verb without object.
func partiesOf(s *compare.Story, c *compare.Claim) (agent, patient []string) {
	cl, doc := clauseOf(s, c), s.Document(c)
	subject := contentLemmas(doc, cl.Subject.First, cl.Subject.Last)
	if !cl.Subject.Empty() && cl.Subject.Last <= cl.VerbFirst {
		subject = contentLemmas(doc, cl.Subject.First, cl.VerbFirst) // "the price of wheat"
	}
	object := contentLemmas(doc, cl.Object.First, cl.Object.Last)
	if cl.Passive || len(object) == 0 || c.Event == "be" || doc.Tokens[cl.Verb].Lemma == "survive" {
		return nil, subject // who survives another is not dead
	}
	return subject, object
}

// contrast reports whether both lists have a word that the other lacks.
func contrast(a, b []string) bool {
	return met(a, b) < len(a) && met(b, a) < len(b)
}

// tellings lists the statements of a source that tell of an event by a verb or
// one near to it, looked up once for each.
type tellings map[tellingKey][]*compare.Claim

type tellingKey struct {
	source int
	verb   string
}

// mostTellings is how many statements of a source with one verb are looked at: a
// report of news has a few.
const mostTellings = 100

// by reports whether a source has a clause about the same parties with the verb
// of another one: closed, then reopened.
func (t tellings) by(s *compare.Story, source int, c *compare.Claim) bool {
	k := tellingKey{source, verbLemma(s, c)}
	list, found := t[k]
	if !found {
		r := s.Sources[source].Claims
		for i := r.First; i < r.Last && len(list) < mostTellings; i++ {
			if o := &s.Claims[i]; o.Sort == compare.Statement && !soft(o.Stance) && related(verbLemma(s, o), k.verb) >= sameNoun {
				list = append(list, o)
			}
		}
		t[k] = list
	}
	return slices.ContainsFunc(list, func(o *compare.Claim) bool { return sameParties(s, o, c) })
}

func sharedEntity(a, b []int) bool {
	return len(a) > 0 && len(b) > 0 && !disjoint(a, b)
}
