package citation

import (
	"strings"

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
	head := strings.TrimLeft(gap, " \u00a0,")
	if head == "" || brokenClause(strings.TrimRight(t, ",;")) {
		return false
	}
	return opensSubject(head)
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

// nests tells whether a mention behind the gap stands in the subject of the mention before it: the gap opens a subject
// and nothing ends the clause.
func nests(gap string) bool {
	head := strings.TrimLeft(gap, " \u00a0")
	return head != "" && opensSubject(head) && !brokenClause(head)
}
