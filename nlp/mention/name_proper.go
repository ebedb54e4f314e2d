package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// markProper marks the tokens of a sentence that belong to names or to titles
// before names.
func (f *nameFinder) markProper(s int) {
	sent := f.doc.Sentences[s]
	t := f.doc.Tokens
	for i := sent.Last - 1; i >= sent.First; i-- { // from the right: a first word leans on the next
		if !isLarge(t[i].Text) {
			f.proper[i] = i+1 < sent.Last && f.proper[i+1] && isOrdinal(t[i].Text) && (t[i+1].Norm == "street" || t[i+1].Norm == "avenue")
			continue
		}
		if partyLabel(t[i].Text) {
			continue
		}
		cues := cuesOf(t[i])
		next := i+1 < sent.Last && f.proper[i+1]
		switch {
		case cues&lexicon.CueCalendar != 0:
			f.proper[i] = f.calendarName(i, sent)
		case f.style[s] != plainCase:
			f.proper[i] = f.properInHeading(i, next, f.style[s] == upperCase)
		case f.quotedName(i, sent):
			f.proper[i] = true
		case f.initial(i, sent):
			f.proper[i] = f.properInitial(i, sent, cues, next)
		default:
			f.proper[i] = f.properInside(i, sent)
		}
	}
}

// isOrdinal reports "53rd".
func isOrdinal(text string) bool {
	n := len(text) - 2
	return n > 0 && text[0] >= '0' && text[0] <= '9' && (text[n:] == "th" || text[n:] == "st" || text[n:] == "nd" || text[n:] == "rd")
}

// partyLabel reports the party and state behind an American politician's name:
// "R-Calif.", "D-N.Y.".
func partyLabel(text string) bool {
	return len(text) > 3 && text[1] == '-' && (text[0] == 'R' || text[0] == 'D' || text[0] == 'I') && text[2] >= 'A' && text[2] <= 'Z' &&
		lexicon.KnownName(lexicon.Fold(text[2:])) == lexicon.RegionName
}

// quotedName reports a large word inside quotation marks that hold nothing but
// a few large words: a group called "Zinc".
func (f *nameFinder) quotedName(i int, sent nlp.Sentence) bool {
	t := f.doc.Tokens
	if lexicon.Stopword(t[i].Norm) {
		return false
	}
	lo, hi := i, i+1
	for lo > sent.First && i-lo < maxQuotedName && isLarge(t[lo-1].Text) {
		lo--
	}
	for hi < sent.Last && hi-i < maxQuotedName && (isLarge(t[hi].Text) || hasDigit(t[hi].Text)) {
		hi++
	}
	return lo > sent.First+1 && hi < sent.Last && hi-lo <= maxQuotedName && isQuote(t[lo-1].Text) && isQuote(t[hi].Text) &&
		isWord(t[lo-2].Text) && cuesOf(t[lo-2])&lexicon.CueSpeechVerb == 0
}

// maxQuotedName bounds the words of a name in quotation marks.
const maxQuotedName = 4

// calendarName lets "Theresa May" and "April Jones" pass.
func (f *nameFinder) calendarName(i int, sent nlp.Sentence) bool {
	t := f.doc.Tokens
	switch t[i].Text {
	case "May", "April", "June", "August", "March", "Sun", "Summer", "Autumn", "Mar", "Jan":
	default:
		return false
	}
	if i > sent.First {
		p := t[i-1]
		if isLarge(p.Text) && (cuesOf(p)&lexicon.CueCourtesy != 0 || cuesOf(p)&lexicon.CueTitle != 0 ||
			lexicon.GivenName(p.Norm) && cuesOf(p)&lexicon.CueCalendar == 0 && !lexicon.CommonWord(p.Norm)) {
			return true
		}
	}
	return t[i].Text != "May" && t[i].Text != "March" && t[i].Text != "Mar" && t[i].Text != "Sun" && i+1 < sent.Last &&
		isLarge(t[i+1].Text) && isWord(t[i+1].Text) && f.proper[i+1] && lexicon.GivenName(t[i].Norm)
}

// properInside judges a large word where small letters are due.
func (f *nameFinder) properInside(i int, sent nlp.Sentence) bool {
	t := f.doc.Tokens[i]
	if isUpper(t.Text) {
		beside := i+1 < sent.Last && isLarge(f.doc.Tokens[i+1].Text) || i > sent.First && isLarge(f.doc.Tokens[i-1].Text)
		return !f.shouted(i, sent) && (beside || !lexicon.EverydayAcronym(t.Norm))
	}
	if len(t.Text) == 1 || len(t.Text) == 2 && t.Text[1] == '.' {
		if t.Text == "I" {
			return i > sent.First && f.doc.Tokens[i-1].Norm == "war"
		}
		return t.Text != "A" || i+1 < sent.Last && isLarge(f.doc.Tokens[i+1].Text)
	}
	return !lexicon.Stopword(t.Norm) && t.Norm[0] != '\'' && !prefixed(t.Norm)
}

// shouted reports an everyday word in capitals beside another word in
// capitals: no acronym, but emphasis or a headline run into the text.
func (f *nameFinder) shouted(i int, sent nlp.Sentence) bool {
	t := f.doc.Tokens
	if n := t[i].Norm; lexicon.Stopword(n) && n != "us" && n != "who" && n != "is" && n != "it" {
		return true
	}
	beside := i > sent.First && isUpper(t[i-1].Text) || i+1 < sent.Last && isUpper(t[i+1].Text)
	return beside && f.large[t[i].Norm] <= 2 && commonForm(t[i])
}

// properInitial judges a large word where any word would be large.
func (f *nameFinder) properInitial(i int, sent nlp.Sentence, cues lexicon.NameCue, next bool) bool {
	t := f.doc.Tokens[i]
	small, large := f.small[t.Norm], f.large[t.Norm]
	nextLarge := i+1 < sent.Last && isLarge(f.doc.Tokens[i+1].Text)
	switch {
	case isUpper(t.Text) && f.shouted(i, sent):
		return false
	case isUpper(t.Text):
		return len(t.Text) <= 5 || !commonForm(t) || lexicon.KnownName(lexicon.Fold(t.Text)) != lexicon.NoSort || large > 0
	case lexicon.Stopword(t.Norm) || len(t.Text) == 1 || prefixed(t.Norm):
		return false
	case next && cues&(lexicon.CueTitle|lexicon.CueCourtesy|lexicon.CueTitlePart) != 0:
		return true
	case next && nextLarge && lexicon.GivenName(t.Norm):
		return true
	case large > 0 && (small == 0 || large > small):
		return next || !commonForm(t) || t.Tag.IsProper() || t.Tag == "" || lexicon.KnownName(lexicon.Fold(t.Text)) != lexicon.NoSort
	case lexicon.KnownName(lexicon.Fold(t.Text)) != lexicon.NoSort:
		return small == 0 && (!lexicon.CommonWord(t.Norm) || lexicon.KnownName(lexicon.Fold(t.Text)) != lexicon.RegionName) // "Mass" is no state
	case commonForm(t):
		return f.commonStart(i, sent, cues, next)
	case small > 0:
		return false
	}
	switch t.Tag {
	case "RB", "IN", "VBD", "VBG", "MD", "CC", "DT", "PRP", "WRB", "UH":
		return lexicon.GivenName(t.Norm)
	}
	return true
}

// commonStart judges an everyday word that begins a sentence: it belongs to a
// name only before another word of one, as in "Supreme Court" and "Bank of
// England".
func (f *nameFinder) commonStart(i int, sent nlp.Sentence, cues lexicon.NameCue, next bool) bool {
	t := f.doc.Tokens
	if next {
		const part = lexicon.CueOrgHead | lexicon.CuePlaceFirst | lexicon.CueEventHead | lexicon.CueProductHead
		if cues&part != 0 || lexicon.KnownStart(t[i].Norm) {
			return true
		}
		last := i + 1
		for last < min(sent.Last, i+maxRun) && f.proper[last] {
			last++
		}
		const head = lexicon.CueOrgHead | lexicon.CuePlaceHead | lexicon.CueEventHead | lexicon.CueOrgSuffix
		return t[i].Tag.IsProper() && cuesOf(t[last-1])&head != 0
	}
	return i+2 < sent.Last && t[i+1].Norm == "of" && f.proper[i+2] && cues&lexicon.CueOrgHead != 0 && t[i].Tag.IsProper()
}

// properInHeading judges a word of a sentence that is all in capitals: what
// the body writes large, what is listed, and what is no everyday word.
func (f *nameFinder) properInHeading(i int, next, upper bool) bool {
	t := f.doc.Tokens[i]
	small, large := f.small[t.Norm], f.large[t.Norm]
	switch {
	case !upper && isUpper(t.Text):
		return !lexicon.EverydayAcronym(t.Norm)
	case lexicon.Stopword(t.Norm) || len(t.Text) == 1:
		return upper && t.Text == "US" || t.Text == "UN"
	case large > 0:
		return large > small
	case small > 0:
		return false
	}
	folded := lexicon.Fold(t.Text)
	if lexicon.KnownName(folded) != lexicon.NoSort {
		return true
	}
	if cuesOf(t)&(lexicon.CueTitle|lexicon.CueCourtesy) != 0 && next {
		return true
	}
	if commonForm(t) {
		return next && lexicon.KnownStart(folded)
	}
	return t.Tag.IsProper() || t.Tag == "" || lexicon.GivenName(folded) || lexicon.City(folded)
}

// smallSuffix is the length of what a hyphen and a small word add to a name:
// 6 in "Paris-based", "Trump-era" 4, 0 in "Jean-claude" and "Covid-19".
func smallSuffix(text string) int {
	i := strings.LastIndexByte(text, '-')
	if i < 2 || i+2 >= len(text) || text[i+1] < 'a' || text[i+1] > 'z' || !isLarge(text[:i]) {
		return 0
	}
	if word := text[i+1:]; lexicon.CommonWord(word) || commonForm(nlp.Token{Norm: word}) {
		return len(text) - i
	}
	return 0
}

// prefixed reports "Ex-president", "Anti-war", "Mid-day": a small word with a
// prefix at the start of a sentence.
func prefixed(norm string) bool {
	a, b, ok := strings.Cut(norm, "-")
	if !ok {
		return false
	}
	switch a {
	case "ex", "anti", "pro", "non", "mid", "self", "pre", "post", "co", "re", "x", "t", "e", "multi", "semi", "counter", "vice", "then":
		return lexicon.CommonWord(b) || commonForm(nlp.Token{Norm: b}) || lexicon.PersonNoun(b)
	}
	return false
}

// commonForm reports an everyday word or a regular inflection of one.
func commonForm(t nlp.Token) bool {
	w := t.Norm
	if lexicon.CommonWord(w) || t.Lemma != "" && t.Lemma != w && lexicon.CommonWord(t.Lemma) || lexicon.PersonNoun(w) {
		return true
	}
	for _, end := range [...][2]string{{"ies", "y"}, {"es", ""}, {"s", ""}, {"ied", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ly", ""}} {
		if stem, ok := strings.CutSuffix(w, end[0]); ok && len(stem) > 2 {
			if stem += end[1]; lexicon.CommonWord(stem) || lexicon.PersonNoun(stem) {
				return true
			}
			if n := len(stem); end[1] == "" && n > 3 && stem[n-1] == stem[n-2] && lexicon.CommonWord(stem[:n-1]) {
				return true
			}
		}
	}
	if a, b, ok := strings.Cut(w, "-"); ok {
		return lexicon.CommonWord(a) && lexicon.CommonWord(b)
	}
	return false
}
