package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/wording"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

var attribution = &compare.Detector{
	Kind: compare.AttributionKind,
	Doc: `the same words or statement, given on different authority

Fires when two sources put one quotation in the mouths of different named
speakers, give aligned statements on the word of different parties, have
different persons make the same appeal, have different nameless parties make the
same thing known (sources, an official), or give different occasions for one
statement of one speaker (a blog post, an interview).
Silent when one speaker is the other's spokesman, organisation or pronoun, when
a report names both speakers, when one report names no speaker, and when a
source gives both.
Misses speakers that only world knowledge tells apart.`,
	Run: runAttribution,
}

const (
	fewestSaid           = 4    // words that two persons may share by chance, if one is known from a pronoun only
	sameWords            = 0.80 // share of words from which two quotations are one
	attributionThreshold = 0.62
	occasionThreshold    = 0.55
	tellerThreshold      = 0.60
	agentDice            = 0.40 // one act is told in much the same words, but for who did it
	agentThreshold       = 0.55
	otherAppeal          = 0.20 // as much as one event counts: call on, urge and ask are one
)

// Why two claims are given on different authority; each asks its own question.
const (
	oneQuotation = "the same words in the mouths of two speakers"
	oneStatement = "the same statement on the word of two parties"
	oneAct       = "the same act of two persons"
	oneTold      = "made known by two parties"
	twoOccasions = "the same speaker and statement, on two occasions"
)

func runAttribution(s *compare.Story) []compare.Discrepancy {
	var list []candidate
	s.Pairs(compare.Saying, func(p compare.Pair) {
		if p.A.Source == p.B.Source || titled(s, p.A) || titled(s, p.B) || !rivalSpeakers(s, p.A, p.B) {
			return
		}
		if l := sayingLikeness(s, p.A, p.B); l >= sameWords {
			list = append(list, candidate{p.A, p.B, 0.55 + 0.35*l, oneQuotation})
		}
	})
	said := statementsBySpeaker(s)
	s.Pairs(compare.Statement, func(p compare.Pair) {
		if p.A.Source == p.B.Source || verbLemma(s, p.A) == "" {
			return
		}
		if why, score := otherAuthority(s, p, said); why != "" {
			list = append(list, candidate{p.A, p.B, score, why})
		}
	})
	var out []compare.Discrepancy
	for _, c := range bestOfSentence(assign(list)) {
		d := compare.Discrepancy{
			Kind: compare.AttributionKind, Verdict: compare.Tension, Score: c.score, Why: c.why, Subject: clauseWords(s, c.a),
		}
		switch c.why {
		case oneAct:
			d.Question = "Who " + deedWords(s, c.a) + "?"
			d.A, d.B = agentSide(s, c.a), agentSide(s, c.b)
		case oneTold:
			d.Question = about("Who made it known", clauseWords(s, c.a))
			d.A, d.B = statementSide(s, c.a), statementSide(s, c.b)
			d.A.Norm, d.B.Norm = tellerHead(s, c.a), tellerHead(s, c.b)
		case twoOccasions:
			d.Question = about("Where was it said", clauseWords(s, c.a))
			d.A, d.B = occasionSide(s, c.a), occasionSide(s, c.b)
		default:
			d.Question = about("Who says", clauseWords(s, c.a))
			d.A, d.B = speakerSide(s, c.a), speakerSide(s, c.b)
		}
		out = append(out, d)
	}
	return out
}

// otherAuthority says why two aligned statements rest on different authority,
// and how sure that is; "" if they do not.
func otherAuthority(s *compare.Story, p compare.Pair, said sayings) (why string, score float64) {
	score = statementScore(s, p)
	quoted := inQuotation(s, p.A) || inQuotation(s, p.B)
	if p.Dice >= agentDice && appeal(s, p.A) && appeal(s, p.B) {
		act := score
		if p.A.Event != p.B.Event {
			act += otherAppeal
		}
		if act >= agentThreshold && !quoted && finite(s, p.A) && finite(s, p.B) && sameDeed(s, p.A, p.B) && rivalAgents(s, p) {
			return oneAct, act
		}
	}
	if score >= tellerThreshold && rivalTellers(s, p.A, p.B) {
		return oneTold, score
	}
	if p.A.Speaker == nil || p.B.Speaker == nil {
		return "", 0
	}
	switch {
	case score >= attributionThreshold && !quoted && !p.A.Speaker.Inherited && !p.B.Speaker.Inherited && (p.A.Event != "be" || sameState(s, p.A, p.B)) && !conditional(s, p.A) && !conditional(s, p.B) &&
		!temporal(s, p.A) && !temporal(s, p.B) && rivalSpeakers(s, p.A, p.B) && !said.too(s, p.A.Source, p.B) && !said.too(s, p.B.Source, p.A):
		return oneStatement, score
	case score >= occasionThreshold && rivalOccasions(s, p.A, p.B):
		return twoOccasions, score * 0.9
	}
	return "", 0
}

// sayings are the statements of each source on the word of each named speaker.
type sayings map[[2]int][]*compare.Claim // by source and story entity

func statementsBySpeaker(s *compare.Story) sayings {
	said := sayings{}
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Statement {
			continue
		}
		if e := speakerEntity(s, c); e >= 0 {
			said[[2]int{c.Source, e}] = append(said[[2]int{c.Source, e}], c)
		}
	}
	return said
}

// too reports whether a source gives the statement on the same speaker's word
// as well.
func (said sayings) too(s *compare.Story, source int, c *compare.Claim) bool {
	return slices.ContainsFunc(said[[2]int{source, speakerEntity(s, c)}], func(o *compare.Claim) bool {
		return compare.Dice(o.Terms, c.Terms, o.Weight, c.Weight) >= attributionThreshold
	})
}

// sayingLikeness is the share of words that two quotations have in common, of
// the shorter one: a cut quotation is still the same.
func sayingLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	da, db := s.Document(a), s.Document(b)
	wa, _ := words(da, &da.Quotations[a.Mention])
	wb, _ := words(db, &db.Quotations[b.Mention])
	if !matters(wa) || !matters(wb) || min(len(wa), len(wb)) < 2 {
		return 0
	}
	if min(len(wa), len(wb)) < fewestSaid && (a.Speaker.Inherited || b.Speaker.Inherited) {
		return 0
	}
	equal := 0
	for _, e := range wording.Diff(wa, wb) {
		if e.Op == wording.Equal {
			equal += e.A1 - e.A0
		}
	}
	return float64(equal) / float64(min(len(wa), len(wb)))
}

// sameDeed reports whether two clauses act upon the same thing, as far as they
// say upon what.
func sameDeed(s *compare.Story, a, b *compare.Claim) bool {
	ca, cb := clauseOf(s, a), clauseOf(s, b)
	return ca.Object.Empty() || cb.Object.Empty() ||
		met(contentLemmas(s.Document(a), ca.Object.First, ca.Object.Last), contentLemmas(s.Document(b), cb.Object.First, cb.Object.Last)) > 0
}

// temporal reports whether a clause only says when something was said: "before
// the reading began, she asked".
func temporal(s *compare.Story, c *compare.Claim) bool {
	if cl := clauseOf(s, c); cl != nil {
		switch s.Document(c).Tokens[cl.First].Norm {
		case "before", "after", "when", "while", "until", "since", "once":
			return true
		}
	}
	return false
}

// titled reports whether a quotation is a title or motto: no more than words
// written large.
func titled(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := &doc.Quotations[c.Mention]
	if !q.Scare {
		return false
	}
	for i := q.First; i < q.Last; i++ {
		if t := &doc.Tokens[i]; isWord(t) && t.Text[0] >= 'a' && t.Text[0] <= 'z' && !lexicon.Stopword(t.Norm) {
			return false
		}
	}
	return true
}

// rivalOccasions reports whether one speaker is said to have said it on two
// occasions that exclude each other: a blog post and a news conference.
func rivalOccasions(s *compare.Story, a, b *compare.Claim) bool {
	if a.Speaker.Occasion.Empty() || b.Speaker.Occasion.Empty() || speakerEntity(s, a) < 0 || speakerEntity(s, a) != speakerEntity(s, b) {
		return false
	}
	x, y := lastWord(s, a), lastWord(s, b)
	if slices.Contains(occasionWords(s, a), y) || slices.Contains(occasionWords(s, b), x) {
		return false // "in a statement on the case", "in a statement"
	}
	if announced(x) && announced(y) {
		return false // a statement and an announcement
	}
	if slices.Contains(occasionWords(s, a), "their") || slices.Contains(occasionWords(s, b), "their") {
		return false // "in their letter": what several wrote is no occasion of one speaker
	}
	return x != "" && y != "" && related(x, y) < sameNoun
}

// announced reports nouns for words made public, in whatever medium.
func announced(noun string) bool {
	switch noun {
	case "statement", "announcement", "release", "remarks", "comments":
		return true
	}
	return false
}

func occasionWords(s *compare.Story, c *compare.Claim) []string {
	return strings.Fields(strings.ToLower(s.Document(c).Text(c.Speaker.Occasion)))
}

func lastWord(s *compare.Story, c *compare.Claim) string {
	fields := occasionWords(s, c)
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

// speakerSide quotes the speaker with the cue; its norm is the entity.
func speakerSide(s *compare.Story, c *compare.Claim) compare.Side {
	span := c.Speaker.Span
	doc := s.Document(c)
	if c.Speaker.Inherited || span.Empty() {
		span = c.Span
	} else if c.Speaker.Cue >= 0 {
		if wide := span.Cover(doc.Tokens[c.Speaker.Cue].Span); wide.Len() <= maxEvidence {
			span = wide
		}
	}
	if span.Len() > maxEvidence {
		span = c.Span
	}
	norm := c.Speaker.Head
	if e := speakerEntity(s, c); e >= 0 {
		norm = s.Entities[e].Canonical
	}
	return compare.Side{Evidence: compare.Evidence{Source: c.Source, Span: span}, Norm: norm}
}

// appeal reports verbs by which somebody asks or offers something in public:
// the act is the words, and who spoke them is what matters. Of other deeds
// people do the like one after the other.
func appeal(s *compare.Story, c *compare.Claim) bool {
	switch verbLemma(s, c) {
	case "call", "urge", "ask", "demand", "appeal", "warn", "propose", "promise", "pledge", "vow", "threaten", "apologise", "apologize", "invite":
		return true
	}
	return false
}

// rivalTellers reports whether two statements have different nameless parties
// make the same thing known: sources identify a suspect, an official does.
func rivalTellers(s *compare.Story, a, b *compare.Claim) bool {
	x, y := tellerHead(s, a), tellerHead(s, b)
	return x != "" && y != "" && verbLemma(s, a) == verbLemma(s, b) && related(x, y) < sameNoun
}

// tellerHead is the noun of a nameless party that makes something known: the
// subject of "identify", "confirm", "name", if it is a noun for speakers.
func tellerHead(s *compare.Story, c *compare.Claim) string {
	cl, doc := clauseOf(s, c), s.Document(c)
	switch verbLemma(s, c) {
	case "identify", "confirm", "name", "reveal", "disclose":
	default:
		return ""
	}
	if cl.Passive || cl.Subject.Empty() || c.Stance != nlp.Asserted || len(entitiesIn(s, c.Source, cl.Subject.First, cl.Subject.Last)) > 0 {
		return ""
	}
	if head := &doc.Tokens[cl.Subject.Last-1]; lexicon.SpeakerNoun(head.Norm) {
		return head.Lemma
	}
	return ""
}

// agentSide quotes who did it with what was done.
func agentSide(s *compare.Story, c *compare.Claim) compare.Side {
	side := statementSide(s, c)
	side.Norm = s.Entities[agentOf(s, c)].Canonical
	return side
}

func occasionSide(s *compare.Story, c *compare.Claim) compare.Side {
	return compare.Side{Evidence: compare.Evidence{Source: c.Source, Span: c.Speaker.Occasion}, Norm: lastWord(s, c)}
}
