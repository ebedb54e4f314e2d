package check

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

// Rules are the settings under which a story is checked.
type Rules struct {
	Policy   *Policy
	Baseline map[string]Accepted // of the draft, by id; see Baseline.Of
	Comments []Comment           // of the draft; see Comments
	Limit    int                 // at most so many new findings, the most important first; 0 is no limit
}

// NewStory finds in a report what stands against its draft, which is the first
// of its sources. texts are the report's sources in their order; key is the
// draft's path from the project's folder.
func NewStory(key string, r *reports.Report, texts []Text, rules Rules) *Story {
	s := &Story{Draft: texts[0].Path, Key: key, Title: r.Sources[0].Title, Sources: []string{}, Findings: []Finding{}, Report: r}
	for _, t := range texts[1:] {
		s.Sources = append(s.Sources, t.Path)
	}
	b := builder{story: s, report: r, rules: rules, used: make([]bool, len(rules.Comments))}
	b.index = make(map[string]int, len(r.Sources))
	for i := range r.Sources {
		b.index[r.Sources[i].ID] = i
	}
	for i := range texts {
		b.lines = append(b.lines, newLineTable(&texts[i]))
	}
	for i := range r.Findings {
		b.finding(&r.Findings[i])
	}
	b.comments()
	slices.SortStableFunc(s.Findings, func(x, y Finding) int {
		return cmp.Or(cmp.Compare(x.Place.Line, y.Place.Line), cmp.Compare(x.Place.Column, y.Place.Column))
	})
	b.baseline()
	return s
}

// builder makes the findings of one story.
type builder struct {
	story  *Story
	report *reports.Report
	rules  Rules
	index  map[string]int // of a source by its id
	lines  []lineTable    // of each source
	used   []bool         // comments that ignored something
	new    int            // findings that are new
}

// draft is the place of the draft among the sources.
const draft = 0

// side is what the draft and the sources say to a question.
type side struct {
	own    int   // the position that the draft takes
	others []int // the positions that stand against it
}

// against finds the draft's position and those of sources that stand against
// it. A draft that gives both answers, as one who quotes two officials does,
// contradicts nobody, unless one of its answers is nobody else's: a wrong
// headline over a right report. ok is false if nothing stands against the draft.
func (b *builder) against(f *reports.Finding) (s side, ok bool) {
	taken := make([]struct{ draft, source bool }, len(f.Positions))
	for i := range f.Positions {
		for _, e := range f.Positions[i].Evidence {
			if b.index[e.Source] == draft {
				taken[i].draft = true
			} else {
				taken[i].source = true
			}
		}
	}
	for _, alone := range []bool{true, false} {
		for i := range taken {
			if !taken[i].draft || taken[i].source == alone {
				continue
			}
			s = side{own: i}
			for j := range taken {
				if j != i && taken[j].source && (!taken[j].draft || !taken[i].source) {
					s.others = append(s.others, j)
				}
			}
			if len(s.others) > 0 {
				return s, true
			}
		}
	}
	return side{}, false
}

// finding adds f if it stands against the draft and is not switched off.
func (b *builder) finding(f *reports.Finding) {
	s, ok := b.against(f)
	if !ok || f.Internal || f.Verdict == compare.Compatible.String() {
		return
	}
	out := Finding{
		ID: f.ID, Fingerprint: Fingerprint(b.story.Key, f.ID), Rule: f.Kind, Verdict: f.Verdict,
		Status: New, Question: f.Asks(), Why: f.Message, Settles: f.Settles(), Confidence: f.Confidence, Decision: f.Decision,
	}
	if b.unfounded(f, s) {
		out.Verdict, out.Why = compare.Conflict.String(), out.Why+"; no source has the draft's answer"
	}
	level := b.rules.Policy.severity(out.Rule, out.Verdict)
	if level == Off {
		return
	}
	out.Severity = level.String()
	var own []reports.Evidence
	for _, e := range f.Positions[s.own].Evidence {
		if b.index[e.Source] == draft {
			own = append(own, e)
		} else if path := b.report.Sources[b.index[e.Source]].Path; !slices.Contains(out.Support, path) {
			out.Support = append(out.Support, path)
		}
	}
	slices.SortStableFunc(own, func(x, y reports.Evidence) int { return cmp.Compare(x.Start, y.Start) })
	out.Place = b.place(&own[0])
	for i := range own[1:] {
		out.Also = append(out.Also, b.place(&own[i+1]))
	}
	for _, i := range s.others {
		for _, group := range reports.BySource(f.Positions[i].Evidence) {
			if b.index[group[0].Source] != draft {
				out.Related = append(out.Related, b.place(&group[0]))
			}
		}
	}
	out.Message = message(&out)
	b.settle(&out, level)
	if out.Status == New {
		if b.new++; b.rules.Limit > 0 && b.new > b.rules.Limit {
			return
		}
	}
	b.story.Findings = append(b.story.Findings, out)
}

// unfounded reports whether an update is the draft's own: it was written after
// the sources, as drafts are, and none of them has what it says. Between two
// outlets a later figure is news; in a draft it needs a source.
func (b *builder) unfounded(f *reports.Finding, s side) bool {
	if f.Verdict != compare.Update.String() {
		return false
	}
	for _, e := range f.Positions[s.own].Evidence {
		if b.index[e.Source] != draft {
			return false
		}
	}
	own := b.report.Sources[draft].Published
	for _, i := range s.others {
		for _, e := range f.Positions[i].Evidence {
			if t := b.report.Sources[b.index[e.Source]].Published; own != nil && t != nil && t.After(*own) {
				return false // the draft is out of date
			}
		}
	}
	return true
}

// settle says what became of the finding.
func (b *builder) settle(f *Finding, level Level) {
	_, accepted := b.rules.Baseline[f.ID]
	switch c := b.ignoring(f); {
	case f.Decision != nil && f.Decision.Decision == reports.Dismiss:
		f.Status = Dismissed
	case c != nil:
		f.Status, f.Reason = Ignored, c.Reason
	case accepted:
		f.Status = Baselined
	}
	f.Fails = f.Status == New && b.rules.Policy.Fails(level)
}

// baseline lists the entries that are found no more, by id.
func (b *builder) baseline() {
	for id, a := range b.rules.Baseline {
		if !slices.ContainsFunc(b.story.Findings, func(f Finding) bool { return f.ID == id }) {
			b.story.Fixed = append(b.story.Fixed, a)
		}
	}
	slices.SortFunc(b.story.Fixed, func(x, y Accepted) int { return strings.Compare(x.Finding, y.Finding) })
}

// shownSources is how many sources a message names: more are in Related.
const shownSources = 3

// message says in one line what stands against what.
func message(f *Finding) string {
	var b strings.Builder
	if f.Question != "" {
		b.WriteString(f.Question + " ")
	}
	fmt.Fprintf(&b, "The draft says %s", quoted(f.Place.Text))
	for i, r := range f.Related {
		if i == shownSources {
			fmt.Fprintf(&b, ", %d more differ", len(f.Related)-i)
			break
		}
		fmt.Fprintf(&b, ", %s says %s", r.Path, quoted(r.Text))
	}
	if len(f.Support) > 0 {
		fmt.Fprintf(&b, "; the draft's answer is also in %s", strings.Join(f.Support[:min(len(f.Support), shownSources)], ", "))
	}
	return reports.Printable(b.String())
}

// quotedRunes is how much of a place's words a message shows.
const quotedRunes = 160

func quoted(text string) string {
	text = reports.Printable(text)
	if r := []rune(text); len(r) > quotedRunes {
		text = string(r[:quotedRunes]) + "…"
	}
	return "“" + text + "”"
}

// Fingerprint names a finding within a repository: a hash of the draft's path
// from the project's folder and the finding's id, in 16 hexadecimal digits.
func Fingerprint(key, id string) string {
	sum := sha256.Sum256([]byte(key + "\x00" + id))
	return hex.EncodeToString(sum[:])[:16]
}

// place is where a piece of evidence stands.
func (b *builder) place(e *reports.Evidence) Place {
	i := b.index[e.Source]
	p := b.lines[i].place(e.Start, e.End)
	p.Text = e.Text
	p.Context, p.at = b.report.Sources[i].Text[e.Context.Start:e.Context.End], e.Start-e.Context.Start
	return p
}

// lineTable finds places in one file.
type lineTable struct {
	text   *Text
	origin nlp.Origin
	utf8   bool // characters can be told from bytes
}

func newLineTable(t *Text) lineTable {
	return lineTable{text: t, origin: t.Article.Origin, utf8: utf8.Valid(t.Data) && breaks(t.Data, t.Article.Origin.Lines)}
}

// breaks reports whether a line of data ends before each of the offsets. It does
// not where they count in a part of data, such as an item of a feed.
func breaks(data []byte, lines []int) bool {
	for _, at := range lines {
		if at > len(data) || at > 0 && data[at-1] != '\n' && data[at-1] != '\r' {
			return false
		}
	}
	return true
}

// place is the stretch of the file for bytes [start, end) of the article.
func (l *lineTable) place(start, end int) Place {
	p := Place{Path: l.text.Path, Unit: l.origin.Unit}
	p.Line, p.byteColumn = l.origin.LineColumn(start)
	p.EndLine, p.byteEnd = p.Line, p.byteColumn
	if end > start { // the last byte's own way back: what follows may stand elsewhere
		p.EndLine, p.byteEnd = l.origin.LineColumn(end - 1)
		p.byteEnd++
	}
	if p.EndLine < p.Line || p.EndLine == p.Line && p.byteEnd < p.byteColumn {
		p.EndLine, p.byteEnd = p.Line, p.byteColumn
	}
	p.Column, p.EndColumn = l.characters(p.Line, p.byteColumn), l.characters(p.EndLine, p.byteEnd)
	return p
}

// characters is the column in characters for one in bytes. Where the two cannot
// be told apart, as in a file that is not UTF-8, it is that in bytes.
func (l *lineTable) characters(line, column int) int {
	if !l.utf8 || line > len(l.origin.Lines) {
		return column
	}
	from := l.origin.Lines[line-1]
	to := from + column - 1
	if from > len(l.text.Data) || to > len(l.text.Data) {
		return column
	}
	return utf8.RuneCount(l.text.Data[from:to]) + 1
}
