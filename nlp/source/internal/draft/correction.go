package draft

import "strings"

// Beginnings of paragraphs in which an outlet tells of a correction or an
// update of its own report, in lower case; compiled for this project.
var correctionStarts = [...]string{
	"correction:", "corrections:", "correction ", "correction,", "correction –", "correction —", "clarification:", "clarification ", "clarification,", "editor's note:", "editor’s note:", "editors' note:", "editors’ note:",
	"editor's note ", "editor’s note ", "amendment:", "update:", "update ", "updated:", "an earlier version of this", "a previous version of this", "an earlier version misstated", "earlier versions of this",
	"a previous version misstated", "this article was amended", "this article has been amended", "this article was corrected", "this article has been corrected",
	"this article was updated", "this article has been updated", "this story was corrected", "this story has been corrected", "this story was updated",
	"this story has been updated", "this report was corrected", "this report has been corrected", "this report was updated", "this report has been updated",
	"this version corrects", "(this version corrects", "(corrects", "this story corrects", "this headline has been corrected", "the headline of this", "due to an editing error",
	"because of an editing error", "due to a reporting error", "(this story has been", "this story has been refiled", "(this article has been", "[correction", "[update", "[editor",
}

// needColon are the starts above that are common words, too: they need a mark
// behind them, or a date.
func needColon(start string) bool {
	switch start {
	case "correction ", "correction,", "clarification ", "clarification,", "update ", "editor's note ", "editor’s note ":
		return true
	}
	return false
}

// maxLead is how far a mark stands behind such a start: "Correction, May 3:".
const maxLead = 40

// IsCorrection reports a paragraph in which the outlet tells of a correction or
// an update of its own report.
func IsCorrection(paragraph string) bool {
	low := strings.ToLower(strings.TrimLeft(paragraph[:min(len(paragraph), 2*maxLead)], "*_ \t"))
	for _, start := range correctionStarts {
		if !strings.HasPrefix(low, start) {
			continue
		}
		if !needColon(start) {
			return true
		}
		rest := low[len(start):]
		if n := strings.IndexAny(rest, ":–—"); n >= 0 && n <= maxLead && !strings.ContainsAny(rest[:n], ".!?") {
			return true
		}
	}
	return false
}
