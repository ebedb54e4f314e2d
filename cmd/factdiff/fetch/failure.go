package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"syscall"
)

// refusal says what a status other than success means to the user.
func refusal(status int) (what, mend string) {
	what = fmt.Sprintf("answers with status %d", status)
	if text := http.StatusText(status); text != "" {
		what += " (" + text + ")"
	}
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		return what, "check the address"
	case status == http.StatusTooManyRequests || status >= 500:
		return what, "try again later"
	}
	return what, "open it in a browser, save the page and give the file"
}

// failed turns an error of the network into what is wrong and how to mend it.
func (v *visit) failed(err error) error {
	var refused *forbidden
	var unknown *net.DNSError
	var certificate *tls.CertificateVerificationError
	var timeout net.Error
	switch {
	case errors.As(err, &refused):
		return v.fail(refused.tell())
	case errors.Is(err, context.Canceled):
		return v.fail("was not fetched: interrupted", "run again")
	case errors.As(err, &unknown) && unknown.IsNotFound:
		return v.fail(fmt.Sprintf("is on a host that is not known (%s)", unknown.Name), "check the address")
	case errors.As(err, &unknown):
		return v.fail(fmt.Sprintf("is on a host whose address could not be looked up (%s)", unknown.Name), "check the connection to the network")
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return v.fail(fmt.Sprintf("was not there within %s", v.opts.Timeout), "try again, or give more time with --timeout")
	case errors.As(err, &certificate):
		return v.fail("cannot be trusted ("+certificate.Err.Error()+")", "check the address")
	case errors.Is(err, syscall.ECONNREFUSED):
		return v.fail("is on a host that accepts no connection", "check the address, and try again later")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return v.fail("broke off", "try again")
	}
	return v.fail("could not be fetched ("+err.Error()+")", "try again, or save the page and give the file")
}

// tell says what is wrong with where an address leads.
func (f *forbidden) tell() (what, mend string) {
	what = fmt.Sprintf("is at %s, not a public address", f.to.Addr())
	mend = "if it is on your own network, give --allow-private"
	if f.public {
		what = fmt.Sprintf("is at port %d, and only 80 and 443 are asked", f.to.Port())
		mend = "if you trust that address, give --allow-private"
	}
	if f.never {
		mend = "save the page and give the file"
	}
	return what, mend
}
