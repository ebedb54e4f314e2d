package reports_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/factdiff/factdiff/reports"
)

const decisionsHead = `{"format": "factdiff-decisions/1", "decisions": [`

func TestParseDecisions(t *testing.T) {
	schema := compile(t, reports.Decisions{})
	for _, c := range []struct{ name, in, want string }{
		{"none", decisionsHead + `]}`, ""},
		{"one", decisionsHead + `{"finding": "0123456789ab", "decision": "dismiss"}]}`, ""},
		{"all fields", decisionsHead + `{"finding": "0123456789ab-2", "decision": "confirm", "reason": "r", "author": "a", "expires": "2025-02-28", "question": "Who?"}]}`, ""},
		{"later", decisionsHead + `{"finding": "0123456789ab", "decision": "later"}]} ` + "\n", ""},
		{"empty", "", "is empty"},
		{"no JSON", "dismiss it all", "is no JSON (byte 1:"},
		{"cut off", decisionsHead, "unexpected EOF"},
		{"two objects", decisionsHead + `]}{}`, "goes on after the end"},
		{"a list", "[]", "cannot unmarshal array"},
		{"other format", `{"format": "factdiff-decisions/2", "decisions": []}`, `format is "factdiff-decisions/2"`},
		{"no format", `{"decisions": []}`, `format is ""`},
		{"unknown field", decisionsHead + `{"finding": "0123456789ab", "decision": "later", "expire": "2025-01-01"}]}`, `unknown field "expire"`},
		{"unknown decision", decisionsHead + `{"finding": "0123456789ab", "decision": "dismissed"}]}`, `decision 1: "dismissed" is none of confirm, dismiss, later`},
		{"no finding", decisionsHead + `{"decision": "later"}]}`, "decision 1: no finding is named"},
		{"no such day", decisionsHead + `{"finding": "0123456789ab", "decision": "later", "expires": "2025-02-30"}]}`, `expires "2025-02-30" is no day`},
		{"twice", decisionsHead + `{"finding": "0123456789ab", "decision": "later"}, {"finding": "0123456789ab", "decision": "confirm"}]}`, "decision 2: finding 0123456789ab is decided in 1 already"},
	} {
		d, err := reports.ParseDecisions([]byte(c.in))
		if c.want == "" {
			if err != nil || d == nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			doc, err := validator.UnmarshalJSON(strings.NewReader(c.in))
			if err == nil {
				err = schema.Validate(doc)
			}
			if err != nil {
				t.Errorf("%s is read, and against the schema: %v", c.name, err)
			}
		} else if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v, want %q", c.name, err, c.want)
		}
	}
}

func TestExpiredOn(t *testing.T) {
	day := time.Date(2025, 3, 1, 0, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		name, expires string
		on            time.Time
		want          bool
	}{
		{"for good", "", day, false},
		{"its last day", "2025-03-01", day, false},
		{"the day before", "2025-02-28", day, true},
		{"no day known", "2025-02-28", time.Time{}, false},
		{"another zone", "2025-02-28", day.In(time.FixedZone("", -3600)), true},
	} {
		if got := (&reports.Decision{Expires: c.expires}).ExpiredOn(c.on); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestDecisions: decisions reach their findings, fold what is dismissed, and
// tell when they do not hold.
func TestDecisions(t *testing.T) {
	all := ids(reports.New(sample(t), reports.Options{}))
	decisions := &reports.Decisions{Format: reports.DecisionsFormat, Decisions: []reports.Decision{
		{Finding: all[0], Decision: reports.Dismiss, Author: "Ann Reed", Reason: "the agency corrected it"},
		{Finding: all[1], Decision: reports.Confirm, Expires: "2024-05-04"},
		{Finding: "00000000ffff", Decision: reports.Later, Question: "How many ships?"},
	}}
	r := reports.New(sample(t), reports.Options{Decisions: decisions, Limit: 1})
	if len(r.Findings) != 2 || !r.Findings[0].Dismissed() || r.Findings[1].Decision == nil || r.Findings[1].Dismissed() {
		t.Fatalf("limit 1 with one dismissed gives %d findings", len(r.Findings))
	}
	if r.Counts.Dismissed != 1 || r.Counts.Confirmed != 1 || r.Counts.Findings != 3 {
		t.Errorf("counts are %+v", r.Counts)
	}
	if len(r.Stale) != 1 || r.Stale[0].Why != reports.NoSuchFinding {
		t.Errorf("stale decisions are %+v", r.Stale)
	}
	got := text(t, r, reports.TextOptions{})
	for _, want := range []string{
		"Dismissed\n  How many people were injured? Dismissed by Ann Reed: the agency corrected it\n",
		"Confirmed until 2024-05-04\n",
		"Decisions that do not hold\n  no such finding: 00000000ffff How many ships? To be checked\n",
		"1 dismissed",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the text lacks %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "CONFLICT · number") {
		t.Errorf("a dismissed finding does not fold:\n%s", got)
	}
	later := reports.New(sample(t), reports.Options{Decisions: decisions, Today: time.Date(2024, 5, 5, 0, 0, 0, 0, time.UTC)})
	if later.Findings[1].Decision != nil || len(later.Stale) != 2 || later.Stale[0].Why != reports.Expired {
		t.Errorf("an expired decision holds: %+v", later.Stale)
	}
	if err := valid(t, compile(t, reports.Report{}), later); err != nil {
		t.Error(err)
	}
}

// FuzzParseDecisions: whatever the file holds, there is an error or a list
// that writes and reads back as it is.
func FuzzParseDecisions(f *testing.F) {
	f.Add([]byte(decisionsHead + `{"finding": "0123456789ab", "decision": "dismiss", "reason": "\u202e", "expires": "2025-02-28"}]}`))
	f.Add([]byte(`{"format": "factdiff-decisions/1"}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := reports.ParseDecisions(data)
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := reports.WriteJSON(&b, d); err != nil {
			t.Fatal(err)
		}
		again, err := reports.ParseDecisions(b.Bytes())
		if err != nil || len(again.Decisions) != len(d.Decisions) {
			t.Errorf("%s does not read back: %v", b.Bytes(), err)
		}
	})
}
