package fetch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Bounds of the cache folder; when a run has passed one, the pages that were
// longest not asked for go first.
const (
	maxCachePages = 1000
	maxCacheBytes = 256 << 20
)

// cache is a folder with a file for each page: a line of JSON, the Record, and
// then the bytes. The file's name is the SHA-256 of the address with .page.
// Whatever is wrong with the folder or a file, the page is simply not in the
// cache.
type cache struct {
	dir string // no cache if empty
}

func (c cache) path(address string) string {
	sum := sha256.Sum256([]byte(address))
	return filepath.Join(c.dir, hex.EncodeToString(sum[:])+".page")
}

// load returns the page of an address, or nil: the cache has none, it is
// larger than limit bytes, or the file was damaged.
func (c cache) load(address string, limit int64) *Page {
	if c.dir == "" {
		return nil
	}
	f, err := os.Open(c.path(address))
	if err != nil {
		return nil
	}
	defer f.Close()
	const maxRecord = 2 * maxHeader // JSON escapes some of it
	data, err := io.ReadAll(io.LimitReader(f, limit+maxRecord))
	if err != nil {
		return nil
	}
	record, body, _ := bytes.Cut(data, []byte("\n"))
	page := &Page{Body: body}
	if json.Unmarshal(record, &page.Record) != nil || page.URL != address || int64(len(body)) > limit || !page.intact() {
		return nil
	}
	return page
}

// intact reports whether the bytes are those of the record.
func (p *Page) intact() bool {
	sum := sha256.Sum256(p.Body)
	return len(p.Body) == p.Bytes && hex.EncodeToString(sum[:]) == p.SHA256
}

// store keeps a page, unless its server forbids it.
func (c cache) store(page *Page) {
	if c.dir == "" {
		return
	}
	path := c.path(page.URL)
	if forbidsStoring(page.Header.Values("Cache-Control")) {
		os.Remove(path) // an older copy is forbidden, too
		return
	}
	record, err := json.Marshal(page.Record)
	if err != nil || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	// What cannot be kept is fetched once more the next time.
	_ = writeWhole(path, slices.Concat(record, []byte("\n"), page.Body), 0o600)
}

func forbidsStoring(values []string) bool {
	for _, v := range values {
		for directive := range strings.SplitSeq(v, ",") {
			if strings.EqualFold(strings.TrimSpace(directive), "no-store") {
				return true
			}
		}
	}
	return false
}

// trim keeps the folder within its bounds.
func (c cache) trim() {
	if c.dir == "" {
		return
	}
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	var files []fs.FileInfo
	var size int64
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && (strings.HasSuffix(e.Name(), ".page") || strings.HasSuffix(e.Name(), tempSuffix)) {
			files = append(files, info)
			size += info.Size()
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for len(files) > 0 && (len(files) > maxCachePages || size > maxCacheBytes) {
		os.Remove(filepath.Join(c.dir, files[0].Name()))
		size -= files[0].Size()
		files = files[1:]
	}
}

const tempSuffix = ".tmp"

// writeWhole writes a file all or nothing.
func writeWhole(path string, data []byte, mode fs.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*"+tempSuffix)
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err == nil {
		err = f.Chmod(mode)
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
