package check

import (
	"io"

	"github.com/factdiff/factdiff/reports"
)

// gitlabIssue is one entry of GitLab's Code Quality report.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
	} `json:"lines"`
}

// gitlabLevels are the severities of GitLab for ours.
var gitlabLevels = map[string]string{Error.String(): "major", Warning.String(): "minor", Note.String(): "info"}

type gitlabWriter struct{ list list }

// NewGitLab writes GitLab's Code Quality report: the new findings as a list.
func NewGitLab(w io.Writer) Writer { return &gitlabWriter{list{w: w, head: "[", indent: 1}} }

func (g *gitlabWriter) Story(s *Story) error {
	if s.Error != "" {
		issue := gitlabIssue{reports.Printable(s.Error), "factdiff/unreadable", Fingerprint(s.Key, "unreadable"), "critical", gitlabLocation{Path: s.Draft}}
		issue.Location.Lines.Begin = 1
		return g.list.add(issue)
	}
	for i := range s.Findings {
		f := &s.Findings[i]
		if f.Status != New {
			continue
		}
		issue := gitlabIssue{f.Message, "factdiff/" + f.Rule, f.Fingerprint, gitlabLevels[f.Severity], gitlabLocation{Path: f.Place.Path}}
		if issue.Location.Lines.Begin = 1; f.Place.Unit == "" {
			issue.Location.Lines.Begin = f.Place.Line
		}
		if err := g.list.add(issue); err != nil {
			return err
		}
	}
	return nil
}

func (g *gitlabWriter) End(*Summary, []Notice) error { return g.list.end("\n") }
