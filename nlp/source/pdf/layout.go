package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is the letters of one line from left to right.
type line struct {
	text    string
	x, end  float64
	y, size float64
	ink     int // letters
	page    int
}

// Shares of the size of the letters that decide what belongs together.
const (
	wordGap      = 0.16 // a wider gap is a blank: blanks have 0.25, kerning 0.08
	roughGap     = 0.35 // the same where widths are guessed
	sameLine     = 0.45 // letters further up or down stand in another line, smaller ones are raised
	backwards    = 0.6  // a pen that goes further back begins another line
	columnGap    = 3.0  // a wider gap parts columns
	sameSize     = 0.07 // sizes that differ by more are another kind of text
	paragraphGap = 1.25 // lines further apart than this times the usual are paragraphs
	indent       = 0.9  // a first line further in begins a paragraph
	shortLine    = 0.75 // a line that ends before this share of the width ends a paragraph, if it ends a sentence
)

// lines puts letters together in the order in which they are drawn, which is
// that of reading with all producers that write text.
func lines(glyphs []glyph) []line {
	var out []line
	var b strings.Builder
	var cur line
	flush := func() {
		cur.text = strings.Join(strings.Fields(b.String()), " ")
		if cur.text != "" {
			out = append(out, cur)
		}
		b.Reset()
	}
	for i, g := range glyphs {
		if i > 0 {
			gap := g.x - cur.end
			limit := wordGap
			if g.rough {
				limit = roughGap
			}
			size := math.Max(g.size, cur.size)
			switch {
			case math.Abs(g.y-cur.y) > sameLine*size || gap < -backwards*size && !g.rough || gap < -8*size || gap > columnGap*size:
				flush()
				cur = line{x: g.x, y: g.y, size: g.size}
			case gap > limit*size:
				b.WriteByte(' ')
			}
		} else {
			cur = line{x: g.x, y: g.y, size: g.size}
		}
		b.WriteString(g.text)
		if !unicode.IsSpace(firstRune(g.text)) {
			cur.ink++
			cur.end = math.Max(g.end, g.x)
			cur.size = math.Max(cur.size, g.size)
		} else if g.end > cur.end {
			cur.end = g.end
		}
	}
	flush()
	return joinRows(out)
}

// joinRows joins pieces of one row that were drawn one after the other with
// only blanks between them.
func joinRows(all []line) []line {
	var out []line
	for _, l := range all {
		if n := len(out); n > 0 {
			last := &out[n-1]
			gap := l.x - last.end
			if math.Abs(last.y-l.y) <= sameLine*math.Min(last.size, l.size)/2 && gap >= 0 && gap <= columnGap*last.size {
				last.text, last.end, last.ink = last.text+" "+l.text, l.end, last.ink+l.ink
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// layOut makes paragraphs of the lines of all pages.
func layOut(pages [][]line) *Document {
	for p := range pages {
		for i := range pages[p] {
			pages[p][i].page = p + 1
		}
	}
	doc := &Document{}
	marginal := furniture(pages)
	var body []line
	for p := range pages {
		for i, l := range pages[p] {
			if why := marginal[[2]int{p, i}]; why != "" {
				doc.Blocks = append(doc.Blocks, Block{Page: l.page, Text: clean(l.text), Why: why})
				continue
			}
			body = append(body, l)
		}
	}
	usual := usualSize(body)
	doc.Title, body = title(body, usual)
	doc.Blocks = append(doc.Blocks, paragraphs(body)...)
	slices.SortStableFunc(doc.Blocks, func(a, b Block) int { return a.Page - b.Page })
	return doc
}

// usualSize is the size in which most letters are set.
func usualSize(all []line) float64 {
	ink := map[int]int{}
	best := 0
	for _, l := range all {
		tenth := int(math.Round(l.size * 10))
		ink[tenth] += l.ink
		if ink[tenth] > ink[best] || ink[tenth] == ink[best] && tenth < best {
			best = tenth
		}
	}
	return float64(best) / 10
}

// Bounds on a title.
const (
	titleSize  = 1.15 // times the usual size
	titleLines = 5
	titleAfter = 12 // lines that may stand before it: a letterhead
)

// title takes the lines in the largest letters at the top of the first page.
func title(all []line, usual float64) (string, []line) {
	best := -1
	for i, l := range all {
		if l.page > 1 || i >= titleAfter {
			break
		}
		if l.size > usual*titleSize && l.ink >= 8 && (best < 0 || l.size > all[best].size*(1+sameSize)) {
			best = i
		}
	}
	if best < 0 {
		return "", all
	}
	end := best + 1
	for end < len(all) && end-best < titleLines && alike(all[end].size, all[best].size) && all[end].page == 1 {
		end++
	}
	var text string
	for _, l := range all[best:end] {
		text = join(text, l.text, nil)
	}
	return clean(text), slices.Concat(all[:best], all[end:])
}

func alike(a, b float64) bool { return math.Abs(a-b) <= sameSize*math.Max(a, b) }

// paragraphs joins lines.
func paragraphs(all []line) []Block {
	words := map[string]bool{}
	for _, l := range all {
		for w := range strings.FieldsSeq(l.text) {
			words[strings.ToLower(strings.TrimRightFunc(w, unicode.IsPunct))] = true
		}
	}
	leading := usualLeading(all)
	left, width := frame(all)
	var out []Block
	for i, l := range all {
		if i > 0 && continues(all[i-1], l, leading, left[l.page], width) {
			last := &out[len(out)-1]
			last.Text = join(last.Text, l.text, words)
			continue
		}
		out = append(out, Block{Page: l.page, Text: l.text})
	}
	for i := range out {
		out[i].Text = clean(out[i].Text)
	}
	return out
}

// continues reports that a line goes on where the one before ended.
func continues(a, b line, leading float64, left, width float64) bool {
	if !alike(a.size, b.size) {
		return false
	}
	ends := endsSentence(a.text)
	short := a.end-a.x < shortLine*width
	if a.page != b.page {
		return !ends && !short
	}
	down := a.y - b.y
	if down < 0 { // the next column
		return !ends && !short
	}
	if leading > 0 && down > paragraphGap*leading*a.size || down < a.size/4 {
		return false
	}
	if b.x > a.x+indent*b.size && b.x > left+indent*b.size && (ends || !short) {
		return false
	}
	return !(ends && short)
}

func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return strings.ContainsRune(`"'”’)]`, r) })
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:", r)
}

// usualLeading is the most frequent distance of two lines, in sizes.
func usualLeading(all []line) float64 {
	count := map[int]int{}
	best := 0
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if down := a.y - b.y; a.page == b.page && alike(a.size, b.size) && down > a.size/2 && down < 4*a.size {
			step := int(math.Round(down / a.size * 20))
			count[step]++
			if count[step] > count[best] || count[step] == count[best] && step < best {
				best = step
			}
		}
	}
	return float64(best) / 20
}

// frame is the left edge of each page's text and the width of a full line.
func frame(all []line) (left map[int]float64, width float64) {
	left = map[int]float64{}
	var widths []float64
	for _, l := range all {
		if x, ok := left[l.page]; !ok || l.x < x {
			left[l.page] = l.x
		}
		widths = append(widths, l.end-l.x)
	}
	slices.Sort(widths)
	if len(widths) > 0 {
		width = widths[len(widths)*9/10]
	}
	return left, width
}

// join puts a line behind the text before it. A hyphen at the end of the line
// goes, unless the file writes the word with it elsewhere.
func join(text, next string, words map[string]bool) string {
	if text == "" {
		return next
	}
	stem, hyphen := strings.CutSuffix(text, "-")
	if !hyphen {
		stem, hyphen = strings.CutSuffix(text, "\u00ad")
	}
	before, _ := utf8.DecodeLastRuneInString(stem)
	if !hyphen || !unicode.IsLetter(before) || !unicode.IsLower(firstRune(next)) {
		if hyphen || strings.HasSuffix(text, "—") || strings.HasSuffix(text, "–") && !strings.HasSuffix(text, " –") {
			return text + next
		}
		return text + " " + next
	}
	head := stem[strings.LastIndexByte(stem, ' ')+1:]
	tail, _, _ := strings.Cut(next, " ")
	compound := strings.ToLower(head + "-" + strings.TrimRightFunc(tail, unicode.IsPunct))
	if words[compound] && !words[strings.Replace(compound, "-", "", 1)] {
		return text + next
	}
	return stem + next
}

// ligatures are letters that fonts draw as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u00ad", "", "\u00a0", " ", "\u200b", "")

func clean(s string) string {
	return strings.Join(strings.Fields(ligatures.Replace(strings.ToValidUTF8(s, "\uFFFD"))), " ")
}
