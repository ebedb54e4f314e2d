package fold

import (
	"cmp"
	"iter"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// withoutEchoes drops a finding when a better one of the same family already
// sets two stretches against each other that this one sets against each other
// again.
func withoutEchoes(s *compare.Story, list []question) []question {
	quotes := map[stretch][]*compare.Finding{}
	for i := range list {
		if list[i].Kind == compare.Quote {
			file(s, quotes, &list[i].Finding)
		}
	}
	var kept []question
	better := map[stretch][]*compare.Finding{}
	for i := range list {
		f := &list[i].Finding
		if f.Kind != compare.Quote && meets(s, quotes, f, func(q *compare.Finding) bool { return sameStretches(s, q, f, false) }) {
			continue // the word that differs inside a quotation
		}
		if meets(s, better, f, func(k *compare.Finding) bool {
			return family(k.Kind) == family(f.Kind) && (k.Verdict == compare.Compatible) == (f.Verdict == compare.Compatible) && sameStretches(s, k, f, bySentence(k, f))
		}) {
			continue
		}
		kept = append(kept, list[i])
		file(s, better, f)
	}
	return kept
}

// stretch is a sentence of a source.
type stretch struct{ source, sentence int }

// file puts a finding under each sentence that its evidence touches.
func file(s *compare.Story, under map[stretch][]*compare.Finding, f *compare.Finding) {
	for at := range stretches(s, f) {
		if list := under[at]; len(list) == 0 || list[len(list)-1] != f {
			under[at] = append(list, f)
		}
	}
}

// meets reports whether a finding filed under one of f's sentences is such.
func meets(s *compare.Story, under map[stretch][]*compare.Finding, f *compare.Finding, such func(*compare.Finding) bool) bool {
	for at := range stretches(s, f) {
		if slices.ContainsFunc(under[at], such) {
			return true
		}
	}
	return false
}

// stretches yields the sentences that the evidence of a finding touches, one
// more than once where several pieces do.
func stretches(s *compare.Story, f *compare.Finding) iter.Seq[stretch] {
	return func(yield func(stretch) bool) {
		for _, p := range f.Positions {
			for _, e := range p.Evidence {
				sentences := s.Sources[e.Source].Doc.Sentences
				for i := sentenceAt(sentences, e.Span.Start); i < len(sentences) && sentences[i].Start < e.Span.End; i++ {
					if !yield(stretch{e.Source, i}) {
						return
					}
				}
			}
		}
	}
}

// bySentence reports whether two findings that set two sentences against each
// other echo one another. Findings about what happened, how certain and in
// which words are about clauses, and a sentence has several, one inside the
// other; a figure and its time of day differ together.
func bySentence(a, b *compare.Finding) bool {
	return family(a.Kind) == clauseFamily || family(a.Kind) == valueFamily && a.Kind != b.Kind
}

// sameStretches reports whether two positions of b touch two positions of a.
// Whole sentences count as touched by what stands in them if wholeSentence is set.
func sameStretches(s *compare.Story, a, b *compare.Finding, wholeSentence bool) bool {
	touching := 0
	for i := range b.Positions {
		for j := range a.Positions {
			if touch(s, b.Positions[i].Evidence, a.Positions[j].Evidence, wholeSentence) {
				touching++
				break
			}
		}
	}
	return touching >= 2
}

func touch(s *compare.Story, a, b []compare.Evidence, wholeSentence bool) bool {
	for _, x := range a {
		for _, y := range b {
			if x.Source != y.Source {
				continue
			}
			span := y.Span
			if wholeSentence {
				span = sentenceAround(s, y)
			}
			if x.Span.Overlaps(span) {
				return true
			}
		}
	}
	return false
}

// sentenceAround is the sentence that a piece of evidence begins in.
func sentenceAround(s *compare.Story, e compare.Evidence) nlp.Span {
	sentences := s.Sources[e.Source].Doc.Sentences
	return sentences[sentenceAt(sentences, e.Span.Start)].Span.Cover(e.Span)
}

// sentenceAt is the sentence that holds the byte at, or the last one before it.
func sentenceAt(sentences []nlp.Sentence, at int) int {
	i, found := slices.BinarySearchFunc(sentences, at, func(t nlp.Sentence, at int) int { return cmp.Compare(t.Start, at) })
	if !found && i > 0 {
		i--
	}
	return i
}
