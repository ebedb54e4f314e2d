package pdf

import (
	"math"

	reader "github.com/ledongthuc/pdf"
)

// glyph is a letter on a page, in points from its lower left corner.
type glyph struct {
	text  string
	x, y  float64 // where the pen stood
	end   float64 // where it went
	size  float64
	rough bool // how far it stands from the letter before is a guess
}

// matrix is [a b 0; c d 0; e f 1].
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

func (m matrix) times(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

// state is the part of the graphics state that text depends on.
type state struct {
	ctm, text, line         matrix
	font                    *font
	size, leading, rise     float64
	charSpace, wordSpace, h float64 // h is horizontal scaling, 1 for 100 %
	moved                   bool    // the pen was placed anew
}

// interpreter runs the content of pages.
type interpreter struct {
	fonts map[string]*font // by object
	out   []glyph
	total int
	depth int
}

// Bounds on nesting.
const (
	maxForms  = 8
	maxStates = 64
)

// page is the letters of a page in the order in which they are drawn.
func (in *interpreter) page(p reader.Page) []glyph {
	in.out = nil
	in.run(p.V.Key("Contents"), p.Resources(), identity)
	return in.out
}

// run interprets a content stream.
func (in *interpreter) run(stream, resources reader.Value, ctm matrix) {
	if stream.IsNull() || in.depth >= maxForms {
		return
	}
	in.depth++
	defer func() { in.depth-- }()
	s := state{ctm: ctm, text: identity, line: identity, h: 1}
	var saved []state
	reader.Interpret(stream, func(stk *reader.Stack, op string) {
		args := make([]reader.Value, stk.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stk.Pop()
		}
		num := func(i int) float64 {
			if i >= len(args) {
				return 0
			}
			return args[i].Float64()
		}
		switch op {
		case "q":
			if len(saved) < maxStates {
				saved = append(saved, s)
			}
		case "Q":
			if n := len(saved); n > 0 {
				s, saved = saved[n-1], saved[:n-1]
			}
		case "cm":
			s.ctm = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}.times(s.ctm)
		case "Do":
			if len(args) == 1 {
				in.form(resources.Key("XObject").Key(args[0].Name()), resources, s.ctm)
			}
		case "Tf":
			if len(args) == 2 {
				s.font, s.size = in.font(resources.Key("Font").Key(args[0].Name()), args[0].Name()), num(1)
			}
		default:
			in.textOperator(&s, op, args, num)
		}
	})
}

// form runs a part of the page that is drawn as a whole.
func (in *interpreter) form(x, outer reader.Value, ctm matrix) {
	if x.Key("Subtype").Name() != "Form" {
		return
	}
	if m := x.Key("Matrix"); m.Len() == 6 {
		ctm = matrix{m.Index(0).Float64(), m.Index(1).Float64(), m.Index(2).Float64(), m.Index(3).Float64(), m.Index(4).Float64(), m.Index(5).Float64()}.times(ctm)
	}
	resources := x.Key("Resources")
	if resources.IsNull() {
		resources = outer
	}
	in.run(x, resources, ctm)
}

// font reads a font once: two dictionaries that print alike are one.
func (in *interpreter) font(v reader.Value, name string) *font {
	key := name + v.String()
	f, ok := in.fonts[key]
	if !ok {
		f = readFont(v)
		in.fonts[key] = f
	}
	return f
}

// textOperator runs the operators that move the pen and show text.
func (in *interpreter) textOperator(s *state, op string, args []reader.Value, num func(int) float64) {
	next := func(x, y float64) {
		s.line = matrix{1, 0, 0, 1, x, y}.times(s.line)
		s.text, s.moved = s.line, true
	}
	switch op {
	case "BT":
		s.text, s.line, s.moved = identity, identity, true
	case "Tc":
		s.charSpace = num(0)
	case "Tw":
		s.wordSpace = num(0)
	case "Tz":
		s.h = num(0) / 100
	case "TL":
		s.leading = num(0)
	case "Ts":
		s.rise = num(0)
	case "Td":
		next(num(0), num(1))
	case "TD":
		s.leading = -num(1)
		next(num(0), num(1))
	case "Tm":
		s.line = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}
		s.text, s.moved = s.line, true
	case "T*":
		next(0, -s.leading)
	case "'", "\"":
		if op == "\"" && len(args) == 3 {
			s.wordSpace, s.charSpace = num(0), num(1)
		}
		next(0, -s.leading)
		if len(args) > 0 {
			in.show(s, args[len(args)-1].RawString())
		}
	case "Tj":
		if len(args) > 0 {
			in.show(s, args[0].RawString())
		}
	case "TJ":
		if len(args) == 0 {
			return
		}
		for i := range args[0].Len() {
			if v := args[0].Index(i); v.Kind() == reader.String {
				in.show(s, v.RawString())
			} else {
				s.text = matrix{1, 0, 0, 1, -v.Float64() / 1000 * s.size * s.h, 0}.times(s.text)
			}
		}
	}
}

// show draws a string.
func (in *interpreter) show(s *state, raw string) {
	if s.font == nil {
		return
	}
	pair := len(raw) <= 2*s.font.bytes
	for n := s.font.bytes; len(raw) >= n; raw = raw[n:] {
		c := code(raw[:n])
		text := s.font.show(c, raw[:n])
		m := matrix{s.size * s.h, 0, 0, s.size, 0, s.rise}.times(s.text).times(s.ctm)
		move := s.font.width(c, text)*s.size + s.charSpace
		if n == 1 && raw[0] == ' ' {
			move += s.wordSpace
		}
		s.text = matrix{1, 0, 0, 1, move * s.h, 0}.times(s.text)
		end := s.text.times(s.ctm)
		if pair && s.charSpace > 0 { // some producers write the blank between two letters so
			end = matrix{1, 0, 0, 1, -s.charSpace * s.h, 0}.times(s.text).times(s.ctm)
		}
		// Letters that stand on end are watermarks and stamps.
		if text != "" && math.Abs(m.b) < math.Abs(m.a)/4 && m.a > 0 {
			in.out = append(in.out, glyph{text, m.e, m.f, end.e, math.Hypot(m.c, m.d), s.font.guessed && s.moved})
			s.moved = false
			if in.total++; in.total > maxRunes {
				panic(ErrTooLarge)
			}
		}
	}
}
