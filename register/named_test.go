package register

import (
	"slices"
	"testing"
)

func TestExpandNamedProvinces(t *testing.T) {
	const kt, gl, dn = "Ủy ban nhân dân tỉnh Kon Tum", "Ủy ban nhân dân tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Đắk Nông"
	for _, tt := range []struct {
		name, phrase string
		want         []string
	}{
		{"heads", "Chủ tịch Ủy ban nhân dân các tỉnh: Kon Tum, Gia Lai, Đắk Nông", []string{kt, gl, dn}},
		{"abbreviated", "UBND các tỉnh: Kon Tum, Gia Lai, Đắk Nông", []string{kt, gl, dn}},
		{"without colon", "UBND các tỉnh Kon Tum, Gia Lai và Đắk Nông", []string{kt, gl, dn}},
		{"tone mark of another writing", "Uỷ ban nhân dân các tỉnh Kon Tum, Gia Lai", []string{kt, gl}},
		{"provinces and cities", "UBND thành phố Hà Nội, tỉnh Kon Tum", []string{"Ủy ban nhân dân thành phố Hà Nội", kt}},
		{"departments", "Sở Y tế các tỉnh: Kon Tum, Gia Lai", []string{"Sở Y tế tỉnh Kon Tum", "Sở Y tế tỉnh Gia Lai"}},
		{"a name that begins another's", "UBND các tỉnh: Bắc Giang, Bắc Ninh", []string{"Ủy ban nhân dân tỉnh Bắc Giang", "Ủy ban nhân dân tỉnh Bắc Ninh"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, group := Default().Expand(tt.phrase, "2023-12-12")
			if !group || !slices.Equal(got, tt.want) {
				t.Errorf("%q, group %v; want %q", got, group, tt.want)
			}
		})
	}
	got, _ := Default().Expand("VKSND cấp cao, VKSND cấp huyện", "2022-12-27")
	if !slices.Contains(got, "Viện kiểm sát nhân dân cấp huyện") || len(got) != 4 {
		t.Errorf("%q: a group that the register does not hold is named by its own words beside others", got)
	}
	if got, _ := Default().Expand("UBND các tỉnh: Kon Tum, Gia Lai", "2025-08-01"); !slices.Equal(got, []string{gl}) {
		t.Errorf("after the reform: %q; Kon Tum was merged, so only %s can be meant", got, gl)
	}
}
