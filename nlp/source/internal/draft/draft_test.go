package draft

import (
	"slices"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/nlp"
)

// utf16le is s in UTF-16 without a byte order mark.
func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// TestDecodeDeclared: the bytes are believed before those who sent them.
func TestDecodeDeclared(t *testing.T) {
	const kanji = "\x96\x6b\x95\x6c\x89\x5e\x97\x41" // 北浜運輸 in Shift_JIS
	tests := []struct {
		name, in string
		declared []string
		want     string
		note     string
	}{
		{"UTF-8, nothing said", "Caf\xc3\xa9", nil, "Café", ""},
		{"UTF-8, said to be latin-1", "Caf\xc3\xa9", []string{"iso-8859-1"}, "Café", "says that it is windows-1252, but is UTF-8"},
		{"ASCII, said to be anything", "Cafe", []string{"shift_jis"}, "Cafe", ""},
		{"windows-1252, nothing said", "\x93Caf\xe9\x94", nil, "“Café”", "read as windows-1252 and turned into UTF-8"},
		{"windows-1252, said to be UTF-8", "\x93Caf\xe9\x94", []string{"utf-8"}, "“Café”", "read as windows-1252 and turned into UTF-8"},
		{"windows-1252, said to be Shift_JIS", "He said: \x93The wall is wet\x94 \x96 and left.", []string{"shift_jis"}, "He said: “The wall is wet” – and left.", "says that it is shift_jis, but is windows-1252; turned into UTF-8"},
		{"Shift_JIS", "The line of " + kanji + " is open.", []string{"Shift_JIS"}, "The line of 北浜運輸 is open.", "read as shift_jis and turned into UTF-8"},
		{"ISO-2022-JP", "Line \x1b$BKL\x1b(B is open", []string{"iso-2022-jp"}, "Line 北 is open", "read as iso-2022-jp and turned into UTF-8"},
		{"windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", []string{"windows-1251"}, "Привет", "read as windows-1251 and turned into UTF-8"},
		{"header before meta", "\xcf\xf0", []string{"windows-1251", "iso-8859-1"}, "Пр", "read as windows-1251 and turned into UTF-8"},
		{"unknown name", "caf\xe9", []string{"klingon"}, "café", "read as windows-1252 and turned into UTF-8"},
		{"a few broken bytes in UTF-8", "Caf\xc3\xa9 \xe2\x80\x9cand\xe2\x80\x9d \xff on", nil, "Café “and” \uFFFD on", "bytes that are not UTF-8: 1, replaced by U+FFFD"},
		{"UTF-16 without a mark", utf16le("The wall is wet"), []string{"utf-8"}, "The wall is wet", "read as UTF-16 and turned into UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Decode([]byte(tt.in), tt.declared...)
			if string(f.Text) != tt.want {
				t.Errorf("got %q, want %q", f.Text, tt.want)
			}
			if note := strings.Join(f.Notes, "; "); note != tt.note {
				t.Errorf("note %q, want %q", note, tt.note)
			}
		})
	}
}

func TestIsCorrection(t *testing.T) {
	for in, want := range map[string]bool{
		"Correction: the ship is called Osprey.":                        true,
		"Correction, 5 March: the ship is called Osprey.":               true,
		"CORRECTION — The ship is called Osprey.":                       true,
		"An earlier version of this report named the wrong ship.":       true,
		"This article was amended on 5 March 2024 to name the ship.":    true,
		"(This story has been refiled to correct the name of the ship)": true,
		"Editor’s note: the ship is called Osprey.":                     true,
		"UPDATE 10:40: Divers are at the ship.":                         true,
		"Correction officers found the ship. It was wet.":               false,
		"Update your app before the storm comes.":                       false,
		"This article of the treaty names no ship.":                     false,
		"Earlier versions of the ship had one funnel.":                  false,
		"": false,
	} {
		if got := IsCorrection(in); got != want {
			t.Errorf("%q: got %v", in, got)
		}
	}
}

func TestByline(t *testing.T) {
	for in, want := range map[string]string{
		"By Ida Holm":                        "Ida Holm",
		"By Ida Holm and Ole Bask, in Kelm":  "Ida Holm and Ole Bask",
		"Posted by  Ida Holm | Harbour Post": "Ida Holm",
		"Ida Holm":                           "Ida Holm",
		"14 September 2025":                  "",
		"https://post.example/ida":           "",
		"":                                   "",
	} {
		if got := Byline(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestViewTrim: no anchor is left behind the end.
func TestViewTrim(t *testing.T) {
	v := &View{}
	v.Insert("ab  ", 7)
	v.TrimRight()
	if string(v.Text) != "ab" || len(v.Anchors) != 2 || slices.ContainsFunc(v.Anchors, func(a nlp.Anchor) bool { return a.Text >= 2 }) {
		t.Errorf("%q, %v", v.Text, v.Anchors)
	}
}
