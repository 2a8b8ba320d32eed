package pdf

import (
	"strings"
	"testing"
)

// Number and day that a registry's program wrote over a signed page.
func TestOverlays(t *testing.T) {
	head := put(85, 780, 14, "Số:") + put(160, 780, 14, "/TB-UBND") + put(300, 780, 14, "Lam Giang, ngày") + put(440, 780, 14, "tháng 3 năm 2025")
	cases := []struct {
		name     string
		overlays []overlay
		want     string
	}{
		{"number and day", []overlay{{x: 120, y: 781, text: "11"}, {x: 415, y: 778, text: "08"}}, "Số: 11 /TB-UBND Lam Giang, ngày 08 tháng 3 năm 2025"},
		{"the number alone", []overlay{{x: 120, y: 780, text: "11"}}, "Số: 11 /TB-UBND Lam Giang, ngày tháng 3 năm 2025"},
		{"the picture of a signature", []overlay{{x: 400, y: 820, text: "Ký bởi: Văn thư"}}, "Số: /TB-UBND Lam Giang, ngày tháng 3 năm 2025"},
		{"words in the blank", []overlay{{x: 115, y: 780, text: "mật"}}, "Số: /TB-UBND Lam Giang, ngày tháng 3 năm 2025"},
		{"figures over print", []overlay{{x: 450, y: 780, text: "08"}}, "Số: /TB-UBND Lam Giang, ngày tháng 3 năm 2025"},
		{"figures beside no line", []overlay{{x: 120, y: 800, text: "11"}}, "Số: /TB-UBND Lam Giang, ngày tháng 3 năm 2025"},
		{"hidden figures", []overlay{{x: 120, y: 780, text: "11", flags: 2}}, "Số: /TB-UBND Lam Giang, ngày tháng 3 năm 2025"},
		{"a long row of figures", []overlay{{x: 112, y: 780, text: "123456"}}, "Số: /TB-UBND Lam Giang, ngày tháng 3 năm 2025"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			res := mustRead(t, Reader{}, build(sheet{ops: head + body(700, 10), overlays: c.overlays}))
			head, _, _ := strings.Cut(res.Text.Content, "1. các")
			if got := strings.Join(strings.Fields(head), " "); got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}

// An annotation that cannot be read takes nothing from its page.
func TestBrokenOverlays(t *testing.T) {
	for _, extra := range []string{
		"/Annots 7", "/Annots[null 12 <<>>]", "/Annots[<</AP<</N 2 0 R>>/Rect[0 0 9 9]>>]", "/Annots[<</AP<</N 6 0 R>>/Rect[0 0 0 0]>>]",
		"/Annots[<</AP<</N 6 0 R>>/Rect[(a) null 9 9]>>]", "/Annots[99 0 R]",
	} {
		res := mustRead(t, Reader{}, build(sheet{ops: body(700, 10), extra: extra}))
		if !strings.HasPrefix(res.Text.Content, "1. các tuyến kênh") || len(res.Warnings) > 0 {
			t.Errorf("%s: %q, %v", extra, res.Text.Content, res.Warnings)
		}
	}
}
