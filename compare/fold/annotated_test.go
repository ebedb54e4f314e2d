package fold

import (
	"io/fs"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/compare/detect"
	"github.com/factdiff/factdiff/compare/gold"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
)

// annotated is a story with what is found in it and the sentences that some
// source leaves out.
type annotated struct {
	gold     gold.Story
	story    *compare.Story
	found    []compare.Discrepancy
	findings []compare.Finding
	untold   []untold
}

// annotatedIn compares the stories of a folder.
func annotatedIn(t *testing.T, files fs.FS) (all []*annotated) {
	t.Helper()
	stories, err := gold.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, story := range stories {
		var articles []*nlp.Article
		for _, path := range story.Reports {
			data, err := fs.ReadFile(files, path)
			if err != nil {
				t.Fatal(err)
			}
			article, err := source.Read(path, data)
			if err != nil {
				t.Fatal(err)
			}
			articles = append(articles, article)
		}
		a := &annotated{gold: story}
		a.story, a.found = detected(articles)
		a.findings = findings(a.story, a.found)
		a.untold = untoldIn(a.story, a.findings, fitted)
		all = append(all, a)
	}
	return all
}

// detected runs the flow up to the discrepancies.
func detected(articles []*nlp.Article) (*compare.Story, []compare.Discrepancy) {
	var docs []*nlp.Document
	var claims [][]compare.Claim
	for _, article := range articles {
		doc := english.Analyze(article)
		docs, claims = append(docs, doc), append(claims, claim.Extract(doc))
	}
	s := align.Story(docs, claims, nil)
	var found []compare.Discrepancy
	for _, d := range detect.All {
		found = append(found, d.Run(s)...)
	}
	return s, found
}
