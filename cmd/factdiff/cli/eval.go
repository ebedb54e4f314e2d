package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
)

func newEval() *cobra.Command {
	var verbose bool
	cmd := &cobra.Command{
		Use:   "eval DIR",
		Short: "Score factdiff against annotated stories",
		Long: `eval compares the reports of annotated stories and prints how many findings are
right (prec), how many of the annotated facts were found (rec; hard: conflicts
and updates only), their mean (f1), the share of findings that fell for a
difference annotated as compatible (traps), and more, for each story and in all.

DIR holds a folder for each story, with story.json (the annotation) and the
reports r1.txt, r2.txt, ...`,
		Example: `  factdiff eval testdata/stories
  factdiff eval -v testdata/stories`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("eval needs one folder of stories, got %d", len(args))
			}
			scores, err := evaluate(args[0])
			if err != nil {
				return err
			}
			var buf bytes.Buffer
			if err := gold.Write(&buf, scores, verbose); err != nil {
				return failure{err}
			}
			return writeAll(cmd.OutOrStdout(), []byte(reports.Visible(buf.String())))
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "list every finding and every missed fact, too")
	return cmd
}

// evaluate compares and scores every story of a folder.
func evaluate(dir string) ([]*gold.Score, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, unreadable(dir, err)
	}
	const mend = "give a folder that holds a folder for each story, with story.json, r1.txt, r2.txt, ..."
	if !info.IsDir() {
		return nil, &source.Error{Name: dir, What: "is no folder", Mend: mend}
	}
	stories, err := gold.Load(os.DirFS(dir))
	if err != nil {
		return nil, &source.Error{Name: dir, What: "cannot be loaded (" + err.Error() + ")", Mend: "correct that file"}
	}
	if len(stories) == 0 {
		return nil, &source.Error{Name: dir, What: "holds no annotated story", Mend: mend}
	}
	scores := make([]*gold.Score, len(stories))
	for i, s := range stories {
		paths := make([]string, len(s.Reports))
		for j, r := range s.Reports {
			paths[j] = filepath.Join(dir, filepath.FromSlash(r))
		}
		articles, err := (&inputs{}).readAll(paths, nil)
		if err != nil {
			return nil, err
		}
		scores[i] = gold.ScoreResult(s, engine.Run(articles, engine.Options{}))
	}
	return scores, nil
}
