// Package html writes a report as one HTML file that needs nothing else: no
// network, no other file, and no script to be read. Its style and scripts are
// small files that stand in the page itself, named by their hashes in a content
// security policy that allows nothing else, so that the page can neither load
// nor send anything. All that comes from an article goes through html/template
// as text. The same report gives the same bytes.
package html

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"sync"

	"github.com/factdiff/factdiff/reports"
)

// Options say what goes on the page besides the report.
type Options struct {
	Command string // the command line that made the report; "" leaves it out
}

//go:embed templates/*.html
var templates embed.FS

// parsed is the templates, parsed when first needed.
var parsed = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(templates, "templates/*.html")
})

// Write writes the report as a page. The error is that of the writer.
func Write(w io.Writer, r *reports.Report, opts Options) error {
	t, err := parsed()
	if err != nil {
		return fmt.Errorf("templates of the HTML report: %w", err)
	}
	var buf bytes.Buffer
	if err := t.ExecuteTemplate(&buf, "page.html", newPage(r, opts)); err != nil {
		return fmt.Errorf("laying out the HTML report: %w", err)
	}
	_, err = w.Write(buf.Bytes())
	return err
}
