package mention

import (
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// measured reads a number with its currency and unit at token i, and the
// second number of a range or a pair.
func (f *quantityFinder) measured(i int) (parsed, bool) {
	p, ok := f.single(i)
	if !ok {
		return p, false
	}
	f.pair(&p)
	return p, true
}

// single reads one number with its currency and unit: "$2.5bn", "40 metres",
// "five-year-old", "15.5 percent", "27", "6ft 2in".
func (f *quantityFinder) single(i int) (parsed, bool) {
	if p, ok := f.money(i); ok {
		return p, true
	}
	if p, ok := f.compound(i); ok {
		return p, true
	}
	if p, ok := f.multiple(i); ok {
		return p, true
	}
	num, ok := f.number(i, false)
	if !ok {
		return parsed{}, false
	}
	p := parsed{first: i, last: num.last, num: num}
	if f.share(&p) {
		return p, true
	}
	if num.fraction {
		p.value, p.unit = value.Quantity{Dimension: value.Ratio, Low: num.low, High: num.high}, true
		return p, true
	}
	f.unit(&p)
	if num.article && (!p.unit || p.value.Dimension == value.Money) {
		return parsed{}, false // "a share"
	}
	if !p.unit {
		p.value = f.count(num)
	}
	f.added(&p)
	return p, true
}

// count is the value of a number without a unit.
func (f *quantityFinder) count(n number) value.Quantity {
	q := value.Quantity{Low: n.low, High: n.high}
	if n.vague {
		q.Comparator = value.Indefinite
		return q
	}
	q.Precision = n.rounding(false)
	return q
}

// rounding is the half-width that the wording of the number implies.
func (n *number) rounding(measured bool) float64 {
	if n.vague || n.article {
		return 0
	}
	return max(n.width, value.Rounding(n.n, n.decimals, n.scale, measured))
}

// dimensions gives the dimension of each measure.
var dimensions = [...]value.Dimension{
	lexicon.MeasurePercent: value.Percent, lexicon.MeasurePoint: value.PercentagePoint, lexicon.MeasureDuration: value.Duration,
	lexicon.MeasureLength: value.Length, lexicon.MeasureArea: value.Area, lexicon.MeasureVolume: value.Volume,
	lexicon.MeasureMass: value.Mass, lexicon.MeasureSpeed: value.Speed, lexicon.MeasureTemperature: value.Temperature,
	lexicon.MeasureEnergy: value.Energy, lexicon.MeasurePower: value.Power, lexicon.MeasureData: value.Data,
	lexicon.MeasureMoney: value.Money,
}

// of is the quantity of n in the unit.
func (n *number) of(u lexicon.Unit) value.Quantity {
	q := value.Quantity{
		Dimension: dimensions[u.Measure], Unit: u.Name, Scale: u.Factor,
		Low: (n.low + u.Offset) * u.Factor, High: (n.high + u.Offset) * u.Factor,
		Precision: n.rounding(u.Measure != lexicon.MeasureMoney) * u.Factor,
	}
	if n.vague {
		q.Comparator, q.Precision = value.Indefinite, 0
	}
	return q
}

// unit reads the unit after the number, if there is one.
func (f *quantityFinder) unit(p *parsed) {
	j := p.last
	if f.inTime(j) {
		return
	}
	of := f.norm(j) == "of" // "tens of millions of dollars", "a couple of years", "half of a mile"
	if of {
		if p.num.scale == 1 && !p.num.vague && f.norm(j-1) != "pair" {
			return
		}
		j++
	}
	u, last, ok := f.unitAt(j, p.num)
	if !ok || of && p.num.article {
		return
	}
	if f.norm(last) == "and" && f.norm(last+1) == "a" && f.norm(last+2) == "half" && p.num.low == p.num.high && p.num.decimals == 0 && p.num.scale == 1 {
		p.num.low, p.num.high, p.num.article = p.num.low+0.5, p.num.high+0.5, false // "an hour and a half"
		last += 3
	}
	p.value, p.last, p.unit = p.num.of(u), last, true
	if u.Measure == lexicon.MeasureDuration {
		f.old(p)
	}
}

// unitAt reads a unit at token j after number n.
func (f *quantityFinder) unitAt(j int, n number) (lexicon.Unit, int, bool) {
	w, next := f.norm(j), f.norm(j+1)
	switch w {
	case "per":
		if next == "cent" {
			u, _ := lexicon.UnitOf("percent")
			return u, j + 2, true
		}
		return lexicon.Unit{}, 0, false
	case "percentage", "percent", "%", "per-cent":
		if next == "point" || next == "points" {
			return lexicon.Unit{Name: "percentage point", Measure: lexicon.MeasurePoint, Factor: 1}, j + 2, true
		}
		if w == "per-cent" {
			w = "percent"
		}
	case "basis":
		if next == "points" || next == "point" {
			u, _ := lexicon.UnitOf("bps")
			return u, j + 2, true
		}
	case "square", "sq", "sq.", "cubic":
		if u, ok := lexicon.UnitOf(next); ok && u.Measure == lexicon.MeasureLength {
			return power(u, w == "cubic"), j + 2, true
		}
		return lexicon.Unit{}, 0, false
	case "nautical", "metric":
		if u, ok := lexicon.UnitOf(next); ok {
			return alternative(u, w), j + 2, true
		}
	case "american", "us", "u.s.", "australian", "canadian", "singapore", "taiwanese", "namibian", "jamaican", "zimbabwean":
		if next == "dollars" || next == "dollar" {
			return lexicon.Unit{Name: lexicon.DollarOf(w), Measure: lexicon.MeasureMoney, Factor: 1}, j + 2, true
		}
	case "pound", "pounds", "p":
		if u, ok := f.pounds(j, n); ok {
			return u, j + 1, true
		}
	}
	if code, worth, ok := lexicon.CurrencyWord(w); ok && (w != "won" || n.scale > 1) && (w != "rand" || n.figures) {
		return lexicon.Unit{Name: code, Measure: lexicon.MeasureMoney, Factor: worth}, j + 1, true
	}
	u, ok := lexicon.UnitOf(w)
	if !ok || !f.unitFits(j, u, n) {
		return u, 0, false
	}
	return f.rate(u, j)
}

// unitFits rules out words that are units only in the right company.
func (f *quantityFinder) unitFits(j int, u lexicon.Unit, n number) bool {
	w := f.norm(j)
	glued := f.glued(j - 1)
	if u.Glued {
		// "5m" and, with a space, the symbols that are no words: "5 m", "20 C".
		return n.figures && (glued || w == "m" || w == "g" || (w == "c" || w == "f") && capitalByte(f.toks[j].Text[0]))
	}
	if len(w) <= 3 && !glued && !n.figures && w != "day" && w != "ton" {
		return false // "ha", "mm" and the like after number words
	}
	switch w {
	case "second":
		return n.low == 1 && n.high == 1 && !n.article || n.fraction || glued
	case "degree", "point":
		return n.low == 1
	}
	return !f.toks[j].Tag.IsProper() || f.heading() || len(w) <= 3
}

func (f *quantityFinder) heading() bool { return f.doc.Sentences[f.sent].Heading }

// rate turns a length or energy with "per hour" after it into a speed, and
// "degrees" with a scale into that scale.
func (f *quantityFinder) rate(u lexicon.Unit, j int) (lexicon.Unit, int, bool) {
	next, third := f.norm(j+1), f.norm(j+2)
	switch {
	case u.Measure == lexicon.MeasureLength && (next == "per" || next == "an" || next == "a") && (third == "hour" || third == "second"):
		t, _ := lexicon.UnitOf(third)
		return lexicon.Unit{Name: u.Name + " per " + third, Measure: lexicon.MeasureSpeed, Factor: u.Factor / t.Factor}, j + 3, true
	case u.Name == "degree":
		if s, ok := lexicon.UnitOf(next); ok && s.Measure == lexicon.MeasureTemperature && s.Name != "degree" {
			return lexicon.Unit{Name: s.Name, Measure: s.Measure, Factor: s.Factor, Offset: s.Offset}, j + 2, true
		}
	}
	return u, j + 1, true
}

func power(u lexicon.Unit, cubic bool) lexicon.Unit {
	if cubic {
		return lexicon.Unit{Name: "cubic " + u.Name, Measure: lexicon.MeasureVolume, Factor: u.Factor * u.Factor * u.Factor}
	}
	return lexicon.Unit{Name: "square " + u.Name, Measure: lexicon.MeasureArea, Factor: u.Factor * u.Factor}
}

func alternative(u lexicon.Unit, word string) lexicon.Unit {
	alt := "nm"
	if word == "metric" {
		alt = "tonne"
	}
	if a, ok := lexicon.UnitOf(alt); ok && a.Measure == u.Measure {
		return a
	}
	return u
}

// pounds decides between money and weight: money where the document writes
// "£", or after "million" with nothing weighed; "p" glued to figures is pence.
func (f *quantityFinder) pounds(j int, n number) (lexicon.Unit, bool) {
	worth := 1.0
	switch {
	case f.norm(j) == "p":
		if !n.figures || !f.glued(j-1) {
			return lexicon.Unit{}, false
		}
		worth = 0.01
	case f.norm(j+1) == "of" || !f.sterling && n.scale < 1e6:
		return lexicon.Unit{}, false
	}
	return lexicon.Unit{Name: "GBP", Measure: lexicon.MeasureMoney, Factor: worth}, true
}

// old makes an age of a duration: "42 years old", "six months of age".
func (f *quantityFinder) old(p *parsed) {
	switch {
	case f.norm(p.last) == "old":
		p.last++
	case f.norm(p.last) == "of" && f.norm(p.last+1) == "age":
		p.last += 2
	default:
		return
	}
	p.value = aged(p.value)
}

// aged is a duration as an age: years, and whole ones are exact.
func aged(q value.Quantity) value.Quantity {
	y, _ := lexicon.UnitOf("year")
	q.Dimension = value.Age
	q.Low, q.High, q.Precision = q.Low/y.Factor, q.High/y.Factor, q.Precision/y.Factor
	if q.Unit == "year" {
		q.Precision = 0
	}
	q.Scale /= y.Factor
	return q
}

// added adds a smaller unit of the same measure: "6ft 2in", "two hours and 15
// minutes".
func (f *quantityFinder) added(p *parsed) {
	d := p.value.Dimension
	if !p.unit || d != value.Length && d != value.Duration && d != value.Mass || p.num.vague {
		return
	}
	j := p.last
	if f.norm(j) == "and" && d == value.Duration {
		j++
	}
	if j >= f.hi || !f.figures(j) && lexicon.Number(f.norm(j)).Kind == lexicon.NumberNone || f.inTime(j) {
		return
	}
	n, ok := f.number(j, false)
	if !ok || n.vague || n.fraction {
		return
	}
	u, last, ok := f.unitAt(n.last, n)
	if !ok || dimensions[u.Measure] != d || u.Factor >= p.value.Scale {
		return
	}
	p.value.Low += n.low * u.Factor
	p.value.High += n.high * u.Factor
	p.value.Precision = n.rounding(true) * u.Factor
	p.last = last
}

// money reads a sum with the currency before it: "$2.5bn", "US$60", "Rs 500",
// "$1.2-million".
func (f *quantityFinder) money(i int) (parsed, bool) {
	j := i
	code, ok := lexicon.Currency(f.norm(i))
	switch {
	case ok && f.norm(i)[0] < 0x80 && f.norm(i)[0] != '$':
		// A code in letters: only before figures.
		if !f.figures(i + 1) {
			if next, sign := lexicon.Currency(f.norm(i + 1)); sign && f.glued(i) {
				code, j = next, i+1
			}
		}
		if f.norm(j) == "us" {
			return parsed{}, false
		}
	case ok:
	default:
		if f.norm(i+1) != "$" || !f.glued(i) {
			return parsed{}, false
		}
		if code, ok = lexicon.Currency(f.norm(i) + "$"); !ok {
			return parsed{}, false
		}
		j = i + 1
	}
	k := j + 1
	if !f.figures(k) {
		if f.norm(k) == "" || f.norm(k)[0] != '.' {
			return parsed{}, false
		}
	}
	unit := lexicon.Unit{Name: code, Measure: lexicon.MeasureMoney, Factor: 1}
	num, ok := f.number(k, true)
	if !ok {
		c, ok := f.parts(k)
		if !ok {
			return parsed{}, false
		}
		p := parsed{first: i, last: k + 1, num: c.num, unit: true}
		p.value = c.num.of(unit)
		return p, true
	}
	p := parsed{first: i, last: num.last, num: num, unit: true}
	p.value = num.of(unit)
	if w := f.norm(p.last); num.wordScaled && (w == "dollars" || w == "pounds" || w == "euros") {
		p.last++
	}
	return p, true
}
