package result_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/soichi/soichi/extract/result"
)

// brief writes a result on one line.
func brief(t *testing.T, text string) string {
	t.Helper()
	var got []string
	for _, r := range result.Extract(outline(text)) {
		s := fmt.Sprintf("%v %s | %s", r.Value, r.Unit, r.Measure)
		if r.Qualifier != "" {
			s += " | " + string(r.Qualifier)
		}
		if r.Period != "" {
			s += " @ " + string(r.Period)
		}
		got = append(got, s)
	}
	return strings.Join(got, "\n")
}

func TestExtract(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"thousands by dots", "Đã thụ lý 6.433 tin báo.", []string{"6433 tin báo | tin báo Đã thụ lý"}},
		{"millions", "Quyên góp được hơn 150.000.000 đồng.", []string{"1.5e+08 đồng | đồng Quyên góp được | hơn"}},
		{"decimal comma", "Tỷ lệ giải quyết đạt 98,5%.", []string{"98.5 % | Tỷ lệ giải quyết | đạt"}},
		{"no dot", "Trang tin đăng tải khoảng 1200 tin, bài.", []string{"1200 tin, bài | tin, bài Trang tin đăng tải | khoảng"}},
		{"leading zero", "Xóa được 03 ngôi nhà.", []string{"3 ngôi nhà | ngôi nhà Xóa được"}},
		{"a pair is two", "Đã truy tố 3.984 vụ/7.491 bị can.", []string{"3984 vụ | vụ Đã truy tố", "7491 bị can | bị can Đã truy tố"}},
		{"a list shares its words", "Có 10 tập thể, 23 cá nhân được tặng Bằng khen.",
			[]string{"10 tập thể | tập thể được tặng Bằng khen", "23 cá nhân | cá nhân được tặng Bằng khen"}},
		{"breakdown", "Đã thụ lý 50 đơn, trong đó đã giải quyết 45 đơn.", []string{"50 đơn | đơn Đã thụ lý", "45 đơn | đơn đã giải quyết"}},
		{"unit with its noun", "Khen thưởng 17 lượt tập thể trực thuộc.", []string{"17 lượt tập thể | lượt tập thể trực thuộc Khen thưởng"}},
		{"per cent of things", "Đến nay, 100% hồ sơ vụ án được số hóa.", []string{"100 % | hồ sơ vụ án được số hóa"}},
		{"year of the clause", "Năm 2023 đã giải quyết 40 đơn.", []string{"40 đơn | đơn Năm 2023 đã giải quyết @ 2023"}},
		{"the year of another clause", "Được tặng Huân chương năm 2022; đã giải quyết 40 đơn.", []string{"40 đơn | đơn đã giải quyết"}},
		{"two years leave it open", "Năm 2022 và năm 2023 đã giải quyết 40 đơn.", []string{"40 đơn | đơn năm 2023 đã giải quyết"}},
		{"a unit without a blank", "Thu hồi 4.168m2 và 2ha đất.", []string{"4168 m2 | m2 Thu hồi", "2 ha | ha đất"}},
		{"cases of a court's office", "Đã thi hành xong 2.107 việc.", []string{"2107 việc | việc Đã thi hành xong"}},
		{"a heading that tells", "II. Về kinh tế: Thu ngân sách đạt 59 tỷ đồng.\n1. Về xã hội: Không có dịch bệnh.", []string{"59 tỷ đồng | tỷ đồng Thu ngân sách | đạt"}},
		{"an old spelling", "Doanh thu ước đạt 3 tỉ đồng.", []string{"3 tỉ đồng | tỉ đồng Doanh thu | ước đạt"}},
		{"dates are none", "Hội nghị họp ngày 05/6/2023, từ tháng 8/2019.", nil},
		{"numbers of documents are none", "Thực hiện Chỉ thị số 34-CT/TW, Kế hoạch số 48/KH-VKS.", nil},
		{"ordinals are none", "Đại hội lần thứ 13 đơn vị, Khối thi đua số 2 đơn vị.", nil},
		{"provisions are none", "Theo khoản 2 Điều 5 đơn vị thực hiện.", nil},
		{"years as a length are none", "Trong 05 năm qua công tác đạt kết quả tốt.", nil},
		{"a range has no value", "Ủng hộ từ 01 - 02 suất quà.", nil},
		{"the kind of the things", "Toàn tỉnh xảy ra 03 vụ cháy rừng, thiệt hại 2,45 ha.", []string{"3 vụ | vụ cháy rừng Toàn tỉnh xảy ra", "2.45 ha | ha thiệt hại"}},
		{"more than a month has days", "Đã xác minh trong ngày 129 điểm cháy.", []string{"129 điểm cháy | điểm cháy Đã xác minh trong ngày"}},
		{"a part of a year", "Trong 6 tháng đầu năm 2024 đã giải quyết 40 đơn.", []string{"40 đơn | đơn Trong 6 tháng đầu năm 2024 đã giải quyết @ 6 tháng đầu năm 2024"}},
		{"a heading's period", "II. THU NGÂN SÁCH 6 THÁNG ĐẦU NĂM 2024\nThu được 40 tỷ đồng.", []string{"40 tỷ đồng | tỷ đồng Thu được @ 6 tháng đầu năm 2024"}},
		{"a target in a heading", "II. Nhiệm vụ: Thu ngân sách đạt 60 tỷ đồng.", nil},
		{"a quarter in a heading", "II. THU NGÂN SÁCH QUÝ II NĂM 2024\nThu được 40 tỷ đồng.", []string{"40 tỷ đồng | tỷ đồng Thu được @ quý II năm 2024"}},
		{"what was not reached", "Việc số hóa chưa đạt mức 80%.", nil},
		{"an aim among results", "Đã có 12 xã về đích, phấn đấu đến năm 2030 có 20 xã.", []string{"12 xã | xã Đã có"}},
		{"an aim that was reached", "Toàn huyện đã phấn đấu hoàn thành 12 công trình.", []string{"12 công trình | công trình Toàn huyện đã phấn đấu hoàn thành"}},
		{"a limit set in advance", "Án trả lại có 09 vụ (chỉ tiêu không quá 5%).", []string{"9 vụ | vụ Án trả lại có"}},
		{"comrades in short", "Kết nạp 12 đ/c vào Đảng.", []string{"12 đ/c | đ/c Kết nạp"}},
		{"places of damage", "Bão làm gãy 4.150 cột điện, sạt lở 65 vị trí.", []string{"4150 cột điện | cột điện Bão làm gãy", "65 vị trí | vị trí sạt lở"}},
		{"a name is none", "Phong trào “60 lượt sạch nhà” lan tỏa.", nil},
		{"a number without a unit", "Đạt 45 so với 40.", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			text := "BÁO CÁO\nKết quả công tác kiểm sát\n\nI. KẾT QUẢ\n1. Công tác chung của toàn ngành\n" + tc.text + "\n"
			if got, want := brief(t, text), strings.Join(tc.want, "\n"); got != want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", tc.text, got, want)
			}
		})
	}
}

func TestGenre(t *testing.T) {
	figure := "Các đơn vị đã giải quyết 40 đơn.\n"
	for _, tc := range []struct{ name, text, want string }{
		{"a report", "BÁO CÁO\nKết quả công tác\n\nI. KẾT QUẢ\n" + figure, "40 đơn | đơn Các đơn vị đã giải quyết"},
		{"the title's years", "BÁO CÁO\nTổng kết 5 năm (Từ năm 2020 đến năm 2024)\n\nI. KẾT QUẢ\n" + figure, "40 đơn | đơn Các đơn vị đã giải quyết @ 2020-2024"},
		{"the title's second half is to come", "BÁO CÁO\nKết quả năm 2023 và nhiệm vụ năm 2024\n\nI. KẾT QUẢ\n" + figure, "40 đơn | đơn Các đơn vị đã giải quyết @ 2023"},
		{"a directive has targets", "CHỈ THỊ\nVề việc giải quyết đơn\n\n1. Tình hình\n" + figure, ""},
		{"a plan has targets", "KẾ HOẠCH\nGiải quyết đơn\n\n1. Tình hình\n" + figure, ""},
		{"directions are targets", "BÁO CÁO\nKết quả công tác\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n" + figure, ""},
		{"directions hold for their parts", "BÁO CÁO\nKết quả công tác\n\nII. PHƯƠNG HƯỚNG\n1. Công tác giải quyết đơn\n" + figure, ""},
		{"what was a task is done", "BÁO CÁO\nKết quả công tác\n\n1. Nhiệm vụ của Bộ\n" + figure, "40 đơn | đơn Các đơn vị đã giải quyết"},
		{"a legend tells nothing", "Hội nghị tổng kết\n\nSáng nay, hội nghị tổng kết đã diễn ra tại trụ sở cơ quan với sự tham dự của đông đảo đại biểu các đơn vị trong toàn ngành.\nCơ quan đã giải quyết 40 đơn. Ảnh: An\n", ""},
		{"a page that tells", "Hội nghị tổng kết\n\nSáng nay, hội nghị tổng kết đã diễn ra tại trụ sở cơ quan với sự tham dự của đông đảo đại biểu các đơn vị trong toàn ngành.\n" + figure, "40 đơn | đơn Các đơn vị đã giải quyết"},
		{"a page that plans", "Hội nghị triển khai\n\nSáng nay, hội nghị triển khai diễn ra tại trụ sở cơ quan với sự tham dự của đông đảo đại biểu các đơn vị trong toàn ngành.\nCác đơn vị phấn đấu giải quyết 40 đơn.\n", ""},
		{"a page that begins with what there is", "Hội nghị tổng kết\n\nSáng nay, hội nghị tổng kết đã diễn ra tại trụ sở cơ quan với sự tham dự của đông đảo đại biểu các đơn vị trong toàn ngành.\nCó 04 giáo viên giỏi.\n", "4 giáo viên | giáo viên giỏi"},
		{"a page that counts losses", "Thiệt hại sau bão\n\nSáng nay, hội nghị tổng kết đã diễn ra tại trụ sở cơ quan với sự tham dự của đông đảo đại biểu các đơn vị trong toàn ngành.\nHuyện A 22 nhà hư hỏng.\n", "22 nhà | nhà hư hỏng Huyện A"},
		{"a letter asks", "Kính gửi: Các đơn vị\n\n" + figure, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := brief(t, tc.text); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestNothing(t *testing.T) {
	if got := result.Extract(nil); got != nil {
		t.Errorf("got %v", got)
	}
	if got := result.Extract(outline("")); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// FuzzExtract holds that a result's span begins or ends with its figure, quotes the source, and names what it counts.
func FuzzExtract(f *testing.F) {
	f.Add("Đã truy tố 3.984 vụ/7.491 bị can, đạt 98,5%.")
	f.Add("99.999.999.999.999.999.999 đồng và 1,1,1 vụ")
	f.Add("hơn 5%5%")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20000 || !utf8.ValidString(text) { // readers give nothing else
			return
		}
		o := outline("BÁO CÁO\nKết quả\n\nI. KẾT QUẢ\n" + text)
		source := []rune(o.View.Source.Content)
		for _, r := range result.Extract(o) {
			if r.Value < 0 || r.Unit == "" || r.Measure == "" && r.Unit != "%" {
				t.Fatalf("bad result %+v", r)
			}
			if got := string(source[r.Span.Start:r.Span.End]); got != r.Span.Exact {
				t.Fatalf("span %q is not %q", r.Span.Exact, got)
			}
			if !strings.ContainsAny(r.Span.Exact, "0123456789") {
				t.Fatalf("no figure in %q", r.Span.Exact)
			}
		}
	})
}

// BenchmarkExtract reads a report as reports are, a figure in about every second line, and one of nothing but figures.
func BenchmarkExtract(b *testing.B) {
	const dense = "Trong năm 2023, đã thụ lý 4.415 vụ/7.877 bị can; truy tố 3.984 vụ, đạt 98,5%; tổ chức 235 lượt tuyên truyền.\n"
	const usual = "Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 15/KH-UBND ngày 10/01/2024, giao các sở, ngành, địa phương triển khai đồng bộ các biện pháp phòng cháy, chữa cháy rừng; kiện toàn Ban Chỉ huy các cấp.\n" +
		"Công tác tuyên truyền được đẩy mạnh bằng nhiều hình thức, tổ chức 1.246 buổi với 58.730 lượt người tham gia; việc phối hợp giữa kiểm lâm, công an và quân đội được duy trì thường xuyên.\n"
	for name, text := range map[string]string{"usual": strings.Repeat(usual, 100), "figures alone": strings.Repeat(dense, 200)} {
		text = "BÁO CÁO\nKết quả\n\nI. KẾT QUẢ\n" + text
		o := outline(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				result.Extract(o)
			}
		})
	}
}
