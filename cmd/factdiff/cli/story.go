package cli

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
)

// maxConfig is how many bytes of a story or alias file are read.
const maxConfig = 1 << 20

// story is a file that lists the reports of one event with what is known of
// them. What it says goes before what a report says of itself.
type story struct {
	Title   string        `yaml:"title"`
	Sources []storySource `yaml:"sources"`
}

type storySource struct {
	Path      string `yaml:"path"` // relative to the story file, or an address
	Title     string `yaml:"title"`
	Outlet    string `yaml:"outlet"`
	Author    string `yaml:"author"`
	URL       string `yaml:"url"`
	Published string `yaml:"published"`
}

// publishedForms are the forms of a time in a story file; a time without zone
// is UTC.
var publishedForms = [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly}

// readStory reads a story file. The error is a *source.Error.
func readStory(name string, stdin io.Reader) (*story, error) {
	data, err := readFile(name, stdin, maxConfig)
	if err != nil {
		return nil, err
	}
	s := &story{}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(s); err != nil && err != io.EOF {
		return nil, badYAML(name, err, "write 'sources:' and below it '- path: report.txt' for each report, with outlet, published, title, author, url as needed")
	}
	for i := range s.Sources {
		src := &s.Sources[i]
		if src.Path == "" {
			return nil, &source.Error{Name: name, What: fmt.Sprintf("source %d has no path", i+1), Mend: "add 'path:' with the report's file"}
		}
		if _, _, err := parsePublished(src.Published); err != nil {
			return nil, &source.Error{Name: name, What: fmt.Sprintf("source %d: published %q is no time", i+1, src.Published), Mend: "write it as 2006-01-02 or 2006-01-02T15:04:05Z"}
		}
		if src.Path != stdinName && !fetch.IsAddress(src.Path) && !filepath.IsAbs(src.Path) {
			src.Path = filepath.Join(filepath.Dir(name), src.Path)
		}
	}
	return s, nil
}

func (s *story) paths() []string {
	paths := make([]string, len(s.Sources))
	for i, src := range s.Sources {
		paths[i] = src.Path
	}
	return paths
}

// apply writes what the story says of source i into its article.
func (s *story) apply(i int, a *nlp.Article) {
	src := &s.Sources[i]
	for _, f := range []struct {
		to   *string
		from string
	}{{&a.Outlet, src.Outlet}, {&a.Author, src.Author}, {&a.URL, src.URL}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if t, dateOnly, err := parsePublished(src.Published); err == nil && src.Published != "" {
		a.Published, a.DateOnly = t, dateOnly
	}
	retitle(a, src.Title)
}

func parsePublished(s string) (t time.Time, dateOnly bool, err error) {
	if s == "" {
		return time.Time{}, false, nil
	}
	for _, form := range publishedForms {
		if t, err = time.Parse(form, s); err == nil {
			return t.UTC(), form == time.DateOnly, nil
		}
	}
	return time.Time{}, false, err
}

// retitle sets the headline. The text keeps all it had: a headline that was
// another one becomes the first paragraph.
func retitle(a *nlp.Article, title string) {
	title = strings.Join(strings.Fields(strings.ToValidUTF8(title, "\ufffd")), " ")
	if title == "" || title == a.Headline {
		return
	}
	if strings.EqualFold(title, strings.Join(strings.Fields(a.Headline), " ")) {
		return
	}
	shift := len(title) + len("\n\n")
	first := a.Origin.FileOffset(0)
	anchors := make([]nlp.Anchor, 0, len(a.Origin.Anchors)+2)
	anchors = append(anchors, nlp.Anchor{Text: 0, File: first}, nlp.Anchor{Text: shift, File: first})
	for _, at := range a.Origin.Anchors {
		if at.Text > 0 {
			anchors = append(anchors, nlp.Anchor{Text: at.Text + shift, File: at.File})
		}
	}
	a.Origin.Anchors = anchors
	a.Headline, a.Text = title, title+"\n\n"+a.Text
}

// readDecisions reads what people decided. The error is a *source.Error.
func readDecisions(name string, stdin io.Reader) (*reports.Decisions, error) {
	data, err := readFile(name, stdin, maxConfig)
	if err != nil {
		return nil, err
	}
	d, err := reports.ParseDecisions(data)
	if err != nil {
		return nil, &source.Error{Name: name, What: "cannot be used (" + err.Error() + ")", Mend: "export it from an HTML report again, or see reports/decisions.schema.json"}
	}
	return d, nil
}

// readAliases reads a file that says which names mean one thing: a list of
// lists, or a mapping from a name to its other names. The error is a
// *source.Error.
func readAliases(name string, stdin io.Reader) ([][]string, error) {
	const mend = `write '- [Name, Other Name]' or 'Name: [Other Name]', a line each`
	data, err := readFile(name, stdin, maxConfig)
	if err != nil {
		return nil, err
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, badYAML(name, err, mend)
	}
	if len(root.Content) == 0 {
		return nil, nil
	}
	wrong := func(n *yaml.Node, what string) error {
		return &source.Error{Name: name, Line: n.Line, What: what, Mend: mend}
	}
	top := root.Content[0]
	step := 1
	switch top.Kind {
	case yaml.SequenceNode:
	case yaml.MappingNode:
		step = 2
	default:
		return nil, wrong(top, "is neither a list nor a mapping of names")
	}
	var sets [][]string
	for entry := range slices.Chunk(top.Content, step) {
		var set []string
		for _, n := range entry {
			set = append(set, scalars(n)...)
		}
		if len(set) < 2 {
			return nil, wrong(entry[0], "gives only one name")
		}
		sets = append(sets, set)
	}
	return sets, nil
}

// scalars is the names in a node: its own, or those of a list.
func scalars(n *yaml.Node) []string {
	switch n.Kind {
	case yaml.AliasNode:
		return nil // YAML references could name a list endlessly
	case yaml.ScalarNode:
		if v := strings.TrimSpace(n.Value); v != "" {
			return []string{v}
		}
	case yaml.SequenceNode:
		var names []string
		for _, c := range n.Content {
			if c.Kind == yaml.ScalarNode {
				names = append(names, scalars(c)...)
			}
		}
		return names
	}
	return nil
}

// badYAML is an error of the YAML parser in one line.
func badYAML(name string, err error, mend string) error {
	what := strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " ")
	return &source.Error{Name: name, What: "is not as it should be (" + what + ")", Mend: mend}
}
