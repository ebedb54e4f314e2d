package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strconv"
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
	cmd.Flags().StringToStringVar(&in.options.Fields, "field", nil, "the key of a part of articles in JSON: title, body, outlet, author, url, published or modified=`KEY`, with dots into objects")
	cmd.Flags().BoolVar(&in.options.AnyLanguage, "any-language", false, "read reports in other languages than English, too")
}

// sourceOptions are the options of the flags with what only a command can do.
func (in *inputs) sourceOptions() source.Options {
	opt := in.options
	opt.PDF = readPDF
	return opt
}

// readAll reads the named reports, several at a time, in the order of names;
// files that hold several give all of them. Files are read first, so that
// nothing is fetched in vain. The error is that of the first file, else of the
// first page that could not be read.
func (in *inputs) readAll(names []string, stdin io.Reader) ([]*nlp.Article, error) {
	found := make([][]entry, len(names))
	var files, pages []int
	var addresses []string
	for i, name := range names {
		if fetch.IsAddress(name) {
			pages, addresses = append(pages, i), append(addresses, name)
		} else {
			files = append(files, i)
		}
	}
	if err := in.readSome(names, files, found, stdin); err != nil {
		return nil, err
	}
	if len(pages) > 0 {
		if err := in.web.fetch(addresses); err != nil {
			return nil, err
		}
		if err := in.readSome(names, pages, found, stdin); err != nil {
			return nil, err
		}
	}
	return in.follow(slices.Concat(found...))
}

// entry is a report, or where it is to be fetched.
type entry struct {
	article *nlp.Article
	link    string
}

// follow fetches the reports of which a feed gave only the addresses.
func (in *inputs) follow(found []entry) ([]*nlp.Article, error) {
	if len(found) > maxReports {
		return nil, fmt.Errorf("at most %d reports are read, got %d; name some of them: FILE#1", maxReports, len(found))
	}
	var links []string
	for _, e := range found {
		if e.link != "" && !slices.Contains(links, e.link) {
			links = append(links, e.link)
		}
	}
	if len(links) > 0 {
		if err := in.web.fetch(links); err != nil {
			return nil, err
		}
	}
	articles := make([]*nlp.Article, len(found))
	for i, e := range found {
		if articles[i] = e.article; e.link == "" {
			continue
		}
		var err error
		if articles[i], err = in.page(e.link); err != nil {
			return nil, err
		}
	}
	return articles, nil
}

// readSome reads the reports of the given numbers into found.
func (in *inputs) readSome(names []string, numbers []int, found [][]entry, stdin io.Reader) error {
	errs := make([]error, len(names))
	next := make(chan int)
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(numbers)) {
		done.Go(func() {
			for i := range next {
				found[i], errs[i] = in.entries(names[i], stdin)
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
	if n := len(articles); n != 1 {
		return nil, &source.Error{Name: name, What: fmt.Sprintf("holds %d reports", n), Mend: fmt.Sprintf("name one of them: %s#1 to %s#%d", name, name, n)}
	}
	return articles[0], nil
}

// list gets the reports of one file or address, unread.
func (in *inputs) list(name string, stdin io.Reader) ([]source.Part, error) {
	if fetch.IsAddress(name) {
		if err := in.web.fetch([]string{name}); err != nil {
			return nil, err
		}
	}
	return in.parts(name, stdin)
}

// entries reads the reports of one file or page that was fetched.
func (in *inputs) entries(name string, stdin io.Reader) ([]entry, error) {
	parts, err := in.parts(name, stdin)
	if err != nil {
		return nil, err
	}
	return in.readParts(name, parts)
}

// readParts reads the reports of a file or page.
func (in *inputs) readParts(name string, parts []source.Part) (found []entry, err error) {
	if len(parts) > maxReports { // before any is read
		return nil, &source.Error{Name: name, What: fmt.Sprintf("holds %d reports, and at most %d are read", len(parts), maxReports), Mend: fmt.Sprintf("name some of them: %s#1", name)}
	}
	found = make([]entry, len(parts))
	for i, part := range parts {
		if fetch.IsAddress(part.Link) {
			found[i].link = part.Link
			continue
		}
		if found[i].article, err = source.ReadInput(part.Input, in.sourceOptions()); err != nil {
			return nil, err
		}
		if page := in.web.pages[name]; page != nil {
			found[i].article.Fetched = &nlp.Fetched{URL: page.URL, FinalURL: page.FinalURL, SHA256: page.SHA256}
		}
	}
	return found, nil
}

// page reads a page that was fetched as one report.
func (in *inputs) page(address string) (*nlp.Article, error) {
	found, err := in.entries(address, nil)
	if err != nil {
		return nil, err
	}
	if len(found) != 1 || found[0].article == nil {
		return nil, &source.Error{Name: address, What: "is a feed that another feed names", Mend: "name it yourself"}
	}
	return found[0].article, nil
}

// parts lists the reports of a file or page, or the one that NAME#2 names.
func (in *inputs) parts(name string, stdin io.Reader) ([]source.Part, error) {
	page := in.web.pages[name]
	path, number := numbered(name)
	loaded, err := load(path, page, stdin)
	if err != nil {
		return nil, err
	}
	parts, err := source.Parts(loaded)
	if err != nil || number == 0 || page != nil && len(parts) == 1 { // a page's own fragment
		return parts, err
	}
	if number > len(parts) {
		return nil, &source.Error{Name: path, What: fmt.Sprintf("holds %d reports, not %d", len(parts), number), Mend: fmt.Sprintf("name one of %s#1 to %s#%d", path, path, len(parts))}
	}
	return parts[number-1 : number], nil
}

// numbered cuts NAME#2 into its parts, unless there is a file of that name.
func numbered(name string) (path string, number int) {
	i := strings.LastIndexByte(name, '#')
	if i <= 0 {
		return name, 0
	}
	n, err := strconv.Atoi(name[i+1:])
	if err != nil || n < 1 {
		return name, 0
	}
	if _, err := os.Stat(name); err == nil {
		return name, 0
	}
	return name[:i], n
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
	case n == 0 || n == 1 && !mayHoldSeveral(names[0]):
		return fmt.Errorf("compare needs two or more reports, got %d", n)
	case n > maxReports:
		return fmt.Errorf("compare takes at most %d reports, got %d", maxReports, n)
	}
	return nil
}

// mayHoldSeveral reports the name of a file that can hold several reports, or of
// which nobody knows before it was read.
func mayHoldSeveral(name string) bool {
	low := strings.ToLower(name)
	for _, ending := range []string{".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".warc", ".warc.gz"} {
		if strings.HasSuffix(low, ending) {
			return true
		}
	}
	return name == stdinName || fetch.IsAddress(name)
}
