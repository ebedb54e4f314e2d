package detect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

const (
	nounDice   = 0.30 // likeness of two sentences from which a noun of both means one thing
	nounSpan   = 4    // tokens from a word of doubt to its noun at most
	maxDoubted = 32   // nouns with a word of doubt that are looked at in one source: a report has a few
)

// doubtedNoun is a thing that a report names with a word of doubt: "likely pipe
// bombs".
type doubtedNoun struct {
	head, before string // lemmas of the noun and of a noun before it, "" if there is none
	passage      int
	first, last  int // tokens, the word of doubt taken in
}

// nounCertainty finds things that one report always names with a word of doubt,
// and another never: in sentences that tell the same, or anywhere if the name
// is of two words.
func nounCertainty(s *compare.Story) []compare.Discrepancy {
	var out []compare.Discrepancy
	indexes := make([]nounIndex, len(s.Sources))
	nouns := func(source int) nounIndex {
		if indexes[source] == nil {
			indexes[source] = indexNouns(s.Sources[source].Doc)
		}
		return indexes[source]
	}
	for i := range s.Sources {
		for _, n := range doubtedNouns(s, i) {
			if n.named(s.Sources[i].Doc, nouns(i), false) {
				continue
			}
			for j := range s.Sources {
				doc := s.Sources[j].Doc
				if i == j || s.Apart(i, j) || n.named(doc, nouns(j), true) {
					continue
				}
				at, dice := n.counterpart(s, j, nouns(j))
				if at < 0 {
					continue
				}
				first := at
				if n.before != "" {
					first--
				}
				out = append(out, n.discrepancy(s, i, compare.Evidence{Source: j, Span: doc.TokenSpan(first, at+1)}, dice))
			}
		}
	}
	return out
}

// nounIndex lists for each lemma the tokens of a document that are that noun.
type nounIndex map[string][]int

func indexNouns(doc *nlp.Document) nounIndex {
	nouns := nounIndex{}
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if !t.Tag.IsNoun() {
			continue
		}
		nouns[t.Lemma] = append(nouns[t.Lemma], i)
		if one := strings.TrimSuffix(t.Norm, "s"); one != t.Norm && one != t.Lemma { // a plural may be tagged as a singular
			nouns[one] = append(nouns[one], i)
		}
	}
	return nouns
}

// counterpart is the token of the thing's noun in a source, and how alike the
// sentences are; -1 if it may be another thing there.
func (n *doubtedNoun) counterpart(s *compare.Story, source int, nouns nounIndex) (at int, dice float64) {
	doc := s.Sources[source].Doc
	first := -1
	at = -1
	for _, k := range nouns[n.head] {
		sentence := doc.SentenceOf(k)
		sent := &doc.Sentences[sentence]
		if !n.is(doc, k) || sent.Heading || sent.Boilerplate { // headlines are short of doubt
			continue
		}
		if first < 0 {
			first = k
		}
		for _, l := range s.Passages[n.passage].Links {
			if l.To == s.Sources[source].Passages.First+sentence && l.Dice >= nounDice && l.Dice > dice {
				at, dice = k, l.Dice
			}
		}
	}
	if at < 0 && n.before != "" {
		return first, nounDice
	}
	return at, dice
}

func (n *doubtedNoun) discrepancy(s *compare.Story, source int, plain compare.Evidence, dice float64) compare.Discrepancy {
	subject := n.head
	if n.before != "" {
		subject = n.before + " " + n.head
	}
	return compare.Discrepancy{
		Kind: compare.Certainty, Verdict: compare.Tension, Score: 0.4 + 0.4*dice,
		Why:     "never without a word of doubt in one, never with one in the other",
		Subject: subject, Question: about("How certain", subject),
		A: compare.Side{Evidence: compare.Evidence{Source: source, Span: s.Sources[source].Doc.TokenSpan(n.first, n.last)}, Norm: nlp.Hedged.String()},
		B: compare.Side{Evidence: plain, Norm: "stated as fact"},
	}
}

// doubtedNouns lists the nouns of a source that a word of doubt stands before.
// "Potential" and "alleged" are none: they look ahead, or are mere habit.
func doubtedNouns(s *compare.Story, source int) []doubtedNoun {
	doc := s.Sources[source].Doc
	var list []doubtedNoun
	for k := range doc.Stances {
		if len(list) == maxDoubted {
			break
		}
		t := &doc.Stances[k]
		head := t.Last - 1
		if head <= t.First || head-t.First > nounSpan || t.Start != doc.Tokens[t.First].Start || !doc.Tokens[head].Tag.IsNoun() || doc.Tokens[head].Tag.IsProper() {
			continue
		}
		switch doc.Tokens[t.First].Norm {
		case "likely", "possible", "apparent", "presumed", "probable", "suspected":
		default:
			continue
		}
		if slices.ContainsFunc(doc.Tokens[t.First:head], func(t nlp.Token) bool { return t.Tag == "IN" || t.Tag == "TO" }) {
			continue
		}
		n := doubtedNoun{head: doc.Tokens[head].Lemma, passage: s.Sources[source].Passages.First + t.Sentence, first: t.First, last: t.Last}
		if head-1 > t.First && doc.Tokens[head-1].Tag.IsNoun() {
			n.before = doc.Tokens[head-1].Lemma
		}
		list = append(list, n)
	}
	return list
}

// named reports whether a document names the thing with a word of doubt, or
// plan, or denial, anywhere; or, if doubted is not set, without.
func (n *doubtedNoun) named(doc *nlp.Document, nouns nounIndex, doubted bool) bool {
	return slices.ContainsFunc(nouns[n.head], func(i int) bool { return n.is(doc, i) && unsure(doc, i) == doubted })
}

// is reports whether the noun at a token, one of the head's, is the thing's.
func (n *doubtedNoun) is(doc *nlp.Document, i int) bool {
	return n.before == "" || i > 0 && doc.Tokens[i-1].Lemma == n.before
}

// unsure reports whether a token stands under any stance.
func unsure(doc *nlp.Document, at int) bool {
	sentence := doc.SentenceOf(at)
	k, _ := slices.BinarySearchFunc(doc.Stances, doc.Tokens[doc.Sentences[sentence].First].Start, func(t nlp.Stance, start int) int { return cmp.Compare(t.Start, start) })
	for ; k < len(doc.Stances) && doc.Stances[k].Sentence <= sentence; k++ {
		if t := &doc.Stances[k]; t.First <= at && at < t.Last {
			return true
		}
	}
	return false
}
