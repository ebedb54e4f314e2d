package check

import (
	"fmt"
	"io"

	"github.com/factdiff/factdiff/reports"
)

type markdownWriter struct{ w io.Writer }

// NewMarkdown writes the whole comparison behind each story as Markdown, one
// after the other: what the sources alone disagree about, too.
func NewMarkdown(w io.Writer) Writer { return &markdownWriter{w} }

func (m *markdownWriter) Story(s *Story) error {
	if s.Report == nil {
		return writeAll(m.w, fmt.Sprintf("# %s\n\nNot checked: %s\n\n", reports.EscapeMarkdown(s.Draft), reports.EscapeMarkdown(s.Error)))
	}
	r := *s.Report
	if r.Title = s.Draft; s.Title != "" {
		r.Title += ": " + s.Title
	}
	return reports.WriteMarkdown(m.w, &r)
}

func (m *markdownWriter) End(sum *Summary, notices []Notice) error {
	text := reports.EscapeMarkdown(sum.String()) + ".\n"
	for i := range notices {
		text += "\n- " + reports.EscapeMarkdown(notices[i].String())
	}
	return writeAll(m.w, text)
}
