package tag

import (
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/segment"
)

// tagged is the tokens of a text with their tags, as "word/TAG".
func tagged(headline, body string) string {
	text := body
	if headline != "" {
		text = headline + "\n\n" + body
	}
	doc := &nlp.Document{Article: &nlp.Article{Headline: headline, Text: text}}
	doc.Tokens = segment.Tokens(text)
	doc.Sentences = segment.Sentences(text, len(headline), doc.Tokens)
	Tag(doc)
	var out []string
	for _, tok := range doc.Tokens {
		if headline != "" && tok.Start >= len(headline) {
			break
		}
		out = append(out, tok.Text+"/"+string(tok.Tag))
	}
	return strings.Join(out, " ")
}

func TestTag(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "The mayor resigned on Monday.", "The/DT mayor/NN resigned/VBD on/IN Monday/NNP ./."},
		{"repeated word", "The record was lost before they could record it.", "The/DT record/NN was/VBD lost/VBN before/IN they/PRP could/MD record/VB it/PRP ./."},
		{"curly quotation", "“We won’t go,” she said.", "“/`` We/PRP wo/MD n’t/RB go/VB ,/, ”/'' she/PRP said/VBD ./."},
		{"straight quotation", `"We go," she said.`, "\"/`` We/PRP go/VBP ,/, \"/'' she/PRP said/VBD ./."},
		{"spaced quotation", `" We go , " she said .`, "\"/`` We/PRP go/VBP ,/, \"/'' she/PRP said/VBD ./."},
		{"single quotation", "He called it 'a great shock' on Monday.", "He/PRP called/VBD it/PRP '/`` a/DT great/JJ shock/NN '/'' on/IN Monday/NNP ./."},
		{"plural possessive", "The teams' owners met.", "The/DT teams/NNS '/POS owners/NNS met/VBD ./."},
		{"zero", "It ended 0 to 3.", "It/PRP ended/VBD 0/CD to/TO 3/CD ./."},
		{"money and per cent", "It rose 3.25% to $2.5bn.", "It/PRP rose/VBD 3.25/CD %/NN to/TO $/$ 2.5/CD bn/NN ./."},
		{"dash", "The bridge – an old one – fell.", "The/DT bridge/NN –/: an/DT old/JJ one/CD –/: fell/VBD ./."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tagged("", tt.in); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestHeadline(t *testing.T) {
	body := "The police arrested a man in Boston on Monday. The man had robbed a bank, an old bank, the police said. Officers warn about the man, Mayor Jane Roe said. The Bank of Boston paid for it. The van overturned."
	tests := []struct{ name, headline, want string }{
		{"title case", "Police Arrest Man In Boston After Robbing Bank", "Police/NN Arrest/VBP Man/NN In/IN Boston/NNP After/IN Robbing/VBG Bank/NN"},
		{"title case keeps names", "Jane Roe Pays Robbed Officers In Boston", "Jane/NNP Roe/NNP Pays/VBZ Robbed/VBN Officers/NNS In/IN Boston/NNP"},
		{"capitals", "POLICE SAID MAYOR ROE PAID MAN", "POLICE/NN SAID/VBD MAYOR/NNP ROE/NNP PAID/VBD MAN/NN"},
		{"sentence case", "Police arrest man in Boston", "Police/NN arrest/VBP man/NN in/IN Boston/NNP"},
		{"verb", "A van overturns in Boston", "A/DT van/NN overturns/VBZ in/IN Boston/NNP"},
		{"no verb", "Two officers in Boston", "Two/CD officers/NNS in/IN Boston/NNP"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tagged(tt.headline, body); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
