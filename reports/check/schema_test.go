package check_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	generator "github.com/invopop/jsonschema"

	"github.com/factdiff/factdiff/reports/check"
)

// schema generates the JSON Schema of v from its type and comments.
func schema(t *testing.T, v any) string {
	t.Helper()
	r := generator.Reflector{Anonymous: true}
	// From the folder above, whose types stand in ours.
	if err := r.AddGoComments("github.com/factdiff/factdiff/reports/check", ".."); err != nil {
		t.Fatal(err)
	}
	data, err := json.MarshalIndent(r.ReflectFromType(reflect.TypeOf(v)), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\n"
}

// golden compares got with a file; UPDATE=1 writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s needs updating: run UPDATE=1 go test ./reports/check/ and read the difference. got:\n%s", name, got)
	}
}

func TestSchemaGolden(t *testing.T) {
	golden(t, "check.schema.json", schema(t, check.Run{}))
	golden(t, "baseline.schema.json", schema(t, check.Baseline{}))
}

func TestSchemaIsDocumented(t *testing.T) {
	var s struct {
		Defs map[string]struct {
			Properties map[string]struct{ Description string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(schema(t, check.Run{})), &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Defs) < 6 {
		t.Errorf("only %d types", len(s.Defs))
	}
	for name, d := range s.Defs {
		for field, p := range d.Properties {
			if p.Description == "" {
				t.Errorf("%s.%s has no description", name, field)
			}
		}
	}
}
