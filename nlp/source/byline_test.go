package source

import "testing"

// TestBylineAgency: the agency at the end of a byline is no author, whichever
// of its names is given, and every time anew.
func TestBylineAgency(t *testing.T) {
	for _, c := range []struct{ line, author, agency string }{
		{"By Ida Holm", "Ida Holm", ""},
		{"By Ida Holm, The Associated Press", "Ida Holm", "AP"},
		{"By Ida Holm, Associated Press", "Ida Holm", "AP"},
		{"By Ida Holm and Ole Bask, Reuters", "Ida Holm and Ole Bask", "Reuters"},
		{"By Ida Holm, The Canadian Press", "Ida Holm", "Canadian Press"},
		{"By Ida Reuters", "Ida", "Reuters"},
		{"By Ida Press", "Ida Press", ""},
	} {
		for range 20 { // names are kept in a map
			a, err := Read("a.txt", []byte("Ferry hits pier\n\n"+c.line+"\n\nA ferry hit a pier in Oldmouth on Friday, and nobody was hurt.\n"))
			if err != nil {
				t.Fatal(err)
			}
			if a.Author != c.author || a.Agency != c.agency {
				t.Errorf("%s: author %q, agency %q; want %q, %q", c.line, a.Author, a.Agency, c.author, c.agency)
				break
			}
		}
	}
}
