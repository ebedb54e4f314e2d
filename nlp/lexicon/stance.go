package lexicon

import "sync"

// StanceSort sorts the words that can mark a stance by the rule that decides
// about them (package mention).
type StanceSort uint8

// The sorts. NoStance is the zero value: no cue.
const (
	NoStance       StanceSort = iota
	NotWord                   // not, n't
	NeverWord                 // never, nobody: always negates
	NoWord                    // no
	WithoutWord               // without, lacking
	MayModal                  // may, might, could
	WillModal                 // will, shall
	WouldModal                // would
	CannotWord                // cannot
	HedgeAdverb               // possibly, perhaps
	HedgeAdjective            // likely, possible, apparent
	HedgeBelief               // thought, believed, feared: with "to" or a clause
	HedgeSeem                 // appears, seems
	HedgeClause               // suggests, indicates
	HedgeNoun                 // possibility, suspicion: with a that-clause
	UnclearWord               // unclear, unknown: hedges a "whether" clause
	AllegeAdverb              // allegedly
	AllegeWord                // alleged, suspected
	AllegeOf                  // accused, suspected: with "of"
	ChargeWith                // charged: with "with"
	AllegeClause              // claims, alleges: what follows
	ReportAdverb              // reportedly
	ReportRumour              // rumoured
	ReportVerb                // reports, reported
	PlanVerb                  // plans, intends, hopes: with "to"
	PlanReady                 // set, due, scheduled: with "to" after be
	DenyVerb                  // denied, refuted
	RejectVerb                // rejected, dismissed: with a claim as object
	FailVerb                  // failed, refused: with "to"
	UnableWord                // unable, yet: with "to"
)

// stanceWords lists the words of each sort. Compiled for this project.
var stanceWords = [...]struct {
	sort  StanceSort
	words string
}{
	{NotWord, "n't not"},
	{NeverWord, "neither never nobody none nor nothing nowhere"},
	{NoWord, "no"},
	{WithoutWord, "without"},
	{MayModal, "could may might"},
	{WillModal, "'ll shall will wo"},
	{WouldModal, "'d would"},
	{CannotWord, "cannot"},
	{HedgeAdverb, "apparently conceivably maybe perhaps possibly potentially presumably probably purportedly seemingly supposedly"},
	{HedgeAdjective, "apparent likely possible potential presumed probable unlikely"},
	{HedgeBelief, "assume assumed assumes believe believed believes doubt doubts fear feared fearing fears suspect suspects think thinks thought understood"},
	{HedgeSeem, "appear appeared appearing appears seem seemed seems"},
	{HedgeClause, "hint hinted hints implied implies imply speculate speculated speculates suggest suggested suggesting suggests"},
	{HedgeNoun, "chance chances likelihood possibilities possibility prospect speculation suspicion suspicions"},
	{UnclearWord, "uncertain unclear unknown unsure"},
	{AllegeAdverb, "allegedly ostensibly"},
	{AllegeWord, "alleged suspected would-be"},
	{AllegeOf, "accuse accused accuses accusing"},
	{ChargeWith, "charged charges charging"},
	{AllegeClause, "allegation allegations allege alleges alleging claim claimed claiming claims"},
	{ReportAdverb, "reportedly"},
	{ReportRumour, "rumored rumors rumour rumoured rumours"},
	{ReportVerb, "report reported reports"},
	{PlanVerb, "aim aimed aiming aims expect expected expecting expects hope hoped hopes hoping intend intended intending intends mull mulling plan planned planning plans pledge pledged pledges prepare prepared prepares preparing promise promised promises propose proposed proposes seek seeking seeks threaten threatened threatening threatens vow vowed vows want wants"},
	{PlanReady, "about bound due poised ready scheduled set slated"},
	{DenyVerb, "denial denials denied denies deny denying disputed disputes disputing rebutted refute refuted refutes refuting"},
	{RejectVerb, "dismiss dismissed dismisses dismissing reject rejected rejecting rejects"},
	{FailVerb, "decline declined declines declining fail failed failing fails failure refusal refuse refused refuses refusing"},
	{UnableWord, "unable"},
}

var stanceSorts = sync.OnceValue(func() map[string]StanceSort {
	m := make(map[string]StanceSort, 200)
	for _, l := range stanceWords {
		for w := range wordSet(l.words) {
			m[w] = l.sort
		}
	}
	return m
})

// Stance is the sort of a lower-case word form, or NoStance.
func Stance(norm string) StanceSort { return stanceSorts()[norm] }

var claimNounSet = sync.OnceValue(func() map[string]bool {
	return wordSet(`accusation accusations allegation allegations assertion assertions charge charges claim claims
		characterisation characterization criticism idea insinuation insinuations notion report reports rumor
		rumors rumour rumours speculation suggestion suggestions theories theory`)
})

// ClaimNoun reports a noun for something that was said against somebody: to
// reject it is to deny it.
func ClaimNoun(norm string) bool { return claimNounSet()[norm] }
