package lexicon

// NameCue says what a word tells about the name it stands in or beside.
type NameCue uint32

// The cues. A word may carry several.
const (
	CueOrgSuffix   NameCue = 1 << iota // Inc., Corp: ends a company's name, not part of its short form
	CueOrgHead                         // University, Bank, Ministry: last or "of" word of an organisation's name
	CueGroupHead                       // Brigade, Gang
	CuePlaceHead                       // County, River, Airport: last word of a place's name
	CuePlaceFirst                      // Lake, Mount, Fort, San: first word of a place's name
	CueEventHead                       // Forum, War, Cup
	CueProductHead                     // Boeing, Falcon, Flight: a number after it belongs to the name
	CueTitle                           // President, Sen.: stands before a person's name
	CueCourtesy                        // Mr, Dr, Sir: a title that says nothing of the job
	CueTitlePart                       // Prime, Vice, Deputy: begins a title
	CueOrgNoun                         // company, agency: describes an organisation
	CueGroupNoun                       // gang, militia, band
	CuePlaceNoun                       // city, village, river
	CueProductNoun                     // vaccine, rocket, app
	CueEventNoun                       // summit, conference
	CueSpeechVerb                      // said, told: its subject is somebody
	CuePlacePrep                       // in, near, outside
	CueParticle                        // van, bin, al: small words inside persons' names
	CueCalendar                        // Monday, January: no name
	CueSuffix                          // Jr., III
)

// NameCues returns the cues of a lower-case word, without a final stop.
func NameCues(word string) NameCue { return nameCues()[word] }

// TitleInFull writes an abbreviated title out: "representative" for "rep"; the
// word itself if it is none.
func TitleInFull(word string) string {
	if full, ok := titlesInFull[word]; ok {
		return full
	}
	return word
}

var titlesInFull = map[string]string{
	"rep": "representative", "reps": "representative", "sen": "senator", "sens": "senator", "gov": "governor", "gen": "general", "col": "colonel", "maj": "major",
	"capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "cpl": "corporal", "pvt": "private", "adm": "admiral",
	"cmdr": "commander", "prof": "professor", "rev": "reverend", "cllr": "councillor", "supt": "superintendent",
	"det": "detective", "insp": "inspector", "prexy": "president", "exec": "executive",
}

// moreCommon adds words of the news that WordNet's tagged text lacks.
var moreCommon = wordSet(`
	airstrike airstrikes anybody anyone anything app blog bodycam caption coronavirus cyberattack email everybody
	everyone everything excavator extremist gunmen hashtag healthcare internet lawmaker lawmakers lawsuit livestream
	lockdown media migrant online pandemic photos rescuers selfie sexism shootout smartphone somebody something
	spokesperson terrorism tweet viral website`)

// EverydayAcronym reports acronyms, lower-case, that are common nouns and name
// nothing by themselves: "a TV ad", "three SUVs".
func EverydayAcronym(norm string) bool { return everydayAcronyms[norm] }

var everydayAcronyms = wordSet(`
atm atv bbq cctv cd ceo cfo cgi coo cpr cto cv diy dna dui dvd dwi faq gdp gps icbm icu ipo iq it led mri ngo ok pc pdf
phd pin pr rv sms suv suvs tv tvs uav ufo ufos usb vip wifi`)
