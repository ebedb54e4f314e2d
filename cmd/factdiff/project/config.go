// Package project reads how a newsroom keeps its drafts: .factdiff.yaml, the
// front matter of drafts, the files that patterns name, and what git says has
// changed. It knows nothing of what the drafts say.
package project

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
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

// Parse reads the text of a configuration. The error is an *Error with the line.
func Parse(name string, data []byte) (Config, error) {
	var c Config
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		e := &Error{Name: name, What: "is no YAML: " + strings.TrimPrefix(err.Error(), "yaml: ")}
		var load *yaml.LoadError
		if errors.As(err, &load) {
			e.Line, e.What = load.Mark.Line, "is no YAML: "+load.Message
		}
		return c, e
	}
	if len(root.Content) == 0 {
		return c, nil // empty, or comments only
	}
	d := decoder{name: name}
	d.config(root.Content[0], &c)
	return c, d.err()
}

// decoder reads YAML nodes and keeps the first mistake.
type decoder struct {
	name  string
	first *Error
}

func (d *decoder) err() error {
	if d.first == nil {
		return nil
	}
	return d.first
}

func (d *decoder) wrong(n *yaml.Node, format string, args ...any) {
	if d.first == nil {
		d.first = &Error{Name: d.name, Line: n.Line, What: fmt.Sprintf(format, args...)}
	}
}

// key is a key of a mapping and what reads its value.
type key struct {
	name string
	read func(*yaml.Node)
}

// mapping reads a mapping with these keys, each at most once.
func (d *decoder) mapping(n *yaml.Node, what string, keys []key) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "%s must hold keys, such as %q", what, keys[0].name+":")
		return
	}
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		at, value := n.Content[i], n.Content[i+1]
		k := slices.Index(names, at.Value)
		switch {
		case k < 0:
			d.wrong(at, "unknown key %q%s (%s takes %s)", at.Value, nearest.Suggestion(at.Value, names), what, strings.Join(names, ", "))
		case seen[at.Value] > 0:
			d.wrong(at, "%q stands in line %d already", at.Value, seen[at.Value])
		case isNull(value): // a key whose value is commented out
		default:
			keys[k].read(value)
		}
		seen[at.Value] = at.Line
	}
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

func (d *decoder) config(n *yaml.Node, c *Config) {
	d.mapping(n, "the configuration", []key{
		{"stories", func(n *yaml.Node) { d.stories(n, &c.Stories) }},
		{"fail-on", func(n *yaml.Node) { d.word(n, "fail-on", &c.FailOn, Thresholds()) }},
		{"severity", func(n *yaml.Node) { c.Severity = &Severity{}; d.severity(n, c.Severity) }},
		{"aliases", func(n *yaml.Node) { d.text(n, "aliases", &c.Aliases) }},
		{"language", func(n *yaml.Node) { d.word(n, "language", &c.Language, []string{"en", "any"}) }},
		{"baseline", func(n *yaml.Node) { d.text(n, "baseline", &c.Baseline) }},
		{"decisions", func(n *yaml.Node) { d.strings(n, "decisions", &c.Decisions) }},
		{"limits", func(n *yaml.Node) { c.Limits = &Limits{}; d.limits(n, c.Limits) }},
		{"web", func(n *yaml.Node) { c.Web = &Web{}; d.web(n, c.Web) }},
	})
}

func (d *decoder) stories(n *yaml.Node, rules *[]Rule) {
	if n.Kind != yaml.SequenceNode {
		d.wrong(n, "stories must be a list; begin each story with '- draft:'")
		return
	}
	for _, item := range n.Content {
		r := Rule{line: item.Line}
		d.mapping(item, "a story", []key{
			{"draft", func(n *yaml.Node) { d.strings(n, "draft", &r.Draft) }},
			{"sources", func(n *yaml.Node) { d.strings(n, "sources", &r.Sources) }},
		})
		if len(r.Draft) == 0 {
			d.wrong(item, "the story has no draft; add 'draft:' with its path")
		}
		if i := slices.IndexFunc(r.Draft, fetch.IsAddress); i >= 0 {
			d.wrong(item, "the draft %q is an address; drafts are files", r.Draft[i])
		}
		d.patterns(item, r.Draft)
		d.patterns(item, r.Sources)
		*rules = append(*rules, r)
	}
}

func (d *decoder) severity(n *yaml.Node, s *Severity) {
	level := func(to *string) func(*yaml.Node) {
		return func(n *yaml.Node) { d.word(n, "a severity", to, severities()) }
	}
	d.mapping(n, "severity", []key{
		{"conflict", level(&s.Conflict)},
		{"update", level(&s.Update)},
		{"tension", level(&s.Tension)},
		{"suppression", level(&s.Suppression)},
		{"kinds", func(n *yaml.Node) {
			s.Kinds = map[string]KindSeverity{}
			var keys []key
			for _, k := range compare.Kinds() {
				keys = append(keys, key{k.String(), func(n *yaml.Node) { s.Kinds[k.String()] = d.kindSeverity(n) }})
			}
			d.mapping(n, "kinds", keys)
		}},
	})
}

// severities are the words of a severity.
func severities() []string { return []string{"error", "warning", "note", "off"} }

func (d *decoder) kindSeverity(n *yaml.Node) KindSeverity {
	s := KindSeverity{}
	if n.Kind != yaml.MappingNode {
		var all string
		d.word(n, "a severity", &all, severities())
		s[""] = all
		return s
	}
	var keys []key
	for _, v := range []compare.Verdict{compare.Conflict, compare.Update, compare.Tension} {
		keys = append(keys, key{v.String(), func(n *yaml.Node) {
			var word string
			d.word(n, "a severity", &word, severities())
			s[v.String()] = word
		}})
	}
	d.mapping(n, "a kind", keys)
	return s
}

func (d *decoder) limits(n *yaml.Node, l *Limits) {
	d.mapping(n, "limits", []key{
		{"findings", func(n *yaml.Node) { d.number(n, "findings", &l.Findings, 1, 1_000_000) }},
		{"sources", func(n *yaml.Node) { d.number(n, "sources", &l.Sources, 1, MaxSources) }},
	})
}

func (d *decoder) web(n *yaml.Node, w *Web) {
	d.mapping(n, "web", []key{
		{"offline", func(n *yaml.Node) {
			if err := n.Decode(&w.Offline); err != nil {
				d.wrong(n, "offline is true or false, not %q", n.Value)
			}
		}},
		{"archive", func(n *yaml.Node) { d.text(n, "archive", &w.Archive) }},
		{"timeout", func(n *yaml.Node) {
			d.text(n, "timeout", &w.Timeout)
			if t, err := time.ParseDuration(n.Value); err != nil || t <= 0 {
				d.wrong(n, "timeout %q is no time of more than 0, such as 30s or 2m", n.Value)
			}
		}},
	})
}

// text reads one string that is not empty.
func (d *decoder) text(n *yaml.Node, what string, to *string) {
	if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) == "" {
		d.wrong(n, "%s must be one text", what)
		return
	}
	*to = n.Value
}

// word reads one of a few words. YAML 1.1 tools write off as false.
func (d *decoder) word(n *yaml.Node, what string, to *string, all []string) {
	d.text(n, what, to)
	if *to = strings.ToLower(*to); *to == "false" && slices.Contains(all, "off") {
		*to = "off"
	}
	if !slices.Contains(all, *to) {
		d.wrong(n, "%s is %q%s (one of %s)", what, n.Value, nearest.Suggestion(n.Value, all), strings.Join(all, ", "))
	}
}

func (d *decoder) number(n *yaml.Node, what string, to *int, low, high int) {
	if err := n.Decode(to); err != nil || *to < low || *to > high {
		d.wrong(n, "%s is a number from %d to %d, not %q", what, low, high, n.Value)
	}
}

// strings reads a string or a list of strings.
func (d *decoder) strings(n *yaml.Node, what string, to *Strings) {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		items = n.Content
	}
	for _, item := range items {
		var s string
		d.text(item, "each of "+what, &s)
		*to = append(*to, s)
	}
}
