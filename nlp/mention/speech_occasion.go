package mention

import (
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// afterCue is the token after a cue, its adverbs, addressee, times, occasions
// and commas between them; it sets the occasion.
func (q *speechFinder) afterCue(c *speechCue) int {
	doc := q.doc
	end := doc.Sentences[c.sentence].Last
	t := c.last
	if takesAddressee(c.verb.Lemma) && !c.inverted && t < end && q.at[t].quote == 0 && doc.Tokens[t].Norm != "that" && c.verb.Lemma != "" {
		t = q.phraseEnd(t, min(end, t+maxSpeechReach), false)
	}
	for t < end && q.at[t].quote == 0 {
		if m := q.at[t].time; m != 0 {
			t = max(t+1, min(end, doc.Times[m-1].Last))
			continue
		}
		tok := &doc.Tokens[t]
		if next := q.occasionEnd(t, end); next > t {
			if c.speaker.Occasion.Empty() && q.at[next-1].time == 0 {
				c.speaker.Occasion = doc.TokenSpan(t, next)
			}
			t = next
			continue
		}
		if tok.Tag == "RB" && tok.Norm != "not" && tok.Norm != "n't" && q.at[t].name == 0 {
			t++
			continue
		}
		break
	}
	if c.speaker.Occasion.Empty() {
		q.leadingOccasion(c)
	}
	return t
}

// leadingOccasion finds the occasion before the speaker: "In a statement, the
// company said".
func (q *speechFinder) leadingOccasion(c *speechCue) {
	for t := c.begin - 1; t >= q.doc.Sentences[c.sentence].First && t >= c.begin-maxSpeechReach/2; t-- {
		if q.at[t].quote != 0 {
			return
		}
		if next := q.occasionEnd(t, c.begin); next > t && q.at[next-1].time == 0 {
			c.speaker.Occasion = q.doc.TokenSpan(t, next)
			return
		}
	}
}

func takesAddressee(lemma string) bool {
	switch lemma {
	case "tell", "inform", "ask", "warn", "remind", "assure", "advise", "brief", "instruct":
		return true
	}
	return false
}

// occasionEnd is the token after an occasion that begins at t, or t: a
// preposition and a phrase whose head is an occasion or a time.
func (q *speechFinder) occasionEnd(t, end int) int {
	doc := q.doc
	if t+1 >= end {
		return t
	}
	prep := doc.Tokens[t].Norm
	switch prep {
	case "in", "at", "on", "during", "via", "through", "to", "after", "before", "from", "by", "following":
	default:
		return t
	}
	if m := q.at[t+1].time; m != 0 {
		return max(t+2, min(end, doc.Times[m-1].Last))
	}
	last := min(end, t+maxOccasion)
	for k := t + 1; k < last && q.at[k].quote == 0; k++ {
		tok := &doc.Tokens[k]
		if lexicon.Platform(tok.Norm) && (k == t+1 || q.at[k].name != 0) || prep == "to" && k <= t+2 && (tok.Norm == "reporters" || tok.Norm == "journalists") {
			return k + 1
		}
		if prep == "to" {
			return t
		}
		if lexicon.OccasionNoun(tok.Norm) || lexicon.OccasionNoun(tok.Lemma) {
			for k+1 < last && (lexicon.OccasionNoun(doc.Tokens[k+1].Norm) || doc.Tokens[k+1].Tag == "NN") && q.at[k+1].time == 0 && q.at[k+1].quote == 0 {
				k++
			}
			return q.occasionTail(k+1, end)
		}
		if !q.nounish(k) && !isDeterminer(tok) && tok.Norm != "," && tok.Norm != "-" || tok.Norm == "," {
			return t
		}
	}
	return t
}

// maxOccasion bounds the words of an occasion: "at a hastily arranged news
// conference".
const maxOccasion = 7

// occasionTail takes in "with X", "to X", "on Twitter", "for X" after an
// occasion's head.
func (q *speechFinder) occasionTail(t, end int) int {
	if t+1 >= end {
		return t
	}
	switch q.doc.Tokens[t].Norm {
	case "with", "to", "for", "of", "on":
		if e := q.phraseEnd(t+1, min(end, t+maxOccasion), false); e > t+1 && q.at[t+1].time == 0 {
			return e
		}
	}
	return t
}
