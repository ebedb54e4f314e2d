package reports_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	generator "github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/reports"
)

// schema generates the JSON Schema of v from its type and comments.
func schema(t testing.TB, v any) []byte {
	t.Helper()
	r := generator.Reflector{Anonymous: true}
	if err := r.AddGoComments("github.com/factdiff/factdiff/reports", "."); err != nil {
		t.Fatal(err)
	}
	s := r.ReflectFromType(reflect.TypeOf(v))
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

func TestSchemaGolden(t *testing.T) {
	golden(t, "report.schema.json", string(schema(t, reports.Report{})))
	golden(t, "claims.schema.json", string(schema(t, reports.Claims{})))
	golden(t, "article.schema.json", string(schema(t, reports.Article{})))
	golden(t, "decisions.schema.json", string(schema(t, reports.Decisions{})))
}

func TestSchemaIsDocumented(t *testing.T) {
	var s struct {
		Defs map[string]struct {
			Properties map[string]struct {
				Description string
			}
			Required []string
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema(t, reports.Report{}), &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Defs) < 9 {
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

// compile compiles the schema of v.
func compile(t testing.TB, v any) *validator.Schema {
	t.Helper()
	doc, err := validator.UnmarshalJSON(bytes.NewReader(schema(t, v)))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t testing.TB, s *validator.Schema, v any) error {
	t.Helper()
	var b bytes.Buffer
	if err := reports.WriteJSON(&b, v); err != nil {
		t.Fatal(err)
	}
	doc, err := validator.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func TestOutputFollowsSchema(t *testing.T) {
	s := compile(t, reports.Report{})
	for name, r := range map[string]*compare.Result{"sample": sample(t), "hostile": hostile(t, "\x1b\u202e\x00\xff"), "empty": {}} {
		if err := valid(t, s, reports.New(r, reports.Options{Tool: tool, ShowCompatible: true})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := reports.New(sample(t), reports.Options{Tool: tool})
	broken.Findings[0].Verdict = "quarrel"
	if valid(t, s, broken) == nil {
		t.Error("the schema lets an unknown verdict pass")
	}
	broken = reports.New(sample(t), reports.Options{Tool: tool})
	broken.Findings[0].ID = "1"
	if valid(t, s, broken) == nil {
		t.Error("the schema lets a wrong id pass")
	}
}

func TestClaimsFollowSchema(t *testing.T) {
	s := compile(t, reports.Claims{})
	doc, claims := claimsSample()
	if err := valid(t, s, reports.Extract(doc, claims, tool)); err != nil {
		t.Error(err)
	}
}

// TestSchemaNamesAllWords: the enums in the tags are the words of compare.
func TestSchemaNamesAllWords(t *testing.T) {
	var s struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema(t, reports.Report{}), &s); err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, k := range compare.Kinds() {
		kinds = append(kinds, k.String())
	}
	if got := s.Defs["Finding"].Properties["kind"].Enum; !slices.Equal(got, kinds) {
		t.Errorf("kinds %q, want %q", got, kinds)
	}
	verdicts := []string{compare.Conflict.String(), compare.Update.String(), compare.Tension.String(), compare.Compatible.String()}
	if got := s.Defs["Finding"].Properties["verdict"].Enum; !slices.Equal(got, verdicts) {
		t.Errorf("verdicts %q, want %q", got, verdicts)
	}
	if err := json.Unmarshal(schema(t, reports.Claims{}), &s); err != nil {
		t.Fatal(err)
	}
	var sorts, stances []string
	for x := compare.Figure; x <= compare.Statement; x++ {
		sorts = append(sorts, x.String())
	}
	for x := nlp.Asserted; x <= nlp.Denied; x++ {
		stances = append(stances, x.String())
	}
	if got := s.Defs["Claim"].Properties["sort"].Enum; !slices.Equal(got, sorts) {
		t.Errorf("sorts %q, want %q", got, sorts)
	}
	if got := s.Defs["Claim"].Properties["stance"].Enum; !slices.Equal(got, stances) {
		t.Errorf("stances %q, want %q", got, stances)
	}
}
