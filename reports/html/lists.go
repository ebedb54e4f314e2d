package html

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// detail is an omission or an agreement.
type detail struct {
	ID      string
	Text    string
	Why     string
	Given   []*source
	Lacking []*source
	Missing string // ids of those
	Origins int
	Quotes  []quote
	Weight  int // importance in steps of a fifth, 1 to 5
}

// missing is what some sources leave out, the most important first.
func (b *builder) missing() []detail {
	list := make([]detail, 0, len(b.report.Omissions))
	for i := range b.report.Omissions {
		o := &b.report.Omissions[i]
		d := detail{
			ID: o.ID, Text: short(o.Detail, 2*around), Why: reports.Printable(o.Why), Lacking: b.named(o.MissingFrom),
			Missing: strings.Join(o.MissingFrom, " "), Weight: 1 + min(4, int(o.Importance*5)),
		}
		b.evidence(&d, o.Evidence)
		list = append(list, d)
	}
	return list
}

// agreed is what two or more sources share.
func (b *builder) agreed() []detail {
	list := make([]detail, 0, len(b.report.Agreements))
	for i := range b.report.Agreements {
		a := &b.report.Agreements[i]
		d := detail{ID: a.ID, Text: short(a.Detail, 2*around), Origins: a.Origins}
		b.evidence(&d, a.Evidence)
		d.Given = b.named(a.Sources)
		list = append(list, d)
	}
	return list
}

// evidence fills in who gives the detail, and where.
func (b *builder) evidence(d *detail, list []reports.Evidence) {
	for _, group := range reports.BySource(list) {
		if s := b.byID[group[0].Source]; s != nil {
			d.Given = append(d.Given, s)
			d.Quotes = append(d.Quotes, b.quote(group))
		}
	}
	slices.SortStableFunc(d.Given, func(x, y *source) int { return slices.Index(b.sources, x) - slices.Index(b.sources, y) })
}

func (b *builder) named(ids []string) []*source {
	var list []*source
	for _, id := range ids {
		if s := b.byID[id]; s != nil {
			list = append(list, s)
		}
	}
	return list
}
