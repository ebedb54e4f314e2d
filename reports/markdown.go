package reports

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/nlp"
)

// WriteMarkdown writes the report as GitHub's Markdown, for pull requests and
// wikis: the sources, a table of the findings by source, the evidence of each
// finding folded below its question, what only some sources tell, and what
// they agree on. All that comes from an article is shown as text: it makes no
// markup, no image, no mention of anybody.
func WriteMarkdown(w io.Writer, r *Report) error {
	m := &markdown{sources: make(map[string]*Source, len(r.Sources))}
	for i := range r.Sources {
		m.sources[r.Sources[i].ID] = &r.Sources[i]
	}
	title := r.Title
	if title == "" {
		title = "Reports compared"
	}
	m.line("# %s", escape(title))
	m.line("%s.", escape(Summary(r)))
	m.sourceTable(r)
	m.matrix(r)
	for i := range r.Findings {
		if f := &r.Findings[i]; !f.Dismissed() {
			m.finding(f)
		}
	}
	m.dismissed(r)
	m.omissions(r.Omissions)
	m.agreements(r.Agreements)
	m.line("<sub>%s · %s %s</sub>", escape(r.Format), escape(r.Tool.Name), escape(r.Tool.Version))
	_, err := io.WriteString(w, m.out.String())
	return err
}

// markdown is the output as far as it is written.
type markdown struct {
	out     strings.Builder
	sources map[string]*Source
}

// line writes a block with the empty line behind it.
func (m *markdown) line(format string, args ...any) {
	fmt.Fprintf(&m.out, format+"\n\n", args...)
}

func (m *markdown) sourceTable(r *Report) {
	m.out.WriteString("| | Report | Outlet | Published | Words |\n| --- | --- | --- | --- | ---: |\n")
	for i := range r.Sources {
		s := &r.Sources[i]
		fmt.Fprintf(&m.out, "| **%s** | %s | %s | %s | %d |\n", escape(s.ID), escape(s.Title), escape(s.Label()), s.When(), s.Words)
	}
	m.out.WriteByte('\n')
	for _, group := range r.Origins {
		if len(group) > 1 {
			m.line("%s are of one origin.", escape(and(group)))
		}
	}
}

// matrixSources is how many sources have a column each: Markdown tables do not
// scroll everywhere. With more, the answers stand below the questions only.
const matrixSources = 8

// positionSigns mark the answers to one question, so that equal ones are seen
// at a glance.
var positionSigns = [...]string{"●", "▲", "■", "◆", "▼", "★", "✚", "✖"}

func sign(position int) string { return positionSigns[min(position, len(positionSigns)-1)] }

// matrix is the findings by source.
func (m *markdown) matrix(r *Report) {
	m.line("## Where the reports differ")
	shown := 0
	for i := range r.Findings {
		if !r.Findings[i].Dismissed() {
			shown++
		}
	}
	if shown == 0 {
		m.line("No differences%s.", map[bool]string{true: " but dismissed ones"}[len(r.Findings) > 0])
		return
	}
	if len(r.Sources) > matrixSources {
		return
	}
	m.out.WriteString("| | Question |")
	for i := range r.Sources {
		fmt.Fprintf(&m.out, " %s |", escape(r.Sources[i].ID))
	}
	m.out.WriteString("\n| --- | --- |" + strings.Repeat(" --- |", len(r.Sources)) + "\n")
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Dismissed() {
			continue
		}
		fmt.Fprintf(&m.out, "| %s | %s |", f.Verdict, escape(clipLine(f.Asks())))
		for j := range r.Sources {
			m.out.WriteString(" " + answers(f, r.Sources[j].ID) + " |")
		}
		m.out.WriteByte('\n')
	}
	m.out.WriteByte('\n')
}

// answers is what a source says to a question, in one cell.
func answers(f *Finding, source string) string {
	var list []string
	for n, p := range f.Positions {
		for _, group := range BySource(p.Evidence) {
			if group[0].Source == source {
				list = append(list, sign(n)+" "+escape(clipLine(group[0].Text)))
			}
		}
	}
	return strings.Join(list, "<br>")
}

// finding is a question with its answers, the evidence folded away.
func (m *markdown) finding(f *Finding) {
	m.line("<details><summary><b>%s</b> · %s · %s</summary>", f.Verdict, f.Kind, escapeHTML(clipLine(f.Asks())))
	for n := range f.Positions {
		p := &f.Positions[n]
		m.line("%s **%s**", sign(n), escape(clipLine(p.Value)))
		m.quotes(p.Evidence)
	}
	if f.Message != "" {
		m.line("Why: %s.", escape(clipLine(strings.TrimSuffix(f.Message, "."))))
	}
	if s := f.Settles(); s != "" {
		m.line("Settled if %s.", s)
	}
	if f.Decision != nil {
		m.line("**%s**", escape(f.Decision.String()))
	}
	m.line("</details>")
}

// quotes is the first piece of evidence of each source in its context.
func (m *markdown) quotes(list []Evidence) {
	for _, group := range BySource(list) {
		e := group[0]
		s := m.sources[e.Source]
		if s == nil {
			continue
		}
		where := fmt.Sprintf("%s %s, %s", s.ID, s.Label(), s.Place(e.Line))
		if e.Speaker != "" {
			where += ", on the word of " + clipLine(e.Speaker)
		}
		if e.Stance != "" {
			where += ", " + e.Stance
		}
		context := nlp.Span{Start: max(e.Context.Start, e.Start-window), End: min(e.Context.End, e.End+window)}
		before, after := wholeRunes(s.Text[context.Start:e.Start]), wholeRunes(s.Text[e.End:context.End])
		m.line("> %s<b>%s</b>%s<br>%s", escape(before), escape(clipLine(e.Text)), escape(after), escape(where))
	}
}

// wholeRunes is s without the parts of characters that cutting left at its ends.
func wholeRunes(s string) string { return strings.ToValidUTF8(s, "") }

// dismissed folds what was dismissed, and lists the decisions that do not hold.
func (m *markdown) dismissed(r *Report) {
	if r.Counts.Dismissed > 0 {
		m.line("<details><summary>Dismissed</summary>")
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Dismissed() {
				m.item(escape(clipLine(f.Asks())) + " " + escape(clipLine(f.Decision.String())))
			}
		}
		m.line("\n</details>")
	}
	if len(r.Stale) == 0 {
		return
	}
	m.line("Decisions that do not hold:")
	for i := range r.Stale {
		s := &r.Stale[i]
		m.item(s.Why + ": " + escape(s.Decision.Finding) + " " + escape(clipLine(s.Decision.Question+" "+s.Decision.String())))
	}
	m.out.WriteByte('\n')
}

func (m *markdown) item(text string) { m.out.WriteString("- " + text + "\n") }

func (m *markdown) omissions(list []Omission) {
	if len(list) == 0 {
		return
	}
	m.line("## What only some of them say")
	m.line("<details><summary>%s</summary>", number(len(list), "detail"))
	for i := range list {
		o := &list[i]
		m.item(fmt.Sprintf("**%s**, missing from %s: %s", escape(and(evidenceSources(o.Evidence))), escape(and(o.MissingFrom)), escape(clipLine(o.Detail))))
	}
	m.line("\n</details>")
}

func (m *markdown) agreements(list []Agreement) {
	if len(list) == 0 {
		return
	}
	m.line("## What they agree on")
	for i := range list {
		a := &list[i]
		who := and(a.Sources)
		if a.Origins > 0 && a.Origins < len(a.Sources) {
			who += "; " + number(a.Origins, "origin")
		}
		m.item(escape(clipLine(a.Detail)) + " (" + escape(who) + ")")
	}
	m.out.WriteByte('\n')
}

// clipLine is text on one line, the middle of what is far longer than a
// sentence left out.
func clipLine(text string) string {
	if len(text) > 2*window {
		text = wholeRunes(text[:window]) + " … " + wholeRunes(text[len(text)-window:])
	}
	return Printable(text)
}

// EscapeMarkdown writes text so that GitHub's Markdown shows it as it is, on
// one line: it makes no markup, no image, no mention of anybody.
func EscapeMarkdown(text string) string { return escape(text) }

// escape writes text so that Markdown shows it as it is, on one line. An empty
// comment parts @ and # from what follows and www from its dot, lest somebody
// be notified or another page be linked. White space at the ends stays, as one
// blank.
func escape(text string) string {
	runes := []rune(oneLine(text))
	var b strings.Builder
	for i, r := range runes {
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '@', r == '#' && next >= '0' && next <= '9':
			b.WriteRune(r)
			b.WriteString("<!-- -->")
		case strings.ContainsRune("\\`*_[]|~$", r), // markup anywhere in a line
			strings.ContainsRune("#+->=", r) && atStart(runes[:i]), // at its beginning
			(r == '.' || r == ')') && isNumber(runes[:i]),          // a numbered list
			r == ':' && unicode.IsLetter(next):                     // :smile:
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(b.String(), "www.", "www<!-- -->.")
}

// oneLine is Printable text with a blank where white space stood at an end.
func oneLine(text string) string {
	line := Printable(text)
	if line == "" {
		return ""
	}
	if startsWithSpace(text) {
		line = " " + line
	}
	if endsWithSpace(text) {
		line += " "
	}
	return line
}

func atStart(before []rune) bool { return strings.TrimSpace(string(before)) == "" }

func isNumber(before []rune) bool {
	text := strings.TrimSpace(string(before[:min(len(before), 12)]))
	return len(before) < 12 && text != "" && strings.Trim(text, "0123456789") == ""
}

// escapeHTML is escape for the inside of an HTML element, where Markdown's
// signs mean nothing.
func escapeHTML(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "@", "@<!-- -->").Replace(Printable(text))
}
