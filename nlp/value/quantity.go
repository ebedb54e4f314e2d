package value

// Quantity is a number as a report states it, in the base unit of its
// dimension, with the precision its wording implies. The base units: Money the
// currency unit, Percent and PercentagePoint a hundredth, Age the year,
// Duration the second, Length the metre, Area and Volume its square and cube,
// Mass the kilogram, Speed the metre a second, Temperature the degree Celsius,
// Energy the joule, Power the watt, Data the byte, Ratio the whole.
type Quantity struct {
	Dimension  Dimension
	Low, High  float64    // base units (metre, second, kilogram, the currency unit); equal unless a range
	Precision  float64    // half-width implied by rounding, base units: "1.5 million" is ±50,000; 0 is exact
	Comparator Comparator // what stands before it: "nearly", "at least"
	Unit       string     // canonical unit as written, singular: "metre", "foot", "USD", "percent", "year"; "" for a plain count
	Scale      float64    // base units in one Unit: 0.3048 for "foot", 1000 for "kilometre"; 0 means 1
}

// Dimension says what sort of quantity it is; only like dimensions compare.
type Dimension uint8

// The dimensions. Count is the zero value: a plain number of things.
const (
	Count Dimension = iota
	Money
	Percent
	PercentagePoint
	Age // of a person or thing, years
	Duration
	Length
	Area
	Volume
	Mass
	Speed
	Temperature
	Energy
	Power
	Data    // bytes
	Ordinal // first, 27th: a rank or place in an order
	Score   // "31-24": Low is ours, High theirs, as written
	Ratio   // one in five, two thirds, twofold
)

// Comparator is what a report says about a number's exactness.
type Comparator uint8

// The comparators. Exactly is the zero value: nothing is said.
const (
	Exactly    Comparator = iota
	About                 // about, around, some, roughly, an estimated
	AtLeast               // at least, no fewer than, a minimum of
	MoreThan              // more than, over, above, upwards of
	AtMost                // at most, up to, as many as, no more than
	LessThan              // less than, fewer than, under, below
	Nearly                // nearly, almost, close to, just under: a little less
	JustOver              // just over, slightly more than: a little more
	Between               // a range: Low < High
	Indefinite            // dozens of, hundreds of thousands, several, a few: Low..High is what the word allows
)
