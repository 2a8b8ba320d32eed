package coverage

import (
	"testing"

	"github.com/soichi/soichi/document"
)

func TestHalted(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"Phần mềm đã nối với kho bạc; việc nối với thuế mới thử nghiệm ở 02 huyện.", true},
		{"Tổ kiểm tra chỉ đến được 04 xã do mưa lũ.", true},
		{"Dự án đã lập xong, chưa được bố trí vốn.", true},
		{"Nghị quyết đã soạn xong. Đề án khác chưa trình.", false},
		{"2. Từ ngày 03/9/2024, kho bạc nhận được dữ liệu; việc nối với thuế mới thử nghiệm ở 02 huyện.", true},
		{"- a) Quỹ đất đã rà xong, chưa được phê duyệt.", true},
		{"1. Đã nối với kho bạc. Phần của thuế chưa trình.", false},
		{"Trồng mới 40 ha rừng, chỉ đạo 05 xã chăm sóc.", false},
		{"Đã nối 05 ngân hàng, còn kho bạc và bảo hiểm chưa nối.", true},
		{"31 bếp đã có nước sạch; hiện còn 09 bếp chưa có.", true},
		{"Lễ phát động chưa tổ chức được do mưa lũ.", true},
		{"Đã xử lý các hồ sơ còn tồn, chưa rõ chủ.", false},
		{"Xử phạt 12 cơ sở chưa đạt điều kiện.", false},
	} {
		if got := halted(tt.text); got != tt.want {
			t.Errorf("%q: %v", tt.text, got)
		}
	}
}

// TestLeftOver holds that what a report counts is not all done where it says itself that some of it is left.
func TestLeftOver(t *testing.T) {
	d := newPaper("r", "bao_cao", kontum, "2024-06-01", "Báo cáo").
		part("Kết quả").says("Rà soát được 1.500 hồ sơ đất đai của các hộ dân; cấp huyện đã sửa 1.200 hồ sơ đất đai.").
		part("Tồn tại").says("Còn 300 hồ sơ đất đai chưa tìm được chủ.")
	d.part("Nhiệm vụ").says("Cấp lại 45 thửa ruộng chưa đo còn lại của hai xã.").
		says("Xây bể nước sạch, nhà vệ sinh cho 31 trạm còn lại trước mùa mưa.")
	r := leftOver(d.Document, document.NewRuler(d.Text))
	for said, want := range map[string]bool{
		"Rà soát được 1.500 hồ sơ đất đai":                true,
		"Tiếp nhận 200 hồ sơ đất đai":                     false,
		"Tiếp nhận 900 đơn thư":                           false,
		"Đo đạc được 610 thửa ruộng":                      true,
		"Đã xây bể nước sạch, nhà vệ sinh (118/118 trạm)": true,
		"Đã xây bể nước sạch, nhà vệ sinh cho 20 trạm":    false,
		"Đã lắp quạt trần cho 118/118 trạm y tế":          false,
	} {
		if got := r.of(said); got != want {
			t.Errorf("%q of %v: %v", said, r, got)
		}
	}
}

// TestNotAllDone holds that what a report halts at is a part, and that the task is not done by it.
func TestNotAllDone(t *testing.T) {
	d := newPaper("d", "chi_thi", pm, "2024-01-10", "Về dữ liệu đất đai").
		task("Kết nối cơ sở dữ liệu đất đai với kho bạc và cơ quan thuế", "2024-05-31", "Bộ Tài chính").
		task("Trình Chính phủ nghị định về giá đất nông nghiệp", "2024-05-31", "Bộ Y tế")
	r := compute(d, "2024-07-31",
		newPaper("a", "bao_cao", "Bộ Tài chính", "2024-05-20", "Báo cáo").says("Cơ sở dữ liệu đất đai đã kết nối với kho bạc và cơ quan thuế; riêng cấp xã mới thử nghiệm ở 02 tỉnh."),
		newPaper("b", "bao_cao", "Bộ Y tế", "2024-05-20", "Báo cáo").says("Nghị định về giá đất nông nghiệp đã lấy ý kiến các địa phương."))
	for task, unit := range []string{"Bộ Tài chính", "Bộ Y tế"} {
		if c := at(r, task, unit); c.Status != Reported || c.DueState != Overdue || !c.Evidence[0].Partial {
			t.Errorf("%s: %s %s %+v", unit, c.Status, c.DueState, c.Evidence)
		}
	}
}

// TestWhatOnePlaceDid holds that what one district did is not done in the province, until a person says so.
func TestWhatOnePlaceDid(t *testing.T) {
	for _, tt := range []struct {
		name string
		e    Evidence
		want bool
	}{
		{"a district", Evidence{By: "Ủy ban nhân dân huyện Sa Thầy"}, true},
		{"a commune", Evidence{By: "Ủy ban nhân dân phường Quang Trung"}, true},
		{"a department of the province", Evidence{By: "Sở Y tế tỉnh Kon Tum"}, false},
		{"the unit itself", Evidence{}, false},
		{"confirmed", Evidence{By: "Ủy ban nhân dân huyện Sa Thầy", ConfirmedBy: "Lan"}, false},
	} {
		if got := tt.e.ofOnePlace(); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	const said = "Đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng."
	own := plan("2024-01-10", "2024-02-10")
	district := newPaper("r", "bao_cao", "Ủy ban nhân dân huyện Sa Thầy", "2024-02-01", "Báo cáo").says(said)
	in := Input{Directive: order().Document, AsOf: "2024-12-31", Bodies: register{}, Answers: []Answer{answer(own), answer(district)}}
	in.Answers[1].Via = []string{own.ID}
	if c := at(Compute(in), 0, kontum); c.Status != Reported || c.DueState != Overdue || !c.Evidence[0].Partial {
		t.Errorf("%s %s %+v", c.Status, c.DueState, c.Evidence)
	}
}
