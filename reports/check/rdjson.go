package check

import (
	"io"
	"slices"

	"github.com/factdiff/factdiff/reports"
)

// The parts of the Reviewdog Diagnostic Format that we write. Columns count
// bytes, ends are exclusive.
type (
	rdDiagnostic struct {
		Message  string      `json:"message"`
		Location rdLocation  `json:"location"`
		Severity string      `json:"severity"`
		Code     *rdCode     `json:"code,omitempty"`
		Relateds []rdRelated `json:"related_locations,omitempty"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdCode struct {
		Value string `json:"value"`
		URL   string `json:"url"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

// rdLevels are the severities of reviewdog for ours.
var rdLevels = map[string]string{Error.String(): "ERROR", Warning.String(): "WARNING", Note.String(): "INFO"}

type rdWriter struct{ list list }

// NewRDJSON writes reviewdog's rdjson: the new findings as diagnostics.
func NewRDJSON(w io.Writer, tool reports.Tool) (Writer, error) {
	head, err := opened(map[string]any{"source": map[string]string{"name": tool.Name, "url": Home}}, 0)
	return &rdWriter{list{w: w, head: head + ",\n \"diagnostics\": [", indent: 2}}, err
}

func (r *rdWriter) Story(s *Story) error {
	if s.Error != "" {
		return r.list.add(rdDiagnostic{Message: reports.Printable(s.Error), Location: rdLocation{Path: s.Draft}, Severity: "ERROR"})
	}
	for i := range s.Findings {
		f := &s.Findings[i]
		if f.Status != New {
			continue
		}
		d := rdDiagnostic{Message: f.Message, Location: newRDLocation(&f.Place), Severity: rdLevels[f.Severity], Code: &rdCode{f.Rule, Home + "#readme"}}
		if f.Why != "" {
			d.Message += "\nWhy: " + reports.Printable(f.Why)
		}
		for _, p := range slices.Concat(f.Related, f.Also) {
			d.Relateds = append(d.Relateds, rdRelated{quoted(p.Text), newRDLocation(&p)})
		}
		if err := r.list.add(d); err != nil {
			return err
		}
	}
	return nil
}

func newRDLocation(p *Place) rdLocation {
	l := rdLocation{Path: p.Path}
	if p.Unit == "" {
		l.Range = &rdRange{rdPosition{p.Line, p.byteColumn}, rdPosition{p.EndLine, p.byteEnd}}
	}
	return l
}

func (r *rdWriter) End(*Summary, []Notice) error { return r.list.end("\n}\n") }
