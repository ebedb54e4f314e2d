package align_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/align"
	"github.com/factdiff/factdiff/compare/claim"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// aligned is story with names that mean one thing.
func aligned(aliases [][]string, texts ...string) *compare.Story {
	s := story(texts...)
	var docs []*nlp.Document
	var claims [][]compare.Claim
	for _, src := range s.Sources {
		docs = append(docs, src.Doc)
		claims = append(claims, claim.Extract(src.Doc))
	}
	return align.Story(docs, claims, aliases)
}

// entities are the entities of each source as the story calls them, in order
// of first mention, each once.
func entities(s *compare.Story) (all [][]string) {
	for _, src := range s.Sources {
		var names []string
		for _, e := range src.Entity {
			if name := s.Entities[e].Canonical; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		all = append(all, names)
	}
	return all
}

// TestResolve: what the story calls the things that each of its sources
// names.
func TestResolve(t *testing.T) {
	tests := []struct {
		name    string
		aliases [][]string
		texts   []string
		want    [][]string
	}{
		{"the same name", nil, []string{
			"Accident\n\nPolice praised Ida Holm.", "Report\n\nThe ferry carried Ida Holm.",
		}, [][]string{{"Ida Holm"}, {"Ida Holm"}}},
		{"a surname means the one person who bears it", nil, []string{
			"Accident\n\nPolice praised Ida Holm, the mayor.", "Report\n\nThe ferry carried Mr. Holm, police said.",
		}, [][]string{{"Ida Holm"}, {"Ida Holm"}}},
		{"a surname of two persons means neither", nil, []string{
			"Accident\n\nPolice praised Ida Holm, the mayor.", "Accident\n\nPolice questioned Jonas Holm, the pilot.", "Report\n\nThe ferry carried Mr. Holm, police said.",
		}, [][]string{{"Ida Holm"}, {"Jonas Holm"}, {"Holm"}}},
		{"one given name, two surnames", nil, []string{
			"Accident\n\nPolice praised Ida Holm, the mayor.", "Report\n\nThe ferry carried Ida Bask, police said.",
		}, [][]string{{"Ida Holm"}, {"Ida Bask"}}},
		{"an acronym, explained elsewhere", nil, []string{
			"Accident\n\nA spokesman for the World Health Organization (WHO) warned travellers.", "Report\n\nOfficials of the WHO warned travellers.",
		}, [][]string{{"World Health Organization"}, {"World Health Organization"}}},
		{"two names that nobody joins", nil, []string{
			"Accident\n\nHackers of the group Velvet Heron attacked the port.", "Report\n\nHackers of the group Strontium attacked the port.",
		}, [][]string{{"Velvet Heron"}, {"Strontium"}}},
		{"two names that a list joins", [][]string{{"Strontium", "velvet heron"}}, []string{
			"Accident\n\nHackers of the group Velvet Heron attacked the port.", "Report\n\nHackers of the group Strontium attacked the port.",
		}, [][]string{{"Velvet Heron"}, {"Velvet Heron"}}},
		{"a list of names that do not occur", [][]string{{"Zinc", "Strontium"}, {}, {""}}, []string{
			"Accident\n\nHackers of the group Velvet Heron attacked the port.", "Report\n\nHackers of the group Strontium attacked the port.",
		}, [][]string{{"Velvet Heron"}, {"Strontium"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := aligned(tt.aliases, tt.texts...)
			if diff := cmp.Diff(tt.want, entities(s)); diff != "" {
				t.Error(diff)
			}
			for i, e := range s.Entities {
				if !slices.IsSorted(e.Sources) || len(e.Sources) == 0 {
					t.Errorf("entity %d: sources %v", i, e.Sources)
				}
			}
		})
	}
}

// body is the first passage below the headline of a source.
func body(s *compare.Story, source int) *compare.Passage {
	return &s.Passages[s.Sources[source].Passages.First+1]
}

// TestTerms: whether two sentences that have no other word in common share a
// term.
func TestTerms(t *testing.T) {
	tests := []struct {
		name, a, b string
		meet       bool
	}{
		{"one lemma", "Divers inspected hulls.", "The inspection needs a diver.", true},
		{"one event in two words", "Nine sailors were killed.", "Three died there.", true},
		{"one event as a verb and as a noun", "Nine sailors died.", "The death toll rose.", true},
		{"two events", "Nine sailors were killed.", "Three were injured.", false},
		{"a surname and the full name", "Police praised Ida Holm.", "The ferry carried Mr. Holm.", true},
		{"a number", "It cost $27.", "They were 27 boys.", true},
		{"two numbers", "It cost $27.", "They were 25 boys.", false},
		{"function words alone", "It was there and they were not.", "They were not what it was.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := story("Kelm\n\n"+tt.a, "Bergen\n\n"+tt.b)
			if shared := compare.Shared(body(s, 0).Terms, body(s, 1).Terms); (shared > 0) != tt.meet {
				t.Errorf("shared weight %v", shared)
			}
		})
	}
}

// TestNameTerms: a short form brings the words of the whole name.
func TestNameTerms(t *testing.T) {
	s := story("Kelm\n\nPolice praised Ida Holm.", "Bergen\n\nThe ferry carried Mr. Holm.", "Lund\n\nPolice praised it.")
	full, short, none := body(s, 0), body(s, 1), body(s, 2)
	whole, police := compare.Shared(full.Terms, short.Terms), compare.Shared(full.Terms, none.Terms)
	one := 0
	for _, term := range short.Terms {
		if slices.ContainsFunc(full.Terms, func(o compare.Term) bool { return o.ID == term.ID }) {
			one++
		}
	}
	if one != 2 || police >= whole {
		t.Errorf("%d words of the name in common, weight %v; police %v", one, whole, police)
	}
}

// stories are the reports of each story in testdata.
func stories(t *testing.T) (all [][]string) {
	t.Helper()
	folders, err := filepath.Glob("../../testdata/stories/inv-*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no stories in testdata", err)
	}
	for _, folder := range folders {
		paths, err := filepath.Glob(folder + "/r*.txt")
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			article, err := source.Read(path, data)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, article.Text)
		}
		all = append(all, texts)
	}
	return all
}

// TestLaws holds every story to what its types promise.
func TestLaws(t *testing.T) {
	all := append(stories(t), nil, []string{"Head"}, []string{ferryA, ferryB, other, bridge, short},
		[]string{strings.Repeat(ferryA+"\n\n", 20), ferryB})
	for n, texts := range all {
		s := story(texts...)
		checkRanges(t, s)
		checkTerms(t, s)
		checkLinks(t, s)
		if len(s.Sources) != len(texts) || len(texts) > 0 && s.Sources[0].ID != "a" {
			t.Errorf("story %d: %d sources", n, len(s.Sources))
		}
	}
}

// checkRanges: passages and claims stand source by source, and each knows its
// own.
func checkRanges(t *testing.T, s *compare.Story) {
	t.Helper()
	passage, claims := 0, 0
	for i, src := range s.Sources {
		if src.Passages.First != passage || src.Claims.First != claims || src.Passages.Last-passage != len(src.Doc.Sentences) {
			t.Errorf("source %d: passages %v, claims %v", i, src.Passages, src.Claims)
		}
		for n := src.Passages.First; n < src.Passages.Last; n++ {
			p := &s.Passages[n]
			if p.Source != i || p.Sentence != n-src.Passages.First {
				t.Errorf("passage %d: source %d, sentence %d", n, p.Source, p.Sentence)
			}
			for _, c := range p.Claims {
				if p.Mute || s.Claims[c].Passage != n || s.Claims[c].Source != i {
					t.Errorf("passage %d: claim %d is of passage %d", n, c, s.Claims[c].Passage)
				}
			}
		}
		if src.Origin < 0 || src.Origin > i || s.Sources[src.Origin].Origin != src.Origin {
			t.Errorf("source %d: origin %d", i, src.Origin)
		}
		passage, claims = src.Passages.Last, src.Claims.Last
	}
	if passage != len(s.Passages) || claims != len(s.Claims) {
		t.Errorf("%d passages of %d, %d claims of %d", passage, len(s.Passages), claims, len(s.Claims))
	}
}

// checkTerms: terms are sorted, distinct and in range, and their weights are
// multiples of 1/64 that add up.
func checkTerms(t *testing.T, s *compare.Story) {
	t.Helper()
	check := func(what string, i int, list []compare.Term, weight float64) {
		sum, before := 0.0, int32(-1)
		for _, term := range list {
			if term.ID <= before || int(term.ID) >= s.Terms {
				t.Errorf("%s %d: term %d after %d, of %d", what, i, term.ID, before, s.Terms)
			}
			before = term.ID
			if w := float64(term.Weight) * 64; w < 0 || w != math.Trunc(w) {
				t.Errorf("%s %d: weight %v", what, i, term.Weight)
			}
			sum += float64(term.Weight)
		}
		if sum != weight {
			t.Errorf("%s %d: weight %v, its terms' %v", what, i, weight, sum)
		}
	}
	for i := range s.Passages {
		check("passage", i, s.Passages[i].Terms, s.Passages[i].Weight)
	}
	for i := range s.Claims {
		check("claim", i, s.Claims[i].Terms, s.Claims[i].Weight)
	}
}

// maxLinks is the number of counterparts that a passage keeps by its own
// choice. Where there are fewer, it has chosen all of them.
const maxLinks = 12

// checkLinks: links are mutual and the same in both directions, best first as
// far as the passage chose them, and none leads from or to a mute passage or to
// itself.
func checkLinks(t *testing.T, s *compare.Story) {
	t.Helper()
	for i := range s.Passages {
		p := &s.Passages[i]
		if p.Mute && len(p.Links) > 0 {
			t.Errorf("passage %d is mute and has %d links", i, len(p.Links))
		}
		falls := 0
		for n, l := range p.Links {
			q := &s.Passages[l.To]
			if l.To == i || q.Mute || l.Dice <= 0 || l.Dice > 1 || l.Cover < l.Dice || l.Cover > 1 {
				t.Errorf("passage %d: link %+v", i, l)
			}
			back := slices.IndexFunc(q.Links, func(o compare.Link) bool { return o.To == i })
			if back < 0 || q.Links[back].Dice != l.Dice || q.Links[back].Cover != l.Cover {
				t.Errorf("passages %d and %d are not linked alike", i, l.To)
			}
			if n > 0 && l.Dice > p.Links[n-1].Dice {
				falls++
			}
		}
		if falls > 0 && len(p.Links) < maxLinks {
			t.Errorf("passage %d: links are not best first: %+v", i, p.Links)
		}
	}
}

// TestMute: boilerplate takes no part, even where both reports have it.
func TestMute(t *testing.T) {
	const residue = "\n\nRead more: 12 pictures of the ferry at Kelm"
	s := story("Ferry hits pier\n\nA ferry hit a pier in Kelm."+residue, "Ferry accident\n\nA ferry hit a pier in Kelm."+residue)
	mute := 0
	for i := range s.Passages {
		if s.Passages[i].Mute {
			mute++
		}
	}
	if mute != 2 {
		t.Errorf("%d mute passages of %d", mute, len(s.Passages))
	}
	checkLinks(t, s)
	if len(body(s, 0).Links) == 0 {
		t.Error("the sentences around it are not linked")
	}
}

// TestBest: of several sentences, the one about the same thing is the first
// counterpart.
func TestBest(t *testing.T) {
	s := story(ferryA, ferryB)
	for _, want := range [][2]string{
		{"Rescuers took 14 passengers", "Police said on Wednesday that 16 passengers"},
		{"The captain, Olav Berge", "The coast guard has opened"},
	} {
		for i := range s.Passages[:s.Sources[1].Passages.First] {
			p := &s.Passages[i]
			if !strings.HasPrefix(text(s, i), want[0]) {
				continue
			}
			across := slices.IndexFunc(p.Links, func(l compare.Link) bool { return s.Passages[l.To].Source == 1 })
			if across < 0 || !strings.HasPrefix(text(s, p.Links[across].To), want[1]) {
				t.Errorf("%q: links %+v", want[0], p.Links)
			}
		}
	}
}

func text(s *compare.Story, passage int) string {
	p := &s.Passages[passage]
	doc := s.Sources[p.Source].Doc
	return doc.Text(doc.Sentences[p.Sentence].Span)
}

// TestOrigin: near-copies are a family, whatever stands between them; reports
// in their own words are none.
func TestOrigin(t *testing.T) {
	copied := strings.Replace(ferryA, "14 passengers", "16 passengers", 1) + "\nTickets are refunded."
	tests := []struct {
		name  string
		texts []string
		want  []int
	}{
		{"one report", []string{ferryA}, []int{0}},
		{"a report and itself", []string{ferryA, ferryA}, []int{0, 0}},
		{"a near-copy", []string{ferryA, copied}, []int{0, 0}},
		{"a near-copy, the other way round", []string{copied, ferryA}, []int{0, 0}},
		{"in its own words", []string{ferryA, ferryB}, []int{0, 1}},
		{"a near-copy after another report", []string{ferryB, ferryA, copied}, []int{0, 1, 1}},
		{"one sentence in common", []string{ferryB, ferryB[:strings.Index(ferryB, "The ship")] + other[strings.Index(other, "At least"):]}, []int{0, 1}},
		{"too short to tell", []string{short, short}, []int{0, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []int
			for _, src := range story(tt.texts...).Sources {
				got = append(got, src.Origin)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestFull: a passage brings no more claims of a sort into pairs than a reader
// can tell apart, and every claim stays in the story.
func TestFull(t *testing.T) {
	s := story("Head\n\nThe numbers were " + strings.Repeat("27, 28, 29, ", 20) + "and 30, police said in Kelm.")
	p := body(s, 0)
	figures, all := 0, 0
	for _, c := range p.Claims {
		if s.Claims[c].Sort == compare.Figure {
			figures++
		}
	}
	for i := range s.Claims {
		if s.Claims[i].Sort == compare.Figure {
			all++
		}
	}
	if figures != 24 || all < 60 {
		t.Errorf("%d figures of %d", figures, all)
	}
	if !slices.ContainsFunc(p.Claims, func(c int) bool { return s.Claims[c].Sort == compare.Statement }) {
		t.Error("the figures crowd out the statement")
	}
}
