package check_test

import (
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/check"
)

// oneFinding is a report of one finding: for each position the sources that take it,
// a is the draft. hours are when the sources were published; -1 is unknown.
func oneFinding(verdict string, hours []int, positions ...string) (*reports.Report, []check.Text) {
	r := &reports.Report{}
	var texts []check.Text
	for i, h := range hours {
		id := compare.SourceID(i)
		s := reports.Source{ID: id, Path: id + ".txt", Text: "some text"}
		if h >= 0 {
			t := time.Date(2025, 3, 7, h, 0, 0, 0, time.UTC)
			s.Published = &t
		}
		r.Sources = append(r.Sources, s)
		texts = append(texts, check.Text{Path: s.Path, Data: []byte(s.Text), Article: &nlp.Article{Text: s.Text, Origin: nlp.Origin{Anchors: []nlp.Anchor{{}}, Lines: []int{0}}}})
	}
	f := reports.Finding{ID: "0123456789ab", Kind: "number", Verdict: verdict, Question: "How many?"}
	for n, sources := range positions {
		p := reports.Position{}
		for _, id := range strings.Split(sources, "") {
			p.Evidence = append(p.Evidence, reports.Evidence{Source: id, Start: n, End: n + 1, Text: "x", Context: reports.Context{End: 9}})
		}
		f.Positions = append(f.Positions, p)
	}
	r.Findings = []reports.Finding{f}
	return r, texts
}

func TestAgainstTheDraft(t *testing.T) {
	unknown := []int{-1, -1, -1}
	for _, c := range []struct {
		name, verdict string
		hours         []int
		positions     []string
		want          string // verdict, sources against, sources for; "" is no finding
	}{
		{"against one source", "conflict", unknown, []string{"a", "b"}, "conflict b -"},
		{"against two", "conflict", unknown, []string{"a", "bc"}, "conflict bc -"},
		{"against two answers", "conflict", unknown, []string{"a", "b", "c"}, "conflict bc -"},
		{"with one, against another", "conflict", unknown, []string{"ab", "c"}, "conflict c b"},
		{"the draft second", "conflict", unknown, []string{"bc", "a"}, "conflict bc -"},
		{"a wrong headline over a right report", "conflict", unknown, []string{"ab", "a"}, "conflict b -"},
		{"the sources only", "conflict", unknown, []string{"b", "c"}, ""},
		{"the draft has both", "conflict", unknown, []string{"ab", "ac"}, ""},
		{"the draft has both, one source", "conflict", unknown, []string{"ab", "abc"}, ""},
		{"the draft alone", "conflict", unknown, []string{"a", "a"}, ""},
		{"compatible", "compatible", unknown, []string{"a", "b"}, ""},
		{"a tension", "tension", unknown, []string{"a", "b"}, "tension b -"},
		{"a later figure without a source", "update", []int{18, 12, 12}, []string{"a", "b"}, "conflict b -"},
		{"of unknown time", "update", []int{-1, 12, 12}, []string{"a", "b"}, "conflict b -"},
		{"a later figure with a source", "update", []int{18, 12, 17}, []string{"ac", "b"}, "update b c"},
		{"a draft out of date", "update", []int{10, 12, 12}, []string{"a", "b"}, "update b -"},
	} {
		r, texts := oneFinding(c.verdict, c.hours, c.positions...)
		policy := check.DefaultPolicy()
		s := check.NewStory("a.txt", r, texts, check.Rules{Policy: &policy})
		got := ""
		for _, f := range s.Findings {
			got = f.Verdict + " "
			for _, p := range f.Related {
				got += strings.TrimSuffix(p.Path, ".txt")
			}
			got += " " + strings.TrimSuffix(strings.Join(f.Support, ""), ".txt")
			if len(f.Support) == 0 {
				got += "-"
			}
			if f.Place.Path != "a.txt" {
				t.Errorf("%s: stands at %s", c.name, f.Place.Path)
			}
		}
		if got != c.want || len(s.Findings) > 1 {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	r, texts := oneFinding("conflict", unknown, "a", "b")
	r.Findings[0].Internal = true
	policy := check.DefaultPolicy()
	if s := check.NewStory("a.txt", r, texts, check.Rules{Policy: &policy}); len(s.Findings) > 0 {
		t.Error("a finding inside one source counts")
	}
}

// TestLimit: the most important new findings stay; those that are settled do
// not count, and are not taken for mended.
func TestLimit(t *testing.T) {
	r, texts := oneFinding("conflict", []int{-1, -1}, "a", "b")
	for _, id := range []string{"000000000001", "000000000002", "000000000003"} {
		f := r.Findings[0]
		f.ID = id
		r.Findings = append(r.Findings, f)
	}
	policy := check.DefaultPolicy()
	s := check.NewStory("a.txt", r, texts, check.Rules{Policy: &policy, Limit: 2, Baseline: map[string]check.Accepted{"000000000003": {}}})
	var got []string
	for _, f := range s.Findings {
		got = append(got, f.ID+" "+f.Status)
	}
	if want := "0123456789ab new, 000000000001 new, 000000000003 baselined"; strings.Join(got, ", ") != want || len(s.Fixed) > 0 {
		t.Errorf("got %q, fixed %v", got, s.Fixed)
	}
}
