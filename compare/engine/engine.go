// Package engine runs the whole flow: articles in, result out. It is the one
// call a program needs.
package engine

import (
	"runtime"
	"sync"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/compare/detect"
	"github.com/factdiff/factdiff/compare/fold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
)

// Options are the knobs of a comparison. The zero value is a good default.
type Options struct {
	Aliases   [][]string          // each list names one thing in all its spellings
	Detectors []*compare.Detector // nil means detect.All
}

// Run compares two or more reports of one event. The result is the same for
// the same articles in the same order, whatever GOMAXPROCS.
func Run(articles []*nlp.Article, opts Options) *compare.Result {
	docs, claims := analyze(articles)
	story := align.Story(docs, claims, opts.Aliases)
	detectors := opts.Detectors
	if detectors == nil {
		detectors = detect.All
	}
	var found []compare.Discrepancy
	for _, d := range detectors {
		found = append(found, d.Run(story)...)
	}
	return fold.Result(story, found)
}

// analyze reads all articles, as many at a time as there are processors. Each
// result has its own place, so the order of finishing does not matter.
func analyze(articles []*nlp.Article) ([]*nlp.Document, [][]compare.Claim) {
	docs := make([]*nlp.Document, len(articles))
	claims := make([][]compare.Claim, len(articles))
	var wg sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, article := range articles {
		slots <- struct{}{}
		wg.Go(func() {
			docs[i] = english.Analyze(article)
			claims[i] = claim.Extract(docs[i])
			<-slots
		})
	}
	wg.Wait()
	return docs, claims
}
