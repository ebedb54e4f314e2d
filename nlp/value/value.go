// Package value holds the typed values that claims carry: quantities, times
// and names. Each type has Compare, which decides whether two values can be
// true of the same thing. The package knows no article, so it holds no Span;
// whether two values do speak of the same thing is the aligner's business.
package value

// Relation says how two values of the same thing stand to each other.
type Relation uint8

// The relations. Unknown is the zero value: the values cannot be compared
// ("5 metres" and "5 dollars").
const (
	Unknown    Relation = iota
	Equal               // the same value in other words or digits
	Compatible          // different, yet both can be true: rounding, bounds, vaguer wording
	Conflict            // both cannot be true of the same thing
)

var relations = [...]string{"unknown", "equal", "compatible", "conflict"}

// String is the relation's lower-case word.
func (r Relation) String() string { return relations[r] }
