package task_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/task"
)

var decision = task.Self{Kind: "quyet_dinh", Issuer: "Thủ tướng Chính phủ", IssuedOn: "2024-02-20"}

// TestDecisions holds what a decision asks for, beside what it says.
func TestDecisions(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		want       []string
	}{
		{"a body and a plain verb", "Điều 1. Phê duyệt Dự án cấp nước.\nĐiều 2. Ngân hàng Nhà nước tiếp thu ý kiến của các cơ quan, hoàn chỉnh văn kiện Dự án.",
			[]string{"[Điều 2] Ngân hàng Nhà … Dự án | Ngân hàng Nhà nước (own)"}},
		{"bodies that it names", "Điều 1. Công nhận các đơn vị sau:\n1. Trung tâm Hỗ trợ phát triển lao động;\n2. Trung tâm Hành động khắc phục bom mìn.", nil},
		{"what is shared out", "Điều 1. Bộ Tài chính xuất cấp gạo dự trữ quốc gia cho các tỉnh để cứu đói, cụ thể:\n- Tỉnh Sông Lam: 214 tấn gạo.\n- Tỉnh Núi Hồng: 1.446 tấn gạo.",
			[]string{"[Điều 1] Bộ Tài chính … cụ thể | Bộ Tài chính (own)"}},
		{"a council and what it has", "Điều 1. Thành lập Hội đồng.\nĐiều 2. Hội đồng có Tổ Thư ký do Bộ trưởng Bộ Y tế quyết định thành lập để giải quyết công việc.", nil},
		{"principles", "Điều 1. Hội đồng hoạt động theo các nguyên tắc sau đây:\n1. Phiên họp phải có hai phần ba số thành viên.\n2. Thông báo kết quả trên Báo Sức khỏe.", nil},
		{"how a body stands to others", "Điều 1. Trách nhiệm và mối quan hệ công tác\n1. Trường có trách nhiệm báo cáo Bộ trưởng.\n2. Chủ trì, phối hợp với Vụ Tổ chức cán bộ xây dựng đề án.", nil},
		{"who answers for it", "Điều 1. Phê duyệt Kế hoạch.\nĐiều 2. Cục trưởng Cục Quản lý đấu thầu, Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này.",
			[]string{"[Điều 2] Cục trưởng Cục … định này | Cục trưởng Cục Quản lý đấu thầu; Thủ trưởng các đơn vị (own)"}},
		{"the same body again in an item of its own", "Điều 1. Tổ chức thực hiện\n1. Bộ Y tế có trách nhiệm:\na) Hướng dẫn các bệnh viện lập dự toán. Bộ Y tế tổng hợp, gửi Bộ Tài chính.",
			[]string{"[Điều 1.1.a] Hướng dẫn các … Tài chính | Bộ Y tế (lead_in)"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			check(t, paper("QUYẾT ĐỊNH\nVề việc", "QUYẾT ĐỊNH:\n"+tc.body), decision, tc.want...)
		})
	}
}

// TestMeetings holds that what was concluded in a meeting tells each body that it names what to do.
func TestMeetings(t *testing.T) {
	self := task.Self{Kind: "thong_bao", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-02-20"}
	body := "Phó Chủ tịch UBND tỉnh kết luận như sau:\n1. Công ty Đầu tư, Xây dựng Sông Lam tiếp thu các ý kiến, rà soát quá trình cổ phần hóa và báo cáo.\n" +
		"2. Các cơ quan đã có nhiều cố gắng.\n3. Trên cơ sở báo cáo của Công ty Đầu tư, Xây dựng, giao Sở Tài chính tham mưu trước ngày 20/3/2024."
	check(t, paper("THÔNG BÁO\nKết luận của Phó Chủ tịch UBND tỉnh", body), self,
		"[1] Công ty Đầu … báo cáo | Công ty Đầu tư, Xây dựng Sông Lam (own)", "[3] Trên cơ sở … ngày 20/3/2024 | Sở Tài chính @ 2024-03-20 (own)")
}

// TestLabelsInside holds what a label before a colon tells of the item that it stands in.
func TestLabelsInside(t *testing.T) {
	self := task.Self{Kind: "thong_bao", Issuer: "Văn phòng Chính phủ", IssuedOn: "2024-02-20"}
	body := "Thủ tướng Chính phủ kết luận như sau:\nI. NHIỆM VỤ TRỌNG TÂM\n1. Về quan điểm: Bám sát nghị quyết; phân công rõ người.\n" +
		"2. Về vật liệu xây dựng: Giao Bộ Xây dựng hướng dẫn cấp mỏ; các tỉnh Đồng Nai, Long An hoàn thành thủ tục trong tháng 7/2024.\n3. Kinh phí: Sử dụng ngân sách tỉnh."
	check(t, paper("THÔNG BÁO\nKết luận", body), self,
		"[I.2] Về vật liệu … cấp mỏ | Bộ Xây dựng (own)", "[I.2] các tỉnh Đồng … tháng 7/2024 | các tỉnh Đồng Nai, Long An @ 2024-07-31 (own)")
}

// TestIssuerStates holds that what the issuer says of itself is no task, and what it asks next is one.
func TestIssuerStates(t *testing.T) {
	self := task.Self{Kind: "nghi_quyet", Issuer: "Chính phủ", IssuedOn: "2024-02-20"}
	body := "QUYẾT NGHỊ:\n1. Về kinh tế - xã hội\nChính phủ thống nhất đánh giá: Trong tháng 1, kinh tế phục hồi tích cực.\n" +
		"2. Về dự án Luật\nChính phủ đánh giá cao Bộ Xây dựng đã chuẩn bị dự án Luật. Giao Bộ Xây dựng hoàn thiện dự án Luật."
	check(t, paper("NGHỊ QUYẾT\nPhiên họp thường kỳ", body), self, "[2] Giao Bộ Xây … án Luật | Bộ Xây dựng (own)")
}

// TestOrders holds that a letter whose opening announces orders gives them to each body that its items name.
func TestOrders(t *testing.T) {
	self := task.Self{Kind: "cong_van", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-02-20"}
	body := "Chủ tịch UBND tỉnh có ý kiến như sau:\n1. Sở Y tế theo dõi tình hình dịch tại các huyện giáp biên giới.\n2. Sở Giáo dục và Đào tạo đã báo cáo đầy đủ."
	check(t, paper("Kính gửi: Các sở, ngành", body), self, "[1] Sở Y tế … biên giới | Sở Y tế (own)")
}

// TestUpward holds that what a letter leaves to whom it is sent is no task.
func TestUpward(t *testing.T) {
	self := task.Self{Kind: "cong_van", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-02-20"}
	check(t, paper("Kính gửi: Thường trực HĐND tỉnh", "UBND tỉnh đăng ký bổ sung nội dung kỳ họp.\nĐề nghị Thường trực HĐND tỉnh xem xét, quyết định./."), self)
}

// TestAskedAndNamed holds that a letter which asks somebody also gives the tasks of the bodies that its items name.
func TestAskedAndNamed(t *testing.T) {
	self := task.Self{Kind: "cong_van", Issuer: "Ủy ban nhân dân tỉnh Sông Lam", IssuedOn: "2024-02-20"}
	body := "UBND tỉnh yêu cầu Thủ trưởng các sở, ngành thực hiện các nội dung sau:\n1. Sở Y tế kiểm tra các cơ sở khám bệnh.\n2. Bố trí cán bộ trực."
	check(t, paper("Kính gửi: Các sở, ngành", body), self,
		"[1] Sở Y tế … khám bệnh | Sở Y tế (own)", "[2] Bố trí cán bộ trực | Thủ trưởng các sở, ngành (chapeau)")
}

// TestNorms holds that a paper with the number of a legal norm has tasks only where it plainly gives them.
func TestNorms(t *testing.T) {
	const head = "CHÍNH PHỦ\nSố: 32/2024/NQ-CP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 20 tháng 02 năm 2024\nNGHỊ QUYẾT\nVề cơ chế hỗ trợ\nQUYẾT NGHỊ:\n"
	self := task.Self{Kind: "nghi_quyet", Issuer: "Chính phủ", IssuedOn: "2024-02-20"}
	text := head + "Điều 1. Nội dung hỗ trợ\n1. Hỗ trợ chi phí vận chuyển cho người lao động.\n2. Dự phòng 10% kế hoạch vốn.\n" +
		"Điều 2. Trình tự\n1. Trong 02 ngày làm việc kể từ ngày nhận đủ hồ sơ, cơ quan bảo hiểm xã hội xác nhận.\n" +
		"Điều 3. Tổ chức thực hiện\n1. Bộ Y tế có trách nhiệm hướng dẫn các bệnh viện.\n2. Giao Bộ Tài chính bố trí dự toán.\nNơi nhận:\n- Như trên;\nTHỦ TƯỚNG\nNguyễn Văn An\n"
	check(t, text, self, "[Điều 3.1] Bộ Y tế … bệnh viện | Bộ Y tế (own)", "[Điều 3.2] Giao Bộ Tài … dự toán | Bộ Tài chính (own)")
}

// TestPrivatePeople holds that a norm gives those whom it applies to no task, and that the National Assembly makes norms.
func TestPrivatePeople(t *testing.T) {
	self := task.Self{Kind: "nghi_quyet", Issuer: "Quốc hội", IssuedOn: "2024-02-20"}
	body := "Điều 1. Các nội dung thông qua\n- Thành lập thành phố Sông Lam\n- Mở rộng phạm vi thông tin\nĐiều 2. Trách nhiệm thực hiện\n" +
		"1. Người lao động phải kê khai trung thực.\n2. Chính phủ chỉ đạo tổng kết thi hành Nghị quyết.\n3. Trách nhiệm của người sử dụng lao động:\na) Lập danh sách người lao động."
	check(t, paper("NGHỊ QUYẾT\nVề hỗ trợ", "QUYẾT NGHỊ:\n"+body), self, "[Điều 2.2] Chính phủ chỉ … Nghị quyết | Chính phủ (own)")
}

// TestDeputiesOfAPlace holds that the deputies of a province make no norms: every item of their plan is a task.
func TestDeputiesOfAPlace(t *testing.T) {
	self := task.Self{Kind: "ke_hoach", Issuer: "Đoàn đại biểu Quốc hội tỉnh Sông Lam", IssuedOn: "2024-02-20"}
	check(t, paper("KẾ HOẠCH\nTiếp xúc cử tri", "I. NỘI DUNG\n1. Tổ chức tiếp xúc cử tri tại các huyện."), self, "[I.1] Tổ chức tiếp … các huyện |  ()")
}

// TestLetters holds that an official letter gives a task where it names a body and a date or rhythm.
func TestLetters(t *testing.T) {
	self := task.Self{Kind: "cong_van", Issuer: "Bộ Giáo dục và Đào tạo", IssuedOn: "2024-02-20"}
	body := "1. Thủ tục cấp bản sao\nBản sao có giá trị như bản chính.\n2. Báo cáo\nCác cơ sở giáo dục đại học báo cáo về Bộ chậm nhất vào ngày 30/11 hằng năm.\n3. Các trường hợp chỉnh sửa văn bằng\nKhông chữa trực tiếp trên văn bằng."
	check(t, paper("Kính gửi: Hiệu trưởng các trường đại học.", body), self, "[2] Các cơ sở … hằng năm | Các cơ sở giáo dục đại học @ yearly (own)")
}

// TestAside holds that what stands beside a paper's text is no task.
func TestAside(t *testing.T) {
	const head = "UBND tỉnh ban hành Kế hoạch như sau:\nI. NHIỆM VỤ\n1. Sở Y tế:\n- Dự trữ thuốc và vật tư.\n"
	for _, line := range []string{
		"- [Luật Đầu tư công](https://example.vn/luat)", "(Xem file PDF gốc tại: https://example.vn)", "Ghi chú: Nội dung lấy từ nguồn công khai.", "Phụ lục I: Phân bổ chi tiết kế hoạch vốn",
	} {
		t.Log(line)
		check(t, paper("KẾ HOẠCH\nPhòng dịch", head+line), plan, "[I.1] Dự trữ thuốc và vật tư | Sở Y tế (lead_in)")
	}
}

func TestTimetables(t *testing.T) {
	check(t, paper("KẾ HOẠCH\nTổ chức tuần lễ nước sạch", "I. TIẾN ĐỘ\n- Tháng 6/2024: có thông báo gửi các xã.\n- Từ tháng 7 đến tháng 8/2024: Trung tâm Nước sạch kiểm tra các trạm."), plan,
		"[I] Tháng 6/2024: có … các xã |  @ 2024-06-30 ()", "[I] Từ tháng 7 … các trạm | Trung tâm Nước sạch @ 2024-08-31 (own)")
	notice := task.Self{Kind: "thong_bao", Issuer: self.Issuer, IssuedOn: self.IssuedOn}
	check(t, paper("THÔNG BÁO\nKết luận tại cuộc họp về nước sạch", "Sau khi nghe báo cáo, Chủ tịch kết luận:\n1. Để bảo đảm tiến độ, yêu cầu:\n- Tháng 6/2024: hoàn thành việc lấy mẫu tại các trạm;\n- Tháng 7/2024: họp giao ban lần hai.\nVăn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện."), notice,
		"[1] Tháng 6/2024: hoàn … các trạm |  @ 2024-06-30 ()", "[1] Tháng 7/2024: họp … lần hai |  @ 2024-07-31 ()")
}

func TestRhythmsAndDatesApart(t *testing.T) {
	check(t, directive(chapeau+"1. Sở Y tế đôn đốc việc thực hiện, định kỳ 6 tháng báo cáo UBND tỉnh; hết năm 2024, tổ chức tổng kết việc thực hiện Chỉ thị."), self,
		"[1] Sở Y tế … UBND tỉnh | Sở Y tế @ periodic (own)", "[1] hết năm 2024, … Chỉ thị | Sở Y tế @ 2024-12-31 (own)")
}

func TestForceOfOtherPapers(t *testing.T) {
	check(t, directive(chapeau+"1. Hoàn thiện quy định về nhà ở; rà soát nghị định để áp dụng khi Luật có hiệu lực từ ngày 01/8/2024.\n2. Chỉ thị này có hiệu lực từ ngày ký."), self,
		"[1] Hoàn thiện quy … ngày 01/8/2024 | Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã (chapeau)")
}

// TestFurtherRequests holds that a letter may go on asking whom it asked before, and that a paragraph of it is one task.
func TestFurtherRequests(t *testing.T) {
	self := task.Self{Kind: "cong_van", Issuer: "Sở Tài chính tỉnh Sông Lam", IssuedOn: "2024-02-20"}
	body := "Sở Tài chính đề nghị UBND các huyện xây dựng dự toán năm 2025.\nDự toán cần sát thực tế. Trong dự toán đề nghị làm rõ nguồn chi, gửi trước ngày 25/3/2024.\nRất mong sự phối hợp của Quý cơ quan."
	check(t, paper("Kính gửi: UBND các huyện", body), self,
		"[] Sở Tài chính … năm 2025 | UBND các huyện (own)", "[] Dự toán cần … ngày 25/3/2024 | UBND các huyện @ 2024-03-25 (own)")
}

// TestReportingRegime holds that everybody who was asked owes the reports told of below the last item.
func TestReportingRegime(t *testing.T) {
	check(t, directive(chapeau+"1. Sở Y tế dự trữ thuốc.\n2. Các doanh nghiệp bố trí người trực.\nChế độ báo cáo:\n- Báo cáo nhanh, gửi trước ngày 10/6/2024;\n- Báo cáo tổng hợp, gửi trước ngày 20/6/2024."), self,
		"[1] Sở Y tế dự trữ thuốc | Sở Y tế (own)", "[2] Các doanh nghiệp … người trực | Các doanh nghiệp (own)",
		"[2] Báo cáo nhanh, … ngày 10/6/2024 | Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã @ 2024-06-10 (chapeau)",
		"[2] Báo cáo tổng … ngày 20/6/2024 | Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã @ 2024-06-20 (chapeau)")
}

// TestNamesBeforeAnswering holds how the names of those who answer for a decision are parted.
func TestNamesBeforeAnswering(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"semicolons", "Giám đốc Công an tỉnh; thành viên Ban Chỉ đạo 138; Chủ tịch UBND 07 xã có tên tại Điều 1 và cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.",
			"Giám đốc Công an tỉnh; thành viên Ban Chỉ đạo 138; Chủ tịch UBND 07 xã có tên tại Điều 1; cơ quan, đơn vị có liên quan"},
		{"called otherwise from then on", "Hội đồng xét tặng danh hiệu Nghệ nhân (sau đây gọi tắt là Hội đồng) có nhiệm vụ thẩm định, lựa chọn những người có đủ tiêu chuẩn.",
			"Hội đồng xét tặng danh hiệu Nghệ nhân"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			x := task.Extract(outline(paper("QUYẾT ĐỊNH\nVề việc", "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Dự án.\nĐiều 2. "+tc.text)), decision)
			if len(x) != 1 || strings.Join(x[0].Lead, "; ") != tc.want {
				t.Errorf("got %+v", x)
			}
		})
	}
}

// TestCharges holds that a circular or decree gives a task only to those who answer for it, or by a day.
func TestCharges(t *testing.T) {
	const body = "Điều 1. Trách nhiệm của cơ sở\n1. Các cơ sở có trách nhiệm lập sổ theo dõi.\n2. Các trạm y tế xã có trách nhiệm nộp hồ sơ còn tồn trước ngày 30/6/2024.\n" +
		"Điều 2. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 01/5/2024.\n" +
		"2. Chánh Văn phòng; Cục trưởng Cục Thiết bị trường học, đồ dùng dạy học; Giám đốc các sở y tế chịu trách nhiệm thi hành %s này. Vướng mắc được phản ánh về Bộ."
	for kind, name := range map[string]string{"thong_tu": "Thông tư", "thong_tu_lien_tich": "Thông tư liên tịch", "nghi_dinh": "Nghị định"} {
		t.Run(kind, func(t *testing.T) {
			table := "\nPhụ lục\n(Kèm theo " + name + ")\nTT | Nội dung | Đơn vị chủ trì\n1 | Lập sổ theo dõi thuốc | Sở Y tế"
			text := paper(strings.ToUpper(name)+"\nQuy định về trạm y tế", fmt.Sprintf(body, name)) + table
			check(t, text, task.Self{Kind: kind, Issuer: "Bộ Y tế", IssuedOn: "2024-02-20"},
				"[Điều 1.2] Các trạm y … ngày 30/6/2024 | Các trạm y tế xã @ 2024-06-30 (own)",
				"[Điều 2.2] Chánh Văn phòng; … về Bộ | Chánh Văn phòng; Cục trưởng Cục Thiết bị trường học, đồ dùng dạy học; Giám đốc các sở y tế (own)")
		})
	}
}
