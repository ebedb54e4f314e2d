// Package archive reads files that hold pages as they came over the wire:
// messages (EML), pages saved with their pictures (MHTML) and web archives
// (WARC).
package archive

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// Message is the text of a message.
type Message struct {
	Subject, From, Date string
	URL                 string // where a saved page stood; "" for mail
	ContentType         string
	Body                []byte
}

// Bounds on a message.
const (
	maxBody  = 16 << 20 // bytes of the text
	maxParts = 500
	maxNest  = 8
)

// LooksMail reports the head of a message: lines of "Name: value", two of them
// known.
func LooksMail(data []byte) bool {
	known := 0
	for i, line := range strings.SplitN(string(data[:min(len(data), 4096)]), "\n", 40) {
		line = strings.TrimSuffix(line, "\r")
		if line == "" {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if i == 0 {
				return false
			}
			continue
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " \t") || name == "" {
			return false
		}
		switch strings.ToLower(name) {
		case "mime-version", "content-type", "subject", "received", "message-id", "content-transfer-encoding", "return-path":
			known++
		}
	}
	return known >= 2
}

func damaged(what string) *draft.Problem {
	return &draft.Problem{What: "is a damaged " + what, Mend: "save the report again, as a page or as text"}
}

// Mail finds the text of a message: its first part in HTML, else in plain text.
// The error is a *draft.Problem.
func Mail(data []byte) (*Message, error) {
	r := bufio.NewReader(bytes.NewReader(data))
	head, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return nil, damaged("message")
	}
	m := &Message{Subject: words(head.Get("Subject")), From: name(words(head.Get("From"))), Date: date(head.Get("Date")), URL: head.Get("Snapshot-Content-Location")}
	f := &finder{message: m}
	f.part(head, r, 0)
	if f.text == nil {
		return nil, &draft.Problem{What: "is a message without a text", Mend: "save what is attached to it as a file"}
	}
	m.Body, m.ContentType = f.text, f.kind
	return m, nil
}

// finder looks for the text among the parts.
type finder struct {
	message *Message
	text    []byte
	kind    string
	html    bool
	parts   int
}

func (f *finder) part(head textproto.MIMEHeader, body io.Reader, depth int) {
	if f.parts++; f.parts > maxParts || depth > maxNest || f.html {
		return
	}
	kind := head.Get("Content-Type")
	if kind == "" {
		kind = "text/plain"
	}
	media, params, err := mime.ParseMediaType(kind)
	if err != nil {
		media = strings.ToLower(strings.TrimSpace(strings.Split(kind, ";")[0]))
	}
	if strings.HasPrefix(media, "multipart/") && params["boundary"] != "" {
		r := multipart.NewReader(body, params["boundary"])
		for {
			p, err := r.NextRawPart()
			if err != nil || f.parts >= maxParts {
				return
			}
			f.part(p.Header, p, depth+1)
		}
	}
	isHTML := media == "text/html" || media == "application/xhtml+xml"
	if disposition, _, _ := strings.Cut(head.Get("Content-Disposition"), ";"); strings.EqualFold(disposition, "attachment") || !isHTML && (media != "text/plain" || f.text != nil) {
		return
	}
	switch strings.ToLower(strings.TrimSpace(head.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	text, err := io.ReadAll(io.LimitReader(body, maxBody))
	if len(text) == 0 && err != nil {
		return
	}
	f.text, f.kind, f.html = text, kind, isHTML
	if at := head.Get("Content-Location"); strings.HasPrefix(at, "http") && f.message.URL == "" {
		f.message.URL = at
	}
}

// words decodes a header's encoded words.
func words(s string) string {
	dec := mime.WordDecoder{CharsetReader: func(charset string, r io.Reader) (io.Reader, error) {
		enc, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Reader(r), nil
	}}
	if plain, err := dec.DecodeHeader(s); err == nil {
		s = plain
	}
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool { return r == ' ' || r < ' ' || draft.IsControl(r) }), " ")
}

// name is who sent a message, without the address.
func name(from string) string {
	before, _, _ := strings.Cut(from, "<")
	before = strings.Trim(before, ` "'`)
	if strings.Contains(before, "@") || strings.HasPrefix(strings.ToLower(before), "saved by") {
		return ""
	}
	return before
}

// date is a date without the comment behind it.
func date(s string) string {
	s, _, _ = strings.Cut(s, "(")
	return strings.TrimSpace(s)
}
