package cli

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/factdiff/factdiff/cmd/factdiff/project"
	"github.com/factdiff/factdiff/reports/check"
)

// exitFindings is the status of a check that found something at or above its
// threshold.
const exitFindings = 1

// projectFlags are the flags that check and baseline share.
type projectFlags struct {
	in        inputs
	config    string
	aliases   string
	baseline  string
	decisions []string
	today     string
	limit     int
	jobs      int

	all *pflag.FlagSet // of the command
}

func (f *projectFlags) flags(cmd *cobra.Command) {
	f.in.flags(cmd)
	flags := cmd.Flags()
	f.all = flags
	flags.StringVarP(&f.config, "config", "c", "", "take this `FILE` for the configuration, not the nearest "+project.ConfigName)
	flags.StringVar(&f.aliases, "aliases", "", "YAML `FILE` of names that mean one thing")
	flags.StringVar(&f.baseline, "baseline", "", "`FILE` of accepted findings; default: "+project.BaselineName+" in the project's folder")
	flags.StringArrayVar(&f.decisions, "decisions", nil, "JSON `FILE` of decisions about findings; repeat for more")
	flags.StringVar(&f.today, "today", "", "`DAY` (2006-01-02) on which decisions must not have expired; default: that of the newest text of the story")
	flags.IntVarP(&f.limit, "limit", "n", 0, "at most `N` findings a story, the most important first; 0: all findings")
	flags.IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "check `N` stories at a time")
}

// checkFlags are the flags of check.
type checkFlags struct {
	projectFlags
	out          output
	reports      []string
	failOn       string
	changedSince string
	noBaseline   bool
}

func newCheck() *cobra.Command {
	f := &checkFlags{}
	cmd := &cobra.Command{
		Use:   "check [PATH ...]",
		Short: "Check drafts against the sources they rest on",
		Long: `check compares each draft with its sources and reports where the draft stands
against one of them, at the draft's file, line and column, with the words of the
source. What only the sources disagree about is not reported.

Paths are drafts or folders; without one, the current folder. A folder with
` + project.ConfigName + ` is a project: that file says which drafts rest on which
sources, and what fails a check ('factdiff init' writes one). A draft may name
its sources itself, in its front matter; paths are from the draft's folder:
  ---
  factdiff-sources: [../sources/ferry/*.txt, https://police.example/ferry]
  ---

Findings that were accepted ('factdiff baseline write'), that a decisions file
dismisses, or that a comment before a paragraph of the draft ignores, fail
nothing:
  <!-- factdiff:ignore number reason="wire copy corrected 14:05" -->

Every flag may be given in the environment, too: FACTDIFF_FAIL_ON for --fail-on.
Flags go before the environment, and that before ` + project.ConfigName + `.

Exit status: 0 nothing at or above the threshold, 1 findings at or above it, 2
wrong usage or configuration or an output that could not be written, 3 an input
could not be read; the other stories are checked all the same.`,
		Example: `  factdiff check
  factdiff check stories/ferry.md
  factdiff check --changed-since origin/main --report sarif=factdiff.sarif
  factdiff check --format github --report github-summary="$GITHUB_STEP_SUMMARY"
  factdiff check --fail-on tension --no-baseline stories`,
		RunE: f.run,
	}
	f.out.flags(cmd, stdoutFormats()...)
	f.projectFlags.flags(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.reports, "report", nil, "write a report to a file, too: `FORMAT=FILE`; repeat for more; html=DIR writes a page a story")
	flags.StringVar(&f.failOn, "fail-on", "", "fail on findings as serious as this `VERDICT` or severity: "+strings.Join(project.Thresholds(), ", "))
	flags.StringVar(&f.changedSince, "changed-since", "", "check only stories whose draft or sources changed since this `REVISION` of git")
	flags.BoolVar(&f.noBaseline, "no-baseline", false, "report accepted findings, too")
	complete(cmd, "fail-on", project.Thresholds())
	return cmd
}

func (f *checkFlags) run(cmd *cobra.Command, args []string) error {
	if err := fromEnvironment(cmd.Flags()); err != nil {
		return err
	}
	p, sel, err := f.prepare(args, f.noBaseline)
	if err != nil {
		return err
	}
	if f.failOn != "" {
		for _, s := range p.settings {
			if err := project.SetThreshold(&s.policy, f.failOn); err != nil {
				return fmt.Errorf("--fail-on: %w", err)
			}
		}
	}
	stories := sel.Stories
	if f.changedSince != "" {
		if stories, err = changed(sel, f.changedSince); err != nil {
			return err
		}
	}
	out, err := f.outputs(cmd, stories)
	if err != nil {
		return err
	}
	defer out.dropOnInterrupt()()
	p.whole = sel.Whole && f.changedSince == ""
	sum, err := p.run(cmd, stories, f.jobs, func(s *check.Story) error { return out.story(s) })
	if err == nil {
		err = out.end(sum, p.notices(sel))
	}
	if err != nil {
		out.drop()
		return asUsage(err)
	}
	switch {
	case sum.Unreadable > 0:
		return statusError(exitInput)
	case sum.Failing > 0:
		return statusError(exitFindings)
	}
	return nil
}

// asUsage gives a failure, or an input that the configuration names, the status
// of wrong usage: 1 means findings here, and 3 a draft or source.
func asUsage(err error) error { return errors.New(err.Error()) }

// changed is the stories that git says have changed.
func changed(sel *project.Selection, rev string) ([]*project.Story, error) {
	changes := map[*project.Project]*project.Changes{}
	var list []*project.Story
	for _, s := range sel.Stories {
		if changes[s.Project] == nil {
			c, err := project.ChangedSince(s.Project.Root, rev)
			if err != nil {
				return nil, err
			}
			changes[s.Project] = c
		}
		if changes[s.Project].Touch(s) {
			list = append(list, s)
		}
	}
	return list, nil
}

// environment is what names of flags begin with in the environment.
const environment = "FACTDIFF_"

// fromEnvironment sets the flags that were not given and stand in the
// environment.
func fromEnvironment(flags *pflag.FlagSet) (err error) {
	flags.VisitAll(func(f *pflag.Flag) {
		name := environment + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := os.Getenv(name)
		if err != nil || f.Changed || value == "" || f.Name == "help" {
			return
		}
		if e := flags.Set(f.Name, value); e != nil {
			err = fmt.Errorf("%s in the environment: %w", name, e)
		}
	})
	return err
}

// prepare finds the stories and the settings of their projects.
func (f *projectFlags) prepare(args []string, noBaseline bool) (*checker, *project.Selection, error) {
	if f.limit < 0 {
		return nil, nil, fmt.Errorf("--limit must not be negative, got %d", f.limit)
	}
	if f.jobs < 1 {
		return nil, nil, fmt.Errorf("--jobs must be 1 or more, got %d", f.jobs)
	}
	var today time.Time
	if f.today != "" {
		var err error
		if today, err = time.Parse(time.DateOnly, f.today); err != nil {
			return nil, nil, fmt.Errorf("--today takes a day like 2006-01-02, got %q", f.today)
		}
	}
	sel, err := project.Select(args, f.config)
	if err != nil {
		return nil, nil, err
	}
	c := &checker{today: today, settings: map[*project.Project]*settings{}}
	for _, p := range sel.Projects {
		s, err := f.settings(p, noBaseline)
		if err != nil {
			return nil, nil, err
		}
		c.settings[p] = s
	}
	return c, sel, nil
}
