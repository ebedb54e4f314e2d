package mention

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// attributions cuts out what each cue governs.
func (q *speechFinder) attributions() {
	for c := range q.cues {
		q.attribute(c)
	}
	a := q.doc.Attributions
	sort.SliceStable(a, func(i, j int) bool {
		if a[i].Start != a[j].Start {
			return a[i].Start < a[j].Start
		}
		return a[i].End < a[j].End
	})
}

func (q *speechFinder) attribute(c int) {
	doc := q.doc
	cue := &q.cues[c]
	sent := &doc.Sentences[cue.sentence]
	first, last := cue.last, q.contentEnd(c, sent.Last)
	comma := first < last && doc.Tokens[first].Norm == ","
	for first < last && (doc.Tokens[first].Norm == "," || doc.Tokens[first].Norm == ":") {
		first++
	}
	first = q.overToThat(first, last)
	that := first < last && isThat(doc.Tokens[first].Norm)
	if that && doc.Tokens[first].Norm == "that" {
		first++
	}
	after := first < last && q.sayable(cue, first, last, that)
	if cue.inverted && !that || cue.according && cue.begin > sent.First && !comma {
		after = false
	}
	closing := !cue.participle && cue.begin > sent.First && (doc.Tokens[cue.begin-1].Norm == "," || doc.Tokens[cue.begin-1].Norm == "-" || doc.Tokens[cue.begin-1].Norm == "--" || cue.according)
	if closing && (!after || comma) && cue.verb.Frame != lexicon.FrameQuote {
		split := after && comma && doc.Tokens[first].Tag.IsFinite() // "The bridge, he said, was safe"
		if f := q.contentStart(c, sent.First); split || q.clauseLike(f, cue.begin) || cue.according && !comma && cue.begin-f > maxScareWords {
			q.addAttribution(cue, f, cue.begin)
		}
	}
	if after && !(comma && closing && !q.ownClause(first, last)) {
		q.addAttribution(cue, first, last)
	}
}

// maxBeforeThat bounds the words between a verb and its "that": "confirmed
// afterwards that", "told the company in writing that".
const maxBeforeThat = 6

// overToThat goes on to a near "that" where an adverb or a preposition stands
// at first.
func (q *speechFinder) overToThat(first, last int) int {
	if first+1 < last && q.doc.Tokens[first+1].Norm == "that" && strings.HasSuffix(q.doc.Tokens[first].Norm, "wards") {
		return first + 1 // "afterwards", which taggers take for a noun
	}
	if first >= last || q.doc.Tokens[first].Tag != "IN" && !q.doc.Tokens[first].Tag.IsAdverb() && q.doc.Tokens[first].Tag != "TO" {
		return first
	}
	for t := first + 1; t < last && t <= first+maxBeforeThat && q.at[t].quote == 0; t++ {
		tok := &q.doc.Tokens[t]
		if tok.Norm == "that" {
			return t
		}
		if tok.Tag.IsVerb() || tok.Tag == "MD" || tok.Norm == "," {
			break
		}
	}
	return first
}

// ownClause reports a subject with its verb in [first, last), not just an
// afterthought: "…, police said, an account that he denies".
func (q *speechFinder) ownClause(first, last int) bool {
	if q.doc.Tokens[first].Norm == "but" {
		return false
	}
	for t := first; t < last; t++ {
		switch tok := &q.doc.Tokens[t]; {
		case tok.Tag.IsFinite():
			return true
		case tok.Tag == "WDT" || tok.Tag == "WP" || tok.Tag == "WRB" || tok.Tag == "VBG" || tok.Norm == "that" && t > first:
			return false
		}
	}
	return false
}

func isThat(norm string) bool {
	switch norm {
	case "that", "how", "why", "whether", "what":
		return true
	}
	return false
}

// sayable reports whether [first, last) can be what the cue's verb says.
func (q *speechFinder) sayable(cue *speechCue, first, last int, that bool) bool {
	if cue.according {
		return true
	}
	switch cue.verb.Frame {
	case lexicon.FrameQuote:
		return false
	case lexicon.FrameThat:
		if that {
			return true
		}
		tok := &q.doc.Tokens[first]
		return (tok.Tag == "PRP" || tok.Tag == "DT" || tok.Tag.IsProper() || tok.Norm == "there") && cue.verb.Class == lexicon.SpeechBelieve && !q.noVerb(first, last) ||
			tok.Tag == "PRP" && tok.Norm != "him" && tok.Norm != "them" && tok.Norm != "her" && first+1 < last && (q.doc.Tokens[first+1].Tag.IsVerb() || q.doc.Tokens[first+1].Tag == "MD")
	}
	tag := q.doc.Tokens[first].Tag
	if !that && (tag == "IN" || tag == "TO") && q.noVerb(first, last) {
		// "said by telephone", "wrote to them"; but "warned of", "accused of"
		switch q.doc.Tokens[first].Norm {
		case "of", "about", "against":
			return cue.verb.Class != lexicon.SpeechNeutral
		}
		return false
	}
	return that || cue.verb.Lemma != "claim" && cue.verb.Lemma != "say" && cue.verb.Lemma != "tell" && cue.verb.Lemma != "add" || !q.noVerb(first, last)
}

// maxContent bounds, in tokens, what one cue governs; no sentence of a report
// is longer, and it keeps the search linear on a text without stops.
const maxContent = 160

// contentEnd is where what follows cue c ends: at a semicolon, at the next
// speaker's words, or before the stop.
func (q *speechFinder) contentEnd(c, end int) int {
	doc := q.doc
	cue := &q.cues[c]
	last := min(end, cue.last+maxContent)
	for last > cue.last && q.at[last-1].quote == 0 && q.isStop(last-1) {
		last--
	}
	if c+1 < len(q.cues) && q.cues[c+1].sentence == cue.sentence {
		n := &q.cues[c+1]
		for b := n.begin - 1; b > cue.last && b >= n.begin-maxCueGap; b-- {
			norm := doc.Tokens[b].Norm
			if norm == "," || norm == "and" || norm == "but" || norm == "while" {
				last = min(last, b)
				if b > cue.last && doc.Tokens[b-1].Norm == "," {
					last = b - 1
				}
				break
			}
			if n.participle || isThat(norm) {
				break
			}
		}
	}
	for t := cue.last; t < last; t++ {
		if doc.Tokens[t].Norm == ";" && q.at[t].quote == 0 {
			return t
		}
	}
	return last
}

// contentStart is where what precedes cue c begins: after the words of the cue
// before it, a semicolon, or at the start of the sentence.
func (q *speechFinder) contentStart(c, first int) int {
	cue := &q.cues[c]
	first = max(q.overDateline(first, cue.begin), cue.begin-maxContent)
	if c > 0 && q.cues[c-1].sentence == cue.sentence {
		first = max(first, q.cues[c-1].last)
	}
	for t := cue.begin - 1; t > first; t-- {
		if q.doc.Tokens[t].Norm == ";" && q.at[t].quote == 0 {
			return t + 1
		}
	}
	return first
}

// maxDatelineSpan bounds the tokens of "AUSTIN, Texas, Feb 9 (Wire) -".
const maxDatelineSpan = 14

// overDateline skips a dateline at the start of a sentence: a town in capitals
// and whatever stands up to the dash.
func (q *speechFinder) overDateline(first, last int) int {
	if text := q.doc.Tokens[first].Text; len(text) < 3 || text[1] < 'A' || text[1] > 'Z' || text[2] < 'A' || text[2] > 'Z' {
		return first
	}
	for t := first + 1; t < last && t < first+maxDatelineSpan; t++ {
		switch tok := &q.doc.Tokens[t]; {
		case tok.Norm == "-" || tok.Norm == "--":
			return t + 1
		case tok.Tag == "VBD" || tok.Tag == "VBZ" || tok.Tag == "MD":
			return first
		}
	}
	return first
}

// clauseLike reports whether [first, last) holds a verb outside quotations, so
// that it is more than an opening phrase.
func (q *speechFinder) clauseLike(first, last int) bool {
	for t := first; t < last; t++ {
		if q.at[t].quote == 0 {
			if tag := q.doc.Tokens[t].Tag; tag.IsFinite() || tag == "VBN" {
				return true
			}
		}
	}
	return false
}

// addAttribution records [first, last) as said by the cue's speaker, unless
// it is nothing but direct speech.
func (q *speechFinder) addAttribution(cue *speechCue, first, last int) {
	for first < last && q.at[first].quote == 0 && (!isQuoteWord(q.doc.Tokens[first].Norm) && q.doc.Tokens[first].Tag != "$" || q.doc.Tokens[first].Norm == "and") {
		first++
	}
	for first < last && !isQuoteWord(q.doc.Tokens[last-1].Norm) && q.at[last-1].quote == 0 {
		last--
	}
	if first < last && q.doc.Tokens[last-1].Norm == "and" {
		last--
	}
	words := 0
	for t := first; t < last; t++ {
		if q.at[t].quote == 0 && isQuoteWord(q.doc.Tokens[t].Norm) {
			words++
		}
	}
	if words < 2 {
		return
	}
	q.doc.Attributions = append(q.doc.Attributions, nlp.Attribution{
		Span:     q.doc.TokenSpan(first, last),
		First:    first,
		Last:     last,
		Sentence: cue.sentence,
		Speaker:  cue.speaker,
	})
}

// attributionOver is the index of an attribution that covers token t, or -1.
func (q *speechFinder) attributionOver(t int) int {
	a := q.doc.Attributions
	i := sort.Search(len(a), func(i int) bool { return a[i].First > t })
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if a[k].Last > t {
			return k
		}
	}
	return -1
}
