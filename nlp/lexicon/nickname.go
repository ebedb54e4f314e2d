package lexicon

import (
	"strings"
	"sync"
)

// shortNames lists given names with their short forms that do not begin them
// (Lou, Louis needs no list): between semicolons, the full names after "=".
// Written by hand.
const shortNames = `abby=abigail;al=albert alfred alan allen;alex=alexander alexandra;andy=andrew;barb=barbara;becky=rebecca;ben=benjamin;
bernie=bernard;bert=albert herbert robert;beth=elizabeth;betsy=elizabeth;betty=elizabeth;bill=william;billy=william;
bob=robert;bobby=robert;bonnie=bonita;brad=bradley;cathy=catherine;charlie=charles;
chris=christine christopher christina christian;chuck=charles;cindy=cynthia;dan=daniel;danny=daniel;dave=david;
deb=deborah;debbie=deborah;dick=richard;don=donald;doug=douglas;ed=edward edwin edgar;eddie=edward;
fred=frederick alfred;gene=eugene;gerry=gerald;greg=gregory;hank=henry;harry=henry harold;jack=john;jake=jacob;
jeff=jeffrey;jen=jennifer;jenny=jennifer;jerry=gerald jerome;jim=james;jimmy=james;joe=joseph;joey=joseph;johnny=john;
jon=jonathan;josh=joshua;judy=judith;kate=katherine catherine;kathy=katherine kathleen;katie=katherine;ken=kenneth;
kim=kimberly;larry=lawrence;len=leonard;liz=elizabeth;maggie=margaret;matt=matthew;meg=margaret;mick=michael;
mickey=michael;mike=michael;mitch=mitchell;nancy=ann;nate=nathan nathaniel;ned=edward;nick=nicholas;pam=pamela;
pat=patrick patricia;patty=patricia;peggy=margaret;pete=peter;phil=philip phillip;rick=richard;rob=robert;ron=ronald;
ronnie=ronald;russ=russell;sam=samuel samantha;sandy=sandra alexander;steve=steven stephen;sue=susan;susie=susan;
ted=edward theodore;terry=terence teresa;tim=timothy;tom=thomas;tommy=thomas;tony=anthony;trish=patricia;
vicky=victoria;vince=vincent;walt=walter;wes=wesley;will=william;zach=zachary`

var fullNames = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for entry := range strings.SplitSeq(shortNames, ";") {
		short, full, _ := strings.Cut(strings.TrimSpace(entry), "=")
		m[short] = strings.Fields(full)
	}
	return m
})

// ShortName reports whether one of two folded given names is a short form of
// the other, or both are of a third: Bill, William; Bob, Bobby.
func ShortName(a, b string) bool {
	m := fullNames()
	fa, fb := append([]string{a}, m[a]...), append([]string{b}, m[b]...)
	for _, x := range fa {
		for _, y := range fb {
			if x == y {
				return true
			}
		}
	}
	return false
}
