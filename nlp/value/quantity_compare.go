package value

import (
	"math"
	"strconv"
)

// How far a wording reaches beyond the number it names. The figures are
// conventions of news English, not laws: where a report says "nearly 30" a
// reader accepts 28 and is surprised by 24.
const (
	nearlyReach  = 0.15 // "nearly 30": 25.5 up to, not including, 30
	justOverStep = 0.10 // "just over 30": above 30, at most 33
	aboutFloor   = 0.01 // "about 145 million": at least ±1%, so 143 million is out
	aboutReach   = 0.12 // "about 40": half a unit of its last digit, but at most ±12%
	unitReach    = 0.02 // "40 metres" and "130 feet": a figure converted was rounded twice
	wordReach    = 0.03 // "a third" and "34 percent": a fraction in words, in parts of the whole
)

// Mid is the middle of Low and High, in base units: the value itself where q
// is no range.
func (q Quantity) Mid() float64 {
	if q.Low == q.High {
		return q.Low
	}
	return q.Low + (q.High-q.Low)/2
}

// Compare says how a and b stand to each other if they measure the same thing,
// with the reason in a few words ("28 is nearly 30"). It is symmetric, and a
// quantity equals itself. Unknown: other dimensions, currencies, or counted
// units. Equal: one normal form. Compatible: the stretches of values that the
// two wordings allow overlap. Conflict: they do not.
func (a Quantity) Compare(b Quantity) (Relation, string) {
	keyA, keyB := a.String(), b.String()
	if keyB < keyA {
		a, b, keyA, keyB = b, a, keyB, keyA // one order, so that both ways give one answer
	}
	if !comparable(a, b) {
		return Unknown, ""
	}
	if keyA == keyB {
		return Equal, "both say " + keyA
	}
	if a.Dimension == Score {
		if a.Low == b.High && a.High == b.Low {
			return Compatible, "the same score from the other side"
		}
		return Conflict, keyA + " is not " + keyB
	}
	if a.oppose(b) {
		return Conflict, whyNot(a, b, keyA, keyB)
	}
	ra, rb := a.reach(), b.reach()
	if converted(a, b) {
		ra, rb = ra.widen(unitReach), rb.widen(unitReach)
	}
	var fits bool
	if a.point() && b.point() {
		// The finer must lie within the coarser: 7 ± 0.5 and 8 ± 0.5 touch, yet differ.
		gap := math.Abs(ra.middle() - rb.middle())
		fits = gap <= math.Max(ra.half(), rb.half())*(1+slack)
	} else {
		fits = ra.meets(rb)
	}
	if fits {
		return Compatible, why(a, b, keyA, keyB)
	}
	return Conflict, whyNot(a, b, keyA, keyB)
}

// comparable reports whether a and b measure alike.
func comparable(a, b Quantity) bool {
	if a.kind() != b.kind() {
		return false
	}
	switch a.Dimension {
	case Money:
		return a.Unit == b.Unit
	case Count:
		return a.Unit == b.Unit || a.Unit == "" || b.Unit == ""
	case Temperature: // "30 degrees" names no scale
		return (a.Unit == "degree") == (b.Unit == "degree")
	}
	return true
}

// converted reports whether a and b measure alike in different units.
func converted(a, b Quantity) bool {
	switch a.Dimension {
	case Count, Money, Percent, PercentagePoint, Ratio, Ordinal, Score, Age:
		return false
	}
	return a.Unit != b.Unit
}

// point reports whether q names one value, give or take.
func (q Quantity) point() bool {
	return (q.Comparator == Exactly || q.Comparator == About) && q.Low == q.High
}

// kind is the dimension, with parts of a whole counted as percent: "one in
// five" and "20 percent" compare.
func (q Quantity) kind() Dimension {
	if q.Dimension == Ratio && q.Low <= 1 && q.High <= 1 {
		return Percent
	}
	return q.Dimension
}

// reach is a stretch of values, either end open or closed.
type reach struct {
	low, high         float64
	openLow, openHigh bool
}

// reach is what the wording allows, in base units; percent for parts of a whole.
func (q Quantity) reach() reach {
	low, high, p := q.Low, q.High, q.Precision
	if q.Dimension == Ratio && q.kind() == Percent {
		low, high, p = low*100, high*100, math.Max(p, wordReach)*100
	}
	size := math.Max(math.Abs(low), math.Abs(high))
	switch q.Comparator {
	case About:
		p = math.Max(p, math.Max(size*aboutFloor, math.Min(lastDigit(q.stated(size))*size/2, size*aboutReach)))
		return reach{low: low - p, high: high + p}
	case AtLeast:
		return reach{low: low - p, high: math.Inf(1)}
	case MoreThan:
		return reach{low: low - p, high: math.Inf(1), openLow: p == 0}
	case AtMost:
		return reach{low: math.Inf(-1), high: high + p}
	case LessThan:
		return reach{low: math.Inf(-1), high: high + p, openHigh: p == 0}
	case Nearly:
		return reach{low: low - math.Max(p, size*nearlyReach), high: high, openHigh: true}
	case JustOver:
		return reach{low: low, high: high + math.Max(p, size*justOverStep), openLow: true}
	}
	return reach{low: low - p, high: high + p}
}

// stated is the size in the unit as written where that is known to differ from
// the base unit, so that "about 130 feet" is round.
func (q Quantity) stated(size float64) float64 {
	if q.Scale > 0 {
		return size / q.Scale
	}
	return size
}

// lastDigit is the worth of the last digit that is not a trailing zero as a
// share of x: 0.25 for 40, 1/145 for 145 million. Numbers beyond 9 digits and
// fractions have no round last digit: it is 0 for them.
func lastDigit(x float64) float64 {
	x = math.Abs(x)
	if x < 1 || x > 1e18 || x != math.Trunc(x) {
		return 0
	}
	unit := 1.0
	for r := x; r >= 10 && math.Mod(r, 10) == 0; r /= 10 {
		unit *= 10
	}
	return unit / x
}

func (r reach) widen(share float64) reach {
	if !math.IsInf(r.low, 0) {
		r.low -= math.Abs(r.low) * share
	}
	if !math.IsInf(r.high, 0) {
		r.high += math.Abs(r.high) * share
	}
	return r
}

// smallFigure is the stated figure below which nobody rounds: seven years is not
// nearly seven years, but $250,000 may well be more than $250,000.
const smallFigure = 100

// oppose reports whether two wordings put the value on different sides of one
// stated figure: just under and more than seven million, seven and nearly seven.
func (a Quantity) oppose(b Quantity) bool {
	if a.Low != a.High || a.Low != b.Low || b.Low != b.High || a.Unit != b.Unit {
		return false
	}
	x, okX := a.side()
	y, okY := b.side()
	if !okX || !okY || x == y {
		return false
	}
	scale := a.Scale
	if scale == 0 {
		scale = 1
	}
	counted := a.Dimension == Count || a.Dimension == Duration || a.Dimension == Age
	return x != 0 && y != 0 || counted && math.Abs(a.Low/scale) < smallFigure
}

// side is where the wording puts the value: -1 below the stated figure, 0 at
// it, 1 above; ok is false for the wordings that leave it open.
func (q Quantity) side() (side int, ok bool) {
	switch q.Comparator {
	case Exactly:
		return 0, true
	case Nearly, LessThan:
		return -1, true
	case MoreThan, JustOver:
		return 1, true
	}
	return 0, false
}

// slack forgives the last bits of floating point, as a share of the value.
const slack = 1e-9

func (r reach) middle() float64 { return r.low + (r.high-r.low)/2 }
func (r reach) half() float64   { return (r.high - r.low) / 2 }

func (r reach) meets(o reach) bool { return r.below(o) && o.below(r) }

// below reports whether r begins no later than o ends.
func (r reach) below(o reach) bool {
	d := o.high - r.low
	if math.IsInf(o.high, 1) || math.IsInf(r.low, -1) {
		return true
	}
	eps := slack * math.Max(math.Abs(o.high), math.Abs(r.low))
	if r.openLow || o.openHigh {
		return d > eps
	}
	return d >= -eps
}

// why words the reason of two that can both be true.
func why(a, b Quantity, keyA, keyB string) string {
	if a.Comparator == Exactly && b.Comparator != Exactly {
		a, b, keyA, keyB = b, a, keyB, keyA
	}
	exact := b.Comparator == Exactly
	switch {
	case a.Comparator == Exactly:
		if a.Unit != b.Unit {
			return keyA + " and " + keyB + " agree after converting and rounding"
		}
		return keyA + " and " + keyB + " agree after rounding"
	case exact:
		return keyB + " is " + a.words()
	}
	return a.words() + " and " + b.words() + " overlap"
}

// whyNot words the reason of two that cannot both be true.
func whyNot(a, b Quantity, keyA, keyB string) string {
	if a.Comparator == Exactly && b.Comparator != Exactly {
		a, b, keyA, keyB = b, a, keyB, keyA
	}
	switch {
	case a.Comparator == Exactly:
		return keyA + " is not " + keyB
	case b.Comparator == Exactly:
		return keyB + " is not " + a.words()
	}
	return a.words() + " is not " + b.words()
}

var comparatorWords = [...]string{"", "about ", "at least ", "more than ", "at most ", "less than ", "nearly ", "just over ", "between ", ""}

// words is the quantity with its comparator as a reader would say it.
func (q Quantity) words() string {
	low, high, unit := q.normal()
	switch q.Comparator {
	case Between:
		return "between " + number(low) + " and " + number(high) + unit
	case Indefinite:
		return "in " + number(low) + " to " + number(high) + unit
	}
	c := ""
	if int(q.Comparator) < len(comparatorWords) {
		c = comparatorWords[q.Comparator]
	}
	if low != high && q.Dimension != Score {
		return c + number(low) + " to " + number(high) + unit
	}
	return c + number(low) + unit
}

var comparatorSigns = [...]string{"", "~", ">=", ">", "<=", "<", "<~", ">~", "", "?"}

// String is the normal form used in keys and messages, in base units: "7",
// "~40 m", ">=12", "5..7", "2500000000 USD", "?24..200" (dozens), "#3"
// (third), "31-24" (a score). Quantities that Compare as Equal have one form.
func (q Quantity) String() string {
	low, high, unit := q.normal()
	sign := ""
	if int(q.Comparator) < len(comparatorSigns) {
		sign = comparatorSigns[q.Comparator]
	}
	if q.Dimension == Score {
		return number(low) + "-" + number(high) + unit
	}
	if q.Dimension == Ordinal {
		sign += "#"
	}
	if l, h := number(low), number(high); l != h {
		return sign + l + ".." + h + unit
	}
	return sign + number(low) + unit
}

var baseUnits = [...]string{
	PercentagePoint: " points", Age: " years old", Duration: " s", Length: " m", Area: " m2", Volume: " m3",
	Mass: " kg", Speed: " m/s", Temperature: " C", Energy: " J", Power: " W", Data: " bytes", Ordinal: "", Score: "",
	Ratio: " times",
}

// normal is the values in the form in which they are keyed, with the unit and
// a space before it.
func (q Quantity) normal() (low, high float64, unit string) {
	low, high = q.Low, q.High
	switch q.kind() {
	case Percent:
		if q.Dimension == Ratio {
			low, high = low*100, high*100
		}
		return low, high, "%"
	case Count, Money:
		if q.Unit != "" {
			unit = " " + q.Unit
		}
		return low, high, unit
	case Temperature:
		if q.Unit == "degree" {
			return low, high, " degrees"
		}
	}
	if int(q.Dimension) < len(baseUnits) {
		unit = baseUnits[q.Dimension]
	}
	return low, high, unit
}

// keyDigits is the number of significant digits in keys: enough for cents in a
// sum of billions, few enough to swallow what converting units adds.
const keyDigits = 12

// number is x without exponent up to 1e15 and without trailing zeros.
func number(x float64) string {
	if x == math.Trunc(x) && math.Abs(x) < 1e11 {
		return strconv.FormatInt(int64(x), 10)
	}
	s := strconv.FormatFloat(x, 'g', keyDigits, 64)
	r, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(r) >= 1e15 || math.Abs(r) < 1e-6 {
		return s
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}
