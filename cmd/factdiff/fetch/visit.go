package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/factdiff/factdiff/nlp/source"
)

// visit is the fetching of one page with all that it takes: robots.txt,
// redirects, waits.
type visit struct {
	*Fetcher
	ctx      context.Context // ends at deadline
	deadline time.Time
	name     string // as the user wrote it
	step     string // what is being fetched in place of the page itself: "redirects to X, which "
}

// page fetches one page. The error is a *source.Error.
func (f *Fetcher) page(ctx context.Context, name string, address *url.URL) (*Page, error) {
	ctx, cancel := context.WithTimeout(ctx, f.opts.Timeout)
	defer cancel()
	v := &visit{Fetcher: f, ctx: ctx, deadline: f.now().Add(f.opts.Timeout), name: name}
	cached := f.cache.load(address.String(), f.opts.MaxBytes)
	if cached != nil && cached.Status != http.StatusOK {
		cached = nil
	}
	page, err := v.follow(address, cached)
	if err != nil {
		var of *source.Error
		if cached != nil && f.archive.dir == "" && errors.As(err, &of) {
			of.Mend += fmt.Sprintf("; --offline reads the copy of %s", cached.Fetched.Format(time.DateOnly))
		}
		return nil, err
	}
	page.URL = address.String()
	f.cache.store(page)
	return page, nil
}

// follow fetches the page at address or where that leads.
func (v *visit) follow(address *url.URL, cached *Page) (*Page, error) {
	for range maxRedirects + 1 {
		if err := v.askRobots(address); err != nil {
			return nil, err
		}
		var known *Page
		if cached != nil && cached.FinalURL == address.String() {
			known = cached
		}
		response, err := v.exchange(address, known)
		if err != nil {
			return nil, err
		}
		if !isRedirect(response) {
			page, err := v.receive(response, known)
			response.Body.Close()
			return page, err
		}
		response.Body.Close()
		if address, err = v.redirect(response); err != nil {
			return nil, err
		}
	}
	return nil, v.fail(fmt.Sprintf("is the %dth redirect in a row", maxRedirects+1), "open it in a browser and give the address of the page itself")
}

func isRedirect(response *http.Response) bool {
	switch response.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// redirect is where a response leads.
func (v *visit) redirect(response *http.Response) (*url.URL, error) {
	to, err := response.Location()
	if err != nil {
		return nil, v.fail("redirects to no valid address", "open it in a browser and give the address of the page itself")
	}
	v.step = "redirects to " + withoutUser(to.String()) + ", which "
	if wrong := addressFault(to); wrong != nil {
		return nil, v.fail(wrong.what, wrong.mend)
	}
	return tidy(to), nil
}

// receive makes a page of a response that is no redirect. known is the page
// whose validators were sent.
func (v *visit) receive(response *http.Response, known *Page) (*Page, error) {
	if known != nil && response.StatusCode == http.StatusNotModified {
		return known.confirmed(response.Header, v.now()), nil
	}
	if response.StatusCode != http.StatusOK {
		return nil, v.fail(refusal(response.StatusCode))
	}
	var body []byte
	whole := response.ContentLength <= v.opts.MaxBytes
	if whole { // as far as is announced
		var err error
		if body, whole, err = v.body(response, v.opts.MaxBytes); err != nil {
			return nil, err
		}
	}
	if !whole {
		return nil, v.fail(fmt.Sprintf("is too large: more than %d bytes", v.opts.MaxBytes), "save the report's text to a file")
	}
	return newPage(response, body, v.now()), nil
}

func newPage(response *http.Response, body []byte, now time.Time) *Page {
	sum := sha256.Sum256(body)
	return &Page{Body: body, Record: Record{
		FinalURL: response.Request.URL.String(), Status: response.StatusCode, Header: kept(response.Header),
		Fetched: now.UTC().Truncate(time.Second), SHA256: hex.EncodeToString(sum[:]), Bytes: len(body),
	}}
}

// kept is what a cache or an archive keeps of a header: all but the cookies, in
// valid UTF-8, so that it comes out of JSON as it went in.
func kept(h http.Header) http.Header {
	h = h.Clone()
	h.Del("Set-Cookie")
	h.Del("Set-Cookie2")
	for _, values := range h {
		for i, v := range values {
			values[i] = strings.ToValidUTF8(v, "\uFFFD")
		}
	}
	return h
}

// confirmed is the page as of now: the server said that it has not changed.
func (p *Page) confirmed(h http.Header, now time.Time) *Page {
	page := *p
	page.Header = p.Header.Clone()
	h = kept(h)
	for _, key := range []string{"Cache-Control", "Date", "Etag", "Expires", "Last-Modified"} {
		if values := h.Values(key); len(values) > 0 {
			page.Header[key] = values
		}
	}
	page.Fetched = now.UTC().Truncate(time.Second)
	return &page
}

// body reads the first limit bytes, counted after decompression; whole is false
// if there are more.
func (v *visit) body(response *http.Response, limit int64) (data []byte, whole bool, err error) {
	if coding := response.Header.Get("Content-Encoding"); coding != "" && coding != "identity" {
		// The transport asked for gzip and has undone it.
		return nil, false, v.fail(fmt.Sprintf("is compressed (%q) though that was not asked for", coding), "save the page from your browser")
	}
	data, err = io.ReadAll(io.LimitReader(response.Body, limit+1))
	if int64(len(data)) > limit {
		return data[:limit], false, nil
	}
	if err != nil {
		return nil, false, v.failed(err)
	}
	return data, true, nil
}

// fail is the error for what the visit is at.
func (v *visit) fail(what, mend string) error {
	return &source.Error{Name: v.name, What: v.step + what, Mend: mend}
}
