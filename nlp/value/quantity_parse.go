package value

import "math"

// Digits is a number in figures.
type Digits struct {
	Value    float64
	Decimals int  // digits after the point: 2 in "1.50"
	Grouped  bool // has thousands separators: "1,200", "1,00,000"
}

// ParseDigits reads figures with optional thousands separators and decimals:
// "7", "1,200", "2,50,000", "15.5", ".5". ok is false for anything else:
// "1,20" and "1.2.3", signs, exponents, more than 30 bytes.
func ParseDigits(s string) (d Digits, ok bool) {
	if len(s) == 0 || len(s) > 30 {
		return Digits{}, false
	}
	group, point, seen, scale := -1, false, false, 1.0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			seen = true
			if point {
				d.Decimals++
				scale *= 10
			} else if group >= 0 {
				group++
			}
			d.Value = d.Value*10 + float64(c-'0')
		case c == ',' && !point && i > 0 && (group < 0 && i <= 3 || group == 2 || group == 3):
			group, d.Grouped = 0, true
		case c == '.' && !point && (group < 0 || group == 3):
			point = true
		default:
			return Digits{}, false
		}
	}
	if !seen || s[len(s)-1] == '.' || d.Grouped && group != 3 {
		return Digits{}, false
	}
	d.Value /= scale
	return d, true
}

// Rounding: how far a number may lie from what it stands for, by the way it is
// written. Newsrooms round to a figure that is easy to say; trailing zeros and
// scale words show it.
const (
	roundShare = 0.025 // "2,000" is ±50, "25,000" ±500: half the last digit, at most 2.5%
	scaleShare = 0.10  // "$2 billion" is ±0.2 billion: half the last digit, at most 10%
	digitShare = 1e-3  // "43,885,310" is exact: who gives five digits has not rounded
	roundFrom  = 1000  // a bare count below is exact: "40 people" is not 41
)

// Rounding is the half-width that n times scale implies. n is the number
// before its scale word (1.5), decimals the digits after its point (1), scale
// the scale word's worth (1e6; 1 if none). measured is set for what lies on a
// continuous scale (length, money in words, percent), unset for a count:
//
//	27 people 0, 2,000 people 50, 1,234 people 0, 1.5 million 50,000,
//	$141 million 500,000, 40 metres 0.5, 15.5 percent 0.05
func Rounding(n float64, decimals int, scale float64, measured bool) float64 {
	n = math.Abs(n)
	if decimals > 0 {
		if scale > 1 || measured {
			return 0.5 * math.Pow10(-min(decimals, 15)) * scale
		}
		return 0
	}
	digit := lastDigit(n)
	half := digit * n / 2
	if scale == 1 && digit < digitShare && !measured {
		return 0
	}
	switch {
	case scale > 1 && n < 100:
		return math.Min(0.5, n*scaleShare) * scale
	case scale > 1:
		return math.Max(0.5, math.Min(half, n*roundShare)) * scale
	case n >= roundFrom && half > 0.5:
		return math.Min(half, n*roundShare)
	case measured && n >= 100 && half > 0.5:
		return math.Min(half, n*roundShare)
	case measured:
		return 0.5
	}
	return 0
}
