package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// archive is a zip file of names and contents.
func archive(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func word(body string) string {
	return `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`
}

func text(r *draft.Report) string { return string(r.Title.Text) + "|" + string(r.Body.Text) }

func TestDOCX(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"runs", `<w:p><w:r><w:t>Ferry</w:t></w:r><w:r><w:t xml:space="preserve"> hits</w:t></w:r></w:p><w:p><w:r><w:t>A pier.</w:t></w:r></w:p>`, "|Ferry hits\n\nA pier."},
		{"title", `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ferry</w:t></w:r></w:p><w:p><w:r><w:t>A pier.</w:t></w:r></w:p>`, "Ferry|\n\nA pier."},
		{"deleted text", `<w:p><w:r><w:t>A </w:t></w:r><w:del><w:r><w:delText>ship</w:delText></w:r></w:del><w:ins><w:r><w:t>pier</w:t></w:r></w:ins></w:p>`, "|A pier"},
		{"breaks and tabs", `<w:p><w:r><w:t>A</w:t><w:tab/><w:t>pier</w:t><w:br/><w:t>B</w:t></w:r></w:p>`, "|A pier\nB"},
		{"text box once", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>A</w:t></w:r></w:p>`, "|Box\n\nA"},
		{"table", `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, "|A\n\nB"},
		{"field code", `<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>A</w:t></w:r></w:p>`, "|A"},
		{"caption", `<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>Picture</w:t></w:r></w:p><w:p><w:r><w:t>A</w:t></w:r></w:p>`, "|A"},
	}
	for _, tt := range tests {
		r, err := DOCX(archive(t, "word/document.xml", word(tt.body)))
		if err != nil || text(r) != tt.want {
			t.Errorf("%s: %v, %q; want %q", tt.name, err, text(r), tt.want)
		}
	}
}

func TestODT(t *testing.T) {
	const content = `<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>` +
		`<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p text:style-name="P1">Ferry</text:p><text:p>A<text:s text:c="2"/>pier<text:line-break/>B<text:note><text:p>note</text:p></text:note></text:p></office:text></office:body></office:document-content>`
	r, err := ODT(archive(t, "content.xml", content))
	if err != nil || text(r) != "Ferry|\n\nA pier\nB" {
		t.Errorf("%v, %q", err, text(r))
	}
}

func TestRTF(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"paragraphs", `{\rtf1\ansi Ferry\par A pier.\par}`, "|Ferry\n\nA pier."},
		{"letters", `{\rtf1 Caf\'e9 \'93A\'94 \u8364?5 \u-10179?\u-8704?}`, "|Café “A” €5 😀"},
		{"destinations", `{\rtf1{\fonttbl{\f0 Times;}}{\*\generator X;}{\info{\title T}}{\header H\par}A{\pict 00ff}}`, "|A"},
		{"title by style", `{\rtf1{\stylesheet{\s0 Normal;}{\s15 Title;}}\pard\s15 Ferry\par\pard A\par}`, "Ferry|\n\nA"},
		{"escapes", `{\rtf1 \{A\}\~\\ B\line C\emdash D}`, "|{A} \\ B\nC—D"},
	}
	for _, tt := range tests {
		r, err := RTF([]byte(tt.in))
		if err != nil || text(r) != tt.want {
			t.Errorf("%s: %v, %q; want %q", tt.name, err, text(r), tt.want)
		}
	}
}

// TestHostile: files made to take memory or time, or cut off, are problems soon.
func TestHostile(t *testing.T) {
	whole := archive(t, "word/document.xml", word("<w:p><w:r><w:t>A pier.</w:t></w:r></w:p>"))
	many := make([]string, 0, 2*(maxFiles+1))
	for range maxFiles + 1 {
		many = append(many, "word/document.xml", "")
	}
	tests := []struct {
		name string
		read func([]byte) (*draft.Report, error)
		data []byte
	}{
		{"bomb", DOCX, archive(t, "word/document.xml", word(strings.Repeat(" ", maxPart)))},
		{"cut", DOCX, whole[:len(whole)-30]},
		{"cut within", DOCX, append(append([]byte{}, whole[:60]...), whole[90:]...)},
		{"many files", DOCX, archive(t, many...)},
		{"deep", DOCX, archive(t, "word/document.xml", strings.Repeat("<w:p>", 1<<20))},
		{"references", DOCX, archive(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>`)},
		{"no document", DOCX, archive(t, "other.xml", "")},
		{"empty", ODT, archive(t, "content.xml", "<a/>")},
		{"no XML", ODT, archive(t, "content.xml", "<<<")},
		{"RTF deep", RTF, []byte(`{\rtf1` + strings.Repeat("{", 1<<20))},
		{"RTF cut", RTF, []byte(`{\rtf1 A`)},
		{"RTF without text", RTF, []byte(`{\rtf1}`)},
	}
	for _, tt := range tests {
		start := time.Now()
		_, err := tt.read(tt.data)
		var p *draft.Problem
		if !errors.As(err, &p) || p.What == "" || p.Mend == "" {
			t.Errorf("%s: %v", tt.name, err)
		}
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%s: took %v", tt.name, d)
		}
	}
}

// FuzzOffice holds that any bytes make a report or a problem.
func FuzzOffice(f *testing.F) {
	f.Add(0, []byte(word("<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>A</w:t><w:br/></w:r></w:p>")))
	f.Add(1, []byte("<text:p text:style-name='Title'>A<text:s text:c='3'/></text:p>"))
	f.Add(2, []byte(`{\rtf1{\stylesheet{\s1 Title;}}\pard\s1 A\par\u8364?\'e9\bin3 abc}`))
	f.Fuzz(func(t *testing.T, kind int, data []byte) {
		d := &document{}
		var r *draft.Report
		var err error
		switch kind {
		case 0:
			if err = d.readWord(data, "file"); err == nil {
				r, err = d.report("DOCX")
			}
		case 1:
			if err = d.readText(data, "file"); err == nil {
				r, err = d.report("ODT")
			}
		case 2:
			r, err = RTF(data)
		default: // the archive itself
			Kind(data)
			r, err = DOCX(data)
		}
		var p *draft.Problem
		if err != nil && !errors.As(err, &p) {
			t.Fatalf("error %T", err)
		}
		if err == nil && len(r.Title.Text)+len(r.Body.Text) == 0 {
			t.Fatal("no text and no problem")
		}
	})
}
