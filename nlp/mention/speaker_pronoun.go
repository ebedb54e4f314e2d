package mention

import "github.com/factdiff/factdiff/nlp"

// resolve finds whom a pronoun at token t names: the last speaker of fitting
// sort, or a person named first in a nearer sentence.
func (q *speechFinder) resolve(sp *nlp.Speaker, pronoun string, t, s int) {
	doc := q.doc
	switch pronoun {
	case "he", "she":
		g := int8(1)
		if pronoun == "she" {
			g = 2
		}
		for k := s; k >= 0 && k >= s-maxPronounReach; k-- {
			if q.last.known && q.last.sentence == k && q.fits(q.last.speaker.Entity, g) {
				sp.Entity, sp.Inherited = q.last.speaker.Entity, true
				return
			}
			end := doc.Sentences[k].Last
			if k == s {
				end = t
			}
			for j := doc.Sentences[k].First; j < min(end, doc.Sentences[k].First+maxContent); j++ {
				if n := q.at[j].name; n != 0 && q.at[j].quote == 0 && q.fits(doc.Names[n-1].Entity, g) {
					sp.Entity, sp.Inherited = doc.Names[n-1].Entity, true
					return
				}
			}
		}
		if q.last.known && q.last.speaker.Entity < 0 && s-q.last.sentence <= 2 {
			sp.Head, sp.Inherited = q.last.speaker.Head, true
		}
	case "they", "it":
		if q.last.known && s-q.last.sentence <= maxPronounReach {
			e := q.last.speaker.Entity
			if e < 0 || doc.Entities[e].Type != nlp.Person {
				sp.Entity, sp.Head, sp.Inherited = e, q.last.speaker.Head, true
				return
			}
		}
		for k := s; k >= 0 && k >= s-1; k-- {
			end := doc.Sentences[k].Last
			if k == s {
				end = t
			}
			for j := doc.Sentences[k].First; j < min(end, doc.Sentences[k].First+maxContent); j++ {
				if n := q.at[j].name; n != 0 && q.at[j].quote == 0 {
					if ty := doc.Entities[doc.Names[n-1].Entity].Type; ty == nlp.Organisation || ty == nlp.Group {
						sp.Entity, sp.Inherited = doc.Names[n-1].Entity, true
						return
					}
				}
			}
		}
	}
}

// maxPronounReach is how many sentences back a pronoun looks.
const maxPronounReach = 4

// fits reports a person who may be called he (1) or she (2).
func (q *speechFinder) fits(entity int, g int8) bool {
	return entity >= 0 && q.doc.Entities[entity].Type == nlp.Person && (q.gender[entity] == 0 || q.gender[entity] == g)
}
