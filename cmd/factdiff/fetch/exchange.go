package fetch

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// A server that is busy (429, 503) is asked again, after the time it names or
// else after one that doubles.
const (
	maxAttempts  = 3
	firstBackoff = time.Second
)

// accept names what is read, the richest form first.
const accept = "text/html, application/xhtml+xml, application/pdf;q=0.8, text/plain;q=0.8, text/markdown;q=0.8, */*;q=0.5"

// exchange asks for address and returns the response's header, its body still
// to be read. known, unless nil, is the page that may not have changed.
func (v *visit) exchange(address *url.URL, known *Page) (*http.Response, error) {
	backoff := firstBackoff
	for attempt := 1; ; attempt++ {
		request := (&http.Request{Method: http.MethodGet, URL: address, Header: v.header(known)}).WithContext(v.ctx)
		response, err := v.transport.RoundTrip(request)
		if err != nil {
			return nil, v.failed(err)
		}
		if status := response.StatusCode; status != http.StatusTooManyRequests && status != http.StatusServiceUnavailable || attempt == maxAttempts {
			return response, nil
		}
		response.Body.Close()
		what := fmt.Sprintf("is busy (status %d)", response.StatusCode)
		wait, asked := retryAfter(response.Header, v.now())
		if wait = max(wait, firstBackoff); asked {
			what += fmt.Sprintf(" and asks to wait %s", wait.Round(time.Second))
		} else {
			wait = backoff
		}
		if v.now().Add(wait).After(v.deadline) {
			return nil, v.fail(what, "try again later, or give more time with --timeout")
		}
		if err := v.sleep(v.ctx, wait); err != nil {
			return nil, v.failed(err)
		}
		backoff *= 2
	}
}

func (v *visit) header(known *Page) http.Header {
	h := http.Header{"User-Agent": {v.opts.Agent}, "Accept": {accept}, "Accept-Language": {"en, *;q=0.5"}}
	if known != nil {
		if tag := known.Header.Get("Etag"); tag != "" {
			h.Set("If-None-Match", tag)
		}
		if date := known.Header.Get("Last-Modified"); date != "" {
			h.Set("If-Modified-Since", date)
		}
	}
	return h
}

// retryAfter is how long the server asks to wait; ok is false if it names no
// time that can be understood.
func retryAfter(h http.Header, now time.Time) (wait time.Duration, ok bool) {
	value := h.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second, true
	}
	at, err := http.ParseTime(value)
	return at.Sub(now), err == nil
}
