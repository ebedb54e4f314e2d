package segment

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/factdiff/factdiff/nlp"
)

// seeds are texts that broke tokenizers before, and marks in odd places.
var seeds = []string{
	"", "The mayor didn't go.", "ȺȺȺ's", "r\xe9sum\xe9's", "!?!?...--''\"\"``((", "👍🏽👩‍👩‍👧‍👦❤️", "قال الرئيس: \"لا\".", "a\x00b\x00\x00",
	strings.Repeat("a.", 300), strings.Repeat("x'", 300), "‘solidarity’ ’s ’90s '", "$2.5bn£40m10-12–13%", "http://@#a@b.c.d@", "U.S.-a.m.J.K.",
	"\u00ad\u200b\u2060\ufeff\u0301", "1,234,56:78/9.½²", "(Getty Images) A (Photo: x) B", "A\n\nB\r\nC\u2028D", "İstanbul's ẞ's", "No. 5. Mr. X. 1. 2. \" . \"",
}

// checkTokens fails unless tokens and gaps rebuild the text.
func checkTokens(t *testing.T, text string, tokens []nlp.Token) {
	t.Helper()
	end := 0
	for i, tok := range tokens {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) || text[tok.Start:tok.End] != tok.Text {
			t.Fatalf("token %d %+v after %d", i, tok, end)
		}
		if !utf8.RuneStart(text[tok.Start]) || tok.End < len(text) && !utf8.RuneStart(text[tok.End]) {
			t.Fatalf("token %d %+v cuts a rune", i, tok)
		}
		if !utf8.ValidString(tok.Norm) {
			t.Fatalf("token %d %+v has a broken Norm", i, tok)
		}
		checkGap(t, text[end:tok.Start])
		end = tok.End
	}
	checkGap(t, text[end:])
}

func checkGap(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			t.Fatalf("gap %q holds %q", gap, r)
		}
	}
}

// checkSentences fails unless every token belongs to one sentence.
func checkSentences(t *testing.T, tokens []nlp.Token, sentences []nlp.Sentence) {
	t.Helper()
	next, paragraph := 0, 0
	for i, s := range sentences {
		if s.First != next || s.Last <= s.First || s.Last > len(tokens) || s.Paragraph < paragraph {
			t.Fatalf("sentence %d %+v after token %d, paragraph %d", i, s, next, paragraph)
		}
		if s.Start != tokens[s.First].Start || s.End != tokens[s.Last-1].End {
			t.Fatalf("sentence %d %+v does not span its tokens", i, s)
		}
		next, paragraph = s.Last, s.Paragraph
	}
	if next != len(tokens) {
		t.Fatalf("sentences end at %d of %d tokens", next, len(tokens))
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		checkTokens(t, text, Tokens(text))
	})
}

func FuzzSentences(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, 0)
		f.Add(s, len(s)/2)
	}
	f.Fuzz(func(t *testing.T, text string, headline int) {
		text = strings.ToValidUTF8(text, "\ufffd")
		tokens := Tokens(text)
		checkSentences(t, tokens, Sentences(text, headline, tokens))
	})
}

// TestLinear holds the time of hostile texts to their length: four times the
// bytes may not take ten times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	units := map[string]string{
		"marks": "!", "dots": ".", "hyphens": "a-", "acronym": "a.", "apostrophes": "a'", "quotes": `"`, "single quotes": "' ", "curly": "“", "brackets": "(", "digits": "1", "groups": "1,",
		"at": "a@", "nul": "\x00", "emoji": "👍", "marks on marks": "\u0301", "arabic": "سلام ", "one line": "The mayor said that ", "lines": "a\n", "blank lines": "A.\n\n",
		"abbreviations": "No. ", "initials": "A. ", "credit": "(Photo: ", "domains": "com.", "soft hyphen": "a\u00ad", "dollars": `$"`, "lower lines": "a\nthe\n", "colons": "1:", "open": "“A. ",
	}
	const small = 1 << 16
	for name, unit := range units {
		t.Run(name, func(t *testing.T) {
			// On a busy machine times scatter; what is quadratic takes a minute.
			var short, long time.Duration
			for range 5 {
				long = elapsed(strings.Repeat(unit, 4*small/len(unit)))
				if long < time.Second {
					return
				}
				short = elapsed(strings.Repeat(unit, small/len(unit)))
				if long <= 10*short {
					return
				}
			}
			t.Errorf("64 KB take %v, 256 KB %v", short, long)
		})
	}
	mixed := make([]string, 0, len(units))
	for _, unit := range units {
		mixed = append(mixed, strings.Repeat(unit, small/len(unit)))
	}
	slices.Sort(mixed)
	tokens := Tokens(strings.Join(mixed, ""))
	checkSentences(t, tokens, Sentences(strings.Join(mixed, ""), 0, tokens))
}

// elapsed is the time to cut the text.
func elapsed(text string) time.Duration {
	start := time.Now()
	Sentences(text, 0, Tokens(text))
	return time.Since(start)
}

// news is running text for the benchmarks.
var news = strings.Repeat(`The U.S. government said on Tuesday that it won't pay $2.5bn for the bridge's repair, nearly 10 years after it fell. `+
	`“We didn’t expect this,” Mayor Jane O’Hara told reporters at 9:30 a.m., adding that 1,234 people – most of them five-year-old children – had signed.`+"\n\n", 400)

func BenchmarkTokens(b *testing.B) {
	n := len(Tokens(news))
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		Tokens(news)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkSentences(b *testing.B) {
	tokens := Tokens(news)
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(news, 0, tokens)
	}
	b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
