package cli

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/cmd/factdiff/project"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/check"
)

func newBaseline() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "Accept what a check finds today",
		Args:  unknownCommand,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newBaselineWrite())
	return cmd
}

func newBaselineWrite() *cobra.Command {
	f := &projectFlags{}
	cmd := &cobra.Command{
		Use:   "write [PATH ...]",
		Short: "Write what a check finds today into the baseline",
		Long: `write checks drafts as 'factdiff check' does, and writes what stands against them
into ` + project.BaselineName + ` in the project's folder, or into the file that the
configuration or --baseline names. Later checks report only what is new. A
finding is known by what it says, not by its line. With paths, only the entries
of the drafts that they name are replaced; those of a draft that cannot be read
stay.

Exit status: 0 it was written, 2 wrong usage or configuration, 3 an input could
not be read.`,
		Example: `  factdiff baseline write
  factdiff baseline write stories/ferry.md`,
		RunE: f.writeBaseline,
	}
	f.flags(cmd)
	return cmd
}

func (f *projectFlags) writeBaseline(cmd *cobra.Command, args []string) error {
	if err := fromEnvironment(cmd.Flags()); err != nil {
		return err
	}
	asked := f.baseline
	f.baseline = "" // it need not be there yet
	c, sel, err := f.prepare(args, asked != "")
	if err != nil {
		return err
	}
	if asked != "" && len(sel.Projects) > 1 {
		return fmt.Errorf("--baseline names one file, and the drafts are of %d projects; write them one by one", len(sel.Projects))
	}
	for _, s := range c.settings {
		if asked != "" {
			s.baselineFile = asked
			if s.baseline, err = readBaseline(asked, false); err != nil {
				return err
			}
		}
		if s.baseline == nil {
			s.baseline = &check.Baseline{Format: check.BaselineFormat, Findings: []check.Accepted{}}
		}
	}
	var failures []string
	at := 0
	written := map[*project.Project]*check.Baseline{}
	for p, s := range c.settings {
		written[p] = &check.Baseline{Format: check.BaselineFormat, Findings: append([]check.Accepted{}, s.baseline.Findings...)}
	}
	_, err = c.run(cmd, sel.Stories, f.jobs, func(s *check.Story) error {
		p := sel.Stories[at].Project
		at++
		if s.Error != "" {
			failures = append(failures, s.Error)
			return nil
		}
		written[p].Replace(s)
		return nil
	})
	if err != nil {
		return err
	}
	for _, p := range sel.Projects {
		if sel.Whole {
			written[p].Keep(func(draft string) bool { return has(sel.Stories, p, draft) })
		}
		if err := saveBaseline(cmd, c.settings[p].baselineFile, written[p]); err != nil {
			return asUsage(err)
		}
	}
	for _, what := range failures {
		complain(cmd.ErrOrStderr(), what)
	}
	if len(failures) > 0 {
		return statusError(exitInput)
	}
	return nil
}

// has reports whether the draft is one of the project's stories.
func has(stories []*project.Story, p *project.Project, draft string) bool {
	for _, s := range stories {
		if s.Project == p && s.Key() == draft {
			return true
		}
	}
	return false
}

func saveBaseline(cmd *cobra.Command, name string, b *check.Baseline) error {
	b.Sort()
	var buf bytes.Buffer
	if err := reports.WriteJSON(&buf, b); err != nil {
		return err
	}
	if err := writeFile(name, buf.Bytes()); err != nil {
		return err
	}
	drafts := map[string]bool{}
	for _, a := range b.Findings {
		drafts[a.Draft] = true
	}
	return writeAll(cmd.OutOrStdout(), fmt.Appendf(nil, "%s: %d findings of %d drafts accepted\n", name, len(b.Findings), len(drafts)))
}
