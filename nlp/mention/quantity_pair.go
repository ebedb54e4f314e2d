package mention

import (
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// pair joins p with a second number: a range ("10-12", "5 to 7", "between 5
// and 7", "two or three") or a score ("31-24", "3–0").
func (f *quantityFinder) pair(p *parsed) {
	if p.num.vague || p.num.fraction || p.num.article {
		return
	}
	join := f.norm(p.last)
	between := f.norm(p.first-1) == "between"
	switch join {
	case "-":
	case "and":
		if !between {
			return
		}
	case "to":
		if f.norm(p.first-1) == "from" {
			return // a change, not a range
		}
	case "or":
	default:
		return
	}
	j := p.last + 1
	if j >= f.hi || f.inTime(j) {
		return
	}
	second, ok := f.single(j)
	if !ok || second.num.vague || second.num.article || second.num.fraction {
		return
	}
	if join == "-" && f.score(p, second) {
		return
	}
	f.span(p, second, join, between)
}

// highestScore bounds what is read as a score or a count of votes.
const highestScore = 300

// score reads two plain numbers around a dash as a score where the sentence
// speaks of sport or votes, or the first is the greater.
func (f *quantityFinder) score(p *parsed, second parsed) bool {
	if p.unit || second.unit || !p.num.figures || !second.num.figures || p.num.wordScaled || second.num.wordScaled ||
		p.num.decimals > 0 || second.num.decimals > 0 || p.num.low > highestScore || second.num.low > highestScore {
		return false
	}
	glued := f.glued(p.last-1) && f.glued(p.last)
	sport := f.sport()
	if !sport && (!glued || p.num.low <= second.num.low) {
		return false
	}
	if sport && p.num.low < second.num.low && f.tag(second.last) == "NNS" {
		return false // "10-12 weeks" among sports
	}
	p.value = value.Quantity{Dimension: value.Score, Low: p.num.low, High: second.num.low}
	p.last, p.unit = second.last, true
	return true
}

// sport reports whether the sentence has a word of contests. It looks only
// near the number, so that a text without full stops costs no more.
func (f *quantityFinder) sport() bool {
	from, to := max(f.lo, f.free-sportWindow), min(f.hi, f.free+sportWindow)
	for i := from; i < to; i++ {
		if lexicon.SportWord(f.toks[i].Norm) {
			return true
		}
	}
	return false
}

// sportWindow is how many tokens around a pair of figures are read.
const sportWindow = 40

// widestRange is how many times its lower end the upper end of a range is at
// most; beyond it two numbers only happen to stand together.
const widestRange = 30

// span makes a range of p and second where both measure alike.
func (f *quantityFinder) span(p *parsed, second parsed, join string, between bool) {
	a, b := &p.num, &second.num
	if p.unit && second.unit && (p.value.Dimension != second.value.Dimension || p.value.Dimension == value.Score) {
		return
	}
	if p.unit && !second.unit {
		if p.value.Dimension != value.Money && !between {
			return
		}
	}
	if p.value.Dimension == value.Money && p.unit && !second.unit { // "$5 to 7 million"
		u := lexicon.Unit{Name: p.value.Unit, Measure: lexicon.MeasureMoney, Factor: 1}
		second.value, second.unit = b.of(u), true
	}
	if b.wordScaled && !a.wordScaled && a.n < b.n { // "5 to 7 million"
		a.times(b.scale)
		a.wordScaled = true
		if p.unit {
			p.value.Low, p.value.High = p.value.Low*b.scale, p.value.High*b.scale
		}
	}
	low, high := a.low, b.low
	if p.unit {
		low, high = p.value.Low, second.value.Low
	} else if second.unit && second.value.Scale > 0 {
		high = b.low // compare in the unit as written
	}
	if low >= high || low > 0 && high > widestRange*low || (low == 0 && !between) {
		return
	}
	if join == "or" && (high-low != 1 && p.num.figures != second.num.figures || p.unit) {
		return
	}
	if join == "-" && !p.unit && isYear(*a) {
		return
	}
	q := second.value
	switch {
	case p.unit:
		q.Low, q.High = p.value.Low, second.value.Low
	case second.unit:
		q.Low = second.value.Low - (b.low-a.low)*max(q.Scale, 0)
		if q.Scale == 0 {
			q.Low = a.low
		}
		q.High = second.value.High
	default:
		q = value.Quantity{Low: a.low, High: b.low, Precision: b.rounding(false)}
	}
	q.Comparator = value.Between
	p.value, p.last, p.unit = q, second.last, p.unit || second.unit
	p.num.grouped = true // a range is no year
	p.ownNoun = second.ownNoun
}
