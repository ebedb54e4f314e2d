package source

import (
	"github.com/factdiff/factdiff/nlp/source/internal/draft"

	"bytes"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// maxFrontMatter bounds the bytes of front matter that are parsed: a few lines
// are usual.
const maxFrontMatter = 64 << 10

// header is what front matter says.
type header struct {
	title               *draft.View
	outlet, author, url string
	published, modified draft.Time
	notes               []string
}

// timeNames are what messages call the keys of times.
var timeNames = map[string]string{"published": "publication time", "modified": "time of the last change"}

// frontMatter reads the block between two lines of --- at the start of file.
// rest is the offset behind it, 0 where there is none. A block that is no YAML
// mapping is text; one that is no YAML is an error.
func frontMatter(file *draft.View) (head header, rest int, err error) {
	head.title = &draft.View{}
	start, end, rest, lines := frontMatterRange(file.Text)
	if start == 0 {
		return head, 0, nil
	}
	if rest == 0 {
		return head, 0, &draft.Problem{Line: 1, What: "front matter begins with --- but never ends", Mend: "put a line of --- below it"}
	}
	var root yaml.Node
	if err := yaml.Unmarshal(file.Text[start:end], &root); err != nil {
		return head, 0, badYAML(err, lines)
	}
	if len(root.Content) == 0 && blank(file.Text[start:end]) {
		return head, rest, nil
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return head, 0, nil
	}
	pairs := root.Content[0].Content
	seen := map[string]bool{}
	for i := 0; i+1 < len(pairs); i += 2 {
		key := strings.ToLower(strings.TrimSpace(pairs[i].Value))
		value := scalar(pairs[i+1])
		if value == "" || seen[key] {
			continue
		}
		seen[key] = true
		switch key {
		case "title":
			head.title = titleView(file, start, end, pairs[i+1], value)
		case "outlet":
			head.outlet = value
		case "author":
			head.author = value
		case "url":
			head.url = value
		case "published", "modified":
			t, ok := draft.ParseTime(value)
			if !ok {
				head.notes = append(head.notes, fmt.Sprintf("%s %q on line %d not understood; write it as 2006-01-02 or 2006-01-02T15:04:05Z", timeNames[key], value, pairs[i+1].Line+1))
			} else if key == "published" {
				head.published = t
			} else {
				head.modified = t
			}
		}
	}
	return head, rest, nil
}

// frontMatterRange finds the block at the start of text: start is 0 where
// there is none, rest is 0 where it never ends.
func frontMatterRange(text []byte) (start, end, rest, lines int) {
	first, _, _ := bytes.Cut(text, []byte("\n"))
	if string(bytes.TrimRight(first, " \t")) != "---" {
		return 0, 0, 0, 0
	}
	start = len(first) + 1
	for at := start; at < len(text) && at-start <= maxFrontMatter; lines++ {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		next := min(at+len(line)+1, len(text))
		if mark := string(bytes.TrimRight(line, " \t")); mark == "---" || mark == "..." {
			return start, at, next, lines
		}
		at = next
	}
	// A rule above the text is no front matter; a key is.
	if start < len(text) {
		line, _, _ := bytes.Cut(text[start:], []byte("\n"))
		key, _, found := bytes.Cut(line, []byte(":"))
		if found && len(key) > 0 && !bytes.ContainsAny(key, " \t") {
			return start, 0, 0, lines
		}
	}
	return 0, 0, 0, 0
}

// badYAML words the parser's complaint with the line of the file; lines is
// the number of lines of the block.
func badYAML(err error, lines int) *draft.Problem {
	line, what := 0, err.Error()
	var load *yaml.LoadError
	if errors.As(err, &load) {
		line, what = load.Mark.Line, load.Message
	}
	line = min(max(line, 1), max(lines, 1)) + 1 // the line of --- is the first
	return &draft.Problem{Line: line, What: "front matter is no YAML: " + what, Mend: "put values with a colon or a quote into quotation marks"}
}

// scalar is a node's value on one line: a list joined by commas, the name of
// a mapping, or "".
func scalar(node *yaml.Node) string {
	switch node.Kind {
	case yaml.ScalarNode:
		if node.Tag == "!!null" {
			return ""
		}
		return fold([]byte(strings.ToValidUTF8(node.Value, "\uFFFD")))
	case yaml.SequenceNode:
		var all []string
		for _, item := range node.Content {
			if item.Kind == yaml.ScalarNode {
				all = append(all, scalar(item))
			}
		}
		return strings.Join(all, ", ")
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == "name" && node.Content[i+1].Kind == yaml.ScalarNode {
				return scalar(node.Content[i+1])
			}
		}
	}
	return ""
}

// titleView gives the title its way back: in step where it stands in the file
// as it is, else every byte at the place where the value begins.
func titleView(file *draft.View, start, end int, node *yaml.Node, value string) *draft.View {
	value = strings.Map(func(r rune) rune {
		if draft.IsControl(r) {
			return ' '
		}
		return r
	}, value)
	at := start
	for range node.Line - 1 {
		i := bytes.IndexByte(file.Text[at:end], '\n')
		if i < 0 {
			break
		}
		at += i + 1
	}
	title := &draft.View{}
	if i := bytes.Index(file.Text[at:end], []byte(value)); i >= 0 {
		title.Add(file, at+i, at+i+len(value))
		return title
	}
	title.Insert(value, file.FileOffset(at))
	return title
}
