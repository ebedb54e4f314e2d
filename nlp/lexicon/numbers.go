package lexicon

// NumberKind says what part a word plays in a number.
type NumberKind uint8

// The kinds. NumberNone is the zero value.
const (
	NumberNone     NumberKind = iota
	NumberOnes                // zero to nineteen
	NumberTens                // twenty, thirty
	NumberHundred             // hundred
	NumberScale               // thousand, million, crore
	NumberDozen               // dozen, score
	NumberOrdinal             // first, twentieth
	NumberPlural              // dozens, hundreds, millions: Value is the singular's
	NumberFraction            // half, thirds, quarter
	NumberVague               // several, few: Value to High
	NumberShort               // bn, k: only right after figures
)

// NumberWord is a word of a number with its worth.
type NumberWord struct {
	Kind  NumberKind
	Value float64
	High  float64 // upper end of what a NumberPlural or NumberVague word allows, else 0
}

// Number looks up a lower-case word; Kind is NumberNone for others. Ordinals
// that double as fractions ("third") are given as NumberOrdinal, plural ones
// ("thirds") as NumberFraction.
func Number(word string) NumberWord { return numberWords[word] }

// What a vague word allows is a convention: "dozens" starts at two dozen, and
// the upper end is where a report would change to the next word, with a margin.
var numberWords = map[string]NumberWord{
	"zero": {NumberOnes, 0, 0}, "one": {NumberOnes, 1, 0}, "two": {NumberOnes, 2, 0}, "three": {NumberOnes, 3, 0}, "four": {NumberOnes, 4, 0},
	"five": {NumberOnes, 5, 0}, "six": {NumberOnes, 6, 0}, "seven": {NumberOnes, 7, 0}, "eight": {NumberOnes, 8, 0}, "nine": {NumberOnes, 9, 0},
	"ten": {NumberOnes, 10, 0}, "eleven": {NumberOnes, 11, 0}, "twelve": {NumberOnes, 12, 0}, "thirteen": {NumberOnes, 13, 0},
	"fourteen": {NumberOnes, 14, 0}, "fifteen": {NumberOnes, 15, 0}, "sixteen": {NumberOnes, 16, 0}, "seventeen": {NumberOnes, 17, 0},
	"eighteen": {NumberOnes, 18, 0}, "nineteen": {NumberOnes, 19, 0},

	"twenty": {NumberTens, 20, 0}, "thirty": {NumberTens, 30, 0}, "forty": {NumberTens, 40, 0}, "fifty": {NumberTens, 50, 0},
	"sixty": {NumberTens, 60, 0}, "seventy": {NumberTens, 70, 0}, "eighty": {NumberTens, 80, 0}, "ninety": {NumberTens, 90, 0},

	"hundred": {NumberHundred, 100, 0},

	"thousand": {NumberScale, 1e3, 0}, "million": {NumberScale, 1e6, 0}, "billion": {NumberScale, 1e9, 0}, "trillion": {NumberScale, 1e12, 0},
	"lakh": {NumberScale, 1e5, 0}, "crore": {NumberScale, 1e7, 0},

	"k": {NumberShort, 1e3, 0}, "m": {NumberShort, 1e6, 0}, "mn": {NumberShort, 1e6, 0}, "mln": {NumberShort, 1e6, 0},
	"mil": {NumberShort, 1e6, 0}, "b": {NumberShort, 1e9, 0}, "bn": {NumberShort, 1e9, 0}, "bln": {NumberShort, 1e9, 0},
	"t": {NumberShort, 1e12, 0}, "tn": {NumberShort, 1e12, 0}, "trn": {NumberShort, 1e12, 0},

	"dozen": {NumberDozen, 12, 0},

	"dozens": {NumberPlural, 12, 500}, "scores": {NumberPlural, 20, 400}, "tens": {NumberPlural, 10, 100},
	"hundreds": {NumberPlural, 100, 2e3}, "thousands": {NumberPlural, 1e3, 1e5}, "millions": {NumberPlural, 1e6, 1e9},
	"billions": {NumberPlural, 1e9, 1e12}, "trillions": {NumberPlural, 1e12, 1e15}, "lakhs": {NumberPlural, 1e5, 1e7},
	"crores": {NumberPlural, 1e7, 1e9},

	"several": {NumberVague, 3, 10}, "few": {NumberVague, 2, 7}, "couple": {NumberVague, 2, 3}, "handful": {NumberVague, 2, 8},
	"multiple": {NumberVague, 2, 50}, "pair": {NumberVague, 2, 2},

	"half": {NumberFraction, 0.5, 0}, "halves": {NumberFraction, 0.5, 0}, "quarters": {NumberFraction, 0.25, 0},
	"thirds": {NumberFraction, 1.0 / 3, 0}, "fourths": {NumberFraction, 0.25, 0}, "fifths": {NumberFraction, 0.2, 0},
	"sixths": {NumberFraction, 1.0 / 6, 0}, "sevenths": {NumberFraction, 1.0 / 7, 0}, "eighths": {NumberFraction, 0.125, 0},
	"ninths": {NumberFraction, 1.0 / 9, 0}, "tenths": {NumberFraction, 0.1, 0}, "quarter": {NumberFraction, 0.25, 0},

	"first": {NumberOrdinal, 1, 0}, "second": {NumberOrdinal, 2, 0}, "third": {NumberOrdinal, 3, 0}, "fourth": {NumberOrdinal, 4, 0},
	"fifth": {NumberOrdinal, 5, 0}, "sixth": {NumberOrdinal, 6, 0}, "seventh": {NumberOrdinal, 7, 0}, "eighth": {NumberOrdinal, 8, 0},
	"ninth": {NumberOrdinal, 9, 0}, "tenth": {NumberOrdinal, 10, 0}, "eleventh": {NumberOrdinal, 11, 0}, "twelfth": {NumberOrdinal, 12, 0},
	"thirteenth": {NumberOrdinal, 13, 0}, "fourteenth": {NumberOrdinal, 14, 0}, "fifteenth": {NumberOrdinal, 15, 0},
	"sixteenth": {NumberOrdinal, 16, 0}, "seventeenth": {NumberOrdinal, 17, 0}, "eighteenth": {NumberOrdinal, 18, 0},
	"nineteenth": {NumberOrdinal, 19, 0}, "twentieth": {NumberOrdinal, 20, 0}, "thirtieth": {NumberOrdinal, 30, 0},
	"fortieth": {NumberOrdinal, 40, 0}, "fiftieth": {NumberOrdinal, 50, 0}, "hundredth": {NumberOrdinal, 100, 0},
	"thousandth": {NumberOrdinal, 1000, 0},
}

// LabelWord reports words after which a figure is a name, not a number:
// "flight 93", "section 5", "phase 2", "no. 10".
func LabelWord(word string) bool { return labelWords[word] }

var labelWords = wordSet(`
act airbus amendment apollo apt article block boeing building bus camp car catch categories category
channel chapter chapters class clause convention district division episode exit exits figure flight
flights formula galaxy gate gates generation grade group groups highway index interstate ios iphone item
junction lane lap level levels line lines lot model motorway no no. nos nos. number numbers order page pages
paragraph part parts phase phases pier platform platforms playstation pool proposition psalm resolution
room route routes rule schedule season section sections stage stages step suite table terminal tier title
type unit verse version vol vol. volume ward week windows xbox zone zones`)

// SportWord reports words that make a pair of figures a score or a vote.
func SportWord(word string) bool { return sportWords[word] }

var sportWords = wordSet(`
advanced away beat beaten beating champions championship clinched comeback cup defeat defeated
defeating draw drawn drew edged final game goal goals half-time halftime home hosts innings lead
leading league led lose losing loss lost match outscored penalties playoff playoffs quarter
quarterback record rout routed ruled ruling score scored season semi-final semifinal set sets
shootout side team tie tied touchdown trailed trailing upset victory vote voted votes win winner
winning wins won`)

// CasualtyWord reports participles and adjectives that a number counts
// without a noun: "12 killed", "27 hurt", "three missing".
func CasualtyWord(word string) bool { return casualtyWords[word] }

var casualtyWords = wordSet(`
abducted aboard absent admitted affected arrested charged convicted critical dead detained displaced
drowned evacuated executed homeless hospitalised hospitalized hurt infected injured jailed kidnapped
killed missing rescued sacked sick slain stabbed stranded suspended trapped unaccounted wounded`)

// PeopleWord reports nouns for people and things that show that a figure like
// 2000 before them is a count and no year.
func PeopleWord(word string) bool { return peopleWords[word] }

var peopleWords = wordSet(`
animals buildings cars cases children civilians customers employees families fans guests homes
households houses jobs men migrants officers pages participants passengers patients people persons
protesters pupils refugees residents schools soldiers students troops users vehicles victims
villagers visitors voters women workers`)
