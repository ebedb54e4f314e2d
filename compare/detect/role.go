package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

var role = &compare.Detector{
	Kind: compare.RoleKind,
	Doc: `one person or body, two titles

Fires when two sources give the same person different jobs at the same
organisation, or different degrees of kinship (sister, cousin), or one calls
former what the other calls current; and when the same office is held by two persons.
Silent for a shorter, vaguer or related title, for several offices that one
source gives together, and for nationality or age beside a job.
Misses jobs told in a sentence of their own.`,
	Run: runRole,
}

const (
	roleScore = 0.6
	maxRoles  = 100 // roles given to one person, or holders of offices: more is no news story
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
				a, b := s.Ordered(x, y)
				if a.Source == b.Source {
					continue
				}
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
	r := related(ha, hb)
	if fa, fb := former(s, a), former(s, b); fa != fb {
		if r < sameNoun || !fa && byCourtesy(s, a) || !fb && byCourtesy(s, b) {
			return ""
		}
		if disjoint(entitiesIn(s, a.Source, a.First, a.Last), entitiesIn(s, b.Source, b.First, b.Last)) {
			return "" // of two bodies
		}
		return "former in one, current in the other"
	}
	if rivalKin(ha, hb) && !heldElsewhere(s, a, b.Source, all) && !heldElsewhere(s, b, a.Source, all) {
		return "two degrees of kinship"
	}
	if r > 0 || strings.HasPrefix(ha, hb) || strings.HasPrefix(hb, ha) || !lexicon.PersonNoun(ha) || !lexicon.PersonNoun(hb) || vagueTitle(ha) || vagueTitle(hb) || heldElsewhere(s, a, b.Source, all) || heldElsewhere(s, b, a.Source, all) {
		return ""
	}
	oa, ob := entitiesIn(s, a.Source, a.First, a.Last), entitiesIn(s, b.Source, b.First, b.Last)
	if len(oa) == 0 || len(ob) == 0 || disjoint(oa, ob) {
		return ""
	}
	return "two jobs at one place"
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

// byCourtesy reports whether a title says nothing of today: of a president, who
// keeps it, before his name; and where the clause tells how it was lost, or
// what somebody worked as.
func byCourtesy(s *compare.Story, c *compare.Claim) bool {
	r := part(s, c)
	if keptTitle(r.Head) && s.Document(c).Names[r.Name].First == r.Last {
		return true
	}
	switch verbLemma(s, c) {
	case "fire", "sack", "dismiss", "oust", "replace", "work", "serve":
		return true
	}
	doc := s.Document(c)
	for i := max(0, c.First-lossBefore); i < c.First; i++ {
		switch doc.Tokens[i].Norm {
		case "firing", "firings", "dismissal", "sacking", "ouster", "ousting", "dismissing":
			return true
		}
	}
	return false
}

// lossBefore is how many tokens before an office its loss may stand: "his
// firing of the director".
const lossBefore = 3

// keptTitle reports titles that people are addressed by for life.
func keptTitle(head string) bool {
	switch head {
	case "president", "senator", "governor", "ambassador", "general", "admiral", "colonel", "judge", "congressman", "congresswoman":
		return true
	}
	return false
}

// vagueTitle reports titles that leave open which office is meant.
func vagueTitle(head string) bool {
	switch head {
	case "executive", "official", "leader", "chief", "boss", "head", "officer", "member", "representative", "challenger", "candidate", "rival", "operative", "contender", "nominee", "pick", "investor", "spokesman", "spokeswoman", "spokesperson", "man", "woman", "ceo", "veteran", "recipient", "winner", "champion":
		return true
	}
	return false
}

// heldElsewhere reports whether the source also gives the claim's own job.
func heldElsewhere(s *compare.Story, c *compare.Claim, source int, all []*compare.Claim) bool {
	for _, o := range all {
		if o.Source == source && related(part(s, o).Head, part(s, c).Head) > 0 {
			return true
		}
	}
	return false
}

// former reports whether a role is said to be over.
func former(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	for i := max(0, c.First-1); i < c.Last; i++ {
		if word := doc.Tokens[i].Norm; strings.HasPrefix(word, "ex-") || strings.HasPrefix(word, "then-") {
			return true
		}
		switch doc.Tokens[i].Norm {
		case "former", "ex", "one-time", "onetime", "ex-president", "ex-minister", "retired", "then":
			return true
		}
	}
	return c.Last+1 < len(doc.Tokens) && doc.Tokens[c.Last].Norm == "from" && isYear(doc.Tokens[c.Last+1].Norm)
}

// isYear reports a year in digits: "president from 2000 to 2006".
func isYear(word string) bool {
	return len(word) == 4 && (word[0] == '1' || word[0] == '2') && word[3] >= '0' && word[3] <= '9'
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

// soleOffices are held by one person at a time in one organisation.
func soleOffice(head string) bool {
	switch head {
	case "president", "chancellor", "mayor", "governor", "king", "queen", "pope", "ceo", "executive", "chairman", "chairwoman", "coach", "captain", "editor", "commissioner":
		return true
	}
	return false
}

// rivalHolders finds one office of one organisation held by two persons.
func rivalHolders(s *compare.Story) []compare.Discrepancy {
	var holders []*compare.Claim
	for i := range s.Claims {
		if c := &s.Claims[i]; c.Sort == compare.Part && soleOffice(part(s, c).Head) && !former(s, c) && s.Entities[partEntity(s, c)].Type == nlp.Person {
			holders = append(holders, c)
		}
	}
	var out []compare.Discrepancy
	if len(holders) > maxRoles*len(s.Sources) {
		return nil
	}
	for i, x := range holders {
		for _, y := range holders[i+1:] {
			a, b := s.Ordered(x, y)
			ea, eb := partEntity(s, a), partEntity(s, b)
			if a.Source == b.Source || ea == eb || part(s, a).Head != part(s, b).Head || uses(s, ea, b.Source) || uses(s, eb, a.Source) {
				continue
			}
			if !sharedEntity(entitiesIn(s, a.Source, a.First, a.Last), entitiesIn(s, b.Source, b.First, b.Last)) {
				continue
			}
			if rel, _ := value.CompareNames(s.Entities[ea].Canonical, s.Entities[eb].Canonical); rel != value.Conflict {
				continue
			}
			verdict := compare.Conflict
			if apart(s, a, b) {
				verdict = compare.Update
			}
			out = append(out, compare.Discrepancy{
				Kind: compare.NameKind, Verdict: verdict, Score: roleScore,
				Why:     "one office, two holders",
				Subject: s.Document(a).Text(a.Span), Question: about("Who holds the office", s.Text(a)),
				A: holderSide(s, a), B: holderSide(s, b),
			})
		}
	}
	return out
}

// roleSide is the role's words; its norm is whether it is former, and its head.
func roleSide(s *compare.Story, c *compare.Claim) compare.Side {
	norm := part(s, c).Head
	if former(s, c) {
		norm = "former " + norm
	}
	return compare.Side{Evidence: c.Evidence(), Norm: norm}
}

// holderSide is the name of the person that holds a role.
func holderSide(s *compare.Story, c *compare.Claim) compare.Side {
	doc := s.Document(c)
	n := &doc.Names[part(s, c).Name]
	return compare.Side{Evidence: compare.Evidence{Source: c.Source, Span: n.Span}, Norm: value.NameKey(s.Entities[partEntity(s, c)].Canonical)}
}
