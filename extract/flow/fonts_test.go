package flow

import (
	"reflect"
	"testing"
)

func TestDecodeFonts(t *testing.T) {
	for _, c := range []struct {
		name    string
		runs    []Run
		want    string
		decoded []string
	}{
		{"by the font", []Run{{Text: "ViÖn kiÓm s¸t", Font: ".VnTime"}}, "Viện kiểm sát\n", []string{"tcvn3"}},
		{"a font of capitals", []Run{{Text: "s¾c lÖnh", Font: ".VnTimeH"}}, "SẮC LỆNH\n", []string{"tcvn3"}},
		{"VNI", []Run{{Text: "Xin chaøo caùc baïn", Font: "VNI-Times"}}, "Xin chào các bạn\n", []string{"vni"}},
		{"a soft hyphen that is a letter", []Run{{Text: "tr\u00adng dông", Font: ".VnTime"}}, "trưng dụng\n", []string{"tcvn3"}},
		{"a font that lies", []Run{{Text: "là Viện", Font: ".VnTime"}, {Text: " và", Font: ".VnTime"}}, "là Viện và\n", nil},
		{"capitals that a converter halved", []Run{{Text: "SắC LệNH Số 4", Font: ".VnTimeH"}}, "SẮC LỆNH SỐ 4\n", nil},
		{"a lying font of capitals with small letters", []Run{{Text: "Sắc lệnh", Font: ".VnTimeH"}}, "Sắc lệnh\n", nil},
		{"without a font", []Run{{Text: "Céng hßa x· héi chñ nghÜa ViÖt Nam"}}, "Cộng hòa xã hội chủ nghĩa Việt Nam\n", []string{"tcvn3"}},
		{"Unicode without a font", []Run{{Text: "Cộng hòa là của và"}}, "Cộng hòa là của và\n", nil},
		{"mixed", []Run{{Text: "Bé tr\u00adëng: ", Font: ".VnTime"}, {Text: "Lê Văn Đệ", Font: "Arial"}}, "Bộ trưởng: Lê Văn Đệ\n", []string{"tcvn3"}},
		{"a symbol font", []Run{{Text: "\uf0b7 mục", Font: "Symbol"}, {Text: "\uf0fe", Font: "Wingdings"}}, "• mục☑\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Document{Blocks: []Block{para(c.runs...)}}
			if got := d.Text().Content; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if !reflect.DeepEqual(d.Decoded, c.decoded) {
				t.Errorf("decoded %q, want %q", d.Decoded, c.decoded)
			}
		})
	}
}

func TestDecodeReachesEverywhere(t *testing.T) {
	old := Run{Text: "nh©n d©n", Font: ".VnTime"}
	d := Document{
		Blocks: []Block{para(Run{Note: 1}), {Table: &Table{Rows: []Row{{Cells: []Cell{{Blocks: []Block{para(old)}}}}}}}},
		Notes:  []Note{{Mark: "1", Blocks: []Block{para(old)}}},
	}
	if got, want := d.Text().Content, "¹\nnhân dân\n¹ nhân dân\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
