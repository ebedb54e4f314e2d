package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

func isParticle(t nlp.Token) bool {
	return cuesOf(t)&lexicon.CueParticle != 0 && !isLarge(t.Text)
}

func possessivePart(norm string) bool { return norm == "'s" || norm == "'" }

// particleStart reports a small particle that begins a name: "de Blasio", "bin Laden".
func (f *nameFinder) particleStart(i int, sent nlp.Sentence) bool {
	t := f.doc.Tokens
	if len(t[i].Text) < 2 || !isParticle(t[i]) || i+1 >= sent.Last || !f.proper[i+1] {
		return false
	}
	switch t[i].Norm {
	case "van", "von", "de", "bin", "al", "el", "ibn", "di", "du", "della", "dos":
		return f.joined(i + 1)
	}
	return false
}

// joined reports that a token stands on the same line as the one before it,
// with nothing but a blank between or nothing at all.
func (f *nameFinder) joined(i int) bool {
	t := f.doc.Tokens
	gap := f.doc.Article.Text[t[i-1].End:t[i].Start]
	return len(gap) <= 4 && !strings.ContainsAny(gap, "\n\r\t")
}

// maxRun bounds the tokens of a run: longer ones are lists in capitals, and
// the work on a run may grow with its square.
const maxRun = 24

// extend returns the end of the run of name words that begins at token i.
func (f *nameFinder) extend(i, last int) int {
	t := f.doc.Tokens
	j := i + 1
	last = min(last, i+maxRun)
	for j < last && f.joined(j) {
		switch {
		case f.proper[j]:
			if f.endsPlace(j, last) {
				return j
			}
			j++
		case t[j].Norm == "of" || t[j].Norm == "for" || t[j].Norm == "and" || t[j].Text == "&" || t[j].Norm == "on" || t[j].Norm == "in":
			k := f.link(i, j, last)
			if k == 0 {
				return j
			}
			j = k
		case isParticle(t[j]):
			k := j
			for k < last && isParticle(t[k]) && k < j+3 {
				k++
			}
			if k >= last || !f.proper[k] || !f.proper[j-1] {
				return j
			}
			j = k + 1
		case possessivePart(t[j].Norm):
			k := f.possessive(i, j, last)
			if k == 0 {
				return j
			}
			j = k
		case t[j].Text == ",":
			if j+1 < last && f.proper[j+1] && (cuesOf(t[j+1])&lexicon.CueOrgSuffix != 0 && t[j+1].Norm != "co" ||
				t[j+1].Norm == "jr" || t[j+1].Norm == "jr." || t[j+1].Norm == "sr" || t[j+1].Norm == "sr.") {
				j += 2
				continue
			}
			return j
		case hasDigit(t[j].Text):
			if !f.numberInName(j) {
				return j
			}
			j++
		default:
			return j
		}
	}
	return j
}

// endsPlace reports that the abbreviated state before token j ends a name:
// "in Washington, D.C. Petersen said"; but not "U.S. Army", "D.C. Council".
func (f *nameFinder) endsPlace(j, last int) bool {
	t := f.doc.Tokens
	p := t[j-1].Text
	if len(p) < 3 || p[len(p)-1] != '.' || p == "U.S." || p == "U.K." || p == "U.N." || lexicon.KnownName(lexicon.Fold(p)) != lexicon.RegionName {
		return false
	}
	e := j
	for e < min(last, j+maxRun) && f.proper[e] {
		e++
	}
	return cuesOf(t[e-1])&(lexicon.CueOrgHead|lexicon.CuePlaceHead) == 0 && cuesOf(t[j])&(lexicon.CueTitle|lexicon.CueTitlePart) == 0
}

// numberInName reports a number that belongs to the name before it: "Boeing
// 737", "Cessna 208B", "Flight 370".
func (f *nameFinder) numberInName(j int) bool {
	t := f.doc.Tokens
	text := t[j].Text
	if cuesOf(t[j-1])&lexicon.CueProductHead != 0 {
		return len(text) <= 7 && !strings.ContainsAny(text, ",:%$/")
	}
	c := text[len(text)-1]
	return text[0] >= '0' && text[0] <= '9' && c >= 'A' && c <= 'Z' && len(text) <= 6
}

// link decides whether "of", "for", "and" or "&" at token j binds the run
// [i, j) to the large words after it; it returns the token after the first of
// them, 0 if it does not.
func (f *nameFinder) link(i, j, last int) int {
	t := f.doc.Tokens
	k := j + 1
	if k < last && t[k].Norm == "the" && t[j].Norm != "&" && t[j].Norm != "and" {
		k++
	}
	if k >= last || !f.joined(k) {
		return 0
	}
	left := t[j-1]
	cues := cuesOf(left)
	if !f.proper[k] {
		if t[j].Norm == "of" && hasDigit(t[k].Text) && left.Text == "Group" {
			return k + 1
		}
		return 0
	}
	ok := false
	switch t[j].Norm {
	case "of":
		ok = f.bindsOf(i, j, k)
	case "for", "on", "in":
		ok = cues&lexicon.CueOrgHead != 0 && f.style[f.doc.SentenceOf(j)] == plainCase && lexicon.KnownName(lexicon.Fold(t[k].Text)) == lexicon.NoSort && t[j].Norm != "in" ||
			t[j].Norm == "for" && (left.Text == "Centers" || left.Text == "Centres")
	case "&":
		ok = true
	case "and":
		ok = f.bindsAnd(i, j, k, last)
	}
	if !ok {
		return 0
	}
	return k + 1
}

// offices are what secretaries and ministers are of.
func isOffice(norm string) bool {
	switch norm {
	case "state", "defense", "defence", "health", "education", "energy", "labor", "labour", "agriculture", "commerce",
		"transportation", "transport", "homeland", "interior", "treasury", "war", "navy", "army", "air", "veterans", "housing",
		"justice", "finance", "foreign", "staff", "police", "operations", "communications", "trade":
		return true
	}
	return false
}

// bindsOf decides on "LEFT of RIGHT".
func (f *nameFinder) bindsOf(i, j, k int) bool {
	t := f.doc.Tokens
	left := t[j-1]
	cues := cuesOf(left)
	if cues&lexicon.CueTitle != 0 && cues&(lexicon.CueOrgHead|lexicon.CueEventHead) == 0 {
		switch left.Norm {
		case "prince", "princess", "duke", "duchess", "earl":
			return true
		}
		return isOffice(t[k].Norm) && t[k-1].Norm == "of" || k > j+1 && isOffice(t[k].Norm)
	}
	if cues&lexicon.CuePlaceHead != 0 && cues&lexicon.CueOrgHead == 0 && j-i > 1 && left.Norm != "district" && left.Norm != "republic" {
		return false // "Lower Village of North County" is two places
	}
	const head = lexicon.CueOrgHead | lexicon.CuePlaceHead | lexicon.CueEventHead | lexicon.CueGroupHead
	if cues&head != 0 {
		return lexicon.KnownName(lexicon.Fold(left.Text)) == lexicon.NoSort || left.Text == "House" || left.Text == "State"
	}
	switch left.Norm {
	case "centers", "centres", "lord", "lords", "knights", "daughters", "sons", "statue", "order", "book", "game",
		"state", "strait", "chiefs", "joint", "art", "son", "call", "isle", "church", "archdiocese", "faculty", "rock", "friends":
		return true
	}
	// Words that are written small elsewhere name a body when they are not:
	// "Ministers of the Crown". A person or place is never "of" something.
	return j-i == 1 && !f.initial(i, f.doc.Sentences[f.doc.SentenceOf(i)]) && lexicon.CommonWord(left.Norm) && !lexicon.GivenName(left.Norm) &&
		!lexicon.PersonNoun(left.Norm) && left.Tag.IsProper()
}

// bindsAnd decides on "LEFT and RIGHT": two names, but for bodies such as the
// "Food and Drug Administration" and listed names.
func (f *nameFinder) bindsAnd(i, j, k, last int) bool {
	t := f.doc.Tokens
	e := k + 1
	for e < min(last, j+maxRun) && f.proper[e] && f.joined(e) {
		e++
	}
	for n := e; n > k; n-- {
		if lexicon.KnownName(lexicon.Fold(f.doc.Text(f.doc.TokenSpan(i, n)))) != lexicon.NoSort {
			return true
		}
	}
	plain := func(t nlp.Token) bool {
		return lexicon.CommonWord(t.Norm) && lexicon.KnownName(lexicon.Fold(t.Text)) == lexicon.NoSort && !isUpper(t.Text)
	}
	if !plain(t[j-1]) || !plain(t[k]) {
		// Twin names of firms: "Johnson and Johnson Inc."
		return t[j-1].Norm == t[k].Norm || cuesOf(t[e-1])&lexicon.CueOrgSuffix != 0 && e > k+1 && j == i+1
	}
	const head = lexicon.CueOrgHead | lexicon.CueEventHead
	for n := i; n < j-1; n++ { // "Department of Health and Human Services"
		if cuesOf(t[n])&lexicon.CueOrgHead != 0 && (t[n+1].Norm == "of" || t[n+1].Norm == "for") {
			return cuesOf(t[k])&lexicon.CueOrgHead == 0 || e > k+1
		}
	}
	return e > k+1 && cuesOf(t[e-1])&head != 0 && cuesOf(t[j-1])&(head|lexicon.CuePlaceHead|lexicon.CueOrgSuffix) == 0 && !lexicon.PersonNoun(t[j-1].Norm)
}

// possessive decides whether 's at token j stands inside a name; it returns
// the token after it, 0 if the name ends before it.
func (f *nameFinder) possessive(i, j, last int) int {
	t := f.doc.Tokens
	for k := i; k < j; k++ {
		key := lexicon.Fold(f.doc.Text(f.doc.TokenSpan(k, j+1)))
		if t[j].Norm == "'s" && (k == i || !lexicon.GivenName(t[k-1].Norm)) && lexicon.KnownName(key) != lexicon.NoSort && strings.HasSuffix(key, "s") && lexicon.KnownName(key[:len(key)-1]) == lexicon.NoSort {
			return j + 1 // "McDonald's"
		}
		for e := j + 2; e <= min(last, j+3); e++ {
			if lexicon.KnownName(lexicon.Fold(f.doc.Text(f.doc.TokenSpan(k, e)))) != lexicon.NoSort {
				return e
			}
		}
	}
	if j+1 >= last || !f.proper[j+1] {
		return 0
	}
	switch t[j-1].Norm {
	case "women", "men", "children", "people", "king", "queen", "workers", "farmers", "veterans", "teachers", "st", "bishop", "mother", "father":
		return j + 2
	}
	if next := t[j+1].Norm; (next == "office" || next == "department") && cuesOf(t[j-1])&lexicon.CueTitle != 0 {
		return j + 2 // "U.S. Attorney's Office"
	}
	const head = lexicon.CueOrgHead | lexicon.CuePlaceHead
	e := j + 2
	for e < min(last, j+maxRun) && f.proper[e] && f.joined(e) {
		e++
	}
	// "St. Mary's Hospital", "Prince George's County"
	if e-(j+1) <= 2 && cuesOf(t[e-1])&head != 0 && lexicon.GivenName(t[j-1].Norm) && j-i <= 2 &&
		(j-i == 2 && (strings.HasPrefix(t[i].Norm, "st") || cuesOf(t[i])&lexicon.CueTitle != 0)) {
		return j + 2
	}
	return 0
}
