package pdf

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/readtest"
)

func pageWith(font, text string) *page {
	p := &page{Page: layout.Page{Width: 595, Height: 842}}
	for i, w := range strings.Fields(text) {
		p.Words = append(p.Words, layout.Word{Text: w, Font: font, X0: float64(60 * (i % 8)), X1: float64(60*(i%8) + 40), Y: float64(100 + 20*(i/8)), Size: 14, Before: true})
	}
	return p
}

const (
	goodText  = "Các tuyến kênh trên địa bàn phải được rà soát trước mùa mưa để nước về ruộng kịp thời cho bà con nông dân cấy lúa "
	tcvn3Text = "C¸c tuyÕn kªnh trªn ®Þa bµn ph¶i ®\u00adîc rµ so¸t tr\u00adíc mïa m\u00ada ®Ó n\u00adíc vÒ ruéng kÞp thêi cho bµ con n«ng d©n cÊy lóa "
	rubbish   = "Qw3x zzkj pqrt wfgh jklm bvcx zqwk trpl mnbv wsxc rfvt gbyh nujm kiol pqaz wsxd edcv rfgb tgyh nmju ikol zaqw "
)

func TestJudge(t *testing.T) {
	cases := []struct {
		name    string
		text    string
		images  float64
		hidden  int
		verdict string
	}{
		{"good text", goodText, 0, 0, verdictText},
		{"good text over a picture", strings.Repeat(goodText, 6), 1, 0, verdictText},
		{"a short page of text", "KT. CHỦ TỊCH", 0, 0, verdictText},
		{"a stamp on a scan", "Ký bởi: Ủy ban nhân dân xã Thời gian ký: 14.03.2024 08:30:11 +07:00", 1, 0, verdictPicture},
		{"a scan", "", 1, 0, verdictPicture},
		{"a blank page", "", 0, 0, verdictText},
		{"rubbish", rubbish, 0, 0, verdictPicture},
		{"an old OCR layer that is bad", strings.Repeat(rubbish+goodText+goodText, 4), 1, 2000, verdictPicture},
		{"an old OCR layer that is good", strings.Repeat(goodText, 6), 1, 2000, verdictText},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := pageWith("Tinos", c.text)
			p.images, p.hidden = c.images, c.hidden
			if got := judge(p); got != c.verdict {
				t.Errorf("got %q, want %q", got, c.verdict)
			}
		})
	}
}

func TestRepair(t *testing.T) {
	t.Run("by the font's name", func(t *testing.T) {
		p := pageWith(".VnTime", tcvn3Text)
		if touched := repairFonts([]*page{pageWith("Tinos", goodText), p}); !touched[1] || touched[0] {
			t.Errorf("touched %v", touched)
		}
		if got := pageText(p); got != strings.TrimSpace(goodText) {
			t.Errorf("got %q", got)
		}
	})
	t.Run("a capitals font", func(t *testing.T) {
		p := pageWith(".VnTimeH", tcvn3Text)
		repairFonts([]*page{p})
		if got := pageText(p); got != strings.ToUpper(strings.TrimSpace(goodText)) {
			t.Errorf("got %q", got)
		}
	})
	t.Run("an old name over right letters stays", func(t *testing.T) {
		p := pageWith(".VnTime", goodText)
		if touched := repairFonts([]*page{p}); len(touched) != 0 || pageText(p) != strings.TrimSpace(goodText) {
			t.Errorf("touched %v: %q", touched, pageText(p))
		}
	})
	t.Run("by the text alone", func(t *testing.T) {
		p := pageWith("F1", tcvn3Text)
		if !repairText(p) || pageText(p) != strings.TrimSpace(goodText) {
			t.Errorf("got %q", pageText(p))
		}
		if good := pageWith("F1", goodText); repairText(good) {
			t.Error("good text was touched")
		}
	})
}

func TestOldFonts(t *testing.T) {
	readtest.OldFonts(t, func(_ *testing.T, font, western string) string {
		p := pageWith(font, western)
		if repairFonts([]*page{p}); font == "Arial" {
			repairText(p)
		}
		return pageText(p)
	})
}
