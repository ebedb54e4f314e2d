package check

import (
	"io"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// The parts of schema.org's ClaimReview that we write.
type (
	claimReview struct {
		Type          string       `json:"@type"`
		ID            string       `json:"@id"`
		ClaimReviewed string       `json:"claimReviewed"`
		Item          claimItem    `json:"itemReviewed"`
		Rating        claimRating  `json:"reviewRating"`
		Author        *claimAuthor `json:"author,omitempty"`
		BasedOn       []claimWork  `json:"isBasedOn,omitempty"`
	}
	claimItem struct {
		Type          string       `json:"@type"`
		Name          string       `json:"name"`
		Author        *claimAuthor `json:"author,omitempty"`
		DatePublished string       `json:"datePublished,omitempty"`
		Appearance    claimWork    `json:"appearance"`
	}
	claimRating struct {
		Type        string `json:"@type"`
		Name        string `json:"alternateName"`
		Explanation string `json:"ratingExplanation,omitempty"`
	}
	claimAuthor struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	claimWork struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
		Text string `json:"text,omitempty"`
	}
)

type claimWriter struct{ list list }

// NewClaimReview writes schema.org ClaimReview as JSON-LD: what people decided,
// confirmed or dismissed, about the findings.
func NewClaimReview(w io.Writer) Writer {
	return &claimWriter{list{w: w, head: "{\n \"@context\": \"https://schema.org\",\n \"@graph\": [", indent: 2}}
}

func (c *claimWriter) Story(s *Story) error {
	for i := range s.Findings {
		f := &s.Findings[i]
		if f.Decision == nil || f.Decision.Decision == reports.Later {
			continue
		}
		if err := c.list.add(newClaimReview(s, f)); err != nil {
			return err
		}
	}
	return nil
}

func newClaimReview(s *Story, f *Finding) claimReview {
	d := &s.Report.Sources[draft]
	claim := strings.Join(strings.Fields(f.Place.Context), " ")
	if claim == "" {
		claim = f.Place.Text
	}
	r := claimReview{
		Type: "ClaimReview", ID: "urn:factdiff:" + f.Fingerprint, ClaimReviewed: claim,
		Item: claimItem{Type: "Claim", Name: f.Question, Appearance: claimWork{Type: "NewsArticle", Name: d.Title, URL: d.URL}},
	}
	if d.Outlet != "" {
		r.Item.Author = &claimAuthor{"Organization", d.Outlet}
	}
	if d.Published != nil {
		r.Item.DatePublished = d.Published.Format("2006-01-02")
	}
	r.Rating = claimRating{"Rating", "Contradicted by a source", f.Why}
	if f.Decision.Decision == reports.Dismiss {
		r.Rating.Name = "No contradiction"
	}
	if f.Decision.Reason != "" {
		r.Rating.Explanation = f.Decision.Reason
	}
	if f.Decision.Author != "" {
		r.Author = &claimAuthor{"Person", f.Decision.Author}
	}
	for _, p := range f.Related {
		work := claimWork{Type: "CreativeWork", Name: p.Path, Text: p.Text}
		for i := range s.Report.Sources {
			if src := &s.Report.Sources[i]; src.Path == p.Path {
				work.URL = src.URL
				if src.Title != "" {
					work.Name = src.Title
				}
			}
		}
		r.BasedOn = append(r.BasedOn, work)
	}
	return r
}

func (c *claimWriter) End(*Summary, []Notice) error { return c.list.end("\n}\n") }
