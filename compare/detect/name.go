package detect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

var name = &compare.Detector{
	Kind: compare.NameKind,
	Doc: `another name in the same place, or one name spelled in two ways

Fires when aligned sentences name different things of one type in the same slot
(beside the same other name, after the same words) and neither source knows the
other's name; when two products stand by one noun that both reports are about,
and only one report knows both (vaccines for measles, the Covid-19 vaccine); and
when two sources spell what looks like one name differently.
Silent for aliases, short forms, acronyms, titles, British and American spelling,
names that both sources use, places (see place), examples that each report picks
(stars like ...), and parts of hyphenated words.
Misses names in slots that share no word.`,
	Run: runName,
}

const (
	slotThreshold   = 0.55
	spellingScore   = 0.72 // a spelling variant needs no alignment: the names themselves align
	innerSpelling   = 0.62
	fewestNameBytes = 5
)

func runName(s *compare.Story) []compare.Discrepancy {
	out := spellings(s)
	var list []candidate
	s.Pairs(compare.Naming, func(p compare.Pair) {
		if p.A.Source == p.B.Source {
			return
		}
		ea, eb := entityOf(s, p.A), entityOf(s, p.B)
		if ea == eb {
			return
		}
		why := "in the same place of the sentence, and neither report uses the other's name"
		if bareSurname(s.Text(p.A), s.Text(p.B)) {
			return
		}
		inA, inB := uses(s, eb, p.A.Source), uses(s, ea, p.B.Source)
		if inA && inB || (inA || inB) && !besideTheOther(s, p, ea, eb) {
			return
		}
		slot := slotLikeness(s, p.A, p.B)
		if inA || inB {
			slot, why = 1, "both tell more about one noun, and only one report uses both"
		}
		if example(s, p.A) || example(s, p.B) || isPlace(s, p.A) && isPlace(s, p.B) || modifier(s, p.A) || modifier(s, p.B) || opener(s, p.A) || opener(s, p.B) {
			return
		}
		if slot == 0 || !sameSortOfName(s, ea, eb) || isSpeaker(s, p.A) || isSpeaker(s, p.B) || sharedSiblings(s, p.A, p.B) >= fewestMembers || dateline(s, p.A) || dateline(s, p.B) {
			return // see attribution, list
		}
		score := 0.5*slot + 0.35*p.Dice + 0.25*p.Link.Dice
		if score >= slotThreshold {
			list = append(list, candidate{p.A, p.B, min(1, score), why})
		}
	})
	for _, c := range assign(list) {
		out = append(out, compare.Discrepancy{
			Kind: compare.NameKind, Verdict: compare.Conflict, Score: c.score, Why: c.why,
			Subject: nameQuestion(s, c.a, c.b), Question: nameQuestion(s, c.a, c.b),
			A: nameSide(s, c.a), B: nameSide(s, c.b),
		})
	}
	return out
}

// besideTheOther reports whether two products fill one slot although one report
// knows both: the noun they go with is what both reports are about ("vaccines
// for measles", "the Covid-19 vaccine"), and neither sentence names the other.
func besideTheOther(s *compare.Story, p compare.Pair, ea, eb int) bool {
	if s.Entities[ea].Type != nlp.Product || s.Entities[eb].Type != nlp.Product {
		return false
	}
	ga, gb := governor(s, p.A), governor(s, p.B)
	return ga != "" && ga == gb && !namedIn(s, p.A, eb) && !namedIn(s, p.B, ea) &&
		isTopic(s, p.A.Source, ga) && isTopic(s, p.B.Source, ga)
}

// topicSentences is in how many sentences a noun stands that a report is about.
const topicSentences = 3

// isTopic reports whether a source is about a noun. It reads on only to the last
// of the sentences that it takes.
func isTopic(s *compare.Story, source int, noun string) bool {
	doc := s.Sources[source].Doc
	n, last := 0, -1
	for i := range doc.Tokens {
		if doc.Tokens[i].Lemma != noun {
			continue
		}
		if sent := doc.SentenceOf(i); sent != last {
			if n++; n == topicSentences {
				return true
			}
			last = sent
		}
	}
	return false
}

// namedIn reports whether the claim's sentence names an entity.
func namedIn(s *compare.Story, c *compare.Claim, entity int) bool {
	sent := s.Document(c).Sentences[s.Passages[c.Passage].Sentence]
	return slices.Contains(entitiesIn(s, c.Source, sent.First, sent.Last), entity)
}

// bareSurname reports that one of two names is the surname of the other: there
// is no difference to be seen, whoever they are.
func bareSurname(a, b string) bool {
	a, b = value.NameKey(a), value.NameKey(b)
	return a != b && (a == lastName(b) || b == lastName(a))
}

func entityOf(s *compare.Story, c *compare.Claim) int {
	return s.Sources[c.Source].Entity[s.Document(c).Names[c.Mention].Entity]
}

// uses reports whether a source names the entity anywhere.
func uses(s *compare.Story, entity, source int) bool {
	return slices.Contains(s.Entities[entity].Sources, source)
}

// sameSortOfName reports whether two names can fill one slot, and do not mean
// the same thing.
func sameSortOfName(s *compare.Story, a, b int) bool {
	x, y := &s.Entities[a], &s.Entities[b]
	if x.Type == nlp.Nationality || y.Type == nlp.Nationality {
		return false
	}
	if x.Type != y.Type && x.Type != nlp.UnknownType && y.Type != nlp.UnknownType && !(body(x.Type) && body(y.Type)) {
		return false
	}
	if streetName(x.Canonical) != "" && streetName(x.Canonical) == streetName(y.Canonical) {
		return false // one street, two sorts of it: see place
	}
	rel, _ := value.CompareNames(x.Canonical, y.Canonical)
	return rel == value.Conflict && !sameButFor(x.Canonical, y.Canonical) && strings.TrimSuffix(value.NameKey(x.Canonical), "s") != strings.TrimSuffix(value.NameKey(y.Canonical), "s")
}

func body(t nlp.EntityType) bool {
	return t == nlp.Organisation || t == nlp.Group || t == nlp.Product
}

// slotLikeness is how alike the places are in which two names stand: the word
// before, the word after, and a name they are listed with; 0 if none agrees.
func slotLikeness(s *compare.Story, a, b *compare.Claim) float64 {
	before := sameNeighbour(neighbour(s, a, -1), neighbour(s, b, -1))
	after := sameNeighbour(neighbour(s, a, 1), neighbour(s, b, 1))
	listed := listedWith(s, a, b) && !(isPlace(s, a) && isPlace(s, b)) // a town and its state look like a list
	ga, gb := governor(s, a), governor(s, b)
	score := 0.0
	if !listed && ga != "" && gb != "" && related(ga, gb) < sameNoun {
		return 0 // the ambassador of one, the chairman of the other
	}
	if ga != "" && related(ga, gb) >= sameNoun && lexicon.IDF(ga) >= tellingNoun {
		score += 0.4
	}
	if before {
		score += 0.5
	}
	if after {
		score += 0.3
	}
	if listed {
		score += 0.7
	}
	return min(1, score)
}

// governor is the lemma of the noun that a name tells more about: "the COVID-19
// vaccine", "a vaccine for MERS"; "" if it stands by itself.
func governor(s *compare.Story, c *compare.Claim) string {
	doc := s.Document(c)
	sent := doc.Sentences[s.Passages[c.Passage].Sentence]
	if i := c.Last; i < sent.Last && doc.Tokens[i].Tag.IsNoun() && !doc.Tokens[i].Tag.IsProper() {
		return doc.Tokens[i].Lemma
	}
	if i := c.First - 2; i >= sent.First && doc.Tokens[i].Tag.IsNoun() {
		switch doc.Tokens[i+1].Norm {
		case "for", "of", "against", "on":
			return doc.Tokens[i].Lemma
		}
	}
	return ""
}

// sameNeighbour reports whether two words beside names mark one slot. Who says
// something is a matter of attribution, and titles that many hold and
// stretches of time mark nobody.
func sameNeighbour(x, y string) bool {
	switch x {
	case "senator", "sen.", "representative", "rep.", "congressman", "congresswoman", "mr.", "mrs.", "ms.", "mr", "mrs", "ms", "former",
		"year", "month", "week", "day", "time":
		return false
	}
	return x != "" && related(x, y) >= sameNoun && lexicon.EventClass(x) != "say"
}

// neighbour is the lemma of the nearest content word before (-1) or after (1)
// a name, at most three tokens away and in the same sentence.
func neighbour(s *compare.Story, c *compare.Claim, dir int) string {
	doc := s.Document(c)
	sent := doc.Sentences[s.Passages[c.Passage].Sentence]
	i := c.First - 1
	if dir > 0 {
		i = c.Last
	}
	for n := 0; n < 3 && i >= sent.First && i < sent.Last; n++ {
		t := &doc.Tokens[i]
		if t.Norm == "©" || dir < 0 && (t.Norm == "''" || t.Norm == "”") {
			return "" // whose picture it is, and who says what was quoted before, are other matters
		}
		if isWord(t) && !lexicon.Stopword(t.Norm) {
			return t.Lemma
		}
		if dir < 0 && t.Tag == "CC" && i > sent.First && !doc.Tokens[i-1].Tag.IsProper() {
			return "" // what stands before another clause
		}
		i += dir
	}
	return ""
}

// listedWith reports whether both names stand in a list with the same other
// name: "Orca and Heron", "Lynx and Heron".
func listedWith(s *compare.Story, a, b *compare.Claim) bool {
	return sharedEntity(siblings(s, a), siblings(s, b))
}

// sharedSiblings counts the names that two names are both listed with.
func sharedSiblings(s *compare.Story, a, b *compare.Claim) int {
	n := 0
	other := siblings(s, b)
	for _, e := range siblings(s, a) {
		if slices.Contains(other, e) {
			n++
		}
	}
	return n
}

// isSpeaker reports whether a name stands among the words that name the speaker
// of its sentence.
func isSpeaker(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	sent := s.Passages[c.Passage].Sentence
	i, _ := slices.BinarySearchFunc(doc.Attributions, sent, func(a nlp.Attribution, n int) int { return cmp.Compare(a.Sentence, n) })
	for ; i < len(doc.Attributions) && doc.Attributions[i].Sentence == sent; i++ {
		if doc.Attributions[i].Speaker.Overlaps(c.Span) {
			return true
		}
	}
	i, _ = slices.BinarySearchFunc(doc.Quotations, sent, func(q nlp.Quotation, n int) int { return cmp.Compare(q.Sentence, n) })
	for ; i < len(doc.Quotations) && doc.Quotations[i].Sentence == sent; i++ {
		if doc.Quotations[i].Speaker.Overlaps(c.Span) {
			return true
		}
	}
	return false
}

// dateline reports whether a name is where the report was written: at the start
// of a sentence, before a dash.
func dateline(s *compare.Story, c *compare.Claim) bool {
	doc := s.Document(c)
	sent := doc.Sentences[s.Passages[c.Passage].Sentence]
	for i := c.Last; c.First < sent.First+4 && i < min(c.Last+8, sent.Last); i++ {
		switch t := &doc.Tokens[i]; {
		case t.Norm == "-" || t.Norm == "--":
			return true
		case t.Tag.IsVerb():
			return false
		}
	}
	return false
}

// siblings are the entities listed with a name: the names before and after it
// with nothing but commas, quotation marks and "and" or "or" between.
func siblings(s *compare.Story, c *compare.Claim) []int {
	src := &s.Sources[c.Source]
	names := src.Doc.Names
	var list []int
	for i := c.Mention; i > 0 && joined(src.Doc, names[i-1].Last, names[i].First); i-- {
		list = append(list, src.Entity[names[i-1].Entity])
	}
	for i := c.Mention; i+1 < len(names) && joined(src.Doc, names[i].Last, names[i+1].First); i++ {
		list = append(list, src.Entity[names[i+1].Entity])
	}
	return list
}

// joined reports whether tokens [first, last) only join two list members: a comma
// or a conjunction, with quotation marks and articles.
func joined(doc *nlp.Document, first, last int) bool {
	if last <= first || last-first > 5 {
		return false
	}
	apart := false // Sal "the Bull" Grano is one person
	for i := first; i < last; i++ {
		switch doc.Tokens[i].Norm {
		case ",", "and", "or", "&":
			apart = true
		case "\"", "'", "''", "``", "“", "”", "the":
		default:
			return false
		}
	}
	return apart
}

func nameSide(s *compare.Story, c *compare.Claim) compare.Side {
	return compare.Side{Evidence: c.Evidence(), Norm: value.NameKey(s.Document(c).Text(c.Span))}
}
