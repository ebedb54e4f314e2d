package mention

import (
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

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
	if k := f.holderAt(i, j); k > 0 {
		f.emit(s, i, k, nlp.Range{})
		f.emit(s, k, j, nlp.Range{})
		return
	}
	f.splitNation(s, i, j)
}

// holderAt is where the holder's name begins in a run that follows an office:
// "CEO of Norvane | Olaf Holm"; 0 if the run is one name.
func (f *nameFinder) holderAt(i, j int) int {
	t := f.doc.Tokens
	if i < 2 || t[i-1].Norm != "of" || !lexicon.PersonNoun(t[i-2].Lemma) && t[i-2].Norm != "ceo" || lexicon.GivenName(t[i].Norm) {
		return 0
	}
	for k := i + 1; k+1 < j; k++ {
		if lexicon.GivenName(t[k].Norm) {
			return k
		}
	}
	return 0
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

// splitLeft emits what stands before a title: "Norvane", "Former Norlandish".
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
		for to < j && (cuesOf(t[to])&(lexicon.CueTitle|lexicon.CueCourtesy) != 0 || t[to-1].Norm == "chief" && t[to].Norm == "executive") {
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
			// "Stephen King" is a name, "Norvane President" a name and a title.
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
		if from > i && k == from && lexicon.GivenName(t[k-1].Norm) && !lexicon.PersonNoun(t[k].Norm) && t[k].Text[len(t[k].Text)-1] != '.' {
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
// large: the second word of "the Dutch Swan".
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
