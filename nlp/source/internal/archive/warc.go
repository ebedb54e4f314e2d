package archive

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// Page is a page of a web archive.
type Page struct {
	URL, ContentType string
	Body             []byte
}

// Bounds on an archive.
const (
	maxUnpacked = 64 << 20 // bytes of a packed archive, and of all its pages
	maxRecords  = 20_000
	maxPages    = 1000
)

// WARC lists the pages of a web archive (ISO 28500), plain or packed: responses
// in HTML with status 200. The error is a *draft.Problem.
func WARC(data []byte) ([]Page, error) {
	var in io.Reader = bytes.NewReader(data)
	if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, damaged("web archive")
		}
		in = &io.LimitedReader{R: z, N: maxUnpacked}
	}
	r := bufio.NewReader(in)
	var pages []Page
	size := 0 // bytes of all pages, unpacked
	for range maxRecords {
		if !skipTo(r, "WARC/") {
			break
		}
		head, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return nil, damaged("web archive")
		}
		length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		if err != nil || length < 0 {
			return nil, damaged("web archive")
		}
		if head.Get("WARC-Type") != "response" || length > maxBody {
			if _, err := io.CopyN(io.Discard, r, length); err != nil {
				break
			}
			continue
		}
		record := make([]byte, 0, min(length, 1<<20))
		buffer := bytes.NewBuffer(record)
		if _, err := io.CopyN(buffer, r, length); err != nil {
			return nil, damaged("web archive")
		}
		if p, ok := response(buffer.Bytes()); ok && len(pages) < maxPages {
			if size += len(p.Body); size > maxUnpacked {
				return nil, &draft.Problem{What: fmt.Sprintf("is a web archive that unpacks to more than %d bytes", maxUnpacked), Mend: "give an archive of fewer pages, or the page"}
			}
			p.URL = strings.Trim(head.Get("WARC-Target-URI"), "<>")
			pages = append(pages, p)
		}
	}
	if len(pages) == 0 {
		return nil, &draft.Problem{What: "is a web archive without pages", Mend: "give an archive that holds the page, or the page"}
	}
	return pages, nil
}

// skipTo reads lines up to one that begins so.
func skipTo(r *bufio.Reader, start string) bool {
	for range 64 { // blank lines part the records
		line, err := r.ReadString('\n')
		if strings.HasPrefix(line, start) {
			return true
		}
		if err != nil || len(line) > 4096 {
			return false
		}
	}
	return false
}

// response reads an HTTP response and reports whether it is a page.
func response(record []byte) (Page, bool) {
	r := bufio.NewReader(bytes.NewReader(record))
	status, err := r.ReadString('\n')
	if fields := strings.Fields(status); err != nil || len(fields) < 2 || fields[1] != "200" {
		return Page{}, false
	}
	head, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return Page{}, false
	}
	kind := head.Get("Content-Type")
	if low := strings.ToLower(kind); !strings.HasPrefix(low, "text/html") && !strings.HasPrefix(low, "application/xhtml") {
		return Page{}, false
	}
	var body io.Reader = r
	if strings.EqualFold(head.Get("Transfer-Encoding"), "chunked") {
		body = &chunked{r: r}
	}
	if strings.EqualFold(head.Get("Content-Encoding"), "gzip") {
		if body, err = gzip.NewReader(body); err != nil {
			return Page{}, false
		}
	}
	data, err := io.ReadAll(io.LimitReader(body, maxBody))
	if err != nil && len(data) == 0 {
		return Page{}, false
	}
	return Page{ContentType: kind, Body: data}, true
}

// chunked reads a body in chunks, each behind its size.
type chunked struct {
	r    *bufio.Reader
	left int64
	done bool
}

func (c *chunked) Read(p []byte) (int, error) {
	if c.left == 0 && !c.done {
		line, err := c.r.ReadString('\n')
		for err == nil && strings.TrimSpace(line) == "" {
			line, err = c.r.ReadString('\n')
		}
		size, _, _ := strings.Cut(strings.TrimSpace(line), ";")
		n, parseErr := strconv.ParseInt(size, 16, 32)
		if err != nil || parseErr != nil || n < 0 {
			return 0, io.ErrUnexpectedEOF
		}
		c.left, c.done = n, n == 0
	}
	if c.done {
		return 0, io.EOF
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}
