package fetch

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRevalidate: a page in the cache is asked for with what its server said
// of its version, and its bytes come once.
func TestRevalidate(t *testing.T) {
	for _, c := range []struct {
		name       string
		set, given map[string]string // the response's header, and what the next request must bring
	}{
		{"tag", map[string]string{"ETag": `"v1"`}, map[string]string{"If-None-Match": `"v1"`, "If-Modified-Since": ""}},
		{"date", map[string]string{"Last-Modified": "Fri, 03 May 2024 10:00:00 GMT"}, map[string]string{"If-None-Match": "", "If-Modified-Since": "Fri, 03 May 2024 10:00:00 GMT"}},
		{"both", map[string]string{"ETag": `W/"1"`, "Last-Modified": "Fri, 03 May 2024 10:00:00 GMT"}, map[string]string{"If-None-Match": `W/"1"`, "If-Modified-Since": "Fri, 03 May 2024 10:00:00 GMT"}},
	} {
		sent := 0
		base := serve(t, func(w http.ResponseWriter, r *http.Request) {
			switch r.URL.Path {
			case "/old":
				http.Redirect(w, r, "/a", http.StatusFound)
				return
			case "/robots.txt":
				http.NotFound(w, r)
				return
			}
			for key, value := range c.set {
				w.Header().Set(key, value)
			}
			if r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since") != "" {
				for key, value := range c.given {
					if got := r.Header.Get(key); got != value {
						t.Errorf("%s: %s is %q, want %q", c.name, key, got, value)
					}
				}
				w.Header().Set("Date", "Sat, 04 May 2024 10:00:00 GMT")
				w.WriteHeader(http.StatusNotModified)
				return
			}
			sent++
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, "Ferry hits pier")
		})
		opts := Options{Cache: filepath.Join(t.TempDir(), "deep", "folder")}
		for i := range 3 {
			f, clock := testFetcher(t, opts)
			clock.time = clock.time.Add(time.Duration(i) * time.Hour)
			page, err := get(f, base+"/old")
			if err != nil {
				t.Fatal(err)
			}
			if string(page.Body) != "Ferry hits pier" || page.FinalURL != base+"/a" || page.Status != 200 || !page.Fetched.Equal(clock.time) ||
				page.Header.Get("Content-Type") != "text/plain" || i > 0 && page.Header.Get("Date") != "Sat, 04 May 2024 10:00:00 GMT" {
				t.Errorf("%s: run %d got %+v", c.name, i, page)
			}
		}
		if sent != 1 {
			t.Errorf("%s: the page was sent %d times", c.name, sent)
		}
	}
}

// TestChanged: a page that has changed is fetched anew, and validators go only
// to where they came from.
func TestChanged(t *testing.T) {
	version, where := "1", "/a"
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/old":
			if r.Header.Get("If-None-Match") != "" {
				t.Error("the redirect was asked with the tag of the page")
			}
			http.Redirect(w, r, where, http.StatusFound)
		default:
			if where == "/b" && r.Header.Get("If-None-Match") != "" {
				t.Error("the new page was asked with the tag of the old one")
			}
			w.Header().Set("ETag", `"`+version+`"`)
			fmt.Fprint(w, version)
		}
	})
	opts := Options{Cache: t.TempDir()}
	for _, c := range []struct{ version, where string }{{"1", "/a"}, {"2", "/a"}, {"3", "/b"}} {
		version, where = c.version, c.where
		f, _ := testFetcher(t, opts)
		if page, err := get(f, base+"/old"); err != nil || string(page.Body) != version || page.FinalURL != base+where {
			t.Errorf("%v: %+v, %v", c, page, err)
		}
	}
}

// TestOffline: without asking anybody, what is in the cache is there, and what
// is not is told with what to do.
func TestOffline(t *testing.T) {
	asked := 0
	fail := false
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked++
		switch {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
		case fail:
			w.WriteHeader(500)
		case r.URL.Path == "/private":
			w.Header().Set("Cache-Control", "max-age=0, No-Store")
		}
		fmt.Fprint(w, "Ferry hits pier")
	})
	opts := Options{Cache: t.TempDir()}
	online, _ := testFetcher(t, opts)
	for _, path := range []string{"/a", "/private"} {
		if _, err := get(online, base+path); err != nil {
			t.Fatal(err)
		}
	}
	asked = 0
	opts.Offline = true
	offline, _ := testFetcher(t, opts)
	if page, err := get(offline, base+"/a#top"); err != nil || string(page.Body) != "Ferry hits pier" {
		t.Errorf("%+v, %v", page, err)
	}
	for _, path := range []string{"/b", "/private", "/robots.txt"} {
		_, err := get(offline, base+path)
		wantFailure(t, err, base+path, "is not in the cache, and --offline fetches nothing; run once without --offline", "--archive")
	}
	if asked != 0 {
		t.Errorf("%d requests were made", asked)
	}
	if none, _ := testFetcher(t, Options{Offline: true}); none != nil {
		_, err := get(none, base+"/a")
		wantFailure(t, err, base+"/a", "is not in the cache")
	}

	// A page that cannot be had now: its copy is offered.
	fail = true
	_, err := get(online, base+"/a")
	wantFailure(t, err, base+"/a", "status 500", "--offline reads the copy of 2024-05-03")
}

// TestDamagedCache: a file that is not as it was written is as none.
func TestDamagedCache(t *testing.T) {
	page := &Page{Body: []byte("Ferry hits pier\nat noon"), Record: Record{URL: "http://courier.example/a", Bytes: 23,
		SHA256: "", Header: http.Header{"Etag": {`"1"`}}}}
	page = newPage(&http.Response{Request: &http.Request{URL: mustParse(t, page.URL)}, StatusCode: 200, Header: page.Header}, page.Body, time.Now())
	page.URL = "http://courier.example/a"
	for _, c := range []struct {
		name   string
		change func(string) string
		want   bool
	}{
		{"as it was", func(s string) string { return s }, true},
		{"cut", func(s string) string { return s[:len(s)-1] }, false},
		{"longer", func(s string) string { return s + "x" }, false},
		{"another byte", func(s string) string { return strings.Replace(s, "noon", "moon", 1) }, false},
		{"empty", func(string) string { return "" }, false},
		{"no JSON", func(s string) string { return s[1:] }, false},
		{"of another address", func(s string) string { return strings.Replace(s, "courier.example/a", "courier.example/b", 1) }, false},
	} {
		store := cache{dir: t.TempDir()}
		store.store(page)
		path := store.path(page.URL)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(c.change(string(data))), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := store.load(page.URL, 1000); (got != nil) != c.want {
			t.Errorf("%s: loaded %+v", c.name, got)
		}
		if store.load(page.URL, 22) != nil {
			t.Errorf("%s: loaded more than may be", c.name)
		}
	}
}

// TestCacheNowhere: where no folder can be, there is no cache, and no error.
func TestCacheNowhere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	base := serve(t, pages(map[string]string{"/a": "Ferry hits pier"}))
	for _, dir := range []string{"", file, filepath.Join(file, "below")} {
		f, _ := testFetcher(t, Options{Cache: dir})
		if _, err := get(f, base+"/a"); err != nil {
			t.Errorf("%q: %v", dir, err)
		}
	}
}

// TestTrim: the pages that were longest not asked for go first, and nothing
// that is not ours.
func TestTrim(t *testing.T) {
	dir := t.TempDir()
	start := time.Date(2024, 5, 3, 12, 0, 0, 0, time.UTC)
	write := func(name string, age int) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		when := start.Add(-time.Duration(age) * time.Second)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	for i := range maxCachePages + 5 {
		write(fmt.Sprintf("%d.page", i), i)
	}
	write("notes.txt", 1<<20)
	cache{dir: dir}.trim()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != maxCachePages+1 {
		t.Errorf("%d files are left, %v", len(entries), err)
	}
	for name, want := range map[string]bool{"0.page": true, fmt.Sprintf("%d.page", maxCachePages-1): true, fmt.Sprintf("%d.page", maxCachePages): false, "notes.txt": true} {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != want {
			t.Errorf("%s is there: %v, want %v", name, err == nil, want)
		}
	}
}
