package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/html"
)

// compareFlags are the flags of compare.
type compareFlags struct {
	out      output
	in       inputs
	kinds    *words[compare.Kind]
	verdicts *words[compare.Verdict]
	show     *words[string]
	limit    int
	aliases  string
	story    string
	feed     string
	items    []int

	decisions string
	today     string
}

func newCompare() *cobra.Command {
	f := &compareFlags{kinds: newKindFlag(), verdicts: newVerdictFlag(), show: newShowFlag()}
	cmd := &cobra.Command{
		Use:   "compare A B [C ...]",
		Short: "Show where two or more reports of one event disagree",
		Long: `compare reads two or more reports of one event and prints a block for each
question to which they give different answers: the verdict, the kind, the
question, each answer with the words of every report that gives it, and the
reason. What only some reports tell and what they agree on follow.

Verdicts:
  conflict    both cannot be true of the same thing
  update      one was written later, and the figure or state moved on
  tension     not strictly incompatible, yet worth a look
  compatible  looks different, but both are true (hidden; see --show)

A report is text, Markdown, HTML, PDF, DOCX, ODT, RTF, JSON, a feed, a web
archive or a message; 'factdiff article' shows what is read of it. The first line
of a text is the headline, unless YAML front matter gives a title; front matter
may also give outlet, author, published, modified and url. A report named - is
read from standard input; one that begins with http:// or https:// is fetched;
FILE#2 is the second of a file that holds several.

A story file lists the reports instead; paths are relative to it, or addresses:
  title: Ferry hits pier
  sources:
    - path: courier.txt
      outlet: The Courier
      published: 2024-05-03T14:00:00Z
    - path: post.txt

An alias file tells which names mean one thing:
  - [Velvet Heron, Strontium, Group 28]

A decisions file holds what people decided about findings: confirm, dismiss or
later, with reason, author and a last day. The HTML report writes it. Findings
that are dismissed fold away. A decision whose last day lies before the newest
report, or before --today, does not hold any more, and that is told.`,
		Example: `  factdiff compare report-1.txt report-2.txt
  factdiff compare --kind number,date --verdict conflict *.txt
  factdiff compare --format json --output report.json a.txt b.txt c.txt
  factdiff compare --format html --output report.html --decisions decisions.json *.txt
  curl -s https://example.org/report.txt | factdiff compare - report-2.txt
  factdiff compare --archive evidence a.txt https://example.org/report
  factdiff compare --archive evidence --offline a.txt https://example.org/report
  factdiff compare --story story.yaml --aliases names.yaml`,
		RunE: f.run,
	}
	f.out.flags(cmd, "text", "json", "markdown", "html")
	f.in.flags(cmd)
	flags := cmd.Flags()
	flags.VarP(f.kinds, "kind", "k", "findings of this kind only; repeat or separate by commas")
	flags.Var(f.verdicts, "verdict", "findings of this verdict only; repeat or separate by commas")
	flags.IntVarP(&f.limit, "limit", "n", 0, "at most `N` findings and N omissions, the most important first; 0: all findings")
	flags.Var(f.show, "show", "show what is hidden, too: compatible")
	flags.StringVar(&f.aliases, "aliases", "", "YAML `FILE` of names that mean one thing")
	flags.StringVar(&f.feed, "feed", "", "compare the items of an RSS or Atom `FEED`, a file or an address")
	flags.IntSliceVar(&f.items, "item", nil, "of the feed these items only, by `NUMBER`; 'factdiff article FEED' lists them")
	flags.StringVar(&f.story, "story", "", "YAML `FILE` that lists the reports")
	flags.StringVar(&f.decisions, "decisions", "", "JSON `FILE` of decisions about findings")
	flags.StringVar(&f.today, "today", "", "`DAY` (2006-01-02) on which decisions must not have expired; default: that of the newest report")
	complete(cmd, "kind", f.kinds.all)
	complete(cmd, "verdict", f.verdicts.all)
	complete(cmd, "show", f.show.all)
	return cmd
}

func (f *compareFlags) run(cmd *cobra.Command, args []string) error {
	if f.limit < 0 {
		return fmt.Errorf("--limit must not be negative, got %d", f.limit)
	}
	if f.story != "" && len(args) > 0 {
		return errors.New("give either reports or --story, not both")
	}
	if f.usesStdin(nil) > 1 {
		return errStdinTwice
	}
	var list story
	if f.story != "" {
		read, err := readStory(f.story, cmd.InOrStdin())
		if err != nil {
			return err
		}
		list = *read
		args = list.paths()
	}
	args = slices.Concat(args, f.feedItems())
	if err := checkNames(args); err != nil {
		return err
	}
	if f.usesStdin(args) > 1 {
		return errStdinTwice
	}
	if err := f.out.check(slices.Concat(args, f.files())); err != nil {
		return err
	}
	extra := reports.Options{Title: list.Title}
	var err error
	if extra.Today, err = f.day(); err != nil {
		return err
	}
	if f.decisions != "" {
		if extra.Decisions, err = readDecisions(f.decisions, cmd.InOrStdin()); err != nil {
			return err
		}
	}
	var opts engine.Options
	if f.aliases != "" {
		if opts.Aliases, err = readAliases(f.aliases, cmd.InOrStdin()); err != nil {
			return err
		}
	}
	articles, err := f.in.readAll(args, cmd.InOrStdin())
	if err != nil {
		return err
	}
	if len(articles) < 2 {
		return fmt.Errorf("compare needs two or more reports, got %d", len(articles))
	}
	if f.story != "" && len(articles) != len(list.Sources) {
		return &source.Error{Name: f.story, What: "names a file that holds several reports", Mend: "name one of them: 'path: FILE#1'"}
	}
	if f.story != "" {
		for i, a := range articles {
			list.apply(i, a)
		}
	}
	return f.print(cmd, engine.Run(articles, opts), extra)
}

var errStdinTwice = errors.New("standard input (-) can be read only once")

// files is the files that flags name.
func (f *compareFlags) files() []string { return []string{f.story, f.aliases, f.decisions} }

// feedItems is the names of the items of --feed: all of them, or those of
// --item.
func (f *compareFlags) feedItems() []string {
	if f.feed == "" {
		return nil
	}
	if len(f.items) == 0 {
		return []string{f.feed}
	}
	names := make([]string, len(f.items))
	for i, n := range f.items {
		names[i] = fmt.Sprintf("%s#%d", f.feed, n)
	}
	return names
}

// usesStdin counts the flags and arguments that name standard input.
func (f *compareFlags) usesStdin(args []string) int {
	n := 0
	for _, name := range slices.Concat(args, f.files()) {
		if name == stdinName {
			n++
		}
	}
	return n
}

// day is the day of --today, or zero.
func (f *compareFlags) day() (time.Time, error) {
	if f.today == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, f.today)
	if err != nil {
		return day, fmt.Errorf("--today takes a day like 2006-01-02, got %q", f.today)
	}
	return day, nil
}

func (f *compareFlags) print(cmd *cobra.Command, result *compare.Result, opts reports.Options) error {
	opts.Tool, opts.Kinds, opts.Verdicts = tool, f.kinds.values, f.verdicts.values
	opts.ShowCompatible, opts.Limit = len(f.show.values) > 0, f.limit
	r := reports.New(result, opts)
	return f.out.write(cmd, func(w io.Writer) error {
		switch f.out.format.value {
		case "json":
			return reports.WriteJSON(w, r)
		case "html":
			return html.Write(w, r, html.Options{Command: cmd.Root().Annotations[commandLine]})
		case "markdown":
			return reports.WriteMarkdown(w, r)
		}
		text := f.out.text(cmd)
		text.All = f.limit > 0
		return reports.WriteText(w, r, text)
	})
}
