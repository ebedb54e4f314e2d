package source

import (
	"bytes"
	"encoding/json"
	"mime"
	"path"
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/archive"
	"github.com/factdiff/factdiff/nlp/source/internal/draft"
	"github.com/factdiff/factdiff/nlp/source/internal/feed"
)

// format is a kind of file.
type format int

const (
	formatText format = iota
	formatMarkdown
	formatHTML
	formatJSON
	formatFeed
	formatMail // or MHTML, which is one
	formatWARC
	formatPDF
	formatZip // an archive that is no office document
	formatOffice97
	formatRTF
	formatImage
	formatCompressed
	formatBinary
)

func (f format) String() string {
	switch f {
	case formatText:
		return "text"
	case formatMarkdown:
		return "Markdown"
	case formatHTML:
		return "HTML"
	case formatJSON:
		return "JSON"
	case formatFeed:
		return "feed"
	case formatMail:
		return "message"
	case formatWARC:
		return "WARC"
	case formatPDF:
		return "PDF"
	case formatZip:
		return "zip"
	case formatOffice97:
		return "Office 97"
	case formatRTF:
		return "RTF"
	case formatImage:
		return "image"
	case formatCompressed:
		return "compressed"
	case formatBinary:
		return "binary"
	}
	panic("source: unknown format")
}

// magics are the first bytes of formats.
var magics = [...]struct {
	magic  string
	format format
}{
	{"%PDF-", formatPDF},
	{"PK\x03\x04", formatZip},
	{"\xd0\xcf\x11\xe0", formatOffice97},
	{"{\\rtf", formatRTF},
	{"\x89PNG", formatImage},
	{"\xff\xd8\xff", formatImage},
	{"GIF8", formatImage},
	{"\x1f\x8b", formatCompressed},
}

// htmlStarts are how pages begin, in lower case.
var htmlStarts = [...]string{"<!doctype html", "<html", "<head", "<body"}

// maxStart bounds the bytes that are looked at to tell a format: comments and
// XML declarations may stand before the first tag.
const maxStart = 1024

// detect tells what a file is by its first bytes, then by its content type and
// name.
func detect(in Input) format {
	ending := strings.ToLower(path.Ext(in.Name))
	if bytes.HasPrefix(in.Data, []byte("WARC/")) || bytes.HasPrefix(in.Data, []byte("\x1f\x8b")) && strings.HasSuffix(strings.ToLower(in.Name), ".warc.gz") {
		return formatWARC
	}
	for _, m := range magics {
		if bytes.HasPrefix(in.Data, []byte(m.magic)) {
			return m.format
		}
	}
	kind, _, _ := mime.ParseMediaType(in.ContentType)
	start := bytes.ToLower(asciiStart(in.Data))
	if feed.Looks(start) {
		return formatFeed
	}
	if len(start) > 0 && (start[0] == '{' || start[0] == '[') && (ending == ".json" || ending == ".jsonl" || ending == ".ndjson" || strings.HasSuffix(kind, "json") || json.Valid(firstValue(in.Data))) {
		return formatJSON
	}
	if looksHTML(start) || kind == "text/html" || kind == "application/xhtml+xml" || isTagged(start) && (ending == ".html" || ending == ".htm" || ending == ".xhtml") {
		return formatHTML
	}
	if draft.IsBinary(in.Data) {
		return formatBinary
	}
	if archive.LooksMail(in.Data) {
		return formatMail
	}
	if ending == ".md" || ending == ".markdown" || kind == "text/markdown" {
		return formatMarkdown
	}
	return formatText
}

// firstValue is the first line of a file that could be JSON Lines, or the whole
// of one that could not.
func firstValue(data []byte) []byte {
	data = bytes.TrimSpace(data)
	if line, _, ok := bytes.Cut(data, []byte("\n")); ok && bytes.HasSuffix(bytes.TrimSpace(line), []byte("}")) {
		return line
	}
	return data
}

// asciiStart is the first bytes of a file without byte order mark, white space
// and the zeros of UTF-16.
func asciiStart(data []byte) []byte {
	start := data[:min(len(data), maxStart)]
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		start = bytes.TrimPrefix(start, []byte(mark))
	}
	if bytes.IndexByte(start, 0) >= 0 {
		start = bytes.ReplaceAll(start, []byte{0}, nil)
	}
	return bytes.TrimSpace(start)
}

// looksHTML reports the beginning of a page: its first tag, with comments and
// an XML declaration before it.
func looksHTML(start []byte) bool {
	for _, tag := range htmlStarts {
		if bytes.HasPrefix(start, []byte(tag)) {
			return true
		}
		if (bytes.HasPrefix(start, []byte("<?xml")) || bytes.HasPrefix(start, []byte("<!--"))) && bytes.Contains(start, []byte(tag)) {
			return true
		}
	}
	return false
}

// isTagged reports that a file begins with a tag.
func isTagged(start []byte) bool {
	return len(start) > 2 && start[0] == '<' && (start[1] >= 'a' && start[1] <= 'z' || start[1] == '!')
}

// charsetOf is the encoding that a content type names, or "".
func charsetOf(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return params["charset"]
}

// refusal says why a file of the format is not read.
func refusal(f format) *draft.Problem {
	switch f {
	case formatZip:
		return &draft.Problem{What: "is a zip archive", Mend: "unpack it and name the files in it"}
	case formatOffice97:
		return &draft.Problem{What: "is an office document of the kind before 2007", Mend: "save it as DOCX, ODT or text"}
	case formatImage:
		return &draft.Problem{What: "is an image", Mend: "give the report's text"}
	case formatCompressed:
		return &draft.Problem{What: "is compressed", Mend: "unpack it first"}
	}
	return &draft.Problem{What: "is binary data, not text", Mend: "give text, Markdown, HTML, PDF, DOCX, ODT, RTF or JSON"}
}
