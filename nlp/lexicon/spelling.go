package lexicon

import "strings"

// American is a lower-case word in American spelling, if it has a British one
// that a rule or spellings tells: colour, organisation, centre, travelled. A
// word may become none that exists (contour, contor): the forms are for
// comparing two words only.
func American(word string) string {
	if len(word) < shortestBritish {
		return word
	}
	if us, ok := spellings[word]; ok {
		return us
	}
	for _, e := range britishEndings {
		if stem, ok := strings.CutSuffix(word, e.british); ok && len(stem) >= shortestStem {
			return stem + e.american
		}
	}
	if at := strings.Index(word, "our"); at >= 2 { // not hours, court, tourist
		return word[:at] + "or" + word[at+3:]
	}
	return word
}

const (
	shortestBritish = 5 // letters: "four" is no British "for"
	shortestStem    = 3 // letters before an ending: "wise", "metre"
)

// britishEndings are the endings that differ by rule, the longest first.
var britishEndings = [...]struct{ british, american string }{
	{"isations", "izations"}, {"isation", "ization"}, {"ising", "izing"}, {"isers", "izers"}, {"iser", "izer"}, {"ised", "ized"}, {"ises", "izes"}, {"ise", "ize"},
	{"ysing", "yzing"}, {"ysed", "yzed"}, {"yses", "yzes"}, {"yse", "yze"},
	{"ogues", "ogs"}, {"ogue", "og"},
	{"lling", "ling"}, {"llers", "lers"}, {"ller", "ler"}, {"lled", "led"},
	{"tres", "ters"}, {"tre", "ter"}, {"bre", "ber"},
	{"ences", "enses"}, {"ence", "ense"},
}

// spellings are words whose two spellings no rule tells, British first.
var spellings = wordPairs(`
	tyres tires  kerbs curbs  ploughs plows  cheque check  cheques checks
	programme program  programmes programs  jewellery jewelry  aluminium aluminum  sceptic skeptic  sceptics skeptics
	sceptical skeptical  scepticism skepticism  storey story  storeys stories  moustache mustache  pyjamas pajamas
	manoeuvre maneuver  manoeuvres maneuvers  paediatric pediatric  anaesthetic anesthetic  haemorrhage hemorrhage
	foetus fetus  oestrogen estrogen  encyclopaedia encyclopedia  mediaeval medieval  judgement judgment
	acknowledgement acknowledgment  enrol enroll  fulfil fulfill  skilful skillful  wilful willful  instalment installment
	towards toward  afterwards afterward  learnt learned  burnt burned  dreamt dreamed
	metre meter  metres meters  litre liter  litres liters  fibre fiber  fibres fibers`)
