package page

import (
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The main text is what the element holds in which the letters of paragraphs
// outweigh those of scraps most: a wider element adds scraps, a narrower one
// loses paragraphs. What publishing systems name as the body goes before that,
// if it holds most of the paragraphs.

// scrapWeight is how much a letter of a scrap weighs against a letter of a
// paragraph: a scrap between paragraphs must not cost the text behind it.
const scrapWeight = 0.5

// Shares of the best element's paragraphs that an element must hold to be
// taken for its name.
const (
	bodyShare    = 0.6 // itemprop="articleBody", class "entry-content"
	articleShare = 0.5 // the only <article>
)

// mainElement is the element that holds the report's text; nil where the page
// has no paragraph.
func mainElement(t *tree, blocks []block) *xhtml.Node {
	good, scraps := map[*xhtml.Node]int{}, map[*xhtml.Node]int{}
	for i := range blocks {
		b := &blocks[i]
		if b.why != "" || b.heading {
			continue
		}
		sums := scraps
		if b.good() {
			sums = good
		}
		for n := b.node; n != nil; n = n.Parent {
			sums[n] += b.letters
		}
	}
	s := &search{good: good, scraps: scraps}
	s.visit(t.root)
	if s.best == nil {
		return nil
	}
	most := float64(good[s.best])
	if s.articles == 1 && float64(good[s.article]) >= articleShare*most && contains(s.best, s.article) {
		s.best = s.article
		most = float64(good[s.article])
	}
	if body := s.body(); body != nil && float64(good[body]) >= bodyShare*most {
		return body
	}
	return s.best
}

// body is the element that holds all that is named as the body of a report and
// stands in the best element: some pages cut it into several.
func (s *search) body() (n *xhtml.Node) {
	for _, b := range s.bodies {
		if !contains(s.best, b) && !contains(b, s.best) {
			continue
		}
		if n == nil {
			n = b
		}
		for !contains(n, b) {
			n = n.Parent
		}
	}
	return n
}

// search looks for the best elements of a tree.
type search struct {
	good, scraps map[*xhtml.Node]int
	best         *xhtml.Node
	score        float64
	article      *xhtml.Node   // the outermost <article> with most paragraphs
	articles     int           // how many outermost ones have any
	bodies       []*xhtml.Node // outermost elements named as the body, with paragraphs
}

func (s *search) visit(n *xhtml.Node) {
	if n.Type == xhtml.ElementNode && s.good[n] > 0 {
		score := float64(s.good[n]) - scrapWeight*float64(s.scraps[n])
		if holdsText(n) && (s.best == nil || score >= s.score) { // of equal ones the narrower
			s.best, s.score = n, score
		}
		if n.DataAtom == atom.Article && !within(n, atom.Article) {
			s.articles++
			if s.article == nil || s.good[n] > s.good[s.article] {
				s.article = n
			}
		}
		if isBody(n) && (len(s.bodies) == 0 || !contains(s.bodies[len(s.bodies)-1], n)) {
			s.bodies = append(s.bodies, n)
		}
	}
	if n.Type == xhtml.ElementNode && s.good[n] == 0 {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.visit(c)
	}
}

// holdsText reports an element that can be the whole of a report; a paragraph
// cannot, however long it is.
func holdsText(n *xhtml.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Blockquote, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dd, atom.Tr, atom.Tbody, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Pre:
		return false
	}
	return isBlock(n.DataAtom) || n.DataAtom == 0
}

func contains(outer, n *xhtml.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

// within reports an element of the kind around n.
func within(n *xhtml.Node, a atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == a {
			return true
		}
	}
	return false
}

// isBody reports an element that publishing systems name as the body of a
// report.
func isBody(n *xhtml.Node) bool {
	if strings.EqualFold(attr(n, "itemprop"), "articleBody") {
		return true
	}
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.P {
		return false
	}
	for _, key := range [...]string{"class", "id", "data-testid", "data-component"} {
		for class := range strings.FieldsSeq(attr(n, key)) {
			switch strings.Join(nameParts(class), "-") {
			case "article-body", "articlebody", "article-body-content", "article-content", "article-text", "article-copy", "story-body", "storybody", "story-content", "story-text",
				"entry-content", "post-content", "post-body", "post-entry", "body-copy", "body-text", "content-body", "article-body-text", "story-body-text", "articletext",
				"single-post-content", "td-post-content", "field-name-body", "field-body", "node-body", "news-content", "news-text", "article-content-body", "caas-body", "wysiwyg",
				"article-body-commercial-selector", "article-main-body", "artikel-text", "rich-text", "richtext", "article-paragraphs":
				return true
			}
		}
	}
	return false
}

// choose gives every block that is no part of the report its reason.
func choose(t *tree, blocks []block, title string) {
	main := mainElement(t, blocks)
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.why != "":
		case main == nil || !contains(main, b.node):
			b.why = whyOutside
		case strings.EqualFold(b.text, title):
			b.why = whyHeadline
		case isCopyright(b.text):
			b.why = whyFooter
		case b.links() && b.words <= longestLink && !b.heading:
			b.why = whyLink
		}
	}
	trimEnds(blocks)
	emptyHeadings(blocks)
}

func isCopyright(s string) bool {
	return strings.HasPrefix(s, "©") || strings.HasPrefix(s, "Copyright ©") || strings.HasPrefix(s, "(c) 20") || strings.HasPrefix(s, "Copyright 20")
}

// longestLink is how many words a block that is a link has at most; longer ones
// are paragraphs that somebody linked.
const longestLink = 30

// trimEnds takes the scraps before the first and behind the last paragraph
// away: dates, names, sections.
func trimEnds(blocks []block) {
	first, last := -1, -1
	for i := range blocks {
		b := &blocks[i]
		if b.why == "" && (b.good() || b.ended && b.words >= minRest && !b.heading || b.words >= minStandfirst && !b.links() && (first < 0 || !b.heading)) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i := range blocks {
		if b := &blocks[i]; b.why == "" && (i < first || i > last) {
			b.why = whyOutside
		}
	}
}

// Lengths in words of what stays at either end.
const (
	minRest       = 4 // a sentence
	minStandfirst = 8 // a standfirst without a stop, often a heading; behind the text, a paragraph without one
)

// emptyHeadings drops headings under which nothing is left.
func emptyHeadings(blocks []block) {
	kept := false
	for i := len(blocks) - 1; i >= 0; i-- {
		switch b := &blocks[i]; {
		case b.why != "":
		case b.heading && !kept:
			b.why = whyEmpty
		default:
			kept = !b.heading
		}
	}
}
