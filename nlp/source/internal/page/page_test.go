package page

import (
	"strings"
	"testing"
	"time"
)

const (
	first  = "The ferry Osprey struck the harbour wall at Oldmouth on Friday and began to take in water."
	second = "Nobody was hurt, the coast guard said, and all 214 passengers were ashore within the hour."
	third  = "Divers will look at the hull on Saturday before the ship is towed to the yard in Kelm."
)

// story is a page with extra between the second and the third paragraph.
func story(extra string) string {
	return "<html><body><article><h1>Ferry hits wall</h1><p>" + first + "</p><p>" + second + "</p>" + extra + "<p>" + third + "</p></article></body></html>"
}

func body(t *testing.T, page string) string {
	t.Helper()
	r, err := Read([]byte(page), "")
	if err != nil {
		t.Fatal(err)
	}
	return string(r.Body.Text)
}

// TestDropped: what stands between two paragraphs and is no part of the report
// goes, with its reason; what only looks like it stays.
func TestDropped(t *testing.T) {
	tests := []struct{ name, extra, text, why string }{
		{"caption", "<figure><img><figcaption>The Osprey at her berth</figcaption></figure>", "The Osprey at her berth", whyCaption},
		{"caption by class", `<div class="img"><p class="wp-caption-text">The Osprey at her berth in May, before the accident.</p></div>`, "The Osprey at her berth in May, before the accident.", whyCaption},
		{"related", `<div class="related-stories"><p>Sister ship to stay in port until a crew is found for her, says owner.</p></div>`, "Sister ship to stay in port until a crew is found for her, says owner.", whyRelated},
		{"link", `<p><a href="/x">Read more: how the wall was built and why it stands where it stands</a></p>`, "Read more: how the wall was built and why it stands where it stands", whyLink},
		{"newsletter", `<section data-testid="newsletter-signup"><p>Get the news of the harbour every morning in your inbox.</p></section>`, "Get the news of the harbour every morning in your inbox.", whyNewsletter},
		{"embedded post", `<blockquote class="twitter-tweet"><p>What a noise that was, I thought the wall came down on us all.</p></blockquote>`, "What a noise that was, I thought the wall came down on us all.", whyEmbed},
		{"share", `<ul class="social-share"><li>Share on this and that</li></ul>`, "Share on this and that", whySocial},
		{"advertisement", `<div id="ad-slot-3">Advertisement</div>`, "Advertisement", whyAd},
		{"hidden", `<p style="display: none">You have read all your free reports for this month, sorry.</p>`, "You have read all your free reports for this month, sorry.", whyHidden},
		{"heading of nothing", `<h3>On other pages</h3><ul><li><a href="/a">Weather for the week</a></li></ul>`, "On other pages", ""},
		{"heading", "<h2>A loud noise</h2>", "A loud noise", ""},
		{"quotation", "<blockquote><p>What a noise that was, I thought the wall came down.</p></blockquote>", "What a noise that was, I thought the wall came down.", ""},
		{"list", "<ul><li>The wall is 300 metres long.</li></ul>", "The wall is 300 metres long.", ""},
		{"paragraph with a link", `<p>The ship, <a href="/y">built in 1998</a>, had been checked in March, its owner said.</p>`, "The ship, built in 1998, had been checked in March, its owner said.", ""},
		{"name of another thing", `<div class="has-sidebar no-comments"><p>The ship had been checked in March, its owner said.</p></div>`, "The ship had been checked in March, its owner said.", ""},
		{"word within a word", `<div class="roadshow shareholder"><p>The ship had been checked in March, its owner said.</p></div>`, "The ship had been checked in March, its owner said.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Read([]byte(story(tt.extra)), "")
			if err != nil {
				t.Fatal(err)
			}
			text := string(r.Body.Text)
			if !strings.Contains(text, first) || !strings.Contains(text, second) || !strings.Contains(text, third) {
				t.Fatalf("lost a paragraph: %q", text)
			}
			why := ""
			for _, d := range r.Dropped {
				if d.Text == tt.text {
					why = d.Why
				}
			}
			if kept := strings.Contains(text, tt.text); kept != (tt.why == "") || why != tt.why {
				t.Errorf("kept %v, dropped as %q; want %q", kept, why, tt.why)
			}
		})
	}
}

// TestCorrection: notes of corrections are kept wherever they stand.
func TestCorrection(t *testing.T) {
	const note = "Correction: an earlier version of this report gave the wrong number of passengers."
	page := strings.Replace(story(""), "</article>", "</article><footer><p>"+note+"</p><p>The Harbour Post is printed in Kelm by the Post Press and sold all over the coast.</p></footer>", 1)
	if text := body(t, page); !strings.Contains(text, note) || strings.Contains(text, "printed in Kelm") {
		t.Errorf("got %q", text)
	}
}

func TestSplitTitle(t *testing.T) {
	for _, tt := range []struct{ in, headline, site string }{
		{"Ferry hits wall in Oldmouth | Harbour Post", "Ferry hits wall in Oldmouth", "Harbour Post"},
		{"Ferry hits wall in Oldmouth, none hurt - News - Harbour Post", "Ferry hits wall in Oldmouth, none hurt", "Harbour Post"},
		{"Harbour Post - Ferry hits wall in Oldmouth", "Ferry hits wall in Oldmouth", "Harbour Post"},
		{"Harbour Post: Ferry hits wall in Oldmouth", "Ferry hits wall in Oldmouth", "Harbour Post"},
		{"Ferry hits wall: nobody hurt in Oldmouth accident", "Ferry hits wall: nobody hurt in Oldmouth accident", ""},
		{"Oldmouth: ferry hits harbour wall", "Oldmouth: ferry hits harbour wall", ""},
		{"Ferry hits wall", "Ferry hits wall", ""},
		{"", "", ""},
	} {
		if headline, site := splitTitle(tt.in); headline != tt.headline || site != tt.site {
			t.Errorf("%q: got %q, %q; want %q, %q", tt.in, headline, site, tt.headline, tt.site)
		}
	}
}

// TestLinked: JSON-LD in the forms that pages give it, and broken.
func TestLinked(t *testing.T) {
	const head = `"headline":"Ferry hits wall","datePublished":"2024-03-05T10:00:00Z"`
	for _, tt := range []struct{ name, script, author, outlet string }{
		{"plain", `{"@type":"NewsArticle",` + head + `,"author":"Ida Holm","publisher":{"name":"Harbour Post"}}`, "Ida Holm", "Harbour Post"},
		{"list", `[{"@type":"BreadcrumbList"},{"@type":["Article"],` + head + `,"author":[{"name":"Ida Holm"},{"name":"Ole Bask"}]}]`, "Ida Holm, Ole Bask", ""},
		{"graph with references", `{"@graph":[{"@type":"Person","@id":"#1","name":"Ida Holm"},{"@type":"Article",` + head + `,"author":{"@id":"#1"}}]}`, "Ida Holm", ""},
		{"comma behind the last", `{"@type":"NewsArticle",` + head + `,"author":"Ida Holm",}`, "Ida Holm", ""},
		{"line end in a string", "{\"@type\":\"NewsArticle\"," + head + ",\"author\":\"Ida\nHolm\"}", "Ida Holm", ""},
		{"character references", `{"@type":"NewsArticle",` + head + `,"author":"Ida &amp; Ole"}`, "Ida & Ole", ""},
		{"address for a name", `{"@type":"NewsArticle",` + head + `,"author":"https://post.example/ida"}`, "", ""},
		{"not an article", `{"@type":"Recipe",` + head + `,"author":"Ida Holm"}`, "", ""},
		{"no JSON", `{"@type":`, "", ""},
		{"null", `null`, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := strings.Replace(story(""), "<body>", `<body><script type="application/ld+json">`+tt.script+"</script>", 1)
			r, err := Read([]byte(page), "")
			if err != nil {
				t.Fatal(err)
			}
			if r.Author != tt.author || r.Outlet != tt.outlet {
				t.Errorf("author %q, outlet %q; want %q, %q", r.Author, r.Outlet, tt.author, tt.outlet)
			}
		})
	}
}

// TestHostile: pages made to take time or memory end soon, with an error or
// without one.
func TestHostile(t *testing.T) {
	const size = 1 << 20
	limit := 4 * time.Second
	if raceDetector {
		limit *= 10
	}
	long := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for _, tt := range []struct{ name, page string }{
		{"deep", long("<div>")}, {"deep inline", long("<b><i>")}, {"paragraphs", long("<p>x")}, {"tables", long("<table><tr><td>x")}, {"links", long("<a href=x>y")},
		{"breaks", story(long("x<br>"))}, {"open tag", "<p " + long("a=b ")}, {"attributes", long("<p " + strings.Repeat("a=b ", 1000) + ">")}, {"references", story("<p>" + long("&amp"))},
		{"comments", long("<!--")}, {"scripts", long(`<script type="application/ld+json">{}</script>`)}, {"JSON", `<script type="application/ld+json">` + long("[") + "</script>"},
		{"class", story(`<p class="` + long("ad ") + `">x</p>`)}, {"formatting", long("<b><p></b>")}, {"foster", "<table>" + long("<b>x")}, {"select", long("<select><option>x")}, {"frames", long("<svg><math>")},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			if _, err := Read([]byte("<html><body>"+tt.page), ""); err != nil {
				t.Log(err)
			}
			if d := time.Since(start); d > limit {
				t.Errorf("took %v", d)
			}
		})
	}
}
