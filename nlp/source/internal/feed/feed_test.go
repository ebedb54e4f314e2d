package feed

import (
	"errors"
	"testing"
	"time"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

func TestRead(t *testing.T) {
	tests := []struct {
		name, in, feed string
		want           Item
	}{
		{"RSS", `<rss><channel><title>Post</title><link>https://post.example</link><item><title>Ferry &amp;amp; pier</title><link>https://post.example/1</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><dc:creator>Ida Holm</dc:creator><content:encoded><![CDATA[<p>A</p>]]></content:encoded></item></channel></rss>`,
			"Post", Item{Title: "Ferry & pier", URL: "https://post.example/1", Author: "Ida Holm", Content: "<p>A</p>"}},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Ferry</title><link rel="self" href="https://post.example/x"/><link rel="alternate" href="https://post.example/1"/><published>2024-03-05T10:00:00Z</published><author><name>Ida Holm</name></author><content type="html">&lt;p&gt;A&lt;/p&gt;</content></entry></feed>`,
			"Post", Item{Title: "Ferry", URL: "https://post.example/1", Author: "Ida Holm", Content: "<p>A</p>"}},
		{"RDF", `<rdf:RDF><channel><title>Post</title></channel><item><title>Ferry</title><link>https://post.example/1</link><dc:date>2024-03-05T10:00:00Z</dc:date></item></rdf:RDF>`,
			"Post", Item{Title: "Ferry", URL: "https://post.example/1"}},
		{"address in the identifier", `<rss><channel><title>Post</title><item><title>Ferry</title><guid>https://post.example/1</guid><pubDate>Tue, 05 Mar 2024 10:00:00 +0000</pubDate></item></channel></rss>`,
			"Post", Item{Title: "Ferry", URL: "https://post.example/1"}},
		{"Atom in XHTML", `<feed><title>Post</title><entry><title>Ferry</title><link href="https://post.example/1"/><updated>2024-03-05T10:00:00Z</updated><content type="xhtml"><div><p>A <b>pier</b></p></div></content></entry></feed>`,
			"Post", Item{Title: "Ferry", URL: "https://post.example/1", Content: "<div><p>A <b>pier</b></p></div>"}},
	}
	for _, tt := range tests {
		name, items, err := Read([]byte(tt.in), "")
		if err != nil || name != tt.feed || len(items) != 1 {
			t.Errorf("%s: %v, %q, %d items", tt.name, err, name, len(items))
			continue
		}
		if at := time.Date(2024, 3, 5, 10, 0, 0, 0, time.UTC); !items[0].Published.Equal(at) {
			t.Errorf("%s: published %v", tt.name, items[0].Published)
		}
		items[0].Published = draft.Time{}
		if items[0] != tt.want {
			t.Errorf("%s: got %+v, want %+v", tt.name, items[0], tt.want)
		}
	}
}

func TestLooks(t *testing.T) {
	for in, want := range map[string]bool{
		`<?xml version="1.0"?><!-- x --><rss version="2.0">`: true,
		`<feed xmlns="x">`:                      true,
		`<rdf:rdf xmlns="x">`:                   true,
		"<html><body><p>the tag <rss> of feeds": false,
		"<feedback> of readers":                 false,
		"a ferry hit a pier <rss>":              false,
	} {
		if got := Looks([]byte(in)); got != want {
			t.Errorf("%q: got %v", in, got)
		}
	}
}

// FuzzRead holds that any bytes make items or a problem.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`<rss><channel><title>Post</title><item><title>F</title><link>https://post.example/1</link></item></channel></rss>`))
	f.Add([]byte(`<feed><entry><title type="xhtml"><b>F</b></title><link href="x"/><content type="xhtml"><p>A</p></content></entry></feed>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, items, err := Read(data, "")
		var p *draft.Problem
		if err != nil && !errors.As(err, &p) || err == nil && len(items) == 0 {
			t.Fatalf("%v, %d items", err, len(items))
		}
	})
}
