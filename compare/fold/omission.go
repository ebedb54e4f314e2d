package fold

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

const (
	coveredSentence = 0.50 // share of a sentence's weight in one sentence of the other report: it is told there
	toldOtherwise   = 0.30 // or where a finding shows that the other report gives another account
	coveredReport   = 0.72 // or in the whole of the other report: its details are spread over it
	toldInPart      = 0.30 // share of a sentence's weight in one sentence from which a reader may find part of it there
	minDetail       = 9.0  // term weight below which a sentence carries no detail worth missing
	maxDetail       = 390  // bytes of evidence for one omission: a paragraph, which a reader takes in at a glance
	longestDetail   = 3    // sentences of one omission
	repeatsDetail   = 0.50 // Dice from which two omissions of a list tell one thing
	maxOmissions    = 60   // shown at most
)

// untold is a sentence that some sources do not tell.
type untold struct {
	passage int
	missing []int
	score   float64 // how likely a reader of those sources misses it, 0..1
}

// detail is one such sentence, or a few that follow one another.
type detail struct {
	first, last int   // passages [first, last)
	missing     []int // sources that tell none of them
	score       float64
}

// omissions finds the details that at least one other source leaves out, in
// order of what a reader misses.
func omissions(s *compare.Story, findings []compare.Finding) []compare.Omission {
	return omit(s, untoldIn(s, findings, fitted))
}

// omit makes omissions of the sentences that are left out.
func omit(s *compare.Story, sentences []untold) []compare.Omission {
	details := runs(s, sentences)
	slices.SortStableFunc(details, func(a, b detail) int {
		if c := -cmp.Compare(a.score, b.score); c != 0 {
			return c
		}
		return strings.Compare(detailText(s, a), detailText(s, b))
	})
	used := make([]bool, len(s.Passages))
	var out []compare.Omission
	var chosen []detail
	for _, d := range details {
		if len(out) == maxOmissions {
			break
		}
		if slices.Contains(used[d.first:d.last], true) {
			continue
		}
		into := slices.IndexFunc(chosen, func(c detail) bool { return tellsSame(s, c, d) })
		if into >= 0 && d.last > d.first+1 {
			continue // what else its sentences tell comes up without the one that is told already
		}
		for i := d.first; i < d.last; i++ {
			used[i] = true
		}
		if into >= 0 {
			addEvidence(s, &out[into], d)
			continue
		}
		chosen = append(chosen, d)
		ev := compare.Evidence{Source: s.Passages[d.first].Source, Span: detailSpan(s, d)}
		out = append(out, compare.Omission{
			Detail:      strings.Join(strings.Fields(s.Sources[ev.Source].Doc.Text(ev.Span)), " "),
			Importance:  d.score,
			MissingFrom: d.missing,
			Evidence:    []compare.Evidence{ev},
		})
	}
	for i := range out {
		out[i].Why = why(s, chosen[i], out[i].MissingFrom)
	}
	return out
}

// untoldIn lists the sentences that some source leaves out, weighed by the
// model.
func untoldIn(s *compare.Story, findings []compare.Finding, m model) []untold {
	bags := bags(s)
	rivals := otherAccounts(s, findings)
	counts := countMentions(s)
	var list []untold
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute || p.Weight < minDetail || s.Sources[p.Source].Doc.Sentences[p.Sentence].Paragraph == 0 {
			continue
		}
		if missing := missingFrom(s, i, bags, rivals[i]); len(missing) > 0 {
			list = append(list, untold{passage: i, missing: missing, score: m.importance(carries(s, i, missing, counts[i]))})
		}
	}
	return list
}

// runs lists every run of up to longestDetail sentences that follow one
// another and have a source in common that tells none of them. A longer run is
// worth as much as the chance that a reader misses one of its sentences. A
// heading begins another matter.
func runs(s *compare.Story, sentences []untold) []detail {
	var all []detail
	for i := range sentences {
		d := detail{first: sentences[i].passage, missing: sentences[i].missing}
		known := 1.0
		for k := i; k < len(sentences) && k < i+longestDetail; k++ {
			u := &sentences[k]
			if k > i && (u.passage != d.last || !follows(s, u.passage) || detailBytes(s, d.first, u.passage) > maxDetail) {
				break
			}
			if k > i {
				d.missing = common(d.missing, u.missing)
			}
			if len(d.missing) == 0 {
				break
			}
			known *= 1 - u.score
			d.last, d.score = u.passage+1, 1-known
			all = append(all, d)
		}
	}
	return all
}

// follows reports whether passage i goes on where the one before it ends.
func follows(s *compare.Story, i int) bool {
	p := &s.Passages[i]
	sents := s.Sources[p.Source].Doc.Sentences
	return p.Sentence > 0 && !sents[p.Sentence].Heading && !sents[p.Sentence-1].Heading
}

// detailBytes is the length of the text from passage first to passage last.
func detailBytes(s *compare.Story, first, last int) int {
	p, q := &s.Passages[first], &s.Passages[last]
	sents := s.Sources[p.Source].Doc.Sentences
	return sents[q.Sentence].End - sents[p.Sentence].Start
}

// common is what two ascending lists have in common.
func common(a, b []int) []int {
	var both []int
	for _, n := range a {
		if slices.Contains(b, n) {
			both = append(both, n)
		}
	}
	return both
}

// otherAccounts tells for each passage which sources give another account of
// it: they take part in a finding of which it is evidence.
func otherAccounts(s *compare.Story, findings []compare.Finding) map[int][]int {
	rivals := map[int][]int{}
	for i := range findings {
		var parties []int
		for _, p := range findings[i].Positions {
			parties = append(parties, sources(p.Evidence)...)
		}
		for _, p := range findings[i].Positions {
			for _, e := range p.Evidence {
				n := passageOf(s, e)
				rivals[n] = append(rivals[n], parties...)
			}
		}
	}
	return rivals
}

// bags tells for each source which terms it holds anywhere.
func bags(s *compare.Story) [][]bool {
	bags := make([][]bool, len(s.Sources))
	for i := range bags {
		bags[i] = make([]bool, s.Terms)
	}
	for i := range s.Passages {
		for _, t := range s.Passages[i].Terms {
			bags[s.Passages[i].Source][t.ID] = true
		}
	}
	return bags
}

// missingFrom lists the sources that do not tell passage i. A source tells it
// if one of its sentences does, or if nearly all its words stand in it
// somewhere. The rivals are the sources that give another account of i: fewer
// words in common show that they tell it.
func missingFrom(s *compare.Story, i int, bags [][]bool, rivals []int) (missing []int) {
	p := &s.Passages[i]
	told := make([]float64, len(s.Sources))
	for _, l := range p.Links {
		q := &s.Passages[l.To]
		if q.Source != p.Source {
			told[q.Source] = max(told[q.Source], compare.Shared(p.Terms, q.Terms)/p.Weight)
		}
	}
	for t := range s.Sources {
		if t == p.Source {
			continue
		}
		in := 0.0
		for _, term := range p.Terms {
			if bags[t][term.ID] {
				in += float64(term.Weight)
			}
		}
		in /= p.Weight
		covered := coveredSentence
		if slices.Contains(rivals, t) {
			covered = toldOtherwise
		}
		if told[t] < covered && in < coveredReport {
			missing = append(missing, t)
		}
	}
	return missing
}

// tellsSame reports whether two details have sentences that are counterparts.
func tellsSame(s *compare.Story, a, b detail) bool {
	for i := a.first; i < a.last; i++ {
		if slices.ContainsFunc(s.Passages[i].Links, func(l compare.Link) bool { return l.To >= b.first && l.To < b.last && l.Dice >= repeatsDetail }) {
			return true
		}
	}
	return false
}

// addEvidence gives an omission the same detail in another source, which then
// does not miss it.
func addEvidence(s *compare.Story, o *compare.Omission, d detail) {
	src := s.Passages[d.first].Source
	if slices.ContainsFunc(o.Evidence, func(e compare.Evidence) bool { return e.Source == src }) {
		return
	}
	if i := slices.Index(o.MissingFrom, src); i >= 0 {
		if len(o.MissingFrom) == 1 {
			return
		}
		o.MissingFrom = slices.Delete(slices.Clone(o.MissingFrom), i, i+1)
	}
	total := 0
	for _, e := range o.Evidence {
		total += e.Span.Len()
	}
	span := detailSpan(s, d)
	if total+span.Len() <= maxDetail {
		o.Evidence = append(o.Evidence, compare.Evidence{Source: src, Span: span})
	}
}

// detailSpan is the detail's sentences, or as much of a long one as maxDetail
// allows.
func detailSpan(s *compare.Story, d detail) nlp.Span {
	p := &s.Passages[d.first]
	doc := s.Sources[p.Source].Doc
	first, last := doc.Sentences[p.Sentence].First, doc.Sentences[s.Passages[d.last-1].Sentence].Last
	for last > first+1 && doc.Tokens[last-1].End-doc.Tokens[first].Start > maxDetail {
		last--
	}
	return doc.TokenSpan(first, last)
}

// why says where the detail stands not at all, or not as a whole.
func why(s *compare.Story, d detail, missing []int) string {
	var ids []string
	for _, t := range missing {
		ids = append(ids, s.Sources[t].ID)
	}
	said := "nothing like it stands in "
	for i := d.first; i < d.last; i++ {
		p := &s.Passages[i]
		for _, l := range p.Links {
			q := &s.Passages[l.To]
			if slices.Contains(missing, q.Source) && compare.Shared(p.Terms, q.Terms) >= toldInPart*p.Weight {
				said = "no more than a part of it stands in "
			}
		}
	}
	return said + strings.Join(ids, ", ")
}

func detailText(s *compare.Story, d detail) string {
	return s.Sources[s.Passages[d.first].Source].Doc.Text(detailSpan(s, d))
}
