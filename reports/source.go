package reports

import (
	"path/filepath"
	"strings"
)

// facts is what is known of a source.
func facts(s *Source) []string {
	var list []string
	for _, f := range []string{s.Outlet, s.Author, s.When()} {
		if f != "" {
			list = append(list, f)
		}
	}
	list = append(list, number(s.Words, "word"), s.Path)
	if f := s.Fetched; f != nil && f.FinalURL != f.URL {
		list = append(list, "redirected to "+f.FinalURL)
	}
	return list
}

// When is the time of publication for people to read, in UTC; "" if unknown.
func (s *Source) When() string {
	switch {
	case s.Published == nil:
		return ""
	case s.DateOnly:
		return s.Published.Format("2 Jan 2006")
	}
	return s.Published.UTC().Format("2 Jan 2006, 15:04 MST")
}

// maxLabel is how many cells a source's label takes: it stands before every
// quote.
const maxLabel = 32

// Label is the shortest thing to call a source by: its outlet or its file's
// name, Printable and at most 33 cells wide.
func (s *Source) Label() string {
	name := filepath.Base(s.Path)
	switch {
	case s.Outlet != "":
		name, _, _ = strings.Cut(Printable(s.Outlet), " (") // "Courier (regional paper)"
	case s.Path == "-":
		name = "standard input"
	case s.Fetched != nil:
		name = host(s.Fetched.FinalURL)
	}
	name = Printable(name)
	if short := cut(name, maxLabel); short != name {
		return strings.TrimRight(short, " ") + "…"
	}
	return name
}

// host is the host of an address, without www.
func host(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimPrefix(rest, "www.")
}
