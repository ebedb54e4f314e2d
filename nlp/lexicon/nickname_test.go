package lexicon

import (
	"strings"
	"testing"
)

// TestShortNames: the list is sorted, folded and without duplicates.
func TestShortNames(t *testing.T) {
	last := ""
	for entry := range strings.SplitSeq(shortNames, ";") {
		entry = strings.TrimSpace(entry)
		short, full, ok := strings.Cut(entry, "=")
		if !ok || Fold(short) != short || full == "" || Fold(full) != full {
			t.Errorf("%q: not folded, or no full name", entry)
		}
		if short <= last {
			t.Errorf("%q after %q", short, last)
		}
		last = short
	}
}

func TestShortName(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"bill", "william", true},
		{"chris", "christine", true},
		{"bob", "bobby", true},
		{"anna", "anna", true},
		{"bill", "robert", false},
		{"stacey", "stacy", false},
		{"mohamed", "mohammed", false},
		{"daniel", "danielle", false},
	}
	for _, tt := range tests {
		if got := ShortName(tt.a, tt.b); got != tt.want || ShortName(tt.b, tt.a) != got {
			t.Errorf("%s, %s: got %v", tt.a, tt.b, got)
		}
	}
}
