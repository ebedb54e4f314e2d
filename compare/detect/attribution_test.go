package detect

import "testing"

// TestNameInCommon: names of which one may be a form of the other, or of one
// house.
func TestNameInCommon(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"lundqvist", "petra lundqvist", true},
		{"sara", "sara pohlmann", true},
		{"emilio quispe rojas", "ernesto quispe", true},
		{"pohlmann company", "greta pohlmann", true},
		{"sara pohlmann", "sara lundt", false},
		{"sara pohlmann", "nils aker", false},
		{"sara", "nils", false},
	}
	for _, tt := range tests {
		if got := nameInCommon(tt.a, tt.b); got != tt.want || nameInCommon(tt.b, tt.a) != got {
			t.Errorf("%q, %q: %v", tt.a, tt.b, got)
		}
	}
}

// TestIsTitle: what stands as a name for lack of one.
func TestIsTitle(t *testing.T) {
	for key, want := range map[string]bool{"norland governor": true, "alaska governor": true, "governor": true, "vera smith": false, "nils aker": false, "norland": false} {
		if got := isTitle(key); got != want {
			t.Errorf("%q: %v", key, got)
		}
	}
}
