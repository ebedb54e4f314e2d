package fetch

import (
	"context"
	"encoding/binary"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/factdiff/factdiff/nlp/source"
)

// testGuard takes 127.0.0.1, where the servers of these tests listen, for a
// public address, any port of it; all else is as in the program. So
// 127.0.0.2 is as private as ever.
func testGuard(to netip.AddrPort) error {
	if to.Addr() == netip.MustParseAddr("127.0.0.1") {
		return nil
	}
	return newGuard(false)(to)
}

// clock is a clock that only sleeping moves.
type clock struct {
	mu    sync.Mutex
	time  time.Time
	slept []time.Duration
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.time
}

func (c *clock) sleep(_ context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.time = c.time.Add(d)
	c.slept = append(c.slept, d)
	return nil
}

// testFetcher is a fetcher for the servers of these tests, and its clock.
func testFetcher(t *testing.T, opts Options) (*Fetcher, *clock) {
	t.Helper()
	if opts.Timeout == 0 {
		opts.Timeout = 20 * time.Second
	}
	if opts.MaxBytes == 0 {
		opts.MaxBytes = 1 << 20
	}
	opts.Agent = "factdiff/test"
	f := newFetcher(opts, testGuard, net.DefaultResolver)
	c := &clock{time: time.Date(2024, 5, 3, 12, 0, 0, 0, time.UTC)}
	f.now, f.sleep = c.now, c.sleep
	t.Cleanup(f.Close)
	return f, c
}

// serve starts a server of a handler; it has no robots.txt unless the handler
// gives one under /robots.txt with a status of its own.
func serve(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(func() {
		server.CloseClientConnections() // some handlers never end by themselves
		server.Close()
	})
	return server.URL
}

// pages is a handler that serves texts by path, and 404 for all else.
func pages(texts map[string]string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		text, ok := texts[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte(text))
	}
}

// get fetches one address.
func get(f *Fetcher, address string) (*Page, error) {
	all, err := f.All(context.Background(), []string{address})
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// wantFailure checks that err is a *source.Error about name whose message
// holds the words, and that it says how to mend it.
func wantFailure(t *testing.T, err error, name string, words ...string) {
	t.Helper()
	var of *source.Error
	if !errors.As(err, &of) {
		t.Fatalf("error %v, want one of an input", err)
	}
	if of.Name != name || of.Mend == "" {
		t.Errorf("error about %q, mend %q; want one about %q", of.Name, of.Mend, name)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q does not say %q", err, w)
		}
	}
}

// port is the port of an address.
func port(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u.Port()
}

// dns starts a name server that gives a name the addresses of its list one
// query after the other, and the last for ever; a name under any.example is
// 127.0.0.1.
func dns(t *testing.T, names map[string][]string) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	asked := map[string]int{}
	go func() {
		query := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(query)
			if err != nil {
				return
			}
			name, kind, end := question(query[:n])
			list := names[name]
			if strings.HasSuffix(name, ".any.example") {
				list = []string{"127.0.0.1"}
			}
			address := netip.Addr{}
			if kind == 1 && len(list) > 0 { // A
				address = netip.MustParseAddr(list[min(asked[name], len(list)-1)])
				asked[name]++
			}
			_, _ = conn.WriteTo(answer(query[:end], address, len(list) > 0), from)
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp4", conn.LocalAddr().String())
	}}
}

// question is the name and type of a query's question, and where that ends.
func question(query []byte) (name string, kind uint16, end int) {
	var labels []string
	end = 12
	for query[end] != 0 {
		n := int(query[end])
		labels = append(labels, string(query[end+1:end+1+n]))
		end += 1 + n
	}
	end++
	return strings.ToLower(strings.Join(labels, ".")), binary.BigEndian.Uint16(query[end:]), end + 4
}

// answer is the response to a query that ends with its question: an address of
// time to live 0, none, or that there is no such name.
func answer(query []byte, address netip.Addr, known bool) []byte {
	response := append([]byte(nil), query...)
	response[2], response[3] = 0x84, 0x80
	if !known {
		response[3] |= 3
	}
	copy(response[4:12], []byte{0, 1, 0, 0, 0, 0, 0, 0})
	if address.IsValid() {
		response[7] = 1
		response = append(response, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4)
		response = append(response, address.AsSlice()...)
	}
	return response
}
