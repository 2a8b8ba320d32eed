package citation

import (
	"strings"
	"testing"
)

// heads are the lines over the text of a paper of each kind, "%" standing for its subject.
var heads = map[string]string{
	"cong_van":   "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\n\nSố: 1999/UBND-TH\nV/v %\n\nHà Giang, ngày 20 tháng 5 năm 2024\n\nKính gửi: Các sở, ngành.\n\n",
	"quyet_dinh": "Số: 1999/QĐ-UBND\n\nQUYẾT ĐỊNH\n%\n\n",
	"thong_tu":   "Số: 19/2024/TT-BNV\n\nTHÔNG TƯ\n%\n\n",
	"ke_hoach":   "Số: 1999/KH-SYT\n\nKẾ HOẠCH\n%\n\n",
	"bao_cao":    "Số: 1999/BC-SYT\n\nBÁO CÁO\n%\n\n",
	"thong_bao":  "Số: 1999/TB-UBND\n\nTHÔNG BÁO\n%\n\n",
}

// TestSentences holds the relation that the usual sentences of official papers state: who writes what kind of paper on what
// subject, the sentence, and what the mentions of subject and sentence are ("<" where another mention is the subject).
func TestSentences(t *testing.T) {
	for _, tc := range []struct{ kind, subject, text, want string }{
		{"cong_van", "đôn đốc thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024", "Các sở gửi báo cáo.", "cites 71/KH-UBND"},
		{"cong_van", "triển khai thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024", "Các sở gửi báo cáo.", "implements 71/KH-UBND"},
		{"cong_van", "đẩy nhanh tiến độ thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024", "Các sở gửi báo cáo.", "implements 71/KH-UBND"},
		{"cong_van", "báo cáo kết quả thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024", "Các sở gửi báo cáo.", "reports_on 71/KH-UBND"},
		{"cong_van", "góp ý dự thảo", "Trả lời Công văn số 215/STP-VB ngày 05/02/2024 của Sở Tư pháp về việc góp ý dự thảo, Sở Y tế thống nhất.", "responds_to 215/STP-VB"},
		{"cong_van", "góp ý dự thảo", "Phúc đáp Văn bản số 215/STP-VB ngày 05/02/2024 của Sở Tư pháp, Sở Y tế thống nhất.", "responds_to 215/STP-VB"},
		{"cong_van", "góp ý dự thảo", "Sở Y tế nhận được Công văn số 215/STP-VB ngày 05/02/2024 của Sở Tư pháp về việc góp ý dự thảo. Sở có ý kiến như sau:", "responds_to 215/STP-VB"},
		{"cong_van", "góp ý dự thảo", "Sau khi nghiên cứu Công văn số 215/STP-VB ngày 05/02/2024 của Sở Tư pháp, Sở Y tế có ý kiến như sau:", "cites 215/STP-VB"},
		{"cong_van", "góp ý dự thảo", "Thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 880/UBND-NC ngày 05/02/2024, Sở Y tế báo cáo như sau:", "implements 880/UBND-NC"},
		{"cong_van", "góp ý dự thảo", "Thực hiện đề nghị của Sở Nội vụ tại Công văn số 880/SNV-CC ngày 05/02/2024, Sở Y tế báo cáo như sau:", "implements 880/SNV-CC"},
		{"cong_van", "góp ý dự thảo", "Xét đề nghị của Sở Nội vụ tại Tờ trình số 80/TTr-SNV ngày 05/02/2024, Chủ tịch UBND tỉnh có ý kiến như sau:", "cites 80/TTr-SNV"},
		{"cong_van", "góp ý dự thảo", "Theo đề nghị của Sở Nội vụ tại Công văn số 80/SNV-CC ngày 05/02/2024, UBND tỉnh có ý kiến như sau:", "cites 80/SNV-CC"},
		{"cong_van", "kiểm tra", "Qua kiểm tra việc thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024, một số xã còn chậm.", "cites 71/KH-UBND"},
		{"cong_van", "kiểm tra", "Qua theo dõi việc triển khai thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024 cho thấy một số xã còn chậm.", "cites 71/KH-UBND"},
		{"cong_van", "kiểm tra", "Để bảo đảm tiến độ thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024, yêu cầu các xã khẩn trương rà soát.", "implements 71/KH-UBND"},
		{"cong_van", "kiểm tra", "Để tiếp tục thực hiện có hiệu quả Kế hoạch số 71/KH-UBND ngày 12/3/2024, yêu cầu các xã rà soát.", "implements 71/KH-UBND"},
		{"cong_van", "kiểm tra", "Tiếp theo Công văn số 150/UBND-KT ngày 12/3/2024 về việc rà soát, UBND huyện yêu cầu các xã báo cáo.", "cites 150/UBND-KT"},
		{"cong_van", "kiểm tra", "Ngày 12/3/2024, UBND tỉnh đã ban hành Kế hoạch số 71/KH-UBND về việc rà soát; đến nay một số xã chưa báo cáo.", "cites 71/KH-UBND"},
		{"cong_van", "kiểm tra", "Theo tiến độ của Kế hoạch số 71/KH-UBND ngày 12/3/2024, các xã phải báo cáo trước ngày 30/6.", "cites 71/KH-UBND"},
		{"cong_van", "sao gửi", "UBND huyện sao gửi Công văn số 880/UBND-NC ngày 05/02/2024 của UBND tỉnh để các xã thực hiện.", "cites 880/UBND-NC"},
		{"cong_van", "sao gửi", "Gửi kèm theo Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh để các đơn vị thực hiện.", "cites 71/KH-UBND"},
		{"cong_van", "thay thế", "Công văn này thay thế Công văn số 880/UBND-NC ngày 05/02/2024 của UBND tỉnh.", "replaces 880/UBND-NC"},
		{"cong_van", "thu hồi", "UBND tỉnh thu hồi Công văn số 880/UBND-NC ngày 05/02/2024 do nội dung chưa phù hợp.", "repeals 880/UBND-NC"},
		{"cong_van", "đính chính Quyết định số 77/QĐ-UBND ngày 01/02/2024", "Do sơ suất, UBND tỉnh đính chính như sau:", "amends 77/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt điều chỉnh Kế hoạch số 71/KH-UBND ngày 12/3/2024", "Căn cứ Luật Đầu tư công ngày 29 tháng 11 năm 2024;", "amends 71/KH-UBND; based_on Luật Đầu tư công"},
		{"quyet_dinh", "Về việc bãi bỏ Quyết định số 12/2019/QĐ-UBND ngày 02/5/2019", "Điều 1. Bãi bỏ toàn bộ Quyết định số 12/2019/QĐ-UBND ngày 02/5/2019 của UBND tỉnh ban hành Quy định về quản lý chợ.", "repeals 12/2019/QĐ-UBND; repeals 12/2019/QĐ-UBND"},
		{"quyet_dinh", "Về việc bãi bỏ một phần Quyết định số 12/2019/QĐ-UBND ngày 02/5/2019", "Điều 1. Bãi bỏ Điều 5 và Điều 7 Quy định ban hành kèm theo Quyết định số 12/2019/QĐ-UBND ngày 02/5/2019 của UBND tỉnh.", "repeals 12/2019/QĐ-UBND; repeals 12/2019/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh.", "replaces 301/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Điều 3. Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", "replaces 301/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Điều 3. Các nội dung khác giữ nguyên theo Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh.", "cites 301/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Điều 1. Điều chỉnh một số nội dung tại Điều 1 Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh, cụ thể như sau:", "amends 301/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 4 của Quy chế ban hành kèm theo Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh như sau:", "amends 301/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Điều 1. Gia hạn thời gian thực hiện Dự án được phê duyệt tại Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh đến năm 2025.", "cites 301/QĐ-UBND"},
		{"quyet_dinh", "Về việc kiện toàn", "Điều 1. Kiện toàn Ban Chỉ đạo được thành lập theo Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh.", "cites 301/QĐ-UBND"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Căn cứ Quyết định số 12/2020/QĐ-TTg ngày 05/5/2020 của Thủ tướng Chính phủ quy định tiêu chí; Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 55/TTr-STC ngày 10/02/2024.", "based_on 12/2020/QĐ-TTg; cites 55/TTr-STC"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Căn cứ Nghị định số 60/2021/NĐ-CP ngày 21/6/2021 của Chính phủ quy định cơ chế tự chủ tài chính và Thông tư số 56/2022/TT-BTC ngày 16/9/2022 của Bộ trưởng Bộ Tài chính hướng dẫn một số nội dung;", "based_on 60/2021/NĐ-CP; based_on 56/2022/TT-BTC"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Căn cứ Nghị định số 40/2010/NĐ-CP ngày 12/4/2010 của Chính phủ được sửa đổi, bổ sung bởi Nghị định số 20/2015/NĐ-CP ngày 14/02/2015;", "based_on 40/2010/NĐ-CP; amends< 20/2015/NĐ-CP"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Căn cứ Nghị định số 20/2015/NĐ-CP ngày 14/02/2015 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 40/2010/NĐ-CP ngày 12/4/2010;", "based_on 20/2015/NĐ-CP; amends< 40/2010/NĐ-CP"},
		{"quyet_dinh", "Về việc ban hành Quy chế", "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc theo mẫu tại Thông tư số 9/2021/TT-BNV ngày 11/8/2021 của Bộ Nội vụ.", "cites 9/2021/TT-BNV"},
		{"quyet_dinh", "Về việc ban hành Quy chế", "Điều 2. Giám đốc Sở Nội vụ hướng dẫn, kiểm tra việc thực hiện Thông tư số 9/2021/TT-BNV ngày 11/8/2021 của Bộ Nội vụ.", "cites 9/2021/TT-BNV"},
		{"thong_tu", "Hướng dẫn thi hành một số điều của Nghị định số 20/2015/NĐ-CP ngày 14/02/2015", "Căn cứ Nghị định số 20/2015/NĐ-CP ngày 14/02/2015 của Chính phủ;", "guides 20/2015/NĐ-CP; based_on 20/2015/NĐ-CP"},
		{"thong_tu", "Quy định chi tiết một số điều của Nghị định số 20/2015/NĐ-CP ngày 14/02/2015", "Điều 1. Thông tư này quy định chi tiết Điều 5 Nghị định số 20/2015/NĐ-CP ngày 14/02/2015 của Chính phủ.", "guides 20/2015/NĐ-CP; guides 20/2015/NĐ-CP"},
		{"thong_tu", "Sửa đổi, bổ sung một số điều của Thông tư số 9/2021/TT-BNV ngày 11/8/2021", "Điều 1. Thay thế cụm từ “xã” tại Điều 3 Thông tư số 9/2021/TT-BNV ngày 11/8/2021 bằng “phường”.", "amends 9/2021/TT-BNV; amends 9/2021/TT-BNV"},
		{"thong_tu", "Quy định tiêu chuẩn", "Điều 9. Trường hợp văn bản dẫn chiếu tại Thông tư này được sửa đổi thì áp dụng theo văn bản mới; các mẫu tại Thông tư số 9/2021/TT-BNV ngày 11/8/2021 được tiếp tục sử dụng.", "cites 9/2021/TT-BNV"},
		{"thong_tu", "Quy định tiêu chuẩn", "Điều 9. Thông tư này thay thế Thông tư số 9/2021/TT-BNV ngày 11/8/2021 và Thông tư số 2/2016/TT-BNV ngày 01/4/2016 của Bộ Nội vụ.", "replaces 9/2021/TT-BNV; replaces 2/2016/TT-BNV"},
		{"thong_tu", "Quy định tiêu chuẩn", "Điều 9. Thông tư này bãi bỏ Thông tư số 9/2021/TT-BNV ngày 11/8/2021; khoản 3 Điều 2 Thông tư số 2/2016/TT-BNV ngày 01/4/2016 của Bộ Nội vụ.", "repeals 9/2021/TT-BNV; repeals 2/2016/TT-BNV"},
		{"thong_tu", "Quy định tiêu chuẩn", "Điều 9. Kể từ ngày Thông tư này có hiệu lực, các Thông tư sau đây hết hiệu lực: Thông tư số 9/2021/TT-BNV ngày 11/8/2021 của Bộ Nội vụ.", "replaces 9/2021/TT-BNV"},
		{"ke_hoach", "Triển khai thực hiện Chỉ thị số 14/CT-TTg ngày 03/5/2023 của Thủ tướng Chính phủ", "Thực hiện Chỉ thị số 14/CT-TTg ngày 03/5/2023 của Thủ tướng Chính phủ và Công văn số 880/UBND-NC ngày 05/6/2023 của UBND tỉnh về việc triển khai Chỉ thị số 14/CT-TTg, Sở Y tế ban hành Kế hoạch như sau:", "implements 14/CT-TTg; implements 14/CT-TTg; implements 880/UBND-NC; implements< 14/CT-TTg"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Căn cứ Chỉ thị số 14/CT-TTg ngày 03/5/2023 của Thủ tướng Chính phủ và để thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh, Sở Y tế xây dựng Kế hoạch như sau:", "based_on 14/CT-TTg; implements 71/KH-UBND"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Nhằm cụ thể hóa và tổ chức thực hiện có hiệu quả Nghị quyết số 20-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương, Sở Y tế xây dựng Kế hoạch như sau:", "implements 20-NQ/TW"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Các đơn vị bám sát nội dung Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh để xây dựng kế hoạch.", "cites 71/KH-UBND"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Sở Tài chính hướng dẫn sử dụng kinh phí theo quy định tại Thông tư số 56/2022/TT-BTC ngày 16/9/2022 của Bộ Tài chính.", "cites 56/2022/TT-BTC"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Tham mưu UBND tỉnh sửa đổi Quyết định số 301/QĐ-UBND ngày 04/4/2022 cho phù hợp.", "cites 301/QĐ-UBND"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Tổ chức tổng kết 5 năm thực hiện Chỉ thị số 14/CT-TTg ngày 03/5/2018 của Thủ tướng Chính phủ.", "implements 14/CT-TTg"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Kiểm tra, giám sát việc thực hiện Chỉ thị số 14/CT-TTg ngày 03/5/2018 của Thủ tướng Chính phủ tại các xã.", "cites 14/CT-TTg"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Phổ biến, quán triệt Chỉ thị số 14/CT-TTg ngày 03/5/2018 của Thủ tướng Chính phủ đến cán bộ.", "cites 14/CT-TTg"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Quán triệt và tổ chức thực hiện nghiêm Chỉ thị số 14/CT-TTg ngày 03/5/2018 của Thủ tướng Chính phủ.", "implements 14/CT-TTg"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Kế hoạch này thay thế Kế hoạch số 71/KH-UBND ngày 12/3/2023 của UBND tỉnh.", "replaces 71/KH-UBND"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Hoàn thành các chỉ tiêu giao tại Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh.", "cites 301/QĐ-UBND"},
		{"ke_hoach", "Phòng, chống dịch năm 2024", "Danh mục dự án ưu tiên (kèm theo Quyết định số 301/QĐ-UBND ngày 04/4/2022 của UBND tỉnh) tiếp tục được đầu tư.", "cites 301/QĐ-UBND"},
		{"bao_cao", "Kết quả thực hiện Chỉ thị số 14/CT-TTg ngày 03/5/2018 của Thủ tướng Chính phủ", "Thực hiện Công văn số 880/UBND-NC ngày 05/6/2023 của UBND tỉnh về việc báo cáo kết quả thực hiện Chỉ thị số 14/CT-TTg ngày 03/5/2018 của Thủ tướng Chính phủ, Sở Y tế báo cáo như sau:", "reports_on 14/CT-TTg; implements 880/UBND-NC; reports_on< 14/CT-TTg"},
		{"bao_cao", "Tình hình, kết quả công tác quý I", "Thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh, Sở Y tế báo cáo kết quả như sau:", "implements 71/KH-UBND"},
		{"bao_cao", "Tình hình, kết quả công tác quý I", "Sở Y tế báo cáo kết quả thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh như sau:", "reports_on 71/KH-UBND"},
		{"bao_cao", "Tình hình, kết quả công tác quý I", "Sở đã ban hành Kế hoạch số 15/KH-SYT ngày 02/4/2024 để thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh.", "cites 15/KH-SYT; implements< 71/KH-UBND"},
		{"bao_cao", "Tình hình, kết quả công tác quý I", "Việc thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh được các xã quan tâm.", "implements 71/KH-UBND"},
		{"bao_cao", "Tình hình, kết quả công tác quý I", "Một số xã chưa thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024 của UBND tỉnh.", "cites 71/KH-UBND"},
		{"bao_cao", "Tình hình, kết quả công tác quý I", "Đề nghị UBND tỉnh thay thế Quyết định số 301/QĐ-UBND ngày 04/4/2022.", "cites 301/QĐ-UBND"},
		{"thong_bao", "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp", "Giao Sở Tài chính tham mưu trả lời Công văn số 215/BTC-NS ngày 05/02/2024 của Bộ Tài chính.", "cites 215/BTC-NS"},
		{"thong_bao", "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp", "Các sở khẩn trương hoàn thành nhiệm vụ được giao tại Thông báo số 44/TB-UBND ngày 05/02/2024.", "cites 44/TB-UBND"},
		{"thong_bao", "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp", "Sở Nội vụ theo dõi, đôn đốc các đơn vị thực hiện Thông báo số 44/TB-UBND ngày 05/02/2024.", "cites 44/TB-UBND"},
		{"bao_cao", "Kết quả công tác quý I", "Thực hiện Kết luận số 64-KL/TW ngày 28/5/2013 về sắp xếp bộ máy và chỉ đạo của Bộ Y tế tại văn bản số 351/BYT-TCCB ngày 03/5/2013, Sở báo cáo.", "implements 64-KL/TW; implements 351/BYT-TCCB"},
		{"ke_hoach", "Phòng, chống dịch", "I. NHIỆM VỤ\n1. Trạm y tế thực hiện chế độ hỗ trợ theo yêu cầu tại Công văn số 351/BYT-TCCB ngày 03/5/2023 của Bộ Y tế.", "cites 351/BYT-TCCB"},
		{"ke_hoach", "Phòng, chống dịch", "Chi cho việc thực hiện các nhiệm vụ tại khoản 2 Điều 31 Luật Công đoàn.", "cites Luật Công đoàn"},
		{"ke_hoach", "Phòng, chống dịch", "Các trạm tiếp tục triển khai các yêu cầu của Sở tại Công văn số 351/SYT-NV ngày 03/5/2023.", "implements 351/SYT-NV"},
		{"ke_hoach", "Phòng, chống dịch", "Ủy ban Kiểm tra thực hiện Quy định số 22-QĐ/TW ngày 28/7/2021 của Ban Chấp hành Trung ương.", "implements 22-QĐ/TW"},
		{"ke_hoach", "Phòng, chống dịch", "Các trạm chủ động kiểm tra và thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024.", "implements 71/KH-UBND"},
		{"ke_hoach", "Phòng, chống dịch", "Đoàn giám sát kết quả thực hiện Kế hoạch số 71/KH-UBND ngày 12/3/2024.", "cites 71/KH-UBND"},
		{"ke_hoach", "Phòng, chống dịch", "Căn cứ Chỉ thị số 18-CT/TW ngày 04/9/2012 của Ban Bí thư (khóa XI) về phòng bệnh và Kết luận số 45-KL/TW ngày 01/02/2019 của Ban Bí thư;", "based_on 18-CT/TW; based_on 45-KL/TW"},
		{"ke_hoach", "Phòng, chống dịch", "Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 về việc thi đua theo Nghị quyết Đại hội XIII của Đảng và Kế hoạch số 16/KH-BYT ngày 31/8/2021 của Bộ Y tế, Sở xây dựng kế hoạch.", "implements 19/CT-TTg; cites< Nghị quyết Đại hội XIII của Đảng; implements 16/KH-BYT"},
		{"quyet_dinh", "Về việc ban hành Quy chế", "Điều 2. Quyết định này thay thế các quyết định của Giám đốc Sở Y tế: số 29/QĐ-SYT ngày 13/6/2012 và số 30/QĐ-SYT ngày 14/6/2012.", "replaces 29/QĐ-SYT; replaces 30/QĐ-SYT"},
		{"quyet_dinh", "Về việc ban hành Quy chế", "Căn cứ các Nghị định của Chính phủ: Số 56/2018/NĐ-CP ngày 16/11/2018; số 105/2025/NĐ-CP ngày 15/5/2025 quy định chi tiết Luật Dược và khám bệnh; số 31/2025/NĐ-CP ngày 12/6/2025;",
			"based_on 56/2018/NĐ-CP; based_on 105/2025/NĐ-CP; guides< Luật Dược; based_on 31/2025/NĐ-CP"},
		{"quyet_dinh", "Về việc công bố danh mục", "Thông tư số 7/2011/TT-BYT ngày 07/6/2011 đã bị bãi bỏ bởi Nghị định số 79/2012/NĐ-CP ngày 05/10/2012.", "cites 7/2011/TT-BYT; cites 79/2012/NĐ-CP"},
		{"ke_hoach", "Dân vận khéo", "Thực hiện Kế hoạch số 6-KH/BCĐ ngày 14/8/2015 của Ban Chỉ đạo Quy chế dân chủ và Phong trào “Giữ rừng”, Kế hoạch số 18-KH/HU ngày 29/3/2017 của Huyện ủy “Tiếp tục phong trào “Giữ rừng” năm 2017”, Kế hoạch số 4-KH/BCĐ ngày 07/9/2017, Ban Dân vận xây dựng kế hoạch.",
			"implements 6-KH/BCĐ; implements 18-KH/HU; implements 4-KH/BCĐ"},
		{"quyet_dinh", "Về việc phê duyệt dự toán", "Căn cứ Thông báo số 1-TB/TW ngày 12/4/2021 của Bộ Chính trị về kết quả công tác; Kết luận của lãnh đạo chủ chốt tại Thông báo số 3-TB/VPTW ngày 12/4/2021;",
			"based_on 1-TB/TW; based_on 3-TB/VPTW"},
		{"thong_bao", "Kết luận của Chủ tịch UBND tỉnh", "UBND tỉnh có Công văn số 479/UBND-KT ngày 19/6 về việc tiếp tục phòng dịch theo Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ.",
			"cites 479/UBND-KT; cites< 16/CT-TTg"},
		{"cong_van", "tiết kiệm", "Các sở tiếp tục thực hiện tốt, có hiệu quả các văn bản của Trung ương về phong trào “Tiết kiệm” như: Thông báo số 64-TB/TW ngày 31/7/2009 của Bộ Chính trị về “Tiết kiệm”; Kết luận số 107-KL/TW ngày 10/4/2015 của Ban Bí thư.",
			"implements 64-TB/TW; implements 107-KL/TW"},
		{"cong_van", "tiết kiệm", "Các sở tham khảo các văn bản như: Thông báo số 64-TB/TW ngày 31/7/2009 của Bộ Chính trị.", "cites 64-TB/TW"},
		{"thong_tu", "Quy định tiêu chuẩn", "Điều 1. Thông tư này hướng dẫn chi tiết khoản 3 Điều 12 của Luật Điện lực số 61/2024/QH15 về giá điện.", "guides 61/2024/QH15"},
		{"thong_tu", "Quy định tiêu chuẩn", "| **Căn cứ pháp lý** | Luật Dược số 105/2016/QH13; Luật Viên chức số 129/2025/QH15 |", "based_on 105/2016/QH13; based_on 129/2025/QH15"},
		{"thong_tu", "Quy định tiêu chuẩn", "- **Căn cứ pháp lý:**\n  - Luật Dược số 105/2016/QH13\n  - Luật Viên chức số 129/2025/QH15", "based_on 105/2016/QH13; based_on 129/2025/QH15"},
		{"thong_bao", "Kết luận của Chủ tịch UBND tỉnh", "a) Tập trung thực hiện các nội dung, nhiệm vụ đã được UBND tỉnh, Chủ tịch UBND tỉnh chỉ đạo tại Chỉ thị số 1/CT-UBND ngày 03/01/2024 về đầu tư công, Chỉ thị số 3/CT-UBND ngày 23/01/2024.",
			"implements 1/CT-UBND; implements 3/CT-UBND"},
	} {
		var got []string
		for _, m := range extractText(strings.Replace(heads[tc.kind], "%", tc.subject, 1)+tc.text, Self{Kind: tc.kind, Symbol: "1999/X"}) {
			relation := string(m.Relation)
			if m.Subject != nil {
				relation += "<"
			}
			name := string(m.Symbol)
			if name == "" {
				name = string(m.Name)
			}
			got = append(got, relation+" "+name)
		}
		if g := strings.Join(got, "; "); g != tc.want {
			t.Errorf("%s: %s / %s\n got: %s\nwant: %s", tc.kind, tc.subject, tc.text, g, tc.want)
		}
	}
}
