package check

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// BaselineFormat names the version of the file that keeps a baseline. Its
// schema stands in baseline.schema.json.
const BaselineFormat = "factdiff-baseline/1"

// Baseline is the findings that a newsroom accepted as they were on a day;
// later runs report what is new.
type Baseline struct {
	// Name and version of this format.
	Format string `json:"format" jsonschema:"enum=factdiff-baseline/1"`
	// The accepted findings, by draft and then by id.
	Findings []Accepted `json:"findings"`
}

// Accepted is one finding of a baseline. Draft and Finding name it; the rest is
// for people who read the file.
type Accepted struct {
	// Path of the draft from the baseline's folder, with slashes.
	Draft string `json:"draft"`
	// Id of the finding: a hash of what it says, not of the line it stands in.
	Finding string `json:"finding"`
	// Its rule.
	Rule string `json:"rule,omitempty"`
	// What stands against what.
	Message string `json:"message,omitempty"`
}

// ParseBaseline reads the JSON form.
func ParseBaseline(data []byte) (*Baseline, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	b := &Baseline{}
	if err := dec.Decode(b); err != nil {
		return nil, errors.New(strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("goes on after the end of the JSON object")
	}
	if b.Format != BaselineFormat {
		return nil, fmt.Errorf("format is %q, not %q", b.Format, BaselineFormat)
	}
	for i, a := range b.Findings {
		if a.Draft == "" || a.Finding == "" {
			return nil, fmt.Errorf("entry %d names no draft or no finding", i+1)
		}
	}
	return b, nil
}

// Of is the entries of a draft by the id of their finding.
func (b *Baseline) Of(draft string) map[string]Accepted {
	of := map[string]Accepted{}
	if b != nil {
		for _, a := range b.Findings {
			if a.Draft == draft {
				of[a.Finding] = a
			}
		}
	}
	return of
}

// Replace puts the open findings of a story in the place of what the baseline
// held of its draft. Those that a decision or a comment settles stay out.
func (b *Baseline) Replace(s *Story) {
	b.Keep(func(draft string) bool { return draft != s.Key })
	for i := range s.Findings {
		if f := &s.Findings[i]; f.Status == New || f.Status == Baselined {
			b.Findings = append(b.Findings, Accepted{Draft: s.Key, Finding: f.ID, Rule: f.Rule, Message: f.Message})
		}
	}
}

// Keep takes out the entries of other drafts than those that keep wants.
func (b *Baseline) Keep(keep func(draft string) bool) {
	b.Findings = slices.DeleteFunc(b.Findings, func(a Accepted) bool { return !keep(a.Draft) })
}

// Sort puts the entries into the order of the file, so that a change of one
// finding changes one entry.
func (b *Baseline) Sort() {
	slices.SortFunc(b.Findings, func(x, y Accepted) int {
		return cmp.Or(strings.Compare(x.Draft, y.Draft), strings.Compare(x.Finding, y.Finding))
	})
}
