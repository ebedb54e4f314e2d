package tag

import (
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
)

func TestLemma(t *testing.T) {
	tests := []struct {
		norm string
		tag  nlp.Tag
		want string
	}{
		{"said", "VBD", "say"}, {"was", "VBD", "be"}, {"had", "VBD", "have"}, {"'d", "VBD", "have"}, {"'d", "MD", "would"},
		{"shot", "VBN", "shoot"}, {"shot", "NN", "shot"}, {"found", "VBD", "find"}, {"founded", "VBN", "found"},
		{"injured", "VBN", "injure"}, {"killed", "VBN", "kill"}, {"controlled", "VBD", "control"}, {"planned", "VBN", "plan"},
		{"hoped", "VBD", "hope"}, {"hopped", "VBD", "hop"}, {"visited", "VBD", "visit"}, {"created", "VBN", "create"},
		{"treated", "VBN", "treat"}, {"died", "VBD", "die"}, {"denied", "VBD", "deny"}, {"agreed", "VBD", "agree"},
		{"charged", "VBN", "charge"}, {"belonged", "VBD", "belong"}, {"focused", "VBD", "focus"}, {"required", "VBN", "require"},
		{"appeared", "VBD", "appear"}, {"occurred", "VBD", "occur"}, {"offered", "VBD", "offer"}, {"explored", "VBD", "explore"},
		{"cancelled", "VBN", "cancel"}, {"canceled", "VBN", "cancel"}, {"travelled", "VBD", "travel"}, {"tweeted", "VBD", "tweet"},
		{"put", "VBD", "put"}, {"hit", "VBD", "hit"}, {"rose", "VBD", "rise"}, {"fell", "VBD", "fall"}, {"felt", "VBD", "feel"},
		{"led", "VBD", "lead"}, {"lay", "VBD", "lie"}, {"lay", "VB", "lay"}, {"echoed", "VBD", "echo"}, {"played", "VBD", "play"},
		{"struggled", "VBD", "struggle"}, {"settled", "VBD", "settle"}, {"curled", "VBD", "curl"}, {"evacuated", "VBN", "evacuate"},
		{"dying", "VBG", "die"}, {"making", "VBG", "make"}, {"running", "VBG", "run"}, {"seeing", "VBG", "see"}, {"singing", "VBG", "sing"},
		{"changing", "VBG", "change"}, {"building", "VBG", "build"}, {"building", "NN", "building"}, {"being", "VBG", "be"}, {"sing", "VBG", "sing"},
		{"has", "VBZ", "have"}, {"goes", "VBZ", "go"}, {"watches", "VBZ", "watch"}, {"carries", "VBZ", "carry"}, {"dies", "VBZ", "die"},
		{"closes", "VBZ", "close"}, {"'s", "VBZ", "be"}, {"'s", "POS", "'s"}, {"passes", "VBZ", "pass"},
		{"houses", "NNS", "house"}, {"buses", "NNS", "bus"}, {"classes", "NNS", "class"}, {"cities", "NNS", "city"}, {"men", "NNS", "man"},
		{"children", "NNS", "child"}, {"people", "NNS", "person"}, {"cases", "NNS", "case"}, {"viruses", "NNS", "virus"},
		{"politics", "NNS", "politics"}, {"movies", "NNS", "movie"}, {"heroes", "NNS", "hero"}, {"photos", "NNS", "photo"}, {"boxes", "NNS", "box"},
		{"headquarters", "NNS", "headquarters"}, {"analyses", "NNS", "analysis"}, {"wives", "NNS", "wife"}, {"gas", "NNS", "gas"},
		{"churches", "NNS", "church"}, {"aches", "NNS", "ache"}, {"officials", "NNS", "official"}, {"iraqis", "NNS", "iraqi"},
		{"united", "NNP", "united"}, {"states", "NNPS", "states"},
		{"better", "JJR", "good"}, {"larger", "JJR", "large"}, {"bigger", "JJR", "big"}, {"happier", "JJR", "happy"}, {"higher", "JJR", "high"},
		{"most", "JJS", "much"}, {"largest", "JJS", "large"}, {"later", "RBR", "late"}, {"youngest", "JJS", "young"},
		{"n't", "RB", "not"}, {"'ll", "MD", "will"}, {"wo", "MD", "will"}, {"an", "DT", "a"}, {"her", "PRP$", "her"},
		{"s", "NNS", "s"}, {"ing", "VBG", "ing"}, {"ed", "VBD", "ed"}, {"", "VBD", ""}, {"é", "NNS", "é"},
	}
	for _, tt := range tests {
		if got := Lemma(tt.norm, tt.tag); got != tt.want {
			t.Errorf("Lemma(%q, %s) = %q, want %q", tt.norm, tt.tag, got, tt.want)
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "The mayor didn't go.", "ȺȺȺ's \"quoted\" 'x' y's", "POLICE ARREST MAN\n\nA Man Was Arrested", "0 * - -- 12:10 '", "é\x00 👍 “a” ‘b’ ’s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for i, tok := range document(strings.ToValidUTF8(text, "\ufffd")).Tokens {
			if tok.Tag == "" || tok.Lemma == "" && tok.Norm != "" {
				t.Fatalf("token %d %+v", i, tok)
			}
		}
	})
}
