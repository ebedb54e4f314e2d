package reports_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

// claimsSample is a document with three claims, not in the order of the text.
func claimsSample() (*nlp.Document, []compare.Claim) {
	doc := document("evening.txt", evening)
	at := func(words string) nlp.Span {
		i := strings.Index(evening, words)
		return nlp.Span{Start: i, End: i + len(words)}
	}
	doc.Entities = []nlp.Entity{{Type: nlp.Product, Canonical: "MV Aurora"}}
	doc.Names = []nlp.Name{{Span: at("Aurora"), Type: nlp.Product}}
	doc.Times = []nlp.Time{{Span: at("on Friday evening")}}
	return doc, []compare.Claim{
		{Sort: compare.Statement, Mention: -1, When: -1, Where: -1, Span: at("lost control"), Event: "lose", Subject: at("The captain, 51,"), Stance: nlp.Alleged},
		{Sort: compare.Naming, Mention: 0, When: 0, Where: -1, Span: at("the ferry Aurora"), Event: "hit"},
		{Sort: compare.Figure, Mention: -1, When: 0, Where: 0, Span: at("At least 25 people were injured"), Event: "hurt", Speaker: &nlp.Speaker{Span: at("police"), Entity: -1, Head: "police"}},
	}
}

func TestExtract(t *testing.T) {
	doc, claims := claimsSample()
	got := reports.Extract(doc, claims, tool)
	type line struct{ Sort, Value, Text, Event, Subject, When, Where, Stance, Speaker string }
	var lines []line
	for _, c := range got.Claims {
		lines = append(lines, line{c.Sort, c.Value, c.Evidence.Text, c.Event, c.Subject, c.When, c.Where, c.Stance, c.Speaker})
	}
	want := []line{
		{"figure", "", "At least 25 people were injured", "hurt", "", "on Friday evening", "Aurora", "asserted", "police"},
		{"naming", "MV Aurora", "the ferry Aurora", "hit", "", "on Friday evening", "", "asserted", ""},
		{"statement", "", "lost control", "lose", "The captain, 51,", "", "", "alleged", ""},
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestClaimsGolden(t *testing.T) {
	doc, claims := claimsSample()
	var b strings.Builder
	if err := reports.WriteClaims(&b, reports.Extract(doc, claims, tool), reports.TextOptions{Width: 72}); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/claims.txt", b.String())
}
