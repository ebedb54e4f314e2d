package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a stretch of text between two borders of blocks: a paragraph, a
// heading, an item of a list.
type block struct {
	node    *xhtml.Node // the block element it stands in
	parts   []part
	text    string // on one line
	words   int
	letters int
	linked  int    // letters in links
	why     string // why it is no part of the report; "" if it may be
	heading bool
	ended   bool // ends as a sentence does
}

// part is a piece of a block, a blank or the end of a line.
type part struct {
	piece
	kind partKind
}

type partKind int

const (
	partText partKind = iota
	partBlank
	partBreak
)

// good reports a block that reads like a paragraph of a report.
func (b *block) good() bool {
	return b.why == "" && !b.heading && b.linked*2 < b.letters && (b.words >= minSentence && b.ended || b.words >= minParagraph)
}

// Lengths in words from which a block reads like a paragraph.
const (
	minSentence  = 7  // with a stop at its end
	minParagraph = 20 // without one
)

// links reports a block that is mostly links.
func (b *block) links() bool { return b.linked*10 > b.letters*7 }

// flattener cuts a tree into blocks.
type flattener struct {
	tree   *tree
	blocks []block
	at     block
	link   bool
	sums   map[*xhtml.Node]int // letters of paragraphs below an element
	total  int

	unlinked bool // links say nothing
}

// mostLinked is the share of a page's letters in links above which a link was
// left open, and all behind it counts as linked.
const mostLinked = 0.9

// flatten cuts the page into blocks, in order.
func flatten(t *tree) []block {
	f := &flattener{tree: t}
	f.walk(t.root, t.root, "")
	f.flush(t.root, "")
	// What an element's name says is weighed against what it holds, so names
	// are read in a second pass.
	f.sums = map[*xhtml.Node]int{}
	var letters, linked int
	for i := range f.blocks {
		letters += f.blocks[i].letters
		linked += f.blocks[i].linked
	}
	f.unlinked = float64(linked) > mostLinked*float64(letters)
	for i := range f.blocks {
		b := &f.blocks[i]
		if f.unlinked {
			b.linked = 0
		}
		if b.good() {
			f.total += b.letters
			for n := b.node; n != nil; n = n.Parent {
				f.sums[n] += b.letters
			}
		}
	}
	f.blocks = f.blocks[:0]
	f.walk(t.root, t.root, "")
	f.flush(t.root, "")
	return f.blocks
}

// walk goes through the children of n; inside is the block element around them.
func (f *flattener) walk(n, inside *xhtml.Node, why string) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case xhtml.TextNode:
			f.add(c)
		case xhtml.ElementNode:
			f.element(c, inside, why)
		}
	}
}

func (f *flattener) element(c, inside *xhtml.Node, why string) {
	if invisible(c.DataAtom) {
		return
	}
	if c.DataAtom == atom.Br {
		f.lineBreak(inside, why)
		return
	}
	own := why
	if own == "" {
		own = f.reason(c)
	}
	outer := f.link
	f.link = outer || c.DataAtom == atom.A && hasAttr(c, "href")
	if isBlock(c.DataAtom) || own != why {
		f.flush(inside, why)
		f.walk(c, c, own)
		f.flush(c, own)
	} else {
		f.walk(c, inside, own)
	}
	f.link = outer
}

// add puts a text node's pieces to the block.
func (f *flattener) add(n *xhtml.Node) {
	f.tree.each(n.Data, func(p piece, blank bool) {
		if blank {
			f.at.parts = append(f.at.parts, part{kind: partBlank})
			return
		}
		f.at.parts = append(f.at.parts, part{piece: p})
		if f.link && !f.unlinked {
			f.at.linked += countLetters(f.tree.file.Text[p.from:p.to])
		}
	})
}

// lineBreak ends a line, and the second one in a row the block: pages without
// paragraphs are written so.
func (f *flattener) lineBreak(inside *xhtml.Node, why string) {
	for i := len(f.at.parts) - 1; i >= 0; i-- {
		switch f.at.parts[i].kind {
		case partBlank:
			continue
		case partBreak:
			f.flush(inside, why)
			return
		}
		break
	}
	if len(f.at.parts) > 0 {
		f.at.parts = append(f.at.parts, part{kind: partBreak})
	}
}

// flush ends the block.
func (f *flattener) flush(node *xhtml.Node, why string) {
	b := f.at
	f.at = block{}
	var text strings.Builder
	for _, p := range b.parts {
		if p.kind == partText {
			text.WriteString(f.tree.plain(p.piece))
		} else {
			text.WriteByte(' ')
		}
	}
	fields := strings.Fields(text.String())
	if len(fields) == 0 {
		return
	}
	b.text = strings.Join(fields, " ")
	b.node, b.why, b.words, b.letters = node, why, len(fields), countLetters([]byte(b.text))
	b.heading = isHeading(node)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(b.text, func(r rune) bool { return strings.ContainsRune(`"'”’»)]`, r) }))
	b.ended = strings.ContainsRune(".!?…:;", last)
	f.blocks = append(f.blocks, b)
}

func isHeading(n *xhtml.Node) bool {
	for ; n != nil; n = n.Parent {
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return true
		case atom.P, atom.Div, atom.Section, atom.Article, atom.Td, atom.Li:
			return false
		}
	}
	return false
}

func countLetters(text []byte) int {
	n := 0
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text[i:])
		}
		if unicode.IsLetter(r) || r >= '0' && r <= '9' {
			n++
		}
		i += size
	}
	return n
}
