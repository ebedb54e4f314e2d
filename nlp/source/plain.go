package source

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// readText reads plain text or Markdown, with or without YAML front matter.
func readText(in Input, markdown bool) (*draft.Report, error) {
	if len(in.Data) > 2*MaxText+2 { // twice: UTF-16 takes two bytes a letter
		return nil, tooLarge(len(in.Data))
	}
	file := draft.Decode(in.Data, charsetOf(in.ContentType))
	if file.Cut || len(file.Text) > MaxText {
		return nil, tooLarge(len(file.Text))
	}
	head, rest, err := frontMatter(&file.View)
	if err != nil {
		return nil, err
	}
	r := &draft.Report{
		File: file, Title: *head.title, Format: formatText.String(), Outlet: head.outlet, Author: head.author, URL: head.url,
		Published: head.published, Modified: head.modified, Notes: head.notes,
	}
	body := file.Part(rest, len(file.Text))
	if markdown {
		r.Format = formatMarkdown.String()
		body = stripMarkdown(body)
	}
	if blank(body.Text) && rest > 0 {
		return nil, &draft.Problem{What: "has front matter but no text", Mend: "put the report's text below the second ---"}
	}
	r.Body = *body
	if blank(body.Text) {
		r.Title = draft.View{}
	}
	return r, nil
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
