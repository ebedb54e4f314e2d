package fetch

import (
	"compress/gzip"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// slow writes text again and again, with a pause, until the other side goes.
func slow(w http.ResponseWriter, r *http.Request, text string, pause time.Duration) {
	for {
		if _, err := io.WriteString(w, text); err != nil {
			return
		}
		w.(http.Flusher).Flush()
		select {
		case <-r.Context().Done():
			return
		case <-time.After(pause):
		}
	}
}

// TestCut: slow, endless, swollen and broken responses end within the bounds.
func TestCut(t *testing.T) {
	const limit = 100_000
	var sent atomic.Int64
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/silent":
			<-r.Context().Done()
		case "/trickle":
			slow(w, r, "x", time.Millisecond)
		case "/endless":
			slow(w, r, strings.Repeat("x", 1000), 0)
		case "/announced":
			w.Header().Set("Content-Length", "1000000000")
			slow(w, r, "x", time.Millisecond)
		case "/bomb": // 1 GB of zeros in 1 MB
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			for range 1000 {
				n, err := z.Write(make([]byte, 1_000_000))
				if sent.Add(int64(n)); err != nil {
					return
				}
			}
		case "/empty-members": // gzip that never gives a byte
			w.Header().Set("Content-Encoding", "gzip")
			var member strings.Builder
			z := gzip.NewWriter(&member)
			z.Close()
			slow(w, r, strings.Repeat(member.String(), 1000), 0)
		case "/brotli":
			w.Header().Set("Content-Encoding", "br")
		case "/twice":
			w.Header().Set("Content-Encoding", "gzip, gzip")
		case "/no-gzip":
			w.Header().Set("Content-Encoding", "gzip")
			fmt.Fprint(w, "Ferry hits pier")
		case "/short":
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "Ferry")
		case "/header":
			for i := range 10_000 {
				w.Header().Set("X-"+strconv.Itoa(i), strings.Repeat("x", 100))
			}
		case "/hang-up":
			panic(http.ErrAbortHandler)
		case "/fits":
			fmt.Fprint(w, strings.Repeat("x", limit))
		case "/fits-not":
			fmt.Fprint(w, strings.Repeat("x", limit+1))
		default:
			http.NotFound(w, r)
		}
	})
	for path, words := range map[string]string{
		"/silent": "was not there within 300ms; try again, or give more time with --timeout", "/trickle": "was not there within 300ms",
		"/empty-members": "was not there within 300ms", "/endless": "is too large: more than 100000 bytes", "/announced": "is too large",
		"/bomb": "is too large", "/fits-not": "is too large", "/brotli": `is compressed ("br")`, "/twice": `is compressed ("gzip, gzip")`,
		"/no-gzip": "could not be fetched (gzip: invalid header)", "/short": "broke off", "/header": "could not be fetched", "/hang-up": "broke off",
		"/fits": "",
	} {
		t.Run(path[1:], func(t *testing.T) {
			opts := Options{MaxBytes: limit}
			if strings.Contains(words, "300ms") {
				opts.Timeout = 300 * time.Millisecond
			}
			start := time.Now()
			f, _ := testFetcher(t, opts)
			page, err := get(f, base+path)
			if words == "" {
				if err != nil || len(page.Body) != limit {
					t.Errorf("%v", err)
				}
				return
			}
			wantFailure(t, err, base+path, words)
			if took := time.Since(start); took > 15*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
	if sent.Load() > 500_000_000 {
		t.Errorf("%d bytes of the bomb were taken", sent.Load())
	}
}

func TestCertificate(t *testing.T) {
	server := httptest.NewUnstartedServer(http.NotFoundHandler())
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // it notes that we hang up
	server.StartTLS()
	defer server.Close()
	f, _ := testFetcher(t, Options{})
	_, err := get(f, server.URL+"/a")
	wantFailure(t, err, server.URL+"/a", "cannot be trusted (")
}

func TestNobodyListens(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	f, _ := testFetcher(t, Options{})
	_, err := get(f, server.URL+"/a")
	wantFailure(t, err, server.URL+"/a", "accepts no connection")
}
