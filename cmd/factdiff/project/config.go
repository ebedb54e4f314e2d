// Package project reads how a newsroom keeps its drafts: .factdiff.yaml, the
// front matter of drafts, the files that patterns name, and what git says has
// changed. It knows nothing of what the drafts say.
package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/factdiff/factdiff/cmd/factdiff/nearest"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/check"
)

// ConfigName is the file that makes a folder a project.
const ConfigName = ".factdiff.yaml"

// BaselineName is the file in the project's folder that keeps the baseline
// unless the configuration names another.
const BaselineName = ".factdiff-baseline.json"

// Config is what .factdiff.yaml says. All of it may be left out. Its JSON
// Schema, config.schema.json, is generated from this type; the keys of the
// schema are those that parse takes.
type Config struct {
	// The drafts and what they rest on. Without it, every text or Markdown file with factdiff-sources in its front matter is a draft.
	Stories []Rule `json:"stories,omitempty"`
	// What fails a check: findings as serious as this verdict or severity, or more. Default: conflict.
	FailOn string `json:"fail-on,omitempty" jsonschema:"enum=conflict,enum=update,enum=tension,enum=error,enum=warning,enum=note,enum=never"`
	// How much each finding matters.
	Severity *Severity `json:"severity,omitempty"`
	// YAML file of names that mean one thing; path from the project's folder.
	Aliases string `json:"aliases,omitempty"`
	// Language of the texts: en refuses others, any reads them as if they were English. Default: en.
	Language string `json:"language,omitempty" jsonschema:"enum=en,enum=any"`
	// File of accepted findings; path from the project's folder. Default: .factdiff-baseline.json.
	Baseline string `json:"baseline,omitempty"`
	// Files of decisions about findings, as the HTML report exports them; paths from the project's folder.
	Decisions Strings `json:"decisions,omitempty"`
	// Bounds.
	Limits *Limits `json:"limits,omitempty"`
	// How pages are fetched.
	Web *Web `json:"web,omitempty"`
}

// Rule says which drafts rest on which sources.
type Rule struct {
	// Drafts: paths or patterns (*, ?, [abc], {a,b}, ** for any folders) from the project's folder.
	Draft Strings `json:"draft"`
	// Sources: paths, patterns or addresses; {name} stands for the draft's name without its ending. What the draft's front matter names is added.
	Sources Strings `json:"sources,omitempty"`

	line int // in the file
}

// Severity says how much findings matter: error, warning, note, or off.
type Severity struct {
	// Both cannot be true. Default: error.
	Conflict string `json:"conflict,omitempty" jsonschema:"enum=error,enum=warning,enum=note,enum=off"`
	// One was written later, and the figure or state moved on. Default: warning.
	Update string `json:"update,omitempty" jsonschema:"enum=error,enum=warning,enum=note,enum=off"`
	// Worth a look. Default: note.
	Tension string `json:"tension,omitempty" jsonschema:"enum=error,enum=warning,enum=note,enum=off"`
	// A factdiff comment in a draft without a reason, or one that ignores nothing. Default: warning.
	Suppression string `json:"suppression,omitempty" jsonschema:"enum=error,enum=warning,enum=note,enum=off"`
	// By kind of fact; goes before the verdicts. A kind has one severity, or one for each verdict.
	Kinds map[string]KindSeverity `json:"kinds,omitempty"`
}

// Limits bound a check.
type Limits struct {
	// Findings of one story, the most important first. Default: all.
	Findings int `json:"findings,omitempty" jsonschema:"minimum=1"`
	// Sources of one draft. Default and most: 99.
	Sources int `json:"sources,omitempty" jsonschema:"minimum=1,maximum=99"`
}

// Web says how pages are fetched.
type Web struct {
	// Fetch nothing: read pages from the archive, else from the cache.
	Offline bool `json:"offline,omitempty"`
	// Folder that keeps what was fetched; path from the project's folder.
	Archive string `json:"archive,omitempty"`
	// Time for one page, such as 30s.
	Timeout string `json:"timeout,omitempty"`
}

// Strings is one string or a list of them.
type Strings []string

// KindSeverity is the severity of a kind by verdict; the empty verdict is every
// one.
type KindSeverity map[string]string

// Error is a mistake in a configuration: the user's to mend.
type Error struct {
	Name string
	Line int // 0 if the whole file is meant
	What string
}

// Error is the place and what is wrong there.
func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", e.Name, e.Line, e.What)
	}
	return e.Name + ": " + e.What
}

// Project is a folder with a configuration, or one without that is taken as it
// is.
type Project struct {
	Root   string // absolute
	File   string // of the configuration, absolute; "" if there is none
	Config Config
	Policy check.Policy
}

// maxConfig is how many bytes of a configuration are read.
const maxConfig = 1 << 20

// Load reads a configuration. name is how messages call it.
func Load(file, name string) (*Project, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, &Error{Name: name, What: "cannot be read (" + reason(err) + "); check the path"}
	}
	if info.Size() > maxConfig || info.IsDir() {
		return nil, &Error{Name: name, What: fmt.Sprintf("is a directory or larger than %d bytes", maxConfig)}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, &Error{Name: name, What: "cannot be read (" + reason(err) + "); check its permissions"}
	}
	p := &Project{Root: filepath.Dir(file), File: file}
	if p.Config, err = Parse(name, data); err != nil {
		return nil, err
	}
	p.Policy, err = p.Config.policy(name)
	return p, err
}

// reason is what the system says without the path.
func reason(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}

// Bare is a folder without a configuration.
func Bare(root string) *Project { return &Project{Root: root, Policy: check.DefaultPolicy()} }

// Find looks for a configuration in the folder and those above it; it is "" if
// there is none.
func Find(dir string) string {
	for {
		file := filepath.Join(dir, ConfigName)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return file
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// Path is the absolute path of a file that the configuration names.
func (p *Project) Path(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(p.Root, filepath.FromSlash(name))
}

// Key is a file's path from the project's folder, with slashes.
func (p *Project) Key(file string) string {
	if rel, err := filepath.Rel(p.Root, file); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(file)
}

// policy is the severities and the threshold.
func (c *Config) policy(name string) (check.Policy, error) {
	p := check.DefaultPolicy()
	if s := c.Severity; s != nil {
		for _, v := range []struct {
			verdict compare.Verdict
			word    string
		}{{compare.Conflict, s.Conflict}, {compare.Update, s.Update}, {compare.Tension, s.Tension}} {
			if l, ok := check.ParseLevel(v.word); ok {
				p.Verdicts[v.verdict] = l
			}
		}
		if l, ok := check.ParseLevel(s.Suppression); ok {
			p.Suppression = l
		}
		for word, byVerdict := range s.Kinds {
			kind, _ := compare.ParseKind(word)
			p.Kinds[kind] = map[compare.Verdict]check.Level{}
			for _, v := range []compare.Verdict{compare.Conflict, compare.Update, compare.Tension} {
				for _, key := range []string{"", v.String()} {
					if l, ok := check.ParseLevel(byVerdict[key]); ok {
						p.Kinds[kind][v] = l
					}
				}
			}
		}
	}
	if c.FailOn != "" {
		if err := SetThreshold(&p, c.FailOn); err != nil {
			return p, &Error{Name: name, What: "fail-on: " + err.Error()}
		}
	}
	return p, nil
}

// Thresholds are the words of fail-on.
func Thresholds() []string {
	return []string{"conflict", "update", "tension", "error", "warning", "note", "never"}
}

// SetThreshold sets what fails a check. A verdict stands for its severity, so
// that there is one scale only: a kind whose conflicts are notes does not fail
// on conflict.
func SetThreshold(p *check.Policy, word string) error {
	if v, ok := compare.ParseVerdict(word); ok && v != compare.Compatible {
		if p.Threshold = p.Verdicts[v]; p.Threshold == check.Off {
			return fmt.Errorf("%s is off; name a severity instead", word)
		}
		return nil
	}
	if word == check.Never.String() {
		p.Threshold = check.Never
		return nil
	}
	l, ok := check.ParseLevel(word)
	if !ok || l == check.Off {
		return fmt.Errorf("unknown value %q%s (one of %s)", word, nearest.Suggestion(word, Thresholds()), strings.Join(Thresholds(), ", "))
	}
	p.Threshold = l
	return nil
}
