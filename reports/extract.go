package reports

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
)

// ClaimsFormat names the version of the JSON form of Claims.
const ClaimsFormat = "factdiff-claims/1"

// Claims is what one source states.
type Claims struct {
	// Name and version of this format.
	Format string `json:"format" jsonschema:"enum=factdiff-claims/1"`
	// The program that wrote it.
	Tool Tool `json:"tool"`
	// The text the claims were read from.
	Source Source `json:"source"`
	// The claims in the order of the text.
	Claims []Claim `json:"claims"`
}

// Claim is one checkable statement of a source.
type Claim struct {
	// What sort of value it carries.
	Sort string `json:"sort" jsonschema:"enum=figure,enum=moment,enum=naming,enum=saying,enum=part,enum=statement"`
	// The value in normal form: a number in base units, a date, a full name, the head of a role. Empty where there is none.
	Value string `json:"value"`
	// The words that carry it and say what it measures.
	Evidence Evidence `json:"evidence"`
	// Class or base form of the governing verb; empty in a fragment.
	Event string `json:"event"`
	// Subject of the clause, as worded; empty if none.
	Subject string `json:"subject"`
	// When, as worded; empty if the clause does not say.
	When string `json:"when"`
	// Where, as worded; empty if the clause does not say.
	Where string `json:"where"`
	// How far the source stands behind it.
	Stance string `json:"stance" jsonschema:"enum=asserted,enum=negated,enum=hedged,enum=alleged,enum=reported,enum=planned,enum=denied"`
	// By whose word, if not the source's own; empty otherwise.
	Speaker string `json:"speaker"`
}

// Extract gives the claims of one document their outward form, in the order of
// the text.
func Extract(doc *nlp.Document, claims []compare.Claim, tool Tool) *Claims {
	b := builder{result: &compare.Result{Sources: []compare.Source{{Doc: doc}}}}
	out := &Claims{Format: ClaimsFormat, Tool: tool, Source: b.source(0), Claims: make([]Claim, 0, len(claims))}
	for _, i := range textOrder(claims) {
		c := &claims[i]
		claim := Claim{
			Sort: c.Sort.String(), Value: value(doc, c), Evidence: b.evidence([]compare.Evidence{{Span: c.Span}})[0],
			Event: c.Event, Subject: doc.Text(c.Subject), Stance: c.Stance.String(),
		}
		if c.When >= 0 && c.When < len(doc.Times) {
			claim.When = doc.Text(doc.Times[c.When].Span)
		}
		if c.Where >= 0 && c.Where < len(doc.Names) {
			claim.Where = doc.Text(doc.Names[c.Where].Span)
		}
		if c.Speaker != nil {
			claim.Speaker = speaker(doc, c.Speaker)
		}
		out.Claims = append(out.Claims, claim)
	}
	return out
}

// value is the normal form of the value that a claim carries.
func value(doc *nlp.Document, c *compare.Claim) string {
	m := c.Mention
	switch {
	case m < 0:
	case c.Sort == compare.Figure && m < len(doc.Quantities):
		return doc.Quantities[m].Value.String()
	case c.Sort == compare.Moment && m < len(doc.Times):
		return doc.Times[m].Value.String()
	case c.Sort == compare.Naming && m < len(doc.Names):
		return doc.Entities[doc.Names[m].Entity].Canonical
	case c.Sort == compare.Part && m < len(doc.Roles):
		return doc.Roles[m].Head
	}
	return ""
}

// speaker is the name of the speaker, or the words that stand for one.
func speaker(doc *nlp.Document, s *nlp.Speaker) string {
	if s.Entity >= 0 && s.Entity < len(doc.Entities) {
		return doc.Entities[s.Entity].Canonical
	}
	if !s.Span.Empty() {
		return doc.Text(s.Span)
	}
	return s.Head
}

// textOrder is the indices of the claims by place in the text; claims at one
// place keep their order.
func textOrder(claims []compare.Claim) []int {
	order := make([]int, len(claims))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := claims[a].Span, claims[b].Span
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	return order
}
