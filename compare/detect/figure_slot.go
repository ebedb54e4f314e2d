package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// complementReach is how many tokens after "of" may say of what a figure is.
const complementReach = 5

// complement lists the content words of the phrase with "of" after what a
// figure measures: "unemployment", "insurance" of "a 13-month extension of
// unemployment insurance".
func complement(s *compare.Story, c *compare.Claim) []string {
	doc := s.Document(c)
	q := quantity(s, c)
	last := doc.Sentences[q.Sentence].Last
	i := max(q.Last, q.NounLast)
	if q.Noun >= 0 && q.Noun+1 < i && doc.Tokens[q.Noun+1].Norm == "of" {
		i = q.Noun + 1 // the noun phrase takes it in
	}
	if q.Noun < 0 || i >= last || doc.Tokens[i].Norm != "of" {
		return nil
	}
	var list []string
	for i++; i < min(last, max(q.Last, q.NounLast)+complementReach+1); i++ {
		t := &doc.Tokens[i]
		if !isWord(t) || t.Tag.IsVerb() || t.Tag == "IN" || t.Tag == "TO" || t.Tag == "CC" {
			break
		}
		if t.Tag.IsNoun() || t.Tag.IsAdjective() {
			list = append(list, t.Lemma)
		}
	}
	return list
}

// otherComplement reports whether two figures are of different things, although
// they go with one noun: an 80 percent chance of rain, a 60 percent chance of
// success. What is counted in whole numbers may be described in many ways.
func otherComplement(s *compare.Story, a, b *compare.Claim) bool {
	if q := quantity(s, a).Value; q.Dimension == value.Count && q.Unit == "" {
		return false
	}
	ca, cb := complement(s, a), complement(s, b)
	return len(ca) > 0 && len(cb) > 0 && met(ca, cb) == 0
}

// anaphoric reports whether a small number only takes up what was named before:
// "the two countries", "these three men". Which they are is for the report to
// say, and two reports need not mean the same.
func anaphoric(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.Value.Dimension != value.Count || q.Value.Comparator != value.Exactly || q.Value.Mid() > fewNamed || q.First == doc.Sentences[q.Sentence].First || fate(s, c) != "" {
		return false
	}
	switch doc.Tokens[q.First-1].Norm {
	case "the", "these", "those", "both", "other":
		return q.Noun >= 0
	}
	return false
}

// fewNamed is up to which number things named before are taken up by it.
const fewNamed = 9

// contrary reports whether two figures are objects of opposite verbs: seats won
// are no seats lost, and games missed no games played.
func contrary(s *compare.Story, a, b *compare.Claim) bool {
	if quantity(s, a).Value.Dimension != value.Count || !objectOf(s, a) || !objectOf(s, b) {
		return false
	}
	va, vb := verbLemma(s, a), verbLemma(s, b)
	return lexicon.Opposite(va, vb) || losing(va) != losing(vb) && (holding(va) || holding(vb))
}

func losing(verb string) bool { return verb == "lose" || verb == "miss" }

func holding(verb string) bool {
	return verb == "hold" || verb == "keep" || verb == "have" || verb == "play"
}

// objectOf reports whether a figure stands in the object of its clause.
func objectOf(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	q := quantity(s, c)
	return cl != nil && cl.Object.First <= q.First && q.First < cl.Object.Last
}

// slotBar raises the bar for figures whose words do not say by themselves what
// they measure.
func slotBar(s *compare.Story, p compare.Pair) float64 {
	qa, qb := quantity(s, p.A), quantity(s, p.B)
	bar := 0.0
	if p.A.Source != p.B.Source && p.Link.Dice == 0 && p.Dice < strayDice {
		bar += strayBar
	}
	switch qa.Value.Dimension {
	case value.Duration:
		if (qa.Noun < 0 || qb.Noun < 0) && qa.Value.Mid() != qb.Value.Mid() && !(running(s, p.A) && running(s, p.B)) && !anchored(s, p.A, p.B) {
			bar += durationBar
		}
	case value.Count:
		if min(qa.Value.High, qb.Value.High) == 1 {
			bar += oneBar
		}
		if fa, fb := fate(s, p.A), fate(s, p.B); (fa == "") != (fb == "") && isPeople(nounOf(s, p.A)) && isPeople(nounOf(s, p.B)) {
			bar += fateBar
		}
	}
	return bar
}

const (
	strayDice   = 0.10 // likeness of clauses below which a noun alone brings two figures together
	strayBar    = 0.10
	durationBar = 0.10 // every report is full of stretches of time
	oneBar      = 0.15 // "one" is as often "a" as a number
	fateBar     = 0.25 // people who died, and people of whom that is not said
)

// running reports whether a stretch of time is how long something has been going
// on: "has been trapped for 50 hours".
func running(s *compare.Story, c *compare.Claim) bool {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 {
		return false
	}
	doc := s.Document(c)
	for i := quantity(s, c).First - 1; i >= max(cl.VerbLast, quantity(s, c).First-2); i-- {
		if doc.Tokens[i].Norm == "for" {
			return perfect(doc, cl)
		}
	}
	return false
}

// perfect reports whether a clause tells what has or had been going on.
func perfect(doc *nlp.Document, cl *nlp.Clause) bool {
	have := false
	for i := cl.VerbFirst; i < cl.VerbLast; i++ {
		switch {
		case doc.Tokens[i].Lemma == "have":
			have = true
		case doc.Tokens[i].Norm == "been" && have:
			return true
		}
	}
	return false
}

// anchored reports whether the sentences of two figures hold one sum of money
// besides: then they tell of one thing.
func anchored(s *compare.Story, a, b *compare.Claim) bool {
	for _, i := range s.Passages[a.Passage].Claims {
		x := &s.Claims[i]
		if x.Sort != compare.Figure || quantity(s, x).Value.Dimension != value.Money {
			continue
		}
		for _, j := range s.Passages[b.Passage].Claims {
			if y := &s.Claims[j]; y.Sort == compare.Figure && quantity(s, y).Value.Dimension == value.Money && closeness(quantity(s, x).Value.Mid(), quantity(s, y).Value.Mid()) > sameAnchor {
				return true
			}
		}
	}
	return false
}

// sameAnchor is how near two sums are that two reports give of one.
const sameAnchor = 0.97
