package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/factdiff/factdiff/cmd/factdiff/cli"
)

// action is what a composite action says.
type action struct {
	Inputs map[string]struct{ Description, Default string }
	Runs   struct {
		Using string
		Steps []struct {
			Name, Uses, Shell, Run string
			Env                    map[string]string
		}
	}
}

func readYAML(t *testing.T, path string, to any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, to); err != nil {
		t.Fatal(err)
	}
}

// TestAction runs the last step of the GitHub Action as a runner does: bash,
// with the inputs in the environment.
func TestAction(t *testing.T) {
	program, err := exec.LookPath("factdiff")
	if err != nil {
		t.Fatal(err)
	}
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("bash is not installed")
	}
	root := moduleRoot(t)
	dir := filepath.Join(root, ".github", "actions", "check")
	var a action
	readYAML(t, filepath.Join(dir, "action.yml"), &a)
	if _, err := os.Stat(filepath.Join(dir, "..", "..", "..", "cmd", "factdiff")); err != nil || a.Runs.Using != "composite" {
		t.Fatalf("%v; runs using %q", err, a.Runs.Using)
	}
	step := a.Runs.Steps[len(a.Runs.Steps)-1]
	for _, s := range a.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("step %q puts what others wrote into a script", s.Name)
		}
		if s.Run != "" && s.Shell != "bash" {
			t.Errorf("step %q names no shell", s.Name)
		}
	}
	for _, c := range []struct {
		name   string
		inputs map[string]string
		status int
		files  []string
		want   string
	}{
		{"as it stands", nil, 1, nil, "4 drafts checked: 3 errors"},
		{"paths", map[string]string{"paths": "stories/library.md\n\nstories/tram.md\n"}, 1, nil, "2 drafts checked: 1 error"},
		{"clean", map[string]string{"paths": "stories/library.md"}, 0, nil, "1 draft checked: nothing"},
		{"reports", map[string]string{"sarif": "out dir/a.sarif", "junit": "out dir/a.xml", "fail-on": "never"}, 0, []string{"out dir/a.sarif", "out dir/a.xml"}, "3 errors"},
		{"a path that is a command", map[string]string{"paths": "$(touch broken); `touch broken`"}, 2, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			work := t.TempDir()
			if err := os.CopyFS(work, os.DirFS(filepath.Join(root, "testdata", "newsroom"))); err != nil {
				t.Fatal(err)
			}
			temp := t.TempDir()
			if err := os.Mkdir(filepath.Join(temp, "factdiff-bin"), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(program, filepath.Join(temp, "factdiff-bin", "factdiff")); err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(filepath.Join(work, "out dir"), 0o777); err != nil {
				t.Fatal(err)
			}
			summary := filepath.Join(temp, "summary.md")
			cmd := exec.Command(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step.Run)
			cmd.Dir = work
			cmd.Env = append(os.Environ(), "RUNNER_TEMP="+temp, "GITHUB_STEP_SUMMARY="+summary)
			for name, value := range step.Env {
				for input, about := range a.Inputs {
					given, ok := c.inputs[input]
					if !ok {
						given = about.Default
					}
					value = strings.ReplaceAll(value, fmt.Sprintf("${{ inputs.%s }}", input), given)
				}
				cmd.Env = append(cmd.Env, name+"="+value)
			}
			var stdout, stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = &stdout, &stderr
			_ = cmd.Run() // the status says it
			if got := cmd.ProcessState.ExitCode(); got != c.status || !strings.Contains(stdout.String(), c.want) {
				t.Errorf("status %d, want %d\n%s%s", got, c.status, stdout.String(), stderr.String())
			}
			for _, name := range c.files {
				if _, err := os.Stat(filepath.Join(work, name)); err != nil {
					t.Error(err)
				}
			}
			if _, err := os.Stat(filepath.Join(work, "broken")); err == nil {
				t.Error("an input became a command")
			}
			if _, err := os.Stat(summary); (err == nil) != (c.status != 2) {
				t.Errorf("summary: %v", err)
			}
		})
	}
}

// TestPreCommitHooks: the hooks call commands and flags that exist.
func TestPreCommitHooks(t *testing.T) {
	var hooks []struct{ ID, Name, Entry, Language string }
	readYAML(t, filepath.Join(moduleRoot(t), ".pre-commit-hooks.yaml"), &hooks)
	if len(hooks) == 0 {
		t.Fatal("no hooks")
	}
	for _, h := range hooks {
		words := strings.Fields(h.Entry)
		if h.ID == "" || h.Name == "" || h.Language != "golang" || words[0] != "factdiff" {
			t.Errorf("%+v", h)
		}
		if status := cli.Main(append(words[1:], "--help"), strings.NewReader(""), io.Discard, io.Discard); status != 0 {
			t.Errorf("%s: status %d", h.Entry, status)
		}
	}
}
