package field

import (
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// sheetHeading finds the headings of a property sheet inside a line, as the text of a page has them when its table is lost:
// "Số hiệu: 43-TTg Loại văn bản: Chỉ thị". Headings that tell nothing of the paper end the value before them.
var sheetHeading = regexp.MustCompile(`(?:Số hiệu(?: văn bản)?|Số[/ ]?ký hiệu|Loại văn bản|Hình thức văn bản|Nơi ban hành|Cơ quan ban hành|Người ký|Ngày ban hành|Ngày ký|Trích yếu|` +
	`Ngày (?:có )?hiệu lực|Ngày hết hiệu lực|Hết hiệu lực|Ngày (?:đăng )?công báo|Số công báo|Tình trạng(?: hiệu lực)?|Áp dụng|Lĩnh vực|Tòa án xét xử|Cấp xét xử)\s*:`)

// openHeading is a heading without a colon, on a line that holds nothing but it and a short value.
var openHeading = regexp.MustCompile(`^(?:Số hiệu|Số ?/ ?[kK]ý hiệu|Loại văn bản|Hình thức văn bản|(?:Cơ quan|Đơn vị) ban hành|Nơi ban hành|Người ký|Ngày ban hành)\s`)

// longestOpenLine bounds the line of a heading without a colon, in bytes: longer ones are sentences.
const longestOpenLine = 90

// headingWords are the first words of the headings: a cheap look before the patterns, which cost much on a long line.
var headingWords = []string{"Số", "Loại", "Hình", "Nơi", "Cơ quan", "Người", "Ngày", "Trích", "Hết", "Tình", "Áp", "Lĩnh", "Tòa", "Cấp"}

// beforeHeading are the signs that may stand before the first heading of a line.
const beforeHeading = " \t-•*·|"

// propertiesIn gives the properties that a line of running text holds, by their headings.
func propertiesIn(text string) map[string]document.Range {
	begin := strings.TrimLeft(text, beforeHeading)
	if !slices.ContainsFunc(headingWords, func(w string) bool { return strings.HasPrefix(begin, w) }) {
		return nil
	}
	var at [][]int
	if colon := strings.IndexByte(text, ':'); colon >= 0 && colon < longestHeading {
		at = sheetHeading.FindAllStringIndex(text, -1)
	}
	if at == nil {
		if m := openHeading.FindStringIndex(text); m != nil && len(text) <= longestOpenLine && !strings.HasSuffix(text, ".") {
			at = [][]int{{m[0], m[1]}}
		}
	}
	if at == nil || strings.Trim(text[:at[0][0]], beforeHeading) != "" {
		return nil
	}
	found := map[string]document.Range{}
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		what := propertyNamed(strings.Trim(strings.ReplaceAll(text[m[0]:m[1]], "/", " "), " :"))
		value := strings.TrimSpace(text[m[1]:end])
		if _, twice := found[what]; what == "" || twice || value == "" || slices.Contains(untold, value) {
			continue
		}
		start := m[1] + strings.Index(text[m[1]:], value)
		found[what] = document.Range{Start: start, End: start + len(value)}
	}
	return found
}

// untold is what sites write where they do not know, or show nobody without an account.
var untold = []string{"Đang cập nhật", "Đang cập nhập", "Đã biết", "Không xác định", "-", "|"}
