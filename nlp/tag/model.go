package tag

import (
	_ "embed"
	"encoding/binary"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/tag/internal/feature"
)

//go:generate go run gen.go

// The weights are those of github.com/jdkato/prose/v2 v2.0.0 (MIT licence, (c)
// 2017-2018 Joseph Kato), whose tagger is a port of Matthew Honnibal's
// averaged perceptron (MIT licence, (c) 2013 Matthew Honnibal). gen.go writes
// them as a table that is used as it lies in the program: nothing is parsed or
// copied at start. Package feature describes the layout; both licences stand in
// WEIGHTS-LICENSE.
//
//go:embed weights.bin
var weights []byte

// classes are the tags in the order of the model's class numbers. The last
// three are not predicted.
var classes = [...]nlp.Tag{
	"EX", "NNPS", "WP$", "TO", ":", "FW", "JJR", "$", "VBN", "CC", "#", "NNP", "VBZ", "VBD", "POS",
	"RB", "CD", "NN", "JJ", "RBS", "MD", "VB", "``", ".", "RP", ")", ",", "(", "WRB", "RBR",
	"IN", "PRP$", "SYM", "DT", "VBP", "PDT", "LS", "JJS", "WDT", "UH", "VBG", "''", "NNS", "WP", "PRP",
	"-START-", "-START2-", "-",
}

// Class numbers that the code names.
const (
	classNN     = 17
	classStart  = 45
	classStart2 = 46
	classDash   = 47
)

// classHash is the hash of each class's name as a piece of a feature.
var classHash = func() (h [len(classes)]uint64) {
	for i, c := range classes {
		h[i] = feature.Hash(string(c))
	}
	return h
}()

// list is the offset in weights of the weight list of a feature, 0 if the
// model has none.
func list(key uint64) int {
	i := int(key & feature.SlotMask)
	for {
		slot := binary.LittleEndian.Uint64(weights[i*8:])
		if slot == 0 {
			return 0
		}
		if (slot^key)>>feature.OffsetBits == 0 {
			return feature.SlotCount*8 + int(slot&(1<<feature.OffsetBits-1))*3
		}
		i = (i + 1) & feature.SlotMask
	}
}

// scores are the sums of weights of each class and the set of classes that any
// feature spoke for.
type scores struct {
	sum  [64]int32
	seen uint64
}

// add adds the weights of the feature.
func (s *scores) add(key uint64) {
	at := list(key)
	if at == 0 {
		return
	}
	for entries := weights[at:]; len(entries) >= 3; entries = entries[3:] {
		e := uint32(entries[0]) | uint32(entries[1])<<8 | uint32(entries[2])<<16
		class := e & feature.ClassMask
		s.sum[class] += int32(e>>feature.WeightBits) - feature.WeightBias
		s.seen |= 1 << class
		if e&feature.LastBit != 0 {
			return
		}
	}
}

// best is the class with the highest sum; of equals the first.
func (s *scores) best() uint8 {
	best, top := uint8(classNN), int32(-1<<31)
	for i := range uint8(classStart) {
		if s.sum[i] > top && s.seen>>i&1 != 0 {
			best, top = i, s.sum[i]
		}
	}
	return best
}

// fixed is the class of a word that the model tags without context.
func fixed(word uint64) (class uint8, ok bool) {
	at := list(feature.Key(feature.FixedWord, word, 0))
	if at == 0 {
		return 0, false
	}
	return weights[at] & feature.ClassMask, true
}
