package coverage

import "testing"

func TestVoiceOf(t *testing.T) {
	for _, tt := range []struct {
		title string
		want  voice
		known bool
	}{
		{"I. Kết quả thực hiện", tells, true},
		{"Kết quả và tồn tại", tells, true},
		{"Công tác chỉ đạo, điều hành", tells, true},
		{"II. Phương hướng quý tới", means, true},
		{"Nhiệm vụ, giải pháp", means, true},
		{"3. Các nhiệm vụ năm 2026", means, true},
		{"Tồn tại, hạn chế và nguyên nhân", regret, true},
		{"BÀI HỌC KINH NGHIỆM", regret, true},
		{"IV. Đề xuất, kiến nghị", asks, true},
		{"Thông tin chung", tells, false},
		{"", tells, false},
	} {
		if got, known := voiceOf(tt.title); got != tt.want || known != tt.known {
			t.Errorf("%q: %d, %t; want %d, %t", tt.title, got, known, tt.want, tt.known)
		}
	}
}

func TestTheInnermostDivisionSpeaks(t *testing.T) {
	p := newPaper("r", "bao_cao", gialai, "2024-06-20", "Báo cáo").says("Mở đầu của báo cáo.").part("I. Kết quả").says("Đã làm.").part("Khó khăn").says("Còn thiếu.").part("Phụ lục").says("Bảng số.")
	s := newSpeech(p.Document)
	if len(s) != 2 {
		t.Fatalf("%d divisions speak, want the two whose titles tell how", len(s))
	}
	inner := s[0].span // a part within the results
	inner.Start, inner.End = inner.Start+2, inner.Start+4
	s = append(s[:1:1], spoken{inner, means}, s[1])
	for _, tt := range []struct {
		name string
		at   int
		want voice
	}{
		{"before all", 0, tells}, {"in the outer one", s[0].span.Start, tells}, {"in the inner one", inner.Start, means}, {"after the inner one", inner.End, tells},
		{"in the next one", s[2].span.Start, regret}, {"after all", s[2].span.End, tells},
	} {
		if got := s.at(tt.at); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}
