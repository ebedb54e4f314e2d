package mention

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// Votes for a type. The figures only order the kinds of evidence: a list of
// countries or a company's suffix settles it, the words of the name come next,
// then what stands beside it; shape alone breaks ties.
const (
	voteSettled = 12
	voteStrong  = 6
	voteGood    = 4
	voteFair    = 3
	voteWeak    = 2
	voteHint    = 1
)

// judge votes on the type of each name by its own words and its neighbours.
func (f *nameFinder) judge() {
	for i := range f.found {
		n := &f.found[i]
		f.judgeList(n)
		f.judgeWords(n)
		f.judgeBefore(n)
		f.judgeAfter(n)
	}
	f.judgeLists()
}

// judgeLists lets names joined by "and" or "or" share what one of them is:
// "the groups X and Y".
func (f *nameFinder) judgeLists() {
	for i := 0; i < len(f.found); {
		j, and := i+1, false
		for j < len(f.found) {
			link, ok := f.listLink(&f.found[j-1], &f.found[j])
			if !ok {
				break
			}
			and = and || link
			j++
		}
		if and {
			var known nlp.EntityType
			for k := i; k < j && known == nlp.UnknownType; k++ {
				if s := f.found[k].score; s[s.best()] >= voteFair {
					known = s.best()
				}
			}
			for k := i; k < j && known != nlp.UnknownType; k++ {
				if f.found[k].score.best() == nlp.UnknownType {
					f.found[k].score[known] += voteFair
				}
			}
		}
		i = j
	}
}

// listLink reports that only a comma, "and" or "or" stands between two names,
// and whether it is a word.
func (f *nameFinder) listLink(a, b *foundName) (word, ok bool) {
	if a.Sentence != b.Sentence || b.First <= a.Last || b.First-a.Last > 4 {
		return false, false
	}
	for _, t := range f.doc.Tokens[a.Last:b.First] {
		switch {
		case t.Norm == "and" || t.Norm == "or":
			word = true
		case t.Text != "," && !isQuote(t.Text) && t.Norm != "the":
			return false, false
		default:
			ok = ok || t.Text == ","
		}
	}
	return word, word || ok
}

// judgeList votes by the lists of names.
func (f *nameFinder) judgeList(n *foundName) {
	switch lexicon.KnownName(n.key) {
	case lexicon.CountryName:
		n.score[nlp.Place] += voteStrong
	case lexicon.RegionName:
		if text := f.doc.Tokens[n.Last-1].Text; len(n.key) > 5 || text[len(text)-1] == '.' || len(n.key) > 2 && !lexicon.CommonWord(n.key) {
			n.score[nlp.Place] += voteGood // "Mass." and "Pa.", but not "Mass" and "PA"
		}
	case lexicon.Demonym:
		n.score[nlp.Nationality] += voteSettled
	case lexicon.OrgName:
		n.score[nlp.Organisation] += voteStrong
	case lexicon.GroupName:
		n.score[nlp.Group] += voteStrong
	case lexicon.ProductName:
		n.score[nlp.Product] += voteStrong
	case lexicon.EventName:
		n.score[nlp.Event] += voteStrong
	}
}

// judgeWords votes by the words of the name.
func (f *nameFinder) judgeWords(n *foundName) {
	t := f.doc.Tokens
	first, last := t[n.First], t[n.Last-1]
	words := n.Last - n.First
	end := cuesOf(last)
	if words > 1 {
		votes := [...]struct {
			cue  lexicon.NameCue
			typ  nlp.EntityType
			vote int
		}{
			{lexicon.CueOrgSuffix, nlp.Organisation, voteSettled},
			{lexicon.CueOrgHead, nlp.Organisation, voteStrong},
			{lexicon.CuePlaceHead, nlp.Place, voteStrong - 1},
			{lexicon.CueEventHead, nlp.Event, voteStrong - 1},
			{lexicon.CueGroupHead, nlp.Group, voteGood},
		}
		for _, v := range votes {
			if end&v.cue != 0 {
				n.score[v.typ] += v.vote
			}
		}
		if cuesOf(first)&lexicon.CuePlaceFirst != 0 && end&(lexicon.CueOrgHead|lexicon.CueEventHead) == 0 {
			n.score[nlp.Place] += voteFair
		}
		for i := n.First; i+1 < n.Last; i++ {
			if t[i+1].Norm == "of" || t[i+1].Norm == "for" {
				c := cuesOf(t[i])
				switch {
				case c&lexicon.CueOrgHead != 0:
					n.score[nlp.Organisation] += voteStrong + voteWeak
				case c&lexicon.CuePlaceHead != 0:
					n.score[nlp.Place] += voteGood
				case c&lexicon.CueEventHead != 0:
					n.score[nlp.Event] += voteGood
				}
				break
			}
			if t[i].Text == "&" {
				n.score[nlp.Organisation] += voteGood
			}
			if isParticle(t[i]) {
				n.score[nlp.Person] += voteWeak
			}
			if len(t[i].Text) <= 2 && isLarge(t[i].Text) && i > n.First {
				n.score[nlp.Person] += voteFair // a middle initial
			}
		}
		if hasDigit(f.doc.Text(n.Span)) {
			n.score[nlp.Product] += voteGood
		}
		if end&lexicon.CueSuffix != 0 {
			if lexicon.GivenName(first.Norm) || strings.HasPrefix(last.Norm, "jr") {
				n.score[nlp.Person] += voteGood
			} else {
				n.score[nlp.Product] += voteWeak
			}
		}
	}
	if !n.title.Empty() {
		n.score[nlp.Person] += voteStrong
	}
	switch {
	case words == 1 && isUpper(last.Text):
		if hasDigit(last.Text) {
			n.score[nlp.Product] += voteHint
		} else if first := f.doc.Sentences[n.Sentence].First; len(last.Text) > maxAcronym && n.First == first && f.dateline(n) {
			n.score[nlp.Place] += voteWeak
		} else if f.style[n.Sentence] != upperCase {
			n.score[nlp.Organisation] += voteWeak
		}
	case words == 1 && isCamel(last.Text) || words == 1 && end&lexicon.CueOrgHead != 0:
		n.score[nlp.Organisation] += voteWeak
	case words == 1 && hasDigit(last.Text):
		n.score[nlp.Product] += voteWeak
	case words == 1 && lexicon.GivenName(n.key):
		n.score[nlp.Person] += voteHint
	case words >= 2 && words <= 4 && lexicon.GivenName(lexicon.Fold(first.Text)) || len(first.Text) == 2 && first.Text[1] == '.':
		n.score[nlp.Person] += voteGood
	case words >= 2 && dotted(first.Text):
		n.score[nlp.Person] += voteGood
	case words == 2 && !commonForm(last) && !isUpper(first.Text) && !hasDigit(last.Text) && !isCamel(last.Text) &&
		lexicon.KnownName(lexicon.Fold(first.Text)) == lexicon.NoSort && lexicon.KnownName(lexicon.Fold(last.Text)) == lexicon.NoSort:
		n.score[nlp.Person] += voteWeak
	}
	if words > 1 && lexicon.KnownName(lexicon.Fold(last.Text)) == lexicon.GroupName {
		n.score[nlp.Group] += voteGood // "Leeds Steelers"
	}
}

// dateline reports that a dash, bracket or comma follows the name, as in
// "OSLO (Reuters) -".
func (f *nameFinder) dateline(n *foundName) bool {
	if n.Last >= len(f.doc.Tokens) {
		return false
	}
	switch f.doc.Tokens[n.Last].Text {
	case "(", ",", "-", "–", "—", "--":
		return true
	}
	return false
}

// maxAcronym bounds the letters of an acronym; longer words in capitals at the
// start of a sentence are datelines.
const maxAcronym = 5

// dotted reports initials: "J.", "T.J.".
func dotted(text string) bool {
	return len(text) >= 2 && len(text) <= 6 && text[1] == '.' && isLarge(text) && (len(text) == 2 || text[len(text)-1] == '.') && text != "U.S." && text != "U.N." && text != "U.K." && text != "E.U."
}

// descriptor votes by a noun that describes the name beside it.
func (n *foundName) descriptor(noun nlp.Token, vote int) {
	w := noun.Lemma
	if w == "" {
		w = strings.TrimSuffix(noun.Norm, "s")
	}
	c := lexicon.NameCues(w)
	person := lexicon.PersonNoun(w)
	switch {
	case person && noun.Tag == "NNS" && !lexicon.GivenName(n.words[0]):
		n.score[nlp.Group] += vote // "hackers called X"
	case person:
		n.score[nlp.Person] += vote
	case c&lexicon.CueGroupNoun != 0:
		n.score[nlp.Group] += vote
	case c&lexicon.CueOrgNoun != 0:
		n.score[nlp.Organisation] += vote
	case c&lexicon.CuePlaceNoun != 0:
		n.score[nlp.Place] += vote
	case c&lexicon.CueProductNoun != 0:
		n.score[nlp.Product] += vote
	case c&lexicon.CueEventNoun != 0:
		n.score[nlp.Event] += vote
	}
}
