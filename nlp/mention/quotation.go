package mention

import (
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// Quotations sets doc.Quotations (direct speech) and doc.Attributions
// (indirect speech). It reads tokens, sentences, names and times.
//
// The steps: pair the quotation marks of each paragraph (quotation_marks.go);
// find the verbs of speech outside of them, each with its speaker
// (speech_cue.go, speaker.go); give each quote the cue that stands beside it,
// or the speaker of what stands before it; and cut out what the remaining cues
// govern (attribution.go).
func Quotations(doc *nlp.Document) {
	if len(doc.Sentences) == 0 {
		return
	}
	q := newSpeechFinder(doc)
	q.pair()
	for s := range doc.Sentences {
		q.sentence(s)
	}
	q.attributions()
	q.last = lastSpeaker{}
	for i := range doc.Quotations {
		q.bind(i)
	}
}

// Thresholds of what counts as a scare quote rather than speech.
const (
	maxScareWords  = 3 // "ticking fee", "no great loss": too short to be compared as speech
	maxTitledWords = 8 // a title or name in quotation marks is seldom longer
)

// pair fills doc.Quotations, without speakers.
func (q *speechFinder) pair() {
	doc := q.doc
	text := doc.Article.Text
	var pairs []quotePair
	for s := 0; s < len(doc.Sentences); {
		e := s
		for e < len(doc.Sentences) && doc.Sentences[e].Paragraph == doc.Sentences[s].Paragraph {
			e++
		}
		next := false
		if e < len(doc.Sentences) {
			m := quoteMarkAt(text, doc.Sentences[e].Start)
			next = m.size > 0 && m.dir >= 0
		}
		pairs = quotePairs(text, doc.Sentences[s].Start, doc.Sentences[e-1].End, next, pairs)
		s = e
	}
	if len(pairs) == 0 {
		return
	}
	doc.Quotations = make([]nlp.Quotation, 0, len(pairs))
	tok, sent := 0, 0
	for _, p := range pairs {
		for tok < len(doc.Tokens) && doc.Tokens[tok].End <= p.start {
			tok++
		}
		begin := tok
		for tok < len(doc.Tokens) && doc.Tokens[tok].Start < p.innerStart {
			tok++
		}
		first := tok
		for tok < len(doc.Tokens) && doc.Tokens[tok].End <= p.innerEnd {
			tok++
		}
		if first == tok || begin >= len(doc.Tokens) {
			continue
		}
		for doc.Sentences[sent].Last <= begin {
			sent++
		}
		id := int32(len(doc.Quotations) + 1)
		for t := begin; t < tok || t < len(doc.Tokens) && doc.Tokens[t].Start < p.end; t++ {
			q.at[t].quote = id
		}
		doc.Quotations = append(doc.Quotations, nlp.Quotation{
			Span:     nlp.Span{Start: p.start, End: p.end},
			Inner:    nlp.Span{Start: p.innerStart, End: p.innerEnd},
			First:    first,
			Last:     tok,
			Sentence: sent,
			Speaker:  nlp.Speaker{Entity: -1, Cue: -1},
		})
		q.continues = append(q.continues, p.continues)
	}
}

// quoteTokens is the range of tokens of a quotation with its marks.
func (q *speechFinder) quoteTokens(i int) (first, last int) {
	first, last = q.doc.Quotations[i].First, q.doc.Quotations[i].Last
	id := int32(i + 1)
	for first > 0 && q.at[first-1].quote == id {
		first--
	}
	for last < len(q.at) && q.at[last].quote == id {
		last++
	}
	return first, last
}

// bind finds the speaker of quotation i and decides whether it is speech.
func (q *speechFinder) bind(i int) {
	doc := q.doc
	quote := &doc.Quotations[i]
	first, last := q.quoteTokens(i)
	before, after := q.cueBefore(i, first), q.cueAfter(i, last)
	c, introduced := -1, false
	switch {
	case before >= 0 && q.introduces(before, first):
		c, introduced = before, true
	case after >= 0:
		c, introduced = after, true
	case before >= 0 && q.cues[before].verb.Frame != lexicon.FrameThat:
		c = before // "agreed on a “ticking fee”" is nobody's word
	}
	words, titled := q.quoteWords(quote.First, quote.Last)
	whole := q.wholeSentences(first, last)
	named := q.namedBefore(first) || titled && words > 1 && words <= maxTitledWords
	quote.Scare = !introduced && (words <= maxScareWords && !whole || named && !whole) || words <= maxTitledWords && q.namedBefore(first)
	switch {
	case quote.Scare && q.namedBefore(first):
		// an actor called “Zinc”: "called" is nobody's word
	case c >= 0:
		quote.Speaker = q.cues[c].speaker
	case whole || i > 0 && q.continues[i-1] && q.nextParagraph(i):
		quote.Speaker = q.inherit(i)
	default:
		if sp, ok := q.headlineSpeaker(quote.Sentence, last); ok {
			quote.Speaker, quote.Scare = sp, false
		} else if a := q.attributionOver(first); a >= 0 {
			quote.Speaker = doc.Attributions[a].Speaker
		} else if !quote.Scare {
			quote.Speaker = q.sentenceSpeaker(quote.Sentence, first)
			if c := q.cueBehind(last); quote.Speaker.Span.Empty() && c >= 0 {
				quote.Speaker = q.cues[c].speaker
			}
		}
	}
	if !quote.Scare && (quote.Speaker.Cue >= 0 || quote.Speaker.Entity >= 0 || quote.Speaker.Head != "") {
		q.last = lastSpeaker{quote.Speaker, doc.SentenceOf(last - 1), true}
	}
}

// nextParagraph reports whether quotation i begins in the paragraph after the
// one in which the quotation before it begins.
func (q *speechFinder) nextParagraph(i int) bool {
	s := q.doc.Sentences
	return s[q.doc.Quotations[i].Sentence].Paragraph == s[q.doc.Quotations[i-1].Sentence].Paragraph+1
}

// cueAfter is the cue that closes the quotation ending before token last:
// “…,” said Hult; “…,” Hult said; “…,” in a statement, Hult said. -1 if none.
func (q *speechFinder) cueAfter(i, last int) int {
	doc := q.doc
	if last >= len(doc.Tokens) {
		return -1
	}
	s := doc.SentenceOf(last - 1)
	end := doc.Sentences[s].Last
	if last == end { // the closing stop was taken for the end of the sentence
		if s+1 >= len(doc.Sentences) || doc.Sentences[s+1].Paragraph != doc.Sentences[s].Paragraph || !q.lowerOrCue(last) {
			return -1
		}
		end = doc.Sentences[s+1].Last
	}
	inner, long := q.quoteEnd(i)
	pointed := inner == "," || inner == "?" || inner == "!" || inner == "-" || inner == "--" || inner == "..." ||
		last < end && doc.Tokens[last].Norm == ","
	for c := q.cueFrom(last); c < len(q.cues) && q.cues[c].begin < end; c++ {
		cue := &q.cues[c]
		if cue.begin < last {
			continue
		}
		if cue.participle || inner == "." && cue.last < len(doc.Tokens) && doc.Tokens[cue.last].Norm == ":" {
			return -1 // “It is over.” Lund said: “Go home.”
		}
		gap := cue.begin - last
		if gap > 0 && doc.Tokens[last].Norm == "," {
			gap--
		}
		if gap == 0 && (pointed || long || doc.Sentences[s].Heading || inner == "." && cue.inverted) {
			return c
		}
		if pointed && gap <= maxCueGap && q.noVerb(last, cue.begin) {
			return c
		}
		return -1
	}
	return -1
}

// quoteEnd is the last token of quotation i that is no quotation mark, and
// whether the quotation is too long for a scare quote.
func (q *speechFinder) quoteEnd(i int) (norm string, long bool) {
	quote := &q.doc.Quotations[i]
	t := quote.Last - 1
	for t > quote.First && (q.doc.Tokens[t].Norm == "'" || q.doc.Tokens[t].Norm == "\"") {
		t--
	}
	return q.doc.Tokens[t].Norm, quote.Last-quote.First > maxScareWords+1
}

// lowerOrCue reports whether the sentence starting at token t goes on with
// what the quote before it began: a lower-case word or a cue.
func (q *speechFinder) lowerOrCue(t int) bool {
	if c := q.cueFrom(t); c < len(q.cues) && q.cues[c].begin <= t+1 && q.cues[c].last-q.cues[c].begin < maxCueGap {
		return !q.cues[c].content
	}
	r := q.doc.Tokens[t].Text[0]
	return r >= 'a' && r <= 'z'
}

// maxCueGap bounds the words between a quotation and its cue: "in a statement
// on Friday,".
const maxCueGap = 8

// cueBefore is the last cue before token first in its sentence, or -1.
func (q *speechFinder) cueBefore(i, first int) int {
	doc := q.doc
	start := doc.Sentences[doc.Quotations[i].Sentence].First
	c := q.cueFrom(first) - 1
	if c < 0 || q.cues[c].tok < start {
		return -1
	}
	cue := &q.cues[c]
	if cue.inverted || cue.according {
		// “A,” said Hult. … what follows is his only after a comma or colon
		if !q.introduces(c, first) && !cue.according {
			return -1
		}
	}
	return c
}

// introduces reports whether only a comma, a colon, "that" or an occasion
// stands between cue c and the quotation at token first.
func (q *speechFinder) introduces(c, first int) bool {
	doc := q.doc
	cue := &q.cues[c]
	if cue.last > first {
		return false
	}
	if first == cue.last {
		return !cue.according
	}
	prev := doc.Tokens[first-1].Norm
	if prev != "," && prev != ":" {
		return false
	}
	if prev == ":" {
		return true
	}
	return first-cue.last <= maxCueGap+2 && q.noVerb(cue.last, first)
}

// noVerb reports that no finite verb stands in [first, last).
func (q *speechFinder) noVerb(first, last int) bool {
	for t := first; t < last && t < len(q.doc.Tokens); t++ {
		if q.doc.Tokens[t].Tag.IsFinite() {
			return false
		}
	}
	return true
}

// quoteWords counts the words of a quotation and reports whether all of them
// but the small ones begin with a capital, as in a title or name.
func (q *speechFinder) quoteWords(first, last int) (n int, titled bool) {
	titled = true
	for t := first; t < last; t++ {
		tok := &q.doc.Tokens[t]
		c := tok.Text[0]
		switch {
		case c >= 'A' && c <= 'Z':
			n++
		case c >= 'a' && c <= 'z':
			n++
			if len(tok.Text) > 4 || tok.Tag.IsVerb() {
				titled = false
			}
		case c >= '0' && c <= '9' || c >= 0x80 && isQuoteWord(tok.Text):
			n++
		case c == '!' || c == '?':
			titled = false
		}
	}
	return n, titled && n > 0
}

// wholeSentences reports whether the tokens, a quotation with its marks, begin
// and end a sentence, so that nothing but the quotation is said there.
func (q *speechFinder) wholeSentences(first, last int) bool {
	doc := q.doc
	s, e := doc.SentenceOf(first), doc.SentenceOf(last-1)
	if s < 0 || e < 0 || doc.Sentences[s].Heading || first != doc.Sentences[s].First {
		return false
	}
	rest := doc.Sentences[e].Last - last
	if rest == 0 {
		return true
	}
	return rest == 1 && q.isStop(last)
}

// namedBefore reports a word that introduces a name or title: "called",
// "dubbed", "so-called".
func (q *speechFinder) namedBefore(first int) bool {
	for t := first - 1; t >= 0 && t >= first-2; t-- {
		n := q.doc.Tokens[t].Norm
		if lexicon.NamingWord(n) {
			return true
		}
		if n != "the" && n != "a" && n != "as" && n != "," {
			return false
		}
	}
	return false
}

// inherit is the speaker of a quotation that stands alone: whoever spoke
// last, if that was in this paragraph or the one before.
func (q *speechFinder) inherit(i int) nlp.Speaker {
	doc := q.doc
	s := doc.Quotations[i].Sentence
	none := nlp.Speaker{Entity: -1, Cue: -1}
	c := q.cueFrom(doc.Quotations[i].First) - 1
	best := none
	at := -1
	if c >= 0 {
		at, best = doc.SentenceOf(q.cues[c].tok), q.cues[c].speaker
	}
	if q.last.known && q.last.sentence > at {
		at, best = q.last.sentence, q.last.speaker
	}
	if s > 0 && at < s-1 && doc.Sentences[s-1].Paragraph == doc.Sentences[s].Paragraph {
		// nobody spoke in the sentence before: its subject, if a person, does now
		if sp, ok := q.subjectOf(s-1, doc.Sentences[s-1].Last); ok {
			who := q.speaker(sp.first, sp.last, -1, s-1)
			if who.Entity >= 0 && doc.Entities[who.Entity].Type == nlp.Person {
				at, best = s-1, who
			}
		}
	}
	if at < 0 || doc.Sentences[s].Paragraph-doc.Sentences[at].Paragraph > 1 || best.Head == "" && best.Entity < 0 {
		return none
	}
	best.Inherited = true
	best.Cue = -1
	best.Occasion = nlp.Span{}
	return best
}

// cueBehind is the cue that closes the sentence of a quotation ending before
// token last, at any distance: “And if I did” take it, he said. -1 if none.
func (q *speechFinder) cueBehind(last int) int {
	c := q.cueFrom(last)
	if c >= len(q.cues) || last == 0 || q.cues[c].sentence != q.doc.SentenceOf(last-1) || q.cues[c].participle || q.cues[c].begin == 0 {
		return -1
	}
	if q.doc.Tokens[q.cues[c].begin-1].Norm != "," || q.cues[c].content && !q.cues[c].according {
		return -1
	}
	return c
}

// headlineSpeaker is the speaker behind the colon of ‘I did it’: Smith admits.
func (q *speechFinder) headlineSpeaker(s, last int) (nlp.Speaker, bool) {
	sent := &q.doc.Sentences[s]
	if !sent.Heading || last+1 >= sent.Last || q.doc.Tokens[last].Norm != ":" {
		return nlp.Speaker{}, false
	}
	e := q.phraseEnd(last+1, sent.Last, false)
	if e == last+1 || !q.mayTalk(last+1, e) {
		return nlp.Speaker{}, false
	}
	h := q.headToken(last+1, e)
	if n := q.at[h].name; n != 0 && q.doc.Names[n-1].Type == nlp.Place || n == 0 && !lexicon.SpeakerNoun(q.doc.Tokens[h].Norm) {
		return nlp.Speaker{}, false
	}
	return q.speaker(last+1, e, -1, s), true
}

// sentenceSpeaker is the subject of a sentence that frames a quotation without
// a verb of speech: “Hult had a warning: “…”.
func (q *speechFinder) sentenceSpeaker(s, first int) nlp.Speaker {
	sp, ok := q.subjectOf(s, first)
	if !ok || first == q.doc.Sentences[s].First || q.doc.Tokens[first-1].Norm != ":" {
		return nlp.Speaker{Entity: -1, Cue: -1}
	}
	return q.speaker(sp.first, sp.last, -1, s)
}
