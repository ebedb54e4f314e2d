package check

import (
	"github.com/factdiff/factdiff/compare"
)

// Level is how much a finding matters to a newsroom.
type Level uint8

// The levels, least first. Off keeps a finding out of the run.
const (
	Off Level = iota
	Note
	Warning
	Error
	Never // above all levels: a threshold that nothing reaches
)

var levels = [...]string{"off", "note", "warning", "error", "never"}

// String is the level's word in configurations and output.
func (l Level) String() string { return levels[l] }

// ParseLevel is the inverse of Level.String for severities, off to error; ok is
// false for another word.
func ParseLevel(s string) (Level, bool) {
	for l := Off; l < Never; l++ {
		if l.String() == s {
			return l, true
		}
	}
	return Off, false
}

// Policy says how much each finding matters and what fails a run. Make one by
// DefaultPolicy and change it.
type Policy struct {
	Verdicts    map[compare.Verdict]Level
	Kinds       map[compare.Kind]map[compare.Verdict]Level // goes before Verdicts
	Suppression Level                                      // of comments that steer factdiff and are wrong
	Threshold   Level                                      // findings at or above it fail the run
}

// DefaultPolicy fails on conflicts: an update or a tension is often right as it
// stands, and a check that stops right drafts is soon switched off.
func DefaultPolicy() Policy {
	return Policy{
		Verdicts:    map[compare.Verdict]Level{compare.Conflict: Error, compare.Update: Warning, compare.Tension: Note},
		Kinds:       map[compare.Kind]map[compare.Verdict]Level{},
		Suppression: Warning,
		Threshold:   Error,
	}
}

// Severity is the level of a finding.
func (p *Policy) Severity(kind compare.Kind, verdict compare.Verdict) Level {
	if l, ok := p.Kinds[kind][verdict]; ok {
		return l
	}
	return p.Verdicts[verdict]
}

// severity is Severity by the words of a report.
func (p *Policy) severity(kind, verdict string) Level {
	k, _ := compare.ParseKind(kind)
	v, _ := compare.ParseVerdict(verdict)
	return p.Severity(k, v)
}

// Fails reports whether a finding of the level fails the run.
func (p *Policy) Fails(l Level) bool { return l != Off && l >= p.Threshold }
