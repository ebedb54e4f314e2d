package detect

import (
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/value"
)

var date = &compare.Detector{
	Kind: compare.Date,
	Doc: `one event, two times

Fires when two sources date the same event (same or related verb, much the same
clause) and the times exclude each other: late Thursday against Friday, last
month against this month; or give two clock times minutes apart with the same
verb, 12:20 against 12:13 p.m. Inside one report only for nearly the same clause.
Silent when one time lies inside the other, when zones may explain it, when both
sources give both times, when the clauses name other subjects or objects, and
for the dates of pages.
Misses dates that are only implied by the order of telling.`,
	Run: runDate,
}

const (
	dateThreshold = 0.38 // share of the two clauses' words without which two dates belong to two events
	otherEvent    = 0.60 // or most of them where the verbs differ
	innerDate     = 0.70
)

func runDate(s *compare.Story) []compare.Discrepancy {
	r := rivalMoments{s: s, known: map[int][]*compare.Claim{}, linked: map[[2]*compare.Claim]bool{}}
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Moment {
			r.known[c.Source] = append(r.known[c.Source], c)
		}
	}
	s.Pairs(compare.Moment, func(p compare.Pair) {
		r.linked[[2]*compare.Claim{p.A, p.B}] = true
		r.consider(p, 0)
	})
	r.minutes()
	var out []compare.Discrepancy
	for _, c := range assign(r.list) {
		out = append(out, momentDiscrepancy(s, c, compare.Conflict))
	}
	for _, c := range assign(r.explained) {
		out = append(out, momentDiscrepancy(s, c, compare.Compatible))
	}
	return out
}

// rivalMoments gathers the pairs of times that are two answers to one question.
type rivalMoments struct {
	s               *compare.Story
	known           map[int][]*compare.Claim // the times of each source
	linked          map[[2]*compare.Claim]bool
	list, explained []candidate
}

// consider keeps a pair of times that date one event and differ; bonus is what
// speaks for it beside the words.
func (r *rivalMoments) consider(p compare.Pair, bonus float64) {
	s := r.s
	ta, tb := moment(s, p.A), moment(s, p.B)
	if strings.EqualFold(s.Text(p.A), s.Text(p.B)) || oneOfTwo(s, p.A) || oneOfTwo(s, p.B) || stamp(s, p.A) || stamp(s, p.B) || zoned(ta.Value) != zoned(tb.Value) {
		return // the same words; or a local time against another one
	}
	rel, why := ta.Value.Compare(tb.Value)
	if rel != value.Conflict && rel != value.Compatible || rel == value.Conflict && !rivalTimes(ta.Value, tb.Value) || sameDayName(ta.Value, tb.Value) || othersTimes(s, p) {
		return
	}
	sameEvent := weightyVerb(p.A) && related(p.A.Event, p.B.Event) >= sameNoun || saidOf(s, p.A, p.B) || saidOf(s, p.B, p.A)
	if !sameEvent && (p.Dice < otherEvent || (p.A.Event == "say") != (p.B.Event == "say")) {
		return
	}
	score := 0.55*p.Dice + 0.35*p.Link.Dice + bonus
	if sameEvent {
		score += 0.15
	}
	threshold := dateThreshold
	if p.A.Source == p.B.Source {
		threshold = innerDate
	}
	if score < threshold || p.A.Source != p.B.Source && (givesTime(s, r.known[p.B.Source], p.A) || givesTime(s, r.known[p.A.Source], p.B)) {
		return
	}
	if rel == value.Compatible {
		r.explained = append(r.explained, candidate{p.A, p.B, min(1, score), why})
	} else {
		r.list = append(r.list, candidate{p.A, p.B, min(1, score), "“" + s.Text(p.A) + "” and “" + s.Text(p.B) + "”: " + why})
	}
}

// othersTimes reports whether the clauses of two times tell of others: their
// subjects share nobody and nor do the clauses, or their objects share nobody;
// or neither time stands in a clause, as in the date of a page.
func othersTimes(s *compare.Story, p compare.Pair) bool {
	return disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)) && disjoint(clauseEntities(s, p.A), clauseEntities(s, p.B)) ||
		disjoint(objectEntities(s, p.A), objectEntities(s, p.B)) || p.A.Clause < 0 && p.B.Clause < 0
}

// minutes considers clock times of two reports that are minutes apart and stand
// with one verb, whatever the sentences: a report gives few.
func (r *rivalMoments) minutes() {
	s := r.s
	var clocks []*compare.Claim
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Moment && weightyVerb(c) && moment(s, c).Value.Granularity == value.Minute {
			clocks = append(clocks, c)
		}
	}
	if len(clocks) > maxClocks {
		return
	}
	for i, a := range clocks {
		for _, b := range clocks[i+1:] {
			x, y := s.Ordered(a, b)
			gap := moment(s, a).Value.Clock - moment(s, b).Value.Clock
			if a.Source == b.Source || s.Apart(a.Source, b.Source) || a.Event != b.Event || gap == 0 || max(gap, -gap) > minutesApart || r.linked[[2]*compare.Claim{x, y}] {
				continue
			}
			r.consider(compare.Pair{A: x, B: y, Dice: compare.Dice(x.Terms, y.Terms, x.Weight, y.Weight)}, minutesBonus)
		}
	}
}

const (
	maxClocks    = 60   // clock times of a story that are compared: more is a timetable
	minutesApart = 20   // minutes by which two reports of one minute differ
	minutesBonus = 0.30 // as good as a linked sentence
)

func momentDiscrepancy(s *compare.Story, c candidate, verdict compare.Verdict) compare.Discrepancy {
	return compare.Discrepancy{
		Kind: compare.Date, Verdict: verdict, Score: c.score, Why: c.why,
		Subject: clauseWords(s, c.a), Question: about("When", clauseWords(s, c.a)),
		A: momentSide(s, c.a), B: momentSide(s, c.b),
	}
}

// rivalTimes reports whether two times can be two versions of one: they are
// about equally long, and lie no further apart than a report errs. A year and
// an hour, or two days a month apart, date two events.
func rivalTimes(a, b value.Time) bool {
	if !a.Dated() || !b.Dated() {
		return a.HasClock() && b.HasClock() || a.HasWeekday && b.HasWeekday
	}
	la, lb := a.End.Sub(a.Start), b.End.Sub(b.Start)
	if max(la, lb) > maxLengths*max(min(la, lb), time.Hour) && max(la, lb) > day {
		return false
	}
	gap := max(a.Start.Sub(b.End), b.Start.Sub(a.End))
	return gap <= max(time.Duration(maxGap*float64(max(la, lb))), shortestGap)
}

const (
	maxLengths  = 4             // a year against part of a year
	maxGap      = 1.02          // as long as the longer of them lies between, or a leap day longer
	shortestGap = 3 * time.Hour // two clock times of one day
)

// sameDayName reports whether both phrases name the same weekday, or the same
// day of a month: then they differ only by the week or year that was guessed
// from the publication dates.
func sameDayName(a, b value.Time) bool {
	if a.HasClock() && b.HasClock() && a.Granularity <= value.Hour && b.Granularity <= value.Hour {
		return false
	}
	if a.HasWeekday && b.HasWeekday {
		return a.Weekday == b.Weekday
	}
	return a.Dated() && b.Dated() && a.Granularity <= value.Day && b.Granularity <= value.Day &&
		a.Start.Month() == b.Start.Month() && a.Start.Day() == b.Start.Day()
}

// saidOf reports whether a dates the saying of what b dates: "regulators this
// month said they had approved", "was approved last month". Reports often put
// the date of an event to the verb of the announcement.
func saidOf(s *compare.Story, a, b *compare.Claim) bool {
	if a.Event != "say" && a.Event != "announce" || !weightyVerb(b) || moment(s, a).Value.Granularity <= value.Day {
		return false
	}
	for _, i := range s.Passages[a.Passage].Claims {
		if c := &s.Claims[i]; c.Sort == compare.Statement && related(c.Event, b.Event) >= sameNoun {
			return true
		}
	}
	return false
}

// oneOfTwo reports whether a time is named together with another: "in the
// 1940s and 1950s", "on Monday and Tuesday".
func oneOfTwo(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	times := doc.Times
	and := func(i int) bool { return doc.Tokens[i].Norm == "and" || doc.Tokens[i].Norm == "or" }
	i := c.Mention
	return i > 0 && times[i-1].Last+1 == times[i].First && and(times[i].First-1) ||
		i+1 < len(times) && times[i].Last+1 == times[i+1].First && and(times[i].Last)
}

// stamp reports whether a time is that of the page and not of what it tells:
// "Updated 9:28 AM EDT", "Published time: March 12".
func stamp(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	t := moment(s, c)
	first := doc.Sentences[s.Passages[c.Passage].Sentence].First
	for i := t.First - 1; i >= max(first, t.First-3); i-- {
		switch doc.Tokens[i].Norm {
		case ":", "time", "|", "on", "at":
		case "updated", "posted", "edited", "published":
			return i == first || doc.Tokens[i-1].Norm == "|" || doc.Tokens[t.First-1].Norm == ":"
		default:
			return false
		}
	}
	return false
}

// zoned reports whether a clock time names a zone that is not where it happened.
func zoned(t value.Time) bool { return t.HasClock() && t.Zone != "" && t.Zone != "local" }

func moment(s *compare.Story, c *compare.Claim) *nlp.Time {
	return &s.Document(c).Times[c.Mention]
}

// objectEntities are the entities named in the object of a claim's clause, or in
// the subject of a passive one.
func objectEntities(s *compare.Story, c *compare.Claim) []int {
	cl := clauseOf(s, c)
	switch {
	case cl == nil:
		return nil
	case cl.Passive:
		return owned(s, entitiesIn(s, c.Source, cl.Subject.First, cl.Subject.Last))
	}
	return owned(s, entitiesIn(s, c.Source, cl.Object.First, cl.Object.Last))
}

// givesTime reports whether one of the claims gives c's time in a clause about
// the same, or the very minute in whatever clause: then its source agrees, and
// the other time is another matter.
func givesTime(s *compare.Story, claims []*compare.Claim, c *compare.Claim) bool {
	t := moment(s, c).Value
	for _, o := range claims {
		if rel, _ := t.Compare(moment(s, o).Value); rel == value.Equal && (t.HasClock() && t.Granularity == value.Minute || compare.Dice(c.Terms, o.Terms, c.Weight, o.Weight) >= 0.35) {
			return true
		}
	}
	return false
}

// momentSide quotes the time with the verb it dates, where that is near.
func momentSide(s *compare.Story, c *compare.Claim) compare.Side {
	return compare.Side{Evidence: c.Evidence(), Norm: moment(s, c).Value.String()}
}
