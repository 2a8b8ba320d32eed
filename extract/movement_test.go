package extract

import (
	"testing"

	"github.com/soichi/soichi/document"
)

func TestFootnoteAtAMovementNamesItsPlan(t *testing.T) {
	text := &document.Text{Wrapped: true, Content: `BÁO CÁO
Tổng kết phong trào thi đua năm 2024

Trong năm, đơn vị đã hưởng ứng phong trào thi đua “Cả nước chung sức trồng cây” giai đoạn 2021 - 2025¹; phong trào thi đua “Chuyển đổi số toàn dân”²; đơn vị thực hiện nghiêm quy chế làm việc³ và đạt nhiều

¹ Kế hoạch số 48/KH-VKS ngày 10/01/2022 của VKSND tỉnh Lạng Sơn

² Kế hoạch số 51/KH-VKS ngày 12/01/2022 của VKSND tỉnh Lạng Sơn

³ Quyết định số 7/QĐ-VKS ngày 02/01/2023 của VKSND tỉnh Lạng Sơn

kết quả tốt.
`}
	d := New(Options{}).FromText(text)
	got := map[string]string{}
	for _, th := range d.Themes {
		if th.OrganisedBy != nil {
			got[th.Text] = string(d.Citations[*th.OrganisedBy].Symbol)
		}
	}
	want := map[string]string{"Cả nước chung sức trồng cây": "48/KH-VKS", "Chuyển đổi số toàn dân": "51/KH-VKS"}
	for name, symbol := range want {
		if got[name] != symbol {
			t.Errorf("%q is run by %q, want %s", name, got[name], symbol)
		}
	}
	if len(got) != len(want) {
		t.Errorf("movements with a plan: %v, want %v", got, want)
	}
}
