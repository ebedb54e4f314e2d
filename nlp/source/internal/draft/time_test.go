package draft

import (
	"testing"
	"time"
)

func TestParseTime(t *testing.T) {
	at := func(h, m, s, zone int) time.Time {
		return time.Date(2017, 12, 29, h, m, s, 0, time.FixedZone("", zone*3600))
	}
	tests := []struct {
		in       string
		want     time.Time
		dateOnly bool
	}{
		{"2017-12-29", at(0, 0, 0, 0), true},
		{"2017-12-29T00:00:00", at(0, 0, 0, 0), true},
		{"2017-12-29T07:50:04", at(7, 50, 4, 0), false},
		{"2017-12-29 07:50", at(7, 50, 0, 0), false},
		{"2017-12-29T00:00:00Z", at(0, 0, 0, 0), false},
		{"2017-12-29T07:50:04.5+01:00", at(7, 50, 4, 1).Add(time.Second / 2), false},
		{"Fri, 29 Dec 2017 07:50:04 -0500", at(7, 50, 4, -5), false},
		{"29 December 2017", at(0, 0, 0, 0), true},
		{"December 29, 2017", at(0, 0, 0, 0), true},
		{"December 29, 2017 7:50 AM", at(7, 50, 0, 0), false},
		{"2017-13-29", time.Time{}, false},
		{"29/12/2017", time.Time{}, false},
		{"soon", time.Time{}, false},
	}
	for _, tt := range tests {
		got, ok := ParseTime(tt.in)
		if !got.Equal(tt.want) || got.DateOnly != tt.dateOnly || ok == tt.want.IsZero() {
			t.Errorf("%q: got %v %v %v, want %v %v", tt.in, got.Time, got.DateOnly, ok, tt.want, tt.dateOnly)
		}
	}
}

func TestParseShownTime(t *testing.T) {
	at := func(h, m, zone int) time.Time {
		return time.Date(2025, 3, 7, h, m, 0, 0, time.FixedZone("", zone*3600))
	}
	tests := []struct {
		in       string
		want     time.Time
		dateOnly bool
	}{
		{"Published: Friday, 7 March 2025 05:00 GMT", at(5, 0, 0), false},
		{"Published 7 March 2025", at(0, 0, 0), true},
		{"Fri 7 Mar 2025 05.00 GMT", at(5, 0, 0), false},
		{"First published on 7 March 2025", at(0, 0, 0), true},
		{"March 7, 2025 | 5:30 p.m. EST", at(17, 30, -5), false},
		{"Updated: March 7, 2025 5:30pm", at(17, 30, 0), false},
		{"March 7, 2025, 5:30 PM ET", at(17, 30, 0), false},
		{"7th March 2025", at(0, 0, 0), true},
		{"17:40, 7 March 2025", at(17, 40, 0), false},
		{"Frida, 7 March 2025", time.Time{}, false},
		{"Date of the match to be named", time.Time{}, false},
		{"Published by Trumpet Newspapers", time.Time{}, false},
		{"", time.Time{}, false},
	}
	for _, tt := range tests {
		got, ok := ParseShownTime(tt.in)
		if !got.Equal(tt.want) || got.DateOnly != tt.dateOnly || ok == tt.want.IsZero() {
			t.Errorf("%q: got %v %v %v, want %v %v", tt.in, got.Time, got.DateOnly, ok, tt.want, tt.dateOnly)
		}
	}
}
