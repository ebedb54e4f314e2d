package project

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
	"github.com/factdiff/factdiff/cmd/factdiff/nearest"
	"github.com/factdiff/factdiff/compare"
)

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
