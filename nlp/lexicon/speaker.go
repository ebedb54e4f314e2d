package lexicon

import "sync"

// speakerNouns are head nouns of nameless speakers, singular and plural forms
// as they stand in a text. Compiled for this project.
const speakerNouns = `
administration agencies agency aide aides ambassador analyst analysts attorney attorneys author
authorities authority board bosses broadcaster brother campaign captain cardinal chairman chairwoman
chancellor charities charity chief chiefs club clubs coach coalition commander commissioner
committee companies company congressman congresswoman consultant consultants coroner council
councillor counsel court cousin critics daughter defendant department deputy detective detectives
diplomat diplomats director doctor doctors driver economist economists embassy employee employees
employer engineer engineers executive executives expert experts eyewitness eyewitnesses family
father federation firefighters firm firms friend friends general government governments governor
group groups guard guards historian historians hospital husband inspector insurer investigator
investigators journalist journalists judge judges jury king kremlin lawmaker lawmakers lawyer
lawyers leader leaders maker man manager mayor media medics member members military minister
ministers ministry mother nation neighbor neighbors neighbour neighbours network newspaper
newspapers nurse nurses observers office officer officers official officials operator opponents
organisation organisations organiser organisers organization organizations organizer organizers
outlet outlets owner owners paramedics parent parents partner party passenger passengers people
person pilot player police policeman pope premier president priest prince princess professor
prosecution prosecutor prosecutors protester protesters publicist queen rabbi regulator regulators
reporter reporters representative representatives rescuer rescuers researcher researchers resident
residents retailer scientist scientists secretary senator senators service services sheriff sister
son source sources spokesman spokesmen spokespeople spokesperson spokespersons spokeswoman
spokeswomen staff startup station student students supporters survivor survivors suspect teacher
teachers team teenager union unions university user users victim victims watchdog website widow wife
witness witnesses woman worker workers
`

// reportNouns are what a source can be instead of a person: "according to the
// indictment", "a study found that".
const reportNouns = `
account accounts affidavit agenda analysis announcement article articles autopsy blog book brief
briefing broadcast bulletin complaint data document documents dossier email emails estimate
estimates evidence figures filing filings findings footage forecast forecasts headline headlines
images indications indictment information interview investigation lawsuit letter log media memo
message messages minutes paper papers poll polls post posts record records release releases report
reports research results ruling sign source statement statements statistics studies study suit
summary survey surveys testimony timeline transcript transcripts tweet tweets update updates video
videos warrant
`

// occasionNouns are where something is said: "in a blog post", "at a news
// conference".
const occasionNouns = `
account address advisory announcement appearance article bbc blog blogpost brief briefing broadcast
bulletin call column comment comments complaint conference debate document editorial email emails
essay filing hearing instagram interview interviews lawsuit letter livestream meeting memo message
messages newsletter note op-ed page podcast post posts presser rally release remarks report reports
response sermon session show snapchat speech statement statements summit talk telecast telegram
telephone testimony thread tweet tweets update video videos vigil webcast
`

// mediaNouns are speakers whose report is hearsay rather than a statement of
// somebody concerned: "media outlets report".
const mediaNouns = `
broadcaster broadcasters media newspaper newspapers outlet outlets press reports tabloid tabloids
`

// platforms are networks on which something is said, after "on" or "via".
const platforms = `
bluesky facebook instagram linkedin mastodon reddit snapchat telegram threads tiktok tumblr twitter
weibo whatsapp x youtube
`

var (
	speakerNounSet  = sync.OnceValue(func() map[string]bool { return wordSet(speakerNouns) })
	reportNounSet   = sync.OnceValue(func() map[string]bool { return wordSet(reportNouns) })
	occasionNounSet = sync.OnceValue(func() map[string]bool { return wordSet(occasionNouns) })
	mediaNounSet    = sync.OnceValue(func() map[string]bool { return wordSet(mediaNouns) })
	platformSet     = sync.OnceValue(func() map[string]bool { return wordSet(platforms) })
)

// SpeakerNoun reports a head noun of people or bodies that speak: "officials",
// "spokesman", "police".
func SpeakerNoun(norm string) bool { return speakerNounSet()[norm] }

// ReportNoun reports a head noun of texts that say something: "indictment".
func ReportNoun(norm string) bool { return reportNounSet()[norm] }

// OccasionNoun reports a noun for where something is said: "interview".
func OccasionNoun(norm string) bool { return occasionNounSet()[norm] }

// MediaNoun reports a noun for those whose word is hearsay: "outlets".
func MediaNoun(norm string) bool { return mediaNounSet()[norm] }

// Platform reports the name of a network: "twitter".
func Platform(norm string) bool { return platformSet()[norm] }

var namingWordSet = sync.OnceValue(func() map[string]bool {
	return wordSet(`aka alias called calls code-named codenamed christened coined deemed dubbed dubs entitled
		headlined known labeled labelled marked named nicknamed so-called subtitled termed titled word words`)
})

// NamingWord reports a word after which quotation marks hold a name or title
// rather than speech: "dubbed".
func NamingWord(norm string) bool { return namingWordSet()[norm] }
