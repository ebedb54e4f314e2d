package project

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Changes is the files of a git work tree that differ from a revision.
type Changes struct {
	files map[string]bool // absolute, links followed, as far as they exist
}

// ChangedSince asks git which files differ from where the branch left rev:
// committed, staged, in the work tree, and new ones. What happened on rev since
// then is no change of ours. dir is any folder of the work tree.
func ChangedSince(dir, rev string) (*Changes, error) {
	if rev == "" || strings.HasPrefix(rev, "-") {
		return nil, fmt.Errorf("--changed-since takes a revision of git, such as origin/main, got %q", rev)
	}
	top, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, fmt.Errorf("--changed-since needs a git work tree: %w", err)
	}
	if _, err = git(dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}"); err != nil {
		return nil, fmt.Errorf("--changed-since %s: git knows no such revision; fetch it first (in CI, with the whole history: fetch-depth: 0)", rev)
	}
	base := rev
	// Without a common ancestor, as in a shallow clone, rev itself is compared.
	if out, err := git(dir, "merge-base", rev, "HEAD"); err == nil {
		base = strings.TrimSpace(string(out))
	}
	root := strings.TrimRight(string(top), "\r\n")
	c := &Changes{files: map[string]bool{}}
	for _, args := range [][]string{
		{"diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base, "--"},
		{"ls-files", "--others", "--exclude-standard", "-z"},
	} {
		out, err := git(root, args...)
		if err != nil {
			return nil, fmt.Errorf("--changed-since %s: %w", rev, err)
		}
		for name := range bytes.SplitSeq(out, []byte{0}) {
			if len(name) > 0 {
				c.files[real(filepath.Join(root, filepath.FromSlash(string(name))))] = true
			}
		}
	}
	return c, nil
}

// git runs git in a folder, without a shell, and returns what it prints. The
// error is in git's own words.
func git(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	// Messages are taken up in ours; a check changes nothing and asks nobody.
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("git is not installed")
	}
	if err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		if said == "" {
			said = err.Error()
		}
		return nil, fmt.Errorf("git %s: %s", args[0], said)
	}
	return out, nil
}

// real is the path with the links of its folder followed: git knows files by
// such paths.
func real(path string) string {
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(dir, filepath.Base(path))
	}
	return path
}

// Touch reports whether the story's draft, one of its sources, or what decides
// how it is checked has changed. A source that is gone counts, too. Pages from
// the web do not: git does not know them.
func (c *Changes) Touch(s *Story) bool {
	p := s.Project
	files := append([]string{s.Draft, p.File}, s.Sources...)
	if p.Config.Aliases != "" {
		files = append(files, p.Path(p.Config.Aliases))
	}
	for _, f := range files {
		whole := f // FILE#2 is one of the reports in FILE
		if i := strings.LastIndexByte(f, '#'); i > 0 {
			whole = f[:i]
		}
		if f != "" && (c.files[real(f)] || c.files[real(whole)]) {
			return true
		}
	}
	root := filepath.Dir(real(filepath.Join(p.Root, ConfigName))) // without links
	for f := range c.files {
		if _, err := os.Lstat(f); err == nil {
			continue
		}
		for _, pattern := range s.Patterns {
			// Patterns begin with the project's folder as it was named.
			if rest, ok := strings.CutPrefix(pattern, literal(p.Root)+"/"); ok {
				pattern = literal(root) + "/" + rest
			}
			if ok, _ := doublestar.PathMatch(pattern, f); ok {
				return true
			}
		}
	}
	return false
}
