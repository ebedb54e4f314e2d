package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
)

func newArticle() *cobra.Command {
	var out output
	var in inputs
	cmd := &cobra.Command{
		Use:   "article SOURCE",
		Short: "Show what is read of a report, and what is left out",
		Long: `article prints what compare works on: the headline, what the source says of
itself (outlet, author, times, address), the text, and what was left out of it
with the reason. Paragraphs marked "set aside" stay in the text, but nothing is
claimed by them; those marked "correction" are the outlet's own corrections.
SOURCE is a file, an address, or - for standard input. Of a file that holds
several reports (a feed, articles in JSON, a web archive) it lists them; SOURCE#2
is the second.`,
		Example: `  factdiff article page.html
  factdiff article https://courier.example/ferry
  factdiff article --format json report.pdf`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("article needs one source, got %d", len(args))
			}
			if err := out.check(args); err != nil {
				return err
			}
			parts, err := in.list(args[0], cmd.InOrStdin())
			if err != nil {
				return err
			}
			if len(parts) > 1 {
				return out.write(cmd, func(w io.Writer) error { return listParts(w, parts) })
			}
			found, err := in.readParts(args[0], parts)
			if err != nil {
				return err
			}
			articles, err := in.follow(found)
			if err != nil {
				return err
			}
			read := reports.NewArticle(english.Analyze(articles[0]), tool)
			return out.write(cmd, func(w io.Writer) error {
				if out.format.value == "json" {
					return reports.WriteJSON(w, read)
				}
				return reports.WriteArticle(w, read, out.text(cmd))
			})
		},
	}
	out.flags(cmd, "text", "json")
	in.flags(cmd)
	return cmd
}

// listParts prints the names of the reports of a file, with what is known of
// each.
func listParts(w io.Writer, parts []source.Part) error {
	for _, p := range parts {
		line := p.Name
		for _, s := range []string{p.Title, p.Link} {
			if s != "" {
				line += " " + s
			}
		}
		if _, err := fmt.Fprintln(w, reports.Printable(line)); err != nil {
			return err
		}
	}
	return nil
}
