package check

import (
	"io"
	"strings"
)

// list writes a JSON array inside a document, item by item.
type list struct {
	w      io.Writer
	head   string // up to and with the opening bracket
	indent int    // of the items
	n      int    // items written
}

// add writes an item.
func (l *list) add(v any) error {
	lead := ","
	if l.n == 0 {
		lead = l.head
	}
	l.n++
	text, err := indented(v, l.indent)
	if err != nil {
		return err
	}
	return writeAll(l.w, lead, "\n", strings.Repeat(" ", l.indent), text)
}

// end closes the array and writes what follows.
func (l *list) end(tail string) error {
	if l.n == 0 {
		return writeAll(l.w, l.head, "]", tail)
	}
	return writeAll(l.w, "\n", strings.Repeat(" ", l.indent-1), "]", tail)
}
