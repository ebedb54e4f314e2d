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

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/cmd/factdiff/fetch"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// maxReports is how many reports one comparison takes: far more than there are
// independent reports of an event, and a bound on what a wrong glob costs.
const maxReports = 100

// stdinName calls standard input.
const stdinName = "-"

// inputs reads reports as the flags of a command say.
type inputs struct {
	options source.Options
	web     web
}

func (in *inputs) flags(cmd *cobra.Command) {
	in.web.flags(cmd)
	cmd.Flags().BoolVar(&in.options.AnyLanguage, "any-language", false, "read reports in other languages than English, too")
}

// sourceOptions are the options of the flags with what only a command can do.
func (in *inputs) sourceOptions() source.Options {
	opt := in.options
	opt.PDF = readPDF
	return opt
}

// readAll reads the named reports, several at a time, in the order of names.
// Files are read first, so that nothing is fetched in vain. The error is that
// of the first file, else of the first page that could not be read.
func (in *inputs) readAll(names []string, stdin io.Reader) ([]*nlp.Article, error) {
	articles := make([]*nlp.Article, len(names))
	var files, pages []int
	var addresses []string
	for i, name := range names {
		if fetch.IsAddress(name) {
			pages, addresses = append(pages, i), append(addresses, name)
		} else {
			files = append(files, i)
		}
	}
	if err := in.readSome(names, files, articles, stdin); err != nil || len(pages) == 0 {
		return articles, err
	}
	if err := in.web.fetch(addresses); err != nil {
		return nil, err
	}
	return articles, in.readSome(names, pages, articles, stdin)
}

// readSome reads the reports of the given numbers into articles.
func (in *inputs) readSome(names []string, numbers []int, articles []*nlp.Article, stdin io.Reader) error {
	errs := make([]error, len(names))
	next := make(chan int)
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(numbers)) {
		done.Go(func() {
			for i := range next {
				articles[i], errs[i] = in.article(names[i], stdin)
			}
		})
	}
	for _, i := range numbers {
		next <- i
	}
	close(next)
	done.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// read reads one report. The error is a *source.Error.
func (in *inputs) read(name string, stdin io.Reader) (*nlp.Article, error) {
	articles, err := in.readAll([]string{name}, stdin)
	if err != nil {
		return nil, err
	}
	return articles[0], nil
}

// article reads one report that is a file or was fetched.
func (in *inputs) article(name string, stdin io.Reader) (*nlp.Article, error) {
	page := in.web.pages[name]
	loaded, err := load(name, page, stdin)
	if err != nil {
		return nil, err
	}
	article, err := source.ReadInput(loaded, in.sourceOptions())
	if err == nil && page != nil {
		article.Fetched = &nlp.Fetched{URL: page.URL, FinalURL: page.FinalURL, SHA256: page.SHA256}
	}
	return article, err
}

// load gets the bytes of one report: those of the page, or of the file if that
// is nil.
func load(name string, page *fetch.Page, stdin io.Reader) (source.Input, error) {
	if page != nil {
		return source.Input{Name: name, URL: page.FinalURL, ContentType: page.Header.Get("Content-Type"), Data: page.Body}, nil
	}
	data, err := readFile(name, stdin, source.MaxFile)
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
	case errors.Is(err, fs.ErrNotExist) && strings.Contains(name, "://"):
		e.What, e.Mend = "is no file, and only addresses with http:// or https:// are fetched", "save the report to a file"
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
