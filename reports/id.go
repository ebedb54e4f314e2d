package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/compare"
)

// An id is a hash of what an entry says, not of where it says it: an edit
// elsewhere in an article, another order of the sources or a further source
// with the same values leaves it alone. So it can be kept in a list of known
// findings, or compared between two runs.

// idLength is in hex digits: 48 bits, so that two of 10,000 ids clash with a
// probability of one in five million.
const idLength = 12

// ids hands out ids and tells clashing ones apart by a counter, in the order
// of the list they stand in.
type ids struct{ seen map[string]int }

func newIDs() ids { return ids{seen: make(map[string]int)} }

// of is the id of an entry with these parts, each taken without regard to case
// and spacing.
func (u ids) of(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		// The zero byte keeps ("ab", "c") and ("a", "bc") apart.
		h.Write([]byte(strings.Join(strings.Fields(strings.ToLower(p)), " ") + "\x00"))
	}
	id := hex.EncodeToString(h.Sum(nil))[:idLength]
	u.seen[id]++
	if n := u.seen[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}

// findingIDs are the ids of all findings, in their order: of all, so that a
// filter does not change the id of a finding it lets pass.
func findingIDs(findings []compare.Finding) []string {
	unique := newIDs()
	out := make([]string, len(findings))
	for i, f := range findings {
		values := make([]string, len(f.Positions))
		for j, p := range f.Positions {
			values[j] = p.Norm
			if p.Norm == "" {
				values[j] = p.Value
			}
		}
		slices.Sort(values)
		out[i] = unique.of(append([]string{f.Kind.String(), f.Subject}, slices.Compact(values)...)...)
	}
	return out
}
