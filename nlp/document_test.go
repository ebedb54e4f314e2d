package nlp

import (
	"strings"
	"testing"
)

func TestSpan(t *testing.T) {
	tests := []struct {
		name     string
		a, b     Span
		overlaps bool
		contains bool // a contains b
		cover    Span
	}{
		{"apart", Span{0, 3}, Span{5, 8}, false, false, Span{0, 8}},
		{"side by side", Span{0, 3}, Span{3, 8}, false, false, Span{0, 8}},
		{"one byte in common", Span{0, 4}, Span{3, 8}, true, false, Span{0, 8}},
		{"inside", Span{0, 8}, Span{3, 5}, true, true, Span{0, 8}},
		{"around", Span{3, 5}, Span{0, 8}, true, false, Span{0, 8}},
		{"the same", Span{3, 5}, Span{3, 5}, true, true, Span{3, 5}},
		{"empty, elsewhere", Span{3, 5}, Span{}, false, false, Span{3, 5}},
		{"empty, inside", Span{3, 5}, Span{4, 4}, false, true, Span{3, 5}},
		{"empty first", Span{}, Span{3, 5}, false, false, Span{3, 5}},
		{"both empty", Span{}, Span{}, false, true, Span{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.a.Overlaps(tt.b); got != tt.overlaps {
				t.Errorf("overlaps: got %v", got)
			}
			if got := tt.b.Overlaps(tt.a); got != tt.overlaps {
				t.Errorf("overlaps, turned: got %v", got)
			}
			if got := tt.a.Contains(tt.b); got != tt.contains {
				t.Errorf("contains: got %v", got)
			}
			if got := tt.a.Cover(tt.b); got != tt.cover {
				t.Errorf("cover: got %v, want %v", got, tt.cover)
			}
			if tt.a.Empty() != (tt.a.Len() == 0) {
				t.Errorf("%v: empty %v, %d bytes", tt.a, tt.a.Empty(), tt.a.Len())
			}
		})
	}
}

// The file has two lines of front matter; the text begins at byte 9 of the
// file, and one byte of markup was dropped before byte 5 of the text.
func TestLineColumn(t *testing.T) {
	origin := Origin{Anchors: []Anchor{{0, 9}, {5, 15}}, Lines: []int{0, 4, 9, 14}}
	tests := []struct {
		name         string
		origin       Origin
		off          int
		line, column int
	}{
		{"first byte", origin, 0, 3, 1},
		{"same line", origin, 4, 3, 5},
		{"past the dropped byte", origin, 5, 4, 2},
		{"further on", origin, 7, 4, 4},
		{"no line table", Origin{Anchors: []Anchor{{0, 9}}}, 4, 1, 14},
		{"nothing known", Origin{}, 4, 1, 5},
		{"before the first anchor", Origin{Anchors: []Anchor{{3, 9}}, Lines: []int{0}}, 2, 1, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if line, column := tt.origin.LineColumn(tt.off); line != tt.line || column != tt.column {
				t.Errorf("got %d:%d, want %d:%d", line, column, tt.line, tt.column)
			}
		})
	}
}

func TestTag(t *testing.T) {
	tests := []struct {
		tag                                      Tag
		noun, proper, verb, adjective, adverbial bool
	}{
		{"NN", true, false, false, false, false},
		{"NNS", true, false, false, false, false},
		{"NNP", true, true, false, false, false},
		{"NNPS", true, true, false, false, false},
		{"VB", false, false, true, false, false},
		{"VBZ", false, false, true, false, false},
		{"MD", false, false, false, false, false},
		{"JJR", false, false, false, true, false},
		{"RBS", false, false, false, false, true},
		{"RP", false, false, false, false, false},
		{"N", false, false, false, false, false},
		{"", false, false, false, false, false},
	}
	for _, tt := range tests {
		got := [5]bool{tt.tag.IsNoun(), tt.tag.IsProper(), tt.tag.IsVerb(), tt.tag.IsAdjective(), tt.tag.IsAdverb()}
		if want := [5]bool{tt.noun, tt.proper, tt.verb, tt.adjective, tt.adverbial}; got != want {
			t.Errorf("%q: got %v, want %v", tt.tag, got, want)
		}
	}
}

// sample is a small document by hand: two sentences, "Über 27 hurt." and
// "Holm denied it.", with one of everything.
func sample() *Document {
	text := "Über 27 hurt.\n\nHolm denied it."
	d := &Document{Article: &Article{Headline: "Über 27 hurt.", Text: text}}
	end := 0
	for _, word := range []string{"Über", "27", "hurt", ".", "Holm", "denied", "it", "."} {
		start := end + strings.Index(text[end:], word)
		end = start + len(word)
		d.Tokens = append(d.Tokens, Token{Span: Span{start, end}, Text: word})
	}
	d.Sentences = []Sentence{{Span: d.TokenSpan(0, 4), First: 0, Last: 4}, {Span: d.TokenSpan(4, 8), First: 4, Last: 8}}
	d.Names = []Name{{Span: d.TokenSpan(4, 5), First: 4, Last: 5, Sentence: 1, Type: Person}}
	d.Entities = []Entity{{Type: Person, Canonical: "Holm", Aliases: []string{"Holm"}, Mentions: []int{0}}}
	d.Roles = []Role{{Span: d.TokenSpan(4, 5), First: 4, Last: 5, Sentence: 1}}
	d.Times = []Time{{Span: d.TokenSpan(1, 2), First: 1, Last: 2}}
	d.Quantities = []Quantity{{Span: d.TokenSpan(0, 2), First: 0, Last: 2, Noun: -1, NounFirst: 2, NounLast: 2}}
	d.Quotations = []Quotation{{Span: d.TokenSpan(6, 7), Inner: d.TokenSpan(6, 7), First: 6, Last: 7, Sentence: 1, Speaker: Speaker{Entity: -1, Cue: -1}}}
	d.Attributions = []Attribution{{Span: d.TokenSpan(6, 7), First: 6, Last: 7, Sentence: 1, Speaker: Speaker{Span: d.TokenSpan(4, 5), Cue: 5}}}
	d.Clauses = []Clause{
		{Span: d.TokenSpan(0, 3), First: 0, Last: 3, Parent: -1, Verb: 2, VerbFirst: 2, VerbLast: 3, Subject: Range{0, 2}},
		{Span: d.TokenSpan(4, 7), First: 4, Last: 7, Sentence: 1, Parent: -1, Verb: 5, VerbFirst: 5, VerbLast: 6, Subject: Range{4, 5}, Object: Range{6, 7}},
	}
	d.Stances = []Stance{{Span: d.TokenSpan(5, 6), Kind: Denied, First: 5, Last: 7, Sentence: 1}}
	return d
}

// TestValidate breaks a sound document in one place at a time.
func TestValidate(t *testing.T) {
	if err := sample().Validate(); err != nil {
		t.Fatalf("the sample itself: %v", err)
	}
	if err := (&Document{Article: &Article{}}).Validate(); err != nil {
		t.Errorf("an empty document: %v", err)
	}
	tests := []struct {
		name   string
		damage func(d *Document)
		want   string // in the error
	}{
		{"span beyond the text", func(d *Document) { d.Names[0].End = 99 }, "name 0: span {16 99} out of range of 31 bytes"},
		{"span turned", func(d *Document) { d.Times[0].Start, d.Times[0].End = 8, 6 }, "time 0: span {8 6} out of range"},
		{"span below zero", func(d *Document) { d.Stances[0].Start = -1 }, "stance 0: span"},
		{"span inside a rune", func(d *Document) { d.Quantities[0].Start = 1 }, "quantity 0: offset 1 is inside a rune"},
		{"token with other text", func(d *Document) { d.Tokens[2].Text = "dead" }, `token 2 "dead": span {9 13} does not carry its text`},
		{"token over another", func(d *Document) { d.Tokens[1] = d.Tokens[0] }, `token 1 "Über"`},
		{"empty token", func(d *Document) { d.Tokens[1].Span, d.Tokens[1].Text = Span{7, 7}, "" }, "token 1"},
		{"gap between sentences", func(d *Document) { d.Sentences[1].First = 5 }, "sentence 1: tokens [5, 8) leave a gap after 4"},
		{"empty sentence", func(d *Document) { d.Sentences[1].Last = 4 }, "sentence 1: tokens [4, 4)"},
		{"span of another sentence", func(d *Document) { d.Sentences[1].Span = d.Sentences[0].Span }, "sentence 1: span {0 14} is not that of its tokens"},
		{"tokens in no sentence", func(d *Document) { d.Sentences = d.Sentences[:1] }, "sentences end at token 4 of 8"},
		{"mentions out of order", func(d *Document) { d.Clauses[0], d.Clauses[1] = d.Clauses[1], d.Clauses[0] }, "clause 1: starts at 0, before the one before it"},
		{"tokens beyond the last", func(d *Document) { d.Attributions[0].Last = 9 }, "attribution 0: tokens [6, 9) out of range of 8"},
		{"tokens turned", func(d *Document) { d.Roles[0].First = 6 }, "role 0: tokens [6, 5) out of range"},
		{"no such sentence", func(d *Document) { d.Quotations[0].Sentence = 2 }, "quotation 0: sentence 2 of 2"},
		{"name of no entity", func(d *Document) { d.Names[0].Entity = -1 }, "name 0: entity -1 of 1"},
		{"mention of no name", func(d *Document) { d.Entities[0].Mentions = []int{1} }, "entity 0: mention 1 of 1"},
		{"mention of another entity", func(d *Document) {
			d.Entities = append(d.Entities, Entity{Mentions: []int{0}})
		}, "entity 1: its mention 0 belongs to entity 0"},
		{"role of no entity", func(d *Document) { d.Roles[0].Entity = 1 }, "role 0: entity 1 of 1"},
		{"role at no name", func(d *Document) { d.Roles[0].Name = -1 }, "role 0: name -1 of 1"},
		{"no such noun", func(d *Document) { d.Quantities[0].Noun = 8 }, "quantity 0: noun 8 of 8"},
		{"noun phrase turned", func(d *Document) { d.Quantities[0].NounLast = 1 }, "noun of quantity 0: tokens [2, 1)"},
		{"inner quotation beyond the text", func(d *Document) { d.Quotations[0].Inner.End = 99 }, "inner quotation 0"},
		{"no such speaker", func(d *Document) { d.Quotations[0].Speaker.Entity = 1 }, "speaker of quotation 0: entity 1 of 1"},
		{"no such cue", func(d *Document) { d.Attributions[0].Speaker.Cue = -2 }, "speaker of attribution 0: cue -2 of 8"},
		{"speaker beyond the text", func(d *Document) { d.Attributions[0].Speaker.End = 99 }, "speaker of attribution 0: span"},
		{"occasion beyond the text", func(d *Document) { d.Attributions[0].Speaker.Occasion.End = 99 }, "occasion of attribution 0: span"},
		{"no such parent", func(d *Document) { d.Clauses[0].Parent = 2 }, "clause 0: parent 2 of 2"},
		{"no such verb", func(d *Document) { d.Clauses[0].Verb = 8 }, "clause 0: verb 8 of 8"},
		{"object beyond the last token", func(d *Document) { d.Clauses[1].Object.Last = 9 }, "part of clause 1: tokens [6, 9)"},
		{"phrase turned", func(d *Document) { d.Clauses[1].Obliques = []Range{{6, 5}} }, "part of clause 1: tokens [6, 5)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sample()
			tt.damage(d)
			if err := d.Validate(); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestSentenceOf(t *testing.T) {
	d := sample()
	for token, want := range map[int]int{-1: -1, 0: 0, 3: 0, 4: 1, 7: 1, 8: -1} {
		if got := d.SentenceOf(token); got != want {
			t.Errorf("token %d: got %d, want %d", token, got, want)
		}
	}
	if got := d.TokenSpan(5, 5); !got.Empty() {
		t.Errorf("span of no tokens: %v", got)
	}
}

func TestFinite(t *testing.T) {
	for tag, want := range map[Tag]bool{"MD": true, "VBD": true, "VBP": true, "VBZ": true, "VB": false, "VBG": false, "VBN": false, "TO": false, "NN": false, "": false} {
		if got := tag.IsFinite(); got != want {
			t.Errorf("%q: got %v, want %v", tag, got, want)
		}
	}
}
