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
		{"spaced quotation marks", `He said " no . " She left .`, []string{`He said " no . "`, "She left ."}},
		{"credit", "(Photo: Jane Roe) The bridge fell. It was old.", []string{"(Photo: Jane Roe)", "The bridge fell.", "It was old."}},
		{"no credit", "The union (Unite) said so. LONDON (Reuters) - The bridge fell.", []string{"The union (Unite) said so.", "LONDON (Reuters) - The bridge fell."}},
		{"notice", "Advertisement The bridge fell.", []string{"Advertisement", "The bridge fell."}},
		{"no notice", "Advertisement spending fell.", []string{"Advertisement spending fell."}},
		{"picture labels", "Image copyright Jane Roe Image caption The bridge fell on Monday.", []string{"Image copyright Jane Roe Image caption", "The bridge fell on Monday."}},
		{"gallery", "The old bridge Getty Images 12 Divers at work Getty Images 12 The bridge fell.", []string{"The old bridge Getty Images 12", "Divers at work Getty Images 12", "The bridge fell."}},
		{"gallery of an agency in full", "The old bridge AP:Associated Press 12 Divers at work PA 3/12 The bridge fell.", []string{"The old bridge AP:Associated Press 12", "Divers at work PA 3/12", "The bridge fell."}},
		{"no gallery of an agency", "The AP 12 months ago sued the firm.", []string{"The AP 12 months ago sued the firm."}},
		{"run on", "Divers at work near the old bridge The bridge fell in May Divers found two cars.", []string{"Divers at work near the old bridge", "The bridge fell in May Divers found two cars."}},
		{"no run on", "He told The Guardian of the film The Bridge, and in The Hague the tale of The last diver.", []string{"He told The Guardian of the film The Bridge, and in The Hague the tale of The last diver."}},
		{"no gallery", "Getty Images 12 months ago sued the firm.", []string{"Getty Images 12 months ago sued the firm."}},
		{"party and state", "Jane Roe (R-S.C.) left. So did John Doe, D-N.J., and his aide.", []string{"Jane Roe (R-S.C.) left.", "So did John Doe, D-N.J., and his aide."}},
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

func TestHeadings(t *testing.T) {
	text := "Bridge falls. Two dead\n\nLONDON - A bridge fell on Monday.\n\nWhat we know\n\nIt was old.\nBy John Smith\nHe runs a firm in the U.S.\n\nWho is to blame?\n\n\"It was loud,\"\n\nTwo people died; three were hurt:"
	want := []struct {
		heading, boilerplate bool
		paragraph            int
	}{{true, false, 0}, {true, false, 0}, {false, false, 1}, {true, false, 2}, {false, false, 3}, {true, true, 4}, {false, false, 5}, {true, false, 6}, {false, false, 7}, {false, false, 8}}
	got := Sentences(text, len("Bridge falls. Two dead"), Tokens(text))
	if len(got) != len(want) {
		t.Fatalf("%d sentences, want %d", len(got), len(want))
	}
	for i, w := range want {
		if g := got[i]; g.Heading != w.heading || g.Boilerplate != w.boilerplate || g.Paragraph != w.paragraph {
			t.Errorf("%q: heading %v, boilerplate %v, paragraph %d; want %v, %v, %d", text[g.Start:g.End], g.Heading, g.Boilerplate, g.Paragraph, w.heading, w.boilerplate, w.paragraph)
		}
	}
}

func TestBoilerplate(t *testing.T) {
	yes := []string{
		"Read more", "Read more: what the mayor said", "Sign up for our newsletter.", "Watch: the moment the bridge fell", "Follow us on Facebook.",
		"Click here to subscribe.", "Share this article", "Related: Five bridges that fell", "Photo: Jane Roe", "(Photo by Jane Roe)", "(Jane Roe/Getty Images)",
		"Image copyright Jane Roe", "Jane Roe/Getty Images", "REUTERS/Jane Roe", "The bridge on Monday Jane Roe/AP", "The bridge on Monday (Jane Roe/AP)",
		"FILE - In this Jan. 5, 2015, file photo, the bridge stands.", "Advertisement", "Loading...", "Posted by Jane Roe on 5 May 2015",
		"Copyright 2015 The Daily Post.", "© 2015 The Daily Post", "All rights reserved.", "Media playback is unsupported on your device",
		"By Jane Roe", "By Jane Roe and John Doe, Science Editor", "Published: May 5, 2015 3:15 PM EDT", "(Reporting by Jane Roe; Editing by John Doe)", "Editing by Jane Roe and John Doe", "Updated 11/27/2005 3:41 PM", "The old bridge Getty Images 12", "The old bridge AP:Associated Press 12", "Most read in Bridges " + strings.Repeat("BRIDGE FALLS Divers find car ", 12), "1 of 26 Full Screen Autoplay Close", "July 3, 2009", "Jane Roe in London contributed to this report.", "___", `"`,
		"Most read in Bridges IT FELL! Divers find car WHO KNEW? Builders blamed", "The old bridge on Monday (Jane Roe/Kelm Gazette via AP)", "Add Bridges as an interest to stay up to date on the latest Bridges news.",
		"Photo", "Source: https://example.com/a", "(Jane Roe/Associated Press)", "The old bridge on Monday (PA)", "— With assistance by Jane Roe",
		"(Associated Press)", "(With inputs from PTI)", "Reporting by Jane Roe; Editing by John Doe", "Also read: Five bridges that fell", "Listen: the mayor speaks", "Credit: Jane Roe", "AP Photo/Jane Roe",
		"3 min read", "12 comments", "Copy link", "More on this story", "Tags: bridges, Kelm", "This story was originally published by the Daily Post.", "We use cookies to improve this site.", "You might also like", "Log in", "Don't miss",
	}
	no := []string{
		"Read more books, the minister said.", "Reporting by the newspaper led to the trial.", "Writing by hand is slow.", "“Sign up for the army,” he told them.", `"Click here to win," the message said.`, "Watch makers struck on Monday.",
		"Follow the money, he said.", "Photo agencies sued.", "Police loaded the van.", "By Monday, the bridge was gone.", "By Monday the bridge had fallen",
		"In May 2015, two people died.", "Getty Images sued the firm on Monday.", "The AP said it had the letter.", "He contributed to this cause.",
		"Advertisement spending rose.", "Copyright law is old.", "A source told Reuters.", "He works for Reuters (and AP).", "\"Read more,\" she said.",
		"Two people were killed, according to AP.", "“We won. Sign up for more.”", "Related companies fell.", "Photo shows bridge", "Video of the fall", "He met the union (AP).", "Share prices fell.",
		"The most read book fell! It stood in Kelm.", "He spoke to Jane Roe (via AP).", "It is in your interest to stay, she said.",
		"The Associated Press sued the firm.", "With inputs from farms falling, prices rose.", "Credit rose in Kelm.", "Listen to the mayor, he said.", "12 comments were made.", "3 minutes later it fell.", "Subscribers to the Daily Post sued.", "Tags on the bridge were removed.",
		"Reporting by phone; editing at night: that was his life.", "We use cookies as bait, he said.", "Also read was a letter of the mayor.", "Ends of the bridge fell.", "Learn more, he told them.",
	}
	check := func(list []string, want bool) {
		for _, p := range list {
			text := "A headline\n\n" + p
			sents := Sentences(text, len("A headline"), Tokens(text))
			for _, s := range sents[1:] {
				if s.Boilerplate != want {
					t.Errorf("%q: boilerplate %v", text[s.Start:s.End], s.Boilerplate)
				}
			}
		}
	}
	check(yes, true)
	check(no, false)
}

// TestSeries: captions that begin with the title of a picture series are
// residue; paragraphs that begin alike are not.
func TestSeries(t *testing.T) {
	tests := []struct {
		name string
		text string
		want string // r for residue, a letter a sentence of the body
	}{
		{"captions", "Ships of Kelm: Great days Barges were towed. It was slow.\n\nShips of Kelm: The crane lifts ten tons.\n\nShips of Kelm: A family owns it.\n\nThe port is closed.", "rrrr."},
		{"a title with a colon", "Photos: Great ships of Kelm In May it sank\n\nPhotos: Great ships of Kelm The crane fell\n\nPhotos: Great ships of Kelm Holm owned it", "rrr"},
		{"two only", "Ships of Kelm: The quay fell.\n\nShips of Kelm: The crane fell.\n\nThe port is closed.", "..."},
		{"prose that begins alike", "The mayor of Kelm said it fell.\n\nThe mayor of Kelm told them.\n\nThe mayor of Kelm denied it.", "..."},
		{"not side by side", "Ships of Kelm: The quay fell.\n\nIt is old.\n\nShips of Kelm: The crane fell.\n\nIt is new.\n\nShips of Kelm: A family owns it.", "....."},
		{"a short title", "In Kelm: The quay fell.\n\nIn Kelm: The crane fell.\n\nIn Kelm: Holm owns it.", "..."},
		{"prose that names many", "The mayor of Kelm, Ida Holm, said it.\n\nThe mayor of Kelm, Ida Holm, told them.\n\nThe mayor of Kelm, Ida Holm, denied it.", "..."},
		{"the same paragraph again", "Ships of Kelm today fell.\n\nShips of Kelm today fell.\n\nShips of Kelm today fell.", "..."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := "A headline\n\n" + tt.text
			got := ""
			for _, sent := range Sentences(text, len("A headline"), Tokens(text))[1:] {
				if sent.Boilerplate {
					got += "r"
				} else {
					got += "."
				}
			}
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
