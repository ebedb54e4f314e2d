package office

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// RTF reads Rich Text: words of control begin with a backslash, braces enclose
// groups, and some groups hold no text.
func RTF(data []byte) (*draft.Report, error) {
	r := &rtf{data: data, at: group{skipUnicode: 1}, styles: map[int]string{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.doc.report("RTF")
}

// group is what holds up to the end of a group.
type group struct {
	skip        bool // holds no text
	styles      bool // the list of styles
	skipUnicode int  // bytes behind \u that say the same for old readers
	style       int
}

type rtf struct {
	data   []byte
	i      int
	at     group
	stack  []group
	text   strings.Builder
	name   strings.Builder // of a style
	styles map[int]string
	high   rune // first half of a letter beyond 16 bits
	doc    document
}

// maxGroups bounds how deep groups nest.
const maxGroups = 1000

func (r *rtf) read() error {
	for r.i < len(r.data) {
		c := r.data[r.i]
		r.i++
		switch c {
		case '{':
			if len(r.stack) >= maxGroups {
				return &draft.Problem{What: "nests groups deeper than " + strconv.Itoa(maxGroups), Mend: "give the report's text alone"}
			}
			r.stack = append(r.stack, r.at)
		case '}':
			if r.at.styles {
				r.endStyle()
			}
			if n := len(r.stack); n > 0 {
				r.at, r.stack = r.stack[n-1], r.stack[:n-1]
			}
			if len(r.stack) == 0 {
				r.paragraph()
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.put(charmap.Windows1252.DecodeByte(c))
		}
	}
	if len(r.stack) > 0 {
		return damaged("RTF file")
	}
	r.paragraph()
	return nil
}

// put appends a letter.
func (r *rtf) put(c rune) {
	switch {
	case r.at.styles:
		r.name.WriteRune(c)
	case !r.at.skip:
		r.text.WriteRune(c)
	}
}

// endStyle keeps the name of the style that the group defined.
func (r *rtf) endStyle() {
	if name := strings.TrimSuffix(strings.TrimSpace(r.name.String()), ";"); name != "" {
		r.styles[r.at.style] = name
	}
	r.name.Reset()
}

func (r *rtf) paragraph() {
	r.doc.add(r.text.String(), r.styles[r.at.style])
	r.text.Reset()
}

// control handles what follows a backslash.
func (r *rtf) control() {
	if r.i >= len(r.data) {
		return
	}
	c := r.data[r.i]
	if !isLetter(c) {
		r.i++
		r.symbol(c)
		return
	}
	start := r.i
	for r.i < len(r.data) && isLetter(r.data[r.i]) {
		r.i++
	}
	word := string(r.data[start:min(r.i, start+32)])
	start = r.i
	if r.i < len(r.data) && r.data[r.i] == '-' {
		r.i++
	}
	for r.i < len(r.data) && r.data[r.i] >= '0' && r.data[r.i] <= '9' {
		r.i++
	}
	n, err := strconv.Atoi(string(r.data[start:min(r.i, start+10)]))
	given := err == nil
	if r.i < len(r.data) && r.data[r.i] == ' ' {
		r.i++
	}
	r.word(word, n, given)
}

func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if r.i+2 <= len(r.data) {
			if b, err := strconv.ParseUint(string(r.data[r.i:r.i+2]), 16, 8); err == nil {
				r.put(charmap.Windows1252.DecodeByte(byte(b)))
			}
			r.i += 2
		}
	case '*':
		r.at.skip = true
	case '~':
		r.put(' ')
	case '_':
		r.put('-')
	case '\\', '{', '}':
		r.put(rune(c))
	case '\r', '\n':
		r.paragraph()
	}
}

func (r *rtf) word(word string, n int, given bool) {
	switch word {
	case "par", "sect", "page", "cell", "row":
		if !r.at.skip && !r.at.styles {
			r.paragraph()
		}
	case "line":
		r.put('\n')
	case "tab":
		r.put(' ')
	case "emdash":
		r.put('—')
	case "endash":
		r.put('–')
	case "lquote":
		r.put('‘')
	case "rquote":
		r.put('’')
	case "ldblquote":
		r.put('“')
	case "rdblquote":
		r.put('”')
	case "uc":
		r.at.skipUnicode = min(max(n, 0), 8)
	case "u":
		r.unicode(n)
	case "s":
		r.at.style = n
	case "pard":
		if !r.at.styles {
			r.at.style = 0
		}
	case "stylesheet":
		r.at.skip, r.at.styles = true, true
	case "bin":
		if given && n > 0 {
			r.i = min(r.i+n, len(r.data))
		}
	case "fonttbl", "colortbl", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote",
		"annotation", "object", "fldinst", "generator", "listtable", "listoverridetable", "revtbl", "rsidtbl", "themedata", "deleted", "listtext", "xe", "tc":
		r.at.skip, r.at.styles = true, false
	}
}

// unicode puts a letter given by its number, and skips what stands for it.
func (r *rtf) unicode(n int) {
	c := rune(uint16(n))
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		r.put(utf16.DecodeRune(r.high, c))
		r.high = 0
	default:
		r.put(c)
	}
	for range r.at.skipUnicode {
		switch {
		case r.i+4 <= len(r.data) && r.data[r.i] == '\\' && r.data[r.i+1] == '\'':
			r.i += 4
		case r.i < len(r.data) && r.data[r.i] != '\\' && r.data[r.i] != '{' && r.data[r.i] != '}':
			r.i++
		}
	}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
