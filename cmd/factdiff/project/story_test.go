package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tree writes files into a folder whose name holds the signs of patterns, below
// a hidden one, and stands in it.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), ".hidden", "a [b] {c} *")
	for name, text := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(root)
	return root
}

// list is a selection in words: "draft: source, source" for each story.
func list(sel *Selection) string {
	var all []string
	for _, s := range sel.Stories {
		var sources []string
		for _, name := range s.Sources {
			if strings.HasPrefix(name, "http") {
				sources = append(sources, name)
			} else {
				sources = append(sources, Display(name))
			}
		}
		line := Display(s.Draft) + ": " + strings.Join(sources, ", ")
		if s.Err != nil {
			line += " (" + s.Err.Error() + ")"
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func TestSelect(t *testing.T) {
	const front = "---\nfactdiff-sources: "
	for _, c := range []struct {
		name  string
		files map[string]string
		paths []string
		want  string
	}{
		{"patterns", map[string]string{ConfigName: "stories: [{draft: 's/**/*.md', sources: ['src/{name}/*.txt', 'https://a.example/x']}]", "s/x.md": "", "s/t/y.md": "", "src/x/2.txt": "", "src/x/1.txt": "", "src/y/1.txt": "", "src/x/1.doc": ""}, nil,
			"s/t/y.md: src/y/1.txt, https://a.example/x\ns/x.md: src/x/1.txt, src/x/2.txt, https://a.example/x"},
		{"a draft is not its own source", map[string]string{ConfigName: "stories: [{draft: a.md, sources: '*.md'}]", "a.md": "", "b.md": ""}, nil, "a.md: b.md"},
		{"rules and front matter together", map[string]string{ConfigName: "stories: [{draft: '*.md', sources: b.txt}, {draft: a.md, sources: [c.txt, b.txt]}]", "a.md": front + "[d.txt, b.txt]\n---\nA", "b.txt": "", "c.txt": "", "d.txt": ""}, nil, "a.md: b.txt, c.txt, d.txt"},
		{"front matter from its own folder", map[string]string{ConfigName: "", "s/a.md": front + "../w/*.txt\n---\nA", "w/1.txt": "", "w/2.txt": ""}, nil, "s/a.md: w/1.txt, w/2.txt"},
		{"no configuration", map[string]string{"s/a.txt": "\ufeff---\r\nfactdiff-sources: b.txt\r\n---\r\nA", "s/b.txt": "B", "s/c.html": front + "b.txt\n---\n"}, nil, "s/a.txt: s/b.txt"},
		{"names with the signs of patterns", map[string]string{ConfigName: "stories: [{draft: 's/*.md', sources: '{name}/*.txt'}]", "s/a[1]{x}.md": "", "a[1]{x}/1.txt": "", "a1/1.txt": ""}, nil, "s/a[1]{x}.md: a[1]{x}/1.txt"},
		{"an escaped path", map[string]string{ConfigName: `stories: [{draft: 'a\[1\].md', sources: b.txt}]`, "a[1].md": "", "b.txt": ""}, nil, "a[1].md: b.txt"},
		{"from above", map[string]string{"p/" + ConfigName: "stories: [{draft: a.md, sources: ../w/*.txt}]", "p/a.md": "", "w/1.txt": ""}, []string{"p"}, "p/a.md: w/1.txt"},
		{"a folder of drafts", map[string]string{ConfigName: "stories: [{draft: '**/*.md', sources: b.txt}]", "s/a.md": "", "t/a.md": "", "b.txt": ""}, []string{"t"}, "t/a.md: b.txt"},
		{"one draft twice", map[string]string{ConfigName: "stories: [{draft: '*.md', sources: b.txt}]", "a.md": "", "c.md": "", "b.txt": ""}, []string{"a.md", "./a.md"}, "a.md: b.txt"},
		{"two projects", map[string]string{"p/" + ConfigName: "stories: [{draft: a.md, sources: b.txt}]", "q/" + ConfigName: "stories: [{draft: c.md, sources: d.txt}]"}, []string{"p", "q"}, "p/a.md: p/b.txt\nq/c.md: q/d.txt"},
		{"no such source", map[string]string{ConfigName: "stories: [{draft: a.md, sources: 'x/*'}]", "a.md": ""}, nil, `a.md:  (a.md: no source matches "x/*")`},
		{"too many sources", map[string]string{ConfigName: "stories: [{draft: a.md, sources: '*.txt'}]\nlimits: {sources: 1}", "a.md": "", "b.txt": "", "c.txt": ""}, nil, "a.md: b.txt, c.txt (a.md: rests on 2 sources, at most 1 are compared; name fewer)"},
		{"front matter that never ends", map[string]string{"a.md": front + "b.txt\n", "b.txt": "", "c.md": front + "b.txt\n---\n"}, nil, "c.md: b.txt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree(t, c.files)
			sel, err := Select(c.paths, "")
			if err != nil {
				t.Fatal(err)
			}
			if got := list(sel); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestSelectErrors(t *testing.T) {
	tree(t, map[string]string{
		"a.md": "A", "b.txt": "", "wrong/a.md": "---\ntitle: x\nfactdiff-sources: {a: b}\n---\n", "bad/" + ConfigName: "stories: 3",
		"empty/" + ConfigName: "stories: []",
	})
	for _, c := range []struct{ path, want string }{
		{"a.md", "a.md: has no sources; list it under stories"},
		{"none.md", "none.md: does not exist; check the path"},
		{"wrong", "wrong/a.md:3: each of factdiff-sources must be one text"},
		{"bad", "bad/.factdiff.yaml:1: stories must be a list"},
		{"empty", "empty: no drafts with sources found"},
	} {
		if _, err := Select([]string{c.path}, ""); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.path, err, c.want)
		}
	}
}

func TestWhole(t *testing.T) {
	tree(t, map[string]string{ConfigName: "stories: [{draft: 's/*.md', sources: b.txt}]", "s/a.md": "", "b.txt": ""})
	for path, want := range map[string]bool{".": true, "s": false, "s/a.md": false, ConfigName: true} {
		sel, err := Select([]string{path}, "")
		if err != nil {
			t.Fatal(err)
		}
		if sel.Whole != want {
			t.Errorf("%s: whole is %v", path, sel.Whole)
		}
	}
}
