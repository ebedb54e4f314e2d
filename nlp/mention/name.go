package mention

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// Names finds the mentions of named things, resolves them to entities, and
// finds the roles that the document gives them. It sets Names, Entities and
// Roles.
//
// A name is a run of words written large, with the small words that names
// hold ("Bank of England", "Ursula von der Leyen"), cut where titles,
// nationalities and possessives end. Where every word is written large, in
// headings, only what is written large elsewhere in the document or listed is
// a name. Types are voted on by the words of the name, the words around it,
// and lists; all mentions of one entity vote together.
func Names(doc *nlp.Document) {
	f := nameFinder{doc: doc}
	f.countWords()
	f.proper = make([]bool, len(doc.Tokens))
	f.style = make([]caseStyle, len(doc.Sentences))
	for s := range doc.Sentences {
		f.style[s] = f.caseStyle(s)
		if !doc.Sentences[s].Boilerplate { // what was scraped along names nothing of the report
			f.markProper(s)
		}
	}
	for _, style := range [...]caseStyle{plainCase, titleCase, upperCase} { // headings last: they lean on the body
		for s := range doc.Sentences {
			if f.style[s] == style {
				f.sentence(s)
			}
		}
		f.learn()
	}
	slices.SortFunc(f.found, func(a, b foundName) int { return a.Start - b.Start })
	f.judge()
	f.resolve()
	f.roles()
}

// nameFinder holds the state of one pass over a document.
type nameFinder struct {
	doc    *nlp.Document
	small  map[string]int  // Norm -> how often it is written small
	large  map[string]int  // Norm -> how often it is written large where small letters were due
	proper []bool          // by token: a word of a name, or of a title before a name
	style  []caseStyle     // by sentence
	body   map[string]bool // keys of the names found so far
	found  []foundName
}

// foundName is a name on its way.
type foundName struct {
	nlp.Name
	title nlp.Range // the title before it, written large: "Vice President"
	key   string    // lexicon.Fold of its text, without "the"
	words []string  // key's words
	score typeScore
}

// typeScore holds the votes for each type.
type typeScore [nlp.Nationality + 1]int

// emit adds the name of tokens [first, last).
func (f *nameFinder) emit(s, first, last int, title nlp.Range) {
	t := f.doc.Tokens
	for first < last && (t[first].Norm == "the" || !f.proper[first] && !isParticle(t[first])) {
		first++
	}
	for last > first && !f.proper[last-1] && !hasDigit(t[last-1].Text) && t[last-1].Norm != "'s" {
		last--
	}
	if first >= last {
		return
	}
	span := f.doc.TokenSpan(first, last)
	span.End -= smallSuffix(t[last-1].Text)
	key := lexicon.Fold(f.doc.Text(span))
	if key == "" || last-first == 1 && (len(key) == 1 || key == "jr" || key == "sr") {
		return
	}
	f.found = append(f.found, foundName{
		Name:  nlp.Name{Span: span, First: first, Last: last, Sentence: s},
		title: title, key: key, words: strings.Fields(key),
	})
}

// learn takes the keys of the names found so far for the headings to come.
func (f *nameFinder) learn() {
	if f.body == nil {
		f.body = make(map[string]bool, len(f.found))
	}
	for i := range f.found {
		f.body[f.found[i].key] = true
	}
}

// sentence finds the names of a sentence.
func (f *nameFinder) sentence(s int) {
	sent := f.doc.Sentences[s]
	for i := sent.First; i < sent.Last; {
		if !f.proper[i] && !f.particleStart(i, sent) {
			i++
			continue
		}
		j := f.extend(i, sent.Last)
		if f.style[s] == plainCase {
			f.split(s, i, j)
		} else {
			f.splitHeading(s, i, j)
		}
		i = j
	}
}

// splitHeading cuts a run of a heading into names of the body, the longest
// first, and gives what is left to split.
func (f *nameFinder) splitHeading(s, i, j int) {
	rest := i
	for k := i; k < j; k++ {
		for e := min(j, k+maxNameWords); e > k; e-- {
			key := lexicon.Fold(f.doc.Text(f.doc.TokenSpan(k, e)))
			if !f.body[key] && !(e > k+1 && lexicon.KnownName(key) != lexicon.NoSort) {
				continue
			}
			if rest < k {
				f.split(s, rest, k)
			}
			f.emit(s, k, e, nlp.Range{})
			k, rest = e-1, e
			break
		}
	}
	if rest < j {
		f.split(s, rest, j)
	}
}

// maxNameWords bounds the words of one name that is looked up.
const maxNameWords = 8
