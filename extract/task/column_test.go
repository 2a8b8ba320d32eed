package task

import (
	"slices"
	"testing"
)

// TestHeaders holds what a column of a table is by the words over it.
func TestHeaders(t *testing.T) {
	for name, want := range map[string]column{
		"stt": colNumber, "tt": colNumber, "số tt": colNumber, "thứ tự": colNumber,
		"đơn vị chủ trì/phối hợp": colBoth, "cơ quan chủ trì, cơ quan phối hợp": colBoth, "lộ trình thực hiện": colDue,
		"cơ quan phối hợp": colSupport, "đơn vị phối hợp thực hiện": colSupport,
		"thời gian thực hiện": colDue, "thời hạn hoàn thành": colDue, "tiến độ": colDue, "thời điểm trình": colDue, "hoàn thành": colDue,
		"sản phẩm": colMade, "kết quả đầu ra": colMade,
		"đơn vị chủ trì": colLead, "cơ quan thực hiện": colLead, "phân công": colLead, "người phụ trách": colLead, "cơ quan": colLead, "đơn vị": colLead,
		"nội dung công việc": colWhat, "nhiệm vụ": colWhat, "hoạt động": colWhat, "tên đề án": colWhat,
		"ghi chú": colOther, "kinh phí": colOther, "đơn vị tính": colOther, "": colOther,
	} {
		got := colOther
		if i := slices.IndexFunc(headers, func(h header) bool { return h.re.MatchString(name) }); i >= 0 {
			got = headers[i].is
		}
		if got != want {
			t.Errorf("%q: column %d, want %d", name, got, want)
		}
	}
}

// TestAttributeLabels holds what a label of its own line says of the task above it.
func TestAttributeLabels(t *testing.T) {
	for text, want := range map[string]column{
		"Đơn vị chủ trì: Sở Y tế":                         colLead,
		"Cơ quan, đơn vị thực hiện: Sở Y tế":              colLead,
		"Cá nhân phụ trách: Ông An":                       colLead,
		"Đơn vị được giao chủ trì, tham mưu: Sở Y tế":     colLead,
		"Cơ quan phối hợp: Sở Tài chính":                  colSupport,
		"Phối hợp thực hiện: các xã":                      colSupport,
		"Thời gian hoàn thành: Quý II/2024":               colDue,
		"- Tiến độ: tháng 6":                              colDue,
		"Hạn báo cáo: ngày 15 hằng tháng":                 colDue,
		"Sản phẩm: Kế hoạch":                              colMade,
		"Kết quả đạt được: 05 mô hình":                    colMade,
		"Sở Y tế: dự trữ thuốc":                           colOther,
		"Địa điểm: hội trường lớn":                        colOther,
		"Đơn vị chủ trì xây dựng báo cáo gửi về Sở Y tế.": colOther, // no colon
	} {
		if got, _ := attribute(newLine(text)); got != want {
			t.Errorf("%q: column %d, want %d", text, got, want)
		}
	}
}

// TestPeriodRules holds the rule of a rhythm by its words.
func TestPeriodRules(t *testing.T) {
	for low, want := range map[string]string{
		"hằng ngày": "daily", "mỗi ngày": "daily", "01 lần/ngày": "daily", "chiều thứ sáu hằng tuần": "weekly", "mỗi tuần một lần": "weekly",
		"trước ngày 20 hàng tháng": "monthly", "trước ngày 5 tháng sau": "monthly", "1 tháng/lần": "monthly",
		"định kỳ hằng quý": "quarterly", "trước ngày 15 tháng cuối quý": "quarterly", "ba tháng một lần": "quarterly",
		"hàng năm": "yearly", "12 tháng một lần": "yearly", "6 tháng một lần": "periodic", "định kỳ 06 tháng và hàng năm": "periodic", "định kỳ": "periodic",
	} {
		if got := period(low); got != want {
			t.Errorf("%q: %q, want %q", low, got, want)
		}
	}
}

// TestSupportEnds holds where the list of those who help ends.
func TestSupportEnds(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"a verb", "phối hợp với Sở Y tế tổ chức tập huấn", []string{"Sở Y tế"}},
		{"a purpose", "phối hợp với Sở Y tế, Công an tỉnh để phân luồng", []string{"Sở Y tế", "Công an tỉnh"}},
		{"a field", "phối hợp chặt chẽ với các sở, ngành trong việc phòng dịch", []string{"các sở, ngành"}},
		{"a full stop", "phối hợp cùng Sở Y tế. Sở Tài chính cấp tiền", []string{"Sở Y tế"}},
		{"a semicolon", "phối hợp Sở Y tế; kiểm tra các chợ", []string{"Sở Y tế"}},
		{"members of a plural", "phối hợp với các Sở: Y tế, Tài chính kiểm tra", []string{"các Sở: Y tế, Tài chính"}},
		{"brackets", "phối hợp với Sở Nội vụ (Ban Thi đua, Khen thưởng) xét tặng", []string{"Sở Nội vụ (Ban Thi đua, Khen thưởng)"}},
		{"twice", "phối hợp với Sở Y tế lập danh sách; phối hợp với Sở Tài chính chi trả", []string{"Sở Y tế", "Sở Tài chính"}},
		{"nobody", "phối hợp nhịp nhàng giữa các khâu", nil},
		{"what goes together", "phối hợp các loại phân bón hợp lý", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := support(newLine(tc.text)); !slices.Equal(got, tc.want) {
				t.Errorf("%q: %q, want %q", tc.text, got, tc.want)
			}
		})
	}
}
