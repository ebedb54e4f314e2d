// Package cli is the command line of factdiff: flags, files, environment and
// terminal. Nothing below it reads or prints; nothing in it decides what a
// finding is.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/cmd/factdiff/nearest"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
)

// Version is the program's version; it stands in every JSON output.
const Version = "0.1.0"

var tool = reports.Tool{Name: "factdiff", Version: Version}

// Exit statuses.
const (
	exitOK      = 0
	exitFailure = 1 // the output could not be written, or a fault in factdiff
	exitUsage   = 2 // wrong flags or arguments
	exitInput   = 3 // an input could not be read
)

// statusError ends a command with a status of its own; what there is to tell
// has been told.
type statusError int

func (s statusError) Error() string { return fmt.Sprintf("status %d", int(s)) }

// failure is an error that is neither the command line's nor an input's fault.
type failure struct{ err error }

func (f failure) Error() string { return f.err.Error() }

// Main runs the command line and returns the exit status. Whatever goes wrong
// is told on stderr in one line; a usage error is followed by a line that says
// where help is.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	// A reader that stops reading ("| head") is no error: with the signal
	// ignored, writing fails with EPIPE, which exitStatus takes for success.
	signal.Ignore(syscall.SIGPIPE)
	defer func() {
		if r := recover(); r != nil {
			complain(stderr, fmt.Sprintf("fault in factdiff: %v; please report it with the inputs that caused it", r))
			status = exitFailure
		}
	}()
	root := newRoot()
	root.SetArgs(args)
	root.Annotations = map[string]string{commandLine: quoted(append([]string{root.Name()}, args...))}
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteC()
	return report(cmd, err, stderr)
}

// commandLine is the annotation of the root command that holds the command
// line, for reports that say how they were made.
const commandLine = "command line"

// quoted is a command line as a shell takes it.
func quoted(args []string) string {
	list := make([]string, len(args))
	for i, a := range args {
		if list[i] = a; a == "" || strings.ContainsAny(a, " \t\n\"'`$&|;<>()*?[]{}~#!\\") {
			list[i] = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
	}
	return strings.Join(list, " ")
}

// report tells the error and returns the exit status it means.
func report(cmd *cobra.Command, err error, stderr io.Writer) int {
	var input *source.Error
	var fail failure
	var status statusError
	switch {
	case err == nil || errors.Is(err, syscall.EPIPE):
		return exitOK
	case errors.As(err, &status):
		return int(status)
	case errors.As(err, &input):
		complain(stderr, input.Error())
		return exitInput
	case errors.As(err, &fail):
		complain(stderr, fail.Error())
		return exitFailure
	}
	complain(stderr, err.Error())
	fmt.Fprintf(stderr, "Run '%s --help' for usage.\n", cmd.CommandPath())
	return exitUsage
}

// complain writes one line; names of files and what stands in them may hold
// anything.
func complain(stderr io.Writer, message string) {
	fmt.Fprintf(stderr, "factdiff: %s\n", reports.Printable(message))
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "factdiff",
		Short: "Compare news reports of one event and show where they disagree",
		Long: `factdiff reads two or more news reports of one event and shows where they give
different facts: numbers, dates, places, names, who said what, what happened and
how sure it is. It quotes the words of every report, says why a difference is a
conflict, a later update or a tension, lists what only some reports tell, and
counts reports that copied one another once.

Exit status: 0 it worked (whether or not the reports differ), 1 the output could
not be written, 2 wrong usage, 3 an input could not be read. That of check and
baseline is told in their help.`,
		Example: `  factdiff compare report-1.txt report-2.txt
  factdiff compare --format json --output report.json *.txt
  factdiff extract report-1.txt
  factdiff kinds`,
		Args:          unknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       Version,
	}
	root.SetVersionTemplate("factdiff {{.Version}}\n")
	root.SetHelpCommand(newHelp())
	root.AddCommand(newArticle(), newCompare(), newCheck(), newBaseline(), newInit(), newEval(), newExtract(), newKinds(), newVersion(), newMan(), newReadPDF())
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" { // takes any argument for a wish for help
			c.Args, c.RunE = unknownCommand, root.RunE
		}
	}
	return root
}

// unknownCommand refuses arguments that name no command, and guesses what was
// meant.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return fmt.Errorf("unknown command %q; to compare files, run 'factdiff compare %s'", args[0], strings.Join(args, " "))
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return fmt.Errorf("unknown command %q%s", args[0], nearest.Suggestion(args[0], names))
}

func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Show help for a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			found, rest, err := root.Find(args)
			if err != nil || found == nil || len(rest) > 0 {
				return unknownCommand(root, args)
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}
