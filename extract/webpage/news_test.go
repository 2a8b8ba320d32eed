package webpage

import "testing"

// TestNewsPages reads news as newspapers and offices show them: what is left is the headline, the time and the report.
func TestNewsPages(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a newspaper", `<!DOCTYPE html><html><head><title>VKSND tỉnh triển khai Chỉ thị 02 - Báo Bảo vệ pháp luật</title></head><body>
<div class="top-header"><a href="/">Trang chủ</a> Thứ Hai, 22/11/2026</div>
<nav><ul><li><a href=1>Thời sự</a><li><a href=2>Kiểm sát 24h</a></ul></nav>
<div class="container"><div class="row"><div class="col-8">
<div class="c-breadcrumb"><a href=/>Trang chủ</a> &gt; <a href=/x>Kiểm sát</a></div>
<h1 class="detail-title">VKSND tỉnh Lam Giang triển khai Chỉ thị số 02/CT-VKSTC</h1>
<div class="detail-info"><span class="date">22/11/2026 08:30</span> <a href="#">Chia sẻ</a></div>
<h2 class="sapo">(BVPL) - Sáng 21/11, VKSND tỉnh Lam Giang tổ chức hội nghị quán triệt Chỉ thị số 02/CT-VKSTC ngày 27/12/2022 của Viện trưởng VKSND tối cao.</h2>
<div class="detail-content afcbc-body">
<p>Dự hội nghị có đồng chí Nguyễn Văn An, Viện trưởng VKSND tỉnh.</p>
<figure class="expNoEdit"><img src=a.jpg><figcaption>Quang cảnh hội nghị. Ảnh: Minh Tâm</figcaption></figure>
<p>Phát biểu tại hội nghị, đồng chí Viện trưởng yêu cầu các đơn vị nghiêm túc thực hiện Chỉ thị, gắn với phong trào thi đua của Ngành.</p>
<table class="picture" align="center"><tr><td class="pic"><img src=b.jpg></td></tr><tr><td class="caption">Đồng chí Viện trưởng phát biểu. Ảnh: MT</td></tr></table>
<div class="VCSortableInPreviewMode" type="RelatedNewsBox"><div class="kbwscwlr-title"><a href="/tin-1">Ngành Kiểm sát phát động thi đua năm 2026</a></div></div>
<div class="PhotoCMS_Caption"><p>Các đại biểu chụp ảnh lưu niệm.</p></div>
<p>Theo đó, các đơn vị phải gửi báo cáo trước ngày 15/12/2026.</p>
<p style="text-align:right"><strong>Minh Tâm</strong></p>
</div>
<div class="box-tin-lien-quan"><h3>Tin liên quan</h3><ul><li><a href=1>Kế hoạch thi đua 2026</a><p>VKSND tỉnh vừa ban hành kế hoạch thi đua năm 2026 với nhiều nội dung mới, thiết thực.</p></li><li><a href=2>Hội nghị tổng kết</a></li></ul></div>
<div class="detail-tag">Từ khóa: <a href=3>thi đua</a>, <a href=4>kiểm sát</a></div>
<div class="fb-comments">Bình luận (0)</div>
<div class="news-other"><h4>Tin khác</h4><a href=9>Phát hiện vụ án lớn</a><a href=10>Xét xử vụ án</a></div>
</div><div class="col-4"><h3>Đọc nhiều</h3><ul><li><a href=11>A tin một</a></li><li><a href=12>B tin hai</a></li></ul></div>
</div></div>
<footer>Cơ quan của VKSND tối cao. Giấy phép số 123/GP-BTTTT</footer></body></html>`, `VKSND tỉnh Lam Giang triển khai Chỉ thị số 02/CT-VKSTC
22/11/2026 08:30
(BVPL) - Sáng 21/11, VKSND tỉnh Lam Giang tổ chức hội nghị quán triệt Chỉ thị số 02/CT-VKSTC ngày 27/12/2022 của Viện trưởng VKSND tối cao.
Dự hội nghị có đồng chí Nguyễn Văn An, Viện trưởng VKSND tỉnh.
Phát biểu tại hội nghị, đồng chí Viện trưởng yêu cầu các đơn vị nghiêm túc thực hiện Chỉ thị, gắn với phong trào thi đua của Ngành.
Theo đó, các đơn vị phải gửi báo cáo trước ngày 15/12/2026.
Minh Tâm
`},
		{"an office, laid out in a table", `<html><head><title>Sở Nội vụ</title></head><body><form id="aspnetForm"><div id="s4-workspace">
<table width=100%><tr><td class="left-col"><div class="menu-left"><a href=1>Giới thiệu</a><a href=2>Văn bản</a><a href=3>Liên hệ</a></div></td>
<td class="main-col"><div class="title-news">Triển khai Kế hoạch số 87/KH-UBND về thi đua, khen thưởng</div><div class="date">(Ngày đăng: 12/05/2024)</div>
<div class="ArticleContent"><p>Ngày 10/5/2024, Sở Nội vụ ban hành Công văn số 45/SNV-TĐKT triển khai Kế hoạch số 87/KH-UBND.</p><p>Theo Công văn, các phòng, đơn vị rà soát, báo cáo kết quả trước ngày 30/6/2024.</p><p class="img-caption">Ảnh minh họa</p></div>
<div class="tacgia">Tác giả: Văn phòng Sở</div>
<div><b>Các tin khác</b><br><a href=5>Tin A hôm qua (11/05/2024)</a><br><a href=6>Tin B hôm kia (10/05/2024)</a><br><a href=6>Tin C hôm kia (10/05/2024)</a></div></td>
<td class="right-col"><div>Thống kê truy cập: 123456</div><div>Liên kết website</div></td></tr></table>
<div>Bản quyền thuộc Sở Nội vụ. Địa chỉ: 1 Lê Lợi. Điện thoại: 0123</div></div></form></body></html>`, `Triển khai Kế hoạch số 87/KH-UBND về thi đua, khen thưởng
(Ngày đăng: 12/05/2024)
Ngày 10/5/2024, Sở Nội vụ ban hành Công văn số 45/SNV-TĐKT triển khai Kế hoạch số 87/KH-UBND.
Theo Công văn, các phòng, đơn vị rà soát, báo cáo kết quả trước ngày 30/6/2024.
Tác giả: Văn phòng Sở
`},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}

// TestFurniture covers one thing at a time of what sites put into and around a text.
func TestFurniture(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"a caption by its name", `<p>a b</p><p class="Photo_Caption">Ảnh: c</p>`, "a b\n"},
		{"a caption by its element", `<figure><img><figcaption>Ảnh: c</figcaption></figure><p>a b</p>`, "a b\n"},
		{"the caption of a table is its title", `<table><caption>Bảng 1</caption><tr><th>TT</th><th>b</th></tr><tr><td>1</td><td>c</td></tr></table>`, "TT | b\n1 | c\n"},
		{"two words of a name make one", `<p>a b</p><div class="box-tin-lien-quan">x y</div>`, "a b\n"},
		{"the same words apart", `<p>a b</p><div class="tin-lien-he quan-ly">x y</div>`, "a b\nx y\n"},
		{"a heading of teasers with links", `<p>a b</p><div><h4>Tin khác</h4><a href=1>x</a></div>`, "a b\n"},
		{"the same heading in an article without links", `<p>a b</p><div><p>Tin khác với bài viết</p></div>`, "a b\nTin khác với bài viết\n"},
		{"a document under such a heading stays", `<div><h4>Văn bản liên quan</h4><p>Số: 15/QĐ-UBND</p><a href=1>x</a></div>`, "Số: 15/QĐ-UBND\nx\n"},
		{"a button in a line", `<p>Ngày 2/3/2024 <a href="#">Chia sẻ</a></p>`, "Ngày 2/3/2024\n"},
		{"a counter", `<p>a b</p><div>Lượt xem: 1.234</div>`, "a b\n"},
		{"an address hidden from robots", `<p>Gửi về <a class="__cf_email__" data-cfemail="422302206c34">[email&#160;protected]</a>.</p>`, "Gửi về a@b.v.\n"},
		{"one that cannot be shown", `<p>Gửi về <a data-cfemail="zz">[email protected]</a>.</p>`, "Gửi về [email protected].\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, c.page, c.want) })
	}
}
