package sheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// book writes a workbook: rows of the first sheet from A1, then whatever change does.
func book(t testing.TB, rows [][]any, change func(*excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // it has no file
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		if err := change(f); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var plan = [][]any{
	{"UBND TỈNH A", nil, nil, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
	{"PHỤ LỤC PHÂN CÔNG NHIỆM VỤ"},
	{},
	{"TT", "Nội dung", "Chủ trì", "Thời gian"},
	{1, "Rà soát", "Sở A", "Quý I"},
	{"I", "Nhóm việc"},
	{2, "Tập huấn", nil, 45292},
	{"Ghi chú: trên đây là dự kiến"},
}

func TestWorkbook(t *testing.T) {
	data := book(t, plan, func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: new("dd/mm/yyyy")})
		if err != nil {
			return err
		}
		if err := f.SetCellStyle("Sheet1", "D7", "D7", style); err != nil {
			return err
		}
		if err := f.MergeCell("Sheet1", "C5", "C7"); err != nil {
			return err
		}
		if _, err := f.NewSheet("Ẩn"); err != nil {
			return err
		}
		if err := f.SetCellValue("Ẩn", "A1", "ẩn"); err != nil {
			return err
		}
		return f.SetSheetVisible("Ẩn", false)
	})
	res, err := Reader{}.Read(t.Context(), read.Source{Name: "a.xlsx", Data: data}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := "UBND TỈNH A\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHỤ LỤC PHÂN CÔNG NHIỆM VỤ\n" +
		"TT | Nội dung | Chủ trì | Thời gian\n1 | Rà soát | Sở A | Quý I\nI | Nhóm việc\n2 | Tập huấn |  | 01/01/2024\n" +
		"Ghi chú: trên đây là dự kiến\n"
	text := res.Text
	if text.Content != want {
		t.Fatalf("got  %q\nwant %q", text.Content, want)
	}
	var got []string
	for _, c := range text.Tables[0].Rows[3].Cells {
		got = append(got, c.In(text.Content))
	}
	if !slices.Equal(got, []string{"2", "Tập huấn", "Sở A", "01/01/2024"}) {
		t.Errorf("cells %q", got)
	}
	if !text.Tables[0].Rows[0].Header {
		t.Error("the head is no head")
	}
}

func TestWideSheet(t *testing.T) {
	data := book(t, [][]any{{"TT", "b", "c"}, {"1", "x", "y"}}, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "XFD2", "z") })
	res, err := Reader{}.Read(t.Context(), read.Source{Data: data}, read.Limits{})
	if err != nil || res.Text.Content != "TT | b | c\n1 | x | y\n" {
		t.Errorf("got %+v, %v", res, err)
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"commas and quotes", "TT,Nội dung,Hạn\n1,\"Rà soát, sửa\",Quý I\n", "TT | Nội dung | Hạn\n1 | Rà soát, sửa | Quý I\n"},
		{"semicolons", "TT;Nội dung;Hạn\n1;a;b\n", "TT | Nội dung | Hạn\n1 | a | b\n"},
		{"tabs", "TT\tNội dung\tHạn\n1\ta\tb\n", "TT | Nội dung | Hạn\n1 | a | b\n"},
		{"a title above", "KẾ HOẠCH\nTT,b,c\n1,x,y\n", "KẾ HOẠCH\nTT | b | c\n1 | x | y\n"},
		{"lines of unlike length", "TT,b,c\n1,x\n2,y,z\n", "TT | b | c\n1 | x\n2 | y | z\n"},
		{"a stray quote", "TT,b,c\n1,a\"b,c\n", "TT | b | c\n1 | a\"b | c\n"},
		{"a break in a cell", "TT,b,c\n1,\"x\ny\",z\n", "TT | b | c\n1 | x y | z\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := CSV{}.Read(t.Context(), read.Source{Name: "a.csv", Data: []byte(c.data)}, read.Limits{})
			if err != nil || res.Text.Content != c.want {
				t.Errorf("got %+v, %v; want %q", res, err, c.want)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	good := book(t, plan, nil)
	for _, c := range []struct {
		name string
		r    read.Reader
		data []byte
		lim  read.Limits
		want read.Reason
	}{
		{"cut off", Reader{}, good[:len(good)/2], read.Limits{}, read.Truncated},
		{"a bomb", Reader{}, good, read.Limits{MaxExpanded: 100}, read.ExpandsTooMuch},
		{"no encoding", CSV{}, []byte("caf\xe9,d\xe9j\xe0,for\xeat\n"), read.Limits{}, read.UnknownEncoding},
	} {
		_, err := c.r.Read(t.Context(), read.Source{Data: c.data}, c.lim)
		if got := read.ReasonOf(err); got != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func seeds(t testing.TB) map[string][]byte {
	t.Helper()
	return map[string][]byte{"a.xlsx": book(t, plan, func(f *excelize.File) error { return f.MergeCell("Sheet1", "C5", "C7") })}
}

func csvSeeds() map[string][]byte {
	return map[string][]byte{"a.csv": []byte("TT,b,c\n1,\"x,\ny\",z\n" + strings.Repeat("2,a,b\n", 5))}
}

func TestSuite(t *testing.T) {
	readtest.Suite(t, Reader{}, seeds(t))
	readtest.Suite(t, CSV{}, csvSeeds())
}

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds(f)) }

func FuzzCSV(f *testing.F) { readtest.Fuzz(f, CSV{}, csvSeeds()) }
