package lexicon

// Measure is what a unit measures.
type Measure uint8

// The measures. NoMeasure is the zero value.
const (
	NoMeasure Measure = iota
	MeasurePercent
	MeasurePoint // percentage points
	MeasureDuration
	MeasureLength
	MeasureArea
	MeasureVolume
	MeasureMass
	MeasureSpeed
	MeasureTemperature
	MeasureEnergy
	MeasurePower
	MeasureData
	MeasureMoney
)

// Unit is a unit of measure. A value v in it is (v + Offset) * Factor in the
// base unit: second, metre and its square and cube, kilogram, metre a second,
// degree Celsius, joule, watt, byte, currency unit, percent.
type Unit struct {
	Name    string // canonical, singular: "metre", "USD"
	Measure Measure
	Factor  float64
	Offset  float64
	Glued   bool // read as a unit only when nothing stands between figures and it: "5m", "12in"
}

// UnitOf looks up a lower-case word or abbreviation. It has the singular and
// plural of each unit, British and American.
func UnitOf(word string) (Unit, bool) {
	u, ok := units[word]
	return u, ok
}

// A month is a twelfth and a year 365.25 days, so that 12 months are a year.
const (
	minute = 60.0
	hour   = 60 * minute
	day    = 24 * hour
	year   = 365.25 * day
	mile   = 1609.344
	foot   = 0.3048
	pound  = 0.45359237
)

// Factors are exact by definition (international yard and pound 1959, SI);
// gallons, barrels and short tons are the American ones.
var units = unitTable([]unitRow{
	{Unit{Name: "percent", Measure: MeasurePercent, Factor: 1}, "% percent pct percents"},
	{Unit{Name: "percentage point", Measure: MeasurePoint, Factor: 0.01}, "bp bps"},

	{Unit{Name: "millisecond", Measure: MeasureDuration, Factor: 0.001}, "millisecond milliseconds ms"},
	{Unit{Name: "second", Measure: MeasureDuration, Factor: 1}, "second seconds sec secs"},
	{Unit{Name: "minute", Measure: MeasureDuration, Factor: minute}, "minute minutes min mins"},
	{Unit{Name: "hour", Measure: MeasureDuration, Factor: hour}, "hour hours hr hrs"},
	{Unit{Name: "day", Measure: MeasureDuration, Factor: day}, "day days"},
	{Unit{Name: "night", Measure: MeasureDuration, Factor: day}, "nights"},
	{Unit{Name: "week", Measure: MeasureDuration, Factor: 7 * day}, "week weeks wk wks"},
	{Unit{Name: "fortnight", Measure: MeasureDuration, Factor: 14 * day}, "fortnight fortnights"},
	{Unit{Name: "month", Measure: MeasureDuration, Factor: year / 12}, "month months"},
	{Unit{Name: "year", Measure: MeasureDuration, Factor: year}, "year years yr yrs"},
	{Unit{Name: "decade", Measure: MeasureDuration, Factor: 10 * year}, "decade decades"},
	{Unit{Name: "century", Measure: MeasureDuration, Factor: 100 * year}, "century centuries"},

	{Unit{Name: "millimetre", Measure: MeasureLength, Factor: 0.001}, "millimetre millimetres millimeter millimeters mm"},
	{Unit{Name: "centimetre", Measure: MeasureLength, Factor: 0.01}, "centimetre centimetres centimeter centimeters cm cms"},
	{Unit{Name: "metre", Measure: MeasureLength, Factor: 1}, "metre metres meter meters"},
	{Unit{Name: "metre", Measure: MeasureLength, Factor: 1, Glued: true}, "m"},
	{Unit{Name: "kilometre", Measure: MeasureLength, Factor: 1000}, "kilometre kilometres kilometer kilometers km kms"},
	{Unit{Name: "inch", Measure: MeasureLength, Factor: 0.0254}, "inch inches"},
	{Unit{Name: "inch", Measure: MeasureLength, Factor: 0.0254, Glued: true}, "in"},
	{Unit{Name: "foot", Measure: MeasureLength, Factor: foot}, "foot feet ft"},
	{Unit{Name: "yard", Measure: MeasureLength, Factor: 0.9144}, "yard yards yd yds"},
	{Unit{Name: "mile", Measure: MeasureLength, Factor: mile}, "mile miles"},
	{Unit{Name: "nautical mile", Measure: MeasureLength, Factor: 1852}, "nm"},
	{Unit{Name: "light-year", Measure: MeasureLength, Factor: 9.4607304725808e15}, "light-year light-years"},

	{Unit{Name: "square metre", Measure: MeasureArea, Factor: 1}, "sqm m2 m² sq.m"},
	{Unit{Name: "square kilometre", Measure: MeasureArea, Factor: 1e6}, "sqkm km2 km²"},
	{Unit{Name: "square foot", Measure: MeasureArea, Factor: foot * foot}, "sqft"},
	{Unit{Name: "acre", Measure: MeasureArea, Factor: 4046.8564224}, "acre acres"},
	{Unit{Name: "hectare", Measure: MeasureArea, Factor: 1e4}, "hectare hectares ha"},

	{Unit{Name: "cubic metre", Measure: MeasureVolume, Factor: 1}, "m3 m³"},
	{Unit{Name: "litre", Measure: MeasureVolume, Factor: 0.001}, "litre litres liter liters"},
	{Unit{Name: "millilitre", Measure: MeasureVolume, Factor: 1e-6}, "millilitre millilitres milliliter milliliters ml"},
	{Unit{Name: "gallon", Measure: MeasureVolume, Factor: 0.003785411784}, "gallon gallons"},
	{Unit{Name: "barrel", Measure: MeasureVolume, Factor: 0.158987294928}, "barrel barrels"},
	{Unit{Name: "pint", Measure: MeasureVolume, Factor: 0.000473176473}, "pint pints"},

	{Unit{Name: "milligram", Measure: MeasureMass, Factor: 1e-6}, "milligram milligrams mg"},
	{Unit{Name: "gram", Measure: MeasureMass, Factor: 0.001}, "gram grams gramme grammes"},
	{Unit{Name: "gram", Measure: MeasureMass, Factor: 0.001, Glued: true}, "g"},
	{Unit{Name: "kilogram", Measure: MeasureMass, Factor: 1}, "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs"},
	{Unit{Name: "tonne", Measure: MeasureMass, Factor: 1000}, "tonne tonnes"},
	{Unit{Name: "ton", Measure: MeasureMass, Factor: 2000 * pound}, "ton tons"},
	{Unit{Name: "pound", Measure: MeasureMass, Factor: pound}, "pound pounds lb lbs"},
	{Unit{Name: "ounce", Measure: MeasureMass, Factor: pound / 16}, "ounce ounces oz"},

	{Unit{Name: "mile per hour", Measure: MeasureSpeed, Factor: mile / hour}, "mph"},
	{Unit{Name: "kilometre per hour", Measure: MeasureSpeed, Factor: 1000 / hour}, "kph kmph km/h kmh"},
	{Unit{Name: "metre per second", Measure: MeasureSpeed, Factor: 1}, "m/s"},
	{Unit{Name: "knot", Measure: MeasureSpeed, Factor: 1852 / hour}, "knot knots"},

	{Unit{Name: "degree", Measure: MeasureTemperature, Factor: 1}, "degree degrees °"},
	{Unit{Name: "degree Celsius", Measure: MeasureTemperature, Factor: 1}, "°c celsius centigrade"},
	{Unit{Name: "degree Celsius", Measure: MeasureTemperature, Factor: 1, Glued: true}, "c"},
	{Unit{Name: "degree Fahrenheit", Measure: MeasureTemperature, Factor: 5.0 / 9, Offset: -32}, "°f fahrenheit"},
	{Unit{Name: "degree Fahrenheit", Measure: MeasureTemperature, Factor: 5.0 / 9, Offset: -32, Glued: true}, "f"},

	{Unit{Name: "calorie", Measure: MeasureEnergy, Factor: 4184}, "calorie calories kcal"},
	{Unit{Name: "joule", Measure: MeasureEnergy, Factor: 1}, "joule joules"},
	{Unit{Name: "kilowatt-hour", Measure: MeasureEnergy, Factor: 3.6e6}, "kilowatt-hour kilowatt-hours kwh"},
	{Unit{Name: "megawatt-hour", Measure: MeasureEnergy, Factor: 3.6e9}, "megawatt-hour megawatt-hours mwh"},
	{Unit{Name: "kiloton", Measure: MeasureEnergy, Factor: 4.184e12}, "kiloton kilotons"},
	{Unit{Name: "megaton", Measure: MeasureEnergy, Factor: 4.184e15}, "megaton megatons"},

	{Unit{Name: "watt", Measure: MeasurePower, Factor: 1}, "watt watts"},
	{Unit{Name: "kilowatt", Measure: MeasurePower, Factor: 1e3}, "kilowatt kilowatts kw"},
	{Unit{Name: "megawatt", Measure: MeasurePower, Factor: 1e6}, "megawatt megawatts mw"},
	{Unit{Name: "gigawatt", Measure: MeasurePower, Factor: 1e9}, "gigawatt gigawatts gw"},
	{Unit{Name: "horsepower", Measure: MeasurePower, Factor: 745.69987158227022}, "horsepower hp bhp"},

	{Unit{Name: "kilobyte", Measure: MeasureData, Factor: 1e3}, "kilobyte kilobytes kb"},
	{Unit{Name: "megabyte", Measure: MeasureData, Factor: 1e6}, "megabyte megabytes mb"},
	{Unit{Name: "gigabyte", Measure: MeasureData, Factor: 1e9}, "gigabyte gigabytes gb"},
	{Unit{Name: "terabyte", Measure: MeasureData, Factor: 1e12}, "terabyte terabytes tb"},
	{Unit{Name: "petabyte", Measure: MeasureData, Factor: 1e15}, "petabyte petabytes pb"},
})

type unitRow struct {
	unit  Unit
	words string
}

func unitTable(rows []unitRow) map[string]Unit {
	table := make(map[string]Unit, 3*len(rows))
	for _, r := range rows {
		for w := range wordSet(r.words) {
			table[w] = r.unit
		}
	}
	return table
}
