package register

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestPlaces(t *testing.T) {
	r := Default()
	for _, tt := range []struct {
		name, province, on string
		count              int
		has, lacks         string
	}{
		{"districts", "Nghệ An", "2023-05-25", 21, "thị xã Cửa Lò", "xã Yên Hòa"},
		{"a town taken into a city", "Nghệ An", "2025-01-01", 20, "thành phố Vinh", "thị xã Cửa Lò"},
		{"the last day of districts", "Sơn La", "2025-06-30", 12, "thị xã Mộc Châu", "huyện Mộc Châu"},
		{"no districts any more", "Sơn La", "2025-07-01", 75, "phường Mộc Châu", "huyện Yên Châu"},
		{"a district made a town", "Sơn La", "2025-02-28", 12, "huyện Mộc Châu", "thị xã Mộc Châu"},
		{"before the first list", "Sơn La", "2015-01-01", 0, "", "huyện Yên Châu"},
		{"an island", "Khánh Hòa", "2025-08-01", 65, "đặc khu Trường Sa", ""},
		{"a province that is no more", "Bình Phước", "2025-08-01", 0, "", ""},
		{"communes made wards", "Đồng Nai", "2026-05-01", 95, "phường Trảng Bom", "xã Trảng Bom"},
		{"an unknown day", "Sơn La", "", 0, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := r.Places(tt.province, tt.on)
			if len(got) != tt.count || tt.has != "" && !slices.Contains(got, tt.has) || slices.Contains(got, tt.lacks) {
				t.Errorf("%d places, want %d: %v", len(got), tt.count, got)
			}
		})
	}
}

// On each day all provinces together have as many districts and communes as the State counted.
func TestPlacesOfTheCountry(t *testing.T) {
	r := Default()
	for on, want := range map[string]int{"2019-10-25": 713, "2021-02-01": 705, "2025-03-01": 696, "2025-07-01": 3321, "2026-05-01": 3321} {
		n := 0
		for _, p := range r.provinces {
			n += len(r.Places(p, on))
		}
		if n != want {
			t.Errorf("%s: %d places, want %d", on, n, want)
		}
	}
}

func TestPlaceTable(t *testing.T) {
	rank := regexp.MustCompile(`^(?:thành phố|thị xã|quận|huyện|phường|xã|đặc khu)$`)
	known := map[string]bool{}
	for _, p := range readProvinces() {
		known[p.name] = true
	}
	for _, row := range rows(placeTable) {
		if len(row) != 5 || !known[row[0]] || !rank.MatchString(row[1]) || !isDay(row[2]) || row[3] != "" && (!isDay(row[3]) || row[3] < row[2]) {
			t.Errorf("row %q", row[:min(len(row), 4)])
			continue
		}
		if names := strings.Split(row[4], "; "); !slices.IsSorted(names) || len(slices.Compact(names)) != len(names) {
			t.Errorf("names of %q are not sorted, or one stands twice", row[:4])
		}
	}
}

func TestEnded(t *testing.T) {
	for _, tt := range []struct {
		rank, on string
		want     bool
	}{
		{"huyện", "2025-06-30", false}, {"huyện", "2025-07-01", true}, {"xã", "2026-01-01", false}, {"khu vực", "2026-01-01", false}, {"huyện", "", false},
	} {
		if got := Default().Ended(tt.rank, tt.on); got != tt.want {
			t.Errorf("%s on %s: %v", tt.rank, tt.on, got)
		}
	}
}
