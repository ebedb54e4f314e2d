package mention

import "github.com/factdiff/factdiff/nlp/value"

// comparator is a comparatorWording before a number with what it says.
type comparator struct {
	words []string // the last first: they are read backward from the number
	means value.Comparator
}

// comparators is keyed by the last word; longer wordings stand first.
var comparators = comparatorTable(
	comparing(value.About, "about", "just about", "around", "somewhere around", "roughly", "very roughly", "approximately", "approx", "approx.", "some",
		"an estimated", "estimated", "in the region of", "on the order of", "circa", "ca.", "~", "maybe", "perhaps", "something like", "as about",
		"at around", "at about"),
	comparing(value.AtLeast, "at least", "a least", "atleast", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of", "as few as",
		"as little as", "as low as"),
	comparing(value.MoreThan, "more than", "well over", "over", "well above", "above", "upwards of", "upward of", "well more than", "in excess of",
		"exceeding", "greater than", "north of", "higher than", "longer than", "older than", "larger than", "bigger than", "much more than", "far more than", "well upwards of", ">", "exceeded", "exceeds", "topped", "surpassed", "topping"),
	comparing(value.AtMost, "at most", "at the most", "up to", "as many as", "as much as", "no more than", "not more than", "a maximum of",
		"maximum of", "as high as", "as long as", "within", "no longer than", "as large as"),
	comparing(value.LessThan, "less than", "fewer than", "well under", "under", "below", "well below", "lower than", "smaller than", "younger than", "shorter than", "much less than", "far less than", "far fewer than", "<"),
	comparing(value.Nearly, "nearly", "almost", "close to", "just under", "just short of", "just shy of", "slightly less than", "slightly under",
		"a little under", "a little less than", "just below", "not quite", "approaching", "nearing", "just less than", "slightly below", "shy of", "near to"),
	comparing(value.JustOver, "just over", "slightly more than", "just above", "slightly over", "slightly above", "a little over", "a little more than", "a bit more than",
		"a bit over", "little more than", "just more than", "barely more than"),
)

type comparatorWording struct {
	means value.Comparator
	texts []string
}

func comparing(means value.Comparator, texts ...string) comparatorWording {
	return comparatorWording{means, texts}
}

func comparatorTable(rows ...comparatorWording) map[string][]comparator {
	table := map[string][]comparator{}
	for _, r := range rows {
		for _, t := range r.texts {
			words := reversed(t)
			list := append(table[words[0]], comparator{words, r.means})
			for k := len(list) - 1; k > 0 && len(list[k].words) > len(list[k-1].words); k-- {
				list[k], list[k-1] = list[k-1], list[k]
			}
			table[words[0]] = list
		}
	}
	return table
}

// reversed splits a comparatorWording into its words, the last first.
func reversed(text string) []string {
	var words []string
	end := len(text)
	for i := len(text) - 1; i >= -1; i-- {
		if i < 0 || text[i] == ' ' {
			words = append(words, text[i+1:end])
			end = i
		}
	}
	return words
}

// compare reads the comparator before and after the number and lengthens p by it.
func (f *quantityFinder) compare(p *parsed) {
	if p.value.Dimension == value.Score {
		return
	}
	first, means := f.before(p)
	if first < p.first {
		p.first = first
	}
	if p.value.Comparator == value.Between || p.value.Comparator == value.Indefinite {
		if f.norm(p.first-1) == "between" && p.value.Comparator == value.Between && p.first-1 >= f.free {
			p.first--
		}
		if p.value.Comparator == value.Indefinite {
			f.vagueBound(p, means)
		}
		return
	}
	if means != value.Exactly {
		p.value.Comparator = means
		p.num.article = false
		return
	}
	f.after(p)
}

// vagueBound lets "more than" and "nearly" lift or cap what a vague word allows.
func (f *quantityFinder) vagueBound(p *parsed, means value.Comparator) {
	switch means {
	case value.MoreThan, value.AtLeast:
		p.value.High = max(p.value.High, p.value.Low*1e3)
	case value.AtMost, value.LessThan, value.Nearly:
		p.value.Low = 0
	}
}

// before finds the comparator that ends right before the number.
func (f *quantityFinder) before(p *parsed) (int, value.Comparator) {
	w := f.norm(p.first - 1)
	if w == "" || p.first-1 < f.free {
		return p.first, value.Exactly
	}
	for _, c := range comparators[w] {
		start := p.first - len(c.words)
		if start < f.free || start < f.lo {
			continue
		}
		fits := true
		for k, word := range c.words {
			if f.norm(p.first-1-k) != word {
				fits = false
				break
			}
		}
		if !fits || !f.comparatorFits(p, w, len(c.words)) {
			continue
		}
		if prev := f.norm(start - 1); (c.means == value.MoreThan || c.means == value.AtMost) && w == "than" && prev == "no" && len(c.words) == 2 {
			continue
		}
		return start, c.means
	}
	return p.first, value.Exactly
}

// comparatorFits rules out prepositions that look like comparators: "over two
// days" (during), "under one roof", "about one thing".
func (f *quantityFinder) comparatorFits(p *parsed, w string, length int) bool {
	if length > 1 {
		return true
	}
	switch w {
	case "over":
		if p.value.Dimension != value.Duration {
			return p.value.Dimension != value.Ordinal
		}
		// During or more than: more than where a verb or preposition measures.
		switch f.norm(p.first - 2) {
		case "for", "after", "in", "of", "took", "takes", "take", "taken", "lasted", "last", "lasting", "spent", "spend", "spending",
			"served", "serving", "is", "was", "been", "with", "within", "a", "and", "waited", "worked", "the":
			return true
		}
		return false
	case "within":
		return p.value.Dimension == value.Duration || p.value.Dimension == value.Length
	case "under", "below", "above":
		return p.num.low > 1 || p.unit
	case "about", "around", "some", "near":
		return p.num.low > 1 || p.unit || p.num.wordScaled || w == "about"
	case "estimated":
		return f.tag(p.first-1) != "VBD"
	}
	return true
}

// after reads a comparator behind the number: "or more", "or so", "at most",
// "+", "and counting".
func (f *quantityFinder) after(p *parsed) {
	j := p.last
	a, b := f.norm(j), f.norm(j+1)
	means, n := value.Exactly, 2
	switch a {
	case "+", "plus", "-plus":
		if a != "plus" && f.glued(j-1) || f.norm(j-1) == "-" {
			means, n = value.AtLeast, 1
		}
	case "-":
		if b == "plus" {
			means = value.AtLeast
		}
	case "or":
		switch b {
		case "more", "higher", "above", "over", "older", "greater", "longer":
			means = value.AtLeast
		case "so", "thereabouts":
			means = value.About
		case "less", "fewer", "lower", "under", "younger", "below":
			means = value.AtMost
		}
	case "at":
		if b == "most" {
			means = value.AtMost
		} else if b == "least" {
			means = value.AtLeast
		}
	case "and":
		if b == "counting" {
			means = value.AtLeast
		}
	}
	if means != value.Exactly && j+n <= f.hi {
		p.value.Comparator = means
		p.last = j + n
	}
}
