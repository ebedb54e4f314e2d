package engine_test

import (
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// seeds are short texts that name the same thing twice, contradict
// themselves, or are no news at all.
var seeds = []string{
	"Head\n\nTwelve people were hurt and 14 people died. Police said 12 people were hurt. A spokesman said 13 people were hurt.",
	"Fire kills nine\n\nEleven people died in a fire in Ostrand on Tuesday, the mayor said. “It was terrible,” said Ida Holm, 41, a neighbour. \"It was horrible,\" said Ida Holm, 42.",
	"---\noutlet: The Quay\npublished: 2024-03-05T10:00:00Z\n---\nFerry aground\n\nA ferry with 60 people on board ran aground off Kelm on Monday. No one was hurt. The captain, Ole Bask, denied that he was drunk.",
	"A\n\n1 2 3 4 5.5 6,000 $7m 8% 9-10 11:12 13/14/2015 Monday Tuesday May March",
	"Ü\n\n“‘«»’” … — – ' \" ( [ { ¿ ¡ 🚢🚢 \u202eabc\u202c ١٢٣ 十二人",
	"x\n\nHe said she said they said it said who said what said.",
	"Not\n\nThe court did not, has not and will not say that it might possibly have denied the alleged plan to deny it.",
}

// checkResult holds what is true of every result: evidence in range, two or
// more positions, figures in their bounds.
func checkResult(t *testing.T, result *compare.Result) {
	t.Helper()
	evidence := func(what string, all []compare.Evidence) {
		for _, e := range all {
			if e.Source < 0 || e.Source >= len(result.Sources) {
				t.Fatalf("%s: source %d of %d", what, e.Source, len(result.Sources))
			}
			text := result.Sources[e.Source].Doc.Article.Text
			if e.Span.Start < 0 || e.Span.Start >= e.Span.End || e.Span.End > len(text) {
				t.Fatalf("%s: evidence %v of %d bytes", what, e.Span, len(text))
			}
		}
	}
	for _, f := range result.Findings {
		what := fmt.Sprintf("finding %v/%v %q", f.Kind, f.Verdict, f.Subject)
		if f.Kind == compare.NoKind || f.Verdict == compare.NoVerdict || len(f.Positions) < 2 || f.Confidence < 0 || f.Confidence > 1 {
			t.Fatalf("%s: %d positions, confidence %v", what, len(f.Positions), f.Confidence)
		}
		for _, p := range f.Positions {
			if len(p.Evidence) == 0 {
				t.Fatalf("%s: no evidence for %q", what, p.Value)
			}
			evidence(what, p.Evidence)
		}
	}
	for _, o := range result.Omissions {
		what := fmt.Sprintf("omission %q", o.Detail)
		if len(o.Evidence) == 0 || len(o.MissingFrom) == 0 || o.Importance < 0 || o.Importance > 1 {
			t.Fatalf("%s: missing from %v, importance %v", what, o.MissingFrom, o.Importance)
		}
		evidence(what, o.Evidence)
		for _, e := range o.Evidence {
			if slices.Contains(o.MissingFrom, e.Source) {
				t.Fatalf("%s: missing from %v, which give it", what, o.MissingFrom)
			}
		}
	}
	for _, a := range result.Agreements {
		if len(a.Sources) < 2 || a.Origins < 1 || a.Origins > len(a.Sources) {
			t.Fatalf("agreement %q: %d origins of sources %v", a.Detail, a.Origins, a.Sources)
		}
		evidence("agreement "+a.Detail, a.Evidence)
	}
	for _, s := range result.Sources {
		if err := s.Doc.Validate(); err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzSelf: between a report and a copy of it there is no difference, and
// neither leaves anything out. A report may disagree with itself; then both
// copies do so in the same way.
func FuzzSelf(f *testing.F) {
	for _, story := range stories(f) {
		for _, file := range story {
			f.Add(file)
		}
	}
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, file string) {
		read := articles(file, file)
		if len(read) < 2 {
			t.Skip("no report")
		}
		result := engine.Run(read, engine.Options{})
		checkResult(t, result)
		for _, finding := range result.Findings {
			for _, p := range finding.Positions {
				var spans [2][]nlp.Span
				for _, e := range p.Evidence {
					spans[e.Source] = append(spans[e.Source], e.Span)
				}
				sortSpans(spans[0])
				sortSpans(spans[1])
				if !finding.Internal || !slices.Equal(spans[0], spans[1]) {
					t.Errorf("%v/%v %q: %q stands at %v and at %v, internal %v", finding.Kind, finding.Verdict, finding.Subject, p.Value, spans[0], spans[1], finding.Internal)
				}
			}
		}
		if len(result.Omissions) > 0 {
			t.Errorf("omissions: %+v", result.Omissions)
		}
	})
}

func sortSpans(spans []nlp.Span) {
	sort.Slice(spans, func(i, j int) bool {
		return spans[i].Start < spans[j].Start || spans[i].Start == spans[j].Start && spans[i].End < spans[j].End
	})
}

// FuzzPermute: reports in another order give the same findings, omissions and
// agreements.
func FuzzPermute(f *testing.F) {
	for i, story := range stories(f) {
		four := append(slices.Clone(story), "", "")
		for order := range uint8(3) {
			f.Add(four[0], four[1], four[2], four[3], order*7+uint8(i)+1)
		}
	}
	for i := range seeds {
		f.Add(seeds[i], seeds[(i+1)%len(seeds)], seeds[(i+2)%len(seeds)], "", uint8(i+1))
	}
	f.Fuzz(func(t *testing.T, a, b, c, d string, order uint8) {
		read := articles(a, b, c, d)
		if len(read) < 2 {
			t.Skip("fewer than two reports")
		}
		to := permutation(len(read), int(order))
		permuted := make([]*nlp.Article, len(read))
		back := make([]int, len(read))
		for i, p := range to {
			permuted[i], back[i] = read[p], p
		}
		straight := make([]int, len(read))
		for i := range straight {
			straight[i] = i
		}
		first, second := engine.Run(read, engine.Options{}), engine.Run(permuted, engine.Options{})
		checkResult(t, first)
		if diff := cmp.Diff(canonical(first, straight), canonical(second, back)); diff != "" {
			t.Errorf("order %v:\n%s", to, diff)
		}
	})
}

// permutation is the k-th order of n things.
func permutation(n, k int) []int {
	left := make([]int, n)
	for i := range left {
		left[i] = i
	}
	var order []int
	for n := n; n > 0; n-- {
		i := k % n
		k /= n
		order = append(order, left[i])
		left = slices.Delete(left, i, i+1)
	}
	return order
}

// canonical is a result as lines that do not depend on the order of the
// sources: source i of the result was number back[i].
func canonical(result *compare.Result, back []int) []string {
	evidence := func(all []compare.Evidence) string {
		var each []string
		for _, e := range all {
			each = append(each, fmt.Sprintf("%d:%d-%d", back[e.Source], e.Span.Start, e.Span.End))
		}
		sort.Strings(each)
		return strings.Join(each, " ")
	}
	sources := func(all []int) []int {
		var each []int
		for _, s := range all {
			each = append(each, back[s])
		}
		sort.Ints(each)
		return each
	}
	var lines []string
	for _, f := range result.Findings {
		var positions []string
		for _, p := range f.Positions {
			positions = append(positions, evidence(p.Evidence))
		}
		sort.Strings(positions)
		lines = append(lines, fmt.Sprintf("finding %v/%v %q %q %q internal %v %.6f: %s", f.Kind, f.Verdict, f.Subject, f.Question, f.Why, f.Internal, f.Confidence, strings.Join(positions, " | ")))
	}
	for _, o := range result.Omissions {
		lines = append(lines, fmt.Sprintf("omission from %v %.6f: %s", sources(o.MissingFrom), o.Importance, evidence(o.Evidence)))
	}
	for _, a := range result.Agreements {
		lines = append(lines, fmt.Sprintf("agreement of %v, %d origins: %s", sources(a.Sources), a.Origins, evidence(a.Evidence)))
	}
	sort.Strings(lines)
	return lines
}

// TestProcessors: the same bytes come out for one processor and for two.
func TestProcessors(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, story := range append(stories(t), seeds) {
		var out [3]string
		for i, n := range []int{1, 2, 2} {
			runtime.GOMAXPROCS(n)
			result := engine.Run(articles(story...), engine.Options{})
			data, err := json.Marshal([]any{result.Origins, result.Findings, result.Omissions, result.Agreements})
			if err != nil {
				t.Fatal(err)
			}
			out[i] = string(data)
		}
		if out[0] != out[1] || out[1] != out[2] {
			t.Errorf("results differ: %s", cmp.Diff(out[0], out[1]))
		}
	}
}

// TestFew: no report and one report are compared, too.
func TestFew(t *testing.T) {
	for n := range 2 {
		result := engine.Run(articles(seeds[:n]...), engine.Options{})
		checkResult(t, result)
		if len(result.Sources) != n || len(result.Omissions) > 0 || len(result.Agreements) > 0 {
			t.Errorf("%d reports: %d sources, %d omissions, %d agreements", n, len(result.Sources), len(result.Omissions), len(result.Agreements))
		}
	}
}

// hostile are pieces that, repeated up to the largest report that is read,
// have no end, no words, or one claim a hundred thousand times. A # is another
// word each time.
var hostile = []string{
	"!", "(", "\"", "“", "'", "1", "1,", ".", "-", "$", "a", "A", "é", "🚢", "\u202e", "\n", "\n\n.", "\xff",
	"a ", "A ", "A. ", "1 ", "10 men ", "the ", "of the ", "and ", "not ", "said ", "he said ", "May ", "Monday ", "Mr. ", "U.S. ", "\"a\" ", "Tom Hult ", "Tom Hult, ",
	"Ten men died. ", "Ten men died on Monday in Kelm, police said. ", "“No,” he said. ", "Ida Holm, the mayor of Kelm, denied it.\n\n", "It may not have been, he said, ",
	"A likely bomb went off. ", "Smith 5 people, ", "Jones on Monday ", "Mr. # Smith voted in Paris. ",
}

// TestHostile holds the whole flow to linear time, compared with a short report
// and with a copy that differs in its first line. Four times the text takes
// sixteen times as long where time is quadratic; less than ten times, a time
// below the floor, and a slow run that two more do not repeat are noise.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const ratio, floor = 10, 400 * time.Millisecond
	small, large := 64<<10, 256<<10
	if raceDetector { // ten times as slow
		small, large = 8<<10, 32<<10
	}
	for _, piece := range hostile {
		for _, second := range []string{seeds[1], ""} {
			a, b := hostileTime(t, piece, second, small), hostileTime(t, piece, second, large)
			for again := 0; again < 2 && b > floor && b > ratio*a; again++ {
				a = max(a, hostileTime(t, piece, second, small))
				b = min(b, hostileTime(t, piece, second, large))
			}
			if b > floor && b > ratio*a {
				t.Errorf("%q: %v for %d bytes, %v for %d", piece, a, small, b, large)
			}
		}
	}
}

// TestOpposites holds two reports that contradict one another in every sentence
// to a time that is linear, or nearly.
func TestOpposites(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("long")
	}
	const size, limit = 512 << 10, 20 * time.Second // linear time is six at most
	for _, p := range [][2]string{
		{"The # wheat price rose in Kelm. ", "The # wheat price fell in Kelm. "},
		{"The road to # was closed. ", "The road to # reopened. "},
	} {
		if d := hostileTime(t, p[0], "Another head\n\n"+repeated(p[1], size), size); d > limit {
			t.Errorf("%q: %v", p, d)
		}
	}
}

// TestLargest compares the largest reports that are read, of the pieces that
// cost most.
func TestLargest(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("long")
	}
	const limit = 30 * time.Second // linear time is five at most
	for _, piece := range []string{"(", "'", "1,", "Ten men died. ", "Ida Holm, the mayor of Kelm, denied it.\n\n"} {
		if d := hostileTime(t, piece, seeds[1], source.MaxText-64); d > limit {
			t.Errorf("%q: %v", piece, d)
		}
	}
}

// numbered is a capitalised word of its own for each n.
func numbered(n int) string {
	word := []byte{'Q'}
	for ; n > 0; n /= 20 {
		word = append(word, "abcdefghijklmnopqrst"[n%20])
	}
	return string(word) + "m"
}

// repeated is a piece over and over, size bytes of it, with another word for its
// # each time.
func repeated(piece string, size int) string {
	before, after, ok := strings.Cut(piece, "#")
	if !ok {
		return strings.Repeat(piece, size/len(piece))
	}
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		b.WriteString(before + numbered(n) + after)
	}
	return b.String()
}

// hostileTime compares size bytes of piece with second, or with themselves
// where that is "".
func hostileTime(t *testing.T, piece, second string, size int) time.Duration {
	t.Helper()
	body := repeated(piece, size)
	if second == "" {
		second = "Another head\n\n" + body
	}
	read := articles("Head\n\n"+body, second)
	start := time.Now()
	result := engine.Run(read, engine.Options{})
	elapsed := time.Since(start)
	checkResult(t, result)
	return elapsed
}
