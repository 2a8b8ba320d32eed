package task_test

import "testing"

// TestScans holds what tasks are left of a directive that OCR read with the errors that it makes.
func TestScans(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"a number read as a letter", chapeau + "l. Sở Y tế dự trữ thuốc và vật tư.\n2. Công an tỉnh bố trí chốt trực.",
			[]string{"[1] Sở Y tế … vật tư | Sở Y tế (own)", "[2] Công an tỉnh … chốt trực | Công an tỉnh (own)"}},
		{"a point read as another sign", chapeau + "1. Sở Y tế:\na) Dự trữ thuốc và vật tư;\nb} Cử cán bộ trực cấp cứu;\nø) Báo cáo trước ngày 15/6/2024.\n2. Công an tỉnh bố trí chốt trực.",
			[]string{"[1.a] Dự trữ thuốc và vật tư | Sở Y tế (lead_in)", "[1.b] Cử cán bộ trực cấp cứu | Sở Y tế (lead_in)",
				"[1.c] Báo cáo trước ngày 15/6/2024 | Sở Y tế @ 2024-06-15 (lead_in)", "[2] Công an tỉnh … chốt trực | Công an tỉnh (own)"}},
		{"dust before a label", chapeau + "1. Sở Y tế dự trữ thuốc và vật tư.\n_ 2. Công an tỉnh bố trí chốt trực.",
			[]string{"[1] Sở Y tế … vật tư | Sở Y tế (own)", "[2] Công an tỉnh … chốt trực | Công an tỉnh (own)"}},
		{"a mark too much in a name", chapeau + "1. Chỉ cục Thuế phối hợp với Ngân hàng Nhà nước - Chỉ nhánh Sông Lam thực hiện thu thuế.",
			[]string{"[1] Chỉ cục Thuế … thu thuế | Chi cục Thuế + Ngân hàng Nhà nước - Chi nhánh Sông Lam (own)"}},
		{"other marks over the first word of a name", chapeau + "1. Sờ Tu pháp rà soát văn bản.\n2. Uy ban nhân đân các huyện, thị xã cấp phát phao cứu sinh.\n3. Thú trưởng các đơn vị, Giảm đốc Công án tỉnh kiểm tra các chốt.",
			[]string{"[1] Sờ Tu pháp … văn bản | Sở Tư pháp (own)", "[2] Uy ban nhân … cứu sinh | Ủy ban nhân dân các huyện, thị xã (own)",
				"[3] Thú trưởng các … các chốt | Thủ trưởng các đơn vị; Giám đốc Công an tỉnh (own)"}},
		{"a speck behind a name", chapeau + "1. Sở Y tế ˆ:\n- Dự trữ thuốc và vật tư y tế.",
			[]string{"[1] Dự trữ thuốc … y tế | Sở Y tế (lead_in)"}},
		{"a mark lost in a verb", chapeau + "1. Sở Tài chính chú trì, phối hợp với Cục Thuế tỉnh đê bố trí kinh phí.",
			[]string{"[1] Sở Tài chính … kinh phí | Sở Tài chính + Cục Thuế tỉnh (own)"}},
		{"a line that ends in a colon", chapeau + "1. Các sở gửi báo cáo trước ngày 15/6/2024 về Văn phòng theo địa chỉ thư:\nvanphong@example.vn để tổng hợp, báo cáo Chính phủ.",
			[]string{"[1] Các sở gửi … Chính phủ | Các sở @ 2024-06-15 (own)"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(tc.body), self, tc.want...) })
	}
}
