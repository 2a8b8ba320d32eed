package structure

import "testing"

// TestSignatures holds which line in capitals opens a signature.
func TestSignatures(t *testing.T) {
	const head = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 07/CT-UBND\nSông Lam, ngày 10 tháng 5 năm 2024\nCHỈ THỊ\nVề việc giữ rừng\n1. Tuần tra rừng.\n"
	for _, tc := range []struct {
		name, tail string
		want       int // paragraphs of the signature
	}{
		{"an office and a name", "CHỦ TỊCH\nNguyễn Văn An\n", 2},
		{"for a head", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n", 3},
		{"an office that lost its marks", "CHU TICH\nNguyễn Văn An\n", 2},
		{"a label in an item", "CHỦ TỊCH:\nGiao các sở tuần tra.\n", 0},
		{"small letters", "Chủ tịch\nNguyễn Văn An\n", 0},
		{"numbered text goes on", "CHỦ TỊCH\nNguyễn Văn An\n2. Dự trữ nước.\n3. Trực đêm.\n", 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			o := parse(head + tc.tail)
			if got := len(o.Region(Signature)); got != tc.want {
				t.Errorf("%d paragraphs, want %d\n%s", got, tc.want, regions(o))
			}
		})
	}
}

// TestTies holds which words tie an annex to its paper, and which heads are an annex's.
func TestTies(t *testing.T) {
	for s, want := range map[string]bool{
		"(Kèm theo Quyết định số 07/QĐ-UBND)": true, "(Ban hành kèm theo Kế hoạch)": true, "Kèm theo Công văn số 7": true,
		"kèm theo danh sách": true, "Có danh sách kèm theo": false, "": false,
	} {
		if got := annexTie(s); got != want {
			t.Errorf("tie %q: %v", s, got)
		}
	}
	for s, want := range map[string]bool{
		"PHỤ LỤC": true, "PHỤ LỤC II": true, "Phụ lục số 3:": true, "QUY CHẾ": true, "DANH MỤC": true,
		"PHỤ LỤC DANH SÁCH CÁC XÃ ĐƯỢC HỖ TRỢ": false, "Quy chế": false, "KẾ HOẠCH": false, "": false,
	} {
		if got := annexHead(s); got != want {
			t.Errorf("head %q: %v", s, got)
		}
	}
}
