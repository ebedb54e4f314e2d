package lexicon

// Stopword reports whether a lower-case word is a function word: articles,
// pronouns, prepositions, conjunctions, auxiliaries, and clitics as the
// tokens have them ("'s", "n't"). Words that change what a sentence claims
// (not, no, never, only, all) are function words too: stance is found apart.
func Stopword(norm string) bool { return stopwords[norm] }

var stopwords = wordSet(`
a an the this that these those such same other another each every either neither both all any some no none
i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves one ones oneself
who whom whose which what where when why how whoever whatever whichever
be am is are was were been being have has had having do does did doing done
will would shall should can could may might must ought cannot
'm 're 's 've 'd 'll n't 't s t ca wo sha ai
of in on at by for from to into onto with within without about above across after against along amid among
around as before behind below beneath beside besides between beyond despite down during except inside like near
off out outside over past per since through throughout till toward towards under until unto up upon via than
and or but nor so yet if because although though unless while whereas whether
not never only just also too very even still again then there here now ever already almost
more most much many less least few own rather quite
however meanwhile therefore thus hence moreover
`)
