package task

import "testing"

// TestVerbAfter holds where a name ends, and whether by a word that alone makes an obligation.
func TestVerbAfter(t *testing.T) {
	for _, tc := range []struct {
		name, text, want string // want is the name; "" where no verb follows
		strong           bool
	}{
		{"a plain verb", "Sở Y tế tổ chức kiểm tra", "Sở Y tế", false},
		{"a word of obligation", "Sở Y tế phải kiểm tra", "Sở Y tế", true},
		{"leading", "Sở Y tế chủ trì kiểm tra", "Sở Y tế", true},
		{"a colon", "Sở Y tế: kiểm tra", "Sở Y tế", true},
		{"an adverb", "Sở Y tế khẩn trương kiểm tra", "Sở Y tế", false},
		{"brackets are skipped", "Sở Nội vụ (Ban Thi đua chủ trì) tổng hợp", "Sở Nội vụ (Ban Thi đua chủ trì)", false},
		{"quotations are skipped", "Ban Tổ chức cuộc thi “Kiểm tra tay nghề” thông báo thể lệ", "Ban Tổ chức cuộc thi “Kiểm tra tay nghề”", false},
		{"a capital is part of a name", "Viện Kiểm sát huyện kiểm tra", "Viện Kiểm sát huyện", false},
		{"a sentence ends first", "Sở Y tế. Kiểm tra các chợ", "", false},
		{"a semicolon before a body", "Sở Y tế; Sở Tài chính kiểm tra", "Sở Y tế; Sở Tài chính", false},
		{"a semicolon before a verb", "Sở Y tế; kiểm tra các chợ", "", false},
		{"members of a plural", "Các Sở: Y tế, Tài chính kiểm tra", "Các Sở: Y tế, Tài chính", false},
		{"no verb", "Sở Y tế và các bệnh viện", "", false},
		{"a full stop in a number", "Phòng 1.2 kiểm tra", "Phòng 1.2", false},
		{"a list after the work given", "Các phòng được giao nhiệm vụ chủ trì, Ủy ban nhân dân các xã xây dựng lịch", "Các phòng được giao nhiệm vụ chủ trì, Ủy ban nhân dân các xã", false},
		{"a list after the tasks led", "Thủ trưởng các vụ được giao chủ trì nhiệm vụ, Giám đốc Sở Y tế tổng hợp", "Thủ trưởng các vụ được giao chủ trì nhiệm vụ, Giám đốc Sở Y tế", false},
		{"no list after the work given", "Phòng được giao chủ trì nhiệm vụ, tổng hợp lịch", "Phòng được giao", true},
		{"nothing", "", "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			end, strong := verbAfter(newLine(tc.text), 0)
			got := ""
			if end >= 0 {
				got = tc.text[:end]
			}
			if got != tc.want || strong != tc.strong {
				t.Errorf("%q: %q, %v", tc.text, got, strong)
			}
		})
	}
}

func TestActs(t *testing.T) {
	for text, want := range map[string]bool{
		"trong thời gian tới":                  false, // a circumstance and no verb
		"trong thời gian tới kiểm tra các chợ": true,
		"tại Ban Chỉ đạo Kiểm tra":             false, // a capital is part of a name
		"về việc; kiểm tra":                    false, // another clause
		"":                                     false,
	} {
		if got := acts(newLine(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestHalved(t *testing.T) {
	for low, want := range map[string]bool{
		"vụ phổ biến,":           true,
		"cục quản lý, ":          true,
		"sở y tế, vụ phổ biến,":  true,
		"hội đồng thi đua,":      true,
		"vụ phổ biến":            false, // no comma
		"sở y tế,":               false, // no verb
		"phổ biến,":              false, // no body
		"vụ phổ biến pháp luật,": false, // more than the verb
		"":                       false,
	} {
		if got := halved(low); got != want {
			t.Errorf("%q: %v", low, got)
		}
	}
}

func TestOwner(t *testing.T) {
	for low, want := range map[string]string{
		"việc ban hành giá của sở tài chính phải đúng hạn":  "sở tài chính phải đúng hạn",
		"việc kiểm tra do công an tỉnh thực hiện":           "công an tỉnh thực hiện",
		"việc xây dựng đã được giao của sở y tế phải":       "", // tells what was done
		"việc chi tiêu theo quy định của bộ tài chính phải": "",
		"sở y tế":    "",
		"việc chung": "",
	} {
		got := ""
		if at := owner(low); at > 0 {
			got = low[at:]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", low, got, want)
		}
	}
}

// TestCueColumns holds that a phrase counts as a verb only away from the words that make it part of a name.
func TestCueColumns(t *testing.T) {
	for _, tc := range []struct {
		name, text, word string
		want             bool
	}{
		{"to organise", "Sở Y tế tổ chức kiểm tra", "tổ chức", true},
		{"an organisation", "Các cơ quan, tổ chức có liên quan", "tổ chức", false},
		{"organisations of a kind", "Các cơ quan và tổ chức chính trị", "tổ chức", false},
		{"to join", "Sở Y tế phối hợp với các chợ", "phối hợp", true},
		{"after a noun it is one", "Thời gian của kế hoạch kiểm tra", "kiểm tra", false},
		{"after the head that leads", "Đơn vị chủ trì thực hiện báo cáo", "thực hiện", false},
		{"to lead others", "Đảng ủy lãnh đạo các chi bộ", "lãnh đạo", true},
		{"those who lead", "Đảng ủy và lãnh đạo các sở", "lãnh đạo", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			l := newLine(tc.text)
			at := hits(l.low, tc.word)
			if _, got := cueAt(l, 0, at[len(at)-1]); got != tc.want {
				t.Errorf("%q in %q: %v", tc.word, tc.text, got)
			}
		})
	}
}
