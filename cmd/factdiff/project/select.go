package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

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
	p, err := Load(abs, Display(abs))
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

// Display is an absolute path as output shows it: from the current folder, with
// slashes, so that it is the same on every machine that checks the same work
// tree. One that a CI system or factdiff would take for something else than a
// path begins with a dot.
func Display(abs string) string {
	cwd, err := os.Getwd()
	if err != nil {
		return filepath.ToSlash(abs)
	}
	rel, err := filepath.Rel(cwd, abs)
	if err != nil {
		return filepath.ToSlash(abs)
	}
	if rel = filepath.ToSlash(rel); rel == "-" || strings.HasPrefix(strings.TrimSpace(rel), "::") {
		return "./" + rel
	}
	return rel
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
				return nil, &Error{Name: Display(p.File), Line: r.line, What: err.Error()}
			}
			if len(drafts) == 0 && !found {
				s.Notices = append(s.Notices, Notice{Display(p.File), fmt.Sprintf("no draft matches %q (line %d)", pattern, r.line)})
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
			s.Notices = append(s.Notices, Notice{Display(story.Draft), "is not checked: it has no sources"})
		}
	}
	s.all[p] = kept
	return kept, nil
}
