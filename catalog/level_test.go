package catalog

import (
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/register"
)

func TestLevelOf(t *testing.T) {
	for name, want := range map[string]string{
		"Thủ tướng Chính phủ":                              LevelCentral,
		"Bộ Nông nghiệp và Phát triển nông thôn":           LevelCentral,
		"Viện kiểm sát nhân dân tối cao":                   LevelCentral,
		"Bộ Thử nghiệm":                                    LevelCentral,
		"Ủy ban nhân dân tỉnh Kon Tum":                     LevelProvince,
		"UBND tỉnh Phú Thọ":                                LevelProvince,
		"Tỉnh ủy Gia Lai":                                  LevelProvince,
		"Sở Khoa học và Công nghệ tỉnh Quảng Trị":          LevelProvince,
		"Ủy ban nhân dân thành phố Hà Nội":                 LevelProvince,
		"Ủy ban nhân dân thành phố Việt Trì, tỉnh Phú Thọ": LevelDistrict,
		"Ủy ban nhân dân huyện Sa Thầy":                    LevelDistrict,
		"Ủy ban nhân dân quận Ba Đình":                     LevelDistrict,
		"Ủy ban nhân dân thị xã Sơn Tây":                   LevelDistrict,
		"Huyện ủy Sa Thầy":                                 LevelDistrict,
		"Ủy ban nhân dân xã Cửa Tùng Thượng":               LevelCommune,
		"Ủy ban nhân dân xã X, huyện Y, tỉnh Z":            LevelCommune,
		"Ủy ban nhân dân thị trấn X":                       LevelCommune,
		"Đảng ủy phường X":                                 LevelCommune,
		"Hợp tác xã X":                                     "",
		"Công ty X":                                        "",
		"":                                                 "",
	} {
		if got := levelOf(register.Default(), name, "2024-01-01"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestBetterState(t *testing.T) {
	for _, c := range []struct {
		links []document.Relation
		want  string
	}{
		{nil, ""},
		{[]document.Relation{document.Cites}, StateAcknowledged},
		{[]document.Relation{document.Amends, document.BasedOn}, StateAcknowledged},
		{[]document.Relation{document.Implements, document.Cites}, StatePlanned},
		{[]document.Relation{document.Cites, document.Guides}, StatePlanned},
		{[]document.Relation{document.ReportsOn, document.Implements}, StateReported},
		{[]document.Relation{document.Implements, document.ReportsOn, document.Cites}, StateReported},
	} {
		state := ""
		for _, r := range c.links {
			state = betterState(state, graph.Link{Relation: r})
		}
		if state != c.want {
			t.Errorf("%v: %q, want %q", c.links, state, c.want)
		}
	}
}
