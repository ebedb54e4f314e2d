package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// maxReports is how many reports one comparison takes: far more than there are
// independent reports of an event, and a bound on what a wrong glob costs.
const maxReports = 100

// maxFile is how many bytes of a file are read: four times the largest text,
// for encodings that take more bytes than UTF-8 and for markup.
const maxFile = 4 * source.MaxText

// stdinName calls standard input.
const stdinName = "-"

// inputs reads reports as the flags of a command say.
type inputs struct {
	options source.Options
}

// readAll reads the named reports, several at a time, in the order of names.
// The error is that of the first name that could not be read.
func (in *inputs) readAll(names []string, stdin io.Reader) ([]*nlp.Article, error) {
	articles := make([]*nlp.Article, len(names))
	errs := make([]error, len(names))
	next := make(chan int)
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		done.Go(func() {
			for i := range next {
				articles[i], errs[i] = in.read(names[i], stdin)
			}
		})
	}
	for i := range names {
		next <- i
	}
	close(next)
	done.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return articles, nil
}

// read reads one report. The error is a *source.Error.
func (in *inputs) read(name string, stdin io.Reader) (*nlp.Article, error) {
	loaded, err := in.load(name, stdin)
	if err != nil {
		return nil, err
	}
	return source.ReadInput(loaded, in.options)
}

// load gets the bytes of one report.
func (in *inputs) load(name string, stdin io.Reader) (source.Input, error) {
	data, err := readFile(name, stdin, maxFile)
	return source.Input{Name: name, Data: data}, err
}

// readFile reads a whole file, or standard input, of at most limit bytes.
func readFile(name string, stdin io.Reader, limit int64) ([]byte, error) {
	in := stdin
	if name != stdinName {
		f, err := os.Open(name)
		if err != nil {
			return nil, unreadable(name, err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	if int64(len(data)) > limit {
		return nil, &source.Error{Name: name, What: fmt.Sprintf("is too large: more than %d bytes", limit), Mend: "split it into one file a report"}
	}
	return data, nil
}

// unreadable turns what the system says into what is wrong and how to mend it.
func unreadable(name string, err error) error {
	e := &source.Error{Name: name}
	switch {
	case name == "":
		e.Name, e.What, e.Mend = `""`, "is no file name", "give the path of a report, or - for standard input"
	case errors.Is(err, fs.ErrNotExist) && isURL(name):
		e.What, e.Mend = "is an address, and pages are not fetched yet", "save its text to a file"
	case errors.Is(err, fs.ErrNotExist):
		e.What, e.Mend = "does not exist", "check the path"
	case errors.Is(err, fs.ErrPermission):
		e.What, e.Mend = "must not be read", "check its permissions"
	case errors.Is(err, syscall.EISDIR):
		e.What, e.Mend = "is a directory", "name the files in it"
	default:
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		e.What, e.Mend = "cannot be read ("+err.Error()+")", "check that it is a plain file"
	}
	return e
}

// isURL reports that a name is the address of a page.
func isURL(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// checkNames refuses what cannot be compared before anything is read.
func checkNames(names []string) error {
	switch n := len(names); {
	case n < 2:
		return fmt.Errorf("compare needs two or more reports, got %d", n)
	case n > maxReports:
		return fmt.Errorf("compare takes at most %d reports, got %d", maxReports, n)
	}
	return nil
}
