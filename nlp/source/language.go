package source

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/factdiff/factdiff/nlp"
	"github.com/factdiff/factdiff/nlp/source/internal/draft"
)

// A language is told by its script where that says it, else by its function
// words: a third to a half of the words of running text are among a few dozen,
// and hardly one of them is shared by two languages that would be mistaken for
// English. Words that are common in several of the languages count for each.

// Bounds on what is counted.
const (
	maxLanguageWords = 2000 // words of the text that are read: enough for any report
	minLanguageWords = 25   // fewer do not tell
	minForeign       = 60   // letters, where a script tells the language
	minShare         = 0.12 // of the words must be function words of a language; English text has 0.35, headlines less
)

// languages are the function words of languages that news is written in, in
// the order in which ties are decided. Each list holds the most frequent words
// of the language, as any grammar gives them; compiled for this project.
var languages = [...]struct{ code, name, words string }{
	{"en", "English", "the of and to in a is that it was for on as with his he be at by had not are but from or have an they which were her she has been their would will who said after about its this when more than there"},
	{"de", "German", "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch"},
	{"fr", "French", "le la les de des du et un une que est dans pour qui sur pas au par il ce plus ne se son avec sont aux été ont cette mais comme ou ses était leur elle nous après à en a d l"},
	{"es", "Spanish", "el la de que y en los las un una del por con para se no su al lo como más fue ha este esta pero sus sobre entre también era desde hasta años está dijo son"},
	{"pt", "Portuguese", "o a de que e do da em um uma para os as com não no na por dos das se foi ao mais como mas é seu sua ou ser quando muito há nos já também pelo pela até disse são"},
	{"it", "Italian", "il la di che e un una in per non è del della dei le i con da al si sono alla nel anche più come ha gli ma dal su lo delle nella questo stato dopo hanno era"},
	{"nl", "Dutch", "de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij door naar uit over nog heeft worden werd wordt tot dan die hij ze wel deze meer"},
	{"sv", "Swedish", "och att det i som en på är av för med den till inte har de ett om var från men han vi kan så när efter hade under vid eller också sig ska skulle"},
	{"da", "Danish", "og i at det er en til på af for der med den ikke som de et har var fra men han vi kan så når efter havde ved eller også sig skal ville blev"},
	{"no", "Norwegian", "og i det er en til på av for som med den ikke at de et har var fra men han vi kan så når etter hadde ved eller også seg skal ville ble"},
	{"fi", "Finnish", "ja on ei se että oli hän ovat myös mutta kun mukaan sen joka tai kuin olla ole vuoden nyt sitä ollut jos hänen noin"},
	{"pl", "Polish", "i w na z do nie się że to jest o jak po od za dla przez ale są tym był oraz przy które jego czy być już może tego także jednak roku"},
	{"cs", "Czech", "a v na se že je to s z do o k i za by pro jako po ale které který podle jsou od při byl nebo již jeho také bude"},
	{"ro", "Romanian", "și de în a la cu pe că nu din este care o un să au pentru mai fost sunt prin după dar ca ce al ale lui"},
	{"hu", "Hungarian", "a az és hogy nem is egy ez volt meg csak de már mint még ki el van vagy azt szerint után lesz pedig"},
	{"tr", "Turkish", "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne en ama o var diye göre oldu ise"},
	{"id", "Indonesian", "yang dan di dari ini itu untuk dengan pada tidak dalam akan juga ke oleh telah kepada adalah tersebut bisa saat karena"},
	{"vi", "Vietnamese", "và của là có trong được cho không với các một người đã những khi này đến từ tại về"},
	{"ca", "Catalan", "el la de i que en els les un una del per amb no al és ha més com aquest va seva també però dels són"},
	{"hr", "Croatian", "i u je da se na su za od s o a koji to kao iz ne nije će bi što ali do te koja nakon bio"},
	{"sw", "Swahili", "na ya wa kwa ni katika za la kuwa hiyo huo cha si kama hii watu lakini baada pia alisema"},
}

// scripts tell a language, or the few that share it.
var scripts = [...]struct {
	table      *unicode.RangeTable
	code, name string
}{
	{unicode.Hiragana, "ja", "Japanese"}, {unicode.Katakana, "ja", "Japanese"}, {unicode.Hangul, "ko", "Korean"}, {unicode.Han, "zh", "Chinese"},
	{unicode.Cyrillic, "ru", "Russian or another language in Cyrillic"}, {unicode.Arabic, "ar", "Arabic or another language in its script"}, {unicode.Hebrew, "he", "Hebrew"}, {unicode.Greek, "el", "Greek"},
	{unicode.Devanagari, "hi", "Hindi or another language in Devanagari"}, {unicode.Bengali, "bn", "Bengali"}, {unicode.Thai, "th", "Thai"}, {unicode.Tamil, "ta", "Tamil"},
	{unicode.Georgian, "ka", "Georgian"}, {unicode.Armenian, "hy", "Armenian"}, {unicode.Ethiopic, "am", "Amharic"}, {unicode.Telugu, "te", "Telugu"}, {unicode.Khmer, "km", "Khmer"},
}

// functionWords are the languages of each function word, as indexes.
var functionWords = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	for i, l := range languages {
		for w := range strings.FieldsSeq(l.words) {
			m[w] = append(m[w], i)
		}
	}
	return m
})

// language tells the language of a text: its code and English name, or "" where
// it is too short or too mixed to tell.
func language(text string) (code, name string) {
	var letters, foreign int
	var byScript [len(scripts)]int
	counts, words := make([]int, len(languages)), 0
	table := functionWords()
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if words++; words > maxLanguageWords {
			break
		}
		for _, r := range w {
			letters++
			if r < unicode.MaxLatin1 || unicode.Is(unicode.Latin, r) {
				continue
			}
			for i, s := range scripts {
				if unicode.Is(s.table, r) {
					byScript[i]++
					foreign++
					break
				}
			}
		}
		for _, i := range table[strings.ToLower(w)] {
			counts[i]++
		}
	}
	if foreign*2 > letters && letters >= minForeign {
		best := 0
		for i := range byScript {
			if byScript[i] > byScript[best] {
				best = i
			}
		}
		if best < 2 || byScript[0]+byScript[1] > foreign/10 && scripts[best].code == "zh" { // kana tells Japanese among its Han
			best = 0
		}
		return scripts[best].code, scripts[best].name
	}
	if words < minLanguageWords {
		return "", ""
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	if float64(counts[best]) < minShare*float64(words) {
		return "", ""
	}
	return languages[best].code, languages[best].name
}

// checkLanguage sets the article's language and refuses those that are not
// read.
func checkLanguage(a *nlp.Article, opt Options) error {
	code, name := language(a.Text)
	a.Language = code
	if code == "" || code == "en" || opt.AnyLanguage {
		return nil
	}
	return &draft.Problem{What: fmt.Sprintf("is in %s (%s); only English is read", name, code), Mend: "give an English report, or read it all the same with --any-language"}
}
