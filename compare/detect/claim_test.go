package detect

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/english"
	"github.com/factdiff/factdiff/nlp/source"
)

// told aligns reports of one event that have the same headline.
func told(t *testing.T, bodies ...string) *compare.Story {
	t.Helper()
	var docs []*nlp.Document
	var claims [][]compare.Claim
	for i, body := range bodies {
		article, err := source.Read(compare.SourceID(i)+".txt", []byte("Kelm\n\n"+body))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, english.Analyze(article))
		claims = append(claims, claim.Extract(docs[i]))
	}
	return align.Story(docs, claims, nil)
}

// at is the first claim of the sort in a source that begins with the words,
// headline aside.
func at(t *testing.T, s *compare.Story, source int, sort compare.Sort, words string) *compare.Claim {
	t.Helper()
	var all []string
	r := s.Sources[source].Claims
	for i := r.First; i < r.Last; i++ {
		c := &s.Claims[i]
		if c.Sort != sort || c.Passage == s.Sources[source].Passages.First {
			continue
		}
		if strings.HasPrefix(s.Text(c), words) {
			return c
		}
		all = append(all, s.Text(c))
	}
	t.Fatalf("no %v %q among %q", sort, words, all)
	return nil
}

// TestFate: what became of those who are counted.
func TestFate(t *testing.T) {
	tests := []struct{ text, figure, want string }{
		{"A crash killed 9 people in Kelm.", "9", "die"},
		{"The toll rose to 9 dead.", "9", "die"},
		{"Some 27 people were injured.", "Some 27", "injure"},
		{"Police arrested 12 men.", "12", "arrest"},
		{"A ferry with 140 people on board left Kelm.", "140", ""},
		{"The yard paid 9 welders.", "9", ""},
		{"There were 140 people on board. Nine died.", "140", ""},
		{"The blast killed 9 and injured 27 people.", "27", "injure"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := told(t, tt.text)
			if got := fate(s, at(t, s, 0, compare.Figure, tt.figure)); got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.figure, got, tt.want)
			}
		})
	}
}

// TestGeneration: which figures are said to be older ones.
func TestGeneration(t *testing.T) {
	tests := []struct {
		text, figure string
		want         bool
	}{
		{"The toll was previously 27 people.", "27", true},
		{"The buyer raised its original bid of $70 million.", "$70", true},
		{"Earlier reports had put the toll at 27 people.", "27", true},
		{"The toll was 27 people.", "27", false},
		{"The buyer bid $70 million.", "$70", false},
		{"The original owner of the yard paid the welders of Kelm $70 million.", "$70", false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := told(t, tt.text)
			if got := generation(s, at(t, s, 0, compare.Figure, tt.figure)); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// TestVetoed: figures that cannot measure one thing, whatever else agrees.
func TestVetoed(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"one event", "Police said 27 people were hurt.", "Police said 25 people were hurt.", false},
		{"other event", "Police said 27 people were hurt.", "Police said 25 people were killed.", true},
		{"one event in other words", "Police said 27 people died.", "Police said 25 people were killed.", false},
		{"other year", "In 2016 27 people were hurt.", "In 2017 25 people were hurt.", true},
		{"other owner", "Nordbank cut 27 jobs.", "Sudbank cut 25 jobs.", true},
		{"one owner", "Nordbank cut 27 jobs.", "Nordbank cut 25 jobs.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := told(t, tt.a, tt.b)
			a, b := at(t, s, 0, compare.Figure, "27"), at(t, s, 1, compare.Figure, "25")
			if got := vetoed(s, a, b); got != tt.want || vetoed(s, b, a) != got {
				t.Errorf("got %v, turned %v", got, vetoed(s, b, a))
			}
		})
	}
}

// TestSum: figures of one sentence that make up another one.
func TestSum(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"two parts", "The ferry had 129 people on board.", "The ferry had 103 passengers and 26 crew.", true},
		{"three parts", "The ferry had 129 people on board.", "It carried 100 adults, 3 children and 26 sailors.", true},
		{"parts that do not add up", "The ferry had 129 people on board.", "The ferry had 103 passengers and 24 crew.", false},
		{"one figure", "The ferry had 129 people on board.", "The ferry had 103 passengers.", false},
		{"other sorts of figures", "The ferry had 129 people on board.", "The ferry had 103 passengers and cost $26.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := told(t, tt.a, tt.b)
			whole := at(t, s, 0, compare.Figure, "129")
			part := at(t, s, 1, compare.Figure, "10")
			if got := sum(s, whole, part); (got != "") != tt.want || sum(s, part, whole) != got {
				t.Errorf("got %q, turned %q", got, sum(s, part, whole))
			}
		})
	}
}

// TestNegated: whether a clause's own verb group is negated.
func TestNegated(t *testing.T) {
	tests := []struct {
		text, verb string
		want       bool
	}{
		{"The ferry did not stop.", "stop", true},
		{"The ferry didn't stop.", "stop", true},
		{"The ferry never stopped.", "stop", true},
		{"The captain gave no warning.", "give", true},
		{"No passenger died.", "die", true},
		{"The ferry stopped.", "stop", false},
		{"The ferry stopped because it had not loaded coal.", "stop", false},
		{"The ferry stopped, and not a minute too soon.", "stop", false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := told(t, tt.text)
			for i := range s.Claims {
				if c := &s.Claims[i]; c.Sort == compare.Statement && verbLemma(s, c) == tt.verb {
					if got := negated(s, c); got != tt.want {
						t.Errorf("got %v", got)
					}
					return
				}
			}
			t.Errorf("no clause with the verb %q", tt.verb)
		})
	}
}

// TestFormer: roles that are said to be over.
func TestFormer(t *testing.T) {
	tests := []struct {
		text, role string
		want       bool
	}{
		{"Former mayor Ida Holm praised the crew.", "", true},
		{"Ida Holm, the former mayor of Kelm, praised the crew.", "", true},
		{"Mayor Ida Holm praised the crew.", "", false},
		{"Ida Holm, the mayor of Kelm, praised the former crew.", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := told(t, tt.text)
			if got := former(s, at(t, s, 0, compare.Part, tt.role)); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// TestSlots: the words and names beside a name.
func TestSlots(t *testing.T) {
	tests := []struct {
		text, name                 string
		preposition, before, after string
		siblings                   []string
	}{
		{"The ferry left for Bergen on Tuesday.", "Bergen", "for", "leave", "Tuesday", nil},
		{"The ferry sails from the port of Bergen.", "Bergen", "of", "port", "", nil},
		{"Divers of Nordbank, Sudbank and Westbank searched the hull.", "Sudbank", "", "nordbank", "westbank", []string{"Nordbank", "Westbank"}},
		{"Nordbank praised Sudbank.", "Sudbank", "", "praise", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s := told(t, tt.text)
			c := at(t, s, 0, compare.Naming, tt.name)
			if got := preposition(s, c); got != tt.preposition {
				t.Errorf("preposition: got %q", got)
			}
			if got := neighbour(s, c, -1); !strings.EqualFold(got, tt.before) {
				t.Errorf("before: got %q", got)
			}
			if got := neighbour(s, c, 1); !strings.EqualFold(got, tt.after) {
				t.Errorf("after: got %q", got)
			}
			var names []string
			for _, e := range siblings(s, c) {
				names = append(names, s.Entities[e].Canonical)
			}
			slices.Sort(names)
			if diff := cmp.Diff(tt.siblings, names); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestInQuotation: whether words stand in direct speech.
func TestInQuotation(t *testing.T) {
	s := told(t, "Ida Holm said 27 people were hurt. “We saw 25 boats,” she said. The “30 foot ferry” left.")
	for words, want := range map[string]bool{"27": false, "25": true} {
		if got := inQuotation(s, at(t, s, 0, compare.Figure, words)); got != want {
			t.Errorf("%s: got %v", words, got)
		}
	}
}
