package source

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// TestHostileFiles: files made to take time or memory are an error soon; those of
// page, office and pdf are in their packages.
func TestHostileFiles(t *testing.T) {
	const size = 8 << 20
	long := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for _, tt := range []struct{ name, data string }{
		{"a.json", long("[")}, {"a.json", `{"body":"` + long(`\u00e9`) + `"}`}, {"a.json", "{" + long(`"a":"b",`) + `"body":"x"}`}, {"a.json", `{"body":"` + long("<p>a") + `"}`},
		{"a.json", long(`{"a":`)}, {"a.json", `{"articles":[` + long("{},") + "]}"}, {"a.jsonl", long("{}\n")},
		{"a.xml", "<rss><channel>" + long("<a>")}, {"a.xml", "<rss><item>" + long("<a>")}, {"a.xml", "<rss " + long("a='b' ") + ">"}, {"a.xml", "<rss><channel>" + strings.Repeat("<item>", 70)},
		{"a.xml", "<rss>" + strings.Repeat("<item><title>x</title></item>", 2000)}, {"a.eml", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + long("--b\n\n")},
		{"a.warc", long("WARC/1.0\r\n\r\n")}, {"a.txt", strings.Repeat("A ferry. ", MaxText/8)}, {"a.txt", strings.Repeat("x", MaxFile+1)},
	} {
		start := time.Now()
		_, err := Read(tt.name, []byte(tt.data))
		var e *Error
		if !errors.As(err, &e) || e.What == "" || e.Mend == "" {
			t.Errorf("%s %.20q: %v", tt.name, tt.data, err)
		}
		if d := time.Since(start); d > 4*time.Second*slower {
			t.Errorf("%s %.20q: took %v", tt.name, tt.data, d)
		}
	}
}
