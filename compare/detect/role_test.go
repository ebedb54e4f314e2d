package detect

import "testing"

// TestTitles: titles that leave the office open, and offices that one person
// holds at a time.
func TestTitles(t *testing.T) {
	tests := []struct {
		head        string
		vague, sole bool
	}{
		{"official", true, false},
		{"spokeswoman", true, false},
		{"man", true, false},
		{"ceo", true, true}, // "chief executive" is vague, a company has one
		{"president", false, true},
		{"mayor", false, true},
		{"captain", false, true},
		{"lawyer", false, false},
		{"welder", false, false},
		{"", false, false},
	}
	for _, tt := range tests {
		if vagueTitle(tt.head) != tt.vague || soleOffice(tt.head) != tt.sole {
			t.Errorf("%q: vague %v, sole %v", tt.head, vagueTitle(tt.head), soleOffice(tt.head))
		}
	}
}
