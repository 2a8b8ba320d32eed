package citation

import (
	"os"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

// benchText is running text with about as many citations as a directive has: one in six hundred bytes.
var benchText = strings.Repeat("1. Tổ chức quán triệt, triển khai thực hiện nghiêm túc các nhiệm vụ, giải pháp về phát triển kinh tế - xã hội; "+
	"nâng cao chất lượng công tác tham mưu, phối hợp chặt chẽ với các đơn vị có liên quan trong quá trình thực hiện nhiệm vụ được giao. "+
	"Tăng cường kiểm tra, giám sát việc thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về việc phát động thi đua.\n"+
	"- Các đơn vị xây dựng kế hoạch, báo cáo kết quả trước ngày 15/12/2023 theo quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.\n", 400)

// BenchmarkExtract measures the citation pass alone: the view and the outline are made before.
func BenchmarkExtract(b *testing.B) {
	for _, c := range []struct{ name, text string }{{"directive", benchText}, {"prose", prose()}, {"shared", sharedText(b)}} {
		b.Run(c.name, func(b *testing.B) {
			if c.text == "" {
				b.Skip("no reference data")
			}
			o := structure.Parse(normalize.NewView(&document.Text{Content: c.text}))
			reg := register.Default()
			b.SetBytes(int64(len(o.View.Text)))
			b.ReportAllocs()
			for b.Loop() {
				Extract(o, Self{}, reg)
			}
		})
	}
}

// prose is benchText without its citations: what the scan alone costs.
func prose() string {
	return strings.NewReplacer("Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ", "nhiệm vụ", " tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", "").Replace(benchText)
}

// sharedText joins the seed documents, "" where they are absent.
func sharedText(b *testing.B) string {
	dir := os.Getenv("SOICHI_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	entries, err := os.ReadDir(dir + "/seeds")
	if err != nil {
		return ""
	}
	var s strings.Builder
	for _, e := range entries {
		data, err := os.ReadFile(dir + "/seeds/" + e.Name())
		if err != nil {
			b.Fatal(err)
		}
		s.Write(data)
		s.WriteByte('\n')
	}
	return s.String()
}
