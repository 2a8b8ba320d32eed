package structure

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// BenchmarkParse measures the outline of a long directive, whose view is made before.
func BenchmarkParse(b *testing.B) {
	const item = "1. Tổ chức quán triệt, triển khai thực hiện nghiêm túc các nhiệm vụ, giải pháp về phát triển kinh tế - xã hội.\n" +
		"a) Nâng cao chất lượng công tác tham mưu, phối hợp chặt chẽ với các đơn vị có liên quan;\n" +
		"- Báo cáo kết quả trước ngày 15/12/2023 theo quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP;\n" +
		"Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh để được hướng dẫn.\n"
	content := "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 01/CT-UBND\nSơn La, ngày 02 tháng 01 năm 2023\nCHỈ THỊ\nVề công tác thi đua\n" +
		strings.Repeat(item, 500) + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn A\n"
	view := normalize.NewView(&document.Text{Content: content})
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(view)
	}
}
