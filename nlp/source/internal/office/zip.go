package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// Kind tells what an archive is: "DOCX", "ODT", or "" for any other.
func Kind(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) > maxFiles {
		// The names of the first entries are in clear.
		head := data[:min(len(data), 4096)]
		switch {
		case bytes.Contains(head, []byte("[Content_Types].xml")) || bytes.Contains(head, []byte("word/")):
			return "DOCX"
		case bytes.Contains(head, []byte("application/vnd.oasis.opendocument.text")):
			return "ODT"
		}
		return ""
	}
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return "DOCX"
		case "content.xml":
			return "ODT"
		}
	}
	return ""
}

// open reads the directory of an archive.
func open(data []byte, what string) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged(what)
	}
	if len(z.File) > maxFiles {
		return nil, &draft.Problem{What: fmt.Sprintf("holds %d files, at most %d are read", len(z.File), maxFiles), Mend: "give the report's text alone"}
	}
	return z, nil
}

// part unpacks one file of an archive; ok is false where it is missing.
func part(z *zip.Reader, name, what string) (data []byte, ok bool, err error) {
	for _, f := range z.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, true, damaged(what)
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
		if err != nil {
			return nil, true, damaged(what)
		}
		if len(data) > maxPart {
			return nil, true, &draft.Problem{What: fmt.Sprintf("unpacks to more than %d bytes", maxPart), Mend: "give the report's text alone"}
		}
		return data, true, nil
	}
	return nil, false, nil
}

// walk goes through XML: start is called with an element's name without its
// prefix and tells whether to read what it holds, end when it is over, text for
// what stands between tags.
func walk(data []byte, what string, start func(name string, attr func(string) string) bool, end func(name string), text func(string)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	depth, skip := 0, 0 // skip is the depth of the element that is left out
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			if depth > 0 {
				return damaged(what)
			}
			return nil
		}
		if err != nil {
			return damaged(what)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return &draft.Problem{What: fmt.Sprintf("nests deeper than %d elements", maxDepth), Mend: "give the report's text alone"}
			}
			if skip == 0 && !start(token.Name.Local, func(name string) string { return attribute(token, name) }) {
				skip = depth
			}
		case xml.EndElement:
			if depth == 0 {
				return damaged(what)
			}
			if skip == 0 {
				end(token.Name.Local)
			}
			if skip == depth {
				skip = 0
			}
			depth--
		case xml.CharData:
			if skip == 0 {
				text(string(token))
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// property is the text of the first element of the name in a file of
// properties.
func property(data []byte, name string) string {
	var b strings.Builder
	inside := false
	// What cannot be read has no properties.
	_ = walk(data, "", func(n string, _ func(string) string) bool { inside = inside || n == name && b.Len() == 0; return true },
		func(n string) { inside = inside && n != name }, func(s string) {
			if inside {
				b.WriteString(s)
			}
		})
	return strings.Join(strings.Fields(b.String()), " ")
}

// person is the author that the properties name, unless it is the name of a
// program or an account.
func person(name string) string {
	low := strings.ToLower(name)
	for _, word := range []string{"docx", "admin", "user", "office", "microsoft", "unknown", "owner", "author", "@"} {
		if strings.Contains(low, word) {
			return ""
		}
	}
	if !strings.Contains(name, " ") {
		return ""
	}
	return draft.Byline(name)
}
