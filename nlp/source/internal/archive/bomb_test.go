package archive

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"
)

// TestBomb: pages that are small when packed do not fill memory together.
func TestBomb(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, "<html><p>"+strings.Repeat(" ", 4<<20))
	z.Close()
	http := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + packed.String()
	record := fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://courier.example/\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(http), http)
	for n, want := range map[int]bool{1: true, 10: true, 100: false} {
		pages, err := WARC([]byte(strings.Repeat(record, n)))
		if ok := err == nil; ok != want || ok && len(pages) != n {
			t.Errorf("%d pages: %d, %v", n, len(pages), err)
		}
	}
}
