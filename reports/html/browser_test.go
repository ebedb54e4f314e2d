package html_test

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browsers are the names under which a browser that speaks its protocol is found.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// needed fails where everything must run, and skips on a developer's machine
// that lacks what is named.
func needed(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("FACTDIFF_CI") != "" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("%s is missing", what)
}

// startBrowser starts a browser without a window that ends with the test.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() || os.Getenv("UPDATE") == "1" {
		t.Skip("a browser takes long, and there are no goldens here")
	}
	program := ""
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		needed(t, "a browser ("+strings.Join(browsers, ", ")+")")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.WSURLReadTimeout(60*time.Second))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	// Its own complaints are about events of newer browsers.
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// tab is a page that was opened from disk. At its end it must have asked for
// nothing but itself, and told of no error.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string
}

// setup is what a tab is before its page is opened.
type setup struct {
	width   int64 // 0 is 1280
	dark    bool
	actions []chromedp.Action
}

// save writes a page to disk and returns its address.
func save(t *testing.T, page string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// open opens an address in a tab of its own.
func open(t *testing.T, browser context.Context, address string, s setup) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	ctx, stop := context.WithTimeout(ctx, 60*time.Second)
	b := &tab{t: t, ctx: ctx}
	t.Cleanup(func() {
		stop()
		cancel()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, p := range b.problems {
			t.Errorf("the browser tells: %s", p)
		}
	})
	file, _, _ := strings.Cut(address, "#")
	chromedp.ListenTarget(ctx, func(event any) { b.watch(event, file) })
	if s.width == 0 {
		s.width = 1280
	}
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	b.run(network.Enable(), log.Enable(), runtime.Enable(),
		emulation.SetDeviceMetricsOverride(s.width, 900, 1, false),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}))
	b.run(s.actions...)
	b.run(cdppage.BringToFront(), chromedp.Navigate(address))
	return b
}

// watch notes what a page must not do.
func (b *tab) watch(event any, file string) {
	problem := ""
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		// data: is the browser's own picture in a date field; a page's would be refused.
		if u, _, _ := strings.Cut(e.Request.URL, "#"); u != file && !strings.HasPrefix(u, "blob:") && !strings.HasPrefix(u, "data:") {
			problem = "request for " + e.Request.URL
		}
	case *log.EventEntryAdded:
		problem = "log: " + e.Entry.Text
	case *runtime.EventConsoleAPICalled:
		problem = "console " + string(e.Type)
	case *runtime.EventExceptionThrown:
		problem = e.ExceptionDetails.Error()
	}
	if problem != "" {
		b.mu.Lock()
		b.problems = append(b.problems, problem)
		b.mu.Unlock()
	}
}

func (b *tab) run(actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// keys types, one key after the other.
func (b *tab) keys(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		if k < " " {
			b.run(chromedp.KeyEvent(k))
			continue
		}
		// As a keyboard does it: what the page prevents is not typed.
		down := input.DispatchKeyEvent(input.KeyDown).WithKey(k).WithText(k)
		up := input.DispatchKeyEvent(input.KeyUp).WithKey(k)
		if k >= "0" && k <= "9" {
			down, up = down.WithCode("Digit"+k), up.WithCode("Digit"+k)
		}
		b.run(down, up)
	}
}

func (b *tab) click(selector string) {
	b.t.Helper()
	b.run(chromedp.Click(selector, chromedp.ByQuery))
}

// is holds the value of a script expression to what is wanted; it waits a
// little for it, as a person would.
func (b *tab) is(script string, want any) {
	b.t.Helper()
	wanted, err := json.Marshal(want)
	if err != nil {
		b.t.Fatal(err)
	}
	var got []byte
	for range 40 {
		b.run(chromedp.Evaluate(script, &got, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
		if same(got, wanted) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Errorf("%s is %s, want %s", script, got, wanted)
}

// same reports whether two JSON values are equal.
func same(a, b []byte) bool {
	var x, y any
	return json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil && reflect.DeepEqual(x, y)
}

// number is the value of a script expression that is a number.
func (b *tab) number(script string) float64 {
	b.t.Helper()
	var n float64
	b.run(chromedp.Evaluate(script, &n, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	return n
}

func (b *tab) text(script string) string {
	b.t.Helper()
	var s string
	b.run(chromedp.Evaluate(script, &s))
	return s
}

// beforeScripts runs a script in the page before its own.
func beforeScripts(script string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := cdppage.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
		return err
	})
}
