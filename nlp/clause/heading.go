package clause

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// mendHeading finds the verb of a headline whose tags have none: "Storm hits
// coast" is often tagged as three nouns.
func (p *parser) mendHeading() {
	for k := 0; k < len(p.chunks); k++ {
		if c := p.chunks[k]; c.kind == vg && p.tokens[c.verb].Tag == "MD" && p.kindAt(k+1) == np {
			p.modal(k)
			break // one is enough, and keeps the work linear
		}
	}
	for k := range p.chunks {
		c := p.chunks[k]
		if c.kind == vg && (c.form == finite || c.form == participle && c.weak) {
			return
		}
		if c.kind != np || c.subjectOf == k+1 {
			continue
		}
		from := c.first + 1
		if k >= 2 && p.chunks[k-1].kind == comma {
			from = c.first // "Boy, 6, dies in fall"
		}
		for i := from; i < c.last && !p.isOf(i); i++ {
			if p.headlineVerb(i) && p.headlineObject(i+1, k) || i > c.first && p.capitalVerb(i, k) {
				p.split(k, i)
				return
			}
		}
	}
}

// modal gives a modal the verb that was tagged as a name: "Will Invoke".
func (p *parser) modal(k int) {
	c, n := &p.chunks[k], &p.chunks[k+1]
	c.verb, c.last = n.first, n.first+1
	n.first++
	if n.first == n.last {
		p.chunks = append(p.chunks[:k+1], p.chunks[k+2:]...)
	}
	p.lookAhead()
}

// capitalVerb reports whether a word tagged as a name is the verb of a
// headline in title case: "Korea Launches Missile", "Plan Questioned After".
func (p *parser) capitalVerb(i, k int) bool {
	t := &p.tokens[i]
	if !t.Tag.IsProper() {
		return false
	}
	if i+1 < p.chunks[k].last {
		return newsVerb(thirdPerson(t.Norm))
	}
	next := p.kindAt(k + 1)
	if next == prep || next == sub || next == other && strings.HasSuffix(t.Norm, "ed") {
		return newsVerb(past(t.Norm)) || newsVerb(thirdPerson(t.Norm))
	}
	return (next == adj || next == np) && newsVerb(thirdPerson(t.Norm))
}

// thirdPerson is what may be the base form of a word in -s, "" for others.
func thirdPerson(norm string) string {
	b, ok := strings.CutSuffix(norm, "s")
	switch {
	case !ok || strings.HasSuffix(b, "s") && !strings.HasSuffix(b, "ss"):
		return ""
	case strings.HasSuffix(b, "ie"):
		return b[:len(b)-2] + "y"
	case strings.HasSuffix(b, "she") || strings.HasSuffix(b, "che") || strings.HasSuffix(b, "sse"):
		return b[:len(b)-1]
	}
	return b
}

// past is what may be the base form of a word in -ed, "" for others.
func past(norm string) string {
	b, ok := strings.CutSuffix(norm, "ed")
	switch {
	case !ok:
		return ""
	case newsVerb(b):
		return b
	case newsVerb(b + "e"):
		return b + "e"
	case strings.HasSuffix(b, "i"):
		return b[:len(b)-1] + "y"
	case len(b) > 1:
		return b[:len(b)-1] // banned
	}
	return ""
}

// newsVerb reports whether a base form is a frequent verb of headlines or in a
// class of events and no noun by its ending.
func newsVerb(b string) bool {
	if len(b) < 3 {
		return false
	}
	if narrates(&nlp.Token{Lemma: b}) {
		return true
	}
	for _, ending := range [...]string{"tion", "sion", "ment", "ing", "ty", "er", "al", "death"} {
		if strings.HasSuffix(b, ending) {
			return false
		}
	}
	return lexicon.EventClass(b) != ""
}

// headlineVerb reports whether a token tagged as something else is rather the
// verb of a headline: "quits" tagged as plural noun, "arrest" after "police".
func (p *parser) headlineVerb(i int) bool {
	t := &p.tokens[i]
	if t.Norm == t.Lemma {
		if i == 0 || p.tokens[i-1].Norm != "police" && p.tokens[i-1].Tag != "NNS" || i+1 >= len(p.tokens) {
			return false
		}
		switch p.tokens[i+1].Tag {
		case "DT", "CD", "JJ", "NN", "NNS", "NNP", "PRP$":
		default:
			return false
		}
	} else if t.Tag != "NNS" && t.Tag != "NNPS" && t.Tag != "NNP" {
		return false
	}
	return narrates(t)
}

// narrates reports whether a word that may be a noun is a frequent verb of
// headlines.
func narrates(t *nlp.Token) bool {
	switch t.Lemma {
	case "hit", "kill", "strike", "arrest", "attack", "injure", "wound", "charge", "rescue", "save", "accuse", "deny", "reject", "back",
		"sign", "say", "warn", "vow", "urge", "plan", "cut", "raise", "win", "beat", "lead", "face", "seek", "call", "close", "open",
		"announce", "reaffirm", "unveil", "take", "give", "get", "make", "hold", "admit", "deliver", "defend", "testify", "push", "pull", "tell",
		"plead", "respond", "enter", "re-elect", "question", "keep", "prepare", "blame", "derail", "overturn", "indict", "nab", "approve", "ban", "launch", "release", "name", "fire", "order", "report", "claim", "offer", "buy", "sell", "sue", "quit",
		"resign", "return", "leave", "join", "end", "begin", "start", "rise", "fall", "drop", "crash", "explode", "die", "hurt", "leak",
		"target", "rock", "shake", "destroy", "damage", "find", "reveal", "show", "test", "visit", "meet", "threaten", "slam", "block":
		return true
	}
	return false
}

// headlineObject reports whether something follows that a verb may govern.
func (p *parser) headlineObject(i, k int) bool {
	if i < p.chunks[k].last {
		return true
	}
	n := p.kindAt(k + 1)
	return n == prep || n == np || n == when || n == sub || n == other && intransitive(&p.tokens[i-1])
}

// split cuts noun phrase k into what stands before token verb, a finite verb
// group, and what stands after.
func (p *parser) split(k, verb int) {
	c := p.chunks[k]
	var parts []chunk
	if verb > c.first {
		parts = append(parts, chunk{kind: np, first: c.first, last: verb, subjectOf: k + 1, finites: 1})
	}
	v := chunk{kind: vg, first: verb, last: verb + 1, verb: verb, subjectOf: -1}
	if strings.HasSuffix(p.tokens[verb].Norm, "ed") {
		v.form, v.weak = participle, true
	}
	parts = append(parts, v)
	if verb+1 < c.last {
		parts = append(parts, chunk{kind: np, first: verb + 1, last: c.last, subjectOf: -1})
	}
	rest := append([]chunk(nil), p.chunks[k+1:]...)
	p.chunks = append(append(p.chunks[:k], parts...), rest...)
	p.lookAhead()
}
