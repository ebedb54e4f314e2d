// Package source turns the bytes of a report into an Article.
package source

import "github.com/factdiff/factdiff/nlp"

// Error says which input could not be read and what would mend it.
type Error struct {
	Name string // path or "-"
	What string // what is wrong: "is empty"
	Mend string // what to do about it
}

func (e *Error) Error() string { return e.Name + ": " + e.What + "; " + e.Mend }

// Read turns the bytes of a plain text or Markdown file, with or without YAML
// front matter, into an article. The error is an *Error.
func Read(name string, data []byte) (*nlp.Article, error) { return nil, nil }
