package normalize

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

var (
	// labelForm matches what begins a numbered or dashed item: "I.", "2.1.", "a)", "1)", "-", "+", "Điều 5.", "Một là,". Where a
	// line of running text happens to begin with "Điều 4; khoản 5" or "Mục 3 Chương II" it is no label.
	labelForm = regexp.MustCompile(`^(?:[IVXLC]{1,6}\s*[.)/-]|\d{1,3}(?:\.\d{1,3})*\s*(?:[.)](?:\s|\p{Lu})|/(?:\s|\p{Lu}\p{Ll}))|\d{1,3}\.\d{1,3}\s|\d{1,2}-\s+\p{Lu}|[a-zđ]{1,2}\)|[-–—+•*·▪~]\s*\S|(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*(?:[.:]|$)|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC)\s+[\dIVXLC]+\s*(?:[.:]|$|\p{Lu}{2})|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là[\s,:])`)
	// provisionForm matches a line of running text that begins with a provision it speaks of.
	provisionForm = regexp.MustCompile(`^(?:Điều|Khoản|Điểm|Mục|Chương)\s+[\da-zIVX]+`)
	numberForm    = regexp.MustCompile(`^Số\s*:`)
	placeForm     = regexp.MustCompile(`^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,5}, ngày `)
	dashed        = regexp.MustCompile(`^[-–—+•~]\s*\S`)
)

// label tells whether a line begins a numbered or dashed item. Most lines do not, which their first letter shows.
func label(s string) bool {
	if s == "" || !mayLabel[s[0]] {
		return false
	}
	if c := s[0]; c >= 'a' && c <= 'z' && !strings.Contains(s[:min(len(s), len("ađ)"))], ")") {
		return false
	}
	return labelForm.MatchString(s)
}

// mayLabel tells for each byte whether a label may begin with it.
var mayLabel = firstBytes("IVXLC0123456789abcdefghijklmnopqrstuvwxyzđ-–—+•*·▪~ĐCMPHBNST")

// provision tells whether a line begins with a provision that the text speaks of.
func provision(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case 0xC4, 'K', 'M', 'C': // 0xC4 begins Đ
		return provisionForm.MatchString(s)
	}
	return false
}

// openers begin a paragraph of their own in every paper: motto, legal bases, address, recipients, what a site says of it.
var openers = []string{"Độc lập - Tự do", "(Ban hành kèm theo ", "(Kèm theo ", "Căn cứ ", "Theo đề nghị ", "Xét đề nghị ", "Kính gửi", "Nơi nhận",
	"Số hiệu:", "Loại văn bản:", "Cơ quan ban hành:", "Nơi ban hành:", "Ngày ban hành:"}

// beginnings are the first words of a text whose title ends without a mark: in the middle of a sentence they have no capital.
var beginnings = []string{"Ngày ", "Năm ", "Để ", "Nhằm ", "Trong thời gian ", "Trong những năm ", "Sau khi ", "Thực hiện Chỉ thị ", "Thực hiện Nghị quyết ", "Thực hiện Quyết định ", "Thực hiện Kế hoạch ", "Thực hiện Công văn "}

// begins tells whether a line begins with such words; a day or a year must follow its name.
func begins(s string) bool {
	for i, w := range beginnings {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return i > 1 || rest != "" && '0' <= rest[0] && rest[0] <= '9'
		}
	}
	return false
}

// opens tells whether a line begins a paragraph of its own by its words: an opener, the number, place and date.
func opens(s string) bool {
	s = strings.TrimLeft(s, "*_ ")
	for _, w := range openers {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return strings.HasPrefix(s, "Số") && numberForm.MatchString(s) || strings.Contains(s, ", ngày ") && placeForm.MatchString(s)
}

// lastWord gives what stands behind the last blank of a line.
func lastWord(s string) string {
	for i := len(s); i > 0; i-- {
		if s[i-1] == ' ' || s[i-1] == '\t' {
			return s[i:]
		}
	}
	return s
}

// hangs tells whether a line ends in a word which needs another behind it. After "số" that is a number: "chuyển đổi số" is
// whole.
func hangs(s string, next rune) bool {
	switch lastWord(s) {
	case "của", "và", "với", "tại", "về", "theo", "cho", "từ", "các", "những", "thuộc":
		return true
	case "số":
		return unicode.IsDigit(next)
	}
	return false
}

// joins decides whether line b continues the paragraph that line a belongs to. width is the usual length of a full
// printed line in code points, 0 where it is not known; wrapped tells that lines are printed lines at all.
func joins(a, b string, blankBetween, wrapped bool, width int) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a, "*_ "))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(b, "*_ "))
	switch {
	case cutsSymbol(a, b), !blankBetween && cutsHead(a, b):
		return true
	case endsClause(last) || strings.HasSuffix(a, "./"):
		return false
	case wrapped && !blankBetween && provision(b) && !label(b):
		return !allCaps(a)
	case !blankBetween && begins(b) && strings.Count(a, "(") > strings.Count(a, ")"):
		return true // "(Kèm theo Quyết định số 5 / Ngày 2 tháng 3 năm 2021 …)"
	case label(b), opens(b), strings.HasSuffix(b, " điện:"), unicode.IsLetter(last) && begins(b):
		return false
	case !blankBetween && cutsDate(a, b):
		return true
	case allCaps(a) && strings.Contains(a, " ") && !allCaps(b):
		return false // a heading, and the words in small letters under it
	case unicode.IsLower(first):
		return true
	case wrapped && hangs(a, first) && !allCaps(b):
		return true
	case blankBetween:
		return false
	case allCaps(b) || allCaps(a):
		return false
	case last == ',' || last == '-' || last == '–' || last == '/' || last == '(':
		return true
	case wrapped && dashed.MatchString(a):
		return true // a recipient or a dashed item that runs over the line
	}
	return width > 0 && utf8.RuneCountInString(a) >= width*3/4
}

var (
	// labelAlone is the place of the number without the number: "Số:".
	labelAlone = regexp.MustCompile(`^(?:(?:Luật|Nghị quyết|Pháp lệnh|Bản án)\s)?[Ss]ố\s*:?$`)
	// firstSyllable begins the name of a place that the break cuts: "Hà", "TP.".
	firstSyllable = regexp.MustCompile(`^(?:TP\.?|\p{Lu}\p{Ll}+)$`)
	yearAlone     = regexp.MustCompile(`^\d{4}$`)
)

// stateName is the first line of the State's motto, folded.
const stateName = "cong hoa xa hoi chu nghia viet nam"

// cutsHead tells whether the break between two lines runs through a part of a letterhead or a title that is one piece: the
// number behind its label, the name of the State, a place before its date, a period of years.
func cutsHead(a, b string) bool {
	switch {
	case b[0] >= '0' && b[0] <= '9':
		return labelAlone.MatchString(a) || yearAlone.MatchString(b) && allCaps(a) && (strings.HasSuffix(a, "-") || strings.HasSuffix(a, "–"))
	case a == "ỦY", a == "UỶ":
		return strings.HasPrefix(b, "BAN ")
	case a == "BỘ", a == "SỞ":
		return allCaps(b) && !strings.HasPrefix(b, "CỘNG")
	case strings.HasPrefix(a, "CỘNG"):
		whole := document.FoldASCII(a + " " + strings.TrimRight(b, " |"))
		return allCaps(b) && len(whole) <= len(stateName) && strings.HasPrefix(stateName, whole)
	case strings.HasSuffix(a, " XÃ HỘI"):
		return strings.HasPrefix(b, "CHỦ NGHĨA VIỆT NAM")
	}
	return strings.Contains(b, ", ngày ") && firstSyllable.MatchString(a) && placeForm.MatchString(b)
}

var (
	wholeSymbol = regexp.MustCompile(`^\d{1,6}[a-z]?[/-](?:\d{4}/)?\p{Lu}{2}`)
	// symbolFront and symbolRest match the two halves of a symbol that is cut behind one of its marks: "12/2024/TT-" and
	// "BLĐTBXH", "30/" and "2020/NĐ-CP".
	symbolFront = regexp.MustCompile(`^\d+[a-z]?(?:/\d{4})?(?:[/-]\p{Lu}[\p{L}\d&]*)*[/-]$`)
	symbolRest  = regexp.MustCompile(`^(?:\d{4}/)?\p{Lu}{2}`)
)

// cutsSymbol tells whether the break between two lines runs through the number of a document, or behind the word "số".
func cutsSymbol(a, b string) bool {
	switch word := lastWord(a); {
	case len(word) == len(a):
		return false
	case word == "số" || word == "Số" || word == "SỐ":
		return wholeSymbol.MatchString(b)
	case strings.HasSuffix(word, "-") || strings.HasSuffix(word, "/"):
		return symbolFront.MatchString(word) && symbolRest.MatchString(b)
	}
	return false
}

// cutsDate tells whether the break between two lines runs through a date, behind the word before one of its figures.
func cutsDate(a, b string) bool {
	if b[0] < '0' || b[0] > '9' {
		return false
	}
	word := lastWord(a)
	return len(word) < len(a) && (word == "ngày" || word == "tháng" || word == "năm")
}

// longestTie bounds the words in brackets that tie a paper to the act that issued it, in bytes.
const longestTie = 200

// dayInBrackets tells whether a line goes on with the day of the act that a paragraph names in brackets still open:
// "(Ban hành / kèm theo Quyết định số 5/QĐ-UBND / Ngày 2 tháng 3 …)".
func dayInBrackets(para, b string) bool {
	return strings.HasPrefix(b, "Ngày ") && begins(b) && strings.HasPrefix(para, "(") && len(para) <= longestTie && !strings.Contains(para, ")")
}

// endsClause tells whether nothing goes on behind r.
func endsClause(r rune) bool {
	switch r {
	case '.', ';', ':', '!', '?', '…', '✓':
		return true
	}
	return false
}

// parted tells whether a drawn rule parts a line from the one above, as the rule under a title does. A rule over the notes
// of a page parts nothing: what stands behind it goes on with a note or in small letters.
func (l *line) parted(content string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.r.In(content), "*_ "))
	return l.ruled && unicode.IsUpper(first)
}

// allCaps tells whether a line has letters and none of them small, as headings and letterheads do.
func allCaps(s string) bool {
	seen := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}
