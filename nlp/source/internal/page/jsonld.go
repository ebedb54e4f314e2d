package page

import (
	"bytes"
	"encoding/json"
	"html"
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// linked is what the page says in JSON-LD (schema.org) of its report.
type linked struct {
	headline, published, modified, author, publisher, url string
	body                                                  string // articleBody: paragraphs, if the page gives them
	at                                                    int    // byte of the decoded file where its script begins
}

// Bounds on JSON-LD: scripts of a page, and objects within one.
const (
	maxScripts = 50
	maxObjects = 2000
	maxScript  = 1 << 20 // bytes
)

// articleTypes are the schema.org types of reports, the surest first.
var articleTypes = []string{"NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting", "OpinionNewsArticle",
	"Article", "BlogPosting", "TechArticle", "Report", "SocialMediaPosting", "WebPage"}

// readLinked finds the page's report among its JSON-LD.
func readLinked(t *tree) linked {
	var scripts []*xhtml.Node
	var visit func(*xhtml.Node)
	visit = func(n *xhtml.Node) {
		if n.DataAtom == atom.Script && strings.EqualFold(attr(n, "type"), "application/ld+json") && len(scripts) < maxScripts {
			scripts = append(scripts, n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(t.root)
	g := &graph{names: map[string]string{}}
	for _, n := range scripts {
		var v any
		g.at = t.offset(n)
		if data := clean(t.raw(n)); len(data) <= maxScript && (json.Unmarshal(data, &v) == nil || json.Unmarshal(withoutCommas(data), &v) == nil) {
			g.visit(v)
		}
	}
	if g.best == nil {
		return linked{}
	}
	return linked{
		headline: word(g.best["headline"]), published: word(g.best["datePublished"]), modified: word(g.best["dateModified"]),
		author: g.people(g.best["author"]), publisher: g.people(g.best["publisher"]), url: address(g.best),
		body: text(g.best["articleBody"]), at: g.bestAt,
	}
}

// clean mends what pages get wrong: comments around it, and control characters
// in strings.
func clean(data []byte) []byte {
	data = bytes.TrimSpace(data)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte(mark)))
	}
	for _, mark := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		data = bytes.TrimSpace(bytes.TrimSuffix(data, []byte(mark)))
	}
	return bytes.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, data)
}

// withoutCommas is JSON without the commas before a closing bracket, which
// templates leave behind.
func withoutCommas(data []byte) []byte {
	out := make([]byte, 0, len(data))
	quoted := false
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case quoted && c == '\\' && i+1 < len(data):
			out = append(out, c, data[i+1])
			i++
			continue
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '}' || c == ']'):
			out = bytes.TrimRight(out, " \t,")
		}
		out = append(out, c)
	}
	return out
}

// graph is the objects of all scripts.
type graph struct {
	best       map[string]any
	rank       int
	at, bestAt int // bytes of the decoded file
	seen       int
	names      map[string]string // by @id
}

func (g *graph) visit(v any) {
	if g.seen++; g.seen > maxObjects {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.visit(e)
		}
	case map[string]any:
		if id, name := word(v["@id"]), word(v["name"]); id != "" && name != "" {
			g.names[id] = name
		}
		rank := typeRank(v["@type"])
		if rank > 0 && (g.best == nil || rank > g.rank) && (word(v["headline"]) != "" || word(v["datePublished"]) != "") {
			g.best, g.rank, g.bestAt = v, rank, g.at
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "publisher", "author", "itemListElement", "liveBlogUpdate", "hasPart"} {
			if e, ok := v[key]; ok && key != "liveBlogUpdate" && key != "itemListElement" {
				g.visit(e)
			}
		}
	}
}

// typeRank is higher for surer types, 0 for others.
func typeRank(v any) int {
	best := 0
	for _, name := range list(v) {
		if i := slices.Index(articleTypes, strings.TrimPrefix(strings.TrimPrefix(word(name), "http://schema.org/"), "https://schema.org/")); i >= 0 {
			best = max(best, len(articleTypes)-i)
		}
	}
	return best
}

// maxPeople is how many authors are named.
const maxPeople = 12

// people is the names in an author or publisher.
func (g *graph) people(v any) string {
	var names []string
	for _, e := range list(v) {
		name := word(e)
		if o, ok := e.(map[string]any); ok {
			if name = strings.Join(words(o["name"]), ", "); name == "" {
				name = g.names[word(o["@id"])]
			}
		}
		if name != "" && !isAddress(name) && !slices.Contains(names, name) && len(names) < maxPeople {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

func words(v any) (all []string) {
	for _, e := range list(v) {
		if w := word(e); w != "" {
			all = append(all, w)
		}
	}
	return all
}

func address(o map[string]any) string {
	for _, key := range [...]string{"url", "mainEntityOfPage"} {
		for _, e := range list(o[key]) {
			if m, ok := e.(map[string]any); ok {
				e = m["@id"]
			}
			if w := word(e); isAddress(w) {
				return w
			}
		}
	}
	return ""
}

func list(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}

// word is a string value on one line, without character references.
func word(v any) string {
	s, _ := v.(string)
	return oneLine(s)
}

// text is a string value with its lines; "" where it holds tags.
func text(v any) string {
	s, _ := v.(string)
	if strings.Contains(s, "</") || strings.Contains(s, "/>") {
		return ""
	}
	return strings.ToValidUTF8(html.UnescapeString(s), "\uFFFD")
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}
