package task

import (
	"slices"
	"testing"
)

// bodyCase is a sentence and the bodies that it begins with.
type bodyCase struct {
	name, text string
	want       []string
}

func checkBodies(t *testing.T, cases []bodyCase) {
	t.Helper()
	x := &extractor{issuer: spell("Ủy ban nhân dân tỉnh Sông Lam"), mode: open}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got, _ := x.assignee(newLine(tc.text))
			if !slices.Equal(got.names, tc.want) {
				t.Errorf("%q:\n got %q\nwant %q", tc.text, got.names, tc.want)
			}
		})
	}
}

func TestCommittees(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"against poverty", "Ban Chỉ đạo giảm nghèo xã phối hợp với các đoàn thể rà soát hộ nghèo", []string{"Ban Chỉ đạo giảm nghèo xã"}},
		{"in short", "Giao BCĐ giảm nghèo xã phối hợp với trưởng thôn tổ chức hội nghị", []string{"BCĐ giảm nghèo xã"}},
		{"two verbs with a comma", "Ban Chỉ đạo phòng, chống tội phạm tỉnh chủ trì xây dựng kế hoạch", []string{"Ban Chỉ đạo phòng, chống tội phạm tỉnh"}},
		{"two aims", "Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn các huyện tổ chức trực ban", []string{"Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn các huyện"}},
		{"to carry rules out", "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh theo dõi, đôn đốc", []string{"Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở tỉnh"}},
		{"to build", "Ban Chỉ đạo xây dựng nông thôn mới tỉnh hướng dẫn các huyện", []string{"Ban Chỉ đạo xây dựng nông thôn mới tỉnh"}},
		{"two verbs at once", "Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh hoàn thành hồ sơ", []string{"Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh"}},
		{"emulation", "Hội đồng thi đua, khen thưởng huyện xét, đề nghị khen thưởng", []string{"Hội đồng thi đua, khen thưởng huyện"}},
		{"relief", "Ban vận động cứu trợ tỉnh tiếp nhận, phân bổ hàng cứu trợ", []string{"Ban vận động cứu trợ tỉnh"}},
		{"what it does, with an adverb", "Ban Chỉ đạo thực hiện nghiêm túc chế độ báo cáo", []string{"Ban Chỉ đạo"}},
		{"what it does", "Ban Chỉ đạo tăng cường kiểm tra các địa bàn", []string{"Ban Chỉ đạo"}},
		{"what it works at", "Ban Chỉ đạo xây dựng kế hoạch kiểm tra, gửi các xã", []string{"Ban Chỉ đạo"}},
		{"an aim and no verb after it", "Ban Chỉ đạo giải quyết dứt điểm vướng mắc.", []string{"Ban Chỉ đạo"}},
	})
}

func TestTraits(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"at work somewhere", "Các doanh nghiệp hoạt động trên địa bàn tỉnh có trách nhiệm báo cáo", []string{"Các doanh nghiệp hoạt động trên địa bàn tỉnh"}},
		{"the verb itself", "Các doanh nghiệp tham gia đóng góp ý kiến vào dự thảo", []string{"Các doanh nghiệp"}},
		{"nothing after it", "Các cơ sở sử dụng đúng loại nhiên liệu.", []string{"Các cơ sở"}},
		{"before a colon", "Các hộ kinh doanh hoạt động tại chợ: Chấp hành nội quy", []string{"Các hộ kinh doanh hoạt động tại chợ"}},
		{"not of an office", "Các sở tham gia xây dựng kế hoạch", []string{"Các sở"}},
		{"two verbs of one name", "Vụ Phổ biến, giáo dục pháp luật tổng hợp kết quả", []string{"Vụ Phổ biến, giáo dục pháp luật"}},
		{"under a field", "Công ty thuộc phạm vi quản lý của Bộ rà soát kho bãi", []string{"Công ty thuộc phạm vi quản lý của Bộ"}},
	})
}

func TestPeopleAndOffices(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"somebody and the office", "Đồng chí Lê Văn Bình, Phó Chủ tịch UBND xã phụ trách chỉ đạo chung", []string{"Đồng chí Lê Văn Bình, Phó Chủ tịch UBND xã"}},
		{"an office", "Đồng chí Phó Chủ tịch UBND xã phụ trách chỉ đạo khối", []string{"Đồng chí Phó Chủ tịch UBND xã"}},
		{"two offices of the same bodies", "Thủ trưởng, Lãnh đạo các đơn vị chủ động triển khai", []string{"Thủ trưởng, Lãnh đạo các đơn vị"}},
		{"bare plurals", "Các Vụ, Cục, Tổng công ty Đường biển xây dựng kế hoạch", []string{"Các Vụ, Cục", "Tổng công ty Đường biển"}},
		{"the bodies of ministries", "Tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ và cơ quan thuộc Chính phủ tham mưu",
			[]string{"Tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ và cơ quan thuộc Chính phủ"}},
		{"the head of a ministry's bodies", "Thủ trưởng tổ chức pháp chế, Giám đốc Sở Tư pháp có trách nhiệm thực hiện", []string{"Thủ trưởng tổ chức pháp chế", "Giám đốc Sở Tư pháp"}},
		{"members after a colon", "Đề nghị các hội: Hội Nông dân, Hội Phụ nữ vận động hội viên", []string{"các hội: Hội Nông dân", "Hội Phụ nữ"}},
		{"those who lead", "Sở Tài chính và lãnh đạo các huyện tiếp tục đối thoại", []string{"Sở Tài chính", "lãnh đạo các huyện"}},
		{"the standing body", "Sở Y tế - thường trực Ban Chỉ đạo: Kiểm tra các chợ", []string{"Sở Y tế"}},
		{"each", "Mỗi xã chọn một thôn làm điểm", []string{"Mỗi xã"}},
		{"a revenue office", "Thuế cơ sở 4 phối hợp với các xã rà soát hộ kinh doanh", []string{"Thuế cơ sở 4"}},
		{"registration", "Chi nhánh Văn phòng Đăng ký đất đai khu vực II cập nhật hồ sơ", []string{"Chi nhánh Văn phòng Đăng ký đất đai khu vực II"}},
	})
}

func TestCircumstances(t *testing.T) {
	checkBodies(t, []bodyCase{
		{"examples are no assignees", "Tại các nơi đông người như nhà ga, thư viện, sân bay cần bố trí thùng rác", nil},
		{"with whom", "Với các đơn vị của Bộ Tài chính, Ngân hàng Nhà nước xây dựng chính sách", nil},
		{"owners of papers", "Căn cứ Nghị quyết này và các Nghị quyết của Đảng, Quốc hội, các Bộ trưởng chỉ đạo rà soát", []string{"các Bộ trưởng"}},
		{"in the course of two things", "Trong quá trình soạn thảo, thẩm định văn bản, nếu có vướng mắc, thì Sở Tư pháp báo cáo UBND tỉnh", []string{"Sở Tư pháp"}},
		{"a rhythm without comma", "Hàng năm Sở Y tế tổ chức hội nghị sơ kết", []string{"Sở Y tế"}},
		{"what was done of a thing", "Việc xây dựng khu giống đã được triển khai theo Quyết định của Thủ tướng Chính phủ, những tỉnh có điều kiện cần đề xuất", nil},
		{"a target of a year", "Đến năm 2030 phát triển 20 trung tâm thương mại, trung tâm mua sắm tại các huyện", nil},
		{"what a trade is", "Ngành dệt may chiếm vị trí quan trọng, Tổng công ty Dệt Sông Lam phải giữ vững thị phần", nil},
		{"an adverb before the verb", "Ban Quản lý khu kinh tế trực tiếp thực hiện các nhiệm vụ sau", []string{"Ban Quản lý khu kinh tế"}},
		{"a condition", "Trong quá trình thực hiện, nếu có vướng mắc, thì Sở Tư pháp báo cáo Chủ tịch UBND tỉnh", []string{"Sở Tư pháp"}},
	})
}
