//go:build ignore

// This program writes weights.bin from the weights that the module
// github.com/jdkato/prose/v2 exports. Its output is the same at every run.
package main

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"

	"github.com/factdiff/factdiff/nlp/tag/internal/feature"
)

// prefixes are how prose spells the templates; longer ones come first where one
// begins another.
var prefixes = []struct {
	text     string
	template uint64
	pieces   int
}{
	{"bias", feature.Bias, 0},
	{"i suffix ", feature.OwnSuffix, 1},
	{"i pref1 ", feature.OwnFirst, 1},
	{"i-1 tag+i word ", feature.LastTagOwnWord, 2},
	{"i tag+i-2 tag ", feature.LastTags, 2},
	{"i-1 tag ", feature.LastTag, 1},
	{"i-2 tag ", feature.TagBefore, 1},
	{"i word ", feature.OwnWord, 1},
	{"i-1 word ", feature.LastWord, 1},
	{"i-1 suffix ", feature.LastSuffix, 1},
	{"i-2 word ", feature.WordBefore, 1},
	{"i+1 word ", feature.NextWord, 1},
	{"i+1 suffix ", feature.NextSuffix, 1},
	{"i+2 word ", feature.WordAfter, 1},
}

func main() {
	log.SetFlags(0)
	var classes []string
	var fixed map[string]string
	var weights map[string]map[string]float64
	load("classes", &classes)
	load("tags", &fixed)
	load("weights", &weights)

	class := map[string]uint32{}
	for i, c := range classes {
		class[c] = uint32(i)
	}
	slots := make([]uint64, feature.SlotCount)
	lists := make([]byte, 3)
	keys := map[uint64]string{}
	insert := func(name string, key uint64, entries []uint32) {
		if other, ok := keys[key>>feature.OffsetBits]; ok {
			log.Fatalf("%q and %q share a key", name, other)
		}
		keys[key>>feature.OffsetBits] = name
		at := uint64(len(lists) / 3)
		if at >= 1<<feature.OffsetBits {
			log.Fatal("too many weights")
		}
		i := key & feature.SlotMask
		for slots[i] != 0 {
			i = (i + 1) & feature.SlotMask
		}
		slots[i] = key>>feature.OffsetBits<<feature.OffsetBits | at
		entries[len(entries)-1] |= feature.LastBit
		for _, e := range entries {
			lists = append(lists, byte(e), byte(e>>8), byte(e>>16))
		}
	}
	for _, name := range sorted(weights) {
		var entries []uint32
		for _, c := range classes {
			w, ok := weights[name][c]
			if !ok {
				continue
			}
			k := math.Round(w * 1000)
			if math.Abs(w*1000-k) > 1e-6 || k <= -feature.WeightBias || k >= feature.WeightBias {
				log.Fatalf("%q: weight %v does not fit", name, w)
			}
			entries = append(entries, class[c]|uint32(int(k)+feature.WeightBias)<<feature.WeightBits)
		}
		if len(entries) > 0 {
			insert(name, key(name), entries)
		}
	}
	for _, word := range sorted(fixed) {
		c, ok := class[fixed[word]]
		if !ok {
			log.Fatalf("%q has the unknown tag %q", word, fixed[word])
		}
		insert("fixed "+word, feature.Key(feature.FixedWord, feature.Hash(word), 0), []uint32{c})
	}
	out := make([]byte, 0, len(slots)*8+len(lists))
	for _, s := range slots {
		out = binary.LittleEndian.AppendUint64(out, s)
	}
	if err := os.WriteFile("weights.bin", append(out, lists...), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d features, %d bytes\n", len(keys), len(out)+len(lists))
}

// key is the key of a feature in prose's spelling.
func key(name string) uint64 {
	for _, p := range prefixes {
		rest, ok := strings.CutPrefix(name, p.text)
		if !ok {
			continue
		}
		switch p.pieces {
		case 0:
			return feature.Key(p.template, 0, 0)
		case 1:
			return feature.Key(p.template, feature.Hash(rest), 0)
		default:
			a, b, _ := strings.Cut(rest, " ")
			return feature.Key(p.template, feature.Hash(a), feature.Hash(b))
		}
	}
	log.Fatalf("feature %q has no known template", name)
	return 0
}

func load(name string, v any) {
	data := prose.MustAsset("model/AveragedPerceptron/" + name + ".gob")
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(v); err != nil {
		log.Fatal(err)
	}
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
