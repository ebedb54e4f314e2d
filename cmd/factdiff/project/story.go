package project

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v4"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
)

// MaxSources is how many sources a draft may rest on: with the draft, as many
// reports as one comparison takes.
const MaxSources = 99

// Story is a draft with the sources it rests on.
type Story struct {
	Project  *Project
	Draft    string   // absolute path
	Sources  []string // absolute paths and addresses, sorted within each pattern
	Patterns []string // absolute patterns of the sources, for files that are gone
	Err      error    // why its sources cannot be had; an *Error
}

// Key is the draft's path from the project's folder, with slashes.
func (s *Story) Key() string { return s.Project.Key(s.Draft) }

// files lists what a pattern matches, sorted; a path without signs of a pattern
// is itself, whether or not it exists.
func (p *Project) files(pattern, base string) ([]string, error) {
	pattern = filepath.ToSlash(pattern)
	if !isPattern(pattern) {
		if !filepath.IsAbs(pattern) {
			pattern = filepath.Join(base, filepath.FromSlash(unescape(pattern)))
		}
		return []string{filepath.Clean(pattern)}, nil
	}
	files, err := doublestar.FilepathGlob(absolute(pattern, base), doublestar.WithFilesOnly(), doublestar.WithNoHidden(), doublestar.WithNoFollow())
	if err != nil {
		return nil, fmt.Errorf("%q is no pattern; * ? [abc] {a,b} and ** are known", pattern)
	}
	for i := range files {
		files[i] = filepath.Clean(files[i])
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

// isPattern reports whether the path holds signs of a pattern.
func isPattern(path string) bool {
	for i := 0; i < len(path); i++ {
		switch path[i] {
		case '\\':
			i++
		case '*', '?', '[', '{':
			return true
		}
	}
	return false
}

// unescape takes the backslashes out of a path.
func unescape(path string) string {
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		if path[i] == '\\' && i+1 < len(path) {
			i++
		}
		b.WriteByte(path[i])
	}
	return b.String()
}

// literal is a path as a pattern that matches only itself.
func literal(path string) string {
	var b strings.Builder
	for _, r := range path {
		if strings.ContainsRune(`*?[]{}\`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// absolute is a pattern from a folder as one from the root.
func absolute(pattern, base string) string {
	if filepath.IsAbs(pattern) {
		return pattern
	}
	for strings.HasPrefix(pattern, "../") || strings.HasPrefix(pattern, "./") {
		if strings.HasPrefix(pattern, "../") {
			base = filepath.Dir(base)
		}
		_, pattern, _ = strings.Cut(pattern, "/")
	}
	return strings.TrimSuffix(literal(filepath.ToSlash(base)), "/") + "/" + pattern
}

// patterns refuses what is no pattern.
func (d *decoder) patterns(n *yaml.Node, list []string) {
	for _, p := range list {
		if !fetch.IsAddress(p) && !doublestar.ValidatePattern(filepath.ToSlash(strings.ReplaceAll(p, nameMark, ""))) {
			d.wrong(n, "%q is no pattern; * ? [abc] {a,b} and ** are known", p)
		}
	}
}

// nameMark stands in a source for the draft's name without its ending.
const nameMark = "{name}"

// rest adds the sources that patterns from a folder name.
func (s *Story) rest(sources []string, base string) {
	name := filepath.Base(s.Draft)
	name = literal(strings.TrimSuffix(name, filepath.Ext(name)))
	for _, source := range sources {
		if fetch.IsAddress(source) {
			s.source(source)
			continue
		}
		pattern := strings.ReplaceAll(source, nameMark, name)
		files, err := s.Project.files(pattern, base)
		if err != nil {
			s.fail(err.Error())
			continue
		}
		if !isPattern(pattern) {
			pattern = literal(filepath.ToSlash(files[0]))
		} else {
			pattern = absolute(filepath.ToSlash(pattern), base)
		}
		s.Patterns = append(s.Patterns, pattern)
		if len(files) == 0 {
			s.fail(fmt.Sprintf("no source matches %q", source))
		}
		for _, f := range files {
			s.source(f)
		}
	}
}

func (s *Story) source(name string) {
	if name != s.Draft && !slices.Contains(s.Sources, name) {
		s.Sources = append(s.Sources, name)
	}
}

func (s *Story) fail(what string) {
	if s.Err == nil {
		s.Err = &Error{Name: Display(s.Draft), What: what}
	}
}

// check holds the number of sources to the limit.
func (s *Story) check() {
	most := MaxSources
	if l := s.Project.Config.Limits; l != nil {
		most = cmp.Or(l.Sources, most)
	}
	if len(s.Sources) > most {
		s.fail(fmt.Sprintf("rests on %d sources, at most %d are compared; name fewer", len(s.Sources), most))
	}
}

// sourcesKey is the key of a draft's front matter that names its sources.
const sourcesKey = "factdiff-sources"

// maxFrontMatter is how far front matter is looked for: as far as the reader of
// reports does.
const maxFrontMatter = 64 << 10

// frontMatter adds the sources that the draft names; their paths are from the
// draft's folder. A draft that cannot be read is left to its reading.
func (s *selector) frontMatter(story *Story) error {
	text, ok := frontMatter(story.Draft)
	if !ok {
		return nil
	}
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil || len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return nil // the reader of reports says what is wrong
	}
	pairs := root.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		if key := pairs[i].Value; key != sourcesKey && strings.HasPrefix(key, "factdiff") {
			return &Error{Name: Display(story.Draft), Line: pairs[i].Line + 1, What: fmt.Sprintf("unknown key %q; did you mean %q?", key, sourcesKey)}
		} else if key != sourcesKey {
			continue
		}
		d := decoder{name: Display(story.Draft)}
		var sources Strings
		d.strings(pairs[i+1], sourcesKey, &sources)
		d.patterns(pairs[i+1], sources)
		if d.first != nil {
			d.first.Line++ // the line of --- is the first
			return d.first
		}
		story.rest(sources, filepath.Dir(story.Draft))
	}
	story.check()
	return nil
}

// frontMatter is what stands between two lines of --- at the start of a file.
func frontMatter(file string) ([]byte, bool) {
	f, err := os.Open(file)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFrontMatter))
	if err != nil {
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if string(bytes.TrimRight(first, " \t\r")) != "---" {
		return nil, false
	}
	for at := 0; at < len(rest); {
		line, _, _ := bytes.Cut(rest[at:], []byte("\n"))
		if mark := string(bytes.TrimRight(line, " \t\r")); mark == "---" || mark == "..." {
			return rest[:at], true
		}
		at += len(line) + 1
	}
	return nil, false
}
