package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

var certainty = &compare.Detector{
	Kind: compare.Certainty,
	Doc: `fact in one report, allegation or possibility in another

Fires when two aligned clauses state the same event and one stands behind it
while the other gives it as possible, alleged, reported, believed or denied,
and when one always names a thing with a word of doubt ("likely pipe bombs") and
the other never.
Silent when the plain source hedges it elsewhere, when both hedge, when the plain
one is a heading of a body that hedges in the same report, and when only the
speaker differs.
Misses hedges that stand in another sentence than what they hedge.`,
	Run: runCertainty,
}

const (
	certaintyThreshold = 0.55
	sameStatement      = 0.45 // score from which a second clause of the source tells the same
	sameStateDice      = 0.50 // Dice from which two clauses with "be" or "have" tell the same
)

func runCertainty(s *compare.Story) []compare.Discrepancy {
	type key struct {
		claim  *compare.Claim
		source int
	}
	var list []candidate
	hedgedIn := map[key]bool{} // the source has a hedged counterpart of the claim
	s.Pairs(compare.Statement, func(p compare.Pair) {
		if verbLemma(s, p.A) == "" || verbLemma(s, p.B) == "" {
			return
		}
		score := statementScore(s, p)
		if score < sameStatement {
			return
		}
		sa, sb := doubt(p.A.Stance), doubt(p.B.Stance)
		if sa {
			hedgedIn[key{p.B, p.A.Source}] = true
		}
		if sb {
			hedgedIn[key{p.A, p.B.Source}] = true
		}
		if sa == sb || p.A.Source == p.B.Source || score < certaintyThreshold {
			return
		}
		if related(p.A.Event, p.B.Event) < sameNoun || disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)) {
			return
		}
		plain, hedged := p.A, p.B
		if sa {
			plain, hedged = p.B, p.A
		}
		if plain.Speaker != nil && hedged.Stance == nlp.Alleged {
			return // somebody says it in one, and claims it in the other
		}
		if inQuotation(s, p.A) || inQuotation(s, p.B) || openQuestion(s, p.A) || openQuestion(s, p.B) || !weightyVerb(p.A) && p.Dice < sameStateDice {
			return
		}
		if !finite(s, plain) || plain.Stance == nlp.Negated || plain.Stance == nlp.Planned && verbLemma(s, p.A) != verbLemma(s, p.B) || p.A.Event == "say" || p.B.Event == "say" {
			return
		}
		if accusation(s, p.A) && accusation(s, p.B) {
			return
		}
		hedge := p.A
		if plain == p.A {
			hedge = p.B
		}
		if gerund(s, hedge) || reduced(s, plain) && !reduced(s, hedge) || (able(s, hedge) || foreseen(s, hedge)) && past(s, plain) || foreseen(s, plain) || obliged(s, hedge) != obliged(s, plain) || p.A.Event == "be" && !sameState(s, p.A, p.B) {
			return
		}
		list = append(list, candidate{p.A, p.B, score, doubtWord(p.A, p.B)})
	})
	out := append(figureCertainty(s), nounCertainty(s)...)
	for _, c := range bestOfSentence(assign(list)) {
		plain, hedged := c.a, c.b
		if doubt(c.a.Stance) {
			plain, hedged = c.b, c.a
		}
		if hedgedIn[key{hedged, plain.Source}] {
			continue
		}
		out = append(out, compare.Discrepancy{
			Kind: compare.Certainty, Verdict: compare.Tension, Score: c.score, Why: c.why,
			Subject: clauseWords(s, plain), Question: about("How certain", clauseWords(s, plain)),
			A: stanceSide(statementSide(s, c.a), c.a), B: stanceSide(statementSide(s, c.b), c.b),
		})
	}
	return out
}

// gerund reports whether a claim's verb is a bare participle: in "may have broken
// the law by using it" the breach is in doubt and not the use.
func gerund(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	return s.Document(c).Tokens[cl.Verb].Tag == "VBG" && cl.VerbFirst == cl.Verb
}

// reduced reports whether a claim's verb is a participle without a helping
// verb outside a headline: "two trophies allowed per permit".
func reduced(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	if doc.Tokens[cl.Verb].Tag != "VBN" || doc.Sentences[cl.Sentence].Heading {
		return false
	}
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if t := &doc.Tokens[i]; t.Tag.IsVerb() || t.Tag == "MD" {
			return false
		}
	}
	return true
}

// able reports whether a claim is hedged by nothing but "could", which before
// a bare verb says as well what one is able to do: "the team could recover and win".
func able(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	found := false
	for i := range doc.Stances {
		t := &doc.Stances[i]
		if t.Sentence > cl.Sentence {
			break
		}
		if t.Sentence == cl.Sentence && t.First <= cl.Verb && cl.Verb < t.Last && doubt(t.Kind) {
			if found = doc.Text(t.Span) == "could"; !found {
				return false
			}
		}
	}
	if !found {
		return false
	}
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if doc.Tokens[i].Norm == "have" {
			return false // "could have fallen asleep"
		}
	}
	return true
}

// foreseen reports whether a claim's verb group says what would be: "few
// believed that they would win".
func foreseen(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if t := &doc.Tokens[i]; t.Norm == "would" {
			return doc.Tokens[cl.Verb].Tag == "VB"
		}
	}
	return false
}

// past reports whether a claim's verb group tells what has happened.
func past(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	switch doc.Tokens[cl.Verb].Tag {
	case "VBD", "VBN":
		return !modal(s, c)
	}
	return false
}

// obliged reports whether a claim's verb group says what must, should or can be.
func obliged(s *compare.Story, c *compare.Claim) bool {
	cl, doc := clauseOf(s, c), s.Document(c)
	for i := cl.VerbFirst; i < cl.VerbLast; i++ {
		switch doc.Tokens[i].Norm {
		case "must", "should", "ought", "can":
			return true
		}
	}
	return false
}

// sameState reports whether two clauses with "be" say that somebody or
// something is the same, as far as both say it in a noun or adjective.
func sameState(s *compare.Story, a, b *compare.Claim) bool {
	ca, cb := clauseOf(s, a), clauseOf(s, b)
	x, y := contentLemmas(s.Document(a), ca.Object.First, ca.Object.Last), contentLemmas(s.Document(b), cb.Object.First, cb.Object.Last)
	return len(x)+len(y) == 0 || met(x, y) > 0
}

// figureCertainty compares the stance of equal figures: an amount that two
// sources give for one thing anchors the clauses around it, whatever their
// verbs ("could book a $3 billion charge", "will take a $3 billion charge").
func figureCertainty(s *compare.Story) []compare.Discrepancy {
	var list []candidate
	s.Pairs(compare.Figure, func(p compare.Pair) {
		qa, qb := quantity(s, p.A), quantity(s, p.B)
		if p.A.Source == p.B.Source || !telling(qa.Value) || !telling(qb.Value) || closeness(qa.Value.Mid(), qb.Value.Mid()) < sameFigure {
			return
		}
		if rel, _ := qa.Value.Compare(qb.Value); rel != value.Equal && rel != value.Compatible {
			return
		}
		score := figureScore(s, p)
		if score == 0 && !vetoed(s, p.A, p.B) {
			score = 0.3*p.Dice + 0.25*p.Link.Dice
		}
		if score += anchorage(qa.Value); score < figureAnchor {
			return
		}
		if doubt(p.A.Stance) == doubt(p.B.Stance) || p.A.Stance == nlp.Negated || p.B.Stance == nlp.Negated || openQuestion(s, p.A) || openQuestion(s, p.B) {
			return
		}
		if accusation(s, p.A) && accusation(s, p.B) || !doubt(p.A.Stance) && !finite(s, p.A) || !doubt(p.B.Stance) && !finite(s, p.B) {
			return
		}
		list = append(list, candidate{p.A, p.B, score, doubtWord(p.A, p.B)})
	})
	var out []compare.Discrepancy
	for _, c := range assign(list) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Certainty, Verdict: compare.Tension, Score: 0.9 * c.score, Why: c.why,
			Subject: measured(s, c.a), Question: about("How certain", clauseWords(s, c.a)),
			A: stanceSide(governedSide(s, c.a), c.a), B: stanceSide(governedSide(s, c.b), c.b),
		})
	}
	return out
}

// anchorage is how much the equality of a figure alone says: nothing for a
// small count, much for a sum of money or a count in the thousands.
func anchorage(q value.Quantity) float64 {
	switch {
	case q.Dimension == value.Money, q.Dimension == value.Count && q.Mid() >= 1000:
		return 0.25
	case q.Mid() >= 100:
		return 0.10
	}
	return 0
}

const (
	figureAnchor = 0.50 // figureScore from which two equal figures anchor their clauses
	sameFigure   = 0.95
)

// accusation reports whether a sentence is about a charge: then what it says
// somebody did is what he is charged with, cue or no cue.
func accusation(s *compare.Story, c *compare.Claim) bool {
	p := &s.Passages[c.Passage]
	doc := s.Document(c)
	for i := doc.Sentences[p.Sentence].First; i < doc.Sentences[p.Sentence].Last; i++ {
		switch lexicon.EventClass(doc.Tokens[i].Lemma) {
		case "charge", "accuse", "convict", "arrest":
			return true
		}
		switch doc.Tokens[i].Norm {
		case "guilty", "counts", "charges", "allegation", "allegations":
			return true
		}
	}
	return c.Stance == nlp.Alleged
}

// telling reports whether a figure is big or odd enough to anchor a clause:
// two small counts are equal by chance.
func telling(q value.Quantity) bool {
	return q.Dimension != value.Ordinal && q.Dimension != value.Duration && q.Comparator != value.Indefinite && (q.Mid() > 12 || q.Dimension != value.Count)
}

// governedSide is a figure with the verb group that governs it, as far as
// evidence may reach.
func governedSide(s *compare.Story, c *compare.Claim) compare.Side {
	first := c.First
	if cl := clauseOf(s, c); cl != nil && cl.Verb >= 0 && cl.VerbFirst < first {
		first = cl.VerbFirst
	}
	if doc := s.Document(c); doc.Tokens[c.Last-1].End-doc.Tokens[first].Start > maxEvidence {
		first = c.First
	}
	return stretchSide(s, c, first, c.Last)
}

func doubt(k nlp.StanceKind) bool {
	switch k {
	case nlp.Hedged, nlp.Alleged, nlp.Reported, nlp.Denied:
		return true
	}
	return false
}

// stanceSide makes the stance the value of a side: the question is how certain
// it is, whatever the words.
func stanceSide(side compare.Side, c *compare.Claim) compare.Side {
	side.Norm = "stated as fact"
	if doubt(c.Stance) {
		side.Norm = c.Stance.String()
	}
	return side
}

// openQuestion reports whether a clause, or one that it depends on, is no
// statement at all but the matter of a question or condition: "whether thieves
// had stolen it", "if it fails".
func openQuestion(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	for n := c.Clause; n >= 0; n = doc.Clauses[n].Parent {
		cl := &doc.Clauses[n]
		for i := max(0, cl.First-1); i < max(cl.First+1, cl.VerbFirst) && i < len(doc.Tokens); i++ {
			switch doc.Tokens[i].Norm {
			case "whether", "if", "unless", "what", "how", "why", "?":
				return true
			}
		}
	}
	return false
}

// finite reports whether a claim's clause states something by itself: "to
// sell it" and "selling it" do not.
func finite(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 {
		return true
	}
	doc := s.Document(c)
	switch doc.Tokens[cl.Verb].Tag {
	case "VBG":
		if cl.VerbFirst == cl.Verb {
			return false
		}
	case "VB":
		if !helped(doc, cl) {
			return false // "could break in and steal": the helping verb is the first one's
		}
	}
	return doc.Tokens[cl.VerbFirst].Norm != "to" && (cl.VerbFirst == 0 || doc.Tokens[cl.VerbFirst-1].Norm != "to")
}

// helped reports whether a helping verb stands in a clause's verb group.
func helped(doc *nlp.Document, cl *nlp.Clause) bool {
	for i := cl.VerbFirst; i < cl.Verb; i++ {
		if t := &doc.Tokens[i]; t.Tag == "MD" || t.Lemma == "do" {
			return true
		}
	}
	return false
}

func doubtWord(a, b *compare.Claim) string {
	if doubt(a.Stance) {
		return "stated as fact in one, " + a.Stance.String() + " in the other"
	}
	return "stated as fact in one, " + b.Stance.String() + " in the other"
}
