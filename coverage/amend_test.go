package coverage

import (
	"strings"
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

func TestTheLastAmendmentCounts(t *testing.T) {
	first := newPaper("a", "quyet_dinh", pm, "2024-01-01", "Sửa đổi").says("1. Sửa đổi điểm b mục 4: hoàn thành trước ngày 30/4/2024.").Document
	second := newPaper("b", "quyet_dinh", pm, "2024-03-01", "Sửa đổi").says("1. Sửa đổi điểm b mục 4: hoàn thành trước ngày 30/9/2024.").Document
	undated := newPaper("c", "quyet_dinh", pm, "", "Sửa đổi").says("1. Sửa đổi điểm b mục 4: hoàn thành trước ngày 31/12/2024.").Document
	for _, tt := range []struct{ name, asOf, want string }{
		{"both are out", "2024-12-31", "2024-09-30"}, {"on the day of the second", "2024-03-01", "2024-09-30"}, {"only the first is out", "2024-02-29", "2024-04-30"}, {"none is out", "2023-12-31", ""},
	} {
		for _, docs := range [][]*document.Document{{first, second, undated}, {undated, second, first}} {
			a := Input{AsOf: tt.asOf, Amendments: docs}.amendments()
			if got := string(a.due(document.Task{Section: "4.b"})); got != tt.want {
				t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
			}
			if got := a.due(document.Task{}); got != "" {
				t.Errorf("%s: %q for a task without a place", tt.name, got)
			}
		}
	}
}

func TestChangedAfterADay(t *testing.T) {
	a := amendments{days: []string{"2024-01-01", "2024-03-01"}}
	for day, want := range map[string]bool{"2023-12-31": true, "2024-01-01": true, "2024-02-29": true, "2024-03-01": false, "2024-04-01": false} {
		if got := a.after(day); got != want {
			t.Errorf("%s: %t", day, got)
		}
	}
}

func TestItemAround(t *testing.T) {
	const text = "Mở đầu\n1. Sửa mục 2\nthành ngày sau\n2. Sửa mục 3\na) bỏ câu đầu"
	for _, tt := range []struct{ at, want string }{
		{"mục 2", "1. Sửa mục 2\nthành ngày sau"}, {"thành", "thành ngày sau"}, {"mục 3", "2. Sửa mục 3"}, {"bỏ", "a) bỏ câu đầu"}, {"Mở", "Mở đầu"},
	} {
		if got := itemAround(text, strings.Index(text, tt.at)); got != tt.want {
			t.Errorf("around %q: %q, want %q", tt.at, got, tt.want)
		}
	}
}

func TestSection(t *testing.T) {
	for _, tt := range []struct {
		labels []string
		want   string
	}{{[]string{"II", "", "4", "b"}, "II.4.b"}, {[]string{"", "3"}, "3"}, {nil, ""}} {
		if got := section(tt.labels...); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.labels, got, tt.want)
		}
	}
}

func TestNewDate(t *testing.T) {
	for _, tt := range []struct{ name, said, want string }{
		{"one day", "sửa đổi thời hạn: trước ngày 30/4/2024", "2024-04-30"},
		{"one day, nothing moved", "hoàn thành trước ngày 30/4/2024", ""},
		{"instead of another", "sửa “trước ngày 31/3/2024” thành “trước ngày 30/4/2024”", ""},
		{"by words between", "sửa lại ngày 31/3/2024, nay sửa thành ngày 30/4/2024", "2024-04-30"},
		{"three days", "ngày 31/3/2024 sửa thành ngày 30/4/2024 và ngày 31/5/2024", ""},
		{"no day", "sửa đổi câu thứ hai", ""},
	} {
		if got := newDate(tt.said); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
