package project

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	generator "github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/check"
)

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"misspelt key", "stories: []\n\nfail_on: conflict\n", `c.yaml:3: unknown key "fail_on"; did you mean "fail-on"? (the configuration takes `},
		{"unknown key", "speed: 3\n", `c.yaml:1: unknown key "speed" (the configuration takes stories, `},
		{"key of a story", "stories:\n- draft: a.md\n  source: b.txt\n", `c.yaml:3: unknown key "source"; did you mean "sources"?`},
		{"key of severity", "severity:\n  conflicts: error\n", `c.yaml:2: unknown key "conflicts"; did you mean "conflict"?`},
		{"kind", "severity:\n  kinds:\n    numbers: error\n", `c.yaml:3: unknown key "numbers"; did you mean "number"?`},
		{"verdict of a kind", "severity:\n  kinds:\n    quote: {conflct: error}\n", `c.yaml:3: unknown key "conflct"; did you mean "conflict"?`},
		{"severity", "severity:\n  conflict: eror\n", `c.yaml:2: a severity is "eror"; did you mean "error"? (one of error, warning, note, off)`},
		{"severity of a kind", "severity:\n  kinds:\n    quote: high\n", `c.yaml:3: a severity is "high"`},
		{"threshold", "fail-on: conflicts\n", `c.yaml:1: fail-on is "conflicts"; did you mean "conflict"?`},
		{"threshold that is off", "severity: {tension: off}\nfail-on: tension\n", `c.yaml: fail-on: tension is off; name a severity instead`},
		{"language", "language: english\n", `c.yaml:1: language is "english"`},
		{"twice", "fail-on: error\nfail-on: note\n", `c.yaml:2: `},
		{"no draft", "stories:\n- sources: b.txt\n", `c.yaml:2: the story has no draft`},
		{"address for a draft", "stories:\n- draft: https://a.example/x\n", `c.yaml:2: the draft "https://a.example/x" is an address`},
		{"no list", "stories: a.md\n", `c.yaml:1: stories must be a list`},
		{"no mapping", "- a\n", `c.yaml:1: the configuration must hold keys, such as "stories:"`},
		{"pattern", "stories:\n- draft: 'a[.md'\n", `c.yaml:2: "a[.md" is no pattern`},
		{"number", "limits:\n  sources: 100\n", `c.yaml:2: sources is a number from 1 to 99, not "100"`},
		{"no number", "limits:\n  findings: all\n", `c.yaml:2: findings is a number`},
		{"boolean", "web:\n  offline: maybe\n", `c.yaml:2: offline is true or false, not "maybe"`},
		{"time", "web:\n  timeout: 30\n", `c.yaml:2: timeout "30" is no time`},
		{"mapping for a text", "aliases: {a: b}\n", `c.yaml:1: aliases must be one text`},
		{"no YAML", "a: [\n", `c.yaml:`},
	} {
		config, err := Parse("c.yaml", []byte(c.text))
		if err == nil {
			_, err = config.policy("c.yaml")
		}
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

func TestPolicy(t *testing.T) {
	c, err := Parse("c.yaml", []byte("severity:\n  update: off\n  kinds:\n    role: note\n    quote: {tension: error}\n    date:\nfail-on: update\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = c.policy("c.yaml"); err == nil {
		t.Error("a threshold that is off was accepted")
	}
	c.FailOn = "conflict"
	p, err := c.policy("c.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		kind    compare.Kind
		verdict compare.Verdict
		want    check.Level
		fails   bool
	}{
		{compare.Number, compare.Conflict, check.Error, true},
		{compare.Number, compare.Update, check.Off, false},
		{compare.Number, compare.Tension, check.Note, false},
		{compare.RoleKind, compare.Conflict, check.Note, false},
		{compare.Quote, compare.Tension, check.Error, true},
		{compare.Quote, compare.Conflict, check.Error, true},
		{compare.Date, compare.Conflict, check.Error, true},
	} {
		if got := p.Severity(tt.kind, tt.verdict); got != tt.want || p.Fails(got) != tt.fails {
			t.Errorf("%s %s: got %s, fails %v", tt.kind, tt.verdict, got, p.Fails(got))
		}
	}
	if err := SetThreshold(&p, "never"); err != nil || p.Fails(check.Error) {
		t.Error("never fails")
	}
}

// TestTemplate: what the template shows commented out is a configuration, with
// every key there is; as it stands it says nothing.
func TestTemplate(t *testing.T) {
	if c, err := Parse("template", template); err != nil || !reflect.DeepEqual(c, Config{}) {
		t.Errorf("as it stands: %+v, %v", c, err)
	}
	text := regexp.MustCompile(`(?m)^#([a-z ])`).ReplaceAllStringFunc(string(template), func(s string) string { return s[1:] })
	text = regexp.MustCompile(`(?m)^ [A-Za-z*].*$`).ReplaceAllString(text, "") // prose
	c, err := Parse("template", []byte(text))
	if err != nil {
		t.Fatalf("%v in:\n%s", err, text)
	}
	v := reflect.ValueOf(c)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("the template does not show %s", v.Type().Field(i).Name)
		}
	}
	if _, err := c.policy("template"); err != nil {
		t.Error(err)
	}
	if err := validate(t, text); err != nil {
		t.Errorf("the schema refuses the template: %v", err)
	}
}

// oneOrMany is a string or a list of strings in the schema.
func oneOrMany() *generator.Schema {
	return &generator.Schema{OneOf: []*generator.Schema{{Type: "string"}, {Type: "array", Items: &generator.Schema{Type: "string"}}}}
}

// severityOf is the schema of a kind's severity.
func severityOf() *generator.Schema {
	word := func() *generator.Schema {
		return &generator.Schema{Type: "string", Enum: []any{"error", "warning", "note", "off"}}
	}
	object := &generator.Schema{Type: "object", Properties: generator.NewProperties(), AdditionalProperties: generator.FalseSchema}
	for _, v := range []string{"conflict", "update", "tension"} {
		object.Properties.Set(v, word())
	}
	return &generator.Schema{OneOf: []*generator.Schema{word(), object}}
}

func configSchema(t *testing.T) []byte {
	t.Helper()
	r := generator.Reflector{Anonymous: true, Mapper: func(typ reflect.Type) *generator.Schema {
		switch typ {
		case reflect.TypeFor[Strings]():
			return oneOrMany()
		case reflect.TypeFor[map[string]KindSeverity]():
			kinds := &generator.Schema{Type: "object", Properties: generator.NewProperties(), AdditionalProperties: generator.FalseSchema}
			for _, k := range compare.Kinds() {
				kinds.Properties.Set(k.String(), severityOf())
			}
			return kinds
		}
		return nil
	}}
	if err := r.AddGoComments("github.com/factdiff/factdiff/cmd/factdiff/project", "."); err != nil {
		t.Fatal(err)
	}
	s := r.ReflectFromType(reflect.TypeFor[Config]())
	s.Title = ConfigName
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

func TestSchemaGolden(t *testing.T) {
	const name = "config.schema.json"
	got := configSchema(t)
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s needs updating: run UPDATE=1 go test ./cmd/factdiff/project/. got:\n%s", name, got)
	}
}

// validate holds YAML to the schema.
func validate(t *testing.T, text string) error {
	t.Helper()
	doc, err := validator.UnmarshalJSON(strings.NewReader(string(configSchema(t))))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	value, err := validator.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
}

// TestSchemaAgrees: the schema takes what Parse takes, and refuses what it
// refuses.
func TestSchemaAgrees(t *testing.T) {
	for _, text := range []string{
		"stories: [{draft: a.md}]", "stories: [{draft: [a.md, b.md], sources: c.txt}]", "fail-on: note", "language: any",
		"severity: {kinds: {quote: error, role: {update: note}}}", "decisions: d.json", "decisions: [d.json, e.json]",
		"limits: {findings: 3}", "web: {offline: true, archive: x, timeout: 3s}", "baseline: b.json", "aliases: a.yaml",
		"stories: [{sources: a.md}]", "story: []", "fail-on: off", "language: de", "severity: {kinds: {mood: error}}",
		"severity: {kinds: {quote: {compatible: note}}}", "limits: {findings: 0}", "limits: {words: 3}", "web: {proxy: x}",
	} {
		_, err := Parse("c", []byte(text))
		if schema := validate(t, text); (schema == nil) != (err == nil) {
			t.Errorf("%s: Parse says %v, the schema %v", text, err, schema)
		}
	}
}

// FuzzParse: whatever the text, it is a configuration or a mistake told in one
// line with the file's name.
func FuzzParse(f *testing.F) {
	f.Add(string(template))
	f.Add("stories: [{draft: [a, *x], sources: &x b}]\nseverity: {kinds: {quote: {conflict: off}}}\nlimits: {findings: 1e9}")
	f.Add("? [a]\n: b\n!!binary x: 3\n<<: {a: b}")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("c.yaml", []byte(text))
		if err == nil {
			_, err = c.policy("c.yaml")
		}
		var mistake *Error
		if err != nil && (!errors.As(err, &mistake) || !strings.HasPrefix(err.Error(), "c.yaml:")) {
			t.Errorf("%v", err)
		}
	})
}
