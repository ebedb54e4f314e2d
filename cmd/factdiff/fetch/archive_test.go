package fetch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mustParse(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// TestArchive: what was fetched is in the archive as the package says, and
// comes out of it as it went in, without a server and without the cache.
func TestArchive(t *testing.T) {
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "/a", http.StatusFound)
		case "/a", "/b":
			w.Header().Set("Content-Type", "text/plain")
			w.Header().Set("Set-Cookie", "id=1")
			w.Header().Set("X-Latin", "\xe9t\xe9 <&>")
			w.Header().Set("Cache-Control", "no-store")
			fmt.Fprint(w, "Ferry hits pier", r.URL.Path)
		default:
			http.NotFound(w, r)
		}
	})
	dir := filepath.Join(t.TempDir(), "new", "archive")
	names := []string{base + "/old?q=\xe9#top", base + "/b"}
	online, _ := testFetcher(t, Options{Archive: dir})
	want, err := online.All(context.Background(), names)
	if err != nil {
		t.Fatal(err)
	}
	index := &Index{}
	data, err := os.ReadFile(filepath.Join(dir, "index.json"))
	if err != nil || json.Unmarshal(data, index) != nil || index.Format != "factdiff-archive/1" || len(index.Pages) != 2 {
		t.Fatalf("%v, %s", err, data)
	}
	for i, path := range []string{"/b", "/old?q=%E9"} {
		r := index.Pages[i]
		body, err := os.ReadFile(filepath.Join(dir, "bodies", r.SHA256))
		if err != nil || r.SHA256 != fmt.Sprintf("%x", sha256.Sum256(body)) || r.URL != base+path || r.Bytes != len(body) ||
			r.Header.Get("Content-Type") != "text/plain" || r.Header.Get("Set-Cookie") != "" || r.Fetched.IsZero() {
			t.Errorf("%+v, %v", r, err)
		}
	}
	offline, _ := testFetcher(t, Options{Archive: dir, Offline: true})
	got, err := offline.All(context.Background(), names)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("from the archive:\n%s", diff)
	}

	// A second run adds, and replaces what it fetched again.
	again, clock := testFetcher(t, Options{Archive: dir})
	clock.time = clock.time.AddDate(0, 0, 1)
	if _, err := again.All(context.Background(), []string{base + "/a", base + "/b"}); err != nil {
		t.Fatal(err)
	}
	read, err := again.archive.index()
	if err != nil || len(read.Pages) != 3 || !read.find(base+"/b").Fetched.Equal(clock.time) || read.find(base+"/old?q=%E9").Fetched.Equal(clock.time) {
		t.Errorf("%+v, %v", read, err)
	}
}

// TestArchiveWrong: an archive that is not as it was written is told, and by
// name.
func TestArchiveWrong(t *testing.T) {
	base := serve(t, pages(map[string]string{"/a": "Ferry hits pier", "/b": "Ferry"}))
	replay := func(dir string) error {
		f, _ := testFetcher(t, Options{Archive: dir, Offline: true})
		_, err := get(f, base+"/a")
		return err
	}
	for _, c := range []struct {
		name   string
		change func(dir, body string) error
		words  string
	}{
		{"changed bytes", func(_, body string) error { return os.WriteFile(body, []byte("Ferry hits quay"), 0o600) }, base + "/a: is in the archive, but BODY has changed since"},
		{"cut bytes", func(_, body string) error { return os.Truncate(body, 3) }, "has changed since"},
		{"missing bytes", func(_, body string) error { return os.Remove(body) }, "BODY cannot be read (no such file"},
		{"too many bytes", func(_, body string) error { return os.Truncate(body, 1<<21) }, "cannot be read (more than 1048576 bytes)"},
		{"no index", func(dir, _ string) error { return os.Remove(filepath.Join(dir, "index.json")) }, base + "/a: is not in the archive DIR; run once without --offline"},
		{"no JSON", func(dir, _ string) error { return os.WriteFile(filepath.Join(dir, "index.json"), []byte("{"), 0o600) }, "DIR/index.json: is no index of an archive: it is no such JSON"},
		{"other JSON", func(dir, _ string) error {
			return os.WriteFile(filepath.Join(dir, "index.json"), []byte(`{"format": "x/1"}`), 0o600)
		}, `its format is "x/1"`},
		{"folder for index", func(dir, _ string) error {
			name := filepath.Join(dir, "index.json")
			if err := os.Remove(name); err != nil {
				return err
			}
			return os.Mkdir(name, 0o700)
		}, "DIR/index.json: cannot be read ("},
	} {
		dir := t.TempDir()
		online, _ := testFetcher(t, Options{Archive: dir})
		page, err := get(online, base+"/a")
		if err != nil {
			t.Fatal(err)
		}
		if err := replay(dir); err != nil {
			t.Fatal(err)
		}
		body := filepath.Join(dir, "bodies", page.SHA256)
		if err := c.change(dir, body); err != nil {
			t.Fatal(err)
		}
		words := strings.NewReplacer("BODY", body, "DIR", dir).Replace(c.words)
		if err := replay(dir); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: error %v, want %q", c.name, err, words)
		}
	}

	// A folder that cannot be written, or is none of ours, is told before
	// anything is asked for.
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, _ := testFetcher(t, Options{Archive: file})
	_, err := get(f, base+"/b")
	wantFailure(t, err, filepath.Join(file, "index.json"), "cannot be read", "--archive")
}

// TestArchiveKeepsSome: pages that came are kept, though another did not.
func TestArchiveKeepsSome(t *testing.T) {
	base := serve(t, pages(map[string]string{"/a": "Ferry hits pier"}))
	f, _ := testFetcher(t, Options{Archive: t.TempDir()})
	if _, err := f.All(context.Background(), []string{base + "/b", base + "/a"}); err == nil {
		t.Fatal("no error")
	}
	index, err := f.archive.index()
	if err != nil || len(index.Pages) != 1 || index.Pages[0].URL != base+"/a" {
		t.Errorf("%+v, %v", index, err)
	}
}

const goodHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

func TestParseIndex(t *testing.T) {
	page := func(url, hash string) string { return `{"url": "` + url + `", "sha256": "` + hash + `"}` }
	for _, c := range []struct{ name, pages, words string }{
		{"none", "", ""},
		{"one", page("http://a.example/", goodHash), ""},
		{"twice", page("http://a.example/", goodHash) + "," + page("http://b.example/", goodHash) + "," + page("http://a.example/", goodHash), "lists http://a.example/ twice"},
		{"no hash", page("http://a.example/", ""), "is none"},
		{"a path for a hash", page("http://a.example/", "../../../../etc/passwd"), "is none"},
		{"a path as long as a hash", page("http://a.example/", "../../"+goodHash[6:]), "is none"},
		{"capitals", page("http://a.example/", strings.ToUpper(goodHash)), "is none"},
		{"no address", page("", goodHash), "without url"},
		{"no page", "5", "no such JSON"},
	} {
		_, err := parseIndex([]byte(`{"format": "factdiff-archive/1", "pages": [` + c.pages + `]}`))
		if c.words == "" && err != nil || c.words != "" && (err == nil || !strings.Contains(err.Error(), c.words)) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.words)
		}
	}
}

// FuzzIndex: an index that is read can be written and read again as it is, its
// pages are found by their addresses, and none leads out of the archive.
func FuzzIndex(f *testing.F) {
	files, err := filepath.Glob("testdata/index/*.json")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		index, err := parseIndex(data)
		if err != nil {
			return
		}
		for _, r := range index.Pages {
			if found := index.find(r.URL); found == nil || found.SHA256 != r.SHA256 {
				t.Fatalf("%q: found %+v", r.URL, found)
			}
			if body := filepath.Join("bodies", r.SHA256); filepath.Dir(body) != "bodies" || len(filepath.Base(body)) != 64 {
				t.Fatalf("%q lies at %s", r.URL, body)
			}
		}
		written, err := json.Marshal(index)
		if err != nil {
			t.Fatal(err)
		}
		again, err := parseIndex(written)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if rewritten, err := json.Marshal(again); err != nil || !bytes.Equal(written, rewritten) {
			t.Fatalf("%v\n%s\n%s", err, written, rewritten)
		}
	})
}
