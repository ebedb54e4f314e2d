package detect

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// clauseWords words what a claim's clause is about in a few words: subject and
// verb, or the first words of a fragment.
func clauseWords(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	cl := clauseOf(s, c)
	first, last := c.First, c.Last
	if cl != nil {
		first, last = cl.First, cl.Last
		if cl.Verb >= 0 {
			first, last = cl.VerbFirst, max(cl.VerbLast, cl.Object.Last)
			if !cl.Subject.Empty() && cl.Subject.Last <= cl.VerbFirst {
				first = cl.Subject.First
			}
		}
	}
	return quoted(doc, first, last)
}

// deedWords cites what is done in the clause of a claim: its verb and object,
// or the verb and a few words more.
func deedWords(s *compare.Story, c *compare.Claim) string {
	cl := clauseOf(s, c)
	if cl == nil || cl.Verb < 0 {
		return clauseWords(s, c)
	}
	last := max(cl.VerbLast, cl.Object.Last)
	if cl.Object.Empty() {
		last = min(cl.Last, cl.VerbLast+3)
	}
	return quoted(s.Document(c), cl.VerbFirst, last)
}

// quoted is the text of the tokens [first, last) in quotation marks, a dozen of
// them at most.
func quoted(doc *nlp.Document, first, last int) string {
	last = min(last, first+12)
	return "“" + strings.Join(strings.Fields(doc.Text(doc.TokenSpan(first, last))), " ") + "”"
}

// measured words what a figure measures: "people injured".
func measured(s *compare.Story, c *compare.Claim) string {
	q := quantity(s, c)
	doc := s.Document(c)
	noun := strings.ToLower(strings.Join(strings.Fields(doc.Text(doc.TokenSpan(q.NounFirst, q.NounLast))), " "))
	if word := fateWords[fate(s, c)]; q.Value.Dimension == value.Count && !strings.Contains(noun, word) && (noun == "" || isPeople(nounOf(s, c)) || lexicon.PersonNoun(nounOf(s, c))) {
		noun = strings.TrimSpace(noun + " " + word)
	}
	if noun == "" {
		noun = after(doc, q)
	}
	if noun == "" {
		noun = clauseWords(s, c)
	}
	return noun
}

// fateWords say of people what a class of event made of them.
var fateWords = map[string]string{
	"die": "dead", "injure": "injured", "arrest": "arrested", "rescue": "rescued", "evacuate": "evacuated", "miss": "missing", "charge": "charged", "convict": "convicted",
	"release": "released", "infect": "infected", "imprison": "in prison", "kidnap": "kidnapped", "strand": "stranded", "hospital": "in hospital",
}

// after words what follows a measure without a noun: "from the bottom of the
// well"; "" if nothing telling does.
func after(doc *nlp.Document, q *nlp.Quantity) string {
	const longest = 6
	from := q.Last
	end := doc.Sentences[q.Sentence].Last
	if from < end && doc.Tokens[from].Norm == ")" { // "four metres (13 feet) from the bottom"
		from++
	}
	last := from
	end = min(end, from+longest)
	for last < end && (isWord(&doc.Tokens[last]) && !doc.Tokens[last].Tag.IsVerb() && doc.Tokens[last].Tag != "CC") {
		last++
	}
	for last > from && !doc.Tokens[last-1].Tag.IsNoun() {
		last--
	}
	if first := &doc.Tokens[min(from, len(doc.Tokens)-1)]; last-from < 2 || first.Tag != "IN" && first.Tag != "TO" {
		return ""
	}
	return strings.Join(strings.Fields(doc.Text(doc.TokenSpan(from, last))), " ")
}

func numberQuestion(s *compare.Story, c *compare.Claim) string {
	what := measured(s, c)
	switch quantity(s, c).Value.Dimension {
	case value.Count:
		if unit := quantity(s, c).Value.Unit; unit == "magnitude" {
			return about("What magnitude", what)
		} else if unit != "" {
			return about("How many "+unit+"s", what)
		}
		if what != "" {
			return "How many " + what + "?"
		}
		return "How many?"
	case value.Money:
		return about("How much money", what)
	case value.Percent, value.PercentagePoint, value.Ratio:
		return about("What share", what)
	case value.Age:
		if whose := bearers(s, c); len(whose) > 0 {
			return "How old is " + s.Entities[whose[0]].Canonical + "?"
		}
		return about("How old", what)
	case value.Duration:
		return about("How long", what)
	case value.Score:
		return "What was the score?"
	}
	if q := measureQuestions[quantity(s, c).Value.Dimension]; q != "" {
		return about(q, what)
	}
	return about("What measure", what)
}

// measureQuestions ask for a measure by its dimension.
var measureQuestions = map[value.Dimension]string{
	value.Length: "What distance or length", value.Area: "What area", value.Volume: "What volume", value.Mass: "What weight",
	value.Speed: "How fast", value.Temperature: "What temperature", value.Energy: "How much energy", value.Power: "How much power", value.Data: "How much data",
}

// about is a question with what it is about in brackets.
func about(question, what string) string {
	if what == "" {
		return question + "?"
	}
	return question + " (" + what + ")?"
}

// nameQuestion asks for a name by what stands beside it: a name it is listed
// with, or the noun it goes with.
func nameQuestion(s *compare.Story, a, b *compare.Claim) string {
	if beside := siblings(s, a); len(beside) > 0 {
		both := siblings(s, b)
		for _, e := range beside {
			if slices.Contains(both, e) {
				return "Which name stands beside " + s.Entities[e].Canonical + "?"
			}
		}
	}
	for _, noun := range []string{governor(s, a), neighbour(s, a, -1), neighbour(s, a, 1)} {
		if noun != "" && slices.Contains([]string{governor(s, b), neighbour(s, b, -1), neighbour(s, b, 1)}, noun) {
			return about("Which name", noun)
		}
	}
	return about("Which name", clauseWords(s, a))
}
