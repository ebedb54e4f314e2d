package detect

import (
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/value"
)

// rivalOffices reports whether two roles are offices of one sort of which a
// person holds one at a time: at the head of a body, or in public life.
func rivalOffices(s *compare.Story, a, b *compare.Claim) bool {
	x, y := officeOf(s, a), officeOf(s, b)
	return x != "" && y != "" && x != y && publicOffice(x) == publicOffice(y)
}

// officeOf names the office that a role is, "" if it is none of those that
// exclude one another.
func officeOf(s *compare.Story, c *compare.Claim) string {
	r, doc := part(s, c), s.Document(c)
	word := func(want string) bool {
		for i := r.First; i < r.Last; i++ {
			if doc.Tokens[i].Norm == want {
				return true
			}
		}
		return false
	}
	switch r.Head {
	case "governor", "mayor", "minister", "sheriff", "ambassador":
		if word("deputy") || word("vice") || word("assistant") {
			return "deputy " + r.Head
		}
		return r.Head
	case "chief":
		if word("police") || word("fire") || word("defence") || word("defense") {
			return "chief"
		}
	case "leader":
		if word("council") {
			return "leader"
		}
	case "member":
		if word("cabinet") {
			return "member"
		}
	case "president", "chairman", "chairwoman", "executive", "ceo", "director":
		return bodyOffice(r.Head, word)
	}
	return ""
}

// bodyOffice names an office at the head of a firm or other body. Words before
// the noun tell the head of all from the head of a part: a vice president, a
// sales director.
func bodyOffice(head string, word func(string) bool) string {
	if word("vice") || word("deputy") || word("assistant") || word("honorary") {
		return ""
	}
	switch {
	case head == "ceo", head == "executive" && word("chief"):
		return "chief executive"
	case head == "director" && word("executive"):
		return "executive director"
	case head == "director" && word("managing"):
		return "managing director"
	case head == "president":
		return "president"
	case head == "chairman", head == "chairwoman":
		return "chairman"
	}
	return ""
}

// publicOffice tells the offices of towns and states from those of bodies.
func publicOffice(office string) bool {
	switch office {
	case "chief executive", "executive director", "managing director", "president", "chairman":
		return false
	}
	return true
}

// soleOffice reports offices held by one person at a time in one organisation.
func soleOffice(head string) bool {
	switch head {
	case "president", "chancellor", "mayor", "governor", "king", "queen", "pope", "ceo", "executive", "chairman", "chairwoman", "coach", "captain", "editor", "commissioner":
		return true
	}
	return false
}

// maxHolders is how often a report of news names the holders of one office, on
// the average of the reports.
const maxHolders = 20

// rivalHolders finds one office of one organisation held by two persons. The
// answer is a name, and so is the kind of what it finds.
func rivalHolders(s *compare.Story) []compare.Discrepancy {
	var heads []string // in the order of the sources, to find the same in every run
	holders := map[string][]*compare.Claim{}
	for i := range s.Claims {
		c := &s.Claims[i]
		if c.Sort != compare.Part || !soleOffice(part(s, c).Head) || former(s, c) || s.Entities[partEntity(s, c)].Type != nlp.Person {
			continue
		}
		head := part(s, c).Head
		if holders[head] == nil {
			heads = append(heads, head)
		}
		holders[head] = append(holders[head], c)
	}
	var out []compare.Discrepancy
	for _, head := range heads {
		list := holders[head]
		if len(list) > maxHolders*len(s.Sources) {
			continue
		}
		for i, x := range list {
			for _, y := range list[i+1:] {
				if d, ok := twoHolders(s, x, y); ok {
					out = append(out, d)
				}
			}
		}
	}
	return out
}

// twoHolders reports an office of one organisation that two sources give to
// persons of whom neither source names both.
func twoHolders(s *compare.Story, x, y *compare.Claim) (compare.Discrepancy, bool) {
	ex, ey := partEntity(s, x), partEntity(s, y)
	if x.Source == y.Source || ex == ey || uses(s, ex, y.Source) || uses(s, ey, x.Source) {
		return compare.Discrepancy{}, false
	}
	if !sharedEntity(entitiesIn(s, x.Source, x.First, x.Last), entitiesIn(s, y.Source, y.First, y.Last)) {
		return compare.Discrepancy{}, false
	}
	if rel, _ := value.CompareNames(s.Entities[ex].Canonical, s.Entities[ey].Canonical); rel != value.Conflict {
		return compare.Discrepancy{}, false
	}
	a, b := s.Ordered(x, y)
	verdict := compare.Conflict
	if apart(s, a, b) {
		verdict = compare.Update
	}
	return compare.Discrepancy{
		Kind: compare.NameKind, Verdict: verdict, Score: roleScore,
		Why:     "one office, two holders",
		Subject: s.Document(a).Text(a.Span), Question: about("Who holds the office", s.Text(a)),
		A: holderSide(s, a), B: holderSide(s, b),
	}, true
}

// holderSide is the name of the person that holds a role.
func holderSide(s *compare.Story, c *compare.Claim) compare.Side {
	doc := s.Document(c)
	n := &doc.Names[part(s, c).Name]
	return compare.Side{Evidence: compare.Evidence{Source: c.Source, Span: n.Span}, Norm: value.NameKey(s.Entities[partEntity(s, c)].Canonical)}
}
