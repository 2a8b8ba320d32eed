package index

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/soichi/soichi/document"
)

func TestFromDocument(t *testing.T) {
	one := 0
	d := &document.Document{
		ID: "d", Text: "Văn bản",
		Kind: &document.Kind{Value: "ke_hoach"}, Symbol: &document.Field{Value: "16/KH-X"},
		Issuer: &document.Issuer{Value: "Hội đồng", Code: "HĐ"}, IssuedOn: &document.Field{Value: "2021-12-01"},
		Title: &document.Field{Value: "Kế hoạch"}, Signer: &document.Signer{Value: "A"},
		Themes: []document.Theme{{Text: "Đoàn kết"}},
		Tasks:  []document.Task{{Text: "làm", Lead: []string{"Vụ 16"}, Due: &document.Due{Value: "2023-12-15"}}, {Text: "báo cáo", Due: &document.Due{Text: "hằng năm"}}},
		Citations: []document.Citation{
			{Symbol: "16/KH-X", Relation: document.Cites},
			{Symbol: "19/CT-TTg", Relation: document.Implements, Subject: &one, ResolvesTo: "x1"},
			{Name: "Luật Đất đai", Relation: document.BasedOn},
			{Symbol: "34-CT/TW", Relation: document.Implements},
		},
	}
	want := Doc{
		ID: "d", Body: "Văn bản", Kind: "ke_hoach", Symbol: "16/KH-X", Issuer: "Hội đồng", IssuerCode: "HĐ", IssuedOn: "2021-12-01", Title: "Kế hoạch", Signer: "A",
		Themes: []string{"Đoàn kết"}, Tasks: []string{"làm", "báo cáo"}, Leads: []string{"Vụ 16"}, Dues: []string{"2023-12-15"},
		Cites:      []string{"16/KH-X", "19/CT-TTg", "x1", "Luật Đất đai", "34-CT/TW"},
		Implements: []string{"19/CT-TTg", "x1", "34-CT/TW"},
	}
	if diff := cmp.Diff(want, FromDocument(d)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Doc{ID: "bare"}, FromDocument(&document.Document{ID: "bare"})); diff != "" {
		t.Error(diff)
	}
}

func TestKey(t *testing.T) {
	same := [][2]string{
		{"02 /CT-VKSTC", "2/ct-vkstc"}, {"109-NQ/BCSĐ", "109-NQ/BCSD"}, {"19/CT–TTg", "19/CT-TTG"}, {"Luật Đất đai", "luat dat dai"}, {"Toà án", "Tòa án"},
	}
	for _, p := range same {
		if key(p[0]) != key(p[1]) {
			t.Errorf("key(%q) = %q, key(%q) = %q", p[0], key(p[0]), p[1], key(p[1]))
		}
	}
	if key("1/CT-TTg") == key("10/CT-TTg") || key("…") != "" {
		t.Error("different things have one key")
	}
}

func TestDayNumber(t *testing.T) {
	for in, want := range map[string]float64{"2022-12-27": 20221227, "2022-12": 20221200, "2022": 20220000, "": 0, "năm": 0} {
		if got := dayNumber(in); got != want {
			t.Errorf("dayNumber(%q) = %v, want %v", in, got, want)
		}
	}
}
