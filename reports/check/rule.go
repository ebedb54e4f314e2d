package check

// Rule is a kind of finding with its manual.
type Rule struct {
	ID    string // "number", or Suppression
	Title string // what it is, in one line
	Help  string // when it fires, when it is silent, what it misses
}

// SuppressionRule is the manual of rule suppression.
func SuppressionRule() Rule {
	return Rule{
		ID:    Suppression,
		Title: "factdiff comments that ignore nothing",
		Help: "Fires when a factdiff comment in a draft cannot be read, names no kind or an unknown one, gives no reason, or ignores nothing any more.\n" +
			`Write <!-- factdiff:ignore number reason="..." --> before the paragraph, or take the comment out.`,
	}
}

// Home is where people read about the program.
const Home = "https://github.com/factdiff/factdiff"
