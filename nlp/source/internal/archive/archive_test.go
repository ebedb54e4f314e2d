package archive

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

func TestMail(t *testing.T) {
	tests := []struct{ name, in, kind, body string }{
		{"plain", "Subject: Ferry\nMIME-Version: 1.0\n\nA pier.\n", "text/plain", "A pier.\n"},
		{"HTML before text", "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nA\n--b\nContent-Type: text/html\n\n<p>B\n--b--\n", "text/html", "<p>B"},
		{"attachment is no text", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>A\n--b\nContent-Type: text/plain\n\nB\n--b--\n", "text/plain", "B"},
		{"quoted-printable", "MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9 =\nX", "text/plain", "Café X"},
		{"base64", "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nQSBw\naWVy\n", "text/plain", "A pier"},
		{"nested", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nA\n--b--\n--a--\n", "text/plain", "A"},
	}
	for _, tt := range tests {
		m, err := Mail([]byte(strings.ReplaceAll(tt.in, "\n", "\r\n")))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := strings.ReplaceAll(string(m.Body), "\r\n", "\n"); got != tt.body || m.ContentType != tt.kind {
			t.Errorf("%s: %q, %q; want %q, %q", tt.name, m.ContentType, got, tt.kind, tt.body)
		}
	}
}

func TestLooksMail(t *testing.T) {
	for in, want := range map[string]bool{
		"Subject: x\r\nMIME-Version: 1.0\r\n\r\nA":      true,
		"From: a\nSubject: x\n y\nMessage-ID: <1>\n\nA": true,
		"Subject: x\n\nA":                   false,
		"Ferry hits pier: nobody hurt\n\nA": false,
		"Correction: x\nUpdate: y\n\nA":     false,
		"":                                  false,
	} {
		if got := LooksMail([]byte(in)); got != want {
			t.Errorf("%q: got %v", in, got)
		}
	}
}

// record is a WARC record of a response.
func record(kind, response string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://post.example/1\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, len(response), response)
}

func TestWARC(t *testing.T) {
	const page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>A"
	all := record("warcinfo", "x: y\r\n") + record("response", strings.Replace(page, "200", "404", 1)) + record("response", strings.Replace(page, "text/html", "image/png", 1)) + record("response", page) +
		record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n<p\r\n2;x\r\n>B\r\n0\r\n\r\n")
	var packed bytes.Buffer
	for part := range strings.SplitAfterSeq(all, "\r\n\r\n\r\n\r\n") { // a member a record
		z := gzip.NewWriter(&packed)
		if _, err := z.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, data := range [][]byte{[]byte(all), packed.Bytes()} {
		pages, err := WARC(data)
		if err != nil || len(pages) != 2 || string(pages[0].Body) != "<p>A" || string(pages[1].Body) != "<p>B" || pages[0].URL != "https://post.example/1" {
			t.Errorf("%v, %+v", err, pages)
		}
	}
	for name, data := range map[string]string{"empty": "", "cut": all[:len(all)-40][:300], "size": "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "large": "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\nx", "no pages": record("warcinfo", "x")} {
		var p *draft.Problem
		if _, err := WARC([]byte(data)); !errors.As(err, &p) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzMail and FuzzWARC hold that any bytes make pages or a problem.
func FuzzMail(f *testing.F) {
	f.Add([]byte("Subject: =?utf-8?Q?x?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+\r\n--b--\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		LooksMail(data)
		m, err := Mail(data)
		var p *draft.Problem
		if err != nil && !errors.As(err, &p) || err == nil && m.Body == nil {
			t.Fatal(err)
		}
	})
}

func FuzzWARC(f *testing.F) {
	f.Add([]byte(record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n<p\r\n0\r\n")))
	f.Fuzz(func(t *testing.T, data []byte) {
		pages, err := WARC(data)
		var p *draft.Problem
		if err != nil && !errors.As(err, &p) || err == nil && len(pages) == 0 {
			t.Fatal(err)
		}
	})
}
