package webpage

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// want reads a page and compares its text.
func want(t *testing.T, page, content string) *document.Text {
	t.Helper()
	return readtest.Text(t, Reader{}, []byte(page), content)
}

func TestContent(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"blanks fold over elements", "<p>Kế\n hoạch<b> số </b> 1<i>\n6</i></p>", "Kế hoạch số 1 6\n"},
		{"a word in two elements", "<p>Căn<span lang=VI> c</span>ứ</p>", "Căn cứ\n"},
		{"line breaks", "<p>CỘNG HÒA<br>\nĐộc lập</p>", "CỘNG HÒA\nĐộc lập\n"},
		{"text beside blocks", "<div>a<p>b</p>c</div>", "a\nb\nc\n"},
		{"entities and no-break spaces", "<p>&nbsp;A&amp;B&nbsp;&#7879;</p>", "A&B ệ\n"},
		{"preformatted", "<pre>a\n  b  c</pre>", "a\nb  c\n"},
		{"scripts, styles, forms, comments", "<p>a</p><script>x()</script><style>p{}</style><select><option>o</select><!-- c --><noscript>n</noscript>", "a\n"},
		{"hidden", `<p>a<span style="display: none">b</span></p><p hidden>c</p>`, "a\n"},
		{"a numbered list", "<ol start=3><li>a<li>b</ol>", "3. a\n4. b\n"},
		{"letters and Roman numbers", "<ol type=a><li>x</ol><ol type=I><li value=4>y</ol>", "a. x\nIV. y\n"},
		{"a list with labels typed by hand", "<ul><li>1. a</li><li>- b</li><li>c</li></ul>", "1. a\n- b\n- c\n"},
		{"raised digits", "<p>m<sup>2</sup></p>", "m²\n"},
		{"an old font", "<p><font face='.VnTime'>ViÖn kiÓm s¸t</font></p>", "Viện kiểm sát\n"},
		{"an old font by style", `<p style='font-family:"VNI-Times"'>chaøo caùc baïn</p>`, "chào các bạn\n"},
		{"lines that sites leave", "<p>Nội dung</p><p>Lên đầu trang</p><p>(0) Bình luận</p><p>leftcenterrightdel</p>", "Nội dung\n"},
		{"broken markup", "<p>a<b>b<p>c</i>d", "ab\ncd\n"},
		{"bookmarks are text whatever their class", `<p><a name=x class=clsopentLogin>NGHỊ ĐỊNH</a></p>`, "NGHỊ ĐỊNH\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}

// body is long enough to be the main part of any page.
var body = "<p>" + strings.Repeat("Thực hiện nghiêm túc các nội dung của Chỉ thị. ", 10) + "</p>"

func TestMainPart(t *testing.T) {
	text := strings.TrimSuffix(strings.TrimPrefix(body, "<p>"), " </p>") + "\n"
	links := "<ul><li><a href=1>Tin một</a><li><a href=2>Tin hai</a><li><a href=3>Tin ba</a></ul>"
	for _, c := range []struct{ name, page, want string }{
		{"nav, aside, footer", "<nav>menu</nav><div>" + body + "</div><aside>x</aside><footer>y</footer>", text},
		{"an article", "<div>quảng cáo</div><article>" + body + "</article><div>khác</div>", text},
		{"a container in a page", "<div>Trang chủ</div><div id=c><div>" + body + "</div></div><div>© 2026</div>", text},
		{"a form around the page", "<form><div>" + body + "</div></form>", text},
		{"named furniture", "<div>" + body + "<div class='box-comment'>Bình luận hay</div><div id=relatedNews>Tin khác</div></div>", text},
		{"a list of links", "<div>" + body + links + "</div>", text},
		{"a letterhead outside of the main part stays", "<div>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div><div>" + body + "</div>", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + text},
		{"a footer with the recipients stays", "<div>" + body + "</div><footer>Nơi nhận: Sở A</footer>", text + "Nơi nhận: Sở A\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, "<html><body>"+c.page+"</body></html>", c.want) })
	}
}

func TestTable(t *testing.T) {
	page := `<table><thead><tr><th>TT</th><th>Nội dung</th><th colspan=2>Thời gian</th></tr></thead>
<tr><td>1</td><td>Rà soát</td><td rowspan=2>Quý I</td><td>x</td></tr>
<tr><td>2</td><td>Tập<br>huấn</td><td>y</td></tr></table>`
	text := want(t, page, "TT | Nội dung | Thời gian\n1 | Rà soát | Quý I | x\n2 | Tập huấn |  | y\n")
	var got []string
	for _, c := range text.Tables[0].Rows[2].Cells {
		got = append(got, c.In(text.Content))
	}
	if !slices.Equal(got, []string{"2", "Tập huấn", "Quý I", "y"}) {
		t.Errorf("cells %q", got)
	}
	if len(text.Tables[0].Rows[0].Cells) != 4 || !text.Tables[0].Rows[0].Header {
		t.Errorf("the head: %+v", text.Tables[0].Rows[0])
	}
}

func TestLetterhead(t *testing.T) {
	page := `<table><tr><td><p><b>BỘ TÀI CHÍNH<br>-------</b></p></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr>
<tr><td>Số: 1/BTC</td><td>Hà Nội, ngày 1 tháng 2 năm 2024</td></tr></table><p>Kính gửi: A</p>`
	want(t, page, "BỘ TÀI CHÍNH\nSố: 1/BTC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 1 tháng 2 năm 2024\nKính gửi: A\n")
}

func TestWordNotes(t *testing.T) {
	page := `<body><p>của Đảng<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>; và</p>
<div><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Kế hoạch số 48</p></div></div></body>`
	text := want(t, page, "của Đảng¹; và\n¹ Kế hoạch số 48\n")
	if len(text.Notes) != 1 || text.Notes[0].Anchor.In(text.Content) != "¹" {
		t.Errorf("notes %+v", text.Notes)
	}
}

func TestBold(t *testing.T) {
	text := want(t, `<h2>MỤC</h2><p><b>a</b> b <span style="font-weight:700">c</span><b style="font-weight:normal">d</b></p>`, "MỤC\na b cd\n")
	var got []string
	for _, e := range text.Emphasis {
		got = append(got, strings.TrimSpace(e.In(text.Content)))
	}
	if !slices.Equal(got, []string{"MỤC", "a", "c"}) {
		t.Errorf("bold %q", got)
	}
}

func TestMeta(t *testing.T) {
	text := want(t, `<head><title> Kế
hoạch </title><meta name="Author" content="A"><meta property="og:title" content="B"><meta charset=utf-8></head><p>x`, "x\n")
	if text.Meta["title"] != "Kế hoạch" || text.Meta["author"] != "A" || text.Meta["og:title"] != "B" {
		t.Errorf("meta %q", text.Meta)
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"UTF-8 that says otherwise", "<meta charset=iso-8859-1><p>Chỉ thị", "Chỉ thị\n"},
		{"windows-1258", "<meta charset=windows-1258><p>Vi\xea\xf2n ki\xea\xd2m s\xe1t", "Viện kiểm sát\n"},
		{"TCVN3 that says nothing", "<p>Vi\xd6n ki\xd3m s\xb8t nh\xa9n d\xa9n", "Viện kiểm sát nhân dân\n"},
		{"a mark of byte order", "\xef\xbb\xbf<p>a", "a\n"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00a\x00", "a\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       read.Reason
	}{
		{"no text", "<html><body><script>x</script></body></html>", read.NoText},
		{"deep", strings.Repeat("<div>", 5000) + "x", read.TooDeep},
		{"deep tables", strings.Repeat("<table><tr><td>", 300) + "x", read.TooDeep},
	} {
		_, err := Reader{}.Read(t.Context(), read.Source{Data: []byte(c.page)}, read.Limits{})
		if got := read.ReasonOf(err); got != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestNameWords(t *testing.T) {
	for names, want := range map[string]string{"box-comment": "comment", "relatedNews": "related", "MENU": "menu", "adsBox": "ads"} {
		if !slices.Contains(nameWords(names), want) {
			t.Errorf("%q has no %q: %q", names, want, nameWords(names))
		}
	}
	if slices.Contains(nameWords("download"), "ad") || slices.Contains(nameWords("header"), "ad") {
		t.Error("a word inside a word is none")
	}
}

func seeds() map[string][]byte {
	return map[string][]byte{
		"page.html": []byte("<html><head><title>x</title></head><body><nav>m</nav><div class=c>" + body +
			"<ol><li>a<li>b</ol><table><tr><th>TT<th>b<tr><td rowspan=2>1<td colspan=3>x<tr><td>y</table>" +
			`<p>c<a href="#_ftn1">[1]</a></p><div id=ftn1><a href="#_ftnref1">[1]</a> n</div></div></body></html>`),
		"old.html": []byte("<p>Vi\xd6n ki\xd3m s\xb8t nh\xa9n d\xa9n"),
	}
}

func TestSuite(t *testing.T) { readtest.Suite(t, Reader{}, seeds()) }

func FuzzRead(f *testing.F) { readtest.Fuzz(f, Reader{}, seeds()) }

func TestOldFonts(t *testing.T) {
	readtest.OldFonts(t, func(t *testing.T, font, western string) string {
		page := `<meta charset="utf-8"><p><font face="` + font + `">` + western + `</font></p>`
		res, err := Reader{}.Read(t.Context(), read.Source{Data: []byte(page)}, read.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return res.Text.Content
	})
}
