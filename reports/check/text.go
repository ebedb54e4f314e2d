package check

import (
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// TextOptions say how text for people is laid out.
type TextOptions struct {
	Color bool // mark by colour and weight
}

// NewText writes text for people: a block for each new finding, then what could
// not be checked, then the sum. Each line begins with words of our own or a
// path, so that no line of an article is taken for a command of a CI system.
func NewText(w io.Writer, opts TextOptions) Writer { return &textWriter{w: w, opts: opts} }

type textWriter struct {
	w        io.Writer
	opts     TextOptions
	failures []string // of stories that could not be checked: told at the end
}

// SGR parameters of the severities.
var severityStyle = map[string]string{Error.String(): "1;31", Warning.String(): "1;33", Note.String(): "1;36"}

func (t *textWriter) style(text, sgr string) string {
	if !t.opts.Color || sgr == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[0m"
}

func (t *textWriter) Story(s *Story) error {
	if s.Error != "" {
		t.failures = append(t.failures, s.Error)
		return nil
	}
	var b strings.Builder
	for i := range s.Findings {
		if f := &s.Findings[i]; f.Status == New {
			t.finding(&b, f)
		}
	}
	for _, a := range s.Fixed {
		fmt.Fprintf(&b, "%s: fixed: %s: %s\n\n", reports.Printable(s.Draft), a.Finding, reports.Printable(a.Message))
	}
	return writeAll(t.w, b.String())
}

func (t *textWriter) finding(b *strings.Builder, f *Finding) {
	what := f.Rule
	if f.Verdict != "" {
		what += ", " + f.Verdict
	}
	fmt.Fprintf(b, "%s: %s: %s: %s\n", t.style(f.Place.String(), "1"), t.style(f.Severity, severityStyle[f.Severity]), what, headline(f))
	if f.Rule == Suppression {
		fmt.Fprintf(b, "  comment: %s\n\n", reports.Printable(f.Place.Text))
		return
	}
	fmt.Fprintf(b, "  draft:   %s\n", t.marked(&f.Place))
	for i := range f.Also {
		fmt.Fprintf(b, "  also:    %s: %s\n", f.Also[i].String(), t.marked(&f.Also[i]))
	}
	for i := range f.Related {
		fmt.Fprintf(b, "  source:  %s: %s\n", f.Related[i].String(), t.marked(&f.Related[i]))
	}
	if len(f.Support) > 0 {
		fmt.Fprintf(b, "  agrees:  %s\n", reports.Printable(strings.Join(f.Support, ", ")))
	}
	if f.Why != "" {
		fmt.Fprintf(b, "  why:     %s\n", reports.Printable(f.Why))
	}
	if f.Decision != nil {
		fmt.Fprintf(b, "  decided: %s\n", reports.Printable(f.Decision.String()))
	}
	fmt.Fprintf(b, "  id:      %s\n\n", f.ID)
}

// headline is what a finding asks or, where it asks nothing, says.
func headline(f *Finding) string {
	if f.Question != "" {
		return reports.Printable(f.Question)
	}
	return reports.Printable(f.Message)
}

// String is the place as editors take it: path:line:column.
func (p *Place) String() string {
	if p.Unit != "" {
		return fmt.Sprintf("%s, %s %d", reports.Printable(p.Path), p.Unit, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", reports.Printable(p.Path), p.Line, p.Column)
}

// marked is the sentence with the words marked in it.
func (t *textWriter) marked(p *Place) string {
	words := "«" + reports.Printable(p.Text) + "»"
	if t.opts.Color {
		words = t.style(reports.Printable(p.Text), "1;4")
	}
	before, after := p.around()
	return before + words + after
}

// contextRunes is how much of a sentence is shown on each side of the words.
const contextRunes = 160

// around is what stands in the sentence before and after the words, shortened,
// on one line.
func (p *Place) around() (before, after string) {
	i := p.at
	if i < 0 || i+len(p.Text) > len(p.Context) || p.Context == "" {
		return "", ""
	}
	b, a := []rune(p.Context[:i]), []rune(p.Context[i+len(p.Text):])
	before, after = oneLine(string(b)), oneLine(string(a))
	if len(b) > contextRunes {
		before = "… " + oneLine(string(b[len(b)-contextRunes:]))
	}
	if len(a) > contextRunes {
		after = oneLine(string(a[:contextRunes])) + " …"
	}
	return before, after
}

// oneLine is Printable text with a blank where white space stood at an end.
func oneLine(text string) string {
	line := reports.Printable(text)
	if line == "" {
		return ""
	}
	if strings.TrimLeft(text, " \t\r\n") != text {
		line = " " + line
	}
	if strings.TrimRight(text, " \t\r\n") != text {
		line += " "
	}
	return line
}

func (t *textWriter) End(sum *Summary, notices []Notice) error {
	var b strings.Builder
	for _, f := range t.failures {
		fmt.Fprintf(&b, "not checked: %s\n", reports.Printable(f))
	}
	for _, n := range notices {
		fmt.Fprintf(&b, "%s\n", n.String())
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	style := "1;32"
	if sum.Failing > 0 || sum.Unreadable > 0 {
		style = "1;31"
	}
	fmt.Fprintf(&b, "%s\n", t.style(sum.String(), style))
	return writeAll(t.w, b.String())
}

// String is the notice in one line.
func (n Notice) String() string {
	if n.Path == "" {
		return "notice: " + reports.Printable(n.Text)
	}
	return "notice: " + reports.Printable(n.Path) + ": " + reports.Printable(n.Text)
}

// String is the sum in one line: "3 drafts checked: 2 errors, 1 warning; 4 in
// the baseline".
func (s *Summary) String() string {
	text := count(s.Stories, "draft") + " checked"
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{s.Errors, "error"}, {s.Warnings, "warning"}, {s.Notes, "note"}} {
		if p.n > 0 {
			parts = append(parts, count(p.n, p.what))
		}
	}
	if len(parts) == 0 {
		parts = []string{"nothing new stands against them"}
	}
	text += ": " + strings.Join(parts, ", ")
	for _, p := range []struct {
		n    int
		what string
	}{{s.Baselined, "in the baseline"}, {s.Ignored, "ignored"}, {s.Dismissed, "dismissed"}, {s.Fixed, "of the baseline found no more"}, {s.Unreadable, "not checked"}} {
		if p.n > 0 {
			text += fmt.Sprintf("; %d %s", p.n, p.what)
		}
	}
	return text
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
