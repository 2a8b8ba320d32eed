package field

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

type failer interface{ Errorf(string, ...any) }

// checkHeader checks what holds of every header: each span quotes the text where it says, confidences are shares, dates are
// days, and no field is an empty string.
func checkHeader(t failer, content string) {
	h := extract(content)
	runes := []rune(content)
	span := func(name, value string, e document.Evidence) {
		if value == "" || e.Method == "" || e.Confidence <= 0 || e.Confidence > 1 {
			t.Errorf("%s %q: %+v", name, value, e)
		}
		if e.Span != nil && (e.Span.Empty() || e.Span.End > len(runes) || string(runes[e.Span.Start:e.Span.End]) != e.Span.Exact) {
			t.Errorf("%s %q: span %+v", name, value, e.Span)
		}
	}
	for name, f := range map[string]*document.Field{"symbol": h.Symbol, "date": h.IssuedOn, "place": h.Place, "title": h.Title, "secrecy": h.Secrecy, "urgency": h.Urgency} {
		if f != nil {
			span(name, f.Value, f.Evidence)
		}
	}
	if h.IssuedOn != nil && anyDay(h.IssuedOn.Value) != h.IssuedOn.Value {
		t.Errorf("date %q", h.IssuedOn.Value)
	}
	if h.Symbol != nil && strings.ContainsAny(h.Symbol.Value, " \n\t") {
		t.Errorf("symbol %q", h.Symbol.Value)
	}
	if h.Kind != nil {
		if document.KindName(h.Kind.Value) != h.Kind.Name {
			t.Errorf("kind %+v", h.Kind)
		}
		span("kind", h.Kind.Value, h.Kind.Evidence)
	}
	if h.Issuer != nil {
		span("issuer", h.Issuer.Value, h.Issuer.Evidence)
	}
	if h.Signer != nil {
		span("signer", h.Signer.Value, h.Signer.Evidence)
	}
	for _, r := range h.Recipients {
		span("recipient", r.Text, document.Evidence{Span: &r.Span, Confidence: 1, Method: "-"})
	}
}

func TestHeaderProperties(t *testing.T) {
	lines := rapid.SampledFrom([]string{
		"BỘ Y TẾ", "ỦY BAN NHÂN DÂN", "TỈNH SƠN LA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM",
		"Số: 05 /CT-UBND", "Số:   /KH-BYT", "Luật số: 45/2019/QH14", "Sơn La, ngày 15 tháng 4 năm 2020", "Hà Nội, ngày\u00a0tháng năm 2020", "CHỈ THỊ",
		"LUẬT THI ĐUA", "CỦA CHÍNH PHỦ SỐ 01/2010/NĐ-CP NGÀY 04 THÁNG 01 NĂM 2010", "Về việc thi đua", "V/v thi đua", "Kính gửi: Bộ Y tế", "MẬT", "KHẨN",
		"Căn cứ Luật số 45/2019/QH14;", "1. Một việc.", "Nơi nhận:", "- Bộ Y tế (để biết);", "- Lưu: VT.", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Văn An",
		"(Đã ký)", "PHỤ LỤC", "| Số hiệu | 1/2020/NĐ-CP |", "30/11/2023 13:35", "(kiemsat.vn)", "PV", "", "Bộ Y tế xây dựng Kế hoạch như sau:",
	})
	rapid.Check(t, func(t *rapid.T) {
		checkHeader(t, strings.Join(rapid.SliceOfN(lines, 0, 20).Draw(t, "lines"), "\n"))
	})
}

func FuzzHeader(f *testing.F) {
	f.Add("BỘ Y TẾ\nSố: 05 /CT-BYT\nHà Nội, ngày 15 tháng 4 năm 2020\nCHỈ THỊ\nVề\n1. A\nNơi nhận:\n- B (để c);\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê An")
	f.Add("Số ")
	f.Add("CHỈ THỊ \u00a0\nCỦA SỐ")
	f.Fuzz(func(t *testing.T, content string) {
		checkHeader(t, viet.NFC(strings.ToValidUTF8(content, "?")))
	})
}
