package fold

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// judgement is a line of testdata/judged.tsv.
type judgement struct {
	right bool
	kind  string
	sides [2]struct {
		report     string
		start, end int
	}
}

// isOf reports whether a question sets the two stretches against each other;
// reports names the report of each source.
func (j *judgement) isOf(q *question, reports []string) bool {
	touches := func(p *compare.Position, side int) bool {
		s := &j.sides[side]
		return slices.ContainsFunc(p.Evidence, func(e compare.Evidence) bool {
			return reports[e.Source] == s.report && e.Span.Overlaps(nlp.Span{Start: s.start, End: s.end})
		})
	}
	for a := range q.Positions {
		for b := range q.Positions {
			if a != b && j.kind == q.Kind.String() && touches(&q.Positions[a], 0) && touches(&q.Positions[b], 1) {
				return true
			}
		}
	}
	return false
}

// judgements reads testdata/judged.tsv, by set and event.
func judgements(t *testing.T) map[string][]judgement {
	t.Helper()
	data, err := os.ReadFile("testdata/judged.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]judgement{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 10 || f[0] != "right" && f[0] != "wrong" {
			t.Fatalf("testdata/judged.tsv: %q", line)
		}
		j := judgement{right: f[0] == "right", kind: f[1]}
		for i := range j.sides {
			s := &j.sides[i]
			s.report = f[4+3*i]
			s.start, err = strconv.Atoi(f[5+3*i])
			if err == nil {
				s.end, err = strconv.Atoi(f[6+3*i])
			}
			if err != nil || s.start >= s.end {
				t.Fatalf("testdata/judged.tsv: %q: %v", line, err)
			}
		}
		all[f[2]+"/"+f[3]] = append(all[f[2]+"/"+f[3]], j)
	}
	return all
}

// TestJudgements: every line can be read.
func TestJudgements(t *testing.T) {
	if n := len(judgements(t)); n < 100 {
		t.Errorf("judgements on %d stories", n)
	}
}

// judgedByReading are the questions on the stories of a file that testdata/judged.tsv
// judges, without stories that hold a known report.
func judgedByReading(t *testing.T, file string, known map[string]bool) []judged {
	t.Helper()
	byStory := judgements(t)
	packed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	type record struct {
		Set         string
		Event       string `json:"event_id"`
		Doc         string `json:"doc_id"`
		Title, Text string
	}
	stories := map[string][]record{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		if key := r.Set + "/" + r.Event; byStory[key] != nil && len(stories[key]) < 30 {
			stories[key] = append(stories[key], r)
		}
	}
	var out []judged
	for key, list := range stories {
		var articles []*nlp.Article
		var reports []string
		twice := false
		for i, r := range list {
			a, err := source.Read(fmt.Sprintf("%d.txt", i), []byte(cmp.Or(r.Title, "x")+"\n\n"+r.Text))
			if err != nil {
				t.Fatal(err)
			}
			articles, reports = append(articles, a), append(reports, r.Doc)
			twice = twice || known[beginning(a.Text)]
		}
		if twice {
			continue
		}
		_, questions, v := asked(articles)
		for i := range questions {
			q := &questions[i]
			if n := slices.IndexFunc(byStory[key], func(j judgement) bool { return j.isOf(q, reports) }); n >= 0 && q.Verdict != compare.Compatible {
				out = append(out, judged{key, list[0].Set, featuresOf(v[i], sort{q.Kind, q.Verdict}, list[0].Set), byStory[key][n].right})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b judged) int { return strings.Compare(a.story, b.story) })
	return out
}
