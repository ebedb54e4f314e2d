package page

import (
	"bytes"
	"html"
	"io"
	"strconv"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// The parser makes a tree but does not tell where in the file its texts stood.
// So each text of the file is replaced by a mark with its number before it is
// parsed; wherever the parser moves the mark, the number leads back to the
// bytes. Blanks around a text stay, because the parser treats them apart.

// mark and markEnd enclose the number of a piece of text; they are private-use
// characters, and all text that could hold them is replaced.
const (
	mark    = '\ue000'
	markEnd = '\ue001'
)

// maxMarks bounds the tags and texts of a page; the largest news pages have some
// 10,000 elements.
const maxMarks = 400_000

// tree is a parsed page.
type tree struct {
	file   *draft.File
	root   *xhtml.Node
	pieces []piece
}

// piece is a text between two tags, without the blanks around it: bytes of the
// decoded file.
type piece struct{ from, to int }

// parse makes a tree of a page.
func parse(file *draft.File) (*tree, error) {
	if file.Cut {
		return nil, &draft.Problem{What: "is too large for a page: more than " + strconv.Itoa(draft.MaxDecoded) + " bytes", Mend: "save the report's text alone"}
	}
	t := &tree{file: file}
	shadow, err := t.shadow()
	if err != nil {
		return nil, err
	}
	t.root, err = xhtml.Parse(bytes.NewReader(shadow))
	if err != nil {
		return nil, &draft.Problem{What: "is HTML nested too deeply", Mend: "save the report's text alone"}
	}
	return t, nil
}

// shadow is the page with marks instead of texts.
func (t *tree) shadow() ([]byte, error) {
	out := make([]byte, 0, len(t.file.Text))
	z := xhtml.NewTokenizer(bytes.NewReader(t.file.Text))
	at, n := 0, 0
	for {
		kind := z.Next()
		raw := z.Raw()
		from := at
		at += len(raw)
		if n++; n > maxMarks {
			return nil, &draft.Problem{What: "is HTML of more than " + strconv.Itoa(maxMarks) + " tags", Mend: "save the report's text alone"}
		}
		switch kind {
		case xhtml.ErrorToken:
			if z.Err() == io.EOF {
				return out, nil
			}
			return nil, z.Err()
		case xhtml.TextToken:
			left := len(raw) - len(bytes.TrimLeft(raw, " \t\n\r\f"))
			if left == len(raw) {
				out = append(out, raw...)
				continue
			}
			right := len(raw) - len(bytes.TrimRight(raw, " \t\n\r\f"))
			out = append(out, raw[:left]...)
			out = append(out, string(mark)...)
			out = strconv.AppendInt(out, int64(len(t.pieces)), 10)
			out = append(out, string(markEnd)...)
			out = append(out, raw[len(raw)-right:]...)
			t.pieces = append(t.pieces, piece{from + left, at - right})
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			out = append(out, shorten(raw)...)
		case xhtml.EndTagToken:
			out = append(out, raw...)
		}
	}
}

// maxTag is how long a tag is before its attributes are looked at: saved pages
// hold pictures in them, which the parser would copy.
const maxTag = 4096

// shorten leaves out the addresses with data of a long tag; where it cannot be
// told what they are, only the name of the element stays.
func shorten(raw []byte) []byte {
	if len(raw) <= maxTag {
		return raw
	}
	name, _, _ := bytes.Cut(raw[1:], []byte(" "))
	if len(name) < 32 && bytes.HasPrefix(name, []byte("meta")) {
		return raw[:0]
	}
	if len(name) < 32 {
		return []byte("<" + string(bytes.TrimRight(name, ">/")) + ">")
	}
	return raw[:0]
}

// each calls f for every piece and blank of a text node, in order; a blank has
// no bytes.
func (t *tree) each(data string, f func(p piece, blank bool)) {
	for data != "" {
		switch data[0] {
		case ' ', '\t', '\n', '\r', '\f':
			data = strings.TrimLeft(data, " \t\n\r\f")
			f(piece{}, true)
			continue
		}
		rest, ok := strings.CutPrefix(data, string(mark))
		if !ok {
			return // what the parser made itself
		}
		number, after, ok := strings.Cut(rest, string(markEnd))
		n, err := strconv.Atoi(number)
		if !ok || err != nil || n >= len(t.pieces) {
			return
		}
		f(t.pieces[n], false)
		data = after
	}
}

// text is what a reader sees of a node and all below it, on one line.
func (t *tree) text(n *xhtml.Node) string {
	var b strings.Builder
	t.write(&b, n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (t *tree) write(b *strings.Builder, n *xhtml.Node) {
	if n.Type == xhtml.TextNode {
		t.each(n.Data, func(p piece, blank bool) {
			if blank {
				b.WriteByte(' ')
			} else {
				b.WriteString(html.UnescapeString(string(t.file.Text[p.from:p.to])))
			}
		})
		return
	}
	if n.Type == xhtml.ElementNode && (invisible(n.DataAtom) || n.DataAtom == atom.Br) {
		b.WriteByte(' ')
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.write(b, c)
	}
}

// raw is the bytes of a script as they stand.
func (t *tree) raw(n *xhtml.Node) []byte {
	var out []byte
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == xhtml.TextNode {
			t.each(c.Data, func(p piece, _ bool) { out = append(out, t.file.Text[p.from:p.to]...) })
		}
	}
	return out
}

// offset is the byte of the decoded file at which the text of a node begins, or
// -1 if it has none.
func (t *tree) offset(n *xhtml.Node) int {
	at := -1
	if n.Type == xhtml.TextNode {
		t.each(n.Data, func(p piece, blank bool) {
			if !blank && at < 0 {
				at = p.from
			}
		})
		return at
	}
	for c := n.FirstChild; c != nil && at < 0; c = c.NextSibling {
		at = t.offset(c)
	}
	return at
}

// add appends a piece to a view: runs of white space become one blank, and
// character references what they stand for.
func (t *tree) add(v *draft.View, p piece) {
	src := t.file.Text
	for i := p.from; i < p.to; {
		switch c := src[i]; {
		case c == '&':
			end := i + 1
			for end < p.to && end-i < maxReference && (src[end] == '#' || isAlnum(src[end])) {
				end++
			}
			if end < p.to && src[end] == ';' {
				end++
			}
			plain := html.UnescapeString(string(src[i:end]))
			if plain == string(src[i:end]) {
				v.Add(&t.file.View, i, end)
			} else {
				blankIf(v, plain, t.file.FileOffset(i))
			}
			i = end
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			blankIf(v, " ", t.file.FileOffset(i))
			i++
		default:
			end := i
			for end < p.to && src[end] != '&' && src[end] > ' ' {
				end++
			}
			if end == i { // a control character
				end++
			}
			v.Add(&t.file.View, i, end)
			i = end
		}
	}
}

// maxReference bounds a character reference: the longest name has 31 letters.
const maxReference = 34

// blankIf inserts s: white space only as one blank, and none behind another;
// controls are left out.
func blankIf(v *draft.View, s string, file int) {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == 0x85:
			return ' '
		case draft.IsControl(r) || r == '\u00ad' || r == '\u200b' || r == '\ufeff': // soft hyphens and joints of layout
			return -1
		}
		return r
	}, s)
	if s == " " && (len(v.Text) == 0 || v.Text[len(v.Text)-1] == ' ' || v.Text[len(v.Text)-1] == '\n') {
		return
	}
	v.Insert(s, file)
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func attr(n *xhtml.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttr(n *xhtml.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// invisible reports elements whose content nobody reads.
func invisible(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio,
		atom.Canvas, atom.Head, atom.Select, atom.Option, atom.Textarea, atom.Map, atom.Math, atom.Noframes, atom.Noembed, atom.Applet, atom.Datalist:
		return true
	}
	return false
}

// isBlock reports elements that stand apart from the text around them.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em,
		atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Output, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S,
		atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, atom.Img, atom.Br, 0:
		return false
	}
	return true
}
