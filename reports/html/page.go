package html

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/factdiff/factdiff/reports"
)

// page is what the templates show. Every string in it is plain text.
type page struct {
	assets
	Title   string
	Summary string
	Span    string // first and last day of publication
	Made    string // format, program and command
	Command string
	Story   string // what the browser keeps decisions under
	Sources []*source
	Wide    bool // so many sources that the matrix may be wider than the window, and scrolls in a frame
	Fits    bool // not so many that it is wider than a large one
	Chart   chart
	Filters []filter
	Rows    []row
	Texts   []text
	Missing []detail
	Agreed  []detail
	Stale   []string
	Noted   bool // a text holds what is set aside, or corrects itself
}

// From how many sources on the matrix is wider than a small window, and how many
// a large one holds.
const (
	manySources = 5
	mostSources = 6
)

func newPage(r *reports.Report, opts Options) *page {
	b := newBuilder(r)
	p := &page{
		assets: loaded(), Title: b.title(), Summary: reports.Summary(r), Command: reports.Printable(opts.Command),
		Made: r.Format + " · " + r.Tool.Name + " " + r.Tool.Version, Story: b.storyKey(),
		Sources: b.sources, Wide: len(r.Sources) >= manySources, Fits: len(r.Sources) <= mostSources, Chart: newChart(r.Findings),
		Filters: b.filters(), Rows: b.rows(), Texts: b.texts(), Missing: b.missing(), Agreed: b.agreed(),
		Span: span(r.Sources),
	}
	for i := range r.Sources {
		p.Noted = p.Noted || len(r.Sources[i].SetAside)+len(r.Sources[i].Corrections) > 0
	}
	for _, s := range r.Stale {
		line := s.Why + ": " + s.Decision.Finding + " " + s.Decision.Question + " (" + s.Decision.String() + ")"
		p.Stale = append(p.Stale, reports.Printable(line))
	}
	return p
}

// builder turns a report into what the templates show.
type builder struct {
	report  *reports.Report
	sources []*source
	byID    map[string]*source
	text    map[string]string // of each source
}

func newBuilder(r *reports.Report) *builder {
	b := &builder{report: r, byID: map[string]*source{}, text: map[string]string{}}
	for i := range r.Sources {
		s := &r.Sources[i]
		v := newSource(s)
		b.sources = append(b.sources, v)
		b.byID[s.ID], b.text[s.ID] = v, s.Text
	}
	for _, group := range r.Origins {
		for _, id := range group[min(1, len(group)):] {
			if s := b.byID[id]; s != nil {
				s.Origin = group[0]
			}
		}
	}
	return b
}

// title is what the story is called or, where it has no name, the headline of
// the first source.
func (b *builder) title() string {
	if b.report.Title != "" {
		return reports.Printable(b.report.Title)
	}
	for _, s := range b.sources {
		if s.Title != "" {
			return s.Title
		}
	}
	return "Reports compared"
}

// storyKey tells this story's decisions from another's in one browser. It
// hangs on what the story and its sources are called, so that an edit to a
// text keeps the decisions.
func (b *builder) storyKey() string {
	titles := make([]string, len(b.sources))
	for i, s := range b.sources {
		titles[i] = s.Title
	}
	slices.Sort(titles)
	sum := sha256.Sum256([]byte(b.report.Title + "\x00" + strings.Join(titles, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// span is the days between which the sources were published; "" if none is known.
func span(sources []reports.Source) string {
	var first, last *time.Time
	for i := range sources {
		p := sources[i].Published
		if p != nil && (first == nil || p.Before(*first)) {
			first = p
		}
		if p != nil && (last == nil || p.After(*last)) {
			last = p
		}
	}
	if first == nil {
		return ""
	}
	const day = "2 January 2006"
	from, to := first.UTC().Format(day), last.UTC().Format(day)
	if from == to {
		return from
	}
	return from + " to " + to
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
