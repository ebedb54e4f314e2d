package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/factdiff/factdiff/reports"
)

// output is where a command writes, and how.
type output struct {
	format *choice
	color  *choice
	path   string
}

// flags adds the flags of output in one of the formats; the first is the default.
func (o *output) flags(cmd *cobra.Command, formats ...string) {
	o.format = newChoice(formats...)
	o.color = newChoice("auto", "always", "never")
	f := cmd.Flags()
	f.VarP(o.format, "format", "f", "output format")
	f.StringVarP(&o.path, "output", "o", "", "write to `FILE` instead of standard output")
	f.Var(o.color, "color", "colours in text; auto: on a terminal, unless NO_COLOR is set")
	complete(cmd, "format", o.format.all)
	complete(cmd, "color", o.color.all)
}

// toFile reports whether the output goes to a file.
func (o *output) toFile() bool { return o.path != "" && o.path != stdinName }

// check refuses an output that cannot be written or is one of the inputs,
// before any work is done.
func (o *output) check(inputs []string) error {
	if !o.toFile() {
		return nil
	}
	if dir := filepath.Dir(o.path); !isDir(dir) {
		return failure{fmt.Errorf("%s: cannot be written: %s is no directory; create it first", o.path, dir)}
	}
	info, err := os.Stat(o.path)
	if err != nil {
		return nil // it is created, or writing says what is wrong
	}
	if info.IsDir() {
		return failure{fmt.Errorf("%s: cannot be written: it is a directory; name a file in it", o.path)}
	}
	for _, in := range inputs {
		if i, err := os.Stat(in); err == nil && in != stdinName && os.SameFile(i, info) {
			return fmt.Errorf("--output %s would overwrite an input; name another file", o.path)
		}
	}
	return nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// write lays out with render and writes the whole at once.
func (o *output) write(cmd *cobra.Command, render func(io.Writer) error) error {
	var buf bytes.Buffer
	if err := render(&buf); err != nil {
		return failure{err}
	}
	if o.toFile() {
		return writeFile(o.path, buf.Bytes())
	}
	return writeAll(cmd.OutOrStdout(), buf.Bytes())
}

func writeAll(w io.Writer, data []byte) error {
	if _, err := w.Write(data); err != nil {
		return failure{fmt.Errorf("writing standard output: %w", err)}
	}
	return nil
}

// Unwrap lets a broken pipe be told from other failures.
func (f failure) Unwrap() error { return f.err }

// writeFile puts data into the file all or nothing.
func writeFile(path string, data []byte) error {
	f, err := newFile(path)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.drop()
		return err
	}
	return f.done()
}

// file is a file that is written all or nothing: beside it first, then renamed.
// Links keep pointing; what is no plain file is written straight.
type file struct {
	path, target, temp string // temp is "" if it is written straight
	f                  *os.File
}

func newFile(path string) (*file, error) {
	w := &file{path: path, target: path}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		w.target = real
	}
	mode := fs.FileMode(0o666)
	info, err := os.Stat(w.target)
	if err == nil && !info.Mode().IsRegular() {
		if w.f, err = os.OpenFile(w.target, os.O_WRONLY|os.O_TRUNC, mode); err != nil {
			return nil, w.failed(err)
		}
		return w, nil
	}
	if err == nil {
		mode = info.Mode().Perm()
	}
	w.temp = filepath.Join(filepath.Dir(w.target), "."+filepath.Base(w.target)+"."+strconv.Itoa(os.Getpid())+".tmp")
	if w.f, err = os.OpenFile(w.temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode); err != nil {
		return nil, w.failed(err)
	}
	return w, nil
}

// appendTo opens a file to write at its end, straight.
func appendTo(path string) (*file, error) {
	w := &file{path: path, target: path}
	var err error
	if w.f, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666); err != nil {
		return nil, w.failed(err)
	}
	return w, nil
}

func (w *file) Write(data []byte) (int, error) {
	n, err := w.f.Write(data)
	if err != nil {
		err = w.failed(err)
	}
	return n, err
}

// done puts the file into its place.
func (w *file) done() error {
	err := w.f.Close()
	if err == nil && w.temp != "" {
		err = os.Rename(w.temp, w.target)
	}
	if err != nil {
		w.remove()
		return w.failed(err)
	}
	return nil
}

// drop leaves the place as it was.
func (w *file) drop() {
	w.f.Close()
	w.remove()
}

func (w *file) remove() {
	if w.temp != "" {
		os.Remove(w.temp)
	}
}

func (w *file) failed(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return failure{fmt.Errorf("%s: cannot be written: %w", w.path, err)}
}

// text is how text is laid out for where it goes.
func (o *output) text(cmd *cobra.Command) reports.TextOptions {
	opts := reports.TextOptions{Width: envWidth()}
	terminal := false
	if f, ok := cmd.OutOrStdout().(*os.File); ok && !o.toFile() && term.IsTerminal(int(f.Fd())) {
		terminal = true
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			opts.Width = w
		}
	}
	switch o.color.value {
	case "always":
		opts.Color = true
	case "auto":
		opts.Color = terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return opts
}

// envWidth is the width that $COLUMNS asks for, or 0.
func envWidth() int {
	w, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil || w < 0 {
		return 0
	}
	return w
}
