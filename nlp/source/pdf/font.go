package pdf

import (
	"slices"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	reader "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// font tells of each code what it shows and how wide it is.
type font struct {
	bytes   int // of a code: 1, or 2 in composite fonts
	text    map[int]string
	widths  map[int]float64 // in thousandths of the size
	missing float64         // width of codes that have none
	guessed bool            // no widths are given
	coder   reader.TextEncoding
}

// maxCodes bounds the codes of a font: two bytes.
const maxCodes = 1 << 16

func readFont(v reader.Value) *font {
	f := &font{bytes: 1, text: map[int]string{}, widths: map[int]float64{}}
	if v.Key("Subtype").Name() == "Type0" {
		f.bytes = 2
		f.readComposite(v.Key("DescendantFonts").Index(0))
	} else {
		f.readSimple(v)
	}
	if u := v.Key("ToUnicode"); u.Kind() == reader.Stream {
		f.readCMap(u, v)
	}
	plain := reader.Font{V: v}
	f.coder = plain.Encoder()
	return f
}

func (f *font) readSimple(v reader.Value) {
	first, widths := int(v.Key("FirstChar").Int64()), v.Key("Widths")
	for i := range min(widths.Len(), maxCodes) {
		f.widths[first+i] = widths.Index(i).Float64()
	}
	f.missing = v.Key("FontDescriptor").Key("MissingWidth").Float64()
	f.guessed = len(f.widths) == 0
}

// readComposite reads the widths of a composite font: "c [w w ...]" and
// "from to w".
func (f *font) readComposite(v reader.Value) {
	f.missing = 1000
	if dw := v.Key("DW"); !dw.IsNull() {
		f.missing = dw.Float64()
	}
	w := v.Key("W")
	for i := 0; i+1 < w.Len(); {
		code := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == reader.Array {
			for k := range min(list.Len(), maxCodes) {
				f.widths[code+k] = list.Index(k).Float64()
			}
			i += 2
			continue
		}
		last := min(int(w.Index(i+1).Int64()), maxCodes)
		for ; code <= last && code >= 0; code++ {
			f.widths[code] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// readCMap reads what codes mean: bfchar and bfrange of a ToUnicode map. owner
// is any dictionary.
func (f *font) readCMap(v, owner reader.Value) {
	var args []reader.Value
	reader.Interpret(v, func(stk *reader.Stack, op string) {
		switch op {
		case "findresource": // leaves a dictionary that "begin" opens
			stk.Pop()
			stk.Pop()
			stk.Push(owner)
			return
		case "defineresource":
			stk.Pop()
			stk.Pop()
			return
		case "beginbfchar", "beginbfrange", "endbfchar", "endbfrange", "begincodespacerange", "endcodespacerange":
		default:
			return
		}
		args = args[:0]
		for stk.Len() > 0 {
			args = append(args, stk.Pop())
		}
		slices.Reverse(args)
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				f.text[code(args[i].RawString())] = utf16Text(args[i+1].RawString())
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				f.readRange(code(args[i].RawString()), code(args[i+1].RawString()), args[i+2])
			}
		}
	})
}

func (f *font) readRange(from, to int, v reader.Value) {
	if from < 0 || to >= maxCodes {
		return
	}
	if v.Kind() == reader.Array {
		for i := range min(v.Len(), to-from+1) {
			f.text[from+i] = utf16Text(v.Index(i).RawString())
		}
		return
	}
	base := []rune(utf16Text(v.RawString()))
	for c := from; c <= to && len(base) > 0; c++ {
		f.text[c] = string(base)
		base[len(base)-1]++
	}
}

func code(raw string) int {
	n := 0
	for i := range min(len(raw), 2) {
		n = n<<8 | int(raw[i])
	}
	return n
}

func utf16Text(raw string) string {
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	if len(raw) == 1 {
		return raw
	}
	return string(utf16.Decode(units))
}

// show is what a code means.
func (f *font) show(c int, raw string) string {
	if s, ok := f.text[c]; ok {
		return s
	}
	s := ""
	if f.bytes == 1 && f.coder != nil {
		s = f.coder.Decode(raw)
		if r, _ := utf8.DecodeRuneInString(s); r >= 0x80 && r < 0xa0 {
			s = string(charmap.Windows1252.DecodeByte(byte(r)))
		} else if r == utf8.RuneError {
			s = string(charmap.Windows1252.DecodeByte(raw[0]))
		}
	}
	f.text[c] = s
	return s
}

// width is how far a code moves the pen, as a share of the size.
func (f *font) width(c int, text string) float64 {
	if w, ok := f.widths[c]; ok {
		return w / 1000
	}
	if f.guessed {
		return guessWidth(text)
	}
	return f.missing / 1000
}

// guessWidth is about how wide the letters of the standard fonts are: those
// that a PDF may use without giving their widths.
func guessWidth(text string) float64 {
	r, _ := utf8.DecodeRuneInString(text)
	switch r {
	case ' ', 'i', 'j', 'l', 't', 'f', 'I', '.', ',', ';', ':', '\'', '!', '|', '/', '‘', '’', '(', ')', '-', 'r':
		return 0.28
	case 'm', 'w', 'M', 'W', '—', '%', '@':
		return 0.82
	}
	if unicode.IsUpper(r) {
		return 0.68
	}
	return 0.52
}
