package structure

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

func TestHeads(t *testing.T) {
	for _, c := range []struct {
		line                   string
		recipients, annex, tie bool
	}{
		{"Nơi nhận:", true, false, false},
		{"NƠI NHẬN:", true, false, false},
		{"- Nơi nhận: ", true, false, false},
		{"Noi nhận:", true, false, false},
		{"Nơi gửi:", true, false, false},
		{"Nơi nào có dịch", false, false, false},
		{"PHỤ LỤC", false, true, false},
		{"PHỤ LỤC SỐ III", false, true, false},
		{"Phụ lục 2:", false, true, false},
		{"DANH MỤC", false, true, false},
		{"ĐIỀU LỆ", false, true, false},
		{"QUY CHẾ LÀM VIỆC", false, false, false},
		{"Phụ lục kèm theo Kế hoạch này", false, false, false},
		{"(Kèm theo Kế hoạch số 12/KH-VKS)", false, false, true},
		{"(Ban hành kèm theo Quyết định số 1)", false, false, true},
		{"ban hành kèm theo Quyết định số 1", false, false, true},
		{"( kèm theo Công văn số 1)", false, false, true},
		{"Ban hành Quy chế", false, false, false},
		{"", false, false, false},
	} {
		t.Run(c.line, func(t *testing.T) {
			if got := recipientsHead(c.line); got != c.recipients {
				t.Errorf("recipientsHead = %v", got)
			}
			if got := annexHead(c.line); got != c.annex {
				t.Errorf("annexHead = %v", got)
			}
			if got := annexTie(c.line); got != c.tie {
				t.Errorf("annexTie = %v", got)
			}
		})
	}
}

// paragraph draws the beginnings of paragraphs that a look at the first letter may get wrong.
func paragraph(t *rapid.T) string {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"Nơi ", "nhận", "NƠI", "v", "- ", "~", "(", "Kèm theo ", "ban hành ", "PHỤ LỤC", "SỐ I", "Đ", "ĐIỀU ", "Điều 5", "Mục 1", "I.", "V/v",
			"A.", "Một là,", "Thứ hai,", "1.", "2.1.", "3)", "a)", "đ)", "–", "•", "+", " ", ":", "Phần thứ nhất", "12/",
		}),
		rapid.StringMatching(`[A-ZĐa-zữ0-9 .:)/-]{0,5}`),
	)
	return strings.Join(rapid.SliceOfN(piece, 0, 4).Draw(t, "paragraph"), "")
}

// The look at the first letter must never turn away what the pattern behind it takes.
func TestLooksBeforePatterns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := paragraph(t)
		if got, want := recipientsHead(s), recipientsForm.MatchString(s); got != want {
			t.Errorf("recipientsHead(%q) = %v, the pattern says %v", s, got, want)
		}
		if got, want := annexHead(s), len(s) <= longestAnnexHead && annexForm.MatchString(s); got != want {
			t.Errorf("annexHead(%q) = %v, the pattern says %v", s, got, want)
		}
		if got, want := annexTie(s), annexTieForm.MatchString(s); got != want {
			t.Errorf("annexTie(%q) = %v, the pattern says %v", s, got, want)
		}
		for _, l := range labels {
			if !l.re.MatchString(s) {
				continue
			}
			if !tried(l.level, s[0]) {
				t.Errorf("%q fits level %d, which is not tried", s, l.level)
			}
		}
	})
}

// tried tells whether a level is tried on paragraphs that begin with the byte.
func tried(level Level, first byte) bool {
	for _, i := range labelsFrom[first] {
		if labels[i].level == level {
			return true
		}
	}
	return false
}

// A label and its body lie in the paragraph, in this order, and nothing but blanks and marks stands between them.
func TestFindLabelProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := paragraph(t)
		level, label, body := findLabel(s, document.Range{End: len(s)})
		if label.Start != 0 || label.End > body.Start || body.End != len(s) {
			t.Errorf("%q: label %v, body %v", s, label, body)
		}
		if (level == None) != label.Empty() {
			t.Errorf("%q: level %d with the label %q", s, level, label.In(s))
		}
		if between := s[label.End:body.Start]; strings.Trim(between, " \u00a0\t.:") != "" {
			t.Errorf("%q: %q is in neither", s, between)
		}
	})
}

func TestPlaces(t *testing.T) {
	o := parse(plan)
	for _, c := range []struct {
		words  string
		region Region
		path   string
	}{
		{"SƠN LA", Letterhead, ""}, {"Thực hiện công tác", Title, ""}, {"đơn vị xây dựng", Preamble, ""}, {"Nâng cao", Main, "I.1"},
		{"Trong quý I", Main, "II.1.a"}, {"Trên báo", Main, "II.2.2"}, {"Tỉnh ủy", Recipients, ""}, {"Trần Thị Bình", Signature, ""},
		{"Biểu mẫu", Annex, "1"},
	} {
		at := strings.Index(o.View.Text, c.words)
		if got := o.RegionAt(at); got != c.region {
			t.Errorf("%q stands in region %d, want %d", c.words, got, c.region)
		}
		if got := o.PathAt(at); got != c.path {
			t.Errorf("%q stands in %q, want %q", c.words, got, c.path)
		}
	}
	empty := parse("")
	if empty.RegionAt(0) != Main || empty.PathAt(0) != "" {
		t.Error("an empty paper has a place")
	}
}

// TestTitleEnds covers what ends a title: the legal bases, however long the subject before them.
func TestTitleEnds(t *testing.T) {
	subject := "Về việc ban hành quy định " + strings.Repeat("về quản lý và sử dụng nguồn vốn đầu tư công, ", 10) + "trên địa bàn tỉnh"
	for _, c := range []struct {
		name, content, title string
	}{
		{"a long subject over a legal basis", "QUYẾT ĐỊNH\n" + subject + "\n\nCăn cứ Luật Đầu tư công;\nĐiều 1. Phạm vi\n", subject},
		{"a subject on the kind's line", "KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024\n\nThực hiện Nghị quyết số 01/NQ-CP, Ủy ban nhân dân tỉnh ban hành kế hoạch.\n1. Mục tiêu\n", "KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2024"},
		{"a remark in brackets", "BÁO CÁO\nKết quả công tác năm 2024\n(Số liệu đến ngày 31/12/2024)\n\nNăm 2024, đơn vị đã hoàn thành.\n1. Kết quả\n", "Kết quả công tác năm 2024\n(Số liệu đến ngày 31/12/2024)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := parse(c.content)
			var title []string
			for _, b := range o.Region(Title) {
				if text := o.View.Para(b.Para); text != "QUYẾT ĐỊNH" && text != "BÁO CÁO" {
					title = append(title, text)
				}
			}
			if got := strings.Join(title, "\n"); got != c.title {
				t.Errorf("got %q\nwant %q", got, c.title)
			}
		})
	}
}
