package citation

import (
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// listTail tells whether a gap is the subject of the mention before it and then a list mark: "… về công tác thi đua; ".
func listTail(gap string) bool {
	t := strings.TrimRight(gap, " \u00a0")
	for _, plural := range []string{" các", " các quy định của"} {
		if endsFolded(t, plural) {
			t = strings.TrimRight(t[:len(t)-len(plural)], " \u00a0")
		}
	}
	joined := endsFolded(t, " và")
	if joined {
		t = strings.TrimRight(t[:len(t)-len(" và")], " \u00a0")
	}
	if !strings.HasSuffix(t, ";") && !strings.HasSuffix(t, ",") && !joined {
		return false
	}
	head := behindTerm(strings.TrimLeft(gap, " \u00a0,"))
	if head == "" || brokenClause(strings.TrimRight(t, ",;")) {
		return false
	}
	return opensSubject(head) || opensIssuer(head)
}

// opensIssuer tells whether s begins with what is left of an issuer's name: "của Ban Chỉ đạo Phong trào “Giữ rừng”".
func opensIssuer(s string) bool {
	for _, w := range []string{"của ", "và "} {
		if strings.HasPrefix(s, w) && capital(s, len(w)) {
			return true
		}
	}
	return false
}

// endsFolded tells whether s ends in the words, in whichever case.
func endsFolded(s, words string) bool {
	return len(s) >= len(words) && strings.EqualFold(s[len(s)-len(words):], words)
}

// beginsFolded tells whether s begins with the words, in whichever case.
func beginsFolded(s, words string) bool {
	return len(s) >= len(words) && strings.EqualFold(s[:len(words)], words)
}

// subjectOpeners begin the words that say what a cited document is about.
var subjectOpeners = []string{
	"về", "v/v", "quy định", "qui định", "hướng dẫn", "sửa đổi", "bổ sung", "ban hành", "phê duyệt", "thực hiện", "triển khai",
	"tổ chức", "tăng cường", "thành lập", "công bố", "đẩy mạnh", "thi hành", "quy hoạch", "giao", "phát động", "điều chỉnh",
	"bãi bỏ", "thay thế", "được ban hành", "chi tiết", "đối với", "hợp nhất", "tiếp tục", "nâng cao", "“", "\"", "(“", "là",
}

func opensSubject(s string) bool {
	l := s
	if len(l) > 40 {
		l = l[:40]
	}
	l = viet.Lower(l)
	for _, w := range subjectOpeners {
		if strings.HasPrefix(l, w) {
			return true
		}
	}
	return false
}

// behindTerm skips what still belongs to a mention before its subject: the term of a body, "của Ban Bí thư (khóa XI) về …",
// or a day without its year, "ngày 19/6 về …".
func behindTerm(s string) string {
	if term, rest, ok := strings.Cut(s, ")"); ok && strings.HasPrefix(term, "(kh") && len(term) < 20 {
		return strings.TrimLeft(rest, " \u00a0,")
	}
	if day, ok := strings.CutPrefix(s, "ngày "); ok {
		return strings.TrimLeft(day, "0123456789/-. \u00a0,")
	}
	return s
}

// nests tells whether a mention behind the gap stands in the subject of the mention before it: the gap opens a subject
// and nothing ends the clause.
func nests(gap string) bool {
	head := behindTerm(strings.TrimLeft(gap, " \u00a0"))
	return head != "" && opensSubject(head) && !brokenClause(head)
}

// issuedFor tells whether the gap behind a mention that the sentence issues says what it is for: "đã ban hành Kế hoạch số 15
// để thực hiện".
func (e *enricher) issuedFor(prev int, gap string) bool {
	if !endsFolded(strings.TrimRight(e.text[:e.out[prev].from], " \u00a0"), "ban hành") {
		return false
	}
	for _, purpose := range []string{"để ", "nhằm "} {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(gap, " \u00a0"), purpose); ok {
			return nests(rest)
		}
	}
	return false
}

// unlike tells whether a mention with a number follows one that is cited by name alone within the subject of another: the
// list is then that of the outer mentions, "Chỉ thị số 5 về … theo Nghị quyết Đại hội … và Kế hoạch số 16".
func unlike(before, m mention) bool {
	return before.relation == document.Cites && before.num.symbol == "" && m.num.symbol != ""
}

// listHead bounds, in bytes, the words that open a list of acts of one kind before its colon.
const listHead = 80

// behindHead cuts off the words that open a list of acts of one kind: "Căn cứ các Nghị định của Chính phủ: số 5 …".
func behindHead(s string) string {
	if head, rest, ok := strings.Cut(s, ":"); ok && len(head) <= listHead && strings.Contains(head, " các ") {
		return rest
	}
	return s
}
