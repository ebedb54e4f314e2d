package draft

import "strings"

// maxByline is how long a byline is at most, in bytes.
const maxByline = 200

// Byline is the names in a byline: "By Ida Holm and Ole Bask, in Oldmouth" is
// "Ida Holm and Ole Bask". It is "" for what is no byline.
func Byline(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for _, lead := range [...]string{"By:", "By ", "BY ", "by ", "Written by ", "Words by ", "Posted by ", "Posted By ", "Author:", "Report by "} {
		if after, ok := strings.CutPrefix(s, lead); ok {
			s = strings.TrimSpace(after)
			break
		}
	}
	for _, stop := range []string{" | ", " · ", " • ", " — ", " – ", ", in ", " at ", " Updated", " Published", " updated", " published"} {
		if i := strings.Index(s, stop); i > 0 {
			s = s[:i]
		}
	}
	s = strings.Trim(s, " ,|-–—·")
	if len(s) > maxByline || strings.ContainsAny(s, "0123456789@/") {
		return ""
	}
	return s
}
