// Package feature holds what the tagger and the generator of its weights must
// agree on: the keys of features and the layout of weights.bin.
package feature

// Layout of weights.bin: a hash table of SlotCount little-endian 64-bit slots,
// then the weight lists, 3 bytes an entry. A slot holds the upper 45 bits of a
// feature's key and the 19-bit index of its weight list; 0 is empty, and a
// taken slot sends the search to the next. An entry holds the class in 6 bits,
// a bit that marks the last of its list, and the weight in thousandths in 17
// bits, biased by WeightBias. Entry 0 is not used.
const (
	SlotCount  = 1 << 17
	SlotMask   = SlotCount - 1
	OffsetBits = 19
	ClassMask  = 1<<6 - 1
	LastBit    = 1 << 6
	WeightBits = 7 // the weight stands above these
	WeightBias = 1 << 16
)

// Templates of features, with their pieces.
const (
	Bias           = iota
	OwnSuffix      // last 3 bytes of the word as written
	OwnFirst       // its first byte
	LastTag        // tag before
	TagBefore      // tag before that
	LastTags       // both
	OwnWord        // word, normalised as all words below
	LastTagOwnWord // tag before and word
	LastWord       // word before
	LastSuffix     // last 3 bytes of it
	WordBefore     // word before that
	NextWord       // word after
	NextSuffix     // last 3 bytes of it
	WordAfter      // word after that
	FixedWord      // word as written that is tagged without context
)

// Hash is the 64-bit FNV-1a hash of a piece.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// Key is the key of the feature made of a template and up to two pieces, 0 for
// a missing one. The generator checks that no two features of the model share
// a key.
func Key(template, a, b uint64) uint64 {
	x := a + (template+1)*0x9e3779b97f4a7c15 + (b<<31|b>>33)*0xff51afd7ed558ccd
	x = (x ^ x>>32) * 0xd6e8feb86659fd93
	x = (x ^ x>>29) * 0xc4ceb9fe1a85ec53
	return x ^ x>>32
}
