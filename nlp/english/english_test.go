package english_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
)

// reports are the files of all stories in testdata.
func reports(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/stories/*/r*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no stories in testdata", err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[path] = data
	}
	return files
}

// odd are inputs that are no news, or that meet several steps at once.
var odd = map[string]string{
	"headline only":        "Ferry hits pier",
	"one letter":           "A\n\nb",
	"only signs":           "!!\n\n!!! ... --- ((( ]]] ““ ”” '' $$ %%",
	"quotation not closed": "Head\n\n\"He said it was over, and then he said nothing more\n\nNext paragraph, \"with another",
	"times and numbers":    "Head\n\nOn Dec. 27, 2017 at 9:34 a.m. 27 people, 12 of them under 18, met in 2017 for the 27th time in 10 days.",
	"dates run together":   "Head\n\n1/2/2015 3-4 5:06 7.8.2009 10-11-12 13:14:15 1990s '98 2015-16 24/7 9/11",
	"no spaces":            "Head\n\n" + strings.Repeat("27people", 200),
	"no full stop":         "Head\n\n" + strings.Repeat("27 people were hurt on Tuesday and ", 200),
	"right to left":        "Head\n\n\u202eabc 27\u202c ١٢٣ people שלום 12 عاجل",
	"emoji":                "Head 🚢\n\n🚢🚢 27 🚢 people 👩‍👩‍👧 said “🚢”.",
	"said":                 "Head\n\nsaid said said, said “said” said. According to according to.",
	"names":                "Head\n\nIda Holm's Kelm's Holm's Ida's, the The THE A. B. C. D. Holm-Bask O'Neil McX",
	"bad bytes":            "Head\n\n27\xff people\xc3 of the ferry to Kelm were \x00hurt\xe2\x80 on \xf0\x9f Tuesday.",
}

func analysed(t *testing.T, check func(t *testing.T, article *nlp.Article, doc *nlp.Document)) {
	t.Helper()
	files := reports(t)
	for name, text := range odd {
		files[name] = []byte(text)
	}
	for name, data := range files {
		t.Run(filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name), func(t *testing.T) {
			article, err := source.Read(name, data)
			if err != nil {
				t.Fatal(err)
			}
			check(t, article, english.Analyze(article))
		})
	}
}

// TestValid: whatever comes in, the document keeps its own laws.
func TestValid(t *testing.T) {
	analysed(t, func(t *testing.T, _ *nlp.Article, doc *nlp.Document) {
		if err := doc.Validate(); err != nil {
			t.Error(err)
		}
	})
}

// TestOrder: what a later step leans on was there when it ran. No quantity
// stands inside a time, and every token has a tag and a lemma.
func TestOrder(t *testing.T) {
	analysed(t, func(t *testing.T, _ *nlp.Article, doc *nlp.Document) {
		for _, tok := range doc.Tokens {
			if tok.Tag == "" || tok.Lemma == "" || tok.Norm == "" {
				t.Errorf("token %q at %v: tag %q, lemma %q, norm %q", tok.Text, tok.Span, tok.Tag, tok.Lemma, tok.Norm)
			}
		}
		for _, q := range doc.Quantities {
			for _, at := range doc.Times {
				if at.Contains(q.Span) {
					t.Errorf("quantity %q stands inside the time %q", doc.Text(q.Span), doc.Text(at.Span))
				}
			}
		}
	})
}

// TestEntities: the entities stand in order of first mention, and every name
// is one of its entity's mentions and forms.
func TestEntities(t *testing.T) {
	analysed(t, func(t *testing.T, _ *nlp.Article, doc *nlp.Document) {
		first, named := -1, 0
		for i, e := range doc.Entities {
			if len(e.Mentions) == 0 || !slices.IsSorted(e.Mentions) || e.Mentions[0] <= first {
				t.Fatalf("entity %d, %q: mentions %v after %d", i, e.Canonical, e.Mentions, first)
			}
			first = e.Mentions[0]
			named += len(e.Mentions)
			if !slices.IsSorted(e.Aliases) || !slices.Contains(e.Aliases, e.Canonical) {
				t.Errorf("entity %d, %q: forms %q", i, e.Canonical, e.Aliases)
			}
		}
		if named != len(doc.Names) {
			t.Errorf("%d mentions of %d names", named, len(doc.Names))
		}
	})
}

// TestRebuild: what stands in no token is white space or cannot be seen.
func TestRebuild(t *testing.T) {
	seen := func(r rune) bool { return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) }
	analysed(t, func(t *testing.T, article *nlp.Article, doc *nlp.Document) {
		end := 0
		for _, tok := range append(doc.Tokens, nlp.Token{Span: nlp.Span{Start: len(article.Text)}}) {
			if gap := article.Text[end:tok.Start]; strings.ContainsFunc(gap, seen) {
				t.Errorf("%q stands in no token", gap)
			}
			end = tok.End
		}
	})
}

// TestTwice: the same article gives the same document, and is left as it was.
func TestTwice(t *testing.T) {
	analysed(t, func(t *testing.T, article *nlp.Article, doc *nlp.Document) {
		before := *article
		if diff := cmp.Diff(doc, english.Analyze(article)); diff != "" {
			t.Errorf("the second time:\n%s", diff)
		}
		if diff := cmp.Diff(before, *article); diff != "" {
			t.Errorf("the article was changed:\n%s", diff)
		}
	})
}
