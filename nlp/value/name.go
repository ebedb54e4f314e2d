package value

// CompareNames says how two names stand to each other if they fill the same
// role: Equal (same but for case, accents, hyphens, title or article),
// Compatible (surname to full name, acronym, short form, known
// transliteration, demonym to country), Conflict (different names), and for
// the near-identical ones see SpellingVariant.
func CompareNames(a, b string) (Relation, string) { return Unknown, "" }

// SpellingVariant reports whether a and b look like one name spelled in two
// ways: Zicong/Sicong, First Group/FirstGroup, NXP Semiconductor/Semiconductors.
func SpellingVariant(a, b string) bool { return false }
