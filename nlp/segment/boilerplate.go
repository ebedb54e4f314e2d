package segment

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// Scraping leaves lines that nobody wrote as part of the report: links,
// credits, notices. The rules below mark what is shaped like one and leave
// everything that is quoted, however it begins, to the report.

// longestNotice is how many tokens an invitation ("Sign up for ...") has at
// most; longer ones have taken in a part of the report.
const longestNotice = 40

// markBoilerplate sets Boilerplate on the sentences from index from on, which
// are one paragraph.
func (s *splitter) markBoilerplate(from int) {
	quoted := false
	p, ok := s.residuePhrase(s.sentences[from].First, s.sentences[len(s.sentences)-1].Last)
	menu := ok && p.Menu // its entries have stops of their own: "IT FELL! Divers find car"
	for i := from; i < len(s.sentences); i++ {
		sent := &s.sentences[i]
		sent.Boilerplate = menu || !quoted && s.isResidue(sent.First, sent.Last, len(s.sentences) == from+1)
		for _, t := range s.tokens[sent.First:sent.Last] {
			switch t.Text {
			case "“":
				quoted = true
			case "”":
				quoted = false
			case `"`:
				quoted = !quoted
			}
		}
	}
}

// isResidue reports whether the sentence [first, last) is residue. alone says
// that it is a paragraph of its own.
func (s *splitter) isResidue(first, last int, alone bool) bool {
	toks := s.tokens[first:last]
	words := 0
	for i := range toks {
		if c := runeClassAt(toks[i].Text); (c == letter || c == digit) && toks[i].Text[0] != '_' {
			words++
		}
	}
	if words == 0 {
		return true // "___", a lone quotation mark
	}
	if p, ok := s.residuePhrase(first, last); ok && (p.Menu || len(toks) <= longestNotice) {
		return true
	}
	if s.creditEnd(first, last) > 0 && toks[0].Text == "(" {
		return s.creditEnd(first, last) == last
	}
	if toks[0].Text == "©" || s.endsInCredit(first, last, alone) {
		return true
	}
	if s.contains(toks) {
		return true
	}
	if c := toks[len(toks)-1].Text; isCount(c) || isCountOf(c) {
		for k := max(first, last-maxAgency); k < last-1; k++ {
			if s.galleryCount(k, last) == last {
				return true
			}
		}
	}
	stopped := terminator(toks[len(toks)-1].Text) != none || s.isClosing(last-1)
	if !stopped {
		if (lexicon.PictureAgency(toks[len(toks)-1].Text) || len(toks) > 1 && toks[len(toks)-2].Norm == "getty") && (alone || words < longestHeading) && (words > 1 || alone) {
			return true // caption with its agency
		}
		if lexicon.PictureAgency(toks[0].Text) && (words <= 2 || toks[0].Text == "GETTY" || toks[0].Text == "REUTERS" || toks[1].Norm == "images" || toks[1].Norm == "-") {
			return true
		}
	}
	return alone && !stopped && (isByline(toks) || isDateline(toks) || isLink(toks) || isCounter(toks))
}

// residuePhrase is the phrase of the list that begins at first, if there is one.
func (s *splitter) residuePhrase(first, last int) (lexicon.ResiduePhrase, bool) {
	toks := s.tokens[first:last]
	for _, p := range lexicon.Residue(toks[0].Norm) {
		if p.Only && len(toks) > len(p.Words) {
			continue
		}
		if p.Whole {
			if n := len(p.Words); len(toks) > n && !startsUpper(toks[n].Text) && !isQuoteMark(toks[n].Text) {
				continue // "Advertisement spending rose"
			}
		}
		if matches(toks, p.Words) && !startsLower(toks[0].Text) {
			return p, true
		}
	}
	return lexicon.ResiduePhrase{}, false
}

// matches reports whether the tokens begin with the words; the last word need
// only be the beginning of a token when it is "20" (a year) or "@".
func matches(toks []nlp.Token, words []string) bool {
	if len(toks) < len(words) {
		return false
	}
	for k, w := range words {
		norm := toks[k].Norm
		if (w == "20" && len(norm) == 4 || w == "@") && norm[:len(w)] == w {
			continue
		}
		if norm != w {
			return false
		}
	}
	return true
}

// contains reports notices that stand anywhere in a sentence.
func (s *splitter) contains(toks []nlp.Token) bool {
	for k := range toks {
		switch toks[k].Norm {
		case "rights":
			if k > 0 && toks[k-1].Norm == "all" && k+1 < len(toks) && toks[k+1].Norm == "reserved" {
				return true
			}
		case "contributed":
			if matches(toks[k:], []string{"contributed", "to", "this", "report"}) || matches(toks[k:], []string{"contributed", "to", "this", "story"}) ||
				matches(toks[k:], []string{"contributed", "to", "this", "article"}) {
				return true
			}
		case "editing": // "Reporting by Jane Roe; Editing by John Doe"
			if k > 1 && toks[k-1].Text == ";" && toks[1].Norm == "by" && k+1 < len(toks) && toks[k+1].Norm == "by" {
				return true
			}
		case "autoplay":
			if k > 1 && toks[k-1].Norm == "screen" && toks[k-2].Norm == "full" {
				return true
			}
		case "caption":
			if k > 0 && toks[k-1].Norm == "toggle" {
				return true
			}
		case "interest":
			if matches(toks[k:], []string{"interest", "to", "stay", "up", "to", "date"}) {
				return true
			}
		}
	}
	return false
}

// maxCredit is how many tokens a credit in brackets has at most.
const maxCredit = 16

// creditEnd is the end of the picture credit in brackets that begins at token
// i, 0 if none does: "(Photo: J. Smith)", "(Smith/Getty Images)".
func (s *splitter) creditEnd(i, last int) int {
	if s.tokens[i].Text != "(" || i+2 >= last {
		return 0
	}
	credit := false
	switch s.tokens[i+1].Norm {
	case "photo", "image", "picture", "photos", "pictures":
		credit = s.tokens[i+2].Norm == ":" || s.tokens[i+2].Norm == "by" || s.tokens[i+2].Norm == "credit" || s.tokens[i+2].Norm == "courtesy"
	case "file":
		credit = s.tokens[i+2].Norm == "photo"
	}
	for k := i + 1; k < last && k < i+maxCredit; k++ {
		switch t := s.tokens[k]; {
		case t.Text == ")":
			if credit {
				return k + 1
			}
			return 0
		case lexicon.PictureAgency(t.Text) || t.Text == "Associated":
			// "(Reuters)" alone is a dateline's; a credit has a slash, "via" or "Images".
			if k > i+1 && (s.tokens[k-1].Text == "/" || s.tokens[k-1].Norm == "via") || s.tokens[k+btoi(k+1 < last)].Norm == "images" || t.Text == "Getty" || t.Text == "GETTY" {
				credit = true
			}
		}
	}
	return 0
}

// imageLabel is the end of the labels of a picture that begin at token i,
// "Image copyright Jane Roe Image caption", 0 if there are none: the caption
// follows.
func (s *splitter) imageLabel(i, last int) int {
	if s.tokens[i].Text != "Image" || i+1 >= last || s.tokens[i+1].Norm != "copyright" && s.tokens[i+1].Norm != "source" {
		return 0
	}
	for k := i + 2; k+1 < last && k < i+maxCredit; k++ {
		if s.tokens[k].Text == "Image" && s.tokens[k+1].Norm == "caption" {
			return k + 2
		}
	}
	return 0
}

// galleryCount is the end of a credit with the number of pictures behind it,
// 0 if none begins at token i: "Getty Images 22 The bridge on Monday",
// "AP:Associated Press 18 The winner", "EPA 2/19 The palace". The end of the
// paragraph ends it as well as a capital does.
func (s *splitter) galleryCount(i, last int) int {
	if !s.isAgency(i) {
		return 0
	}
	k := i + 1
	for k < last && k < i+maxAgency && (s.tokens[k].Text == ":" || startsUpper(s.tokens[k].Text)) {
		k++
	}
	if k < last && isCount(s.tokens[k].Text) {
		k++
		if k+1 < last && s.tokens[k].Text == "/" && isCount(s.tokens[k+1].Text) {
			k += 2
		}
	} else if k >= last || !isCountOf(s.tokens[k].Text) {
		return 0
	} else {
		k++
	}
	if k < last && !startsUpper(s.tokens[k].Text) {
		return 0
	}
	return k
}

// maxAgency is how many tokens the name of a picture agency has at most:
// "SWNS:South West News Service".
const maxAgency = 8

// isAgency reports a token that is a picture agency or its initials before a
// colon: "AP:Associated".
func (s *splitter) isAgency(i int) bool {
	text := s.tokens[i].Text
	if before, _, ok := strings.Cut(text, ":"); ok {
		text = before
	}
	return lexicon.PictureAgency(text)
}

// isCount reports a number of one or two figures.
func isCount(text string) bool {
	return len(text) <= 2 && isDigit(text[0]) && isDigit(text[len(text)-1])
}

// isCountOf reports two such numbers with a stroke: "2/19".
func isCountOf(text string) bool {
	a, b, ok := strings.Cut(text, "/")
	return ok && a != "" && b != "" && isCount(a) && isCount(b)
}

// endsInCredit reports a caption: words without a stop and a credit in brackets.
func (s *splitter) endsInCredit(first, last int, alone bool) bool {
	if s.tokens[last-1].Text != ")" {
		return false
	}
	for k := last - 2; k > first && k > last-maxCredit; k-- {
		if s.tokens[k].Text == "(" {
			credit := s.creditEnd(k, last) == last || alone && k == last-3 && lexicon.PictureAgency(s.tokens[k+1].Text)
			return credit && terminator(s.tokens[k-1].Text) == none && !s.isClosing(k-1)
		}
	}
	return false
}

// longestLink is how many tokens a line that is a link has at most.
const longestLink = 6

// isLink reports a web address with a word or two before it.
func isLink(toks []nlp.Token) bool {
	if len(toks) > longestLink {
		return false
	}
	for _, t := range toks {
		if strings.HasPrefix(t.Norm, "http") || strings.HasPrefix(t.Norm, "www.") {
			return true
		}
	}
	return false
}

// isCounter reports "3 min read" and "12 comments".
func isCounter(toks []nlp.Token) bool {
	if len(toks) < 2 || !isCount(toks[0].Text) {
		return false
	}
	last := toks[len(toks)-1].Norm
	return len(toks) == 2 && (last == "comments" || last == "shares") || len(toks) == 3 && last == "read" && (toks[1].Norm == "min" || toks[1].Norm == "minute" || toks[1].Norm == "minutes")
}

// isByline reports "By John Smith" and "By Jane Roe, Science Editor".
func isByline(toks []nlp.Token) bool {
	if len(toks) < 2 || len(toks) > 12 || toks[0].Norm != "by" || !startsUpper(toks[1].Text) {
		return false
	}
	for _, t := range toks[1:] {
		switch t.Norm {
		case "and", ",", "for", "in", "of", "|", "the", "-", "--", "de", "van", "von", "'", "al":
			continue
		}
		if !startsUpper(t.Text) {
			return false
		}
	}
	return true
}

// isDateline reports lines that say when the report was published and no more.
func isDateline(toks []nlp.Token) bool {
	dated := false
	for _, t := range toks {
		switch t.Norm {
		case "published", "updated", "posted", "modified":
			dated = dated || len(toks) > 3
			continue
		case "last", "first", "on", "at", ",", ":", "-", "--", "|", "a.m.", "p.m.", "am", "pm", "date", "(", ")", "/":
			continue
		case "may", "march":
			dated = true
			continue
		}
		if lexicon.AfterClock(t.Norm) {
			dated = true
			continue
		}
		if c := t.Text[0]; !isDigit(c) {
			return false
		}
	}
	return dated && len(toks) > 2 || len(toks) == 2 && dated && isDigit(toks[1].Text[0]) && len(toks[1].Text) == 4
}
