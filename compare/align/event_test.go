package align_test

import (
	"strings"
	"testing"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
)

// story aligns texts whose first line is the headline.
func story(texts ...string) *compare.Story {
	var docs []*nlp.Document
	var claims [][]compare.Claim
	for _, text := range texts {
		head, _, _ := strings.Cut(text, "\n")
		doc := english.Analyze(&nlp.Article{Text: text, Headline: head})
		docs = append(docs, doc)
		claims = append(claims, claim.Extract(doc))
	}
	return align.Story(docs, claims, nil)
}

const (
	ferryA = `Ferry runs aground off Skarvik

A ferry with 120 people on board ran aground off the island of Skarvik on Tuesday night.
Rescuers took 14 passengers to the hospital in Lindhavn, police said.
The captain, Olav Berge, told the coast guard that the radar had failed.
Divers will inspect the hull this week.`
	ferryB = `Fourteen hurt as Skarvik ferry hits rocks

Police said on Wednesday that 16 passengers were taken to the hospital in Lindhavn.
The ship had left the mainland an hour late because of fog.
Its owner, Kystlinjen, said the radar was new.
The coast guard has opened an inquiry into the accident.`
	other = `Ferry sinks on Lake Bunda

At least 40 traders drowned when an overloaded boat went down on Lake Bunda, officials said.
Most of them were on their way home from a market in Kisoro.
Fishermen pulled 12 survivors out of the water.
The government ordered three days of mourning.`
	bridge = `Skarvik ferry accident and Lake Bunda disaster raise questions

Experts in both countries ask for better radios on board.
At least 40 traders drowned when an overloaded boat went down on Lake Bunda.
Rescuers took 14 passengers to the hospital in Lindhavn.
No law of the sea covers lakes.`
	short = "Ferry runs aground\n\nA ferry ran aground."
)

func TestMiddleNames(t *testing.T) {
	s := story("Captain freed\n\nOlaf J. Holm was freed on Monday.", "Captain is free\n\nOlaf Jens Holm was freed on Monday.",
		"Holm leaves jail\n\nOlaf Holm was freed on Monday. His brother Knut Holm was there.")
	var names []string
	for _, e := range s.Entities {
		if e.Type == nlp.Person {
			names = append(names, e.Canonical)
		}
	}
	if got := strings.Join(names, ", "); got != "Olaf Jens Holm, Knut Holm" {
		t.Errorf("persons: %s", got)
	}
}

func TestApart(t *testing.T) {
	for _, test := range []struct {
		name  string
		texts []string
		apart bool // the first two
	}{
		{"one accident", []string{ferryA, ferryB}, false},
		{"two accidents of one kind", []string{ferryA, other}, true},
		{"two accidents in one report", []string{ferryA, other, bridge}, false},
		{"too short to tell", []string{other, short}, false},
		{"twice the same", []string{other, other}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := story(test.texts...)
			if got := s.Apart(0, 1); got != test.apart {
				t.Errorf("apart = %v, want %v (events %d, %d)", got, test.apart, s.Sources[0].Event, s.Sources[1].Event)
			}
			for i := range s.Passages {
				for _, l := range s.Passages[i].Links {
					if a, b := s.Passages[i].Source, s.Passages[l.To].Source; s.Apart(a, b) {
						t.Errorf("a link between sources %d and %d, which tell of two events", a, b)
					}
				}
			}
		})
	}
}
