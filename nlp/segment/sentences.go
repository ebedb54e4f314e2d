package segment

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

// longestHeading is how many words a line without a final stop may have to be
// a heading: headlines of the trade have 5 to 14.
const longestHeading = 14

// Sentences groups the tokens of an article into sentences. headline is the
// length in bytes of the headline at the start of text; its sentences are
// paragraph 0. Every token belongs to one sentence, and a sentence never
// crosses a paragraph.
func Sentences(text string, headline int, tokens []nlp.Token) []nlp.Sentence {
	if len(tokens) == 0 {
		return nil
	}
	s := splitter{text: text, headline: headline, tokens: tokens}
	s.sentences = make([]nlp.Sentence, 0, len(tokens)/16+4)
	s.wrapped = s.isWrapped()
	if tokens[0].Start >= headline {
		s.paragraph = 1
	}
	first := 0 // of the paragraph
	for i := 1; i <= len(tokens); i++ {
		if i < len(tokens) && !s.breaksParagraph(first, i) {
			continue
		}
		s.cut(first, i)
		first = i
		s.paragraph++
	}
	s.markSeries()
	return s.sentences
}

// splitter holds what is known while sentences are cut.
type splitter struct {
	text      string
	headline  int
	tokens    []nlp.Token
	wrapped   bool // lines are broken at a fixed width
	width     int  // bytes of the longest line when wrapped
	paragraph int
	open      bool // a straight quotation mark is open in the paragraph
	sentences []nlp.Sentence
}

// newlines counts the line ends between tokens i-1 and i, to 2 at most.
func (s *splitter) newlines(i int) int {
	between := s.text[s.tokens[i-1].End:s.tokens[i].Start]
	if len(between) <= 1 {
		if between == "\n" {
			return 1
		}
		return 0
	}
	n := 0
	for k := 0; k < len(between); k++ {
		switch between[k] {
		case '\n':
			n++
		case '\r':
			if k+1 == len(between) || between[k+1] != '\n' {
				n++
			}
		case 0xe2: // U+2028, U+2029
			if strings.HasPrefix(between[k:], "\u2028") || strings.HasPrefix(between[k:], "\u2029") {
				n += 2
			}
		}
	}
	return min(n, 2)
}

// isWrapped reports whether the text is broken at a fixed width: of the lines
// that follow another without a blank line many begin lower-case.
func (s *splitter) isWrapped() bool {
	single, lower, line := 0, 0, s.tokens[0].Start
	for i := 1; i < len(s.tokens); i++ {
		n := s.newlines(i)
		if n == 0 {
			continue
		}
		if n == 1 {
			single++
			if startsLower(s.tokens[i].Text) {
				lower++
			}
			s.width = max(s.width, s.tokens[i-1].End-line)
		}
		line = s.tokens[i].Start
	}
	// Running text begins more than half of its lines lower-case; stray
	// breaks inside sentences are a few in a hundred.
	return lower >= 3 && lower*4 > single
}

// breaksParagraph reports whether a paragraph that began at token first ends
// before token i.
func (s *splitter) breaksParagraph(first, i int) bool {
	if s.tokens[i-1].Start < s.headline && s.tokens[i].Start >= s.headline {
		return true
	}
	if s.tokens[i].Start < s.headline {
		return false
	}
	switch s.newlines(i) {
	case 0:
		return false
	case 2:
		return true
	}
	if startsLower(s.tokens[i].Text) {
		return false
	}
	if !s.wrapped {
		return true
	}
	// In wrapped text a line that ends early ends its paragraph.
	line := strings.LastIndexByte(s.text[s.tokens[first].Start:s.tokens[i-1].End], '\n') + 1 + s.tokens[first].Start
	next := s.tokens[i].End - s.tokens[i].Start
	return s.tokens[i-1].End-line+next+1 < s.width*3/4 && s.tokens[i-1].Text != ","
}

// cut appends the sentences of the paragraph [first, last).
func (s *splitter) cut(first, last int) {
	from := len(s.sentences)
	begin := first
	s.open = false
	for i := first; i < last; i++ {
		if s.tokens[i].Text == `"` {
			s.open = !s.open
		}
		end := s.ends(begin, i, last)
		if end == 0 {
			end = s.residueEnds(begin, i, last)
		}
		if end == 0 {
			continue
		}
		for k := i + 1; k < end; k++ {
			if s.tokens[k].Text == `"` {
				s.open = false
			}
		}
		s.add(begin, end)
		begin, i = end, end-1
	}
	if begin < last {
		s.add(begin, last)
	}
	if s.paragraph == 0 {
		for i := range s.sentences {
			s.sentences[i].Heading = true
		}
		return
	}
	if len(s.sentences) == from+1 {
		s.sentences[from].Heading = s.isHeading(first, last)
	}
	s.markBoilerplate(from)
}

func (s *splitter) add(first, last int) {
	s.sentences = append(s.sentences, nlp.Sentence{
		Span:      nlp.Span{Start: s.tokens[first].Start, End: s.tokens[last-1].End},
		First:     first,
		Last:      last,
		Paragraph: s.paragraph,
	})
}

// ends is the end of the sentence that began at begin if token i ends it,
// closing quotation marks and brackets taken in; 0 if it goes on. last ends
// the paragraph.
func (s *splitter) ends(begin, i, last int) int {
	kind := terminator(s.tokens[i].Text)
	if kind == none {
		return 0
	}
	end := i + 1
	quoted := false
	for end < last && s.isClosing(end) {
		quoted = quoted || s.tokens[end].Text != ")" && s.tokens[end].Text != "]"
		end++
	}
	if end >= last {
		return end
	}
	next := s.tokens[end]
	if startsLower(next.Text) || strings.IndexByte(",;:)]-%", next.Text[0]) >= 0 || next.Norm == "--" || next.Norm == "-" {
		return 0
	}
	if terminator(next.Text) != none && next.Text[0] < 'A' { // "?" "." in a row
		return 0
	}
	switch kind {
	case stop:
		if i == begin+1 && allDigits(s.tokens[begin].Text) { // "1. Wash your hands"
			return 0
		}
		return end
	case mark:
		if s.tokens[i-btoi(i > begin)].Norm == "yahoo" || quoted && s.saidNext(end, last) {
			return 0
		}
		return end
	case dots:
		if !startsUpper(next.Text) && !s.isOpening(end, last) || next.Text == "I" {
			return 0
		}
		return end
	}
	if s.opensAfter(i, end, last) {
		return end
	}
	return 0
}

// isClosing reports whether token i is a closing quotation mark or bracket.
func (s *splitter) isClosing(i int) bool {
	switch s.tokens[i].Text {
	case ")", "]", "”", "’", "''", "»":
		return true
	case `"`, "'":
		if s.tokens[i-1].End == s.tokens[i].Start {
			return true
		}
		// Texts that were cut into words before have blanks on both sides.
		spaced := i+1 == len(s.tokens) || s.tokens[i].End < s.tokens[i+1].Start
		return spaced && s.open && s.tokens[i].Text == `"`
	}
	return false
}

// residueEnds is the end of the credit or notice that ends after token i
// without a stop, the report going on behind it; 0 if none does.
func (s *splitter) residueEnds(begin, i, last int) int {
	if s.paragraph == 0 || i+1 >= last {
		return 0
	}
	if i == begin {
		if p, ok := s.residuePhrase(begin, last); ok && p.Whole && begin+len(p.Words) < last {
			return begin + len(p.Words)
		}
		if end := s.imageLabel(begin, last); end > 0 && end < last {
			return end
		}
	}
	if end := s.galleryCount(i, last); end > 0 && end < last {
		return end
	}
	if s.runsOn(i, last) {
		return i + 1
	}
	if s.tokens[i].Text == "(" {
		if end := s.creditEnd(i, last); end > 0 && end < last && !startsLower(s.tokens[end].Text) && strings.IndexByte(",.;:-)", s.tokens[end].Text[0]) < 0 && s.tokens[end].Norm != "--" && s.tokens[end].Norm != "-" {
			return end
		}
	}
	return 0
}

// runsOn reports whether a caption or subheading ends after token i without a
// stop and a sentence begins: a lower-case word of its own, "The" or "It" with a
// capital, a lower-case word.
func (s *splitter) runsOn(i, last int) bool {
	if i+2 >= last || !startsUpper(s.tokens[i+1].Text) {
		return false
	}
	switch s.tokens[i+1].Text {
	case "The", "It", "He", "She", "They", "This", "These", "There", "An":
	default:
		return false
	}
	return isLowerWord(s.tokens[i].Text) && isLowerWord(s.tokens[i+2].Text) && !lexicon.Stopword(s.tokens[i].Norm)
}

// isLowerWord reports a word of two or more letters that begins lower-case.
func isLowerWord(text string) bool {
	return len(text) > 1 && startsLower(text)
}

// isOpening reports whether token i is an opening quotation mark before a
// capital.
func (s *splitter) isOpening(i, last int) bool {
	switch s.tokens[i].Text {
	case "“", "‘", `"`, "'", "``", "«", "(", "[":
		return i+1 < last && !startsLower(s.tokens[i+1].Text)
	}
	return false
}

// opensAfter reports whether a sentence begins at token next, after the
// abbreviation at token i.
func (s *splitter) opensAfter(i, next, last int) bool {
	abbr, tok := s.tokens[i], s.tokens[next]
	word := abbr.Norm[:len(abbr.Norm)-1]
	kind := lexicon.Abbreviation(word)
	if kind == lexicon.AbbreviationTitle || kind == lexicon.AbbreviationNumber {
		return false
	}
	if s.isOpening(next, last) {
		return tok.Text != "(" && tok.Text != "["
	}
	if !startsUpper(tok.Text) || next+1 < last && strings.HasSuffix(tok.Text, ".") && len(tok.Text) == 2 {
		return false
	}
	if word == "a.m" || word == "p.m" {
		return !lexicon.AfterClock(tok.Norm)
	}
	if len(word) == 1 && i > 0 && (tok.Norm == "the" || tok.Norm == "a") && startsUpper(s.tokens[i-1].Text) {
		return true
	}
	return lexicon.Opener(tok.Norm) && !(len(word) == 1)
}

// saidNext reports whether token i begins the words that name the speaker of
// the quotation that ends before it: “Stop!” Mr. Smith said.
func (s *splitter) saidNext(i, last int) bool {
	for k := i; k < last && k < i+6; k++ {
		norm := s.tokens[k].Norm
		if k > i && isSpeechVerb(norm) {
			if k+1 >= last {
				return true
			}
			next := s.tokens[k+1].Norm
			return next == "." || next == "," || !lexicon.Opener(next) || next == "in" || next == "on" || next == "at" || next == "after" || next == "during"
		}
		if k == i && (norm == "he" || norm == "she" || norm == "they" || norm == "i" || norm == "we" || norm == "it") {
			return false
		}
		if k > i && !startsUpper(s.tokens[k].Text) {
			return false
		}
	}
	return false
}

// isSpeechVerb reports the verbs that follow the speaker after a quotation.
func isSpeechVerb(norm string) bool {
	switch norm {
	case "said", "says", "asked", "asks", "told", "tells", "added", "adds", "wrote", "writes", "tweeted", "tweets", "shouted", "yelled",
		"replied", "recalled", "exclaimed", "joked", "wondered", "cried", "posted", "quipped", "screamed", "continued", "responded":
		return true
	}
	return false
}

// isHeading reports whether the one-sentence paragraph [first, last) is a
// heading: short, without a final stop.
func (s *splitter) isHeading(first, last int) bool {
	words := 0
	for _, t := range s.tokens[first:last] {
		if c := runeClassAt(t.Text); c == letter || c == digit {
			words++
		}
	}
	if words == 0 || words > longestHeading {
		return false
	}
	end := last - 1
	for end > first && s.isClosing(end) && s.tokens[end].Text != ")" {
		end--
	}
	if terminator(s.tokens[end].Text) == abbreviation {
		return false
	}
	switch s.tokens[end].Text {
	case ".", "!", ",", ";", "...", "…", ":":
		return false
	case "?":
		return end == last-1
	}
	return end == last-1 || !isQuoteMark(s.tokens[first].Text)
}
