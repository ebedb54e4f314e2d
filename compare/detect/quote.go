package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/wording"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

var quote = &compare.Detector{
	Kind: compare.Quote,
	Doc: `one quotation in different words

Fires when two sources put nearly the same words between quotation marks, in
the mouth of the same speaker or of nobody else, and a content word, number,
pronoun or negation inside the common stretch differs.
Silent when one only cuts the quotation shorter at its ends or marks the cut,
inserts in brackets, or differs in case, punctuation and contractions; and when
the speakers differ (see attribution).
Misses quotations translated twice in quite different words.`,
	Run: runQuote,
}

const (
	quoteLikeness = 0.64 // share of equal words inside the common stretch
	quoteWeight   = 7.0  // rarity that the equal words must have together: two telling words
	fewestTelling = 2    // equal words that are no names and no function words
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
		out = append(out, compare.Discrepancy{
			Kind: compare.Quote, Verdict: compare.Tension, Score: 0.45 + 0.5*c.score,
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
	wholeA, wholeB bool // all of it stands in the other word for word: then there is no stretch
}

// Marks that stand for words in a quotation: a cut, and what the reporter put in.
const (
	cutMark    = "..."
	insertMark = "[]"
)

// words lists the words of a quotation that count, with their tokens; a cut and
// an insertion in brackets are one mark each.
func words(doc *nlp.Document, q *nlp.Quotation) ([]string, []int) {
	var list []string
	var at []int
	bracket := false
	for i := q.First; i < q.Last; i++ {
		t := &doc.Tokens[i]
		switch t.Norm {
		case "[":
			bracket = true
		case "]":
			bracket = false
		case "...":
			list = append(list, cutMark)
			at = append(at, i)
			continue
		}
		if t.Norm == "percent" || t.Norm == "cent" || t.Norm == "per" && i+1 < q.Last && doc.Tokens[i+1].Norm == "cent" {
			continue // as a sign is no word
		}
		if isWord(t) && bracket {
			if len(list) == 0 || list[len(list)-1] != insertMark {
				list = append(list, insertMark)
				at = append(at, i)
			}
		} else if isWord(t) && !masked(doc, i, q.First, q.Last) {
			list = append(list, wordKey(t))
			at = append(at, i)
		}
	}
	return list, at
}

func isWord(t *nlp.Token) bool {
	c := t.Norm[0]
	return c == '&' || c == '@' && len(t.Norm) > 1 || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 || c == '\'' && len(t.Norm) > 1
}

// wordKey folds what is no change of wording: contractions, abbreviated titles,
// British spelling.
func wordKey(t *nlp.Token) string {
	switch t.Norm {
	case "n't":
		return "not"
	case "'ve":
		return "have"
	case "'ll":
		return "will"
	case "'re":
		return "are"
	case "'m":
		return "am"
	case "&", "&amp;":
		return "and"
	}
	if len(t.Norm) == 1 && t.Norm >= "1" && t.Norm <= "9" {
		return digitWords[t.Norm[0]-'1']
	}
	return lexicon.American(lexicon.TitleInFull(withoutMarks.Replace(t.Norm)))
}

// digitWords are the numbers that style books write in words.
var digitWords = [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// masked reports whether token i is a part of a word made unreadable: "f***ing".
func masked(doc *nlp.Document, i, first, last int) bool {
	return i > first && doc.Tokens[i-1].Text[0] == '*' && doc.Tokens[i-1].End == doc.Tokens[i].Start ||
		i+1 < last && doc.Tokens[i+1].Text[0] == '*' && doc.Tokens[i].End == doc.Tokens[i+1].Start
}

// withoutMarks drops the marks inside words: "U.S.", "co-operate", "@janeroe".
var withoutMarks = strings.NewReplacer("-", "", ".", "", "@", "")

// rewording finds the common stretch of two quotations and what differs in it.
func rewording(s *compare.Story, a, b *compare.Claim) (stretch, bool) {
	da, db := s.Document(a), s.Document(b)
	qa, qb := &da.Quotations[a.Mention], &db.Quotations[b.Mention]
	wa, ta := words(da, qa)
	wb, tb := words(db, qb)
	if len(wa) < 2 || len(wb) < 2 {
		return stretch{}, false
	}
	edits := wording.Diff(wa, wb)
	first, last, equal, telling, weight := -1, -1, 0, 0, 0.0
	for i, e := range edits {
		if e.Op != wording.Equal {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		equal += e.A1 - e.A0
		for j := e.A0; j < e.A1; j++ {
			t := &da.Tokens[ta[j]]
			weight += lexicon.IDF(t.Lemma)
			if u := &db.Tokens[tb[e.B0+j-e.A0]]; !lexicon.Stopword(t.Norm) && (!t.Tag.IsProper() || !u.Tag.IsProper()) {
				telling++
			}
		}
	}
	if first >= 0 && first == last && equal == min(len(wa), len(wb)) && equal >= fewestEqual {
		return stretch{wholeA: equal == len(wa), wholeB: equal == len(wb)}, false
	}
	if first < 0 || first == last && !hangsOn(edits, first, wa, wb) || telling < fewestTelling && equal <= quoteRun || weight < quoteWeight && equal < quoteRun {
		return stretch{}, false
	}
	lo, hi := edits[first], edits[last]
	if first == last {
		lo, hi = edits[0], edits[len(edits)-1]
	}
	st := stretch{a0: ta[min(lo.A0, len(ta)-1)], b0: tb[min(lo.B0, len(tb)-1)], a1: ta[max(hi.A1-1, 0)] + 1, b1: tb[max(hi.B1-1, 0)] + 1}
	na, nb := hi.A1-lo.A0, hi.B1-lo.B0
	st.likeness = 2 * float64(equal) / float64(na+nb)
	if st.likeness < quoteLikeness {
		return stretch{}, false
	}
	if first < last {
		if equal < fewestEqual {
			return stretch{}, false
		}
		before := min(inSentence(da, ta, lo.A0-1, -1), inSentence(db, tb, lo.B0-1, -1))
		after := min(inSentence(da, ta, hi.A1, 1), inSentence(db, tb, hi.B1, 1))
		if n := before + after; n >= fewestOther && 2*n >= equal {
			return stretch{}, false // one turn of phrase in two remarks
		}
	}
	if changeShare(edits[min(first, indexOf(edits, lo)):indexOf(edits, hi)+1], wa, wb) > quoteChange {
		return stretch{}, false
	}
	st.change = changed(edits[min(first, indexOf(edits, lo)):indexOf(edits, hi)+1], wa, wb)
	return st, st.change != ""
}

// inSentence counts the words of a quotation from index i on in direction step
// that stand in one sentence with the word before.
func inSentence(doc *nlp.Document, at []int, i, step int) int {
	n := 0
	for ; i >= 0 && i < len(at); i, n = i+step, n+1 {
		for t := min(at[i], at[i-step]); t < max(at[i], at[i-step]); t++ {
			switch doc.Tokens[t].Text {
			case ".", "?", "!":
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

func indexOf(edits []wording.Edit, e wording.Edit) int {
	for i := range edits {
		if edits[i] == e {
			return i
		}
	}
	return 0
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

// changed words the first real change inside a stretch, "" if there is none:
// an edit of function words alone is none, unless it is a negation or pronoun.
func changed(edits []wording.Edit, a, b []string) string {
	for i := 0; i < len(edits); i++ {
		if edits[i].Op == wording.Equal {
			continue
		}
		var gone, come []string
		for ; i < len(edits) && edits[i].Op != wording.Equal; i++ {
			gone = append(gone, a[edits[i].A0:edits[i].A1]...)
			come = append(come, b[edits[i].B0:edits[i].B1]...)
		}
		if marked(gone) || marked(come) || !matters(gone) && !matters(come) || sameSpelling(strings.Join(gone, ""), strings.Join(come, "")) {
			continue
		}
		switch {
		case len(come) == 0:
			return "“" + strings.Join(gone, " ") + "” is left out"
		case len(gone) == 0:
			return "“" + strings.Join(come, " ") + "” is left out"
		default:
			return "“" + strings.Join(gone, " ") + "” stands against “" + strings.Join(come, " ") + "”"
		}
	}
	return ""
}

// marked reports whether the reporter himself shows that words were changed.
func marked(words []string) bool {
	return slices.Contains(words, cutMark) || slices.Contains(words, insertMark)
}

// sameSpelling reports whether two stretches are one but for spelling and
// inflection: traveling/travelling, paedophile/pedophile, death/deaths, asking/askin'.
func sameSpelling(a, b string) bool {
	if a == b {
		return true
	}
	a, b = foldSpelling(a), foldSpelling(b)
	return a == b || strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s") || a+"g" == b && strings.HasSuffix(a, "in") || b+"g" == a && strings.HasSuffix(b, "in")
}

// foldSpelling takes British to American spelling, roughly: both sides go
// through it, so it need not be right, only equal.
func foldSpelling(w string) string {
	return spellingFolds.Replace(w)
}

var spellingFolds = strings.NewReplacer("ae", "e", "oe", "e", "our", "or", "ise", "ize", "isa", "iza", "yse", "yze", "ll", "l", "tre", "ter", "ence", "ense", "ogue", "og", "mm", "m", "pp", "p")

func matters(words []string) bool {
	for _, w := range words {
		switch w {
		case "not", "no", "never", "none", "nor", "i", "we", "he", "she", "they", "everyone", "everything", "all", "must", "should", "could", "may", "might":
			return true
		}
		if !lexicon.Stopword(w) {
			return true
		}
	}
	return false
}

// differentSpeakers reports whether both quotations name their speaker, and
// not the same one.
func differentSpeakers(s *compare.Story, a, b *compare.Claim) bool {
	if a.Speaker == nil || b.Speaker == nil {
		return false
	}
	ea, eb := speakerEntity(s, a), speakerEntity(s, b)
	return ea >= 0 && eb >= 0 && ea != eb
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
