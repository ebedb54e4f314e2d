package segment

import (
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "The mayor resigned.", "The|mayor|resigned|."},
		{"not", "He said he didn't.", "He|said|he|did|n't|."},
		{"not curly", "They won’t go, can't go and cannot go", "They|wo|n’t|go|,|ca|n't|go|and|can|not|go"},
		{"possessive", "the firm's and Moody’s.", "the|firm|'s|and|Moody|’s|."},
		{"clitics", "We'll I'm you've they're he'd", "We|'ll|I|'m|you|'ve|they|'re|he|'d"},
		{"double", "he'd've", "he|'d|'ve"},
		{"names with apostrophe", "O'Malley D'Souza O’Brien's Qur'an o'clock", "O'Malley|D'Souza|O’Brien|'s|Qur'an|o'clock"},
		{"rock", "rock'n'roll and rock 'n' roll", "rock'n'roll|and|rock|'n'|roll"},
		{"plural possessive", "the Rovers' win", "the|Rovers|'|win"},
		{"british quotes", "their ‘solidarity’ and 'reckless' more", "their|‘|solidarity|’|and|'|reckless|'|more"},
		{"british quote with clitic", "'It's over,' he said", "'|It|'s|over|,|'|he|said"},
		{"straight quotes", `"Stop," he said.`, `"|Stop|,|"|he|said|.`},
		{"quote stop quote", "“It’s.” Then", "“|It|’s|.|”|Then"},
		{"possessive after quote", "“Frozen”’s star", "“|Frozen|”|’s|star"},
		{"clipped", "'em ’90s 'tis", "'em|’90s|'tis"},
		{"dashes", "vaccine—made in 2020--was – new", "vaccine|—|made|in|2020|--|was|–|new"},
		{"hyphens", "COVID-19 five-year-old 40-metre 48-page 16-year-old F-16 Coca-Cola's", "COVID-19|five-year-old|40-metre|48-page|16-year-old|F-16|Coca-Cola|'s"},
		{"decimal after a hyphen", "a magnitude-5.2 quake, F-16.", "a|magnitude-5.2|quake|,|F-16|."},
		{"party and state", "(R-S.C.) D-N.J., D-Ohio.", "(|R-S.C.|)|D-N.J.|,|D-Ohio|."},
		{"ranges", "10-12 10–12 2007-2014 31-24", "10|-|12|10|–|12|2007|-|2014|31|-|24"},
		{"range of times", "10am-12pm", "10|am|-|12|pm"},
		{"hanging hyphen", "two- and three-year", "two|-|and|three-year"},
		{"negative", "at -5 or (-.5)", "at|-5|or|(|-.5|)"},
		{"slash", "Pfizer/BioNTech and/or 9/11", "Pfizer|/|BioNTech|and|/|or|9/11"},
		{"money", "$2.5bn £40m €1,200 US$5 A$3", "$|2.5|bn|£|40|m|€|1,200|US|$|5|A|$|3"},
		{"suffixes", "5b 13m 9pm 143million 30km 100mph", "5|b|13|m|9|pm|143|million|30|km|100|mph"},
		{"whole", "3rd 27th 1950s 747s 5G 3D 20th-century 40m-high", "3rd|27th|1950s|747s|5G|3D|20th-century|40m-high"},
		{"percent", "3.2% 3 %", "3.2|%|3|%"},
		{"numbers", "1,234,567 15.5 9:34 12:10:05 12.10 .38 5½", "1,234,567|15.5|9:34|12:10:05|12.10|.38|5½"},
		{"not thousands", "ages 10,11 and Dec. 27,2017", "ages|10|,|11|and|Dec.|27|,|2017"},
		{"number at the end", "It was 15.", "It|was|15|."},
		{"clock", "at 9 a.m. or 9p.m. today", "at|9|a.m.|or|9|p.m.|today"},
		{"acronyms", "the U.S. and U.N. in D.C., Ph.D. i.e. all", "the|U.S.|and|U.N.|in|D.C.|,|Ph.D.|i.e.|all"},
		{"acronym compound", "U.S.-backed rebels", "U.S.-backed|rebels"},
		{"acronym possessive", "the U.S.'s aim", "the|U.S.|'s|aim"},
		{"titles", "Mr. Smith, Gen. Lee and Dr. Who", "Mr.|Smith|,|Gen.|Lee|and|Dr.|Who"},
		{"companies", "Apple Inc. and Acme Corp. rose", "Apple|Inc.|and|Acme|Corp.|rose"},
		{"number abbreviation", "No. 5 said no. No. He did", "No.|5|said|no|.|No|.|He|did"},
		{"dates", "on Sat. 5 May he sat. Sun. 6 the sun.", "on|Sat.|5|May|he|sat|.|Sun.|6|the|sun|."},
		{"states", "in Boston, Mass., a mass. Miss. Smith", "in|Boston|,|Mass.|,|a|mass|.|Miss|.|Smith"},
		{"party and state", "(R-Calif.) and D-Ill., a by-miss.", "(|R-Calif.|)|and|D-Ill.|,|a|by-miss|."},
		{"initials", "J. K. Rowling, John F. Kennedy, J.K.Rowling", "J.|K.|Rowling|,|John|F.|Kennedy|,|J.K.|Rowling"},
		{"no initial", "It was plan B. The other was I. He left with vitamin C.", "It|was|plan|B|.|The|other|was|I|.|He|left|with|vitamin|C|."},
		{"missing blank", "the end.This is", "the|end|.|This|is"},
		{"ellipsis", "Well... no… etc...", "Well|...|no|…|etc|..."},
		{"marks", "What?! Stop!!! (really)", "What|?!|Stop|!!!|(|really|)"},
		{"addresses", "See https://example.com/a?b=c. Or www.example.org, me.you@example.co.uk.", "See|https://example.com/a?b=c|.|Or|www.example.org|,|me.you@example.co.uk|."},
		{"domains", "Amazon.com and news.example.co.uk/world said.", "Amazon.com|and|news.example.co.uk/world|said|."},
		{"handles", "@someone said #Brexit and #1", "@someone|said|#Brexit|and|#|1"},
		{"ampersand", "AT&T and Marks & Spencer, R&B", "AT&T|and|Marks|&|Spencer|,|R&B"},
		{"temperature", "30°C and 30 °F", "30|°C|and|30|°F"},
		{"accents", "Señor Peña's résumé", "Señor|Peña|'s|résumé"},
		{"growing case", "ȺȺȺ's İstanbul's", "ȺȺȺ|'s|İstanbul|'s"},
		{"white space", "a\u00a0b\u2009c\td\u200be", "a|b|c|d|e"},
		{"soft hyphen", "Micro\u00adsoft", "Micro\u00adsoft"},
		{"emoji", "👍🏽 ok ❤️", "👍|🏽|ok|❤️"},
		{"nul", "a\x00b", "a|b"},
		{"empty", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokens(tt.in) {
				got = append(got, tok.Text)
			}
			if g := strings.Join(got, "|"); g != tt.want {
				t.Errorf("got  %s\nwant %s", g, tt.want)
			}
		})
	}
}

func TestNorm(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Stop", "stop"},
		{"ÉCOLE", "école"},
		{"O’Brien", "o'brien"},
		{"“", `"`},
		{"‘", "'"},
		{"–", "-"},
		{"—", "--"},
		{"…", "..."},
		{"−", "-"},
		{"Micro\u00adsoft", "microsoft"},
		{"COVID‑19", "covid-19"},
		{"U.S.", "u.s."},
		{"plain", "plain"},
	}
	for _, tt := range tests {
		toks := Tokens(tt.in)
		if len(toks) != 1 || toks[0].Norm != tt.want {
			t.Errorf("%q: got %+v, want one token with Norm %q", tt.in, toks, tt.want)
		}
	}
}
