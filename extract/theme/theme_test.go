package theme_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/soichi/soichi/extract/theme"
)

func TestExtract(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string // kind, role, text
	}{
		{"theme", "với chủ đề: “Đoàn kết, vượt khó” trong toàn tỉnh.", []string{"theme//Đoàn kết, vượt khó"}},
		{"theme of emulation", "theo chủ đề thi đua “Kỷ cương, sáng tạo”.", []string{"theme//Kỷ cương, sáng tạo"}},
		{"theme of a sentence of its own", "Chủ đề thi đua là đoàn kết, vượt khó, về đích sớm. Các xã đăng ký.", []string{"theme//đoàn kết, vượt khó, về đích sớm"}},
		{"what a theme is", "Yêu cầu đặt ra là chủ đề thi đua là phải ngắn gọn, dễ nhớ.", nil},
		{"two mottoes side by side", "theo tinh thần “mỗi xã một việc” “mỗi người một cây” của tỉnh.", []string{"motto//mỗi xã một việc", "motto//mỗi người một cây"}},
		{"a high tide", "mở đợt cao điểm thi đua “Chín mươi ngày về đích” trong toàn huyện.", []string{"movement/launched/Chín mươi ngày về đích"}},
		{"an anniversary in marks", "phong trào thi đua lập thành tích chào mừng “Kỷ niệm 30 năm ngày tái lập tỉnh” (01/4/1996 - 01/4/2026).",
			[]string{"movement//lập thành tích chào mừng “Kỷ niệm 30 năm ngày tái lập tỉnh” (01/4/1996 - 01/4/2026)"}},
		{"the word alone", "Phong trào cần có chủ đề, tên gọi dễ nhớ.", nil},
		{"motto", "theo phương châm công tác “Gần dân, sát việc”.", []string{"motto//Gần dân, sát việc"}},
		{"emphasis is no part", "phương châm “**Gần dân, sát việc**”.", []string{"motto//Gần dân, sát việc"}},
		{"motto called a spirit", "phát huy tinh thần “Bốn tại chỗ” khi có cháy.", []string{"motto//Bốn tại chỗ"}},
		{"a spirit that is not named", "theo tinh thần Nghị quyết “Giữ rừng” của tỉnh.", nil},
		{"cue in capitals", "PHONG TRÀO THI ĐUA “GIỮ RỪNG”", []string{"movement//GIỮ RỪNG"}},
		{"a legend is none", "Lễ ra quân phong trào “Giữ rừng”. Ảnh: An", nil},
		{"movement launched", "Phát động phong trào thi đua “Giữ rừng là giữ nước”.", []string{"movement/launched/Giữ rừng là giữ nước"}},
		{"movement supported", "tích cực hưởng ứng phong trào thi đua “Giữ rừng”.", []string{"movement/supported/Giữ rừng"}},
		{"movement carried on", "Tiếp tục đẩy mạnh cuộc vận động “Giữ rừng”.", []string{"movement/continued/Giữ rừng"}},
		{"movement reported", "Qua phong trào “Giữ rừng”, nhiều xã đã lập tổ tuần tra.", []string{"movement/reported/Giữ rừng"}},
		{"a list", "phong trào “Giữ rừng” và “Giữ suối”, “Giữ đồng”.", []string{"movement//Giữ rừng", "movement//Giữ suối", "movement//Giữ đồng"}},
		{"a list with a period", "phong trào “Giữ rừng” giai đoạn 2021 - 2025; phong trào “Giữ suối”.", []string{"movement//Giữ rừng", "movement//Giữ suối"}},
		{"nested", "phong trào “Toàn ngành thi đua theo lời dạy “Cần, kiệm”” năm nay.", []string{"movement//Toàn ngành thi đua theo lời dạy “Cần, kiệm”"}},
		{"outer mark forgotten", "phong trào “Toàn ngành thi đua theo lời dạy “Cần, kiệm”. Nội dung phải cụ thể.", []string{"movement//Toàn ngành thi đua theo lời dạy “Cần, kiệm”"}},
		{"outer mark forgotten before another movement", "phong trào “Toàn ngành theo lời dạy “Cần, kiệm” gắn với phong trào “Giữ rừng” năm nay.",
			[]string{"movement//Toàn ngành theo lời dạy “Cần, kiệm”", "movement//Giữ rừng"}},
		{"never closed", "phương châm “Gần dân, sát việc. Các xã thực hiện nghiêm.", []string{"motto//Gần dân, sát việc"}},
		{"straight marks", `phong trào "Giữ rừng" của tỉnh.`, []string{"movement//Giữ rừng"}},
		{"guillemets", "phong trào «Giữ rừng» của tỉnh.", []string{"movement//Giữ rừng"}},
		{"mixed marks", `Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam", chương trình khác.`, []string{"movement//Người Việt Nam ưu tiên dùng hàng Việt Nam"}},
		{"known campaign without a cue", "theo chủ trương “Người Việt Nam ưu tiên dùng hàng Việt Nam”.", []string{"movement//Người Việt Nam ưu tiên dùng hàng Việt Nam"}},
		{"known campaign without marks", "Thực hiện phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới.", []string{"movement/continued/toàn dân bảo vệ an ninh Tổ quốc"}},
		{"known campaign by its longer name", "phong trào toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư của phường.",
			[]string{"movement//toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư"}},
		{"known campaign, other punctuation", "việc “Học tập và làm theo tư tưởng - đạo đức - phong cách Hồ Chí Minh”.", []string{"movement//Học tập và làm theo tư tưởng - đạo đức - phong cách Hồ Chí Minh"}},
		{"unquoted clause", "Phát động phong trào thi đua lập thành tích chào mừng ngày thành lập tỉnh, hướng tới đại hội.",
			[]string{"movement/launched/lập thành tích chào mừng ngày thành lập tỉnh"}},
		{"anniversaries go on", "phong trào thi đua lập thành tích kỷ niệm 90 năm ngày thành lập Đảng (3/2), 60 năm ngày thành lập tỉnh.",
			[]string{"movement//lập thành tích kỷ niệm 90 năm ngày thành lập Đảng (3/2), 60 năm ngày thành lập tỉnh"}},
		{"unquoted with a proper name", "phong trào thi đua thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ tỉnh do Chủ tịch phát động",
			[]string{"movement//thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ tỉnh"}},
		{"any task is no name", "phong trào thi đua thực hiện thắng lợi nhiệm vụ được giao.", nil},
		{"campaign with a quoted half", "phong trào thi đua thực hiện cuộc vận động xây dựng đội ngũ cán bộ, Kiểm sát viên “Vững vàng” trong ngành.",
			[]string{"movement//thực hiện cuộc vận động xây dựng đội ngũ cán bộ, Kiểm sát viên “Vững vàng” trong ngành"}},
		{"yearly movement", "Chủ tịch phát động Phong trào thi đua yêu nước năm 2023 trong toàn tỉnh.", []string{"movement/launched/Phong trào thi đua yêu nước năm 2023"}},
		{"an honour is none", "qua phong trào được tặng danh hiệu “Lao động tiên tiến”.", nil},
		{"a document is none", "phong trào theo Đề án “Trồng một tỷ cây xanh”.", nil},
		{"theme of a season of emulation", "đề ra chủ đề của đợt thi đua này là: “Xanh đồng, đầy bồ”, hướng tới vụ mùa.", []string{"theme//Xanh đồng, đầy bồ"}},
		{"movement whose theme is told", "phong trào “Giữ rừng” với chủ đề “Mỗi người một cây”.", []string{"movement//Giữ rừng", "theme//Mỗi người một cây"}},
		{"theme behind a colon, without marks", "tổ chức hội thao với chủ đề: Khỏe để giữ rừng, giữ suối; từng xã đăng ký.", []string{"theme//Khỏe để giữ rừng, giữ suối"}},
		{"theme of an item", "- Chủ đề năm 2025: Khỏe để giữ rừng, giữ suối.", []string{"theme//Khỏe để giữ rừng, giữ suối"}},
		{"topic of a lesson", "Tập huấn chủ đề 3 “Nhận biết khói”.", nil},
		{"known motto without marks", "bảo đảm phương châm bốn tại chỗ (người, xe, dụng cụ, nước).", []string{"motto//bốn tại chỗ"}},
		{"any words behind a motto", "theo phương châm chủ động từ sớm.", nil},
		{"quotation that begins with the cue", "lễ ra quân “Phong trào giữ suối sạch”.", []string{"movement//giữ suối sạch"}},
		{"quotation of common words with the cue", "có xã làm kiểu “phong trào cho vui”.", nil},
		{"quotation that is the cue alone", "chuyên mục “Phong trào” của báo.", nil},
		{"single marks", "hưởng ứng phong trào 'Giữ rừng' của tỉnh.", []string{"movement/supported/Giữ rừng"}},
		{"straight mark closed by a curved one", "phong trào \"Giữ rừng” và phong trào \"Giữ suối”.", []string{"movement//Giữ rừng", "movement//Giữ suối"}},
		{"opening mark that closes", "“ Ngày rừng “ năm nay có chủ đề: “ Giữ rừng” và chiến dịch “ Ra quân”.", []string{"theme//Giữ rừng"}},
		{"high tide of days", "phong trào thi đua cao điểm 60 ngày đêm lập thành tích chào mừng ngày tái lập tỉnh.", []string{"movement//lập thành tích chào mừng ngày tái lập tỉnh"}},
		{"a week is no movement", "phong trào thi đua yêu nước và Tuần lễ “Nước sạch” của tỉnh.", nil},
		{"a week has a theme", "chủ đề của Tuần lễ là “Nước sạch cho bản xa”.", []string{"theme//Nước sạch cho bản xa"}},
		{"national movement without marks", "phát động phong trào thi đua cả nước chung tay xóa nhà tạm, nhà dột nát trên địa bàn.",
			[]string{"movement/launched/cả nước chung tay xóa nhà tạm, nhà dột nát"}},
		{"a slogan is none", "khẩu hiệu “Việc làm trước, khen thưởng sau”.", nil},
		{"a cue in another's name", "chủ đề “Hưởng ứng phong trào giữ rừng”.", []string{"theme//Hưởng ứng phong trào giữ rừng"}},
		{"a far quotation", "phong trào thi đua. Các xã xây dựng “vùng an toàn”.", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, x := range theme.Extract(outline("CHỈ THỊ\nvề việc giữ rừng\n\n" + tc.text)) {
				got = append(got, fmt.Sprintf("%s/%s/%s", x.Kind, x.Role, x.Text))
			}
			if g, w := strings.Join(got, "\n"), strings.Join(tc.want, "\n"); g != w {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", tc.text, g, w)
			}
		})
	}
}

// TestPlaces holds where names are read: also in the line over the text, where a letter tells its subject, and not among
// recipients.
func TestPlaces(t *testing.T) {
	text := "ỦY BAN NHÂN DÂN\nHUYỆN A\n\nSố: 12/UBND-VX\nV/v hưởng ứng phong trào “Giữ rừng”\n\nKính gửi: Các xã.\n\nĐề nghị các xã báo cáo.\n\nNơi nhận:\n- Như trên;\n- Ban Chỉ đạo phong trào “Giữ suối”;\n- Lưu: VT.\n"
	if got := theme.Extract(outline(text)); len(got) != 1 || got[0].Text != "Giữ rừng" {
		t.Errorf("got %+v", got)
	}
}

func TestNotes(t *testing.T) {
	text := "BÁO CÁO\nKết quả giữ rừng\n\nCác xã hưởng ứng phong trào “Giữ rừng”¹ của tỉnh.\n\n¹ Kế hoạch về phong trào “Giữ suối” của huyện\n"
	if got := theme.Extract(outline(text)); len(got) != 1 || got[0].Text != "Giữ rừng" {
		t.Errorf("a footnote names its plan, not a movement of the text: %+v", got)
	}
}

func TestNothing(t *testing.T) {
	if got := theme.Extract(nil); got != nil {
		t.Errorf("got %v", got)
	}
}

// FuzzExtract holds that every name quotes the source and is not empty.
func FuzzExtract(f *testing.F) {
	f.Add("phong trào “A “B” và “C”. phương châm \"D")
	f.Add("chủ đề «»")
	f.Add("phong trào thi đua lập thành tích (")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20000 || !utf8.ValidString(text) { // readers give nothing else
			return
		}
		o := outline(text)
		source := []rune(o.View.Source.Content)
		for _, x := range theme.Extract(o) {
			if x.Text == "" || x.Span.Start >= x.Span.End {
				t.Fatalf("empty theme %+v", x)
			}
			if got := string(source[x.Span.Start:x.Span.End]); got != x.Span.Exact {
				t.Fatalf("span %q is not %q", x.Span.Exact, got)
			}
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	text := strings.Repeat("1. Sở Nông nghiệp tiếp tục đẩy mạnh phong trào “Giữ rừng là giữ nước” và kiểm tra các chủ rừng trên địa bàn tỉnh.\n", 200)
	o := outline("CHỈ THỊ\nvề việc giữ rừng\n\n" + text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		theme.Extract(o)
	}
}
