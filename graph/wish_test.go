package graph

import (
	"testing"

	"github.com/soichi/soichi/document"
)

func TestMentionsOfOneWantedDocumentAreOneNode(t *testing.T) {
	for _, tt := range []struct {
		name  string
		cites []document.Citation
		want  int
	}{
		{"the short mention means the full one", []document.Citation{
			cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements), cite("chi_thi", "19/CT-TTg", "", "", document.Cites)}, 1},
		{"two writings of Đ", []document.Citation{
			cite("nghi_quyet", "109-NQ/BCSD", "", "2023-12-18", document.Implements), cite("nghi_quyet", "109-NQ/BCSĐ", "", "2023-12-18", document.Cites)}, 1},
		{"another date is another document", []document.Citation{
			cite("chi_thi", "01/CT-VKSTC", vks, "2021-12-27", document.Cites), cite("chi_thi", "01/CT-VKSTC", vks, "2022-12-02", document.Cites)}, 2},
		{"a short mention that could mean either stays alone", []document.Citation{
			cite("chi_thi", "01/CT-VKSTC", vks, "2021-12-27", document.Cites), cite("chi_thi", "01/CT-VKSTC", vks, "2022-12-02", document.Cites),
			cite("chi_thi", "01/CT-VKSTC", "", "", document.Cites)}, 3},
		{"the office and its body", []document.Citation{
			cite("chi_thi", "02/CT-VKSTC", vks, "2022-12-27", document.Cites), cite("chi_thi", "02/CT-VKSTC", "Viện trưởng "+vks, "2022-12-27", document.Cites)}, 1},
		{"names differ in case and tone place", []document.Citation{
			{Kind: "luat", Name: "Luật Hòa giải", Relation: document.Cites}, {Kind: "luat", Name: "Luật hoà giải", Relation: document.Cites}}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := build(card("x", "bao_cao", "", "", "", tt.cites...)).Missing(); len(got) != tt.want {
				t.Errorf("%d wanted documents, want %d: %+v", len(got), tt.want, got)
			}
		})
	}
}

func TestMissingIsOrderedByDemand(t *testing.T) {
	a, b := cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements), cite("nghi_quyet", "43/NQ-CP", "Chính phủ", "2022-03-01", document.Cites)
	list := build(card("x", "ke_hoach", "", "", "", b, b, b, a), card("y", "ke_hoach", "", "", "", a)).Missing()
	if len(list) != 2 || list[0].Symbol != "19/CT-TTg" || len(list[0].By) != 2 || list[1].Cited != 3 {
		t.Errorf("got %+v, want the directive that two documents cite first, then the resolution cited three times by one", list)
	}
	if list[0].URN == "" {
		t.Error("a wanted document with kind, number, date and issuer has a URN")
	}
}

func TestWantedHealsWhenTheFileArrives(t *testing.T) {
	plan := card("x", "ke_hoach", "", "", "", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements))
	if n := len(build(plan).Missing()); n != 1 {
		t.Fatalf("%d wanted before, want 1", n)
	}
	g := build(plan, card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16"))
	if n := len(g.Missing()); n != 0 {
		t.Errorf("%d wanted after the file came, want none", n)
	}
	if l := g.In("d"); len(l) != 1 || l[0].In != "x" {
		t.Errorf("links to the directive: %+v", l)
	}
}

func TestMarkedWritingOfASymbolIsShown(t *testing.T) {
	c := cite("nghi_quyet", "109-NQ/BCSD", "", "2023-12-18", document.Cites)
	marked := cite("nghi_quyet", "109-NQ/BCSĐ", "", "2023-12-18", document.Cites)
	if got := build(card("x", "bao_cao", "", "", "", c, c, marked)).Missing()[0].Symbol; got != "109-NQ/BCSĐ" {
		t.Errorf("shown as %s, want the writing with its mark, however rare", got)
	}
}

func TestMerge(t *testing.T) {
	at := func(issuer, on string) *wish {
		return &wish{saying: saying{group: "1/CT-A", kind: "chi_thi", symbol: "1/CT-A", issuer: issuer, canonical: issuer, issuedOn: on}, day: dayOf(on), mentions: 1}
	}
	for _, tt := range []struct {
		name  string
		group []*wish
		want  int
	}{
		{"one", []*wish{at("a", "2021-07-16")}, 1},
		{"one that says less", []*wish{at("", ""), at("a", "2021-07-16")}, 1},
		{"each says what the other leaves out", []*wish{at("a", ""), at("", "2021-07-16")}, 1},
		{"two days", []*wish{at("a", "2021-07-16"), at("a", "2022-01-05")}, 2},
		{"two issuers", []*wish{at("a", "2021-07-16"), at("b", "2021-07-16")}, 2},
		{"one that may be either", []*wish{at("a", "2021-07-16"), at("b", "2022-01-05"), at("", "")}, 3},
		{"a year that fits one of them", []*wish{at("a", "2021-07-16"), at("a", "2022-01-05"), at("", "2022")}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			merged := merge(tt.group)
			if len(merged) != tt.want {
				t.Errorf("%d documents, want %d", len(merged), tt.want)
			}
			for _, x := range tt.group {
				if fit(merged, x) == nil {
					t.Errorf("%+v means none of them", x.saying)
				}
			}
		})
	}
}

func TestWantedIdIsMadeOfWhatIsKnown(t *testing.T) {
	for _, tt := range []struct {
		name string
		cite document.Citation
		want string
	}{
		{"everything", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Cites), "wanted:chi_thi:19/CT-TTG:2021-07-16:thu-tuong-chinh-phu"},
		{"the number alone", cite("", "19/CT-TTg", "", "", document.Cites), "wanted::19/CT-TTG::"},
		{"a name", document.Citation{Kind: "luat", Name: "Luật Thú y"}, "wanted:luat-thu-y:"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := build(card("x", "bao_cao", "", "", "", tt.cite))
			if l := g.Of("x"); len(l) != 1 || l[0].To != tt.want {
				t.Errorf("%+v, want %s", l, tt.want)
			}
		})
	}
}
