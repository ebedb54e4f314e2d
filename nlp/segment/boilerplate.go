package segment

// markBoilerplate sets Boilerplate on the sentences from index from on, which
// are one paragraph.
func (s *splitter) markBoilerplate(from int) {}
