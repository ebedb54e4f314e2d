// Package source turns the bytes of a report into an Article: plain text or
// Markdown, with or without YAML front matter. It mends encodings, control
// characters and line ends, drops the markup of Markdown, and keeps the way
// back from every byte of the article's text to the file. It guesses no
// language and opens no file.
package source

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
)

// MaxText is the largest report that is read, in bytes of UTF-8: 1 MB, some
// 170,000 words, a hundred times a long report. What is larger is an archive
// or a mistake.
const MaxText = 1 << 20

// Error says which input could not be read and what would mend it.
type Error struct {
	Name string // path or "-"
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
}

// Options say how inputs are read. The zero value serves.
type Options struct{}

// Read reads a file of which nothing is known but its name and bytes: it is
// ReadInput without options.
func Read(name string, data []byte) (*nlp.Article, error) {
	return ReadInput(Input{Name: name, Data: data}, Options{})
}

// ReadInput turns the bytes of a plain text or Markdown file, with or without
// YAML front matter, into an article. A name that ends in .md or .markdown makes it
// Markdown. The article's text is the headline (the title of the front matter,
// else the first line that is not blank), a blank line and the rest; a first
// line that repeats the title is left out. The error is an *Error.
func ReadInput(in Input, _ Options) (*nlp.Article, error) {
	name, data := in.Name, in.Data
	if err := refuse(name, data); err != nil {
		return nil, err
	}
	file := decode(data)
	if len(file.text) > MaxText {
		return nil, tooLarge(name, len(file.text))
	}
	article := &nlp.Article{Name: name, Notes: file.notes}
	head, rest, err := frontMatter(name, &file.view)
	if err != nil {
		return nil, err
	}
	article.Outlet, article.Author, article.URL = head.outlet, head.author, cmp.Or(head.url, in.URL)
	article.Published, article.DateOnly = head.published, head.dateOnly
	article.Notes = append(article.Notes, head.notes...)
	body := file.part(rest, len(file.text))
	if isMarkdown(name) {
		body = stripMarkdown(body)
	}
	if blank(body.text) {
		return nil, noText(name, rest > 0)
	}
	text := compose(head.title, body, article)
	article.Text = string(text.text)
	article.Origin = nlp.Origin{Anchors: text.anchors, Lines: file.lines}
	return article, nil
}

// compose puts the headline, a blank line and the body together and sets the
// article's headline.
func compose(title, body *view, article *nlp.Article) *view {
	lineStart, lineEnd := firstLine(body.text)
	line := body.part(lineStart, lineEnd)
	rest := lineEnd
	headline := line
	if len(title.text) > 0 {
		headline = title
		if !strings.EqualFold(fold(title.text), fold(line.text)) {
			rest = 0
		}
	}
	article.Headline = string(headline.text)
	text := &view{}
	text.add(headline, 0, len(headline.text))
	from, to := trim(body.text, rest, len(body.text))
	if from < to {
		gap := body.fileOffset(from)
		text.insert("\n\n", gap)
		text.add(body, from, to)
	}
	return text
}

// firstLine is the range of the first line that is not blank, without the
// white space around it.
func firstLine(text []byte) (start, end int) {
	start, _ = trim(text, 0, len(text))
	end = start
	for end < len(text) && text[end] != '\n' {
		end++
	}
	return trim(text, start, end)
}

// trim narrows [from, to) until it neither begins nor ends with white space.
func trim(text []byte, from, to int) (int, int) {
	part := text[from:to]
	left := len(part) - len(bytes.TrimLeftFunc(part, unicode.IsSpace))
	right := len(part) - len(bytes.TrimRightFunc(part, unicode.IsSpace))
	if left == len(part) {
		return from, from
	}
	return from + left, to - right
}

// fold is the text with every run of white space as one blank.
func fold(text []byte) string { return strings.Join(strings.Fields(string(text)), " ") }

// blank reports whether nothing but white space and replaced bytes is left.
func blank(text []byte) bool {
	return len(bytes.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == utf8.RuneError })) == 0
}

func isMarkdown(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".markdown")
}

func tooLarge(name string, size int) *Error {
	return &Error{Name: name, What: fmt.Sprintf("is too large for one report: %d bytes, at most %d are read", size, MaxText),
		Mend: "split it into one file a report"}
}

func noText(name string, hasFrontMatter bool) *Error {
	if hasFrontMatter {
		return &Error{Name: name, What: "has front matter but no text", Mend: "put the report's text below the second ---"}
	}
	return &Error{Name: name, What: "is empty", Mend: "put the report's text into it"}
}
