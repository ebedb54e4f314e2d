// Package source turns the bytes of a report into an Article: plain text,
// Markdown, HTML, PDF, office documents, articles in JSON, archives of pages.
// It finds out what a file is by its bytes, mends encodings, control characters
// and line ends, drops markup and what is no part of the report, and keeps the
// way back from every byte of the article's text to the file. It opens no file
// and asks no network.
package source

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source/internal/draft"
	"github.com/factdiff/factdiff/nlp/source/internal/feed"
	"github.com/factdiff/factdiff/nlp/source/internal/office"
	"github.com/factdiff/factdiff/nlp/source/internal/page"
	"github.com/factdiff/factdiff/nlp/source/pdf"
)

// MaxText is the largest report that is read, in bytes of UTF-8: 1 MB, some
// 170,000 words, a hundred times a long report. What is larger is an archive
// or a mistake.
const MaxText = 1 << 20

// MaxFile is the largest file that is read, in bytes. Pages are saved with
// their pictures inside, and PDFs hold photographs; beyond that, memory would
// no longer stay within what a small machine has.
const MaxFile = 32 << 20

// Error says which input could not be read and what would mend it.
type Error struct {
	Name string // path, address or "-"
	Line int    // 1-based line of the file; 0 where the whole file is meant
	What string // what is wrong: "is empty"
	Mend string // what to do about it
}

// Error is the place, what is wrong there and what would mend it, in one line.
func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s; %s", e.Name, e.Line, e.What, e.Mend)
	}
	return e.Name + ": " + e.What + "; " + e.Mend
}

// Input is the bytes of one report and what is known of them from outside.
type Input struct {
	Name        string // how the user called it: path, address or "-"
	URL         string // the address the bytes came from, after redirects; "" for a file
	ContentType string // of the response that brought them, as it stood there; "" for a file
	Data        []byte

	part *nlp.Span  // the article in a JSON file
	item *feed.Item // the item of a feed
	feed string     // its name
	warc bool       // Data is a page of a web archive
}

// Options say how inputs are read. The zero value serves.
type Options struct {
	// AnyLanguage reads reports in other languages than English, too.
	AnyLanguage bool
	// Fields are the keys of articles in JSON by the names of Fields; a name
	// that is missing is looked for under the usual keys.
	Fields map[string]string
	// PDF takes the text out of a PDF; nil refuses PDFs. pdf.Extract does it,
	// but hostile files make it use any amount of memory and time: programs
	// that read other people's files call it in a process with limits.
	PDF func(data []byte) (*pdf.Document, error)
}

// Read reads a file of which nothing is known but its name and bytes: it is
// ReadInput without options.
func Read(name string, data []byte) (*nlp.Article, error) {
	return ReadInput(Input{Name: name, Data: data}, Options{})
}

// ReadInput turns the bytes of a report into an article. What the file is, its
// bytes decide; where they leave it open, the content type and the ending of
// the name do. The article's text is the headline, a blank line and the body; a
// first line of the body that repeats the headline is left out. The error is an
// *Error.
func ReadInput(in Input, opt Options) (*nlp.Article, error) {
	r, err := read(in, opt)
	if err != nil {
		return nil, named(in.Name, err)
	}
	readLead(r)
	article, err := build(in, r)
	if err == nil {
		err = checkLanguage(article, opt)
	}
	if err != nil {
		return nil, named(in.Name, err)
	}
	return article, nil
}

// named puts the input's name to what is wrong with it.
func named(name string, err error) *Error {
	var p *draft.Problem
	if !errors.As(err, &p) {
		p = &draft.Problem{What: "cannot be read (" + err.Error() + ")", Mend: "save it as text"}
	}
	return &Error{Name: name, Line: p.Line, What: p.What, Mend: p.Mend}
}

// read gives the bytes to the reader of their format.
func read(in Input, opt Options) (*draft.Report, error) {
	if len(in.Data) > MaxFile {
		return nil, tooLarge(len(in.Data))
	}
	if in.item != nil {
		return readItem(in.item, in.feed)
	}
	switch f := detect(in); f {
	case formatJSON:
		if in.part == nil {
			return one(in, opt)
		}
		return readJSON(in, opt)
	case formatFeed, formatWARC:
		return one(in, opt)
	case formatMail:
		return readMail(in, opt)
	case formatHTML:
		r, err := page.Read(in.Data, charsetOf(in.ContentType))
		if err == nil && in.warc {
			r.Format = formatWARC.String()
			r.Notes = append(r.Notes, "lines are those of the page within the archive")
		}
		return r, err
	case formatText, formatMarkdown:
		return readText(in, f == formatMarkdown)
	case formatPDF:
		return readPDF(in, opt)
	case formatZip:
		switch office.Kind(in.Data) {
		case "DOCX":
			return office.DOCX(in.Data)
		case "ODT":
			return office.ODT(in.Data)
		}
		return nil, refusal(f)
	case formatRTF:
		return office.RTF(in.Data)
	default:
		return nil, refusal(f)
	}
}

// build puts headline, blank line and body together.
func build(in Input, r *draft.Report) (*nlp.Article, error) {
	if blank(r.Body.Text) && blank(r.Title.Text) {
		return nil, &draft.Problem{What: "is empty", Mend: "put the report's text into it"}
	}
	if n := len(r.Title.Text) + len(r.Body.Text); n > MaxText {
		return nil, tooLarge(n)
	}
	a := &nlp.Article{
		Name: in.Name, Outlet: r.Outlet, Author: r.Author, URL: cmp.Or(r.URL, in.URL), Agency: r.Agency, Dateline: r.Dateline, Format: r.Format,
		Published: r.Published.Time, DateOnly: r.Published.DateOnly, Modified: r.Modified.Time,
		Notes: append(r.File.Notes, r.Notes...), Dropped: r.Dropped,
	}
	text := compose(&r.Title, &r.Body, a)
	a.Text = string(text.Text)
	a.Corrections = findCorrections(a.Text, len(a.Headline))
	a.Origin = nlp.Origin{Anchors: text.Anchors, Lines: r.File.Lines, Unit: r.Unit}
	return a, nil
}

// findCorrections is the paragraphs behind byte from in which the outlet tells
// of a correction or an update.
func findCorrections(text string, from int) (found []nlp.Span) {
	for at := from; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if draft.IsCorrection(text[at:end]) {
			found = append(found, nlp.Span{Start: at, End: end})
		}
		at = end + 1
	}
	return found
}

// compose puts the headline, a blank line and the body together and sets the
// article's headline.
func compose(title, body *draft.View, article *nlp.Article) *draft.View {
	lineStart, lineEnd := firstLine(body.Text)
	line := body.Part(lineStart, lineEnd)
	rest := lineEnd
	headline := line
	if len(title.Text) > 0 {
		headline = title
		if !strings.EqualFold(fold(title.Text), fold(line.Text)) {
			rest = 0
		}
	}
	article.Headline = string(headline.Text)
	text := &draft.View{}
	text.Add(headline, 0, len(headline.Text))
	from, to := trim(body.Text, rest, len(body.Text))
	if from < to {
		text.Insert("\n\n", body.FileOffset(from))
		text.Add(body, from, to)
	}
	return text
}

func tooLarge(size int) *draft.Problem {
	return &draft.Problem{What: fmt.Sprintf("is too large for one report: %d bytes, at most %d are read", size, MaxText),
		Mend: "split it into one file a report"}
}
