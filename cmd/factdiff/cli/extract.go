package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/reports"
)

func newExtract() *cobra.Command {
	var out output
	var in inputs
	cmd := &cobra.Command{
		Use:   "extract FILE",
		Short: "Print the claims of one report",
		Long: `extract prints what one report states: each figure, date, name, quotation, title
and predicate with the words that carry it, the verb that governs it, when,
where, by whose word, and how far the report stands behind it. It shows what
compare has to work with. FILE is - for standard input, or an address that
begins with http:// or https://.`,
		Example: `  factdiff extract report-1.txt
  factdiff extract --format json report-1.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("extract needs one report, got %d", len(args))
			}
			if err := out.check(args); err != nil {
				return err
			}
			article, err := in.read(args[0], cmd.InOrStdin())
			if err != nil {
				return err
			}
			doc := english.Analyze(article)
			claims := reports.Extract(doc, claim.Extract(doc), tool)
			return out.write(cmd, func(w io.Writer) error {
				if out.format.value == "json" {
					return reports.WriteJSON(w, claims)
				}
				return reports.WriteClaims(w, claims, out.text(cmd))
			})
		},
	}
	out.flags(cmd, "text", "json")
	in.flags(cmd)
	return cmd
}
