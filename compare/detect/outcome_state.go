package detect

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// A road is open or closed, a camera on or off, a man free or held. Reports tell
// such states in sentences that share little more than the thing itself, so they
// are looked up by the thing and not among linked sentences.

const (
	stateScore  = 0.60 // what the same thing in opposite states is worth by itself
	stateShared = 0.30 // and what the sentences around it add, at most
	mostStates  = 12   // statements about one thing that are looked at in a report
)

// condition is a statement that puts a thing into a state.
type condition struct {
	claim    *compare.Claim
	thing    nlp.Range // its noun phrase
	state    lexicon.State
	head     string   // lemma of the thing's noun
	words    []string // content words that tell which of its sort it is
	entities []int    // named with it
	count    string   // the number before it, "" for none
	part     bool     // one of them, some of them
	whole    bool     // both, all of them
	static   bool     // was, remains: a state and no change
	votes    bool     // the state is how it voted
}

// stateReversals finds things in one state in one report and in the opposite one
// in another.
func stateReversals(s *compare.Story) []compare.Discrepancy {
	type key struct {
		pair int
		head string
	}
	groups := map[key][]condition{}
	var order []key
	for i := range s.Claims {
		for _, c := range conditions(s, &s.Claims[i]) {
			k := key{c.state.Pair, c.head}
			g := groups[k]
			if g == nil {
				order = append(order, k)
			}
			if n := len(g); n < mostStates || g[n-mostStates].claim.Source != c.claim.Source {
				groups[k] = append(g, c)
			}
		}
	}
	var out []compare.Discrepancy
	for _, k := range order {
		out = append(out, reversalsOf(s, groups[k])...)
	}
	return out
}

// reversalsOf compares the conditions of one sort of thing, which stand source
// by source.
func reversalsOf(s *compare.Story, g []condition) []compare.Discrepancy {
	var out []compare.Discrepancy
	for i := 0; i < len(g); {
		a := bySource(g[i:])
		i += len(a)
		for j := i; j < len(g); {
			b := bySource(g[j:])
			j += len(b)
			if d, ok := reversal(s, a, b); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// bySource is the stretch at the beginning of g that stands in one source.
func bySource(g []condition) []condition {
	n := 1
	for n < len(g) && g[n].claim.Source == g[0].claim.Source {
		n++
	}
	return g[:n]
}

// reversal is the best pair of opposite states among those that two sources
// tell of one thing, if neither tells both or one has overtaken the other.
func reversal(s *compare.Story, a, b []condition) (compare.Discrepancy, bool) {
	var best compare.Discrepancy
	for i := range a {
		for j := range b {
			x, y := &a[i], &b[j]
			if x.state.Other == y.state.Other || !sameBearer(s, x, y) || timesApart(s, x.claim, y.claim) || longAgo(s, x.claim) != longAgo(s, y.claim) {
				continue
			}
			bothA, bothB := tellsState(s, a, y), tellsState(s, b, x)
			if bothA && bothB || bothA && !overtakes(s, x, y, a) || bothB && !overtakes(s, y, x, b) {
				continue
			}
			d := stateDiscrepancy(s, x, y, stateScore+stateShared*likeness(s, x.claim, y.claim), bothA || bothB)
			if d.Score > best.Score || d.Score == best.Score && d.A.Norm+"/"+d.B.Norm < best.A.Norm+"/"+best.B.Norm {
				best = d
			}
		}
	}
	return best, best.Score > 0
}

func stateDiscrepancy(s *compare.Story, x, y *condition, score float64, overtaken bool) compare.Discrepancy {
	ca, cb := s.Ordered(x.claim, y.claim)
	thing := x.thing
	if ca != x.claim {
		thing = y.thing
	}
	what := quoted(s.Document(ca), thing.First, thing.Last)
	verdict := compare.Conflict
	switch {
	case overtaken, !x.static && !y.static:
		verdict = compare.Update // one change undid the other
	case x.static && past(s, x.claim) || y.static && past(s, y.claim):
		// "The lights were off" is about the time of the event.
	case laterFirst(s, ca, cb) != 0:
		verdict = compare.Update
	}
	return compare.Discrepancy{
		Kind: compare.Outcome, Verdict: verdict, Score: min(score, 1), Why: "the same thing in opposite states",
		Subject: what, Question: "What has become of " + what + "?",
		A: statementSide(s, ca), B: statementSide(s, cb),
	}
}

// likeness is how much the sentences around two claims have in common, 0..1.
func likeness(s *compare.Story, a, b *compare.Claim) float64 {
	x, y := &s.Passages[a.Passage], &s.Passages[b.Passage]
	return compare.Dice(x.Terms, y.Terms, x.Weight, y.Weight)
}

// tellsState reports whether a source's conditions have the state of c, which
// is another source's, of the same thing.
func tellsState(s *compare.Story, list []condition, c *condition) bool {
	return slices.ContainsFunc(list, func(o condition) bool { return o.state == c.state && sameBearer(s, &o, c) })
}

// overtakes reports whether x, the last of what its source tells of a thing, is
// news to the other source, which tells only the state before it: closed, then
// reopened, against closed. Hours of one day say little: news is written anew
// from older copy.
func overtakes(s *compare.Story, x, y *condition, own []condition) bool {
	last := own[len(own)-1]
	if last.claim != x.claim {
		return false
	}
	written, other := s.Document(x.claim).Article.Published, s.Document(y.claim).Article.Published
	return written.IsZero() || other.IsZero() || !other.Truncate(day).After(written.Truncate(day))
}
