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
clause) and the times exclude each other: late Thursday against Friday, 12:20
against 12:13 p.m., last month against this month.
Silent when one time lies inside the other, when zones may explain it, when both
sources give both times, and when a report only counts from another day.
Misses dates that are only implied by the order of telling.`,
	Run: runDate,
}

const (
	dateThreshold = 0.38 // share of the two clauses' words without which two dates belong to two events
	otherEvent    = 0.60 // or most of them where the verbs differ
	innerDate     = 0.70
)

func runDate(s *compare.Story) []compare.Discrepancy {
	known := map[int][]*compare.Claim{}
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Moment {
			known[c.Source] = append(known[c.Source], c)
		}
	}
	var list, explained []candidate
	s.Pairs(compare.Moment, func(p compare.Pair) {
		ta, tb := moment(s, p.A), moment(s, p.B)
		if strings.EqualFold(s.Text(p.A), s.Text(p.B)) || oneOfTwo(s, p.A) || oneOfTwo(s, p.B) || stamp(s, p.A) || stamp(s, p.B) || zoned(ta.Value) != zoned(tb.Value) {
			return // the same words; or a local time against another one
		}
		rel, why := ta.Value.Compare(tb.Value)
		if rel != value.Conflict && rel != value.Compatible || rel == value.Conflict && !rivalTimes(ta.Value, tb.Value) || sameDayName(ta.Value, tb.Value) ||
			disjoint(subjectEntities(s, p.A), subjectEntities(s, p.B)) && disjoint(clauseEntities(s, p.A), clauseEntities(s, p.B)) {
			return
		}
		sameEvent := weightyVerb(p.A) && related(p.A.Event, p.B.Event) >= sameNoun || saidOf(s, p.A, p.B) || saidOf(s, p.B, p.A)
		if !sameEvent && (p.Dice < otherEvent || (p.A.Event == "say") != (p.B.Event == "say")) {
			return
		}
		score := 0.55*p.Dice + 0.35*p.Link.Dice
		if sameEvent {
			score += 0.15
		}
		threshold := dateThreshold
		if p.A.Source == p.B.Source {
			threshold = innerDate
		} else if givesTime(s, known[p.B.Source], p.A) || givesTime(s, known[p.A.Source], p.B) {
			return
		}
		if score >= threshold && rel == value.Compatible {
			explained = append(explained, candidate{p.A, p.B, min(1, score), why})
		} else if score >= threshold {
			list = append(list, candidate{p.A, p.B, min(1, score), "“" + s.Text(p.A) + "” and “" + s.Text(p.B) + "”: " + why})
		}
	})
	var out []compare.Discrepancy
	for _, c := range assign(list) {
		out = append(out, momentDiscrepancy(s, c, compare.Conflict))
	}
	for _, c := range assign(explained) {
		out = append(out, momentDiscrepancy(s, c, compare.Compatible))
	}
	return out
}

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

// givesTime reports whether one of the claims gives c's time in a clause about
// the same: then its source agrees, and the other time is another matter.
func givesTime(s *compare.Story, claims []*compare.Claim, c *compare.Claim) bool {
	t := moment(s, c).Value
	for _, o := range claims {
		if rel, _ := t.Compare(moment(s, o).Value); rel == value.Equal && compare.Dice(c.Terms, o.Terms, c.Weight, o.Weight) >= 0.35 {
			return true
		}
	}
	return false
}

// momentSide quotes the time with the verb it dates, where that is near.
func momentSide(s *compare.Story, c *compare.Claim) compare.Side {
	return compare.Side{Evidence: c.Evidence(), Norm: moment(s, c).Value.String()}
}
