package project

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
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

// Selection is the stories that the arguments of a command name.
type Selection struct {
	Stories  []*Story
	Projects []*Project
	Notices  []Notice
	Whole    bool // every story of every project is among them
}

// Notice is something about a file that the user should know.
type Notice struct{ Path, Text string }

// Select finds the stories of the paths: drafts, or folders of drafts. Each
// belongs to the project of the nearest configuration above it, or of config if
// that is not empty. The error is an *Error.
func Select(paths []string, config string) (*Selection, error) {
	sel := &selector{Selection: Selection{Whole: true}, projects: map[string]*Project{}, all: map[*Project][]*Story{}}
	if config != "" {
		p, err := sel.load(config)
		if err != nil {
			return nil, err
		}
		sel.fixed = p
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		if err := sel.path(path); err != nil {
			return nil, err
		}
	}
	if len(sel.Stories) == 0 && len(sel.Notices) == 0 {
		return nil, &Error{Name: paths[0], What: "no drafts with sources found; write " + ConfigName + " (factdiff init does), or factdiff-sources into a draft's front matter"}
	}
	return &sel.Selection, nil
}

// selector gathers a selection.
type selector struct {
	Selection
	fixed    *Project            // of --config
	projects map[string]*Project // by configuration or, without one, by folder
	all      map[*Project][]*Story
}

// load reads a configuration once.
func (s *selector) load(file string) (*Project, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, &Error{Name: file, What: err.Error()}
	}
	if p := s.projects[abs]; p != nil {
		return p, nil
	}
	p, err := Load(abs, display(abs))
	if err != nil {
		return nil, err
	}
	s.projects[abs] = p
	s.Projects = append(s.Projects, p)
	return p, nil
}

// of is the project that a folder belongs to.
func (s *selector) of(dir string) (*Project, error) {
	if s.fixed != nil {
		return s.fixed, nil
	}
	if file := Find(dir); file != "" {
		return s.load(file)
	}
	if s.projects[dir] == nil {
		s.projects[dir] = Bare(dir)
		s.Projects = append(s.Projects, s.projects[dir])
	}
	return s.projects[dir], nil
}

// path adds the stories of one argument.
func (s *selector) path(name string) error {
	abs, err := filepath.Abs(name)
	if err != nil {
		return &Error{Name: name, What: err.Error()}
	}
	info, err := os.Stat(abs)
	if err == nil && !info.IsDir() && filepath.Base(abs) == ConfigName {
		abs, info = filepath.Dir(abs), nil
	}
	dir := abs
	if err != nil || info != nil && !info.IsDir() {
		dir = filepath.Dir(abs)
	}
	p, perr := s.of(dir)
	if perr != nil {
		return perr
	}
	folder := err == nil && (info == nil || info.IsDir())
	var stories []*Story
	// Where drafts name their sources themselves, the others have no say.
	if folder || p.Config.Stories != nil {
		if stories, err = s.stories(p); err != nil {
			return err
		}
	}
	if folder {
		s.Whole = s.Whole && within(p.Root, abs)
		for _, story := range stories {
			if within(story.Draft, abs) {
				s.add(story)
			}
		}
		return nil
	}
	return s.file(p, abs, name, stories)
}

// file adds the story of one draft.
func (s *selector) file(p *Project, abs, name string, stories []*Story) error {
	s.Whole = false
	for _, story := range stories {
		if story.Draft == abs {
			s.add(story)
			return nil
		}
	}
	story := &Story{Project: p, Draft: abs}
	if err := s.frontMatter(story); err != nil {
		return err
	}
	if len(story.Sources) > 0 || story.Err != nil {
		s.add(story)
		return nil
	}
	if _, err := os.Stat(abs); errors.Is(err, fs.ErrNotExist) {
		return &Error{Name: name, What: "does not exist; check the path"}
	}
	return &Error{Name: name, What: "has no sources; list it under stories in " + ConfigName + ", or write factdiff-sources into its front matter"}
}

func (s *selector) add(story *Story) {
	if !slices.ContainsFunc(s.Stories, func(x *Story) bool { return x == story || x.Draft == story.Draft && x.Project == story.Project }) {
		s.Stories = append(s.Stories, story)
	}
}

// within reports whether a file is the folder or lies in it.
func within(file, dir string) bool {
	rel, err := filepath.Rel(dir, file)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// display is a path as messages call it: from the current folder.
func display(abs string) string {
	if cwd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(cwd, abs); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return abs
}

// stories lists the stories of a project in the order of its rules.
func (s *selector) stories(p *Project) ([]*Story, error) {
	if list, ok := s.all[p]; ok {
		return list, nil
	}
	rules := p.Config.Stories
	found := rules == nil
	if found {
		rules = []Rule{{Draft: Strings{"**/*.{md,markdown,txt}"}}}
	}
	var list []*Story
	byDraft := map[string]*Story{}
	for _, r := range rules {
		for _, pattern := range r.Draft {
			drafts, err := p.files(pattern, p.Root)
			if err != nil {
				return nil, &Error{Name: display(p.File), Line: r.line, What: err.Error()}
			}
			if len(drafts) == 0 && !found {
				s.Notices = append(s.Notices, Notice{display(p.File), fmt.Sprintf("no draft matches %q (line %d)", pattern, r.line)})
			}
			for _, draft := range drafts {
				story := byDraft[draft]
				if story == nil {
					story = &Story{Project: p, Draft: draft}
					byDraft[draft] = story
					list = append(list, story)
				}
				story.rest(r.Sources, p.Root)
			}
		}
	}
	kept := list[:0]
	for _, story := range list {
		if err := s.frontMatter(story); err != nil {
			return nil, err
		}
		switch story.check(); {
		case len(story.Sources) > 0 || story.Err != nil:
			kept = append(kept, story)
		case !found:
			s.Notices = append(s.Notices, Notice{display(story.Draft), "is not checked: it has no sources"})
		}
	}
	s.all[p] = kept
	return kept, nil
}

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
		s.Err = &Error{Name: display(s.Draft), What: what}
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
			return &Error{Name: display(story.Draft), Line: pairs[i].Line + 1, What: fmt.Sprintf("unknown key %q; did you mean %q?", key, sourcesKey)}
		} else if key != sourcesKey {
			continue
		}
		d := decoder{name: display(story.Draft)}
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
