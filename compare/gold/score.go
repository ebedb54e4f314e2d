package gold

// How a report is scored:
//
//   - A piece of evidence touches a mention if they overlap in the same source
//     and the evidence is short: a sentence cited whole proves nothing.
//   - A finding matches a fact if evidence of two of its positions touches
//     mentions of two different values and the kinds are of one family.
//   - Findings are taken in their order; each claims the best reportable fact
//     it matches that no earlier one has claimed, and is right. A finding that
//     matches claimed facts only is a duplicate, one that matches traps only
//     is trapped; both are wrong, as is one that matches nothing.
//   - An omission meets a detail if one piece of its evidence overlaps the
//     detail's quote and both name one source that leaves it out. Only as many
//     omissions are looked at as the story has details.

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/compare"
)

// Limits of evidence, in bytes.
const (
	maxEvidence         = 160 // or twice the mention: a long clause, no paragraph
	maxOmissionEvidence = 400 // all pieces of an omission together
	topFindings         = 5   // what a reader looks at first
)

// families are the kinds that may stand for one another: where a number ends
// and a date begins is no error worth counting.
var families = [...][]string{
	{"number", "date"},
	{"name", "list", "place", "role", "attribution"},
	{"outcome", "certainty", "description", "quote", "role", "attribution"},
}

// Outcome is what became of one finding.
type Outcome struct {
	Finding Finding
	How     string // "right", "dup", "TRAP", "FALSE"
	Fact    *Fact  // the fact it is about; nil for "FALSE"
}

// Score is the score of one story.
type Score struct {
	Story    Story
	Counts   Counts
	Outcomes []Outcome
	Missed   []Fact   // reportable facts that no finding claimed
	Problems []string // quotes and evidence that do not stand in their text
}

// ScoreResult scores a comparison of the story's reports.
func ScoreResult(story Story, result *compare.Result) *Score {
	return ScoreReport(story, FromResult(result))
}

// ScoreReport scores a report; nil where there is none.
func ScoreReport(story Story, report *Report) *Score {
	s := &scorer{score: &Score{Story: story}, texts: map[string]*text{}, names: map[string]string{}}
	s.score.Counts.Kinds = map[string]KindCounts{}
	if report == nil {
		s.problem("no report")
		report = &Report{}
	}
	for _, src := range report.Sources {
		s.names[src.ID] = src.name()
		s.texts[src.name()] = newText(src.Text)
	}
	s.place()
	s.findings(report.Findings)
	s.facts()
	s.omissions(report.Omissions)
	return s.score
}

// scorer holds the state while one story is scored.
type scorer struct {
	score   *Score
	names   map[string]string // source id -> name
	texts   map[string]*text  // name -> text
	values  [][][]place       // fact, value -> mentions
	details [][]place         // detail -> mentions
	claimed map[int]bool      // facts
}

// place is a stretch of a source's text.
type place struct {
	source     string // name
	start, end int
}

func (p place) overlaps(q place) bool {
	return p.source == q.source && p.start < q.end && q.start < p.end
}

func (p place) touches(mention place) bool {
	return p.overlaps(mention) && p.end-p.start <= max(maxEvidence, 2*(mention.end-mention.start))
}

func (s *scorer) problem(format string, args ...any) {
	s.score.Problems = append(s.score.Problems, fmt.Sprintf(format, args...))
}

// place finds the gold quotes in the texts.
func (s *scorer) place() {
	mentions := func(ms []Mention) (found []place) {
		for _, m := range ms {
			if t := s.texts[m.Source]; t != nil {
				if start, end, ok := t.find(m.Quote); ok {
					found = append(found, place{m.Source, start, end})
					continue
				}
			}
			s.problem("gold quote not in the report's text of %s: %s", m.Source, quoted(m.Quote))
		}
		return found
	}
	for _, f := range s.score.Story.Facts {
		values := make([][]place, len(f.Values))
		for i, v := range f.Values {
			values[i] = mentions(v.Mentions)
		}
		s.values = append(s.values, values)
	}
	for _, d := range s.score.Story.Only {
		s.details = append(s.details, mentions(d.Mentions))
	}
}

// spans are the places of evidence that stands where it says.
func (s *scorer) spans(evidence []Evidence) (found []place) {
	for _, e := range evidence {
		name, ok := s.names[e.Source]
		if !ok {
			s.problem("evidence names an unknown source %s", quoted(e.Source))
			continue
		}
		text := s.texts[name].text
		inRange := 0 <= e.Start && e.Start < e.End && e.End <= len(text)
		start, end := max(e.Start, 0), min(e.End, len(text))
		got := strings.ToValidUTF8(text[min(start, max(end, 0)):max(end, 0)], "\uFFFD")
		if !inRange || e.Text != nil && *e.Text != got {
			said := "None"
			if e.Text != nil {
				said = quoted(*e.Text)
			}
			s.problem("evidence text does not stand at its offsets: %s / %s", said, quoted(got))
			continue
		}
		found = append(found, place{name, e.Start, e.End})
	}
	return found
}

// findings decides which findings are right.
func (s *scorer) findings(findings []Finding) {
	s.claimed = map[int]bool{}
	c := &s.score.Counts
	for _, f := range findings {
		if !reportable(f.Verdict) {
			continue
		}
		matches := s.matches(f)
		top := c.Findings < topFindings
		c.Findings++
		if top {
			c.Top++
		}
		outcome := Outcome{Finding: f, How: "FALSE"}
		free, taken := s.best(f, matches)
		kind := c.Kinds[f.Kind]
		kind.Found++
		switch {
		case free >= 0:
			fact := &s.score.Story.Facts[free]
			s.claimed[free] = true
			c.Right++
			kind.Right++
			if top {
				c.TopRight++
			}
			if fact.Kind == f.Kind {
				c.KindRight++
			}
			if fact.Verdict == f.Verdict {
				c.VerdictRight++
			}
			outcome.How, outcome.Fact = "right", fact
		case taken >= 0:
			c.Duplicates++
			outcome.How, outcome.Fact = "dup", &s.score.Story.Facts[taken]
		case len(matches) > 0:
			c.Trapped++
			outcome.How, outcome.Fact = "TRAP", &s.score.Story.Facts[matches[0]]
		}
		c.Kinds[f.Kind] = kind
		s.score.Outcomes = append(s.score.Outcomes, outcome)
	}
}

// matches are the facts that the finding is about, traps included.
func (s *scorer) matches(f Finding) (facts []int) {
	positions := make([][]place, len(f.Positions))
	for i, p := range f.Positions {
		positions[i] = s.spans(p.Evidence)
	}
	for i, fact := range s.score.Story.Facts {
		if !related(fact.Kind, f.Kind) {
			continue
		}
		touched := make([][]bool, len(positions)) // position, value
		for j, evidence := range positions {
			touched[j] = make([]bool, len(s.values[i]))
			for v, mentions := range s.values[i] {
				touched[j][v] = slices.ContainsFunc(mentions, func(m place) bool {
					return slices.ContainsFunc(evidence, func(e place) bool { return e.touches(m) })
				})
			}
		}
		if differ(touched) {
			facts = append(facts, i)
		}
	}
	return facts
}

// differ reports whether two positions touch two different values.
func differ(touched [][]bool) bool {
	for i := range touched {
		for j := i + 1; j < len(touched); j++ {
			for a, ok := range touched[i] {
				for b, also := range touched[j] {
					if ok && also && a != b {
						return true
					}
				}
			}
		}
	}
	return false
}

// best is the reportable fact the finding claims, and the first that was
// claimed before; -1 where there is none.
func (s *scorer) best(f Finding, matches []int) (free, taken int) {
	free, taken = -1, -1
	bestRank := 0
	for _, i := range matches {
		fact := s.score.Story.Facts[i]
		if !fact.Reportable() {
			continue
		}
		if s.claimed[i] {
			if taken < 0 {
				taken = i
			}
			continue
		}
		rank := 1
		if fact.Kind == f.Kind {
			rank += 2
		}
		if fact.Verdict == f.Verdict {
			rank++
		}
		if rank > bestRank {
			free, bestRank = i, rank
		}
	}
	return free, taken
}

// facts counts the facts and those claimed.
func (s *scorer) facts() {
	c := &s.score.Counts
	for i, f := range s.score.Story.Facts {
		if !f.Reportable() {
			continue
		}
		kind := c.Kinds[f.Kind]
		c.Facts++
		kind.Facts++
		hard := f.Verdict != "tension"
		if hard {
			c.Hard++
		}
		if s.claimed[i] {
			c.Hit++
			kind.Hit++
			if hard {
				c.HardHit++
			}
		} else {
			s.score.Missed = append(s.score.Missed, f)
		}
		c.Kinds[f.Kind] = kind
	}
}

// omissions counts the details found among the first omissions.
func (s *scorer) omissions(omissions []Omission) {
	details, c := s.score.Story.Only, &s.score.Counts
	omissions = omissions[:min(len(omissions), len(details))]
	c.Omissions = len(omissions)
	evidence := make([][]place, len(omissions))
	for i, o := range omissions {
		evidence[i] = s.spans(o.Evidence)
	}
	for i, d := range details {
		if d.Importance != "major" {
			continue
		}
		c.Major++
		for j, o := range omissions {
			if s.meets(o, evidence[j], i) {
				c.MajorFound++
				break
			}
		}
	}
	for j, o := range omissions {
		for i := range details {
			if s.meets(o, evidence[j], i) {
				c.OmissionsRight++
				break
			}
		}
	}
}

func (s *scorer) meets(o Omission, evidence []place, detail int) bool {
	total := 0
	for _, e := range evidence {
		total += e.end - e.start
	}
	shared := slices.ContainsFunc(o.MissingFrom, func(id string) bool {
		name, ok := s.names[id]
		if !ok {
			name = id
		}
		return slices.Contains(s.score.Story.Only[detail].MissingFrom, name)
	})
	return total <= maxOmissionEvidence && shared && slices.ContainsFunc(evidence, func(e place) bool {
		return slices.ContainsFunc(s.details[detail], e.overlaps)
	})
}

func related(a, b string) bool {
	for _, family := range families {
		if slices.Contains(family, a) && slices.Contains(family, b) {
			return true
		}
	}
	return false
}

// text is a source's text with white space folded.
type text struct {
	text string
	flat string
	back []int // for each byte of flat its offset in text
}

func newText(s string) *text {
	flat, back := squash(s)
	return &text{s, flat, back}
}

// find is the first place of quote, white space folded.
func (t *text) find(quote string) (start, end int, ok bool) {
	q, _ := squash(quote)
	i := strings.Index(t.flat, q)
	if i < 0 || q == "" {
		return 0, 0, false
	}
	return t.back[i], t.back[i+len(q)-1] + 1, true
}

// squash folds white space to one blank and trims it; back leads from bytes of
// flat to bytes of s.
func squash(s string) (flat string, back []int) {
	out := make([]byte, 0, len(s))
	space := false
	for i, r := range s {
		if unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f { // the separators count as space, too
			space = true
			continue
		}
		if space && len(out) > 0 {
			out, back = append(out, ' '), append(back, i)
		}
		space = false
		_, size := utf8.DecodeRuneInString(s[i:])
		for n := range size {
			out, back = append(out, s[i+n]), append(back, i+n)
		}
	}
	return string(out), back
}

// quoted is s in quotation marks that it does not hold itself.
func quoted(s string) string {
	s = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\t", `\t`, "\r", `\r`).Replace(s)
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", `\'`) + "'"
}

// sortedKinds are the words of all kinds counted, sorted.
func sortedKinds(kinds map[string]KindCounts) []string {
	var all []string
	for k, n := range kinds {
		if n.Facts > 0 || n.Found > 0 {
			all = append(all, k)
		}
	}
	sort.Strings(all)
	return all
}
