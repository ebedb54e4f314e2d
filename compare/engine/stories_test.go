package engine_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// stories are the files of each story in testdata.
func stories(t testing.TB) (all [][]string) {
	t.Helper()
	folders, err := filepath.Glob("../../testdata/stories/*/story.json")
	if err != nil || len(folders) == 0 {
		t.Fatal("no stories in testdata", err)
	}
	for _, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(filepath.Dir(folder), "r*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		var files []string
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, string(data))
		}
		all = append(all, files)
	}
	return all
}

// articles reads files, named in their order; those that are no report are
// left out.
func articles(files ...string) (read []*nlp.Article) {
	for i, file := range files {
		if article, err := source.Read("r"+string(rune('1'+i))+".txt", []byte(file)); err == nil {
			read = append(read, article)
		}
	}
	return read
}

// variations makes n reports of one event, of about the given number of words
// each, from the stories in testdata: paragraphs of several reports in turn,
// with some numbers changed.
func variations(t testing.TB, n, words int) (made []*nlp.Article) {
	t.Helper()
	all := stories(t)
	for i := range n {
		var paragraphs []string
		for j := range all {
			report := all[j][(i+j)%len(all[j])]
			_, body, _ := strings.Cut(report[4:], "---\n")
			paragraphs = append(paragraphs, strings.Split(strings.TrimSpace(body), "\n\n")...)
		}
		var text []string
		count := 0
		for j := 0; count < words; j++ {
			paragraph := vary(paragraphs[j%len(paragraphs)], i+j/len(paragraphs))
			count += len(strings.Fields(paragraph))
			text = append(text, paragraph)
		}
		made = append(made, articles(strings.Join(text, "\n\n"))...)
		made[i].Name = "r" + string(rune('a'+i)) + ".txt"
	}
	return made
}

// vary changes every seventh digit, which ones depends on the seed.
func vary(text string, seed int) string {
	out, digits := []byte(text), seed
	for i, c := range out {
		if c >= '1' && c <= '8' {
			if digits++; digits%7 == 0 {
				out[i]++
			}
		}
	}
	return string(out)
}
