package value

import "testing"

func TestCompareNames(t *testing.T) {
	const variant = "spelled in two ways"
	tests := []struct {
		name, a, b string
		want       Relation
		reason     string // "" for any
	}{
		{"case", "NORTH KOREA", "North Korea", Equal, ""},
		{"accents", "Óscar Árias", "Oscar Arias", Equal, ""},
		{"hyphen", "Park Geun-hye", "Park Geun Hye", Equal, ""},
		{"article", "The Guardian", "the Guardian", Equal, ""},
		{"full stops", "U.S.", "US", Equal, ""},
		{"spaced initials", "U. S. Coast Guard", "US Coast Guard", Equal, ""},
		{"initials of a person", "J. K. Rowling", "JK Rowling", Equal, ""},
		{"apostrophes", "O’Malley", "O'Malley", Equal, ""},

		{"surname", "Tom Hult", "Hult", Compatible, ""},
		{"given name", "Beyonce", "Beyonce Knowles", Compatible, ""},
		{"given name cut short", "Lou Holm", "Louis Holm", Compatible, ""},
		{"given name, not a beginning", "Lou Holm", "Luke Holm", Conflict, "different names"},
		{"a continent and its adjective", "Antarctic", "Antarctica", Conflict, "different names"},
		{"plural", "Senate Intelligence Committee", "Senate Intelligence Committees", Compatible, ""},
		{"British spelling", "Betty Lund Centre", "Betty Lund Center", Compatible, ""},
		{"abbreviation", "Ft. Lund", "Fort Lund", Compatible, ""},
		{"plural of a surname", "John Mertens", "John Merten", Conflict, ""},
		{"GOP", "Ohio GOP", "Ohio Republican Party", Compatible, ""},
		{"title", "Mr Hult", "Tom Hult", Compatible, ""},
		{"president", "President Macron", "Emmanuel Macron", Compatible, ""},
		{"middle initial", "Olaf J. Holm", "Olaf Holm", Compatible, ""},
		{"first initial", "J. Smith", "John Smith", Compatible, ""},
		{"junior", "Martin Luther King Jr.", "Martin Luther King", Compatible, ""},
		{"company suffix", "Norvane Inc.", "Norvane", Compatible, ""},
		{"company, short", "Lindman Stern Group Inc", "Lindman", Compatible, ""},
		{"acronym", "WHO", "World Health Organization", Compatible, ""},
		{"acronym over small words", "DOJ", "Department of Justice", Compatible, ""},
		{"country, short", "US", "United States", Compatible, ""},
		{"country, old name", "Britain", "United Kingdom", Compatible, ""},
		{"demonym", "Russian", "Russia", Compatible, ""},
		{"demonym, plural", "Americans", "American", Compatible, ""},
		{"demonym of another form", "American", "USA", Compatible, ""},
		{"transliteration", "Moammar Gadhafi", "Muammar Gaddafi", Compatible, ""},
		{"newsroom spelling", "al-Qaeda", "Al Qaida", Compatible, ""},
		{"city, two names", "Kiev", "Kyiv", Compatible, ""},

		{"one letter", "Zicong", "Sicong", Conflict, variant},
		{"one letter in a full name", "Katarina Holub", "Katarina Holup", Conflict, variant},
		{"blank", "River Group", "RiverGroup", Compatible, "same name but for blanks"},
		{"British spelling", "Kelm Technicolour Centre", "Kelm Technicolor Center", Compatible, "one word in two forms"},
		{"British spelling of one word", "Technicolour", "Technicolor", Compatible, "one word in two forms"},
		{"umlaut", "Kölmer Zeitung", "Koelmer Zeitung", Compatible, "one word in two forms"},
		{"listed name inside another", "United States Embassy", "U.S. Embassy", Compatible, "two forms of one name"},
		{"numbers are not spelled", "115th Street", "117th Street", Conflict, "different names"},
		{"plural", "NXP Semiconductor", "NXP Semiconductors", Conflict, variant},
		{"swapped letters", "Brandlye", "Brandley", Conflict, variant},
		{"two letters in a long word", "Yevgenyevich", "Evgenyevich", Conflict, variant},

		{"two people", "Tom Hult", "Brad Quill", Conflict, "different names"},
		{"one surname, two people", "Bruce Holm", "Irene Holm", Conflict, "different names"},
		{"short words", "Hall", "Hull", Conflict, "different names"},
		{"two countries", "Austria", "Australia", Conflict, "different names"},
		{"two given names", "Maria Lund", "Marta Lund", Conflict, "different names"},
		{"north and south", "North Korea", "South Korea", Conflict, "different names"},
		{"part of a country's name", "Korea", "North Korea", Conflict, "different names"},
		{"place and what is named after it", "Paris", "Paris Peace Forum", Conflict, "different names"},
		{"head word", "Bank", "Bank of England", Conflict, "different names"},
		{"neighbours", "Iran", "Iraq", Conflict, "different names"},
		{"demonyms", "Iranian", "Iraqi", Conflict, "different names"},
		{"demonym of another country", "Russian", "Ukraine", Conflict, "different names"},
		{"groups", "Osprey", "Zinc", Conflict, "different names"},
		{"not the initials", "WHO", "World Trade Organization", Conflict, "different names"},
		{"states", "North Carolina", "South Carolina", Conflict, "different names"},
		{"a state is not a country", "Virginia", "West Virginia", Conflict, "different names"},

		{"nothing", "", "Tom Hult", Unknown, ""},
		{"nothing at all", "", "", Unknown, ""},
		{"marks only", "--", "--", Unknown, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, why := CompareNames(tt.a, tt.b)
			if got != tt.want || tt.reason != "" && why != tt.reason {
				t.Errorf("CompareNames(%q, %q) = %v %q, want %v %q", tt.a, tt.b, got, why, tt.want, tt.reason)
			}
			if back, whyBack := CompareNames(tt.b, tt.a); back != got || whyBack != why {
				t.Errorf("CompareNames(%q, %q) = %v %q, the other way round %v %q", tt.b, tt.a, back, whyBack, got, why)
			}
			if v := SpellingVariant(tt.a, tt.b); v != (why == variant) {
				t.Errorf("SpellingVariant(%q, %q) = %v beside %q", tt.a, tt.b, v, why)
			}
		})
	}
}

func TestNameKey(t *testing.T) {
	for in, want := range map[string]string{
		"The Washington Post": "washington post",
		"Jean-Claude":         "jean claude",
		"Procter & Gamble":    "procter and gamble",
		"L'Oréal S.A.":        "loreal sa",
		"Żółć":                "zolc",
		"  ":                  "",
	} {
		if got := NameKey(in); got != want {
			t.Errorf("NameKey(%q) = %q, want %q", in, got, want)
		}
		if got := NameKey(want); got != want {
			t.Errorf("NameKey(%q) = %q: a key must be its own key", want, got)
		}
	}
}

func FuzzCompareNames(f *testing.F) {
	for _, s := range [...][2]string{{"Tom Hult", "Hult"}, {"WHO", "World Health Organization"}, {"", "\xff"}, {"Ⱥⱥ", "ⱥ ⱥ"}, {"the the", "the"}, {"İstanbul", "Istanbul"}, {"A.", "a"}, {"日本", "日 本"}} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		r, why := CompareNames(a, b)
		back, whyBack := CompareNames(b, a)
		if r != back || why != whyBack {
			t.Errorf("CompareNames(%q, %q) = %v %q, the other way round %v %q", a, b, r, why, back, whyBack)
		}
		if NameKey(a) != "" {
			if r, _ := CompareNames(a, a); r != Equal {
				t.Errorf("CompareNames(%q, itself) = %v", a, r)
			}
		}
	})
}

func BenchmarkCompareNames(b *testing.B) {
	for b.Loop() {
		CompareNames("Tom Hult", "Brad Quill")
		CompareNames("World Health Organization", "WHO")
		CompareNames("russia", "ukraine")
	}
}
