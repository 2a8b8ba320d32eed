package task_test

import (
	"testing"

	"github.com/soichi/soichi/extract/task"
)

const issuing = "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này các nội dung sau đây.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký."

// TestAnnexes holds that what is issued with a paper has tasks as papers of its own kind have.
func TestAnnexes(t *testing.T) {
	self := task.Self{Kind: "quyet_dinh", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-05-10"}
	for _, tc := range []struct {
		name, annex string
		want        []string
	}{
		{"a plan: every item", "KẾ HOẠCH\nTrồng cây gây rừng\n(Kèm theo Quyết định số 07/QĐ-UBND)\nI. NHIỆM VỤ\n1. Chuẩn bị cây giống.\nII. MỤC ĐÍCH\n1. Nâng cao độ che phủ rừng.",
			[]string{"[I.1] Chuẩn bị cây giống |  ()"}},
		{"rules: named bodies alone", "QUY CHẾ\nQuản lý trụ sở\n(Kèm theo Quyết định số 07/QĐ-UBND)\nĐiều 1. Bảo vệ\n1. Người ra vào xuất trình giấy tờ.\n2. Văn phòng Ủy ban nhân dân tỉnh kiểm tra việc ra vào.",
			[]string{"[Điều 1.2] Văn phòng Ủy … ra vào | Văn phòng Ủy ban nhân dân tỉnh (own)"}},
		{"no kind of its own: sections of tasks", "PHỤ LỤC\n(Kèm theo Quyết định số 07/QĐ-UBND)\nI. THỰC TRẠNG\n1. Tổ chức trồng được 40 ha rừng.\nII. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Tổ chức trồng thêm 60 ha rừng.",
			[]string{"[II.1] Tổ chức trồng … ha rừng |  ()"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			check(t, paper("QUYẾT ĐỊNH\nBan hành các nội dung về rừng", issuing)+"\n"+tc.annex+"\n", self, tc.want...)
		})
	}
}

// TestScopes holds how far a label governs what stands below it.
func TestScopes(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"a body governs until the next number", chapeau + "1. Sở Y tế:\na) Dự trữ thuốc và vật tư;\nb) Cử cán bộ trực.\n2. Tăng cường tuần tra các cửa rừng.",
			[]string{"[1.a] Dự trữ thuốc và vật tư | Sở Y tế (lead_in)", "[1.b] Cử cán bộ trực | Sở Y tế (lead_in)",
				"[2] Tăng cường tuần … cửa rừng | Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã (chapeau)"}},
		{"a deeper body governs its own", chapeau + "1. Sở Y tế:\na) Chi cục Dân số:\n- Lập danh sách hộ;\n- Phát tờ rơi cho dân.\nb) Cử cán bộ trực.",
			[]string{"[1.a] Lập danh sách hộ | Chi cục Dân số (lead_in)", "[1.a] Phát tờ rơi cho dân | Chi cục Dân số (lead_in)",
				"[1.b] Cử cán bộ trực | Sở Y tế (lead_in)"}},
		{"a body named in an item governs what follows in it", chapeau + "1. Công an tỉnh tuần tra các tuyến.\n- Xử lý xe chở gỗ lậu.\n2. Sở Y tế dự trữ thuốc.",
			[]string{"[1] Công an tỉnh … các tuyến | Công an tỉnh (own)", "[1] Xử lý xe chở gỗ lậu | Công an tỉnh (lead_in)", "[2] Sở Y tế dự trữ thuốc | Sở Y tế (own)"}},
		{"decimals are as deep as their points", chapeau + "1. Các sở:\n1.1. Sở Y tế:\n1.1.1. Dự trữ thuốc chữa bỏng.\n1.2. Sở Tài chính:\n1.2.1. Bố trí kinh phí mua máy.",
			[]string{"[1.1.1] Dự trữ thuốc chữa bỏng | Sở Y tế (lead_in)", "[1.2.1] Bố trí kinh phí mua máy | Sở Tài chính (lead_in)"}},
		{"a star governs the dashes under it", chapeau + "1. Công an tỉnh\n* Công an các huyện:\n- Tuần tra ban đêm.\n- Lập chốt tại cửa rừng.\n* Công an các xã:\n- Kiểm tra người lạ vào rừng.",
			[]string{"[1] Tuần tra ban đêm | Công an các huyện (lead_in)", "[1] Lập chốt tại cửa rừng | Công an các huyện (lead_in)", "[1] Kiểm tra người lạ vào rừng | Công an các xã (lead_in)"}},
		{"a matter, a colon, a body", chapeau + "1. Về kinh phí: Sở Tài chính chủ trì:\n- Cân đối nguồn dự phòng.", []string{"[1] Cân đối nguồn dự phòng | Sở Tài chính (lead_in)"}},
		{"a body in capitals", chapeau + "1. SỞ NGOẠI VỤ\na) Liên hệ với tỉnh bạn.\n2. TRÁCH NHIỆM CỦA CÁC SỞ, NGÀNH\na) Cử cán bộ trực.",
			[]string{"[1.a] Liên hệ với tỉnh bạn | SỞ NGOẠI VỤ (lead_in)", "[2.a] Cử cán bộ trực | CÁC SỞ, NGÀNH (lead_in)"}},
		{"capitals that name no body", chapeau + "1. BAN CHỈ ĐẠO VÀ PHÂN CÔNG NHIỆM VỤ\na) Cử cán bộ trực.", []string{"[1.a] Cử cán bộ trực | Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã (chapeau)"}},
		{"a case, then a body", chapeau + "1. Trường hợp vượt thẩm quyền, Sở Y tế báo cáo UBND tỉnh.", []string{"[1] Trường hợp vượt … UBND tỉnh | Sở Y tế (own)"}},
		{"a shut section does not govern the next", "I. MỤC ĐÍCH\n1. Nâng cao ý thức của dân.\nII. NHIỆM VỤ\n1. Nâng cao chất lượng tuần tra.",
			[]string{"[II.1] Nâng cao chất lượng tuần tra |  ()"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(tc.body), self, tc.want...) })
	}
}

// TestBrokenParagraphs holds that a paragraph that a page or a printed line broke is one task.
func TestBrokenParagraphs(t *testing.T) {
	asked := "Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã (chapeau)"
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"a small letter goes on", chapeau + "1. Tăng cường tuần tra ban đêm\n\ntại các cửa rừng trọng điểm.", []string{"[1] Tăng cường tuần … trọng điểm | " + asked}},
		{"a capital after a short line begins anew", chapeau + "1. Tăng cường tuần tra ban đêm.\nBố trí thêm chòi canh.",
			[]string{"[1] Tăng cường tuần tra ban đêm | " + asked, "[1] Bố trí thêm chòi canh | " + asked}},
		{"a body begins anew", chapeau + "1. Tăng cường tuần tra ban đêm.\nChi cục Kiểm lâm bố trí thêm chòi canh.",
			[]string{"[1] Tăng cường tuần tra ban đêm | " + asked, "[1] Chi cục Kiểm … chòi canh | Chi cục Kiểm lâm (own)"}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(tc.body), self, tc.want...) })
	}
}

// TestClosings holds what the last paragraphs of a paper are.
func TestClosings(t *testing.T) {
	item := chapeau + "1. Sở Y tế dự trữ thuốc.\n"
	first := "[1] Sở Y tế dự trữ thuốc | Sở Y tế (own)"
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"a request to all", item + "Yêu cầu Thủ trưởng các sở thực hiện nghiêm Chỉ thị này.", []string{first, "[] Yêu cầu Thủ … thị này | Thủ trưởng các sở (own)"}},
		{"whom to tell of trouble", item + "Trong quá trình thực hiện nếu có vướng mắc, các sở báo cáo về Sở Nội vụ.", []string{first, "[] Trong quá trình … Nội vụ | các sở (own)"}},
		{"force", item + "Chỉ thị này có hiệu lực từ ngày ký và thay thế Chỉ thị số 03/CT-UBND.", []string{first}},
		{"distribution", item + "Văn phòng Ủy ban nhân dân tỉnh thông báo để các đơn vị biết, thực hiện.", []string{first}},
		{"a threat", item + "Đơn vị nào để xảy ra cháy rừng, Thủ trưởng đơn vị đó chịu trách nhiệm trước Chủ tịch UBND tỉnh.", []string{first}},
	} {
		t.Run(tc.name, func(t *testing.T) { check(t, directive(tc.body), self, tc.want...) })
	}
}
