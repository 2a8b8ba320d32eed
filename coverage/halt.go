package coverage

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// halting matches what says that a thing was begun and is not all done: "mới thử nghiệm ở 03 tỉnh", "chỉ đến được 03 tỉnh",
// "chưa trình".
var halting = cue{[]string{"mới ", "chỉ ", "chưa "}, regexp.MustCompile(`(?:^|[^\p{L}])(?:mới (?:chỉ )?(?:thử nghiệm|thí điểm|dừng|đạt|hoàn thành|làm|viết|đến|xong|có) |` +
	`chỉ (?:mới )?(?:đến|làm|mở|đạt|hoàn thành|thực hiện|kiểm tra|triển khai)(?: được)? [^.;]{0,20}\d|` +
	`chưa (?:được |thể )?(?:trình|ban hành|ghi|bố trí|hoàn thành|xong|thực hiện|triển khai|phê duyệt|làm|viết|kiểm tra))`)}

// halted tells whether the sentence that a text begins with says so.
func halted(text string) bool {
	for i := range len(text) {
		if text[i] == '.' && ends(text[i:]) {
			text = text[:i]
			break
		}
	}
	return halting.in(strings.ToLower(text))
}

// remains are the numbers of things that a report says are left: "Còn 120 hộ chưa di dời".
type remains map[string]int

var stillLeft = regexp.MustCompile(`(?:^|[^\p{L}])còn (?:khoảng |gần |lại )?(\d[\d.]*)\s+(\p{L}+ \p{L}+)`)

// leftOver reads what the parts of a report that regret say is left.
func leftOver(d *document.Document, voices speech, ruler *document.Ruler) remains {
	out := remains{}
	for _, par := range d.Paragraphs {
		if voices.at(par.Start) != regret {
			continue
		}
		text := strings.ToLower(ruler.Range(document.Span{Start: par.Start, End: par.End}).In(d.Text))
		for _, m := range stillLeft.FindAllStringSubmatch(text, -1) {
			out[m[2]] = whole(m[1])
		}
	}
	return out
}

// of tells whether some of the things that a passage counts are left.
func (r remains) of(said string) bool {
	if len(r) == 0 {
		return false
	}
	for _, m := range counted.FindAllStringSubmatch(strings.ToLower(said), -1) {
		if left := r[m[2]]; left > 0 && whole(m[1]) > left {
			return true
		}
	}
	return false
}
