package clause

import "github.com/factdiff/factdiff/nlp"

// auxiliary says what an auxiliary verb asks of the verb after it.
type auxiliary uint8

const (
	lexical  auxiliary = iota
	wantBase           // will, did, to
	wantPast           // has
	wantBe             // is: -ing or passive participle
	wantGet            // got: passive participle
)

func auxiliaryOf(t *nlp.Token) auxiliary {
	if t.Tag == "MD" {
		return wantBase
	}
	switch t.Lemma {
	case "be":
		return wantBe
	case "have":
		return wantPast
	case "do":
		return wantBase
	case "get":
		return wantGet
	}
	switch t.Norm {
	case "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m":
		return wantBe
	case "has", "have", "had", "having", "'ve":
		return wantPast
	case "do", "does", "did":
		return wantBase
	case "'s":
		return wantBe
	}
	return lexical
}

// fits reports whether a verb with this tag goes on a group after an auxiliary.
// A past form is often tagged for a participle and the other way round.
func (a auxiliary) fits(tag nlp.Tag) bool {
	switch a {
	case wantBase:
		return tag == "VB" || tag == "VBP"
	case wantPast:
		return tag == "VBN" || tag == "VBD"
	case wantBe:
		return tag == "VBN" || tag == "VBD" || tag == "VBG"
	case wantGet:
		return tag == "VBN"
	}
	return false
}

// verbGroup is the verb group that begins at token i: "to", adverbs and
// auxiliaries, the main verb, a particle.
func (p *parser) verbGroup(i, last int) chunk {
	c := chunk{kind: vg, first: i, verb: -1}
	if p.tokens[i].Tag == "TO" {
		c.form = infinitive
		i++
	}
	aux, before := wantBase, lexical
	for i < last {
		t := &p.tokens[i]
		switch {
		case c.verb >= 0 && aux != lexical && sign(t) == quote && p.quotedVerb(i+1, last, aux):
			i++ // was "politically motivated"
			continue
		case t.Tag.IsAdverb():
			if c.verb >= 0 && !p.negates(i) && !(aux != lexical && p.verbAfter(i, last)) {
				return p.endGroup(c, i, last, aux, before)
			}
			i++
			continue
		case c.verb < 0:
			if c.form != infinitive {
				c.form = formOf(t.Tag)
			}
		case t.Tag == "TO" && p.semiAuxiliary(c.verb, aux, before) && p.verbAfter(i+1, last):
			aux = wantBase
			i++
			continue
		case t.Tag == "MD" || !t.Tag.IsVerb() || !aux.fits(t.Tag):
			return p.endGroup(c, i, last, aux, before)
		}
		if !t.Tag.IsVerb() && t.Tag != "MD" {
			return p.endGroup(c, i, last, aux, before)
		}
		c.verb = i
		before, aux = aux, auxiliaryOf(t)
		i++
	}
	return p.endGroup(c, i, last, aux, before)
}

// quotedVerb reports whether the verb that an auxiliary asks for follows a
// quotation mark: was "badly hurt".
func (p *parser) quotedVerb(i, last int, aux auxiliary) bool {
	if i+1 < last && p.tokens[i].Tag.IsAdverb() {
		i++
	}
	return i < last && aux.fits(p.tokens[i].Tag)
}

// endGroup ends a verb group before token i; before is what the auxiliary in
// front of the main verb asked for.
func (p *parser) endGroup(c chunk, i, last int, aux, before auxiliary) chunk {
	if c.verb < 0 { // adverbs only
		c.kind, c.last = adv, max(i, c.first+1)
		return c
	}
	tag := p.tokens[c.verb].Tag
	if (before == wantBe || before == wantGet) && (tag == "VBN" || tag == "VBD") && p.firstVerb(c) != c.verb {
		c.passive = true
	}
	if i < last && p.tokens[i].Tag == "RP" {
		i++
	}
	c.last = i
	c.weak = (tag == "VBD" || tag == "VBN") && aux == lexical && p.firstVerb(c) == c.verb
	return c
}

// firstVerb is the first verb or modal of a group.
func (p *parser) firstVerb(c chunk) int {
	for i := c.first; i < c.verb; i++ {
		if t := p.tokens[i].Tag; t.IsVerb() || t == "MD" {
			return i
		}
	}
	return c.verb
}

func (p *parser) negates(i int) bool {
	switch p.tokens[i].Norm {
	case "not", "n't", "never":
		return true
	}
	return false
}

// semiAuxiliary reports whether "to" and a verb go on the group: "has to
// leave", "is going to leave".
func (p *parser) semiAuxiliary(verb int, aux, before auxiliary) bool {
	t := &p.tokens[verb]
	return aux == wantPast || before == wantBe && t.Norm == "going"
}

func formOf(tag nlp.Tag) form {
	switch tag {
	case "VB":
		return base
	case "VBG":
		return gerund
	case "VBN":
		return participle
	}
	return finite
}

// takesClause reports whether a verb often has a clause for its object: "said
// the man died".
func takesClause(t *nlp.Token) bool {
	switch t.Lemma {
	case "say", "tell", "believe", "think", "know", "show", "fear", "hope", "report", "suggest", "insist", "argue",
		"add", "admit", "allege", "acknowledge", "estimate", "expect", "hear", "indicate", "learn", "note", "predict",
		"realise", "realize", "see", "understand", "reveal", "suspect", "claim", "write", "tweet", "announce", "warn",
		"confirm", "deny", "conclude", "decide", "ensure", "mean", "feel", "assume", "promise", "vow", "agree",
		"explain", "stress", "recall", "ask", "wonder", "state", "declare", "maintain", "assert", "contend", "testify",
		"doubt", "guess", "worry", "speculate", "caution", "pledge", "hold", "find", "demand", "propose", "recommend",
		"wish", "reckon", "prove", "remember", "complain", "concede", "emphasise", "emphasize", "reiterate", "swear":
		return true
	}
	return false
}

// reports reports whether a verb follows what is said: "..., police said".
func reports(t *nlp.Token) bool {
	switch t.Lemma {
	case "say", "tell", "add", "report", "write", "tweet", "announce", "warn", "confirm", "explain", "recall", "note",
		"claim", "argue", "insist", "admit", "believe", "think", "suggest", "state", "declare", "ask", "testify", "reply",
		"conclude", "continue", "allege", "predict", "joke", "shout", "agree", "stress", "quote", "acknowledge", "observe":
		return true
	}
	return false
}

// handsOver reports whether the object of a verb is the subject of the
// infinitive after it: "ordered troops to leave".
func handsOver(t *nlp.Token) bool {
	switch t.Lemma {
	case "order", "ask", "tell", "urge", "force", "allow", "want", "expect", "help", "persuade", "warn", "invite", "enable",
		"require", "call", "cause", "lead", "get", "encourage", "advise", "instruct", "permit", "believe", "pressure", "compel",
		"prompt", "direct", "convince", "teach", "authorize", "authorise", "appoint", "elect", "request", "beg", "hire", "let",
		"make", "see", "watch", "hear", "find", "show":
		return true
	}
	return false
}

// intransitive reports whether a verb has no passive, so that "boy dies, boy
// died in crash" is active in a headline too.
func intransitive(t *nlp.Token) bool {
	switch t.Lemma {
	case "die", "fall", "rise", "crash", "arrive", "happen", "return", "go", "come", "collapse", "explode", "fail", "disappear",
		"vanish", "survive", "remain", "stay", "sink", "derail", "collide", "erupt", "resign", "retire", "flee", "escape", "live",
		"appear", "emerge", "occur", "drop", "decline", "soar", "plunge", "climb", "jump", "surge", "grow", "begin", "end", "be",
		"say", "speak", "vote", "agree", "refuse", "work", "play", "fight", "land", "travel", "walk", "run", "sit", "stand", "win", "lose", "meet", "talk", "march", "gather":
		return true
	}
	return false
}

// givesName reports whether the participle of a verb has an object: "a man
// named Holm", "those given a medal".
func givesName(t *nlp.Token) bool {
	switch t.Lemma {
	case "name", "call", "dub", "title", "entitle", "nickname", "give", "award", "offer", "code-name", "label", "baptise", "rename":
		return true
	}
	return false
}
