package normalize

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

func TestWholeCapitals(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"a heading in an old font", "SắC LệNH\nCủA CHíNH PHủ Số 9", "SẮC LỆNH\nCỦA CHÍNH PHỦ SỐ 9"},
		{"the text under it stays", "CHỉ THị\nVề thi đua", "CHỈ THỊ\nVề thi đua"},
		{"a line with a small letter is no heading", "TạI Hà Nội", "TạI Hà Nội"},
		{"capitals with marks", "CHỈ THỊ", "CHỈ THỊ"},
		{"a number and its label", "Số: 5/QĐ-UBND", "Số: 5/QĐ-UBND"},
		{"a word with one capital", "Bộ Y tế", "Bộ Y tế"},
		{"nothing", "", ""},
	} {
		if got := wholeCapitals(test.in); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestWholeCapitalsKeepOffsets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-ZđàắịệữĐ \n0-9:]{0,60}`)).Draw(t, "text")
		got := wholeCapitals(in)
		if len(got) != len(in) {
			t.Fatalf("%q became %q: %d bytes for %d", in, got, len(got), len(in))
		}
		if !strings.EqualFold(got, in) {
			t.Fatalf("%q became %q", in, got)
		}
	})
}

func TestHalfCapitalsInAView(t *testing.T) {
	const heading = "SắC LệNH"
	v := NewView(&document.Text{Content: heading + "\nĐiều 1. Một việc."})
	if got := v.Para(0); got != "SẮC LỆNH" {
		t.Errorf("the view reads %q", got)
	}
	if got := v.Span(v.Paras[0].Range).Exact; got != heading {
		t.Errorf("the span covers %q, want %q as the source has it", got, heading)
	}
}
