package fetch

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"testing"
)

// TestGuard: what is dialled by default, with --allow-private, and never.
func TestGuard(t *testing.T) {
	const public, private, never = 0, 1, 2
	for _, c := range []struct {
		name, to string
		want     int
	}{
		{"public", "9.9.9.9:443", public},
		{"public, not encrypted", "9.9.9.9:80", public},
		{"public, version 6", "[2620:fe::fe]:443", public},
		{"another port", "9.9.9.9:8080", private},
		{"mail", "9.9.9.9:25", private},

		{"private 10", "10.1.2.3:80", private},
		{"private 172", "172.31.255.255:80", private},
		{"after private 172", "172.32.0.1:80", public},
		{"private 192", "192.168.0.1:80", private},
		{"loopback", "127.0.0.1:80", private},
		{"loopback elsewhere", "127.9.9.9:80", private},
		{"carrier's network", "100.64.0.1:80", private},
		{"after carrier's network", "100.128.0.1:80", public},
		{"loopback, version 6", "[::1]:80", private},
		{"unique local", "[fd12::1]:80", private},

		{"metadata", "169.254.169.254:80", never},
		{"link-local", "169.254.1.1:80", never},
		{"link-local, version 6", "[fe80::1]:80", never},
		{"link-local with zone", "[fe80::1%lo]:80", never},
		{"loopback with zone", "[::1%lo]:80", never},
		{"metadata in the carrier's network", "100.100.100.200:80", never},
		{"metadata at a public address", "168.63.129.16:80", never},
		{"metadata in unique local", "[fd00:ec2::254]:80", never},
		{"metadata in unique local, with zone", "[fd00:ec2::254%lo]:80", never},
		{"metadata, version 6 of another cloud", "[fd20:ce::254]:80", never},
		{"unspecified", "0.0.0.0:80", never},
		{"unspecified, version 6", "[::]:80", never},
		{"this network", "0.1.2.3:80", never},
		{"multicast", "224.0.0.1:80", never},
		{"multicast, version 6", "[ff02::1]:80", never},
		{"broadcast", "255.255.255.255:80", never},
		{"documentation", "192.0.2.1:80", never},
		{"benchmarks", "198.18.0.1:80", never},
		{"documentation, version 6", "[2001:db8::1]:80", never},
		{"loopback written as version 6", "[::ffff:127.0.0.1]:80", never},
		{"private written as version 6", "[::ffff:10.0.0.1]:80", never},
		{"public written as version 6", "[::ffff:9.9.9.9]:80", never},
		{"compatible form of version 6", "[::127.0.0.1]:80", never},
		{"6to4", "[2002:7f00:1::]:80", never},
		{"Teredo", "[2001:0:7f00:1::]:80", never},
		{"NAT64 of a private one", "[64:ff9b::a00:1]:80", private},
		{"NAT64 of a public one", "[64:ff9b::909:909]:80", private},
		{"NAT64 of metadata", "[64:ff9b::a9fe:a9fe]:80", never},
		{"NAT64 of an own prefix", "[64:ff9b:1::a00:1]:80", never},
		{"site-local", "[fec0::1]:80", never},
	} {
		got := never
		if newGuard(true)(netip.MustParseAddrPort(c.to)) == nil {
			got = private
		}
		err := newGuard(false).control("tcp", c.to, nil)
		if err == nil {
			if got != private {
				t.Errorf("%s: %s is dialled by default, but not with --allow-private", c.name, c.to)
			}
			got = public
		}
		if got != c.want {
			t.Errorf("%s: %s is in class %d, want %d", c.name, c.to, got, c.want)
		}
		var refused *forbidden
		if err != nil && !errors.As(err, &refused) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if err := newGuard(true).control("tcp", "courier.example:80", nil); err == nil {
		t.Error("a name is no address")
	}
}

// TestPrivateRefused: the program as it is does not dial the servers of these
// tests, and does with --allow-private.
func TestPrivateRefused(t *testing.T) {
	base := serve(t, pages(map[string]string{"/a": "Ferry hits pier"}))
	opts := Options{Agent: "factdiff/test", Timeout: 10e9, MaxBytes: 1000}
	f := New(opts)
	defer f.Close()
	_, err := get(f, base+"/a")
	wantFailure(t, err, base+"/a", "is at 127.0.0.1, not a public address; ", "--allow-private")

	opts.AllowPrivate = true
	private := New(opts)
	defer private.Close()
	if page, err := get(private, base+"/a"); err != nil || string(page.Body) != "Ferry hits pier" {
		t.Errorf("with --allow-private: %v, %v", page, err)
	}
}

// TestRedirectRefused: no redirect leads where an address may not.
func TestRedirectRefused(t *testing.T) {
	secret := "http://127.0.0.2:" // where a server listens, too, if the system has the address
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/a" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Location", r.URL.Query().Get("to"))
		w.WriteHeader(http.StatusFound)
	})
	secret += port(t, base)
	for _, c := range []struct{ name, to, words string }{
		{"loopback", secret + "/", "which is at 127.0.0.2, not a public address"},
		{"private", "http://10.0.0.1/", "which is at 10.0.0.1, "},
		{"metadata", "http://169.254.169.254/latest/meta-data/", "which is at 169.254.169.254, "},
		{"loopback, version 6", "http://[::1]/", "which is at ::1, "},
		{"private written as version 6", "http://[::ffff:10.0.0.1]/", "which is at 10.0.0.1, "},
		{"unspecified", "http://0.0.0.0/", "which is at 0.0.0.0, "},
		{"another port", "http://9.9.9.9:22/", "which is at port 22, "},
		{"file", "file:///etc/passwd", "only http and https are"},
		{"another protocol", "gopher://courier.example/", "only http and https are"},
		{"password", "http://ann:secret@courier.example/", "redirects to http://***@courier.example/, which holds a user name"},
		{"no host", "http:///a", "names no host"},
		{"no address", "http://[", "redirects to no valid address"},
	} {
		f, _ := testFetcher(t, Options{})
		name := base + "/a?to=" + c.to
		_, err := get(f, name)
		if c.name == "password" {
			wantFailure(t, err, name, c.words)
			continue
		}
		wantFailure(t, err, name, "redirects to ", c.words)
	}
}

// TestRebinding: a name that is public when robots.txt is read, and private
// when the page is.
func TestRebinding(t *testing.T) {
	fetched := 0
	base := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		fetched++
		http.NotFound(w, r)
	})
	for _, c := range []struct {
		name      string
		addresses []string
		fetched   int
	}{
		{"private at once", []string{"10.0.0.1"}, 0},
		{"private the second time", []string{"127.0.0.1", "10.0.0.1"}, 1},
		{"metadata the second time", []string{"127.0.0.1", "169.254.169.254"}, 1},
	} {
		f := newFetcher(Options{Agent: "factdiff/test", Timeout: 10e9, MaxBytes: 1000}, testGuard,
			dns(t, map[string][]string{"courier.example": c.addresses}))
		fetched = 0
		name := "http://courier.example:" + port(t, base) + "/a"
		_, err := get(f, name)
		wantFailure(t, err, name, "is at "+c.addresses[len(c.addresses)-1]+", not a public address")
		if fetched != c.fetched {
			t.Errorf("%s: %d requests came, want %d", c.name, fetched, c.fetched)
		}
		f.Close()
	}
}

// TestNoProxy: a proxy of the environment would dial what the guard never
// sees.
func TestNoProxy(t *testing.T) {
	proxy := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the proxy was asked") })
	t.Setenv("HTTP_PROXY", proxy)
	t.Setenv("http_proxy", proxy)
	f := newFetcher(Options{Agent: "factdiff/test", Timeout: 10e9, MaxBytes: 1000}, testGuard,
		dns(t, map[string][]string{"courier.example": {"10.0.0.1"}}))
	defer f.Close()
	_, err := get(f, "http://courier.example/a")
	wantFailure(t, err, "http://courier.example/a", "is at 10.0.0.1, ")
	if f.transport.Proxy != nil {
		t.Error("the transport has a proxy")
	}
}

// TestUnknownHost: what cannot be looked up is told as such.
func TestUnknownHost(t *testing.T) {
	f := newFetcher(Options{Agent: "factdiff/test", Timeout: 10e9, MaxBytes: 1000}, testGuard, dns(t, nil))
	defer f.Close()
	_, err := get(f, "http://nowhere.example/a")
	wantFailure(t, err, "http://nowhere.example/a", "is on a host that is not known (nowhere.example); check the address")
	f = newFetcher(Options{Agent: "factdiff/test", Timeout: 10e9, MaxBytes: 1000}, testGuard, &net.Resolver{
		PreferGo: true, Dial: (&net.Dialer{Timeout: 1}).DialContext,
	})
	defer f.Close()
	_, err = get(f, "http://nowhere.example/a")
	wantFailure(t, err, "http://nowhere.example/a", "could not be looked up")
}
