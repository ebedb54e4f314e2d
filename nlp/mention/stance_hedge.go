package mention

import (
	"sort"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

func (f *stanceFinder) hedge(t int, sort lexicon.StanceSort) {
	switch sort {
	case lexicon.HedgeAdverb:
		switch {
		case f.beforeNoun(t) && !f.tag(t-1).IsVerb() && f.tag(t-1) != "MD" && t > f.first:
			f.phrase(nlp.Hedged, t)
		case t == f.first || f.isStop(t+1):
			f.around(nlp.Hedged, t, t+1)
		default:
			f.rest(nlp.Hedged, t, t+1)
		}
	case lexicon.HedgeAdjective:
		if f.is(t, "possible") && f.is(t-1, "as") && f.is(t-2, "soon", "much", "many", "quickly", "far", "long") {
			return
		}
		if f.is(t, "potential", "apparent", "possible", "probable", "presumed") && f.beforeNoun(t) {
			f.phrase(nlp.Hedged, t)
			return
		}
		if f.is(t, "potential") {
			return
		}
		if f.is(t, "likely") && f.beforeNoun(t) && f.beBefore(t) < 0 && f.tag(t-1) != "MD" {
			f.phrase(nlp.Hedged, t)
			return
		}
		c := t
		if be := f.beBefore(t); be >= 0 {
			c = be
		}
		f.belief(nlp.Hedged, c, t+1)
	case lexicon.HedgeBelief:
		f.beliefVerb(t)
	case lexicon.HedgeSeem:
		if f.is(t+1, "to") || f.is(t+1, "that", "as", "likely") || f.is(t, "seem", "seemed", "seems") {
			f.rest(nlp.Hedged, t, t+1)
		}
	case lexicon.HedgeClause:
		if !f.tag(t).IsNoun() && f.tag(t+1) != "VBG" && !f.saidBy(t) {
			f.belief(nlp.Hedged, t, t+1)
		}
	case lexicon.HedgeNoun:
		if f.tag(t).IsNoun() && (f.is(t+1, "that") || f.is(t, "chance") && (f.tag(t+1).IsProper() || f.tag(t+1) == "PRP") && f.verbAhead(t+1)) {
			f.belief(nlp.Hedged, t, t+1)
		}
	case lexicon.UnclearWord:
		if f.is(t+1, "whether", "if", "how", "why", "what", "who", "when", "where") {
			f.belief(nlp.Hedged, t, t+1)
		}
	}
}

// saidBy reports a pronoun or a person's name as the subject of the verb at t:
// what somebody suggests is advice, or said in other words, as often as doubted.
func (f *stanceFinder) saidBy(t int) bool {
	for k := t - 1; k >= f.first && k >= t-3; k-- {
		if f.tag(k) == "PRP" {
			return !f.is(k, "it", "they", "them")
		}
		if f.tag(k).IsProper() {
			return f.personAt(k)
		}
		if !f.tag(k).IsAdverb() && !f.is(k, "has", "have", "had") {
			return false
		}
	}
	return false
}

// personAt reports whether a person's name ends at token t.
func (f *stanceFinder) personAt(t int) bool {
	names := f.doc.Names
	i := sort.Search(len(names), func(i int) bool { return names[i].Last > t })
	return i < len(names) && names[i].First <= t && names[i].Type == nlp.Person
}

// beliefVerb reads thought, believed, feared: passive with an infinitive,
// active with a clause, or closing a sentence.
func (f *stanceFinder) beliefVerb(t int) {
	if f.is(t-1, "i") {
		return // "I think": an opinion, and no doubt of the report's
	}
	if f.isStop(t+1) && !f.is(t, "understood") && f.beBefore(t) < 0 && !f.notBefore(t) && f.tag(t-1) != "DT" {
		// ", police believe": what stands before it
		if c := f.commaBefore(t); c > f.first {
			f.add(nlp.Hedged, t, t+1, f.clauseStart(c), t+1)
			return
		}
	}
	if f.tag(t).IsNoun() && (!f.is(t+1, "that") || f.is(t, "doubt", "doubts", "suspect", "suspects")) {
		return
	}
	be := f.beBefore(t)
	if be < 0 && f.is(t-1, "widely") {
		be = f.beBefore(t - 1)
	}
	switch {
	case f.notBefore(t):
		return
	case be >= 0 && (f.is(t+1, "to") || f.is(t+1, "that") || f.is(t, "feared", "presumed")):
		f.belief(nlp.Hedged, be, t+1)
	case f.is(t+1, "to") && (f.tag(t-1).IsNoun() || f.is(t-1, ",")) && f.is(t, "believed", "thought", "feared"):
		f.belief(nlp.Hedged, t, t+1)
	case be >= 0 || f.is(t, "understood", "presumed"):
	case f.is(t+1, "that") || f.tag(t+1) == "PRP" || f.tag(t+1) == "DT" || f.tag(t+1).IsProper() || f.is(t+1, "there"):
		if f.is(t+1, "that") || f.verbAhead(t+1) {
			f.belief(nlp.Hedged, t, t+1)
		}
	case f.is(t, "suspect", "suspects", "suspected") && f.tag(t+1).IsNoun():
		f.belief(nlp.Hedged, t, t+1) // "the police suspect arson"
	case f.is(t, "feared") && f.tag(t+1) == "VBN" || f.is(t, "feared") && f.is(t+1, "dead"):
		f.rest(nlp.Hedged, t, t+1)
	}
}

// verbAhead reports a finite verb before the next comma.
func (f *stanceFinder) verbAhead(t int) bool {
	for k := t; k < f.last && k < t+maxStanceReach; k++ {
		if f.tag(k).IsFinite() {
			return true
		}
		if f.is(k, ",", ";", ":") {
			return false
		}
	}
	return false
}

// commaBefore is the comma before the words "police" of ", police believe".
func (f *stanceFinder) commaBefore(t int) int {
	for k := t - 1; k > f.first && k > t-6; k-- {
		if f.is(k, ",") {
			return k
		}
		if f.tag(k).IsVerb() {
			return -1
		}
	}
	return -1
}

func (f *stanceFinder) allegation(t int, sort lexicon.StanceSort) {
	tag := f.tag(t)
	switch sort {
	case lexicon.AllegeAdverb:
		f.adverb(nlp.Alleged, t)
	case lexicon.ReportAdverb:
		f.adverb(nlp.Reported, t)
	case lexicon.AllegeWord:
		switch {
		case f.is(t, "suspected") && f.is(t+1, "of"):
			f.rest(nlp.Alleged, t, t+2)
		case f.is(t, "suspected") && (f.is(t+1, "to") || f.is(t+1, "that")):
			f.belief(nlp.Hedged, t, t+1)
		case f.beforeNoun(t) && (f.beBefore(t) < 0 || f.is(t-1, "an", "the")):
			f.phrase(nlp.Alleged, t)
		case f.is(t, "alleged"):
			f.belief(nlp.Alleged, t, t+1)
		}
	case lexicon.AllegeOf:
		if f.ofAhead(t) {
			f.rest(nlp.Alleged, t, t+1)
		} else if f.is(t, "accused") && f.beforeNoun(t) && f.is(t-1, "the") {
			f.phrase(nlp.Alleged, t)
		}
	case lexicon.ChargeWith:
		if f.is(t+1, "with") && (tag.IsVerb() || f.is(t, "charged")) {
			f.rest(nlp.Alleged, t, t+2)
		}
	case lexicon.AllegeClause:
		f.claim(t)
	case lexicon.ReportRumour:
		if f.is(t, "rumored", "rumoured") && f.beforeNoun(t) && f.beBefore(t) < 0 {
			f.phrase(nlp.Reported, t)
		} else {
			f.belief(nlp.Reported, t, t+1)
		}
	case lexicon.ReportVerb:
		f.report(t)
	case lexicon.DenyVerb:
		f.deny(t)
	case lexicon.RejectVerb:
		for k := t + 1; k < t+6 && k < f.last; k++ {
			if lexicon.ClaimNoun(f.norm(k)) {
				f.belief(nlp.Denied, t, t+1)
				return
			}
			if tag := f.tag(k); tag == "IN" || tag.IsVerb() || f.is(k, ",") {
				return
			}
		}
	}
}

// adverb reads reportedly and allegedly: the clause they stand in, or what they
// stand right before, if a bracket or comma sets it off.
func (f *stanceFinder) adverb(kind nlp.StanceKind, t int) {
	switch {
	case f.is(t-1, "("):
		f.phrase(kind, t)
	case f.is(t-1, ",") && f.tag(t+1) == "IN" && !f.is(t+1, "that"):
		f.rest(kind, t, t+1) // ", reportedly with a knife": only how
	case f.tag(t + 1).IsFinite():
		// "He met them where the plan allegedly was made": not the meeting.
		first := f.clauseStart(t)
		for k := t - 1; k >= first; k-- {
			if f.tag(k).IsFinite() {
				first = k + 1
			}
		}
		f.add(kind, t, t+1, first, f.clauseEnd(t+1, false))
	default:
		f.around(kind, t, t+1)
	}
}

// ofAhead reports "of" within the words that an object takes.
func (f *stanceFinder) ofAhead(t int) bool {
	for k := t + 1; k < f.last && k < t+8; k++ {
		if f.is(k, "of") {
			return true
		}
		if tag := f.tag(k); tag == "VBD" || tag == "VBZ" || tag == "MD" || f.is(k, ",", ";") {
			return false
		}
	}
	return false
}

// claim reads claim and allege, verb or noun with a clause.
func (f *stanceFinder) claim(t int) {
	if f.tag(t).IsNoun() {
		if f.is(t+1, "that") || f.is(t+1, "of") && !f.is(t, "claim", "claims") {
			f.belief(nlp.Alleged, t, t+1)
		}
		return
	}
	if f.isStop(t+1) && f.beBefore(t) < 0 {
		// ", his family claimed": what stands before it
		if c := f.commaBefore(t); c > f.first {
			f.add(nlp.Alleged, t, t+1, f.clauseStart(c), t+1)
			return
		}
	}
	// claims that take a thing, not a statement: claimed 12 lives, the title
	if f.is(t, "claimed", "claim", "claims", "claiming") {
		if f.is(t+1, "responsibility", "credit", "victory", "asylum") || f.tag(t+1) == "CD" || f.tag(t+1) == "PRP$" || f.is(t+1, "the", "a") && !f.verbAhead(t+2) {
			return
		}
	}
	f.belief(nlp.Alleged, t, t+1)
}

// report reads "media outlets report", "is reported to", "reports that",
// "unconfirmed reports", "according to local reports".
func (f *stanceFinder) report(t int) {
	switch {
	case f.is(t, "reported") && f.beBefore(t) >= 0 && f.is(t+1, "to", "as"):
		if f.is(t+1, "to") && f.tag(t+2) == "VB" || f.is(t+1, "as") {
			f.belief(nlp.Reported, t, t+1)
		}
	case f.is(t, "reports") && f.is(t+1, "that"), f.is(t, "reports") && f.is(t+1, "suggest", "suggested", "indicate", "indicated", "say", "said"):
		f.belief(nlp.Reported, t, t+1)
	case f.is(t, "reports") && (f.is(t-1, "media", "local", "unconfirmed", "press", "news", "initial", "early")):
		if f.isStop(t+1) && f.is(t-2, "to") && f.is(t-3, "according") {
			aside := t - 3
			if f.is(aside-1, ",") {
				aside--
			}
			f.add(nlp.Reported, t-1, t+1, f.clauseStart(aside), f.clauseAfterAside(t+1, t-3))
		} else {
			f.belief(nlp.Reported, t, t+1)
		}
	case (!f.tag(t).IsNoun() || f.is(t+1, "that")) && f.mediaBefore(t):
		f.belief(nlp.Reported, t, t+1)
	}
}

// clauseAfterAside extends the scope of "According to local reports, S" to S.
func (f *stanceFinder) clauseAfterAside(t, aside int) int {
	if f.is(t, ",") && (aside == f.first || f.is(aside-1, ",")) {
		return f.clauseEnd(t+1, false)
	}
	return t
}

// mediaBefore reports media as the subject of the verb at t.
func (f *stanceFinder) mediaBefore(t int) bool {
	for k := t - 1; k >= f.first && k >= t-3; k-- {
		if lexicon.MediaNoun(f.norm(k)) {
			return true
		}
		if !f.tag(k).IsAdverb() && !f.is(k, "have", "has", "had") {
			return false
		}
	}
	return false
}

// deny reads denied and disputed as verbs with an object or clause; "was
// denied bail" is a refusal.
func (f *stanceFinder) deny(t int) {
	if f.beBefore(t) >= 0 && f.is(t, "denied") {
		return
	}
	if f.is(t, "denied") && f.tag(t) == "VBN" && !f.is(t-1, "has", "have", "had", "'ve", "also", "repeatedly", "strongly") && f.tag(t-1).IsVerb() {
		return
	}
	if f.is(t, "disputed") && f.beforeNoun(t) && f.tag(t-1) == "DT" || f.is(t, "disputes") && f.tag(t).IsNoun() || f.notBefore(t) {
		return
	}
	f.belief(nlp.Denied, t, t+1)
}
