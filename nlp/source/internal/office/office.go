// Package office reads word processor files: DOCX, ODT and RTF. It takes the
// paragraphs, without headers, footers, notes, deleted text and comments, and
// counts in paragraphs where other readers count in lines.
package office

import (
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// Bounds on a file; a book has some hundred thousand words.
const (
	maxPart  = 8 << 20 // bytes of one part of an archive, unpacked
	maxText  = 2 << 20 // bytes of paragraphs: more than a report may have, and what follows is not kept
	maxFiles = 4000    // entries of an archive
	maxDepth = 256     // elements around one another
)

// document collects paragraphs.
type document struct {
	title      string // from the style or the properties
	styled     bool   // title is a paragraph of its own
	author     string
	paragraphs []string
	size       int // bytes of the paragraphs
}

// add appends a paragraph; one in the style of titles is the headline, if it is
// the first.
func (d *document) add(text, style string) {
	text = tidy(text)
	if text == "" || d.size > maxText {
		return
	}
	if strings.EqualFold(style, "title") && !d.styled {
		d.title, d.styled = text, true
		return
	}
	if strings.HasPrefix(strings.ToLower(style), "caption") || strings.EqualFold(style, "footer") || strings.EqualFold(style, "header") {
		return
	}
	d.paragraphs = append(d.paragraphs, text)
	d.size += len(text) + len("\n\n")
}

// tidy keeps the lines of a paragraph and nothing around them.
func tidy(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// report makes the report of a document.
func (d *document) report(format string) (*draft.Report, error) {
	if len(d.paragraphs) == 0 && !d.styled {
		return nil, &draft.Problem{What: "holds no text", Mend: "save it again with its text, or give the text"}
	}
	var u draft.Units
	n, size := 0, 0
	if d.styled {
		n++
		u.Add(strings.ReplaceAll(d.title, "\n", " "), n)
		size = u.Len()
	}
	for _, p := range d.paragraphs {
		n++
		u.Add(p, n)
	}
	r := u.Report(format, "paragraph", size)
	r.Author = d.author
	return r, nil
}

func damaged(what string) *draft.Problem {
	return &draft.Problem{What: "is a damaged " + what, Mend: "open it in a word processor and save it again, or give its text"}
}
