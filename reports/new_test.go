package reports_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

func ids(r *reports.Report) []string {
	var list []string
	for _, f := range r.Findings {
		list = append(list, f.ID)
	}
	return list
}

func TestFindingIDs(t *testing.T) {
	all := reports.Options{ShowCompatible: true}
	want := ids(reports.New(sample(t), all))
	if slices.Contains(want, "") || len(slices.Compact(slices.Sorted(slices.Values(want)))) != len(want) {
		t.Fatalf("ids are empty or not unique: %q", want)
	}
	same := map[string]func(r *compare.Result){
		"text moved": func(r *compare.Result) {
			a := r.Sources[0].Doc.Article
			a.Text = "Earlier news. " + a.Text
			for i := range r.Findings {
				for _, p := range r.Findings[i].Positions {
					for k := range p.Evidence {
						if e := &p.Evidence[k]; e.Source == 0 {
							e.Span.Start, e.Span.End = e.Span.Start+len("Earlier news. "), e.Span.End+len("Earlier news. ")
						}
					}
				}
			}
		},
		"positions swapped": func(r *compare.Result) {
			for i := range r.Findings {
				slices.Reverse(r.Findings[i].Positions)
			}
		},
		"other wording, same values": func(r *compare.Result) {
			r.Findings[0].Positions[0].Value = "twenty-seven"
			r.Findings[0].Subject = " People  INJURED"
		},
		"other confidence and reason": func(r *compare.Result) { r.Findings[0].Confidence, r.Findings[0].Why = 0.1, "another" },
	}
	for name, change := range same {
		r := sample(t)
		change(r)
		if diff := cmp.Diff(want, ids(reports.New(r, all))); diff != "" {
			t.Errorf("%s: ids change (-want +got):\n%s", name, diff)
		}
	}
	differ := map[string]func(f *compare.Finding){
		"kind":    func(f *compare.Finding) { f.Kind = compare.Date },
		"subject": func(f *compare.Finding) { f.Subject = "people killed" },
		"value":   func(f *compare.Finding) { f.Positions[0].Norm = "28" },
	}
	for name, change := range differ {
		r := sample(t)
		change(&r.Findings[0])
		if got := ids(reports.New(r, all)); got[0] == want[0] || !cmp.Equal(got[1:], want[1:]) {
			t.Errorf("another %s: ids %q, before %q", name, got, want)
		}
	}
}

func TestClashingIDs(t *testing.T) {
	r := sample(t)
	r.Findings = append(r.Findings, r.Findings[0], r.Findings[0])
	got := ids(reports.New(r, reports.Options{}))
	if n := len(got); got[n-2] != got[0]+"-2" || got[n-1] != got[0]+"-3" {
		t.Errorf("ids of equal findings: %q", got)
	}
}

func TestFilters(t *testing.T) {
	type options = reports.Options
	for _, c := range []struct {
		name      string
		opts      options
		findings  []string // verdict/kind
		omissions int
	}{
		{"none", options{}, []string{"conflict/number", "update/number", "tension/description"}, 2},
		{"compatible shown", options{ShowCompatible: true}, []string{"conflict/number", "update/number", "tension/description", "compatible/date"}, 2},
		{"kind", options{Kinds: []compare.Kind{compare.Number}}, []string{"conflict/number", "update/number"}, 2},
		{"kinds", options{Kinds: []compare.Kind{compare.Description, compare.Quote}}, []string{"tension/description"}, 2},
		{"verdict", options{Verdicts: []compare.Verdict{compare.Update}}, []string{"update/number"}, 2},
		{"verdict compatible", options{Verdicts: []compare.Verdict{compare.Compatible}}, []string{"compatible/date"}, 2},
		{"verdict and shown", options{Verdicts: []compare.Verdict{compare.Update}, ShowCompatible: true}, []string{"update/number", "compatible/date"}, 2},
		{"kind and verdict", options{Kinds: []compare.Kind{compare.Number}, Verdicts: []compare.Verdict{compare.Tension}}, nil, 2},
		{"limit", options{Limit: 1}, []string{"conflict/number"}, 1},
		{"limit counts what passes", options{Limit: 1, Kinds: []compare.Kind{compare.Description}}, []string{"tension/description"}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := reports.New(sample(t), c.opts)
			var got []string
			for _, f := range r.Findings {
				got = append(got, f.Verdict+"/"+f.Kind)
			}
			if diff := cmp.Diff(c.findings, got); diff != "" || len(r.Omissions) != c.omissions {
				t.Errorf("%d omissions, want %d; findings (-want +got):\n%s", len(r.Omissions), c.omissions, diff)
			}
			want := reports.Counts{Findings: 3, Conflict: 1, Update: 1, Tension: 1, Compatible: 1, Internal: 1, Omissions: 2, Agreements: 2, Origins: 2}
			if r.Counts != want {
				t.Errorf("counts follow the filter: %+v", r.Counts)
			}
		})
	}
}

// TestEvidence holds every piece of evidence against the text it points into.
func TestEvidence(t *testing.T) {
	r := reports.New(sample(t), reports.Options{ShowCompatible: true})
	texts := map[string]string{}
	for _, s := range r.Sources {
		texts[s.ID] = s.Text
	}
	check := func(e reports.Evidence) {
		text := texts[e.Source]
		if text[e.Start:e.End] != e.Text {
			t.Errorf("%+v: the text there is %q", e, text[e.Start:e.End])
		}
		if e.Context.Start > e.Start || e.Context.End < e.End || strings.Contains(text[e.Context.Start:e.Context.End], "\n") {
			t.Errorf("%+v: context is %q", e, text[e.Context.Start:e.Context.End])
		}
		lines := strings.Split(text, "\n")
		if got := lines[e.Line-1][e.Column-1:]; !strings.HasPrefix(got, e.Text) {
			t.Errorf("%+v: at line and column stands %q", e, got)
		}
	}
	for _, f := range r.Findings {
		for _, p := range f.Positions {
			for _, e := range p.Evidence {
				check(e)
			}
		}
	}
	for _, o := range r.Omissions {
		for _, e := range o.Evidence {
			check(e)
		}
	}
	first := r.Findings[0].Positions[0].Evidence[1]
	if first.Line != 1 || first.Text != "27 hurt" {
		t.Errorf("the second piece is %+v, want 27 hurt in line 1", first)
	}
}

// TestContextWithoutSentences: a document without sentences shows the line.
func TestContextWithoutSentences(t *testing.T) {
	r := sample(t)
	for _, s := range r.Sources {
		s.Doc.Sentences = nil
	}
	e := reports.New(r, reports.Options{}).Findings[0].Positions[1].Evidence[0]
	if got := evening[e.Context.Start:e.Context.End]; !strings.HasPrefix(got, "At least 25") || !strings.HasSuffix(got, "engine failed.") {
		t.Errorf("context is %q", got)
	}
}

func TestOrigins(t *testing.T) {
	for _, c := range []struct {
		name    string
		origins [][]int
		want    [][]string
	}{
		{"none known", nil, [][]string{{"a"}, {"b"}, {"c"}}},
		{"two copied", [][]int{{1, 2}}, [][]string{{"a"}, {"b", "c"}}},
		{"all listed", [][]int{{0, 2}, {1}}, [][]string{{"a", "c"}, {"b"}}},
	} {
		r := sample(t)
		r.Origins = c.origins
		if diff := cmp.Diff(c.want, reports.New(r, reports.Options{}).Origins); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestEmpty: lists are never null, and nothing falls over.
func TestEmpty(t *testing.T) {
	r := reports.New(&compare.Result{}, reports.Options{})
	data, err := json.Marshal(r)
	if err != nil || strings.Contains(string(data), "null") {
		t.Errorf("%v %s", err, data)
	}
	if text(t, r, reports.TextOptions{}) == "" {
		t.Error("no text at all")
	}
	claims := reports.Extract(&nlp.Document{Article: &nlp.Article{}}, nil, tool)
	if data, err := json.Marshal(claims); err != nil || strings.Contains(string(data), "null") {
		t.Errorf("%v %s", err, data)
	}
}
