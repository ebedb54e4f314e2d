package check

import (
	"bytes"
	"io"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// jsonWriter writes a Run as one JSON object, story by story.
type jsonWriter struct {
	w     io.Writer
	tool  reports.Tool
	begun bool
}

// NewJSON writes the JSON form: a Run.
func NewJSON(w io.Writer, tool reports.Tool) Writer { return &jsonWriter{w: w, tool: tool} }

func (j *jsonWriter) Story(s *Story) error {
	lead := ",\n"
	if !j.begun {
		j.begun = true
		head, err := indented(struct {
			Format string       `json:"format"`
			Tool   reports.Tool `json:"tool"`
		}{Format, j.tool}, 0)
		if err != nil {
			return err
		}
		lead = strings.TrimSuffix(head, "\n}") + ",\n \"stories\": [\n"
	}
	text, err := indented(s, 2)
	if err != nil {
		return err
	}
	return writeAll(j.w, lead, "  ", text)
}

func (j *jsonWriter) End(sum *Summary, notices []Notice) error {
	if !j.begun {
		if notices == nil {
			notices = []Notice{}
		}
		return reports.WriteJSON(j.w, Run{Format: Format, Tool: j.tool, Stories: []Story{}, Notices: notices, Summary: *sum})
	}
	if notices == nil {
		notices = []Notice{}
	}
	tail, err := indented(struct {
		Notices []Notice `json:"notices"`
		Summary *Summary `json:"summary"`
	}{notices, sum}, 0)
	if err != nil {
		return err
	}
	return writeAll(j.w, "\n ],", strings.TrimPrefix(tail, "{"), "\n")
}

// indented is v as JSON whose lines after the first stand so many blanks to the
// right; it ends without a line break.
func indented(v any, by int) (string, error) {
	var b bytes.Buffer
	if err := reports.WriteJSON(&b, v); err != nil {
		return "", err
	}
	text := strings.TrimSuffix(b.String(), "\n")
	return strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", by)), nil
}

// writeAll writes the parts as one.
func writeAll(w io.Writer, parts ...string) error {
	_, err := io.WriteString(w, strings.Join(parts, ""))
	return err
}
