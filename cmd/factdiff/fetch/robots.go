package fetch

import (
	"bytes"
	"strings"
)

// maxRobots is how much of a robots.txt is read: RFC 9309, section 2.5, asks
// for at least 500 KiB. What follows is not seen.
const maxRobots = 500 << 10

// robotsRule is a line "Allow: PATTERN" or "Disallow: PATTERN".
type robotsRule struct {
	allow   bool
	pattern string // as written
	parts   []string
	end     bool // the pattern ends in $
	length  int  // octets of the pattern in its comparable form
}

// parseRobots reads a robots.txt and returns the rules that hold for agent, a
// product token in lower case: those of all groups that name it, else those of
// all groups for *. It follows RFC 9309, section 2.2: what it does not know,
// rules outside groups and patterns without a byte are passed over. Time is
// linear in the size of data.
func parseRobots(data []byte, agent string) []robotsRule {
	data = bytes.TrimPrefix(data[:min(len(data), maxRobots)], []byte("\xef\xbb\xbf"))
	var own, everyone []robotsRule
	named := false // a group names agent
	var forOwn, forEveryone, ruled bool
	for line := range bytes.FieldsFuncSeq(data, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = bytes.Cut(line, []byte("#"))
		before, after, _ := bytes.Cut(line, []byte(":"))
		key, value := strings.ToLower(string(bytes.TrimSpace(before))), string(bytes.TrimSpace(after))
		switch key {
		case "user-agent":
			if ruled { // the group before is complete
				forOwn, forEveryone, ruled = false, false, false
			}
			switch token := productToken(value); {
			case token == agent:
				forOwn, named = true, true
			case value == "*" || strings.HasPrefix(value, "* "):
				forEveryone = true
			}
		case "allow", "disallow":
			ruled = true
			if value == "" || !forOwn && !forEveryone {
				continue
			}
			rule := newRobotsRule(key == "allow", value)
			if forOwn {
				own = append(own, rule)
			}
			if forEveryone {
				everyone = append(everyone, rule)
			}
		}
	}
	if named {
		return own
	}
	return everyone
}

// productToken is the letters, underscores and hyphens that s begins with, in
// lower case: "factdiff" of "Factdiff/2.0".
func productToken(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || r == '-')
	})
	if end >= 0 {
		s = s[:end]
	}
	return strings.ToLower(s)
}

func newRobotsRule(allow bool, pattern string) robotsRule {
	r := robotsRule{allow: allow, pattern: pattern}
	comparable := comparablePath(pattern)
	r.length = len(comparable)
	comparable, r.end = strings.CutSuffix(comparable, "$")
	r.parts = strings.Split(comparable, "*")
	return r
}

// matches reports whether the rule is for a path in its comparable form.
// Between stars, the leftmost place serves: what comes later fits behind it if
// it fits anywhere.
func (r *robotsRule) matches(path string) bool {
	last := len(r.parts) - 1
	for i, part := range r.parts {
		if i == last && r.end && i > 0 {
			return strings.HasSuffix(path, part)
		}
		at := 0
		if i > 0 {
			at = strings.Index(path, part)
		} else if !strings.HasPrefix(path, part) {
			return false
		}
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !r.end || path == ""
}

// robotsVerdict is the rule that decides on a path with its query, escaped as
// in a URL; ok is false where no rule does, and the path may be fetched. The
// longest pattern decides, and of two equally long ones that which allows (RFC
// 9309, section 2.2.2).
func robotsVerdict(rules []robotsRule, path string) (best robotsRule, ok bool) {
	path = comparablePath(path)
	if path == "/robots.txt" {
		return best, false
	}
	for i := range rules {
		r := &rules[i]
		if (!ok || r.length > best.length || r.length == best.length && r.allow && !best.allow) && r.matches(path) {
			best, ok = *r, true
		}
	}
	return best, ok
}

// comparablePath writes a path or pattern so that equal octets are equal bytes:
// escapes of unreserved characters are undone, those of others in upper case,
// and what must not stand in a URL as it is, is escaped.
func comparablePath(s string) string {
	const upper = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		escaped := c <= ' ' || c >= 0x7f
		if c == '%' && i+2 < len(s) {
			if high, low := hexDigit(s[i+1]), hexDigit(s[i+2]); high >= 0 && low >= 0 {
				c = byte(high<<4 | low)
				escaped = !isUnreserved(c)
				i += 2
			}
		}
		if escaped {
			b.Write([]byte{'%', upper[c>>4], upper[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// hexDigit is the value of a hexadecimal digit, or -1.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// isUnreserved reports the characters that mean the same escaped or not (RFC
// 3986, section 2.3).
func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
