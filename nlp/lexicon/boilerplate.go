package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed boilerplate.txt
var boilerplateText string

// ResiduePhrase is how a stretch begins that scraping left in a report.
type ResiduePhrase struct {
	Words []string // lower-case tokens
	Only  bool     // nothing may follow
	Menu  bool     // a list of other reports follows, however long
	Whole bool     // a stretch of its own: what follows may be the report again
}

// Residue is the phrases that begin with the lower-case word, longest first.
func Residue(norm string) []ResiduePhrase { return residue()[norm] }

var residue = sync.OnceValue(func() map[string][]ResiduePhrase {
	m := map[string][]ResiduePhrase{}
	for line := range strings.Lines(boilerplateText) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || kind != "menu" && kind != "only" && kind != "start" && kind != "whole" {
			continue
		}
		p := ResiduePhrase{Words: strings.Fields(words), Only: kind == "only", Menu: kind == "menu", Whole: kind == "whole"}
		list := m[p.Words[0]]
		at := 0
		for at < len(list) && len(list[at].Words) >= len(p.Words) {
			at++
		}
		list = append(list, p)
		copy(list[at+1:], list[at:])
		list[at] = p
		m[p.Words[0]] = list
	}
	return m
})

// PictureAgency reports names of picture agencies as credits spell them: an
// agency in lower-case letters is a word.
func PictureAgency(text string) bool {
	switch text {
	case "AP", "AFP", "EPA", "PA", "REX", "Rex", "GETTY", "Getty", "REUTERS", "Reuters", "Shutterstock", "SHUTTERSTOCK", "iStock",
		"Alamy", "ALAMY", "SWNS", "Barcroft", "WireImage", "Invision", "Xinhua", "Yonhap", "Zuma", "ZUMA", "KCNA", "Splash":
		return true
	}
	return false
}
