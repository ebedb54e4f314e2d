package detect

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

const day = 24 * time.Hour

var number = &compare.Detector{
	Kind: compare.Number,
	Doc: `quantities that cannot both be true

Fires when two sources count or measure the same thing (same or related noun,
same event, no other owner or date) and the values exclude each other: 27 and
25 injured, a 48-page and a 47-page indictment, seven and nearly seven.
Silent when rounding, a bound, a range or a vague word explains the difference,
when both sources give both numbers, when the counted things differ (killed
against injured, one company's shares against another's), and for ordinals.
Misses sums over several sentences, and numbers whose noun is only understood.`,
	Run: runNumber,
}

const (
	numberThreshold = 0.34 // below, two numbers mostly count different things
	sameNoun        = 0.6  // Related from which two nouns may name one thing counted
	innerNumber     = 0.75 // inside one report two numbers are two things unless nearly all else agrees
)

func runNumber(s *compare.Story) []compare.Discrepancy {
	r := rivalFigures{s: s, known: knownFigures(s), same: class{}, apart: map[[2]*compare.Claim]bool{}}
	var pairs []compare.Pair
	figurePairs(s, func(p compare.Pair) {
		if r.conflicting(p) {
			pairs = append(pairs, p)
		}
	})
	var list []candidate
	for _, p := range pairs {
		if r.silence(p) == "" {
			_, why := quantity(s, p.A).Value.Compare(quantity(s, p.B).Value)
			list = append(list, candidate{p.A, p.B, figureScore(s, p), why})
		}
	}
	var out []compare.Discrepancy
	for _, c := range assign(list) {
		out = append(out, compare.Discrepancy{
			Kind: compare.Number, Verdict: numberVerdict(s, c.a, c.b), Score: c.score, Why: c.why,
			Subject: measured(s, c.a), Question: numberQuestion(s, c.a),
			A: figureSide(s, c.a), B: figureSide(s, c.b),
		})
	}
	return out
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

// silence says why a pair of conflicting figures is not reported, "" if it is.
func (r *rivalFigures) silence(p compare.Pair) string {
	threshold := numberThreshold + r.known.crowd(r.s, p)
	if p.A.Source == p.B.Source {
		threshold = innerNumber
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
// dated apart, what happened to those counted differs, or they belong to others.
func vetoed(s *compare.Story, a, b *compare.Claim) bool {
	if timesApart(s, a, b) {
		return true
	}
	if fa, fb := fate(s, a), fate(s, b); fa != "" && fb != "" && fa != fb {
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

// maxSameNoun bounds how many figures with one noun are paired with each other:
// a noun that counts more than this in one story tells nothing.
const maxSameNoun = 40

// figurePairs yields the figures of linked sentences, and those of any two
// sources that count with the same noun: such a pair needs no likeness of the
// sentences around it.
func figurePairs(s *compare.Story, yield func(compare.Pair)) {
	type pair struct{ a, b *compare.Claim }
	seen := map[pair]bool{}
	s.Pairs(compare.Figure, func(p compare.Pair) {
		seen[pair{p.A, p.B}] = true
		yield(p)
	})
	byNoun := map[string][]*compare.Claim{}
	var nouns []string
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Figure {
			continue
		}
		noun := nounOf(s, c)
		if noun == "" || lexicon.IDF(noun) < tellingNoun || perUnit(noun) {
			continue
		}
		if byNoun[noun] == nil {
			nouns = append(nouns, noun)
		}
		byNoun[noun] = append(byNoun[noun], c)
	}
	for _, noun := range nouns {
		group := byNoun[noun]
		if len(group) > maxSameNoun {
			continue
		}
		for i, a := range group {
			for _, b := range group[i+1:] {
				if a.Source != b.Source && !s.Apart(a.Source, b.Source) && !seen[pair{a, b}] && quantity(s, a).Value.Dimension == quantity(s, b).Value.Dimension {
					yield(compare.Pair{A: a, B: b, Dice: compare.Dice(a.Terms, b.Terms, a.Weight, b.Weight)})
				}
			}
		}
	}
}

// tellingNoun is the rarity from which a noun alone brings two figures together.
const tellingNoun = 2.0

func quantity(s *compare.Story, c *compare.Claim) *nlp.Quantity {
	return &s.Document(c).Quantities[c.Mention]
}

// comparableFigures rules out what no reader would compare.
func comparableFigures(a, b *nlp.Quantity) bool {
	if a.Value.Dimension == value.Ordinal || b.Value.Dimension == value.Ordinal {
		return false
	}
	vague := a.Value.Comparator == value.Indefinite && b.Value.Comparator == value.Indefinite
	return !vague
}

// figureScore is how sure it is that two figures measure one thing.
func figureScore(s *compare.Story, p compare.Pair) float64 {
	a, b := p.A, p.B
	noun := measureLikeness(s, a, b)
	if noun == 0 || vetoed(s, a, b) {
		return 0
	}
	qa, qb := quantity(s, a).Value, quantity(s, b).Value
	near := closeness(qa.Mid(), qb.Mid())
	if near == 0 && qa.Dimension != value.Count {
		return 0
	}
	if qa.Dimension == value.Count && fate(s, a) == "" && fate(s, b) == "" {
		noun *= 0.6 + 0.4*min(1, max(lexicon.IDF(nounOf(s, a)), lexicon.IDF(nounOf(s, b)))/commonNoun)
	}
	score := 0.36*noun + 0.15*p.Dice + 0.20*p.Link.Dice + 0.12*near + 0.30*contextLikeness(s, a, b)
	if a.Event != "" && a.Event == b.Event && !lexicon.Stopword(a.Event) {
		score += 0.10
	}
	switch ga, gb := generation(s, a), generation(s, b); {
	case ga != gb:
		score -= 0.15
	case ga:
		score += 0.10
	}
	return min(score, 1)
}

// generation tells an earlier figure from the current one by the words before
// it: "up from a previous offer of $70", "the original $105 billion approach",
// "earlier reports had put it at 40m".
func generation(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	q := quantity(s, c)
	sent := doc.Sentences[q.Sentence]
	for i := sent.First; i < min(max(q.NounLast, q.Last), sent.Last); i++ {
		near := i >= q.First-4
		switch doc.Tokens[i].Norm {
		case "previously", "initially", "originally", "preliminary":
			return true
		case "previous", "original", "initial", "prior":
			if near {
				return true
			}
		case "earlier":
			if near || i+1 < sent.Last && lexicon.ReportNoun(doc.Tokens[i+1].Norm) {
				return true
			}
		}
	}
	return false
}

// contextWords is how many words on either side of a figure say what it measures.
const contextWords = 7

// contextLikeness compares the content words near two figures, by weight.
func contextLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	ka, wa := context(s, a)
	kb, wb := context(s, b)
	shared := 0.0
	for k, w := range ka {
		shared += min(w, kb[k])
	}
	if wa+wb == 0 {
		return 0
	}
	return 2 * shared / (wa + wb)
}

// context lists the content words near a figure, events by their class, with
// their weights, and the sum of these.
func context(s *compare.Story, c *compare.Claim) (map[string]float64, float64) {
	doc := s.Document(c)
	sent := doc.Sentences[s.Passages[c.Passage].Sentence]
	q := quantity(s, c)
	words, sum := map[string]float64{}, 0.0
	for i := max(sent.First, q.First-contextWords); i < min(sent.Last, q.Last+contextWords); i++ {
		t := &doc.Tokens[i]
		if i >= q.First && i < q.Last || !isWord(t) || lexicon.Stopword(t.Norm) || t.Tag == "CD" {
			continue
		}
		key := t.Lemma
		if class := lexicon.EventClass(key); class != "" {
			key = "@" + class
		}
		if _, ok := words[key]; !ok {
			w := math.Round(lexicon.IDF(t.Lemma)*16) / 16 // exact sums: see align
			words[key] = w
			sum += w
		}
	}
	return words, sum
}

// commonNoun is the rarity below which a noun counts too many things to bring
// two figures together: people, years, times.
const commonNoun = 3.0

// closeness is 1 for equal magnitudes and falls to 0 at a factor of ten: two
// versions of one figure seldom lie further apart.
func closeness(a, b float64) float64 {
	if a <= 0 || b <= 0 {
		return 0
	}
	r := min(a, b) / max(a, b)
	return max(0, (r-0.1)/0.9)
}

// nounOf is the lemma of what a figure counts, "" if nothing is named.
func nounOf(s *compare.Story, c *compare.Claim) string {
	q := quantity(s, c)
	if q.Noun < 0 {
		return ""
	}
	return s.Document(c).Tokens[q.Noun].Lemma
}

// isPeople reports whether the noun is one for persons at large: any count of
// persons may use one, or none at all.
func isPeople(noun string) bool {
	switch noun {
	case "", "people", "person", "other", "man", "woman", "victim", "passenger", "resident", "civilian",
		"citizen", "consumer", "customer", "worker", "tourist", "user", "patient", "individual", "american", "americans":
		return true
	}
	return false
}

// measureLikeness is how alike the things counted are: their nouns, and the
// words before the noun.
func measureLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	na, nb := nounOf(s, a), nounOf(s, b)
	dim := quantity(s, a).Value.Dimension
	r := related(na, nb)
	if r < sameNoun && dim == value.Count {
		fa, fb := fate(s, a), fate(s, b)
		switch {
		case fa != "" && fa == fb && (isPeople(na) || isPeople(nb)):
			r = 0.8
		case isPeople(na) && isPeople(nb) && na != "" && nb != "":
			r = 0.65
		case isPeople(na) && isPeople(nb) && na+nb != "" && related(a.Event, b.Event) >= sameNoun:
			r = 0.6
		}
	}
	if dim != value.Count && dim != value.Ratio && r < sameNoun {
		// A measure carries its dimension; the noun may be left out. A price
		// for one thing is no sum.
		switch {
		case perUnit(na) != perUnit(nb):
			return 0
		case na == "" || nb == "":
			r = 0.5
		default:
			r = 0.25
		}
	}
	if r < sameNoun && dim == value.Count {
		return 0
	}
	return r * (0.5 + 0.5*modifierLikeness(s, a, b))
}

// perUnit reports whether the noun makes a price of a sum: "$60 a share".
func perUnit(noun string) bool {
	switch noun {
	case "share", "barrel", "tonne", "ton", "ounce", "unit", "ticket", "hour", "head":
		return true
	}
	return false
}

// modifierLikeness compares the words of the counted noun phrase other than
// its head: "pharmaceutical companies" against "insurance companies".
func modifierLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	ma, mb := modifiers(s, a), modifiers(s, b)
	if len(ma) == 0 && len(mb) == 0 {
		return 1
	}
	if len(ma) == 0 || len(mb) == 0 {
		return 0.6
	}
	return float64(min(met(ma, mb), met(mb, ma))) / float64(max(len(ma), len(mb)))
}

// met counts the words of a that have a relative in b.
func met(a, b []string) int {
	n := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return related(x, y) >= sameNoun }) {
			n++
		}
	}
	return n
}

func modifiers(s *compare.Story, c *compare.Claim) []string {
	q := quantity(s, c)
	doc := s.Document(c)
	var list []string
	for i := q.NounFirst; i < q.NounLast; i++ {
		t := &doc.Tokens[i]
		if i != q.Noun && !lexicon.Stopword(t.Norm) && (t.Tag.IsNoun() || t.Tag.IsAdjective() || t.Tag.IsVerb()) {
			list = append(list, t.Lemma)
		}
	}
	return list
}

// fate is the class of event that a count of persons or things is about, when
// mixing it up would be a false alarm: killed, injured, arrested, missing.
func fate(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	q := quantity(s, c)
	if q.Noun >= 0 {
		if class := lexicon.EventClass(doc.Tokens[q.Noun].Lemma); isFate(class) {
			return class
		}
	}
	for i := q.Last; i < len(doc.Tokens) && i < max(q.NounLast, q.Last)+4; i++ {
		if doc.Tokens[i].Tag == "." {
			break
		}
		if class := lexicon.EventClass(doc.Tokens[i].Lemma); isFate(class) {
			return class
		}
	}
	if isFate(c.Event) {
		return c.Event
	}
	return ""
}

func isFate(class string) bool {
	switch class {
	case "die", "injure", "arrest", "rescue", "evacuate", "miss", "charge", "convict", "release", "infect", "imprison", "kidnap", "strand":
		return true
	}
	return false
}

// owners are the named things a figure belongs to: in the subject of its
// clause and in the noun phrase itself.
func owners(s *compare.Story, c *compare.Claim) []int {
	q := quantity(s, c)
	list := subjectEntities(s, c)
	return append(list, entitiesIn(s, c.Source, q.First, q.NounLast)...)
}

// figures tells which values each source gives: by source and dimension,
// ascending by magnitude.
type figures map[figureKey][]*compare.Claim

type figureKey struct {
	source    int
	dimension value.Dimension
}

func knownFigures(s *compare.Story) figures {
	f := figures{}
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Figure {
			k := figureKey{c.Source, quantity(s, c).Value.Dimension}
			f[k] = append(f[k], c)
		}
	}
	for _, list := range f {
		slices.SortStableFunc(list, func(a, b *compare.Claim) int {
			return cmp.Compare(quantity(s, a).Value.Mid(), quantity(s, b).Value.Mid())
		})
	}
	return f
}

// has reports whether the source gives the claim's value for the same sort of
// thing: then the two agree on it, and the other number is another matter. An
// older figure that it mentions beside its own does not count.
func (f figures) has(s *compare.Story, c *compare.Claim, source int) bool {
	q := quantity(s, c)
	mid := q.Value.Mid()
	list := f[figureKey{source, q.Value.Dimension}]
	i, _ := slices.BinarySearchFunc(list, mid*sameFigure*sameFigure, func(o *compare.Claim, at float64) int {
		return cmp.Compare(quantity(s, o).Value.Mid(), at)
	})
	for ; i < len(list) && quantity(s, list[i]).Value.Mid() <= mid/sameFigure/sameFigure; i++ {
		o := list[i]
		v := quantity(s, o).Value
		if generation(s, o) && !generation(s, c) {
			continue
		}
		rel, _ := q.Value.Compare(v)
		if rel != value.Equal && (rel != value.Compatible || closeness(mid, v.Mid()) < sameFigure) {
			continue
		}
		if v.Dimension == value.Money || v.Dimension == value.Percent || measureLikeness(s, c, o) >= 0.45 {
			return true
		}
	}
	return false
}

// crowd raises the bar where both sources are full of figures of the sort: the
// more there are, the more pairs look alike by chance.
func (f figures) crowd(s *compare.Story, p compare.Pair) float64 {
	n := func(c *compare.Claim) int { return len(f[figureKey{c.Source, quantity(s, c).Value.Dimension}]) }
	return crowdStep * float64(min(10, max(0, min(n(p.A), n(p.B))-4)))
}

const crowdStep = 0.01

// numberVerdict tells an update from a conflict: the figure stands in a later
// report and is of the sort that moves on.
func numberVerdict(s *compare.Story, a, b *compare.Claim) compare.Verdict {
	qa, qb := quantity(s, a).Value, quantity(s, b).Value
	if qa.Comparator != qb.Comparator && closeness(qa.Mid(), qb.Mid()) > 0.93 {
		return compare.Tension
	}
	t := laterFirst(s, a, b)
	if t == 0 {
		return compare.Conflict
	}
	grows := qb.Mid() > qa.Mid()
	if t > 0 {
		grows = !grows
	}
	if moves(s, a) && moves(s, b) || (grows && fate(s, a) != "") {
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

// measured words what a figure measures: "people injured".
func measured(s *compare.Story, c *compare.Claim) string {
	q := quantity(s, c)
	doc := s.Document(c)
	noun := strings.ToLower(strings.Join(strings.Fields(doc.Text(doc.TokenSpan(q.NounFirst, q.NounLast))), " "))
	if f := fate(s, c); f != "" && lexicon.EventClass(nounOf(s, c)) != f {
		cl := clauseOf(s, c)
		if cl != nil && cl.Verb >= 0 && c.Event == f {
			noun = strings.TrimSpace(noun + " " + doc.Tokens[cl.Verb].Norm)
		}
	}
	if noun == "" {
		noun = strings.ToLower(strings.Join(strings.Fields(doc.Text(c.Subject)), " "))
	}
	return noun
}

func numberQuestion(s *compare.Story, c *compare.Claim) string {
	what := measured(s, c)
	switch quantity(s, c).Value.Dimension {
	case value.Money:
		return "How much money: " + what + "?"
	case value.Percent, value.PercentagePoint, value.Ratio:
		return "What share: " + what + "?"
	case value.Age:
		return "How old: " + what + "?"
	case value.Duration:
		return "How long: " + what + "?"
	case value.Length, value.Area, value.Volume, value.Mass, value.Speed, value.Temperature:
		return "What measure: " + what + "?"
	case value.Score:
		return "What was the score?"
	}
	return "How many " + what + "?"
}

func figureSide(s *compare.Story, c *compare.Claim) compare.Side {
	return compare.Side{Evidence: c.Evidence(), Norm: quantity(s, c).Value.String()}
}
