package catalog_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/catalog"
)

// worldShelf is a library of the whole corpus of the test data, with an index.
func worldShelf(t testing.TB) *shelf {
	t.Helper()
	l := openShelf(t, t.TempDir())
	files, err := filepath.Glob(filepath.Join(corpus, "*", "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("corpus: %v, %v", files, err)
	}
	for _, f := range files {
		l.put(t, f)
	}
	return l
}

// first gives the file that a query finds first, without the folders.
func (l *shelf) first(t *testing.T, q string) string {
	t.Helper()
	res, err := l.Search(t.Context(), catalog.SearchRequest{Query: q, Limit: 1})
	if err != nil {
		t.Fatalf("%q: %v", q, err)
	}
	if len(res.Hits) == 0 {
		return ""
	}
	return filepath.Base(res.Hits[0].Path)
}

// spellings are pairs of writings of one question, and the document that both have to find first.
var spellings = []struct{ sort, one, other, want string }{
	{"no marks", "tự phê duyệt phương án chữa cháy rừng", "tu phe duyet phuong an chua chay rung", "745-bnn-ln.txt"},
	{"no marks", "sửa đổi chỉ thị phòng cháy rừng", "sua doi chi thi phong chay rung", "402-qd-ttg.txt"},
	{"no marks", "trang bị máy quét cho xã", "trang bi may quet cho xa", "12-kh-ubnd-xa-cua-tung-thuong.txt"},
	{"no marks", "quy chế trực cảnh báo cháy rừng", "quy che truc canh bao chay rung", "5588-qd-bnn-ln.md"},
	{"half of the marks", "công điện cháy rừng đặc biệt cao", "công dien chay rừng đac biet cao", "118-cd-ttg.txt"},
	{"half of the marks", "kết luận Phó Thủ tướng dịch vụ công", "ket luận pho Thủ tuong dich vụ công", "612-tb-vpcp.txt"},
	{"capitals", "sự lãnh đạo của Đảng phòng cháy rừng", "SỰ LÃNH ĐẠO CỦA ĐẢNG PHÒNG CHÁY RỪNG", "58-ct-tu-gia-lai.txt"},
	{"capitals without marks", "kế hoạch xã Cửa Tùng Thượng", "KE HOACH XA CUA TUNG THUONG", "12-kh-ubnd-xa-cua-tung-thuong.txt"},
	{"tone place", "Uỷ ban nhân dân huyện Sa Thầy", "Ủy ban nhân dân huyện Sa Thầy", "kh-ubnd-sa-thay.txt"},
	{"tone place", "Văn hóa và Thông tin tuyên truyền lưu động", "Văn hoá và Thông tin tuyên truyền lưu động", "kh-ubnd-sa-thay.txt"},
	{"tone place", "số hoá hồ sơ đất đai phân tán", "số hóa hồ sơ đất đai phân tán", "655-bc-ubnd-quang-tri.pdf"},
	{"tone place", "Tỉnh uỷ Gia Lai chỉ thị", "Tỉnh ủy Gia Lai chỉ thị", "58-ct-tu-gia-lai.txt"},
	{"tone place", "lãnh đạo thuỷ lợi rừng Tỉnh uỷ", "lãnh đạo thủy lợi rừng Tỉnh ủy", "58-ct-tu-gia-lai.txt"},
	{"i and y", "ký cam kết với 4.150 hộ gia đình", "kí cam kết với 4.150 hộ gia đình", "kh-ubnd-sa-thay.txt"},
	{"i and y", "kỹ thuật kết nối chia sẻ dữ liệu hướng dẫn", "kĩ thuật kết nối chia sẻ dữ liệu hướng dẫn", "5206-bkhcn-cdsqg.html"},
	{"look-alike letter", "Đảng viên đi trước, làng nước theo sau", "Ðảng viên đi trước, làng nước theo sau", "45-kh-tu-phu-tho.txt"},
	{"decomposed", "số 12/KH-UBND xã Cửa Tùng Thượng", norm.NFD.String("số 12/KH-UBND xã Cửa Tùng Thượng"), "12-kh-ubnd-xa-cua-tung-thuong.txt"},
	{"decomposed", "phương án chữa cháy rừng tự phê duyệt", norm.NFD.String("phương án chữa cháy rừng tự phê duyệt"), "745-bnn-ln.txt"},
	{"decomposed phrase", `"đường truyền tại nhiều xã"`, norm.NFD.String(`"đường truyền tại nhiều xã"`), "93-ct-ttg.txt"},
	{"zeros", "mô hình chính quyền địa phương 2 cấp chỉ thị", "mô hình chính quyền địa phương 02 cấp chỉ thị", "93-ct-ttg.txt"},
	{"abbreviation", "UBND huyện Sa Thầy kế hoạch", "Ủy ban nhân dân huyện Sa Thầy kế hoạch", "kh-ubnd-sa-thay.txt"},
	{"abbreviation", "UBND tỉnh Phú Thọ kế hoạch dịch vụ công", "Ủy ban nhân dân tỉnh Phú Thọ kế hoạch dịch vụ công", "588-kh-ubnd-phu-tho.md"},
	{"abbreviation", "Ban cán sự đảng UBND tỉnh rà soát kế hoạch phòng cháy", "BCSĐ UBND tỉnh rà soát kế hoạch phòng cháy", "58-ct-tu-gia-lai.txt"},
	{"abbreviation with a sign", "Kế hoạch Bộ KH&CN triển khai Chỉ thị 93", "Kế hoạch Bộ Khoa học và Công nghệ triển khai Chỉ thị 93", "4417-kh-bkhcn.docx"},
	{"abbreviation of a term", "PCCC rừng huyện Sa Thầy", "phòng cháy, chữa cháy rừng huyện Sa Thầy", "kh-ubnd-sa-thay.txt"},
	{"abbreviation of a term", "kế hoạch DVC xã Cửa Tùng Thượng", "kế hoạch dịch vụ công xã Cửa Tùng Thượng", "12-kh-ubnd-xa-cua-tung-thuong.txt"},
	{"abbreviation of a term", "số hóa CSDL đất đai phân tán", "số hóa cơ sở dữ liệu đất đai phân tán", "655-bc-ubnd-quang-tri.pdf"},
	{"abbreviation of a term", "chỉ thị DVC trực tuyến thủ tướng", "chi thi dich vu cong truc tuyen thu tuong", "93-ct-ttg.txt"},
	{"code of a body", "báo cáo BKHCN", "báo cáo của Bộ Khoa học và Công nghệ", "412-bc-bkhcn.md"},
	{"code of a body", "thông báo VPCP", "thông báo của Văn phòng Chính phủ", "612-tb-vpcp.txt"},
	{"heir of a body", "Bộ NN&PTNT quy chế trực cháy rừng", "Bộ Nông nghiệp và Môi trường quy chế trực cháy rừng", "5588-qd-bnn-ln.md"},
	{"heir of a body", "báo cáo tổng hợp của Bộ NN&PTNT", "báo cáo tổng hợp của Bộ NN&MT", "5120-bc-bnn-ln.md"},
	{"heir of a body, as issuer", `issuer:"Bộ Nông nghiệp và PTNT" kind:bao_cao`, `issuer:"Bộ Nông nghiệp và Môi trường" kind:bao_cao`, "5120-bc-bnn-ln.md"},
	{"heir of a province", "báo cáo UBND tỉnh Kon Tum cháy rừng", "báo cáo UBND tỉnh Quảng Ngãi cháy rừng", "312-bc-ubnd-kon-tum.txt"},
	{"abbreviation of a department", `issuer:"Sở Nông nghiệp và Phát triển nông thôn tỉnh Kon Tum"`, `coquan:"sở NN&PTNT Kon Tum"`, "208-kh-snn-kon-tum.txt"},
	{"abbreviation of a department", "kế hoạch Sở KH&CN Quảng Trị", "kế hoạch Sở Khoa học và Công nghệ tỉnh Quảng Trị", "77-kh-skhcn-quang-tri.txt"},
	{"symbol", "87/CT-TTg", "ct 87 ttg", "87-ct-ttg.docx"},
	{"symbol", "87/CT-TTg", "87 / ct - ttg", "87-ct-ttg.docx"},
	{"symbol, spoken", "chỉ thị 87 năm 2023 thủ tướng", "chi thi so 87 cua thu tuong chinh phu", "87-ct-ttg.docx"},
	{"symbol, spoken", "45-KH/TU", "45 KH TU Phú Thọ", "45-kh-tu-phu-tho.txt"},
	{"symbol, spoken", "15/KH-UBND Kon Tum", "kế hoạch 15 ubnd kon tum", "15-kh-ubnd-kon-tum.docx"},
	{"symbol, spoken", "15/KH-UBND Gia Lai", "ke hoach so 15 ubnd tinh gia lai", "15-kh-ubnd-gia-lai.txt"},
	{"symbol, D for Đ", "402/QĐ-TTg", "402/QD-TTG", "402-qd-ttg.txt"},
	{"symbol, D for Đ", "118/CĐ-TTg", "118 cd ttg", "118-cd-ttg.txt"},
	{"symbol, the other dash", "5206/BKHCN-CĐSQG", "5206/BKHCN–CĐSQG", "5206-bkhcn-cdsqg.html"},
	{"symbol, run together", "93/CT-TTg", "93 ctttg", "93-ct-ttg.txt"},
	{"symbol, with a zero", "9215/KH-BNN-LN", "09215/KH-BNN-LN", "9215-kh-bnn-ln.docx"},
	{"symbol, unit left out", "745/BNN-LN", "công văn 745 bnn", "745-bnn-ln.txt"},
	{"symbol, the body written out", "588/KH-UBND Phú Thọ", "kế hoạch 588 Ủy ban nhân dân tỉnh Phú Thọ", "588-kh-ubnd-phu-tho.md"},
	{"symbol, with its year", "93/CT-TTg", "93/2025/CT-TTg", "93-ct-ttg.txt"},
	{"field name", `số:612 trích yếu:"kết luận"`, `sohieu:612 trichyeu:"ket luan"`, "612-tb-vpcp.txt"},
}

func TestSpellingsFindTheSameDocument(t *testing.T) {
	l := worldShelf(t)
	if len(spellings) < 40 {
		t.Errorf("%d pairs, want 40", len(spellings))
	}
	for _, c := range spellings {
		t.Run(strings.ReplaceAll(c.sort+"/"+c.other, " ", "_"), func(t *testing.T) {
			for _, q := range []string{c.one, c.other} {
				if got := l.first(t, q); got != c.want {
					t.Errorf("%q finds %q first, want %s", q, got, c.want)
				}
			}
			if c.one == c.other {
				t.Error("the two are one writing")
			}
		})
	}
}
