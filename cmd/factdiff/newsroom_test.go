package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/cmd/factdiff/cli"
	"github.com/factdiff/factdiff/cmd/factdiff/project"
)

// TestNewsroom holds what checking the demo newsroom prints: one conflict each
// of number, name and quotation, and one clean draft.
func TestNewsroom(t *testing.T) {
	t.Chdir("../../testdata/newsroom")
	const name = "../golden/newsroom.txt"
	var first string
	for _, jobs := range []string{"1", "3"} {
		var stdout, stderr bytes.Buffer
		status := cli.Main([]string{"check", "--jobs", jobs}, strings.NewReader(""), &stdout, &stderr)
		if status != 1 || stderr.Len() > 0 {
			t.Fatalf("--jobs %s: status %d, %s", jobs, status, stderr.String())
		}
		if first == "" {
			first = stdout.String()
		} else if first != stdout.String() {
			t.Errorf("--jobs %s prints something else:\n%s", jobs, stdout.String())
		}
	}
	for _, rule := range []string{"number", "name", "quote"} {
		if n := strings.Count(first, ": error: "+rule+","); n != 1 {
			t.Errorf("%d errors of kind %s", n, rule)
		}
	}
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(name, []byte(first), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if first != string(want) {
		t.Errorf("%s needs updating: run UPDATE=1 go test ./cmd/factdiff/ and read the difference. got:\n%s", name, first)
	}
}

// TestReadmeInCI holds the section of the README to the program: its output is
// that of the demo newsroom, its configurations are such, its formats exist.
func TestReadmeInCI(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(readme), "\n## In CI\n")
	section, _, _ = strings.Cut(section, "\n## ")
	golden, err := os.ReadFile("../../testdata/golden/newsroom.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, sample, _ := strings.Cut(section, "factdiff check\n")
	sample, _, _ = strings.Cut(sample, "    ...")
	if want := strings.ReplaceAll(sample, "    ", ""); sample == "" || !strings.HasPrefix(strings.ReplaceAll(string(golden), "    ", ""), want) {
		t.Errorf("the README shows\n%s\nwhich is not how this begins:\n%s", sample, golden)
	}
	configs := 0
	for i, block := range strings.Split(section, "```") {
		if text, ok := strings.CutPrefix(block, "yaml\nstories:"); ok && i%2 == 1 {
			configs++
			if _, err := project.Parse("README.md", []byte("stories:"+text)); err != nil {
				t.Error(err)
			}
		}
	}
	if configs != 1 {
		t.Errorf("%d configurations", configs)
	}
	var help bytes.Buffer
	cli.Main([]string{"check", "--help"}, strings.NewReader(""), &help, &help)
	formats := regexp.MustCompile(`--format (\S+)`).FindStringSubmatch(help.String()[strings.Index(help.String(), "Flags:"):])
	if formats == nil {
		t.Fatalf("no formats in\n%s", help.String())
	}
	for format := range strings.SplitSeq(formats[1], "|") {
		if !strings.Contains(section, "`"+format+"`") {
			t.Errorf("the README does not name format %s", format)
		}
	}
}
