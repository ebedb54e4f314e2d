package lexicon

import (
	"strings"
	"sync"
)

// cueWords lists the words of each cue.
var cueWords = []struct {
	cue   NameCue
	words string
}{
	{CueOrgSuffix, `inc incorporated corp corporation co ltd limited llc llp plc ag gmbh sa nv se spa oyj ab asa pty kk fc afc lp`},
	{CueOrgHead, `university college school academy institute institution bank ministry department bureau agency office
		commission committee council court board authority administration association society union federation
		foundation trust fund group holdings partners company corporation industries systems technologies technology
		international airlines airways airline motors motor electric energy pharmaceuticals pharma laboratories labs
		hospital clinic church synagogue mosque temple chiefs branch division survey workshop cathedral diocese parliament congress senate assembly party police force guard
		army navy marines corps command center centre service services network news times post journal gazette herald
		tribune chronicle telegraph magazine press media television tv radio club team league organization organisation
		house retreat restaurant hotel museum library theater theatre studios pictures entertainment records
		communications telecom mobile software semiconductor semiconductors electronics capital ventures securities
		insurance financial finance investment investments brothers bros sons associates solutions consulting works
		steel oil gas petroleum mining chemical chemicals foods brewery farms stores markets exchange reserve treasury
		chamber orchestra symphony ballet opera secretariat mission embassy consulate directorate tribunal ombudsman
		coalition alliance campaign caucus initiative project programme program observatory registry brotherhood
		watch united wanderers rovers athletic`},
	{CueGroupHead, `brigade brigades battalion regiment squad gang cartel front militia rebels fighters bears tigers
		lions eagles klan brotherhood mafia crew army resistance insurgency clan tribe tribes band boys girls`},
	{CuePlaceHead, `county city town village island islands isle river creek lake bay beach harbor harbour port valley
		mountain mountains mount hill hills heights peninsula desert forest park square street avenue road lane drive
		boulevard bridge tunnel airport station province state territory district region prefecture oblast governorate
		coast cape gulf sea ocean strait canal dam falls springs plaza mall tower towers stadium arena palace castle
		prison jail camp base airfield ranch garden gardens zoo cemetery memorial highway freeway expressway parkway
		township parish borough republic kingdom emirates shores grove glacier volcano reef canyon basin plateau
		pass gate terminal field speedway circuit`},
	{CuePlaceFirst, `lake mount mt fort ft san santa santo saint st los las el la port cape north south east west northern
		southern eastern western upper lower new camp rio sao isla puerto loch ben greater downtown route highway interstate`},
	{CueEventHead, `forum summit cup games olympics war festival conference championship championships open prix awards
		marathon rally tour bowl series convention congress expo fair exhibition hurricane typhoon cyclone storm earthquake
		massacre revolution crisis uprising election elections referendum treaty accord accords agreement day
		weekend night week final finals derby classic masters trophy ceremony parade carnival protest march battle siege
		operation tsunami holocaust inquiry inquest trial`},
	{CueProductHead, `boeing airbus cessna falcon flight windows iphone ipad galaxy apollo sputnik type model mark formula
		playstation xbox android mig sukhoi antonov tupolev embraer learjet bombardier gulfstream piper beechcraft soyuz
		pixel kindle hwasong taepodong route highway interstate channel resolution article
		proposition prop section title chapter group category area studio catch super`},
	{CueTitle, `president chancellor premier minister secretary senator sen representative rep congressman congresswoman
		governor gov mayor king queen prince princess duke duchess earl lord baron pope cardinal archbishop bishop rev reverend
		father sister rabbi imam ayatollah sheikh sheik emir sultan general gen colonel col major maj captain capt lieutenant lt
		sergeant sgt corporal cpl private pvt pfc admiral adm commander cmdr marshal officer detective inspector constable
		sheriff deputy chief superintendent commissioner judge justice attorney prosecutor director chairman chairwoman chair
		ambassador envoy speaker professor prof coach ceo spokesman spokeswoman spokesperson councilman councilwoman councillor
		cllr lawmaker mp mep assemblyman assemblywoman delegate treasurer trooper agent pastor deacon chaplain
		cosmonaut astronaut dictator crown`},
	{CueCourtesy, `mr mrs ms miss dr sir dame mx lady messrs madame monsieur herr frau hon`},
	{CueTitlePart, `prime vice deputy foreign defense defence interior finance health justice former acting interim assistant chief
		senior executive managing first second attorney press home police fire crown homeland security state lieutenant
		lt gen maj brig brigadier staff sgt major rear ret ex ex-president then-president co-founder founder supreme trade
		education transport transportation energy environment labor labour economy culture majority minority house
		opposition special district lead associate presiding federal technical general national campaign`},
	{CueOrgNoun, `company firm maker manufacturer bank agency newspaper startup start-up giant airline party university college
		school publisher broadcaster network retailer conglomerate carrier operator insurer lender charity nonprofit
		organization organisation ministry department institute institution hospital church chain website magazine outlet
		station brewery automaker carmaker chipmaker drugmaker planemaker supplier provider developer contractor club
		union association federation foundation lobby think-tank laboratory lab consultancy brokerage exchange regulator
		watchdog court parliament subsidiary unit brand store supermarket restaurant hotel corporation business
		newsletter tabloid daily weekly`},
	{CueGroupNoun, `group gang band militia cartel faction movement sect tribe cult collective crew team side squad duo trio
		rebels militants insurgents network hackers`},
	{CuePlaceNoun, `city town village river lake island province region county district state country nation capital suburb
		neighborhood neighbourhood peninsula port resort mountain volcano valley beach park street airport bridge
		municipality hamlet township territory enclave republic kingdom border bay coast cape prison jail stadium`},
	{CueProductNoun, `vaccine rocket app drug virus software phone smartphone jet plane aircraft film movie book song
		album novel game ship vessel boat tanker ferry missile satellite spacecraft probe rover car truck rifle pistol
		malware ransomware worm trojan device tablet laptop console chip processor browser platform website tool
		disease medicine pill bill`},
	{CueEventNoun, `summit conference forum festival tournament championship race war battle storm hurricane typhoon
		earthquake ceremony exhibition match`},
	{CueSpeechVerb, `said says told tells wrote writes added adds argued argues claimed claims insisted insists admitted
		explained explains warned warns announced announces tweeted stated states testified recalled replied
		acknowledged declined denied denies noted notes urged vowed pledged joked`},
	{CuePlacePrep, `in near outside across toward towards around throughout inside`},
	{CueParticle, `van von de der den del della di da dos du la le el al bin ibn ben bint ter ten y e abu`},
	{CueCalendar, `january february march april may june july august september october november december jan feb mar apr
		jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
		thurs fri sat sun spring summer autumn winter gmt est edt pst pdt bst cet utc et pt am pm`},
	{CueSuffix, `jr sr ii iii iv vi vii viii ix xi xii xiv xvi`},
}

var nameCues = sync.OnceValue(func() map[string]NameCue {
	m := make(map[string]NameCue, 1024)
	for _, row := range cueWords {
		for _, w := range strings.Fields(row.words) {
			m[w] |= row.cue
		}
	}
	return m
})

// moreGivenNames adds names from the news of the world outside western Europe.
var moreGivenNames = wordSet(`
abdel abdul abdulaziz abdulla abu adnan ahmad ajit akbar akihito akio akira aleksandr aleksei aleksey alexei alexey ali alisher
amal amit amir amr anatoly andrei andrey anil anwar arif arjun arun arvind asad ashraf asif aung ayman aziz baburam ban bashar
benazir benyamin benjamin binali binyamin bogdan boris boutros catalin chandra chelsea dae deepak denis dilma dmitri dmitry
dragan ehud emmerson emomali enrique evgeny evo ezra faisal farid fatima fatou fawzia fidel fumio ganesh gennady goran gulnara
hamid hamza haruhiko hashim hassan hideki hillary hiroshi hosni hu huda hugo hussein ibrahim igor imran indira ismail ivan jamal
jawaharlal jiang jin jong joko joon junichiro kamal kamala kayhan kemal keiko kenji khaled khalid khalifa kim kofi kwame lalit lei
leonid li liu luiz lula mahathir mahmoud mahmud malala manmohan manuel mao marat masood mehmet mikhail mohamed mohammad
mohammed mohsin mustafa muammar mukesh muhammad mullah murat musa mwai nabil nahid naftali najib nana narendra naoto nelson
nicolae nicolas nikita nikolai nikolay nikos noor nouri nursultan oleg olena omar osama oscar pavel pervez petro pradeep pranab
prakash priya qassem radovan rafael raila rajesh rajiv rakesh ram ramzan ranil ratko raul ravi recep rodrigo rohit roman ruslan
sachin saddam saeed salah salman sami samir sanjay sara satya satoshi sergei sergey sergio shaun shimon shinzo slobodan sonia
sundar suresh susilo svetlana taha tamim tariq thabo tim tsai uhuru usman vaclav valentina vijay viktor vikram vitali vitaly
vladimir volodymyr wang wei wen xi xiao yahya yasser yitzhak yoshihide yoshihiko yousef yuri yusuf yulia zhang zhou zine
tom bob bill jim joe mike dan dave ken ron don ted tony steve jeff greg doug chuck fred ed larry jerry terry barry gary
barack hilary mitt newt rand marco ivanka melania jared rudy reince sean kellyanne mitch nancy lindsey elon sundar satya tim
sheryl meg marissa jamie lloyd janet ben alan paul jens angela ursula jacinda theresa boris nigel jeremy silvio romano
matteo giuseppe mariano pedro alexis yanis emmanuel francois lionel dominique jean-claude jean-marie jean anders mette marit
jonas erna stefan olaf markus horst frank-walter robert heiko annegret wolfgang helmut gerhard joschka guido`)

// morePersons adds nouns of persons whose first sense WordNet gives to something else, or that it lacks.
var morePersons = wordSet(`chief head chair chairman chairwoman chairperson director president secretary minister official officer
executive ceo cfo cto coo spokesman spokeswoman spokesperson vice-president co-founder founder cofounder lawmaker congressman
congresswoman senator representative leader coach manager player striker midfielder defender goalkeeper quarterback
receiver linebacker pitcher catcher guard forward fullback winger hacker blogger vlogger influencer activist campaigner
analyst researcher engineer developer programmer consultant economist professor lecturer student pupil teacher nurse doctor
surgeon physician driver pilot captain passenger victim suspect gunman shooter attacker bomber assailant robber thief
killer survivor witness bystander prosecutor lawyer attorney judge justice detective sheriff deputy trooper soldier marine
sailor general colonel sergeant lieutenant major commander admiral prince princess king queen emperor sultan pope priest
bishop cardinal pastor rabbi imam cleric singer actor actress director filmmaker producer writer author novelist journalist
reporter correspondent editor columnist anchor presenter host owner partner wife husband son daughter brother sister mother
father girlfriend boyfriend fiance fiancee widow widower uncle aunt cousin nephew niece grandson granddaughter grandfather
grandmother stepfather stepmother friend neighbour neighbor resident tourist climber swimmer cyclist runner boxer golfer
counsel aide adviser advisor envoy ambassador diplomat negotiator mediator strategist treasurer chancellor premier governor
mayor councillor councilor councilman councilwoman candidate nominee contender incumbent head specialist expert scientist
cosmonaut astronaut rapper firefighter paramedic medic whistleblower billionaire tycoon oligarch mogul investor trader
banker broker entrepreneur designer architect model dancer artist painter star legend veteran rookie captain
man woman boy girl teenager teen baby child pensioner father-of-two mother-of-two native defendant plaintiff
no speaker commissioner superintendent inspector constable chief-of-staff ombudsman whip frontman guitarist drummer bassist
jihadist militant extremist terrorist insurgent rebel fighter warlord drug-lord kingpin mobster gangster`)

// notPersons takes out nouns whose sense of a person is rare in the news.
var notPersons = wordSet(`a no amazon computer printer scanner cooker monitor
counter number one individual somebody someone self being body soul face party force power authority
source character figure hand image case subject object second second-rater common
person people world following past present future eight nine ten
other male female adult ancient alternate black white red square
blue mate match double stock good better best charge light cell pill heel bear
fox sponge ass bore bomb drip drag peach pig rat snake shark wolf worm card beat
blood flesh life love dear treasure sweetheart issue favorite favourite trust
standby backup stand-in reserve substitute replacement cross patch
sort kind type mark score
extra peer follower`)
