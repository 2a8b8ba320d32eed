package normalize

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// BenchmarkNewView measures the view of a directive, once as paragraphs and once as printed lines.
func BenchmarkNewView(b *testing.B) {
	const paragraph = "1. Tổ chức quán triệt, triển khai thực hiện nghiêm túc các nhiệm vụ, giải pháp về phát triển kinh tế - xã hội;\n" +
		"nâng cao chất lượng công tác tham mưu, phối hợp chặt chẽ với các đơn vị có liên quan trong quá trình thực hiện nhiệm\n" +
		"vụ được giao, báo cáo kết quả trước ngày 15/12/2023 theo quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.\n"
	for _, c := range []struct {
		name    string
		content string
		wrapped bool
	}{
		{"paragraphs", strings.Repeat(strings.ReplaceAll(strings.TrimSpace(paragraph), "\n", " ")+"\n", 500), false},
		{"lines", strings.Repeat(paragraph, 500), true},
	} {
		b.Run(c.name, func(b *testing.B) {
			text := &document.Text{Content: c.content, Wrapped: c.wrapped}
			b.SetBytes(int64(len(c.content)))
			b.ReportAllocs()
			for b.Loop() {
				NewView(text)
			}
		})
	}
}
