package cli

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
	"github.com/factdiff/factdiff/cmd/factdiff/project"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/check"
)

// checker checks stories, several at a time.
type checker struct {
	today    time.Time
	settings map[*project.Project]*settings
	whole    bool // all stories of the projects are checked: what none of them matches, nothing does

	matched map[*settings]map[string]bool // decisions that some story's finding has, by its id
	told    []check.Notice                // by the stories
	failed  bool                          // a story could not be checked
}

// outcome is a checked story with what else came up.
type outcome struct {
	index   int
	story   *check.Story
	matched []string // ids of the decisions about its findings
	notices []check.Notice
}

// run checks the stories and hands them on in their order. It holds at most a
// few finished ones at a time: none is begun that would have to wait for long.
func (c *checker) run(cmd *cobra.Command, stories []*project.Story, jobs int, hand func(*check.Story) error) (*check.Summary, error) {
	show, clear := statusLine(cmd.ErrOrStderr())
	defer clear()
	c.matched = map[*settings]map[string]bool{}
	jobs = min(jobs, len(stories))
	next, done, quit := make(chan int), make(chan *outcome), make(chan struct{})
	ahead := make(chan struct{}, 2*jobs) // stories begun and not handed on
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for i := range next {
				o := c.guarded(stories[i])
				o.index = i
				done <- o
			}
		})
	}
	go func() {
		defer close(next)
		for i := range stories {
			select {
			case ahead <- struct{}{}:
				next <- i
			case <-quit:
				return
			}
		}
	}()
	go func() {
		workers.Wait()
		close(done)
	}()
	sum := &check.Summary{}
	waiting := map[int]*outcome{}
	handed := 0
	var failed error
	for o := range done {
		waiting[o.index] = o
		for ; waiting[handed] != nil; handed++ {
			o := waiting[handed]
			delete(waiting, handed)
			<-ahead
			if failed != nil {
				continue
			}
			clear()
			sum.Add(o.story)
			c.take(o, stories[handed])
			if failed = hand(o.story); failed != nil {
				close(quit)
			}
		}
		if show != nil && handed < len(stories) {
			show(fmt.Sprintf("checking drafts: %d of %d done, %s", handed, len(stories), reports.Printable(project.Display(stories[handed].Draft))))
		}
	}
	return sum, failed
}

// take keeps what a story tells besides its findings.
func (c *checker) take(o *outcome, s *project.Story) {
	set := c.settings[s.Project]
	if c.matched[set] == nil {
		c.matched[set] = map[string]bool{}
	}
	for _, id := range o.matched {
		c.matched[set][id] = true
	}
	c.told = append(c.told, o.notices...)
	c.failed = c.failed || o.story.Error != ""
}

// guarded checks one story; a fault of the program is that story's error, and
// the others go on.
func (c *checker) guarded(s *project.Story) (o *outcome) {
	failed := func(what string) *outcome {
		story := &check.Story{Draft: project.Display(s.Draft), Key: s.Key(), Sources: []string{}, Findings: []check.Finding{}, Error: what}
		for _, name := range s.Sources {
			story.Sources = append(story.Sources, shown(name))
		}
		return &outcome{story: story}
	}
	defer func() {
		if r := recover(); r != nil {
			o = failed(fmt.Sprintf("%s: fault in factdiff: %v; please report it with the texts that caused it", project.Display(s.Draft), r))
		}
	}()
	o, err := c.check(s)
	if err != nil {
		return failed(err.Error())
	}
	return o
}

// shown is a source as output shows it.
func shown(name string) string {
	if fetch.IsAddress(name) {
		return name
	}
	return project.Display(name)
}

// check compares a draft with its sources.
func (c *checker) check(s *project.Story) (*outcome, error) {
	if s.Err != nil {
		return nil, s.Err
	}
	set := c.settings[s.Project]
	texts, comments, err := set.read(s)
	if err != nil {
		return nil, err
	}
	articles := make([]*nlp.Article, len(texts))
	for i := range texts {
		articles[i] = texts[i].Article
	}
	result := engine.Run(articles, engine.Options{Aliases: set.aliases})
	r := reports.New(result, reports.Options{Tool: tool, Decisions: set.decisions, Today: c.today})
	o := &outcome{}
	c.decisions(o, r, set)
	o.story = check.NewStory(s.Key(), r, texts, check.Rules{
		Policy: &set.policy, Baseline: set.baseline.Of(s.Key()), Comments: comments, Limit: set.limit,
	})
	for _, stale := range r.Stale {
		d := &stale.Decision
		o.notices = append(o.notices, check.Notice{Path: o.story.Draft, Text: fmt.Sprintf("decision on %s has expired: %s", d.Finding, d.String())})
	}
	return o, nil
}

// decisions notes which decisions are about findings of the story, and leaves
// in the report only those that concern it.
func (c *checker) decisions(o *outcome, r *reports.Report, set *settings) {
	if set.decisions == nil {
		return
	}
	others := map[string]bool{}
	r.Stale = slices.DeleteFunc(r.Stale, func(s reports.StaleDecision) bool {
		if s.Why == reports.NoSuchFinding {
			others[s.Decision.Finding] = true
		}
		return s.Why == reports.NoSuchFinding
	})
	for i := range set.decisions.Decisions {
		if id := set.decisions.Decisions[i].Finding; !others[id] {
			o.matched = append(o.matched, id)
		}
	}
}

// read reads the draft and its sources, and the comments of the draft. A source
// that holds several reports, such as a feed, gives all of them.
func (set *settings) read(s *project.Story) (texts []check.Text, comments []check.Comment, err error) {
	in := inputs{options: set.options}
	names := []string{shown(s.Draft)}
	for _, name := range s.Sources {
		names = append(names, shown(name))
	}
	if in.web.pages, err = set.pages(names[1:]); err != nil {
		return nil, nil, err
	}
	for i := 0; i < len(names); i++ { // it grows by the links of feeds
		name := names[i]
		parts, err := in.parts(name, nil)
		if err != nil {
			return nil, nil, err
		}
		if i == 0 && len(parts) != 1 {
			return nil, nil, &source.Error{Name: name, What: fmt.Sprintf("holds %d reports", len(parts)), Mend: "a draft is one; save it as a file of its own"}
		}
		for _, part := range parts {
			if fetch.IsAddress(part.Link) {
				if in.web.pages[part.Link] == nil && len(names) < maxReports {
					names = append(names, part.Link)
					more, err := set.pages([]string{part.Link})
					if err != nil {
						return nil, nil, err
					}
					maps.Copy(in.web.pages, more)
				}
				continue
			}
			text := check.Text{Path: part.Input.Name, Data: part.Input.Data}
			if i == 0 {
				comments, part.Input.Data = check.Comments(part.Input.Data)
			}
			if text.Article, err = source.ReadInput(part.Input, set.options); err != nil {
				return nil, nil, err
			}
			if page := in.web.pages[name]; page != nil {
				text.Article.Fetched = &nlp.Fetched{URL: page.URL, FinalURL: page.FinalURL, SHA256: page.SHA256}
			}
			texts = append(texts, text)
		}
		if len(texts) > maxReports {
			return nil, nil, &source.Error{Name: names[0], What: fmt.Sprintf("rests on %d reports, and at most %d are compared", len(texts)-1, project.MaxSources), Mend: fmt.Sprintf("name some of those in %s: %s#1", name, name)}
		}
	}
	return texts, comments, nil
}

// notices is what is to be known at the end: what the selection and the stories
// told, and decisions and accepted findings that belong to nothing any more,
// where that can be said.
func (c *checker) notices(sel *project.Selection) []check.Notice {
	var list []check.Notice
	for _, n := range sel.Notices {
		list = append(list, check.Notice{Path: n.Path, Text: n.Text})
	}
	list = append(list, c.told...)
	if !c.whole || c.failed {
		return list
	}
	for _, p := range sel.Projects {
		set := c.settings[p]
		if set.decisions != nil {
			for i := range set.decisions.Decisions {
				if d := &set.decisions.Decisions[i]; !c.matched[set][d.Finding] {
					list = append(list, check.Notice{Text: fmt.Sprintf("decision on %s matches no finding: %s %s", d.Finding, d.Question, d.String())})
				}
			}
		}
		if set.baseline == nil {
			continue
		}
		lost := 0
		for _, a := range set.baseline.Findings {
			if !slices.ContainsFunc(sel.Stories, func(s *project.Story) bool { return s.Project == p && s.Key() == a.Draft }) {
				lost++
			}
		}
		if lost > 0 {
			list = append(list, check.Notice{Path: set.baselineFile, Text: fmt.Sprintf("holds %d findings of drafts that are not checked any more", lost)})
		}
	}
	return list
}
