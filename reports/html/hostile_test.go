package html_test

import (
	"slices"
	"strings"
	"testing"

	parser "golang.org/x/net/html"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

// told is a report in which every string an outsider can set holds the text:
// titles, bodies, bylines, addresses, values, questions, reasons, decisions.
func told(text string) *reports.Report {
	text = strings.ToValidUTF8(text, "\ufffd")
	body := "Head\n\nBefore " + text + " after.\n\nEnd."
	result := &compare.Result{}
	for i := range 3 {
		doc := &nlp.Document{Article: &nlp.Article{
			Name: text, Headline: text, Outlet: text, Author: text, URL: "https://example.org/" + text, Text: body, Notes: []string{text},
		}}
		if i == 1 {
			doc.Article.URL = text
		}
		end := strings.LastIndex(body, "\n\n")
		doc.Sentences = []nlp.Sentence{{Span: nlp.Span{End: 4}}, {Span: nlp.Span{Start: 6, End: end}, Paragraph: 1}, {Span: nlp.Span{Start: end + 2, End: len(body)}, Paragraph: 2}}
		result.Sources = append(result.Sources, compare.Source{ID: compare.SourceID(i), Doc: doc})
	}
	at := func(source int) []compare.Evidence {
		return []compare.Evidence{{Source: source, Span: nlp.Span{Start: 13, End: 13 + len(text)}}}
	}
	result.Findings = []compare.Finding{
		{Kind: compare.Number, Verdict: compare.Update, Subject: text, Question: text, Why: text, Positions: []compare.Position{
			{Value: text, Norm: "1", Evidence: at(0)}, {Value: text, Norm: "2", Evidence: at(1)}}},
		{Kind: compare.Quote, Verdict: compare.Conflict, Subject: "s", Question: "q", Why: text, Positions: []compare.Position{
			{Value: text, Norm: "1", Evidence: at(1)}, {Value: "v", Norm: "2", Evidence: at(2)}}},
	}
	result.Omissions = []compare.Omission{{Detail: text, Why: text, Importance: 0.5, MissingFrom: []int{1}, Evidence: at(0)}}
	result.Agreements = []compare.Agreement{{Detail: text, Sources: []int{0, 1}, Origins: 1, Evidence: at(0)}}
	r := reports.New(result, reports.Options{Title: text, Tool: tool})
	for i := range r.Findings {
		for j := range r.Findings[i].Positions {
			e := &r.Findings[i].Positions[j].Evidence[0]
			e.Speaker = text
		}
	}
	for i := range r.Sources {
		r.Sources[i].Agency = text
		r.Sources[i].Corrections = []reports.Aside{{Start: 6, End: 13 + len(text)}}
		r.Sources[i].SetAside = []reports.Aside{{Start: 13 + len(text), End: len(r.Sources[i].Text)}}
	}
	r.Findings[0].Decision = &reports.Decision{Decision: reports.Confirm, Reason: text, Author: text, Expires: text}
	r.Stale = []reports.StaleDecision{{Decision: reports.Decision{Finding: text, Decision: reports.Later, Question: text}, Why: reports.Expired}}
	return r
}

// shape is every element and attribute of a page, and the text between.
// Values of attributes are left out but those that could load or run something.
func shape(t testing.TB, page string) (tags []string, text string) {
	t.Helper()
	z := parser.NewTokenizer(strings.NewReader(page))
	var b strings.Builder
	raw := ""
	for {
		switch z.Next() {
		case parser.ErrorToken:
			return tags, b.String()
		case parser.StartTagToken, parser.SelfClosingTagToken:
			tok := z.Token()
			var names []string
			for _, a := range tok.Attr {
				names = append(names, a.Key)
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
					t.Errorf("attribute %s=%q", a.Key, a.Val)
				}
				if (a.Key == "href" || a.Key == "src" || a.Key == "action") && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://") && !strings.HasPrefix(a.Val, "http://") {
					t.Errorf("%s leads to %q", a.Key, a.Val)
				}
			}
			slices.Sort(names)
			tags = append(tags, tok.Data+" "+strings.Join(names, " "))
			raw = ""
			if tok.Data == "script" || tok.Data == "style" {
				raw = tok.Data
			}
		case parser.EndTagToken:
			raw = ""
		case parser.TextToken:
			if raw == "" {
				b.WriteString(z.Token().Data)
			}
		case parser.CommentToken, parser.DoctypeToken:
			tags = append(tags, "comment or doctype")
		}
	}
}

// allowed is what the templates write, as seen with a harmless text.
func allowed(t testing.TB) map[string]bool {
	set := map[string]bool{}
	for _, harmless := range []string{"plain", "two words"} {
		tags, _ := shape(t, page(t, told(harmless)))
		for _, tag := range tags {
			set[tag] = true
		}
	}
	return set
}

// FuzzHostile: whatever stands in the articles, the page has no element and no
// attribute that the templates did not write, and what was said stands in it as
// text, without characters that steer the eye.
func FuzzHostile(f *testing.F) {
	for _, s := range []string{
		"plain", "</script><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "<!-- --><svg/onload=alert(1)>", "' onmouseover='x",
		"javascript:alert(1)", "\u202egnp.exe\u2066\u200b", "a\x00b\x1b[31m", strings.Repeat("x", 5000), "{{.}}", "</textarea></title></style>",
		"&lt;b&gt;", "<![CDATA[", "]]>", "\r\n\r\n", "=\"", "`${x}`", "</a", "\u2028", "http://[::1", "data:text/html,x", "é\u0301🙂中",
	} {
		f.Add(s)
	}
	set := allowed(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 || strings.TrimSpace(text) == "" {
			return
		}
		got := page(t, told(text))
		tags, seen := shape(t, got)
		for _, tag := range tags {
			// A row without a link, or with one, is both of the template.
			if !set[tag] && !set[strings.ReplaceAll(tag, " data-url", "")] {
				t.Errorf("<%s> is not the template's", tag)
			}
		}
		if i := strings.IndexFunc(seen, func(r rune) bool {
			return r < 0x20 && r != '\n' || r == 0x7f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200b
		}); i >= 0 {
			t.Errorf("%q steers the eye", seen[max(0, i-10):min(len(seen), i+10)])
		}
		valid := strings.ToValidUTF8(text, "\ufffd")
		if want := reports.Visible(valid); len(want) < 900 && !strings.Contains(unspaced(seen), unspaced(want)) {
			t.Errorf("%q does not stand in the page", want)
		}
	})
}

// unspaced leaves out white space, which a page may lay out anew.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
