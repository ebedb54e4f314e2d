package mention

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factdiff/factdiff/nlp"
)

func stanceLines(doc *nlp.Document) []string {
	var lines []string
	for _, s := range doc.Stances {
		lines = append(lines, fmt.Sprintf("%v <%s> {%s}", s.Kind, doc.Text(s.Span), doc.Text(doc.TokenSpan(s.First, s.Last))))
	}
	return lines
}

var stanceTests = []struct {
	name string
	in   string
	want []string
}{
	{"not", "The bridge did not fall on Monday.", []string{"negated <not> {not fall on Monday}"}},
	{"had, shortened", "They’d suffered burns.", nil},
	{"would, shortened", "They’d suffer.", []string{"planned <’d> {’d suffer}"}},
	{"n't", "The bridge didn't fall on Monday.", []string{"negated <n't> {n't fall on Monday}"}},
	{"could not is no hedge", "The divers could not reach the wreck.", []string{"negated <not> {not reach the wreck}"}},
	{"couldn't be reached", "The owner couldn't be reached for comment.", []string{"negated <n't> {n't be reached for comment}"}},
	{"cannot", "The town cannot pay for the bridge.", []string{"negated <not> {not pay for the bridge}"}},
	{"no with a subject", "No deaths were reported.", []string{"negated <No> {No deaths were reported}"}},
	{"no with an object", "Police found no trace of the driver.", []string{"negated <no> {found no trace of the driver}"}},
	{"no in a coordinated subject", "No link between the dairy and the illness has been shown.", []string{"negated <No> {No link between the dairy and the illness has been shown}"}},
	{"no one in a clause", "The mayor said no one was hurt.", []string{"negated <no> {no one was hurt}"}},
	{"never", "The money was never paid back.", []string{"negated <never> {was never paid back}"}},
	{"nobody as object", "They listened to nobody in the town.", []string{"negated <nobody> {listened to nobody in the town}"}},
	{"without", "The train left without its driver.", []string{"negated <without> {without its driver}"}},
	{"neither", "Neither driver was hurt.", []string{"negated <Neither> {Neither driver was hurt}"}},
	{"fail to", "The brakes failed to stop the tram.", []string{"negated <failed to> {failed to stop the tram}"}},
	{"unable to", "The crew was unable to stop the tram.", []string{"negated <unable to> {unable to stop the tram}"}},
	{"no longer", "The factory no longer makes cars.", []string{"negated <no longer> {no longer makes cars}"}},
	{"not only", "Not only the roof but also the walls fell.", nil},
	{"not just", "The storm hit not just the coast.", nil},
	{"no doubt", "There is no doubt that the bridge fell.", nil},
	{"no less than", "No less than 40 people were hurt.", nil},
	{"no fewer than", "No fewer than 40 people were hurt.", nil},
	{"number", "He won the No. 2 prize.", nil},
	{"if not", "There were dozens, if not hundreds, of people.", nil},
	{"whether or not", "They will decide whether or not it stays.", []string{"planned <will> {will decide whether}"}},
	{"not until", "The train did not arrive until Monday.", nil},
	{"nothing but", "The fire left nothing but ashes.", nil},
	{"no later than", "The work must end no later than Friday.", nil},
	{"negation ends at a comma", "The driver did not stop, and the car hit a wall.", []string{"negated <not> {not stop}"}},
	{"negation ends at a new predicate", "The driver did not stop and was arrested later.", []string{"negated <not> {not stop}"}},
	{"negation ends at because", "He was not charged because the court was closed.", []string{"negated <not> {not charged}"}},
	{"may", "The bridge may fall in the next storm.", []string{"hedged <may> {may fall in the next storm}"}},
	{"might have", "The driver might have fallen asleep.", []string{"hedged <might> {might have fallen asleep}"}},
	{"may be best known", "The mill may be best known for its bread.", nil},
	{"may be well paid", "The miller may be well paid.", []string{"hedged <may> {may be well paid}"}},
	{"a thing suggests", "The tests suggested that the mill was unsafe.", []string{"hedged <suggested> {suggested that the mill was unsafe}"}},
	{"he also suggested", "He also suggested that the mill was unsafe.", nil},
	{"suspect a thing", "Officials suspect arson at the mill.", []string{"hedged <suspect> {suspect arson at the mill}"}},
	{"a suspect", "The suspect fled.", nil},
	{"chance it will", "There is a chance it will fall.", []string{"hedged <chance> {chance it will fall}", "planned <will> {will fall}"}},
	{"May the month", "The bridge fell in May and was rebuilt.", nil},
	{"May at the start", "May was a cold month.", nil},
	{"May with a day", "On May 5 the bridge fell.", nil},
	{"a may list", "The strike may hit Ulm, Bonn and Kiel.", []string{"hedged <may> {may hit Ulm, Bonn and Kiel}"}},
	{"could", "The repairs could cost more than the bridge.", []string{"hedged <could> {could cost more than the bridge}"}},
	{"possibility that", "She ruled out the possibility that the bridge fell.", []string{"hedged <possibility> {possibility that the bridge fell}"}},
	{"chance and a clause", "She sees a small chance Norda will sell the yard.", []string{"hedged <chance> {chance Norda will sell the yard}", "planned <will> {will sell the yard}"}},
	{"no that-clause", "The possibility of rain kept them at home.", nil},
	{"allegedly before its verb", "He was at the inn where the talk of a raid on the bank allegedly was overheard.", []string{"alleged <allegedly> {at the inn where the talk of a raid on the bank allegedly was overheard}"}},
	{"could see", "From the hill they could see the smoke.", nil},
	{"adverb", "The fire was possibly started by a lamp.", []string{"hedged <possibly> {possibly started by a lamp}"}},
	{"adverb before a number", "The blast killed possibly ten people.", []string{"hedged <possibly> {possibly ten people}"}},
	{"likely with be", "The toll is likely to rise.", []string{"hedged <is likely> {is likely to rise}"}},
	{"likely before a noun", "Officers found two likely pipe bombs in the car.", []string{"hedged <likely> {likely pipe bombs}"}},
	{"possible before a noun", "They found a possible cause of the fire.", []string{"hedged <possible> {possible cause of the fire}"}},
	{"as soon as possible", "They will be home as soon as possible.", []string{"planned <will> {will be home as soon as possible}"}},
	{"believed to", "The driver is believed to be in his 40s.", []string{"hedged <is believed> {is believed to be in his 40s}"}},
	{"police believe", "Police believe that the fire was started by a child.", []string{"hedged <believe> {believe that the fire was started by a child}"}},
	{"I believe", "I believe that she was a great singer.", nil},
	{"they believe", "They believe that she was in the car.", []string{"hedged <believe> {believe that she was in the car}"}},
	{"the suspect at a comma", "The woman is the mother of the suspect, and lives in Ulm.", nil},
	{"final police believe", "The fire was started by a child, police believe.", []string{"hedged <believe> {The fire was started by a child, police believe}"}},
	{"feared", "Ten people are feared dead.", []string{"hedged <are feared> {are feared dead}"}},
	{"appears to", "The tram appears to have been too fast.", []string{"hedged <appears> {appears to have been too fast}"}},
	{"appeared at", "She appeared at the court on Monday.", nil},
	{"suggests", "The report suggests that the tram was too fast.", []string{"hedged <suggests> {suggests that the tram was too fast}"}},
	{"unclear", "It was unclear whether the driver was hurt.", []string{"hedged <unclear> {unclear whether the driver was hurt}"}},
	{"allegedly in front", "Allegedly, the clerk took the money.", []string{"alleged <Allegedly> {Allegedly, the clerk took the money}"}},
	{"allegedly", "The clerk allegedly took the money.", []string{"alleged <allegedly> {The clerk allegedly took the money}"}},
	{"allegedly at the end", "The clerk took the money, allegedly.", []string{"alleged <allegedly> {The clerk took the money, allegedly}"}},
	{"alleged before a noun", "The alleged victim was at home.", []string{"alleged <alleged> {alleged victim}"}},
	{"suspected hackers", "Suspected hackers broke into the bank.", []string{"alleged <Suspected> {Suspected hackers}"}},
	{"accused of", "He was accused of taking the money, and he left the town.", []string{"alleged <accused> {accused of taking the money}"}},
	{"charged with", "He was charged with taking the money.", []string{"alleged <charged with> {charged with taking the money}"}},
	{"charged a fee", "They charged a fee for the bridge.", nil},
	{"claims that", "The owner claims that the dog was asleep.", []string{"alleged <claims> {claims that the dog was asleep}"}},
	{"claimed lives", "The flood claimed 12 lives.", nil},
	{"claimed the title", "She claimed the title on Sunday.", nil},
	{"reportedly", "The firm reportedly paid the hackers.", []string{"reported <reportedly> {The firm reportedly paid the hackers}"}},
	{"media report", "Local media report that the dam has burst.", []string{"reported <report> {report that the dam has burst}"}},
	{"according to reports", "The dam has burst, according to local reports.", []string{"reported <local reports> {The dam has burst, according to local reports}"}},
	{"reportedly how", "The clerk left the bank, reportedly with the money.", []string{"reported <reportedly> {reportedly with the money}"}},
	{"allegedly in a where-clause", "She lived in the house where the letters allegedly were written.", []string{"alleged <allegedly> {where the letters allegedly were written}"}},
	{"allegedly in an after-clause", "The clerk was fired after he allegedly took the money.", []string{"alleged <allegedly> {after he allegedly took the money}"}},
	{"rumoured", "The singer is rumoured to be ill.", []string{"reported <rumoured> {rumoured to be ill}"}},
	{"report as noun", "The report was published on Monday.", nil},
	{"will", "The court will hear the case on Monday.", []string{"planned <will> {will hear the case on Monday}"}},
	{"will as noun", "He read the will of his father.", nil},
	{"will not", "The court will not hear the case.", []string{"planned <will> {will not hear the case}", "negated <not> {not hear the case}"}},
	{"would", "The firm said it would build a dam.", []string{"planned <would> {would build a dam}"}},
	{"would have", "The dam would have burst.", []string{"hedged <would> {would have burst}"}},
	{"plans to", "The firm plans to build a dam.", []string{"planned <plans to> {plans to build a dam}"}},
	{"is set to", "The court is set to hear the case.", []string{"planned <is set to> {is set to hear the case}"}},
	{"due to with a noun", "The train was late due to the snow.", nil},
	{"due to with a noun that may be a verb", "The lights went out due to damage of the cables.", nil},
	{"due to with a verb", "The train is due to leave at noon.", []string{"planned <is due to> {is due to leave at noon}"}},
	{"is to", "The firm is to build a dam.", []string{"planned <is to> {is to build a dam}"}},
	{"about to", "The train was about to leave.", []string{"planned <was about to> {was about to leave}"}},
	{"about a number", "About 40 people were hurt.", nil},
	{"expected", "The firm is expected to build a dam.", []string{"planned <is expected to> {is expected to build a dam}"}},
	{"plan as noun", "The plan was published on Monday.", nil},
	{"planned before a noun", "The planned dam has many enemies.", []string{"planned <planned> {planned dam}"}},
	{"set as verb", "They set the table for six.", nil},
	{"denied", "The firm denied that the dam had burst.", []string{"denied <denied> {denied that the dam had burst}"}},
	{"denied the claim", "The firm denied the allegations and sued the paper.", []string{"denied <denied> {denied the allegations}"}},
	{"denied bail", "The man was denied bail on Monday.", nil},
	{"rejected a claim", "The firm rejected claims that the dam had burst.", []string{"denied <rejected> {rejected claims that the dam had burst}", "alleged <claims> {claims that the dam had burst}"}},
	{"rejected an offer", "The firm rejected the offer on Monday.", nil},
	{"dismissed a worker", "The firm dismissed 40 workers.", nil},
	{"stays in its quotation", "“The dam will not burst,” the firm said, and the town was glad.", []string{"planned <will> {will not burst}", "negated <not> {not burst}"}},
	{"headline plan", "Norvane to build dam\n\nThe firm made it known on Monday.", []string{"planned <to> {to build dam}"}},
	{"headline no plan", "How to build a dam\n\nThe firm made it known on Monday.", nil},
}

func TestStances(t *testing.T) {
	for _, test := range stanceTests {
		t.Run(test.name, func(t *testing.T) {
			doc := speechDoc(t, test.in)
			Stances(doc)
			if diff := cmp.Diff(test.want, stanceLines(doc)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", test.in, diff)
			}
		})
	}
}

func TestStanceAt(t *testing.T) {
	tests := []struct {
		name, in, at string
		want         nlp.StanceKind
	}{
		{"plain", "The driver died on Monday.", "died", nlp.Asserted},
		{"negated", "The driver did not die on Monday.", "die", nlp.Negated},
		{"negation beats plan", "The driver will not return.", "return", nlp.Negated},
		{"denial beats all", "He denied that he would not return.", "return", nlp.Denied},
		{"allegation beats hedge", "He allegedly may have fled.", "fled", nlp.Alleged},
		{"before the cue", "The driver fled and may have died.", "fled", nlp.Asserted},
		{"other clause", "The bridge did not fall, and the town was glad.", "glad", nlp.Asserted},
		{"final belief", "The driver fled on foot, police believe.", "fled", nlp.Hedged},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := speechDoc(t, test.in)
			Stances(doc)
			for i, tok := range doc.Tokens {
				if tok.Text == test.at {
					if got := StanceAt(doc, i, i+1); got != test.want {
						t.Errorf("StanceAt(%q in %q) = %v, want %v", test.at, test.in, got, test.want)
					}
				}
			}
			if got := StanceAt(doc, -1, 1); got != nlp.Asserted {
				t.Errorf("StanceAt out of range = %v", got)
			}
		})
	}
}
