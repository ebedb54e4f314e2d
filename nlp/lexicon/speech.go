package lexicon

import (
	"strings"
	"sync"
)

// SpeechClass says how a verb of speech or belief stands to what is said.
type SpeechClass uint8

// The classes. SpeechNone is the zero value: no verb of speech.
const (
	SpeechNone      SpeechClass = iota
	SpeechNeutral               // say, tell, write
	SpeechConfirm               // confirm, acknowledge, admit
	SpeechAnnounce              // announce, reveal, show
	SpeechClaim                 // claim, allege, insist
	SpeechDeny                  // deny, reject, dispute
	SpeechWarn                  // warn, urge, demand
	SpeechPredict               // predict, promise
	SpeechBelieve               // believe, think, fear
	SpeechCriticise             // condemn, blast
)

// SpeechFrame says what a verb needs beside it before its object counts as
// something said: "police found the body" is no speech, "police found that
// the man" is.
type SpeechFrame uint8

// The frames.
const (
	FrameAny   SpeechFrame = iota // any object or clause: "confirmed the deaths"
	FrameThat                     // a that-clause or a quotation
	FrameQuote                    // a quotation only: "called it “absurd”"
)

// Form is the inflection of a verb form.
type Form uint8

// The forms. A past form also stands for the participle.
const (
	FormBase Form = iota
	FormThird
	FormPast
	FormIng
)

// Speech is a form of a verb of speech or belief.
type Speech struct {
	Lemma string
	Class SpeechClass
	Frame SpeechFrame
	Form  Form
}

// speechVerbs lists base, third person, past and -ing form of each verb, in
// alphabetical order. Compiled for this project.
var speechVerbs = [...]struct {
	forms string
	class SpeechClass
	frame SpeechFrame
}{
	{"accuse accuses accused accusing", SpeechClaim, FrameAny},
	{"acknowledge acknowledges acknowledged acknowledging", SpeechConfirm, FrameAny},
	{"add adds added adding", SpeechNeutral, FrameAny},
	{"admit admits admitted admitting", SpeechConfirm, FrameAny},
	{"advise advises advised advising", SpeechWarn, FrameThat},
	{"affirm affirms affirmed affirming", SpeechConfirm, FrameAny},
	{"agree agrees agreed agreing", SpeechConfirm, FrameThat},
	{"alert alerts alerted alerting", SpeechWarn, FrameAny},
	{"allege alleges alleged alleging", SpeechClaim, FrameAny},
	{"announce announces announced announcing", SpeechAnnounce, FrameAny},
	{"answer answers answered answering", SpeechNeutral, FrameThat},
	{"argue argues argued arguing", SpeechClaim, FrameAny},
	{"ask asks asked asking", SpeechNeutral, FrameThat},
	{"assert asserts asserted asserting", SpeechClaim, FrameAny},
	{"assume assumes assumed assuming", SpeechBelieve, FrameThat},
	{"attest attests attested attesting", SpeechConfirm, FrameThat},
	{"beg begs begged begging", SpeechWarn, FrameQuote},
	{"believe believes believed believing", SpeechBelieve, FrameThat},
	{"blast blasts blasted blasting", SpeechCriticise, FrameAny},
	{"blog blogs blogged blogging", SpeechNeutral, FrameThat},
	{"boast boasts boasted boasting", SpeechClaim, FrameAny},
	{"brand brands branded branding", SpeechNeutral, FrameQuote},
	{"brief briefs briefed briefing", SpeechNeutral, FrameQuote},
	{"calculate calculates calculated calculating", SpeechPredict, FrameThat},
	{"call calls called calling", SpeechNeutral, FrameQuote},
	{"caption captions captioned captioning", SpeechNeutral, FrameThat},
	{"caution cautions cautioned cautioning", SpeechWarn, FrameAny},
	{"certify certifies certified certifying", SpeechConfirm, FrameThat},
	{"chime chimes chimed chiming", SpeechNeutral, FrameThat},
	{"claim claims claimed claiming", SpeechClaim, FrameAny},
	{"comment comments commented commenting", SpeechNeutral, FrameAny},
	{"complain complains complained complaining", SpeechClaim, FrameAny},
	{"concede concedes conceded conceding", SpeechConfirm, FrameAny},
	{"conclude concludes concluded concluding", SpeechNeutral, FrameThat},
	{"condemn condemns condemned condemning", SpeechCriticise, FrameAny},
	{"confess confesses confessed confessing", SpeechConfirm, FrameAny},
	{"confirm confirms confirmed confirming", SpeechConfirm, FrameAny},
	{"contend contends contended contending", SpeechClaim, FrameAny},
	{"continue continues continued continuing", SpeechNeutral, FrameQuote},
	{"contradict contradicts contradicted contradicting", SpeechDeny, FrameAny},
	{"corroborate corroborates corroborated corroborating", SpeechConfirm, FrameAny},
	{"counsel counsels counseled counseling", SpeechNeutral, FrameQuote},
	{"criticise criticises criticised criticising", SpeechCriticise, FrameAny},
	{"criticize criticizes criticized criticizing", SpeechCriticise, FrameAny},
	{"cry cries cried crying", SpeechNeutral, FrameQuote},
	{"declare declares declared declaring", SpeechNeutral, FrameAny},
	{"decry decries decried decrying", SpeechCriticise, FrameAny},
	{"demand demands demanded demanding", SpeechWarn, FrameAny},
	{"denounce denounces denounced denouncing", SpeechCriticise, FrameAny},
	{"deny denies denied denying", SpeechDeny, FrameAny},
	{"deplore deplores deplored deploring", SpeechCriticise, FrameAny},
	{"describe describes described describing", SpeechNeutral, FrameQuote},
	{"detail details detailed detailing", SpeechAnnounce, FrameThat},
	{"determine determines determined determining", SpeechAnnounce, FrameThat},
	{"disavow disavows disavowed disavowing", SpeechDeny, FrameAny},
	{"disclose discloses disclosed disclosing", SpeechAnnounce, FrameAny},
	{"dismiss dismisses dismissed dismissing", SpeechDeny, FrameAny},
	{"dispute disputes disputed disputing", SpeechDeny, FrameAny},
	{"doubt doubts doubted doubting", SpeechBelieve, FrameThat},
	{"dub dubs dubbed dubbing", SpeechNeutral, FrameQuote},
	{"email emails emailed emailing", SpeechNeutral, FrameThat},
	{"emphasise emphasises emphasised emphasising", SpeechNeutral, FrameAny},
	{"emphasize emphasizes emphasized emphasizing", SpeechNeutral, FrameAny},
	{"enthuse enthuses enthused enthusing", SpeechNeutral, FrameAny},
	{"estimate estimates estimated estimating", SpeechPredict, FrameAny},
	{"explain explains explained explaining", SpeechNeutral, FrameAny},
	{"express expresses expressed expressing", SpeechNeutral, FrameQuote},
	{"fear fears feared fearing", SpeechBelieve, FrameThat},
	{"feel feels felt feeling", SpeechBelieve, FrameThat},
	{"find finds found finding", SpeechAnnounce, FrameThat},
	{"forecast forecasts forecast forecasting", SpeechPredict, FrameAny},
	{"guarantee guarantees guaranteed guaranteing", SpeechPredict, FrameAny},
	{"gush gushes gushed gushing", SpeechNeutral, FrameQuote},
	{"hail hails hailed hailing", SpeechNeutral, FrameQuote},
	{"highlight highlights highlighted highlighting", SpeechNeutral, FrameAny},
	{"hint hints hinted hinting", SpeechClaim, FrameAny},
	{"identify identifies identified identifying", SpeechAnnounce, FrameAny},
	{"imply implies implied implying", SpeechClaim, FrameThat},
	{"indicate indicates indicated indicating", SpeechAnnounce, FrameAny},
	{"inform informs informed informing", SpeechNeutral, FrameThat},
	{"insist insists insisted insisting", SpeechClaim, FrameAny},
	{"instruct instructs instructed instructing", SpeechWarn, FrameThat},
	{"joke jokes joked joking", SpeechNeutral, FrameQuote},
	{"label labels labelled labelling", SpeechNeutral, FrameQuote},
	{"lambast lambasts lambasted lambasting", SpeechCriticise, FrameAny},
	{"lament laments lamented lamenting", SpeechNeutral, FrameQuote},
	{"maintain maintains maintained maintaining", SpeechClaim, FrameAny},
	{"mention mentions mentioned mentioning", SpeechNeutral, FrameThat},
	{"muse muses mused musing", SpeechNeutral, FrameQuote},
	{"mutter mutters muttered muttering", SpeechNeutral, FrameQuote},
	{"note notes noted noting", SpeechNeutral, FrameThat},
	{"observe observes observed observing", SpeechNeutral, FrameAny},
	{"opine opines opined opining", SpeechNeutral, FrameAny},
	{"outline outlines outlined outlining", SpeechAnnounce, FrameThat},
	{"plead pleads pleaded pleading", SpeechWarn, FrameQuote},
	{"pledge pledges pledged pledging", SpeechPredict, FrameAny},
	{"post posts posted posting", SpeechNeutral, FrameThat},
	{"praise praises praised praising", SpeechNeutral, FrameQuote},
	{"predict predicts predicted predicting", SpeechPredict, FrameAny},
	{"promise promises promised promising", SpeechPredict, FrameAny},
	{"propose proposes proposed proposing", SpeechWarn, FrameAny},
	{"protest protests protested protesting", SpeechClaim, FrameAny},
	{"publish publishes published publishing", SpeechAnnounce, FrameThat},
	{"put puts put putting", SpeechNeutral, FrameQuote},
	{"quip quips quipped quipping", SpeechNeutral, FrameQuote},
	{"read reads read reading", SpeechNeutral, FrameQuote},
	{"reaffirm reaffirms reaffirmed reaffirming", SpeechConfirm, FrameAny},
	{"rebuff rebuffs rebuffed rebuffing", SpeechDeny, FrameAny},
	{"rebut rebuts rebutted rebutting", SpeechDeny, FrameAny},
	{"recall recalls recalled recalling", SpeechNeutral, FrameAny},
	{"reckon reckons reckoned reckoning", SpeechPredict, FrameAny},
	{"recommend recommends recommended recommending", SpeechWarn, FrameAny},
	{"recount recounts recounted recounting", SpeechNeutral, FrameAny},
	{"refute refutes refuted refuting", SpeechDeny, FrameAny},
	{"reiterate reiterates reiterated reiterating", SpeechNeutral, FrameAny},
	{"reject rejects rejected rejecting", SpeechDeny, FrameAny},
	{"relate relates related relating", SpeechNeutral, FrameThat},
	{"relay relays relayed relaying", SpeechNeutral, FrameThat},
	{"remark remarks remarked remarking", SpeechNeutral, FrameAny},
	{"repeat repeats repeated repeating", SpeechNeutral, FrameThat},
	{"reply replies replied replying", SpeechNeutral, FrameThat},
	{"report reports reported reporting", SpeechNeutral, FrameAny},
	{"request requests requested requesting", SpeechWarn, FrameAny},
	{"respond responds responded responding", SpeechNeutral, FrameThat},
	{"retweet retweets retweeted retweeting", SpeechNeutral, FrameAny},
	{"reveal reveals revealed revealing", SpeechAnnounce, FrameAny},
	{"roar roars roared roaring", SpeechNeutral, FrameQuote},
	{"rule rules ruled ruling", SpeechAnnounce, FrameThat},
	{"say says said saying", SpeechNeutral, FrameAny},
	{"shout shouts shouted shouting", SpeechNeutral, FrameQuote},
	{"show shows showed showing", SpeechAnnounce, FrameThat},
	{"slam slams slammed slamming", SpeechCriticise, FrameAny},
	{"speak speaks spoke speaking", SpeechNeutral, FrameQuote},
	{"speculate speculates speculated speculating", SpeechClaim, FrameAny},
	{"state states stated stating", SpeechNeutral, FrameAny},
	{"stress stresses stressed stressing", SpeechNeutral, FrameAny},
	{"suggest suggests suggested suggesting", SpeechClaim, FrameAny},
	{"suspect suspects suspected suspecting", SpeechBelieve, FrameThat},
	{"swear swears swore swearing", SpeechPredict, FrameAny},
	{"tell tells told telling", SpeechNeutral, FrameAny},
	{"term terms termed terming", SpeechNeutral, FrameQuote},
	{"testify testifies testified testifying", SpeechNeutral, FrameThat},
	{"text texts texted texting", SpeechNeutral, FrameThat},
	{"think thinks thought thinking", SpeechBelieve, FrameThat},
	{"threaten threatens threatened threatening", SpeechWarn, FrameAny},
	{"tweet tweets tweeted tweeting", SpeechNeutral, FrameAny},
	{"underline underlines underlined underlining", SpeechNeutral, FrameAny},
	{"underscore underscores underscored underscoring", SpeechNeutral, FrameAny},
	{"understand understands understood understanding", SpeechBelieve, FrameThat},
	{"unveil unveils unveiled unveiling", SpeechAnnounce, FrameThat},
	{"urge urges urged urging", SpeechWarn, FrameAny},
	{"verify verifies verified verifying", SpeechConfirm, FrameThat},
	{"vow vows vowed vowing", SpeechPredict, FrameAny},
	{"warn warns warned warning", SpeechWarn, FrameAny},
	{"whisper whispers whispered whispering", SpeechNeutral, FrameQuote},
	{"wire wires wired wiring", SpeechNeutral, FrameThat},
	{"write writes wrote writing", SpeechNeutral, FrameAny},
	{"yell yells yelled yelling", SpeechNeutral, FrameQuote},
}

var speechForms = sync.OnceValue(func() map[string]Speech {
	m := make(map[string]Speech, 4*len(speechVerbs))
	for _, v := range speechVerbs {
		f := strings.Fields(v.forms)
		for i, w := range f {
			// "read" is base and past: it is kept as past, the commoner cue.
			if _, ok := m[w]; ok && Form(i) != FormPast {
				continue
			}
			m[w] = Speech{Lemma: f[0], Class: v.class, Frame: v.frame, Form: Form(i)}
		}
	}
	return m
})

// SpeechVerb looks a lower-case word form up among the verbs of speech and
// belief.
func SpeechVerb(norm string) (Speech, bool) {
	s, ok := speechForms()[norm]
	return s, ok
}
