package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source/internal/draft"
	"github.com/factdiff/factdiff/nlp/source/internal/page"
)

// Fields are the parts of an article in JSON, by the names that Options.Fields
// uses, with the keys under which they are looked for if the user gives none:
// those of news APIs, crawlers and schema.org. A dot leads into an object.
var Fields = []struct {
	Name string
	Keys []string
}{
	{"title", []string{"headline", "title", "name"}},
	{"body", []string{"body", "text", "articleBody", "content", "maintext", "content_text", "content_html", "bodyText", "fields.bodyText", "fields.body", "full_text"}},
	{"outlet", []string{"outlet", "source_name", "source.name", "source", "publisher.name", "publisher", "site_name", "sitename", "source_domain"}},
	{"author", []string{"author", "authors", "byline", "creator", "fields.byline"}},
	{"url", []string{"url", "link", "canonical_url", "webUrl", "web_url", "mainEntityOfPage"}},
	{"published", []string{"published", "publishedAt", "published_at", "datePublished", "date_publish", "webPublicationDate", "pub_date", "pubDate", "date", "timestamp"}},
	{"modified", []string{"modified", "updatedAt", "updated_at", "dateModified", "date_modify", "updated"}},
}

// Bounds on JSON.
const (
	maxValues = 10_000      // strings of one article that are looked at
	maxItems  = 1000        // articles of one file
	maxBody   = 2 * MaxText // bytes of a text with its tags
)

// value is a string or number of a JSON file and where it stands.
type value struct {
	path     string // keys with dots; indexes of lists are left out
	from, to int    // bytes of the file, quotation marks included
}

// readJSON reads an article in JSON.
func readJSON(in Input, opt Options) (*draft.Report, error) {
	data := in.Data
	from, to := 0, len(data)
	if in.part != nil {
		from, to = in.part.Start, in.part.End
	}
	values, err := jsonValues(data, from, to)
	if err != nil {
		return nil, err
	}
	j := &jsonArticle{data: data, values: values, fields: opt.Fields, file: &draft.File{View: draft.View{Text: data}, Lines: lineStarts(data)}}
	body := j.find("body")
	if body == nil {
		return nil, &draft.Problem{Line: lineOf(data, from), What: "is JSON without the text of a report; it has " + keyList(values), Mend: "name the key of the text with --field body=KEY"}
	}
	r := &draft.Report{File: j.file, Format: "JSON"}
	if title := j.find("title"); title != nil {
		r.Title = *j.view(title[:1], " ")
	}
	r.Body = *j.view(body, "\n\n")
	if len(r.Body.Text) > maxBody { // and not read to its end
		return nil, tooLarge(len(r.Body.Text))
	}
	if looksTagged(r.Body.Text) {
		if r, err = j.readTags(r); err != nil {
			return nil, err
		}
	}
	r.Outlet, r.Author, r.URL = j.text("outlet"), draft.Byline(j.text("author")), j.text("url")
	r.Published, r.Modified = j.time("published"), j.time("modified")
	return r, nil
}

// jsonArticle finds the fields of an article.
type jsonArticle struct {
	data   []byte
	values []value
	fields map[string]string
	file   *draft.File
}

// find is the values of a field: several where the key holds a list.
func (j *jsonArticle) find(field string) []value {
	keys := []string{j.fields[field]}
	if keys[0] == "" {
		i := slices.IndexFunc(Fields, func(f struct {
			Name string
			Keys []string
		}) bool {
			return f.Name == field
		})
		keys = Fields[i].Keys
	}
	for _, key := range keys {
		var found []value
		for _, v := range j.values {
			if v.path == key || v.path == key+".name" {
				found = append(found, v)
			}
		}
		if len(found) > 0 && strings.TrimSpace(string(j.view(found, " ").Text)) != "" {
			return found
		}
	}
	return nil
}

// view is the strings of values, with the way back to the file.
func (j *jsonArticle) view(values []value, between string) *draft.View {
	out := &draft.View{}
	for i, v := range values {
		if i > 0 {
			out.Insert(between, v.from)
		}
		j.unquote(out, v)
	}
	return out
}

// unquote appends a string without its quotation marks and escapes.
func (j *jsonArticle) unquote(out *draft.View, v value) {
	raw := j.data[v.from:v.to]
	if raw[0] != '"' {
		out.Insert(string(raw), v.from)
		return
	}
	raw = raw[1 : len(raw)-1]
	base := v.from + 1
	whole := &draft.View{Text: j.data}
	for i := 0; i < len(raw) && len(out.Text) <= maxBody; {
		if raw[i] == '\\' {
			s, n := escape(raw[i:])
			out.Insert(s, base+i)
			i += n
			continue
		}
		end := i
		for end < len(raw) && raw[end] != '\\' {
			end++
		}
		if part := raw[i:end]; utf8.Valid(part) && !bytes.ContainsFunc(part, draft.IsControl) {
			out.Add(whole, base+i, base+end)
		} else {
			out.Insert(mendText(string(part)), base+i)
		}
		i = end
	}
}

// escape is what an escape at the start of raw stands for and its length.
func escape(raw []byte) (string, int) {
	if len(raw) < 2 {
		return "", len(raw)
	}
	switch raw[1] {
	case 'n':
		return "\n", 2
	case 't', 'r', 'b', 'f':
		return " ", 2
	case 'u':
		r, n := hex(raw)
		if utf16.IsSurrogate(r) {
			if low, m := hex(raw[n:]); m > 0 && utf16.DecodeRune(r, low) != utf8.RuneError {
				r, n = utf16.DecodeRune(r, low), n+m
			}
		}
		return mendText(string(r)), max(n, 2)
	}
	return string(raw[1:2]), 2
}

func hex(raw []byte) (rune, int) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return utf8.RuneError, 0
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 32)
	if err != nil {
		return utf8.RuneError, 0
	}
	return rune(n), 6
}

// mendText makes valid text without controls.
func mendText(s string) string {
	return strings.Map(func(r rune) rune {
		if draft.IsControl(r) || r == '\r' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func (j *jsonArticle) text(field string) string {
	return fold([]byte(strings.ReplaceAll(string(j.view(j.find(field), ", ").Text), "\n", " ")))
}

// time reads a time in words, or in seconds or milliseconds since 1970.
func (j *jsonArticle) time(field string) draft.Time {
	s := j.text(field)
	if t, ok := draft.ParseTime(s); ok {
		return t
	}
	if t, ok := draft.ParseShownTime(s); ok {
		return t
	}
	const milliseconds = 100_000_000_000 // as seconds, the year 5138
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && n > 0 {
		if n >= milliseconds {
			n /= 1000
		}
		return draft.Time{Time: time.Unix(n, 0).UTC()}
	}
	return draft.Time{}
}

// looksTagged reports a text with the tags of paragraphs.
func looksTagged(text []byte) bool {
	low := bytes.ToLower(text[:min(len(text), 2048)])
	return bytes.Contains(low, []byte("<p>")) || bytes.Contains(low, []byte("<p ")) || bytes.Contains(low, []byte("<br")) || bytes.Contains(low, []byte("<div"))
}

// readTags reads a body that is HTML.
func (j *jsonArticle) readTags(r *draft.Report) (*draft.Report, error) {
	inner, err := page.ReadView(&draft.File{View: r.Body, Lines: j.file.Lines}, string(r.Title.Text))
	if err != nil {
		return nil, err
	}
	r.Body, r.Dropped = inner.Body, inner.Dropped
	return r, nil
}

// jsonValues lists the strings and numbers of data[from:to].
func jsonValues(data []byte, from, to int) ([]value, error) {
	dec := json.NewDecoder(bytes.NewReader(data[from:to]))
	dec.UseNumber()
	var values []value
	type level struct {
		list  bool
		key   string
		isKey bool // the next string is a key
	}
	var stack []level
	for {
		before := from + int(dec.InputOffset())
		token, err := dec.Token()
		if errors.Is(err, io.EOF) && len(stack) == 0 {
			return values, nil
		}
		if err != nil {
			return nil, &draft.Problem{Line: lineOf(data, from+int(dec.InputOffset())), What: "is damaged JSON", Mend: "check its quotation marks and brackets, or give the report's text"}
		}
		top := len(stack) - 1
		if d, ok := token.(json.Delim); ok {
			if d == '{' || d == '[' {
				if len(stack) >= maxJSONDepth {
					return nil, &draft.Problem{What: fmt.Sprintf("is JSON nested deeper than %d", maxJSONDepth), Mend: "give the report's text"}
				}
				stack = append(stack, level{list: d == '[', isKey: d == '{'})
				continue
			}
			stack = stack[:top]
			if top--; top >= 0 {
				stack[top].isKey = !stack[top].list
			}
			continue
		}
		if top >= 0 && stack[top].isKey {
			stack[top].key, _ = token.(string)
			stack[top].isKey = false
			continue
		}
		if top >= 0 {
			stack[top].isKey = !stack[top].list
		}
		switch token.(type) {
		case string, json.Number:
			if len(values) == maxValues {
				return nil, &draft.Problem{What: fmt.Sprintf("is JSON with more than %d values in one article", maxValues), Mend: "give the report's text"}
			}
			path := ""
			for _, l := range stack {
				if l.key != "" {
					path += "." + l.key
				}
			}
			end := from + int(dec.InputOffset())
			start := before + len(data[before:end]) - len(bytes.TrimLeft(data[before:end], " \t\r\n:,"))
			values = append(values, value{strings.TrimPrefix(path, "."), start, end})
		}
	}
}

// maxJSONDepth bounds nesting.
const maxJSONDepth = 64

// lineStarts is the offset of each line's first byte.
func lineStarts(data []byte) []int {
	starts := []int{0}
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], '\n')
		if i < 0 {
			return starts
		}
		at += i + 1
		starts = append(starts, at)
	}
}

func lineOf(data []byte, off int) int {
	return 1 + bytes.Count(data[:min(off, len(data))], []byte("\n"))
}

// maxKeys is how many keys a message names.
const maxKeys = 8

func keyList(values []value) string {
	var keys []string
	for _, v := range values {
		if v.path != "" && !slices.Contains(keys, v.path) && len(keys) < maxKeys {
			keys = append(keys, v.path)
		}
	}
	if len(keys) == 0 {
		return "no keys"
	}
	return strings.Join(keys, ", ")
}

// splitJSON lists the articles of a JSON file: the elements of a list, the
// values behind one another of JSON Lines, or the one object. A list may also
// stand under a key, as news APIs answer.
func splitJSON(data []byte) []nlp.Span {
	dec := json.NewDecoder(bytes.NewReader(data))
	var all []nlp.Span
	for len(all) < maxItems {
		var raw json.RawMessage
		if dec.Decode(&raw) != nil {
			break
		}
		end := int(dec.InputOffset())
		start := end - len(raw)
		if inner := elements(data, start, end); inner != nil {
			all = append(all, inner...)
		} else {
			all = append(all, nlp.Span{Start: start, End: end})
		}
	}
	return all[:min(len(all), maxItems)]
}

// listKeys are the keys under which answers hold their articles.
var listKeys = []string{"articles", "items", "results", "docs", "data"}

// elements is the objects of the list that is at data[start:end], or that
// stands there under one of the keys of lists; nil if there is none.
func elements(data []byte, start, end int) []nlp.Span {
	dec := json.NewDecoder(bytes.NewReader(data[start:end]))
	token, err := dec.Token()
	if err != nil {
		return nil
	}
	if token == json.Delim('{') {
		for n := 0; n < maxValues && dec.More(); n++ {
			key, err := dec.Token()
			var raw json.RawMessage
			if err != nil || dec.Decode(&raw) != nil {
				return nil
			}
			if name, _ := key.(string); slices.Contains(listKeys, name) && len(raw) > 0 && raw[0] == '[' {
				at := start + int(dec.InputOffset()) - len(raw)
				return elements(data, at, at+len(raw))
			}
		}
		return nil
	}
	if token != json.Delim('[') {
		return nil
	}
	var all []nlp.Span
	for dec.More() && len(all) < maxItems {
		var raw json.RawMessage
		if dec.Decode(&raw) != nil {
			return nil
		}
		at := start + int(dec.InputOffset()) - len(raw)
		if len(raw) > 0 && raw[0] == '{' {
			all = append(all, nlp.Span{Start: at, End: at + len(raw)})
		}
	}
	return all
}
