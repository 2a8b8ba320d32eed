package structure

import (
	"regexp"
	"strings"
)

var (
	// selfName is how a paper speaks of itself.
	selfName = regexp.MustCompile(`(?:Chỉ thị|Kế hoạch|Quyết định|Nghị quyết|Hướng dẫn|Chương trình|Thông báo|Công văn|Công điện|Đề án|Kết luận|Quy định|Quy chế|Văn bản|văn bản) này`)
	// parting opens the words with which a paper takes leave of its readers.
	parting = regexp.MustCompile(`^(?:Yêu cầu|Đề nghị|Giao|Trên đây|Nhận được|Căn cứ (?:Chỉ thị|Kế hoạch|các nội dung)|Trong quá trình|Quá trình)\s`)
	// adopted is the clause under a law of the National Assembly.
	adopted = regexp.MustCompile(`^(?:Bộ luật|Luật|Nghị quyết|Pháp lệnh) này (?:đã )?được (?:Quốc hội|Ủy ban|Uỷ ban)`)
)

// closingWindow is the number of paragraphs at the end of the main part that may be its closing words.
const closingWindow = 4

// closing finds the first of the closing paragraphs: unnumbered ones after the last item, which speak to every reader and
// so belong to no division. It gives -1 where there are none, as under a heading that such a paragraph fills, or in a
// paper of articles, where the last article holds them.
func (o *Outline) closing() int {
	last, end, articles := -1, -1, false
	for i, b := range o.Blocks {
		if b.Region != Main {
			continue
		}
		articles = articles || b.Level == Article
		end = i
		if b.Level != None {
			last = i
		}
	}
	if last < 0 || last == end {
		return -1
	}
	for i := max(last+1, end-closingWindow+1); i <= end; i++ {
		text := o.View.Para(o.Blocks[i].Para)
		if o.Blocks[i].Region != Main {
			continue
		}
		if adopted.MatchString(text) {
			return i
		}
		if articles || i == last+1 && o.isHeading(last) && !strings.HasSuffix(o.View.Para(o.Blocks[last].Para), ".") {
			continue
		}
		if strings.Contains(text, " này") && selfName.MatchString(text) || parting.MatchString(text) && (i == end || strings.Contains(text, "thực hiện")) {
			return i
		}
	}
	return -1
}
