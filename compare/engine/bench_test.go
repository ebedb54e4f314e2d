package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp/english"
)

// BenchmarkAnalyze reads one report after the other; the figure to look at is
// words/s on one processor.
func BenchmarkAnalyze(b *testing.B) {
	var reports []string
	for _, story := range stories(b) {
		reports = append(reports, story...)
	}
	read := articles(reports...)
	words := 0
	for _, article := range read {
		words += len(strings.Fields(article.Text))
		english.Analyze(article) // load what is loaded once
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, article := range read {
			english.Analyze(article)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkCompare10x700 compares ten reports of 700 words.
func BenchmarkCompare10x700(b *testing.B) { benchmarkCompare(b, 10, 700) }

// BenchmarkSources shows how the cost grows with the number of reports.
func BenchmarkSources(b *testing.B) {
	for _, n := range []int{5, 10, 20, 40, 80} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkCompare(b, n, 700) })
	}
}

// BenchmarkWords shows how the cost grows with the length of two reports.
func BenchmarkWords(b *testing.B) {
	for _, words := range []int{500, 2000, 8000} {
		b.Run(fmt.Sprint(words), func(b *testing.B) { benchmarkCompare(b, 2, words) })
	}
}

func benchmarkCompare(b *testing.B, n, words int) {
	read := variations(b, n, words)
	engine.Run(read, engine.Options{})
	b.ReportAllocs()
	for b.Loop() {
		engine.Run(read, engine.Options{})
	}
}
