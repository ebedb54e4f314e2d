package draft

import (
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
)

// Report is what a reader found in a file.
type Report struct {
	File      *File
	Title     View // headline; empty if none is given apart from the body
	Body      View // paragraphs, a blank line between them
	Format    string
	Unit      string // see nlp.Origin
	Outlet    string
	Author    string
	URL       string
	Agency    string
	Dateline  string
	Published Time
	Modified  Time
	Notes     []string
	Dropped   []nlp.Dropped
}

// Time is a time that may be a day only.
type Time struct {
	time.Time
	DateOnly bool
}

// maxDropped bounds how many parts a report lists as dropped: a page of links
// has thousands, and nobody reads them.
const maxDropped = 400

// maxExcerpt is how many bytes of a dropped part are shown.
const maxExcerpt = 160

// Drop notes that the text at byte off of the file is no part of the report.
func (r *Report) Drop(why, text string, off int) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" || len(r.Dropped) >= maxDropped {
		return
	}
	if len(text) > maxExcerpt {
		n := maxExcerpt
		for n > 0 && !utf8.RuneStart(text[n]) {
			n--
		}
		text = text[:n] + "…"
	}
	line := sort.SearchInts(r.File.Lines, off+1)
	r.Dropped = append(r.Dropped, nlp.Dropped{Why: why, Text: text, Line: max(line, 1)})
}
