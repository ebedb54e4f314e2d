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
	abdel abdulaziz abdulla abu ajit akbar akihito akio akira aleksandr aleksei aleksey alexei alexey alisher amal amr
	anatoly andrey anil annegret arif arvind ashraf asif aung aziz baburam ban bashar benazir benyamin binali binyamin
	boutros catalin chandra dae dilma dmitry dragan ehud emomali evgeny evo farid fatou fawzia frank-walter fumio ganesh
	gennady gulnara hamid haruhiko hashim hideki hiroshi horst hosni hu huda hussein ivanka jawaharlal jean-claude
	jean-marie jiang jin joko jong joon joschka junichiro kamal kayhan keiko kellyanne kemal khaled khalifa kwame lalit
	leonid li liu luiz lula mahathir mahmoud mahmud malala manmohan mao marat mariano markus masood melania mikhail
	mohsin muammar mukesh mullah murat musa mustafa mwai naftali nahid najib naoto narendra newt nicolae nikolay nikos
	nouri nursultan oleg olena osama pavel pervez petro pradeep pranab priya qassem radovan raila rajiv rakesh ramzan
	rand ranil ratko recep reince rohit romano ruslan sachin saddam saeed salah satoshi satya sergei sergey sheryl
	shimon shinzo silvio slobodan sundar suresh susilo taha tamim thabo theresa tsai uhuru usman vaclav viktor vitali
	vitaly volodymyr wang wei wen xi xiao yahya yitzhak yoshihide yoshihiko yousef yulia zhang zhou zine`)

// morePersons adds nouns of persons whose first sense WordNet gives to something else, or that it lacks.
var morePersons = wordSet(`
	anchor bomber ceo cfo chair chief-of-staff climber co-founder coo councilor cto drug-lord father-of-two founder
	frontman head influencer jihadist justice legend medic midfielder model mogul mother-of-two queen receiver shooter
	star vice-president vlogger whip`)

// notPersons takes out nouns whose sense of a person is rare in the news.
var notPersons = wordSet(`
	adult alternate amazon ancient bore character dear extra favourite follower mate monitor peer printer scanner soul
	sweetheart`)
