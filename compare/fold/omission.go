package fold

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

const (
	coveredSentence = 0.50 // share of a sentence's weight in one sentence of the other report: it is told there
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
func omissions(s *compare.Story) []compare.Omission {
	bags := bags(s)
	var details []detail
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute || p.Weight < minDetail || s.Sources[p.Source].Doc.Sentences[p.Sentence].Paragraph == 0 {
			continue
		}
		if d, ok := missingFrom(s, i, bags); ok {
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
			Why:         why(s, d),
			Importance:  d.score,
			MissingFrom: d.missing,
			Evidence:    []compare.Evidence{ev},
		})
	}
	return out
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
// somewhere.
func missingFrom(s *compare.Story, i int, bags [][]bool) (detail, bool) {
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
		if told[t] >= coveredSentence || in >= coveredReport {
			tellers++
			continue
		}
		d.missing = append(d.missing, t)
	}
	if len(d.missing) == 0 {
		return d, false
	}
	d.score = importance(s, i, tellers)
	return d, true
}

// Weights of what a passage carries, as log-odds that a careful reader of the
// other report would miss it. Fitted by logistic regression to the omissions
// that readers marked in the annotated stories (1,334 passages of 24 stories; by
// story cross-validated, majors found rise from 0.35 to 0.45 on real news), then
// rounded. A denial is given weight by hand: the stories hold too few.
const (
	perFigure   = 0.27 // each quantity, up to maxCarried
	perPerson   = 0.26 // each person named, up to maxCarried
	perEvent    = 0.18 // each event word, up to maxCarried
	perNegation = 0.18 // each negated predicate, up to maxCarried
	perTeller   = 0.10 // each other source that tells it, too
	perWeight   = 0.27 // the logarithm of its terms' weight
	ofDenial    = 0.40
	ofQuoted    = -0.98 // all of it direct speech
	ofPlace     = -0.15 // the end of the report against its beginning
	ofHeading   = -3.70
	base        = -2.40
	maxCarried  = 4
)

// importance is how likely it is, 0..1, that a reader of the other report
// misses the passage; tellers is how many other sources tell it.
func importance(s *compare.Story, i, tellers int) float64 {
	p := &s.Passages[i]
	doc := s.Sources[p.Source].Doc
	sent := doc.Sentences[p.Sentence]
	figures, persons, events, negations, denials := 0, 0, 0, 0, 0
	for _, c := range p.Claims {
		claim := &s.Claims[c]
		switch claim.Sort {
		case compare.Naming:
			if doc.Names[claim.Mention].Type == nlp.Person {
				persons++
			}
		case compare.Figure:
			figures++
		case compare.Statement:
			switch claim.Stance {
			case nlp.Negated:
				negations++
			case nlp.Denied:
				denials = 1
			}
		}
	}
	quoted := 0
	for t := sent.First; t < sent.Last; t++ {
		if lexicon.EventClass(doc.Tokens[t].Lemma) != "" {
			events++
		}
	}
	// The quotations that begin in this sentence or the one before: longer ones are rare.
	at, _ := slices.BinarySearchFunc(doc.Quotations, p.Sentence-1, func(q nlp.Quotation, n int) int { return cmp.Compare(q.Sentence, n) })
	for ; at < len(doc.Quotations) && doc.Quotations[at].Sentence <= p.Sentence; at++ {
		if q := &doc.Quotations[at]; !q.Scare {
			quoted += max(0, min(q.Last, sent.Last)-max(q.First, sent.First))
		}
	}
	carried := func(n int) float64 { return float64(min(n, maxCarried)) }
	z := base + perFigure*carried(figures) + perPerson*carried(persons) + perEvent*carried(events) +
		perNegation*carried(negations) + perTeller*float64(tellers) + perWeight*math.Log(p.Weight) + ofDenial*float64(denials) +
		ofQuoted*float64(quoted)/float64(sent.Last-sent.First) + ofPlace*float64(p.Sentence)/float64(len(doc.Sentences))
	if sent.Heading {
		z += ofHeading
	}
	return 1 / (1 + math.Exp(-z))
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

func why(s *compare.Story, d detail) string {
	var ids []string
	for _, t := range d.missing {
		ids = append(ids, s.Sources[t].ID)
	}
	return "nothing like it stands in " + strings.Join(ids, ", ")
}

func passageText(s *compare.Story, i int) string {
	p := &s.Passages[i]
	doc := s.Sources[p.Source].Doc
	return doc.Text(doc.Sentences[p.Sentence].Span)
}
