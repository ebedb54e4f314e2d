package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/wording"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

var quote = &compare.Detector{
	Kind: compare.Quote,
	Doc: `one quotation in different words

Fires when two sources, or the headline and the body of one report, put nearly
the same words between quotation marks, in the mouth of the same speaker or of
nobody else, and a word inside the common stretch differs. The stretch may be
one sentence of two longer remarks.
Silent when one only cuts the quotation shorter at its ends or marks the cut,
inserts in brackets, or differs in case, punctuation, contractions and spelling,
or by a mere "the", "that" or "and"; and when the speakers differ (see
attribution).
Misses quotations translated twice in quite different words.`,
	Run: runQuote,
}

const (
	quoteLikeness = 0.64 // share of equal words inside the common stretch
	quoteWeight   = 7.0  // rarity that the equal words must have together: two telling words
	fewestTelling = 2    // equal words that are no names and no function words
	slightChange  = 0.25 // how much less a changed function word is worth a look
	quoteRun      = 5    // or this many equal words of any sort
	shortQuote    = 5    // words up to which a quotation is a mere phrase,
	shortLink     = 0.20 // which needs sentences alike around it
	quoteChange   = 0.5  // share of content words from which it is another quotation
	fewestEqual   = 4    // equal words, where more than one run of them is needed
	fewestOther   = 3    // words beyond the common stretch on both sides, at one end, that make two remarks of it
)

func runQuote(s *compare.Story) []compare.Discrepancy {
	type side struct {
		claim  *compare.Claim
		source int
	}
	var list []candidate
	rewritten := map[[2]*compare.Claim]stretch{}
	verbatim := map[side]bool{} // the source has the claim's words unchanged
	s.Pairs(compare.Saying, func(p compare.Pair) {
		if differentSpeakers(s, p.A, p.B) || p.A.Source == p.B.Source && !saidAgain(s, p.A, p.B) {
			return
		}
		if min(p.A.Last-p.A.First, p.B.Last-p.B.First) <= shortQuote && p.Link.Dice < shortLink {
			return
		}
		st, ok := rewording(s, p.A, p.B)
		if p.A.Source != p.B.Source {
			verbatim[side{p.A, p.B.Source}] = verbatim[side{p.A, p.B.Source}] || st.wholeA
			verbatim[side{p.B, p.A.Source}] = verbatim[side{p.B, p.A.Source}] || st.wholeB
		}
		if !ok {
			return
		}
		list = append(list, candidate{p.A, p.B, st.likeness, ""})
		rewritten[[2]*compare.Claim{p.A, p.B}] = st
	})
	list = slices.DeleteFunc(list, func(c candidate) bool { return verbatim[side{c.a, c.b.Source}] || verbatim[side{c.b, c.a.Source}] })
	var out []compare.Discrepancy
	for _, c := range assign(list) {
		st := rewritten[[2]*compare.Claim{c.a, c.b}]
		score := 0.45 + 0.5*c.score
		if st.slight {
			score -= slightChange
		}
		out = append(out, compare.Discrepancy{
			Kind: compare.Quote, Verdict: compare.Tension, Score: score,
			Why:      "inside the quotation, " + st.change,
			Subject:  "quotation",
			Question: "In which words was it said?",
			A:        stretchSide(s, c.a, st.a0, st.a1), B: stretchSide(s, c.b, st.b0, st.b1),
		})
	}
	return out
}

// saidAgain reports whether one report may quote the same words twice: in the
// headline and the body. Like words further down are another part of the speech,
// or the refrain of it.
func saidAgain(s *compare.Story, a, b *compare.Claim) bool {
	sentences := s.Document(a).Sentences
	return sentences[s.Passages[a.Passage].Sentence].Paragraph == 0 != (sentences[s.Passages[b.Passage].Sentence].Paragraph == 0)
}

// stretch is what two quotations have in common: from the first equal word to
// the last, as tokens.
type stretch struct {
	a0, a1, b0, b1 int
	likeness       float64
	change         string
	slight         bool // only words without a meaning of their own are changed
	wholeA, wholeB bool // all of it stands in the other word for word: then there is no stretch
}

// rewording finds the common stretch of two quotations and what differs in it.
func rewording(s *compare.Story, a, b *compare.Claim) (stretch, bool) {
	da, db := s.Document(a), s.Document(b)
	wa, ta := words(da, &da.Quotations[a.Mention])
	wb, tb := words(db, &db.Quotations[b.Mention])
	if len(wa) < 2 || len(wb) < 2 {
		return stretch{}, false
	}
	edits := wording.Diff(wa, wb)
	first, last, equal := common(edits)
	if first < 0 {
		return stretch{}, false
	}
	if first == last {
		if equal == min(len(wa), len(wb)) && equal >= fewestEqual {
			return stretch{wholeA: equal == len(wa), wholeB: equal == len(wb)}, false
		}
		if !hangsOn(edits, first, wa, wb) {
			return stretch{}, false
		}
		first, last = 0, len(edits)-1
	} else if equalShare(edits[first:last+1]) < quoteLikeness {
		if first, last = densest(edits); first == last {
			return stretch{}, false
		}
	}
	inside := edits[first : last+1]
	if !oneWord(inside, wa, wb) && !tellingStretch(inside, da, db, ta, tb) || equalShare(inside) < quoteLikeness {
		return stretch{}, false
	}
	lo, hi := edits[first], edits[last]
	if _, _, equal = common(inside); lo.Op == wording.Equal && hi.Op == wording.Equal {
		before := min(inSentence(da, ta, lo.A0-1, -1), inSentence(db, tb, lo.B0-1, -1))
		after := min(inSentence(da, ta, hi.A1, 1), inSentence(db, tb, hi.B1, 1))
		if n := before + after; equal < fewestEqual || n >= fewestOther && 2*n >= equal {
			return stretch{}, false // one turn of phrase in two remarks
		}
	}
	if changeShare(inside, wa, wb) > quoteChange {
		return stretch{}, false
	}
	c, ok := changed(inside, wa, wb, meaningful)
	slight := !ok
	if slight {
		if c, ok = changed(inside, wa, wb, matters); !ok {
			return stretch{}, false
		}
	}
	return stretch{
		a0: ta[min(lo.A0, len(ta)-1)], b0: tb[min(lo.B0, len(tb)-1)], a1: ta[max(hi.A1-1, 0)] + 1, b1: tb[max(hi.B1-1, 0)] + 1,
		likeness: equalShare(inside), change: c.words(da, db, ta, tb), slight: slight,
	}, true
}

// common are the first and the last run of equal words, -1 if there is none, and
// the number of equal words in all runs.
func common(edits []wording.Edit) (first, last, equal int) {
	first, last = -1, -1
	for i, e := range edits {
		if e.Op != wording.Equal {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		equal += e.A1 - e.A0
	}
	return first, last, equal
}

// equalShare is the share of equal words in both sides of some edits.
func equalShare(edits []wording.Edit) float64 {
	equal, all := 0, 0
	for _, e := range edits {
		all += e.A1 - e.A0 + e.B1 - e.B0
		if e.Op == wording.Equal {
			equal += e.A1 - e.A0
		}
	}
	return 2 * float64(equal) / float64(max(1, all))
}

// densest are the runs of equal words that bound the part of two quotations in
// which equal words most outweigh the others: of two long remarks one sentence
// may be the same. A word changed counts, on both sides, as much as an equal one.
func densest(edits []wording.Edit) (first, last int) {
	best, sum, from := 0, 0, 0
	for i, e := range edits {
		if e.Op != wording.Equal {
			sum -= e.A1 - e.A0 + e.B1 - e.B0
			continue
		}
		if sum < 0 {
			sum, from = 0, i
		}
		if sum += 2 * (e.A1 - e.A0); sum > best {
			best, first, last = sum, from, i
		}
	}
	return first, last
}

// oneWord reports whether two quotations are one but for a word replaced: then
// they may be short, and of everyday words.
func oneWord(edits []wording.Edit, a, b []string) bool {
	_, _, equal := common(edits)
	return len(a) == len(b) && equal == len(a)-1 && equal >= fewestEqual
}

// tellingStretch reports whether the equal words of a stretch say enough for a
// remark of its own: two words with a meaning, or many, rare enough together.
func tellingStretch(edits []wording.Edit, da, db *nlp.Document, ta, tb []int) bool {
	equal, telling, weight := 0, 0, 0.0
	for _, e := range edits {
		if e.Op != wording.Equal {
			continue
		}
		equal += e.A1 - e.A0
		for j := e.A0; j < e.A1; j++ {
			t, u := &da.Tokens[ta[j]], &db.Tokens[tb[e.B0+j-e.A0]]
			weight += lexicon.IDF(t.Lemma)
			if !lexicon.Stopword(t.Norm) && (!t.Tag.IsProper() || !u.Tag.IsProper()) {
				telling++
			}
		}
	}
	return (telling >= fewestTelling || equal > quoteRun) && (weight >= quoteWeight || equal >= quoteRun)
}

// inSentence counts the words of a quotation from index i on in direction step
// that stand in one sentence with the word before.
func inSentence(doc *nlp.Document, at []int, i, step int) int {
	n := 0
	for ; i >= 0 && i < len(at); i, n = i+step, n+1 {
		for t := min(at[i], at[i-step]); t < max(at[i], at[i-step]); t++ {
			switch doc.Tokens[t].Norm {
			case ".", "?", "!", "...":
				return n
			}
		}
	}
	return n
}

// changeShare is the share of content words that an edit touches, on the side
// where it is greater.
func changeShare(edits []wording.Edit, a, b []string) float64 {
	var changed, all [2]int
	for _, e := range edits {
		for side, words := range [2][]string{a[e.A0:e.A1], b[e.B0:e.B1]} {
			for _, w := range words {
				if lexicon.Stopword(w) || w == cutMark || w == insertMark {
					continue
				}
				all[side]++
				if e.Op != wording.Equal {
					changed[side]++
				}
			}
		}
	}
	return max(float64(changed[0])/float64(max(1, all[0])), float64(changed[1])/float64(max(1, all[1])))
}

// hangsOn decides about quotations with one run in common. Words before or
// after it on one side only are a cut; on both sides, right at the run, they
// are other words in its place.
func hangsOn(edits []wording.Edit, run int, a, b []string) bool {
	if len(a) > 12 || len(b) > 12 {
		return false
	}
	both := func(lo, hi int) bool {
		del, ins := false, false
		for _, e := range edits[lo:hi] {
			del = del || e.Op == wording.Delete
			ins = ins || e.Op == wording.Insert
		}
		return del && ins
	}
	return both(0, run) || both(run+1, len(edits))
}

// change is the words [a0, a1) of one quotation against [b0, b1) of another.
type change struct{ a0, a1, b0, b1 int }

// changed is the first change inside a stretch that counts, if there is one.
func changed(edits []wording.Edit, a, b []string, counts func([]string) bool) (change, bool) {
	for i := 0; i < len(edits); i++ {
		if edits[i].Op == wording.Equal {
			continue
		}
		c := change{edits[i].A0, edits[i].A1, edits[i].B0, edits[i].B1}
		for ; i < len(edits) && edits[i].Op != wording.Equal; i++ {
			c.a1, c.b1 = edits[i].A1, edits[i].B1
		}
		gone, come := a[c.a0:c.a1], b[c.b0:c.b1]
		if marked(gone) || marked(come) || !counts(gone) && !counts(come) || sameSpelling(strings.Join(gone, ""), strings.Join(come, "")) {
			continue
		}
		return c, true
	}
	return change{}, false
}

// words tells a change in the words of the documents, at being the tokens of
// the quotations' words.
func (c change) words(da, db *nlp.Document, ta, tb []int) string {
	gone, come := asWritten(da, ta[c.a0:c.a1]), asWritten(db, tb[c.b0:c.b1])
	switch {
	case come == "":
		return "“" + gone + "” is left out"
	case gone == "":
		return "“" + come + "” is left out"
	}
	return "“" + gone + "” stands against “" + come + "”"
}

// asWritten is the text of a document from the first of some tokens to the last.
func asWritten(doc *nlp.Document, at []int) string {
	if len(at) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(doc.Text(doc.TokenSpan(at[0], at[len(at)-1]+1))), " ")
}

// differentSpeakers reports whether both quotations name their speaker, and
// not the same one.
func differentSpeakers(s *compare.Story, a, b *compare.Claim) bool {
	if a.Speaker == nil || b.Speaker == nil {
		return false
	}
	ea, eb := speakerEntity(s, a), speakerEntity(s, b)
	return ea >= 0 && eb >= 0 && ea != eb && !nameInCommon(value.NameKey(s.Entities[ea].Canonical), value.NameKey(s.Entities[eb].Canonical))
}

// speakerEntity is the story entity of a claim's speaker, -1 if it has no name.
func speakerEntity(s *compare.Story, c *compare.Claim) int {
	if c.Speaker == nil || c.Speaker.Entity < 0 {
		return -1
	}
	return s.Sources[c.Source].Entity[c.Speaker.Entity]
}

// stretchSide is tokens [first, last) of a claim's document as a side, cut at
// maxEvidence.
func stretchSide(s *compare.Story, c *compare.Claim, first, last int) compare.Side {
	doc := s.Document(c)
	for last > first+1 && doc.Tokens[last-1].End-doc.Tokens[first].Start > maxEvidence {
		last--
	}
	span := doc.TokenSpan(first, last)
	return compare.Side{Evidence: compare.Evidence{Source: c.Source, Span: span}, Norm: normal(doc, first, last)}
}

// normal is the normalised wording of tokens [first, last): lower-case words
// without punctuation.
func normal(doc *nlp.Document, first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		if t := &doc.Tokens[i]; isWord(t) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(t.Norm)
		}
	}
	return b.String()
}
