package gold

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"
)

// Counts are what is counted in a story; those of several stories add up.
type Counts struct {
	Facts, Hit    int // reportable facts; those claimed
	Hard, HardHit int // the same, conflicts and updates only

	Findings, Right, Duplicates, Trapped int
	KindRight, VerdictRight              int // of the right ones
	Top, TopRight                        int // among the first five of each story

	Major, MajorFound         int // details of importance major; those found
	Omissions, OmissionsRight int

	Kinds map[string]KindCounts
}

// KindCounts are the counts of one kind: of facts by the gold's word, of
// findings by the tool's.
type KindCounts struct{ Facts, Hit, Found, Right int }

// Total adds the counts of several stories.
func Total(scores []*Score) Counts {
	t := Counts{Kinds: map[string]KindCounts{}}
	for _, s := range scores {
		c := &s.Counts
		for _, p := range [...]struct{ to, from *int }{
			{&t.Facts, &c.Facts}, {&t.Hit, &c.Hit}, {&t.Hard, &c.Hard}, {&t.HardHit, &c.HardHit},
			{&t.Findings, &c.Findings}, {&t.Right, &c.Right}, {&t.Duplicates, &c.Duplicates}, {&t.Trapped, &c.Trapped},
			{&t.KindRight, &c.KindRight}, {&t.VerdictRight, &c.VerdictRight}, {&t.Top, &c.Top}, {&t.TopRight, &c.TopRight},
			{&t.Major, &c.Major}, {&t.MajorFound, &c.MajorFound}, {&t.Omissions, &c.Omissions}, {&t.OmissionsRight, &c.OmissionsRight},
		} {
			*p.to += *p.from
		}
		for k, n := range c.Kinds {
			sum := t.Kinds[k]
			t.Kinds[k] = KindCounts{sum.Facts + n.Facts, sum.Hit + n.Hit, sum.Found + n.Found, sum.Right + n.Right}
		}
	}
	return t
}

// Figures are shares between 0 and 1; NaN where there is nothing to divide by.
type Figures struct {
	Precision     float64 // right findings among all
	Recall        float64 // facts claimed among the reportable ones
	Hard          float64 // the same for conflicts and updates
	F1            float64 // of precision and recall; 0 where one is 0 or NaN
	Traps         float64 // findings that match traps only
	Kind          float64 // right findings with the gold's kind
	Verdict       float64 // right findings with the gold's verdict
	PrecisionAt5  float64 // right findings among the first five of each story
	OnlyRecall    float64 // major details found
	OnlyPrecision float64 // omissions that meet a detail
}

// Figures works out the shares.
func (c Counts) Figures() Figures {
	f := Figures{
		Precision: ratio(c.Right, c.Findings), Recall: ratio(c.Hit, c.Facts), Hard: ratio(c.HardHit, c.Hard),
		Traps: ratio(c.Trapped, c.Findings), Kind: ratio(c.KindRight, c.Right), Verdict: ratio(c.VerdictRight, c.Right),
		PrecisionAt5: ratio(c.TopRight, c.Top), OnlyRecall: ratio(c.MajorFound, c.Major), OnlyPrecision: ratio(c.OmissionsRight, c.Omissions),
	}
	if f.Precision > 0 && f.Recall > 0 {
		f.F1 = 2 * f.Precision * f.Recall / (f.Precision + f.Recall)
	}
	return f
}

func ratio(a, b int) float64 {
	if b == 0 {
		return math.NaN()
	}
	return float64(a) / float64(b)
}

// maxProblems is how many problems are printed; the first few tell the cause.
const maxProblems = 40

// Write prints a line for each story, the total, the counts by kind and the
// first problems; verbose lists every finding and every miss above them.
func Write(w io.Writer, scores []*Score, verbose bool) error {
	out := bufio.NewWriter(w)
	if verbose {
		for _, s := range scores {
			writeOutcomes(out, s)
		}
	}
	fmt.Fprintf(out, "%-20s %5s %5s", "story", "facts", "found")
	for _, column := range []string{"prec", "rec", "hard", "f1", "traps", "kind", "verd", "p@5", "onlyR", "onlyP"} {
		fmt.Fprintf(out, " %5s", column)
	}
	fmt.Fprintln(out)
	for _, s := range scores {
		writeRow(out, s.Story.ID, s.Counts)
	}
	total := Total(scores)
	writeRow(out, "TOTAL", total)
	var kinds []string
	for _, k := range sortedKinds(total.Kinds) {
		n := total.Kinds[k]
		kinds = append(kinds, fmt.Sprintf("%s %d/%d %d/%d", k, n.Hit, n.Facts, n.Right, n.Found))
	}
	fmt.Fprintf(out, "by kind, facts claimed/facts and right/findings: %s\n", strings.Join(kinds, "  "))
	written := 0
	for _, s := range scores {
		for _, p := range s.Problems {
			if written++; written <= maxProblems {
				fmt.Fprintf(out, "PROBLEM %s: %s\n", s.Story.ID, p)
			}
		}
	}
	return out.Flush()
}

func writeRow(out io.Writer, id string, c Counts) {
	f := c.Figures()
	fmt.Fprintf(out, "%-20s %5d %5d", id, c.Facts, c.Findings)
	for _, x := range [...]float64{f.Precision, f.Recall, f.Hard, f.F1, f.Traps, f.Kind, f.Verdict, f.PrecisionAt5, f.OnlyRecall, f.OnlyPrecision} {
		if math.IsNaN(x) {
			fmt.Fprintf(out, " %5s", "-")
		} else {
			fmt.Fprintf(out, " %5.2f", x)
		}
	}
	fmt.Fprintln(out)
}

func writeOutcomes(out io.Writer, s *Score) {
	fmt.Fprintf(out, "== %s\n", s.Story.ID)
	for _, o := range s.Outcomes {
		values := make([]string, len(o.Finding.Positions))
		for i, p := range o.Finding.Positions {
			values[i] = p.Value
		}
		fact := ""
		if o.Fact != nil {
			fact = fmt.Sprintf("  = %s %s/%s", o.Fact.ID, o.Fact.Kind, o.Fact.Verdict)
		}
		fmt.Fprintf(out, "  %-5s %s/%s %s  [%s]%s\n", o.How, o.Finding.Kind, o.Finding.Verdict, o.Finding.Subject, strings.Join(values, " | "), fact)
	}
	for _, f := range s.Missed {
		values := make([]string, len(f.Values))
		for i, v := range f.Values {
			values[i] = v.Value
		}
		fmt.Fprintf(out, "  MISS  %s %s/%s %s  [%s]\n", f.ID, f.Kind, f.Verdict, f.Question, strings.Join(values, " | "))
	}
}
