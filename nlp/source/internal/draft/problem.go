package draft

// Problem is why a file cannot be read and what would mend it; the caller knows
// the file's name.
type Problem struct {
	Line int    // 1-based line of the file; 0 where the whole file is meant
	What string // what is wrong: "is empty"
	Mend string // what to do about it
}

// Error is what is wrong and what would mend it.
func (p *Problem) Error() string { return p.What + "; " + p.Mend }
