package reports

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// New gives a result its outward form. It keeps the order of every list.
func New(result *compare.Result, opts Options) *Report {
	b := builder{result: result}
	r := &Report{
		Format:     Format,
		Tool:       opts.Tool,
		Title:      opts.Title,
		Counts:     count(result),
		Sources:    make([]Source, 0, len(result.Sources)),
		Origins:    b.origins(),
		Findings:   []Finding{},
		Omissions:  []Omission{},
		Agreements: []Agreement{},
	}
	for i := range result.Sources {
		r.Sources = append(r.Sources, b.source(i))
	}
	r.Counts.Origins = len(r.Origins)
	r.Alignments = alignments(result, r.Sources)
	b.findings(r, opts)
	unique := newIDs()
	for _, o := range result.Omissions {
		if id := unique.of("omission", o.Detail); within(len(r.Omissions), opts.Limit) {
			r.Omissions = append(r.Omissions, Omission{
				ID: id, Detail: o.Detail, Why: o.Why, Importance: share(o.Importance),
				MissingFrom: b.names(o.MissingFrom), Evidence: b.voiced(o.Evidence),
			})
		}
	}
	for _, a := range result.Agreements {
		r.Agreements = append(r.Agreements, Agreement{
			ID: unique.of("agreement", a.Detail), Detail: a.Detail,
			Sources: b.names(a.Sources), Origins: a.Origins, Evidence: b.evidence(a.Evidence),
		})
	}
	return r
}

// findings adds those that pass the filters, with what was decided about them.
func (b *builder) findings(r *Report, opts Options) {
	ids := findingIDs(b.result.Findings)
	today := opts.Today
	if today.IsZero() {
		today = newest(b.result.Sources)
	}
	decisions, stale := decided(opts.Decisions, ids, today)
	r.Stale = stale
	shown := 0
	for i, f := range b.result.Findings {
		d := decisions[ids[i]]
		dismissed := d != nil && d.Decision == Dismiss
		switch {
		case dismissed:
			r.Counts.Dismissed++
		case d != nil && d.Decision == Confirm:
			r.Counts.Confirmed++
		}
		if !opts.takes(f) || !dismissed && !within(shown, opts.Limit) {
			continue
		}
		if !dismissed {
			shown++
		}
		out := b.finding(ids[i], f)
		out.Decision = d
		r.Findings = append(r.Findings, out)
	}
}

func within(n, limit int) bool { return limit <= 0 || n < limit }

// takes reports whether the finding passes the filters.
func (o Options) takes(f compare.Finding) bool {
	if len(o.Kinds) > 0 && !slices.Contains(o.Kinds, f.Kind) {
		return false
	}
	if f.Verdict == compare.Compatible {
		return o.ShowCompatible || slices.Contains(o.Verdicts, f.Verdict)
	}
	return len(o.Verdicts) == 0 || slices.Contains(o.Verdicts, f.Verdict)
}

func count(result *compare.Result) Counts {
	c := Counts{Omissions: len(result.Omissions), Agreements: len(result.Agreements)}
	for _, f := range result.Findings {
		switch f.Verdict {
		case compare.Conflict:
			c.Conflict++
		case compare.Update:
			c.Update++
		case compare.Tension:
			c.Tension++
		case compare.Compatible:
			c.Compatible++
			continue
		}
		c.Findings++
		if f.Internal {
			c.Internal++
		}
	}
	return c
}

// builder turns the parts of a result into parts of a report.
type builder struct{ result *compare.Result }

// id is the source's own id or, where it has none, the one its place gives it.
func (b *builder) id(source int) string {
	if id := b.result.Sources[source].ID; id != "" {
		return id
	}
	return compare.SourceID(source)
}

func (b *builder) names(sources []int) []string {
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = b.id(s)
	}
	return names
}

func (b *builder) source(i int) Source {
	a := b.result.Sources[i].Doc.Article
	s := Source{
		ID: b.id(i), Path: a.Name, Title: a.Headline, Outlet: a.Outlet, Author: a.Author, URL: a.URL,
		DateOnly: a.DateOnly, Words: len(strings.Fields(a.Text)), Text: a.Text, Notes: a.Notes,
		Paragraphs: paragraphs(b.result.Sources[i].Doc),
		Agency:     a.Agency, Dateline: a.Dateline, Language: a.Language, FileFormat: a.Format, Unit: a.Origin.Unit,
		Corrections: corrections(b.result.Sources[i].Doc), SetAside: setAside(b.result.Sources[i].Doc),
	}
	if s.Notes == nil {
		s.Notes = []string{}
	}
	if f := a.Fetched; f != nil {
		s.Fetched = &Fetched{URL: f.URL, FinalURL: f.FinalURL, SHA256: f.SHA256}
	}
	s.Published, s.Modified = writable(a.Published), writable(a.Modified)
	return s
}

// writable is nil for no time and for years that RFC 3339 cannot write.
func writable(t time.Time) *time.Time {
	if y := t.Year(); t.IsZero() || y <= 0 || y > 9999 {
		return nil
	}
	return &t
}

// origins puts every source into one group: those that are near-copies of one
// another together, each other one alone, ordered by their first source.
func (b *builder) origins() [][]string {
	group := make([]int, len(b.result.Sources))
	for i := range group {
		group[i] = i
	}
	for _, o := range b.result.Origins {
		for _, s := range o {
			group[s] = min(group[s], o[0])
		}
	}
	origins := [][]string{}
	at := make(map[int]int)
	for s, g := range group {
		i, ok := at[g]
		if !ok {
			i = len(origins)
			at[g] = i
			origins = append(origins, nil)
		}
		origins[i] = append(origins[i], b.id(s))
	}
	return origins
}

func (b *builder) finding(id string, f compare.Finding) Finding {
	out := Finding{
		ID: id, Kind: f.Kind.String(), Verdict: f.Verdict.String(), Subject: f.Subject, Question: f.Question,
		Message: f.Why, Internal: f.Internal, Confidence: share(f.Confidence),
		Positions: make([]Position, len(f.Positions)),
	}
	for i, p := range f.Positions {
		out.Positions[i] = Position{Value: p.Value, Evidence: b.voiced(p.Evidence)}
		if f.Kind == compare.Number && len(p.Evidence) > 0 {
			out.Positions[i].Amount = amount(b.result.Sources[p.Evidence[0].Source].Doc, p.Evidence[0].Span)
		}
	}
	out.Wording = b.wordings(&f)
	return out
}

func (b *builder) evidence(list []compare.Evidence) []Evidence {
	out := make([]Evidence, len(list))
	for i, e := range list {
		doc := b.result.Sources[e.Source].Doc
		line, column := doc.Article.Origin.LineColumn(e.Span.Start)
		out[i] = Evidence{
			Source: b.id(e.Source), Start: e.Span.Start, End: e.Span.End, Text: doc.Text(e.Span),
			Line: line, Column: column, Context: context(doc, e.Span),
		}
	}
	return out
}

// context is the sentences that the span touches or, in a document without
// sentences, its line.
func context(doc *nlp.Document, span nlp.Span) Context {
	first, _ := slices.BinarySearchFunc(doc.Sentences, span.Start, func(s nlp.Sentence, off int) int {
		if s.End <= off {
			return -1
		}
		return 1
	})
	around := span
	for _, s := range doc.Sentences[first:] {
		if s.Start >= span.End {
			break
		}
		around = around.Cover(s.Span)
	}
	if around == span && len(doc.Sentences) == 0 {
		text := doc.Article.Text
		around.Start = strings.LastIndexByte(text[:span.Start], '\n') + 1
		if n := strings.IndexByte(text[span.End:], '\n'); n >= 0 {
			around.End += n
		} else {
			around.End = len(text)
		}
	}
	return Context{Start: around.Start, End: around.End}
}

// share is x in 0..1 with two decimals: more would be noise in the output.
func share(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return math.Round(min(max(x, 0), 1)*100) / 100
}
