package citation

import "strings"

// listTail tells whether a gap is the subject of the mention before it and then a list mark: "… về công tác thi đua; ".
func listTail(gap string) bool {
	t := strings.TrimRight(gap, " \u00a0")
	if endsFolded(t, " các") {
		t = strings.TrimRight(t[:len(t)-len(" các")], " \u00a0")
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
	l = strings.ToLower(l)
	for _, w := range subjectOpeners {
		if strings.HasPrefix(l, w) {
			return true
		}
	}
	return false
}

// brokenClause tells whether a gap holds the end of the clause that its first words belong to: a full stop, a semicolon,
// or a comma that a new subject follows. Marks within quotes do not count.
func brokenClause(gap string) bool {
	quoted, open := 0, 0
	for p := 0; p < len(gap); {
		r, n := runeAt(gap, p)
		switch r {
		case '“':
			quoted++
		case '”':
			quoted--
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return true
			}
		case '|': // the next cell of a table
			return true
		case ';', '.', ':', '\n':
			if quoted <= 0 && (r != '.' || p+n < len(gap) && gap[p+n] == ' ') {
				return true
			}
		case ',':
			next := skipBlanks(gap, p+n)
			if quoted > 0 {
				break
			}
			if before, _ := runeBefore(gap, p); before == '”' && quoted == 0 || holdsPrefix(gap[next:], clauseOpeners) {
				return true
			}
			if capital(gap, next) && next < len(gap) && strings.ToUpper(gap) != gap { // a capital in capitals begins no clause
				return true
			}
		}
		p += n
	}
	return false
}

// clauseOpeners are the words behind a comma that go on with the sentence rather than with a subject.
var clauseOpeners = []string{"để ", "nhằm ", "đồng thời", "góp phần", "các đơn vị", "trong đó", "qua đó", "theo đó"}

func holdsPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
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
