package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
	"github.com/factdiff/factdiff/cmd/factdiff/nearest"
	"github.com/factdiff/factdiff/cmd/factdiff/project"
	"github.com/factdiff/factdiff/compare/detect"
	"github.com/factdiff/factdiff/reports/check"
)

// checkFormat is a format in which a check is written story by story.
type checkFormat struct {
	name string
	make func(io.Writer) (check.Writer, error)
}

// checkFormats lists the formats but text, which depends on the terminal, and
// html, which is a folder.
func checkFormats() []checkFormat {
	simple := func(make func(io.Writer) check.Writer) func(io.Writer) (check.Writer, error) {
		return func(w io.Writer) (check.Writer, error) { return make(w), nil }
	}
	return []checkFormat{
		{"json", func(w io.Writer) (check.Writer, error) { return check.NewJSON(w, tool) }},
		{"sarif", func(w io.Writer) (check.Writer, error) { return check.NewSARIF(w, tool, rules()) }},
		{"junit", simple(check.NewJUnit)},
		{"github", simple(check.NewGitHub)},
		{githubSummary, simple(check.NewGitHubSummary)},
		{"gitlab", simple(check.NewGitLab)},
		{"rdjson", func(w io.Writer) (check.Writer, error) { return check.NewRDJSON(w, tool) }},
		{"markdown", simple(check.NewMarkdown)},
		{"claimreview", simple(check.NewClaimReview)},
	}
}

const (
	htmlFormat    = "html"
	githubSummary = "github-summary"
)

// rules are the manuals of all kinds of findings.
func rules() []check.Rule {
	var list []check.Rule
	for _, d := range detect.All {
		title, doc, _ := strings.Cut(strings.TrimSpace(d.Doc), "\n")
		list = append(list, check.Rule{ID: d.Kind.String(), Title: title, Help: strings.TrimSpace(doc)})
	}
	return append(list, check.SuppressionRule())
}

// stdoutFormats are the formats that go to standard output.
func stdoutFormats() []string {
	names := []string{"text"}
	for _, f := range checkFormats() {
		names = append(names, f.name)
	}
	return names
}

// sinks are all that a check is written to.
type sinks []*sink

// sink is one format going to one place.
type sink struct {
	check.Writer
	buf  *bufio.Writer // nil for a folder
	file *file         // nil for standard output
	dead bool          // nobody reads standard output any more
}

// outputs opens what --format, --output and --report ask for. What cannot be
// written is told before any work is done.
func (f *checkFlags) outputs(cmd *cobra.Command, stories []*project.Story) (sinks, error) {
	type wish struct{ format, path string }
	wishes := []wish{{f.out.format.value, ""}}
	if f.out.toFile() {
		wishes[0].path = f.out.path
	}
	for _, r := range f.reports {
		format, path, ok := strings.Cut(r, "=")
		if !ok || path == "" {
			return nil, fmt.Errorf("--report takes FORMAT=FILE, got %q", r)
		}
		wishes = append(wishes, wish{format, path})
	}
	inputs := f.inputs(stories)
	var list sinks
	for i, w := range wishes {
		for _, other := range wishes[:i] {
			if w.path != "" && filepath.Clean(w.path) == filepath.Clean(other.path) {
				list.drop()
				return nil, fmt.Errorf("%s would be written twice; name another file", w.path)
			}
		}
		s, err := f.sink(cmd, w.format, w.path, inputs)
		if err != nil {
			list.drop()
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

// inputs is the files that no output may overwrite.
func (f *checkFlags) inputs(stories []*project.Story) []string {
	list := append([]string{f.config, f.aliases, f.baseline}, f.decisions...)
	for _, s := range stories {
		list = append(list, s.Draft, s.Project.File)
		for _, name := range s.Sources {
			if !fetch.IsAddress(name) {
				list = append(list, name)
			}
		}
	}
	return list
}

// sink opens one output in a format. An empty path is standard output.
func (f *checkFlags) sink(cmd *cobra.Command, format, path string, inputs []string) (*sink, error) {
	formats := checkFormats()
	i := slices.IndexFunc(formats, func(f checkFormat) bool { return f.name == format })
	if i < 0 && format != "text" && format != htmlFormat {
		all := append(stdoutFormats(), htmlFormat)
		return nil, fmt.Errorf("--report: unknown format %q%s (one of %s)", format, nearest.Suggestion(format, all), strings.Join(all, ", "))
	}
	if format == htmlFormat {
		return newPages(cmd, path)
	}
	o := output{path: path, color: f.out.color}
	if err := o.check(inputs); err != nil {
		return nil, asUsage(err)
	}
	s := &sink{}
	var to io.Writer = cmd.OutOrStdout()
	if o.toFile() {
		open := newFile
		if format == githubSummary && path == os.Getenv("GITHUB_STEP_SUMMARY") {
			open = appendTo // the steps of a job share the file
		}
		file, err := open(path)
		if err != nil {
			return nil, asUsage(err)
		}
		s.file, to = file, file
	}
	s.buf = bufio.NewWriter(to)
	if format == "text" {
		s.Writer = check.NewText(s.buf, check.TextOptions{Color: o.text(cmd).Color})
		return s, nil
	}
	var err error
	s.Writer, err = formats[i].make(s.buf)
	return s, err
}

func (s *sink) drop() {
	if s.file != nil {
		s.file.drop()
	}
}

// flush hands on what was written. A reader that stopped reading is no error:
// the status tells all the same.
func (s *sink) flush(err error) error {
	if err == nil && s.buf != nil {
		err = s.buf.Flush()
	}
	if s.file == nil && errors.Is(err, syscall.EPIPE) {
		s.dead = true
		return nil
	}
	return err
}

func (l sinks) story(s *check.Story) error {
	for _, k := range l {
		if !k.dead {
			if err := k.flush(k.Story(s)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l sinks) end(sum *check.Summary, notices []check.Notice) error {
	for _, k := range l {
		if !k.dead {
			if err := k.flush(k.End(sum, notices)); err != nil {
				return err
			}
		}
	}
	for _, k := range l {
		if k.file != nil {
			if err := k.file.done(); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropOnInterrupt leaves all files as they were when the user or the system
// stops the program, and returns what ends that.
func (l sinks) dropOnInterrupt() (end func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-signals; ok {
			l.drop()
			os.Exit(exitInterrupt)
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}

// exitInterrupt is the status of a program that was interrupted, as shells
// have it.
const exitInterrupt = 130

// drop leaves all files as they were.
func (l sinks) drop() {
	for _, k := range l {
		k.drop()
	}
}
