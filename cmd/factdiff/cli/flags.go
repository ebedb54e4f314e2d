package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/cmd/factdiff/nearest"
	"github.com/factdiff/factdiff/compare"
)

// choice is a flag with a fixed set of values; the first is the default.
type choice struct {
	value string
	all   []string
}

func newChoice(all ...string) *choice { return &choice{value: all[0], all: all} }

func (c *choice) String() string { return c.value }
func (c *choice) Type() string   { return strings.Join(c.all, "|") }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.all, s) {
		return unknown("value", s, c.all)
	}
	c.value = s
	return nil
}

// words is a flag that takes several words of a fixed set, repeated or
// separated by commas.
type words[T comparable] struct {
	values []T
	what   string // "kind": for messages
	all    []string
	parse  func(string) (T, bool)
}

func (w *words[T]) String() string { return "" }
func (w *words[T]) Type() string   { return w.what }

func (w *words[T]) Set(s string) error {
	for part := range strings.SplitSeq(s, ",") {
		v, ok := w.parse(strings.TrimSpace(part))
		if !ok {
			return unknown(w.what, part, w.all)
		}
		w.values = append(w.values, v)
	}
	return nil
}

func newKindFlag() *words[compare.Kind] {
	w := &words[compare.Kind]{what: "kind", parse: compare.ParseKind}
	for _, k := range compare.Kinds() {
		w.all = append(w.all, k.String())
	}
	return w
}

func newVerdictFlag() *words[compare.Verdict] {
	return &words[compare.Verdict]{what: "verdict", parse: compare.ParseVerdict, all: []string{
		compare.Conflict.String(), compare.Update.String(), compare.Tension.String(), compare.Compatible.String(),
	}}
}

// newShowFlag takes what is hidden unless asked for.
func newShowFlag() *words[string] {
	compatible := compare.Compatible.String()
	return &words[string]{what: "extra", all: []string{compatible}, parse: func(s string) (string, bool) { return s, s == compatible }}
}

// complete offers the words of a flag to the shell.
func complete(cmd *cobra.Command, flag string, all []string) {
	// The only error is an unknown flag, which the command's own test would show.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(all, cobra.ShellCompDirectiveNoFileComp))
}

// unknown says that s is none of the words, and which it may have meant.
func unknown(what, s string, all []string) error {
	return fmt.Errorf("unknown %s %q%s (one of %s)", what, s, nearest.Suggestion(s, all), strings.Join(all, ", "))
}

// has reports whether the flag was given the value.
func (w *words[T]) has(v T) bool { return slices.Contains(w.values, v) }
