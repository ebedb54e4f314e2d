// Package check gives the outward form of checking drafts: which of their
// statements stand against the sources they rest on. A run is a list of
// stories, each a draft with its sources and the findings at the draft's file,
// line and column, with the sources' words as related places. The draft is the
// subject: what only its sources disagree about is no finding here.
//
// Stories are written one by one as they are done, by a Writer for each format,
// so that a run over a thousand stories holds no more than a few of them. The
// JSON form is format "factdiff-check/1"; its schema, check.schema.json, is
// generated from the types of this package.
package check

import (
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

// Format names the version of the JSON form. It changes when a field changes
// its meaning or goes; new fields do not change it.
const Format = "factdiff-check/1"

// Run is what checking drafts brought to light. It is the shape of the JSON
// form; the JSON writer writes it story by story.
type Run struct {
	// Name and version of this format.
	Format string `json:"format" jsonschema:"enum=factdiff-check/1"`
	// The program that wrote the run.
	Tool reports.Tool `json:"tool"`
	// The checked stories, in the order of the configuration.
	Stories []Story `json:"stories"`
	// What a reader of the run should know besides: decisions that do not hold, drafts without sources.
	Notices []Notice `json:"notices"`
	// How much was found.
	Summary Summary `json:"summary"`
}

// Story is a draft with its sources and what stands against it.
type Story struct {
	// Path of the draft.
	Draft string `json:"draft"`
	// Headline of the draft; empty if it could not be read.
	Title string `json:"title"`
	// Paths and addresses of the sources, in the order of the configuration.
	Sources []string `json:"sources"`
	// Why the story could not be checked; absent if it was.
	Error string `json:"error,omitempty"`
	// What stands against the draft, in the order of the draft's text.
	Findings []Finding `json:"findings"`
	// Entries of the baseline that are found no more.
	Fixed []Accepted `json:"fixed,omitempty"`

	// Report is the whole comparison behind the findings; nil if the story
	// could not be checked.
	Report *reports.Report `json:"-"`
	// Key is the draft's path from the project's folder, with slashes: what
	// baselines and fingerprints know it by.
	Key string `json:"-"`
}

// Finding is one question to which the draft gives another answer than a
// source, or something wrong with a comment that steers factdiff.
type Finding struct {
	// Hash of what the finding says; it stays the same when lines move.
	ID string `json:"id"`
	// Hash of the draft's path and the id: names the finding within the repository.
	Fingerprint string `json:"fingerprint" jsonschema:"pattern=^[0-9a-f]{16}$"`
	// The kind of fact that differs, or suppression.
	Rule string `json:"rule"`
	// What the difference means; empty for rule suppression.
	Verdict string `json:"verdict,omitempty" jsonschema:"enum=conflict,enum=update,enum=tension"`
	// How much it matters, by the configuration.
	Severity string `json:"severity" jsonschema:"enum=error,enum=warning,enum=note"`
	// Whether it is new, in the baseline, ignored by a comment in the draft, or dismissed by a decision.
	Status string `json:"status" jsonschema:"enum=new,enum=baselined,enum=ignored,enum=dismissed"`
	// It is new and at or above the threshold.
	Fails bool `json:"fails"`
	// The question; empty for rule suppression.
	Question string `json:"question,omitempty"`
	// What stands against what, in one line.
	Message string `json:"message"`
	// Why both cannot be, in one line.
	Why string `json:"why,omitempty"`
	// What would settle it.
	Settles string `json:"settles,omitempty"`
	// How sure the tool is that it is worth a look.
	Confidence float64 `json:"confidence,omitempty" jsonschema:"minimum=0,maximum=1"`
	// The draft's words, the first in its text.
	Place Place `json:"place"`
	// Other places of the draft that say the same.
	Also []Place `json:"also,omitempty"`
	// The words of the sources that stand against it.
	Related []Place `json:"related,omitempty"`
	// Sources that give the draft's answer.
	Support []string `json:"support,omitempty"`
	// Why it is ignored; absent unless status is ignored.
	Reason string `json:"reason,omitempty"`
	// What somebody decided about it; absent if nobody did.
	Decision *reports.Decision `json:"decision,omitempty"`
}

// What became of a finding.
const (
	New       = "new"
	Baselined = "baselined"
	Ignored   = "ignored"
	Dismissed = "dismissed"
)

// Place is a stretch of a file. Lines and columns count from 1; the end is the
// place after the last character.
type Place struct {
	// Path or address of the file.
	Path string `json:"path"`
	// Line of the first character.
	Line int `json:"line" jsonschema:"minimum=1"`
	// Column of the first character, in characters.
	Column int `json:"column" jsonschema:"minimum=1"`
	// Line of the end.
	EndLine int `json:"end_line" jsonschema:"minimum=1"`
	// Column of the end, in characters.
	EndColumn int `json:"end_column" jsonschema:"minimum=1"`
	// The words there.
	Text string `json:"text"`
	// The sentence or sentences around them.
	Context string `json:"context,omitempty"`
	// What line counts in a file without lines; absent for a file with lines.
	Unit string `json:"unit,omitempty" jsonschema:"enum=page,enum=paragraph"`

	byteColumn, byteEnd int // the columns again, in bytes of the file
	at                  int // first byte of Text in Context
}

// Notice is something to know that is no finding.
type Notice struct {
	// The file it is about; empty if none.
	Path string `json:"path,omitempty"`
	// What is to be known, in one line.
	Text string `json:"text"`
}

// Summary counts over a run.
type Summary struct {
	// Stories that were checked, those that could not be read left out.
	Stories int `json:"stories"`
	// Stories that could not be checked.
	Unreadable int `json:"unreadable"`
	// New findings of severity error.
	Errors int `json:"errors"`
	// New findings of severity warning.
	Warnings int `json:"warnings"`
	// New findings of severity note.
	Notes int `json:"notes"`
	// New findings at or above the threshold.
	Failing int `json:"failing"`
	// Findings in the baseline.
	Baselined int `json:"baselined"`
	// Findings that a comment in the draft ignores.
	Ignored int `json:"ignored"`
	// Findings that a decision dismisses.
	Dismissed int `json:"dismissed"`
	// Entries of the baseline that are found no more.
	Fixed int `json:"fixed"`
}

// Add counts a story.
func (s *Summary) Add(story *Story) {
	if story.Error != "" {
		s.Unreadable++
		return
	}
	s.Stories++
	s.Fixed += len(story.Fixed)
	for i := range story.Findings {
		f := &story.Findings[i]
		switch f.Status {
		case Baselined:
			s.Baselined++
		case Ignored:
			s.Ignored++
		case Dismissed:
			s.Dismissed++
		default:
			s.count(f)
		}
	}
}

func (s *Summary) count(f *Finding) {
	switch f.Severity {
	case Error.String():
		s.Errors++
	case Warning.String():
		s.Warnings++
	default:
		s.Notes++
	}
	if f.Fails {
		s.Failing++
	}
}

// Settled is the number of findings that are accepted, ignored or dismissed.
func (s *Summary) Settled() int { return s.Baselined + s.Ignored + s.Dismissed }

// Writer writes a run in one format: every story in its order, then the end.
type Writer interface {
	Story(s *Story) error
	End(sum *Summary, notices []Notice) error
}

// Text is one file of a story: its article with the bytes it was read from,
// which tell characters from bytes.
type Text struct {
	Path    string // as it is to be shown
	Data    []byte
	Article *nlp.Article
}
