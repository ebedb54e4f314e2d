// Package pdf takes the text out of PDFs: paragraphs in reading order with the
// pages they stand on. The objects of the file are read by
// github.com/ledongthuc/pdf; the letters are placed and put together here,
// because that library glues words where a producer moves the pen instead of
// writing a blank.
//
// The library can be made to ask for any amount of memory or never to end, so
// Extract is to be called in a process of its own that has limits; what it
// returns travels as JSON.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	reader "github.com/ledongthuc/pdf"
)

// Document is the text of a PDF.
type Document struct {
	Title  string  `json:"title,omitempty"` // what stands in the largest letters at the top of the first page; "" if nothing stands out
	Pages  int     `json:"pages"`
	Blocks []Block `json:"blocks"`
}

// Block is a paragraph, a heading or a line that belongs to the page.
type Block struct {
	Page int    `json:"page"` // where it begins, from 1
	Text string `json:"text"`
	Why  string `json:"why,omitempty"` // why it is no part of the report: "page header"; "" if it is
}

// Bounds on a document.
const (
	MaxPages = 300
	maxRunes = 2 << 20 // letters that are placed: twice the largest report
)

// Errors that the user can do something about.
var (
	ErrEncrypted = errors.New("is an encrypted PDF")
	ErrNoText    = errors.New("is a PDF without text, such as a scan")
	ErrPages     = fmt.Errorf("is a PDF of more than %d pages", MaxPages)
	ErrDamaged   = errors.New("is a damaged PDF")
	ErrTooLarge  = errors.New("is a PDF of more text than one report holds")
)

// Extract reads a PDF. Whatever the library makes of a damaged file, the error
// is one of those above.
func Extract(data []byte) (doc *Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok && errors.Is(e, ErrTooLarge) {
				doc, err = nil, ErrTooLarge
				return
			}
			doc, err = nil, ErrDamaged
		}
	}()
	r, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if errors.Is(err, reader.ErrInvalidPassword) || strings.Contains(err.Error(), "encrypt") {
			return nil, ErrEncrypted
		}
		return nil, ErrDamaged
	}
	pages := r.NumPage()
	if pages > MaxPages {
		return nil, ErrPages
	}
	in := &interpreter{fonts: map[string]*font{}}
	var all [][]line
	for n := 1; n <= pages; n++ {
		p := r.Page(n)
		if p.V.IsNull() {
			continue
		}
		all = append(all, lines(in.page(p)))
	}
	doc = layOut(all)
	doc.Pages = pages
	if len(doc.Blocks) == 0 && doc.Title == "" {
		if pages == 0 {
			return nil, ErrDamaged
		}
		return nil, ErrNoText
	}
	return doc, nil
}
