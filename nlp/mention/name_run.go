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

// extend returns the end of the run of name words that begins at token i.
func (f *nameFinder) extend(i, last int) int {
	t := f.doc.Tokens
	j := i + 1
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
	for e < last && f.proper[e] {
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
	for e < last && f.proper[e] && f.joined(e) {
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
		if t[j].Norm == "'s" && lexicon.KnownName(key) != lexicon.NoSort && strings.HasSuffix(key, "s") && lexicon.KnownName(key[:len(key)-1]) == lexicon.NoSort {
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
	for e < last && f.proper[e] && f.joined(e) {
		e++
	}
	// "St. Mary's Hospital", "Prince George's County"
	if e-(j+1) <= 2 && cuesOf(t[e-1])&head != 0 && lexicon.GivenName(t[j-1].Norm) && j-i <= 2 &&
		(j-i == 2 && (strings.HasPrefix(t[i].Norm, "st") || cuesOf(t[i])&lexicon.CueTitle != 0)) {
		return j + 2
	}
	return 0
}

// split cuts a run into names at titles and nationalities, and emits them.
func (f *nameFinder) split(s, i, j int) {
	t := f.doc.Tokens
	for i < j && (!f.proper[i] && !isParticle(t[i]) || j-i > 1 && isPast(t[i].Norm) && f.titleFrom(i+1, j) < 0) {
		i++
	}
	if i >= j {
		return
	}
	key := lexicon.Fold(f.doc.Text(f.doc.TokenSpan(i, j)))
	if lexicon.KnownName(key) != lexicon.NoSort {
		f.emit(s, i, j, nlp.Range{})
		return
	}
	if from, to, ok := f.titleIn(i, j); ok {
		if from > i {
			f.splitLeft(s, i, from)
		}
		if to < j {
			f.splitPerson(s, to, j, nlp.Range{First: from, Last: to})
		}
		return
	}
	f.splitNation(s, i, j)
}

// isPast reports words that say that a title has ended.
func isPast(norm string) bool {
	return norm == "former" || norm == "then" || norm == "late" || norm == "ex"
}

// titleFrom is the first title in [i, j), -1 if none.
func (f *nameFinder) titleFrom(i, j int) int {
	for ; i < j; i++ {
		if cuesOf(f.doc.Tokens[i])&(lexicon.CueTitle|lexicon.CueTitlePart) != 0 {
			return i
		}
	}
	return -1
}

// splitPerson emits what a title stands before: one name, but for a
// nationality or a second title in front.
func (f *nameFinder) splitPerson(s, i, j int, title nlp.Range) {
	if _, _, ok := f.titleIn(i, j); ok {
		f.split(s, i, j)
		return
	}
	f.emit(s, i, j, title)
}

// splitLeft emits what stands before a title: "Microsoft", "Former Costa Rican".
func (f *nameFinder) splitLeft(s, i, j int) {
	t := f.doc.Tokens
	for i < j && isPast(t[i].Norm) {
		i++
	}
	if i < j {
		f.splitNation(s, i, j)
	}
}

// titleIn finds the first title inside the run [i, j) that stands before a
// name or ends the run: its tokens are [from, to).
func (f *nameFinder) titleIn(i, j int) (from, to int, ok bool) {
	t := f.doc.Tokens
	const head = lexicon.CueOrgHead | lexicon.CuePlaceHead | lexicon.CueEventHead | lexicon.CueOrgSuffix
	for k := i; k < j; k++ {
		cues := cuesOf(t[k])
		if cues&(lexicon.CueTitle|lexicon.CueCourtesy) == 0 {
			if cues&head != 0 || k+2 >= j || !lexicon.GivenName(t[k+1].Norm) || lexicon.GivenName(t[k].Norm) || !lexicon.PersonNoun(t[k].Norm) || !lexicon.CommonWord(t[k].Norm) {
				continue
			}
		}
		from, to = k, k+1
		for from > i && cuesOf(t[from-1])&lexicon.CueTitlePart != 0 {
			from--
		}
		for to < j && cuesOf(t[to])&(lexicon.CueTitle|lexicon.CueCourtesy) != 0 {
			to++
		}
		if to < j && t[to].Norm == "of" { // "Secretary of State", "Chief of Staff"; a prince of a place keeps it
			e := to + 1
			for e < j && (t[e].Norm == "the" || isOffice(t[e].Norm) || t[e].Norm == "security" || t[e].Norm == "affairs") {
				e++
			}
			if e == to+1 {
				return 0, 0, false
			}
			to = e
		}
		if to == j {
			if from == i {
				return from, to, true // a title alone is no name
			}
			// "Stephen King" is a name, "Microsoft President" a name and a title.
			if cues&lexicon.CueCourtesy == 0 && (lexicon.GivenName(t[k-1].Norm) || len(t[k-1].Text) <= 2) && k == j-1 && from == k {
				return 0, 0, false
			}
			return from, to, true
		}
		end := cuesOf(t[j-1])
		if end&head != 0 && !lexicon.GivenName(t[to].Norm) && cues&lexicon.CueCourtesy == 0 {
			return 0, 0, false // "General Motors", "King County"
		}
		if !f.proper[to] && !isParticle(t[to]) {
			continue
		}
		if from > i && lexicon.GivenName(t[k-1].Norm) && cuesOf(t[to])&lexicon.CueSuffix != 0 {
			return 0, 0, false // "Martin Luther King Jr."
		}
		if from > i && k == from && lexicon.GivenName(t[k-1].Norm) && !lexicon.PersonNoun(t[k].Norm) {
			continue
		}
		return from, to, true
	}
	return 0, 0, false
}

// splitNation cuts nationalities off the ends of a run without titles:
// "Russian | Vladimir Putin", "House | Republicans", but not "French Open".
func (f *nameFinder) splitNation(s, i, j int) {
	t := f.doc.Tokens
	if p := t[i].Text; j-i > 1 && (p == "N." || p == "S." || p == "E." || p == "W.") {
		rest := lexicon.Fold(f.doc.Text(f.doc.TokenSpan(i+1, j)))
		if k := lexicon.KnownName(rest); (k == lexicon.CountryName || k == lexicon.RegionName) && rest != "korea" {
			i++ // "N. Japan" speaks of Japan
		}
	}
	if n := f.demonymAt(i, j); n > 0 && i+n < j {
		const head = lexicon.CueOrgHead | lexicon.CuePlaceHead | lexicon.CueEventHead | lexicon.CueOrgSuffix | lexicon.CueGroupHead
		end := cuesOf(t[j-1])
		whole := (end&head != 0 || f.hasLink(i, j)) && (!lexicon.GivenName(t[i+n].Norm) || end&(lexicon.CueOrgHead|lexicon.CueOrgSuffix) != 0)
		if !whole && !(i+n == j-1 && f.plainWord(j-1, i > 0 && t[i-1].Norm == "the")) {
			f.emit(s, i, i+n, nlp.Range{})
			f.splitNation(s, i+n, j)
			return
		}
	}
	for n := min(2, j-i-1); n > 0; n-- {
		if lexicon.KnownName(lexicon.Fold(f.doc.Text(f.doc.TokenSpan(j-n, j)))) == lexicon.Demonym && !lexicon.GivenName(t[i].Norm) {
			f.emit(s, i, j-n, nlp.Range{})
			f.emit(s, j-n, j, nlp.Range{})
			return
		}
	}
	f.emit(s, i, j, nlp.Range{})
}

// plainWord reports an everyday word that is no name by itself though written
// large: the second word of "the Swiss Crystal".
func (f *nameFinder) plainWord(i int, afterThe bool) bool {
	t := f.doc.Tokens[i]
	return !isUpper(t.Text) && lexicon.CommonWord(t.Norm) && (afterThe || !lexicon.GivenName(t.Norm)) && !lexicon.PersonNoun(t.Norm) &&
		lexicon.KnownName(lexicon.Fold(t.Text)) == lexicon.NoSort
}

// demonymAt is how many tokens of a nationality the run begins with, 0 if none.
func (f *nameFinder) demonymAt(i, j int) int {
	for n := min(2, j-i); n > 0; n-- {
		if lexicon.KnownName(lexicon.Fold(f.doc.Text(f.doc.TokenSpan(i, i+n)))) == lexicon.Demonym {
			return n
		}
	}
	return 0
}

func (f *nameFinder) hasLink(i, j int) bool {
	for ; i < j; i++ {
		if t := f.doc.Tokens[i]; !f.proper[i] && !isParticle(t) {
			return true
		}
	}
	return false
}
