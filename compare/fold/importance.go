package fold

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// The features of a sentence: what it carries that a reader of another report
// may miss, indices into carried.
const (
	hasTerms        = iota // logarithm of the number of its terms and one
	hasFigures             // quantities, up to mostCarried
	hasSums                // those of money and shares, up to mostCarried
	hasEvents              // event words, up to mostCarried
	hasNewcomers           // persons whom no source names that leaves it out, up to mostCarried
	hasAttributions        // what is given on somebody's word, up to mostCarried
	hasCauses              // 1 where it says why or upon what something happened
	hasDenial              // 1 for a denial
	hasYears               // 1 where it names a year: history
	hasTellers             // other sources that tell it, too
	hasHeading             // 1 for a heading
	features               // how many there are
)

// carried is what one sentence carries.
type carried [features]float64

// mostCarried is where more of a kind adds nothing.
const mostCarried = 4

// model weighs what a sentence carries, in log-odds.
type model struct {
	base    float64 // of a sentence that carries nothing
	weights carried
}

// fitted is fitted by logistic regression to the details that readers marked
// in annotated stories, and rounded. TestTrain fits it again and scores it by
// story cross-validated:
//
//	FACTDIFF_TRAIN=../shared/gold/dev,testdata/stories go test -v -run Train ./compare/fold
var fitted = model{
	base: -2.56,
	weights: carried{
		hasTerms: 0.52, hasFigures: 0.21, hasSums: 0.42, hasEvents: 0.15, hasNewcomers: 0.35, hasAttributions: 0.22,
		hasCauses: 0.29, hasDenial: 0.50, hasYears: -0.47, hasTellers: 0.23, hasHeading: -2.54,
	},
}

// importance is how likely it is, 0..1, that a reader of another report misses
// what a sentence carries.
func (m model) importance(c carried) float64 {
	z := m.base
	for i, w := range m.weights {
		z += w * c[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// carries lists what passage i carries, which the sources missing leave out.
func carries(s *compare.Story, i int, missing []int, n mentions) carried {
	p := &s.Passages[i]
	doc := s.Sources[p.Source].Doc
	sent := doc.Sentences[p.Sentence]
	c := carried{
		hasTerms:        math.Log1p(float64(len(p.Terms))),
		hasFigures:      upTo(n.figures),
		hasSums:         upTo(n.sums),
		hasNewcomers:    upTo(newIn(s, p.Source, missing, n.persons)),
		hasAttributions: upTo(n.attributions),
		hasTellers:      float64(len(s.Sources) - 1 - len(missing)),
	}
	if sent.Heading {
		c[hasHeading] = 1
	}
	words := 0
	for t := sent.First; t < sent.Last; t++ {
		if lexicon.EventClass(doc.Tokens[t].Lemma) != "" {
			words++
		}
		if givesCause(doc, t) {
			c[hasCauses] = 1
		}
		if value.IsYear(doc.Tokens[t].Text) {
			c[hasYears] = 1
		}
	}
	c[hasEvents] = upTo(words)
	for _, n := range p.Claims {
		if claim := &s.Claims[n]; claim.Sort == compare.Statement && claim.Stance == nlp.Denied {
			c[hasDenial] = 1
		}
	}
	return c
}

func upTo(n int) float64 { return float64(min(n, mostCarried)) }

// newIn counts the persons whom none of the sources missing names; persons are
// names in source.
func newIn(s *compare.Story, source int, missing, persons []int) int {
	n := 0
	var seen []int
	for _, name := range persons {
		src := &s.Sources[source]
		e := src.Entity[src.Doc.Names[name].Entity]
		if slices.Contains(seen, e) {
			continue
		}
		seen = append(seen, e)
		if !slices.ContainsFunc(missing, func(m int) bool { return slices.Contains(s.Entities[e].Sources, m) }) {
			n++
		}
	}
	return n
}

// givesCause reports whether token t begins to say why or upon what something
// happened.
func givesCause(doc *nlp.Document, t int) bool {
	switch tok := &doc.Tokens[t]; tok.Lemma {
	case "because", "after", "following":
		return true
	case "cause":
		return tok.Tag.IsVerb()
	case "due", "lead":
		return t+1 < len(doc.Tokens) && doc.Tokens[t+1].Norm == "to"
	}
	return false
}

// mentions is what was found in one sentence.
type mentions struct {
	figures, sums, attributions int
	persons                     []int // indices into Document.Names
}

// countMentions counts them for every passage of the story.
func countMentions(s *compare.Story) []mentions {
	counts := make([]mentions, len(s.Passages))
	for i := range s.Sources {
		src := &s.Sources[i]
		of := counts[src.Passages.First:src.Passages.Last]
		for k := range src.Doc.Quantities {
			q := &src.Doc.Quantities[k]
			of[q.Sentence].figures++
			switch q.Value.Dimension {
			case value.Money, value.Percent, value.PercentagePoint:
				of[q.Sentence].sums++
			}
		}
		for k := range src.Doc.Attributions {
			of[src.Doc.Attributions[k].Sentence].attributions++
		}
		for k := range src.Doc.Names {
			if n := &src.Doc.Names[k]; n.Type == nlp.Person && len(of[n.Sentence].persons) < mostPersons {
				of[n.Sentence].persons = append(of[n.Sentence].persons, k)
			}
		}
	}
	return counts
}

// mostPersons bounds the persons of one sentence that are looked at; news names
// fewer.
const mostPersons = 16
