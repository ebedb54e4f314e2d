// Package reports gives a comparison its outward form: Report, a versioned
// structure with ids, texts and line numbers, and the writers that print it as
// JSON or as text for people. It decides nothing: what is a finding, and how
// important, was settled in the packages below compare.
//
// The JSON form is format "factdiff-report/1"; its schema is generated from
// the types of this file and stands in report.schema.json.
package reports

import (
	"time"

	"github.com/factdiff/factdiff/compare"
)

// Format names the version of the JSON form. It changes when a field changes
// its meaning or goes; new fields do not change it.
const Format = "factdiff-report/1"

// Report is everything that comparing the reports of one event brought to light.
type Report struct {
	// Name and version of this format.
	Format string `json:"format" jsonschema:"enum=factdiff-report/1"`
	// The program that wrote the report.
	Tool Tool `json:"tool"`
	// What the user calls the story; absent if it has no name.
	Title string `json:"title,omitempty"`
	// How much was found, before filters and limits.
	Counts Counts `json:"counts"`
	// The compared texts, in the order they were given.
	Sources []Source `json:"sources"`
	// Every source once, grouped by independent origin: sources that copied one another, or the same news agency, stand together.
	Origins [][]string `json:"origins"`
	// Questions to which the sources give different answers, the most important first.
	Findings []Finding `json:"findings"`
	// Details that some sources give and others leave out, the most important first.
	Omissions []Omission `json:"omissions"`
	// Facts that two or more sources share, the most important first.
	Agreements []Agreement `json:"agreements"`
	// Which paragraphs of two sources tell the same, for each two sources that share any.
	Alignments []Alignment `json:"alignments,omitempty"`
	// Decisions that were given and do not hold: they expired, or no finding has their id.
	Stale []StaleDecision `json:"stale_decisions,omitempty"`
}

// Tool names the program that wrote a report.
type Tool struct {
	// Name of the program.
	Name string `json:"name"`
	// Version of the program.
	Version string `json:"version"`
}

// Counts says how much was found, before filters and limits.
type Counts struct {
	// Findings of all verdicts, compatible ones left out.
	Findings int `json:"findings"`
	// Findings with verdict conflict.
	Conflict int `json:"conflict"`
	// Findings with verdict update.
	Update int `json:"update"`
	// Findings with verdict tension.
	Tension int `json:"tension"`
	// Differences that were looked at and explained; not counted as findings.
	Compatible int `json:"compatible"`
	// Findings whose difference stands inside one source.
	Internal int `json:"internal"`
	// Details that some sources leave out.
	Omissions int `json:"omissions"`
	// Facts that two or more sources share.
	Agreements int `json:"agreements"`
	// Groups of sources that stand for one origin each.
	Origins int `json:"origins"`
	// Findings that a decision confirms; they count in the numbers above, too.
	Confirmed int `json:"confirmed,omitempty"`
	// Findings that a decision dismisses; they count in the numbers above, too.
	Dismissed int `json:"dismissed,omitempty"`
}

// Source is one of the compared texts.
type Source struct {
	// Short name of the source within this report: a, b, c ...
	ID string `json:"id"`
	// Where it was read from, as the user named it; - is standard input.
	Path string `json:"path"`
	// Headline.
	Title string `json:"title"`
	// Who published it; empty if unknown.
	Outlet string `json:"outlet"`
	// Byline; empty if unknown.
	Author string `json:"author"`
	// Address it was published at; empty if unknown.
	URL string `json:"url"`
	// Time of publication, RFC 3339; absent if unknown.
	Published *time.Time `json:"published,omitempty"`
	// The clock time of published is not known, only its day.
	DateOnly bool `json:"date_only,omitempty"`
	// Time of the last change the source tells of, RFC 3339; absent if unknown.
	Modified *time.Time `json:"modified,omitempty"`
	// News agency it names as its origin; absent if none.
	Agency string `json:"agency,omitempty"`
	// Where it was written, by its dateline; absent if it has none.
	Dateline string `json:"dateline,omitempty"`
	// Language, ISO 639-1; absent if the text is too short to tell.
	Language string `json:"language,omitempty"`
	// What kind of file it was read from.
	FileFormat string `json:"file_format,omitempty"`
	// What the line of evidence counts, where it is no line: page or paragraph.
	Unit string `json:"unit,omitempty"`
	// The bytes it was read from, if it was fetched; absent for a file.
	Fetched *Fetched `json:"fetched,omitempty"`
	// Number of words in text.
	Words int `json:"words" jsonschema:"minimum=0"`
	// What was analysed: the headline, a blank line, the body. All offsets are bytes of it (UTF-8).
	Text string `json:"text"`
	// The paragraphs of text in order, the headline first.
	Paragraphs []Context `json:"paragraphs,omitempty"`
	// What had to be mended while reading, in plain words.
	Notes []string `json:"notes"`
	// Parts of text in which the outlet tells of a correction or update of its own report; absent if none.
	Corrections []Aside `json:"corrections,omitempty"`
	// Parts of text that are not the report's own, such as links, captions and notices; nothing is claimed by them. Absent if none.
	SetAside []Aside `json:"set_aside,omitempty"`
}

// Fetched says which bytes of the web a source was read from.
type Fetched struct {
	// Address asked for, without its fragment; an archive lists the page under it.
	URL string `json:"url"`
	// Address of the page, after redirects.
	FinalURL string `json:"final_url"`
	// SHA-256 of the page's bytes, in hexadecimal.
	SHA256 string `json:"sha256" jsonschema:"pattern=^[0-9a-f]{64}$"`
}

// Finding is one question with two or more answers.
type Finding struct {
	// Hash of kind, subject and values: it stays the same while they do, wherever they stand.
	ID string `json:"id" jsonschema:"pattern=^[0-9a-f]{12}(-[0-9]+)?$"`
	// What sort of fact differs.
	Kind string `json:"kind" jsonschema:"enum=number,enum=date,enum=place,enum=name,enum=list,enum=outcome,enum=certainty,enum=attribution,enum=quote,enum=role,enum=description"`
	// What the difference means.
	Verdict string `json:"verdict" jsonschema:"enum=conflict,enum=update,enum=tension,enum=compatible"`
	// What the question is about.
	Subject string `json:"subject"`
	// The question the positions answer.
	Question string `json:"question"`
	// The reason for the verdict, in one line.
	Message string `json:"message"`
	// The difference stands inside one source.
	Internal bool `json:"internal"`
	// How sure the tool is that the difference is worth a look.
	Confidence float64 `json:"confidence" jsonschema:"minimum=0,maximum=1"`
	// The different answers, each with all that carries it.
	Positions []Position `json:"positions" jsonschema:"minItems=2"`
	// The first position's words against those of others, where they are nearly the same.
	Wording []Wording `json:"wording,omitempty"`
	// What somebody decided about it; absent if nobody did.
	Decision *Decision `json:"decision,omitempty"`
}

// Position is one answer to a finding's question.
type Position struct {
	// The answer, as its first evidence words it, shortened.
	Value string `json:"value"`
	// The answer as a number, in metres, seconds, kilograms or the like, the middle of a range; absent if it is none.
	Amount *float64 `json:"amount,omitempty"`
	// The words that give this answer, in every source that does.
	Evidence []Evidence `json:"evidence" jsonschema:"minItems=1"`
}

// Evidence is a stretch of one source's text.
type Evidence struct {
	// Id of the source.
	Source string `json:"source"`
	// First byte in the source's text.
	Start int `json:"start" jsonschema:"minimum=0"`
	// Byte after the last one.
	End int `json:"end" jsonschema:"minimum=0"`
	// Exactly these bytes.
	Text string `json:"text"`
	// Line in the file the source was read from, from 1; what else it counts says the source's unit.
	Line int `json:"line" jsonschema:"minimum=1"`
	// Byte in that line, from 1.
	Column int `json:"column" jsonschema:"minimum=1"`
	// The sentence or sentences around it.
	Context Context `json:"context"`
	// On whose word the source gives it; absent if on its own.
	Speaker string `json:"speaker,omitempty"`
	// How far the source stands behind it; absent if it says so plainly.
	Stance string `json:"stance,omitempty" jsonschema:"enum=negated,enum=hedged,enum=alleged,enum=reported,enum=planned,enum=denied"`
}

// Context is a stretch of a source's text to read: around evidence, or a
// paragraph.
type Context struct {
	// First byte in the source's text.
	Start int `json:"start" jsonschema:"minimum=0"`
	// Byte after the last one.
	End int `json:"end" jsonschema:"minimum=0"`
}

// Omission is a detail that some sources give and others leave out.
type Omission struct {
	// Hash of the detail.
	ID string `json:"id" jsonschema:"pattern=^[0-9a-f]{12}(-[0-9]+)?$"`
	// The detail, shortened.
	Detail string `json:"detail"`
	// Why it matters, in one line.
	Why string `json:"why"`
	// How much a reader misses without it.
	Importance float64 `json:"importance" jsonschema:"minimum=0,maximum=1"`
	// Ids of the sources that leave it out.
	MissingFrom []string `json:"missing_from" jsonschema:"minItems=1"`
	// The words that give it.
	Evidence []Evidence `json:"evidence" jsonschema:"minItems=1"`
}

// Agreement is a fact that two or more sources share.
type Agreement struct {
	// Hash of the detail.
	ID string `json:"id" jsonschema:"pattern=^[0-9a-f]{12}(-[0-9]+)?$"`
	// The fact, shortened.
	Detail string `json:"detail"`
	// Ids of the sources that give it.
	Sources []string `json:"sources"`
	// Independent origins among them: sources that copied one another count once.
	Origins int `json:"origins" jsonschema:"minimum=0"`
	// The words that give it.
	Evidence []Evidence `json:"evidence" jsonschema:"minItems=1"`
}

// Wording is a word by word comparison of two stretches of text.
type Wording struct {
	// The stretch that is compared.
	A Stretch `json:"a"`
	// The stretch it is compared with.
	B Stretch `json:"b"`
	// What to do with A, from its first word to its last, to get B. A name, a number with its unit, and a negated verb are one word.
	Edits []Edit `json:"edits"`
}

// Stretch is a place in one source's text.
type Stretch struct {
	// Id of the source.
	Source string `json:"source"`
	// First byte in the source's text.
	Start int `json:"start" jsonschema:"minimum=0"`
	// Byte after the last one.
	End int `json:"end" jsonschema:"minimum=0"`
}

// Edit is a run of words under one operation.
type Edit struct {
	// What happens to the words.
	Op string `json:"op" jsonschema:"enum=equal,enum=delete,enum=insert"`
	// First byte: in the text of A's source or, of an insert, of B's.
	Start int `json:"start" jsonschema:"minimum=0"`
	// Byte after the last one.
	End int `json:"end" jsonschema:"minimum=0"`
}

// Alignment says which paragraphs of two sources tell the same.
type Alignment struct {
	// Id of the one source.
	A string `json:"a"`
	// Id of the other.
	B string `json:"b"`
	// Pairs of indices into the paragraphs of A and of B; both rise from pair to pair.
	Paragraphs [][2]int `json:"paragraphs"`
}

// Options say what goes into a report. The zero value takes everything but
// compatible findings.
type Options struct {
	Tool           Tool
	Title          string            // what the user calls the story
	Kinds          []compare.Kind    // findings of these kinds only; all if empty
	Verdicts       []compare.Verdict // findings of these verdicts only; conflict, update and tension if empty
	ShowCompatible bool              // compatible findings, too, whatever Verdicts says
	Limit          int               // at most so many findings, and so many omissions; 0 is no limit. Dismissed findings do not count
	Decisions      *Decisions        // what people decided about findings; may be nil
	Today          time.Time         // the day on which decisions must not have expired; if zero, that of the newest source
}
