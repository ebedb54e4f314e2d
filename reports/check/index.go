package check

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"github.com/factdiff/factdiff/reports"
)

// Entry is one story in an index of pages.
type Entry struct {
	Draft, Title, Error string
	Page                string // address of its page, relative to the index; "" if there is none
	Summary             Summary
}

//go:embed index.html
var indexText string

var indexTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("index.html").Funcs(template.FuncMap{"printable": reports.Printable}).Parse(indexText)
})

// WriteIndex writes an HTML page that lists stories with links to their pages.
// It loads nothing and runs no script.
func WriteIndex(w io.Writer, entries []Entry, sum *Summary, notices []Notice) error {
	t, err := indexTemplate()
	if err != nil {
		return fmt.Errorf("template of the index: %w", err)
	}
	return t.Execute(w, map[string]any{"Entries": entries, "Summary": sum.String(), "Notices": notices})
}
