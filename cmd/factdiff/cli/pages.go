package cli

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/reports/check"
	"github.com/factdiff/factdiff/reports/html"
)

// pages writes the HTML report of each story into a folder, and an index.
type pages struct {
	dir     string
	command string
	entries []check.Entry
}

func newPages(cmd *cobra.Command, dir string) (*sink, error) {
	p := &pages{dir: dir, command: cmd.Root().Annotations[commandLine]}
	if err := p.mkdir(dir); err != nil {
		return nil, asUsage(err)
	}
	return &sink{Writer: p}, nil
}

func (p *pages) mkdir(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return (&file{path: dir}).failed(err)
	}
	return nil
}

func (p *pages) Story(s *check.Story) error {
	e := check.Entry{Draft: s.Draft, Title: s.Title, Error: s.Error}
	e.Summary.Add(s)
	if e.Title == "" {
		e.Title = s.Draft
	}
	if s.Report != nil {
		name := draftPage(s.Draft)
		target := filepath.Join(p.dir, filepath.FromSlash(name))
		if err := p.mkdir(filepath.Dir(target)); err != nil {
			return err
		}
		var buf bytes.Buffer
		if err := html.Write(&buf, s.Report, html.Options{Command: p.command}); err != nil {
			return err
		}
		if err := writeFile(target, buf.Bytes()); err != nil {
			return err
		}
		e.Page = (&url.URL{Path: name}).String()
	}
	p.entries = append(p.entries, e)
	return nil
}

// draftPage is the path of a draft's page from the folder. It never leads out of
// it.
func draftPage(draft string) string {
	parts := strings.Split(path.Clean(strings.TrimPrefix(draft, "/")), "/")
	for i, part := range parts {
		if part == ".." {
			parts[i] = "up"
		}
	}
	name := path.Join(parts...) + ".html"
	if !fs.ValidPath(name) {
		name = "draft.html"
	}
	return name
}

func (p *pages) End(sum *check.Summary, notices []check.Notice) error {
	var buf bytes.Buffer
	if err := check.WriteIndex(&buf, p.entries, sum, notices); err != nil {
		return err
	}
	return writeFile(filepath.Join(p.dir, "index.html"), buf.Bytes())
}
