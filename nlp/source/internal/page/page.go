// Package page reads HTML: it finds the report among what a page holds besides,
// and what the page says of it. The page is parsed by golang.org/x/net/html;
// which of its parts is the report is decided here, because the libraries that
// do so either cost every start of the program a quarter of a second or are no
// longer kept, lose the way back to the file, and were not better (README).
package page

import (
	"bytes"
	"html"
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// Read reads a page; charset is what the response that brought it says of its
// encoding. The error is a *draft.Problem.
func Read(data []byte, charset string) (*draft.Report, error) {
	file := draft.Decode(data, charset, declared(data))
	t, err := parse(file)
	if err != nil {
		return nil, err
	}
	r := &draft.Report{File: file, Format: "HTML"}
	m := readMetadata(t)
	blocks := flatten(t)
	headline := m.headline(t, blocks)
	choose(t, blocks, headline.text)
	rescueNotes(blocks)
	t.emit(r, blocks, headline)
	m.linked.restore(r)
	if len(bytes.TrimSpace(r.Body.Text)) == 0 {
		return nil, &draft.Problem{What: "is a page without the text of a report", Mend: "save the page after it was shown in full, or save its text"}
	}
	m.fill(r, t, blocks)
	return r, nil
}

// ReadView reads HTML that is known to be the body of a report: what an API or a
// feed holds. Its headline is told elsewhere. The error is a *draft.Problem.
func ReadView(file *draft.File, headline string) (*draft.Report, error) {
	t, err := parse(file)
	if err != nil {
		return nil, err
	}
	r := &draft.Report{File: file, Format: "HTML"}
	blocks := flatten(t)
	for i := range blocks {
		switch b := &blocks[i]; {
		case b.why != "":
		case strings.EqualFold(b.text, headline):
			b.why = whyHeadline
		case b.links() && b.words <= longestLink:
			b.why = whyLink
		}
	}
	t.emit(r, blocks, title{block: -1, at: -1})
	r.Title = draft.View{}
	return r, nil
}

// emit writes headline and body and lists what is left out.
func (t *tree) emit(r *draft.Report, blocks []block, headline title) {
	if headline.block >= 0 {
		t.words(&r.Title, &blocks[headline.block])
	} else {
		blankIf(&r.Title, headline.text, t.file.FileOffset(max(headline.at, 0)))
	}
	before := ""
	for i := range blocks {
		b := &blocks[i]
		if b.why == "" {
			t.paragraph(&r.Body, b)
			before = ""
			continue
		}
		if i == headline.block || b.why == whyHeadline {
			continue
		}
		if b.why != before || b.why != whyOutside && b.why != whyNavigation { // menus are told once
			r.Drop(b.why, b.text, t.file.FileOffset(b.from()))
		}
		before = b.why
	}
}

// restoreFactor is how many times longer the text in JSON-LD must be than the
// one on the page to be taken: pages that are built in the browser hold no more
// than a teaser.
const restoreFactor = 3

// restore takes the report's text from JSON-LD where the page itself holds none
// worth the name. It has no place but the script's.
func (l *linked) restore(r *draft.Report) {
	if len(l.body) <= restoreFactor*len(r.Body.Text) {
		return
	}
	r.Body = draft.View{}
	at := r.File.FileOffset(l.at)
	for line := range strings.Lines(l.body) {
		if line = oneLine(line); line == "" {
			continue
		}
		if len(r.Body.Text) > 0 {
			r.Body.Insert("\n\n", at)
		}
		r.Body.Insert(line, at)
	}
	r.Notes = append(r.Notes, "the page shows no text without its scripts; read from its JSON-LD")
}

// from is the byte of the decoded file where the block begins.
func (b *block) from() int {
	for _, p := range b.parts {
		if p.kind == partText {
			return p.piece.from
		}
	}
	return 0
}

// paragraph appends a block and a blank line before it.
func (t *tree) paragraph(v *draft.View, b *block) {
	if n := len(v.Text); n > 0 {
		v.Insert("\n\n", t.file.FileOffset(b.from()))
	}
	t.words(v, b)
}

// words appends the words of a block.
func (t *tree) words(v *draft.View, b *block) {
	start := len(v.Text)
	blank := false
	for _, p := range b.parts {
		switch p.kind {
		case partText:
			if blank && len(v.Text) > start {
				blankIf(v, " ", t.file.FileOffset(p.piece.from))
			}
			blank = false
			t.add(v, p.piece)
		case partBreak:
			if len(v.Text) > start {
				v.TrimRight()
				v.Insert("\n", v.FileOffset(len(v.Text)))
			}
			blank = false
		default:
			blank = true
		}
	}
	v.TrimRight()
}

// plain is the text of a piece.
func (t *tree) plain(p piece) string {
	return html.UnescapeString(string(t.file.Text[p.from:p.to]))
}

// maxPrescan is how many bytes at the start of a page are searched for the name
// of its encoding; browsers take 1024, but pages put comments before it.
const maxPrescan = 4096

// declared is the encoding that the page itself names, or "".
func declared(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), maxPrescan)])
	for at := 0; ; {
		i := bytes.Index(head[at:], []byte("<"))
		if i < 0 {
			return ""
		}
		at += i + 1
		end := bytes.IndexByte(head[at:], '>')
		if end < 0 {
			return ""
		}
		tag := head[at : at+end]
		key := "charset="
		if bytes.HasPrefix(tag, []byte("?xml")) {
			key = "encoding="
		} else if !bytes.HasPrefix(tag, []byte("meta")) {
			continue
		}
		if _, after, ok := bytes.Cut(tag, []byte(key)); ok {
			name := strings.TrimLeft(string(after), `"' `)
			if n := strings.IndexAny(name, `"' ;/?`); n >= 0 {
				name = name[:n]
			}
			return name
		}
	}
}

// rescueNotes takes corrections back that stand in a footer or an aside.
func rescueNotes(blocks []block) {
	for i := range blocks {
		switch b := &blocks[i]; b.why {
		case whyFooter, whyAside, whyOutside, whyNotice, whyByline:
			if draft.IsCorrection(b.text) && !b.links() {
				b.why = ""
			}
		}
	}
}
