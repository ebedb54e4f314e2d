package main

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/factdiff/factdiff/"

// layers says what a package may import besides the standard library. Arrows
// run one way: nlp never sees compare, compare never sees reports, nothing
// sees cmd. A name that ends in /... stands for the packages below it. Test
// files may import what they like.
var layers = map[string][]string{
	"nlp":            {"nlp/value"},
	"nlp/value":      {"nlp/lexicon"},
	"nlp/lexicon":    {},
	"nlp/source":     {"nlp", "nlp/source/...", "go.yaml.in/yaml/v4", "golang.org/x/net/html/...", "golang.org/x/text/encoding/...", "golang.org/x/text/transform"},
	"nlp/source/pdf": {"github.com/ledongthuc/pdf", "golang.org/x/text/encoding/charmap"},
	"nlp/segment":    {"nlp", "nlp/lexicon"},
	"nlp/tag":        {"nlp", "nlp/lexicon", "nlp/tag/...", "github.com/jdkato/prose/v2/..."},
	"nlp/mention":    {"nlp", "nlp/value", "nlp/lexicon"},
	"nlp/clause":     {"nlp", "nlp/lexicon"},
	"nlp/english":    {"nlp", "nlp/segment", "nlp/tag", "nlp/mention", "nlp/clause"},

	"compare":         {"nlp", "nlp/value"},
	"compare/wording": {"nlp/lexicon", "github.com/sergi/go-diff/diffmatchpatch"},
	"compare/claim":   {"compare", "compare/wording", "nlp/..."},
	"compare/align":   {"compare", "compare/wording", "nlp/..."},
	"compare/detect":  {"compare", "compare/wording", "nlp", "nlp/value", "nlp/lexicon"},
	"compare/fold":    {"compare", "compare/wording", "nlp", "nlp/value", "nlp/lexicon"},
	"compare/engine":  {"compare", "compare/claim", "compare/align", "compare/detect", "compare/fold", "nlp", "nlp/english"},
	"compare/gold":    {"compare", "nlp"},

	"reports":       {"compare", "compare/wording", "nlp", "nlp/value", "golang.org/x/text/width", "github.com/invopop/jsonschema"},
	"reports/html":  {"reports"},
	"reports/check": {"reports", "compare", "nlp"},
	"cmd/...":       {"..."},
}

// forbidden outside cmd: a library reads no files, flags, environment, clock
// or network, and prints nothing.
var forbidden = []string{"os", "os/exec", "os/signal", "os/user", "flag", "log", "log/slog", "net", "net/http", "syscall", "testing"}

// topLevel are the only names at the root of the repository.
var topLevel = []string{"cmd", "compare", "nlp", "reports", "testdata", "go.mod", "go.sum", "README.md", "ARCHITECTURE.md",
	"CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "NOTICE", "action.yml"}

func TestLayers(t *testing.T) {
	root := moduleRoot(t)
	packages := parse(t, os.DirFS(root))
	for _, breach := range breaches(packages) {
		t.Error(breach)
	}
	for name := range layers {
		if _, ok := packages[name]; !ok && !strings.HasSuffix(name, "/...") {
			t.Errorf("%s: stands in the table and not in the repository", name)
		}
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		// What a build leaves behind is in .gitignore.
		if name := e.Name(); !slices.Contains(topLevel, name) && name[0] != '.' && name != "factdiff" && name != "dist" {
			t.Errorf("%s: no such name at the top level", name)
		}
	}
}

// TestBreaches holds that the test above can fail.
func TestBreaches(t *testing.T) {
	tests := []struct {
		name, dir, src string
		want           []string
	}{
		{"allowed", "nlp/source", "// Package source.\npackage source\nimport (\n\"strings\"\n\"" + module + "nlp\"\n)", nil},
		{"below a name with dots", "compare/claim", "// Package claim.\npackage claim\nimport \"" + module + "nlp/value\"", nil},
		{"cmd may", "cmd/factdiff/cli", "// Package cli.\npackage cli\nimport (\n\"os\"\n\"" + module + "reports\"\n)", nil},
		{"upwards", "nlp/clause", "// Package clause.\npackage clause\nimport \"" + module + "compare\"", []string{"nlp/clause imports " + module + "compare"}},
		{"sideways", "compare/detect", "// Package detect.\npackage detect\nimport \"" + module + "compare/align\"", []string{"compare/detect imports " + module + "compare/align"}},
		{"system", "nlp", "// Package nlp.\npackage nlp\nimport \"os\"", []string{"nlp imports os"}},
		{"module of others", "nlp", "// Package nlp.\npackage nlp\nimport \"example.com/x\"", []string{"nlp imports example.com/x"}},
		{"no comment", "nlp", "package nlp", []string{"nlp has no package comment"}},
		{"unknown", "nlp/extra", "// Package extra.\npackage extra", []string{"nlp/extra stands in no layer"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file, err := parser.ParseFile(token.NewFileSet(), "x.go", tt.src, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			if got := breaches(map[string][]*ast.File{tt.dir: {file}}); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// breaches lists what packages import against the table, sorted.
func breaches(packages map[string][]*ast.File) (found []string) {
	for dir, files := range packages {
		allowed, known := layers[layer(dir)]
		if !known {
			found = append(found, dir+" stands in no layer")
			continue
		}
		if !slices.ContainsFunc(files, func(f *ast.File) bool { return f.Doc != nil }) {
			found = append(found, dir+" has no package comment")
		}
		for _, file := range files {
			for _, spec := range file.Imports {
				path := strings.Trim(spec.Path.Value, "`\"")
				if !permitted(path, allowed) && !slices.Contains(found, dir+" imports "+path) {
					found = append(found, dir+" imports "+path)
				}
			}
		}
	}
	slices.Sort(found)
	return found
}

// layer is the row of the table for a folder; internal packages stand in the
// layer of the package they belong to.
func layer(dir string) string {
	if strings.HasPrefix(dir, "cmd/") {
		return "cmd/..."
	}
	dir, _, _ = strings.Cut(dir, "/internal/")
	return dir
}

// permitted reports whether the import is allowed.
func permitted(path string, allowed []string) bool {
	first, _, _ := strings.Cut(path, "/")
	standard := !strings.Contains(first, ".")
	path = strings.TrimPrefix(path, module)
	for _, a := range allowed {
		if prefix, ok := strings.CutSuffix(a, "..."); path == a || ok && strings.HasPrefix(path+"/", prefix) {
			return true
		}
	}
	return standard && !slices.Contains(forbidden, path)
}

// parse reads the imports of all packages, without tests and generators.
func parse(t *testing.T, fsys fs.FS) map[string][]*ast.File {
	t.Helper()
	packages := map[string][]*ast.File{}
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != "." && (name == "testdata" || name[0] == '.' || name[0] == '_') {
			return fs.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, data, parser.ParseComments|parser.ImportsOnly)
		if err != nil {
			return err
		}
		if !ignored(file) {
			dir := filepath.ToSlash(filepath.Dir(path))
			packages[dir] = append(packages[dir], file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return packages
}

// ignored reports a file that is run by hand and belongs to no package.
func ignored(file *ast.File) bool {
	for _, group := range file.Comments {
		for _, c := range group.List {
			if expr, err := constraint.Parse(c.Text); err == nil && group.Pos() < file.Package && expr.String() == "ignore" {
				return true
			}
		}
	}
	return false
}

// moduleRoot is the folder of go.mod.
func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
}
