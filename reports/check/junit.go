package check

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// The parts of JUnit's XML that its readers share.
type (
	junitSuite struct {
		XMLName  xml.Name    `xml:"testsuite"`
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name      string        `xml:"name,attr"`
		Classname string        `xml:"classname,attr"`
		File      string        `xml:"file,attr"`
		Line      int           `xml:"line,attr,omitempty"`
		Failure   *junitTrouble `xml:"failure,omitempty"`
		Error     *junitTrouble `xml:"error,omitempty"`
		Skipped   *junitSkipped `xml:"skipped,omitempty"`
		Out       string        `xml:"system-out,omitempty"`
	}
	junitTrouble struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
	junitSkipped struct {
		Message string `xml:"message,attr"`
	}
)

// junitWriter writes a test suite for each draft.
type junitWriter struct {
	w     io.Writer
	begun bool
}

// NewJUnit writes JUnit XML: a suite for each draft and a case for each finding
// in it, which fails if the finding does, passes with a note below the
// threshold, and is skipped when it is accepted, ignored or dismissed. A draft
// against which nothing stands is one case that passes.
func NewJUnit(w io.Writer) Writer { return &junitWriter{w: w} }

func (j *junitWriter) begin() error {
	if j.begun {
		return nil
	}
	j.begun = true
	return writeAll(j.w, xml.Header, "<testsuites name=\"factdiff\">\n")
}

func (j *junitWriter) Story(s *Story) error {
	if err := j.begin(); err != nil {
		return err
	}
	suite := junitSuite{Name: s.Draft}
	names := map[string]int{}
	for i := range s.Findings {
		c := newJUnitCase(s, &s.Findings[i])
		// Readers tell cases apart by their names.
		if names[c.Name]++; names[c.Name] > 1 {
			c.Name += fmt.Sprintf(" (%s)", s.Findings[i].ID)
		}
		suite.Cases = append(suite.Cases, c)
	}
	switch {
	case s.Error != "":
		what := reports.Printable(s.Error)
		suite.Cases = []junitCase{{Name: "can be checked", Classname: s.Draft, File: s.Draft, Error: &junitTrouble{what, "unreadable", what}}}
	case len(suite.Cases) == 0:
		suite.Cases = []junitCase{{Name: "agrees with its sources", Classname: s.Draft, File: s.Draft}}
	}
	for i := range suite.Cases {
		c := &suite.Cases[i]
		suite.Tests++
		suite.Failures += one(c.Failure != nil)
		suite.Errors += one(c.Error != nil)
		suite.Skipped += one(c.Skipped != nil)
	}
	data, err := xml.MarshalIndent(suite, " ", " ")
	if err != nil {
		return err
	}
	return writeAll(j.w, string(data), "\n")
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func newJUnitCase(s *Story, f *Finding) junitCase {
	c := junitCase{Name: f.Rule + ": " + headline(f), Classname: s.Draft, File: s.Draft}
	if f.Place.Unit == "" {
		c.Line = f.Place.Line
	}
	text := block(f)
	switch {
	case f.Status == Ignored:
		c.Skipped = &junitSkipped{"ignored: " + reports.Printable(f.Reason)}
	case f.Status == Dismissed:
		c.Skipped = &junitSkipped{reports.Printable(f.Decision.String())}
	case f.Status == Baselined:
		c.Skipped = &junitSkipped{"in the baseline"}
	case f.Fails:
		c.Failure = &junitTrouble{reports.Printable(f.Message), f.Severity, text}
	default:
		c.Out = f.Severity + ": " + text
	}
	return c
}

// block is a finding for people to read, in lines.
func block(f *Finding) string {
	var b strings.Builder
	(&textWriter{}).finding(&b, f)
	return strings.TrimRight(b.String(), "\n")
}

func (j *junitWriter) End(*Summary, []Notice) error {
	if err := j.begin(); err != nil {
		return err
	}
	return writeAll(j.w, "</testsuites>\n")
}
