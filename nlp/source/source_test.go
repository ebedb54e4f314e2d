package source

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/nlp"
)

func TestRead(t *testing.T) {
	day := time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name, file, in string
		want           nlp.Article // Name and Origin are not compared
	}{
		{"plain", "a.txt", "Ferry aground\n\nA ferry ran aground.\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nA ferry ran aground."}},
		{"blank lines and spaces around", "a.txt", "\n \n  Ferry aground  \nA ferry ran aground.\n\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nA ferry ran aground."}},
		{"one line", "a.txt", "Ferry aground", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground"}},
		{"front matter", "a.txt", "---\noutlet: \"The Quay (weekly)\"\nauthor: Ida Holm\nurl: https://quay.example/1\npublished: 2024-03-05\nsection: news\n---\nFerry aground\n\nBody.\n",
			nlp.Article{Headline: "Ferry aground", Outlet: "The Quay (weekly)", Author: "Ida Holm", URL: "https://quay.example/1", Published: day, DateOnly: true, Text: "Ferry aground\n\nBody."}},
		{"title of the front matter", "a.txt", "---\ntitle: Ferry aground\n---\nBody.\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nBody."}},
		{"title repeated", "a.txt", "---\ntitle: Ferry aground\n---\n\nFerry  Aground\n\nBody.\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nBody."}},
		{"title almost repeated", "a.txt", "---\ntitle: Ferry aground\n---\n\nFerries aground\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nFerries aground"}},
		{"title with escapes", "a.txt", "---\ntitle: \"A \\\"ferry\\\"\\naground\"\n---\nBody.\n", nlp.Article{Headline: `A "ferry" aground`, Text: "A \"ferry\" aground\n\nBody."}},
		{"title over two lines", "a.txt", "---\ntitle: >\n  Ferry\n  aground\n---\nBody.\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nBody."}},
		{"authors as a list, keys in capitals, nothing given", "a.txt", "---\nAuthor: [Ida Holm, Ole Bask]\noutlet:\ntitle: ~\n---\nHead\nBody.\n", nlp.Article{Headline: "Head", Author: "Ida Holm, Ole Bask", Text: "Head\n\nBody."}},
		{"a rule is no front matter", "a.txt", "---\nHead\n---\nBody.\n", nlp.Article{Headline: "---", Text: "---\n\nHead\n---\nBody."}},
		{"bad publication time", "a.txt", "---\noutlet: X\npublished: yesterday\n---\nHead\n", nlp.Article{Headline: "Head", Outlet: "X", Text: "Head",
			Notes: []string{`publication time "yesterday" on line 3 not understood; write it as 2006-01-02 or 2006-01-02T15:04:05Z`}}},
		{"byte order mark and CR LF", "a.txt", "\xef\xbb\xbf---\r\noutlet: X\r\n---\r\nHead\r\n\r\nOne.\rTwo.\r\n", nlp.Article{Headline: "Head", Outlet: "X", Text: "Head\n\nOne.\nTwo."}},
		{"invalid bytes", "a.txt", "Head\n\nCaf\xe9 \xff\xfe, fine", nlp.Article{Headline: "Head", Text: "Head\n\nCafé ÿþ, fine", Notes: []string{"read as windows-1252 and turned into UTF-8"}}},
		{"U+FFFD itself", "a.txt", "Head\n\nA \uFFFD stays", nlp.Article{Headline: "Head", Text: "Head\n\nA \uFFFD stays"}},
		{"controls", "a.txt", "Head of a report\n\nThe ship\x00 was \x1b[31mred, they said; so it was\u0092", nlp.Article{Headline: "Head of a report", Text: "Head of a report\n\nThe ship  was  [31mred, they said; so it was",
			Notes: []string{"control characters: 3, replaced by blanks"}}},
		{"UTF-16 little endian", "a.txt", utf16File("\uFEFFHéad 🚢\r\nBody \uFFFD", false), nlp.Article{Headline: "Héad 🚢", Text: "Héad 🚢\n\nBody \uFFFD", Notes: []string{"read as UTF-16 and turned into UTF-8"}}},
		{"UTF-16 big endian", "a.txt", utf16File("\uFEFFHead\nBody", true), nlp.Article{Headline: "Head", Text: "Head\n\nBody", Notes: []string{"read as UTF-16 and turned into UTF-8"}}},
		{"Markdown", "a.md", "# Ferry aground\n\nA *ferry* ran.\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nA ferry ran."}},
		{"Markdown with the title twice", "a.md", "---\ntitle: Ferry aground\n---\n# **Ferry** aground\n\nA ferry ran.\n", nlp.Article{Headline: "Ferry aground", Text: "Ferry aground\n\nA ferry ran."}},
		{"many quotation marks", "a.txt", "“A” “B”\n\n“C”\n", nlp.Article{Headline: "“A” “B”", Text: "“A” “B”\n\n“C”"}},
		{"no Latin letters", "a.txt", "עיר\n\n🚢🚢\n", nlp.Article{Headline: "עיר", Text: "עיר\n\n🚢🚢"}},
		{"marks of Markdown in plain text stay", "a.txt", "# Head\n\nA *ferry*.\n", nlp.Article{Headline: "# Head", Text: "# Head\n\nA *ferry*."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Read(tt.file, []byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			checkOrigin(t, got, []byte(tt.in))
			got.Name, got.Origin, got.Format, got.Language = "", nlp.Origin{}, "", ""
			if diff := cmp.Diff(&tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", "a.txt: is empty; put the report's text into it"},
		{"white space", " \n\t\r\n", "a.txt: is empty; put the report's text into it"},
		{"only a byte order mark", "\xef\xbb\xbf\n", "a.txt: is empty; put the report's text into it"},
		{"only front matter", "---\ntitle: X\n---\n\n", "a.txt: has front matter but no text; put the report's text below the second ---"},
		{"front matter without end", "---\ntitle: X\n\nText.\n", "a.txt:1: front matter begins with --- but never ends; put a line of --- below it"},
		{"bad YAML", "---\noutlet: X\ntitle: Storm: ten dead\n---\nText\n", "a.txt:3: front matter is no YAML: mapping values are not allowed in this context; put values with a colon or a quote into quotation marks"},
		{"binary", "a\x00b\x01\x02\x03", "a.txt: is binary data, not text; give text, Markdown, HTML, PDF, DOCX, ODT, RTF or JSON"},
		{"PNG", "\x89PNG\r\n\x1a\n1234", "a.txt: is an image; give the report's text"},
		{"PDF", "%PDF-1.7\nx", "a.txt: is a PDF, which is not read here; save it as text"},
		{"docx", "PK\x03\x04xx", "a.txt: is a zip archive; unpack it and name the files in it"},
		{"HTML", "\n<!DOCTYPE HTML>\n<p>x", "a.txt: is a page without the text of a report; save the page after it was shown in full, or save its text"},
		{"XHTML", "<?xml version='1.0'?>\n<html>", "a.txt: is a page without the text of a report; save the page after it was shown in full, or save its text"},
		{"large", strings.Repeat("word ", MaxText/5+1), "a.txt: is too large for one report: 1048580 bytes, at most 1048576 are read; split it into one file a report"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read("a.txt", []byte(tt.in))
			var typed *Error
			if !errors.As(err, &typed) || err.Error() != tt.want {
				t.Errorf("got %v\nwant %s", err, tt.want)
			}
		})
	}
	if _, err := Read("a.txt", []byte(strings.Repeat("word ", MaxText/5))); err != nil {
		t.Errorf("text of MaxText: %v", err)
	}
}

// utf16File is s in UTF-16, as a string of bytes.
func utf16File(s string, big bool) string {
	var b strings.Builder
	unit := func(u rune) {
		if big {
			b.WriteByte(byte(u >> 8))
		}
		b.WriteByte(byte(u))
		if !big {
			b.WriteByte(byte(u >> 8))
		}
	}
	for _, r := range s {
		if r > 0xffff {
			unit(0xd800 + (r-0x10000)>>10)
			r = 0xdc00 + (r-0x10000)&0x3ff
		}
		unit(r)
	}
	return b.String()
}
