package source

// Markdown is reduced to the words a reader sees, in one pass of lines and
// letters that is linear whatever the input; a full parser is not, and what
// news needs is little. Each byte is kept, dropped, or replaced:
//
//   - headings, list items, quotations: the marks go, a blank line stands
//     before and after, so that each is a sentence of its own
//   - links keep their words, images go with theirs
//   - emphasis, code spans, tags: the marks go
//   - fenced code, HTML comments, link definitions, rules: go
//
// Indented code stays: in news it is an indented paragraph.

import (
	"github.com/factdiff/factdiff/nlp/source/internal/draft"

	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds that keep the pass linear: how far a mark looks ahead for its end,
// and how deep brackets nest.
const (
	maxMark    = 2000 // bytes: longer addresses and tags are text
	maxNesting = 16   // brackets open at a time; images inside links need 2
)

// stripper holds the marks found in text.
type stripper struct {
	text   []byte
	drop   []bool // for each byte of text
	edits  []edit // in order of at
	at     int
	links  []bracket
	runs   map[byte][]run // open emphasis by mark
	noEnd  map[string]bool
	broken bool // the line before ended a block
	list   bool // the line before belongs to a list
}

// edit puts text before byte at.
type edit struct {
	at   int
	text string
}

// bracket is an open "[" or "![".
type bracket struct {
	at    int
	image bool
}

// run is n marks of emphasis that end at byte end.
type run struct{ end, n int }

// stripMarkdown is the view without markup.
func stripMarkdown(v *draft.View) *draft.View {
	s := &stripper{text: v.Text, drop: make([]bool, len(v.Text)), runs: map[byte][]run{}, noEnd: map[string]bool{}, broken: true}
	for s.at < len(s.text) {
		s.line()
	}
	out := &draft.View{}
	e, from := 0, 0
	for i := 0; i <= len(s.text); i++ {
		if i < len(s.text) && !s.drop[i] && (e == len(s.edits) || s.edits[e].at > i) {
			continue
		}
		out.Add(v, from, i)
		for ; e < len(s.edits) && s.edits[e].at <= i; e++ {
			out.Insert(s.edits[e].text, v.FileOffset(max(min(i, len(s.text)-1), 0)))
		}
		from = i
		if i < len(s.text) && s.drop[i] {
			from++
		}
	}
	return out
}

// line handles the line at s.at and moves behind it.
func (s *stripper) line() {
	end := len(s.text)
	if i := bytes.IndexByte(s.text[s.at:], '\n'); i >= 0 {
		end = s.at + i
	}
	line := s.text[s.at:end]
	trimmed := bytes.TrimSpace(line)
	switch {
	case len(trimmed) == 0:
		s.endBlock()
		s.at = end + 1
		return
	case s.fence(trimmed, end):
		return
	case isRule(trimmed) || isDefinition(trimmed):
		s.dropRange(s.at, end)
		s.breakAt(end)
		s.at = end + 1
		return
	}
	start, block := s.prefix(s.at, end)
	s.dropRange(s.at, start)
	if block {
		s.breakAt(s.at)
	}
	heading := block && bytes.IndexByte(s.text[s.at:start], '#') >= 0
	words := end // without the closing marks of a heading
	if heading {
		tail := bytes.TrimRight(bytes.TrimRight(s.text[start:end], " \t"), "#")
		if len(tail) == 0 || tail[len(tail)-1] == ' ' {
			words = start + len(tail)
			s.dropRange(words, end)
		}
	}
	s.broken = false
	s.at = end + 1
	if next := s.inline(start, words); next > words {
		s.at = next // behind a comment that ends on a later line
	}
	if heading {
		s.breakAt(s.at - 1)
	}
}

// endBlock forgets what is open: marks do not reach across blocks.
func (s *stripper) endBlock() {
	clear(s.runs)
	s.links, s.broken, s.list = s.links[:0], true, false
}

// breakAt forces a blank line at byte at.
func (s *stripper) breakAt(at int) {
	if !s.broken {
		s.edits = append(s.edits, edit{at, "\n\n"})
	}
	list := s.list
	s.endBlock()
	s.list = list
}

func (s *stripper) dropRange(from, to int) {
	for i := from; i < to; i++ {
		s.drop[i] = true
	}
}

// fence drops a fenced code block that begins on the line and is closed.
func (s *stripper) fence(trimmed []byte, end int) bool {
	mark := ""
	for _, m := range [...]string{"```", "~~~"} {
		if bytes.HasPrefix(trimmed, []byte(m)) {
			mark = m
		}
	}
	if mark == "" || s.noEnd[mark] || bytes.Contains(trimmed[3:], []byte("`")) {
		return false
	}
	for at := end + 1; at < len(s.text); {
		line, _, _ := bytes.Cut(s.text[at:], []byte("\n"))
		next := at + len(line) + 1
		if t := bytes.TrimSpace(line); bytes.HasPrefix(t, []byte(mark)) && len(bytes.Trim(t, mark)) == 0 {
			s.breakAt(s.at)
			s.dropRange(s.at, min(next-1, len(s.text)))
			s.at = next
			return true
		}
		at = next
	}
	s.noEnd[mark] = true
	return false
}

// isRule reports a line of three or more -, *, _ or =, which draws a rule or
// underlines a heading, and the line under the head of a table.
func isRule(line []byte) bool {
	var marks int
	for _, c := range line {
		switch c {
		case '-', '*', '_', '=':
			if c != line[0] && line[0] != '|' && line[0] != ':' {
				return false
			}
			marks++
		case ' ', '\t':
		case '|', ':':
			if line[0] == '*' || line[0] == '_' || line[0] == '=' {
				return false
			}
		default:
			return false
		}
	}
	return marks >= 3 || marks > 0 && line[0] == '='
}

// isDefinition reports "[name]: address".
func isDefinition(line []byte) bool {
	if line[0] != '[' {
		return false
	}
	name, rest, found := bytes.Cut(line[:min(len(line), maxMark)], []byte("]:"))
	rest = bytes.TrimSpace(rest)
	return found && len(name) > 1 && bytes.IndexByte(name[1:], ']') < 0 &&
		(bytes.Contains(rest, []byte("://")) || bytes.HasPrefix(rest, []byte("/")) || bytes.HasPrefix(rest, []byte("#")))
}

// prefix is where the words of a line begin, behind blanks and the marks of
// quotations, lists and headings, and whether those marks begin a block.
func (s *stripper) prefix(at, end int) (start int, block bool) {
	quoted := false
	for at < end {
		switch c := s.text[at]; {
		case c == ' ' || c == '\t':
			at++
		case c == '>':
			quoted = true
			at++
		case c == '#':
			n := at
			for n < end && s.text[n] == '#' {
				n++
			}
			if n-at > 6 || n < end && s.text[n] != ' ' && s.text[n] != '\t' {
				return at, block
			}
			return skipBlanks(s.text, n, end), true
		case (c == '-' || c == '*' || c == '+') && at+1 < end && s.text[at+1] == ' ':
			at, block, s.list = at+2, true, true
		case c >= '0' && c <= '9':
			n := at
			for n < end && n-at < 4 && s.text[n] >= '0' && s.text[n] <= '9' {
				n++
			}
			number := n-at < 4 && n+1 < end && (s.text[n] == '.' || s.text[n] == ')') && s.text[n+1] == ' '
			if !number || !s.list && !s.broken && string(s.text[at:n]) != "1" {
				return at, block
			}
			return skipBlanks(s.text, n+1, end), true
		default:
			return at, block || quoted && s.broken
		}
	}
	return at, block
}

func skipBlanks(text []byte, at, end int) int {
	for at < end && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return at
}

// inline marks what goes between from and end. It returns end, or where a
// comment ends on a later line.
func (s *stripper) inline(from, end int) int {
	i := from
	for i < end {
		switch c := s.text[i]; c {
		case '\\':
			if i+1 < end && isPunct(s.text[i+1]) {
				s.drop[i] = true
				i++
			} else if i+1 == end {
				s.drop[i] = true
			}
			i++
		case '!':
			if i+1 < end && s.text[i+1] == '[' {
				s.open(bracket{i, true})
				i++
			}
			i++
		case '[':
			s.open(bracket{i, false})
			i++
		case ']':
			i = s.close(i, end)
		case '`', '*', '_', '~':
			i = s.mark(i, end)
		case '|':
			if s.text[from] == '|' { // a row of a table
				s.drop[i] = true
				s.edits = append(s.edits, edit{i, " "})
			}
			i++
		case '&':
			i = s.entity(i, end)
		case '<':
			i = s.tag(i, end)
		default:
			i++
		}
	}
	return i
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
}

// open notes a bracket; the oldest is forgotten where they nest too deep.
func (s *stripper) open(b bracket) {
	if len(s.links) == maxNesting {
		s.links = append(s.links[:0], s.links[1:]...)
	}
	s.links = append(s.links, b)
}

// close handles "]" at byte i: with an address behind it the brackets were a
// link or an image. It returns where to go on.
func (s *stripper) close(i, end int) int {
	if len(s.links) == 0 {
		return i + 1
	}
	b := s.links[len(s.links)-1]
	s.links = s.links[:len(s.links)-1]
	next := s.address(i+1, end)
	footnote := b.at+1 < i && s.text[b.at+1] == '^'
	switch {
	case footnote:
		s.dropRange(b.at, i+1)
		return i + 1
	case next < 0 && !b.image:
		return i + 1
	case next < 0:
		next = i + 1
	}
	if b.image {
		s.dropRange(b.at, next)
		return next
	}
	s.drop[b.at] = true
	s.dropRange(i, next)
	return next
}

// address is the end of "(...)" or "[...]" at byte i, or -1.
func (s *stripper) address(i, end int) int {
	if i >= end || s.text[i] != '(' && s.text[i] != '[' {
		return -1
	}
	limit := min(end, i+maxMark)
	if s.text[i] == '[' {
		if n := bytes.IndexByte(s.text[i:limit], ']'); n >= 0 {
			return i + n + 1
		}
		return -1
	}
	if bytes.IndexByte(s.text[i:limit], ')') < 0 {
		return -1
	}
	depth := 0
	for n := i; n < limit; n++ {
		switch s.text[n] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return n + 1
			}
		case '\\':
			n++
		}
	}
	return -1
}

// mark handles a run of one mark of emphasis or code at byte i.
func (s *stripper) mark(i, end int) int {
	c := s.text[i]
	n := i
	for n < end && s.text[n] == c {
		n++
	}
	before, _ := utf8.DecodeLastRune(s.text[:i])
	after, _ := utf8.DecodeRune(s.text[n:])
	if i == 0 {
		before = '\n'
	}
	if n >= len(s.text) {
		after = '\n'
	}
	spaceBefore, spaceAfter := unicode.IsSpace(before), unicode.IsSpace(after)
	punctBefore, punctAfter := unicode.IsPunct(before) || unicode.IsSymbol(before), unicode.IsPunct(after) || unicode.IsSymbol(after)
	left := !spaceAfter && (!punctAfter || spaceBefore || punctBefore)
	right := !spaceBefore && (!punctBefore || spaceAfter || punctAfter)
	opens, closes := left, right
	switch c {
	case '_':
		opens, closes = left && (!right || punctBefore), right && (!left || punctAfter)
	case '`':
		opens, closes = true, true
	case '~':
		if n-i < 2 {
			return n
		}
	}
	start := i
	if closes {
		for start < n && len(s.runs[c]) > 0 {
			top := &s.runs[c][len(s.runs[c])-1]
			both := min(top.n, n-start)
			s.dropRange(top.end-both, top.end)
			s.dropRange(start, start+both)
			top.end, top.n, start = top.end-both, top.n-both, start+both
			if top.n == 0 {
				s.runs[c] = s.runs[c][:len(s.runs[c])-1]
			}
		}
	}
	if opens && start < n {
		s.runs[c] = append(s.runs[c], run{n, n - start})
	}
	return n
}

// entity replaces "&amp;" and its like.
func (s *stripper) entity(i, end int) int {
	const longest = 34 // "&CounterClockwiseContourIntegral;" and its ampersand
	n := bytes.IndexByte(s.text[i:min(end, i+longest)], ';')
	if n < 0 {
		return i + 1
	}
	n += i + 1
	entity := string(s.text[i:n])
	plain := html.UnescapeString(entity)
	if plain == entity || !utf8.ValidString(plain) || strings.ContainsFunc(plain, draft.IsControl) {
		return i + 1
	}
	s.edits = append(s.edits, edit{i, plain})
	s.dropRange(i, n)
	return n
}

// tag drops a comment, the marks of "<https://...>" and an HTML tag.
func (s *stripper) tag(i, end int) int {
	rest := s.text[i:]
	if bytes.HasPrefix(rest, []byte("<!--")) {
		if s.noEnd["-->"] {
			return i + 1
		}
		n := bytes.Index(rest[4:], []byte("-->"))
		if n < 0 {
			s.noEnd["-->"] = true
			return i + 1
		}
		s.dropRange(i, i+4+n+3)
		return i + 4 + n + 3
	}
	n := bytes.IndexAny(rest[1:min(len(rest), end-i, maxMark)], "<>")
	if n < 1 || rest[1+n] != '>' {
		return i + 1
	}
	switch inner := rest[1 : 1+n]; {
	case bytes.Contains(inner, []byte("://")) && bytes.IndexByte(inner, ' ') < 0:
		s.drop[i], s.drop[i+1+n] = true, true
	case isTag(inner):
		s.dropRange(i, i+n+2)
	default:
		return i + 1
	}
	return i + n + 2
}

// isTag reports the inside of an HTML tag: a known shape, so that "<5 or 6>"
// stays.
func isTag(inner []byte) bool {
	name := bytes.TrimSuffix(bytes.TrimPrefix(inner, []byte("/")), []byte("/"))
	name, rest, _ := bytes.Cut(name, []byte(" "))
	for _, c := range name {
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
			return false
		}
	}
	first := byte('0')
	if len(name) > 0 {
		first = name[0]
	}
	return len(name) < 12 && !(first >= '0' && first <= '9') && (len(bytes.TrimSpace(rest)) == 0 || bytes.IndexByte(rest, '=') >= 0 || bytes.Equal(bytes.TrimSpace(rest), []byte("/")))
}
