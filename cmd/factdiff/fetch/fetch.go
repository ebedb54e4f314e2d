// Package fetch gets the reports that users name by address. It is polite: it
// says who it is, obeys robots.txt (RFC 9309), asks one host for one page at a
// time, waits where a server asks for patience, and asks whether a page has
// changed before it fetches it again. It is careful: it dials public addresses
// only, sends no cookies and no referrer, runs no scripts, uses no proxy, and
// bounds time, size and redirects. It keeps what it fetched in a cache, and on
// request in an archive from which a comparison can be repeated.
//
// It knows nothing of what the pages say.
package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp/source"
)

// Bounds of a fetch.
const (
	maxParallel  = 8         // hosts that are asked at the same time
	maxRedirects = 10        // as browsers and search engines follow at most 10 to 20
	maxHeader    = 256 << 10 // bytes of a response's header: news sites send up to 30 KB
)

// Options say how pages are fetched.
type Options struct {
	Agent        string        // User-Agent; its first word is what robots.txt calls it
	Timeout      time.Duration // for one page with its redirects, retries and robots.txt
	MaxBytes     int64         // of one page, after decompression
	AllowPrivate bool          // fetch from the user's own networks, too, and from any port
	Offline      bool          // fetch nothing: read the archive if there is one, else the cache
	Archive      string        // folder that keeps what was fetched; none if empty
	Cache        string        // folder of the cache; none if empty
	// Progress, unless nil, is called with the number of pages that are done
	// and of all, first with none done; never from two goroutines at a time.
	Progress func(done, total int)
}

// Record says what was fetched, and when. It is what an archive's index holds.
type Record struct {
	// Address asked for, without its fragment.
	URL string `json:"url"`
	// Address of the page itself, after redirects.
	FinalURL string `json:"final_url"`
	// HTTP status.
	Status int `json:"status"`
	// Header of the response, cookies left out.
	Header http.Header `json:"headers"`
	// Time at which the server last said that this is the page.
	Fetched time.Time `json:"fetched"`
	// SHA-256 of the bytes, in hexadecimal.
	SHA256 string `json:"sha256"`
	// Number of bytes, after decompression.
	Bytes int `json:"bytes"`
}

// Page is a record with its bytes.
type Page struct {
	Record
	Body []byte
}

// Fetcher fetches pages. It is made by New and must be closed.
type Fetcher struct {
	opts    Options
	cache   cache
	archive archive
	// The transport alone: a client would follow redirects by itself, send
	// referrers and keep cookies.
	transport *http.Transport

	mu     sync.Mutex
	robots map[string]func() (robots, error) // by scheme and host

	now   func() time.Time
	sleep func(context.Context, time.Duration) error
}

// New returns a fetcher that resolves names and dials as the system does.
func New(opts Options) *Fetcher {
	return newFetcher(opts, newGuard(opts.AllowPrivate), net.DefaultResolver)
}

func newFetcher(opts Options, guard guard, resolver *net.Resolver) *Fetcher {
	dialer := &net.Dialer{Control: guard.control, Resolver: resolver}
	return &Fetcher{
		opts: opts,
		transport: &http.Transport{
			Proxy:                  nil, // a proxy would dial what the guard never sees
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			MaxResponseHeaderBytes: maxHeader,
			MaxIdleConns:           maxParallel,
			IdleConnTimeout:        time.Minute,
		},
		cache:   cache{dir: opts.Cache},
		archive: archive{dir: opts.Archive},
		robots:  map[string]func() (robots, error){},
		now:     time.Now,
		sleep:   sleep,
	}
}

// Close gives back the connections.
func (f *Fetcher) Close() { f.transport.CloseIdleConnections() }

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// job is one page and who asked for it.
type job struct {
	name    string // as the user wrote it
	address *url.URL
	page    *Page
	err     error
}

// All gets the pages of the addresses, several hosts at a time, in their
// order; an address that is named twice is fetched once. The error is that of
// the first address that could not be had, a *source.Error, or that of the
// archive.
func (f *Fetcher) All(ctx context.Context, names []string) ([]*Page, error) {
	jobs := make([]*job, len(names))
	var distinct []*job
	byURL := map[string]*job{}
	for i, name := range names {
		address, err := parseAddress(name)
		if err != nil {
			return nil, err
		}
		key := address.String()
		if byURL[key] == nil {
			byURL[key] = &job{name: name, address: address}
			distinct = append(distinct, byURL[key])
		}
		jobs[i] = byURL[key]
	}
	err := f.run(ctx, distinct)
	if err != nil {
		return nil, err
	}
	pages := make([]*Page, len(names))
	for i, j := range jobs {
		if j.err != nil {
			return nil, j.err
		}
		pages[i] = j.page
	}
	return pages, nil
}

// run does the jobs. The error is that of the archive.
func (f *Fetcher) run(ctx context.Context, jobs []*job) error {
	if f.opts.Offline {
		return f.replay(jobs)
	}
	if _, err := f.archive.index(); err != nil { // before anything is asked for
		return err
	}
	var queues [][]*job // jobs of one host, one after the other
	byHost := map[string]int{}
	for _, j := range jobs {
		host := j.address.Host
		i, ok := byHost[host]
		if !ok {
			i = len(queues)
			byHost[host], queues = i, append(queues, nil)
		}
		queues[i] = append(queues[i], j)
	}
	var progress sync.Mutex
	done := 0
	step := func(n int) {
		progress.Lock()
		defer progress.Unlock()
		done += n
		if f.opts.Progress != nil {
			f.opts.Progress(done, len(jobs))
		}
	}
	step(0)
	next := make(chan []*job)
	var workers sync.WaitGroup
	for range min(maxParallel, len(queues)) {
		workers.Go(func() {
			for queue := range next {
				for _, j := range queue {
					j.page, j.err = f.page(ctx, j.name, j.address)
					step(1)
				}
			}
		})
	}
	for _, q := range queues {
		next <- q
	}
	close(next)
	workers.Wait()
	f.cache.trim()
	return f.archive.add(jobs)
}

// replay reads what was fetched before.
func (f *Fetcher) replay(jobs []*job) error {
	if f.archive.dir != "" {
		return f.archive.read(jobs, f.opts.MaxBytes)
	}
	for _, j := range jobs {
		if j.page = f.cache.load(j.address.String(), f.opts.MaxBytes); j.page == nil || j.page.Status != http.StatusOK {
			j.page = nil
			j.err = &source.Error{Name: j.name, What: "is not in the cache, and --offline fetches nothing",
				Mend: "run once without --offline; pages that ask not to be cached are kept by --archive"}
		}
	}
	return nil
}

// IsAddress reports whether a name is the address of a page: it begins with
// http:// or https://, in either case.
func IsAddress(name string) bool {
	scheme, _, ok := strings.Cut(name, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// parseAddress reads an address as a user wrote it. The error is a
// *source.Error that shows no password.
func parseAddress(name string) (*url.URL, error) {
	address, err := url.Parse(strings.TrimSpace(name))
	if err != nil {
		return nil, &source.Error{Name: withoutUser(name), What: "is no valid address", Mend: "copy it from the browser once more"}
	}
	if wrong := addressFault(address); wrong != nil {
		return nil, &source.Error{Name: withoutUser(name), What: wrong.what, Mend: wrong.mend}
	}
	return tidy(address), nil
}

// tidy drops what is not sent, writes equal hosts equally, and escapes what is
// not ASCII in a query, as browsers do.
func tidy(address *url.URL) *url.URL {
	plain := *address
	plain.Fragment, plain.RawFragment = "", ""
	plain.RawQuery = escapeHigh(plain.RawQuery)
	plain.Host = strings.ToLower(plain.Host)
	if plain.Path == "" {
		plain.Path = "/"
	}
	return &plain
}

// escapeHigh escapes the bytes that are not ASCII.
func escapeHigh(query string) string {
	var b strings.Builder
	for i := range len(query) {
		if c := query[i]; c < utf8.RuneSelf {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// fault is what is wrong and what would mend it.
type fault struct{ what, mend string }

// addressFault says what is wrong with an address that is never asked for; nil
// if nothing is.
func addressFault(address *url.URL) *fault {
	switch {
	case address.Scheme != "http" && address.Scheme != "https":
		return &fault{"is not fetched: only http and https are", "save the report to a file"}
	case address.User != nil:
		return &fault{"holds a user name or password, and those are not sent", "leave them out, or save the page from your browser"}
	case address.Hostname() == "" || !utf8.ValidString(address.Host):
		return &fault{"names no host", "copy the address from the browser once more"}
	}
	return nil
}

// withoutUser is a text about an address without the user and password that
// may stand in it, whether it can be parsed or not.
func withoutUser(s string) string {
	start := strings.Index(s, "://")
	if start < 0 {
		return s
	}
	start += len("://")
	end := len(s)
	if i := strings.IndexAny(s[start:], "/?#"); i >= 0 {
		end = start + i
	}
	if at := strings.LastIndexByte(s[start:end], '@'); at >= 0 {
		return s[:start] + "***" + s[start+at:]
	}
	return s
}
