package page

import (
	"cmp"
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// metadata is what a page says of itself. JSON-LD goes before Open Graph, that
// before other meta elements, those before <time>, and all before the text.
type metadata struct {
	linked    linked
	meta      map[string]string // by property or name, in lower case; the first counts
	canonical string
	title     *xhtml.Node // <title>
	site      string      // name of the outlet in <title>
	times     []*xhtml.Node
	authors   []*xhtml.Node // rel="author", itemprop="author", class "byline"
}

// Names of meta elements, the surest first.
var (
	metaTitle     = []string{"og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title"}
	metaOutlet    = []string{"og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site_name", "cre"}
	metaAuthor    = []string{"author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "og:article:author", "citation_author", "byline"}
	metaPublished = []string{"article:published_time", "og:article:published_time", "parsely-pub-date", "sailthru.date", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate",
		"publish-date", "publish_date", "article.published", "article_date_original", "cxenseparse:recs:publishtime", "citation_publication_date", "published_time", "og:published_time", "last_published_date", "originalpublicationdate", "created"}
	metaModified = []string{"article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified", "dc.date.modified", "article.updated", "modified_time", "revised"}
)

func readMetadata(t *tree) *metadata {
	m := &metadata{meta: map[string]string{}, linked: readLinked(t)}
	m.visit(t, t.root)
	return m
}

func (m *metadata) visit(t *tree, n *xhtml.Node) {
	switch n.DataAtom {
	case atom.Meta:
		for _, key := range [...]string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.ToLower(attr(n, key))
			value := oneLine(attr(n, "content"))
			if _, seen := m.meta[name]; name != "" && value != "" && !seen {
				m.meta[name] = value
			}
		}
	case atom.Link:
		if m.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
			m.canonical = attr(n, "href")
		}
	case atom.Title:
		if m.title == nil && !within(n, atom.Svg) {
			m.title = n
		}
	case atom.Time:
		if len(m.times) < maxTimes && !within(n, atom.Time) {
			m.times = append(m.times, n)
		}
	}
	if p := strings.ToLower(attr(n, "itemprop")); (p == "datepublished" || p == "datemodified") && m.meta[p] == "" {
		m.meta[p] = cmp.Or(attr(n, "content"), attr(n, "datetime"), attr(n, "title"), t.text(n))
	}
	if len(m.authors) < maxPeople && n.Type == xhtml.ElementNode && namesAuthor(n) {
		m.authors = append(m.authors, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.visit(t, c)
	}
}

// namesAuthor reports an element that holds the names of the authors.
func namesAuthor(n *xhtml.Node) bool {
	if attr(n, "rel") == "author" || attr(n, "itemprop") == "author" {
		return true
	}
	for _, key := range [...]string{"class", "data-component", "data-testid"} {
		for class := range strings.FieldsSeq(attr(n, key)) {
			switch strings.Join(nameParts(class), "-") {
			case "byline", "author", "author-name", "byline-name", "byline-author", "article-author", "post-author", "entry-author", "byline-block", "article-byline", "story-byline", "contributor-name":
				return true
			}
		}
	}
	return false
}

func (m *metadata) first(names []string) string {
	for _, name := range names {
		if v := m.meta[name]; v != "" {
			return v
		}
	}
	return ""
}

// title is the headline and where it stands.
type title struct {
	text  string
	block int // among the blocks; -1 if none of them is it
	at    int // byte of the decoded file; -1 if unknown
}

// sameTitle is the share of the words of a heading that the page's title must
// have, and the other way round, for the heading to be the headline.
const sameTitle = 0.5

// headline is the heading on the page that tells what its metadata calls the
// report, or else what the metadata says.
func (m *metadata) headline(t *tree, blocks []block) title {
	said := cmp.Or(m.linked.headline, m.first(metaTitle))
	shown := ""
	if m.title != nil {
		shown = t.text(m.title)
	}
	if said == "" || isSiteName(said, m) {
		said, m.site = splitTitle(shown)
	} else if rest, site := splitTitle(shown); overlap(rest, said) > sameTitle {
		m.site = site
	}
	best, share, lone := -1, sameTitle, -1
	for i := range blocks {
		b := &blocks[i]
		if !b.heading || b.why == whyNavigation || b.why == whyHidden || isSiteName(b.text, m) {
			continue
		}
		if isH1(b.node) {
			if lone == -1 {
				lone = i
			} else {
				lone = -2
			}
		}
		if s := overlap(b.text, said); s > share || s == share && s > sameTitle && isH1(b.node) && !isH1(blocks[best].node) {
			best, share = i, s
		}
	}
	if best < 0 && lone >= 0 && said == "" {
		best = lone
	}
	if best >= 0 {
		return title{blocks[best].text, best, blocks[best].from()}
	}
	at := -1
	if m.title != nil {
		at = t.offset(m.title)
	}
	return title{said, -1, at}
}

func isH1(n *xhtml.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.DataAtom == atom.H1 {
			return true
		}
	}
	return false
}

func isSiteName(s string, m *metadata) bool {
	return s != "" && (strings.EqualFold(s, m.meta["og:site_name"]) || strings.EqualFold(s, m.linked.publisher))
}

// overlap is the Dice coefficient of the words of two titles.
func overlap(a, b string) float64 {
	wa, wb := titleWords(a), titleWords(b)
	if len(wa) == 0 || len(wb) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range wa {
		count[w]++
	}
	both := 0
	for _, w := range wb {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(wa)+len(wb))
}

func titleWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// separators stand between the headline and the name of the outlet in <title>.
var separators = [...]string{" | ", " — ", " – ", " - ", " :: ", " » ", " · ", " • ", ": "}

// maxSite is how many words the name of an outlet has at most.
const maxSite = 4

// splitTitle cuts <title> into the headline and the name of the outlet, which
// stands behind it or before it.
func splitTitle(s string) (headline, site string) {
	for _, sep := range separators {
		if i := strings.LastIndex(s, sep); i >= 0 && sep != ": " {
			head, tail := s[:i], s[i+len(sep):]
			if n := len(strings.Fields(tail)); n <= maxSite && len(strings.Fields(head)) > n {
				if shorter, _ := splitTitle(head); shorter != head && len(strings.Fields(shorter)) > maxSite {
					head = shorter // "Headline | Section | Outlet"
				}
				return head, tail
			}
		}
	}
	for _, sep := range separators {
		if head, tail, ok := strings.Cut(s, sep); ok {
			if n := len(strings.Fields(head)); n <= maxSite && len(strings.Fields(tail)) > n && (sep != ": " || n > 1 && titleCase(head)) {
				return tail, head
			}
		}
	}
	return s, ""
}

// titleCase reports that every word begins with a capital, as names do.
func titleCase(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// fill writes what the page says of its report.
func (m *metadata) fill(r *draft.Report, t *tree, blocks []block) {
	r.Outlet = cmp.Or(m.meta["og:site_name"], m.linked.publisher, m.first(metaOutlet), m.site)
	r.URL = m.address()
	if r.Outlet == "" {
		if u, err := url.Parse(r.URL); err == nil {
			r.Outlet = strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	r.Author = m.author(t)
	r.Published = firstTime(m.linked.published, m.first(metaPublished))
	r.Modified = firstTime(m.linked.modified, m.first(metaModified))
	if r.Published.IsZero() {
		r.Published = m.shownTime(t, blocks)
	}
	if r.Modified.Equal(r.Published.Time) {
		r.Modified = draft.Time{}
	}
}

func (m *metadata) address() string {
	for _, a := range [...]string{m.canonical, m.meta["og:url"], m.linked.url} {
		if isAddress(a) {
			return a
		}
	}
	return ""
}

func (m *metadata) author(t *tree) string {
	for _, name := range [...]string{m.linked.author, m.first(metaAuthor)} {
		if name != "" && !isAddress(name) && !strings.EqualFold(name, m.meta["og:site_name"]) {
			return draft.Byline(name)
		}
	}
	for _, n := range m.authors {
		if name := draft.Byline(t.text(n)); name != "" {
			return name
		}
	}
	return cmp.Or(m.linked.author, "")
}

func firstTime(all ...string) draft.Time {
	for _, s := range all {
		if t, ok := draft.ParseTime(s); ok {
			return t
		}
		if t, ok := draft.ParseShownTime(s); ok {
			return t
		}
	}
	return draft.Time{}
}

// shownTime is the time that the page shows: in <time>, else in a scrap of text
// that is a time.
func (m *metadata) shownTime(t *tree, blocks []block) draft.Time {
	for _, n := range m.times {
		if got := firstTime(attr(n, "datetime"), t.text(n)); !got.IsZero() {
			return got
		}
	}
	tried := 0
	for i := range blocks {
		b := &blocks[i]
		if b.why == whyComments || b.why == whyRelated || b.why == whyAside {
			continue
		}
		for _, line := range t.lines(b) {
			if !strings.ContainsAny(line, "0123456789") {
				continue
			}
			if tried++; tried > maxTimes {
				return draft.Time{}
			}
			if got, ok := draft.ParseShownTime(line); ok {
				return got
			}
		}
	}
	return draft.Time{}
}

// maxTimes bounds the <time> elements, and the scraps of text, that are tried:
// a page tells its own time before any others.
const maxTimes = 500

// lines is the text of a block, line by line; of a long one nothing, because it
// tells no time.
func (t *tree) lines(b *block) []string {
	if b.words > maxTimeWords && !slices.ContainsFunc(b.parts, func(p part) bool { return p.kind == partBreak }) {
		return nil
	}
	var all strings.Builder
	for _, p := range b.parts {
		switch p.kind {
		case partText:
			all.WriteString(strings.ReplaceAll(t.plain(p.piece), "\n", " "))
		case partBreak:
			all.WriteByte('\n')
		default:
			all.WriteByte(' ')
		}
	}
	return strings.Split(all.String(), "\n")
}

// maxTimeWords is how many words a line that is a time has at most.
const maxTimeWords = 10

// oneLine is s without character references, on one line.
func oneLine(s string) string {
	s = strings.ToValidUTF8(html.UnescapeString(s), "\uFFFD")
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || draft.IsControl(r) }), " ")
}
