package pdf

import (
	"math"
	"slices"
	"testing"

	"github.com/soichi/soichi/extract/pdf/layout"
)

func TestBar(t *testing.T) {
	cases := []struct {
		name string
		box  layout.Rule
		want []layout.Rule
	}{
		{"a level bar", layout.Rule{X0: 10, Y0: 20, X1: 90, Y1: 22}, []layout.Rule{{X0: 10, Y0: 21, X1: 90, Y1: 21}}},
		{"an upright bar", layout.Rule{X0: 10, Y0: 20, X1: 12, Y1: 90}, []layout.Rule{{X0: 11, Y0: 20, X1: 11, Y1: 90}}},
		{"a dot", layout.Rule{X0: 10, Y0: 20, X1: 11, Y1: 21}, []layout.Rule{{X0: 10, Y0: 20.5, X1: 11, Y1: 20.5}}},
		{"as thick as a line may be", layout.Rule{X0: 10, Y0: 20, X1: 90, Y1: 22.5}, []layout.Rule{{X0: 10, Y0: 21.25, X1: 90, Y1: 21.25}}},
		{"an area", layout.Rule{X0: 10, Y0: 20, X1: 90, Y1: 23}, nil},
		{"no place", layout.Rule{X0: math.NaN(), Y0: 20, X1: 90, Y1: 20}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := &walker{page: &page{}}
			w.bar(c.box)
			if !slices.Equal(w.page.Rules, c.want) {
				t.Errorf("got %v, want %v", w.page.Rules, c.want)
			}
		})
	}
	full := &walker{page: &page{}}
	full.page.Rules = make([]layout.Rule, maxRules)
	if full.bar(cases[0].box); len(full.page.Rules) != maxRules {
		t.Errorf("%d lines are kept", len(full.page.Rules))
	}
}

func TestSetRange(t *testing.T) {
	cases := []struct {
		name   string
		lo, hi uint32
		dst    any
		want   codeMap
	}{
		{"counting up", 5, 7, []byte("\x00a"), codeMap{5: "a", 6: "b", 7: "c"}},
		{"the last letter of several counts", 5, 6, []byte("\x00f\x00a"), codeMap{5: "fa", 6: "fb"}},
		{"a list", 5, 6, [][]byte{[]byte("\x00x"), []byte("\x1e\xc7")}, codeMap{5: "x", 6: "ệ"}},
		{"a list too short", 5, 9, [][]byte{[]byte("\x00x")}, codeMap{5: "x"}},
		{"a list too long", 5, 5, [][]byte{[]byte("\x00x"), []byte("\x00y")}, codeMap{5: "x"}},
		{"from high to low", 7, 5, []byte("\x00a"), codeMap{}},
		{"no letter", 5, 7, []byte{}, codeMap{}},
		{"to the greatest code", math.MaxUint32 - 1, math.MaxUint32, []byte("\x00a"), codeMap{math.MaxUint32 - 1: "a", math.MaxUint32: "b"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := codeMap{}
			got.setRange(c.lo, c.hi, c.dst)
			if len(got) != len(c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			for code, text := range c.want {
				if got[code] != text {
					t.Errorf("code %d is %q, want %q", code, got[code], text)
				}
			}
		})
	}
}
