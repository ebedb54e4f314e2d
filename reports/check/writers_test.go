package check_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/factdiff/factdiff/compare/detect"
	"github.com/factdiff/factdiff/compare/engine"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/check"
)

var tool = reports.Tool{Name: "factdiff", Version: "0.0.0"}

const (
	policeText = "Accident in the port of Oldmouth\n\n27 people were injured when the ferry Aurora struck a pier in the port of Oldmouth on Friday morning, police said.\n"
	ferryText  = "# Ferry strikes pier\n\nAt the café, “grüne” tables: Thirty-four people were injured when the ferry Aurora struck a pier in the port of Oldmouth on Friday morning.\n"
	cleanText  = "# Ferry strikes pier\n\nTwenty-seven people were injured when the ferry Aurora struck a pier in the port of Oldmouth on Friday morning.\n"
	// All that could lead a reader, a terminal or a CI system astray.
	hostile = "::error::no ##[add-path]x %0A <script>alert(1)</script> [a](http://b.example) | ]]> & \x1b[31m\u202e @all {0} "
)

// file is one text of a story.
type file struct{ path, text string }

// read analyses files as a check does.
func read(t *testing.T, rules check.Rules, files ...file) *check.Story {
	t.Helper()
	var texts []check.Text
	var articles []*nlp.Article
	for i, f := range files {
		data := []byte(f.text)
		rest := data
		if i == 0 {
			rules.Comments, rest = check.Comments(data)
		}
		a, err := source.Read(f.path, rest)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, check.Text{Path: f.path, Data: data, Article: a})
		articles = append(articles, a)
	}
	if rules.Policy == nil {
		p := check.DefaultPolicy()
		rules.Policy = &p
	}
	r := reports.New(engine.Run(articles, engine.Options{}), reports.Options{Tool: tool})
	return check.NewStory(files[0].path, r, texts, rules)
}

// sample is a run with everything in it.
func sample(t *testing.T) []*check.Story {
	ferry := read(t, check.Rules{}, file{"stories/a b/ferry,1:2.md", ferryText}, file{"sources/police [1].txt", policeText})
	clean := read(t, check.Rules{}, file{"stories/clean.md", cleanText}, file{"sources/police.txt", policeText})
	comment := read(t, check.Rules{}, file{"stories/comment.md", "# Ferry\n\n<!-- factdiff:ignore number -->\n" + ferryText[len("# Ferry strikes pier\n\n"):]}, file{"sources/police.txt", policeText})
	ignored := read(t, check.Rules{}, file{"stories/ignored.md", "# Ferry\n\n<!-- factdiff:ignore number reason=\"wire\" -->\n" + ferryText[len("# Ferry strikes pier\n\n"):]}, file{"sources/police.txt", policeText})
	accepted := read(t, check.Rules{Baseline: map[string]check.Accepted{ferry.Findings[0].ID: {}, "0123456789ab": {Draft: "x", Finding: "0123456789ab"}}},
		file{"stories/accepted.md", ferryText}, file{"sources/police.txt", policeText})
	broken := &check.Story{Draft: "stories/broken.md", Key: "stories/broken.md", Sources: []string{}, Findings: []check.Finding{}, Error: "stories/broken.md: " + hostile}
	decided := read(t, check.Rules{}, file{"stories/decided.md", ferryText}, file{"sources/police.txt", policeText})
	for i, word := range []string{reports.Confirm} {
		decided.Findings[i].Decision = &reports.Decision{Finding: decided.Findings[i].ID, Decision: word, Author: "Ann Reed", Reason: "asked again"}
	}
	dismissed := read(t, check.Rules{}, file{"stories/dismissed.md", ferryText}, file{"sources/police.txt", policeText})
	dismissed.Findings[0].Status, dismissed.Findings[0].Fails = check.Dismissed, false
	dismissed.Findings[0].Decision = &reports.Decision{Finding: "0123456789ab", Decision: reports.Dismiss, Reason: "wire copy"}
	evil := read(t, check.Rules{}, file{"stories/evil.md", ferryText}, file{"sources/police.txt", policeText})
	f := &evil.Findings[0]
	f.Question, f.Message, f.Why, f.Place.Text, f.Place.Context, f.Place.Path = hostile+"?", hostile, hostile+"\n"+hostile, hostile, hostile, "stories/evil\n::error::.md"
	f.Related[0].Text, f.Related[0].Context = hostile, hostile
	return []*check.Story{ferry, clean, comment, ignored, accepted, broken, decided, dismissed, evil}
}

var notices = []check.Notice{{Path: "decisions.json", Text: "decision on 0123456789ab has expired: " + hostile}}

// write is the stories in a format.
func write(t *testing.T, stories []*check.Story, notices []check.Notice, open func(io.Writer) (check.Writer, error)) string {
	t.Helper()
	var b bytes.Buffer
	w, err := open(&b)
	if err != nil {
		t.Fatal(err)
	}
	var sum check.Summary
	for _, s := range stories {
		sum.Add(s)
		if err := w.Story(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.End(&sum, notices); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func simple(make func(io.Writer) check.Writer) func(io.Writer) (check.Writer, error) {
	return func(w io.Writer) (check.Writer, error) { return make(w), nil }
}

func rules() []check.Rule {
	var list []check.Rule
	for _, d := range detect.All {
		title, doc, _ := strings.Cut(d.Doc, "\n")
		list = append(list, check.Rule{ID: d.Kind.String(), Title: title, Help: doc})
	}
	return append(list, check.SuppressionRule())
}

func sarif(w io.Writer) (check.Writer, error)  { return check.NewSARIF(w, tool, rules()) }
func asJSON(w io.Writer) (check.Writer, error) { return check.NewJSON(w, tool) }
func rdjson(w io.Writer) (check.Writer, error) { return check.NewRDJSON(w, tool) }

// validate holds a document to a schema.
func validate(t *testing.T, schema, doc string) {
	t.Helper()
	s, err := validator.NewCompiler().Compile(schema)
	if err != nil {
		t.Fatal(err)
	}
	v, err := validator.UnmarshalJSON(strings.NewReader(doc))
	if err != nil {
		t.Fatalf("%v in:\n%s", err, doc)
	}
	if err := s.Validate(v); err != nil {
		t.Error(err)
	}
}

func TestJSONFollowsSchema(t *testing.T) {
	for name, stories := range map[string][]*check.Story{"empty": nil, "sample": sample(t)} {
		got := write(t, stories, notices, asJSON)
		validate(t, "check.schema.json", got)
		var run check.Run
		if err := json.Unmarshal([]byte(got), &run); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var whole bytes.Buffer
		if err := reports.WriteJSON(&whole, run); err != nil {
			t.Fatal(err)
		}
		if name == "sample" && whole.String() != got {
			t.Errorf("story by story is not what the whole is:\n%s\n%s", got, whole.String())
		}
	}
}

func TestStatuses(t *testing.T) {
	stories := sample(t)
	for i, want := range []string{"new", "", "new new", "ignored", "baselined", "", "new", "dismissed", "new"} {
		var got []string
		for _, f := range stories[i].Findings {
			got = append(got, f.Status)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", stories[i].Draft, got, want)
		}
	}
	if f := stories[4].Fixed; len(f) != 1 || f[0].Finding != "0123456789ab" {
		t.Errorf("fixed: %+v", f)
	}
	var sum check.Summary
	for _, s := range stories {
		sum.Add(s)
	}
	want := check.Summary{Stories: 8, Unreadable: 1, Errors: 4, Warnings: 1, Failing: 4, Baselined: 1, Ignored: 1, Dismissed: 1, Fixed: 1}
	if sum != want {
		t.Errorf("got %+v, want %+v", sum, want)
	}
}

// TestColumns: columns count characters, those of rdjson bytes.
func TestColumns(t *testing.T) {
	s := read(t, check.Rules{}, file{"a.md", ferryText}, file{"b.txt", policeText})
	line := strings.Split(ferryText, "\n")[2]
	at := strings.Index(line, "Thirty-four")
	p := s.Findings[0].Place
	if p.Line != 3 || p.Column != len([]rune(line[:at]))+1 || p.EndColumn != p.Column+len("Thirty-four people") {
		t.Errorf("place %+v", p)
	}
	var got struct {
		Diagnostics []struct {
			Location struct {
				Range struct{ Start, End struct{ Line, Column int } }
			}
		}
	}
	if err := json.Unmarshal([]byte(write(t, []*check.Story{s}, nil, rdjson)), &got); err != nil {
		t.Fatal(err)
	}
	if r := got.Diagnostics[0].Location.Range; r.Start.Column != at+1 || r.End.Column != at+1+len("Thirty-four people") {
		t.Errorf("bytes: %+v", r)
	}
}

// sarifLog is what GitHub reads of SARIF.
type sarifLog struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				Rules []struct {
					ID               string
					ShortDescription struct{ Text string }
					Help             struct{ Text, Markdown string }
					Properties       struct{ Tags []string }
				}
			}
		}
		Results []struct {
			RuleID              string
			RuleIndex           int
			Level               string
			Locations           []sarifPlace
			RelatedLocations    []sarifPlace
			PartialFingerprints map[string]string
		}
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct{ Message struct{ Text string } }
		}
	}
}

type sarifPlace struct {
	PhysicalLocation struct {
		ArtifactLocation struct{ URI string }
		Region           struct{ StartLine int }
	}
}

func parseSARIF(t *testing.T, text string) *sarifLog {
	t.Helper()
	log := &sarifLog{}
	if err := json.Unmarshal([]byte(text), log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 {
		t.Fatalf("%d runs", len(log.Runs))
	}
	return log
}

func TestSARIF(t *testing.T) {
	const schema = "../../testdata/sarif/sarif-2.1.0-rtm.5.json"
	validate(t, schema, write(t, nil, nil, sarif))
	got := write(t, sample(t), notices, sarif)
	validate(t, schema, got)
	run := parseSARIF(t, got).Runs[0]
	if n := len(run.Tool.Driver.Rules); n != len(detect.All)+1 {
		t.Errorf("%d rules", n)
	}
	for _, r := range run.Tool.Driver.Rules {
		if r.ShortDescription.Text == "" || !strings.Contains(r.Help.Text, "Fires") || r.Help.Markdown == "" || len(r.Properties.Tags) > 10 {
			t.Errorf("rule %s is not documented", r.ID)
		}
	}
	if len(run.Results) != 5 {
		t.Errorf("%d results", len(run.Results))
	}
	seen := map[string]bool{}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || !slices.Contains([]string{"error", "warning", "note"}, r.Level) {
			t.Errorf("result of rule %s: index %d, level %s", r.RuleID, r.RuleIndex, r.Level)
		}
		print := r.PartialFingerprints["primaryLocationLineHash"]
		if !regexp.MustCompile(`^[0-9a-f]{16}:1$`).MatchString(print) || seen[print] {
			t.Errorf("fingerprint %q", print)
		}
		seen[print] = true
		for _, l := range slices.Concat(r.Locations, r.RelatedLocations) {
			u, err := url.Parse(l.PhysicalLocation.ArtifactLocation.URI)
			if err != nil || u.IsAbs() || strings.HasPrefix(u.Path, "/") || l.PhysicalLocation.Region.StartLine < 1 {
				t.Errorf("place %+v, %v", l, err)
			}
		}
	}
	if u := run.Results[0].Locations[0].PhysicalLocation.ArtifactLocation.URI; u != "stories/a%20b/ferry,1:2.md" {
		t.Errorf("uri %q", u)
	}
	if run.Invocations[0].ExecutionSuccessful || len(run.Invocations[0].ToolExecutionNotifications) != 2 {
		t.Errorf("invocations %+v", run.Invocations)
	}
}

// TestSARIFLimits: what GitHub would refuse or not show is left out, and told.
func TestSARIFLimits(t *testing.T) {
	s := read(t, check.Rules{}, file{"a.md", ferryText}, file{"b.txt", policeText})
	f := s.Findings[0]
	s.Findings = slices.Repeat([]check.Finding{f}, 5100)
	s.Findings[0].Related = slices.Repeat(f.Related, 200)
	run := parseSARIF(t, write(t, []*check.Story{s}, nil, sarif)).Runs[0]
	if len(run.Results) != 5000 || len(run.Results[0].RelatedLocations) != 100 {
		t.Errorf("%d results, %d related", len(run.Results), len(run.Results[0].RelatedLocations))
	}
	if n := run.Invocations[0].ToolExecutionNotifications; len(n) != 1 || !strings.HasPrefix(n[0].Message.Text, "100 more findings are left out") {
		t.Errorf("notifications %+v", n)
	}
}

// TestFingerprintsStay: a finding keeps its id and fingerprint when its lines
// move and other text changes; in another draft it has another fingerprint.
func TestFingerprintsStay(t *testing.T) {
	police := file{"b.txt", policeText}
	a := read(t, check.Rules{}, file{"a.md", ferryText}, police).Findings[0]
	moved := strings.Replace(ferryText, "\n\n", "\n\nThe harbour was closed for the day.\n\n", 1) + "\nMore is not known.\n"
	b := read(t, check.Rules{}, file{"a.md", moved}, police).Findings[0]
	c := read(t, check.Rules{}, file{"c.md", ferryText}, police).Findings[0]
	d := read(t, check.Rules{}, file{"a.md", strings.Replace(ferryText, "Thirty-four", "Thirty-six", 1)}, police).Findings[0]
	if a.Place.Line == b.Place.Line || a.ID != b.ID || a.Fingerprint != b.Fingerprint {
		t.Errorf("moved: %s %s, was %s %s", b.ID, b.Fingerprint, a.ID, a.Fingerprint)
	}
	if c.ID != a.ID || c.Fingerprint == a.Fingerprint || d.ID == a.ID {
		t.Errorf("other draft: %s %s; other value: %s", c.ID, c.Fingerprint, d.ID)
	}
}

func TestJUnit(t *testing.T) {
	got := write(t, sample(t), nil, simple(check.NewJUnit))
	type result struct {
		Message string `xml:"message,attr"`
	}
	var suites struct {
		XMLName xml.Name `xml:"testsuites"`
		Suites  []struct {
			Name     string `xml:"name,attr"`
			Tests    int    `xml:"tests,attr"`
			Failures int    `xml:"failures,attr"`
			Errors   int    `xml:"errors,attr"`
			Skipped  int    `xml:"skipped,attr"`
			Cases    []struct {
				Name      string   `xml:"name,attr"`
				Classname string   `xml:"classname,attr"`
				Failure   []result `xml:"failure"`
				Error     []result `xml:"error"`
				Skipped   []result `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	dec := xml.NewDecoder(strings.NewReader(got))
	dec.Strict = true
	if err := dec.Decode(&suites); err != nil {
		t.Fatalf("%v in:\n%s", err, got)
	}
	want := []string{"1 1 0 0", "1 0 0 0", "2 1 0 0", "1 0 0 1", "1 0 0 1", "1 0 1 0", "1 1 0 0", "1 0 0 1", "1 1 0 0"}
	for i, s := range suites.Suites {
		if got := fmt.Sprint(s.Tests, s.Failures, s.Errors, s.Skipped); got != want[i] || s.Name == "" {
			t.Errorf("%s: %s, want %s", s.Name, got, want[i])
		}
		failures, errs, skipped := 0, 0, 0
		for _, c := range s.Cases {
			failures, errs, skipped = failures+len(c.Failure), errs+len(c.Error), skipped+len(c.Skipped)
			if c.Name == "" || c.Classname != s.Name {
				t.Errorf("case %+v", c)
			}
		}
		if s.Tests != len(s.Cases) || s.Failures != failures || s.Errors != errs || s.Skipped != skipped {
			t.Errorf("%s: the counts are not those of the cases", s.Name)
		}
	}
	if len(suites.Suites) != len(want) {
		t.Errorf("%d suites", len(suites.Suites))
	}
	if got := write(t, nil, nil, simple(check.NewJUnit)); !strings.Contains(got, "<testsuites name=\"factdiff\">\n</testsuites>") {
		t.Errorf("empty: %s", got)
	}
}

// TestGitHub: every line is an annotation of ours or one that commands nothing.
func TestGitHub(t *testing.T) {
	stories := sample(t)
	for range 15 {
		stories = append(stories, stories[8])
	}
	got := write(t, stories, notices, simple(check.NewGitHub))
	command := regexp.MustCompile(`^::(error|warning|notice) (file=[^,:]*,(line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?)?title=factdiff[^,:]*::`)
	counts := map[string]int{}
	for line := range strings.Lines(got) {
		if m := command.FindStringSubmatch(line); m != nil {
			counts[m[1]]++
		} else if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			t.Errorf("commands: %s", line)
		}
	}
	if counts["error"] != 10 || counts["warning"] != 1 || counts["notice"] != 1 {
		t.Errorf("annotations %v in:\n%s", counts, got)
	}
	if !strings.Contains(got, "::error file=stories/a b/ferry%2C1%3A2.md,line=3,endLine=3,col=30,endColumn=48,title=factdiff%3A number%2C conflict::How many") {
		t.Errorf("no annotation of the first finding in:\n%s", got)
	}
	if !strings.Contains(got, "%250A") || strings.Contains(got, "\x1b") || strings.Contains(got, "\u202e") {
		t.Error("text is not escaped")
	}
}

// TestTextCommandsNothing: CI systems read commands from plain logs, too.
func TestTextCommandsNothing(t *testing.T) {
	for name, open := range map[string]func(io.Writer) check.Writer{
		"text":    func(w io.Writer) check.Writer { return check.NewText(w, check.TextOptions{}) },
		"summary": check.NewGitHubSummary,
	} {
		got := write(t, sample(t), notices, simple(open))
		for line := range strings.Lines(got) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") {
				t.Errorf("%s commands: %s", name, line)
			}
		}
		if strings.ContainsAny(got, "\x1b\u202e") {
			t.Errorf("%s steers a terminal", name)
		}
	}
}

func TestGitHubSummary(t *testing.T) {
	got := write(t, sample(t), notices, simple(check.NewGitHubSummary))
	rows := 0
	for line := range strings.Lines(got) {
		if strings.HasPrefix(line, "|") {
			rows++
			if n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|"); n != 6 {
				t.Errorf("%d bars in %s", n, line)
			}
		}
	}
	if rows != 2+6 || strings.Contains(got, "<script") || strings.Contains(got, "@all") {
		t.Errorf("%d rows in:\n%s", rows, got)
	}
	s := read(t, check.Rules{}, file{"a.md", ferryText}, file{"b.txt", policeText})
	s.Findings = slices.Repeat(s.Findings, 10_000)
	if got := write(t, []*check.Story{s}, nil, simple(check.NewGitHubSummary)); len(got) > 1<<20 || !strings.Contains(got, " more are left out.") {
		t.Errorf("%d bytes", len(got))
	}
}

// strictly decodes JSON that has no other members.
func strictly(t *testing.T, text string, v any) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		t.Fatalf("%v in:\n%s", err, text)
	}
}

// TestGitLab holds the report to the shape that GitLab documents.
func TestGitLab(t *testing.T) {
	type issue struct {
		Description string `json:"description"`
		CheckName   string `json:"check_name"`
		Fingerprint string `json:"fingerprint"`
		Severity    string `json:"severity"`
		Location    struct {
			Path  string `json:"path"`
			Lines struct {
				Begin int `json:"begin"`
			} `json:"lines"`
		} `json:"location"`
	}
	var list []issue
	strictly(t, write(t, sample(t), nil, simple(check.NewGitLab)), &list)
	seen := map[string]bool{}
	for _, i := range list {
		if i.Description == "" || !strings.HasPrefix(i.CheckName, "factdiff/") || i.Location.Lines.Begin < 1 || seen[i.Fingerprint] ||
			!slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, i.Severity) || strings.HasPrefix(i.Location.Path, "./") || strings.HasPrefix(i.Location.Path, "/") {
			t.Errorf("%+v", i)
		}
		seen[i.Fingerprint] = true
	}
	if len(list) != 6 {
		t.Errorf("%d issues", len(list))
	}
	if got := write(t, nil, nil, simple(check.NewGitLab)); got != "[]\n" {
		t.Errorf("empty: %q", got)
	}
}

// TestRDJSON holds the report to the Reviewdog Diagnostic Format.
func TestRDJSON(t *testing.T) {
	type position struct{ Line, Column int }
	type location struct {
		Path  string
		Range *struct{ Start, End position }
	}
	var got struct {
		Source      struct{ Name, URL string }
		Diagnostics []struct {
			Message          string
			Location         location
			Severity         string
			Code             *struct{ Value, URL string }
			RelatedLocations []struct {
				Message  string
				Location location
			} `json:"related_locations"`
		}
	}
	strictly(t, write(t, sample(t), nil, rdjson), &got)
	if len(got.Diagnostics) != 6 || got.Source.Name != "factdiff" {
		t.Errorf("%d diagnostics of %q", len(got.Diagnostics), got.Source.Name)
	}
	for _, d := range got.Diagnostics {
		if d.Message == "" || d.Location.Path == "" || !slices.Contains([]string{"ERROR", "WARNING", "INFO"}, d.Severity) {
			t.Errorf("%+v", d)
		}
		if r := d.Location.Range; r != nil && (r.Start.Line < 1 || r.Start.Column < 1 || r.End.Line < r.Start.Line || r.End.Line == r.Start.Line && r.End.Column < r.Start.Column) {
			t.Errorf("range %+v", r)
		}
	}
	strictly(t, write(t, nil, nil, rdjson), &got)
}

func TestClaimReview(t *testing.T) {
	var got struct {
		Context string `json:"@context"`
		Graph   []struct {
			Type          string `json:"@type"`
			ClaimReviewed string
			ItemReviewed  struct {
				Type       string `json:"@type"`
				Appearance struct{ Name string }
			}
			ReviewRating struct{ AlternateName, RatingExplanation string }
			Author       *struct{ Name string }
			IsBasedOn    []struct{ Name, Text string }
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(write(t, sample(t), nil, simple(check.NewClaimReview))), &got); err != nil {
		t.Fatal(err)
	}
	if got.Context != "https://schema.org" || len(got.Graph) != 2 {
		t.Fatalf("%+v", got)
	}
	a, b := got.Graph[0], got.Graph[1]
	if a.Type != "ClaimReview" || !strings.Contains(a.ClaimReviewed, "Thirty-four people were injured") || a.ReviewRating.AlternateName != "Contradicted by a source" ||
		a.ReviewRating.RatingExplanation != "asked again" || a.Author == nil || a.Author.Name != "Ann Reed" || a.IsBasedOn[0].Text != "27 people" || a.ItemReviewed.Appearance.Name != "Ferry strikes pier" {
		t.Errorf("confirmed: %+v", a)
	}
	if b.ReviewRating.AlternateName != "No contradiction" || b.Author != nil {
		t.Errorf("dismissed: %+v", b)
	}
}

func TestIndex(t *testing.T) {
	var b bytes.Buffer
	entries := []check.Entry{{Draft: "a.md", Title: hostile, Page: "a.md.html"}, {Draft: "b.md", Title: "b.md", Error: "b.md: " + hostile}}
	if err := check.WriteIndex(&b, entries, &check.Summary{Stories: 1, Unreadable: 1}, notices); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if strings.Contains(got, "<script") || !strings.Contains(got, `<a href="a.md.html">`) || strings.Count(got, "<a ") != 1 || !strings.Contains(got, "default-src 'none'") {
		t.Error(got)
	}
}
