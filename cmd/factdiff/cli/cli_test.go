package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/factdiff/factdiff/nlp/source"
)

// TestMain lets the test's program be the child that reads a PDF.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == readPDFName {
		os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

func TestParsePublished(t *testing.T) {
	for _, c := range []struct {
		in       string
		want     time.Time
		dateOnly bool
		ok       bool
	}{
		{"", time.Time{}, false, true},
		{"2024-05-03", time.Date(2024, 5, 3, 0, 0, 0, 0, time.UTC), true, true},
		{"2024-05-03T20:15:00Z", time.Date(2024, 5, 3, 20, 15, 0, 0, time.UTC), false, true},
		{"2024-05-03T20:15:00+02:00", time.Date(2024, 5, 3, 18, 15, 0, 0, time.UTC), false, true},
		{"2024-05-03 20:15", time.Date(2024, 5, 3, 20, 15, 0, 0, time.UTC), false, true},
		{"3.5.2024", time.Time{}, false, false},
		{"2024-13-03", time.Time{}, false, false},
	} {
		got, dateOnly, err := parsePublished(c.in)
		if !got.Equal(c.want) || dateOnly != c.dateOnly || (err == nil) != c.ok {
			t.Errorf("parsePublished(%q) = %v, %v, %v; want %v, %v", c.in, got, dateOnly, err, c.want, c.dateOnly)
		}
	}
}

// TestRetitle: a new headline leaves every byte of the old text on its line
// and column of the file.
func TestRetitle(t *testing.T) {
	const file = "---\noutlet: Herald\n---\n\nFerry hits pier\r\n\r\n“27” people were injured.\r\nFour are in hospital.\r\n"
	for _, c := range []struct {
		title, headline, text string
	}{
		{"", "Ferry hits pier", "Ferry hits pier\n\n"},
		{"FERRY hits  pier", "Ferry hits pier", "Ferry hits pier\n\n"},
		{" Ferry rams\npier ", "Ferry rams pier", "Ferry rams pier\n\nFerry hits pier\n\n"},
		{"Bad \xff byte", "Bad \ufffd byte", "Bad \ufffd byte\n\nFerry hits pier\n\n"},
	} {
		before, err := source.Read("a.txt", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		after, err := source.Read("a.txt", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		retitle(after, c.title)
		if after.Headline != c.headline || !strings.HasPrefix(after.Text, c.text) || after.Slice(after.HeadlineSpan()) != c.headline {
			t.Errorf("%q: headline %q, text %q", c.title, after.Headline, after.Text)
		}
		shift := len(after.Text) - len(before.Text)
		for off := range before.Text {
			line, column := before.Origin.LineColumn(off)
			if l, col := after.Origin.LineColumn(off + shift); l != line || col != column {
				t.Fatalf("%q: byte %d (%q) moved from %d:%d to %d:%d", c.title, off, before.Text[off:off+1], line, column, l, col)
			}
		}
	}
}

func TestRoff(t *testing.T) {
	for in, want := range map[string]string{
		"plain":           "plain",
		"--kind":          `\-\-kind`,
		".hidden\n'quote": "\\&.hidden\n\\&'quote",
		`a\b`:             `a\eb`,
		"a.b 'c'":         "a.b 'c'",
	} {
		if got := roff(in); got != want {
			t.Errorf("roff(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWriteFileLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	if err := writeFile(filepath.Join(dir, "no", "out.txt"), []byte("x")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder: %v", err)
	}
	path := filepath.Join(dir, "out.txt")
	for _, data := range []string{"long first text", "short"} {
		if err := writeFile(path, []byte(data)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != data {
			t.Errorf("%q, %v; want %q", got, err, data)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v in the folder, %v", entries, err)
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }
func (b broken) Read([]byte) (int, error)  { return 0, b.err }

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		name   string
		args   []string
		stdout error
		want   int
	}{
		{"pipe closed", []string{"version"}, &os.PathError{Op: "write", Path: "-", Err: syscall.EPIPE}, exitOK},
		{"disk full", []string{"version"}, syscall.ENOSPC, exitFailure},
		{"input broken", []string{"extract", "-"}, nil, exitInput},
		{"usage", []string{"--nonsense"}, nil, exitUsage},
	} {
		var stdout, stderr bytes.Buffer
		status := 0
		if c.stdout != nil {
			status = Main(c.args, nil, broken{c.stdout}, &stderr)
		} else {
			status = Main(c.args, broken{errors.New("unplugged")}, &stdout, &stderr)
		}
		if status != c.want || (stderr.Len() == 0) != (c.want == exitOK) {
			t.Errorf("%s: status %d, stderr %q; want status %d", c.name, status, stderr.String(), c.want)
		}
	}
}
