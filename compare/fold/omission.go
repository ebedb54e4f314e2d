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
	minDetail       = 14.0 // term weight below which a sentence carries no detail worth missing
	maxDetail       = 360  // bytes of evidence for one omission
	repeatsDetail   = 0.40 // Dice from which two omissions of a list tell one thing
	maxOmissions    = 60   // shown at most
)

// detail is a passage that some sources do not tell.
type detail struct {
	passage int
	missing []int
	score   float64
}

// omissions finds the passages that at least one other source leaves out, in
// order of what a reader misses: named parties, denials and answers, numbers,
// high in the story, told by several.
func omissions(s *compare.Story, findings []compare.Finding) []compare.Omission {
	bags := bags(s)
	rivals := otherAccounts(s, findings)
	var details []detail
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute || p.Weight < minDetail || s.Sources[p.Source].Doc.Sentences[p.Sentence].Paragraph == 0 {
			continue
		}
		if d, ok := missingFrom(s, i, bags, rivals[i]); ok {
			details = append(details, d)
		}
	}
	slices.SortStableFunc(details, func(a, b detail) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), strings.Compare(passageText(s, a.passage), passageText(s, b.passage)))
	})
	var out []compare.Omission
	var chosen []detail
	for _, d := range details {
		if len(out) == maxOmissions {
			break
		}
		if into := slices.IndexFunc(chosen, func(c detail) bool { return tellsSame(s, c.passage, d.passage) }); into >= 0 {
			addEvidence(s, &out[into], d)
			continue
		}
		chosen = append(chosen, d)
		ev := compare.Evidence{Source: s.Passages[d.passage].Source, Span: detailSpan(s, d.passage)}
		out = append(out, compare.Omission{
			Detail:      strings.Join(strings.Fields(s.Sources[ev.Source].Doc.Text(ev.Span)), " "),
			Importance:  d.score,
			MissingFrom: d.missing,
			Evidence:    []compare.Evidence{ev},
		})
	}
	for i := range out {
		out[i].Why = why(s, out[i].MissingFrom)
	}
	return out
}

// otherAccounts tells for each passage which sources give another account of
// it: they take part in a finding of which it is evidence.
func otherAccounts(s *compare.Story, findings []compare.Finding) map[int][]int {
	passage := map[[2]int]int{} // by source and sentence
	for i := range s.Passages {
		passage[[2]int{s.Passages[i].Source, s.Passages[i].Sentence}] = i
	}
	rivals := map[int][]int{}
	for i := range findings {
		var parties []int
		for _, p := range findings[i].Positions {
			for _, e := range p.Evidence {
				parties = append(parties, e.Source)
			}
		}
		for _, p := range findings[i].Positions {
			for _, e := range p.Evidence {
				doc := s.Sources[e.Source].Doc
				at, _ := slices.BinarySearchFunc(doc.Sentences, e.Span.Start+1, func(sent nlp.Sentence, end int) int { return cmp.Compare(sent.End, end) })
				if n, ok := passage[[2]int{e.Source, at}]; ok {
					rivals[n] = append(rivals[n], parties...)
				}
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

// missingFrom finds the sources that do not tell passage i. A source tells it
// if one of its sentences does, or if nearly all its words stand in it
// somewhere. The rivals are the sources that give another account of i: fewer
// words in common show that they tell it.
func missingFrom(s *compare.Story, i int, bags [][]bool, rivals []int) (detail, bool) {
	p := &s.Passages[i]
	told := make([]float64, len(s.Sources))
	for _, l := range p.Links {
		q := &s.Passages[l.To]
		if q.Source != p.Source {
			told[q.Source] = max(told[q.Source], compare.Shared(p.Terms, q.Terms)/p.Weight)
		}
	}
	d := detail{passage: i}
	tellers := 0
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
		if told[t] >= covered || in >= coveredReport {
			tellers++
			continue
		}
		d.missing = append(d.missing, t)
	}
	if len(d.missing) == 0 {
		return d, false
	}
	d.score = carries(s, i, tellers).importance()
	return d, true
}

// tellsSame reports whether two passages are counterparts.
func tellsSame(s *compare.Story, a, b int) bool {
	return slices.ContainsFunc(s.Passages[a].Links, func(l compare.Link) bool { return l.To == b && l.Dice >= repeatsDetail })
}

// addEvidence gives an omission the same detail in another source, which then
// does not miss it.
func addEvidence(s *compare.Story, o *compare.Omission, d detail) {
	src := s.Passages[d.passage].Source
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
	span := detailSpan(s, d.passage)
	if total+span.Len() <= maxDetail {
		o.Evidence = append(o.Evidence, compare.Evidence{Source: src, Span: span})
	}
}

// detailSpan is the sentence, or as much of it as maxDetail allows.
func detailSpan(s *compare.Story, i int) nlp.Span {
	p := &s.Passages[i]
	doc := s.Sources[p.Source].Doc
	sent := doc.Sentences[p.Sentence]
	last := sent.Last
	for last > sent.First+1 && doc.Tokens[last-1].End-doc.Tokens[sent.First].Start > maxDetail {
		last--
	}
	return doc.TokenSpan(sent.First, last)
}

func why(s *compare.Story, missing []int) string {
	var ids []string
	for _, t := range missing {
		ids = append(ids, s.Sources[t].ID)
	}
	return "nothing like it stands in " + strings.Join(ids, ", ")
}

func passageText(s *compare.Story, i int) string {
	p := &s.Passages[i]
	doc := s.Sources[p.Source].Doc
	return doc.Text(doc.Sentences[p.Sentence].Span)
}
