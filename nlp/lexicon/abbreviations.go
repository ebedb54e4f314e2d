package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// AbbreviationKind says when a word before a stop is an abbreviation.
type AbbreviationKind uint8

// The kinds. NoAbbreviation is the zero value.
const (
	NoAbbreviation     AbbreviationKind = iota
	AbbreviationTitle                   // Mr. Gen.: a name follows, so no sentence ends here
	AbbreviationAny                     // Inc. etc.: always, and a sentence may end with it
	AbbreviationName                    // Jr. Ave.: when capitalised; a sentence may end with it
	AbbreviationNumber                  // No. p.: when a number follows
	AbbreviationDate                    // Sat. Mar.: when capitalised and a number or comma follows
	AbbreviationPlace                   // Mass. Fla.: when capitalised after or before a comma
)

// LongestAbbreviation is the length in bytes of the longest one listed.
const LongestAbbreviation = 6

//go:embed abbreviations.txt
var abbreviationsText string

// Abbreviation is the kind of a lower-case word without its stop.
func Abbreviation(norm string) AbbreviationKind { return abbreviations()[norm] }

var abbreviations = sync.OnceValue(func() map[string]AbbreviationKind {
	kinds := map[string]AbbreviationKind{
		"title": AbbreviationTitle, "any": AbbreviationAny, "name": AbbreviationName,
		"number": AbbreviationNumber, "date": AbbreviationDate, "place": AbbreviationPlace,
	}
	m := make(map[string]AbbreviationKind, 256)
	for line := range strings.Lines(abbreviationsText) {
		if kind, words, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			for _, w := range strings.Fields(words) {
				m[w] = kinds[kind]
			}
		}
	}
	return m
})

// NumberSuffix reports whether letters glued to a number are a token of their
// own: scales (bn, m), units (km, mph), am and pm, and number words. Ordinals
// (3rd), decades (1950s) and names (5G, 3D) are not.
func NumberSuffix(s string) bool {
	switch s {
	case "bn", "b", "B", "m", "M", "k", "K", "tn", "trn", "mn", "mln", "bln", "mm", "cm", "km", "kg", "g", "mg", "lb", "lbs", "oz",
		"ft", "in", "yd", "yds", "mi", "mph", "kph", "kmh", "hr", "hrs", "h", "min", "mins", "sec", "secs", "ms",
		"kb", "KB", "mb", "MB", "gb", "GB", "tb", "TB", "Hz", "kHz", "MHz", "GHz", "W", "kW", "KW", "MW", "GW", "kWh", "MWh", "V", "kV",
		"C", "F", "c", "p", "ha", "sq", "l", "ml", "cc", "pc", "pct", "am", "pm", "AM", "PM", "Am", "Pm", "bp", "bps", "yrs", "yo", "Bn", "BN", "KM", "km²", "m²", "KG", "MPH":
		return true
	}
	if len(s) < 4 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// Clipped reports words that lost their beginning to an apostrophe: 'em, 'til.
func Clipped(norm string) bool {
	switch norm {
	case "em", "til", "tis", "twas", "cos", "coz", "bout", "nuff", "burbs":
		return true
	}
	return false
}

// TopLevelDomain reports the last label of a web address as news write them. Labels
// that are words (in, it, me, us, news) are left out: a blank after a stop may
// be missing.
func TopLevelDomain(s string) bool {
	switch s {
	case "com", "org", "net", "gov", "edu", "mil", "info", "uk", "eu", "de", "fr", "ca", "au", "nz", "ie", "ru", "cn", "jp",
		"za", "br", "nl", "ch", "tv", "io", "co", "ly", "ai", "Com", "COM":
		return true
	}
	return false
}

// Opener reports words that open sentences and hardly ever stand inside a
// name: after an abbreviation they show that a new sentence begins.
func Opener(norm string) bool { return openers[norm] }

var openers = wordSet(`
the a an this that these those there here he she it they we you i his her its their our my your
in on at by for from to with without after before during since until while when where as if although though
because but and or so yet however meanwhile also then now what who why how which not no some many most several
all both each every another other others more few one two three four five six seven eight nine ten
according despite under over between among amid about among last next earlier later once still even only just
officials police authorities investigators critics experts people asked
`)

// AfterClock reports capitalised words that may follow "a.m." or "p.m." inside
// a sentence: time zones, weekdays and months.
func AfterClock(norm string) bool { return afterClock[norm] }

var afterClock = wordSet(`
et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc ist cet cest aest aedt jst msk hkt wib sast eastern central mountain pacific greenwich
monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. sat. sun.
january february march april may june july august september october november december
jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
`)
