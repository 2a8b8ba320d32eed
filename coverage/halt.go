package coverage

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// halting matches what says that a thing was begun and is not all done: "mới thử nghiệm ở 03 tỉnh", "chỉ đến được 03 tỉnh",
// "chưa trình".
var halting = cue{[]string{"mới ", "chưa ", "chỉ mới ", "chỉ đến", "chỉ làm", "chỉ mở", "chỉ đạt", "chỉ hoàn", "chỉ thực", "chỉ kiểm", "chỉ triển"}, regexp.MustCompile(`(?:^|[^\p{L}])(?:mới (?:chỉ )?(?:thử nghiệm|thí điểm|dừng|đạt|hoàn thành|làm|viết|đến|xong|có) |` +
	`chỉ (?:mới )?(?:đến|làm|mở|đạt|hoàn thành|thực hiện|kiểm tra|triển khai)(?: được)? [^.;]{0,20}\d|` +
	`chưa (?:được |thể )?(?:trình|ban hành|ghi|bố trí|hoàn thành|xong|thực hiện|triển khai|phê duyệt|làm|viết|kiểm tra)|` +
	`chưa (?:\p{L}+ ){1,3}được(?:[^\p{L}]|$))|[,;] (?:(?:vẫn|hiện|nay|mới) )*còn [^.;]{0,80}chưa `)}

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
type remains []remaining

type remaining struct {
	thing string // its first syllables, in lower case
	left  int
	said  string // the line, in lower case, that says so
}

// stillLeft matches "còn 120 hộ dân", which stands in any part of a report, and "120 hộ dân còn lại", which is to be done next.
var stillLeft = regexp.MustCompile(`(?:^|[^\p{L}])còn (?:khoảng |gần |lại )?(\d[\d.]*)\s+(\p{L}+ \p{L}+)|(?:^|[\s(])(\d[\d.]*)\s+(\p{L}+(?: \p{L}+)?)(?: \p{L}+){0,3}? còn lại`)

// leftOver reads what a report says is left, in whatever part it says so.
func leftOver(d *document.Document, ruler *document.Ruler) remains {
	var out remains
	for _, par := range d.Paragraphs {
		if par.Role == "heading" || par.Role == "preamble" {
			continue
		}
		text := strings.ToLower(ruler.Range(document.Span{Start: par.Start, End: par.End}).In(d.Text))
		if !strings.Contains(text, "còn ") {
			continue
		}
		for _, m := range stillLeft.FindAllStringSubmatch(text, -1) {
			out = append(out, remaining{m[2] + m[4], whole(m[1] + m[3]), text}) // one of the two forms is empty
		}
	}
	return out
}

// toldOf matches a number of things, also as the last of a fraction: "566/566 trường phổ thông".
var toldOf = regexp.MustCompile(`(?:^|[\s(/])(\d[\d.]*)\s+(\p{L}+(?: \p{L}+)?)`)

// of tells whether some of the things that a passage counts are left. A thing of one syllable is not told by its name
// alone: the same has to be said of it.
func (r remains) of(said string) bool {
	if len(r) == 0 {
		return false
	}
	said = strings.ToLower(said)
	for _, m := range toldOf.FindAllStringSubmatch(said, -1) {
		for _, rest := range r {
			if rest.left == 0 || whole(m[1]) <= rest.left {
				continue
			}
			if m[2] == rest.thing && strings.Contains(rest.thing, " ") || sameThing(m[2], rest.thing) && alike(said, rest.said) {
				return true
			}
		}
	}
	return false
}

// sameThing tells whether two things begin with the same syllable.
func sameThing(a, b string) bool {
	a, _, _ = strings.Cut(a, " ")
	b, _, _ = strings.Cut(b, " ")
	return a == b
}

// likeness is the number of pairs of neighbouring syllables that two texts must share to be of one thing.
const likeness = 2

// alike tells whether two texts, in lower case, speak of one thing.
func alike(a, b string) bool {
	words, n := strings.FieldsFunc(a, notLetter), 0
	for i := 1; i < len(words); i++ {
		if strings.Contains(b, words[i-1]+" "+words[i]) {
			n++
		}
	}
	return n >= likeness
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
