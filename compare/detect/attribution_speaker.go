package detect

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// rivalSpeakers reports whether both claims name who says it and these cannot
// be one party: two persons, or two organisations.
func rivalSpeakers(s *compare.Story, a, b *compare.Claim) bool {
	ea, eb := speakerEntity(s, a), speakerEntity(s, b)
	if ea < 0 || eb < 0 || ea == eb || mayMean(s, a, eb) || mayMean(s, b, ea) {
		return false
	}
	x, y := &s.Entities[ea], &s.Entities[eb]
	if x.Type != y.Type && !(body(x.Type) && body(y.Type)) {
		return false // a company and its spokesman
	}
	if nameInCommon(value.NameKey(x.Canonical), value.NameKey(y.Canonical)) || nameInCommon(speakerWords(s, a), speakerWords(s, b)) {
		return false // Pohl, Mrs. Pohl; Sara Pohl, "Sara, 47, said"
	}
	if a.Sort == compare.Statement && (slices.Contains(sentenceEntities(s, a), eb) || slices.Contains(sentenceEntities(s, b), ea)) {
		return false // one passes on what the other says
	}
	return !speaksFor(s, a, eb) && !speaksFor(s, b, ea)
}

// nameInCommon reports whether two folded names share the last word, or one that
// is no given name, or one is a single word of the other: they may be one
// person's, or those of one family or house.
func nameInCommon(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return lastName(a) == lastName(b) || slices.ContainsFunc(x, func(w string) bool {
		return slices.Contains(y, w) && (min(len(x), len(y)) == 1 || !lexicon.GivenName(w))
	})
}

// speakerWords are the folded words of the name by which the words at a claim
// name its speaker, "" if they do not.
func speakerWords(s *compare.Story, c *compare.Claim) string {
	if n := speakerName(s, c); n != nil {
		return value.NameKey(s.Document(c).Text(n.Span))
	}
	return ""
}

// speakerName is the name of a claim's speaker within the words for him, nil
// if there is none.
func speakerName(s *compare.Story, c *compare.Claim) *nlp.Name {
	for n := range speakerNames(s, c) {
		if n.Entity == c.Speaker.Entity {
			return n
		}
	}
	return nil
}

// speakerNames yields the names within the words for a claim's speaker.
func speakerNames(s *compare.Story, c *compare.Claim) iter.Seq[*nlp.Name] {
	return func(yield func(*nlp.Name) bool) {
		names := s.Document(c).Names
		i, _ := slices.BinarySearchFunc(names, c.Speaker.Start, func(n nlp.Name, at int) int { return cmp.Compare(n.End, at+1) })
		for ; i < len(names) && names[i].Start < c.Speaker.End; i++ {
			if !yield(&names[i]) {
				return
			}
		}
	}
}

// speaksFor reports whether the words naming a claim's speaker also name the
// entity: "Holm, who works for Voss".
func speaksFor(s *compare.Story, c *compare.Claim, entity int) bool {
	for n := range speakerNames(s, c) {
		if s.Sources[c.Source].Entity[n.Entity] == entity {
			return true
		}
	}
	return false
}

// mayMean reports whether the speaker of a claim is known from a pronoun or an
// earlier sentence only, in a report that names the other person as well: then
// it may be that one.
func mayMean(s *compare.Story, c *compare.Claim, entity int) bool {
	return c.Speaker.Inherited && uses(s, entity, c.Source)
}
