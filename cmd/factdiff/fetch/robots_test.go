package fetch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRobots: the examples of RFC 9309 in our own words, and what servers get
// wrong.
func TestRobots(t *testing.T) {
	const all = "User-agent: *\n"
	for _, c := range []struct {
		name, file, path string
		want             bool
	}{
		{"empty file", "", "/a", true},
		{"prefix", all + "Disallow: /news", "/news/1", false},
		{"prefix of a word", all + "Disallow: /news", "/newsroom", false},
		{"folder is no prefix of itself without slash", all + "Disallow: /news/", "/news", true},
		{"case counts in paths", all + "Disallow: /News", "/news", true},
		{"case does not count in keys", "USER-AGENT: *\nDISALLOW: /", "/news", false},
		{"empty pattern", all + "Disallow:", "/news", true},
		{"everything", all + "Disallow: /", "/", false},

		{"longest wins: allow", all + "Disallow: /a\nAllow: /a/b", "/a/b/c", true},
		{"longest wins: disallow", all + "Allow: /a\nDisallow: /a/b", "/a/b/c", false},
		{"order does not count", all + "Allow: /a/b\nDisallow: /a", "/a/b/c", true},
		{"of equal ones allow wins", all + "Disallow: /p\nAllow: /p", "/p", true},
		{"of equal ones allow wins, first", all + "Allow: /p\nDisallow: /p", "/p", true},
		{"stars count as octets", all + "Allow: /page\nDisallow: /*.htm", "/page.htm", false},

		{"star", all + "Disallow: /*.pdf", "/a/b.pdf?x", false},
		{"star is anchored", all + "Disallow: /a*b", "/x/aXb", true},
		{"star for nothing", all + "Disallow: /a*b", "/ab", false},
		{"end", all + "Disallow: /*.pdf$", "/a.pdf", false},
		{"not the end", all + "Disallow: /*.pdf$", "/a.pdf?x", true},
		{"end found late", all + "Disallow: /*b$", "/abab", false},
		{"end without star", all + "Disallow: /a$", "/a", false},
		{"end without star, longer", all + "Disallow: /a$", "/ab", true},
		{"dollar within", all + "Disallow: /a$b", "/a$b", false},
		{"query", all + "Disallow: /*?print=", "/a?print=1", false},
		{"no query", all + "Disallow: /*?print=", "/a", true},
		{"begins with a star", all + "Disallow: *print", "/a/print", false},
		{"no slash", all + "Disallow: news", "/news", true},

		{"own group before all", all + "Disallow: /\nUser-agent: factdiff\nAllow: /", "/a", true},
		{"own group alone", "User-agent: factdiff\nDisallow: /a\n\n" + all + "Disallow: /b", "/b", true},
		{"own empty group", "User-agent: factdiff\nDisallow:\n\n" + all + "Disallow: /", "/a", true},
		{"own name in other case, with version", "User-agent: FactDiff/2.0\nDisallow: /", "/a", false},
		{"a part of the name", "User-agent: fact\nDisallow: /", "/a", true},
		{"a longer name", "User-agent: factdiff-news\nDisallow: /", "/a", true},
		{"another program", "User-agent: crawler\nDisallow: /", "/a", true},
		{"several names of one group", "User-agent: crawler\nUser-agent: factdiff\nDisallow: /", "/a", false},
		{"names parted by something else", "User-agent: factdiff\nCrawl-delay: 1\nUser-agent: crawler\nDisallow: /", "/a", false},
		{"a group ends with its rules", "User-agent: factdiff\nDisallow: /a\nUser-agent: crawler\nDisallow: /b", "/b", true},
		{"groups of one name are one", "User-agent: factdiff\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: factdiff\nDisallow: /b", "/b", false},
		{"groups for all are one", all + "Disallow: /a\nUser-agent: x\nDisallow: /\n" + all + "Disallow: /b", "/a", false},
		{"rule before any group", "Disallow: /\nUser-agent: *\nDisallow: /b", "/a", true},

		{"escaped in the file", all + "Disallow: /%61", "/a", false},
		{"escaped in the path", all + "Disallow: /a", "/%61", false},
		{"reserved stays apart", all + "Disallow: /a%2Fb", "/a/b", true},
		{"case of escapes", all + "Disallow: /a%2fb", "/a%2Fb", false},
		{"letters beyond ASCII", all + "Disallow: /é", "/%C3%A9t%C3%A9", false},
		{"blank within", all + "Disallow: /a b", "/a%20b", false},
		{"half an escape", all + "Disallow: /%4", "/%4", false},

		{"comment", all + "Disallow: /a # but not /b", "/a", false},
		{"comment line", all + "# Disallow: /a", "/a", true},
		{"carriage returns", "User-agent: *\rDisallow: /a\r\n", "/a", false},
		{"byte order mark", "\xef\xbb\xbf" + all + "Disallow: /a", "/a", false},
		{"no colon", all + "Disallow /a", "/a", true},
		{"a bad line spoils nothing", all + "Crawl-delay: soon\n:::\nDisallow: /a", "/a", false},
		{"HTML", "<html><body>Disallow: /</body></html>", "/a", true},
		{"robots.txt itself", all + "Disallow: /", "/robots.txt", true},
		{"beyond the bound", all + strings.Repeat("#\n", maxRobots/2) + "Disallow: /a", "/a", true},
	} {
		rule, ok := robotsVerdict(parseRobots([]byte(c.file), "factdiff"), c.path)
		if got := !ok || rule.allow; got != c.want {
			t.Errorf("%s: %q may be fetched: %v, want %v", c.name, c.path, got, c.want)
		}
	}
}

// TestRobotsHostile: the worst file for the worst address takes no time.
func TestRobotsHostile(t *testing.T) {
	path := "/" + strings.Repeat("a", 8<<10)
	for _, line := range []string{"Allow:/*a*a*a*a*a*b\n", "Allow:" + strings.Repeat("*a", 1000) + "b\n", "Allow:" + path + "*b\n", "Allow:*b\n", "User-agent:*\n"} {
		start := time.Now()
		robotsVerdict(parseRobots([]byte("User-agent: *\n"+strings.Repeat(line, maxRobots/len(line))), "factdiff"), path)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%.20q...: %v", line, took)
		}
	}
}

func TestProductToken(t *testing.T) {
	for in, want := range map[string]string{"Factdiff/0.1 (+x)": "factdiff", "a_b-C d": "a_b-c", "": "", "*": "", "1x": ""} {
		if got := productToken(in); got != want {
			t.Errorf("productToken(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzRobots: a rule matches what a slow, plain matcher says it does; line
// ends, comments and unknown lines change nothing; a path means the same with
// its letters escaped.
func FuzzRobots(f *testing.F) {
	files, err := filepath.Glob("testdata/robots/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range []string{"/", "/news/1.html?print=1", "/%C3%A9/a%2Fb"} {
			f.Add(data, path)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, path string) {
		if len(data) > 1<<12 || len(path) > 1<<8 {
			return // the plain matcher is quadratic
		}
		rules := parseRobots(data, "factdiff")
		comparable := comparablePath(path)
		for i := range rules {
			if got, want := rules[i].matches(comparable), plainMatch(comparablePath(rules[i].pattern), comparable); got != want {
				t.Fatalf("%q matches %q: %v, want %v", rules[i].pattern, path, got, want)
			}
		}
		verdict := func(data []byte, path string) bool {
			rule, ok := robotsVerdict(parseRobots(data, "factdiff"), path)
			return !ok || rule.allow
		}
		want := verdict(data, path)
		noisy := strings.ReplaceAll(string(data), "\n", " # x\r\nSitemap: /\n\n")
		if got := verdict([]byte(noisy), path); got != want {
			t.Fatalf("with comments, %q may be fetched: %v, want %v", path, got, want)
		}
		if got := verdict(data, comparable); got != want {
			t.Fatalf("%q may be fetched: %v, but %q %v", path, want, comparable, got)
		}
	})
}

// plainMatch is the definition of a pattern: * for any octets, $ at the end
// for the end.
func plainMatch(pattern, path string) bool {
	pattern, end := strings.CutSuffix(pattern, "$")
	if !end {
		pattern += "*"
	}
	fits := make([]bool, len(path)+1) // the pattern so far fits path[:i]
	fits[0] = true
	for i := range len(pattern) {
		next := make([]bool, len(path)+1)
		for j := range fits {
			if pattern[i] == '*' {
				next[j] = fits[j] || j > 0 && next[j-1]
			} else {
				next[j] = j > 0 && fits[j-1] && path[j-1] == pattern[i]
			}
		}
		fits = next
	}
	return fits[len(path)]
}
