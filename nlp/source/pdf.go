package source

import (
	"errors"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
	"github.com/factdiff/factdiff/nlp/source/pdf"
)

// readPDF reads a PDF by the means that the options give.
func readPDF(in Input, opt Options) (*draft.Report, error) {
	if opt.PDF == nil {
		return nil, &draft.Problem{What: "is a PDF, which is not read here", Mend: "save it as text"}
	}
	doc, err := opt.PDF(in.Data)
	if err != nil {
		return nil, &draft.Problem{What: err.Error(), Mend: mendPDF(err)}
	}
	var u draft.Units
	size := 0
	if doc.Title != "" {
		u.Add(doc.Title, 1)
		size = u.Len()
	}
	for _, b := range doc.Blocks {
		if b.Why == "" {
			u.Add(b.Text, b.Page)
		}
	}
	r := u.Report(formatPDF.String(), "page", size)
	for _, b := range doc.Blocks {
		if b.Why != "" && b.Page <= len(r.File.Lines) {
			r.Drop(b.Why, b.Text, r.File.Lines[b.Page-1])
		}
	}
	return r, nil
}

func mendPDF(err error) string {
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return "save it without a password"
	case errors.Is(err, pdf.ErrNoText):
		return "run text recognition over it first, or give its text"
	case errors.Is(err, pdf.ErrPages), errors.Is(err, pdf.ErrTooLarge):
		return "save the pages of the report alone"
	}
	return "print it to a new PDF, or save it as text"
}
