package check

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// What GitHub takes of a SARIF file: it shows 5,000 results of a run and 100
// locations of a result, and refuses files with far more.
const (
	sarifResults = 5000
	sarifRelated = 100
)

// sarifSchema is the published schema of SARIF 2.1.0 with its first errata.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// The parts of SARIF that we write; the names are the standard's.
type (
	sarifDriver struct {
		Name            string      `json:"name"`
		Version         string      `json:"version"`
		SemanticVersion string      `json:"semanticVersion"`
		InformationURI  string      `json:"informationUri"`
		Rules           []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string         `json:"id"`
		Name                 string         `json:"name"`
		ShortDescription     sarifMessage   `json:"shortDescription"`
		FullDescription      sarifMessage   `json:"fullDescription"`
		Help                 sarifMessage   `json:"help"`
		HelpURI              string         `json:"helpUri"`
		DefaultConfiguration sarifLevel     `json:"defaultConfiguration"`
		Properties           map[string]any `json:"properties"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Rank                float64           `json:"rank"`
		Properties          map[string]any    `json:"properties"`
	}
	sarifLocation struct {
		ID               *int          `json:"id,omitempty"`
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
		Message          *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region *sarifRegion `json:"region,omitempty"`
	}
	sarifRegion struct {
		StartLine   int           `json:"startLine"`
		StartColumn int           `json:"startColumn,omitempty"`
		EndLine     int           `json:"endLine,omitempty"`
		EndColumn   int           `json:"endColumn,omitempty"`
		Snippet     *sarifMessage `json:"snippet,omitempty"`
	}
	sarifInvocation struct {
		ExecutionSuccessful        bool                `json:"executionSuccessful"`
		ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
)

// sarifWriter writes the new findings as one run of SARIF 2.1.0.
type sarifWriter struct {
	list    list
	rules   []Rule
	left    int // results beyond the limit
	trouble []sarifNotification
}

// NewSARIF writes SARIF 2.1.0 for code scanning: all rules in every run, and
// the new findings as results. What is accepted, ignored or dismissed is left
// out, for code scanning shows what stands in a file and closes what does not.
func NewSARIF(w io.Writer, tool reports.Tool, rules []Rule) (Writer, error) {
	driver := sarifDriver{Name: tool.Name, Version: tool.Version, SemanticVersion: tool.Version, InformationURI: Home}
	for _, r := range rules {
		driver.Rules = append(driver.Rules, newSARIFRule(r))
	}
	head, err := opened(struct {
		Tool       any    `json:"tool"`
		ColumnKind string `json:"columnKind"`
	}{map[string]any{"driver": driver}, "unicodeCodePoints"}, 2)
	lead := fmt.Sprintf("{\n \"$schema\": %q,\n \"version\": \"2.1.0\",\n \"runs\": [\n  ", sarifSchema)
	return &sarifWriter{list: list{w: w, head: lead + head + ",\n   \"results\": [", indent: 4}, rules: rules}, err
}

func newSARIFRule(r Rule) sarifRule {
	title := r.Title
	if title != "" {
		title = strings.ToUpper(title[:1]) + title[1:]
	}
	level := Error
	if r.ID == Suppression {
		level = Warning
	}
	return sarifRule{
		ID: r.ID, Name: strings.ToUpper(r.ID[:1]) + r.ID[1:],
		ShortDescription:     sarifMessage{Text: title},
		FullDescription:      sarifMessage{Text: title + "."},
		Help:                 sarifMessage{Text: title + ".\n\n" + r.Help, Markdown: "**" + reports.EscapeMarkdown(title) + "**\n\n" + helpMarkdown(r.Help)},
		HelpURI:              Home + "#readme",
		DefaultConfiguration: sarifLevel{level.String()},
		Properties:           map[string]any{"tags": []string{"fact-checking", "news"}},
	}
}

// helpMarkdown is a manual as Markdown: its lines as they are, its parts as
// paragraphs.
func helpMarkdown(help string) string {
	var b strings.Builder
	for line := range strings.Lines(help) {
		for _, part := range []string{"Fires", "Silent", "Misses", "Write"} {
			if strings.HasPrefix(line, part+" ") && b.Len() > 0 {
				b.WriteByte('\n')
			}
		}
		b.WriteString(reports.EscapeMarkdown(strings.TrimRight(line, "\n")) + "\n")
	}
	return b.String()
}

func (s *sarifWriter) Story(story *Story) error {
	if story.Error != "" {
		n := sarifNotification{Level: "error", Message: sarifMessage{Text: plainMessage(story.Error)}}
		p := Place{Path: story.Draft}
		n.Locations = []sarifLocation{{PhysicalLocation: physical(&p)}}
		s.trouble = append(s.trouble, n)
		return nil
	}
	for i := range story.Findings {
		f := &story.Findings[i]
		if f.Status != New {
			continue
		}
		if s.list.n == sarifResults {
			s.left++
			continue
		}
		if err := s.list.add(s.result(f)); err != nil {
			return err
		}
	}
	return nil
}

func (s *sarifWriter) result(f *Finding) sarifResult {
	text := f.Message
	if f.Why != "" {
		text += ". Why: " + f.Why
	}
	if f.Place.Unit != "" {
		text = f.Place.String() + ": " + text
	}
	r := sarifResult{
		RuleID: f.Rule, RuleIndex: slices.IndexFunc(s.rules, func(r Rule) bool { return r.ID == f.Rule }), Level: f.Severity,
		Message:   sarifMessage{Text: plainMessage(text)},
		Locations: []sarifLocation{{PhysicalLocation: physical(&f.Place)}},
		// The first is what GitHub knows a result by, and would compute from
		// the line if it were not there.
		PartialFingerprints: map[string]string{"primaryLocationLineHash": f.Fingerprint + ":1", "factdiff/v1": f.Fingerprint},
		Rank:                f.Confidence * 100,
		Properties:          map[string]any{"id": f.ID},
	}
	if f.Verdict != "" {
		r.Properties["verdict"] = f.Verdict
	}
	related := slices.Concat(f.Related, f.Also)
	for i := range related[:min(len(related), sarifRelated)] {
		p := &related[i]
		words := p.Path + " says " + quoted(p.Text)
		if p.Unit != "" {
			words = fmt.Sprintf("%s, %s %d says %s", p.Path, p.Unit, p.Line, quoted(p.Text))
		}
		id := i + 1
		r.RelatedLocations = append(r.RelatedLocations, sarifLocation{ID: &id, PhysicalLocation: physical(p), Message: &sarifMessage{Text: plainMessage(words)}})
	}
	return r
}

// physical is a place as SARIF has it. In a file without lines it is the first,
// for code scanning takes no result without one; the message has the page or
// paragraph.
func physical(p *Place) (out sarifPhysical) {
	out.ArtifactLocation.URI = uri(p.Path)
	switch {
	case p.Unit != "":
		out.Region = &sarifRegion{StartLine: 1}
	case p.Line > 0:
		out.Region = &sarifRegion{p.Line, p.Column, p.EndLine, p.EndColumn, &sarifMessage{Text: p.Text}}
	}
	return out
}

// uri is a path or address as a URI reference: relative paths stay relative.
func uri(name string) string {
	if u, err := url.Parse(name); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		return u.String()
	}
	u := url.URL{Path: name}
	if path.IsAbs(name) {
		u.Scheme = "file"
	}
	return u.String()
}

// plainMessage is text as a SARIF message: brackets would make links.
func plainMessage(text string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`).Replace(reports.Printable(text))
}

func (s *sarifWriter) End(sum *Summary, notices []Notice) error {
	for _, n := range notices {
		s.trouble = append(s.trouble, sarifNotification{Level: "note", Message: sarifMessage{Text: plainMessage(strings.TrimPrefix(n.String(), "notice: "))}})
	}
	if s.left > 0 {
		s.trouble = append(s.trouble, sarifNotification{Level: "warning", Message: sarifMessage{Text: fmt.Sprintf("%d more findings are left out: code scanning shows %d", s.left, sarifResults)}})
	}
	tail, err := indented([]sarifInvocation{{ExecutionSuccessful: sum.Unreadable == 0, ToolExecutionNotifications: s.trouble}}, 3)
	if err != nil {
		return err
	}
	return s.list.end(",\n   \"invocations\": " + tail + "\n  }\n ]\n}\n")
}
