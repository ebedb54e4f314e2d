package reports

// settles says, for each kind, what would show that the sources do not differ.
var settles = map[string]string{
	"number":      "one figure counts something else, is of another day, or is an estimate or bound that takes in the other",
	"date":        "one time is that of another event, or of its announcement",
	"place":       "one place lies in the other, or is that of another part of the event",
	"name":        "both names are of one bearer, or the sources mean two different ones",
	"list":        "one list leaves out what the other has without denying it",
	"outcome":     "the sources tell of different steps, or of different parts of the event",
	"certainty":   "the one that is surer had the confirmation, and says where from",
	"attribution": "both spoke, or one passed on the words of the other",
	"quote":       "the recording or transcript has it, or one of the two is a translation",
	"role":        "the person holds both posts, or held one of them before",
	"description": "both descriptions are true of the same thing",
}

// Settles says in part of a sentence what would make the finding go away: "It
// is settled if ...".
func (f *Finding) Settles() string {
	if f.Verdict == "update" {
		return "the newer source confirms that things moved on, or the older one is corrected"
	}
	return settles[f.Kind]
}
