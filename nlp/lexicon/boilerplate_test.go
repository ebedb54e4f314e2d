package lexicon

import (
	"strings"
	"testing"
)

func TestBoilerplateList(t *testing.T) {
	last := ""
	for line := range strings.Lines(boilerplateText) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		kind, words, ok := strings.Cut(line, ": ")
		if !ok || kind != "menu" && kind != "only" && kind != "start" && kind != "whole" {
			t.Errorf("%q is no line", line)
			continue
		}
		if strings.ToLower(words) != words || strings.Join(strings.Fields(words), " ") != words {
			t.Errorf("%q is not lower-case words with one blank between", line)
		}
		if line <= last {
			t.Errorf("%q after %q", line, last)
		}
		last = line
	}
	for _, list := range residue() {
		for i := 1; i < len(list); i++ {
			if len(list[i].Words) > len(list[i-1].Words) {
				t.Errorf("%v after the shorter %v", list[i].Words, list[i-1].Words)
			}
		}
	}
}
