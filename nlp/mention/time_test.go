package mention

import (
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/segment"
	"github.com/factdiff/factdiff/nlp/tag"
)

// wednesday is the publication day of the tables: 27 December 2017.
var wednesday = time.Date(2017, time.December, 27, 9, 0, 0, 0, time.UTC)

// timesOf returns the mentions of a body as "words = normal form".
func timesOf(t *testing.T, body string, published time.Time) []string {
	t.Helper()
	doc := timeDocument(body, published)
	if err := doc.Validate(); err != nil {
		t.Fatal(err)
	}
	found := []string{}
	for _, m := range doc.Times {
		found = append(found, doc.Text(m.Span)+" = "+m.Value.String())
	}
	return found
}

func timeDocument(body string, published time.Time) *nlp.Document {
	text := "Headline\n\n" + body
	doc := &nlp.Document{Article: &nlp.Article{Headline: "Headline", Text: text, Published: published}}
	doc.Tokens = segment.Tokens(text)
	doc.Sentences = segment.Sentences(text, len("Headline"), doc.Tokens)
	tag.Tag(doc)
	Times(doc)
	return doc
}

func TestTimes(t *testing.T) {
	tests := []struct{ in, want string }{
		// Calendar dates.
		{"The shop opened on Dec. 22.", "Dec. 22 = 2017-12-22"},
		{"The shop opened on 27 December 2016.", "27 December 2016 = 2016-12-27"},
		{"The shop opened on the 27th of November.", "the 27th of November = 2017-11-27"},
		{"The shop opened on December 2nd.", "December 2nd = 2017-12-02"},
		{"The shop opened on Friday, Dec. 22, 2017, in Bonn.", "Friday, Dec. 22, 2017 = 2017-12-22"},
		{"The shop opened on Friday 22 December.", "Friday 22 December = 2017-12-22"},
		{"Posted 2017-12-26 at the site.", "2017-12-26 = 2017-12-26"},
		{"Posted 12/26/2017 at the site.", "12/26/2017 = 2017-12-26"},
		{"Posted 11/12/2017 at the site.", ""}, // November or December
		{"The law takes effect on Jan. 1.", "Jan. 1 = 2018-01-01"},
		{"The court will sit on March 3.", "March 3 = 2018-03-03"},
		{"She was fined on March 3.", "March 3 = 2017-03-03"},
		{"She was fined on the 4th.", "the 4th = 2017-12-04"},
		{"She was fined in the 4th minute.", ""},
		{"The fair ran from Dec. 3 to Dec. 5.", "Dec. 3 to Dec. 5 = 2017-12-03/2017-12-05"},
		{"The fair ran Dec. 3-5.", "Dec. 3-5 = 2017-12-03/2017-12-05"},
		{"The show runs from 26 February - 1 March 2018.", "26 February - 1 March 2018 = 2018-02-26/2018-03-01"},
		{"It was open June to August 2016.", "June to August 2016 = 2016-06/2016-08"},
		{"It was held between April 2 and July 4.", "April 2 and July 4 = 2017-04-02/2017-07-04"},

		// Weekdays.
		{"The train crashed on Tuesday.", "Tuesday = 2017-12-26"},
		{"The train crashed on Wednesday.", "Wednesday = 2017-12-27"},
		{"The minister will resign on Friday.", "Friday = 2017-12-29"},
		{"The judge set the hearing for Jan. 9 at 2 p.m.", "Jan. 9 at 2 p.m. = 2018-01-09 14:00"},
		{"They moved the meeting from Jan. 9.", "Jan. 9 = January 9"}, // ahead, or a year back?
		{"She blamed him for Monday's crash.", "Monday = 2017-12-25"},
		{"The bus set off on Monday.", "Monday = 2017-12-25"},
		{"The vote is set for Monday.", "Monday = 2018-01-01"},
		{"They expect to finish by Monday.", "by Monday = before 2018-01-01"},
		{"The trial is scheduled for Monday.", "Monday = 2018-01-01"},
		{"The train crashed on Thursday.", "Thursday = Thursday"}, // tomorrow's: another time zone?
		{"The train crashed last Friday.", "last Friday = 2017-12-22"},
		{"The talks resume next Wednesday.", "next Wednesday = 2018-01-03"},
		{"The train crashed late Tuesday.", "late Tuesday = 2017-12-26 late"},
		{"The train crashed late on Tuesday.", "late on Tuesday = 2017-12-26 late"},
		{"The train crashed on Tuesday night.", "Tuesday night = 2017-12-26 night"},
		{"The train crashed early Sunday afternoon.", "early Sunday afternoon = early 2017-12-24 afternoon"},
		{"They meet every Friday.", "every Friday = every Friday"},
		{"They meet on Sundays.", "Sundays = every Sunday"},
		{"The paper is the Sunday Times.", ""},
		{"Shoppers queued on Black Friday.", ""},
		{"He was the boss's man Friday.", "Friday = 2017-12-22"},

		// Relative days and weeks.
		{"She said yesterday that it was over.", "yesterday = 2017-12-26"},
		{"It ended yesterday evening.", "yesterday evening = 2017-12-26 evening"},
		{"It ended last night.", "last night = 2017-12-26 night"},
		{"It began this morning.", "this morning = 2017-12-27 morning"},
		{"It ended last week.", "last week = 2017-12-18/2017-12-24"},
		{"It ended late last month.", "late last month = late 2017-11"},
		{"It ended earlier this year.", "earlier this year = 2017-01-01/2017-12-27"},
		{"It will end next year.", "next year = 2018"},
		{"It ended over the weekend.", "the weekend = 2017-12-23/2017-12-24"},
		{"It ended two years ago.", "two years ago = around 2015"},
		{"It ended more than 16 years ago.", "more than 16 years ago = around 2001"},
		{"It ended 10 days ago.", "10 days ago = around 2017-12-17"},
		{"It had ended a year earlier.", "a year earlier = "},
		{"It had begun the previous day.", "previous day = "},
		{"It ended the day before yesterday.", "the day before yesterday = 2017-12-25"},
		{"It will open at the end of the month.", "the end of the month = late 2017-12"},
		{"It grew over the past four months.", "the past four months = since 2017-08-12/2017-09-11"},
		{"They meet every year.", "every year = every year"},
		{"It lasted two years.", ""},
		{"He worked 50 hours a week.", ""},
		{"The five-year-old child laughed.", ""},
		{"It was the hottest day in a year.", ""},
		{"The first week was hard.", ""},

		// Months, seasons, quarters.
		{"She resigned in September.", "September = 2017-09"},
		{"She resigned in early March.", "early March = early 2017-03"},
		{"She resigned in mid-October.", "mid-October = mid 2017-10"},
		{"It has risen since last August.", "since last August = since 2017-08"},
		{"She resigned in May.", "May = 2017-05"},
		{"They may leave.", ""},
		{"Theresa May spoke first.", ""},
		{"The bill was blocked by May.", ""},
		{"The May government fell.", ""},
		{"The April meeting was short.", "April = 2017-04"},
		{"She goes back to Rome.", ""},
		{"The firm is opening a shop in February.", "February = 2018-02"},
		{"The bridge is to be closed in the summer.", "summer = 2018-06/2018-08"},
		{"They met on Christmas Eve.", "Christmas Eve = 2017-12-24"},
		{"They met on New Year's Eve 2015.", "New Year's Eve 2015 = 2015-12-31"},
		{"They met on the eve of the vote.", ""},
		{"Workers plan to march to the square.", ""},
		{"March on, she told them.", ""},
		{"She resigned last summer.", "last summer = 2017-06/2017-08"},
		{"She resigned in the fall of 2015.", "fall of 2015 = 2015-09/2015-11"},
		{"Prices fall again.", ""},
		{"The fall of the city was quick.", ""},
		{"New leaks spring up.", ""},
		{"Profit rose in the fourth quarter.", "fourth quarter = 2017-Q4"},
		{"Profit rose in the second quarter of 2016.", "second quarter of 2016 = 2016-Q2"},
		{"Baker scored in the fourth quarter.", ""},
		{"Sales rose in Q3.", "Q3 = 2017-Q3"},

		// Years.
		{"She won in 2014.", "2014 = 2014"},
		{"She has led it since 2009.", "since 2009 = since 2009"},
		{"It will be gone by 2020.", "by 2020 = before 2020"},
		{"It was built in the 1950s.", "1950s = 1950/1959"},
		{"It was built in the mid-1990s.", "mid-1990s = mid 1990/1999"},
		{"It ran from 2007 to 2014.", "2007 to 2014 = 2007/2014"},
		{"It ran from 2007 through 2014.", "2007 through 2014 = 2007/2014"},
		{"It ran in 2007-2014.", "2007-2014 = 2007/2014"},
		{"It began in the 2009-10 season.", "2009-10 = 2009/2010"},
		{"She won in June 2017.", "June 2017 = 2017-06"},
		{"Some 2014 people came.", ""},
		{"It goes 620 miles (1000) km.", ""},
		{"The film (2012) was long.", "2012 = 2012"},
		{"Traffic grew in 2015/16.", "2015/16 = 2015/2016"},
		{"It was worth more in fiscal 2013.", "2013 = 2013"},
		{"It ended decades ago.", "decades ago = "},
		{"It was closed in the 1990's.", "1990's = 1990/1999"},
		{"A photo from Tokyo, Japan April 25, 2017.", "April 25, 2017 = 2017-04-25"},
		{"They met between March and May.", "March and May = 2017-03/2017-05"},
		{"They met at the end of May.", "the end of May = late 2017-05"},
		{"The records date back to 1977.", "1977 = since 1977"},
		{"The records date back as far as 1977.", "1977 = since 1977"},
		{"In the years prior to 2012 it grew.", "prior to 2012 = before 2012"},
		{"It cost $2000 and more.", ""},
		{"It was built in the 19th century.", "19th century = 1800/1899"},
		{"The 2016 election was close.", "2016 = 2016"},

		// Clock times.
		{"It struck at 9:34 Tokyo time on Monday.", "9:34 Tokyo time on Monday = 2017-12-25 09:34 Tokyo"},
		{"It struck at 2:30 p.m. ET.", "2:30 p.m. ET = 14:30 ET"},
		{"It struck at 12.10pm.", "12.10pm = 12:10"},
		{"It struck at 11am local time.", "11am local time = 11:00 local"},
		{"It struck at around noon.", "around noon = around noon"},
		{"It struck just after noon on Sunday.", "just after noon on Sunday = after 2017-12-24 12:00-12:30"},
		{"It struck shortly before 9 o'clock.", "shortly before 9 o'clock = before 08:30-09:00 am/pm"},
		{"It struck shortly after four on Sunday morning.", "shortly after four on Sunday morning = after 2017-12-24 04:00-04:30"},
		{"It struck at 16:40 GMT.", "16:40 GMT = 16:40 GMT"},
		{"It struck at 1640 GMT.", "1640 GMT = 16:40 GMT"},
		{"It struck on Tuesday evening at 9pm.", "Tuesday evening at 9pm = 2017-12-26 21:00"},
		{"It struck at 12:10 p.m. Sunday.", "12:10 p.m. Sunday = 2017-12-24 12:10"},
		{"It struck at 10:15 on Friday night.", "10:15 on Friday night = 2017-12-22 22:15"},
		{"It struck at 10:15.", "10:15 = 10:15 am/pm"},
		{"The doors are open from 1:30 to 4 p.m.", "1:30 to 4 p.m. = 13:30-16:00"},
		{"It struck in the early hours of Sunday.", "early hours of Sunday = 2017-12-24 early hours"},
		{"Posted at 2: 21 pm today.", "2: 21 pm today = 2017-12-27 14:21"},
		{"It struck at 14.30 GMT.", "14.30 GMT = 14:30 GMT"},
		{"At 13 pm it failed.", ""},
		{"The Long March 9 rocket flew.", ""},
		{"Rovers won 2:1 at home.", ""},
		{"He read from John 3:16 aloud.", ""},
		{"He is 11 and she is 12.", ""},
	}
	for _, tt := range tests {
		got := strings.Join(timesOf(t, tt.in, wednesday), "; ")
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestTimesWithoutPublication(t *testing.T) {
	tests := []struct{ in, want string }{
		{"It struck on Tuesday at 9pm.", "Tuesday at 9pm = Tuesday 21:00"},
		{"It struck on Dec. 27.", "Dec. 27 = December 27"},
		{"It struck in September.", "September = September"},
		{"It struck on Sunday, November 27.", "Sunday, November 27 = November 27"},
		{"It struck on Dec. 27, 2017.", "Dec. 27, 2017 = 2017-12-27"},
		{"It struck last week.", "last week = "},
		{"It struck yesterday.", "yesterday = "},
	}
	for _, tt := range tests {
		if got := strings.Join(timesOf(t, tt.in, time.Time{}), "; "); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestTimesStayOutOfNames(t *testing.T) {
	text := "Headline\n\nAugust Wilson opened the December Club on Tuesday."
	doc := &nlp.Document{Article: &nlp.Article{Headline: "Headline", Text: text, Published: wednesday}}
	doc.Tokens = segment.Tokens(text)
	doc.Sentences = segment.Sentences(text, len("Headline"), doc.Tokens)
	tag.Tag(doc)
	for i, tok := range doc.Tokens {
		switch tok.Text {
		case "August", "December":
			doc.Names = append(doc.Names, nlp.Name{Span: doc.TokenSpan(i, i+2), First: i, Last: i + 2})
		case "Tuesday":
			doc.Names = append(doc.Names, nlp.Name{Span: tok.Span, First: i, Last: i + 1})
		}
	}
	Times(doc)
	if len(doc.Times) != 1 || doc.Text(doc.Times[0].Span) != "Tuesday" {
		t.Errorf("got %d times, want Tuesday alone", len(doc.Times))
	}
}

// TestTimesOnHostileText holds the finder to linear time and valid spans on
// what no reporter writes.
func TestTimesOnHostileText(t *testing.T) {
	for _, unit := range []string{"Tuesday ", "last ", "2017-", "at 9:", "May ", "the end of ", "a.m. ", "1 ", "\x00", "Dec. 27, ", "week ago ", "from 2007 to "} {
		start := time.Now()
		doc := timeDocument(strings.Repeat(unit, 20000), wednesday)
		if err := doc.Validate(); err != nil {
			t.Errorf("%q: %v", unit, err)
		}
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q: took %v", unit, d)
		}
		for i := 1; i < len(doc.Times); i++ {
			if doc.Times[i].First < doc.Times[i-1].Last {
				t.Fatalf("%q: mentions %d and %d overlap", unit, i-1, i)
			}
		}
	}
}

func BenchmarkTimes(b *testing.B) {
	text := strings.Repeat("The ferry left on Tuesday evening at 9 p.m. and reached the port two days later, officials said in a report that runs to many pages of figures and charts about the crossing and its costs. ", 200)
	doc := timeDocument(text, wednesday)
	words := len(doc.Tokens)
	b.ReportAllocs()
	for b.Loop() {
		Times(doc)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
