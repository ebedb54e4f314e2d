package reports

import (
	"strings"

	"github.com/factdiff/factdiff/nlp"
)

// word is a piece of a paragraph that is not broken unless it is wider than
// the line.
type word struct {
	text  string // printable
	style string // SGR parameters: "1;4"; "" is plain
}

// paragraph collects words and is broken into lines when printed. A piece that
// follows without white space is glued to the word before.
type paragraph struct {
	words [][]word // the pieces of each word
	glue  bool     // the next piece belongs to the last word
}

// add appends text, every word of it in the style.
func (p *paragraph) add(text, style string) *paragraph {
	clean := Printable(text)
	if startsWithSpace(text) {
		p.glue = false
	}
	for i, w := range strings.Split(clean, " ") {
		if w == "" {
			continue
		}
		if i > 0 || !p.glue || len(p.words) == 0 {
			p.words = append(p.words, nil)
		}
		last := len(p.words) - 1
		p.words[last] = append(p.words[last], word{w, style})
		p.glue = true
	}
	if endsWithSpace(text) {
		p.glue = false
	}
	return p
}

// space ends the word.
func (p *paragraph) space() *paragraph {
	p.glue = false
	return p
}

func startsWithSpace(s string) bool { return s != strings.TrimLeft(s, " \t\r\n") }
func endsWithSpace(s string) bool   { return s != strings.TrimRight(s, " \t\r\n") }

// lines breaks the paragraph into lines of at most width cells. The first
// begins with the indent first, the others with rest.
func (p *paragraph) lines(first, rest string, width int, color bool) []string {
	b := breaker{width: width, rest: rest, color: color}
	b.open(first)
	for _, pieces := range p.words {
		n := 0
		for _, w := range pieces {
			n += cells(w.text)
		}
		if !b.empty && b.used+1+n > width {
			b.close()
			b.open(rest)
		}
		for i, w := range pieces {
			b.put(w, i == 0)
		}
	}
	b.close()
	return b.done
}

// breaker is the lines of a paragraph as far as they are full.
type breaker struct {
	width int
	rest  string
	color bool

	done  []string
	line  []word // pieces of the last line; neighbours of one style are one piece
	used  int    // cells of it
	empty bool   // it holds nothing but its indent
}

func (b *breaker) open(indent string) {
	b.line = []word{{text: indent}}
	b.used, b.empty = cells(indent), true
}

func (b *breaker) close() {
	var s strings.Builder
	for _, w := range b.line {
		s.WriteString(paint(w.text, w.style, b.color))
	}
	b.done = append(b.done, s.String())
}

// put appends a piece, after a blank if it begins a word; what is wider than
// the line is cut.
func (b *breaker) put(w word, begins bool) {
	last := &b.line[len(b.line)-1]
	if begins && !b.empty {
		b.used++
		if last.style == w.style {
			last.text += " "
		} else {
			b.line = append(b.line, word{text: " "})
		}
	}
	for b.used+cells(w.text) > b.width {
		// Two cells at least, so that a wide character never loops.
		head := cut(w.text, max(b.width-b.used, 2))
		b.add(word{head, w.style})
		w.text = w.text[len(head):]
		if w.text == "" {
			return
		}
		b.close()
		b.open(b.rest)
	}
	b.add(w)
}

func (b *breaker) add(w word) {
	if last := &b.line[len(b.line)-1]; last.style == w.style {
		last.text += w.text
	} else {
		b.line = append(b.line, w)
	}
	b.used += cells(w.text)
	b.empty = false
}

// cut is the longest beginning of s that takes at most n cells.
func cut(s string, n int) string {
	for i, r := range s {
		if n -= runeCells(r); n < 0 {
			return s[:i]
		}
	}
	return s
}

func paint(s, style string, color bool) string {
	if !color || style == "" || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[m"
}

// window is how many bytes of context are shown on either side of evidence,
// and of evidence itself: enough for nearly every sentence of news, and a
// bound on what a text without stops can do to the output.
const window = 240

// quote adds the context with the marked stretches in it: in the style where
// there is colour, in «» where there is none. A context that is all evidence
// needs no marks.
func (p *paragraph) quote(text string, context nlp.Span, marks []nlp.Span, style string, color bool) *paragraph {
	if marks[0] == context {
		return p.clip(text[context.Start:context.End], "") // all of it: nothing to mark
	}
	from := max(context.Start, marks[0].Start-window)
	to := min(context.End, marks[len(marks)-1].End+window)
	if from > context.Start {
		from = wordEdge(text, from, marks[0].Start)
		p.add("…", "").space()
	}
	at := from
	for _, m := range marks {
		if m.Start < at || m.End > to {
			continue // overlaps the one before
		}
		p.add(text[at:m.Start], "")
		if !color {
			p.add("«", "")
		}
		if m.Len() > 2*window {
			head := wordEdgeBack(text, m.Start, m.Start+window)
			p.add(text[m.Start:head], style).add("…", style).space()
			p.add(text[wordEdge(text, m.End-window, m.End):m.End], style)
		} else {
			p.add(text[m.Start:m.End], style)
		}
		if !color {
			p.glue = true
			p.add("»", "")
		}
		at = m.End
	}
	if to < context.End {
		to = wordEdgeBack(text, at, to)
		p.add(text[at:to], "").add(" …", "")
		return p
	}
	return p.add(text[at:to], "")
}

// wordEdge is the first offset in [from, limit) after white space, or limit.
func wordEdge(text string, from, limit int) int {
	if i := strings.IndexAny(text[from:limit], " \n\t"); i >= 0 {
		return from + i + 1
	}
	return limit
}

// wordEdgeBack is the last offset in [limit, to) of white space, or limit.
func wordEdgeBack(text string, limit, to int) int {
	if i := strings.LastIndexAny(text[limit:to], " \n\t"); i >= 0 {
		return limit + i
	}
	return limit
}

// clip adds text, its middle left out if it is long.
func (p *paragraph) clip(text, style string) *paragraph {
	if len(text) <= 2*window {
		return p.add(text, style)
	}
	head := wordEdgeBack(text, 0, window)
	p.add(text[:head], style).space().add("… ", style)
	return p.add(text[wordEdge(text, len(text)-window, len(text)):], style)
}
