package html_test

import (
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/factdiff/factdiff/reports"
)

func itoa(n int) string { return strconv.Itoa(n) }

// testAccess: axe-core finds no fault, in both themes, wide and narrow.
func testAccess(t *testing.T, browser context.Context) {
	path := os.Getenv("FACTDIFF_AXE")
	if path == "" {
		needed(t, "axe-core (FACTDIFF_AXE=.../axe.min.js)")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := compared(t, reports.Options{}, story(t, "inv-d2")...)
	update := ids(r, func(f *reports.Finding) bool { return f.Verdict == "update" })
	update, _, _ = strings.Cut(update, " ")
	address := save(t, page(t, r))
	big := save(t, page(t, reports.New(many(9, 12), reports.Options{Tool: tool})))
	quote := compared(t, reports.Options{}, pier...)
	nearly, _, _ := strings.Cut(ids(quote, func(f *reports.Finding) bool { return len(f.Wording) > 0 }), " ")
	worded := save(t, page(t, quote)) + "#open=" + nearly
	if update == "" || nearly == "" {
		t.Fatal("the stories have no update or no two sentences nearly alike any more")
	}
	for name, at := range map[string]string{
		"matrix": address, "open row": address + "#open=" + update, "word diff": worded, "reading": address + "#view=reading&a=c&b=d",
		"one against all": address + "#view=reading&a=b&b=*", "missing": address + "#view=missing", "agreed": address + "#view=agreed", "many sources": big,
	} {
		for _, s := range []setup{{}, {dark: true}, {width: 360}} {
			theme := map[bool]string{true: "dark", false: "light"}[s.dark]
			t.Run(name+" "+theme+" "+itoa(int(s.width)), func(t *testing.T) {
				b := open(t, browser, at, s)
				var found []byte
				b.run(chromedp.Evaluate(string(axe), nil), chromedp.Evaluate(
					`axe.run().then(r => r.violations.map(v => v.id + ": " + v.help + " | " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + n.any.map(a => a.message).join("; ")).join(" | ")))`,
					&found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
				var violations []string
				if err := json.Unmarshal(found, &violations); err != nil {
					t.Fatal(err)
				}
				for _, v := range violations {
					t.Error(v)
				}
			})
		}
	}
}

// testKeyboard: a finding is found, opened, decided and read without a mouse.
func testKeyboard(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, story(t, "inv-d2")...)
	b := open(t, browser, save(t, page(t, r)), setup{})
	b.keys("\t")
	b.is(`document.activeElement.className`, "skip")
	// Every control that is seen is reached by the tabulator key.
	b.run(chromedp.Evaluate(`window.reached = new Set()`, nil))
	controls := int(b.number(`[...document.querySelectorAll("a[href], button, input, select, summary")].filter(e => e.offsetParent && !e.disabled).length`))
	for range controls + 10 {
		b.run(chromedp.Evaluate(`reached.add(document.activeElement)`, nil))
		b.keys("\t")
	}
	b.is(`[...document.querySelectorAll("a[href], button, input, select, summary")].filter(e => e.offsetParent && !e.disabled && !reached.has(e)).map(e => e.outerHTML.slice(0, 80)).join()`, "")
	b.run(chromedp.Evaluate(`document.activeElement.blur()`, nil))
	b.keys("?")
	b.is(`document.querySelector("#help").open`, true)
	b.keys("\x1b")
	b.is(`document.querySelector("#help").open`, false)
	b.keys("/")
	b.is(`document.activeElement.id`, "search")
	b.keys("t", "o", "l", "l", "\x1b")
	b.is(`document.activeElement.id`, "")
	b.is(fragment, "q=toll")
	b.run(chromedp.Evaluate(`document.querySelector("#search").value = ""; document.querySelector("#search").dispatchEvent(new Event("input"))`, nil))
	b.keys("3")
	b.is(shownRows, ids(r, func(f *reports.Finding) bool { return from(f, "c") }))
	b.keys("3", "j", " ")
	b.is(openRow, r.Findings[0].ID)
	b.keys("l")
	b.is(`document.querySelector(".is-open").dataset.decision`, "later")
	b.keys("l")
	b.is(`document.querySelector(".is-open").dataset.decision ?? ""`, "")
	b.keys("s", "n")
	b.is(`document.querySelectorAll("#pairs .current").length`, 1)
	b.run(chromedp.Evaluate(`localStorage.clear()`, nil))
}

// testWithoutStorage: a browser that keeps nothing for files is no obstacle.
func testWithoutStorage(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, pier...)
	b := open(t, browser, save(t, page(t, r)), setup{actions: []chromedp.Action{
		beforeScripts(`Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError") } })`)}})
	b.keys("n", "c")
	b.is(`document.querySelector(".is-open .decided").textContent`, "Confirmed")
	b.click("#theme")
	b.is(`document.documentElement.dataset.theme`, "light")
}

// testHostile: nothing that stands in an article runs.
func testHostile(t *testing.T, browser context.Context) {
	for _, evil := range []string{
		`</script><script>window.ran = 1</script>`, `"><img src=x onerror="window.ran = 1">`, `</style><svg onload="window.ran = 1">`,
		"\u202egnp.exe\x00" + strings.Repeat("W", 3000), `javascript:window.ran=1`, `#view=reading&a=<img src=x onerror=window.ran=1>`,
	} {
		b := open(t, browser, save(t, page(t, told(evil))), setup{width: 360})
		b.keys("n", "s", "n", "n")
		b.is(`window.ran ?? 0`, 0)
		b.is(`document.documentElement.scrollWidth <= innerWidth`, true)
		b.is(`document.querySelectorAll("img").length`, 0)
	}
	evil := save(t, page(t, compared(t, reports.Options{}, pier...)))
	b := open(t, browser, evil+"#view=%3Cimg%20src=x%3E&open=%22%5D&a=zz&b=..&verdict=%22&at=%22", setup{})
	b.is(`document.querySelector("#findings").hidden`, false)
}

// testWidths: no page is wider than its window.
func testWidths(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, append(story(t, "inv-d2"), story(t, "inv-d3")...)...)
	for _, r := range []*reports.Report{compared(t, reports.Options{}, story(t, "inv-d2")...), r} {
		address := save(t, page(t, r))
		for _, width := range []int64{360, 768, 1440, 2560} {
			for _, view := range []string{"view=findings&open=" + r.Findings[0].ID, "view=reading", "view=missing", "view=agreed"} {
				b := open(t, browser, address+"#"+view, setup{width: width})
				b.is(`document.documentElement.scrollWidth <= `+itoa(int(width)), true)
			}
		}
	}
}

// testPrint: on paper stand all findings with their evidence, and no tools.
func testPrint(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, story(t, "inv-d2")...)
	b := open(t, browser, save(t, page(t, r)), setup{dark: true})
	b.keys("n")
	b.run(emulation.SetEmulatedMedia().WithMedia("print"))
	b.is(`[...document.querySelectorAll(".panel")].filter(p => p.offsetParent).length`, len(r.Findings))
	b.is(`[...document.querySelectorAll("#missing li, #agreed li")].filter(p => p.offsetParent).length`, len(r.Omissions)+len(r.Agreements))
	b.is(`[...document.querySelectorAll("button, input, select")].filter(p => p.offsetParent).length`, 0)
	b.is(`getComputedStyle(document.body).backgroundColor`, "rgb(255, 255, 255)")
}

// testCopy: a quotation is copied with its source.
func testCopy(t *testing.T, browser context.Context) {
	r := compared(t, reports.Options{}, pier...)
	allow := chromedp.ActionFunc(func(ctx context.Context) error {
		for _, name := range []string{"clipboard-read", "clipboard-write"} {
			if err := cdpbrowser.SetPermission(&cdpbrowser.PermissionDescriptor{Name: name}, cdpbrowser.PermissionSettingGranted).Do(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	b := open(t, browser, save(t, page(t, r)), setup{actions: []chromedp.Action{allow}})
	b.keys("n")
	b.click(".opened .copy")
	b.is(`document.querySelector(".opened .copy").textContent`, "Copied")
	e := r.Findings[0].Positions[0].Evidence[0]
	for _, s := range r.Sources {
		if s.ID == e.Source {
			got := b.textOf(`navigator.clipboard.readText()`)
			if sentence := s.Text[e.Context.Start:e.Context.End]; !strings.HasPrefix(got, "“"+sentence+"” ("+s.Outlet+", “"+s.Title+"”, ") {
				t.Errorf("copied %q", got)
			}
		}
	}
}

// textOf is the text that a script expression promises.
func (b *tab) textOf(script string) string {
	b.t.Helper()
	var s string
	b.run(chromedp.Evaluate(script, &s, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	return s
}

// testTheme: the theme follows the system until one chooses, and is kept.
func testTheme(t *testing.T, browser context.Context) {
	address := save(t, page(t, compared(t, reports.Options{}, pier...)))
	const background = `getComputedStyle(document.body).backgroundColor`
	dark := open(t, browser, address, setup{dark: true}).text(background)
	b := open(t, browser, address, setup{})
	light := b.text(background)
	if dark == light {
		t.Errorf("both themes are %s", dark)
	}
	b.click("#theme")
	b.click("#theme")
	b.is(background, dark)
	b.run(chromedp.Reload())
	b.is(background, dark)
	b.click("#theme")
	b.is(background, light)
	b.run(chromedp.Evaluate(`localStorage.clear()`, nil))
}
