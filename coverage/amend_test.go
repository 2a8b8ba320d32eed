package coverage

import (
	"testing"

	"github.com/soichi/soichi/document"
)

func TestMovedDates(t *testing.T) {
	for _, tt := range []struct{ name, text, section, want string }{
		{"a point of an item", "1. Sửa đổi thời hạn tại điểm b mục 4 thành trước ngày 30/4/2024.", "4.b", "2024-04-30"},
		{"a clause of an item", "1. Sửa đổi điểm a khoản 2 mục 4: hoàn thành trước ngày 30/4/2024.", "4.2.a", "2024-04-30"},
		{"an item of a part", "1. Sửa đổi mục 2 Phần II: “… hoàn thành trước ngày 31/3/2026.”", "II.2", "2026-03-31"},
		{"a clause of an article", "1. Sửa đổi khoản 1 Điều 2: hoàn thành trước ngày 31/3/2026.", "Điều 2.1", "2026-03-31"},
		{"a correction", "Tại điểm b mục 6, đã in là: “trước ngày 31/3/2026”; nay sửa lại là: “trước ngày 30/4/2026”.", "6.b", "2026-04-30"},
		{"from a day to a day", "1. Sửa đổi điểm b mục 6: từ ngày 01/3/2026 đến ngày 30/4/2026.", "6.b", ""},
		{"a numbered task of an annex", "1. Sửa đổi nhiệm vụ số 04: “Nạo vét 30 km kênh, hoàn thành trước ngày 15/6/2025”.", "4", "2025-06-15"},
		{"a task added", "2. Bổ sung nhiệm vụ số 16: “Lắp 20 biển báo, hoàn thành trước ngày 30/9/2025”.", "16", ""},
		{"no change", "1. Đôn đốc thực hiện điểm b mục 6 trước ngày 30/4/2026.", "6.b", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := Input{AsOf: "2026-12-31", Amendments: []*document.Document{newPaper("a", "quyet_dinh", pm, "2024-01-01", "Sửa đổi").says(tt.text).Document}}
			if got := string(in.amendments().due(document.Task{Section: document.NullString(tt.section)})); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			in.AsOf = "2023-12-31"
			if got := in.amendments().due(document.Task{Section: document.NullString(tt.section)}); got != "" {
				t.Errorf("%q before it was issued", got)
			}
		})
	}
}
