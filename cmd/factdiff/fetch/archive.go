package fetch

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/nlp/source"
)

// ArchiveFormat names the layout of an archive, in its index.
const ArchiveFormat = "factdiff-archive/1"

// Names within an archive, and the largest index that is read: some ten
// thousand pages.
const (
	indexName = "index.json"
	bodiesDir = "bodies"
	maxIndex  = 64 << 20
)

// archive is a folder that keeps what was fetched:
//
//	index.json       an Index: what was fetched, from where, when, with its SHA-256
//	bodies/SHA256    the bytes of a page, under the SHA-256 of the index
//
// A page that is fetched again takes the place of the one before in the index.
// Two programs must not write one archive at the same time.
type archive struct {
	dir string // no archive if empty
}

// Index is what index.json holds.
type Index struct {
	// "factdiff-archive/1".
	Format string `json:"format"`
	// What was fetched, in the order of the addresses, each once.
	Pages []Record `json:"pages"`
}

// parseIndex reads an index. Nothing in it is taken for a path: the bytes of a
// page lie under its hash, and that must be one.
func parseIndex(data []byte) (*Index, error) {
	index := &Index{}
	if err := json.Unmarshal(data, index); err != nil {
		return nil, fmt.Errorf("it is no such JSON: %w", err)
	}
	if index.Format != ArchiveFormat {
		return nil, fmt.Errorf("its format is %q, not %q", index.Format, ArchiveFormat)
	}
	slices.SortStableFunc(index.Pages, func(a, b Record) int { return strings.Compare(a.URL, b.URL) })
	for i, r := range index.Pages {
		switch {
		case r.URL == "":
			return nil, errors.New("it lists a page without url")
		case i > 0 && r.URL == index.Pages[i-1].URL:
			return nil, fmt.Errorf("it lists %s twice", r.URL)
		case !isSHA256(r.SHA256):
			return nil, fmt.Errorf("the sha256 of %s is none", r.URL)
		}
	}
	return index, nil
}

// isSHA256 reports 64 hexadecimal digits in lower case.
func isSHA256(s string) bool {
	sum, err := hex.DecodeString(s)
	return err == nil && len(sum) == 32 && s == strings.ToLower(s)
}

// find is the record of an address, or nil.
func (x *Index) find(address string) *Record {
	i, ok := slices.BinarySearchFunc(x.Pages, address, func(r Record, a string) int { return strings.Compare(r.URL, a) })
	if !ok {
		return nil
	}
	return &x.Pages[i]
}

// put adds a record or replaces that of the same address.
func (x *Index) put(r Record) {
	i, ok := slices.BinarySearchFunc(x.Pages, r.URL, func(r Record, a string) int { return strings.Compare(r.URL, a) })
	if ok {
		x.Pages[i] = r
		return
	}
	x.Pages = slices.Insert(x.Pages, i, r)
}

// index reads the archive's index; that of an empty or missing folder is
// empty. The error is a *source.Error.
func (a archive) index() (*Index, error) {
	if a.dir == "" {
		return &Index{Format: ArchiveFormat}, nil
	}
	path := filepath.Join(a.dir, indexName)
	data, err := readAtMost(path, maxIndex)
	if errors.Is(err, fs.ErrNotExist) {
		return &Index{Format: ArchiveFormat}, nil
	}
	if err != nil {
		return nil, &source.Error{Name: path, What: "cannot be read (" + reason(err) + ")", Mend: "check the folder given to --archive"}
	}
	index, err := parseIndex(data)
	if err != nil {
		return nil, &source.Error{Name: path, What: "is no index of an archive: " + err.Error(), Mend: "give --archive an empty folder, or one that factdiff wrote"}
	}
	return index, nil
}

// read fills the jobs from the archive. The error, of the archive as a whole,
// is a *source.Error.
func (a archive) read(jobs []*job, limit int64) error {
	index, err := a.index()
	if err != nil {
		return err
	}
	for _, j := range jobs {
		j.page, j.err = a.page(index, j, limit)
	}
	return nil
}

func (a archive) page(index *Index, j *job, limit int64) (*Page, error) {
	record := index.find(j.address.String())
	if record == nil {
		return nil, &source.Error{Name: j.name, What: "is not in the archive " + a.dir, Mend: "run once without --offline, which adds it"}
	}
	path := filepath.Join(a.dir, bodiesDir, record.SHA256)
	body, err := readAtMost(path, limit)
	if err != nil {
		return nil, &source.Error{Name: j.name, What: "is in the archive, but " + path + " cannot be read (" + reason(err) + ")", Mend: "restore the archive"}
	}
	page := &Page{Record: *record, Body: body}
	if !page.intact() {
		return nil, &source.Error{Name: j.name, What: "is in the archive, but " + path + " has changed since: its SHA-256 is another", Mend: "restore the archive"}
	}
	return page, nil
}

// add writes the pages that were fetched into the archive. The error is a
// *source.Error.
func (a archive) add(jobs []*job) error {
	if a.dir == "" || !slices.ContainsFunc(jobs, func(j *job) bool { return j.page != nil }) {
		return nil
	}
	index, err := a.index()
	if err != nil {
		return err
	}
	if err := a.write(index, jobs); err != nil {
		return &source.Error{Name: a.dir, What: "cannot be written (" + reason(err) + ")", Mend: "give --archive a folder that can"}
	}
	return nil
}

func (a archive) write(index *Index, jobs []*job) error {
	bodies := filepath.Join(a.dir, bodiesDir)
	if err := os.MkdirAll(bodies, 0o777); err != nil {
		return err
	}
	for _, j := range jobs {
		if j.page == nil {
			continue
		}
		if err := writeWhole(filepath.Join(bodies, j.page.SHA256), j.page.Body, 0o644); err != nil {
			return err
		}
		index.put(j.page.Record)
	}
	data, err := json.MarshalIndent(index, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(a.dir, indexName), append(data, '\n'), 0o644)
}

// readAtMost reads a file of at most limit bytes.
func readAtMost(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("more than %d bytes", limit)
	}
	return data, err
}

// reason is an error of the file system without the path, which stands beside
// it.
func reason(err error) string {
	var of *fs.PathError
	if errors.As(err, &of) {
		err = of.Err
	}
	return err.Error()
}
