package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
)

var role = &compare.Detector{
	Kind: compare.RoleKind,
	Doc: `one person or body, two titles

Fires when two sources give the same person different jobs at the same
organisation or in one campaign or the like, different offices at the head of
one body or in public life (of which a person holds one at a time), or different
degrees of kinship (sister, cousin), and when one calls former what the other
calls current. Where an office of one holder is given to two persons, a finding
of kind name says so.
Silent for a shorter, vaguer or related title, for several offices that one
source gives together, for nationality or age beside a job, and for titles by
which people are addressed.
Misses jobs told in a sentence of their own.`,
	Run: runRole,
}

const (
	roleScore = 0.6
	maxRoles  = 100 // roles given to one person: more is no news story
)

func runRole(s *compare.Story) []compare.Discrepancy {
	parts := map[int][]*compare.Claim{} // by story entity
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Part {
			parts[partEntity(s, c)] = append(parts[partEntity(s, c)], c)
		}
	}
	var out []compare.Discrepancy
	for e := range s.Entities {
		if s.Entities[e].Type != nlp.Person || len(parts[e]) > maxRoles {
			continue
		}
		for i, x := range parts[e] {
			for _, y := range parts[e][i+1:] {
				if x.Source == y.Source {
					continue
				}
				a, b := s.Ordered(x, y)
				why := rivalRoles(s, a, b, parts[e])
				if why == "" {
					continue
				}
				verdict := compare.Tension
				if former(s, a) != former(s, b) && apart(s, a, b) {
					verdict = compare.Update
				}
				out = append(out, compare.Discrepancy{
					Kind: compare.RoleKind, Verdict: verdict, Score: roleScore, Why: why,
					Subject: s.Entities[e].Canonical, Question: "What is the role of " + s.Entities[e].Canonical + "?",
					A: roleSide(s, a), B: roleSide(s, b),
				})
			}
		}
	}
	return append(out, rivalHolders(s)...)
}

func part(s *compare.Story, c *compare.Claim) *nlp.Role { return &s.Document(c).Roles[c.Mention] }

func partEntity(s *compare.Story, c *compare.Claim) int {
	return s.Sources[c.Source].Entity[part(s, c).Entity]
}

// rivalRoles says why two roles of one person exclude each other, "" if they
// do not.
func rivalRoles(s *compare.Story, a, b *compare.Claim, all []*compare.Claim) string {
	ha, hb := part(s, a).Head, part(s, b).Head
	if fa, fb := former(s, a), former(s, b); fa != fb {
		if fa && ended(s, a, b) || fb && ended(s, b, a) {
			return "former in one, current in the other"
		}
		return ""
	}
	if heldElsewhere(s, a, b.Source, all) || heldElsewhere(s, b, a.Source, all) {
		return ""
	}
	bodiesA, bodiesB := entitiesIn(s, a.Source, a.First, a.Last), entitiesIn(s, b.Source, b.First, b.Last)
	switch {
	case rivalKin(ha, hb):
		return "two degrees of kinship"
	case rivalOffices(s, a, b) && !disjoint(bodiesA, bodiesB):
		return "two offices of which a person holds one"
	case related(ha, hb) > 0 || strings.HasPrefix(ha, hb) || strings.HasPrefix(hb, ha) || !job(ha) || !job(hb):
		return ""
	case sharedEntity(employers(s, bodiesA), employers(s, bodiesB)):
		return "two jobs at one place"
	case sphere(s, a) != "" && sphere(s, a) == sphere(s, b):
		return "two jobs at one place"
	}
	return ""
}

// sphere is the common noun right before the head of a job: the campaign of a
// campaign chairman.
func sphere(s *compare.Story, c *compare.Claim) string {
	r, doc := part(s, c), s.Document(c)
	for i := r.First + 1; i < r.Last; i++ {
		if doc.Tokens[i].Lemma == r.Head && doc.Tokens[i-1].Tag == "NN" {
			return doc.Tokens[i-1].Lemma
		}
	}
	return ""
}

// job reports nouns for what somebody does for a living at one place, and not
// for what he is to others or what befell him.
func job(head string) bool { return lexicon.PersonNoun(head) && !vagueTitle(head) }

// employers leaves out what employs nobody: a person, a people, a film.
func employers(s *compare.Story, entities []int) []int {
	return slices.DeleteFunc(entities, func(e int) bool {
		switch s.Entities[e].Type {
		case nlp.Organisation, nlp.Group, nlp.Place, nlp.UnknownType:
			return false
		}
		return true
	})
}

// kinships are ways to be near to somebody of which a person has one.
var kinships = [][]string{
	{"sister", "cousin", "aunt", "niece", "stepsister"},
	{"brother", "cousin", "uncle", "nephew", "stepbrother"},
	{"son", "stepson", "nephew", "grandson"},
	{"daughter", "stepdaughter", "niece", "granddaughter"},
	{"wife", "girlfriend", "fiancee", "fiancée", "ex-wife"},
	{"husband", "boyfriend", "fiance", "fiancé", "ex-husband"},
}

// rivalKin reports whether two nouns name different degrees of kinship of one kind.
func rivalKin(a, b string) bool {
	return a != b && slices.ContainsFunc(kinships, func(kin []string) bool { return slices.Contains(kin, a) && slices.Contains(kin, b) })
}

// vagueTitle reports titles that leave open which office is meant.
func vagueTitle(head string) bool {
	switch head {
	case "executive", "official", "leader", "chief", "boss", "head", "officer", "member", "representative", "challenger", "candidate", "rival", "operative", "contender", "nominee", "pick", "investor", "spokesman", "spokeswoman", "spokesperson", "man", "woman", "ceo", "veteran", "recipient", "winner", "champion", "expert", "associate", "confidant", "ally", "friend", "aide", "victim", "suspect", "convict", "inmate", "star", "casualty":
		return true
	}
	return false
}

// heldElsewhere reports whether the source also gives the claim's own job, in
// a role of its own or beside another one: "expert and director".
func heldElsewhere(s *compare.Story, c *compare.Claim, source int, all []*compare.Claim) bool {
	head, office := part(s, c).Head, officeOf(s, c)
	for _, o := range all {
		if o.Source != source {
			continue
		}
		if related(part(s, o).Head, head) > 0 && (office == "" || office == officeOf(s, o)) {
			return true
		}
		doc := s.Document(o)
		for i := o.First; i < o.Last; i++ {
			if doc.Tokens[i].Lemma == head && i+1 < o.Last && doc.Tokens[i+1].Norm == "and" || i > o.First && doc.Tokens[i].Lemma == head && doc.Tokens[i-1].Norm == "and" {
				return true
			}
		}
	}
	return false
}

// apart reports whether the reports were written on different days.
func apart(s *compare.Story, a, b *compare.Claim) bool {
	x, y := s.Document(a).Article.Published, s.Document(b).Article.Published
	if x.IsZero() || y.IsZero() {
		return false
	}
	d := x.Sub(y)
	return d >= day || d <= -day
}

// roleSide is the role's words; its norm is whether it is former, and the office
// or the head noun.
func roleSide(s *compare.Story, c *compare.Claim) compare.Side {
	norm := officeOf(s, c)
	if norm == "" {
		norm = part(s, c).Head
	}
	if former(s, c) {
		norm = "former " + norm
	}
	return compare.Side{Evidence: c.Evidence(), Norm: norm}
}
