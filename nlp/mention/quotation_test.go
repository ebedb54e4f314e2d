package mention

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/segment"
	"github.com/factdiff/factdiff/nlp/tag"
)

// speechDoc cuts and tags a text; the names are marked by hand, so that the
// tests of speech do not hang on the finder of names. A name in the list is
// "Person: Mara Lund", "Organisation: Norvane"; its later mentions by the last
// word alone belong to it too.
func speechDoc(t testing.TB, text string, names ...string) *nlp.Document {
	t.Helper()
	article := &nlp.Article{Text: text}
	if head, _, ok := strings.Cut(text, "\n\n"); ok && !strings.HasSuffix(head, ".") && !strings.HasSuffix(head, "\"") && !strings.HasSuffix(head, "”") {
		article.Headline = head
	}
	doc := &nlp.Document{Article: article}
	doc.Tokens = segment.Tokens(text)
	doc.Sentences = segment.Sentences(text, len(article.Headline), doc.Tokens)
	tag.Tag(doc)
	types := map[string]nlp.EntityType{"Person": nlp.Person, "Organisation": nlp.Organisation, "Place": nlp.Place}
	for e, n := range names {
		kind, name, _ := strings.Cut(n, ": ")
		doc.Entities = append(doc.Entities, nlp.Entity{Type: types[kind], Canonical: name})
		words := strings.Fields(name)
		for i := 0; i < len(doc.Tokens); i++ {
			n := 0
			for n < len(words) && i+n < len(doc.Tokens) && doc.Tokens[i+n].Text == words[n] {
				n++
			}
			if n < len(words) {
				n = 0
				if doc.Tokens[i].Text == words[len(words)-1] {
					n = 1
				}
			}
			if n > 0 {
				doc.Names = append(doc.Names, nlp.Name{Span: doc.TokenSpan(i, i+n), First: i, Last: i + n, Sentence: doc.SentenceOf(i), Type: types[kind], Entity: e})
				i += n - 1
			}
		}
	}
	Quotations(doc)
	if err := doc.Validate(); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return doc
}

// speakerWords writes a speaker as: words (entity or head) cue @ occasion ~ if inherited.
func speakerWords(doc *nlp.Document, s nlp.Speaker) string {
	out := doc.Text(s.Span)
	switch {
	case s.Entity >= 0:
		out += " (" + doc.Entities[s.Entity].Canonical + ")"
	case s.Head != "":
		out += " (" + s.Head + ")"
	}
	if s.Cue >= 0 {
		out += " " + doc.Tokens[s.Cue].Norm
	}
	if !s.Occasion.Empty() {
		out += " @ " + doc.Text(s.Occasion)
	}
	if s.Inherited {
		out += " ~"
	}
	return strings.TrimSpace(out)
}

func quotationLines(doc *nlp.Document) []string {
	var lines []string
	for _, q := range doc.Quotations {
		kind := "speech"
		if q.Scare {
			kind = "scare"
		}
		lines = append(lines, fmt.Sprintf("%s [%s] %s", kind, doc.Text(q.Inner), speakerWords(doc, q.Speaker)))
	}
	return lines
}

var quotationTests = []struct {
	name  string
	in    string
	names []string
	want  []string
}{
	{
		name:  "said before the name",
		in:    "“The bridge was closed on Monday,” said Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge was closed on Monday,] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "name before said",
		in:    "“The bridge was closed on Monday,” Lund said.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge was closed on Monday,] Lund (Mara Lund) said",
		},
	},
	{
		name:  "straight marks",
		in:    "\"The bridge was closed on Monday,\" Mara Lund told Reuters.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge was closed on Monday,] Mara Lund (Mara Lund) told",
		},
	},
	{
		name:  "cue first, colon",
		in:    "Mara Lund said: “We closed the bridge on Monday.”",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [We closed the bridge on Monday.] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "cue first, comma",
		in:    "Mara Lund said, \"We closed the bridge on Monday.\"",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [We closed the bridge on Monday.] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "split quotation",
		in:    "“We closed the bridge,” Mara Lund wrote, “because it was no longer safe.”",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [We closed the bridge,] Mara Lund (Mara Lund) wrote",
			"speech [because it was no longer safe.] Mara Lund (Mara Lund) wrote",
		},
	},
	{
		name:  "second sentence inherits",
		in:    "“We closed the bridge on Monday,” Mara Lund said. “It was no longer safe to cross.”",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [We closed the bridge on Monday,] Mara Lund (Mara Lund) said",
			"speech [It was no longer safe to cross.] Mara Lund (Mara Lund) ~",
		},
	},
	{
		name:  "pronoun",
		in:    "Mara Lund visited the bridge. “It was no longer safe to cross,” she said.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [It was no longer safe to cross,] she (Mara Lund) said ~",
		},
	},
	{
		name:  "pronoun after another speaker",
		in:    "“We closed it early,” Mara Lund said. “It is a disgrace to the town,” said Owen Birch. He added: “Nobody was told of it.”",
		names: []string{"Person: Mara Lund", "Person: Owen Birch"},
		want: []string{
			"speech [We closed it early,] Mara Lund (Mara Lund) said",
			"speech [It is a disgrace to the town,] Owen Birch (Owen Birch) said",
			"speech [Nobody was told of it.] He (Owen Birch) added ~",
		},
	},
	{
		name:  "title decides the pronoun",
		in:    "Mr. Birch and Ms. Lund met on the bridge. “It was a long walk for both,” she said.",
		names: []string{"Person: Owen Birch", "Person: Mara Lund"},
		want: []string{
			"speech [It was a long walk for both,] she (Mara Lund) said ~",
		},
	},
	{
		name:  "apposition",
		in:    "“The bridge was closed on Monday,” Mara Lund, the town clerk, told the agency.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge was closed on Monday,] Mara Lund (Mara Lund) told",
		},
	},
	{
		name:  "apposition before the quote",
		in:    "Owen Birch, who runs the ferry, said: “It has never been so busy.”",
		names: []string{"Person: Owen Birch"},
		want: []string{
			"speech [It has never been so busy.] Owen Birch (Owen Birch) said",
		},
	},
	{
		name:  "relative clause with commas",
		in:    "Owen Birch, who, in 2009, bought the ferry, said: “It has never been so busy.”",
		names: []string{"Person: Owen Birch"},
		want: []string{
			"speech [It has never been so busy.] Owen Birch (Owen Birch) said",
		},
	},
	{
		name:  "nameless",
		in:    "“The bridge is safe again,” a spokesman for Norvane said.",
		names: []string{"Organisation: Norvane"},
		want: []string{
			"speech [The bridge is safe again,] a spokesman for Norvane (spokesman) said",
		},
	},
	{
		name:  "officials",
		in:    "“The bridge is safe again,” officials said.",
		names: nil,
		want: []string{
			"speech [The bridge is safe again,] officials (official) said",
		},
	},
	{
		name:  "company",
		in:    "“The bridge is safe again,” Norvane said in a statement.",
		names: []string{"Organisation: Norvane"},
		want: []string{
			"speech [The bridge is safe again,] Norvane (Norvane) said @ in a statement",
		},
	},
	{
		name:  "leading occasion",
		in:    "In a blog post, Norvane said: “The bridge is safe again.”",
		names: []string{"Organisation: Norvane"},
		want: []string{
			"speech [The bridge is safe again.] Norvane (Norvane) said @ In a blog post",
		},
	},
	{
		name:  "occasion after the cue",
		in:    "“The bridge is safe again,” Mara Lund said at a news conference.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge is safe again,] Mara Lund (Mara Lund) said @ at a news conference",
		},
	},
	{
		name:  "on a platform",
		in:    "“The bridge is safe again,” Mara Lund wrote on Twitter.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge is safe again,] Mara Lund (Mara Lund) wrote @ on Twitter",
		},
	},
	{
		name:  "according to",
		in:    "The bridge was “in a very poor state indeed”, according to Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [in a very poor state indeed] Mara Lund (Mara Lund) according",
		},
	},
	{
		name:  "partial quotation",
		in:    "Mara Lund said the bridge was “in a very poor state indeed” and would stay closed.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [in a very poor state indeed] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "quoted by",
		in:    "“The bridge is safe again,” Mara Lund was quoted by the agency as saying.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge is safe again,] Mara Lund (Mara Lund) quoted",
		},
	},
	{
		name:  "went on",
		in:    "“The bridge is safe again,” Mara Lund said. “And the road,” she went on.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge is safe again,] Mara Lund (Mara Lund) said",
			"speech [And the road,] she (Mara Lund) went ~",
		},
	},
	{
		name:  "question",
		in:    "“Is the bridge safe to cross again?” asked Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [Is the bridge safe to cross again?] Mara Lund (Mara Lund) asked",
		},
	},
	{
		name:  "British single marks",
		in:    "‘The bridge is safe again’, said Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge is safe again] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "straight single marks",
		in:    "'The bridge isn't safe yet,' Mara Lund said.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge isn't safe yet,] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "single marks with a plural possessive",
		in:    "‘The drivers’ union knew of it,’ said Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The drivers’ union knew of it,] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "double inside single",
		in:    "‘It was a “complete and utter” waste,’ said Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [It was a “complete and utter” waste,] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "single inside double",
		in:    "“He called it ‘a waste’ of money,” said Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [He called it ‘a waste’ of money,] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "scare word",
		in:    "The towns agreed on a “ticking fee” for every day of delay.",
		names: nil,
		want: []string{
			"scare [ticking fee] ",
		},
	},
	{
		name:  "name of a unit",
		in:    "The towns formed a unit called 'Zinc' to look after the bridge.",
		names: nil,
		want: []string{
			"scare [Zinc] ",
		},
	},
	{
		name:  "title of a song",
		in:    "They sang “The Old Stone Bridge” at the wedding.",
		names: nil,
		want: []string{
			"scare [The Old Stone Bridge] ",
		},
	},
	{
		name:  "short but a full utterance",
		in:    "Mara Lund said: “No comment.”",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [No comment.] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "headline in single marks",
		in:    "‘The bridge will fall’: Owen Birch accuses the council\n\nThe bridge is old and worn out.",
		names: []string{"Person: Owen Birch"},
		want: []string{
			"speech [The bridge will fall] Owen Birch (Owen Birch)",
		},
	},
	{
		name:  "two paragraphs of one speech",
		in:    "“We closed the bridge on Monday,” Mara Lund said.\n\n“It was the right thing to do.\n\n“It will open again in the spring.”",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [We closed the bridge on Monday,] Mara Lund (Mara Lund) said",
			"speech [It was the right thing to do.] Mara Lund (Mara Lund) ~",
			"speech [It will open again in the spring.] Mara Lund (Mara Lund) ~",
		},
	},
	{
		name:  "paragraphs of one speech, run together",
		in:    "Mara Lund said: \"We closed the bridge. \"It was right. \"It will open in the spring.\" The bridge is old.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [We closed the bridge.] Mara Lund (Mara Lund) said",
			"speech [It was right.] Mara Lund (Mara Lund) ~",
			"speech [It will open in the spring.] Mara Lund (Mara Lund) ~",
		},
	},
	{
		name:  "the next sentence introduces another quotation",
		in:    "Owen Birch said: \"The bridge is old and worn out.\" Mara Lund said: \"It is safe.\"",
		names: []string{"Person: Owen Birch", "Person: Mara Lund"},
		want: []string{
			"speech [The bridge is old and worn out.] Owen Birch (Owen Birch) said",
			"speech [It is safe.] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "a second opening mark inside a sentence is a slip",
		in:    "Mara Lund said the \"old and \"worn bridge\" was closed.",
		names: []string{"Person: Mara Lund"},
		want:  []string{"scare [worn bridge] Mara Lund (Mara Lund) said"},
	},
	{
		name:  "apostrophe of possession",
		in:    "The drivers' union and the towns' mayors met at St James' Park.",
		names: nil,
		want:  nil,
	},
	{
		name:  "decades",
		in:    "In the '80s and '90s the bridge was free, and so was rock 'n' roll.",
		names: nil,
		want:  nil,
	},
	{
		name:  "feet and inches",
		in:    "The 6'2\" keeper cleared the 12\" bar and the 7' 6\" wall.",
		names: nil,
		want:  nil,
	},
	{
		name:  "inches inside a quotation",
		in:    "“The bar was 5'10\" high, not higher,” said Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bar was 5'10\" high, not higher,] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "elision",
		in:    "They told 'em to wait 'til noon.",
		names: nil,
		want:  nil,
	},
	{
		name:  "unclosed mark",
		in:    "“The bridge is safe again, said Mara Lund. The town was glad of it.\n\nNobody crossed it.",
		names: []string{"Person: Mara Lund"},
		want:  nil,
	},
	{
		name:  "stray closing mark",
		in:    "The bridge is safe again,” said Mara Lund.",
		names: []string{"Person: Mara Lund"},
		want:  nil,
	},
	{
		name:  "no space before the cue",
		in:    "“The bridge is safe again for all” Mara Lund said.",
		names: []string{"Person: Mara Lund"},
		want: []string{
			"speech [The bridge is safe again for all] Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "two speakers",
		in:    "“It is safe to cross again,” said Mara Lund. “It is a death trap for us,” said Owen Birch.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch"},
		want: []string{
			"speech [It is safe to cross again,] Mara Lund (Mara Lund) said",
			"speech [It is a death trap for us,] Owen Birch (Owen Birch) said",
		},
	},
	{
		name:  "empty marks",
		in:    "He wrote \"\" and “” and left.",
		names: nil,
		want:  nil,
	},
}

func TestQuotations(t *testing.T) {
	for _, test := range quotationTests {
		t.Run(test.name, func(t *testing.T) {
			doc := speechDoc(t, test.in, test.names...)
			if diff := cmp.Diff(test.want, quotationLines(doc)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", test.in, diff)
			}
		})
	}
}
