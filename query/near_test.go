package query

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNearestField(t *testing.T) {
	for name, want := range map[string]string{
		"kyhiu": "kyhieu", "kihieu": "kyhieu", "kýhiêụ": "kyhieu", "sokyheiu": "sokyhieu", "laoi": "loai", "lọaii": "loai", "isuer": "issuer",
		"coquam": "coquan", "symbl": "symbol", "titel": "title", "nguoiki": "nguoiky", "trichyeeu": "trichyeu", "implement": "implements",
		"foo": "", "x": "", "http": "", "khongphaitruong": "",
	} {
		if got := nearestField(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// What the hint says is a field, and a slip in a name of six letters and more is always mended.
func TestNearestFieldProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		alias := strings.ReplaceAll(rapid.SampledFrom(aliases()).Draw(rt, "alias").text, " ", "")
		at := rapid.IntRange(0, len(alias)-1).Draw(rt, "at")
		typed := alias[:at] + alias[at+1:]
		near := nearestField(typed)
		if near == "" && len(alias) > 5 {
			rt.Fatalf("%q: nothing, %s would do", typed, alias)
		}
		if near == "" {
			return
		}
		if _, n := matchField(near + ":x"); n != len(near)+1 {
			rt.Fatalf("%q: %q is no field", typed, near)
		}
		_, err := Parse(typed + ":x")
		if se := (*SyntaxError)(nil); errors.As(err, &se) && se.Reason == NoFieldButNear && !strings.Contains(se.Hint(Vietnamese), near) {
			rt.Fatalf("%q: the hint is %s", typed, se.Hint(Vietnamese))
		}
	})
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "ab", 0}, {"ba", "ab", 1}, {"ac", "ab", 1}, {"abc", "ab", 1}, {"loia", "loai", 1}, {"xyz", "ab", 3}} {
		if got := slips(c.a, c.b); got != c.want || slips(c.b, c.a) != got {
			t.Errorf("%q, %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
