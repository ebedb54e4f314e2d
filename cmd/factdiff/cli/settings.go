package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
	"github.com/factdiff/factdiff/cmd/factdiff/project"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/check"
)

// settings are how the stories of one project are checked: the configuration
// under the flags.
type settings struct {
	policy       check.Policy
	options      source.Options
	aliases      [][]string
	decisions    *reports.Decisions
	baseline     *check.Baseline // nil if there is none
	baselineFile string
	limit        int

	web     web
	fetch   sync.Mutex // one story's pages at a time: hosts are asked politely
	fetcher *fetch.Fetcher
}

// settings reads the files that the project and the flags name. Whatever is
// wrong with them is a mistake in the configuration.
func (f *projectFlags) settings(p *project.Project, noBaseline bool) (*settings, error) {
	c := &p.Config
	s := &settings{policy: p.Policy, options: f.in.sourceOptions(), web: f.in.web, limit: f.limit}
	if !f.all.Changed("any-language") {
		s.options.AnyLanguage = c.Language == "any"
	}
	if c.Limits != nil && !f.all.Changed("limit") {
		s.limit = c.Limits.Findings
	}
	if err := f.setWeb(s, p); err != nil {
		return nil, err
	}
	aliases := f.aliases
	if aliases == "" && c.Aliases != "" {
		aliases = project.Display(p.Path(c.Aliases))
	}
	var err error
	if aliases != "" {
		if s.aliases, err = readAliases(aliases, nil); err != nil {
			return nil, asUsage(err)
		}
	}
	if s.decisions, err = f.readDecisions(p); err != nil {
		return nil, asUsage(err)
	}
	s.baselineFile = f.baseline
	if s.baselineFile == "" {
		name := c.Baseline
		if name == "" {
			name = project.BaselineName
		}
		s.baselineFile = project.Display(p.Path(name))
	}
	if !noBaseline {
		s.baseline, err = readBaseline(s.baselineFile, f.baseline != "")
	}
	return s, err
}

// setWeb puts what the project says of the web under the flags.
func (f *projectFlags) setWeb(s *settings, p *project.Project) error {
	c := p.Config.Web
	if c == nil {
		return nil
	}
	if !f.all.Changed("offline") {
		s.web.offline = c.Offline
	}
	if !f.all.Changed("archive") && c.Archive != "" {
		s.web.archive = project.Display(p.Path(c.Archive))
	}
	if !f.all.Changed("timeout") && c.Timeout != "" {
		return s.web.timeout.Set(c.Timeout)
	}
	return nil
}

// readDecisions joins the decisions of all files; those that flags name go
// before those of the configuration.
func (f *projectFlags) readDecisions(p *project.Project) (*reports.Decisions, error) {
	files := f.decisions
	for _, name := range p.Config.Decisions {
		files = append(files[:len(files):len(files)], project.Display(p.Path(name)))
	}
	var all *reports.Decisions
	seen := map[string]bool{}
	for _, name := range files {
		d, err := readDecisions(name, nil)
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = &reports.Decisions{Format: reports.DecisionsFormat}
		}
		for _, e := range d.Decisions {
			if !seen[e.Finding] {
				seen[e.Finding] = true
				all.Decisions = append(all.Decisions, e)
			}
		}
	}
	return all, nil
}

// maxBaseline is how many bytes of a baseline are read: some 50,000 findings.
const maxBaseline = 16 << 20

// readBaseline reads a baseline. One that is not asked for need not be there.
func readBaseline(name string, asked bool) (*check.Baseline, error) {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) && !asked {
		return nil, nil
	}
	data, err := readFile(name, nil, maxBaseline)
	if err != nil {
		return nil, asUsage(err)
	}
	b, err := check.ParseBaseline(data)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be used (%w); write it anew with 'factdiff baseline write'", name, err)
	}
	return b, nil
}

// pages fetches the addresses among the sources.
func (s *settings) pages(sources []string) (map[string]*fetch.Page, error) {
	var addresses []string
	for _, name := range sources {
		if fetch.IsAddress(name) {
			addresses = append(addresses, name)
		}
	}
	pages := make(map[string]*fetch.Page, len(addresses))
	if len(addresses) == 0 {
		return pages, nil
	}
	s.fetch.Lock()
	defer s.fetch.Unlock()
	if s.fetcher == nil {
		s.fetcher = s.web.fetcher(nil)
	}
	list, err := s.fetcher.All(context.Background(), addresses)
	if err != nil {
		return nil, err
	}
	for i, page := range list {
		pages[addresses[i]] = page
	}
	return pages, nil
}
