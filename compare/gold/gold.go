// Package gold scores comparisons against stories that a careful reader has
// annotated: how many of the findings are right, and how many of the facts
// are found. It counts what the project's reference scorer counts, in the
// same way, and prints the same table. It compares nothing itself.
package gold

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"
)

// Story is a folder of reports about one event with what a reader found in
// them.
type Story struct {
	ID      string   `json:"-"` // name of the folder
	Reports []string `json:"-"` // paths of r1.txt, r2.txt, ... in the file system it was loaded from
	Facts   []Fact
	Only    []Detail
}

// Fact is one question that reports answer differently.
type Fact struct {
	ID       string
	Question string
	Kind     string // compare.Kind's word
	Verdict  string // compare.Verdict's word; "compatible" makes it a trap
	Internal bool
	Values   []Value
	Note     string
}

// Reportable facts are those a tool should find.
func (f *Fact) Reportable() bool { return reportable(f.Verdict) }

// Value is one answer with every mention of it.
type Value struct {
	Value    string
	Mentions []Mention
}

// Mention is a verbatim quote from a report.
type Mention struct {
	Source string // "r1"
	Quote  string
}

// Detail is something that some reports leave out.
type Detail struct {
	ID          string
	Detail      string
	Importance  string // "major" or "minor"
	Mentions    []Mention
	MissingFrom []string `json:"missing_from"`
}

// Load reads every folder of fsys that holds a story.json, in order of name.
func Load(fsys fs.FS) ([]Story, error) {
	folders, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var stories []Story
	for _, folder := range folders {
		files, err := fs.ReadDir(fsys, folder.Name())
		if err != nil {
			continue // a file, not a folder
		}
		data, err := fs.ReadFile(fsys, path.Join(folder.Name(), "story.json"))
		if err != nil {
			continue
		}
		story := Story{}
		if err := json.Unmarshal(data, &story); err != nil {
			return nil, fmt.Errorf("%s: %w", path.Join(folder.Name(), "story.json"), err)
		}
		story.ID = folder.Name()
		story.Reports = reportFiles(story.ID, files)
		stories = append(stories, story)
	}
	return stories, nil
}

// reportFiles are the paths of r1.txt, r2.txt, ... in order of number.
func reportFiles(folder string, files []fs.DirEntry) []string {
	type report struct {
		number int
		path   string
	}
	var found []report
	for _, file := range files {
		digits, ok := strings.CutSuffix(strings.TrimPrefix(file.Name(), "r"), ".txt")
		number, err := strconv.ParseUint(digits, 10, 31)
		if ok && err == nil && file.Name() == "r"+digits+".txt" {
			found = append(found, report{int(number), path.Join(folder, file.Name())})
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].number < found[j].number })
	paths := make([]string, len(found))
	for i, r := range found {
		paths[i] = r.path
	}
	return paths
}

func reportable(verdict string) bool {
	return verdict == "conflict" || verdict == "update" || verdict == "tension"
}
