package nlp

import (
	"sort"
	"time"
)

// Article is one report as received: never changed after it was read.
type Article struct {
	Name      string    // path, URL or "-": how the user called it
	Headline  string    // front matter title, else the first line
	Outlet    string    // who published it; "" if unknown
	Author    string    // byline; "" if unknown
	URL       string    // where it was published; "" if unknown
	Published time.Time // publication time; zero if unknown
	DateOnly  bool      // Published is a day, its clock time is not known
	Modified  time.Time // last change that the report tells of; zero if unknown
	Agency    string    // news agency the report names as its origin, "Reuters"; "" if none
	Dateline  string    // where it was written, as its dateline says: "BERLIN"; "" if none
	Language  string    // ISO 639-1 code; "" if the text is too short to tell
	Format    string    // what kind of file it was read from: "text", "Markdown", "HTML"
	Text      string    // valid UTF-8: the headline, a blank line, the body
	Notes     []string  // what had to be mended while reading, in plain words
	Fetched   *Fetched  // how it came from the web; nil for a file

	// Corrections are the parts of Text in which the outlet tells of a
	// correction or an update of its own report, in order.
	Corrections []Span
	// Dropped is what the file holds besides the report, in order.
	Dropped []Dropped

	Origin Origin // the way back from Text to the file
}

// Fetched says which bytes of the web an article was read from. The time is
// not in it: the same bytes make the same report.
type Fetched struct {
	URL      string // address asked for, without its fragment
	FinalURL string // address of the page, after redirects
	SHA256   string // of the page's bytes, in hexadecimal
}

// HeadlineSpan is the part of Text that is the headline.
func (a *Article) HeadlineSpan() Span { return Span{0, len(a.Headline)} }

// Slice returns the bytes of the span. It panics if the span is out of range,
// which Document.Validate rules out.
func (a *Article) Slice(s Span) string { return a.Text[s.Start:s.End] }

// Dropped is a part of a file that is no part of the report.
type Dropped struct {
	Why  string // "caption", "navigation": what it was taken for
	Text string // how it begins, on one line
	Line int    // 1-based, as Origin counts
}

// Origin maps offsets of Article.Text back to the file the article was read
// from. Anchors are sorted by Text; between two anchors the bytes run in step.
type Origin struct {
	Anchors []Anchor
	Lines   []int  // byte offset of each line's first byte in the file
	Unit    string // what a line is: "page" or "paragraph" in formats without lines; "" is a line
}

// Anchor says that byte Text of Article.Text was byte File of the file.
type Anchor struct{ Text, File int }

// FileOffset is the byte offset in the file of byte off of Article.Text.
func (o Origin) FileOffset(off int) int {
	i := sort.Search(len(o.Anchors), func(i int) bool { return o.Anchors[i].Text > off })
	if i == 0 {
		return off
	}
	a := o.Anchors[i-1]
	return a.File + off - a.Text
}

// LineColumn is the 1-based line and 1-based byte column in the file of byte
// off of Article.Text; it is 1, off+1 where no line table is known.
func (o Origin) LineColumn(off int) (line, column int) {
	file := o.FileOffset(off)
	i := sort.Search(len(o.Lines), func(i int) bool { return o.Lines[i] > file })
	if i == 0 {
		return 1, file + 1
	}
	return i, file - o.Lines[i-1] + 1
}
