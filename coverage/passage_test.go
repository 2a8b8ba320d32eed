package coverage

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

func TestWhatAReportProves(t *testing.T) {
	const did = "Ủy ban nhân dân tỉnh đã lập bản đồ 214 khu vực trọng điểm cháy rừng."
	for _, tt := range []struct {
		name   string
		report func(paper) paper
		want   []Status
	}{
		{"results", func(p paper) paper { return p.part("II. KẾT QUẢ THỰC HIỆN").says(did) }, []Status{Reported}},
		{"no heading", func(p paper) paper { return p.says(did) }, []Status{Reported}},
		{"the way ahead", func(p paper) paper {
			return p.part("IV. PHƯƠNG HƯỚNG").says("Lập bản đồ các khu vực trọng điểm cháy rừng còn lại của tỉnh.")
		}, []Status{Planned}},
		{"requests", func(p paper) paper {
			return p.part("V. KIẾN NGHỊ").says("Bộ hỗ trợ kinh phí lập bản đồ khu vực trọng điểm cháy rừng.")
		}, nil},
		{"a request among results", func(p paper) paper {
			return p.part("II. KẾT QUẢ").says("Đề nghị Bộ hỗ trợ kinh phí lập bản đồ khu vực trọng điểm cháy rừng.")
		}, nil},
		{"what is lacking", func(p paper) paper {
			return p.part("III. TỒN TẠI, HẠN CHẾ").says("Việc lập bản đồ khu vực trọng điểm tại một số huyện còn chậm.")
		}, nil},
		{"not done yet", func(p paper) paper {
			return p.part("II. KẾT QUẢ").says("Một số huyện chưa lập được bản đồ khu vực trọng điểm cháy rừng.")
		}, nil},
		{"a label of its own", func(p paper) paper {
			return p.part("III. ĐÁNH GIÁ").says("1. Hạn chế: một số huyện lập bản đồ khu vực trọng điểm còn chậm.")
		}, nil},
		{"results and shortcomings in one", func(p paper) paper { return p.part("II. KẾT QUẢ VÀ TỒN TẠI").says(did) }, []Status{Reported}},
		{"tasks of next year", func(p paper) paper {
			return p.part("4. Nhiệm vụ năm 2025").says("Đi nốt 05 xã chưa lập bản đồ khu vực trọng điểm.")
		}, []Status{Planned}},
		{"the rest of the year", func(p paper) paper {
			return p.part("III. SÁU THÁNG CUỐI NĂM").says("Rà lại 12 bản đồ khu vực trọng điểm cháy rừng.")
		}, []Status{Planned}},
		{"what was done of the tasks of the year", func(p paper) paper {
			return p.part("I. VIỆC THỰC HIỆN NHIỆM VỤ NĂM 2024").says(did)
		}, []Status{Reported}},
		{"going on", func(p paper) paper {
			return p.says("Tiếp tục lập bản đồ khu vực trọng điểm cháy rừng của các huyện.")
		}, []Status{Planned}},
		{"an opening", func(p paper) paper {
			return p.says("Thực hiện Chỉ thị, Ủy ban nhân dân tỉnh báo cáo kết quả như sau:")
		}, nil},
		{"a task that tells", func(p paper) paper {
			return p.part("1. Nhiệm vụ của tỉnh").task("Xây dựng 08 bộ bản đồ khu vực trọng điểm", "")
		}, []Status{Reported}},
		{"a task put off", func(p paper) paper {
			return p.part("II. KẾT QUẢ").task("Hoàn thiện bản đồ khu vực trọng điểm", "2024-09-30")
		}, []Status{Planned}},
		{"a task that asks", func(p paper) paper {
			return p.part("V. ĐỀ XUẤT").task("Cho phép kéo dài thời hạn lập bản đồ", "")
		}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []Status
			for _, p := range passagesOf(tt.report(newPaper("r", "bao_cao", kontum, "2024-06-20", "Kết quả thực hiện")).Document) {
				got = append(got, p.role)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestPlansProveByTheirTasks(t *testing.T) {
	p := newPaper("p", "ke_hoach", kontum, "2024-01-10", "Kế hoạch").
		says("Những năm qua tình hình cháy rừng của tỉnh diễn biến phức tạp.").
		task("Đề nghị Bộ hỗ trợ kinh phí lập bản đồ", "").task("Tổ chức thực hiện", "").
		task("Lập bản đồ khu vực trọng điểm", "2024-02-28", "Sở Y tế")
	got := passagesOf(p.Document)
	if len(got) != 1 || got[0].role != Planned || got[0].due != "2024-02-28" || len(got[0].lead) != 1 {
		t.Errorf("%+v, want the one task that promises something", got)
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a full stop before a capital", "Ủy ban nhân dân tỉnh đã ban hành kế hoạch. Sở Nông nghiệp đã cụ thể hóa kế hoạch đó.",
			[]string{"Ủy ban nhân dân tỉnh đã ban hành kế hoạch.", "Sở Nông nghiệp đã cụ thể hóa kế hoạch đó."}},
		{"a thousand's dot", "Đã tổ chức 1.246 buổi tuyên truyền cho người dân trong tỉnh.", []string{"Đã tổ chức 1.246 buổi tuyên truyền cho người dân trong tỉnh."}},
		{"a semicolon", "Đã lập bản đồ khu vực trọng điểm cháy rừng; đã ký bản cam kết với các hộ sống gần rừng",
			[]string{"Đã lập bản đồ khu vực trọng điểm cháy rừng;", "đã ký bản cam kết với các hộ sống gần rừng"}},
		{"a short piece goes with the one before", "Đã lập bản đồ khu vực trọng điểm cháy rừng; đạt 97,4%.", []string{"Đã lập bản đồ khu vực trọng điểm cháy rừng; đạt 97,4%."}},
		{"a short beginning goes with the next", "1. Đã xong. Đã lập bản đồ khu vực trọng điểm cháy rừng.", []string{"1. Đã xong. Đã lập bản đồ khu vực trọng điểm cháy rừng."}},
		{"blanks after the last sentence", "Đã lập bản đồ khu vực trọng điểm cháy rừng; \n", []string{"Đã lập bản đồ khu vực trọng điểm cháy rừng;"}},
		{"nothing long enough", "Đã xong.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range sentences(tt.text, document.Range{End: len(tt.text)}) {
				got = append(got, r.In(tt.text))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Đã lập bản đồ; đã ký. Xong")
	f.Add(";;;. A")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, r := range sentences(text, document.Range{End: len(text)}) {
			if r.Start < last || r.End < r.Start || r.End > len(text) {
				t.Fatalf("%+v after %d in %d bytes", r, last, len(text))
			}
			if s := r.In(text); strings.TrimSpace(s) != s {
				t.Fatalf("%q has blanks at its ends", s)
			}
			last = r.End
		}
	})
}

func TestContentLeavesOutWhatIsNotMatter(t *testing.T) {
	p := newPaper("p", "ke_hoach", kontum, "2024-01-10", "Kế hoạch").
		task("Sở Y tế lập bản đồ theo Chỉ thị số 87/CT-TTg của Thủ tướng Chính phủ, trước ngày 2024-02-28", "2024-02-28", "Sở Y tế").
		cites("Chỉ thị số 87/CT-TTg", "chi_thi", "87/CT-TTg", "", "")
	got := content(p.Document, p.Tasks[0].Span, p.Tasks[0])
	for _, gone := range []string{"Sở Y tế", "87", "Thủ tướng", "2024"} {
		if strings.Contains(got, gone) {
			t.Errorf("%q holds %q", got, gone)
		}
	}
	if !strings.Contains(got, "lập bản đồ") {
		t.Errorf("%q lost the matter", got)
	}
}

// Words of charge are not matter: a report that tells of the deed alone leaves nothing out.
func TestContentLeavesOutTheCharge(t *testing.T) {
	for text, want := range map[string]string{
		"Sở Y tế chủ trì, phối hợp với Sở Xây dựng lấy mẫu nước tại 400 giếng, hoàn thành trước ngày 31/5/2024": "lấy mẫu nước tại 400 giếng",
		"Sở Y tế chủ trì lấy mẫu nước tại 400 giếng":                                                            "lấy mẫu nước tại 400 giếng",
		"Sở Y tế phối hợp chặt chẽ với Sở Xây dựng lấy mẫu nước":                                                "lấy mẫu nước",
		"Sở Y tế hoàn thành lấy mẫu nước":                                                                       "hoàn thành lấy mẫu nước",
	} {
		p := newPaper("p", "ke_hoach", kontum, "2024-01-10", "Kế hoạch").task(text, "2024-05-31", "Sở Y tế")
		p.Tasks[0].Support, p.Tasks[0].Due.Text = []string{"Sở Xây dựng"}, "trước ngày 31/5/2024"
		if got := strings.Trim(content(p.Document, p.Tasks[0].Span, p.Tasks[0]), " ,"); got != want {
			t.Errorf("%s:\n%q, want %q", text, got, want)
		}
	}
}

// TestItemsOfAPlan holds that every item of a plan's list is a passage, whether or not it obliges anybody, and that a list
// without divisions is none of the preamble.
func TestItemsOfAPlan(t *testing.T) {
	p := newPaper("p", "ke_hoach", kontum, "2024-01-20", "Kế hoạch").
		says("- Căn cứ Luật Lâm nghiệp và các văn bản hướng dẫn thi hành;").
		says("Hạt Kiểm lâm huyện đề ra kế hoạch cho năm nay như sau:").
		says("- Cả 07 kiểm lâm viên đều có một buổi nói chuyện ở thôn.").
		says("Ba là, cuối năm, hai phần ba số thôn ký lại bản cam kết.").
		says("4- Mỗi tháng một lần đi hết các chòi canh lửa trong rừng.")
	for i := range p.Paragraphs[:3] {
		p.Paragraphs[i].Role = "preamble"
	}
	var got []string
	for _, q := range passagesOf(p.Document) {
		got = append(got, strings.Fields(q.span.Exact)[1])
		if q.role != Planned {
			t.Errorf("%s: %s", q.role, q.span.Exact)
		}
	}
	if want := []string{"Cả", "là,", "Mỗi"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
