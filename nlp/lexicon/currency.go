package lexicon

// Currency looks up a symbol or code that stands before figures, in lower
// case: "$", "us$", "€", "rs". It returns the ISO 4217 code; "$" alone is USD,
// "£" GBP, "¥" JPY.
func Currency(symbol string) (code string, ok bool) {
	code, ok = currencySymbols[symbol]
	return code, ok
}

var currencySymbols = map[string]string{
	"$": "USD", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD",
	"s$": "SGD", "r$": "BRL", "nt$": "TWD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
	"₺": "TRY", "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "₴": "UAH", "rs": "INR", "rs.": "INR",
	"usd": "USD", "eur": "EUR", "gbp": "GBP", "aud": "AUD", "cad": "CAD", "inr": "INR", "jpy": "JPY", "cny": "CNY",
	"chf": "CHF", "hkd": "HKD", "nzd": "NZD", "sgd": "SGD", "zar": "ZAR", "rmb": "CNY",
}

// CurrencyWord looks up a lower-case word that stands after a number: the ISO
// code and how many of it the word is worth (0.01 for "pence" and "cents").
// "pounds" is not here: it is a weight as well. Cents are taken as American.
func CurrencyWord(word string) (code string, worth float64, ok bool) {
	c, ok := currencyWords[word]
	return c.code, c.worth, ok
}

type currencyWord struct {
	code  string
	worth float64
}

var currencyWords = map[string]currencyWord{
	"dollar": {"USD", 1}, "dollars": {"USD", 1}, "usd": {"USD", 1}, "buck": {"USD", 1}, "bucks": {"USD", 1},
	"cent": {"USD", 0.01}, "cents": {"USD", 0.01}, "¢": {"USD", 0.01},
	"euro": {"EUR", 1}, "euros": {"EUR", 1}, "eur": {"EUR", 1},
	"sterling": {"GBP", 1}, "gbp": {"GBP", 1}, "pence": {"GBP", 0.01}, "quid": {"GBP", 1},
	"yen": {"JPY", 1}, "yuan": {"CNY", 1}, "renminbi": {"CNY", 1}, "rupee": {"INR", 1}, "rupees": {"INR", 1},
	"rouble": {"RUB", 1}, "roubles": {"RUB", 1}, "ruble": {"RUB", 1}, "rubles": {"RUB", 1},
	"franc": {"CHF", 1}, "francs": {"CHF", 1}, "peso": {"MXN", 1}, "pesos": {"MXN", 1}, "rand": {"ZAR", 1},
	"shekel": {"ILS", 1}, "shekels": {"ILS", 1}, "lira": {"TRY", 1}, "naira": {"NGN", 1}, "baht": {"THB", 1},
	"rupiah": {"IDR", 1}, "ringgit": {"MYR", 1}, "reais": {"BRL", 1}, "zloty": {"PLN", 1}, "zlotys": {"PLN", 1},
	"hryvnia": {"UAH", 1}, "dirham": {"AED", 1}, "dirhams": {"AED", 1}, "riyal": {"SAR", 1}, "riyals": {"SAR", 1},
	"won": {"KRW", 1}, "bitcoin": {"BTC", 1}, "bitcoins": {"BTC", 1},
}

// DollarOf is the code of a dollar with a nation before it: "australian
// dollars"; "" if the nation has none.
func DollarOf(nation string) string { return dollars[nation] }

var dollars = map[string]string{
	"american": "USD", "us": "USD", "u.s.": "USD", "australian": "AUD", "canadian": "CAD", "jamaican": "JMD",
	"namibian": "NAD", "singapore": "SGD", "taiwanese": "TWD", "zimbabwean": "ZWL",
}
