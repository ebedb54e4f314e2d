package mention

import (
	"sort"

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
		if f := q.contentStart(c, sent.First); q.clauseLike(f, cue.begin) {
			q.addAttribution(cue, f, cue.begin)
		} else if cue.according && comma {
			after = after && true
		}
	}
	if after && !(comma && closing && cue.according && q.appositive(first, last)) {
		q.addAttribution(cue, first, last)
	}
}

func isThat(norm string) bool {
	switch norm {
	case "that", "how", "why", "whether", "what":
		return true
	}
	return false
}

// appositive reports that what follows "according to X," is no clause.
func (q *speechFinder) appositive(first, last int) bool { return q.noVerb(first, last) }

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
	return true
}

// contentEnd is where what follows cue c ends: at a semicolon, at the next
// speaker's words, or before the stop.
func (q *speechFinder) contentEnd(c, end int) int {
	doc := q.doc
	cue := &q.cues[c]
	last := end
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

// clauseLike reports whether [first, last) holds a verb outside quotations, so
// that it is more than an opening phrase.
func (q *speechFinder) clauseLike(first, last int) bool {
	for t := first; t < last; t++ {
		if q.at[t].quote == 0 {
			if tag := q.doc.Tokens[t].Tag; tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" || tag == "VBN" {
				return true
			}
		}
	}
	return false
}

// addAttribution records [first, last) as said by the cue's speaker, unless
// it is nothing but direct speech.
func (q *speechFinder) addAttribution(cue *speechCue, first, last int) {
	for first < last && !isQuoteWord(q.doc.Tokens[first].Norm) && q.at[first].quote == 0 {
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
