package align

import (
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/lexicon"
	"github.com/factdiff/factdiff/nlp/value"
)

// Weights of terms that are no dictionary words, in the scale of lexicon.IDF.
const (
	nameWeight   = 6.0 // a name says nearly as much as the rarest word
	numberWeight = 4.0 // equal numbers are a good anchor, but small ones coincide
	maxContext   = 60  // tokens on either side of a value that may belong to its clause: more is no clause
	weightStep   = 64  // weights are multiples of 1/weightStep: their sums are exact
)

// terms interns the terms of a story.
type terms struct {
	story *compare.Story
	id    map[string]int32
	base  []float64 // weight by rarity in news
	count []int32   // passages that hold the term
	names [][]int32 // term ids of each story entity's words
}

// setTerms fills the terms of passages and claims.
func setTerms(s *compare.Story) {
	t := &terms{story: s, id: map[string]int32{}}
	t.names = make([][]int32, len(s.Entities))
	for i := range s.Entities {
		for w := range strings.FieldsSeq(value.NameKey(s.Entities[i].Canonical)) {
			if !lexicon.Stopword(w) {
				t.names[i] = append(t.names[i], t.intern(w, nameWeight))
			}
		}
	}
	byToken := make([][][]int32, len(s.Sources))
	for si := range s.Sources {
		byToken[si] = t.ofTokens(&s.Sources[si])
	}
	raw := make([][]compare.Term, len(s.Passages))
	for i := range s.Passages {
		p := &s.Passages[i]
		sent := s.Sources[p.Source].Doc.Sentences[p.Sentence]
		raw[i] = distinct(byToken[p.Source], sent.First, sent.Last, 0, 0)
		if !p.Mute {
			for _, term := range raw[i] {
				t.count[term.ID]++
			}
		}
	}
	weight := t.weights()
	for i := range s.Passages {
		s.Passages[i].Terms, s.Passages[i].Weight = weigh(raw[i], weight)
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		p := &s.Passages[c.Passage]
		doc := s.Sources[c.Source].Doc
		first, last := doc.Sentences[p.Sentence].First, doc.Sentences[p.Sentence].Last
		if c.Clause >= 0 {
			first, last = doc.Clauses[c.Clause].First, doc.Clauses[c.Clause].Last
		}
		first, last = max(first, c.First-maxContext), min(last, c.Last+maxContext)
		skipFirst, skipLast := c.First, c.Last
		if c.Sort == compare.Statement {
			skipFirst, skipLast = 0, 0
		}
		c.Terms, c.Weight = weigh(distinct(byToken[c.Source], first, last, skipFirst, skipLast), weight)
	}
	s.Terms = len(t.count)
}

func (t *terms) intern(key string, base float64) int32 {
	if id, ok := t.id[key]; ok {
		t.base[id] = max(t.base[id], base) // whichever use comes first
		return id
	}
	id := int32(len(t.base))
	t.id[key] = id
	t.base = append(t.base, base)
	t.count = append(t.count, 0)
	return id
}

// ofTokens returns the term ids of every token: none for function words and
// punctuation, the words of the longest form for a name.
func (t *terms) ofTokens(src *compare.Source) [][]int32 {
	doc := src.Doc
	of := make([][]int32, len(doc.Tokens))
	flat := make([]int32, 0, len(doc.Tokens))
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if !isContent(tok) {
			continue
		}
		key, weight := tok.Lemma, 0.0
		switch {
		case tok.Tag == "CD":
			key, weight = tok.Norm, numberWeight
		default:
			if class := lexicon.EventClass(tok.Lemma); class != "" {
				key = "@" + class
			}
			weight = lexicon.IDF(tok.Lemma)
		}
		flat = append(flat, t.intern(key, weight))
		of[i] = flat[len(flat)-1:]
	}
	for i := range doc.Names {
		n := &doc.Names[i]
		if ids := t.names[src.Entity[n.Entity]]; len(ids) > 0 && n.Last > n.First {
			for j := n.First; j < n.Last; j++ {
				of[j] = nil
			}
			of[n.First] = ids
		}
	}
	return of
}

// isContent reports whether a token may be a term.
func isContent(tok *nlp.Token) bool {
	switch {
	case tok.Tag == "CD":
		return true
	case tok.Tag.IsNoun(), tok.Tag.IsVerb(), tok.Tag.IsAdjective(), tok.Tag.IsAdverb():
		return !lexicon.Stopword(tok.Norm) && !lexicon.Stopword(tok.Lemma)
	}
	return false
}

// distinct collects the terms of tokens [first, last) without [skipFirst,
// skipLast), sorted by id, each once.
func distinct(byToken [][]int32, first, last, skipFirst, skipLast int) []compare.Term {
	n := 0
	for i := first; i < last; i++ {
		n += len(byToken[i])
	}
	list := make([]compare.Term, 0, n)
	for i := first; i < last; i++ {
		if i >= skipFirst && i < skipLast {
			continue
		}
		for _, id := range byToken[i] {
			list = append(list, compare.Term{ID: id, Token: int32(i)})
		}
	}
	slices.SortFunc(list, func(a, b compare.Term) int {
		if a.ID != b.ID {
			return int(a.ID - b.ID)
		}
		return int(a.Token - b.Token)
	})
	return slices.CompactFunc(list, func(a, b compare.Term) bool { return a.ID == b.ID })
}

// weights is the weight of each term: rarity in news, damped when the term
// stands in many passages of this story.
func (t *terms) weights() []float32 {
	n := 0
	for i := range t.story.Passages {
		if !t.story.Passages[i].Mute {
			n++
		}
	}
	w := make([]float32, len(t.base))
	scale := math.Log(float64(n) + 1)
	for i := range w {
		damp := 1.0
		if t.count[i] > 1 && n > 1 {
			damp = math.Sqrt(math.Log((float64(n)+1)/float64(t.count[i])) / scale)
		}
		w[i] = float32(math.Round(t.base[i]*damp*weightStep) / weightStep)
	}
	return w
}

func weigh(list []compare.Term, weight []float32) ([]compare.Term, float64) {
	sum := 0.0
	for i := range list {
		list[i].Weight = weight[list[i].ID]
		sum += float64(list[i].Weight)
	}
	return list, sum
}
