package structure

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

const (
	mottoLines = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
	firstPaper = "BỘ Y TẾ\nSố: 1/2024/TT-BYT\n" + mottoLines + "THÔNG TƯ\nVề trạm y tế\nĐiều 1. Một.\nBỘ TRƯỞNG\nLê Minh An\n"
)

func outlineOf(content string) *Outline {
	return Parse(normalize.NewView(&document.Text{Content: content, Wrapped: true}))
}

func TestSecondPaper(t *testing.T) {
	for _, c := range []struct{ name, behind, first string }{
		{"another circular", "BỘ TÀI CHÍNH\nSố: 7/2024/TT-BTC\n" + mottoLines + "THÔNG TƯ\nVề phí\nĐiều 1. Một.", "BỘ TÀI CHÍNH"},
		{"the number behind the motto", "BỘ TÀI CHÍNH\n" + mottoLines + "Số: 7/2024/TT-BTC\nTHÔNG TƯ\nVề phí\nĐiều 1. Một.", "BỘ TÀI CHÍNH"},
		{"of the Party", "TỈNH ỦY SƠN LA\nSố 45-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nCHỈ THỊ\nvề phí", "TỈNH ỦY SƠN LA"},
		{"a form with a blank number", "PHỤ LỤC\nTÊN CƠ QUAN\nSố: …/QĐ-…\n" + mottoLines + "QUYẾT ĐỊNH\nVề việc cho phép", ""},
		{"a form without a number", "PHỤ LỤC\n" + mottoLines + "ĐƠN ĐỀ NGHỊ\nKính gửi: Bộ Y tế", ""},
		{"a motto in running text", "Quốc huy nước Cộng hòa xã hội chủ nghĩa Việt Nam theo Nghị định số 7/2024/NĐ-CP.", ""},
		{"nothing", "", ""},
	} {
		o := outlineOf(firstPaper + c.behind)
		at := o.secondPaper(o.headEnd().body)
		got := ""
		if at < len(o.Blocks) {
			got = o.View.Para(o.Blocks[at].Para)
		}
		if got != c.first {
			t.Errorf("%s: begins at %q, want %q", c.name, got, c.first)
		}
		for i, b := range o.Blocks {
			if i >= at && b.Region != Annex {
				t.Errorf("%s: %q is in region %d", c.name, o.View.Para(b.Para), b.Region)
			}
		}
		if s := o.Region(Signature); len(s) < 2 || o.View.Para(s[1].Para) != "Lê Minh An" {
			t.Errorf("%s: the first paper's signature is lost: %v", c.name, s)
		}
	}
}

// TestSheetBeforeThePaper reads a transcription whose site tells the paper's properties before its letterhead.
func TestSheetBeforeThePaper(t *testing.T) {
	o := outlineOf("Thông tư 1/2024/TT-BYT\n\nTHÔNG TIN VĂN BẢN\n\nTHÔNG TƯ\n\nVề trạm y tế\n\n" + firstPaper)
	if s := o.Region(Signature); len(s) != 2 || len(o.Region(Annex)) > 0 {
		t.Errorf("signature of %d paragraphs, annex of %d", len(s), len(o.Region(Annex)))
	}
}

// TestSecondPaperChangesNothingBefore checks that what stands in a file behind a paper leaves the paper's own blocks in their
// regions.
func TestSecondPaperChangesNothingBefore(t *testing.T) {
	alone := outlineOf(firstPaper)
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{
			"Điều 2. Hai.", "1. Một.", "a) Điểm;", "BỘ TRƯỞNG", "Trần Văn Bình", "PHỤ LỤC", "Nơi nhận:", "- Lưu: VT.", "Một câu.", "Số: 9/QĐ-BTC", "QUYẾT ĐỊNH:",
		}), 0, 12).Draw(t, "lines")
		o := outlineOf(firstPaper + "BỘ TÀI CHÍNH\nSố: 7/2024/TT-BTC\n" + mottoLines + "THÔNG TƯ\nVề phí\n" + strings.Join(lines, "\n"))
		for i, b := range alone.Blocks {
			if o.Blocks[i].Region != b.Region {
				t.Fatalf("%q is in region %d, alone in %d", o.View.Para(i), o.Blocks[i].Region, b.Region)
			}
		}
	})
}
