package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
)

// DecisionsFormat names the version of the file that keeps decisions. Its
// schema stands in decisions.schema.json.
const DecisionsFormat = "factdiff-decisions/1"

// Decisions is what people decided about findings: what the HTML report
// exports, and what a comparison takes back.
type Decisions struct {
	// Name and version of this format.
	Format string `json:"format" jsonschema:"enum=factdiff-decisions/1"`
	// One entry for each decided finding.
	Decisions []Decision `json:"decisions"`
}

// Decision is what somebody decided about one finding.
type Decision struct {
	// Id of the finding. It is a hash of what the finding says, so that the decision holds while the difference does.
	Finding string `json:"finding" jsonschema:"pattern=^[0-9a-f]{12}(-[0-9]+)?$"`
	// The decision: a real difference, none that matters, or to be looked at later.
	Decision string `json:"decision" jsonschema:"enum=confirm,enum=dismiss,enum=later"`
	// Why, in the words of who decided.
	Reason string `json:"reason,omitempty"`
	// Who decided.
	Author string `json:"author,omitempty"`
	// Last day on which the decision holds, YYYY-MM-DD; absent if it holds for good.
	Expires string `json:"expires,omitempty" jsonschema:"format=date"`
	// The finding's question, for people who read the file; nothing else reads it.
	Question string `json:"question,omitempty"`
}

// The decisions.
const (
	Confirm = "confirm" // a real difference
	Dismiss = "dismiss" // none, or none that matters
	Later   = "later"   // not decided yet
)

// StaleDecision is a decision that does not hold.
type StaleDecision struct {
	// The decision as it was given.
	Decision Decision `json:"decision"`
	// Why it does not hold.
	Why string `json:"why" jsonschema:"enum=expired,enum=no such finding"`
}

// Why a decision does not hold.
const (
	Expired       = "expired"
	NoSuchFinding = "no such finding"
)

// ParseDecisions reads the JSON form. An unknown field is an error, lest a
// misspelt expiry hold for ever. Errors name the entry, counted from 1.
func ParseDecisions(data []byte) (*Decisions, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	d := &Decisions{}
	if err := dec.Decode(d); err != nil {
		return nil, decodeError(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("goes on after the end of the JSON object")
	}
	if d.Format != DecisionsFormat {
		return nil, fmt.Errorf("format is %q, not %q", d.Format, DecisionsFormat)
	}
	seen := make(map[string]int, len(d.Decisions))
	for i, e := range d.Decisions {
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("decision %d: %w", i+1, err)
		}
		if first, ok := seen[e.Finding]; ok {
			return nil, fmt.Errorf("decision %d: finding %s is decided in %d already", i+1, e.Finding, first)
		}
		seen[e.Finding] = i + 1
	}
	return d, nil
}

func decodeError(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("is empty")
	case errors.As(err, &syntax):
		return fmt.Errorf("is no JSON (byte %d: %w)", syntax.Offset, err)
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}

func (d *Decision) check() error {
	if d.Finding == "" {
		return errors.New("no finding is named")
	}
	if all := []string{Confirm, Dismiss, Later}; !slices.Contains(all, d.Decision) {
		return fmt.Errorf("%q is none of %s", d.Decision, strings.Join(all, ", "))
	}
	if d.Expires != "" {
		if _, err := time.Parse(time.DateOnly, d.Expires); err != nil {
			return fmt.Errorf("expires %q is no day like 2006-01-02", d.Expires)
		}
	}
	return nil
}

// ExpiredOn reports whether the decision's last day lies before the day of t.
// A zero t is a day before all others.
func (d *Decision) ExpiredOn(t time.Time) bool {
	return d.Expires != "" && !t.IsZero() && d.Expires < t.UTC().Format(time.DateOnly)
}

// decided sorts decisions into those that hold, by the id of their finding,
// and those that do not, in the order of the file.
func decided(d *Decisions, ids []string, today time.Time) (map[string]*Decision, []StaleDecision) {
	if d == nil {
		return nil, nil
	}
	holds := make(map[string]*Decision, len(d.Decisions))
	var stale []StaleDecision
	for _, e := range d.Decisions {
		switch {
		case !slices.Contains(ids, e.Finding):
			stale = append(stale, StaleDecision{e, NoSuchFinding})
		case e.ExpiredOn(today):
			stale = append(stale, StaleDecision{e, Expired})
		default:
			holds[e.Finding] = &e
		}
	}
	return holds, stale
}

// newest is the latest time of publication, or zero if none is known.
func newest(sources []compare.Source) (t time.Time) {
	for i := range sources {
		if p := sources[i].Doc.Article.Published; p.After(t) {
			t = p
		}
	}
	return t
}

// Dismissed reports whether a decision says that the finding is none.
func (f *Finding) Dismissed() bool { return f.Decision != nil && f.Decision.Decision == Dismiss }

// Asks is the question, or what it is about where there is none.
func (f *Finding) Asks() string {
	if f.Question == "" {
		return f.Subject
	}
	return f.Question
}

// decisionWords is how each decision reads.
var decisionWords = map[string]string{Confirm: "Confirmed", Dismiss: "Dismissed", Later: "To be checked"}

// String is the decision for people to read, in one line: "Dismissed by Ann
// Reed until 2025-03-01: wire copy corrected".
func (d *Decision) String() string {
	s := decisionWords[d.Decision]
	if d.Author != "" {
		s += " by " + d.Author
	}
	if d.Expires != "" {
		s += " until " + d.Expires
	}
	if d.Reason != "" {
		s += ": " + d.Reason
	}
	return s
}
