package viet_test

import (
	"testing"

	"github.com/soichi/soichi/viet"
)

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "đảng ủy xã": "Đảng ủy xã", "Ủy ban": "Ủy ban", "ủ": "Ủ", "3 xã": "3 xã"} {
		if got := viet.Capital(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
