package extract_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/ocr"
	"github.com/soichi/soichi/extract/read"
)

// samples are the documents that are kept in many formats, and those formats that hold their text, beside DOCX: a directive,
// and a plan with numbers that Word counts, footnotes, and an annex table with merged cells. HTML knows no "a)", which the
// directive has.
var samples = map[string][]string{
	"87-ct-ttg":     {"doc", "odt", "rtf", "pdf"},
	"4417-kh-bkhcn": {"doc", "odt", "rtf", "pdf", "html"},
}

// formatOf reads one of the samples in one of its formats.
func formatOf(t *testing.T, sample, format string) *document.Document {
	t.Helper()
	return extracted(t, filepath.Join("../testdata/formats", sample+"."+format))
}

// cellsOf gives the tables of a sample, as its reader sees them: a line a row, merged cells with the value that they share.
func cellsOf(t *testing.T, sample, format string) []string {
	t.Helper()
	name := sample + "." + format
	data, err := os.ReadFile(filepath.Join("../testdata/formats", name))
	if err != nil {
		t.Fatal(err)
	}
	res, err := extract.Readers().Read(t.Context(), read.Source{Name: name, Data: data}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, table := range res.Text.Tables {
		for _, row := range table.Rows {
			line := ""
			if row.Header {
				line = "head: "
			}
			for _, cell := range row.Cells {
				line += cell.In(res.Text.Content) + " | "
			}
			out = append(out, line)
		}
	}
	return out
}

// fact is one thing taken out of a document: exact is what has to be the same in every format, words what OCR may read
// with some wrong letters.
type fact struct{ exact, words string }

func value(f *document.Field) string {
	if f == nil {
		return ""
	}
	return strings.Join(strings.Fields(f.Value), " ")
}

// facts lists the fields and tasks of a document.
func facts(d *document.Document) []fact {
	kind, issuer := "", ""
	if d.Kind != nil && d.Issuer != nil {
		kind, issuer = d.Kind.Value, d.Issuer.Value
	}
	out := []fact{
		{exact: "kind " + kind}, {exact: "symbol " + value(d.Symbol)}, {exact: "issuer " + issuer},
		{exact: "issued " + value(d.IssuedOn)}, {exact: "place " + value(d.Place)}, {exact: "urn " + string(d.URN)},
		{exact: "title", words: value(d.Title)},
	}
	if d.Signer != nil {
		out = append(out, fact{exact: "signer " + string(d.Signer.Position) + ", " + string(d.Signer.Authority), words: d.Signer.Value})
	}
	for _, r := range d.Recipients {
		out = append(out, fact{exact: "recipient", words: strings.Join(strings.Fields(r.Text+" "+string(r.Purpose)), " ")})
	}
	for _, k := range d.Tasks {
		due := ""
		if k.Due != nil {
			due = string(k.Due.Value) + " " + string(k.Due.Recurrence)
		}
		out = append(out, fact{
			exact: "task " + string(k.Section) + ", due " + due,
			words: strings.Join(strings.Fields(k.Text+" lead "+strings.Join(k.Lead, "; ")+" support "+strings.Join(k.Support, "; ")), " "),
		})
	}
	return out
}

// wrongShare is the share of letters that got has wrong.
func wrongShare(want, got string) float64 {
	w, g := []rune(want), []rune(got)
	row := make([]int, len(g)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range w {
		last := row[0]
		row[0] = i + 1
		for j, y := range g {
			cost := last
			if x != y {
				cost++
			}
			last, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return float64(row[len(g)]) / float64(max(len(w), 1))
}

// compare tells where two documents differ. wrong is the share of letters that may differ in running text.
func compare(t *testing.T, want, got []fact, wrong float64) {
	t.Helper()
	for i := range max(len(want), len(got)) {
		switch {
		case i >= len(got):
			t.Errorf("missing %+v", want[i])
		case i >= len(want):
			t.Errorf("more %+v", got[i])
		case want[i].exact != got[i].exact || wrongShare(want[i].words, got[i].words) > wrong:
			t.Errorf("got  %+v\nwant %+v", got[i], want[i])
		}
	}
}

// The same document gives the same fields and tasks, letter by letter, in the formats that hold its text.
func TestSixFormats(t *testing.T) {
	for sample, formats := range samples {
		want := facts(formatOf(t, sample, "docx"))
		if len(want) < 20 {
			t.Fatalf("%d facts in the DOCX", len(want))
		}
		for _, format := range formats {
			t.Run(sample+"."+format, func(t *testing.T) { compare(t, want, facts(formatOf(t, sample, format)), 0) })
		}
	}
	t.Run("scan", func(t *testing.T) {
		if s := ocr.Probe(t.Context()); !s.Ready() {
			t.Skip("the scan is read by OCR. " + s.Hint)
		}
		d := formatOf(t, "87-ct-ttg", "scan.pdf")
		if !d.Source.OCR {
			t.Error("the result does not say that the text was read by OCR")
		}
		compare(t, facts(formatOf(t, "87-ct-ttg", "docx")), facts(d), 0.04)
	})
}

// The text is the same too, word by word, footnote and list labels included.
func TestSixFormatsText(t *testing.T) {
	for sample, formats := range samples {
		want := strings.Fields(formatOf(t, sample, "docx").Text)
		slices.SortFunc(want, cmp.Compare[string])
		for _, format := range formats {
			t.Run(sample+"."+format, func(t *testing.T) {
				got := strings.Fields(formatOf(t, sample, format).Text)
				slices.SortFunc(got, cmp.Compare[string])
				lost, more := without(want, got), without(got, want)
				if len(lost) > 0 || len(more) > 0 {
					t.Errorf("words lost %q, words more %q", lost, more)
				}
			})
		}
	}
}

// The annex table comes out with its head and with the value of merged cells in every row, whatever the format.
func TestSixFormatsTables(t *testing.T) {
	const sample = "4417-kh-bkhcn"
	want := []string{
		"head: STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian | Sản phẩm | ",
		"I | Dữ liệu và kết nối |  |  |  |  | ",
		"1 | Lấy ý kiến địa phương về dự thảo hướng dẫn kỹ thuật | Cục Chuyển đổi số quốc gia | Văn phòng Chính phủ | Trước 25/9/2025 | Dự thảo hướng dẫn | ",
		"2 | Kiểm thử kết nối tại 05 tỉnh | Cục Chuyển đổi số quốc gia | Các doanh nghiệp viễn thông | Tháng 11/2025 | Báo cáo kiểm thử | ",
		"II | Nhân lực số |  |  |  |  | ",
		"3 | Xây dựng tài liệu, tổ chức bồi dưỡng kỹ năng số cho Tổ công nghệ số cộng đồng | Viện Công nghệ số và Chuyển đổi số quốc gia | " +
			"Sở Khoa học và Công nghệ các tỉnh, thành phố | 31/10/2025 | Bộ tài liệu | ",
		"4 | Giải đáp vướng mắc của cấp xã qua đường dây hỗ trợ | Viện Công nghệ số và Chuyển đổi số quốc gia | " +
			" | Thường xuyên | Báo cáo tháng | ",
	}
	for _, format := range append([]string{"docx"}, samples[sample]...) {
		t.Run(format, func(t *testing.T) {
			if got := cellsOf(t, sample, format); !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// without gives the words of a that b has fewer of. Both are sorted.
func without(a, b []string) []string {
	var out []string
	for _, w := range a {
		for len(b) > 0 && b[0] < w {
			b = b[1:]
		}
		if len(b) > 0 && b[0] == w {
			b = b[1:]
			continue
		}
		out = append(out, w)
	}
	return out
}
