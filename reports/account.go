package reports

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// voiced is evidence with who speaks in it and how far the source stands behind it.
func (b *builder) voiced(list []compare.Evidence) []Evidence {
	out := b.evidence(list)
	for i, e := range list {
		doc := b.result.Sources[e.Source].Doc
		out[i].Speaker, out[i].Stance = byWhom(doc, e.Span), stance(doc, e.Span, out[i].Context)
	}
	return out
}

// byWhom is on whose word the document gives what stands in the span: the
// speaker of the smallest quotation or attribution around it, by name where
// the text says "he".
func byWhom(doc *nlp.Document, span nlp.Span) string {
	var best nlp.Span
	var by *nlp.Speaker
	consider := func(around nlp.Span, s *nlp.Speaker) {
		if around.Contains(span) && (by == nil || around.Len() < best.Len()) {
			best, by = around, s
		}
	}
	for i := range doc.Quotations {
		if q := &doc.Quotations[i]; q.Start > span.Start {
			break
		} else if !q.Scare {
			consider(q.Span, &q.Speaker)
		}
	}
	for i := range doc.Attributions {
		if a := &doc.Attributions[i]; a.Start > span.Start {
			break
		} else {
			consider(a.Span, &a.Speaker)
		}
	}
	if by == nil {
		return ""
	}
	if by.Span.Empty() || by.Inherited {
		return speaker(doc, by)
	}
	return doc.Text(by.Span)
}

// stance is how far the document stands behind what stands in the span, by the
// cue with the smallest scope around it; "" if it says so plainly. Cues are
// looked for in the context, which holds the sentences of the span.
func stance(doc *nlp.Document, span nlp.Span, context Context) string {
	first, _ := slices.BinarySearchFunc(doc.Stances, context.Start, func(s nlp.Stance, at int) int { return cmp.Compare(s.Start, at) })
	kind, size := nlp.Asserted, 0
	for _, s := range doc.Stances[first:] {
		if s.Start >= context.End {
			break
		}
		scope := doc.TokenSpan(s.First, s.Last)
		if scope.Contains(span) && (kind == nlp.Asserted || scope.Len() < size) {
			kind, size = s.Kind, scope.Len()
		}
	}
	if kind == nlp.Asserted {
		return ""
	}
	return kind.String()
}

// amount is the quantity that stands in the span as one number, or nil.
func amount(doc *nlp.Document, span nlp.Span) *float64 {
	first, _ := slices.BinarySearchFunc(doc.Quantities, span.Start, func(q nlp.Quantity, at int) int { return cmp.Compare(q.Start, at) })
	if first == len(doc.Quantities) || !span.Contains(doc.Quantities[first].Span) {
		return nil
	}
	v := doc.Quantities[first].Value
	middle := (v.Low + v.High) / 2
	if middle-middle != 0 { // infinite or no number: JSON cannot say it
		return nil
	}
	return &middle
}
