package task

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/viet"
)

// TestGuards holds that the cheap look before a pattern never hides what the pattern would find.
func TestGuards(t *testing.T) {
	for _, tc := range []struct {
		name  string
		guard func(string) bool
		match func(string) bool
		texts []string
	}{
		{"the paper about itself", speaksOfItself, self.MatchString, []string{
			"Chỉ thị này được phổ biến đến chi bộ", "Chương trình này là căn cứ để xây dựng kế hoạch", "Hướng dẫn này có hiệu lực từ ngày ký",
			"Quyết định số 5/QĐ-UBND hết hiệu lực", "Các quy định khác giữ nguyên hiệu lực", "Văn bản có hiệu lực thi hành kể từ ngày 01/01/2025",
		}},
		{"threats", threatens, blame.MatchString, []string{
			"Nếu để xảy ra cháy thì bị xử lý nghiêm", "Trường hợp vi phạm thì xử lý theo quy định", "Cơ quan, đơn vị nào chậm trễ phải chịu trách nhiệm",
			"Người đứng đầu chịu trách nhiệm trước Chủ tịch nếu để xảy ra sai phạm", "Giám đốc chịu trách nhiệm trước pháp luật khi để thất thoát",
		}},
		{"what stands beside the text", stands, aside.MatchString, []string{
			"[Luật](https://example.vn)", "(https://example.vn)", "https://example.vn", "Xem thêm văn bản", "(xem tệp đính kèm)", "Ghi chú: số liệu ước tính", "Nguồn: báo cáo", "Phụ lục II: Danh mục", "PHỤ LỤC",
		}},
		{"lead-ins to norms", func(s string) bool { return follows(s) }, norms.MatchString, []string{
			"hoạt động theo các nguyên tắc sau:", "được hỗ trợ trong các trường hợp sau đây:", "bảo đảm các điều kiện như sau.", "cơ chế, chính sách đặc thù dưới đây:",
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, s := range tc.texts {
				if !tc.match(s) {
					t.Errorf("%q: the pattern does not match", s)
				}
				if !tc.guard(s) {
					t.Errorf("%q: the guard hides it", s)
				}
			}
		})
	}
	for _, s := range []string{"Nâng cao hiệu lực, hiệu quả quản lý", "Sở Y tế báo cáo kết quả", ""} {
		if speaksOfItself(s) && self.MatchString(s) || threatens(s) || stands(s) {
			t.Errorf("%q is none of these", s)
		}
	}
}

func TestGateOfSections(t *testing.T) {
	for heading, want := range map[string]gate{
		"NHIỆM VỤ, GIẢI PHÁP":                            wide,
		"Một số giải pháp chủ yếu":                       wide,
		"TỔ CHỨC THỰC HIỆN":                              wide,
		"MỤC ĐÍCH, YÊU CẦU":                              shut,
		"MỤC TIÊU, NHIỆM VỤ":                             wide,
		"Quan điểm chỉ đạo":                              shut,
		"Kinh phí thực hiện":                             funds,
		"Nhiệm vụ, quyền hạn":                            shut,
		"Trách nhiệm và mối quan hệ công tác":            shut,
		"Các cơ chế, chính sách":                         shut,
		"Mức bồi dưỡng đối với người được giao nhiệm vụ": shut,
		"Bài học kinh nghiệm":                            shut,
		"Công tác tuyên truyền":                          plain,
		"Hội đồng hoạt động theo các nguyên tắc sau:":    shut,
		"": plain,
	} {
		if got := gateOf(newLine(heading)); got != want {
			t.Errorf("%q: %d, want %d", heading, got, want)
		}
	}
}

func TestUnderLabel(t *testing.T) {
	for text, want := range map[string]bool{
		"về quan điểm chỉ đạo: bám sát nghị quyết": true,
		"kinh phí: sử dụng ngân sách tỉnh":         true,
		"mục tiêu: đạt 100% kế hoạch":              true,
		"về vật liệu xây dựng: giao bộ xây dựng":   false,
		"sở y tế: dự trữ thuốc":                    false,
		"tăng cường kiểm tra":                      false,
		"":                                         false,
	} {
		if got := underLabel(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestCharged(t *testing.T) {
	const names = "các bộ trưởng, chủ tịch ủy ban nhân dân các tỉnh: a, b"
	for text, want := range map[string]int{
		names + " chịu trách nhiệm thi hành quyết định này./.":                     len(names),
		names + " có trách nhiệm tổ chức thực hiện nghị quyết này.":                len(names),
		names + " chịu trách nhiệm triển khai thực hiện nghiêm túc quyết định này": len(names),
		names + " chịu trách nhiệm về kết quả công việc này":                       -1,
		"thôi. " + names + " chịu trách nhiệm thi hành quyết định này":             -1,
		names + " căn cứ quyết định thi hành./.":                                   len(names),
		names + " căn cứ vào nghị quyết này tổ chức thực hiện":                     len(names),
		names + " căn cứ quyết định này lập hồ sơ":                                 -1,
		"quyết định này": -1,
		"":               -1,
	} {
		if got := charged(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestPassiveAndOwns(t *testing.T) {
	for _, tc := range []struct {
		name, rest string
		want       bool
	}{
		{"giám đốc bệnh viện được", " phân công nhân lực", true}, {"các cá nhân", " phải được hai phần ba số phiếu", true},
		{"kiểm sát viên được phân công", " phải bám sát tiến độ", false}, {"sở y tế", " phải báo cáo", false},
	} {
		if got := passive(tc.name, tc.rest); got != tc.want {
			t.Errorf("%q|%q: %v", tc.name, tc.rest, got)
		}
	}
	for text, want := range map[string]bool{"Hội đồng có Tổ Thư ký": true, "Các cơ quan có liên quan": false, "Sở Y tế": false} {
		if got := owns(newLine(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestUnasked(t *testing.T) {
	for text, want := range map[string]string{
		"Yêu cầu Thủ trưởng các sở": "Thủ trưởng các sở", "Giao cho Sở Y tế": "Sở Y tế", "Đề nghị Ban Tuyên giáo": "Ban Tuyên giáo", "Sở Y tế": "Sở Y tế", "": "",
	} {
		if got := unasked(newLine(text)).s; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDeliverableWords(t *testing.T) {
	for text, want := range map[string]string{
		"Sở Y tế xây dựng kế hoạch tiêm chủng năm 2025, gửi Ủy ban":       "kế hoạch tiêm chủng năm 2025",
		"Xây dựng và ban hành quy chế phối hợp liên ngành trước ngày 5/6": "quy chế phối hợp liên ngành",
		"Trình Chính phủ Nghị định về miễn thuế trong tháng 6":            "Nghị định về miễn thuế",
		"xây dựng kế hoạch thực hiện và gửi về Vụ 2":                      "kế hoạch thực hiện",
		"Xây dựng kế hoạch":                   "", // says too little
		"Xây dựng đường giao thông nông thôn": "",
		"Lập lại trật tự đô thị":              "",
	} {
		if got := deliverable(newLine(text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMend(t *testing.T) {
	names := []string{"Chỉ cục Thuế", "Ngân hàng Nhà nước - Chỉ nhánh Sông Lam", "Ủy ban nhân đân tỉnh", "Sở Y tế"}
	mend(names)
	if want := []string{"Chi cục Thuế", "Ngân hàng Nhà nước - Chi nhánh Sông Lam", "Ủy ban nhân dân tỉnh", "Sở Y tế"}; !slices.Equal(names, want) {
		t.Errorf("got %q", names)
	}
}

func TestUnderPoint(t *testing.T) {
	for path, want := range map[string]bool{"II.1.a": true, "1.đ": true, "II.1": false, "Điều 1.II": false, "": false} {
		if got := underPoint(path); got != want {
			t.Errorf("%q: %v", path, got)
		}
	}
}

// TestCells holds how a column of dates writes its dates.
func TestCells(t *testing.T) {
	c := newCalendar("2024-05-10")
	for text, want := range map[string]string{
		"30/6/2024": "2024-06-30", "8/2024": "2024-08-31", "Quý III/2024": "2024-09-30", "Tháng 12/2024": "2024-12-31", "2025": "2025-12-31",
		"Trước 15/6/2024": "2024-06-15", "Trong quý II năm 2025": "2025-06-30",
	} {
		if d := c.cell(newLine(text)); d == nil || string(d.Value) != want {
			t.Errorf("%q: %+v, want %s", text, d, want)
		}
	}
	for _, text := range []string{"Thường xuyên", "2024 - 2025", "Sau khi có hướng dẫn", ""} {
		if d := c.cell(newLine(text)); d != nil && d.Value != "" {
			t.Errorf("%q: %+v", text, d)
		}
	}
}

// Whatever a norm charges somebody with passes the guard before it.
func TestMayCharge(t *testing.T) {
	for text, want := range map[string]bool{
		"Bộ Y tế chịu trách nhiệm thi hành Nghị định này.":                 true,
		"Bộ Y tế có trách nhiệm ban hành danh mục trước ngày 30/6/2026.":   true,
		"Bộ Y tế phải báo cáo trong quý IV hằng năm.":                      true,
		"Sở Y tế phải hoàn thành trước 30/6/2026.":                         true,
		"Người nộp hồ sơ phải bổ sung trong 15 ngày làm việc.":             false,
		"Cơ quan cấp phép căn cứ khoản 2 Điều 5 để xem xét việc cấp phép.": false,
	} {
		if got := mayCharge(viet.Lower(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// What a norm asks of everybody is no task, even by a day; what it asks of a body is one.
func TestChargesOfNorms(t *testing.T) {
	for text, want := range map[string]bool{
		"Tổ chức, cá nhân kinh doanh có trách nhiệm đăng ký lại trước ngày 30/6/2026.": false,
		"Sở Y tế có trách nhiệm công bố danh mục trước ngày 30/6/2026.":                true,
	} {
		x := &extractor{mode: charges, law: true, cal: calendar{year: 2026}}
		l := newLine(text)
		n, ok := x.assignee(l)
		if got := x.charged(l, part{own: n, has: ok, due: x.cal.find(l)}); got != want {
			t.Errorf("%s: %v (%+v)", text, got, n)
		}
	}
}
