package structure

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// head tells at which block the title begins and at which the text after it.
type head struct{ title, body int }

// headWindow bounds the search for the kind's line: a letterhead has no more paragraphs than this, a site's menu
// before it included.
const headWindow = 60

var (
	openerWords = regexp.MustCompile(`^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện (?:Chỉ thị|Nghị quyết|Kế hoạch|Quyết định|Công văn)|Kính gửi|Thi hành|Để |Trong |Năm |Nhằm |Ngày )`)
	// origin is a kind's line that goes on with who issued the paper or its number, and not with the subject.
	origin = regexp.MustCompile(`^[\p{Lu} ]{3,19}\s(?:CỦA\s|SỐ\s*:?\s*\d|\d)[^,;]*$`)
	// subjectForm opens the subject of a letter, which may be as long as a paragraph.
	subjectForm = regexp.MustCompile(`^(?:V/v|V/V|v/v|V\.v)[\s:.]`)
	parenthesis = regexp.MustCompile(`^\(.*\)[.;]?$`)
)

// headEnd finds the kind printed in capitals on a line of its own and the lines of the title under it. A paper without
// such a line (a công văn, a news page) has no title region; its letterhead then ends before the first long paragraph.
func (o *Outline) headEnd() head {
	for _, from := range []int{o.motto(), 0} {
		if i := o.kindLine(from); i >= 0 {
			return head{i, o.titleEnd(i)}
		}
	}
	return o.letterHead()
}

// kindLine finds the kind's line from block from on, -1 if there is none in the head.
func (o *Outline) kindLine(from int) int {
	for i := from; i < len(o.Blocks) && i < from+headWindow; i++ {
		text := o.View.Para(o.Blocks[i].Para)
		if o.View.Paras[o.Blocks[i].Para].Role != normalize.Body {
			continue
		}
		if recipientsHead(text) || numbered(o.Blocks[i]) && len(text) > 80 {
			break
		}
		if _, ok := KindLine(text); ok && !o.underChapter(i) {
			return i
		}
	}
	return -1
}

// underChapter tells that block i is the heading of a chapter whose number stands above it: "QUY ĐỊNH CHUNG".
func (o *Outline) underChapter(i int) bool {
	return i > 0 && (o.Blocks[i-1].Level == Part || o.Blocks[i-1].Level == Chapter || o.Blocks[i-1].Level == Heading) && o.Blocks[i-1].Body.Empty()
}

// motto finds the State's motto or the Party's name over the letterhead. A transcription may put its own heading, with the
// kind's name in it, above them. A motto further down, after legal bases or items, is that of a form in an annex.
func (o *Outline) motto() int {
	for i := 0; i < len(o.Blocks) && i < headWindow; i++ {
		text := o.View.Para(o.Blocks[i].Para)
		if hasMotto(text) {
			return i
		}
		if opensBasis(text) || numbered(o.Blocks[i]) || recipientsHead(text) {
			break
		}
	}
	return 0
}

// opensBasis tells whether a line begins with "Căn cứ", marks or none.
func opensBasis(line string) bool {
	return strings.HasPrefix(document.FoldASCII(line[:min(len(line), len("CĂN CỨ "))]), "can cu ")
}

// hasMotto tells whether a line in capitals bears the State's motto or the Party's name. Conversions spoil the State's first
// words: "CỘNG HỊA XÃ HỘI", "CỘNG HÒA XàHỘI".
func hasMotto(line string) bool {
	if !capitals(line) {
		return false
	}
	text := document.FoldASCII(line)
	return strings.Contains(text, "hoi chu nghia viet nam") || strings.Contains(text, "dang cong san viet nam")
}

// titleEnd gives the first block after the title that begins at block i.
func (o *Outline) titleEnd(i int) int {
	v := o.View
	words, has := KindLine(v.Para(o.Blocks[i].Para))
	j := i + 1
	if has && len([]rune(words)) > 24 && (!origin.MatchString(words) || strings.Contains(words, " VỀ ")) {
		return j // the subject stands on the kind's own line
	}
	for ; j < len(o.Blocks) && j <= i+6; j++ {
		text := v.Para(o.Blocks[j].Para)
		p := v.Paras[o.Blocks[j].Para]
		last := text[len(text)-1]
		switch {
		case j > i+1 && (IsOffice(text) || hasMotto(text)), p.Role != normalize.Body, numbered(o.Blocks[j]), bodyOpener.MatchString(text):
			return j
		case parenthesis.MatchString(text) && !capitals(text):
			continue
		case j == i+1 && !strings.ContainsRune(";:", rune(last)) && (len([]rune(text)) < 400 || o.opensAt(j+1)) && (last != '.' || len([]rune(text)) <= 200) && !strings.HasPrefix(text, "Căn cứ"):
			continue // what stands right under the kind is the title
		case capitals(text) && !bodyOpener.MatchString(text) && !IsOffice(text):
			continue
		case v.Paras[o.Blocks[j-1].Para].Blank && p.Blank || openerWords.MatchString(text) || strings.ContainsRune(".;:", rune(last)) || len([]rune(text)) > 160:
			return j
		case p.Blank:
			return j
		}
	}
	return j
}

// opensAt tells whether block i opens the text after a title with a legal basis, however long the title before it is.
func (o *Outline) opensAt(i int) bool {
	return i < len(o.Blocks) && strings.HasPrefix(o.View.Para(o.Blocks[i].Para), "Căn cứ")
}

// letterHead delimits the letterhead of a paper without a kind's line.
func (o *Outline) letterHead() head {
	v := o.View
	for i := o.motto(); i < len(o.Blocks) && i < headWindow; i++ { // what stands over the motto is a site's
		text := v.Para(o.Blocks[i].Para)
		if strings.HasPrefix(text, "Kính gửi") || strings.HasPrefix(text, "NHÂN DANH") || basis.MatchString(text) || numbered(o.Blocks[i]) || len([]rune(text)) > 160 && !subjectForm.MatchString(text) {
			return head{i, i}
		}
	}
	return head{0, 0}
}

// KindLine tells whether a line is the name of a kind of document in capitals, alone or followed by the subject in
// capitals, and returns the whole line.
func KindLine(s string) (string, bool) {
	line := strings.Trim(s, " *_:.\t")
	if !capitals(line) {
		return "", false
	}
	low := strings.ToLower(spaces.ReplaceAllString(line, " "))
	ascii := document.FoldASCII(low)
	for _, k := range kindNames() {
		if low == k.name || ascii == k.ascii && len(low) < len(k.name)+4 {
			return line, true
		}
		if k.citable && strings.HasPrefix(low, k.name+" ") && subjectInCapitals.MatchString(line) {
			return line, true
		}
	}
	return "", false
}

// kindName is the name of a kind in small letters, and with its marks folded away.
type kindName struct {
	name, ascii string
	citable     bool
}

var kindNames = sync.OnceValue(func() []kindName {
	var out []kindName
	for _, k := range document.Kinds() {
		name := strings.ToLower(k.Name)
		out = append(out, kindName{name, document.FoldASCII(name), k.Citable})
	}
	return out
})

var (
	spaces            = regexp.MustCompile(`\s+`)
	subjectInCapitals = regexp.MustCompile(`^(?:CHỈ THỊ|KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|THÔNG BÁO|KẾT LUẬN|QUY ĐỊNH|QUY CHẾ|LUẬT|BỘ LUẬT|PHÁP LỆNH|CÔNG ĐIỆN|TỜ TRÌNH|SẮC LỆNH|BẢN ÁN)\s+\S`)
)

// capitals tells whether a line has letters and no small ones.
func capitals(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

func numbered(b Block) bool { return b.Level != None && b.Level != Dash }
