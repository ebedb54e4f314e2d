package html_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/factdiff/factdiff/reports"
)

// story reads the texts of one of the invented stories.
func story(t testing.TB, name string) []string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/stories/" + name + "/r*.txt")
	if err != nil || len(files) < 2 {
		t.Fatalf("no story %s: %v", name, err)
	}
	var texts []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

// Script expressions that the flows look at.
const (
	shownRows = `[...document.querySelectorAll("tr.row")].filter(r => r.offsetParent).map(r => r.dataset.id).join(" ")`
	openRow   = `document.querySelector(".is-open")?.dataset.id ?? ""`
	fragment  = `new URLSearchParams(location.hash.slice(1)).toString()`
)

// TestBrowser holds the page to what it promises, in a real browser.
func TestBrowser(t *testing.T) {
	browser := startBrowser(t)
	for name, test := range map[string]func(*testing.T, context.Context){
		"opens": testOpens, "big": testBig, "filter": testFilter, "rows": testRows, "reading": testReading, "differences": testOnlyDifferences, "decisions": testDecide,
		"keyboard": testKeyboard, "storage": testWithoutStorage, "scripts": testWithoutScripts, "hostile": testHostile,
		"widths": testWidths, "print": testPrint, "copy": testCopy, "theme": testTheme, "access": testAccess,
	} {
		t.Run(name, func(t *testing.T) { test(t, browser) })
	}
}

// testOpens: pages of two and six sources, and without a finding, open from
// disk and ask for nothing.
func testOpens(t *testing.T, browser context.Context) {
	six := append(story(t, "inv-d2"), story(t, "inv-d1")...)
	for name, texts := range map[string][]string{"two": pier, "six": six, "same": {pier[0], pier[0]}} {
		t.Run(name, func(t *testing.T) {
			r := compared(t, reports.Options{}, texts...)
			b := open(t, browser, save(t, page(t, r)), setup{})
			b.is(`document.querySelectorAll("tr.row").length`, len(r.Findings))
			b.is(`document.querySelectorAll("#sources tbody tr").length`, len(texts))
			for _, view := range []string{"reading", "missing", "agreed", "findings"} {
				b.click(`.tabs a[data-view="` + view + `"]`)
				b.is(`[...document.querySelectorAll("main > .view")].filter(v => v.offsetParent).map(v => v.id).join()`, view)
			}
		})
	}
}

// Bounds of a page with 40 sources and 1,000 findings: what readers wait for
// without a thought, and how far apart nine in ten frames may be, drawn without
// a graphics card, before scrolling stutters.
const (
	usableWithin = 2000 // milliseconds
	frameWithin  = 100  // milliseconds
)

func testBig(t *testing.T, browser context.Context) {
	address := save(t, page(t, reports.New(many(40, 1000), reports.Options{Tool: tool})))
	b := open(t, browser, address, setup{})
	b.is(`document.querySelectorAll("tr.row").length`, 1000)
	// The best of a few, since a busy machine says nothing of the page.
	best := func(bound float64, script string) float64 {
		least := b.number(script)
		for i := 0; i < 4 && least > bound; i++ {
			time.Sleep(time.Second)
			b.run(chromedp.Reload())
			least = min(least, b.number(script))
		}
		return least
	}
	if ms := best(usableWithin, `performance.getEntriesByType("navigation")[0].loadEventEnd`); ms > usableWithin {
		t.Errorf("usable after %.0f ms", ms)
	} else {
		t.Logf("usable after %.0f ms", ms)
	}
	const scroll = `new Promise(done => {
		const frame = document.querySelector(".frame"); const gaps = []; let last = performance.now();
		frame.scrollIntoView();
		const step = now => { gaps.push(now - last); last = now; frame.scrollTop += 300; frame.scrollLeft += 20;
			gaps.length < 60 ? requestAnimationFrame(step) : done(gaps.sort((a, b) => a - b)[54]); };
		requestAnimationFrame(step); })`
	if ms := best(frameWithin, scroll); ms > frameWithin {
		t.Errorf("one frame in ten takes %.0f ms and more while scrolling", ms)
	} else {
		t.Logf("nine frames in ten take at most %.0f ms while scrolling", ms)
	}
	b.run(chromedp.SendKeys("#search", "in district 777?", chromedp.ByQuery))
	b.is(`document.querySelector("#shown").textContent`, "1 of 1000 findings")
	b.keys("\x1b", "n")
	b.is(`document.querySelector(".opened .panel").getBoundingClientRect().width <= innerWidth`, true)
}

// testFilter: filters stand in the address, and the address brings them back.
func testFilter(t *testing.T, browser context.Context) {
	r := reports.New(many(24, 48), reports.Options{Tool: tool})
	address := save(t, page(t, r))
	b := open(t, browser, address, setup{})
	b.is(`document.querySelector("#shown").textContent`, "48 findings")
	b.click(`[data-filter="verdict"][data-value="conflict"]`)
	b.click(`[data-filter="source"][data-value="c"]`)
	want := ids(r, func(f *reports.Finding) bool { return f.Verdict == "conflict" && from(f, "c") })
	b.is(shownRows, want)
	b.run(chromedp.SendKeys("#search", "DISTRICT 30?", chromedp.ByQuery))
	found := ids(r, func(f *reports.Finding) bool {
		return f.Verdict == "conflict" && from(f, "c") && strings.Contains(f.Question, "district 30?")
	})
	b.is(shownRows, found)
	if found == "" || found == want {
		t.Fatalf("the report has not what this test looks for: %q, %q", want, found)
	}
	first, _, _ := strings.Cut(found, " ")
	b.click(`tr.row[data-id="` + first + `"] .question`)
	b.is(openRow, first)
	link := b.text("location.href")

	again := open(t, browser, link, setup{})
	again.is(shownRows, found)
	again.is(openRow, first)
	again.is(`document.querySelector("#search").value`, "DISTRICT 30?")
	again.is(`[...document.querySelectorAll('[aria-pressed="true"]')].map(c => c.dataset.value).join()`, "conflict,c")
	again.click("#clear")
	again.is(`document.querySelectorAll("tr.row:not([hidden])").length`, len(r.Findings))
	// Back to where it was.
	b.run(chromedp.NavigateBack())
	b.is(openRow, "")
	b.is(shownRows, found)
}

func ids(r *reports.Report, takes func(*reports.Finding) bool) string {
	var list []string
	for i := range r.Findings {
		if takes(&r.Findings[i]) {
			list = append(list, r.Findings[i].ID)
		}
	}
	return strings.Join(list, " ")
}

func from(f *reports.Finding, source string) bool {
	for _, p := range f.Positions {
		for _, e := range p.Evidence {
			if e.Source == source {
				return true
			}
		}
	}
	return false
}

// testRows: rows open and close by mouse and keys, one at a time, and show
// their evidence.
func testRows(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, story(t, "inv-d2")...)
	b := open(t, browser, save(t, page(t, r)), setup{})
	first, second := r.Findings[0].ID, r.Findings[1].ID
	b.keys("n")
	b.is(openRow, first)
	b.keys("n")
	b.is(openRow, second)
	b.is(`document.querySelectorAll(".opened").length`, 1)
	b.is(`document.querySelector(".opened .panel").id`, "f-"+second)
	b.is(`document.querySelector(".opened mark").textContent`, r.Findings[1].Positions[0].Evidence[0].Text)
	b.is(`document.querySelector(".is-open .question").getAttribute("aria-expanded")`, "true")
	b.keys("p")
	b.is(openRow, first)
	b.keys("\x1b")
	b.is(openRow, "")
	b.keys("j", "j")
	b.is(`document.activeElement.closest("tr").dataset.id`, r.Findings[2].ID)
	b.keys("k", "\r")
	b.is(openRow, second)
	b.keys("\r")
	b.is(openRow, "")
	// The line leads to the place in the text.
	b.keys("n", "p")
	e := r.Findings[1].Positions[0].Evidence[0]
	b.is(openRow, second)
	b.click(".opened figcaption a")
	b.is(`document.querySelector("#reading").hidden`, false)
	b.is(`document.querySelector(".reached").textContent`, e.Text)
	b.is(`(() => { const r = document.querySelector(".reached").getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight })()`, true)
}

// testReading: two texts stand level, and one steps through where they differ.
func testReading(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, story(t, "inv-d2")...)
	b := open(t, browser, save(t, page(t, r))+"#view=reading&a=a&b=b", setup{})
	b.is(`[document.querySelector("#left").value, document.querySelector("#right").value].join()`, "a,b")
	paragraphs := func(id string) int {
		for _, s := range r.Sources {
			if s.ID == id {
				return len(s.Paragraphs)
			}
		}
		return 0
	}
	b.is(`document.querySelectorAll("#pairs .left .para").length`, paragraphs("a"))
	b.is(`document.querySelectorAll("#pairs .right .para").length`, paragraphs("b"))
	for _, p := range r.Alignments[0].Paragraphs {
		b.is(`Math.abs(document.getElementById("a-p`+itoa(p[0])+`").getBoundingClientRect().top - document.getElementById("b-p`+itoa(p[1])+`").getBoundingClientRect().top) < 2`, true)
	}
	stops := int(b.number(`document.querySelectorAll("#pairs .differs").length`))
	if stops < 3 {
		t.Fatalf("%d differences", stops)
	}
	b.is(`document.querySelectorAll("#map .tick").length > 0`, true)
	b.click("#next")
	b.keys("n")
	b.is(`document.querySelector("#step").textContent`, "2 of "+itoa(stops))
	b.keys("p")
	b.is(`document.querySelector("#step").textContent`, "1 of "+itoa(stops))
	b.is(`document.querySelectorAll("#pairs .current").length`, 1)
	b.click("#only")
	b.is(`[...document.querySelectorAll("#pairs .pair.differs")].every(p => p.offsetParent)`, true)
	b.is(fragment, "view=reading&a=a&b=b&only=1")
	b.keys("4")
	b.is(`document.querySelector("#right").value`, "d")
	b.run(chromedp.SetValue("#right", "*", chromedp.ByQuery), chromedp.Evaluate(`document.querySelector("#right").dispatchEvent(new Event("change"))`, nil))
	b.is(`document.querySelectorAll("#pairs .para").length`, paragraphs("a")+paragraphs("b")+paragraphs("c")+paragraphs("d"))
	b.keys("s")
	b.is(`document.querySelector("#findings").hidden`, false)
}

// testOnlyDifferences: what does not differ folds away, but for a paragraph
// beside each difference, and unfolds.
func testOnlyDifferences(t *testing.T, browser context.Context) {
	same := "\n\nThe mayor thanked the crews of the lifeboats.\n\nDivers searched the harbour with lamps.\n\nThe pier was built eighty years ago.\n\nA crane will lift the wreck.\n\nSchools stay open.\n\nThe inquiry begins in spring.\n"
	r := compared(t, reports.Options{}, pier[0]+same, strings.Replace(pier[0], "140 people", "160 people", 1)+same)
	b := open(t, browser, save(t, page(t, r))+"#view=reading", setup{})
	all := `[...document.querySelectorAll("#pairs .pair:not(.heads)")]`
	pairs := int(b.number(all + `.length`))
	differ := int(b.number(all + `.filter(p => p.matches(".differs")).length`))
	if differ == 0 || differ+4 > pairs {
		t.Fatalf("%d of %d pairs differ", differ, pairs)
	}
	b.is(all+`.filter(p => p.offsetParent).length`, pairs)
	b.click("#only")
	b.is(all+`.filter(p => p.offsetParent).length < `+itoa(pairs), true)
	b.is(all+`.every((p, i, all) => !!p.offsetParent === [all[i - 1], p, all[i + 1]].some(q => q?.matches(".differs")))`, true)
	b.click("#pairs .gap")
	b.is(all+`.filter(p => p.offsetParent).length`, pairs)
	b.is(`document.querySelectorAll("#pairs .gap").length`, 0)
}

// testDecide: a decision goes to a file that a comparison reads, and folds.
func testDecide(t *testing.T, browser context.Context) {
	texts := story(t, "inv-d2")
	r := compared(t, reports.Options{}, texts...)
	folder := t.TempDir()
	allow := chromedp.ActionFunc(func(ctx context.Context) error {
		return cdpbrowser.SetDownloadBehavior(cdpbrowser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(folder).
			WithBrowserContextID(chromedp.FromContext(ctx).BrowserContextID).Do(ctx)
	})
	address := save(t, page(t, r))
	b := open(t, browser, address, setup{actions: []chromedp.Action{allow}})
	first, second := r.Findings[0].ID, r.Findings[1].ID
	b.keys("n")
	b.run(chromedp.SendKeys(".opened [name=reason]", "same speech", chromedp.ByQuery), chromedp.SendKeys(".opened [name=author]", "Ann", chromedp.ByQuery))
	b.click(`.opened [data-decide="dismiss"]`)
	b.is(`document.querySelector(".is-open .decided").textContent`, "Dismissed by Ann: same speech")
	b.keys("n", "c")
	b.is(`document.querySelector("tr.row[data-id='`+second+`'] .decided").textContent`, "Confirmed by Ann")
	b.is(`document.querySelector("tr.row[data-id='`+first+`']").hidden`, true)
	b.is(`document.querySelector("#show-dismissed").textContent`, "Show 1 dismissed")

	// It is there when the page is opened again, and taken back with the same button.
	again := open(t, browser, address, setup{})
	again.is(`document.querySelector("tr.row[data-id='`+first+`']").hidden`, true)
	again.keys("n")
	again.is(openRow, second)

	b.click("#export")
	data := waitFor(t, filepath.Join(folder, "decisions.json"))
	decisions, err := reports.ParseDecisions(data)
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	if len(decisions.Decisions) != 2 || decisions.Decisions[0] != (reports.Decision{Finding: first, Decision: reports.Dismiss, Reason: "same speech", Author: "Ann", Question: r.Findings[0].Question}) {
		t.Errorf("exported %s", data)
	}
	decided := compared(t, reports.Options{Decisions: decisions}, texts...)
	if decided.Counts.Dismissed != 1 || decided.Counts.Confirmed != 1 || len(decided.Stale) > 0 {
		t.Errorf("counts are %+v, stale %v", decided.Counts, decided.Stale)
	}
	// A page made with the decisions, in a browser that knows nothing of them.
	fresh := chromedp.Evaluate(`localStorage.clear()`, nil)
	folded := open(t, browser, save(t, page(t, decided)), setup{})
	folded.run(fresh, chromedp.Reload())
	folded.is(`document.querySelector("tr.row[data-id='`+first+`']").hidden`, true)
	folded.click("#show-dismissed")
	folded.is(shownRows, first)

	// Imported into a page made without them.
	imported := open(t, browser, address, setup{})
	imported.is(`document.querySelectorAll(".decided").length`, 0)
	imported.run(chromedp.SetUploadFiles("#import", []string{filepath.Join(folder, "decisions.json")}, chromedp.ByQuery))
	imported.is(`document.querySelectorAll("tr.row .decided").length`, 2)
	imported.is(`document.querySelector("tr.row[data-id='`+first+`']").hidden`, true)
	imported.run(fresh)
}

func waitFor(t *testing.T, path string) []byte {
	t.Helper()
	for range 100 {
		if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
			return data
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s never came", path)
	return nil
}

// testWithoutScripts: all that was found can be read where scripts do not run.
func testWithoutScripts(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, story(t, "inv-d2")...)
	b := open(t, browser, save(t, page(t, r)), setup{actions: []chromedp.Action{emulation.SetScriptExecutionDisabled(true)}})
	b.is(`[...document.querySelectorAll(".panel")].filter(p => p.offsetParent).length`, len(r.Findings))
	b.is(`[...document.querySelectorAll(".text")].filter(p => p.offsetParent).length`, len(r.Sources))
	b.is(`[...document.querySelectorAll("#missing li")].filter(p => p.offsetParent).length`, len(r.Omissions))
	b.is(`[...document.querySelectorAll("button, input, select")].filter(p => p.offsetParent).length`, 0)
	b.is(`[...document.querySelectorAll('a[href^="#"]')].filter(a => !document.getElementById(a.getAttribute("href").slice(1))).map(a => a.outerHTML).join()`, "")
}
