package check

import (
	"bytes"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
)

// Comment is a comment in a draft that steers factdiff:
//
//	<!-- factdiff:ignore number reason="wire copy corrected 14:05" -->
//
// It speaks of the paragraph behind it.
type Comment struct {
	Kinds       []string // kinds of findings to ignore; "all" is every kind
	Reason      string
	Wrong       string // what is wrong with it; a wrong comment ignores nothing
	First, Last int    // lines of the paragraph it speaks of; Last < First if none follows
	Place       Place  // of the comment, without a path
}

const (
	commentStart = "<!--"
	commentEnd   = "-->"
	commentName  = "factdiff:"
	allKinds     = "all"
)

// maxComments is how many comments are read in one draft: each is looked up in
// its lines, and a draft with more says nothing any more.
const maxComments = 200

// Comments finds the comments that steer factdiff in the bytes of a draft.
// rest is the draft with blanks in their place, so that no reader takes them
// for text and every byte keeps its place.
func Comments(data []byte) (list []Comment, rest []byte) {
	rest = data
	for at := 0; ; {
		start, end := nextComment(data, at)
		if start < 0 || len(list) == maxComments {
			return list, rest
		}
		if len(list) == 0 {
			rest = slices.Clone(data)
		}
		for i := start; i < end; i++ {
			if rest[i] != '\n' && rest[i] != '\r' {
				rest[i] = ' '
			}
		}
		words := string(data[start+len(commentStart) : end-len(commentEnd)])
		c := parseComment(strings.TrimSpace(words))
		c.Place = commentPlace(data, start, end)
		c.First, c.Last = paragraphAfter(data, end)
		if c.Wrong == "" && c.Last < c.First {
			c.Wrong = "stands before no paragraph"
		}
		list = append(list, c)
		at = end
	}
}

// nextComment finds the next comment for factdiff from byte at; start is -1
// if there is none. A comment that never ends is text.
func nextComment(data []byte, at int) (start, end int) {
	for {
		i := bytes.Index(data[at:], []byte(commentStart))
		if i < 0 {
			return -1, -1
		}
		start = at + i
		length := bytes.Index(data[start:], []byte(commentEnd))
		if length < 0 {
			return -1, -1
		}
		end = start + length + len(commentEnd)
		inside := bytes.TrimSpace(data[min(start+len(commentStart), end):end])
		if bytes.HasPrefix(inside, []byte(commentName)) {
			return start, end
		}
		at = end
	}
}

// parseComment reads what stands in a comment, from "factdiff:" on.
func parseComment(words string) (c Comment) {
	verb, args, _ := strings.Cut(strings.TrimPrefix(words, commentName), " ")
	if verb != "ignore" {
		c.Wrong = `says "` + verb + `"; factdiff:ignore is all there is`
		return c
	}
	args, c.Reason, c.Wrong = cutReason(args)
	c.Kinds = strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' || r == '\r' })
	if c.Wrong != "" {
		return c
	}
	for _, k := range c.Kinds {
		if _, ok := compare.ParseKind(k); !ok && k != allKinds {
			c.Wrong = `names "` + k + `", which is no kind; see factdiff kinds, or write all`
			return c
		}
	}
	switch {
	case len(c.Kinds) == 0:
		c.Wrong = "names no kind; write one or more, or all"
	case c.Reason == "":
		c.Wrong = `gives no reason; write reason="..."`
	}
	return c
}

// cutReason takes reason="..." out of the arguments.
func cutReason(args string) (rest, reason, wrong string) {
	const key = "reason="
	i := strings.Index(args, key)
	if i < 0 {
		return args, "", ""
	}
	rest, value := args[:i], args[i+len(key):]
	if value == "" || value[0] != '"' && value[0] != '\'' {
		return rest, "", `has a reason without quotation marks; write reason="..."`
	}
	end := strings.IndexByte(value[1:], value[0])
	if end < 0 {
		return rest, "", "has a reason whose quotation mark never closes"
	}
	return rest + value[end+2:], strings.Join(strings.Fields(value[1:end+1]), " "), ""
}

// commentPlace is where bytes [start, end) stand.
func commentPlace(data []byte, start, end int) Place {
	p := Place{Text: string(data[start:end])}
	p.Line, p.byteColumn, p.Column = position(data, start)
	p.EndLine, p.byteEnd, p.EndColumn = position(data, end)
	return p
}

// position is the line of a byte and its column in bytes and in characters.
func position(data []byte, at int) (line, column, characters int) {
	from := bytes.LastIndexByte(data[:at], '\n') + 1
	return 1 + bytes.Count(data[:at], []byte("\n")), at - from + 1, len([]rune(string(data[from:at]))) + 1
}

// paragraphAfter is the lines of the paragraph behind byte at: to the next
// empty line or, in HTML, to the end of its element. Last is below first if
// nothing follows.
func paragraphAfter(data []byte, at int) (first, last int) {
	lead := len(data[at:]) - len(bytes.TrimLeft(data[at:], " \t\r\n"))
	start := at + lead
	if start == len(data) {
		return 1, 0
	}
	end := len(data)
	for i := start; i < len(data); i++ {
		if data[i] == '\n' && len(bytes.TrimSpace(lineAt(data, i+1))) == 0 {
			end = i
			break
		}
	}
	if data[start] == '<' {
		if i := blockEnd(data[start:end]); i >= 0 {
			end = start + i
		}
	}
	before := bytes.Count(data[:start], []byte("\n"))
	return before + 1, before + 1 + bytes.Count(data[start:end], []byte("\n"))
}

// lineAt is the line that begins at byte at.
func lineAt(data []byte, at int) []byte {
	if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
		return data[at : at+i]
	}
	return data[at:]
}

// blockEnd is where the first element of HTML that holds a paragraph ends, or
// -1.
func blockEnd(html []byte) int {
	lower := bytes.ToLower(html)
	end := -1
	for _, tag := range []string{"</p>", "</li>", "</h1>", "</h2>", "</h3>", "</blockquote>", "</td>", "</figcaption>"} {
		if i := bytes.Index(lower, []byte(tag)); i >= 0 && (end < 0 || i < end) {
			end = i
		}
	}
	return end
}

// ignoring is the comment that ignores the finding, or nil: it stands before a
// paragraph in which the draft gives the answer.
func (b *builder) ignoring(f *Finding) *Comment {
	for i := range b.rules.Comments {
		c := &b.rules.Comments[i]
		if c.Wrong != "" || !slices.Contains(c.Kinds, f.Rule) && !slices.Contains(c.Kinds, allKinds) {
			continue
		}
		for _, p := range append([]Place{f.Place}, f.Also...) {
			if p.Line >= c.First && p.Line <= c.Last {
				b.used[i] = true
				return c
			}
		}
	}
	return nil
}

// Suppression is the rule of findings about comments that steer factdiff.
const Suppression = "suppression"

// comments adds what is wrong with the comments. One that ignores nothing any
// more is wrong, too: it would hide the next difference unseen.
func (b *builder) comments() {
	level := b.rules.Policy.Suppression
	if level == Off {
		return
	}
	seen := map[string]int{}
	for i, c := range b.rules.Comments {
		wrong := c.Wrong
		if wrong == "" && !b.used[i] {
			wrong = "ignores nothing; take it out"
		}
		if wrong == "" {
			continue
		}
		seen[c.Place.Text]++
		id := commentID(c.Place.Text, seen[c.Place.Text])
		f := Finding{
			ID: id, Fingerprint: Fingerprint(b.story.Key, id), Rule: Suppression, Severity: level.String(),
			Status: New, Message: "This factdiff comment " + wrong, Place: c.Place,
		}
		f.Place.Path = b.story.Draft
		if _, accepted := b.rules.Baseline[id]; accepted {
			f.Status = Baselined
		}
		f.Fails = f.Status == New && b.rules.Policy.Fails(level)
		b.story.Findings = append(b.story.Findings, f)
	}
}

// commentID is a hash of a comment's words and which of its like it is.
func commentID(words string, n int) string {
	return Fingerprint(strings.Join(strings.Fields(words), " "), strings.Repeat("+", n))[:12]
}
