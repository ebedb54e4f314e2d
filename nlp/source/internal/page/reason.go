package page

import (
	"cmp"
	"strings"
	"unicode"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Reasons for which a part of a page is no part of the report. They are shown
// to the user.
const (
	whyNavigation = "navigation"
	whyCaption    = "caption"
	whyRelated    = "related links"
	whyNewsletter = "newsletter"
	whySocial     = "sharing"
	whyEmbed      = "embedded post"
	whyComments   = "comments"
	whyAd         = "advertisement"
	whyForm       = "form"
	whyNotice     = "notice"
	whyTags       = "tags"
	whyByline     = "byline"
	whyFooter     = "footer"
	whyAside      = "aside"
	whyHidden     = "hidden"
	whyHeadline   = "headline"
	whyOutside    = "outside the main text"
	whyLink       = "link"
	whyEmpty      = "heading without text"
)

// nameWords are the words of class names, ids and the like that say what an
// element is for. They are the ones that publishing systems and their themes
// use; compiled for this project.
var nameWords = map[string]string{
	"nav": whyNavigation, "navbar": whyNavigation, "navigation": whyNavigation, "menu": whyNavigation, "breadcrumb": whyNavigation,
	"breadcrumbs": whyNavigation, "masthead": whyNavigation, "pagination": whyNavigation, "pager": whyNavigation, "skip": whyNavigation,
	"toolbar": whyNavigation, "topbar": whyNavigation,
	"caption": whyCaption, "figcaption": whyCaption, "credit": whyCaption, "gallery": whyCaption, "slideshow": whyCaption, "carousel": whyCaption, "lightbox": whyCaption,
	"related": whyRelated, "recommended": whyRelated, "recommendations": whyRelated, "recirc": whyRelated, "recirculation": whyRelated,
	"popular": whyRelated, "trending": whyRelated, "outbrain": whyRelated, "taboola": whyRelated, "onward": whyRelated, "upnext": whyRelated,
	"teaser": whyRelated, "teasers": whyRelated, "readmore": whyRelated, "links": whyRelated, "playlist": whyRelated, "crosslink": whyRelated,
	"mostread": whyRelated, "promo": whyRelated, "promos": whyRelated, "seealso": whyRelated,
	"newsletter": whyNewsletter, "newsletters": whyNewsletter, "signup": whyNewsletter, "subscribe": whyNewsletter, "mailinglist": whyNewsletter,
	"share": whySocial, "sharing": whySocial, "social": whySocial, "sharebar": whySocial, "addthis": whySocial, "addtoany": whySocial,
	"sharedaddy": whySocial, "follow": whySocial,
	"tweet": whyEmbed, "instagram": whyEmbed, "tiktok": whyEmbed, "oembed": whyEmbed,
	"comment": whyComments, "comments": whyComments, "disqus": whyComments, "commentlist": whyComments, "livefyre": whyComments, "respond": whyComments,
	"ad": whyAd, "ads": whyAd, "advert": whyAd, "adverts": whyAd, "advertisement": whyAd, "advertising": whyAd, "sponsor": whyAd, "sponsored": whyAd, "dfp": whyAd,
	"cookie": whyNotice, "cookies": whyNotice, "consent": whyNotice, "gdpr": whyNotice, "modal": whyNotice, "popup": whyNotice, "overlay": whyNotice,
	"banner": whyNotice, "disclaimer": whyNotice, "donate": whyNotice, "donation": whyNotice, "syndication": whyNotice, "republish": whyNotice,
	"tags": whyTags, "taglist": whyTags, "topics": whyTags, "keywords": whyTags, "categories": whyTags,
	"byline": whyByline, "bylines": whyByline, "bio": whyByline, "authorbox": whyByline, "timestamp": whyByline, "pubdate": whyByline, "postmeta": whyByline, "entrymeta": whyByline,
	"footer": whyFooter, "copyright": whyFooter, "colophon": whyFooter,
	"sidebar": whyAside, "aside": whyAside, "rail": whyAside, "widget": whyAside, "widgets": whyAside,
}

// namePairs are two words that mean something only together.
var namePairs = map[[2]string]string{
	{"read", "more"}: whyRelated, {"see", "also"}: whyRelated, {"more", "stories"}: whyRelated, {"more", "news"}: whyRelated, {"most", "read"}: whyRelated,
	{"most", "viewed"}: whyRelated, {"next", "article"}: whyRelated, {"next", "post"}: whyRelated, {"also", "like"}: whyRelated, {"link", "list"}: whyRelated,
	{"sign", "up"}: whyNewsletter, {"mailing", "list"}: whyNewsletter, {"email", "form"}: whyNewsletter,
	{"twitter", "tweet"}: whyEmbed, {"fb", "post"}: whyEmbed, {"social", "embed"}: whyEmbed,
	{"tag", "list"}: whyTags, {"topic", "list"}: whyTags, {"post", "tags"}: whyTags, {"post", "meta"}: whyByline, {"entry", "meta"}: whyByline,
	{"article", "meta"}: whyByline, {"author", "bio"}: whyByline, {"author", "box"}: whyByline, {"author", "info"}: whyByline, {"about", "author"}: whyByline,
	{"published", "date"}: whyByline, {"publish", "date"}: whyByline, {"post", "date"}: whyByline, {"date", "time"}: whyByline,
	{"photo", "credit"}: whyCaption, {"image", "credit"}: whyCaption, {"screen", "reader"}: whyHidden, {"visually", "hidden"}: whyHidden, {"sr", "only"}: whyHidden,
	{"site", "header"}: whyNavigation, {"global", "header"}: whyNavigation, {"skip", "link"}: whyNavigation,
}

// reason is why an element is no part of the report, or "".
func (f *flattener) reason(n *xhtml.Node) string {
	switch n.DataAtom {
	case atom.Nav, atom.Menu:
		return whyNavigation
	case atom.Figcaption:
		return whyCaption
	case atom.Figure:
		return f.unlessMain(n, whyCaption, shareOfTag)
	case atom.Aside:
		return f.unlessMain(n, whyAside, shareOfTag)
	case atom.Footer:
		return f.unlessMain(n, whyFooter, shareOfTag)
	case atom.Button, atom.Input, atom.Dialog:
		return whyForm
	case atom.Form:
		return f.unlessMain(n, whyForm, shareOfTag)
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.H1:
		return ""
	}
	if hidden(n) {
		return f.unlessMain(n, whyHidden, shareOfTag)
	}
	switch attr(n, "role") {
	case "navigation", "menu", "menubar", "search", "banner":
		return f.unlessMain(n, whyNavigation, shareOfTag)
	case "complementary":
		return f.unlessMain(n, whyAside, shareOfTag)
	case "contentinfo":
		return f.unlessMain(n, whyFooter, shareOfTag)
	case "dialog", "alertdialog":
		return f.unlessMain(n, whyNotice, shareOfTag)
	}
	if f.sums == nil { // the first pass only counts
		return ""
	}
	for _, key := range [...]string{"class", "id", "data-component", "data-testid", "data-qa", "data-module"} {
		if why := nameReason(attr(n, key)); why != "" {
			share := shareOfName
			if why == whyComments || why == whyRelated {
				share = shareOfAny
			}
			if why = f.unlessMain(n, why, share); why != "" {
				return why
			}
		}
	}
	if p := attr(n, "itemprop"); p == "author" || p == "datePublished" || p == "dateModified" {
		return whyByline
	}
	if attr(n, "rel") == "author" && n.DataAtom == atom.A && n.Parent != nil && n.Parent.DataAtom != atom.P {
		return whyByline
	}
	return ""
}

// unlessMain keeps the reason unless the element holds so much of the page's
// paragraphs that its name must be about something else: more than a share that
// is larger the surer the reason is, or all but a few sentences.
func (f *flattener) unlessMain(n *xhtml.Node, why string, share float64) string {
	if f.sums == nil {
		return "" // the first pass counts what would be lost
	}
	inside := f.sums[n]
	outside := f.total - inside
	if outside < min(minOutside, inside) || float64(inside) > share*float64(f.total) {
		return ""
	}
	return why
}

// Shares of a page's paragraphs up to which an element is what it is called.
const (
	shareOfName = 0.5 // a class or id: words in it may be about the page
	shareOfTag  = 0.8 // an element or role
	shareOfAny  = 1   // comments and teasers may be longer than the report
)

// minOutside is how many letters of paragraphs a page has at least outside of
// what is dropped: three sentences.
const minOutside = 250

// hidden reports an element that is not shown.
func hidden(n *xhtml.Node) bool {
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	style := attr(n, "style")
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// maxName bounds the bytes of a class attribute that are read.
const maxName = 512

// nameReason reads the words of a class name or id.
func nameReason(name string) string {
	if name == "" || len(name) > maxName {
		return ""
	}
	for class := range strings.FieldsSeq(name) {
		before := ""
		words := nameParts(class)
		for i, w := range words {
			if i > 0 && (w == "widget" || w == "widgets") {
				continue // page builders call every part so: "elementor-widget-text"
			}
			if why := namePairs[[2]string{before, w}]; why != "" {
				return why
			}
			if why := wordReason(w); why != "" && !negated(before) {
				return why
			}
			before = w
		}
	}
	return ""
}

// nameStarts are beginnings of words that themes run together: "relatedposts".
var nameStarts = [...]string{"related", "recommend", "newsletter", "advert", "breadcrumb"}

func wordReason(w string) string {
	if why := nameWords[w]; why != "" {
		return why
	}
	for _, start := range nameStarts {
		if strings.HasPrefix(w, start) {
			return cmp.Or(nameWords[start], whyRelated)
		}
	}
	return ""
}

// negated reports a word that turns a name round: "no-sidebar", "has-comments",
// "with-sidebar" tell of the page, not of the element.
func negated(before string) bool {
	switch before {
	case "no", "has", "with", "without", "hide", "show", "is", "after", "before", "non", "single", "hasnot":
		return true
	}
	return false
}

// nameParts cuts "storyBody-text__first" into its words, in lower case.
func nameParts(class string) []string {
	var words []string
	start := 0
	cut := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(class[start:end]))
		}
	}
	lower := false
	for i, r := range class {
		switch {
		case !unicode.IsLetter(r):
			cut(i)
			start, lower = i+len(string(r)), false
		case unicode.IsUpper(r):
			if lower {
				cut(i)
				start = i
			}
			lower = false
		default:
			lower = true
		}
	}
	cut(len(class))
	return words
}
