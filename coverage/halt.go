package coverage

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// halting matches what says that a thing was begun and is not all done: "mới thử nghiệm ở 03 tỉnh", "chỉ đến được 03 tỉnh",
// "chưa trình".
var halting = cue{[]string{"mới ", "chưa ", "chỉ mới ", "chỉ đến", "chỉ làm", "chỉ mở", "chỉ đạt", "chỉ hoàn", "chỉ thực", "chỉ kiểm", "chỉ triển"}, regexp.MustCompile(`(?:^|[^\p{L}])(?:mới (?:chỉ )?(?:thử nghiệm|thí điểm|dừng|đạt|hoàn thành|làm|viết|đến|xong|có) |` +
	`chỉ (?:mới )?(?:đến|làm|mở|đạt|hoàn thành|thực hiện|kiểm tra|triển khai)(?: được)? [^.;]{0,20}\d|` +
	`chưa (?:được |thể )?(?:trình|ban hành|ghi|bố trí|hoàn thành|xong|thực hiện|triển khai|phê duyệt|làm|viết|kiểm tra))`)}

// numeral matches the label of an item, whose full stop ends no sentence: "1. Từ ngày …".
var numeral = regexp.MustCompile(`^[\s\-–+*•]*(?:\d{1,2}(?:\.\d{1,2})*|\p{L})[.)]\s+`)

// halted tells whether the sentence that a text begins with says so.
func halted(text string) bool {
	text = text[len(numeral.FindString(text)):]
	for i := range len(text) {
		if text[i] == '.' && ends(text[i:]) {
			text = text[:i]
			break
		}
	}
	return halting.in(viet.Lower(text))
}

// remains are the numbers of things that a report says are left: "Còn 120 hộ chưa di dời".
type remains map[string]int

// stillLeft matches "còn 120 hộ dân", which stands in any part of a report, and "120 hộ dân còn lại", which is to be done next.
var stillLeft = regexp.MustCompile(`(?:^|[^\p{L}])còn (?:khoảng |gần |lại )?(\d[\d.]*)\s+(\p{L}+ \p{L}+)|(?:^|[\s(])(\d[\d.]*)\s+(\p{L}+ \p{L}+)(?: \p{L}+){0,3} còn lại`)

// leftOver reads what a report says is left, in whatever part it says so.
func leftOver(d *document.Document, ruler *document.Ruler) remains {
	out := remains{}
	for _, par := range d.Paragraphs {
		if par.Role == "heading" || par.Role == "preamble" {
			continue
		}
		text := viet.Lower(ruler.Range(document.Span{Start: par.Start, End: par.End}).In(d.Text))
		if !strings.Contains(text, "còn ") {
			continue
		}
		for _, m := range stillLeft.FindAllStringSubmatch(text, -1) {
			out[m[2]+m[4]] = whole(m[1] + m[3]) // one of the two forms is empty
		}
	}
	return out
}

// of tells whether some of the things that a passage counts are left.
func (r remains) of(said string) bool {
	if len(r) == 0 {
		return false
	}
	for _, m := range counted.FindAllStringSubmatch(viet.Lower(said), -1) {
		if left := r[m[2]]; left > 0 && whole(m[1]) > left {
			return true
		}
	}
	return false
}
