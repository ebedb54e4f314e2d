package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// site is a web site that a script serves from a folder, with what was asked
// of it. Its files *.latin.html are said to be in windows-1252. It also has /redirect?to=ADDRESS, /slow, which never
// answers, and /endless, which never ends.
type site struct {
	mu    sync.Mutex
	asked strings.Builder // "200 /a.txt" in lines
	files http.Handler
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	answer := &statusWriter{ResponseWriter: w, status: http.StatusOK}
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		fmt.Fprintf(&s.asked, "%d %s\n", answer.status, r.URL.Path)
	}()
	switch r.URL.Path {
	case "/redirect":
		http.Redirect(answer, r, r.URL.Query().Get("to"), http.StatusFound)
	case "/slow":
		<-r.Context().Done()
	case "/endless":
		for r.Context().Err() == nil {
			fmt.Fprintln(w, strings.Repeat("A ferry hit a pier. ", 1000))
		}
	default:
		if strings.HasSuffix(r.URL.Path, ".latin.html") {
			answer.Header().Set("Content-Type", "text/html; charset=windows-1252")
		}
		s.files.ServeHTTP(answer, r)
	}
}

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// serve DIR serves a folder; $SITE is its address.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve dir")
	}
	s := ts.Value("site").(*site)
	s.files = http.FileServer(http.Dir(ts.MkAbs(args[0])))
	server := httptest.NewServer(s)
	ts.Defer(func() {
		server.CloseClientConnections()
		server.Close()
	})
	ts.Setenv("SITE", server.URL)
}

// asked FILE writes what was asked of the site since the last time, a status
// and path a line.
func asked(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: asked file")
	}
	s := ts.Value("site").(*site)
	s.mu.Lock()
	defer s.mu.Unlock()
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s.asked.String()), 0o666))
	s.asked.Reset()
}
