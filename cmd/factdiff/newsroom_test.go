package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/cmd/factdiff/cli"
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
