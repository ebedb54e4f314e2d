package mention

import (
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// speechCue is a verb of speech, or "according to", with its speaker.
type speechCue struct {
	tok         int // the verb or "according"
	begin, last int // tokens of speaker, adverbs and cue together
	speaker     nlp.Speaker
	verb        lexicon.Speech
	inverted    bool // said Hult
	according   bool
	participle  bool // ", adding that"
	content     bool // something other than an occasion follows in the sentence
	sentence    int
}

// speechToken is what a token is covered by: 1-based indices, 0 for nothing.
type speechToken struct{ quote, name, time int32 }

type lastSpeaker struct {
	speaker  nlp.Speaker
	sentence int
	known    bool
}

// tokenRange is a half-open range of tokens.
type tokenRange struct{ first, last int }

// speechFinder is the state of one call of Quotations.
type speechFinder struct {
	doc       *nlp.Document
	at        []speechToken
	cues      []speechCue // by begin
	continues []bool      // by quotation: the next paragraph goes on with it
	last      lastSpeaker // while cues are found: the last cue's; while quotes are bound: the last quote's
	gender    []int8      // by entity: 1 he, 2 she, 0 unknown
}

func newSpeechFinder(doc *nlp.Document) *speechFinder {
	q := &speechFinder{doc: doc, at: make([]speechToken, len(doc.Tokens)), gender: make([]int8, len(doc.Entities))}
	for i, n := range doc.Names {
		for t := n.First; t < n.Last; t++ {
			q.at[t].name = int32(i + 1)
		}
		if g := q.titleGender(n.First); g != 0 {
			q.gender[n.Entity] = g
		}
	}
	for i, m := range doc.Times {
		for t := m.First; t < m.Last; t++ {
			q.at[t].time = int32(i + 1)
		}
	}
	return q
}

func (q *speechFinder) titleGender(first int) int8 {
	t := first - 1
	if t >= 0 && q.doc.Tokens[t].Norm == "." {
		t--
	}
	for ; t >= first-2 && t >= 0 || t == first && t < len(q.doc.Tokens); t-- {
		switch q.doc.Tokens[t].Norm {
		case "mr", "mr.", "sir", "lord", "king", "prince", "father", "congressman", "spokesman", "chairman":
			return 1
		case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "sister", "congresswoman", "spokeswoman", "chairwoman":
			return 2
		}
	}
	return 0
}

// cueFrom is the index of the first cue whose verb stands at or after token t.
func (q *speechFinder) cueFrom(t int) int {
	lo, hi := 0, len(q.cues)
	for lo < hi {
		mid := (lo + hi) / 2
		if q.cues[mid].tok < t {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func (q *speechFinder) isStop(t int) bool {
	switch q.doc.Tokens[t].Norm {
	case ".", "!", "?":
		return true
	}
	return false
}

func isQuoteWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// sentence finds the cues of one sentence outside of quotations.
func (q *speechFinder) sentence(s int) {
	sent := &q.doc.Sentences[s]
	for t := sent.First; t < sent.Last; t++ {
		if q.at[t].quote != 0 || q.at[t].name != 0 && q.doc.Tokens[t].Tag.IsProper() {
			continue
		}
		tok := &q.doc.Tokens[t]
		if tok.Norm == "according" {
			q.according(t, s)
			continue
		}
		if tok.Norm == "quoted" && q.doc.Tokens[min(t+1, sent.Last-1)].Norm != "as" {
			q.quoted(t, s)
			continue
		}
		if len(tok.Norm) < 3 || tok.Tag.IsNoun() || tok.Tag.IsAdjective() || tok.Tag == "IN" {
			continue
		}
		if v, ok := lexicon.SpeechVerb(tok.Norm); ok || q.goesOn(t, sent.Last, &v) {
			q.verb(t, s, v)
		}
	}
}

// goesOn reads "went on" after a quotation as a verb of speech.
func (q *speechFinder) goesOn(t, end int, v *lexicon.Speech) bool {
	if n := q.doc.Tokens[t].Norm; n != "went" && n != "goes" || t+1 >= end || q.doc.Tokens[t+1].Norm != "on" {
		return false
	}
	if t+2 < end && !q.isStop(t+2) && q.doc.Tokens[t+2].Norm != "," && q.doc.Tokens[t+2].Norm != ":" {
		return false
	}
	*v = lexicon.Speech{Lemma: "go", Class: lexicon.SpeechNeutral, Frame: lexicon.FrameQuote, Form: lexicon.FormPast}
	return true
}

// add completes a cue with its speaker's occasion and records it.
func (q *speechFinder) add(c speechCue, sp tokenRange, s int) {
	c.sentence = s
	c.begin, c.last = min(c.tok, sp.first), max(c.tok+1, sp.last)
	if c.according {
		c.last = sp.last
	}
	if sp.last <= c.tok && sp.last > sp.first { // adverbs between speaker and verb
		c.begin = sp.first
	}
	if c.participle {
		c.begin, c.last = c.tok, c.tok+1
	}
	c.speaker = q.speaker(sp.first, sp.last, c.tok, s)
	c.last = q.afterCue(&c)
	c.content = q.hasContent(c.last, q.doc.Sentences[s].Last)
	if n := len(q.cues); n > 0 && q.cues[n-1].tok >= c.tok {
		return
	}
	q.cues = append(q.cues, c)
	if c.speaker.Entity >= 0 || c.speaker.Head != "" {
		q.last = lastSpeaker{c.speaker, s, true}
	}
}

func (q *speechFinder) hasContent(t, end int) bool {
	for end = min(end, t+maxContent); t < end; t++ {
		if q.at[t].quote == 0 && isQuoteWord(q.doc.Tokens[t].Norm) {
			return true
		}
	}
	return false
}

// according records "according to X".
func (q *speechFinder) according(t, s int) {
	end := q.doc.Sentences[s].Last
	if t+2 >= end || q.doc.Tokens[t+1].Norm != "to" {
		return
	}
	sp := tokenRange{t + 2, q.phraseEnd(t+2, end, true)}
	if sp.last == sp.first {
		return
	}
	q.add(speechCue{tok: t, according: true}, sp, s)
}

// verb records the verb at t if it has a speaker.
func (q *speechFinder) verb(t, s int, v lexicon.Speech) {
	doc := q.doc
	sent := &doc.Sentences[s]
	c := speechCue{tok: t, verb: v}
	if v.Form == lexicon.FormIng {
		q.participle(t, s, c)
		return
	}
	limit := q.leftLimit(t, sent.First)
	e, ok := q.skipAdverbs(t, limit)
	if !ok {
		if q.passiveBy(t, limit, sent.Last) {
			sp := tokenRange{t + 2, q.phraseEnd(t+2, sent.Last, false)}
			if sp.last > sp.first {
				q.add(c, sp, s)
			}
		}
		return
	}
	if v.Form == lexicon.FormBase && (e > limit && (doc.Tokens[e-1].Tag == "MD" || doc.Tokens[e-1].Norm == "to") || doc.Tokens[t].Tag == "VB") {
		return
	}
	if e > limit && doc.Tokens[e-1].Norm == "," && limit > 0 && q.at[limit-1].quote != 0 {
		// “…,” Hult, the minister, told the agency
		if sp, ok := q.apposed(e-1, limit); ok {
			q.add(c, sp, s)
			return
		}
	}
	if sp, ok := q.invertedSpeaker(t, limit, sent.Last); ok {
		c.inverted = true
		q.add(c, sp, s)
		return
	}
	if e <= limit {
		return
	}
	if sp, ok := q.leftSubject(e, limit); ok {
		q.add(c, sp, s)
		return
	}
	if n := doc.Tokens[e-1].Norm; n == "and" || n == "but" || n == "," || n == "then" {
		if sp, ok := q.sharedSubject(t, s); ok {
			q.add(c, sp, s)
		}
	}
}

// quoted records "Hult was quoted by the agency".
func (q *speechFinder) quoted(t, s int) {
	k := t - 1
	first := q.doc.Sentences[s].First
	if k < first {
		return
	}
	switch q.doc.Tokens[k].Norm {
	case "was", "were", "is", "are":
	default:
		return
	}
	limit := q.leftLimit(k, first)
	e, _ := q.skipAdverbs(k, limit)
	if sp, ok := q.leftSubject(e, limit); ok {
		q.add(speechCue{tok: t, verb: lexicon.Speech{Lemma: "quote", Class: lexicon.SpeechNeutral, Frame: lexicon.FrameQuote, Form: lexicon.FormPast}}, sp, s)
	}
}

// participle records ", adding that" and "was quoted as saying".
func (q *speechFinder) participle(t, s int, c speechCue) {
	doc := q.doc
	first := doc.Sentences[s].First
	if t == first {
		return
	}
	if doc.Tokens[t-1].Norm == "as" {
		if t >= 3 && doc.Tokens[t-2].Norm == "quoted" {
			if e, _ := q.skipAdverbs(t-2, first); e > first {
				if sp, ok := q.leftSubject(e, q.leftLimit(e, first)); ok {
					q.add(c, sp, s)
				}
			}
			return
		}
		limit := q.leftLimit(t-1, first)
		f := q.phraseStart(t-1, limit)
		if f < t-1 && f > first && (doc.Tokens[f-1].Lemma == "quote" || doc.Tokens[f-1].Norm == "quoted" || doc.Tokens[f-1].Norm == "quotes" || doc.Tokens[f-1].Norm == "quoting") {
			q.add(c, tokenRange{f, t - 1}, s)
		}
		return
	}
	if q.nounish(t-1) && c.verb.Frame != lexicon.FrameQuote && q.clauseNext(t+1, doc.Sentences[s].Last) {
		// "a statement saying that"
		limit := q.leftLimit(t, first)
		f := q.phraseStart(t, limit)
		if h := doc.Tokens[q.headToken(f, t)].Norm; f < t && (lexicon.ReportNoun(h) || lexicon.SpeakerNoun(h)) {
			q.add(c, tokenRange{f, t}, s)
		}
		return
	}
	if doc.Tokens[t-1].Norm != "," && doc.Tokens[t-1].Norm != "and" && doc.Tokens[t-1].Norm != "before" && doc.Tokens[t-1].Norm != "by" {
		return
	}
	if sp, ok := q.sharedSubject(t, s); ok {
		c.participle = true
		q.add(c, sp, s)
	}
}

// clauseNext reports that a clause or quotation begins at t.
func (q *speechFinder) clauseNext(t, end int) bool {
	if t >= end {
		return false
	}
	tok := &q.doc.Tokens[t]
	return q.at[t].quote != 0 || tok.Norm == "that" || tok.Tag == "PRP" || q.at[t].name != 0 && !q.noVerb(t, min(end, t+maxCueGap))
}

// sharedSubject is the speaker of the cue before t in the sentence, else the
// sentence's subject.
func (q *speechFinder) sharedSubject(t, s int) (tokenRange, bool) {
	if n := len(q.cues); n > 0 && q.cues[n-1].sentence == s {
		sp := q.cues[n-1].speaker.Span
		f := t
		for f > q.doc.Sentences[s].First && f > t-maxContent && q.doc.Tokens[f-1].Start >= sp.Start {
			f--
		}
		l := f
		for l < t && q.doc.Tokens[l].End <= sp.End {
			l++
		}
		return tokenRange{f, l}, l > f
	}
	return q.subjectOf(s, t)
}

// maxSpeechReach bounds, in tokens, how far a speaker may stand from its verb;
// it keeps the search linear on a sentence without end.
const maxSpeechReach = 48

// leftLimit is where the search for a subject of the verb at t stops: the
// start of the sentence or the last quotation or semicolon.
func (q *speechFinder) leftLimit(t, first int) int {
	for k := t - 1; k >= first && k >= t-maxSpeechReach; k-- {
		if q.at[k].quote != 0 && q.closesQuote(k) || q.doc.Tokens[k].Norm == ";" || q.doc.Tokens[k].Norm == ":" {
			return k + 1
		}
	}
	return max(first, t-maxSpeechReach)
}

func (q *speechFinder) closesQuote(k int) bool {
	quote := &q.doc.Quotations[q.at[k].quote-1]
	return quote.Last-quote.First > maxScareWords || k+1 < len(q.doc.Tokens) && q.doc.Tokens[quote.Last-1].Norm == ","
}

// skipAdverbs goes back from the verb at t over adverbs, auxiliaries and times.
// ok is false for negated and passive verbs.
func (q *speechFinder) skipAdverbs(t, limit int) (int, bool) {
	doc := q.doc
	for t > limit {
		k := t - 1
		if m := q.at[k].time; m != 0 {
			f := doc.Times[m-1].First
			if f > limit && isTimePreposition(doc.Tokens[f-1].Norm) {
				f--
			}
			if f < limit {
				return t, true
			}
			t = f
			continue
		}
		switch doc.Tokens[k].Norm {
		case "has", "have", "had", "'ve", "'d", "did":
		case "not", "n't", "never", "was", "were", "is", "are", "be", "been", "being", "'re", "get", "got":
			return t, false
		default:
			if !doc.Tokens[k].Tag.IsAdverb() || q.at[k].name != 0 {
				return t, true
			}
		}
		t = k
	}
	return t, true
}

func isTimePreposition(norm string) bool {
	switch norm {
	case "on", "in", "at", "earlier", "late", "early", "since", "by", "last":
		return true
	}
	return false
}

// passiveBy reports "was told by".
func (q *speechFinder) passiveBy(t, limit, end int) bool {
	if t+2 >= end || q.doc.Tokens[t+1].Norm != "by" || t <= limit {
		return false
	}
	if v, _ := lexicon.SpeechVerb(q.doc.Tokens[t].Norm); v.Frame == lexicon.FrameQuote {
		return true // "described by the company as “…”"
	}
	switch q.doc.Tokens[t].Norm {
	case "told", "informed", "warned", "assured", "advised":
		return true
	}
	return false
}
