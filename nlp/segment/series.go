package segment

const (
	seriesTitle  = 4  // tokens that the captions of a picture series have in common at least: its title
	longestTitle = 24 // tokens compared at most
	fewestSeries = 3  // captions: two paragraphs may begin alike by chance
)

// markSeries marks the captions of a picture series. A scraper runs the
// series' title, the picture's title and its text together, one paragraph a
// picture: "Kelm at 300 The old quay Barges were towed by horses." So
// neighbouring paragraphs begin with the same words, and where they part each
// goes on with a capital; prose that begins alike goes on in the middle of a
// sentence.
func (s *splitter) markSeries() {
	before, run := -1, 0 // first sentence of the paragraph before; captions so far
	for i := 0; i < len(s.sentences); {
		end := i + 1
		for end < len(s.sentences) && s.sentences[end].Paragraph == s.sentences[i].Paragraph {
			end++
		}
		if before >= 0 && s.sentences[before].Paragraph > 0 && s.inSeries(before, i) {
			run++
		} else {
			run = 1
		}
		switch {
		case run == fewestSeries:
			s.markParagraphs(i, end, fewestSeries)
		case run > fewestSeries:
			s.markParagraphs(i, end, 1)
		}
		before, i = i, end
	}
}

// inSeries reports whether the paragraphs that begin with sentences a and b
// begin with one title. What follows it may begin alike, too, with an article:
// "The old quay", "The crane".
func (s *splitter) inSeries(a, b int) bool {
	x, y := s.sentences[a].First, s.sentences[b].First
	n := 0
	for n < longestTitle && x+n < y && y+n < len(s.tokens) && s.tokens[x+n].Text == s.tokens[y+n].Text {
		n++
	}
	if x+n == y || y+n == len(s.tokens) {
		return false
	}
	if n > seriesTitle && (s.tokens[x+n-1].Text == "The" || s.tokens[x+n-1].Text == "A" || s.tokens[x+n-1].Text == "An") {
		return true
	}
	return n >= seriesTitle && startsUpper(s.tokens[x+n].Text) && startsUpper(s.tokens[y+n].Text)
}

// markParagraphs marks n paragraphs, of which [first, last) is the last one.
func (s *splitter) markParagraphs(first, last, n int) {
	from := s.sentences[first].Paragraph - n + 1
	for i := last - 1; i >= 0 && s.sentences[i].Paragraph >= from; i-- {
		s.sentences[i].Boilerplate = true
	}
}
