package fetch

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestRobotsObeyed: what a host's robots.txt, or its lack, means for a page.
func TestRobotsObeyed(t *testing.T) {
	for _, c := range []struct {
		name   string
		robots func(w http.ResponseWriter, r *http.Request)
		path   string
		words  string // of the error; none if empty
	}{
		{"not there", http.NotFound, "/a", ""},
		{"forbidden itself", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(403) }, "/a", ""},
		{"disallowed", text("User-agent: *\nDisallow: /a"), "/a", `has "Disallow: /a"; open it in a browser`},
		{"disallowed to us", text("User-agent: factdiff\nDisallow: /"), "/a", `has "Disallow: /"`},
		{"disallowed to others", text("User-agent: crawler\nDisallow: /"), "/a", ""},
		{"allowed", text("User-agent: *\nDisallow: /b"), "/a", ""},
		{"query", text("User-agent: *\nDisallow: /*?print"), "/a?print", "is not for programs"},
		{"redirect to what is disallowed", text("User-agent: *\nDisallow: /secret"), "/away", "redirects to "},
		{"broken server", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) }, "/a", "robots.txt answers with status 500"},
		{"busy server", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) }, "/a", "robots.txt answers with status 429"},
		{"moved", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/rules.txt", http.StatusMovedPermanently)
		}, "/a", `has "Disallow: /a"`},
		{"moved in a circle", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/robots.txt", http.StatusMovedPermanently)
		}, "/a", ""},
		{"moved to a private address", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://10.0.0.1/", http.StatusMovedPermanently)
		}, "/a",
			"has a robots.txt that redirects to http://10.0.0.1/, which is at 10.0.0.1, "},
		{"moved to a file", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "file:///etc/passwd", http.StatusMovedPermanently)
		}, "/a", ""},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, "User-agent: *\nDisallow: /a\n")
			slow(w, r, string(make([]byte, 1<<12)), 0)
		}, "/a", `has "Disallow: /a"`},
		{"longer than is read", text("User-agent: *\nDisallow: /a\n" + strings.Repeat("# more\n", maxRobots/7)), "/a", `has "Disallow: /a"`},
		{"longer than is read, as it says", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", strconv.Itoa(maxRobots*2))
			fmt.Fprint(w, "User-agent: *\nDisallow: /a\n"+strings.Repeat("#", maxRobots*2-27))
		}, "/a", `has "Disallow: /a"`},
		{"compressed unasked", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Encoding", "br") }, "/a", "has a robots.txt that is compressed"},
	} {
		base := serve(t, func(w http.ResponseWriter, r *http.Request) {
			switch r.URL.Path {
			case "/robots.txt":
				c.robots(w, r)
			case "/rules.txt":
				fmt.Fprint(w, "User-agent: *\nDisallow: /a")
			case "/away":
				http.Redirect(w, r, "/secret", http.StatusFound)
			case "/a":
				fmt.Fprint(w, "Ferry hits pier")
			default:
				t.Errorf("%s: asked for %s", c.name, r.URL)
			}
		})
		f, _ := testFetcher(t, Options{})
		_, err := get(f, base+c.path)
		if c.words != "" {
			t.Run(c.name, func(t *testing.T) { wantFailure(t, err, base+c.path, c.words) })
		} else if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func text(s string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, s) }
}

// TestRobotsOnce: one run asks a host once, also for several pages; the next
// runs take the cache's copy for a day.
func TestRobotsOnce(t *testing.T) {
	var mu sync.Mutex
	var asked []string
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		asked = append(asked, r.URL.Path)
		mu.Unlock()
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
		}
	})
	dir := t.TempDir()
	for _, c := range []struct {
		name  string
		later time.Duration
		want  []string
	}{
		{"first", 0, []string{"/robots.txt", "/1", "/2"}},
		{"later that day", 23 * time.Hour, []string{"/1", "/2"}},
		{"the next day", 25 * time.Hour, []string{"/robots.txt", "/1", "/2"}},
		{"when the clock was put back", 0, []string{"/robots.txt", "/1", "/2"}},
	} {
		f, clock := testFetcher(t, Options{Cache: dir})
		clock.time = clock.time.Add(c.later)
		asked = nil
		if _, err := f.All(context.Background(), []string{base + "/1", base + "/2"}); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if !slices.Equal(asked, c.want) {
			t.Errorf("%s: asked for %q, want %q", c.name, asked, c.want)
		}
	}
}
