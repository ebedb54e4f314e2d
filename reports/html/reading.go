package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// text is a source to read, with all that was found marked in it.
type text struct {
	Source     *source
	Paragraphs []paragraph
}

type paragraph struct {
	ID       string
	Heading  bool   // the headline
	With     string // paragraphs of other sources that tell the same: "b3 c1"
	Segments []segment
}

// segment is a run of a paragraph under the same marks.
type segment struct {
	ID      string // place that links go to; "" if none begins here
	Text    string
	Finding string // id of the most important finding; "" if there is none
	Also    string // ids of all findings, where there are several
	Verdict string
	Missing string // ids of the sources that leave it out
	Note    string // "aside" where it is not the report's own, "correction" where the outlet corrects itself
}

// Class is the segment's classes for the style sheet.
func (s segment) Class() string {
	var list []string
	if s.Finding != "" {
		list = append(list, "m", s.Verdict)
	}
	if s.Missing != "" {
		list = append(list, "only")
	}
	if s.Note != "" {
		list = append(list, s.Note)
	}
	return strings.Join(list, " ")
}

// placeID is the id of a place in a text.
func placeID(source string, start int) string { return source + "-" + strconv.Itoa(start) }

// mark is a stretch of a text that a finding, an omission or an agreement
// points at, or that has a note; an agreement shows nothing and can be gone to.
type mark struct {
	reports.Context
	rank    int // place in the list of findings
	finding *reports.Finding
	missing string
	note    string
}

func (b *builder) texts() []text {
	marks := b.textMarks()
	with := b.alignedWith()
	list := make([]text, len(b.sources))
	for i := range b.report.Sources {
		s := &b.report.Sources[i]
		list[i].Source = b.sources[i]
		of := marks[s.ID]
		slices.SortStableFunc(of, func(x, y mark) int { return cmp.Compare(x.Start, y.Start) })
		var open []mark // those that reach into the paragraph
		for n, c := range s.Paragraphs {
			open = slices.DeleteFunc(open, func(m mark) bool { return m.End <= c.Start })
			for len(of) > 0 && of[0].Start < c.End {
				open, of = append(open, of[0]), of[1:]
			}
			list[i].Paragraphs = append(list[i].Paragraphs, paragraph{
				ID: s.ID + "-p" + strconv.Itoa(n), Heading: n == 0, With: with[s.ID][n],
				Segments: segments(s.ID, s.Text, c, open),
			})
		}
	}
	return list
}

// textMarks is the marks of each source.
func (b *builder) textMarks() map[string][]mark {
	marks := map[string][]mark{}
	add := func(source string, start, end int, m mark) {
		m.Context = reports.Context{Start: start, End: end}
		marks[source] = append(marks[source], m)
	}
	evidence := func(list []reports.Evidence, m mark) {
		for _, e := range list {
			add(e.Source, e.Start, e.End, m)
		}
	}
	for i := range b.report.Findings {
		f := &b.report.Findings[i]
		for _, p := range f.Positions {
			evidence(p.Evidence, mark{rank: i, finding: f})
		}
	}
	for _, o := range b.report.Omissions {
		evidence(o.Evidence, mark{missing: strings.Join(o.MissingFrom, " ")})
	}
	for _, a := range b.report.Agreements {
		evidence(a.Evidence, mark{})
	}
	for _, s := range b.report.Sources {
		for _, a := range s.SetAside {
			add(s.ID, a.Start, a.End, mark{note: "aside"})
		}
		for _, a := range s.Corrections {
			add(s.ID, a.Start, a.End, mark{note: "correction"})
		}
	}
	return marks
}

// alignedWith is, for each paragraph of each source, those of other sources
// that stand level with it.
func (b *builder) alignedWith() map[string]map[int]string {
	with := map[string]map[int]string{}
	add := func(source string, paragraph int, other string, level int) {
		if with[source] == nil {
			with[source] = map[int]string{}
		}
		with[source][paragraph] = strings.TrimSpace(with[source][paragraph] + " " + other + strconv.Itoa(level))
	}
	for _, a := range b.report.Alignments {
		for _, p := range a.Paragraphs {
			add(a.A, p[0], a.B, p[1])
			add(a.B, p[1], a.A, p[0])
		}
	}
	return with
}

// maxMarks bounds how many marks a paragraph shows: a page of one sentence
// with thousands of findings is not read by anybody.
const maxMarks = 400

// segments cuts a paragraph at the edges of its marks.
func segments(source, text string, c reports.Context, marks []mark) []segment {
	marks = marks[:min(len(marks), maxMarks)]
	edges := []int{c.Start, c.End}
	starts := map[int]bool{}
	for _, m := range marks {
		for _, e := range [2]int{max(m.Start, c.Start), min(m.End, c.End)} {
			if e > c.Start && e < c.End {
				edges = append(edges, e)
			}
		}
		starts[m.Start] = true
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	list := make([]segment, 0, len(edges))
	for i := 0; i+1 < len(edges); i++ {
		from, to := edges[i], edges[i+1]
		s := segment{Text: reports.Visible(text[from:to])}
		if starts[from] {
			s.ID = placeID(source, from)
		}
		s.cover(marks, from, to)
		list = append(list, s)
	}
	return list
}

// cover names the findings and omissions that hold for the stretch.
func (s *segment) cover(marks []mark, from, to int) {
	best := -1
	var ids []string
	for _, m := range marks {
		if m.Start > from || m.End < to {
			continue
		}
		if m.finding == nil {
			s.Missing, s.Note = cmp.Or(m.missing, s.Missing), cmp.Or(m.note, s.Note)
			continue
		}
		if !slices.Contains(ids, m.finding.ID) {
			ids = append(ids, m.finding.ID)
		}
		if best < 0 || m.rank < best {
			best = m.rank
			s.Finding, s.Verdict = m.finding.ID, m.finding.Verdict
		}
	}
	if len(ids) > 1 {
		s.Also = strings.Join(ids, " ")
	}
}
