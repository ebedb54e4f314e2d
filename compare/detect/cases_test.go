package detect_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/compare/detect"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
)

// TestAll holds the list to its rules: each kind once and in report order, and
// each documented as a title, a blank line, and when it fires, is silent and
// misses.
func TestAll(t *testing.T) {
	var listed []compare.Kind
	for _, d := range detect.All {
		listed = append(listed, d.Kind)
		title, manual, _ := strings.Cut(d.Doc, "\n\n")
		if title == "" || strings.Contains(title, "\n") || strings.HasSuffix(title, ".") {
			t.Errorf("%v: the title %q is not one line without a full stop", d.Kind, title)
		}
		at := -1
		for _, word := range []string{"Fires ", "Silent ", "Misses "} {
			next := strings.Index("\n"+manual, "\n"+word)
			if next <= at {
				t.Errorf("%v: no paragraph %q, or not in its place", d.Kind, word)
			}
			at = next
		}
		if !strings.HasPrefix(manual, "Fires ") || !strings.HasSuffix(manual, ".") || strings.HasSuffix(manual, "\n") {
			t.Errorf("%v: the manual does not begin with Fires and end with a full stop", d.Kind)
		}
		if d.Run == nil {
			t.Errorf("%v: nothing to run", d.Kind)
		}
	}
	if diff := cmp.Diff(compare.Kinds(), listed); diff != "" {
		t.Errorf("kinds in report order (-) and as listed (+):\n%s", diff)
	}
}

// TestKindsGolden holds testdata/golden/kinds.txt, the manual of the kinds, to
// the docs of the detectors. UPDATE=1 rewrites it.
func TestKindsGolden(t *testing.T) {
	var b strings.Builder
	for i, d := range detect.All {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "%v: %s\n", d.Kind, d.Doc)
	}
	path := filepath.FromSlash("../../testdata/golden/kinds.txt")
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s needs updating, run UPDATE=1 go test ./...\n%s", path, diff)
	}
}

// The cases that each kind must have; at least so many decided rightly.
const (
	fewestFiring = 3
	fewestMisses = 3
)

// TestCases runs the cases of testdata/cases: see the README there. A case
// whose name begins with known_ is decided wrongly today and says in got how;
// UPDATE=1 rewrites got, and takes the mark off a case that is right by now.
func TestCases(t *testing.T) {
	for _, kind := range compare.Kinds() {
		t.Run(kind.String(), func(t *testing.T) {
			paths, err := filepath.Glob(filepath.Join("..", "..", "testdata", "cases", kind.String(), "*.txtar"))
			if err != nil {
				t.Fatal(err)
			}
			firing, silent, known := 0, 0, 0
			for _, path := range paths {
				base := strings.TrimSuffix(filepath.Base(path), ".txtar")
				t.Run(base, func(t *testing.T) {
					c := readCase(t, path)
					if len(c.want) > 0 && !slices.ContainsFunc(c.want, func(w expected) bool { return w.kind == kind }) {
						t.Errorf("expects no %v: the case belongs to another kind", kind)
					}
					switch {
					case strings.HasPrefix(base, "known_"):
						known++
						c.checkKnown(t)
					case len(c.want) > 0:
						firing++
						c.check(t)
					default:
						silent++
						c.check(t)
					}
				})
			}
			if firing < fewestFiring || silent < fewestMisses {
				t.Errorf("%d cases that fire and %d near misses, want %d and %d", firing, silent, fewestFiring, fewestMisses)
			}
			if 3*known > firing+silent+known {
				t.Errorf("%d of %d cases are decided wrongly: more than a third", known, firing+silent+known)
			}
		})
	}
}

// expected is a line of want: a finding with words from its positions.
type expected struct {
	line     string
	kind     compare.Kind
	verdict  compare.Verdict
	internal bool
	words    []string
}

// testCase is one file of testdata/cases.
type testCase struct {
	path    string
	archive *txtar.Archive
	want    []expected
	got     string
	hasGot  bool
	result  *compare.Result
}

func readCase(t *testing.T, path string) *testCase {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := &testCase{path: path, archive: archive}
	if len(strings.TrimSpace(string(archive.Comment))) == 0 {
		t.Error("no comment says why the case exists")
	}
	var articles []*nlp.Article
	hasWant := false
	for _, f := range archive.Files {
		switch f.Name {
		case "a.txt", "b.txt", "c.txt":
			article, err := source.Read(f.Name, f.Data)
			if err != nil {
				t.Fatal(err)
			}
			articles = append(articles, article)
		case "want":
			hasWant = true
			for line := range strings.Lines(string(f.Data)) {
				c.want = append(c.want, readExpected(t, strings.TrimSpace(line)))
			}
		case "got":
			c.got, c.hasGot = string(f.Data), true
		default:
			t.Fatalf("unknown file %s", f.Name)
		}
	}
	if !hasWant || len(articles) < 2 {
		t.Fatal("a case needs a.txt, b.txt and want")
	}
	for _, w := range c.want {
		for _, words := range w.words {
			if !slices.ContainsFunc(articles, func(a *nlp.Article) bool { return strings.Contains(a.Text, words) }) {
				t.Fatalf("no report says %q", words)
			}
		}
	}
	c.result = engine.Run(articles, engine.Options{})
	return c
}

// readExpected reads `number/conflict: "12 people" / "14 people"`, or
// `number/conflict internal: ...` if one report is to contradict itself.
func readExpected(t *testing.T, line string) expected {
	t.Helper()
	head, tail, _ := strings.Cut(line, ": ")
	kind, verdict, _ := strings.Cut(head, "/")
	w := expected{line: line}
	verdict, w.internal = strings.CutSuffix(verdict, " internal")
	var ok1, ok2 bool
	w.kind, ok1 = compare.ParseKind(kind)
	w.verdict, ok2 = compare.ParseVerdict(verdict)
	for _, words := range strings.Split(tail, " / ") {
		inner := strings.TrimSuffix(strings.TrimPrefix(words, `"`), `"`)
		if len(inner) != len(words)-2 || inner == "" {
			t.Fatalf("no words in quotation marks: %s", line)
		}
		w.words = append(w.words, inner)
	}
	if !ok1 || !ok2 || w.verdict == compare.Compatible || len(w.words) < 2 {
		t.Fatalf(`%q is not of the form KIND/VERDICT: "words" / "words"`, line)
	}
	return w
}

// reportable lists the findings that a reader gets to see.
func (c *testCase) reportable() (list []*compare.Finding) {
	for i := range c.result.Findings {
		if f := &c.result.Findings[i]; f.Verdict != compare.Compatible {
			list = append(list, f)
		}
	}
	return list
}

// wrong lists what is expected and not found, and found and not expected.
func (c *testCase) wrong() (missing, surplus []string) {
	found := c.reportable()
	for _, w := range c.want {
		if i := slices.IndexFunc(found, func(f *compare.Finding) bool { return c.meets(f, w) }); i >= 0 {
			found = slices.Delete(found, i, i+1)
		} else {
			missing = append(missing, w.line)
		}
	}
	for _, f := range found {
		surplus = append(surplus, c.line(f))
	}
	return missing, surplus
}

// meets reports whether a finding is the expected one: of its kind and
// verdict, internal or not, and with each of the words at a position of its own.
func (c *testCase) meets(f *compare.Finding, w expected) bool {
	return f.Kind == w.kind && f.Verdict == w.verdict && f.Internal == w.internal && c.placed(f, w.words, make([]bool, len(f.Positions)))
}

// placed tries all ways to give each of the words a position of its own.
func (c *testCase) placed(f *compare.Finding, words []string, used []bool) bool {
	if len(words) == 0 {
		return true
	}
	for i := range f.Positions {
		if used[i] || !c.stands(f.Positions[i], words[0]) {
			continue
		}
		used[i] = true
		if c.placed(f, words[1:], used) {
			return true
		}
		used[i] = false
	}
	return false
}

// stands reports whether evidence of a position overlaps the words somewhere.
func (c *testCase) stands(p compare.Position, words string) bool {
	for _, e := range p.Evidence {
		text := c.result.Sources[e.Source].Doc.Article.Text
		for at := 0; ; {
			i := strings.Index(text[at:], words)
			if i < 0 {
				break
			}
			at += i
			if e.Span.Overlaps(nlp.Span{Start: at, End: at + len(words)}) {
				return true
			}
			at++
		}
	}
	return false
}

// line words a finding as want does, with the first evidence of each position.
func (c *testCase) line(f *compare.Finding) string {
	var words []string
	for _, p := range f.Positions {
		e := p.Evidence[0]
		text := c.result.Sources[e.Source].Doc.Text(e.Span)
		words = append(words, `"`+strings.Join(strings.Fields(text), " ")+`"`)
	}
	internal := ""
	if f.Internal {
		internal = " internal"
	}
	return fmt.Sprintf("%v/%v%s: %s", f.Kind, f.Verdict, internal, strings.Join(words, " / "))
}

func (c *testCase) check(t *testing.T) {
	t.Helper()
	if c.hasGot {
		t.Error("only known_ cases have a file got")
	}
	missing, surplus := c.wrong()
	for _, line := range missing {
		t.Errorf("missing: %s", line)
	}
	for _, line := range surplus {
		t.Errorf("surplus: %s", line)
	}
}

// checkKnown holds a case that is decided wrongly to what it gives today.
func (c *testCase) checkKnown(t *testing.T) {
	t.Helper()
	var got strings.Builder
	for _, f := range c.reportable() {
		got.WriteString(c.line(f) + "\n")
	}
	missing, surplus := c.wrong()
	right := len(missing)+len(surplus) == 0
	if os.Getenv("UPDATE") == "1" {
		c.rewrite(t, got.String(), right)
		return
	}
	switch {
	case right:
		t.Error("decided rightly now: run UPDATE=1 go test ./compare/detect/ and commit the renamed case")
	case got.String() != c.got:
		t.Errorf("decided differently: run UPDATE=1 go test ./compare/detect/ and read the difference\n%s", cmp.Diff(c.got, got.String()))
	}
}

func (c *testCase) rewrite(t *testing.T, got string, right bool) {
	t.Helper()
	if !right && c.hasGot && got == c.got {
		return
	}
	c.archive.Files = slices.DeleteFunc(c.archive.Files, func(f txtar.File) bool { return f.Name == "got" })
	path := c.path
	if right {
		path = filepath.Join(filepath.Dir(path), strings.TrimPrefix(filepath.Base(path), "known_"))
		if err := os.Remove(c.path); err != nil {
			t.Fatal(err)
		}
	} else {
		c.archive.Files = append(c.archive.Files, txtar.File{Name: "got", Data: []byte(got)})
	}
	if err := os.WriteFile(path, txtar.Format(c.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
