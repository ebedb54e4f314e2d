package check

import (
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// annotations is how many annotations of each level GitHub shows for a step;
// the others are dropped unseen, so they are printed as lines instead.
const annotations = 10

// githubWriter writes workflow commands.
type githubWriter struct {
	w     io.Writer
	given map[string]int // annotations by level
	left  int            // findings without an annotation
}

// NewGitHub writes GitHub's workflow commands, which annotate the lines of a
// pull request. What comes from texts is escaped, so that it commands nothing.
func NewGitHub(w io.Writer) Writer { return &githubWriter{w: w, given: map[string]int{}} }

// githubLevels are the commands of the severities.
var githubLevels = map[string]string{Error.String(): "error", Warning.String(): "warning", Note.String(): "notice"}

func (g *githubWriter) Story(s *Story) error {
	if s.Error != "" {
		return g.command("error", "file="+property(s.Draft)+",title="+property("factdiff: not checked"), s.Error)
	}
	for i := range s.Findings {
		f := &s.Findings[i]
		if f.Status != New {
			continue
		}
		text := f.Message
		if f.Why != "" {
			text += "\nWhy: " + f.Why
		}
		if err := g.command(githubLevels[f.Severity], where(f), text); err != nil {
			return err
		}
	}
	return nil
}

// where is the properties that place a finding.
func where(f *Finding) string {
	p := &f.Place
	place := "file=" + property(p.Path)
	if p.Unit == "" {
		place += fmt.Sprintf(",line=%d,endLine=%d", p.Line, p.EndLine)
		if p.Line == p.EndLine { // GitHub takes columns only within a line
			place += fmt.Sprintf(",col=%d,endColumn=%d", p.Column, p.EndColumn)
		}
	}
	title := "factdiff: " + f.Rule
	if f.Verdict != "" {
		title += ", " + f.Verdict
	}
	return place + ",title=" + property(title)
}

// command writes an annotation, or a plain line once GitHub would drop it.
func (g *githubWriter) command(level, properties, text string) error {
	if g.given[level] == annotations {
		g.left++
		// Two colons at the start of a line, or ##[ anywhere, would command.
		line := strings.NewReplacer("::", ":\u200b:", "##[", "#\u200b#[").Replace(reports.Printable(text))
		return writeAll(g.w, level, ": ", line, "\n")
	}
	g.given[level]++
	return writeAll(g.w, "::", level, " ", properties, "::", data(text), "\n")
}

// data is text as the message of a command.
func data(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = reports.Printable(lines[i])
	}
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(strings.Join(lines, "\n"))
}

// property is text as a property of a command.
func property(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(reports.Visible(text))
}

func (g *githubWriter) End(sum *Summary, notices []Notice) error {
	for i := range notices {
		n := &notices[i]
		place := "title=" + property("factdiff")
		if n.Path != "" {
			place = "file=" + property(n.Path) + "," + place
		}
		if err := g.command("notice", place, n.Text); err != nil {
			return err
		}
	}
	if g.left > 0 {
		if err := writeAll(g.w, fmt.Sprintf("%d more are listed above: GitHub shows %d annotations of each level\n", g.left, annotations)); err != nil {
			return err
		}
	}
	return writeAll(g.w, sum.String(), "\n")
}

// summaryBytes is how much of a job summary is written: GitHub takes 1 MiB for
// a step and drops what is larger.
const summaryBytes = 1_000_000

// summaryWriter writes a job summary.
type summaryWriter struct {
	w    io.Writer
	rows strings.Builder
	left int
}

// NewGitHubSummary writes Markdown for the summary of a job: the sum, and a
// table of the new findings. The rows are kept until the sum is known, up to
// what GitHub takes.
func NewGitHubSummary(w io.Writer) Writer { return &summaryWriter{w: w} }

func (m *summaryWriter) Story(s *Story) error {
	if s.Error != "" {
		m.row("not checked", s.Draft, reports.EscapeMarkdown(s.Error), "", "")
	}
	for i := range s.Findings {
		f := &s.Findings[i]
		if f.Status != New {
			continue
		}
		what := "**" + reports.EscapeMarkdown(headline(f)) + "**<br>" + reports.EscapeMarkdown(f.Why)
		if f.Rule == Suppression {
			what = reports.EscapeMarkdown(f.Message)
		}
		var sources []string
		for j := range f.Related {
			sources = append(sources, reports.EscapeMarkdown(quoted(f.Related[j].Text))+"<br>"+reports.EscapeMarkdown(f.Related[j].String()))
		}
		m.row(f.Severity, f.Place.String(), what, reports.EscapeMarkdown(quoted(f.Place.Text)), strings.Join(sources, "<br>"))
	}
	return nil
}

func (m *summaryWriter) row(severity, place, what, draft, sources string) {
	row := fmt.Sprintf("| %s | %s | %s | %s | %s |\n", severity, reports.EscapeMarkdown(place), what, draft, sources)
	if m.left > 0 || m.rows.Len()+len(row) > summaryBytes {
		m.left++
		return
	}
	m.rows.WriteString(row)
}

func (m *summaryWriter) End(sum *Summary, notices []Notice) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## factdiff\n\n%s.\n\n", reports.EscapeMarkdown(sum.String()))
	if m.rows.Len() > 0 {
		b.WriteString("| | Where | What | The draft says | The sources say |\n| --- | --- | --- | --- | --- |\n" + m.rows.String() + "\n")
	}
	if m.left > 0 {
		fmt.Fprintf(&b, "%d more are left out.\n\n", m.left)
	}
	for i := range notices {
		if b.Len() < summaryBytes {
			fmt.Fprintf(&b, "- %s\n", reports.EscapeMarkdown(notices[i].String()))
		}
	}
	return writeAll(m.w, b.String())
}
