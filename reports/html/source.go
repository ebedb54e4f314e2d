package html

import (
	"net/url"
	"path"
	"strings"

	"github.com/factdiff/factdiff/reports"
)

// source is a compared text as the page calls it.
type source struct {
	ID, Label, Title, Outlet, Author, When string
	Modified                               string // time of the last change; "" if unknown
	Path, File                             string // as the user named it, and its last part
	URL                                    string // http and https only
	Host                                   string
	Words                                  int
	Unit                                   string // what evidence counts where it is no line
	Notes                                  []string
	Corrections                            []correction
	Origin                                 string // id of the first source of the same origin; "" if it is the first
}

// correction is where an outlet corrects its own report.
type correction struct{ Place, Text string }

func newSource(s *reports.Source) *source {
	v := &source{
		ID: s.ID, Label: s.Label(), Title: reports.Printable(s.Title), Outlet: reports.Printable(s.Outlet),
		Author: reports.Printable(s.Author), When: s.When(), Path: reports.Printable(s.Path), Words: s.Words, Unit: s.Unit,
	}
	v.File = path.Base(v.Path)
	v.URL, v.Host = webAddress(s.URL)
	if v.URL == "" && s.Fetched != nil {
		v.URL, v.Host = webAddress(s.Fetched.FinalURL)
	}
	if s.Modified != nil {
		v.Modified = s.Modified.UTC().Format("2 Jan 2006, 15:04 MST")
	}
	if s.Agency != "" {
		v.Notes = append(v.Notes, "names the agency "+reports.Printable(s.Agency)+" as its origin")
	}
	for _, c := range s.Corrections {
		v.Corrections = append(v.Corrections, correction{placeID(s.ID, c.Start), short(s.Text[c.Start:c.End], maxQuestion)})
	}
	for _, n := range s.Notes {
		v.Notes = append(v.Notes, reports.Printable(n))
	}
	return v
}

// webAddress is an address that may become a link, and its host; both are ""
// for anything that is not plainly on the web.
func webAddress(s string) (address, host string) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" {
		return "", ""
	}
	if address = u.String(); reports.Printable(address) != address {
		return "", ""
	}
	return address, u.Hostname()
}
