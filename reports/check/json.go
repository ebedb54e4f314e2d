package check

import (
	"bytes"
	"io"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// jsonWriter writes a Run as one JSON object, story by story.
type jsonWriter struct{ list list }

// NewJSON writes the JSON form: a Run.
func NewJSON(w io.Writer, tool reports.Tool) (Writer, error) {
	head, err := opened(struct {
		Format string       `json:"format"`
		Tool   reports.Tool `json:"tool"`
	}{Format, tool}, 0)
	return &jsonWriter{list{w: w, head: head + ",\n \"stories\": [", indent: 2}}, err
}

func (j *jsonWriter) Story(s *Story) error { return j.list.add(s) }

func (j *jsonWriter) End(sum *Summary, notices []Notice) error {
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
	return j.list.end("," + strings.TrimPrefix(tail, "{") + "\n")
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

// opened is an object as JSON without its end: more members can follow.
func opened(v any, by int) (string, error) {
	text, err := indented(v, by)
	return strings.TrimRight(strings.TrimSuffix(text, "}"), " \n"), err
}

// writeAll writes the parts as one.
func writeAll(w io.Writer, parts ...string) error {
	_, err := io.WriteString(w, strings.Join(parts, ""))
	return err
}
