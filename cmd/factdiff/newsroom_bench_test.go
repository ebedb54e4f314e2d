package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/factdiff/factdiff/cmd/factdiff/cli"
)

// writeStories writes n stories of real size into a folder: a draft under
// stories and three sources of its own under sources, taken in turn from the
// invented stories of testdata, each with its own number in it.
func writeStories(dir string, n int) error {
	texts, err := filepath.Glob(filepath.Join("..", "..", "testdata", "stories", "inv-d[3-6]", "r*.txt"))
	if err != nil || len(texts) != 12 {
		return errors.Join(err, fmt.Errorf("%d texts", len(texts)))
	}
	for i := range n {
		for j, name := range []string{"stories/%03d.md", "sources/%03d/a.txt", "sources/%03d/b.txt", "sources/%03d/c.txt"} {
			// Three texts a story; the third source is the draft's own again.
			data, err := os.ReadFile(texts[i%4*3+j%3])
			if err != nil {
				return err
			}
			path := filepath.Join(dir, filepath.FromSlash(fmt.Sprintf(name, i)))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				return err
			}
			if err := os.WriteFile(path, fmt.Appendf(data, "\n\nThis is report number %d.\n", i), 0o666); err != nil {
				return err
			}
		}
	}
	return os.WriteFile(filepath.Join(dir, ".factdiff.yaml"), []byte("stories: [{draft: stories/*.md, sources: [\"sources/{name}/*.txt\"]}]\n"), 0o666)
}

// BenchmarkCheck checks 200 stories of three sources each: at most 20 seconds on
// two processors.
func BenchmarkCheck(b *testing.B) {
	dir := b.TempDir()
	if err := writeStories(dir, 200); err != nil {
		b.Fatal(err)
	}
	b.Chdir(dir)
	for b.Loop() {
		if status := cli.Main([]string{"check", "--fail-on", "never", "-f", "json"}, strings.NewReader(""), io.Discard, os.Stderr); status != 0 {
			b.Fatalf("status %d", status)
		}
	}
}

// flat FEW MANY PERCENT checks both folders and holds the second's peak of
// memory to the first's and so many percent.
func flat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: flat few many percent")
	}
	percent, err := strconv.Atoi(args[2])
	ts.Check(err)
	peak := func(dir string) int64 {
		cmd := exec.Command("factdiff", "check", "--jobs", "2", "--fail-on", "never", "-f", "json")
		cmd.Dir = ts.MkAbs(dir)
		ts.Check(cmd.Run())
		return maxRSS(cmd.ProcessState)
	}
	few, many := peak(args[0]), peak(args[1])
	ts.Logf("peaks: %d and %d", few, many)
	if many > few*int64(100+percent)/100 {
		ts.Fatalf("%s takes %d at its peak, %s %d", args[0], few, args[1], many)
	}
}
