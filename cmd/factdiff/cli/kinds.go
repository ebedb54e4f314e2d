package cli

import (
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare/detect"
	"github.com/factdiff/factdiff/reports"
)

// kindsFormat names the version of the JSON form of kinds.
const kindsFormat = "factdiff-kinds/1"

type kindsList struct {
	Format string       `json:"format"`
	Tool   reports.Tool `json:"tool"`
	Kinds  []kindEntry  `json:"kinds"`
}

type kindEntry struct {
	Kind  string `json:"kind"`
	Title string `json:"title"`
	Doc   string `json:"doc"` // fires when, silent when, misses
}

func newKinds() *cobra.Command {
	var out output
	cmd := &cobra.Command{
		Use:   "kinds [KIND ...]",
		Short: "Tell what each detector fires on, is silent on, and misses",
		Example: `  factdiff kinds
  factdiff kinds number date
  factdiff kinds --format json`,
		RunE: func(cmd *cobra.Command, args []string) error {
			asked := newKindFlag()
			for _, a := range args {
				if err := asked.Set(a); err != nil {
					return err
				}
			}
			if err := out.check(nil); err != nil {
				return err
			}
			list := kindsList{Format: kindsFormat, Tool: tool, Kinds: []kindEntry{}}
			for _, d := range detect.All {
				if len(args) > 0 && !asked.has(d.Kind) {
					continue
				}
				title, doc, _ := strings.Cut(strings.TrimSpace(d.Doc), "\n")
				list.Kinds = append(list.Kinds, kindEntry{d.Kind.String(), title, strings.TrimSpace(doc)})
			}
			return out.write(cmd, func(w io.Writer) error {
				if out.format.value == "json" {
					return reports.WriteJSON(w, list)
				}
				return writeKinds(w, list.Kinds)
			})
		},
	}
	out.flags(cmd, "text", "json")
	cmd.ValidArgs = newKindFlag().all
	return cmd
}

func writeKinds(w io.Writer, kinds []kindEntry) error {
	for i, k := range kinds {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s: %s\n", k.Kind, k.Title)
		for line := range strings.Lines(k.Doc) {
			if strings.TrimSpace(line) == "" {
				fmt.Fprintln(w)
				continue
			}
			fmt.Fprintf(w, "  %s\n", strings.TrimSpace(line))
		}
	}
	return nil
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  factdiff version",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			line := fmt.Sprintf("factdiff %s (%s %s/%s)\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return writeAll(cmd.OutOrStdout(), []byte(line))
		},
	}
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no arguments, got %q", cmd.Name(), args[0])
	}
	return nil
}
