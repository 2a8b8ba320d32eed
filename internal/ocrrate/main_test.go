package main

import (
	"strings"
	"testing"
)

func TestWrong(t *testing.T) {
	long := strings.Repeat("kênh mương ", 200)
	cases := []struct {
		name, want, got string
		rate            float64
	}{
		{"the same", "kênh", "kênh", 0},
		{"signs and blanks aside", "Số: 07/CT-UBND", "Số 07 CT UBND.", 0},
		{"a mark lost", "tổ chức", "tô chức", 100.0 / 6},
		{"a letter more", "kênh", "kênhh", 25},
		{"nothing read", "kênh", "", 100},
		{"nothing to read", "", "", 0},
		{"a long text", long, strings.Replace(long, "mương", "muong", 9), 100 * 18.0 / 1800},
		{"composed and not", "tổ", "tổ", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := wrong(c.want, c.got); got < c.rate-1e-9 || got > c.rate+1e-9 {
				t.Errorf("got %v, want %v", got, c.rate)
			}
		})
	}
}
