package webpage

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
)

// TestPagesSavedByWord covers what Word and LibreOffice put into the pages that they save.
func TestPagesSavedByWord(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"the number of a list item", `<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Rà soát</p>`, "1. Rà soát\n"},
		{"a bullet of a symbol font", `<p><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Rà soát</p>`, "• Rà soát\n"},
		{"a struck out day and the new one", `<p>trước ngày <del cite="mailto:a"><span>15/3</span></del><ins cite="mailto:a">20/3</ins>.</p>`, "trước ngày 20/3.\n"},
		{"a comment and its mark", `<p>Giao Sở A<span class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor href="#_msocom_1">[LMA1]</a><![endif]></span> chủ trì.</p><div style='mso-element:comment-list'><hr><div style='mso-element:comment'><p>Sở nào?</p></div></div>`, "Giao Sở A chủ trì.\n"},
		{"hidden words", `<p>a<span style='display:none;mso-hide:all'>b</span>c</p>`, "ac\n"},
		{"the code of a field", `<p>theo <!--[if supportFields]><span>REF _Ref1 </span><![endif]--><span>Điều 5</span></p>`, "theo Điều 5\n"},
		{"an empty paragraph of Word", `<p>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>b</p>`, "a\nb\n"},
		{"sections", `<div class=WordSection1><p>a</p></div><span><br clear=all style='page-break-before:always'></span><div class=WordSection2><p>b</p></div>`, "a\nb\n"},
		{"old letters in a style of the page's head", `<head><style>p.n {font-family:".VnTime"}</style></head><p class=n>ViÖn kiÓm s¸t nh©n d©n tèi cao</p>`, "Viện kiểm sát nhân dân tối cao\n"},
		{"a tab as a row of blanks", `<p>Nơi nhận:<span style='mso-tab-count:3'>            </span>CHỦ TỊCH</p>`, "Nơi nhận: CHỦ TỊCH\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}

// TestNotes covers the notes of pages: marks in the text, bodies at the end, links in both directions.
func TestNotes(t *testing.T) {
	link := func(to, mark string) string { return `<a href="#` + to + `">` + mark + `</a>` }
	for _, c := range []struct {
		name, page, want string
		notes            int
	}{
		{
			"of LibreOffice", `<p>a<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a> b</p><div id="sdfootnote1"><p><a href="#sdfootnote1anc">1</a> Luật số 1</p></div>`,
			"a¹ b\n¹ Luật số 1\n", 1,
		},
		{
			"endnotes of Word", `<p>a` + link("_edn1", "[i]") + `</p><div id=edn1><p>` + link("_ednref1", "[i]") + ` Luật</p></div>`,
			"ai\ni Luật\n", 1,
		},
		{
			"two", `<p>a` + link("_ftn1", "[1]") + ` b` + link("_ftn2", "[2]") + `</p><div id=ftn1>` + link("_ftnref1", "[1]") + ` x</div><div id=ftn2>` + link("_ftnref2", "[2]") + ` y</div>`,
			"a¹ b²\n¹ x\n² y\n", 2,
		},
		{
			"of two paragraphs", `<p>a` + link("_ftn1", "[1]") + `</p><div id=ftn1><p>` + link("_ftnref1", "[1]") + ` x</p><p>y</p></div>`,
			"a¹\n¹ x y\n", 1,
		},
		{"a mark without a body", `<p>a` + link("_ftn9", "[9]") + ` b</p>`, "a[9] b\n", 0},
		{"a body without a mark", `<p>a</p><div id=ftn1>` + link("_ftnref1", "[1]") + ` x</div>`, "a\n¹ x\n", 1},
		{"one id twice", `<p>a` + link("_ftn1", "[1]") + `</p><div id=ftn1>` + link("_ftnref1", "[1]") + ` x</div><div id=ftn1>y</div>`, "a¹\ny\n¹ x\n", 1},
		{"a note that holds its own mark", `<p>a` + link("_ftn1", "[1]") + `</p><div id=ftn1>` + link("_ftnref1", "[1]") + ` x` + link("_ftn1", "[1]") + `</div>`, "a¹\n¹ x[1]\n", 1},
		{"a link that is no note", `<p>a <a href="#muc_1">Mục 1</a></p><div id=muc_1>b</div>`, "a Mục 1\nb\n", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := want(t, c.page, c.want)
			if len(text.Notes) != c.notes {
				t.Errorf("%d notes: %+v", len(text.Notes), text.Notes)
			}
		})
	}
}

// TestLists covers the labels that browsers show and texts lack.
func TestLists(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a list in a list", `<ol><li>a<ol type=a><li>b</li><li>c</li></ol></li><li>d</li></ol>`, "1. a\na. b\nb. c\n2. d\n"},
		{"a dash list in an item", `<ol><li>a<ul><li>b</li></ul></li></ol>`, "1. a\n- b\n"},
		{"an empty item counts", `<ol><li></li><li>b</li></ol>`, "2. b\n"},
		{"a number of its own, and on from there", `<ol><li>a</li><li value=7>b</li><li>c</li></ol>`, "1. a\n7. b\n8. c\n"},
		{"paragraphs in an item", `<ol><li><p>a</p><p>b</p></li></ol>`, "1. a\nb\n"},
		{"typed numbers are not doubled", `<ol><li>1. a</li><li>2. b</li></ol>`, "1. a\n2. b\n"},
		{"small Roman numbers", `<ol type=i start=9><li>a</li></ol>`, "ix. a\n"},
		{"capital letters", `<ol type=A><li>a</li></ol>`, "A. a\n"},
		{"an item outside of a list", `<li>a</li>`, "a\n"},
		{"a start that is no number", `<ol start=x><li>a</li></ol>`, "1. a\n"},
		{"terms", `<dl><dt>Chủ trì</dt><dd>Sở A</dd></dl>`, "Chủ trì\nSở A\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}

// TestBytes covers pages whose bytes are not what they say.
func TestBytes(t *testing.T) {
	for _, c := range []struct {
		name, page, want string
		warned           bool
	}{
		{"UTF-8 with a broken byte", "<meta charset=utf-8><p>Chỉ thị\xff số 1", "Chỉ thị\ufffd số 1\n", true},
		{"no word of an encoding, Western letters", "<p>caf\xe9", "café\n", false},
		{"UTF-16, big end first", "\xfe\xff\x00<\x00p\x00>\x00a", "a\n", false},
		{"zeros in a page that is UTF-8", "<meta charset=utf-8><p>a\x00b", "ab\n", true},
		{"VNI under the name of Windows-1252", "<meta charset=windows-1252><p>Ca\xef\xea\xf8c v\xe0 vi\xean ch\xf6\xf9c", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := Reader{}.Read(t.Context(), read.Source{Data: []byte(c.page)}, read.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if c.want != "" && strings.ReplaceAll(res.Text.Content, "\ufffdb", "b") != c.want {
				t.Errorf("got %q, want %q", res.Text.Content, c.want)
			}
			if c.warned != (len(res.Warnings) > 0) {
				t.Errorf("warnings %q", res.Warnings)
			}
		})
	}
}

// TestTableGrid covers the grid under a table: no span of a page may make it larger than a paper needs.
func TestTableGrid(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string // the cells of the last row
	}{
		{"a cell above two rows and two columns", `<table><tr><td>TT</td><td>a</td><td>b</td></tr><tr><td>1</td><td rowspan=2 colspan=2>chung</td></tr><tr><td>2</td></tr></table>`, []string{"2", "chung"}},
		{"two cells above", `<table><tr><td>TT</td><td>a</td><td>b</td></tr><tr><td rowspan=2>1</td><td rowspan=2>x</td><td>y</td></tr><tr><td>z</td></tr></table>`, []string{"1", "x", "z"}},
		{"a span in the middle", `<table><tr><td>TT</td><td>a</td><td>b</td></tr><tr><td>1</td><td rowspan=2>x</td><td>y</td></tr><tr><td>2</td><td>z</td></tr></table>`, []string{"2", "x", "z"}},
		{"a span that is no number", `<table><tr><td>TT</td><td>a</td></tr><tr><td>1</td><td colspan=x rowspan=-1>y</td></tr><tr><td>2</td><td>z</td></tr></table>`, []string{"2", "z"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := Reader{}.Read(t.Context(), read.Source{Data: []byte(c.page)}, read.Limits{})
			if err != nil || len(res.Text.Tables) != 1 {
				t.Fatalf("%+v, %v", res, err)
			}
			rows := res.Text.Tables[0].Rows
			var got []string
			for _, cell := range rows[len(rows)-1].Cells {
				got = append(got, cell.In(res.Text.Content))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q: got %q, want %q", res.Text.Content, got, c.want)
			}
		})
	}
	wide := `<table>` + strings.Repeat(`<tr>`+strings.Repeat(`<td rowspan=60000 colspan=9999>a</td>`, 20)+`</tr>`, 20) + `</table>`
	res, err := Reader{}.Read(t.Context(), read.Source{Data: []byte(wide)}, read.Limits{})
	if err != nil || len(res.Text.Content) > 100*len(wide) {
		t.Errorf("%v: %d bytes from %d", err, len(res.Text.Content), len(wide))
	}
}

// TestMainPartIsSure holds that a short article among long comments is not taken for the page, and that a page whose parts
// are alike is taken whole.
func TestMainPartIsSure(t *testing.T) {
	short := "<p>Sở A báo cáo kết quả trước ngày 15/12.</p>"
	for _, c := range []struct{ name, page, want string }{
		{"an article that is a teaser", "<article>" + short + "</article><div>" + body + "</div>", strings.TrimSuffix(strings.TrimPrefix(body, "<p>"), " </p>") + "\n"},
		{"two halves", "<div>" + short + "</div><div>" + short + "</div>", strings.Repeat("Sở A báo cáo kết quả trước ngày 15/12.\n", 2)},
		{"the role says it", `<div>x y z</div><div role="main">` + body + `</div>`, strings.TrimSuffix(strings.TrimPrefix(body, "<p>"), " </p>") + "\n"},
		{"no body element at all", short, "Sở A báo cáo kết quả trước ngày 15/12.\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}
