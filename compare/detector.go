package compare

// Detector finds one kind of difference. Doc is its manual: a title line, a
// blank line, then "Fires when ...", "Silent when ...", "Misses ...".
type Detector struct {
	Kind Kind
	Doc  string
	Run  func(*Story) []Discrepancy // pure: no error, no panic, no state
}
