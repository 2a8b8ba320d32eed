package viet

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestUsual(t *testing.T) {
	tests := []struct{ name, a, b string }{
		{"i and y", "sĩ", "sỹ"},
		{"qui and quy", "qui", "quy"},
		{"quí and quý", "quí", "quý"},
		{"tone place", "thuỷ", "thủy"},
		{"Icelandic eth", "ðảng", "đảng"},
	}
	for _, tt := range tests {
		if Usual(tt.a) != Usual(tt.b) {
			t.Errorf("%s: Usual(%q) = %q, Usual(%q) = %q", tt.name, tt.a, Usual(tt.a), tt.b, Usual(tt.b))
		}
	}
	for _, pair := range [][2]string{{"hai", "hay"}, {"tai", "tay"}, {"thi", "thy"}, {"ti", "ty"}, {"gì", "gỳ"}} {
		if Usual(pair[0]) == Usual(pair[1]) {
			t.Errorf("%q and %q became one", pair[0], pair[1])
		}
	}
}

// The table keeps what readers of positions rely on: a variant has as many code points as its usual form, and the usual
// form is final.
func TestVariantsTable(t *testing.T) {
	if len(variants()) < 20 {
		t.Fatalf("only %d variants were read", len(variants()))
	}
	for from, to := range variants() {
		if utf8.RuneCountInString(from) != utf8.RuneCountInString(to) || Usual(to) != to || strings.ToLower(from) != from || Canonical(from) != from {
			t.Errorf("bad row: %s %s", from, to)
		}
	}
}
