package mention_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/mention"
	"github.com/factdiff/factdiff/nlp/segment"
	"github.com/factdiff/factdiff/nlp/tag"
)

// quantityDoc runs the steps before Quantities on a body with a headline.
func quantityDoc(headline, body string) *nlp.Document {
	a := &nlp.Article{Headline: headline, Text: headline + "\n\n" + body}
	doc := &nlp.Document{Article: a, Tokens: segment.Tokens(a.Text)}
	doc.Sentences = segment.Sentences(a.Text, len(headline), doc.Tokens)
	tag.Tag(doc)
	mention.Names(doc)
	mention.Times(doc)
	mention.Quantities(doc)
	return doc
}

// quantitiesOf words each quantity as "span = value noun".
func quantitiesOf(t *testing.T, doc *nlp.Document) string {
	t.Helper()
	if err := doc.Validate(); err != nil {
		t.Error(err)
	}
	var found []string
	last := 0
	for _, q := range doc.Quantities {
		if q.First < last {
			t.Errorf("%q overlaps the one before", doc.Text(q.Span))
		}
		last = q.Last
		s := doc.Text(q.Span) + " = " + q.Value.String()
		if q.Noun >= 0 {
			s += " " + doc.Tokens[q.Noun].Text
			if q.Noun < q.NounFirst || q.Noun >= q.NounLast {
				t.Errorf("%q: noun %d outside [%d, %d)", s, q.Noun, q.NounFirst, q.NounLast)
			}
		} else if q.NounFirst != q.NounLast {
			t.Errorf("%q: a noun phrase without a noun", s)
		}
		found = append(found, s)
	}
	return strings.Join(found, "; ")
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"figures", "The blast injured 27 people.", "27 = 27 people"},
		{"thousands separators", "It hired 1,200 workers.", "1,200 = 1200 workers"},
		{"words", "Twenty-seven people were hurt.", "Twenty-seven = 27 people"},
		{"words with and", "Two hundred and five sailors drowned.", "Two hundred and five = 205 sailors"},
		{"scale", "It sold 1.5 million phones.", "1.5 million = 1500000 phones"},
		{"glued scale", "The leak hit 44million users.", "44million = 44000000 users"},
		{"letter scale before people", "Some 2m customers lost power.", "Some 2m = ~2000000 customers"},
		{"letter of length", "She won the 100m sprint.", "100m = 100 m sprint"},
		{"lakh and crore", "Over 5 lakh people got Rs 500 crore.", "Over 5 lakh = >500000 people; Rs 500 crore = 5000000000 INR"},
		{"half a million", "It needs one and a half million doses.", "one and a half million = 1500000 doses"},
		{"dozen", "He bought a dozen eggs and half a dozen apples.", "a dozen = 12 eggs; half a dozen = 6 apples"},
		{"vague", "Dozens of goats and several cows died.", "Dozens = ?24..500 goats; several = ?3..10 cows"},
		{"vague hundreds", "It freed several hundred prisoners.", "several hundred = ?300..1000 prisoners"},
		{"hundreds of thousands", "Hundreds of thousands of birds were seen.", "Hundreds of thousands = ?100000..1000000 birds"},
		{"a couple, a few, a pair", "A couple of men, a few women and a pair of thieves came.",
			"A couple = ?2..3 men; a few = ?2..7 women; a pair = 2 thieves"},
		{"few alone is no number", "Few people came.", ""},
		{"couple alone is no number", "The couple married.", ""},

		{"casualties without a noun", "In all 12 were killed and 27 hurt.", "12 = 12; 27 = 27 hurt"},
		{"participle", "There were 27 injured.", "27 = 27 injured"},
		{"noun phrase", "It hired seven pharmaceutical companies and vaccine researchers.", "seven = 7 companies"},
		{"of the", "She met five of the victims.", "five = 5 victims"},
		{"of its", "It fired 1,200 of its workers.", "1,200 = 1200 workers"},
		{"compound", "A 48-page indictment named a 12-member board.", "48-page = 48 page indictment; 12-member = 12 member board"},

		{"dollars", "It paid $2.5bn for the plant.", "$2.5bn = 2500000000 USD"},
		{"dollars and noun", "It took a $5 billion charge.", "$5 billion = 5000000000 USD charge"},
		{"a share", "It offered US$60 a share.", "US$60 = 60 USD share"},
		{"other currencies", "It cost £40 or €50.25, not A$70.", "£40 = 40 GBP; €50.25 = 50.25 EUR; A$70 = 70 AUD"},
		{"currency words", "He owed 300 euros and 20 million Canadian dollars.", "300 euros = 300 EUR; 20 million Canadian dollars = 20000000 CAD"},
		{"cents", "A stamp costs 60 cents.", "60 cents = 0.6 USD"},
		{"money in funds", "They misused $250,000 in campaign funds.", "$250,000 = 250000 USD funds"},
		{"money compound", "They won a 2.5-million-dollar prize.", "2.5-million-dollar = 2500000 USD prize"},
		{"pounds of weight", "The cook used 20 pounds of rice.", "20 pounds = 9.0718474 kg rice"},
		{"pounds of money", "The £3 toll went up; he owed 50 pounds.", "£3 = 3 GBP toll; 50 pounds = 50 GBP"},

		{"percent", "Sales fell 15.5% in a market down 3 per cent.", "15.5% = 15.5%; 3 per cent = 3%"},
		{"points", "It rose 0.5 percentage points, or 50 basis points.", "0.5 percentage points = 0.5 points; 50 basis points = 0.5 points"},
		{"parts", "Two thirds of voters and a quarter of members agreed.", "Two thirds = 66.6666666667% voters; a quarter = 25% members"},
		{"one in five", "About one in five pupils is late.", "About one in five = ~20% pupils"},
		{"one in three, hyphens", "It has a one-in-four chance.", "one-in-four = 25% chance"},
		{"two in three days is no part", "He lost two in three days.", "two = 2; three days = 259200 s"},
		{"twice", "It has twice the budget.", "twice = 2 times budget"},
		{"double as a verb is no number", "They want to double output.", ""},

		{"year-old", "A five-year-old boy and his 42-year-old aunt fell.", "five-year-old = 5 years old boy; 42-year-old = 42 years old aunt"},
		{"aged", "The driver, aged 42, is the son of a man who is 71 years old.", "42 = 42 years old; 71 years old = 71 years old"},
		{"age after a name", "John Mellor, 42, drove the bus.", "42 = 42 years old"},
		{"decade of life", "Police seek a man in his mid-30s.", "mid-30s = 30..39 years old"},
		{"after a pronoun", "She was 85.", "85 = 85 years old"},
		{"not after it", "The final tally was 85.", "85 = 85"},

		{"duration", "The 48-hour strike ended after two days of talks.", "48-hour = 172800 s strike; two days = 172800 s talks"},
		{"unit and a half", "The talks lasted almost an hour and a half, the strike two days and a half.", "almost an hour and a half = <~5400 s; two days and a half = 216000 s"},
		{"date with a spoilt month", "The bridge fell on Setpember 19, 2013.", ""},
		{"scraped thousands", "The town sent some 1, 600 officers and ran for 6, 728 yards.", "some 1, 600 = ~1600 officers; 6, 728 yards = 6152.0832 m"},
		{"no scraped thousands", "In group 2, 117 people fell ill, and on page 6, 728 names stood.", "117 = 117 people; 728 = 728 names"},
		{"two units", "She ran 2 hours and 15 minutes and is 5ft 10in tall.", "2 hours and 15 minutes = 8100 s; 5ft 10in = 1.778 m tall"},
		{"length", "They dug 40 metres down in a 130-foot-deep well.", "40 metres = 40 m down; 130-foot-deep = 39.624 m well"},
		{"area, speed, temperature", "The 800-square-foot flat was sold when it was 30C and cars did 60 miles per hour.",
			"800-square-foot = 74.322432 m2 flat; 30C = 30 C; 60 miles per hour = 26.8224 m/s"},
		{"fahrenheit", "It was 212 degrees Fahrenheit.", "212 degrees Fahrenheit = 100 C"},
		{"height", "A 6-foot-7 guard scored.", "6-foot-7 = 2.0066 m guard"},
		{"a unit needs a comparator", "He left a year before she had spent more than a year there.", "more than a year = >31557600 s"},
		{"magnitude", "The magnitude 7.1 earthquake was felt here.", "7.1 = 7.1 magnitude earthquake"},

		{"magnitude of a quake", "A 6.1 quake followed a 5 quake.", "6.1 = 6.1 magnitude quake; 5 = 5 magnitude quake"},
		{"earthquakes counted", "They felt 3 earthquakes and then 2 aftershocks.", "3 = 3 earthquakes; 2 = 2 aftershocks"},
		{"weeks of a season", "He was back in Weeks 14-16.", ""},
		{"ordinal", "It is the third-largest city and his 27th goal.", "third-largest = #3 city; 27th = #27 goal"},
		{"adverb is no rank", "Reporters first noticed it.", ""},
		{"at first is no rank", "At first nobody noticed.", ""},
		{"street is no rank", "They met on 53rd Street.", ""},
		{"score", "They won 3-0 at home.", "3-0 = 3-0"},
		{"score with en dash", "They lost 1–2 in the final.", "1–2 = 1-2"},
		{"range with dash", "Talks took 10-12 weeks.", "10-12 weeks = 6048000..7257600 s"},
		{"between", "Between 5 and 7 ships sank.", "Between 5 and 7 = 5..7 ships"},
		{"to", "The bill is $19 to $22 million.", "$19 to $22 million = 19000000..22000000 USD"},
		{"from and to is a change", "The rate rose from 5% to 7%.", "5% = 5%; 7% = 7%"},
		{"or", "He saw two or three men.", "two or three = 2..3 men"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := quantitiesOf(t, quantityDoc("Report", c.in)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestQuantityComparators(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"at least", "At least 12 houses burned.", "At least 12 = >=12 houses"},
		{"no fewer than", "No fewer than 12 houses burned.", "No fewer than 12 = >=12 houses"},
		{"more than", "More than 51 houses burned.", "More than 51 = >51 houses"},
		{"well over", "Well over 50 houses burned.", "Well over 50 = >50 houses"},
		{"no more than", "No more than 50 houses burned.", "No more than 50 = <=50 houses"},
		{"up to", "Up to 50 houses burned.", "Up to 50 = <=50 houses"},
		{"as many as", "As many as 50 houses burned.", "As many as 50 = <=50 houses"},
		{"fewer than", "Fewer than 50 houses burned.", "Fewer than 50 = <50 houses"},
		{"nearly", "Nearly seven houses burned.", "Nearly seven = <~7 houses"},
		{"just under", "Just under 50 houses burned.", "Just under 50 = <~50 houses"},
		{"just over", "Just over 50 houses burned.", "Just over 50 = >~50 houses"},
		{"about", "About 40 houses burned.", "About 40 = ~40 houses"},
		{"some", "Some 80 diggers came.", "Some 80 = ~80 diggers"},
		{"an estimated", "An estimated 80 diggers came.", "An estimated 80 = ~80 diggers"},
		{"or more", "It takes 10 or more people.", "10 or more = >=10 people"},
		{"plus", "It took 50+ people.", "50+ = >=50 people"},
		{"or so", "It took 50 or so people.", "50 or so = ~50 people"},
		{"with money", "It lost nearly $44 million.", "nearly $44 million = <~44000000 USD"},
		{"over as during", "He spoke to them over two days.", "two days = 172800 s"},
		{"over as more than", "It took over 100 hours.", "over 100 hours = >360000 s"},
		{"within", "It must close within a year.", "within a year = <=31557600 s"},
		{"within as inside", "It is one of the groups within two parties.", "two = 2 parties"},
		{"under one roof", "They live under one roof.", "one = 1 roof"},
		{"less is no comparator of the next", "There was less rain, 12 inches.", "12 inches = 0.3048 m"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := quantitiesOf(t, quantityDoc("Report", c.in)); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

func TestNoQuantities(t *testing.T) {
	for _, c := range []struct{ name, in string }{
		{"one as a pronoun", "No one knew. One of them left. They helped one another."},
		{"this one", "This one was better than that one."},
		{"one day", "One day he will return."},
		{"year", "It was built in 1998 and closed in 2017."},
		{"label", "The minister left No. 10 Downing Street."},
		{"flight", "He was on Flight 93."},
		{"section and route", "Under Section 5 they closed Route 66."},
		{"product", "She uses Windows 10."},
		{"model", "The COVID-19 test and the F-16 use 5G."},
		{"air force one", "Air Force One landed."},
		{"phone number", "Call 555-123-4567 for help."},
		{"fraction of an id", "See file 12/345 or 10.1.2.3."},
		{"emergency number", "She called 911."},
		{"hash", "They call him #5."},
		{"lines 1 and 2", "The closure of Lines 1 and 2 will last."},
		{"date", "It happened on Dec. 27, 2017."},
		{"clock", "Doors open at 7:30 p.m."},
		{"clock cut by a scraper", "They led with 4: 43 left."},
		{"leading zero", "Agent 007 is back."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := quantitiesOf(t, quantityDoc("Report", c.in)); got != "" {
				t.Errorf("%s\n got %s", c.in, got)
			}
		})
	}
}

func TestQuantitiesInHeadlines(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Ferry Sinks, Killing at Least 7", "at Least 7 = >=7"},
		{"Army Fires 3 Missiles Toward Island", "3 = 3 Missiles"},
		{"12 dead, 27 injured as bus falls off bridge", "12 = 12 dead; 27 = 27 injured"},
	} {
		if got := quantitiesOf(t, quantityDoc(c.in, "Text follows.")); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// TestQuantitiesOnHostileText holds that no text breaks the document's laws.
func TestQuantitiesOnHostileText(t *testing.T) {
	for _, unit := range []string{"5 ", "5-", "five ", "hundred and ", "more than ", "$", "$5 ", "1,", "a ", "half a ", "1. ", "- 5", "one in ", "five-year-", "½", "٣ ", "million "} {
		doc := quantityDoc("Report", strings.Repeat(unit, 2000))
		quantitiesOf(t, doc)
	}
}

func BenchmarkQuantities(b *testing.B) {
	var text strings.Builder
	for i := range 400 {
		text.WriteString("At least " + strconv.Itoa(i) + " people were hurt when a 40-metre crane fell in the old harbour, police said. ")
		text.WriteString("The city will pay about $2.5 million to two thirds of the families who live there. ")
	}
	doc := quantityDoc("Report", text.String())
	b.SetBytes(int64(len(doc.Article.Text)))
	b.ReportAllocs()
	for b.Loop() {
		mention.Quantities(doc)
	}
}
