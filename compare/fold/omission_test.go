package fold_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/compare/fold"
)

const (
	lease = `The bakery has rented the terrace from the port authority since the winter storms.
`
	storm = `Forecasters in Bergen had warned fishermen of heavy squalls along the northern coast.
`
	sale = `Shipowner Lars Lunde sold the vessel to an investor from Lindhavn.
`
)

// TestRuns: sentences that follow one another and are missing from the same
// reports are one detail.
func TestRuns(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string // for each omission where it is missing and the first word of each of its sentences
	}{
		{"two sentences", []string{told + colour + lease, alsoTold}, []string{"[1] Gulls The"}},
		{"three, in another paragraph", []string{told + "\n" + sale + "\n" + colour + "\n" + lease, alsoTold}, []string{"[1] Shipowner Gulls The"}},
		{"never four", []string{told + sale + colour + lease + "\n" + storm, alsoTold}, []string{"[1] Shipowner Gulls The", "[1] Forecasters"}},
		{"a told sentence between", []string{told + sale + alsoTold[24:] + storm, alsoTold}, []string{"[1] Shipowner", "[1] Forecasters"}},
		{"a heading between", []string{told + sale + "\nThe weather on Tuesday\n\n" + storm, alsoTold}, []string{"[1] Shipowner", "[1] Forecasters"}},
		{"told by other reports", []string{told + sale + storm, alsoTold + sale, alsoTold + storm}, []string{"[2] Shipowner", "[1] Forecasters"}},
		{"missing from one report in common", []string{told + sale + storm, alsoTold, alsoTold + storm}, []string{"[1] Shipowner Forecasters"}},
		{"longer than a paragraph", []string{told + "Shipowner Lars Lunde " + strings.Repeat("sold vessels and terraces to bakers from Lindhavn and ", 6) + "left.\n" + storm, alsoTold},
			[]string{"[1] Shipowner", "[1] Forecasters"}},
		{"of two reports", []string{told + sale, alsoTold + storm}, []string{"[1] Shipowner", "[0] Forecasters"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := story(t, tt.texts...)
			var got []string
			for _, o := range fold.Result(s, nil).Omissions {
				line := fmt.Sprint(o.MissingFrom)
				for sentence := range strings.SplitSeq(o.Detail, ". ") {
					word, _, _ := strings.Cut(sentence, " ")
					line += " " + word
				}
				got = append(got, line)
				if n := o.Evidence[0].Span.Len(); n > 390 {
					t.Errorf("%s: %d bytes", line, n)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestRepeats: what two reports tell is one omission with evidence in both, and
// takes nothing with it that stands beside it.
func TestRepeats(t *testing.T) {
	s := story(t, told+sale+storm, alsoTold, alsoTold+"Forecasters had warned fishermen of heavy squalls along the northern coast in winter.\n"+lease)
	var got []string
	for _, o := range fold.Result(s, nil).Omissions {
		word, _, _ := strings.Cut(o.Detail, " ")
		got = append(got, fmt.Sprint(word, " ", o.MissingFrom, " ", len(o.Evidence)))
	}
	if diff := cmp.Diff([]string{"Shipowner [1] 2", "The [0 1] 1"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestWhy: the reason does not say that nothing stands where a part does.
func TestWhy(t *testing.T) {
	const pilot = "Harbour pilot Lars Lunde told fishermen that nine mooring posts of the northern quay were rotten.\n"
	tests := []struct{ name, other, want string }{
		{"nothing", "", "nothing like it stands in b"},
		{"a chance word", "Fishermen mended nets behind a chapel.\n", "nothing like it stands in b"},
		{"a part", "Fishermen said that a pilot knew of rotten mooring posts.\n", "no more than a part of it stands in b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, o := range fold.Result(story(t, told+pilot, alsoTold+tt.other), nil).Omissions {
				if strings.HasPrefix(o.Detail, "Harbour pilot") && o.Why == tt.want {
					return
				}
			}
			t.Errorf("no omission that says %q", tt.want)
		})
	}
}

// TestImportance: what a sentence carries, against one that is as long and
// does not.
func TestImportance(t *testing.T) {
	tests := []struct{ name, more, less string }{
		{"figures", "Nine barges with 40 cranes lay idle along the southern quay.", "Rusty barges with broken cranes lay idle along the southern quay."},
		{"a sum", "Barges worth $40 million lay idle along the southern quay.", "Barges of 40 merchants lay idle along the southern quay."},
		{"a share", "Traders left nine percent of barges idle along the southern quay.", "Traders left nine old squads of barges idle along the southern quay."},
		{"a person nobody else names", "Harbour pilot Lars Lunde kept barges along the southern quay.", "Harbour pilot cutters kept barges along the southern quay."},
		{"no newcomer", "Harbour pilot Lars Lunde kept barges along the southern quay.", "Harbour adviser Ida Holm kept barges along the southern quay."},
		{"somebody's word", "Barges lay idle along the southern quay, a trade union said.", "Barges lay idle along the southern quay of a trade union."},
		{"a cause", "Barges lay idle along the southern quay after squalls.", "Barges lay idle along the southern quay under squalls."},
		{"a cause in two words", "Barges lay idle along the southern quay due to squalls.", "Barges lay idle along the southern quay near to squalls."},
		{"no cause", "Squalls that led to idle barges hit the southern quay.", "Squalls that led idle barges out hit the southern quay."},
		{"a denial", "Traders denied that barges lay idle along the southern quay.", "Traders knew that barges lay idle along the southern quay."},
		{"history", "Barges lay idle along the southern quay during summer.", "Barges lay idle along the southern quay during 1987."},
		{"longer", "Barges with rusty cranes and broken rudders lay idle along the southern quay.", "Barges lay idle along the southern quay."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			importance := func(sentence string) float64 {
				list := fold.Result(story(t, told+sentence+"\n", alsoTold), nil).Omissions
				if len(list) != 1 {
					t.Fatalf("%q: %d omissions", sentence, len(list))
				}
				return list[0].Importance
			}
			if more, less := importance(tt.more), importance(tt.less); more <= less {
				t.Errorf("%q %.3f, %q %.3f", tt.more, more, tt.less, less)
			}
		})
	}
}
