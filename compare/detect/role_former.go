package detect

import (
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// ended reports whether a role that one report calls former is the one that the
// other report gives as held today.
func ended(s *compare.Story, past, now *compare.Claim) bool {
	hp, hn := part(s, past).Head, part(s, now).Head
	if related(hp, hn) < sameNoun || !lexicon.PersonNoun(hp) || !lexicon.PersonNoun(hn) || passing(hp) || byCourtesy(s, now) || narrated(s, now) {
		return false
	}
	return !disjoint(entitiesIn(s, past.Source, past.First, past.Last), entitiesIn(s, now.Source, now.First, now.Last)) // not of two bodies
}

// former reports whether a role is said to be over.
func former(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	for i := max(0, c.First-2); i < c.Last; i++ {
		word := doc.Tokens[i].Norm
		if strings.HasPrefix(word, "ex-") || strings.HasPrefix(word, "then-") {
			return true
		}
		switch word {
		case "former", "ex", "one-time", "onetime", "retired", "then":
			if i >= c.First-1 {
				return true
			}
		case "formerly", "previously":
			return true
		}
	}
	return c.Last+1 < len(doc.Tokens) && doc.Tokens[c.Last].Norm == "from" && value.IsYear(doc.Tokens[c.Last+1].Norm)
}

// passing reports parts that end by themselves: after the vote the candidate
// of yesterday is called either.
func passing(head string) bool {
	switch head {
	case "candidate", "nominee", "contender", "challenger", "hopeful", "rival", "opponent", "suspect", "champion", "winner":
		return true
	}
	return false
}

// byCourtesy reports whether a title says nothing of today: that of a president,
// who keeps it; before a surname alone, as people are addressed; and where the
// words around it tell how it was lost, or what somebody worked as.
func byCourtesy(s *compare.Story, c *compare.Claim) bool {
	r, doc := part(s, c), s.Document(c)
	if n := &doc.Names[r.Name]; n.First == r.Last && (keptTitle(r.Head) || r.Last == r.First+1 && n.Last == n.First+1) {
		return true
	}
	switch verbLemma(s, c) {
	case "fire", "sack", "dismiss", "oust", "replace", "work", "serve", "hire", "rehire":
		return true
	}
	for i := c.First - 1; i >= max(0, c.First-lossBefore); i-- {
		switch doc.Tokens[i].Norm {
		case "firing", "firings", "dismissal", "sacking", "ouster", "ousting", "dismissing", "short-lived", "founding":
			return true
		}
	}
	for i := c.First; i < c.Last; i++ {
		switch doc.Tokens[i].Norm {
		case "short-lived", "founding", "outgoing", "late":
			return true
		}
	}
	return false
}

// lossBefore is how many tokens before an office its loss may stand: "his
// firings of the director and the commissioner".
const lossBefore = 8

// narrated reports whether a role is told as of a time gone by: "Lund was the
// minister", "who became governor".
func narrated(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	for i := c.First - 1; i >= max(0, c.First-2); i-- {
		switch doc.Tokens[i].Norm {
		case "was", "became", "been":
			return true
		case "a", "an", "the":
			continue
		}
		return false
	}
	return false
}

// keptTitle reports titles that people are addressed by for life.
func keptTitle(head string) bool {
	switch head {
	case "president", "senator", "governor", "ambassador", "general", "admiral", "colonel", "judge", "congressman", "congresswoman":
		return true
	}
	return false
}
