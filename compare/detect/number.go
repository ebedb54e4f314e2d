package detect

import (
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/value"
)

const day = 24 * time.Hour

var number = &compare.Detector{
	Kind: compare.Number,
	Doc: `quantities that cannot both be true

Fires when two sources count or measure the same thing (same or related noun,
same event, no other owner or date) and the values exclude each other: 27 and
25 injured, a 48-page and a 47-page indictment, seven and nearly seven. A toll
also when a bound lets both be true, at least four dead and then 23. Inside one
report only when the headline gives another figure than the body.
Silent when rounding, a bound, a range or a vague word explains the difference,
when both sources give both numbers, when the counted things differ (killed
against injured, one company's shares against another's, a chance of rain
against a chance of success, seats won against seats lost), for parts of what
was counted ("31 of them", "the first five"), for small numbers that only take
up what was named before ("the two countries"), for results in sport that are
not told in the same words, for the age of a named person against that of
somebody without a name, and for ordinals.
Misses sums over several sentences, and numbers whose noun is only understood.`,
	Run: runNumber,
}

const (
	numberThreshold = 0.32 // below, two numbers mostly count different things
	sameNoun        = 0.6  // Related from which two nouns may name one thing counted
	headToll        = 0.55 // a toll in the headline is the toll of the report
	innerNumber     = 0.75 // inside one report two numbers are two things unless nearly all else agrees
)

func runNumber(s *compare.Story) []compare.Discrepancy {
	r := rivalFigures{s: s, known: knownFigures(s), same: class{}, apart: map[[2]*compare.Claim]bool{}}
	var pairs []compare.Pair
	var list, explained []candidate
	figurePairs(s, func(p compare.Pair) {
		if r.conflicting(p) {
			pairs = append(pairs, p)
		} else if why := variance(s, p); why != "" && r.silence(p) == "" {
			explained = append(explained, candidate{p.A, p.B, figureScore(s, p), why})
		}
	})
	for _, p := range pairs {
		if r.silence(p) != "" {
			continue
		}
		if why := sum(s, p.A, p.B); why != "" {
			explained = append(explained, candidate{p.A, p.B, figureScore(s, p), why})
			continue
		}
		list = append(list, candidate{p.A, p.B, figureScore(s, p), exclude(figureText(s, p.A), figureText(s, p.B))})
	}
	var out []compare.Discrepancy
	for _, c := range assign(list) {
		out = append(out, figureDiscrepancy(s, c, numberVerdict(s, c.a, c.b)))
	}
	for _, c := range assign(explained) {
		out = append(out, figureDiscrepancy(s, c, compare.Compatible))
	}
	return out
}

func figureDiscrepancy(s *compare.Story, c candidate, verdict compare.Verdict) compare.Discrepancy {
	return compare.Discrepancy{
		Kind: compare.Number, Verdict: verdict, Score: c.score, Why: c.why,
		Subject: measured(s, c.a), Question: numberQuestion(s, c.a),
		A: figureSide(s, c.a), B: figureSide(s, c.b),
	}
}

// rivalFigures decides which pairs of figures are two answers to one question.
type rivalFigures struct {
	s     *compare.Story
	known figures
	same  class
	apart map[[2]*compare.Claim]bool // pairs that cannot measure one thing
}

// conflicting reports whether the values of a pair exclude each other, and
// notes on the way which figures are alike and which are apart.
func (r *rivalFigures) conflicting(p compare.Pair) bool {
	qa, qb := quantity(r.s, p.A), quantity(r.s, p.B)
	if !comparableFigures(qa, qb) {
		return false
	}
	rel, _ := qa.Value.Compare(qb.Value)
	if rel == value.Compatible && tollMoved(r.s, p) {
		return !vetoed(r.s, p.A, p.B)
	}
	if rel == value.Equal || rel == value.Compatible && closeness(qa.Value.Mid(), qb.Value.Mid()) > sameFigure {
		if p.A.Source != p.B.Source && measureLikeness(r.s, p.A, p.B) >= sameNoun && !vetoed(r.s, p.A, p.B) {
			r.same[p.A] = append(r.same[p.A], p.B)
			r.same[p.B] = append(r.same[p.B], p.A)
		}
		return false
	}
	if rel != value.Conflict || truncated(qa.Value, qb.Value) {
		return false
	}
	if vetoed(r.s, p.A, p.B) {
		r.apart[[2]*compare.Claim{p.A, p.B}] = true
		return false
	}
	return true
}

// headline reports whether a claim stands in the headline.
func headline(s *compare.Story, c *compare.Claim) bool {
	return s.Document(c).Sentences[s.Passages[c.Passage].Sentence].Paragraph == 0
}

// tollMoved reports whether two tolls differ although a bound lets both be true:
// at least four dead, then 23.
func tollMoved(s *compare.Story, p compare.Pair) bool {
	f := fate(s, p.A)
	if f == "" || f != fate(s, p.B) || p.A.Source == p.B.Source {
		return false
	}
	a, b := quantity(s, p.A).Value, quantity(s, p.B).Value
	bound := func(q value.Quantity) bool { return q.Comparator == value.AtLeast || q.Comparator == value.MoreThan }
	if a.Comparator == value.Indefinite || b.Comparator == value.Indefinite {
		return false
	}
	return (bound(a) || bound(b)) && closeness(a.Mid(), b.Mid()) < sameToll
}

// sameToll is how near two tolls are that a bound leaves as one.
const sameToll = 0.85

// silence says why a pair of conflicting figures is not reported, "" if it is.
func (r *rivalFigures) silence(p compare.Pair) string {
	threshold := numberThreshold + r.known.crowd(r.s, p) + r.distance(p) + slotBar(r.s, p)
	if p.A.Source == p.B.Source {
		switch threshold = innerNumber; {
		case !headline(r.s, p.A) && !headline(r.s, p.B):
			return "a body goes on, or tells of two things"
		case fate(r.s, p.A) != "" && fate(r.s, p.A) == fate(r.s, p.B):
			threshold = headToll
		}
	}
	switch {
	case figureScore(r.s, p) < threshold:
		return "they measure different things"
	case p.A.Source != p.B.Source && (r.known.has(r.s, p.A, p.B.Source) || r.known.has(r.s, p.B, p.A.Source)):
		return "one source gives both"
	case r.told(p.A, p.B):
		return "a source keeps them apart"
	}
	return ""
}

// distance raises the bar for numbers that lie far apart: two versions of one
// number are mostly near each other.
func (r *rivalFigures) distance(p compare.Pair) float64 {
	if grown(r.s, p.A, p.B) {
		return 0
	}
	return farStep * max(0, nearFigure-closeness(quantity(r.s, p.A).Value.Mid(), quantity(r.s, p.B).Value.Mid()))
}

const (
	nearFigure = 0.5 // closeness of a number to about half of it
	farStep    = 0.7 // at a factor of ten, numbers must share twice as much as near ones
)

// class is a set of figures that sources give alike for the same thing.
type class map[*compare.Claim][]*compare.Claim

// told reports whether what other sources say of two figures shows that they
// are figures of different things: somebody gives both, side by side or for
// different things, or an equal of one is kept apart from the other. An older
// figure that a source mentions beside its own says nothing of the kind.
func (r *rivalFigures) told(a, b *compare.Claim) bool {
	as, bs := append([]*compare.Claim{a}, r.same[a]...), append([]*compare.Claim{b}, r.same[b]...)
	for _, x := range as {
		for _, y := range bs {
			if r.apart[[2]*compare.Claim{x, y}] || r.apart[[2]*compare.Claim{y, x}] {
				return true
			}
			if x.Source != y.Source || a.Source == b.Source || generation(r.s, x) != generation(r.s, y) {
				continue
			}
			if x.Passage == y.Passage || measureLikeness(r.s, x, y) < sameNoun {
				return true
			}
		}
	}
	return false
}

// vetoed reports whether two figures cannot measure one thing: the clauses are
// dated apart, what happened to those counted differs, one is a part of a whole
// or what something can do or needs, they are of different things, or they
// belong to others.
func vetoed(s *compare.Story, a, b *compare.Claim) bool {
	qa, qb := quantity(s, a).Value, quantity(s, b).Value
	fa, fb := fate(s, a), fate(s, b)
	switch {
	case longAgo(s, a) != longAgo(s, b) && qa.Dimension != value.Money, timesApart(s, a, b), toldApart(s, a, b), otherPlace(s, a, b):
		return true
	case fa != "" && fb != "" && fa != fb, qa.Dimension == value.Age && (fa == "die") != (fb == "die"), contrary(s, a, b):
		return true
	case qa.Dimension == value.Count && qa.Unit != qb.Unit: // pages, magnitudes
		return true
	case converted(s, a) != converted(s, b), oneMore(s, a, b), oneMore(s, b, a), someOf(s, a, b), someOf(s, b, a):
		return true
	case portion(s, a) != portion(s, b), window(s, a), window(s, b), anaphoric(s, a), anaphoric(s, b), required(s, a) != required(s, b):
		return true
	case disjoint(bearers(s, a), bearers(s, b)), otherPerson(s, a, b), otherComplement(s, a, b), otherShock(s, a, b), otherPrice(s, a, b):
		return true
	case tallied(s, a, b), qa.Dimension == value.Score && (standing(s, a) || standing(s, b) || contextLikeness(s, a, b) < sameScore):
		return true
	}
	return disjoint(owners(s, a), owners(s, b)) && disjoint(clauseEntities(s, a), clauseEntities(s, b))
}

// truncated reports whether one figure is the other cut off, as reports do with
// sums of money: $43 million for $43,885,310.
func truncated(a, b value.Quantity) bool {
	x, y := a.Mid(), b.Mid()
	if x > y {
		a, x, y = b, y, x
	}
	step := 2 * a.Precision
	return a.Dimension == value.Money && step >= 1e6 && y > x && y < x+step
}

// numberVerdict tells an update from a conflict: the figure stands in a later
// report and is of the sort that moves on, or days lie between and it grew.
func numberVerdict(s *compare.Story, a, b *compare.Claim) compare.Verdict {
	qa, qb := quantity(s, a).Value, quantity(s, b).Value
	if qa.Comparator != qb.Comparator && closeness(qa.Mid(), qb.Mid()) > 0.93 {
		return compare.Tension
	}
	t := laterFirst(s, a, b)
	if rel, _ := qa.Compare(qb); rel == value.Compatible && t == 0 {
		return compare.Tension
	}
	if t == 0 || qa.Dimension == value.Age {
		return compare.Conflict
	}
	grows := qb.Mid() > qa.Mid()
	if t > 0 {
		grows = !grows
	}
	if f := fate(s, a); f == "miss" && f == fate(s, b) || qa.Unit == "magnitude" {
		return compare.Update // people are found, and measurements revised
	}
	if moves(s, a) && moves(s, b) || grows && fate(s, a) != "" || apart(s, a, b) && grows && qa.Dimension == value.Count && nounOf(s, a) != "vote" { // a count of votes is final
		return compare.Update
	}
	return compare.Conflict
}

// moves reports whether a figure is of the sort that changes by the hour:
// prices, shares, counts of those at work.
func moves(s *compare.Story, c *compare.Claim) bool {
	switch c.Event {
	case "rise", "fall", "search", "rescue", "continue", "trade":
		return true
	}
	return false
}

// exclude says that two wordings cannot both be true.
func exclude(a, b string) string { return "“" + a + "” and “" + b + "” exclude each other" }

// figureText is the words of a figure, without what it counts.
func figureText(s *compare.Story, c *compare.Claim) string {
	return s.Document(c).Text(quantity(s, c).Span)
}

func figureSide(s *compare.Story, c *compare.Claim) compare.Side {
	return compare.Side{Evidence: c.Evidence(), Norm: quantity(s, c).Value.String()}
}
