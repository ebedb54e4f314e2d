package mention

import (
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// nounish reports a token that can stand inside a noun phrase.
func (q *speechFinder) nounish(t int) bool {
	if q.at[t].name != 0 {
		return true
	}
	if q.at[t].time != 0 {
		return false
	}
	tok := &q.doc.Tokens[t]
	switch tok.Tag {
	case "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "FW":
		return tok.Norm != "-" && tok.Norm != "--"
	}
	return tok.Norm == "&" || tok.Norm == "'s" || lexicon.SpeakerNoun(tok.Norm)
}

func isDeterminer(tok *nlp.Token) bool {
	switch tok.Tag {
	case "DT", "PRP$", "WP$", "PDT":
		return tok.Norm != "that" && tok.Norm != "no"
	}
	return false
}

// joins reports a preposition that ties a noun phrase to the noun before it:
// "a spokesman for the Interior Ministry".
func joins(norm string) bool {
	switch norm {
	case "of", "for", "from", "at", "in", "with", "on":
		return true
	}
	return false
}

// phraseStart is the first token of the noun phrase that ends before token e.
func (q *speechFinder) phraseStart(e, limit int) int {
	k := e
	for k > limit {
		t := k - 1
		if q.at[t].quote != 0 {
			if quote := &q.doc.Quotations[q.at[t].quote-1]; quote.Last-quote.First > maxScareWords {
				return k
			}
		}
		if n := q.at[t].name; n != 0 {
			k = max(limit, q.doc.Names[n-1].First)
			continue
		}
		tok := &q.doc.Tokens[t]
		if q.nounish(t) {
			k = t
			continue
		}
		if isDeterminer(tok) {
			k = t
			if !q.joinedBefore(t, limit) {
				return k
			}
			k-- // the preposition
			continue
		}
		if k < e && joins(tok.Norm) && t > limit && q.tiedTo(t-1) {
			k = t
			continue
		}
		if k < e && joins(q.doc.Tokens[k].Norm) && t > limit && isTie(tok.Norm) && q.nounish(t-1) {
			k = t // "people briefed on the matter"
			continue
		}
		if tok.Norm == "." && t > limit && len(q.doc.Tokens[t-1].Norm) <= 4 && q.doc.Tokens[t-1].Tag.IsProper() {
			k = t // Mr. Hult, cut in two
			continue
		}
		return k
	}
	return k
}

func (q *speechFinder) joinedBefore(t, limit int) bool {
	return t-2 >= limit && joins(q.doc.Tokens[t-1].Norm) && q.tiedTo(t-2)
}

// tiedTo reports a token after which a preposition continues the noun phrase.
func (q *speechFinder) tiedTo(t int) bool {
	return isTie(q.doc.Tokens[t].Norm) || q.nounish(t) && !q.doc.Tokens[t].Tag.IsAdjective()
}

// isTie reports a word that ties a preposition to the noun before it.
func isTie(norm string) bool {
	switch norm {
	case "familiar", "briefed", "close", "based", "involved", "knowledge":
		return true
	}
	return false
}

// phraseEnd is the token after the noun phrase that begins at t. long also
// takes in "to", "by" and participles: "a statement released by the ministry".
func (q *speechFinder) phraseEnd(t, end int, long bool) int {
	last := min(end, t+maxSpeechReach)
	begin := t
	for t < last {
		if q.at[t].quote != 0 {
			if quote := &q.doc.Quotations[q.at[t].quote-1]; quote.Last-quote.First > maxScareWords {
				break
			}
		}
		tok := &q.doc.Tokens[t]
		if n := q.at[t].name; n != 0 {
			t = max(t+1, min(last, q.doc.Names[n-1].Last))
			continue
		}
		if t == begin && tok.Tag == "PRP" {
			return t + 1
		}
		if q.nounish(t) || isDeterminer(tok) && (t == begin || !q.nounish(t-1) || long) {
			t++
			continue
		}
		if t > begin && t+1 < last && (tok.Norm == "and" && q.nounish(t+1) && q.doc.Tokens[t+1].Tag != "JJ" && q.conjoined(t+1, last) ||
			(tok.Norm == "of" || tok.Norm == "for" || tok.Norm == "from" || tok.Norm == "with" || tok.Norm == "at" && q.at[t+1].name != 0) && (q.nounish(t+1) || isDeterminer(&q.doc.Tokens[t+1]))) {
			t++
			continue
		}
		if long && t > begin && t+1 < last && (tok.Tag == "VBN" || tok.Tag == "IN" && tok.Norm != "that" || tok.Norm == "to" || tok.Norm == "released" || tok.Norm == "obtained") {
			t++
			continue
		}
		break
	}
	for t > begin && (isDeterminer(&q.doc.Tokens[t-1]) || joins(q.doc.Tokens[t-1].Norm)) {
		t--
	}
	return t
}

// conjoined reports whether the noun phrase at t after "and" has no verb of
// its own behind it.
func (q *speechFinder) conjoined(t, last int) bool {
	for ; t < last && q.nounish(t); t++ {
	}
	return t >= last || !q.doc.Tokens[t].Tag.IsVerb() && q.doc.Tokens[t].Tag != "MD"
}

// leftSubject is the noun phrase that ends before token e, or, where a comma
// stands there, the one that the apposition before the comma explains.
func (q *speechFinder) leftSubject(e, limit int) (tokenRange, bool) {
	doc := q.doc
	if e <= limit {
		return tokenRange{}, false
	}
	tok := &doc.Tokens[e-1]
	switch tok.Norm {
	case "he", "she", "they", "it", "we", "i", "you", "one", "some", "many", "others", "who":
		if tok.Norm == "it" && q.at[e-1].name == 0 && e-1 > limit && doc.Tokens[e-2].Tag == "IN" {
			return tokenRange{}, false
		}
		if tok.Norm != "who" {
			return tokenRange{e - 1, e}, true
		}
		e--
		if e > limit && doc.Tokens[e-1].Norm == "," {
			e--
		}
		f := q.phraseStart(e, limit)
		return tokenRange{f, e}, f < e
	case "which", "that", "what", "there", "this":
		return tokenRange{}, false
	case ",", "-", "--", ")":
		return q.apposed(e-1, limit)
	}
	f := q.phraseStart(e, limit)
	if f >= e || !q.mayTalk(f, e) {
		return tokenRange{}, false
	}
	// "X, the company's owner, Tom Hult said" is not taken apart; but an
	// object before a second verb is no subject: "opened the door and said".
	return tokenRange{f, e}, true
}

// mayTalk refuses phrases that cannot speak: bare numbers, adjectives.
func (q *speechFinder) mayTalk(f, e int) bool {
	t := q.headToken(f, e)
	if q.at[t].name != 0 {
		switch q.doc.Names[q.at[t].name-1].Type {
		case nlp.Event, nlp.Product:
			return false
		}
		return true
	}
	tag := q.doc.Tokens[t].Tag
	return tag.IsNoun() || lexicon.SpeakerNoun(q.doc.Tokens[t].Norm) || tag == "DT" || tag == "CD" || tag == "JJ" && t > f
}

// apposed is the speaker before an apposition that ends at the comma at c:
// "Hult, who leads the team, said".
func (q *speechFinder) apposed(c, limit int) (tokenRange, bool) {
	f, ok := q.segmentStart(limit, c)
	if !ok {
		return tokenRange{}, false
	}
	e := q.phraseEnd(f, c, false)
	if e == f || e >= c || !q.mayTalk(f, e) {
		return tokenRange{}, false
	}
	switch q.doc.Tokens[e].Norm {
	case ",", "-", "--", "(":
		return tokenRange{f, e}, true
	}
	return tokenRange{}, false
}

// segmentStart skips what may stand before the subject in [t, end):
// conjunctions, adverbs, times, and phrases that a comma closes.
func (q *speechFinder) segmentStart(t, end int) (int, bool) {
	doc := q.doc
	for t < end {
		tok := &doc.Tokens[t]
		if m := q.at[t].time; m != 0 {
			t = max(t+1, doc.Times[m-1].Last)
			continue
		}
		switch {
		case tok.Norm == "," || tok.Tag == "CC" || tok.Tag == "RB" || tok.Norm == "-" || tok.Norm == "--":
			t++
		case tok.Tag == "IN" || tok.Tag == "TO" || tok.Tag == "VBG" || tok.Tag == "VBN" || tok.Tag == "WRB":
			for t < end && doc.Tokens[t].Norm != "," {
				t++
			}
		case q.at[t].quote != 0:
			return t, false
		default:
			return t, q.nounish(t) || isDeterminer(tok) || tok.Tag == "PRP"
		}
	}
	return t, false
}

// subjectOf is the first noun phrase of sentence s before token end.
func (q *speechFinder) subjectOf(s, end int) (tokenRange, bool) {
	first := q.doc.Sentences[s].First
	limit := min(end, first+maxSpeechReach)
	f, ok := q.segmentStart(first, limit)
	if !ok {
		return tokenRange{}, false
	}
	e := q.phraseEnd(f, limit, false)
	return tokenRange{f, e}, e > f && q.mayTalk(f, e)
}

// invertedSpeaker is the noun phrase after the verb at t in “…,” said Hult.
func (q *speechFinder) invertedSpeaker(t, limit, end int) (tokenRange, bool) {
	doc := q.doc
	if t+1 >= end || q.at[t+1].quote != 0 || t == 0 {
		return tokenRange{}, false
	}
	prev := doc.Tokens[t-1].Norm
	afterQuote := q.at[t-1].quote != 0
	comma := prev == "," && t-1 > doc.Sentences[doc.SentenceOf(t)].First
	if !afterQuote && !(comma && t > 1 && (limit < t || q.at[t-2].quote != 0)) {
		return tokenRange{}, false
	}
	e := q.phraseEnd(t+1, end, false)
	if e == t+1 || !q.mayTalk(t+1, e) {
		return tokenRange{}, false
	}
	if e < end && q.at[e].quote != 0 && e+1 < end && doc.Tokens[e+1].Tag.IsVerb() && doc.Tokens[e+1].Tag != "VBG" {
		return tokenRange{}, false // “…,” claims Hult “lied”: Hult is who is spoken of
	}
	if afterQuote || t > 1 && q.at[t-2].quote != 0 {
		return tokenRange{t + 1, e}, true
	}
	if v, _ := lexicon.SpeechVerb(doc.Tokens[t].Norm); takesAddressee(v.Lemma) {
		return tokenRange{}, false
	}
	h := q.headToken(t+1, e)
	if n := q.at[h].name; n != 0 {
		if ty := doc.Names[n-1].Type; ty == nlp.Place || ty == nlp.Nationality {
			return tokenRange{}, false
		}
	} else if !lexicon.SpeakerNoun(doc.Tokens[h].Norm) {
		return tokenRange{}, false
	}
	for k := e; k < end && k < e+maxSpeechReach && doc.Tokens[k].Norm != ","; k++ {
		if doc.Tokens[k].Tag.IsFinite() {
			return tokenRange{}, false
		}
	}
	return tokenRange{t + 1, e}, true
}

// headToken is the head of the noun phrase [f, e): the last token before the
// first preposition.
func (q *speechFinder) headToken(f, e int) int {
	for t := f + 1; t < e; t++ {
		if q.at[t].name == 0 && (q.doc.Tokens[t].Tag == "IN" || q.doc.Tokens[t].Norm == "of" || q.doc.Tokens[t].Tag == "VBN" || q.doc.Tokens[t].Norm == "familiar") {
			return t - 1
		}
	}
	t := e - 1
	for t > f && (q.doc.Tokens[t].Tag == "POS" || q.doc.Tokens[t].Norm == "'s") {
		t--
	}
	return t
}

// speaker makes the Speaker of the noun phrase [f, e).
func (q *speechFinder) speaker(f, e, cue, s int) nlp.Speaker {
	doc := q.doc
	sp := nlp.Speaker{Span: doc.TokenSpan(f, e), Entity: -1, Cue: cue}
	if e <= f {
		return sp
	}
	if e == f+1 && doc.Tokens[f].Tag == "PRP" || e == f+1 && isSpeakerPronoun(doc.Tokens[f].Norm) {
		q.resolve(&sp, doc.Tokens[f].Norm, f, s)
		return sp
	}
	h := q.headToken(f, e)
	if n := q.at[h].name; n != 0 {
		sp.Entity = doc.Names[n-1].Entity
		if t := doc.Entities[sp.Entity].Type; t != nlp.Place && t != nlp.Nationality || h == f {
			return sp
		}
		return sp
	}
	sp.Head = doc.Tokens[h].Lemma
	if sp.Head == "" {
		sp.Head = doc.Tokens[h].Norm
	}
	if lexicon.ReportNoun(sp.Head) || lexicon.ReportNoun(doc.Tokens[h].Norm) {
		sp.Entity = q.owner(f, e, h)
		return sp
	}
	// "the company's chief executive, Tom Hult, said": the name behind
	if e+1 < len(q.at) && doc.Tokens[e].Norm == "," && q.at[e+1].name != 0 {
		if n := &doc.Names[q.at[e+1].name-1]; n.Type == nlp.Person {
			sp.Entity = n.Entity
			sp.Span.End = n.End
		}
	}
	return sp
}

// owner is the entity to whom a report belongs: "Hult's blog post", "a
// statement by the ministry".
func (q *speechFinder) owner(f, e, h int) int {
	for t := f; t < h; t++ {
		if n := q.at[t].name; n != 0 && t+1 < e && (q.doc.Tokens[t+1].Tag == "POS" || q.doc.Tokens[t+1].Norm == "'s" || q.doc.Tokens[t+1].Norm == "'") {
			return q.doc.Names[n-1].Entity
		}
	}
	for t := h + 1; t < e; t++ {
		switch q.doc.Tokens[t].Norm {
		case "by", "from", "of":
			for k := t + 1; k < e; k++ {
				if n := q.at[k].name; n != 0 {
					return q.doc.Names[n-1].Entity
				}
			}
		}
	}
	return -1
}

func isSpeakerPronoun(norm string) bool {
	switch norm {
	case "he", "she", "they", "it":
		return true
	}
	return false
}
