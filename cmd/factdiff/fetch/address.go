package fetch

import (
	"fmt"
	"net/netip"
	"syscall"

	"code.dny.dev/ssrf"
)

// privateV4 and privateV6 are what --allow-private opens: the networks of an
// organisation and the computer itself. What stays shut is link-local, and
// with it the metadata service of most clouds, multicast, and what no host can
// have. On a network without IPv4, it opens the prefix that stands for IPv4
// hosts (NAT64), too, for those that are permitted themselves.
var (
	privateV4 = prefixes("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8")
	privateV6 = prefixes("fc00::/7", "::1/128")
)

// metadata are the addresses of services that hand out a cloud machine's
// secrets and lie outside the link-local range: nothing a report is read from.
// Sources: the manuals of Alibaba Cloud (ECS instance metadata), Azure (what
// is 168.63.129.16), AWS (IMDS and EKS Pod Identity over IPv6), Google Cloud
// and Oracle Cloud (metadata over IPv6).
var metadata = prefixes("100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::/32", "fd20:ce::254/128", "fd00:c1::a9fe:a9fe/128")

func prefixes(all ...string) []netip.Prefix {
	list := make([]netip.Prefix, len(all))
	for i, s := range all {
		list[i] = netip.MustParsePrefix(s)
	}
	return list
}

// forbidden is the error of a dial that was not made.
type forbidden struct {
	to     netip.AddrPort
	public bool // the address is public: it is the port that is refused
	never  bool // --allow-private does not help
}

func (f *forbidden) Error() string { return fmt.Sprintf("%s is not dialled", f.to) }

// guard decides on an address that is about to be dialled: after names were
// resolved, so that no name can hide it. It is called for each address of a
// name and for each connection.
type guard func(netip.AddrPort) error

// newGuard permits ports 80 and 443 of public addresses; with private, all
// ports and the networks above, too.
func newGuard(private bool) guard {
	public := ssrf.New()
	allowed := public
	if private {
		allowed = ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(privateV4...), ssrf.WithAllowedV6Prefixes(privateV6...))
	}
	return func(to netip.AddrPort) error {
		// A network without IPv4 reaches IPv4 hosts under this prefix.
		if bytes := to.Addr().As16(); private && ssrf.IPv6NAT64Prefix.Contains(to.Addr()) {
			to = netip.AddrPortFrom(netip.AddrFrom4([4]byte(bytes[12:])), to.Port())
		}
		for _, p := range metadata {
			if p.Contains(to.Addr().WithZone("")) {
				return &forbidden{to: to, never: true}
			}
		}
		if allowed.SafeAddrPort(to) != nil {
			return &forbidden{to: to, public: public.SafeAddr(to.Addr()) == nil, never: private}
		}
		return nil
	}
}

// control is the guard as net.Dialer calls it.
func (g guard) control(network, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%s %s is no address: %w", network, address, err)
	}
	return g(to)
}
