package result

import "testing"

func TestUnitAt(t *testing.T) {
	for text, want := range map[string]string{
		"vụ án trọng điểm được xét xử": "vụ án trọng điểm", // the longest of the table
		"vụ/102 bị can":                "vụ",
		"tin, bài với nhiều nội dung":  "tin, bài",
		"tin, trong đó":                "tin",
		"lượt tập thể được khen":       "lượt tập thể", // a unit that takes its noun along
		"lượt tuyên truyền":            "lượt",
		"% hồ sơ":                      "%",
		"triệu đồng":                   "triệu đồng",
		"ngôi nhà tạm":                 "ngôi nhà tạm",
		"Trung tâm Phục vụ":            "Trung tâm",
		"hộ gia đình":                  "hộ",
		"triệu tấn than":               "triệu tấn",
		"triệu cây số":                 "triệu cây",
		"ngôi":                         "", // what takes a noun along is nothing by itself
		"đơn khiếu nại, tố cáo":        "đơn khiếu nại, tố cáo",
		"ổ dịch cúm gia cầm":           "ổ dịch",
		"năm qua":                      "",
		"- 02 ngày":                    "",
		"":                             "",
	} {
		if got := unitAt(text); got != want {
			t.Errorf("unitAt(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestNextNumber(t *testing.T) {
	for s, want := range map[string]string{
		"có 6.433 tin": "6.433", "1234.567": "1234", "12.34": "12", "98,5%": "98,5", "1.234,56": "1.234,56", "3, 4": "3", "không": "",
		"150.000.000": "150.000.000", "7,": "7",
	} {
		from, to := nextNumber(s, 0)
		if got := s[max(0, from):max(0, to)]; got != want {
			t.Errorf("nextNumber(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]float64{
		"6.433": 6433, "150.000.000": 150000000, "98,5": 98.5, "1.234,56": 1234.56, "03": 3, "1200": 1200,
	} {
		if got, ok := parse(text); !ok || got != want {
			t.Errorf("parse(%q) = %v, %v, want %v", text, got, ok, want)
		}
	}
}

func TestPeriodOf(t *testing.T) {
	for text, want := range map[string]string{
		"(Từ năm 2020 đến năm 2024)":     "2020-2024",
		"giai đoạn 2021 - 2025":          "2021-2025",
		"PHONG TRÀO THI ĐUA (2020-2024)": "2020-2024",
		"trong năm 2023":                 "2023",
		"năm 2022 và năm 2023":           "", // which of them is not said
		"trong 05 năm qua":               "",
		"":                               "",
	} {
		if got := periodOf(text); got != want {
			t.Errorf("periodOf(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestClause(t *testing.T) {
	s := "năm 2022 một; hai 40 đơn; ba"
	if got := clause(s, 22, 0, len(s)); got != " hai 40 đơn" {
		t.Errorf("got %q", got)
	}
}
