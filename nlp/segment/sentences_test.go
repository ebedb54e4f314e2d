package segment

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"stops", "The mayor left. He ran! Why? Nobody knows.", []string{"The mayor left.", "He ran!", "Why?", "Nobody knows."}},
		{"titles", "He told Dr. Brown. Mr. Smith and Gen. Lee met.", []string{"He told Dr. Brown.", "Mr. Smith and Gen. Lee met."}},
		{"acronym inside", "The U.S. President spoke in the U.S. Senate.", []string{"The U.S. President spoke in the U.S. Senate."}},
		{"acronym at the end", "He went to the U.S. The trip was long.", []string{"He went to the U.S.", "The trip was long."}},
		{"clock", "It began at 5 p.m. Then she left at 4 p.m. Friday.", []string{"It began at 5 p.m.", "Then she left at 4 p.m. Friday."}},
		{"clock zone", "It ends at 9 a.m. ET. Police came at 4 p.m. Investors fled.", []string{"It ends at 9 a.m. ET.", "Police came at 4 p.m.", "Investors fled."}},
		{"initials", "J. K. Rowling and George W. Bush met.", []string{"J. K. Rowling and George W. Bush met."}},
		{"company", "Acme Inc. said so. He runs Acme Inc. The firm fell.", []string{"Acme Inc. said so.", "He runs Acme Inc.", "The firm fell."}},
		{"quote goes on", "“Stop!” he said. 'Why?' she asked.", []string{"“Stop!” he said.", "'Why?' she asked."}},
		{"quote with name", "“Stop!” Mr. Smith said. “No!” Police came.", []string{"“Stop!” Mr. Smith said.", "“No!”", "Police came."}},
		{"quote ends", `He said "no." "Yes," she said.`, []string{`He said "no."`, `"Yes," she said.`}},
		{"quote of two", "“It is over. We won.” He left.", []string{"“It is over.", "We won.”", "He left."}},
		{"decimals", "It rose 1.5 per cent. No. 5 won.", []string{"It rose 1.5 per cent.", "No. 5 won."}},
		{"missing blank", "It is the end.This is new.", []string{"It is the end.", "This is new."}},
		{"ellipsis", "Well… maybe. He left... She stayed.", []string{"Well… maybe.", "He left...", "She stayed."}},
		{"bracket", "He left. (She stayed.) They met.", []string{"He left.", "(She stayed.)", "They met."}},
		{"list", "1. Wash your hands. 2. Stay in.", []string{"1. Wash your hands.", "2. Stay in."}},
		{"blank line", "A heading\n\nThe text begins here.", []string{"A heading", "The text begins here."}},
		{"one paragraph a line", "The first line ends here.\nBackground\nThe next one.", []string{"The first line ends here.", "Background", "The next one."}},
		{"stray break", "The first line\nends here. Good.", []string{"The first line\nends here.", "Good."}},
		{"wrapped", "The committee of the town met in the hall on Monday to\ntalk about what the other people and also what Mary\nSmith had said about the new school that was planned\nfor the east of the town, where three hundred families\nlive. It ended late.",
			[]string{"The committee of the town met in the hall on Monday to\ntalk about what the other people and also what Mary\nSmith had said about the new school that was planned\nfor the east of the town, where three hundred families\nlive.", "It ended late."}},
		{"month", "On Dec. 5 and on Sept. The rest.", []string{"On Dec. 5 and on Sept.", "The rest."}},
		{"empty", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			toks := Tokens(tt.in)
			var got []string
			for _, s := range Sentences(tt.in, 0, toks) {
				got = append(got, tt.in[s.Start:s.End])
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
