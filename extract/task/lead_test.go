package task

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/viet"
)

func TestAssignee(t *testing.T) {
	x := &extractor{issuer: spell("Thủ tướng Chính phủ")}
	for _, tc := range []struct {
		name, text string
		want       []string // nil: nobody
	}{
		{"body and verb", "Bộ Y tế hướng dẫn các địa phương phòng dịch", []string{"Bộ Y tế"}},
		{"responsibility", "Ủy ban nhân dân các cấp có trách nhiệm giải quyết khiếu nại", []string{"Ủy ban nhân dân các cấp"}},
		{"obligation", "Các Bộ, ngành phải bảo đảm tiến độ", []string{"Các Bộ, ngành"}},
		{"need", "Lãnh đạo các cấp cần gương mẫu đi đầu", []string{"Lãnh đạo các cấp"}},
		{"prohibition", "Các đơn vị không tổ chức chúc Tết", []string{"Các đơn vị"}},
		{"the noun organisation", "Các cơ quan, tổ chức có liên quan thực hiện Chỉ thị", []string{"Các cơ quan, tổ chức có liên quan"}},
		{"the verb to organise", "Các thư viện tổ chức Ngày hội sách", []string{"Các thư viện"}},
		{"a verb inside capitals", "Ban Chỉ đạo Tây Nguyên kiểm tra các địa phương", []string{"Ban Chỉ đạo Tây Nguyên"}},
		{"a verb after a noun of office", "Ủy ban nhân dân cấp có thẩm quyền thu hồi đất phải thực hiện quy định", []string{"Ủy ban nhân dân cấp có thẩm quyền thu hồi đất"}},
		{"programme ends like a verb", "Đài Truyền hình Việt Nam xây dựng chương trình", []string{"Đài Truyền hình Việt Nam"}},
		{"foreign affairs hold giao", "Bộ Ngoại giao cung cấp thông tin", []string{"Bộ Ngoại giao"}},
		{"home affairs before a verb", "Sở Nội vụ tổng hợp kết quả", []string{"Sở Nội vụ"}},
		{"with an adverb", "Sở Y tế khẩn trương hoàn thành việc tiêm phòng", []string{"Sở Y tế"}},
		{"with circumstances inside", "Các Bộ, ngành trong quá trình xây dựng văn bản phải bảo đảm thống nhất", []string{"Các Bộ, ngành"}},
		{"based on duties", "Bộ Công Thương, Bộ Tài chính căn cứ chức năng, nhiệm vụ ban hành hướng dẫn", []string{"Bộ Công Thương", "Bộ Tài chính"}},
		{"the issuer asks", "Thủ tướng Chính phủ yêu cầu các Bộ, ngành thực hiện", []string{"các Bộ, ngành"}},
		{"the issuer gives", "Thủ tướng Chính phủ giao Bộ Nội vụ theo dõi, đôn đốc", []string{"Bộ Nội vụ"}},
		{"another asks its own", "Bộ Y tế yêu cầu các bệnh viện trực cấp cứu", []string{"Bộ Y tế"}},
		{"asked", "Đề nghị Ban Tuyên giáo Trung ương chỉ đạo tuyên truyền", []string{"Ban Tuyên giáo Trung ương"}},
		{"charged", "Phân công Cục Trồng trọt theo dõi mùa vụ", []string{"Cục Trồng trọt"}},
		{"based on this", "Căn cứ Chỉ thị này, Thủ trưởng các sở xây dựng kế hoạch", []string{"Thủ trưởng các sở"}},
		{"for a case", "Đối với các khoản nợ quá hạn: Ngân hàng Chính sách xã hội đôn đốc thu hồi", []string{"Ngân hàng Chính sách xã hội"}},
		{"an abbreviation", "VNPT Quảng Ngãi chủ động phối hợp với Cục Thuế", []string{"VNPT Quảng Ngãi"}},
		{"label", "Sở Y tế: Chỉ đạo các bệnh viện", []string{"Sở Y tế"}},
		{"a verb inside a name that its short one ends", "Vụ Kiểm tra và xử lý văn bản quy phạm (Vụ 5) hướng dẫn các địa phương", []string{"Vụ Kiểm tra và xử lý văn bản quy phạm (Vụ 5)"}},
		{"a second body with its short name", "Cục Thú y phối hợp với Cục Trồng trọt (Cục TT) kiểm dịch", []string{"Cục Thú y"}},
		{"a scan's chú trì", "Sở Tài chính chú trì, phối hợp thực hiện", []string{"Sở Tài chính"}},

		{"the bodies that draft", "Cơ quan chủ trì soạn thảo ưu tiên bố trí nhân lực", []string{"Cơ quan chủ trì soạn thảo"}},
		{"the bodies that pass plans on", "Các đơn vị đầu mối giao kế hoạch khẩn trương rà soát danh mục dự án", []string{"Các đơn vị đầu mối giao kế hoạch"}},
		{"the bodies that supply, before a colon", "Các đơn vị cung cấp dịch vụ bưu chính: Bảo đảm thông tin liên lạc", []string{"Các đơn vị cung cấp dịch vụ bưu chính"}},
		{"traffic is no verb", "Ngành giao thông vận tải tổ chức phân luồng", []string{"Ngành giao thông vận tải"}},
		{"post and telephone", "Bưu điện Sông Lam, Viễn thông Sông Lam bảo đảm thông tin", []string{"Bưu điện Sông Lam", "Viễn thông Sông Lam"}},
		{"a circumstance without comma", "Trong quá trình thực hiện Thủ trưởng các sở phối hợp với Sở Y tế, Sở Tài chính để tháo gỡ", []string{"Thủ trưởng các sở"}},
		{"who answers for a decision", "Cục trưởng Cục Quản lý đấu thầu, Thủ trưởng tổ chức tư vấn chịu trách nhiệm thi hành Quyết định này",
			[]string{"Cục trưởng Cục Quản lý đấu thầu", "Thủ trưởng tổ chức tư vấn"}},
		{"provinces after a colon", "Chủ tịch Ủy ban nhân dân các tỉnh: Kon Tum, Gia Lai, Đắk Lắk, Đắk Nông, Lâm Đồng, Quảng Nam, Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa, Ninh Thuận, Bình Thuận báo cáo kết quả",
			[]string{"Chủ tịch Ủy ban nhân dân các tỉnh: Kon Tum, Gia Lai, Đắk Lắk, Đắk Nông, Lâm Đồng, Quảng Nam, Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa, Ninh Thuận, Bình Thuận"}},

		{"bodies of a field", "Các Bộ quản lý về lĩnh vực giám định tư pháp chủ trì, phối hợp với Bộ Tư pháp", []string{"Các Bộ quản lý về lĩnh vực giám định tư pháp"}},
		{"known by its work", "Đơn vị được giao chủ trì lập quy hoạch phải lấy ý kiến người dân", []string{"Đơn vị được giao chủ trì lập quy hoạch"}},
		{"known by its work, with a duty", "Các cơ quan được phân công thẩm tra hồ sơ có trách nhiệm trả lời", []string{"Các cơ quan được phân công thẩm tra hồ sơ"}},
		{"known by what it runs", "Các xã, các địa phương có thực hiện các dự án trồng rừng và các chương trình nước sạch chủ trì rà soát số hộ",
			[]string{"Các xã", "các địa phương có thực hiện các dự án trồng rừng và các chương trình nước sạch"}},
		{"known by what it has done", "những trạm đã có máy phát phải thử máy", []string{"những trạm đã có máy phát"}},
		{"what was done is no task", "Các trạm đã tiếp tục vận hành máy phát", nil},
		{"a list in the circumstance", "Căn cứ nhiệm vụ của cơ quan, địa phương để xây dựng phương án", nil},
		{"a list in the circumstance, then a body", "Căn cứ nhiệm vụ của ngành, địa phương, Sở Y tế xây dựng phương án", []string{"Sở Y tế"}},
		{"an office in the circumstance", "Trước hết, cán bộ, viên chức, nhất là người đứng đầu cơ quan, đơn vị phải nêu gương", nil},
		{"a deadline, a comma, a body", "Chậm nhất là ngày 20/8/2024, Sở Y tế phải công bố danh mục", []string{"Sở Y tế"}},
		{"a deadline, no comma, a group", "Chậm nhất ngày 20 tháng 8 năm 2024 các trạm phải nộp sổ", []string{"các trạm"}},
		{"a deputy", "Giao Phó Thủ tướng Trần Văn Bình chỉ đạo ứng phó bão", []string{"Phó Thủ tướng Trần Văn Bình"}},
		{"put off", "Bí thư, Chủ tịch Ủy ban nhân dân các tỉnh nêu trên tạm hoãn các cuộc họp", []string{"Bí thư", "Chủ tịch Ủy ban nhân dân các tỉnh nêu trên"}},
		{"those who were charged must", "Kiểm sát viên được phân công phải bám sát tiến độ điều tra", []string{"Kiểm sát viên được phân công"}},
		{"associations", "Các hiệp hội doanh nghiệp, hiệp hội ngành hàng có trách nhiệm phối hợp", []string{"Các hiệp hội doanh nghiệp", "hiệp hội ngành hàng"}},
		{"a name with commas in the circumstance", "Trên cơ sở báo cáo của Công ty Đầu tư, Xây dựng và Kinh doanh, giao Sở Tài chính rà soát", []string{"Sở Tài chính"}},

		{"a centre named after two things", "Trung tâm Hỗ trợ phát triển nghề rừng tỉnh tập huấn cho chủ rừng", []string{"Trung tâm Hỗ trợ phát triển nghề rừng tỉnh"}},
		{"a council named after two things", "Hội đồng Phối hợp phổ biến, giáo dục pháp luật xã ban hành kế hoạch", []string{"Hội đồng Phối hợp phổ biến, giáo dục pháp luật xã"}},
		{"a fund that only supports", "Quỹ Hỗ trợ phát triển nghề rừng", nil},
		{"the standing office", "Sở Y tế là cơ quan thường trực, theo dõi các huyện", []string{"Sở Y tế"}},
		{"the office that collects", "Văn phòng Sở là đầu mối tổng hợp báo cáo", []string{"Văn phòng Sở"}},
		{"customs direct", "Chi cục trưởng Chi cục Hải quan chỉ đạo phân luồng tờ khai", []string{"Chi cục trưởng Chi cục Hải quan"}},
		{"provinces and cities after a colon", "Chủ tịch UBND các tỉnh, thành phố: Sông Lam, Núi Hồng và các Bộ trưởng theo chức năng sơ tán dân",
			[]string{"Chủ tịch UBND các tỉnh, thành phố: Sông Lam, Núi Hồng", "các Bộ trưởng"}},
		{"committees of two levels", "UBND các huyện và các xã ven sông gia cố đê bao", []string{"UBND các huyện và các xã ven sông"}},
		{"heads of villages and of groups", "Trưởng các thôn, tổ trưởng các tổ dân phố báo tin đến từng nhà", []string{"Trưởng các thôn", "tổ trưởng các tổ dân phố"}},
		{"a region is no zone", "Trạm Thú y chuyên ngành, khu vực lấy mẫu kiểm tra", []string{"Trạm Thú y chuyên ngành, khu vực"}},
		{"a head of companies, too", "Thủ trưởng các Cục, Tổng công ty và doanh nghiệp thuộc Bộ quán triệt", []string{"Thủ trưởng các Cục, Tổng công ty và doanh nghiệp thuộc Bộ"}},
		{"known by its work alone", "Đơn vị được giao trông coi đền làng lập sổ ghi chép", []string{"Đơn vị được giao trông coi đền làng"}},
		{"known by what it has", "Các xã có sử dụng vốn vay nước ngoài công khai dự toán", []string{"Các xã có sử dụng vốn vay nước ngoài"}},
		{"companies by their own names", "VNPT Sông Lam, Viettel Sông Lam bảo đảm liên lạc", []string{"VNPT Sông Lam", "Viettel Sông Lam"}},
		{"ports", "Cảng vụ Hàng hải, Cảng vụ Hàng không kiểm tra bến", []string{"Cảng vụ Hàng hải", "Cảng vụ Hàng không"}},
		{"all that are concerned", "Thủ trưởng các đơn vị thuộc Bộ, các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này. Quyết định này có hiệu lực từ ngày ký",
			[]string{"Thủ trưởng các đơn vị thuộc Bộ", "các cơ quan, tổ chức, cá nhân có liên quan"}},
		{"people and the offices they hold", "Các ông (bà): Chánh Văn phòng UBND tỉnh, Giám đốc Sở Xây dựng và ông Trần Văn Bình chịu trách nhiệm thi hành Quyết định này",
			[]string{"Chánh Văn phòng UBND tỉnh", "Giám đốc Sở Xây dựng", "ông Trần Văn Bình"}},
		{"based on the decision", "Văn phòng Tỉnh ủy, các cơ quan có liên quan và đồng chí Trần Văn Bình căn cứ Quyết định thi hành",
			[]string{"Văn phòng Tỉnh ủy", "các cơ quan có liên quan", "đồng chí Trần Văn Bình"}},
		{"a group told at length by its trade and place", "UBND Thành phố yêu cầu các ngành, các tổ chức cá nhân tham gia hoạt động trong lĩnh vực khai thác, sản xuất, chế biến, kinh doanh vật liệu xây dựng, thi công các công trình xây dựng trên địa bàn thành phố Sông Lam thực hiện nghiêm Chỉ thị này",
			[]string{"UBND Thành phố"}}, // as the issuer is another here, it asks its own
		{"the same group, asked", "Yêu cầu các tổ chức cá nhân tham gia hoạt động trong lĩnh vực khai thác, sản xuất, chế biến, kinh doanh vật liệu xây dựng, thi công các công trình xây dựng trên địa bàn thành phố Sông Lam thực hiện nghiêm Chỉ thị này",
			[]string{"các tổ chức cá nhân tham gia hoạt động trong lĩnh vực khai thác, sản xuất, chế biến, kinh doanh vật liệu xây dựng, thi công các công trình xây dựng trên địa bàn thành phố Sông Lam"}},
		{"who is who", "Phó Chủ tịch Hội đồng: Lãnh đạo bộ phận Tổ chức cán bộ", nil},
		{"secretaries", "Thư ký Hội đồng được thay bằng người khác", nil},

		{"the press is no verb", "Các cơ quan truyền thông báo chí xác định nhiệm vụ", []string{"Các cơ quan truyền thông báo chí"}},

		{"sharing out among one's own", "Phân công các thành viên đôn đốc, kiểm tra", nil},
		{"imperative", "Tăng cường kiểm tra các cơ sở", nil},
		{"circumstance then imperative", "Căn cứ quy định của Nhà nước, chỉ đạo việc sử dụng tài chính", nil},
		{"a thing must", "Công tác khen thưởng phải bảo đảm khách quan", nil},
		{"the past", "Bộ Y tế đã hướng dẫn các địa phương", nil},
		{"the future", "Lãnh đạo Kiểm toán Nhà nước sẽ thông báo lịch", nil},
		{"what a body is", "Sở Y tế là cơ quan tham mưu cho Ủy ban", nil},
		{"what a body may", "Các doanh nghiệp có quyền đề nghị hỗ trợ", nil},
		{"what is done to a body", "Giám đốc Bệnh viện được phân công nhân lực giữa hai cơ sở", nil},
		{"what must be done to people", "Các cá nhân được đề nghị phải được hai phần ba số phiếu", nil},
		{"what a body has", "Hội đồng có Tổ Thư ký do Bộ trưởng Bộ Y tế quyết định thành lập", nil},
		{"what a body does by itself", "Hội đồng tự giải thể sau khi hoàn thành nhiệm vụ", nil},
		{"what a body agrees to", "Chính phủ cơ bản thống nhất nội dung do Bộ Quốc phòng trình", nil},
		{"cases are no schools", "Các trường hợp chỉnh sửa văn bằng, chứng chỉ", nil},
		{"telephony as a trade", "Viễn thông, vận tải, du lịch phát triển nhanh", nil},
		{"whose powers are carried out", "Thực hiện phân cấp cho Hội đồng nhân dân thành phố, Ủy ban nhân dân thành phố trong các lĩnh vực, tăng cường trách nhiệm", nil},
		{"what centres may get", "Các Trung tâm đào tạo liên kết được xem xét để hưởng ưu đãi thuế", nil},
		{"the verbs inspect and check", "Thanh tra, kiểm tra các khâu tổ chức", nil},
		{"the verb report", "Báo cáo kết quả thực hiện", nil},
		{"only an adverb", "các cơ sở kinh doanh thuốc trong thời gian trước Tết", nil},
		{"a list in the middle", "Hợp nhất các trung tâm dạy nghề, trung tâm giáo dục thường xuyên", nil},
		{"empty", "", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, ok := x.assignee(newLine(tc.text))
			if ok != (tc.want != nil) || !slices.Equal(got.names, tc.want) {
				t.Errorf("%q: got %q (%v), want %q", tc.text, got.names, ok, tc.want)
			}
		})
	}
}

func TestHeaded(t *testing.T) {
	x := &extractor{}
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"a name", "Sở Giáo dục và Đào tạo", []string{"Sở Giáo dục và Đào tạo"}},
		{"names with a colon", "Chủ tịch UBND các huyện, thị xã, thành phố:", []string{"Chủ tịch UBND các huyện, thị xã, thành phố"}},
		{"duties", "Trách nhiệm của các Bộ, cơ quan, tổ chức có liên quan", []string{"các Bộ, cơ quan, tổ chức có liên quan"}},
		{"as for", "Đối với các sở, ngành:", []string{"các sở, ngành"}},
		{"leading", "Bộ Công Thương chủ trì, phối hợp với các Bộ, cơ quan, địa phương:", []string{"Bộ Công Thương"}},
		{"as for a thing, a body", "Đối với các khoản nợ quá hạn: Ngân hàng Chính sách đôn đốc thu hồi, tập trung vào các giải pháp:", []string{"Ngân hàng Chính sách"}},
		{"a subject", "Công tác tuyên truyền", nil},
		{"capitals", "NỘI DUNG, GIẢI PHÁP", nil},
		{"a statement", "Hội đồng gồm các thành viên sau:", nil},
		{"a statement without a verb that is known", "Ban Giám khảo hội thi lần này như sau:", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := x.headed(newLine(tc.text)); !slices.Equal(got, tc.want) {
				t.Errorf("%q: got %q, want %q", tc.text, got, tc.want)
			}
		})
	}
}

func TestAskedIn(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"ministers", "Để bảo đảm thi hành Luật; Thủ tướng Chính phủ yêu cầu các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương tổ chức triển khai thực hiện ngay một số việc sau đây:",
			[]string{"các Bộ trưởng", "Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"}},
		{"units", "Tổng KTNN yêu cầu Thủ trưởng các đơn vị trực thuộc KTNN chỉ đạo đơn vị thực hiện một số nội dung sau:", []string{"Thủ trưởng các đơn vị trực thuộc KTNN"}},
		{"requirements are no request", "đáp ứng yêu cầu nhiệm vụ, Ủy ban ban hành Kế hoạch như sau:", nil},
		{"nobody", "phát động phong trào với yêu cầu sau:", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := askedIn(newLine(tc.text)); !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestSupport(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"with one", "Bộ Y tế phối hợp với Bộ Tài chính ban hành Thông tư", []string{"Bộ Tài chính"}},
		{"with several", "Chủ trì, phối hợp với Bộ Nội vụ, Bộ Tài chính và các cơ quan liên quan xây dựng văn bản", []string{"Bộ Nội vụ", "Bộ Tài chính", "các cơ quan liên quan"}},
		{"together", "chủ trì, phối hợp cùng Ban Tài chính theo dõi", []string{"Ban Tài chính"}},
		{"closely", "Phối hợp chặt chẽ với cơ quan thuế hướng dẫn người nộp thuế", []string{"cơ quan thuế"}},
		{"without a preposition", "chủ trì, phối hợp các Bộ, cơ quan, địa phương theo dõi thị trường", []string{"các Bộ, cơ quan, địa phương"}},
		{"a purpose ends it", "phối hợp với các cấp Công đoàn trong công tác thông tin", []string{"các cấp Công đoàn"}},
		{"a clause belongs to it", "phối hợp với các cơ quan báo chí do Bộ trực tiếp quản lý để tuyên truyền", []string{"các cơ quan báo chí do Bộ trực tiếp quản lý"}},
		{"a comma and a verb end it", "phối hợp với các ngân hàng trên địa bàn tỉnh, bảo đảm chất lượng", []string{"các ngân hàng trên địa bàn tỉnh"}},
		{"named twice, kept once", "chủ trì, phối hợp với các Bộ, ngành có liên quan rà soát; phối hợp với Bộ, ngành có liên quan báo cáo", []string{"các Bộ, ngành có liên quan"}},
		{"with things, not bodies", "phối hợp với chính sách tài khóa kiểm soát lạm phát", nil},
		{"nobody", "tăng cường phối hợp tổ chức triển khai", nil},
		{"cấp as a verb", "Sở Y tế chủ trì, phối hợp với Ủy ban nhân dân các huyện, thị xã cấp mã số cho 25 vùng trồng", []string{"Ủy ban nhân dân các huyện, thị xã"}},
		{"cấp as a level", "Sở Y tế chủ trì, phối hợp với các cơ quan cấp tỉnh kiểm tra cơ sở", []string{"các cơ quan cấp tỉnh"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := support(newLine(tc.text)); !slices.Equal(got, tc.want) {
				t.Errorf("%q: got %q, want %q", tc.text, got, tc.want)
			}
		})
	}
}

func TestDeliverable(t *testing.T) {
	for text, want := range map[string]string{
		"Sở Y tế xây dựng kế hoạch phòng chống dịch năm 2024, trình Ủy ban":     "kế hoạch phòng chống dịch năm 2024",
		"phối hợp ban hành Thông tư liên tịch hướng dẫn việc xét xử để áp dụng": "Thông tư liên tịch hướng dẫn việc xét xử",
		"xây dựng kế hoạch":                             "", // says too little
		"trình Thủ tướng Chính phủ quyết định việc này": "", // a verb
		"tổ chức hội nghị":                              "",
	} {
		if got := deliverable(newLine(text)); got != want {
			t.Errorf("deliverable(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPieces(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"sentences", "Làm một. Làm hai.", []string{"Làm một.", " Làm hai."}},
		{"clauses", "làm một; làm hai", []string{"làm một", " làm hai"}},
		{"quotations are whole", "theo “Một; hai. Ba” và bốn; năm", []string{"theo “Một; hai. Ba” và bốn", " năm"}},
		{"brackets are whole", "các xã (A; B) làm; xong", []string{"các xã (A; B) làm", " xong"}},
		{"numbers hold dots", "đạt 1.500 hộ. Làm tiếp", []string{"đạt 1.500 hộ.", " Làm tiếp"}},
		{"abbreviations", "tại TP. Huế và xã", []string{"tại TP. Huế và xã"}},
		{"a mark that never closes", "theo “Một; hai", []string{"theo “Một; hai"}},
		{"empty", "", []string{""}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, r := range pieces(tc.text) {
				got = append(got, r.In(tc.text))
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestGateOf(t *testing.T) {
	for heading, want := range map[string]gate{
		"MỤC ĐÍCH, YÊU CẦU":                  shut,
		"MỤC TIÊU, NHIỆM VỤ VÀ GIẢI PHÁP":    wide,
		"Nhiệm vụ, quyền hạn của Trường":     shut,
		"KẾT QUẢ THỰC HIỆN NHIỆM VỤ":         shut,
		"PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025":    wide,
		"TỔ CHỨC THỰC HIỆN":                  wide,
		"Bài học kinh nghiệm":                shut,
		"Trách nhiệm của Bộ Tài chính":       wide,
		"Khẩn trương chuẩn bị các điều kiện": plain,
		"": plain,
	} {
		if got := gateOf(newLine(heading)); got != want {
			t.Errorf("gateOf(%q) = %d, want %d", heading, got, want)
		}
	}
}

func TestCalendarEnd(t *testing.T) {
	c := newCalendar("2024-05-10")
	for _, tc := range []struct {
		phrase string
		strict bool
		want   string
	}{
		{"ngày 29/02/2024", false, "2024-02-29"},
		{"29/02/2025", false, ""}, // no leap year
		{"31/4/2024", false, ""},
		{"ngày 1 tháng 6", false, "2024-06-01"},
		{"tháng 4", false, "2025-04-30"}, // past: the next one
		{"tháng 13", false, ""},
		{"tháng 6/2024", true, "2024-05-31"},
		{"quý IV", false, "2024-12-31"},
		{"quý 1", false, "2025-03-31"},
		{"quý I và quý II năm 2025", false, "2025-06-30"},
		{"6 tháng đầu năm", false, "2024-06-30"},
		{"năm 2026", true, "2025-12-31"},
		{"một ngày nào đó", false, ""},
	} {
		if got := c.end(tc.phrase, tc.strict); got != tc.want {
			t.Errorf("end(%q, %v) = %q, want %q", tc.phrase, tc.strict, got, tc.want)
		}
	}
}

func known(name string) bool {
	_, ok := classNames[name]
	return ok
}

// TestCues holds that the tables can be read and that no phrase has a class or mode that nothing uses.
func TestCues(t *testing.T) {
	for _, col := range rows(cueTable) {
		if len(col) < 2 || len(col) > 4 || !known(col[0]) || col[1] == "" || col[1] != viet.Lower(col[1]) {
			t.Errorf("bad row %q", col)
		}
	}
	for kind, m := range words().mode {
		if m == none {
			t.Errorf("%s has no mode", kind)
		}
	}
}
