package task

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSpeaksOfItself holds which statements are about a paper and not about what is to be done.
func TestSpeaksOfItself(t *testing.T) {
	for s, want := range map[string]bool{
		"Chỉ thị này có hiệu lực kể từ ngày ký.":                                  true,
		"Kế hoạch này thay thế Kế hoạch số 7/KH-UBND.":                            true,
		"Quyết định số 7/QĐ-UBND hết hiệu lực từ ngày 01/7/2024.":                 true,
		"Các nội dung khác tại Kế hoạch số 7 giữ nguyên hiệu lực.":                true,
		"Các sở căn cứ Quyết định này thi hành.":                                  false, // who answers for it
		"Hoàn thiện nghị định để kịp thi hành khi Luật được thông qua và áp dụng": false,
		"Sở Y tế hướng dẫn các xã, bảo đảm quy định có hiệu lực từ ngày 01/7.":    false, // of another paper
		"Sở Y tế tổ chức thực hiện Chỉ thị này.":                                  false,
		"": false,
	} {
		if got := speaksOfItself(s) && self.MatchString(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestOnlyAssigns holds which clauses only say who does what the clause before them names.
func TestOnlyAssigns(t *testing.T) {
	for low, want := range map[string]bool{
		"sở xây dựng chủ trì": true,
		"giao sở xây dựng chủ trì, phối hợp với sở tài chính thực hiện trước ngày 30/6/2024": true,
		"công an tỉnh chủ trì, xong trong quý iii/2024.":                                     true,
		"sở y tế phụ trách, hoàn thành trước ngày 15/8/2024":                                 true,
		"sở y tế chủ trì kiểm tra các chợ":                                                   false, // something of its own
		"sở tài chính chủ trì, phối hợp với các sở kiểm tra việc chi tiêu hàng tháng":        false,
		"kiểm tra các chợ": false,
		"":                 false,
	} {
		if got := onlyAssigns(newLine(low)); got != want {
			t.Errorf("%q: %v", low, got)
		}
	}
}

// TestIsSelf holds whether a name is that of the issuer or its head, who asks and is not asked.
func TestIsSelf(t *testing.T) {
	x := &extractor{issuer: spell("Ủy ban nhân dân tỉnh Sông Lam")}
	for name, want := range map[string]bool{
		"UBND tỉnh Sông Lam": true, "Ủy ban nhân dân tỉnh": true, "Chủ tịch UBND tỉnh": true, "Chủ tịch Ủy ban nhân dân tỉnh Sông Lam": true,
		"Chính phủ": true, "Thủ tướng Chính phủ": true, "Sở Y tế": false, "UBND các huyện": false,
	} {
		if got := x.isSelf(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
	if !(&extractor{}).isSelf("Sở Y tế") {
		t.Error("where the issuer is not known every asker counts as the issuer")
	}
}

// TestCircumstanceWords holds where words of circumstance end and what in them is no assignee.
func TestCircumstanceWords(t *testing.T) {
	for text, want := range map[string]bool{
		"tại các nơi như nhà ga":                        true, // the list of examples goes on
		"với các đơn vị của bộ tài chính":               true,
		"với tinh thần trách nhiệm cao":                 false,
		"đến năm 2030 phát triển 20 chợ":                true, // the sentence itself
		"đến năm 2030":                                  false,
		"trong năm 2030 hoàn thành 20 chợ":              true,
		"căn cứ chỉ thị này":                            false,
		"trên cơ sở kết quả rà soát của các địa phương": false,
	} {
		if got := listed(newLine(text), 0, text); got != want {
			t.Errorf("listed %q: %v", text, got)
		}
	}
	for _, tc := range []struct {
		name, before, rest, left string
	}{
		{"owners go on", "căn cứ các nghị quyết của đảng", "quốc hội, các bộ trưởng chỉ đạo", "các bộ trưởng chỉ đạo"},
		{"two more owners", "căn cứ nghị quyết của đảng", "quốc hội, chính phủ, sở y tế chỉ đạo", "sở y tế chỉ đạo"},
		{"no owner before", "căn cứ chỉ thị này", "quốc hội, các bộ trưởng chỉ đạo", "quốc hội, các bộ trưởng chỉ đạo"},
		{"an owner of another sort", "căn cứ báo cáo của sở y tế", "chính phủ, sở y tế", "chính phủ, sở y tế"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := tc.rest[authorities(tc.before, tc.rest):]; got != tc.left {
				t.Errorf("%q leaves %q, want %q", tc.rest, got, tc.left)
			}
		})
	}
}

// TestEveryYear holds which days without a year come again.
func TestEveryYear(t *testing.T) {
	for _, tc := range []struct {
		name, before, date, after string
		want                      bool
	}{
		{"in the brackets of a rhythm", "báo cáo định kỳ 6 tháng (", "ngày 15/6", ")", true},
		{"in the second brackets", "định kỳ 6 tháng (trước ngày 15/6), 01 năm (", "ngày 15/12", ")", true},
		{"with another day of every year", "báo cáo ", "ngày 10/6", " và ngày 10/12 hằng năm", true},
		{"a full date", "báo cáo định kỳ 6 tháng (", "ngày 15/6/2024", ")", false},
		{"another sentence", "báo cáo hằng năm. Xây dựng kế hoạch (", "ngày 15/6", ")", false},
		{"no rhythm", "xây dựng kế hoạch (", "ngày 15/6", ")", false},
		{"with another day", "báo cáo ", "ngày 10/6", " và ngày 10/12", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := everyYear(tc.before, tc.date, tc.after); got != tc.want {
				t.Errorf("%v, want %v", got, tc.want)
			}
		})
	}
}

// TestStandsApart holds which periods govern their clause and are a deadline.
func TestStandsApart(t *testing.T) {
	for _, tc := range []struct {
		name, text, period string
		want               bool
	}{
		{"it begins the sentence", "Trong quý III/2024, hoàn thành rà soát", "Trong quý III/2024", true},
		{"it ends a clause that completes", "trình Đề án trong năm 2024", "trong năm 2024", true},
		{"it ends a clause that goes on", "phấn đấu tăng trưởng 8% trong năm 2024", "trong năm 2024", false},
		{"a month ends any clause", "bàn giao mặt bằng trong tháng 9/2024", "trong tháng 9/2024", true},
		{"what is for the year", "trình Đề án để áp dụng trong năm 2024", "trong năm 2024", false},
		{"the beginning of a stretch", "hoàn thành trong năm 2024 - 2025", "trong năm 2024", false},
		{"joined to more", "tổ chức trong năm 2024 và các năm sau", "trong năm 2024", false},
		{"inside a clause", "các vụ việc xảy ra trong năm 2024 tại địa bàn", "trong năm 2024", false},
		{"after the verb that it governs", "Báo cáo trong tháng 6 năm 2024 tình hình", "trong tháng 6 năm 2024", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			from := strings.Index(tc.text, tc.period)
			if got := standsApart(newLine(tc.text), from, from+len(tc.period)); got != tc.want {
				t.Errorf("%q: %v", tc.text, got)
			}
		})
	}
}

// TestRhythmGoverns holds which rhythms say when to act and which describe a noun.
func TestRhythmGoverns(t *testing.T) {
	for _, tc := range []struct {
		name, text, rhythm string
		want               bool
	}{
		{"it begins a clause", "Hằng năm, tổ chức hội nghị", "Hằng năm", true},
		{"it ends a clause that reports", "gửi báo cáo về Sở hằng quý.", "hằng quý", true},
		{"it describes a noun", "xây dựng kế hoạch hằng năm.", "hằng năm", false},
		{"a noun and a verb", "lập kế hoạch hằng năm gửi Sở", "hằng năm", false},
		{"between a body and its verb", "Phòng Y tế hằng quý tổng hợp", "hằng quý", true},
		{"of something", "Hằng năm của tỉnh", "Hằng năm", false},
		{"periodic by itself", "lập kế hoạch định kỳ hằng năm gửi Sở", "định kỳ hằng năm", true},
		{"every one that", "mỗi năm trồng thêm 40 ha", "mỗi năm", false},
		{"once in each", "mỗi năm một lần", "mỗi năm", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			l := newLine(tc.text)
			from := strings.Index(tc.text, tc.rhythm)
			if got := rhythmGoverns(l, from, from+len(tc.rhythm)); got != tc.want {
				t.Errorf("%q: %v", tc.text, got)
			}
		})
	}
}

// TestSplitJoined holds that bodies joined as papers join them are told apart again.
func TestSplitJoined(t *testing.T) {
	bodies := []string{"Sở Y tế", "Sở Tài nguyên và Môi trường", "Công an tỉnh", "Ủy ban nhân dân các huyện, thị xã", "Đài Phát thanh và Truyền hình", "Ban Dân tộc",
		"Văn phòng HĐND và UBND tỉnh", "Bộ Văn hóa, Thể thao và Du lịch", "Kho bạc Nhà nước"}
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.SampledFrom(bodies), 1, 5, rapid.ID[string]).Draw(t, "names")
		list := names[0]
		for i, n := range names[1:] {
			joint := ", "
			if i == len(names)-2 {
				joint = rapid.SampledFrom([]string{", ", " và ", ", và ", "; "}).Draw(t, "joint")
			}
			list += joint + n
		}
		if got := split(newLine(list)); !slices.Equal(got, names) {
			t.Fatalf("%q: %q", list, got)
		}
	})
}

// TestDueFirst holds that the first date of a text wins over a rhythm and over what is counted from an event.
func TestDueFirst(t *testing.T) {
	checkDue(t, "2024-05-10", []dueCase{
		{"a date before a rhythm", "hoàn thành trước ngày 30/6/2024, hằng quý báo cáo", "trước ngày 30/6/2024", "2024-06-30", ""},
		{"a date behind a rhythm", "hằng quý báo cáo, hoàn thành trước ngày 30/6/2024", "trước ngày 30/6/2024", "2024-06-30", ""},
		{"a date behind an event", "trong 05 ngày kể từ ngày nhận được văn bản, chậm nhất ngày 30/6/2024", "chậm nhất ngày 30/6/2024", "2024-06-30", ""},
		{"an event before a rhythm", "báo cáo trong vòng 05 ngày kể từ ngày xảy ra, hằng quý tổng hợp", "trong vòng 05 ngày kể từ ngày xảy ra", "", ""},
		{"none", "chủ động phối hợp chặt chẽ", "", "", ""},
	})
}

// TestStartsVerb holds what begins something to do, and that an organisation is nobody's deed.
func TestStartsVerb(t *testing.T) {
	for low, want := range map[string]bool{
		"tổ chức hội nghị sơ kết": true, "tổ chức, cá nhân tham gia phải đăng ký": false, "tổ chức và cá nhân liên quan": false, "tổ chức tín dụng cho vay": false,
		"khẩn trương rà soát": true, "không để xảy ra cháy": true, "xuất cấp gạo dự trữ": true, "hồ sơ gồm có": false, "": false,
	} {
		if got := startsVerb(low); got != want {
			t.Errorf("%q: %v", low, got)
		}
	}
}

// TestSmallPatterns holds what each of the patterns is for that tells one thing of a line.
func TestSmallPatterns(t *testing.T) {
	for _, tc := range []struct {
		name    string
		match   func(string) bool
		yes, no []string
	}{
		{"people a norm applies to", private.MatchString, []string{"người lao động", "các cá nhân", "người sử dụng lao động", "hộ kinh doanh"}, []string{"người đứng đầu cơ quan", "bộ y tế", "cơ quan bảo hiểm xã hội"}},
		{"the regime of reports", regime.MatchString, []string{"chế độ báo cáo:", "chế độ thông tin, báo cáo"}, []string{"báo cáo kết quả", "chế độ trực ban"}},
		{"amounts", amount.MatchString, []string{"Tỉnh Sông Lam: 214 tấn gạo.", "Huyện Núi Hồng: 1.446 triệu đồng"}, []string{"Sở Y tế: dự trữ thuốc", "Số: 12"}},
		{"the air", func(s string) bool { return aviation.Replace(s) != s }, []string{"cục hàng không", "quân chủng phòng không"}, []string{"không tổ chức"}},
		{"people addressed", func(s string) bool { return addressees(s) > 0 }, []string{"các ông (bà): chánh văn phòng", "ông: giám đốc", "các đồng chí: ủy viên"}, []string{"ông an chủ trì", "bàn giao: sổ sách"}},
		{"plurals over a list", several, []string{"các bộ", "chủ tịch ubnd các tỉnh, thành phố", "các sở, ban và ngành"}, []string{"các trường", "sở"}},
		{"an office that decides for a list", func(s string) bool { return basedOn.MatchString(s) }, []string{" căn cứ quyết định thi hành", " căn cứ vào nghị quyết này tổ chức thực hiện./."}, []string{" căn cứ quyết định này lập hồ sơ"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, s := range tc.yes {
				if !tc.match(s) {
					t.Errorf("%q is one", s)
				}
			}
			for _, s := range tc.no {
				if tc.match(s) {
					t.Errorf("%q is none", s)
				}
			}
		})
	}
}
