package cli

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newMan() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "man [COMMAND]",
		Short: "Print the manual page of factdiff or of one of its commands",
		Long: `man prints a manual page in the form that man(1) reads. With --dir it writes one
page for factdiff and one for each command into a directory.`,
		Example: `  factdiff man | man -l -
  factdiff man compare > factdiff-compare.1
  factdiff man --dir /usr/local/share/man/man1`,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			if dir != "" {
				if err := noArgs(cmd, args); err != nil {
					return err
				}
				return writePages(root, dir)
			}
			page, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(root, args)
			}
			return writeAll(cmd.OutOrStdout(), manPage(page))
		},
	}
	cmd.Flags().StringVar(&dir, "dir", "", "write all pages into `DIR`")
	return cmd
}

func writePages(root *cobra.Command, dir string) error {
	if !isDir(dir) {
		return failure{fmt.Errorf("%s: is no directory; create it first", dir)}
	}
	for _, c := range append([]*cobra.Command{root}, documented(root)...) {
		if err := writeFile(filepath.Join(dir, pageName(c)+".1"), manPage(c)); err != nil {
			return err
		}
	}
	return nil
}

// documented is the commands that have a page of their own.
func documented(root *cobra.Command) []*cobra.Command {
	var list []*cobra.Command
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" && c.Name() != "completion" {
			list = append(append(list, c), documented(c)...)
		}
	}
	return list
}

func pageName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manPage is the command's page in the man(7) macros.
func manPage(c *cobra.Command) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, ".TH %s 1 \"\" \"factdiff %s\" \"factdiff manual\"\n", strings.ToUpper(roff(pageName(c))), Version)
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", roff(pageName(c)), roff(c.Short))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.B %s\n", roff(c.UseLine()))
	long := c.Long
	if long == "" {
		long = c.Short + "."
	}
	b.WriteString(".SH DESCRIPTION\n")
	paragraphs(&b, long)
	if c.HasAvailableSubCommands() {
		b.WriteString(".SH COMMANDS\n")
		for _, s := range documented(c) {
			fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(strings.TrimPrefix(s.CommandPath(), c.CommandPath()+" ")), roff(s.Short))
		}
	}
	c.InitDefaultHelpFlag()
	b.WriteString(".SH OPTIONS\n")
	c.Flags().VisitAll(func(f *pflag.Flag) { option(&b, f) })
	if c.Example != "" {
		fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(c.Example))
	}
	b.WriteString(".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nIf set, no colours unless \\-\\-color=always.\n.TP\n.B COLUMNS\nWidth of text where the output is no terminal.\n")
	if !strings.Contains(c.Long, "Exit status:") || c == c.Root() { // check and baseline tell their own above
		b.WriteString(".SH EXIT STATUS\n0 it worked; 1 the output could not be written; 2 wrong usage; 3 an input could not be read.\n")
	}
	return b.Bytes()
}

// paragraphs writes text: indented lines stay as they are, others are filled.
func paragraphs(b *bytes.Buffer, text string) {
	for i, part := range strings.Split(text, "\n\n") {
		if i > 0 {
			b.WriteString(".PP\n")
		}
		verbatim := false
		for line := range strings.SplitSeq(part, "\n") {
			if indented := strings.HasPrefix(line, " "); indented != verbatim {
				verbatim = indented
				b.WriteString(map[bool]string{true: ".nf\n", false: ".fi\n"}[indented])
			}
			b.WriteString(roff(line) + "\n")
		}
		if verbatim {
			b.WriteString(".fi\n")
		}
	}
}

func option(b *bytes.Buffer, f *pflag.Flag) {
	if f.Hidden {
		return
	}
	name, usage := pflag.UnquoteUsage(f)
	b.WriteString(".TP\n.B ")
	if f.Shorthand != "" {
		b.WriteString(roff("-"+f.Shorthand) + ", ")
	}
	b.WriteString(roff("--" + f.Name))
	if name != "" {
		b.WriteString(roff(" " + name))
	}
	b.WriteString("\n" + roff(usage))
	if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
		b.WriteString(roff(" (default " + f.DefValue + ")"))
	}
	b.WriteString("\n")
}

// roff escapes what troff would read as a request or a special character.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
