package gold

import (
	"encoding/json"
	"io"
	"path"
	"strings"

	"github.com/factdiff/factdiff/compare"
)

// Report is as much of a comparison as is scored.
type Report struct {
	Sources   []Source
	Findings  []Finding
	Omissions []Omission
}

// Source is one report that was compared.
type Source struct {
	ID   string // what evidence calls it: "a"
	Path string // its base name without ending is what the gold calls it: "r1"
	Text string
}

func (s *Source) name() string {
	base := path.Base(s.Path)
	if s.Path == "" {
		base = s.ID
	}
	if ext := path.Ext(base); ext != base {
		base = strings.TrimSuffix(base, ext)
	}
	return base
}

// Finding is one question with its positions.
type Finding struct {
	Kind      string
	Verdict   string
	Subject   string
	Positions []Position
}

// Position is one answer.
type Position struct {
	Value    string
	Evidence []Evidence
}

// Evidence is the half-open bytes [Start, End) of a source's text.
type Evidence struct {
	Source string  // a Source's ID
	Start  int     //
	End    int     //
	Text   *string // what should stand there; nil if not said
}

// Omission is a detail that the sources MissingFrom leave out.
type Omission struct {
	MissingFrom []string `json:"missing_from"`
	Evidence    []Evidence
}

// ReadReport reads a report in the format factdiff-report/1.
func ReadReport(r io.Reader) (*Report, error) {
	report := &Report{}
	if err := json.NewDecoder(r).Decode(report); err != nil {
		return nil, err
	}
	return report, nil
}

// FromResult is the report of a comparison.
func FromResult(result *compare.Result) *Report {
	report := &Report{}
	for _, s := range result.Sources {
		report.Sources = append(report.Sources, Source{ID: s.ID, Path: s.Doc.Article.Name, Text: s.Doc.Article.Text})
	}
	id := func(source int) string {
		if source < 0 || source >= len(result.Sources) {
			return ""
		}
		return result.Sources[source].ID
	}
	evidence := func(from []compare.Evidence) []Evidence {
		to := make([]Evidence, len(from))
		for i, e := range from {
			to[i] = Evidence{Source: id(e.Source), Start: e.Span.Start, End: e.Span.End}
		}
		return to
	}
	for _, f := range result.Findings {
		finding := Finding{Kind: f.Kind.String(), Verdict: f.Verdict.String(), Subject: f.Subject}
		for _, p := range f.Positions {
			finding.Positions = append(finding.Positions, Position{Value: p.Value, Evidence: evidence(p.Evidence)})
		}
		report.Findings = append(report.Findings, finding)
	}
	for _, o := range result.Omissions {
		omission := Omission{Evidence: evidence(o.Evidence)}
		for _, source := range o.MissingFrom {
			omission.MissingFrom = append(omission.MissingFrom, id(source))
		}
		report.Omissions = append(report.Omissions, omission)
	}
	return report
}
