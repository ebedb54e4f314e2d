package fetch

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/factdiff/factdiff/nlp/source"
)

// robotsAge is how long a robots.txt in the cache serves: the most that RFC
// 9309, section 2.4, permits.
const robotsAge = 24 * time.Hour

// robots is what one host says to programs.
type robots struct {
	rules []robotsRule
	why   string // nothing may be fetched, for this reason; empty otherwise
}

// askRobots returns an error unless the page may be fetched by programs.
func (v *visit) askRobots(address *url.URL) error {
	origin := url.URL{Scheme: address.Scheme, Host: address.Host}
	v.mu.Lock()
	ask := v.robots[origin.String()]
	if ask == nil {
		// The first visit asks in its own time; others of the host wait for it.
		ask = sync.OnceValues(func() (robots, error) { return v.readRobots(origin) })
		v.robots[origin.String()] = ask
	}
	v.mu.Unlock()
	said, err := ask()
	if err != nil {
		var of *source.Error
		if errors.As(err, &of) {
			return v.fail(of.What, of.Mend) // under the name of this page
		}
		return err
	}
	const mend = "open it in a browser, save the page and give the file"
	if said.why != "" {
		return v.fail(said.why, mend)
	}
	path := address.EscapedPath()
	if address.RawQuery != "" {
		path += "?" + address.RawQuery
	}
	if rule, ok := robotsVerdict(said.rules, path); ok && !rule.allow {
		return v.fail(fmt.Sprintf("is not for programs: %s/robots.txt has \"Disallow: %s\"", origin.String(), rule.pattern), mend)
	}
	return nil
}

// agentToken is what robots.txt calls this program.
func (f *Fetcher) agentToken() string { return productToken(f.opts.Agent) }

// readRobots gets the robots.txt of a host. As RFC 9309, section 2.3.1, has
// it, one that is not there (4xx, too many redirects) permits everything and
// one that fails (5xx) nothing. The error is that of a host that cannot be
// reached, without the name of a page.
func (v *visit) readRobots(origin url.URL) (robots, error) {
	at := &visit{Fetcher: v.Fetcher, ctx: v.ctx, deadline: v.deadline}
	origin.Path = "/robots.txt"
	page := v.cache.load(origin.String(), maxRobots)
	if page == nil || v.now().Sub(page.Fetched) > robotsAge || page.Fetched.After(v.now()) {
		var err error
		if page, err = at.fetchRobots(&origin); err != nil {
			return robots{}, err
		}
		page.URL = origin.String()
		if page.Status < 500 && page.Status != http.StatusTooManyRequests {
			v.cache.store(page)
		}
	}
	switch status := page.Status; {
	case status == http.StatusOK:
		return robots{rules: parseRobots(page.Body, v.agentToken())}, nil
	case status >= 500 || status == http.StatusTooManyRequests:
		return robots{why: fmt.Sprintf("must not be fetched while its host does not say what programs may (%s answers with status %d)", origin.String(), status)}, nil
	}
	return robots{}, nil
}

// maxRobotsRedirects is what RFC 9309, section 2.3.1.2, asks for at least.
const maxRobotsRedirects = 5

// fetchRobots gets a robots.txt, whatever its status; its body is that of
// status 200 only.
func (v *visit) fetchRobots(address *url.URL) (*Page, error) {
	for redirects := 0; ; redirects++ {
		response, err := v.exchange(address, nil)
		if err != nil {
			return nil, err
		}
		if redirects < maxRobotsRedirects && isRedirect(response) {
			if to, err := response.Location(); err == nil && addressFault(to) == nil {
				response.Body.Close()
				address = tidy(to)
				v.step = "has a robots.txt that redirects to " + address.String() + ", which "
				continue
			}
		}
		defer response.Body.Close()
		var body []byte
		if response.StatusCode == http.StatusOK {
			v.step = "has a robots.txt that "
			if body, _, err = v.body(response, maxRobots); err != nil {
				return nil, err
			}
		}
		return newPage(response, body, v.now()), nil
	}
}
