package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
	"github.com/factdiff/factdiff/nlp/source"
)

// userAgent says who asks for a page and where one can read about it.
const userAgent = "factdiff/" + Version + " (+https://github.com/factdiff/factdiff)"

// fetchTimeout is how long one page may take unless --timeout says otherwise:
// slow front pages of news sites take some five seconds.
const fetchTimeout = 30 * time.Second

// web fetches the reports that are named by address.
type web struct {
	offline bool
	private bool
	archive string
	timeout patience
	stderr  func() io.Writer
	pages   map[string]*fetch.Page // by name, as fetched
}

func (w *web) flags(cmd *cobra.Command) {
	w.stderr = cmd.ErrOrStderr
	f := cmd.Flags()
	f.BoolVar(&w.offline, "offline", false, "fetch nothing: read pages from --archive, else from the cache")
	f.StringVar(&w.archive, "archive", "", "keep fetched pages in `DIR`, or with --offline read them from it")
	f.BoolVar(&w.private, "allow-private", false, "fetch from private addresses and other ports than 80 and 443, too")
	w.timeout = patience(fetchTimeout)
	f.Var(&w.timeout, "timeout", "give up on a page after this `TIME`, retries included")
}

// patience is a flag that takes a time of more than 0: 30s, 1m30s.
type patience time.Duration

func (p *patience) String() string { return time.Duration(*p).String() }
func (p *patience) Type() string   { return "time" }

func (p *patience) Set(s string) error {
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return fmt.Errorf("%q is no time of more than 0, such as 30s or 2m", s)
	}
	*p = patience(d)
	return nil
}

// fetch gets the pages of the addresses. The error is that of the first that
// could not be had.
func (w *web) fetch(addresses []string) error {
	progress, clear := progressLine(w.stderr())
	f := w.fetcher(progress)
	defer f.Close()
	pages, err := f.All(context.Background(), addresses)
	clear()
	if err != nil {
		return err
	}
	w.pages = make(map[string]*fetch.Page, len(pages))
	for i, page := range pages {
		w.pages[addresses[i]] = page
	}
	return nil
}

// fetcher is one that fetches as the flags say.
func (w *web) fetcher(progress func(done, total int)) *fetch.Fetcher {
	return fetch.New(fetch.Options{
		Agent: userAgent, Timeout: time.Duration(w.timeout), MaxBytes: source.MaxFile, AllowPrivate: w.private,
		Offline: w.offline, Archive: w.archive, Cache: cacheDir(), Progress: progress,
	})
}

// cacheDir is where pages are cached; empty, for no cache, if the system names
// no place for that.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "factdiff", "pages")
}

// progressLine returns a function that shows on a terminal how many pages were
// fetched, and one that clears that line. Where stderr is no terminal, nothing
// is shown.
func progressLine(stderr io.Writer) (show func(done, total int), clear func()) {
	line, clear := statusLine(stderr)
	if line == nil {
		return nil, clear
	}
	return func(done, total int) { line(fmt.Sprintf("fetching pages: %d of %d", done, total)) }, clear
}

// statusLine returns a function that shows a line on a terminal in the place of
// the last one, and one that clears it. Where stderr is no terminal, nothing is
// shown, and show is nil.
func statusLine(stderr io.Writer) (show func(text string), clear func()) {
	f, ok := stderr.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || os.Getenv("TERM") == "dumb" {
		return nil, func() {}
	}
	const erase = "\r\x1b[K"
	return func(text string) { fmt.Fprint(f, erase, text) }, func() { fmt.Fprint(f, erase) }
}
