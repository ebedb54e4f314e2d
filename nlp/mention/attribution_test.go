package mention

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/nlp"
)

func attributionLines(doc *nlp.Document) []string {
	var lines []string
	for _, a := range doc.Attributions {
		lines = append(lines, fmt.Sprintf("{%s} %s", doc.Text(a.Span), speakerWords(doc, a.Speaker)))
	}
	return lines
}

var attributionTests = []struct {
	name  string
	in    string
	names []string
	want  []string
}{
	{
		name:  "said that",
		in:    "Mara Lund said that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "said without that",
		in:    "Mara Lund said the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "closing said",
		in:    "The bridge was safe, Mara Lund said.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "closing inverted",
		in:    "The bridge was safe, said Mara Lund.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "said in the middle",
		in:    "The bridge, Mara Lund said, was safe, but the road was not.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge} Mara Lund (Mara Lund) said",
			"{was safe, but the road was not} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "according to, first",
		in:    "According to Mara Lund, the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) according",
		},
	},
	{
		name:  "according to, last",
		in:    "The bridge was safe, according to Mara Lund.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} Mara Lund (Mara Lund) according",
		},
	},
	{
		name:  "according to without a comma",
		in:    "The bridge cost $40 million according to Norvane.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge cost $40 million} Norvane (Norvane) according",
		},
	},
	{
		name:  "according to a report",
		in:    "The bridge was safe, according to a report by Norvane.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} a report by Norvane (Norvane) according",
		},
	},
	{
		name:  "according to a nameless body",
		in:    "According to the indictment, he took the money.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{he took the money} the indictment (indictment) according",
		},
	},
	{
		name:  "told",
		in:    "Mara Lund told the agency on Monday that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) told",
		},
	},
	{
		name:  "told reporters",
		in:    "The bridge was safe, Mara Lund told reporters.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} Mara Lund (Mara Lund) told",
		},
	},
	{
		name:  "was told by",
		in:    "The town was told by Mara Lund that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) told",
		},
	},
	{
		name:  "confirmed with an object",
		in:    "Norvane confirmed the deaths of two workers.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the deaths of two workers} Norvane (Norvane) confirmed",
		},
	},
	{
		name:  "confirmed afterwards",
		in:    "Mara Lund confirmed afterwards that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) confirmed",
		},
	},
	{
		name:  "announced",
		in:    "Norvane announced that it would build a bridge.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{it would build a bridge} Norvane (Norvane) announced",
		},
	},
	{
		name:  "two speakers",
		in:    "Mara Lund said the bridge was safe, but Owen Birch said it was falling down.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) said",
			"{it was falling down} Owen Birch (Owen Birch) said",
		},
	},
	{
		name:  "adding",
		in:    "Mara Lund said the bridge was safe, adding that the road was open.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) said",
			"{the road was open} Mara Lund (Mara Lund) adding",
		},
	},
	{
		name:  "shared subject",
		in:    "Mara Lund visited the town and said that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "in a statement",
		in:    "In a statement, Norvane said the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Norvane (Norvane) said @ In a statement",
		},
	},
	{
		name:  "occasion before that",
		in:    "Norvane said in a statement that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} Norvane (Norvane) said @ in a statement",
		},
	},
	{
		name:  "authorities believe",
		in:    "Authorities believe that the driver was asleep.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the driver was asleep} Authorities (authority) believe",
		},
	},
	{
		name:  "newspaper reported",
		in:    "The newspaper reported that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was safe} The newspaper (newspaper) reported",
		},
	},
	{
		name:  "partial quotation",
		in:    "Mara Lund said the bridge was “as safe as a house”.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the bridge was “as safe as a house”} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "dateline",
		in:    "BRACKWATER, Sept 3 - The bridge was safe, Mara Lund said.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "semicolon",
		in:    "The bridge was safe, she added; the road was not.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} she added",
		},
	},
	{
		name:  "and a second clause",
		in:    "The bridge was safe, Mara Lund said, and the road was open.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} Mara Lund (Mara Lund) said",
			"{the road was open} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "afterthought",
		in:    "The bridge was safe, Mara Lund said, an account that others deny.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{The bridge was safe} Mara Lund (Mara Lund) said",
		},
	},
	{
		name:  "direct speech is none",
		in:    "“The bridge is safe,” Mara Lund said.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "said by telephone",
		in:    "“The bridge is safe,” Mara Lund said by telephone.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "did not say",
		in:    "Mara Lund did not say that the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "would not say",
		in:    "Mara Lund would not say whether the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "declined to say",
		in:    "Mara Lund declined to say whether the bridge was safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "found the body",
		in:    "Police found the body in the river.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "found that",
		in:    "Police found that the body was in the river.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want: []string{
			"{the body was in the river} Police (police) found",
		},
	},
	{
		name:  "wrote to",
		in:    "Mara Lund wrote to the town.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "claimed lives",
		in:    "The flood claimed 12 lives.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "read a book",
		in:    "Mara Lund read a book.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "show as noun",
		in:    "The show was said to be good.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "is said to",
		in:    "The bridge is said to be safe.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "claims as noun",
		in:    "The claims were rejected by the court.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "agreed to",
		in:    "The firm agreed to build a bridge.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
	{
		name:  "no verb of speech",
		in:    "The bridge was safe and the road was open.",
		names: []string{"Person: Mara Lund", "Person: Owen Birch", "Organisation: Norvane"},
		want:  nil,
	},
}

func TestAttributions(t *testing.T) {
	for _, test := range attributionTests {
		t.Run(test.name, func(t *testing.T) {
			doc := speechDoc(t, test.in, test.names...)
			if diff := cmp.Diff(test.want, attributionLines(doc)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", test.in, diff)
			}
		})
	}
}
