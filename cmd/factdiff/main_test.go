package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"factdiff": main})
}

// TestScript runs the scripts of testdata/script on the real main. UPDATE=1
// rewrites the outputs they compare with.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") == "1",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			stories, err := filepath.Abs("../../testdata/stories")
			if err != nil {
				return err
			}
			inputs, err := filepath.Abs("../../testdata/inputs")
			if err != nil {
				return err
			}
			schemas, err := filepath.Abs("../../reports")
			env.Setenv("STORIES", stories)
			env.Setenv("INPUTS", inputs)
			env.Setenv("SCHEMAS", schemas)
			env.Setenv("CHECK", filepath.Join(schemas, "check"))
			env.Setenv("SARIF", filepath.Join(stories, "..", "sarif", "sarif-2.1.0-rtm.5.json"))
			// The cache of fetched pages is the script's own.
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			env.Values["site"] = &site{}
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"asked":    asked,
			"serve":    serve,
			"status":   status,
			"big":      big,
			"flat":     flat,
			"many":     many,
			"hostile":  hostile,
			"unescape": unescape,
			"valid":    valid,
		},
	})
}

// status N COMMAND ... runs a command that must exit with status N; its
// outputs are those of the last exec.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [args]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err = ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := err.(*exec.ExitError)
		if !ok {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s: status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// big FILE N writes a report of N bytes.
func big(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: big file bytes")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	const line = "A ferry hit a pier.\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(line, n/len(line)+1)[:n]), 0o666))
}

// hostile KIND FILE writes a PDF that was made to do harm.
func hostile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: hostile kind file")
	}
	var pdf string
	switch args[0] {
	case "memory": // a table of a thousand million objects
		pdf = "%PDF-1.5\n1 0 obj\n<</Type/XRef/Size 1000000000/W[1 1 1]/Root 2 0 R/Length 3>>stream\nabc\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
	case "cycle": // a page tree that holds itself
		pdf = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[2 0 R]>>\nendobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n111\n%%EOF\n"
	case "cut":
		pdf = "%PDF-1.4\n1 0 obj\n<</Type/Cat"
	default:
		ts.Fatalf("unknown kind %s", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(pdf), 0o666))
}

// many DIR N writes N stories into a folder, each a draft under stories and three sources of its
// own under sources.
func many(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: many dir stories")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(writeStories(ts.MkAbs(args[0]), n))
}

// unescape FILE ... replaces the escapes of Go strings in files, so that the
// scripts stay readable where the reports hold control characters.
func unescape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: unescape file...")
	}
	for _, name := range args {
		var b strings.Builder
		for line := range strings.Lines(ts.ReadFile(name)) {
			plain, err := strconv.Unquote(`"` + strings.ReplaceAll(strings.TrimSuffix(line, "\n"), `"`, `\"`) + `"`)
			ts.Check(err)
			b.WriteString(plain + "\n")
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(b.String()), 0o666))
	}
}

// valid SCHEMA FILE checks a JSON file, or stdout, against a JSON Schema.
func valid(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: valid schema file")
	}
	schema, err := jsonschema.NewCompiler().Compile(ts.MkAbs(args[0]))
	ts.Check(err)
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	if err := schema.Validate(doc); (err != nil) != neg {
		ts.Fatalf("%s against %s: %v", args[1], args[0], err)
	}
}
