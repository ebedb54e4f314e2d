package mention

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/segment"
	"github.com/factdiff/factdiff/nlp/tag"
)

// namesOf analyses an article up to its names.
func namesOf(t *testing.T, headline, body string) *nlp.Document {
	t.Helper()
	a := &nlp.Article{Headline: headline, Text: headline + "\n\n" + body}
	doc := &nlp.Document{Article: a}
	doc.Tokens = segment.Tokens(a.Text)
	doc.Sentences = segment.Sentences(a.Text, len(headline), doc.Tokens)
	tag.Tag(doc)
	Names(doc)
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	return doc
}

// quietHeadline is a headline without names.
const quietHeadline = "Talks go on"

func TestNames(t *testing.T) {
	tests := []struct {
		name, body string
		want       string // "text/type" by comma and blank; a type is its first two letters
	}{
		{"company, title, person", "The speech by Norvane President Lena Holt was short.", "Norvane/*; Lena Holt/pe"},
		{"nationality, title, person", "On Monday German Chancellor Angela Merkel left.", "German/na; Angela Merkel/pe"},
		{"state, title, person", "Later Alaska Gov. Sarah Holt and New Jersey Gov. Chris Christie's aide met.", "Alaska/pl; Sarah Holt/pe; New Jersey/pl; Chris Christie/pe"},
		{"not yet in office", "On the way to the talks he first met President-elect Lena Berg and later the new Vice President-elect Mike Lund.", "Lena Berg/pe; Mike Lund/pe"},
		{"government of a president", "The long report that the Holm Administration wrote was sent to the former wife of Mr. Holm, and it came back.", "Holm Administration/or; Holm/pe"},
		{"everyday acronym", "The new TV ad shows an SUV and the logo of TV Norvane.", "TV Norvane/*"},
		{"mister", "Later Mr Okafor agreed.", "Okafor/pe"},
		{"secretary of state", "It was Secretary of State John Kerry who called.", "John Kerry/pe"},
		{"attorney general", "Then Attorney General Eric Holder replied.", "Eric Holder/pe"},
		{"title alone", "The President spoke and the Prime Minister listened.", ""},
		{"king as a surname", "The writer Stephen King was there.", "Stephen King/pe"},
		{"general as a firm", "Shares of General Motors fell.", "General Motors/or"},
		{"surname with junior", "He honoured Martin Luther King Jr. in March.", "Martin Luther King Jr./pe"},

		{"of binds a bank", "The Bank of England raised rates.", "Bank of England/or"},
		{"of does not bind a person", "He met Merkel of Germany.", "Merkel/*; Germany/pl"},
		{"of after a title", "The President of France spoke.", "France/pl"},
		{"and is two", "He met Merkel and Macron.", "Merkel/*; Macron/*"},
		{"ampersand is one", "Soap from Procter & Gamble sold well.", "Procter & Gamble/or"},
		{"and inside a body", "The Food and Drug Administration approved it.", "Food and Drug Administration/or"},
		{"listed with and", "Rain fell on Trinidad and Tobago.", "Trinidad and Tobago/pl"},
		{"commas", "It sold ships to Canada, France, India and South Korea.", "Canada/pl; France/pl; India/pl; South Korea/pl"},
		{"town, state", "They lived in Scarsdale, New York, for years.", "Scarsdale/pl; New York/pl"},
		{"particles", "The book by Ursula von der Leyen came out.", "Ursula von der Leyen/pe"},
		{"particle first", "The mayor, Bill de Blasio, agreed; de Blasio left.", "Bill de Blasio/pe; de Blasio/pe"},
		{"possessive ends", "It was Norvane's idea.", "Norvane/*"},
		{"possessive inside", "She ate at McDonald's on Friday.", "McDonald's/or"},
		{"company suffix after comma", "A suit against Norvane, Inc. was filed.", "Norvane, Inc./or"},
		{"abbreviated state ends", "They met in Washington, D.C. on Friday.", "Washington/pl; D.C./pl"},

		{"number of a plane", "A Boeing 737 and a Cessna 208B landed.", "Boeing 737/pr; Cessna 208B/pr"},
		{"number after a name", "In Boston 12 people fell ill.", "Boston/pl"},
		{"vaccine", "Doses of Sputnik V arrived against COVID-19.", "Sputnik V/pr; COVID-19/pr"},
		{"quoted", "A group called \"Zinc\" and another named 'Pale Bear' attacked.", "Zinc/gr; Pale Bear/un"},
		{"quoted speech", "He said: \"Zinc is cheap,\" and left.", ""},
		{"acronyms", "The FBI and the WHO warned NATO.", "FBI/or; WHO/or; NATO/or"},
		{"capitals for emphasis", "It was NOT VERY GOOD for NASA.", "NASA/or"},
		{"everybody", "Everybody left. Everything burned.", ""},
		{"dateline", "BERLIN (AP) - Rain fell.", "BERLIN/pl; AP/or"},
		{"who in small letters", "The man who warned them left.", ""},

		{"first word, common", "Investigators found it. Police agreed. Meanwhile prices rose.", ""},
		{"first word, name", "Kowalczyk denied it.", "Kowalczyk/*"},
		{"first word, seen small", "Hail fell. The hail was big.", ""},
		{"first word, seen large", "Target grew. Analysts like Target.", "Target/or; Target/or"},
		{"calendar", "On Monday in January they met; in May they parted.", ""},
		{"Theresa May", "Prime Minister Theresa May spoke in May.", "Theresa May/pe"},
		{"nationalities", "Americans and Russians met two Republican senators.", "Americans/na; Russians/na; Republican/na"},
		{"nationality inside a name", "The French Open and the Russian Orthodox Church.", "French Open/ev; Russian Orthodox Church/or"},
		{"nationality before a plain word", "The Dutch Swan sank.", "Dutch Swan/*"},
		{"nationality before a person", "Then Russian Vladimir Orlov won.", "Russian/na; Vladimir Orlov/pe"},
		{"party label", "It was Rep. Maxine Holloway, D-Calif., who left.", "Maxine Holloway/pe"},
		{"team", "Fans of the Leeds Steelers sang.", "Leeds Steelers/gr"},
		{"ordinal street", "It hit the 53rd Street tunnel.", "53rd Street/pl"},
		{"office", "The U.S. Attorney's Office agreed.", "U.S. Attorney's Office/or"},
		{"direction", "It flew over N. Japan and N. Korea.", "Japan/pl; N. Korea/pl"},
		{"Mass is no state", "Mass was held on Sunday.", ""},
		{"village and county", "In Lower Kexi Village of Lodai County it rained.", "Lower Kexi Village/pl; Lodai County/pl"},
		{"nationality behind", "Most House Republicans agreed.", "House/*; Republicans/na"},
		{"small suffix", "The Paris-based firm grew.", "Paris/pl"},
		{"prefix is no name", "Ex-president or not, he left.", ""},

		{"town by preposition and noun", "She was born in the village of Hwanju.", "Hwanju/pl"},
		{"apposition types", "Obelia, a software company, hired 20 people.", "Obelia/or"},
		{"noun before types", "The hacking group Lazulite struck.", "Lazulite/gr"},
		{"age types", "Wiktor Zielak, 42, was hurt.", "Wiktor Zielak/pe"},
		{"event", "Leaders came to the Paris Peace Forum.", "Paris Peace Forum/ev"},
		{"airport", "It left Punta Verde Airport.", "Punta Verde Airport/pl"},
		{"ministry", "The Ministry of Health agreed.", "Ministry of Health/or"},
		{"initials", "The ball went to T.J. Harkness.", "T.J. Harkness/pe"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := namesOf(t, quietHeadline, tt.body)
			var want []string
			if tt.want != "" {
				want = strings.Split(tt.want, "; ")
			}
			var got []string
			for i, n := range doc.Names {
				kind := n.Type.String()[:2]
				if i < len(want) && strings.HasSuffix(want[i], "/*") {
					kind = "*"
				}
				got = append(got, doc.Text(n.Span)+"/"+kind)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q\n got %q\nwant %q", tt.body, got, want)
			}
		})
	}
}

func TestNamesInHeadline(t *testing.T) {
	const body = "The maker Norvane said in Berlin that it would sue Lena Holt."
	tests := []struct{ name, headline, want string }{
		{"title case", "Norvane Sues Lena Holt After Berlin Talks", "Norvane; Lena Holt; Berlin"},
		{"all large", "NORVANE SUES HOLT AFTER BERLIN TALKS", "NORVANE; HOLT; BERLIN"},
		{"sentence case", "Court talks in Berlin fail", "Berlin"},
		{"common words are none", "New Talks Fail After Long Night", ""},
		{"listed", "South Korea Warns Of Floods", "South Korea"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := namesOf(t, tt.headline, body)
			var got []string
			for _, n := range doc.Names {
				if n.End <= len(tt.headline) {
					got = append(got, doc.Text(n.Span))
				}
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("%q: got %q, want %q", tt.headline, s, tt.want)
			}
		})
	}
}

func TestEntities(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string // canonical form: aliases
	}{
		{"surname", "Tom Burle spoke. Burle left. Mr Burle smiled.", []string{"Tom Burle: Burle, Tom Burle"}},
		{"two bearers", "Bruno Steinfeld and Irma Steinfeld came. Irma Steinfeld left, and Steinfeld wept.",
			[]string{"Bruno Steinfeld: Bruno Steinfeld", "Irma Steinfeld: Irma Steinfeld, Steinfeld"}},
		{"main bearer", "Bruno Steinfeld sang. Steinfeld bowed. His wife, Irma Steinfeld, left. Then Steinfeld wept.",
			[]string{"Bruno Steinfeld: Bruno Steinfeld, Steinfeld", "Irma Steinfeld: Irma Steinfeld"}},
		{"relative introduced later", "Bruno Steinfeld fell. His sister, Irma Steinfeld, saw it. Doctors said Steinfeld lived.",
			[]string{"Bruno Steinfeld: Bruno Steinfeld, Steinfeld", "Irma Steinfeld: Irma Steinfeld"}},
		{"middle initial", "Donna J. Harkness won. Donna Harkness smiled.", []string{"Donna J. Harkness: Donna Harkness, Donna J. Harkness"}},
		{"junior is another", "Aldo Harkness Jr. met Aldo Harkness there.", []string{"Aldo Harkness Jr.: Aldo Harkness Jr.", "Aldo Harkness: Aldo Harkness"}},
		{"acronym in brackets", "The World Health Organization (WHO) agreed. The WHO met.", []string{"World Health Organization: WHO, World Health Organization"}},
		{"acronym alone", "The Rail Safety Board met. It was the RSB that knew.", []string{"Rail Safety Board: RSB, Rail Safety Board"}},
		{"short form of a firm", "Kelmar Steel Group Inc. grew. Analysts like Kelmar.", []string{"Kelmar Steel Group Inc.: Kelmar, Kelmar Steel Group Inc."}},
		{"double surname", "Jon Smith-Baker ran. Smith-Baker fell.", []string{"Jon Smith-Baker: Jon Smith-Baker, Smith-Baker"}},
		{"surname first", "Zhao Wenlai fell. Rescuers found Zhao.", []string{"Zhao Wenlai: Zhao, Zhao Wenlai"}},
		{"part of a firm", "Obelia grew. Obelia Workforce Solutions did not.", []string{"Obelia: Obelia", "Obelia Workforce Solutions: Obelia Workforce Solutions"}},
		{"team", "The Leeds Steelers won. The Steelers smiled.", []string{"Leeds Steelers: Leeds Steelers, Steelers"}},
		{"the paper", "She told the Tampa Bay Times. Later the Times wrote it.", []string{"Tampa Bay Times: Tampa Bay Times, Times"}},
		{"place is no short form", "In Boston the Boston Globe was sold.", []string{"Boston: Boston", "Boston Globe: Boston Globe"}},
		{"also known as", "Strontia, also known as Velvet Crane, struck.", []string{"Velvet Crane: Strontia, Velvet Crane"}},
		{"called or", "A group called Velvet Crane or Strontia struck.", []string{"Velvet Crane: Strontia, Velvet Crane"}},
		{"and is no alias", "A group called Velvet Crane and Strontia struck.", []string{"Velvet Crane: Velvet Crane", "Strontia: Strontia"}},
		{"country and people", "Russia sent two Russian ships.", []string{"Russia: Russia", "Russian: Russian"}},
		{"listed forms", "The United States agreed. America waits for the U.S. to move.", []string{"United States: America, U.S., United States"}},
		{"spelled in two ways", "Zicang Wu won. Later Sicang Wu wept.", []string{"Zicang Wu: Zicang Wu", "Sicang Wu: Sicang Wu"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := namesOf(t, quietHeadline, tt.body)
			var got []string
			for _, e := range doc.Entities {
				got = append(got, e.Canonical+": "+strings.Join(e.Aliases, ", "))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q\n got %q\nwant %q", tt.body, got, tt.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string // entity: words (head)
	}{
		{"title", "A speech by Norvane President Lena Holt was short.", []string{"Lena Holt: Norvane President (president)"}},
		{"former", "It was former Secretary of State John Kerry who called.", []string{"John Kerry: former Secretary of State (secretary)"}},
		{"nationality", "On Monday German Chancellor Angela Merkel left.", []string{"Angela Merkel: German (german)", "Angela Merkel: German Chancellor (chancellor)"}},
		{"small title", "It was chief executive Richard Hallam who resigned.", []string{"Richard Hallam: chief executive (executive)"}},
		{"abbreviated", "A bill by Rep. Maxine Holloway failed.", []string{"Maxine Holloway: Rep. (representative)"}},
		{"chief executive, written large", "On Monday, Chief Executive Lena Holt resigned.", []string{"Lena Holt: Chief Executive (executive)"}},
		{"cabinet member", "Lena Holt, cabinet member for transport, agreed.", []string{"Lena Holt: cabinet member for transport (member)"}},
		{"crew member", "Lena Holt, crew member for a year, agreed.", nil},
		{"title of a film", "A script by Tom Burle (Last Baker) is late.", nil},
		{"workplace", "It was sent to Petra Lundt at the offices of Norvane Corp., where she works as an analyst.", []string{"Petra Lundt: Norvane Corp., where she works as an analyst (analyst)"}},
		{"workplace of one of two", "Petra Lundt met Lena Holt at Norvane Corp., where she works as an analyst.", nil},
		{"office before an organisation", "Norvane is sorry. Former CEO of Norvane Tom Burle told the committee that Norvane was careless.", []string{"Tom Burle: Former CEO of Norvane (ceo)"}},
		{"apposition", "Tom Burle, Norvane's vice president of customer care, wrote it.", []string{"Tom Burle: Norvane's vice president of customer care (president)"}},
		{"apposition after age", "Petra Lundt, 42, a bus driver from Oslo, was hurt.", []string{"Petra Lundt: bus driver (driver)"}},
		{"age alone", "Petra Lundt, 42, was hurt.", nil},
		{"courtesy", "Then Mr Burle left.", nil},
		{"copula", "Tom Burle is the chairman of Norvane.", []string{"Tom Burle: chairman of Norvane (chairman)"}},
		{"copula denied", "Tom Burle is not the chairman.", nil},
		{"copula with an adjective", "Tom Burle was angry.", nil},
		{"who is", "Tom Burle, who is an analyst at Norvane, agreed.", []string{"Tom Burle: analyst at Norvane (analyst)"}},
		{"inverted", "The driver, Petra Lundt, fled.", []string{"Petra Lundt: driver (driver)"}},
		{"list of persons", "He met Tom Burle, former minister Petra Lundt and others.", []string{"Petra Lundt: former minister (minister)"}},
		{"wife is no role of the man", "Prosecutors said Aldo Marsh, wife indicted, would fight.", nil},
		{"his wife", "He and his wife, Irma Marsh, left.", []string{"Irma Marsh: his wife (wife)"}},
		{"relatives in a list", "She saw Aldo Marsh, his mother and his sister.", nil},
		{"feat", "Aldo Marsh was the first driver to win twice.", nil},
		{"firm", "Obelia, a software company, hired him.", []string{"Obelia: software company (company)"}},
		{"subject is no role", "The driver saw Petra Lundt.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := namesOf(t, quietHeadline, tt.body)
			var got []string
			for _, r := range doc.Roles {
				got = append(got, doc.Entities[r.Entity].Canonical+": "+doc.Text(r.Span)+" ("+r.Head+")")
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q\n got %q\nwant %q", tt.body, got, tt.want)
			}
		})
	}
}

// TestNamesHostile runs the finder over texts that no newspaper prints.
func TestNamesHostile(t *testing.T) {
	for _, body := range []string{
		"", "'", "’s", "of the and", "The the THE", "\x00\x00", "😀 😀😀", "A", "A A A A A", "Mr", "Mr Mr Mr", "President of",
		strings.Repeat("President ", 300), strings.Repeat("Bank of ", 300), strings.Repeat("Anna and Bert, ", 300),
		strings.Repeat("\"Zinc\" ", 300), strings.Repeat("van de ", 300), "Bank of the", "X (", "Anna, also known as", "Ⱥbc's Ⱥⱥ",
	} {
		namesOf(t, quietHeadline, body)
		namesOf(t, body, body)
	}
}

// TestNamesLinear checks that ten times the text takes no more than about ten
// times as long; quadratic work would take a hundred times.
func TestNamesLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("times")
	}
	for _, unit := range []string{"Mr Orlov ", "Va. ", "Anna Orlov, Bert Orlov and Orlov met. ", "Anna's ", "\"Zinc\" ", "Bank of the ", "WHO (WHO) ", "Aldo, also known as "} {
		var took [2]time.Duration
		for i, n := range [2]int{2000, 20000} {
			a := &nlp.Article{Headline: quietHeadline, Text: quietHeadline + "\n\n" + strings.Repeat(unit, n)}
			doc := &nlp.Document{Article: a}
			doc.Tokens = segment.Tokens(a.Text)
			doc.Sentences = segment.Sentences(a.Text, len(a.Headline), doc.Tokens)
			tag.Tag(doc)
			start := time.Now()
			Names(doc)
			took[i] = time.Since(start)
		}
		if took[1] > 40*took[0]+200*time.Millisecond {
			t.Errorf("%q: %v, ten times as long %v", unit, took[0], took[1])
		}
	}
}

func BenchmarkNames(b *testing.B) {
	body := strings.Repeat("The maker Norvane said on Monday in Berlin that Lena Holt, its former president, would meet German Chancellor Angela Merkel there. "+
		"Holt has led the firm since the Bank of England sold it. Analysts expect the talks to last for weeks, and prices rose again.\n\n", 100)
	a := &nlp.Article{Headline: quietHeadline, Text: quietHeadline + "\n\n" + body}
	doc := &nlp.Document{Article: a}
	doc.Tokens = segment.Tokens(a.Text)
	doc.Sentences = segment.Sentences(a.Text, len(a.Headline), doc.Tokens)
	tag.Tag(doc)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		doc.Names, doc.Entities, doc.Roles = nil, nil, nil
		Names(doc)
	}
}
