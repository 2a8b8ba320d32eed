package webpage

import (
	"html"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// TestBordersOfElements covers words that elements cut: no blank may come in and none may get lost.
func TestBordersOfElements(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a letter that ends in the byte of a no-break space", "<p>l<b>à</b>m</p>", "làm\n"},
		{"the same before a comma", "<p><b>là</b>, và <i>mà</i>.</p>", "là, và mà.\n"},
		{"a no-break space at the end of an element", "<p><b>Số&nbsp;</b>15</p>", "Số 15\n"},
		{"a no-break space at the start", "<p><b>Số</b>&nbsp;15</p>", "Số 15\n"},
		{"a line end between elements", "<p><b>Kế</b>\n<b>hoạch</b></p>", "Kế hoạch\n"},
		{"a blank in an element of its own", "<p>Kế<span> </span>hoạch</p>", "Kế hoạch\n"},
		{"two blanks over a border", "<p>Kế <b> hoạch</b></p>", "Kế hoạch\n"},
		{"an empty element", "<p>Kế<b></b> hoạch</p>", "Kế hoạch\n"},
		{"a break and a blank", "<p>Kế<br> hoạch</p>", "Kế\nhoạch\n"},
		{"decomposed letters over a border", "<p>Vie\u0302<b>\u0323t</b></p>", "Việt\n"},
		{"a comment inside a word", "<p>Kế h<!-- x -->oạch</p>", "Kế hoạch\n"},
		{"a soft hyphen", "<p>kế&shy;hoạch</p>", "kếhoạch\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}

// TestTablesOfPages covers data tables as sites write them.
func TestTablesOfPages(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       [][]string
	}{
		{
			"merged down and over", `<table><tr><th>TT</th><th colspan="2">Thời gian</th></tr><tr><td rowspan="2">1</td><td>đầu</td><td>cuối</td></tr><tr><td>x</td><td>y</td></tr></table>`,
			[][]string{{"TT", "Thời gian", "Thời gian"}, {"1", "đầu", "cuối"}, {"1", "x", "y"}},
		},
		{
			"paragraphs in cells", `<table><tr><td><p>TT</p></td><td><p>Nội dung</p></td></tr><tr><td><p>1</p></td><td><p>một</p><p>hai</p></td></tr></table>`,
			[][]string{{"TT", "Nội dung"}, {"1", "một hai"}},
		},
		{
			"a foot and several bodies", `<table><thead><tr><th>TT</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>c</td></tr></tbody><tbody><tr><td>2</td><td>d</td></tr></tbody><tfoot><tr><td>Cộng</td><td>e</td></tr></tfoot></table>`,
			[][]string{{"TT", "b"}, {"1", "c"}, {"2", "d"}, {"Cộng", "e"}},
		},
		{
			"cells that nobody closed", `<table><tr><td>TT<td>b<tr><td>1<td>c<tr><td>2<td>d</table>`,
			[][]string{{"TT", "b"}, {"1", "c"}, {"2", "d"}},
		},
		{
			"spans that lie", `<table><tr><td>TT</td><td>b</td></tr><tr><td rowspan="99">1</td><td colspan="-3">c</td></tr><tr><td>d</td></tr></table>`,
			[][]string{{"TT", "b"}, {"1", "c"}, {"1", "d"}},
		},
		{
			"an empty row", `<table><tr><td>TT</td><td>b</td></tr><tr><td></td><td> </td></tr><tr><td>1</td><td>c</td></tr></table>`,
			[][]string{{"TT", "b"}, {"1", "c"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			readtest.Table(t, Reader{}, []byte(c.page), c.want)
		})
	}
}

// TestWholePage reads a paper as the sites of ministries show it: menus around it, the letterhead in a table, the articles
// as paragraphs with anchors.
func TestWholePage(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>Quyết định 15</title></head><body>
<header id="header"><div class="logo">Cổng thông tin</div></header>
<div class="main-menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/vb">Văn bản</a></li><li><a href="/lh">Liên hệ</a></li></ul></div>
<div id="content"><div class="article-body">
<table border="0"><tr><td><p>BỘ Y TẾ<br>-------</p></td><td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</p></td></tr>
<tr><td><p>Số: 15/QĐ-BYT</p></td><td><p><i>Hà Nội, ngày 2 tháng 1 năm 2024</i></p></td></tr></table>
<p align="center"><b>QUYẾT ĐỊNH</b></p><p align="center"><b>Về việc khen thưởng</b></p>
<p><i>Căn cứ <a href="/luat">Luật Thi đua, khen thưởng</a>;</i></p>
<p><a name="dieu_1"><b>Điều 1.</b></a> ` + strings.Repeat("Tặng Bằng khen cho các tập thể có thành tích. ", 8) + `</p>
<p><b>Điều 2.</b> Quyết định này có hiệu lực từ ngày ký.</p>
<table><tr><td><p><b>Nơi nhận:</b><br>- Như Điều 2;<br>- Lưu: VT.</p></td><td><p><b>BỘ TRƯỞNG</b><br><br>Lê Minh An</p></td></tr></table>
</div><div class="share-box"><a href="#">Chia sẻ</a></div></div>
<div class="related"><h3>Tin liên quan</h3><ul><li><a href=1>A</a><li><a href=2>B</a><li><a href=3>C</a></ul></div>
<footer>© 2024 Bộ Y tế. Địa chỉ: 138A Giảng Võ</footer></body></html>`
	text := want(t, page, `BỘ Y TẾ
Số: 15/QĐ-BYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 2 tháng 1 năm 2024
QUYẾT ĐỊNH
Về việc khen thưởng
Căn cứ Luật Thi đua, khen thưởng;
Điều 1. `+strings.TrimSpace(strings.Repeat("Tặng Bằng khen cho các tập thể có thành tích. ", 8))+`
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
BỘ TRƯỞNG
Lê Minh An
`)
	if text.Meta["title"] != "Quyết định 15" || len(text.Tables) != 0 || text.Wrapped {
		t.Errorf("meta %q, %d data tables, wrapped %v", text.Meta, len(text.Tables), text.Wrapped)
	}
}

// TestParagraphsComeBack writes any words as paragraphs, some of them in several elements, and wants the words back.
func TestParagraphsComeBack(t *testing.T) {
	word := rapid.SampledFrom([]string{"là", "Kế", "hoạch", "số", "15/KH-UBND", "và", "à", "đã", "A&B", "<5%", "“thi đua”", "1.", "Sở", "ạ", "Ỡ"})
	rapid.Check(t, func(rt *rapid.T) {
		var page, content strings.Builder
		for range rapid.IntRange(1, 5).Draw(rt, "paragraphs") {
			words := rapid.SliceOfN(word, 1, 8).Draw(rt, "words")
			page.WriteString("<p>")
			for i, w := range words {
				if i > 0 {
					page.WriteString(rapid.SampledFrom([]string{" ", "\n", "&nbsp;", " <i> </i>"}).Draw(rt, "blank"))
				}
				runes := []rune(w)
				cut := rapid.IntRange(0, len(runes)).Draw(rt, "cut")
				page.WriteString(html.EscapeString(string(runes[:cut])) + "<b>" + html.EscapeString(string(runes[cut:])) + "</b>")
			}
			page.WriteString("</p>")
			content.WriteString(strings.Join(words, " ") + "\n")
		}
		res, err := Reader{}.Read(t.Context(), read.Source{Data: []byte(page.String())}, read.Limits{})
		if err != nil {
			rt.Fatal(err)
		}
		if res.Text.Content != content.String() {
			rt.Errorf("%s\ngot  %q\nwant %q", page.String(), res.Text.Content, content.String())
		}
		if err := readtest.Check(res); err != nil {
			rt.Error(err)
		}
	})
}
