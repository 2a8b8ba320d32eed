package graph

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

func TestResolve(t *testing.T) {
	directive := card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16")
	sameNumber := card("e", "chi_thi", "19/CT-TTg", pm, "2023-03-01")
	planHue := card("h", "ke_hoach", "15/KH-UBND", huế, "2024-01-16")
	planLang := card("l", "ke_hoach", "15/KH-UBND", lạng, "2024-01-16")
	for _, tt := range []struct {
		name  string // what the case guards
		held  []Card
		cite  document.Citation
		state State
		level Level
		to    string
	}{
		{"all four parts", []Card{directive}, cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements), Resolved, Exact, "d"},
		{"issuer not said", []Card{directive}, cite("chi_thi", "19/CT-TTg", "", "2021-07-16", document.Cites), Resolved, SymbolDate, "d"},
		{"date not said", []Card{directive}, cite("chi_thi", "19/CT-TTg", pm, "", document.Cites), Resolved, SymbolIssuer, "d"},
		{"year alone", []Card{directive}, cite("chi_thi", "19/CT-TTg", pm, "2021", document.Cites), Resolved, SymbolIssuer, "d"},
		{"only one bears the number", []Card{directive}, cite("", "19/CT-TTg", "", "", document.Cites), Resolved, Unique, "d"},
		{"blank and leading zero", []Card{card("z", "chi_thi", "02/CT-VKSTC", vks, "2022-12-27")},
			cite("chi_thi", "2 /CT-VKSTC", "", "2022-12-27", document.Cites), Resolved, SymbolDate, "z"},
		{"D read for Đ", []Card{card("z", "nghi_quyet", "109-NQ/BCSĐ", "", "2023-12-18")},
			cite("nghi_quyet", "109-NQ/BCSD", "", "2023-12-18", document.Cites), Resolved, SymbolDate, "z"},
		{"office holder is the body", []Card{card("z", "chi_thi", "02/CT-VKSTC", vks, "2022-12-27")},
			cite("chi_thi", "02/CT-VKSTC", "Viện trưởng "+vks, "2022-12-27", document.Cites), Resolved, Exact, "z"},
		{"the number comes back every year", []Card{directive, sameNumber}, cite("chi_thi", "19/CT-TTg", pm, "2023-03-01", document.Cites), Resolved, Exact, "e"},
		{"two years fit", []Card{directive, sameNumber}, cite("chi_thi", "19/CT-TTg", pm, "", document.Cites), Ambiguous, "", ""},
		{"two provinces fit", []Card{planHue, planLang}, cite("ke_hoach", "15/KH-UBND", "", "2024-01-16", document.Cites), Ambiguous, "", ""},
		{"the province decides", []Card{planHue, planLang}, cite("ke_hoach", "15/KH-UBND", lạng, "", document.Cites), Resolved, SymbolIssuer, "l"},
		{"a department without its province", []Card{card("z", "ke_hoach", "7/KH-SYT", "Sở Y tế tỉnh Lạng Sơn", "2024-01-16")},
			cite("ke_hoach", "7/KH-SYT", "Sở Y tế", "2024-01-16", document.Cites), Resolved, SymbolDate, "z"},
		{"another department without its province", []Card{card("z", "ke_hoach", "7/KH-SYT", "Sở Y tế tỉnh Lạng Sơn", "2024-01-16")},
			cite("ke_hoach", "7/KH-SYT", "Sở Xây dựng", "2024-01-16", document.Cites), Wanted, "", ""},
		{"another year is another document", []Card{directive}, cite("chi_thi", "19/CT-TTg", pm, "2015-02-02", document.Cites), Wanted, "", ""},
		{"another issuer is another document", []Card{planHue}, cite("ke_hoach", "15/KH-UBND", lạng, "2024-01-16", document.Cites), Wanted, "", ""},
		{"another kind is another document", []Card{directive}, cite("ke_hoach", "19/CT-TTg", pm, "2021-07-16", document.Cites), Wanted, "", ""},
		{"day and month exchanged", []Card{card("z", "chi_thi", "01/CT-TTg", pm, "2021-07-06")},
			cite("chi_thi", "01/CT-TTg", pm, "2021-06-07", document.Cites), Conflicting, "", ""},
		{"one digit off", []Card{directive}, cite("chi_thi", "19/CT-TTg", pm, "2021-07-18", document.Cites), Conflicting, "", ""},
		{"quy định of the Party under QĐ", []Card{card("z", "quy_dinh", "66-QĐ/TW", "", "2017-02-06")},
			cite("quyet_dinh", "66-QĐ/TW", "", "2017-02-06", document.Cites), Resolved, SymbolDate, "z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := build(append(tt.held, card("x", "bao_cao", "", "", "", tt.cite))...)
			links := g.Of("x")
			if len(links) != 1 {
				t.Fatalf("got %d links, want 1", len(links))
			}
			l := links[0]
			if l.State != tt.state || l.Level != tt.level {
				t.Errorf("got %s at level %q, want %s at %q", l.State, l.Level, tt.state, tt.level)
			}
			if tt.to != "" && l.To != tt.to {
				t.Errorf("resolved to %s, want %s", l.To, tt.to)
			}
			if tt.to == "" && g.Node(l.To).Held {
				t.Errorf("an undecided mention ends at the held %s", l.To)
			}
		})
	}
}

func TestAmbiguousNamesItsCandidates(t *testing.T) {
	g := build(card("h", "ke_hoach", "15/KH-UBND", huế, "2024-01-16"), card("l", "ke_hoach", "15/KH-UBND", lạng, "2024-01-16"),
		card("x", "bao_cao", "", "", "", cite("ke_hoach", "15/KH-UBND", "", "", document.Cites)))
	l := g.Of("x")[0]
	if len(l.Candidates) != 2 || l.Candidates[0].ID != "h" || l.Candidates[1].ID != "l" || l.Candidates[0].Reason == "" {
		t.Errorf("candidates %+v, want h and l with reasons", l.Candidates)
	}
	if maybe := g.Maybe("h"); len(maybe) != 1 || maybe[0].In != "x" {
		t.Errorf("Maybe(h) = %+v, want the mention in x", maybe)
	}
}

func TestOwnBodyDecidesWhereNothingElseDoes(t *testing.T) {
	g := build(card("h", "ke_hoach", "15/KH-UBND", huế, "2024-01-16"), card("l", "ke_hoach", "15/KH-UBND", lạng, "2024-02-20"),
		card("x", "bao_cao", "30/BC-UBND", lạng, "2024-06-20", cite("ke_hoach", "15/KH-UBND", "", "", document.ReportsOn)))
	if l := g.Of("x")[0]; l.State != Resolved || l.To != "l" {
		t.Errorf("a province's report on its own plan: got %s to %s, want resolved to l", l.State, l.To)
	}
}

func TestProvinceOfTheCitingDocument(t *testing.T) {
	plan := card("z", "ke_hoach", "7/KH-SYT", "Sở Y tế tỉnh Lạng Sơn", "2024-01-16")
	for _, tt := range []struct {
		name, issuer string
		cite         document.Citation
		state        State
		level        Level
	}{
		{"its own department", lạng, cite("ke_hoach", "7/KH-SYT", "Sở Y tế", "2024-01-16", document.Cites), Resolved, Exact},
		{"another province's department", huế, cite("ke_hoach", "7/KH-SYT", "Sở Y tế", "2024-01-16", document.Cites), Wanted, ""},
		{"no issuer, its own province", lạng, cite("ke_hoach", "7/KH-SYT", "", "", document.Cites), Resolved, Unique},
		{"no issuer, another province", huế, cite("ke_hoach", "7/KH-SYT", "", "", document.Cites), Wanted, ""},
		{"no issuer, a national body", pm, cite("ke_hoach", "7/KH-SYT", "", "", document.Cites), Resolved, Unique},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := build(plan, card("x", "bao_cao", "9/BC-A", tt.issuer, "2024-12-01", tt.cite)).Of("x")[0]
			if l.State != tt.state || l.Level != tt.level {
				t.Errorf("got %s at %q, want %s at %q", l.State, l.Level, tt.state, tt.level)
			}
		})
	}
}

func TestANameWithoutItsPlaceIsTheWritersOwn(t *testing.T) {
	const on = "2024-03-05"
	for _, tt := range []struct {
		name, writer, said, issuer string
		state                      State
		level                      Level
	}{
		{"its own district", "Ủy ban nhân dân huyện Mường Chà", "Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện Mường Chà", Resolved, Exact},
		{"a commune of another name", "Ủy ban nhân dân xã Na Sang", "Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện Mường Chà", Resolved, SymbolDate},
		{"another district", "Ủy ban nhân dân huyện Tủa Chùa", "Ủy ban nhân dân huyện", "Ủy ban nhân dân huyện Mường Chà", Wanted, ""},
		{"the district's Party committee", "Ủy ban nhân dân huyện Mường Chà", "Ban Thường vụ Huyện ủy", "Huyện ủy Mường Chà", Resolved, Exact},
		{"that of another district", "Huyện ủy Tủa Chùa", "Ban Thường vụ Huyện ủy", "Huyện ủy Mường Chà", Wanted, ""},
		{"the Party committee above", "Huyện ủy Bắc Sơn", "Ban Thường vụ Tỉnh ủy", "Tỉnh ủy Lạng Sơn", Resolved, SymbolDate},
		{"a ministry from its own office", "Văn phòng Bộ", "Bộ", "Bộ Công Thương", Resolved, SymbolDate},
		{"another ministry", "Bộ Y tế", "Bộ", "Bộ Công Thương", Wanted, ""},
		{"no name of its own kind", "Ủy ban nhân dân huyện Mường Chà", "Hội Nông dân huyện", "Ủy ban nhân dân huyện Mường Chà", Wanted, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			plan := card("z", "ke_hoach", "61/KH-A", tt.issuer, on)
			l := build(plan, card("x", "bao_cao", "9/BC-B", tt.writer, "2024-12-01", cite("ke_hoach", "61/KH-A", tt.said, on, document.Cites))).Of("x")[0]
			if l.State != tt.state || l.Level != tt.level {
				t.Errorf("got %s at %q, want %s at %q", l.State, l.Level, tt.state, tt.level)
			}
		})
	}
}

func TestCitedByName(t *testing.T) {
	law := Card{ID: "w", Kind: "luat", Title: "LÂM NGHIỆP", IssuedOn: "2017-11-15"}
	c := document.Citation{Kind: "luat", Name: "Luật Lâm nghiệp", Relation: document.BasedOn, Confidence: 1}
	if l := build(law, card("x", "chi_thi", "", "", "", c)).Of("x")[0]; l.State != Resolved || l.Level != ByTitle || l.To != "w" {
		t.Errorf("got %s at %q to %s, want the law by its title", l.State, l.Level, l.To)
	}
}

func TestRejectedLinkStaysUndone(t *testing.T) {
	cards := []Card{card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16"),
		card("x", "ke_hoach", "", "", "", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements))}
	g := Build(cards, names{}, func(from, to string) bool { return from == "x" && to == "d" })
	if l := g.Of("x")[0]; l.State != Wanted {
		t.Errorf("a link that a person undid came back as %s", l.State)
	}
}

func TestRejectedCandidateLeavesTheOther(t *testing.T) {
	a, b := card("a", "ke_hoach", "15/KH-UBND", huế, "2024-01-16"), card("b", "ke_hoach", "15/KH-UBND", lạng, "2024-01-16")
	x := card("x", "bao_cao", "", "", "", cite("ke_hoach", "15/KH-UBND", "", "2024-01-16", document.Cites))
	g := Build([]Card{a, b, x}, names{}, func(from, to string) bool { return from == "x" && to == "a" })
	if l := g.Of("x")[0]; l.State != Resolved || l.To != "b" {
		t.Errorf("%s to %s: with one of two undone, the other is meant", l.State, l.To)
	}
}

func TestNameKey(t *testing.T) {
	for _, tt := range []struct{ name, kind, title, want string }{
		{"the word of the kind is left out", "luat", "Luật Lâm nghiệp", "luat lâm nghiệp"},
		{"capitals", "luat", "LÂM NGHIỆP", "luat lâm nghiệp"},
		{"a name that begins like the kind", "luat", "Luật sư", "luat sư"},
		{"a kind without a name", "", "Lâm nghiệp", " lâm nghiệp"},
		{"the constitution has no other name", "hien_phap", "Hiến pháp nước Cộng hòa", "hien_phap "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := nameKey(tt.kind, tt.title); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestRankOf(t *testing.T) {
	for _, tt := range []struct{ named, want string }{
		{"Ủy ban nhân dân huyện", "huyện"}, {"Ban Thường vụ Huyện ủy", "huyện ủy"}, {"Tỉnh ủy", "tỉnh ủy"}, {"Bộ", "bộ"}, {"Ủy ban nhân dân XÃ", "xã"},
	} {
		if got := rankOf(tt.named); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.named, got, tt.want)
		}
	}
}

func TestSameKind(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       bool
	}{
		{"one kind", "ke_hoach", "ke_hoach", true},
		{"one is not known", "", "ke_hoach", true},
		{"quyết định and quy định share a code", "quyet_dinh", "quy_dinh", true},
		{"a code is a law", "luat", "bo_luat", true},
		{"a plan is no directive", "ke_hoach", "chi_thi", false},
		{"a law is no decision", "luat", "quyet_dinh", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if sameKind(tt.a, tt.b) != tt.want || sameKind(tt.b, tt.a) != tt.want {
				t.Errorf("%s and %s: want %v both ways", tt.a, tt.b, tt.want)
			}
		})
	}
}

func TestTwoLawsOfOneName(t *testing.T) {
	law := func(id, on string) Card { return Card{ID: id, Kind: "luat", Title: "ĐẤT ĐAI", IssuedOn: on} }
	mention := document.Citation{Kind: "luat", Name: "Luật Đất đai", Relation: document.BasedOn, Confidence: 1}
	of := func(on string) document.Citation { c := mention; c.IssuedOn = document.NullString(on); return c }
	for _, tt := range []struct {
		name       string
		cite       document.Citation
		state      State
		candidates int
	}{
		{"the name alone", mention, Ambiguous, 2},
		{"with its year", of("2024"), Resolved, 0},
		{"with a year of neither", of("2003"), Wanted, 0},
		{"without a name", document.Citation{Kind: "luat", Relation: document.BasedOn}, Wanted, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := build(law("a", "2013-11-29"), law("b", "2024-01-18"), card("x", "chi_thi", "", "", "", tt.cite)).Of("x")[0]
			if l.State != tt.state || len(l.Candidates) != tt.candidates {
				t.Errorf("%s with %d candidates, want %s with %d", l.State, len(l.Candidates), tt.state, tt.candidates)
			}
		})
	}
}

func TestASlipNamesBothDays(t *testing.T) {
	l := build(card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16"),
		card("x", "bao_cao", "", "", "", cite("chi_thi", "19/CT-TTg", pm, "2021-07-18", document.Cites))).Of("x")[0]
	if len(l.Candidates) != 1 || l.Candidates[0].ID != "d" || !strings.Contains(l.Candidates[0].Reason, "2021-07-16") || !strings.Contains(l.Candidates[0].Reason, "2021-07-18") {
		t.Errorf("%+v: the reason names the day of the work and the one of the mention", l.Candidates)
	}
}

func TestNoDocumentCitesItself(t *testing.T) {
	own := cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Cites)
	if links := build(card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16", own)).Out("d"); len(links) != 1 || links[0].State == Resolved {
		t.Errorf("%+v: its own number is no link to itself", links)
	}
}
