package pdf

import (
	"context"
	"errors"
	"flag"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/viet"
)

var update = flag.Bool("update", false, "write the golden files anew")

// noOCR is a machine without OCR.
func noOCR(context.Context) (Recognizer, error) {
	e := read.Fail("needs_ocr", "no recognizer here")
	e.Hint = "Install one."
	return nil, e
}

// fakeOCR reads the same word on every picture.
type fakeOCR struct {
	word       string
	confidence float64
}

func (f fakeOCR) Read(context.Context, image.Image, int) (*layout.Page, error) {
	p := &layout.Page{Width: 595, Height: 842, Verdict: verdictOCR, Confidence: f.confidence}
	if f.word != "" {
		p.Words = []layout.Word{{Text: f.word, X0: 100, X1: 150, Y: 200, Size: 14}}
	}
	return p, nil
}

func (f fakeOCR) find(context.Context) (Recognizer, error) { return f, nil }

func mustRead(t *testing.T, r Reader, data []byte) *read.Result {
	t.Helper()
	res, err := r.Read(context.Background(), read.Source{Name: "x.pdf", Data: data}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			res := mustRead(t, Reader{FindOCR: noOCR}, data)
			checkText(t, res.Text)
			golden := strings.TrimSuffix(name, ".pdf") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(res.Text.Content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if res.Text.Content != string(want) {
				t.Errorf("the text differs from %s; got\n%s", golden, res.Text.Content)
			}
		})
	}
}

// checkText checks what holds of every text: NFC, ranges inside the content and in order.
func checkText(t *testing.T, text *document.Text) {
	t.Helper()
	if text.Content != viet.NFC(text.Content) {
		t.Error("the text is not NFC")
	}
	at := 0
	for i, p := range text.Pages {
		if p.Range.Start != at || p.Range.End < p.Range.Start {
			t.Errorf("page %d is %v, after %d", i+1, p.Range, at)
		}
		at = p.Range.End
		if p.Verdict == "" || p.Confidence < 0 || p.Confidence > 1 {
			t.Errorf("page %d: verdict %q, confidence %v", i+1, p.Verdict, p.Confidence)
		}
	}
	if at != len(text.Content) {
		t.Errorf("the pages end at %d of %d", at, len(text.Content))
	}
	whole := document.Range{End: len(text.Content)}
	for _, tb := range text.Tables {
		for _, r := range tb.Rows {
			for _, c := range r.Cells {
				if !tb.Range.Contains(c) && !c.Empty() || !whole.Contains(c) {
					t.Errorf("cell %v outside of its table %v", c, tb.Range)
				}
			}
		}
	}
	for _, n := range text.Notes {
		if !whole.Contains(n.Body) || !whole.Contains(n.Anchor) {
			t.Errorf("note %+v outside of the text", n)
		}
	}
	for _, e := range text.Emphasis {
		if !whole.Contains(e) {
			t.Errorf("emphasis %v outside of the text", e)
		}
	}
}

func TestGoldenTable(t *testing.T) {
	data, err := os.ReadFile("testdata/chi-thi-chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	text := mustRead(t, Reader{}, data).Text
	if len(text.Tables) != 1 || len(text.Tables[0].Rows) != 4 {
		t.Fatalf("tables: %+v", text.Tables)
	}
	rows := text.Tables[0].Rows
	if !rows[0].Header || rows[1].Header {
		t.Error("the first row, and no other, is the head")
	}
	if got := rows[2].Cells[2].In(text.Content); got != "Sở Nông nghiệp" {
		t.Errorf("the merged cell continues as %q", got)
	}
	if got := rows[3].Cells[1].In(text.Content); got != "Cấp kinh phí cho các huyện" {
		t.Errorf("row 3, cell 2 is %q", got)
	}
}

func TestGoldenNotes(t *testing.T) {
	data, err := os.ReadFile("testdata/bao-cao-libreoffice.pdf")
	if err != nil {
		t.Fatal(err)
	}
	res := mustRead(t, Reader{}, data)
	text := res.Text
	if len(text.Notes) != 2 {
		t.Fatalf("notes: %+v", text.Notes)
	}
	for i, want := range []string{"Chỉ thị số 07/CT-UBND", "Kế hoạch số 33/KH-UBND"} {
		n := text.Notes[i]
		if !strings.HasPrefix(n.Body.In(text.Content), want) {
			t.Errorf("note %s is %q", n.Mark, n.Body.In(text.Content))
		}
		if got := n.Anchor.In(text.Content); got != []string{"¹", "²"}[i] {
			t.Errorf("note %s stands at %q", n.Mark, got)
		}
	}
	if text.Meta["furniture"] != "1\n2" {
		t.Errorf("furniture: %q", text.Meta["furniture"])
	}
}

var marks = regexp.MustCompile(`[\d⁰¹²³⁴-⁹,]+`)

// Both engines read the same words on the same file.
func TestEnginesAgree(t *testing.T) {
	for _, name := range []string{"testdata/chi-thi-chromium.pdf", "testdata/bao-cao-libreoffice.pdf"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var got [2][]string
		for i, e := range []engine{native{}, sandboxed{}} {
			pages, failed, err := readPages(context.Background(), e, data, read.Limits{}.OrDefault(), nil)
			if err != nil || len(failed) > 0 {
				t.Fatal(err, failed)
			}
			for _, p := range pages {
				p.Rules = nil // pdfium gives none
			}
			// the engines measure the size of raised marks differently
			got[i] = words(marks.ReplaceAllString(compose(pages).Content, " "))
		}
		if !slices.Equal(got[0], got[1]) {
			t.Errorf("%s: native\n%v\npdfium\n%v", name, got[0], got[1])
		}
	}
}

func TestLayout(t *testing.T) {
	cases := []struct {
		name   string
		sheets []sheet
		want   []string // lines that follow each other
		not    []string // lines that are not there
	}{
		{
			"letterhead: the left column first",
			[]sheet{{ops: put(60, 780, 12, "ỦY BAN NHÂN DÂN") + put(280, 780, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") +
				put(70, 765, 12, "XÃ TAM KHÊ") + put(310, 765, 13, "Độc lập - Tự do - Hạnh phúc") + put(75, 740, 13, "Số: 12/KH-UBND") +
				put(300, 740, 13, "Tam Khê, ngày 02 tháng 5 năm 2024") + put(270, 700, 14, "KẾ HOẠCH") + body(660, 12)}},
			[]string{"ỦY BAN NHÂN DÂN", "XÃ TAM KHÊ", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
				"Tam Khê, ngày 02 tháng 5 năm 2024", "KẾ HOẠCH"}, nil,
		},
		{
			"two columns without a cue are read along the rows",
			[]sheet{{ops: body(780, 6) + put(85, 600, 14, "lúa") + put(400, 600, 14, "mười tấn") + put(85, 580, 14, "ngô") + put(400, 580, 14, "hai tấn") + body(500, 6)}},
			[]string{"lúa mười tấn", "ngô hai tấn"}, nil,
		},
		{
			"running heads and page numbers go, figures in the text stay",
			[]sheet{
				{ops: put(200, 810, 12, "CÔNG BÁO/Số 12 + 13/Ngày 02-5-2024 7") + body(770, 20)},
				{ops: put(200, 810, 12, "8 CÔNG BÁO/Số 12 + 13/Ngày 02-5-2024") + body(770, 20) + put(300, 30, 12, "- 2 -")},
				{ops: put(300, 810, 12, "3") + body(770, 10) + put(300, 500, 14, "1945")},
			},
			[]string{"1945"}, []string{"3", "- 2 -", "8 CÔNG BÁO/Số 12 + 13/Ngày 02-5-2024"},
		},
		{
			"a page set sideways",
			[]sheet{{ops: "q 0 1 -1 0 595 0 cm\n" + body(500, 12) + "Q\n"}},
			[]string{"1. các tuyến kênh trên địa bàn phải được rà soát trước mùa mưa"}, nil,
		},
		{
			"a page shown turned",
			[]sheet{{ops: "q 0 1 -1 0 595 0 cm\n" + body(500, 12) + "Q\n", extra: "/Rotate 90"}},
			[]string{"1. các tuyến kênh trên địa bàn phải được rà soát trước mùa mưa"}, nil,
		},
		{
			"words without blanks between them are set apart by distance; letters drawn twice are read once",
			[]sheet{{ops: put(85, 700, 14, "kênh") + put(85.4, 700, 14, "kênh") + put(117, 700, 14, "mương") + body(600, 8)}},
			[]string{"kênh mương"}, nil,
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := mustRead(t, Reader{FindOCR: noOCR}, build(c.sheets...)).Text
			checkText(t, text)
			if !strings.Contains("\n"+text.Content, "\n"+strings.Join(c.want, "\n")+"\n") {
				t.Errorf("want %q in\n%s", c.want, text.Content)
			}
			for _, n := range c.not {
				if strings.Contains("\n"+text.Content, "\n"+n+"\n") {
					t.Errorf("%q is still there", n)
				}
			}
		})
	}
}

func TestPictures(t *testing.T) {
	scan := sheet{image: true, ops: put(400, 100, 8, "Ký bởi: UBND xã")}
	good := sheet{ops: body(780, 20)}
	t.Run("a scan without OCR says what it needs", func(t *testing.T) {
		_, err := Reader{FindOCR: noOCR}.Read(context.Background(), read.Source{Data: build(scan)}, read.Limits{})
		var e *read.Error
		if !errors.As(err, &e) || e.Reason != "needs_ocr" || e.Hint == "" {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a mixed file without OCR gives the rest and a warning", func(t *testing.T) {
		res := mustRead(t, Reader{FindOCR: noOCR}, build(good, scan))
		if res.OCR || len(res.Warnings) != 1 || !strings.Contains(res.Warnings[0], "2") || !strings.Contains(res.Warnings[0], "Install one.") {
			t.Errorf("OCR %v, warnings %q", res.OCR, res.Warnings)
		}
		if v := res.Text.Pages[1].Verdict; v != verdictPicture || strings.Contains(res.Text.Content, "Ký bởi") {
			t.Errorf("verdict %q of\n%s", v, res.Text.Content)
		}
	})
	t.Run("a mixed file is read page by page", func(t *testing.T) {
		res := mustRead(t, Reader{FindOCR: fakeOCR{"kênh", 0.5}.find}, build(good, scan))
		if !res.OCR || res.Text.Pages[0].Verdict != verdictText || res.Text.Pages[1].Verdict != verdictOCR || !strings.HasSuffix(res.Text.Content, "\nkênh\n") {
			t.Errorf("OCR %v, pages %+v", res.OCR, res.Text.Pages)
		}
		if len(res.Warnings) != 1 || !strings.Contains(res.Warnings[0], "low confidence") {
			t.Errorf("warnings %q", res.Warnings)
		}
	})
	t.Run("a picture on which nothing is read", func(t *testing.T) {
		res := mustRead(t, Reader{FindOCR: fakeOCR{}.find}, build(good, scan))
		if res.OCR || res.Text.Pages[1].Verdict != verdictPicture || res.Text.Pages[1].Confidence != 0 {
			t.Errorf("OCR %v, pages %+v", res.OCR, res.Text.Pages)
		}
	})
	t.Run("a blank page is no picture", func(t *testing.T) {
		res := mustRead(t, Reader{FindOCR: noOCR}, build(good, sheet{}))
		if len(res.Warnings) != 0 || res.Text.Pages[1].Verdict != verdictText {
			t.Errorf("warnings %q, pages %+v", res.Warnings, res.Text.Pages)
		}
	})
}

func TestFaults(t *testing.T) {
	ok := build(sheet{ops: body(780, 20)})
	locked := assemble([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[]>>"},
		"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -3904/O("+strings.Repeat("o", 32)+")/U("+strings.Repeat("u", 32)+")>>/ID[(aaaaaaaaaaaaaaaa)(aaaaaaaaaaaaaaaa)]")
	cases := []struct {
		name   string
		data   []byte
		lim    read.Limits
		reason read.Reason
	}{
		{"not a PDF", []byte("kênh mương"), read.Limits{}, read.Truncated},
		{"only the beginning", ok[:60], read.Limits{}, read.Truncated},
		{"a password", locked, read.Limits{}, read.Encrypted},
		{"too many pages", build(sheet{}, sheet{}, sheet{}), read.Limits{MaxPages: 2}, read.TooLarge},
		{"nothing on it", build(sheet{}), read.Limits{}, read.NoText},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Reader{FindOCR: noOCR}.Read(context.Background(), read.Source{Data: c.data}, c.lim)
			if got := read.ReasonOf(err); got != c.reason {
				t.Errorf("reason %q of %v, want %q", got, err, c.reason)
			}
		})
	}
}

func TestDamagedFileIsRebuilt(t *testing.T) {
	data := build(sheet{ops: body(780, 20)})
	at := strings.LastIndex(string(data), "startxref")
	broken := append(slices.Clone(data[:at]), "startxref\n77\n%%EOF\n"...)
	res := mustRead(t, Reader{FindOCR: noOCR}, broken)
	if !strings.Contains(res.Text.Content, "20. các tuyến kênh") || len(res.Warnings) != 1 || !strings.Contains(res.Warnings[0], "rebuilt") {
		t.Errorf("warnings %q, text\n%s", res.Warnings, res.Text.Content)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	start := time.Now()
	_, err := Reader{}.Read(ctx, read.Source{Data: build(sheet{ops: body(780, 20)})}, read.Limits{})
	if !errors.Is(err, context.Canceled) || time.Since(start) > 5*time.Second {
		t.Errorf("got %v after %v", err, time.Since(start))
	}
}
