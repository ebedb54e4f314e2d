package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/cmd/factdiff/project"
)

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a commented " + project.ConfigName,
		Long: `init writes ` + project.ConfigName + ` into a folder, the current one unless another is
named. All it says is commented out, with what holds without it. A file that is
there already stays as it is.`,
		Example: `  factdiff init
  factdiff init newsroom`,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "."
			switch len(args) {
			case 0:
			case 1:
				dir = args[0]
			default:
				return fmt.Errorf("init takes one folder, got %q", args[1])
			}
			name := filepath.Join(dir, project.ConfigName)
			if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("%s is there already; it stays as it is", name)
			}
			if !isDir(dir) {
				return fmt.Errorf("%s is no directory; create it first", dir)
			}
			if err := writeFile(name, project.Template()); err != nil {
				return err
			}
			return writeAll(cmd.OutOrStdout(), fmt.Appendf(nil, "%s written; name your drafts and their sources in it, then run 'factdiff check'\n", name))
		},
	}
}
