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

func TestParseAddress(t *testing.T) {
	for _, c := range []struct{ name, in, want, words string }{
		{"plain", "https://courier.example/a", "https://courier.example/a", ""},
		{"fragment", "https://courier.example/a#top", "https://courier.example/a", ""},
		{"case of scheme and host", "HTTPS://Courier.Example/A", "https://courier.example/A", ""},
		{"no path", "http://courier.example", "http://courier.example/", ""},
		{"query kept", "http://courier.example?q=%C3%A9&b", "http://courier.example/?q=%C3%A9&b", ""},
		{"letters beyond ASCII", "http://courier.example/é", "http://courier.example/%C3%A9", ""},
		{"query beyond ASCII", "http://courier.example/?q=é\xff", "http://courier.example/?q=%C3%A9%FF", ""},
		{"host beyond UTF-8", "http://courier\xff.example/a", "", "names no host"},
		{"blanks around", " http://courier.example/a\n", "http://courier.example/a", ""},
		{"file", "file:///etc/passwd", "", "only http and https are"},
		{"no host", "http:///a", "", "names no host"},
		{"port alone", "http://:80/a", "", "names no host"},
		{"bad escape", "http://courier.example/%zz", "", "no valid address"},
		{"control character", "http://courier.example/\x00", "", "no valid address"},
		{"password", "https://ann:secret@courier.example/a", "", "https://***@courier.example/a: holds a user name or password"},
		{"user", "https://ann@courier.example/a", "", "user name or password"},
		{"password in what is no address", "https://ann:secret@courier.example:x/a", "", "https://***@courier.example:x/a: is no valid address"},
	} {
		got, err := parseAddress(c.in)
		if c.words != "" {
			if err == nil || !strings.Contains(err.Error(), c.words) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%s: error %v, want one with %q", c.name, err, c.words)
			}
			continue
		}
		if err != nil || got.String() != c.want {
			t.Errorf("%s: %v, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestIsAddress(t *testing.T) {
	for in, want := range map[string]bool{
		"http://a": true, "HTTPS://a": true, "https:/a": false, "ftp://a": false, "a.txt": false, "": false, "-": false, "C:\\http://a": false,
	} {
		if IsAddress(in) != want {
			t.Errorf("IsAddress(%q) = %v", in, !want)
		}
	}
}

// TestPage: what is sent, what comes back, where redirects end.
func TestPage(t *testing.T) {
	var mu sync.Mutex
	var seen []*http.Request
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		seen = append(seen, r)
		mu.Unlock()
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "/new?x=1#part", http.StatusMovedPermanently)
		case "/new":
			w.Header().Set("Content-Type", "text/plain")
			fmt.Fprint(w, "Ferry hits pier")
		default:
			http.NotFound(w, r)
		}
	})
	f, c := testFetcher(t, Options{})
	page, err := get(f, base+"/old#top")
	if err != nil {
		t.Fatal(err)
	}
	if page.URL != base+"/old" || page.FinalURL != base+"/new?x=1" || page.Status != 200 || string(page.Body) != "Ferry hits pier" ||
		page.Bytes != 15 || !page.intact() || !page.Fetched.Equal(c.time) || page.Header.Get("Content-Type") != "text/plain" {
		t.Errorf("got %+v", page)
	}
	if len(page.Header.Values("Set-Cookie")) != 0 {
		t.Error("a cookie is kept")
	}
	var paths []string
	for _, r := range seen {
		paths = append(paths, r.URL.Path)
		for _, h := range []string{"Cookie", "Referer", "Authorization", "From"} {
			if r.Header.Get(h) != "" {
				t.Errorf("%s: sent %s", r.URL, h)
			}
		}
		if r.UserAgent() != "factdiff/test" || r.Method != "GET" {
			t.Errorf("%s by %q", r.Method, r.UserAgent())
		}
	}
	if want := []string{"/robots.txt", "/old", "/new"}; !slices.Equal(paths, want) {
		t.Errorf("asked for %q, want %q", paths, want)
	}
}

func TestRedirects(t *testing.T) {
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.URL.Path[1:])
		switch {
		case err != nil:
			http.NotFound(w, r)
		case n > 0:
			http.Redirect(w, r, "/"+strconv.Itoa(n-1), http.StatusFound)
		}
	})
	f, _ := testFetcher(t, Options{})
	if _, err := get(f, base+"/"+strconv.Itoa(maxRedirects)); err != nil {
		t.Error(err)
	}
	_, err := get(f, base+"/"+strconv.Itoa(maxRedirects+1))
	wantFailure(t, err, base+"/"+strconv.Itoa(maxRedirects+1), "redirects to "+base+"/0, which is the 11th redirect in a row")
}

// TestStatus: what is no page is told with what to do about it.
func TestStatus(t *testing.T) {
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		status, err := strconv.Atoi(r.URL.Path[1:])
		if err != nil {
			status = 404
		}
		w.WriteHeader(status)
	})
	f, _ := testFetcher(t, Options{})
	for status, words := range map[int]string{
		404: "answers with status 404 (Not Found); check the address", 410: "check the address", 401: "open it in a browser",
		403: "open it in a browser", 451: "open it in a browser", 500: "try again later", 204: "status 204", 206: "status 206",
		304: "status 304", 300: "status 300", 302: "redirects to no valid address", 599: "answers with status 599; try again later",
	} {
		name := fmt.Sprintf("%s/%d", base, status)
		_, err := get(f, name)
		wantFailure(t, err, name, words)
	}
}

// TestRetry: a busy server is asked again, as late as it wishes.
func TestRetry(t *testing.T) {
	noon := time.Date(2024, 5, 3, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		status int
		after  string // Retry-After
		busy   int    // answers before the page
		slept  []time.Duration
		words  string
	}{
		{"at once", 503, "", 0, nil, ""},
		{"backoff", 503, "", 2, []time.Duration{time.Second, 2 * time.Second}, ""},
		{"too many requests", 429, "", 1, []time.Duration{time.Second}, ""},
		{"still busy", 503, "", 3, []time.Duration{time.Second, 2 * time.Second}, "answers with status 503"},
		{"seconds", 429, "7", 1, []time.Duration{7 * time.Second}, ""},
		{"no time at all", 429, "0", 1, []time.Duration{time.Second}, ""},
		{"time of day", 503, noon.Add(5 * time.Second).Format(http.TimeFormat), 1, []time.Duration{5 * time.Second}, ""},
		{"past", 503, noon.Add(-time.Hour).Format(http.TimeFormat), 1, []time.Duration{time.Second}, ""},
		{"nonsense", 503, "soon", 1, []time.Duration{time.Second}, ""},
		{"negative", 503, "-5", 1, []time.Duration{time.Second}, ""},
		{"longer than there is time", 429, "60", 1, nil, "is busy (status 429) and asks to wait 1m0s; try again later, or give more time with --timeout"},
		{"in all longer than there is time", 429, "12", 2, []time.Duration{12 * time.Second}, "asks to wait 12s"},
		{"far more than fits", 429, "99999999999999999999", 1, []time.Duration{time.Second}, ""},
		{"another failure", 500, "1", 1, nil, "answers with status 500"},
	} {
		busy := c.busy
		base := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			if busy--; busy >= 0 {
				if c.after != "" {
					w.Header().Set("Retry-After", c.after)
				}
				w.WriteHeader(c.status)
				return
			}
			fmt.Fprint(w, "Ferry hits pier")
		})
		f, clock := testFetcher(t, Options{})
		_, err := get(f, base+"/a")
		if c.words != "" {
			wantFailure(t, err, base+"/a", c.words)
		} else if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if !slices.Equal(clock.slept, c.slept) {
			t.Errorf("%s: waited %v, want %v", c.name, clock.slept, c.slept)
		}
	}
}

// TestParallel: several hosts at a time, but not all; one host once at a time;
// each address once; results in order; progress counts to the end.
func TestParallel(t *testing.T) {
	var mu sync.Mutex
	now, most, requests := map[string]int{}, map[string]int{}, map[string]int{}
	count := func(key string, d int) {
		now[key] += d
		most[key] = max(most[key], now[key])
	}
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		count(r.Host, 1)
		count("all", 1)
		requests[r.Host+r.URL.Path]++
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
		mu.Lock()
		count(r.Host, -1)
		count("all", -1)
		mu.Unlock()
		fmt.Fprint(w, r.Host+r.URL.Path)
	})
	var progress []string
	f := newFetcher(Options{Agent: "factdiff/test", Timeout: 10e9, MaxBytes: 1000, Progress: func(done, total int) {
		progress = append(progress, fmt.Sprintf("%d/%d", done, total))
	}}, testGuard, dns(t, nil))
	defer f.Close()
	var names []string
	for i := range 3 {
		for host := range 20 {
			names = append(names, fmt.Sprintf("http://h%d.any.example:%s/%d", host, port(t, base), i))
		}
	}
	names = append(names, names[0]+"#again")
	all, err := f.All(context.Background(), names)
	if err != nil {
		t.Fatal(err)
	}
	for i, page := range all {
		if want, _, _ := strings.Cut(names[i], "#"); "http://"+string(page.Body) != want {
			t.Errorf("page %d is %s, want %s", i, page.Body, want)
		}
	}
	for host, n := range most {
		if host == "all" && (n > maxParallel || n < 2) || host != "all" && n != 1 {
			t.Errorf("%s: %d requests at the same time", host, n)
		}
	}
	for what, n := range requests {
		if n != 1 {
			t.Errorf("%s: asked for %d times", what, n)
		}
	}
	if len(progress) != 61 || progress[0] != "0/60" || progress[60] != "60/60" || !slices.IsSortedFunc(progress, func(a, b string) int {
		return len(a) - len(b)
	}) {
		t.Errorf("progress %v", progress)
	}
}

// TestFirstError: whichever fails first, the error told is that of the first
// in order.
func TestFirstError(t *testing.T) {
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/1" {
			time.Sleep(20 * time.Millisecond)
		}
		w.WriteHeader(404)
	})
	f := newFetcher(Options{Agent: "factdiff/test", Timeout: 10e9, MaxBytes: 1000}, testGuard, dns(t, nil))
	defer f.Close()
	names := []string{"http://a.any.example:" + port(t, base) + "/1", "http://b.any.example:" + port(t, base) + "/2"}
	_, err := f.All(context.Background(), names)
	wantFailure(t, err, names[0], "status 404")
}

func TestInterrupted(t *testing.T) {
	base := serve(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	f, _ := testFetcher(t, Options{})
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := f.All(ctx, []string{base + "/a"})
	wantFailure(t, err, base+"/a", "interrupted")
}
