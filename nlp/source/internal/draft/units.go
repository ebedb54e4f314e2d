package draft

import "strings"

// Units builds the text of a file in which byte offsets mean nothing to a
// reader: it counts in paragraphs or pages instead.
type Units struct {
	text   []byte
	starts []int
}

// Add appends a paragraph that begins in the unit-th unit, from 1; units never
// go back.
func (u *Units) Add(paragraph string, unit int) {
	if len(u.text) > 0 {
		u.text = append(u.text, "\n\n"...)
	}
	for len(u.starts) < unit {
		u.starts = append(u.starts, len(u.text))
	}
	u.text = append(u.text, paragraph...)
}

// Len is the number of bytes so far.
func (u *Units) Len() int { return len(u.text) }

// Report is the report that was built; its first title bytes are the headline.
func (u *Units) Report(format, unit string, title int) *Report {
	if len(u.starts) == 0 {
		u.starts = []int{0}
	}
	file := Decode([]byte(strings.ToValidUTF8(string(u.text), "\uFFFD")), "utf-8")
	file.Lines = u.starts
	r := &Report{File: file, Format: format, Unit: unit}
	r.Title = *file.Part(0, title)
	r.Body = *file.Part(title, len(file.Text))
	return r
}
